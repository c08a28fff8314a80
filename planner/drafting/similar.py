"""Tasks that say nearly the same: to point out a double before it is taken, and those already there.

Two tasks are compared by their bare words, without marks, years and numbers, so 2025年消防演练 and
2026年消防演练 are alike. The score is the share of character pairs they have in common (Dice), of their
titles and of their whole text, the greater of the two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from planner.plan import Task

LIKE = 0.62
"""From this score on two tasks are alike. Set by the pairs in the tests."""

_SHORTEST_TITLE = 4
_RAREST_OF_TITLE = 8
_RAREST_OF_WHOLE = 30
_YEARS = re.compile(r"(?:19|20)\d\d(?:年度?)?|第?[一二三四1-4]季度")
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Like:
    """A task like the one asked about; `score` is 1 for the same words, years and marks aside."""

    task: Task
    score: float


@dataclass(frozen=True, slots=True)
class Double:
    """Two tasks of one plan that are alike, in the plan's order."""

    first: Task
    second: Task
    score: float


@dataclass(frozen=True, slots=True)
class _Words:
    task: Task
    title: Counter[str]
    whole: Counter[str]
    bare_title: str


@dataclass(slots=True)
class Likeness:
    """Tasks ready to be asked which of them are like another; asking costs little, growing it too."""

    _rows: list[_Words] = field(default_factory=list)
    _holding: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, task: Task) -> None:
        """Take in one more task."""
        words = _words(task)
        for pair in set(words.title) | set(words.whole):
            self._holding[pair].append(len(self._rows))
        self._rows.append(words)

    def like(self, task: Task, at_least: float = LIKE) -> tuple[Like, ...]:
        """The tasks like this one, the likest first; a task is not like itself (the same id)."""
        words = _words(task)
        found = [
            Like(self._rows[place].task, score)
            for place in sorted(self._candidates(words))
            if self._rows[place].task.id != task.id
            and (score := _score(words, self._rows[place])) >= at_least
        ]
        return tuple(sorted(found, key=lambda like: -like.score))

    def _candidates(self, words: _Words) -> set[int]:
        """The tasks that share some of the rarer pairs: what is alike in most pairs is so in these too."""
        found: set[int] = set()
        for pairs, rarest in ((words.title, _RAREST_OF_TITLE), (words.whole, _RAREST_OF_WHOLE)):
            shared: Counter[int] = Counter()
            looked_at = sorted(pairs, key=lambda pair: len(self._holding.get(pair, ())))[:rarest]
            for pair in looked_at:
                shared.update(self._holding.get(pair, ()))
            enough = max(1, len(looked_at) // 4)
            found.update(place for place, times in shared.items() if times >= enough)
        return found


def like_tasks(tasks: Iterable[Task], task: Task, at_least: float = LIKE) -> tuple[Like, ...]:
    """Which of these tasks are like this one, the likest first. For many questions keep a `Likeness`."""
    known = Likeness()
    for held in tasks:
        known.add(held)
    return known.like(task, at_least)


def doubles(tasks: Sequence[Task], at_least: float = LIKE) -> tuple[Double, ...]:
    """Every pair of these tasks that are alike, in order of the second, the likest first."""
    known = Likeness()
    found: list[Double] = []
    for task in tasks:
        found.extend(Double(like.task, task, like.score) for like in known.like(task, at_least))
        known.add(task)
    return tuple(found)


def _score(one: _Words, other: _Words) -> float:
    if one.bare_title == other.bare_title and len(one.bare_title) >= _SHORTEST_TITLE:
        return 1.0
    titles = _dice(one.title, other.title) if min(len(one.title), len(other.title)) > 2 else 0.0
    return max(titles, _dice(one.whole, other.whole))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0


def _words(task: Task) -> _Words:
    title = bare(task.title)
    whole = bare(task.title + "".join(measure.title + measure.text for measure in task.measures))
    return _Words(task, _pairs(title), _pairs(whole), title)


def bare(text: str) -> str:
    """Text without years, quarters and marks, as it is compared."""
    return _MARKS.sub("", _YEARS.sub("", text)).casefold()


def _pairs(text: str) -> Counter[str]:
    return Counter(left + right for left, right in pairwise(text))
