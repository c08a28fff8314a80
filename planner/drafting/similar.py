"""Tasks that say nearly the same: to point out a double before it is taken, and those already there.

Two tasks are compared by their bare words, without marks, years and numbers, so 2025年消防演练 and
2026年消防演练 are alike. The score is the share of character pairs they have in common (Dice), of their
titles and of their whole text, the greater of the two.

A task is compared with those that share its rarer pairs, the nearest first and only so many: in a plan of
a few words said over and over nearly every task is like every other, and each pair would be looked at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import add

from planner.plan import Task

LIKE = 0.62
"""From this score on two tasks are alike. Set by the pairs in the tests."""

_SHORTEST_TITLE = 4
_RAREST_OF_TITLE = 8
_RAREST_OF_WHOLE = 30
_MOST_COMPARED = 50
"""So many tasks are compared with one in full."""
_MOST_READ = 6000
"""So many holders of rare pairs are counted to find those tasks."""
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
    """The pairs of a task's words. A pair's second time is a pair of its own: 演练, 演练2."""

    task: Task
    title: frozenset[str]
    whole: frozenset[str]
    bare_title: str


@dataclass(slots=True)
class Likeness:
    """Tasks ready to be asked which of them are like another; asking costs little, growing it too."""

    _rows: list[_Words] = field(default_factory=list)
    _holding: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, task: Task) -> None:
        """Take in one more task."""
        words = _words(task)
        for pair in words.title | words.whole:
            self._holding[pair].append(len(self._rows))
        self._rows.append(words)

    def like(self, task: Task, at_least: float = LIKE) -> tuple[Like, ...]:
        """The tasks like this one, the likest first; a task is not like itself (the same id).

        Where very many are, the fifty that share most of its rare pairs.
        """
        words = _words(task)
        found = [
            Like(self._rows[place].task, score)
            for place in sorted(self._candidates(words))
            if self._rows[place].task.id != task.id
            and (score := _score(words, self._rows[place])) >= at_least
        ]
        return tuple(sorted(found, key=lambda like: -like.score))

    def _candidates(self, words: _Words) -> list[int]:
        """The tasks that share some of the rarer pairs: what is alike in most pairs is so in these too."""
        found: Counter[int] = Counter()
        for pairs, rarest in ((words.title, _RAREST_OF_TITLE), (words.whole, _RAREST_OF_WHOLE)):
            holders = sorted((self._holding.get(pair, []) for pair in pairs), key=len)[:rarest]
            shared: Counter[int] = Counter()
            read = pairs_read = 0
            for held in holders:
                if read > _MOST_READ:
                    break
                shared.update(held)
                read += len(held)
                pairs_read += 1
            enough = max(1, pairs_read // 4)
            found.update({place: times for place, times in shared.items() if times >= enough})
        return [place for place, _ in found.most_common(_MOST_COMPARED)]


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


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


def _words(task: Task) -> _Words:
    title = bare(task.title)
    whole = bare(task.title + "".join(measure.title + measure.text for measure in task.measures))
    return _Words(task, _pairs(title), _pairs(whole), title)


def bare(text: str) -> str:
    """Text without years, quarters and marks, as it is compared."""
    return _MARKS.sub("", _YEARS.sub("", text)).casefold()


def _pairs(text: str) -> frozenset[str]:
    counted = Counter(map(add, text, text[1:]))
    again = (f"{pair}{time}" for pair, times in counted.items() if times > 1 for time in range(2, times + 1))
    return frozenset(chain(counted, again))
