"""Which of some names means the body that is called otherwise: 住建局 among the units of an assessment."""

from __future__ import annotations

from collections.abc import Iterable

from planner.departments.matching import resolve
from planner.departments.records import Department
from planner.departments.roster import Roster


def among(words: str, names: Iterable[str], roster: Roster) -> tuple[str, ...]:
    """The names that mean the same one body as `words` by the roster; none where it knows no such body.

    Townships and collectives are many bodies under one entry, so they are never alike by it.
    """
    meant = _body(words, roster)
    if meant is None:
        return ()
    return tuple(name for name in dict.fromkeys(names) if _body(name, roster) == meant)


def _body(name: str, roster: Roster) -> tuple[Department, str] | None:
    match = resolve(name, roster)
    if match is None or match.department is None or match.how in ("township", "collective"):
        return None
    return match.department, match.level
