"""Proposals for a damaged name: 消防援大队 → 消防救援大队. Never a silent replacement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from planner.departments.collectives import is_collective, is_township
from planner.departments.forms import Form, Hit, Index, compose
from planner.departments.matching import Match, match_of, resolve, tidy
from planner.departments.places import level_of, splits
from planner.departments.roster import Roster

THRESHOLD = 0.7
"""Below this a likeness is chance. Measured on the tests' damaged names and on names that are no damage."""

UNKNOWN_WEIGHT = 3.0
"""The weight of a letter that no name of the roster holds: about that of a letter in the middle."""

_AT_MOST = 5


def propose(name: str, roster: Roster) -> tuple[Match, ...]:
    """The bodies a damaged name may mean, best first, at most five, each body once, scores above 0.7.

    A name that resolves gives nothing, unless it would be written otherwise (区消防救援支队, an abolished
    body): then that one match. A match's `written` keeps the place of the name.
    """
    known = resolve(name, roster)
    if known is not None:
        return (known,) if known.written != name else ()
    words = tidy(name)
    if is_collective(words) or is_township(words):
        return ()
    best: dict[str, tuple[float, Hit]] = {}
    for place, rest in splits(words):
        for score, form in _alike(rest, place, roster.index):
            held = best.get(form.department.id)
            if held is None or score > held[0]:
                best[form.department.id] = score, Hit(form, place)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].form.department.order))
    return tuple(_proposal(name, score, hit, roster) for score, hit in ranked[:_AT_MOST])


def _proposal(name: str, score: float, hit: Hit, roster: Roster) -> Match:
    match = match_of(compose(hit.form.words, hit.place), hit, roster)
    return replace(match, name=name, how="damaged", score=round(score, 3))


def _alike(rest: str, place: str, index: Index) -> Iterator[tuple[float, Form]]:
    """The forms like a name without its place, each with its score from the threshold up."""
    letters = Counter(rest)
    forms = [(form.words, form) for form in index.forms()]
    if place:
        forms += [(after, form) for after, held in index.after_place.items() for form in held]
    for words, form in forms:
        shared = sum((letters & Counter(words)).values())
        if shared < 2 or shared * 2 < len(rest) or shared * 3 < len(words):
            continue
        score = likeness(rest, words, index.weights) - _misfit(form, place)
        if score >= THRESHOLD:
            yield score, form


def _misfit(form: Form, place: str) -> float:
    """Among equally like names the living, the one of the place's level and the usual one come first."""
    wanted = level_of(place) or "county"
    abolished = 0.04 if form.department.abolished is not None else 0.0
    other_level = 0.02 if form.level not in (wanted, "") else 0.0
    return abolished + other_level + 0.005 * form.rank


def likeness(damaged: str, right: str, weights: dict[str, float]) -> float:
    """How like two names are, 0 to 1: what they share in order and out of order, rare letters counting more.

    A name that is the other with letters lost (消防援大队) is judged by the share that is left as well.
    """
    both = _weight(damaged, weights) + _weight(right, weights)
    blocks = SequenceMatcher(None, damaged, right, autojunk=False).get_matching_blocks()
    in_order = sum(_weight(damaged[block.a : block.a + block.size], weights) for block in blocks)
    shared = (Counter(damaged) & Counter(right)).elements()
    score = (1.2 * in_order + 0.8 * _weight("".join(shared), weights)) / both
    return max(score, _left_over(damaged, right))


def _left_over(damaged: str, right: str) -> float:
    if not 3 <= len(damaged) < len(right) or damaged[0] != right[0] or damaged[-1] != right[-1]:
        return 0.0
    letters = iter(right)
    if not all(letter in letters for letter in damaged):
        return 0.0
    return 0.6 + 0.4 * len(damaged) / len(right)


def _weight(text: str, weights: dict[str, float]) -> float:
    return sum(weights.get(letter, UNKNOWN_WEIGHT) for letter in text)
