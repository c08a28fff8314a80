"""Whether an entry may stand where it is put: a unit and an indicator of the scheme, figures that can be, a
score on its scale."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from assessments.numbers import ZERO, plain
from assessments.process.figures import below_nothing
from assessments.rules.panel import Panel
from assessments.scheme import Scheme
from assessments.scoring.closing import bounds
from assessments.sheet import Entry, SheetKind
from assessments.tree import Node, trees
from planner.findings import Finding, Severity, Where


class Cells:
    """The cells of a scheme: which indicators concern which unit, and up to which mark."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._units = {unit.id: unit for unit in scheme.units}
        self._titles = {indicator.id: indicator.title for indicator in scheme.indicators}
        self._leaves: Mapping[str, Mapping[str, Node]] = {
            unit: {leaf.id: leaf for leaf in tree.leaves()} for unit, tree in trees(scheme).items()
        }

    def knows(self, unit: str) -> bool:
        """True where the scheme has this unit."""
        return unit in self._units

    def leaves(self, unit: str) -> Mapping[str, Node]:
        """The indicators that are scored for a unit, by id; none for a unit that is not in the scheme."""
        return self._leaves.get(unit, {})

    def refusal(self, unit: str, indicator: str, entry: Entry, kind: SheetKind) -> Finding | None:
        """Why an entry cannot stand in this cell; None where it can."""
        where = Where(path=("entries", unit, indicator))
        if unit not in self._units:
            return Finding("sheet.unknown_unit", Severity.ERROR, where, {"unit": unit})
        names: dict[str, str | int] = {
            "unit": self._units[unit].name,
            "indicator": self._titles.get(indicator, indicator),
        }
        leaf = self.leaves(unit).get(indicator)
        if leaf is None:
            known = indicator in self._titles
            code = "sheet.not_of_this_unit" if known else "sheet.unknown_indicator"
            return Finding(code, Severity.ERROR, where, names)
        below = below_nothing(leaf.indicator, entry)
        if below is not None:
            return Finding("sheet.below_nothing", Severity.ERROR, where, {**names, "figure": plain(below)})
        if entry.score is None:
            return None
        floor, cap = limits(leaf, kind)
        if cap is not None and entry.score > cap:
            more = {**names, "score": plain(entry.score), "limit": plain(cap)}
            return Finding("sheet.above_full_marks", Severity.ERROR, where, more)
        if floor is not None and entry.score < floor:
            more = {**names, "score": plain(entry.score), "limit": plain(floor)}
            return Finding("sheet.below_floor", Severity.ERROR, where, more)
        return None


def limits(leaf: Node, kind: SheetKind) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest mark that a sheet of this kind may give in a leaf, None where there is no
    limit. An assessor may mark out of another full mark than the item has (百分制打分)."""
    rule = leaf.indicator.rule
    if kind == "rating" and isinstance(rule, Panel):
        # Where assessors give places there is no highest mark.
        return ZERO, None if rule.by_place else rule.out_of or leaf.scale
    return bounds(leaf, leaf.scale)
