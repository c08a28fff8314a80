"""What a file of results may hold (`county-results/1`), and what must agree across its tables.

The shape follows the records, but for their nesting: scores and periods stand in one level, each naming the
one above it (`planner.assessment_codec.scores`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from assessments.results import PeriodScore, Results, Score, UnitResult
from planner.sharing.complaints import Complaints, Path
from planner.sharing.record_shape import file_of, table_of
from planner.sharing.shape import ById, Id, Kind, Table, Text
from planner.sharing.shown import shown

_DIGITS = 100
"""A quotient that does not end is written with all the forty digits with which it is carried."""
_DEEPEST = 40
"""Levels of indicators or periods inside each other; more are not meant by anybody."""


def _results() -> Table:
    score = table_of(Score, without=("children",), digits=_DIGITS)
    main = Table(score.required, {"indicator": Text(), **score.optional})
    scores = ById(Table(score.required, {"parent": Id(), **score.optional}))
    period = table_of(PeriodScore, without=("main", "parts"), digits=_DIGITS)
    inside: dict[str, Kind] = {"within": Id(), "main": main, "scores": scores}
    periods = ById(Table(period.required, {**period.optional, **inside}))
    unit = table_of(UnitResult, without=("main", "periods"), digits=_DIGITS)
    units = ById(
        Table({**unit.required, "main": main}, {**unit.optional, "scores": scores, "periods": periods})
    )
    file = file_of(Results, without=("units",))
    return Table(file.required, {**file.optional, "units": units})


RESULTS = _results()


def look_across(data: Mapping[str, object], complaints: Complaints) -> None:
    """Complain of scores and periods that stand in something that is not there, or inside themselves."""
    for id, unit in _tables(data, "units"):
        periods = dict(_tables(unit, "periods"))
        _look_at_owners(periods, "within", ("units", id, "periods"), complaints)
        for path, owner in _owners(id, unit, periods):
            scores = dict(_tables(owner, "scores"))
            _look_at_owners(scores, "parent", (*path, "scores"), complaints)


def _owners(
    id: str, unit: Mapping[str, object], periods: Mapping[str, Mapping[str, object]]
) -> Iterator[tuple[Path, Mapping[str, object]]]:
    """Everything that has scores of its own: the unit and each of its periods."""
    yield ("units", id), unit
    for period, held in periods.items():
        yield ("units", id, "periods", period), held


def _look_at_owners(
    records: Mapping[str, Mapping[str, object]], key: str, path: Path, complaints: Complaints
) -> None:
    for id, record in records.items():
        owner, levels = record.get(key, ""), 0
        while owner and isinstance(owner, str) and owner in records and levels < _DEEPEST:
            owner, levels = records[owner].get(key, ""), levels + 1
        if levels == _DEEPEST:
            complaints.error("format.inside_itself", (*path, id, key), id=shown(id))
        elif owner and owner == record.get(key):
            complaints.error("format.no_owner", (*path, id, key), key=key, id=shown(owner))


def _tables(data: Mapping[str, object], key: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    held = data.get(key)
    for id, table in held.items() if isinstance(held, Mapping) else ():
        if isinstance(table, Mapping):
            yield id, cast(Mapping[str, object], table)
