"""The exchange format of a roster of departments (TOML, `county-roster/1`).

The same manners as the plan's file: each department is its own table under its id, the tables stand by the
first letter of the id under comment lines that are always there, and equal rosters give equal bytes. A file
made by hand may leave out `order` (the place in the file counts) and `initials` (they are computed).
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import cast

from planner.departments import KINDS, Department, Roster, with_initials
from planner.departments.records import LEVELS
from planner.findings import Finding
from planner.plan import ORDER_STEP
from planner.sharing.complaints import Complaints
from planner.sharing.guard import decode
from planner.sharing.shape import ById, Choice, Id, List, Table, Text, Whole
from planner.sharing.shown import nearest, shown
from planner.sharing.syntax import parse
from planner.sharing.values import line_of

FORMAT = "county-roster/1"
FIRST_YEAR, LAST_YEAR = 1949, 2200

_HEADER = """\
# 部门名册（UTF-8 编码）。每个单位一段；“# ---- a ----”这样的行请勿删改：合并多人的修改时靠它隔开。
# 手工改动名称后，请删去该单位的 initials（拼音首字母）一项，读入时会重新计算。
"""
_KEYS = (
    "name",
    "kind",
    "short",
    "also",
    "state",
    "province",
    "city",
    "absent",
    "initials",
    "field",
    "abolished",
    "successor",
    "order",
)
_NAMES = List(Text())
_DEPARTMENT = Table(
    required={"name": Text()},
    optional={
        "kind": Choice(KINDS),
        "short": _NAMES,
        "also": _NAMES,
        "state": _NAMES,
        "province": _NAMES,
        "city": _NAMES,
        "absent": List(Choice(LEVELS)),
        "initials": _NAMES,
        "field": Text(),
        "abolished": Whole(FIRST_YEAR, LAST_YEAR),
        "successor": Id(),
        "order": Whole(-(10**9), 10**9),
    },
)
_FILE = Table(required={"format": Text()}, optional={"removed": List(Id()), "departments": ById(_DEPARTMENT)})


def write_roster(roster: Roster) -> str:
    """The roster as the text of a file: LF, one fixed order of keys and tables. Encode as UTF-8."""
    head = line_of("format", FORMAT)
    if roster.removed:
        head += line_of("removed", roster.removed)
    groups: dict[str, list[str]] = {letter: [] for letter in string.ascii_lowercase}
    for department in sorted(roster, key=lambda held: held.id):
        groups[department.id[0]].append(_table(department))
    return f"{_HEADER}{head}\n" + "".join(_group(letter, tables) for letter, tables in groups.items())


def _group(letter: str, tables: list[str]) -> str:
    inside = "\n" + "\n".join(tables) + "\n" if tables else ""
    return f"# ---- {letter} ----\n{inside}"


def _table(department: Department) -> str:
    lines = (line_of(key, value) for key, value in _filled(department).items())
    return f"[departments.{department.id}]\n" + "".join(lines)


def _filled(department: Department) -> dict[str, object]:
    """The keys that hold something, in the file's order."""
    held = {key: getattr(department, key) for key in _KEYS}
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in held.items()
        if value not in ("", (), None)
    }


def read_roster(
    data: bytes, document: str, base: Roster | None = None
) -> tuple[Roster | None, tuple[Finding, ...]]:
    """The roster in a file's bytes, and what is wrong with the file, every error at once.

    The roster is None where any finding is an error. `document` is the file's name, for the findings'
    places. `base` is the roster this one will be laid over: successors may stand there too.
    """
    complaints = Complaints(document)
    text = decode(data, complaints)
    loaded = None if text is None else parse(text, complaints)
    if loaded is not None and _is_roster(loaded, complaints):
        _FILE.look(loaded, (), complaints)
        if not complaints:
            roster = roster_from_data(loaded)
            _look_at_bodies(roster, base or Roster(), complaints)
            if not complaints:
                return roster, ()
    return None, complaints.findings()


def _is_roster(loaded: Mapping[str, object], complaints: Complaints) -> bool:
    named = loaded.get("format")
    if named == FORMAT:
        return True
    if named is None:
        complaints.error("format.missing_format", line=1, expected=FORMAT)
        return "departments" in loaded
    name, _, number = named.partition("/") if isinstance(named, str) else ("", "", "")
    newer = name == "county-roster" and number.isdecimal() and int(number[:9]) > 1
    code = "format.newer" if newer else "format.other"
    complaints.error(code, ("format",), found=shown(named), expected=FORMAT)
    return False


def roster_to_data(roster: Roster) -> dict[str, object]:
    """The roster as plain data in the shape of the file, departments keyed by id; for a store."""
    departments = {department.id: _filled(department) for department in roster}
    return {"removed": list(roster.removed), "departments": departments}


def roster_from_data(loaded: Mapping[str, object]) -> Roster:
    """The roster in data that has the file's shape: looked at, or made by `roster_to_data`."""
    tables = cast(Mapping[str, Mapping[str, object]], loaded.get("departments", {}))
    removed = cast(list[str], loaded.get("removed", []))
    made = (_department(id, table, place) for place, (id, table) in enumerate(tables.items(), 1))
    return Roster(tuple(made), tuple(removed))


def _department(id: str, table: Mapping[str, object], place: int) -> Department:
    """A department of a table whose shape has been looked at."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    values.setdefault("order", place * ORDER_STEP)
    made = Department(id=id, **values)  # type: ignore[arg-type]
    return made if made.initials else with_initials(made)


def _look_at_bodies(roster: Roster, base: Roster, complaints: Complaints) -> None:
    """What the shape does not show: names given twice, successors nobody knows, successions in a ring."""
    known = {held.id: held for held in (*base, *roster)}
    first_with: dict[str, str] = {}
    for held in roster:
        path = ("departments", held.id)
        if not held.name.strip():
            complaints.error("roster.no_name", (*path, "name"))
        if held.abolished is None and held.name in first_with:
            complaints.error(
                "roster.same_name", (*path, "name"), name=shown(held.name), other=first_with[held.name]
            )
        elif held.abolished is None:
            first_with[held.name] = held.id
        if held.successor and held.abolished is None:
            complaints.error("roster.no_year", (*path, "successor"), name=shown(held.name))
        if held.successor and held.successor not in known:
            guess = nearest(held.successor, known)
            code = "roster.unknown_successor_near" if guess else "roster.unknown_successor"
            complaints.error(code, (*path, "successor"), successor=shown(held.successor), nearest=guess)
        elif held.successor and _runs_in_ring(held, known):
            complaints.error("roster.ring", (*path, "successor"), name=shown(held.name))


def _runs_in_ring(department: Department, known: Mapping[str, Department]) -> bool:
    seen = {department.id}
    heir = known.get(department.successor)
    while heir is not None:
        if heir.id in seen:
            return heir.id == department.id
        seen.add(heir.id)
        heir = known.get(heir.successor)
    return False
