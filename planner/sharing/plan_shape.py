"""What a plan's exchange file may hold (`county-plan/1`), and what must agree across its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast, get_args

from planner.plan import FIRST_YEAR, LAST_YEAR, Comparison, Level
from planner.sharing.complaints import Complaints, Path
from planner.sharing.shape import ById, Choice, Day, Id, List, Number, Table, Text, Whole
from planner.sharing.shown import shown

_YEAR = Whole(FIRST_YEAR, LAST_YEAR)
_ORDER = Whole(-(10**9), 10**9)
_NAMES = List(Text())

_SOURCE = Table(
    required={"document": Text()},
    optional={"line": Whole(1, 10**9), "year": _YEAR, "number": Text(), "ref": Text()},
)
_TARGET = Table(
    required={"text": Text()},
    optional={"comparison": Choice(get_args(Comparison)), "value": Number(), "unit": Text()},
)
_DUE = Table(required={"text": Text()}, optional={"day": Day()})
_RECURRENCE = Table(required={"text": Text()}, optional={"rule": Text(), "dates": List(Day())})

_MEASURE = Table(
    required={"order": _ORDER},
    optional={
        "title": Text(),
        "clause": Text(),
        "text": Text(),
        "lead": _NAMES,
        "responsible": _NAMES,
        "support": _NAMES,
        "supervise": _NAMES,
        "targets": List(_TARGET),
        "dues": List(_DUE),
        "recurrences": List(_RECURRENCE),
        "source": _SOURCE,
    },
)
_TASK = Table(
    required={"title": Text(), "order": _ORDER},
    optional={"section": Text(), "source": _SOURCE, "measures": ById(_MEASURE)},
)
_SECTION = Table(
    required={"title": Text(), "order": _ORDER},
    optional={"text": Text(), "source": _SOURCE},
)
PLAN = Table(
    required={"id": Id(), "title": Text(), "year": _YEAR},
    optional={
        "format": Text(),
        "issuer": Text(),
        "number": Text(),
        "issued": Day(),
        "field": Text(),
        "level": Choice(get_args(Level)),
        "region": Text(),
        "addressees": Text(),
        "preamble": Text(),
        "closing": Text(),
        "sections": ById(_SECTION),
        "tasks": ById(_TASK),
    },
)


def look_across(data: Mapping[str, object], complaints: Complaints) -> None:
    """Complain of what must agree across the tables of a plan and does not."""
    _look_at_ids(data, complaints)
    _look_at_sections(data, complaints)


def _look_at_ids(data: Mapping[str, object], complaints: Complaints) -> None:
    """No id may name two things: a person who follows one must find one place."""
    places: dict[str, Path] = {}
    own = data.get("id")
    if isinstance(own, str):
        places[own] = ("id",)
    for path in _paths_of_ids(data):
        id = path[-1]
        if id in places:
            complaints.error("format.id_twice", path, id=shown(id), other=shown(".".join(places[id])))
        else:
            places[id] = path


def _paths_of_ids(data: Mapping[str, object]) -> Iterator[Path]:
    for section in _table(data, "sections"):
        yield "sections", section
    for task, held in _table(data, "tasks").items():
        yield "tasks", task
        if isinstance(held, Mapping):
            for measure in _table(held, "measures"):
                yield "tasks", task, "measures", measure


def _look_at_sections(data: Mapping[str, object], complaints: Complaints) -> None:
    sections = _table(data, "sections")
    for id, task in _table(data, "tasks").items():
        section = task.get("section", "") if isinstance(task, Mapping) else ""
        if not isinstance(section, str) or not section or section in sections:
            continue
        guess = complaints.guess(section, sections)
        code = "format.no_section_near" if guess else "format.no_section"
        complaints.error(code, ("tasks", id, "section"), section=shown(section), nearest=guess)


def _table(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    held = data.get(key)
    return cast(Mapping[str, object], held) if isinstance(held, Mapping) else {}
