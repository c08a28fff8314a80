"""Scores units round by round, and remembers every item's score until something it stands on changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal

from assessments import windows
from assessments.derivation import Step
from assessments.facts import Facts, Row
from assessments.numbers import ZERO
from assessments.results import Given, PeriodScore, Score, UnitResult
from assessments.rules import Case, Outcome, Peer
from assessments.scheme import Period, Scheme, Settings, Unit
from assessments.scoring import periods, totals
from assessments.scoring.closing import Scored, rule_points
from assessments.scoring.folding import folded, lifted
from assessments.scoring.leaf import Observed, leaf, outcome_of
from assessments.scoring.matters import Elsewhere, Trees, events_at
from assessments.scoring.not_applicable import excused
from assessments.sheet import Entry, Event
from assessments.tree import ROOT, Node
from assessments.windows import WHOLE_YEAR
from planner.findings import Finding, Severity, Where

NOTHING = Scored(Score("", ZERO, ZERO))

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

    def under(self, scheme: Scheme, trees: Trees, elsewhere: Elsewhere) -> Engine:
        """The engine under a changed scheme of the same units, rounds and settings, with what still holds."""
        engine = Engine(scheme, self.facts, trees, elsewhere)
        engine.kept = {place: dict(kept) for place, kept in self.kept.items()}
        engine.peers = dict(self.peers)
        return engine

    def beside(self, facts: Facts, elsewhere: Elsewhere) -> Engine:
        """The engine with changed facts, with everything that was scored; what no longer holds is to be
        forgotten."""
        engine = copy(self)
        engine.facts, engine.elsewhere = facts, elsewhere
        engine.kept, engine.nowhere = dict(self.kept), dict(self.nowhere)
        engine.peers, engine.means = dict(self.peers), dict(self.means)
        return engine

    def forget(self, period: str, unit: str, indicators: Iterable[str]) -> None:
        """Forget a unit's scores of these items and of everything above them."""
        place = self.kept.get((period, unit))
        if place is None:
            return
        left = dict(place)
        for indicator in indicators:
            for each in self.way_up(indicator):
                left.pop(each, None)
        self.kept[(period, unit)] = left

    def way_up(self, indicator: str) -> tuple[str, ...]:
        """An item and those above it, to the outermost."""
        way = [indicator]
        while way[-1] != ROOT and self.parents.get(way[-1], ROOT) not in way:
            way.append(self.parents.get(way[-1], ROOT))
        return tuple(way)

    def forget_shared(self, period: str, unit_class: str, indicators: Iterable[str] | None) -> set[str]:
        """Forget what a class shares in these items (None: all) and the scores that stand on it.

        Gives the units whose scores were forgotten. A mean above an item stands on it too.
        """
        touched: set[str] = set()
        wanted = None if indicators is None else set(indicators)
        for key in [key for key in self.peers if key[:2] == (period, unit_class)]:
            if wanted is None or key[2] in wanted:
                del self.peers[key]
                for unit in self.members[unit_class]:
                    self.forget(period, unit.id, (key[2],))
                    touched.add(unit.id)
        above = None if wanted is None else {each for id in wanted for each in self.way_up(id)}
        for key in [key for key in self.means if key[:2] == (period, unit_class)]:
            if above is None or key[2] in above:
                del self.means[key]
                for unit in self.members[unit_class]:
                    node = self._found(period, unit.id, key[2])
                    if node is not None and self.is_excused(period, unit.id, node):
                        self.forget(period, unit.id, (key[2],))
                        touched.add(unit.id)
        return touched

    def draft(self, unit: Unit) -> UnitResult:
        """A unit's year before vetoes, the class's limits and rounding, rank and grade.

        One that is handed over to another body, or was not there in the year, is listed with nothing.
        """
        if not windows.assessed(self.scheme, unit):
            return UnitResult(unit.id, unit.unit_class, NOTHING.score, ZERO, ZERO)
        self.nowhere[unit.id] = self._nowhere(unit)
        year = self._evaluated(unit.id, WHOLE_YEAR)
        if not self.scheme.periods:
            taken = _taken_over(self.facts.row(WHOLE_YEAR, unit.id))
            if taken:
                return self._concluded(unit, year.score, taken, replace(year, missing=0))
            return self._concluded(unit, year.score, totals.from_main(year), year)
        inner: list[Scored] = [year]

        def leaf_period(period: Period) -> PeriodScore:
            score, scored = self._round(unit, period)
            inner.append(scored)
            return score

        scores, step = periods.combined(self.scheme, leaf_period)
        steps = [step or Step("why.sum", ZERO, (ZERO,))]
        main = joined(last_main(scores), year.score, self.order)
        missing = sum(scored.missing for scored in inner)
        return self._concluded(unit, main, steps, replace(year, missing=missing), scores)

    def _nowhere(self, unit: Unit) -> tuple[Finding, ...]:
        """Findings of entries for items that do not concern the unit, or are not scored in that round."""
        found: list[Finding] = []
        for period, by_unit in self.trees.items():
            entries = self.facts.row(period, unit.id).entries
            strange = entries.keys() & self.order.keys() - self._nodes(by_unit[unit.id]).keys()
            for id in sorted(strange, key=lambda id: self.order[id]):
                told = {"unit": unit.name, "indicator": self.titles[id]}
                where = Where(path=("entries", unit.id, id))
                found.append(Finding("sheet.counts_nowhere", Severity.WARNING, where, told))
        return tuple(found)

    def _concluded(
        self,
        unit: Unit,
        main: Score,
        steps: list[Step],
        year: Scored,
        rounds: tuple[PeriodScore, ...] = (),
    ) -> UnitResult:
        totals.begun(steps, self.classes[unit.unit_class])
        totals.acted(steps, year.lifted)
        value = steps[-1].value
        return UnitResult(
            unit.id, unit.unit_class, main, value, value, tuple(steps), rounds, missing=year.missing
        )

    def _round(self, unit: Unit, period: Period) -> tuple[PeriodScore, Scored]:
        """A unit's score in one round, and the sheet it comes from where there is one."""
        row = self.facts.row(period.id, unit.id)
        taken = _taken_over(row)
        if taken:
            steps = periods.closed(period, taken)
            return PeriodScore(period.id, steps[-1].value, True, None, steps), NOTHING
        if not row.held or not windows.existed(self.scheme, unit, period.id):
            return periods.not_held(period), NOTHING
        scored = self._evaluated(unit.id, period.id)
        opened = totals.from_main(scored)
        totals.acted(opened, scored.lifted)
        steps = periods.closed(period, opened)
        return PeriodScore(period.id, steps[-1].value, True, scored.score, steps), scored

    def _evaluated(self, unit: str, period: str) -> Scored:
        return self.score(unit, period, self.trees[period][unit])

    def score(self, unit: str, period: str, node: Node) -> Scored:
        """One item of one unit in one round, from memory where it still holds."""
        place = self.kept.setdefault((period, unit), {})
        kept = place.get(node.id)
        if kept is not None and kept.node is node:
            return kept.scored
        entry = self.facts.row(period, unit).entries.get(node.id)
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

    def _events(self, unit: str, period: str, node: Node) -> tuple[tuple[Event, ...], tuple[str, ...]]:
        """The events a leaf counts, and the ids of those whose matter counts elsewhere."""
        counted = self.facts.events[unit].counted.get(period)
        if not counted:
            return (), ()
        own = events_at(node, counted)
        moved = self.elsewhere.get(unit)
        if not moved:
            return own, ()
        left = tuple(event.id for event in own if (period, node.id, event.id) in moved)
        return tuple(event for event in own if event.id not in left), left

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
                node = self._found(period, each.id, indicator)
                if node is None or self.is_excused(period, each.id, node):
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

    def _found(self, period: str, unit: str, indicator: str) -> Node | None:
        return self._nodes(self.trees[period][unit]).get(indicator)

    def _nodes(self, tree: Node) -> Mapping[str, Node]:
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


def _taken_over(row: Row) -> list[Step]:
    """The step of a finished score taken over from elsewhere; none where there is none."""
    return [] if row.total is None else [Step("why.taken_over", row.total, (), {"by": row.total_by})]


def last_main(rounds: tuple[PeriodScore, ...]) -> Score | None:
    """The sheet of the last round that was scored here."""
    for each in reversed(rounds):
        found = each.main if each.main is not None else last_main(each.parts)
        if found is not None:
            return found
    return None


def joined(score: Score | None, year: Score, order: Mapping[str, int]) -> Score:
    """A round's sheet with what is scored once for the year beside it, in the scheme's order."""
    if score is None or not year.children:
        return score or year
    own = {child.indicator: child for child in score.children}
    for child in year.children:
        held = own.get(child.indicator)
        own[child.indicator] = child if held is None else joined(held, child, order)
    return replace(score, children=tuple(own[id] for id in sorted(own, key=lambda id: order[id])))
