"""From a name as written to the body it means: `resolve`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planner.departments.collectives import is_collective, is_township, names_townships, townships_of
from planner.departments.forms import Form, Hit, compose, find
from planner.departments.places import level_of
from planner.departments.records import LEVELS, Department
from planner.departments.roster import Roster
from planner.plan import Level

How: TypeAlias = Literal[
    "exact", "short", "level", "region-prefixed", "abolished", "township", "collective", "damaged"
]
"""How a name was matched: the county's full name; a short or other name; the name of another level; with a
place before or inside it; a body that no longer exists; one township; several bodies; only a likeness."""

_SECOND_NAME = re.compile(r"(.+?)[（(〔\[【](.+?)[）)〕\]】]")
_SUFFIX_AFTER_BARE_PLACE = (
    "分局",
    "支局",
    "大队",
    "中队",
    "公司",
    "支行",
    "监管局",
    "银行",
    "管委会",
    "车务段",
)
_BARE_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}")


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means.

    `name` is the name as asked, `written` how it would rightly be written in the same place: the same
    words, unless the name is damaged, abolished or of another level than its place (区消防救援支队).
    `department` is None for a collective (有关部门) that names no body of the roster. `level` is the level of
    government the name speaks of, `place` what stood before it (区, 临江县). `score` is 1 but for a likeness.
    """

    name: str
    written: str
    department: Department | None
    how: How
    level: Level = ""
    place: str = ""
    score: float = 1.0


def tidy(name: str) -> str:
    """A name without spaces and with Chinese brackets and full-width letters made plain."""
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    return plain.replace("(", "（").replace(")", "）").strip("、，,。;；:")


def resolve(name: str, roster: Roster) -> Match | None:
    """The body that a name means; None where the roster knows no such name.

    Nothing is guessed: a damaged name is None here and a matter for `propose`.
    """
    words = tidy(name)
    if not words:
        return None
    whole = [form for form in roster.index.plain.get(words, ()) if form.department.kind == "township"]
    if whole:
        how: How = "collective" if whole[0].department.name.startswith("各") else "exact"
        return Match(name, name, whole[0].department, how, whole[0].level)
    if not is_collective(words) or words in roster.index.plain:
        found = _named(words, roster) or _second_name(words, roster)
        if found is not None:
            return _as_asked(found, name, words)
    if is_collective(words):
        body = townships_of(roster) if names_townships(words) else None
        return Match(name, name, body, "collective")
    if is_township(words):
        return Match(name, name, townships_of(roster), "township", "township")
    return None


def _as_asked(match: Match, name: str, words: str) -> Match:
    written = name if match.written == words else match.written
    return Match(name, written, match.department, match.how, match.level, match.place)


def _named(words: str, roster: Roster) -> Match | None:
    hits = find(words, roster.index) or _after_bare_place(words, roster)
    if not hits:
        return None
    return match_of(words, _best(hits), roster)


def _after_bare_place(words: str, roster: Roster) -> tuple[Hit, ...]:
    """岳阳楼公安分局: the place without its letter, only before names that are used that way."""
    if not words.endswith(_SUFFIX_AFTER_BARE_PLACE):
        return ()
    for cut in range(2, 5):
        if len(words) - cut >= 4 and _BARE_PLACE.fullmatch(words[:cut]):
            hits = tuple(Hit(form, words[:cut]) for form in roster.index.plain.get(words[cut:], ()))
            if hits:
                return hits
    return ()


def _second_name(words: str, roster: Roster) -> Match | None:
    """市委组织部（人才办）: two names of one body; the first that is known decides."""
    both = _SECOND_NAME.fullmatch(words)
    if both is None:
        return None
    for part in both.groups():
        found = _named(part, roster)
        if found is not None:
            changed = found.written if found.how == "abolished" else words
            return Match(words, changed, found.department, found.how, found.level, found.place)
    return None


def _best(hits: tuple[Hit, ...]) -> Hit:
    return min(hits, key=_unlikeness)


def _unlikeness(hit: Hit) -> tuple[bool, bool, int, bool]:
    form = hit.form
    wanted = level_of(hit.place) or "county"
    return (
        form.department.abolished is not None,
        form.level not in (wanted, ""),
        form.rank,
        form.level != "county",
    )


def match_of(words: str, hit: Hit, roster: Roster) -> Match:
    """The match that a form found in a name gives."""
    form, place = hit.form, hit.place
    level = level_of(place) or form.level or _home(form.department)
    if form.department.abolished is not None:
        heir = last_heir(form.department, roster)
        written = _written(heir, level, place, words) if heir is not None else words
        return Match(words, written, form.department, "abolished", level, place)
    written = words
    if form.level not in ("", level):
        written = _written(form.department, level, place, words)
    return Match(words, written, form.department, _how(form, level, place), level, place)


def _home(department: Department) -> Level:
    """The lowest level at which a body exists."""
    return next((level for level in reversed(LEVELS) if department.names_at(level)), "county")


def _how(form: Form, level: Level, place: str) -> How:
    if form.level not in ("", "county") or level != "county":
        return "level"
    if place and form.words != compose(form.words, place):
        return "region-prefixed"
    return "exact" if form.rank == 0 else "short"


def _written(department: Department, level: Level, place: str, unchanged: str) -> str:
    names = department.names_at(level)
    return compose(names[0], place) if names else unchanged


def last_heir(department: Department, roster: Roster) -> Department | None:
    """The living body at the end of a chain of successions; None where the chain breaks or runs in a ring."""
    seen = {department.id}
    heir = roster.successor_of(department)
    while heir is not None and heir.abolished is not None and heir.id not in seen:
        seen.add(heir.id)
        heir = roster.successor_of(heir)
    return heir if heir is not None and heir.abolished is None else None
