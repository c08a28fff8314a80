"""Which rounds a scheme scores, and which days count in each (考核时段).

A round that has no days of its own has those of the round around it, the outermost the scheme's window; that
may lie across the year's end (1 December to 30 November).
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from assessments.scheme import Period, Scheme, Unit

WHOLE_YEAR = ""
"""The period of what is observed once for the year; the only one where a scheme has no periods."""


def scored(scheme: Scheme) -> tuple[str, ...]:
    """The periods that are scored by themselves, innermost ones, in order; "" for the year comes first."""
    parents = {period.parent for period in scheme.periods}
    return (WHOLE_YEAR, *(period.id for period in scheme.periods if period.id not in parents))


def window(scheme: Scheme, period: str = WHOLE_YEAR) -> tuple[date, date]:
    """The first and the last day of a period, both included."""
    settings, (begin, end) = scheme.settings, _calendar_year(scheme)
    year = (settings.from_day or begin, settings.to_day or end)
    chain = _chain(scheme, period)
    first = next((each.from_day for each in chain if each.from_day is not None), year[0])
    last = next((each.to_day for each in chain if each.to_day is not None), year[1])
    return first, last


def around(scheme: Scheme, period: str) -> tuple[str, ...]:
    """The rounds that a round lies in, from the inside."""
    return tuple(each.id for each in _chain(scheme, period)[1:])


def counts(
    scheme: Scheme, unit: Unit, period: str, sheet_period: str, day: date | None, *, concealed: bool = False
) -> bool:
    """True where an event of this day, entered in a sheet of `sheet_period`, counts in `period`.

    A concealed one of the years before in which the scheme looks counts in the year and where it was entered.
    For the whole year every day inside the scheme's window counts. In a round count the events of its own
    sheets inside its window, and those of the year's sheets that its own days take in. An event without a day
    counts where it was entered and in the year; one outside the unit's days does not.
    """
    if day is not None and (
        (unit.from_day is not None and day < unit.from_day) or (unit.to_day is not None and day > unit.to_day)
    ):
        return False
    if day is None or (
        concealed and years_before(scheme, day) in range(1, scheme.settings.concealed_years + 1)
    ):
        return period in (WHOLE_YEAR, sheet_period)
    first, last = window(scheme, period)
    if not first <= day <= last:
        return False
    return period in (WHOLE_YEAR, sheet_period) or (sheet_period == WHOLE_YEAR and _dated(scheme, period))


def years_before(scheme: Scheme, day: date) -> int:
    """How many years before the scheme's window a day lies, a part counting as a whole one; 0 for one in it
    or after it."""
    first, _ = window(scheme)
    if day >= first:
        return 0
    years = first.year - day.year
    return years + ((day.month, day.day) < (first.month, first.day))


def assessed(scheme: Scheme, unit: Unit) -> bool:
    """True where a unit is scored here: not handed over to another body, and there on at least one day of the
    scheme's window."""
    return not unit.hand_over and existed(scheme, unit, WHOLE_YEAR)


def existed(scheme: Scheme, unit: Unit, period: str) -> bool:
    """True where the unit existed on at least one day of the period."""
    if unit.from_day is None and unit.to_day is None:
        return True
    first, last = window(scheme, period)
    return (unit.from_day is None or unit.from_day <= last) and (unit.to_day is None or unit.to_day >= first)


def _calendar_year(scheme: Scheme) -> tuple[date, date]:
    """Its first and last day; a year that no calendar has is the nearest that one has."""
    year = min(max(scheme.year, MINYEAR), MAXYEAR)
    return date(year, 1, 1), date(year, 12, 31)


def _dated(scheme: Scheme, period: str) -> bool:
    return any(each.from_day or each.to_day for each in _chain(scheme, period))


def _chain(scheme: Scheme, period: str) -> tuple[Period, ...]:
    """A round and those around it, from the inside; a ring of rounds is cut."""
    by_id = {each.id: each for each in scheme.periods}
    chain: dict[str, Period] = {}
    while period in by_id and period not in chain:
        chain[period] = by_id[period]
        period = by_id[period].parent
    return tuple(chain.values())
