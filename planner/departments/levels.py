"""The same body at another level of government: 省应急管理厅 → 县应急管理局."""

from __future__ import annotations

from planner.departments.collectives import collective_at
from planner.departments.forms import compose, hole_of
from planner.departments.matching import Match, resolve, tidy
from planner.departments.places import LETTER_OF, level_of
from planner.departments.records import Department
from planner.departments.roster import Roster
from planner.plan import Level


def at_level(name: str, level: Level, roster: Roster, region: str = "") -> str:
    """The name of the body's counterpart at a level.

    `region` ("临川县", or only "区"; a place of that level) takes the place of whatever place stood there,
    and stands before a name that had none. Without it a place that already has the level stays (区), a place
    of another level becomes the level's letter (省 → 县), and a name without a place stays without one. The
    words of a short name stay where the level uses them too (安委办); else the full name is given.
    A body without counterpart there, an unknown name and a collective without a word for its level come
    back unchanged. An abolished body changes its level, not its time (see `current_name`).
    """
    match = resolve(name, roster)
    if match is None or not level or match.how == "township":
        return name
    if match.how == "collective":
        return _collective_at(match, name, level, region)
    if match.level == level and not region:
        return name if match.how == "abolished" else match.written
    department = match.department
    if department is None or not department.names_at(level):
        return name
    return compose(_words_at(tidy(name), match, department, level), _place_at(match, level, region))


def _words_at(name: str, match: Match, department: Department, level: Level) -> str:
    """The level's name that says the same words as the name asked; else its full name."""
    core = name.replace(match.place, "", 1) if match.place else name
    names = department.names_at(level)
    for words in (*names, *department.also) if match.level == level else names:
        before, after = hole_of(words)
        if core == (before + after or words):
            return words
    return names[0]


def _place_at(match: Match, level: Level, region: str) -> str:
    if level == "state":
        return ""
    if region:
        return region
    if match.place:
        return match.place if level_of(match.place) in (level, "") else LETTER_OF.get(level, "")
    return LETTER_OF.get(level, "") if match.level == "state" else ""


def _collective_at(match: Match, name: str, level: Level, region: str) -> str:
    department = match.department
    if department is not None and tidy(name) in department.every_name():
        names = department.names_at(level)
        return name if not names or tidy(name) in (*names, *department.also) else names[0]
    letter = region[-1:] or LETTER_OF.get(level, "")
    return collective_at(name, letter) if letter else name
