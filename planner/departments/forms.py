"""Every name of every body of a roster, ready to be looked up: the index under all matching."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from planner.departments.lookalikes import fold
from planner.departments.places import is_place, splits
from planner.departments.records import LEVELS, Department
from planner.plan import Level

_LETTER_FIRST = re.compile(r"^[省市县](?=委|政府|人民政府|人大|政协|直机关|纪律)")
_LEAGUE = re.compile(r"^团[省市县]委$")
_HOLE = "…"
_LONGEST_HOLE = 12


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a body at one level ("" for a name it only answers to).

    `before` and `after` are what surrounds the place where the name holds it inside; both empty otherwise.
    `rank` is 0 for the full name, 1 for short names, 2 for names it only answers to.
    """

    words: str
    department: Department
    level: Level
    rank: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found in a name, and the place that stood there."""

    form: Form
    place: str


@dataclass(frozen=True, slots=True)
class Index:
    """All forms of a roster: `plain` by their words, `after_place` by what follows the place (委组织部),
    `around_place` those with the place in the middle; `weights` tells how rare each folded letter is (局 is
    not).
    """

    plain: dict[str, list[Form]] = field(default_factory=dict)
    after_place: dict[str, list[Form]] = field(default_factory=dict)
    around_place: list[Form] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)

    def forms(self) -> tuple[Form, ...]:
        """Every form without a place inside, once."""
        return tuple(form for held in self.plain.values() for form in held)


def hole_of(words: str) -> tuple[str, str]:
    """What stands before and after the place inside a name; two empty strings where it holds none."""
    if _HOLE in words:
        before, _, after = words.partition(_HOLE)
        return before, after
    if _LEAGUE.match(words):
        return "团", "委"
    if _LETTER_FIRST.match(words):
        return "", words[1:]
    return "", ""


def compose(words: str, place: str) -> str:
    """A name with its place: before it, or in the middle where the name holds it inside."""
    before, after = hole_of(words)
    if not (before or after):
        return place + words
    if not place:
        return words
    if before == "团" and len(place) > 1:
        before = "共青团"
    return before + place + after


def build_index(departments: Iterable[Department]) -> Index:
    """The index of all names of these departments."""
    index = Index()
    for department in departments:
        for form in _forms(department):
            if form.before or form.words.startswith(_HOLE):
                index.around_place.append(form)
                continue
            index.plain.setdefault(form.words, []).append(form)
            if form.after:
                index.after_place.setdefault(form.after, []).append(form)
    letters = Counter(letter for words in index.plain for letter in set(fold(words)))
    for letter, times in letters.items():
        index.weights[letter] = math.log(1 + len(index.plain) / times)
    return index


def _forms(department: Department) -> Iterator[Form]:
    for level in LEVELS:
        for place_in_list, words in enumerate(department.names_at(level)):
            yield Form(words, department, level, min(place_in_list, 1), *hole_of(words))
    for words in department.also:
        yield Form(words, department, "", 2, *hole_of(words))


def find(name: str, index: Index) -> tuple[Hit, ...]:
    """Every form that the whole name is, with its place; those with the shortest place first."""
    hits: list[Hit] = []
    for place, rest in splits(name):
        hits += (Hit(form, place + _letter_inside(form)) for form in index.plain.get(rest, ()))
        if place:
            hits += (Hit(form, place) for form in index.after_place.get(rest, ()))
        for form in index.around_place:
            inside = _between(rest, form)
            if inside:
                hits.append(Hit(form, place + inside if is_place(inside) else inside))
        if hits:
            return tuple(hits)
    return ()


def _letter_inside(form: Form) -> str:
    """The place's letter in a name printed with it (县委办公室); "" where the name holds none."""
    if not (form.before or form.after) or _HOLE in form.words:
        return ""
    return form.words[len(form.before)]


def _between(name: str, form: Form) -> str:
    if not (name.startswith(form.before) and name.endswith(form.after)):
        return ""
    inside = name[len(form.before) : len(name) - len(form.after)]
    return inside if 0 < len(inside) <= _LONGEST_HOLE else ""
