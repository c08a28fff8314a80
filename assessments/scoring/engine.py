"""Scores units round by round, and remembers every item's score until something it stands on changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assessments import windows
from assessments.facts import Facts
from assessments.results import Given
from assessments.rules import Case, Outcome, Peer
from assessments.scheme import Scheme, Settings, Unit
from assessments.scoring.closing import Scored, rule_points
from assessments.scoring.folding import folded, lifted
from assessments.scoring.leaf import Observed, leaf, outcome_of
from assessments.scoring.matters import Elsewhere, Trees, events_at
from assessments.scoring.not_applicable import excused
from assessments.sheet import Entry, Event
from assessments.tree import ROOT, Node
from planner.findings import Finding

Place = tuple[str, str]
"""A period and a unit."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An item's score and the node it was made with; for a leaf what its rule looked at and gave."""

    node: Node
    scored: Scored
    observed: Observed | None = None
    outcome: Outcome | None = None


class Engine:
    """One scheme with its facts, and what was scored so far.

    `trees` are by period, then unit. `kept` is what was scored, by place, then indicator. `peers` and `means`
    are what is shared by a class, by period, class and indicator.
    """

    def __init__(self, scheme: Scheme, facts: Facts, trees: Trees, elsewhere: Elsewhere) -> None:
        self.scheme = scheme
        self.facts = facts
        self.trees = trees
        self.elsewhere = elsewhere
        self.units = {unit.id: unit for unit in scheme.units}
        self.classes = {each.id: each for each in scheme.classes}
        self.members = {each.id: _members(scheme, each.id) for each in scheme.classes}
        self.windows = {period: windows.window(scheme, period) for period in windows.scored(scheme)}
        self.order = {indicator.id: place for place, indicator in enumerate(scheme.indicators)}
        self.titles = {indicator.id: indicator.title for indicator in scheme.indicators}
        self.nowhere: dict[str, tuple[Finding, ...]] = {}
        self.parents = {indicator.id: indicator.parent for indicator in scheme.indicators}
        self._index: dict[int, dict[str, Node]] = {}
        self.kept: dict[Place, dict[str, Kept]] = {}
        self.peers: dict[tuple[str, str, str], tuple[Peer, ...]] = {}
        self.means: dict[tuple[str, str, str], tuple[Decimal, ...]] = {}

    def way_up(self, indicator: str) -> tuple[str, ...]:
        """An item and those above it, to the outermost."""
        way = [indicator]
        while way[-1] != ROOT and self.parents.get(way[-1], ROOT) not in way:
            way.append(self.parents.get(way[-1], ROOT))
        return tuple(way)

    def score(self, unit: str, period: str, node: Node) -> Scored:
        """One item of one unit in one round, from memory where it still holds."""
        place = self.kept.setdefault((period, unit), {})
        kept = place.get(node.id)
        if kept is not None and kept.node is node:
            return kept.scored
        entry = self.facts.row(period, unit).entries.get(node.id) if node.id != ROOT else None
        if entry is not None and entry.not_applicable:
            done = Kept(node, self._excused(unit, period, node))
        elif node.children or node.id == ROOT:
            below = [(child, self.score(unit, period, child)) for child in node.children]
            scored = folded(node, below, self.scheme.settings)
            done = Kept(node, scored or self._excused(unit, period, node, below))
        else:
            done = self._leaf(unit, period, node, entry, kept)
        place[node.id] = done
        return done.scored

    def _leaf(self, unit: str, period: str, node: Node, entry: Entry | None, kept: Kept | None) -> Kept:
        """A leaf; its rule is asked again only where what it looks at has changed."""
        points, rule = rule_points(node), node.indicator.rule
        if (
            kept is not None
            and kept.observed is not None
            and kept.outcome is not None
            and kept.observed.case.points == points
            and kept.node.indicator.rule == rule
        ):
            observed, outcome = kept.observed, kept.outcome
        else:
            observed = self._observed(unit, period, node, entry, points)
            outcome = outcome_of(node, observed.case)
        return Kept(node, leaf(node, self.scheme.settings, observed, outcome), observed, outcome)

    def _observed(self, unit: str, period: str, node: Node, entry: Entry | None, points: Decimal) -> Observed:
        row, rule, settings = self.facts.row(period, unit), node.indicator.rule, self.scheme.settings
        events, elsewhere = self._events(unit, period, node)
        peers = self._peers(unit, period, node.id) if rule is not None and rule.needs_peers else ()
        case = Case(
            unit,
            points,
            self.scheme.year,
            entry,
            events,
            row.ratings.get(node.id, ()),
            peers,
            settings.levels,
            self.windows[period],
            settings.minimum_raters,
        )
        given = row.given(node.id)
        return Observed(case, given, _late(settings, given), elsewhere)

    def _events(self, unit: str, period: str, node: Node) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        """The events a leaf counts, and those whose matter counts elsewhere."""
        counted = self.facts.events[unit].counted.get(period)
        if not counted:
            return (), ()
        own = events_at(node, counted)
        moved = self.elsewhere.get(unit)
        if not moved:
            return own, ()
        left = tuple(event for event in own if (period, node.id, event.id) in moved)
        return tuple(event for event in own if event not in left), left

    def _peers(self, unit: str, period: str, indicator: str) -> tuple[Peer, ...]:
        """Every unit of the class with an entry there, by id."""
        key = (period, self.units[unit].unit_class, indicator)
        if key not in self.peers:
            entries = (
                (each.id, self.facts.row(period, each.id).entries.get(indicator))
                for each in self.members[key[1]]
            )
            held = (
                Peer(id, entry) for id, entry in entries if entry is not None and not entry.not_applicable
            )
            self.peers[key] = tuple(sorted(held, key=lambda peer: peer.unit))
        return self.peers[key]

    def _excused(
        self, unit: str, period: str, node: Node, below: Sequence[tuple[Node, Scored]] = ()
    ) -> Scored:
        given = self.facts.row(period, unit).given(node.id)
        children = tuple(scored.score for _, scored in below)
        scored = excused(
            node, unit, self.scheme.settings, given, lambda: self._mean(unit, period, node.id), children
        )
        if not below:
            return scored
        return replace(scored, lifted=lifted(node.kind, below))

    def _mean(self, unit: str, period: str, indicator: str) -> tuple[Decimal, ...]:
        """The scores of the class's units to which the item applies, by unit id."""
        key = (period, self.units[unit].unit_class, indicator)
        if key not in self.means:
            found: list[Decimal] = []
            for each in self.members[key[1]]:
                node = self.found(period, each.id, indicator)
                # A head of which only the bonus is for a unit is no item of that unit's.
                if node is None or node.kind != "normal" or self.is_excused(period, each.id, node):
                    continue
                score = self.score(each.id, period, node).score
                if score.state == "scored":
                    found.append(score.value)
            self.means[key] = tuple(found)
        return self.means[key]

    def is_excused(self, period: str, unit: str, node: Node) -> bool:
        """True where the item, or everything in it, does not apply to the unit."""
        entries = self.facts.row(period, unit).entries
        entry = entries.get(node.id)
        if entry is not None and entry.not_applicable:
            return True
        parts = node.parts()
        return bool(parts) and all(self.is_excused(period, unit, part) for part in parts)

    def found(self, period: str, unit: str, indicator: str) -> Node | None:
        return self.nodes(self.trees[period][unit]).get(indicator)

    def nodes(self, tree: Node) -> Mapping[str, Node]:
        if id(tree) not in self._index:
            self._index[id(tree)] = {node.id: node for node in tree.all()}
        return self._index[id(tree)]


def _members(scheme: Scheme, unit_class: str) -> tuple[Unit, ...]:
    """The units of a class that are scored here, by id."""
    held = (unit for unit in scheme.units_of(unit_class) if windows.assessed(scheme, unit))
    return tuple(sorted(held, key=lambda unit: unit.id))


def _late(settings: Settings, given: tuple[Given, ...]) -> bool:
    """True where any piece of evidence came after the day."""
    last = settings.evidence_by
    if settings.late == "as_received" or last is None:
        return False
    pieces = (piece for each in given for piece in each.entry.evidence)
    return any(piece.day is not None and piece.day > last for piece in pieces)
