"""What is open in a stage, line by line: the cells of one unit that lack the same in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from planner.findings import Finding, Severity, heaviest_first
from planner.text import pairs, say
from planner.tui.dialogs.reading import finding_words

_GROUPS = "scoring_place.stage.of_unit."
_ADVICE = "scoring_place.stage.advice."


@dataclass(frozen=True, slots=True)
class OpenLine:
    """One line; `unit` and `indicator` are where Enter leads, "" where nowhere."""

    key: str
    words: str
    severity: Severity
    unit: str = ""
    indicator: str = ""


def open_lines(
    findings: Sequence[Finding],
    units: Mapping[str, str],
    numbers: Callable[[str], Mapping[str, str]],
    events: Mapping[str, tuple[str, str]],
) -> list[OpenLine]:
    """The lines, errors first, else in the order of the findings.

    `units` are the units' names; `numbers` gives the numbers of a unit's items, `events` the unit and the
    item of every event.
    """
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for place, each in enumerate(heaviest_first(findings)):
        key = str(each.where.path[1]) if _is_of_cell(each) else f"*{place}"
        grouped.setdefault((each.code, key), []).append(each)
    return [
        _of_unit(found, units.get(key, key), numbers(key))
        if _is_of_cell(found[0])
        else _alone(found[0], key, events)
        for (_, key), found in grouped.items()
    ]


def advice(findings: Sequence[Finding]) -> str:
    """What to do about the lines that speak of several cells, each kind once."""
    codes = dict.fromkeys(each.code for each in findings if _is_of_cell(each))
    return "".join(say(_ADVICE + _kind(code)) for code in codes)


def _is_of_cell(finding: Finding) -> bool:
    """True where a finding is about one cell and others of its unit may be of the same kind."""
    path = finding.where.path
    return len(path) == 3 and path[0] == "entries" and _GROUPS + _kind(finding.code) in pairs()


def _kind(code: str) -> str:
    return code.removeprefix("process.")


def _of_unit(found: Sequence[Finding], unit: str, numbers: Mapping[str, str]) -> OpenLine:
    """All cells of a unit that lack the same; where it is one, with its title. Evidence by its files."""
    first, cells = found[0], [str(each.where.path[2]) for each in found]
    if "file" in first.arguments:
        named = [str(each.arguments["file"]) for each in found]
    elif len(set(cells)) == 1:
        named = [f"{numbers.get(cells[0], '')} {first.arguments['indicator']}".strip()]
    else:
        named = [numbers.get(cell, cell) for cell in cells]
    named = list(dict.fromkeys(named))
    words = say(
        _GROUPS + _kind(first.code),
        weight=say("reading.weight", weight=say(f"severity.{first.severity}")),
        unit=unit,
        count=len(named),
        items=say("scoring_place.stage.between").join(named),
    )
    id = str(first.where.path[1])
    return OpenLine(f"{first.code} {id}", words, first.severity, id, cells[0])


def _alone(finding: Finding, key: str, events: Mapping[str, tuple[str, str]]) -> OpenLine:
    unit = indicator = ""
    match finding.where.path:
        case ("entries", id, *rest):
            unit, indicator = str(id), str(rest[0]) if rest else ""
        case ("events", id):
            unit, indicator = events.get(str(id), ("", ""))
    return OpenLine(f"{finding.code} {key}", finding_words(finding), finding.severity, unit, indicator)
