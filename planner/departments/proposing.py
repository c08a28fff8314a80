"""Proposals for a damaged name: 消防援大队 → 消防救援大队. Never a silent replacement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from planner.departments.collectives import is_collective, is_township
from planner.departments.forms import Form, Hit, Index, compose
from planner.departments.lookalikes import fold
from planner.departments.matching import Match, match_of, resolve, tidy
from planner.departments.places import level_of, splits
from planner.departments.roster import Roster

THRESHOLD = 0.73
"""Below this a likeness is chance. Measured on the tests' damaged names and on names that are no damage."""

UNKNOWN_WEIGHT = 3.0
"""The weight of a letter that no name of the roster holds: about that of a letter in the middle."""

_AT_MOST = 5
_SHORT = 5


def propose(name: str, roster: Roster) -> tuple[Match, ...]:
    """The bodies a damaged name may mean, best first, at most five, each once, scores from the threshold up.

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
    letters = Counter(fold(rest))
    least = 2 if place else 3
    forms = [(form.words, form) for form in index.forms()]
    if place:
        forms += [(after, form) for after, held in index.after_place.items() for form in held]
    for words, form in forms:
        shared = (letters & Counter(fold(words))).total()
        if shared < least or shared * 2 < len(rest) or shared * 3 < len(words):
            continue
        score = likeness(rest, words, index.weights, bool(place)) - _misfit(form, place)
        if score >= THRESHOLD:
            yield score, form


def _misfit(form: Form, place: str) -> float:
    """Among equally like names the living, the one of the place's level and the usual one come first."""
    wanted = level_of(place) or "county"
    abolished = 0.04 if form.department.abolished is not None else 0.0
    other_level = 0.02 if form.level not in (wanted, "") else 0.0
    return abolished + other_level + 0.005 * form.rank


def likeness(damaged: str, right: str, weights: dict[str, float], after_place: bool = False) -> float:
    """How like two names are, 0 to 1: what they share in order and out of order, rare letters counting more.

    A letter that looks like another costs little. Three kinds of damage are judged by themselves as well:
    the same letters in another order, letters lost, one letter wrong. `after_place` says that a place stood
    before the name, so that a short name is believed to be a body's.
    """
    one, other = fold(damaged), fold(right)
    both = _weight(one, weights) + _weight(other, weights)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    in_order = sum(_weight(one[block.a : block.a + block.size], weights) for block in blocks)
    shared = (Counter(one) & Counter(other)).elements()
    score = (1.2 * in_order + 0.8 * _weight("".join(shared), weights)) / both
    if len(one) <= _SHORT and one[-1] != other[-1]:
        score -= 0.1
    shortest = 3 if after_place else 5
    best = max(score, _reordered(one, other), _left_over(one, other), _one_wrong(one, other, shortest))
    return best - 0.02 * (_strange(damaged, right) - _strange(one, other))


def _strange(one: str, other: str) -> int:
    """How many letters of one name the other does not hold."""
    return (Counter(one) - Counter(other)).total()


def _reordered(one: str, other: str) -> float:
    return 0.95 if one != other and sorted(one) == sorted(other) else 0.0


def _left_over(one: str, other: str) -> float:
    if not 3 <= len(one) < len(other) or one[0] != other[0] or one[-1] != other[-1]:
        return 0.0
    letters = iter(other)
    if not all(letter in letters for letter in one):
        return 0.0
    return 0.6 + 0.4 * len(one) / len(other)


def _one_wrong(one: str, other: str, shortest: int) -> float:
    """One letter wrong: in three letters just enough to be offered, and there not the last."""
    if len(one) != len(other) or len(one) < shortest or (len(one) == 3 and one[-1] != other[-1]):
        return 0.0
    wrong = sum(mine != theirs for mine, theirs in zip(one, other, strict=True))
    return 0.77 - 0.09 / len(one) if wrong == 1 else 0.0


def _weight(text: str, weights: dict[str, float]) -> float:
    return sum(weights.get(letter, UNKNOWN_WEIGHT) for letter in text)
