"""A unit's own tree of indicators (指标体系): which items concern it, with their full marks in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import is_

from assessments import windows
from assessments.derivation import Step
from assessments.numbers import ZERO, exact, total
from assessments.scheme import Indicator, Kind, NotApplicable, Override, Scheme, Unit

ROOT = ""
"""The id of the outermost node, which stands for the whole sheet of a unit."""


@dataclass(frozen=True, slots=True)
class Node:
    """An indicator as it is for one unit: its override applied, its points resolved, its children below it.

    `points` is the full mark inside the parent; None where there is none (a bonus without limit). `share`
    says how a weight became points. `kind` is the effective kind: children without a kind of their own are of
    their parent's kind. `treatment` is what becomes of its points where it does not apply: its own, else that
    of the nearest above, else the scheme's. `counts` are the kinds of events its rule counts; `reads_score`
    says that the rule itself asks for a score.
    """

    indicator: Indicator
    kind: Kind
    points: Decimal | None
    treatment: NotApplicable = "rescale_total"
    children: tuple[Node, ...] = ()
    share: Step | None = None
    counts: frozenset[str] = frozenset()
    reads_score: bool = False

    @property
    def id(self) -> str:
        """The indicator's id; "" for the outermost."""
        return self.indicator.id

    @property
    def scale(self) -> Decimal | None:
        """The full mark in which its rule or its children speak."""
        return self.points if self.indicator.scale is None else self.indicator.scale

    def parts(self) -> tuple[Node, ...]:
        """The children of which its own value is made. The others act on the total, or are only shown."""
        return tuple(child for child in self.children if child.kind == self.kind)

    def all(self) -> Iterator[Node]:
        """This node and all below it, from above, in order."""
        yield self
        for child in self.children:
            yield from child.all()

    def numbers(self, above: str = "") -> dict[str, str]:
        """The printed number of every indicator below this node, such as 2.1, by id."""
        found: dict[str, str] = {}
        for place, child in enumerate(self.children, 1):
            found[child.id] = f"{above}{place}"
            found |= child.numbers(f"{above}{place}.")
        return found

    def leaves(self) -> Iterator[Node]:
        """The nodes without children, in order."""
        return (node for node in self.all() if not node.children and node.id != ROOT)


def tree_of(scheme: Scheme, unit: Unit) -> Node:
    """The whole tree of one unit, all its rounds together.

    Its outermost node has the class's scale and way of combining.
    """
    with exact():
        return _Table(scheme, None).tree(unit)


def trees(scheme: Scheme, period: str | None = None) -> dict[str, Node]:
    """The tree of every unit, by unit id. Units without anything of their own share their class's tree.

    A `period` takes only what is scored in that round. Where a scheme has rounds, "" takes what is scored
    once for the year: bonus, penalty and multiplier that name no round.
    """
    with exact():
        table = _Table(scheme, period)
        own = {each.unit for each in scheme.overrides}
        own.update(name for indicator in scheme.indicators for name in indicator.applies)
        common: dict[str, Node] = {}
        found: dict[str, Node] = {}
        for unit in scheme.units:
            if unit.id in own:
                found[unit.id] = table.tree(unit)
                continue
            if unit.unit_class not in common:
                common[unit.unit_class] = table.tree(unit)
            found[unit.id] = common[unit.unit_class]
        return found


def adopted(new: Node, old: Node | None) -> Node:
    """The new tree, with every part that is as it was taken from the old one."""
    if old is None or new is old:
        return new
    before = {child.id: child for child in old.children}
    children = tuple(adopted(child, before.get(child.id)) for child in new.children)
    held = replace(new, children=children)
    same = len(children) == len(old.children) and all(map(is_, children, old.children))
    return old if same and replace(old, children=children) == held else held


@dataclass(frozen=True, slots=True)
class _Sketch:
    """An indicator of the unit's tree before its points are known."""

    indicator: Indicator
    kind: Kind
    treatment: NotApplicable
    children: tuple[_Sketch, ...]

    def points(self) -> Decimal | None:
        """Its own points, or those of its children; None where a weight or its place decides."""
        if self.indicator.points is not None:
            return self.indicator.points
        if self.indicator.weight is not None or self.indicator.combine != "sum":
            return None
        below = [each for child in self.children if child.kind == self.kind if (each := child.stated())]
        return total(below) if below else None

    def stated(self) -> Decimal | None:
        """Its points, or the bare weight where nothing is known above it."""
        held = self.points()
        return self.indicator.weight if held is None else held


@dataclass(frozen=True, slots=True)
class _Above:
    """What a node hands down to those below it."""

    kind: Kind
    concerned: bool
    treatment: NotApplicable
    periods: tuple[str, ...]


class _Table:
    """A scheme's indicators by their parent, as far as one round needs them."""

    def __init__(self, scheme: Scheme, period: str | None) -> None:
        self._scheme = scheme
        self._period = period
        self._rounds = None if period is None else {period, *windows.around(scheme, period)}
        self._below: dict[str, list[Indicator]] = {}
        for indicator in scheme.indicators:
            self._below.setdefault(indicator.parent, []).append(indicator)

    def tree(self, unit: Unit) -> Node:
        overrides = {each.indicator: each for each in self._scheme.overrides if each.unit == unit.id}
        held = next((each for each in self._scheme.classes if each.id == unit.unit_class), None)
        treatment = self._scheme.settings.not_applicable
        above = _Above("normal", True, treatment, ())
        below = self._sketches(ROOT, above, {unit.id, unit.unit_class}, overrides)
        root = Indicator(ROOT, held.title if held else "", combine=held.combine if held else "sum")
        sketch = _Sketch(root, "normal", treatment, below)
        return _placed(sketch, held.scale if held else None, None)

    def _sketches(
        self, parent: str, above: _Above, names: set[str], overrides: dict[str, Override]
    ) -> tuple[_Sketch, ...]:
        found: list[_Sketch] = []
        for indicator in self._below.get(parent, ()):
            if indicator.id == ROOT:
                continue
            here = _Above(
                above.kind if indicator.kind == "normal" else indicator.kind,
                not names.isdisjoint(indicator.applies) if indicator.applies else above.concerned,
                indicator.not_applicable or above.treatment,
                indicator.periods or above.periods,
            )
            below = self._sketches(indicator.id, here, names, overrides)
            leaf = indicator.id not in self._below
            if below or (leaf and here.concerned and self._due(here)):
                own = _overridden(indicator, overrides.get(indicator.id))
                kind = here.kind
                if below and kind == "normal" and all(child.kind != kind for child in below):
                    # Of a head only its bonus is for this unit: it has no points here that could be lost.
                    own, kind = replace(own, points=None, weight=None), "information"
                found.append(_Sketch(own, kind, here.treatment, below))
        return tuple(found)

    def _due(self, here: _Above) -> bool:
        """True where a leaf is scored in the round that is looked at."""
        if self._rounds is None or not self._scheme.periods:
            return True
        if here.kind in ("bonus", "penalty", "multiplier") and not here.periods:
            return self._period == windows.WHOLE_YEAR
        if self._period == windows.WHOLE_YEAR:
            return False
        return not here.periods or not self._rounds.isdisjoint(here.periods)


def _overridden(indicator: Indicator, override: Override | None) -> Indicator:
    if override is None:
        return indicator
    return replace(
        indicator,
        points=indicator.points if override.points is None else override.points,
        rule=indicator.rule if override.rule is None else override.rule,
        text=override.text or indicator.text,
    )


def _placed(sketch: _Sketch, points: Decimal | None, share: Step | None) -> Node:
    """The node with these points, and those below it with theirs.

    Children with a weight share what their siblings with points leave of the parent's, if anything. Where the
    parent takes the lowest, the highest, the product or the worst of its children, each is out of the whole.
    """
    indicator = sketch.indicator
    inner = points if indicator.scale is None else indicator.scale
    parts = [child for child in sketch.children if child.kind == sketch.kind]
    held = {child.indicator.id: child.points() for child in sketch.children}
    taken = total(held[child.indicator.id] or ZERO for child in parts)
    rest = None if inner is None else max(ZERO, inner - taken)
    weights = [child.indicator.weight or ZERO for child in parts if held[child.indicator.id] is None]
    children: list[Node] = []
    for child in sketch.children:
        own, step = held[child.indicator.id], None
        if own is None and child.kind == sketch.kind:
            if indicator.combine != "sum":
                own = inner
            elif rest is None:
                own = child.indicator.weight
            elif child.indicator.weight is not None:
                step = _share(rest, child.indicator.weight, total(weights))
                own = step.value
        children.append(_placed(child, own, step))
    rule = None if children else indicator.rule
    return Node(
        indicator,
        sketch.kind,
        points,
        sketch.treatment,
        tuple(children),
        share,
        frozenset(rule.kinds()) if rule else frozenset(),
        rule is not None and any(each.kind == "score" for each in rule.inputs()),
    )


def _share(whole: Decimal, weight: Decimal, weights: Decimal) -> Step:
    if weights == ZERO:
        return Step("why.weight", ZERO)
    return Step("why.weight", whole * weight / weights, (whole, "×", weight, "÷", weights))
