"""The same matter once (同一事项就高不重复): which events are left out because they count higher elsewhere.

An honour told by the city and by the province, a thing entered under two heads: events with one `matter` key.
What each is worth at each place is asked of the rule there, with that event alone against none. The dearest
counts; of equals the higher level, then the lower id, then the first place in the scheme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from assessments import windows
from assessments.facts import Facts
from assessments.numbers import ZERO
from assessments.rules import Case, reckoned
from assessments.scheme import Scheme
from assessments.scoring.closing import rule_points
from assessments.sheet import Event
from assessments.tree import ROOT, Node

LeftOut: TypeAlias = frozenset[tuple[str, str, str]]
"""Period, indicator and event."""
Elsewhere: TypeAlias = dict[str, LeftOut]
"""What is left out, by unit; units with nothing to leave out do not stand in it."""
Trees: TypeAlias = Mapping[str, Mapping[str, Node]]


def events_at(node: Node, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events given to a leaf, and those of a kind that its rule names."""
    counts = node.counts
    return tuple(event for event in events if event.indicator == node.id or event.kind in counts)


def elsewhere_of(scheme: Scheme, facts: Facts, trees: Trees, units: Iterable[str]) -> Elsewhere:
    """What is left out for these units."""
    if scheme.settings.same_matter == "every_time":
        return {}
    found: Elsewhere = {}
    for unit in units:
        if any(event.matter for event in facts.events[unit].all):
            left = _left_out(scheme, facts, trees, unit)
            if left:
                found[unit] = left
    return found


def _left_out(scheme: Scheme, facts: Facts, trees: Trees, unit: str) -> LeftOut:
    matters: dict[tuple[str, str], list[tuple[str, Node, Event]]] = {}
    for period, events in facts.events[unit].counted.items():
        told = [event for event in events if event.matter]
        if not told:
            continue
        for node, head in _leaves(trees[period][unit], ""):
            for event in events_at(node, told):
                under = head if scheme.settings.same_matter == "once_a_head" else ""
                matters.setdefault((event.matter, under), []).append((period, node, event))
    left: set[tuple[str, str, str]] = set()
    for told_at in matters.values():
        if len(told_at) > 1:
            order = _Order(scheme, facts, unit)
            first = min(told_at, key=order)
            left.update(
                (period, node.id, event.id)
                for period, node, event in told_at
                if (period, node, event) != first
            )
    return frozenset(left)


def _leaves(node: Node, head: str) -> Iterable[tuple[Node, str]]:
    """The leaves with the heads they stand under; one right under the sheet is its own head."""
    for child in node.children:
        if child.children:
            yield from _leaves(child, child.id)
        else:
            yield child, head if node.id != ROOT else child.id


class _Order:
    """Puts the places of one matter in order, the one that counts first."""

    def __init__(self, scheme: Scheme, facts: Facts, unit: str) -> None:
        self._scheme = scheme
        self._facts = facts
        self._unit = unit
        self._places = {indicator.id: place for place, indicator in enumerate(scheme.indicators)}
        self._rounds = windows.scored(scheme)

    def __call__(self, told: tuple[str, Node, Event]) -> tuple[Decimal, int, str, int, int]:
        period, node, event = told
        levels = self._scheme.settings.levels
        level = levels.index(event.level) if event.level in levels else len(levels)
        return -self._worth(told), level, event.id, self._places[node.id], self._rounds.index(period)

    def _worth(self, told: tuple[str, Node, Event]) -> Decimal:
        period, node, event = told
        rule, settings = node.indicator.rule, self._scheme.settings
        if rule is None:
            return ZERO
        row = self._facts.row(period, self._unit)
        case = Case(
            self._unit,
            rule_points(node),
            self._scheme.year,
            row.entries.get(node.id),
            levels=settings.levels,
            window=windows.window(self._scheme, period),
            minimum_raters=settings.minimum_raters,
        )
        without = reckoned(rule, case).value
        with_it = reckoned(rule, replace(case, events=(event,))).value
        if with_it is None:
            return ZERO
        moved = abs(with_it - (without or ZERO))
        scale, points = node.indicator.scale, node.points
        return moved * points / scale if scale and points is not None else moved
