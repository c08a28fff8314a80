"""The office's own roster: add, rename, abolish, remove; and how it lies over the built-in one.

Edits are made on the whole roster; `own_part` then tells what of it is the office's own and to be kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planner.departments.records import Department, Kind
from planner.departments.roster import Roster
from planner.plan import ORDER_STEP, new_id

_LETTERS_OF_PHRASES = {"河长": "hz", "湖长": "hz", "林长": "lz", "田长": "tz", "银行": "yh", "重建": "cj"}
"""Phrases of this field in which the pinyin library picks the other reading of a letter."""


def initials_of(name: str) -> str:
    """The pinyin initials of a name (应急管理局: "yjglj"): one letter for each Chinese character.

    Latin letters and digits stay; marks and brackets fall out. Slow at first use (0.2–0.7 s).
    """
    from pypinyin import Style, lazy_pinyin

    # A list keeps one item for each letter of a foreign run; the library's types only know text.
    found = lazy_pinyin(name, style=Style.FIRST_LETTER, errors=list)  # type: ignore[arg-type]
    letters = [sound[:1] for sound in found]
    for phrase, right in _LETTERS_OF_PHRASES.items():
        start = name.find(phrase)
        while start >= 0:
            letters[start : start + len(phrase)] = right
            start = name.find(phrase, start + 1)
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum()).lower()


def with_initials(department: Department) -> Department:
    """The department with the initials of all its names computed anew."""
    letters = (initials_of(name) for name in department.every_name())
    return replace(department, initials=tuple(dict.fromkeys(found for found in letters if found)))


def add(
    roster: Roster,
    name: str,
    *,
    short: Iterable[str] = (),
    kind: Kind = "government",
    field: str = "",
    hand: str = "",
) -> tuple[Roster, Department]:
    """The roster with a new body at its end, and that body."""
    last = max((held.order for held in roster), default=0)
    taken = {held.id for held in roster}
    made = Department(
        new_id(taken, hand=hand), name, kind, tuple(short), field=field, order=last + ORDER_STEP
    )
    return put(roster, with_initials(made)), with_initials(made)


def put(roster: Roster, department: Department) -> Roster:
    """The roster with the department of the same id replaced, or added where there is none."""
    others = tuple(held for held in roster if held.id != department.id)
    return replace(roster, departments=(*others, department))


def rename(roster: Roster, id: str, name: str, short: Iterable[str] = ()) -> Roster:
    """The roster with a body's name and short names changed; its old names still find it.

    For a mere change of words. Where another body took over, use `abolish`. KeyError for an unknown id.
    """
    held = roster.department(id)
    shorts = tuple(dict.fromkeys(short))
    kept = (held.name, *held.short, *held.also)
    also = tuple(old for old in dict.fromkeys(kept) if old != name and old not in shorts)
    return put(roster, with_initials(replace(held, name=name, short=shorts, also=also)))


def abolish(roster: Roster, id: str, year: int, successor: str) -> Roster:
    """The roster in which a body stands no longer from `year` on and `successor` (an id) has taken over.

    KeyError where either is unknown; ValueError where the succession would run in a ring.
    """
    heir: Department | None = roster.department(successor)
    while heir is not None:
        if heir.id == id:
            raise ValueError(f"{successor} is itself succeeded by {id}")
        heir = roster.successor_of(heir)
    return put(roster, replace(roster.department(id), abolished=year, successor=successor))


def remove(roster: Roster, id: str) -> Roster:
    """The roster without a body. KeyError for an unknown id."""
    roster.department(id)
    kept = tuple(held for held in roster if held.id != id)
    return replace(roster, departments=kept)


def overlay(base: Roster, own: Roster) -> Roster:
    """The office's own roster laid over a base: its bodies replace those of the same id, its removals go."""
    gone = {*own.removed, *(held.id for held in own)}
    return Roster((*(held for held in base if held.id not in gone), *own.departments))


def own_part(whole: Roster, base: Roster) -> Roster:
    """What of a roster differs from its base: `overlay(base, own_part(whole, base))` is `whole` again."""
    changed = tuple(held for held in whole if held.id not in base or base.department(held.id) != held)
    removed = tuple(held.id for held in base if held.id not in whole)
    return Roster(changed, removed)
