"""A scheme's tree as rows: for a class of units, for one unit with what is its own, or all there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from assessments.numbers import ZERO, exact, plain, rounded, total
from assessments.scheme import Indicator, Scheme, Unit, UnitClass
from assessments.tree import ROOT, Node, tree_of
from planner.findings import Finding, Severity, heaviest_first
from planner.text import say
from planner.tui.display import cut
from planner.tui.widgets.rowmodel import Look

STANDIN = "?"
"""The id of a unit that stands for all of its class."""
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose tree is shown."""

    kind: Literal["class", "unit", "all"] = "all"
    id: str = ""

    def words(self, scheme: Scheme) -> str:
        """The class or unit by name."""
        if self.kind == "class":
            return next((each.title for each in scheme.classes if each.id == self.id), self.id)
        if self.kind == "unit":
            return next((each.name for each in scheme.units if each.id == self.id), self.id)
        return say("scheme_place.scope_all")

    def is_in(self, scheme: Scheme) -> bool:
        """False once the class or unit is gone."""
        ids = {each.id for each in scheme.classes} if self.kind == "class" else {u.id for u in scheme.units}
        return self.kind == "all" or self.id in ids


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row; `id` is "" for the outermost, which stands for the whole sheet.

    `given` is what the parts below come to and `due` what they should, where both are known. `own` says that
    points, rule or text are the unit's own; `filled` that the units' own items make the sum of a class right.
    """

    id: str
    depth: int
    title: str
    indicator: Indicator | None = None
    points: Decimal | None = None
    given: Decimal | None = None
    due: Decimal | None = None
    parent: bool = False
    own: bool = False
    by_weight: bool = False
    filled: bool = False

    @property
    def key(self) -> str:
        """Its own among the rows."""
        return self.id or ROOT_KEY

    @property
    def off(self) -> Decimal:
        """What the parts have too many (above 0) or too few."""
        return ZERO if self.given is None or self.due is None else self.given - self.due


ROOT_KEY = "="


def scopes(scheme: Scheme) -> list[Scope]:
    """Every tree there is to look at: classes, the units in them, all there is."""
    found = []
    for unit_class in scheme.classes:
        found.append(Scope("class", unit_class.id))
        found += [Scope("unit", unit.id) for unit in scheme.units_of(unit_class.id)]
    return [*found, Scope()]


def first_scope(scheme: Scheme) -> Scope:
    """The first class with units that is asked anything as a class, else the first unit that is, else the
    first class that is, else all there is."""
    found = scopes(scheme)
    ways = (
        [scope for scope in found if scope.kind == "class" and scheme.units_of(scope.id)],
        [scope for scope in found if scope.kind == "unit"],
        [scope for scope in found if scope.kind == "class"],
    )
    return next((scope for way in ways for scope in way if tree_for(scheme, scope).children), Scope())


def tree_for(scheme: Scheme, scope: Scope) -> Node:
    """The tree of a class, as a unit has it that has nothing of its own; or of one unit."""
    if scope.kind == "unit":
        return tree_of(scheme, scheme.unit(scope.id))
    return tree_of(scheme, Unit(STANDIN, "", scope.id))


def scope_with(scheme: Scheme, indicator: str, now: Scope) -> Scope:
    """A scope that shows an indicator: the present one, else the first that does."""
    for scope in (now, *scopes(scheme)):
        if scope.kind == "all" or any(node.id == indicator for node in tree_for(scheme, scope).all()):
            return scope
    return Scope()


def rows_of(scheme: Scheme, scope: Scope) -> list[TreeRow]:
    """The rows of a scope, from above, in order."""
    if scope.kind == "all":
        return list(_everything(scheme, ROOT, 0, frozenset()))
    own = {each.indicator for each in scheme.overrides if scope.kind == "unit" and each.unit == scope.id}
    with exact():
        found = list(_nodes(tree_for(scheme, scope), 0, own, _class_of(scheme, scope), scope))
    return _with_own(scheme, scope, found) if scope.kind == "class" else found


def _with_own(scheme: Scheme, scope: Scope, found: list[TreeRow]) -> list[TreeRow]:
    """The rows of a class, in which what its units have of their own fills up what is common to all."""
    units = scheme.units_of(scope.id)
    if not units or not any(row.off for row in found):
        return found
    trees = (rows_of(scheme, Scope("unit", unit.id)) for unit in units)
    wrong = {row.id for tree in trees for row in tree if row.off}
    return [
        replace(row, due=row.given, filled=True) if row.off and row.id not in wrong else row for row in found
    ]


def _class_of(scheme: Scheme, scope: Scope) -> UnitClass | None:
    id = scheme.unit(scope.id).unit_class if scope.kind == "unit" else scope.id
    return next((each for each in scheme.classes if each.id == id), None)


def _nodes(
    node: Node, depth: int, own: set[str], unit_class: UnitClass | None, scope: Scope
) -> Iterator[TreeRow]:
    given, due = sums(node, unit_class)
    yield TreeRow(
        node.id,
        depth,
        node.indicator.title if node.id else "",
        node.indicator if node.id else None,
        node.points,
        given,
        due,
        bool(node.children),
        node.id in own or node.indicator.applies == (scope.id,),
        node.share is not None,
    )
    for child in node.children:
        yield from _nodes(child, depth + 1, own, unit_class, scope)


def sums(node: Node, unit_class: UnitClass | None) -> tuple[Decimal | None, Decimal | None]:
    """What the parts of a node come to, and what they should; None where nothing is added up."""
    parts = node.parts()
    if not parts or node.indicator.combine != "sum" or node.kind not in ("normal", "information"):
        return None, None
    if any(part.points is None for part in parts):
        return None, None
    given, due = rounded(total(part.points or ZERO for part in parts), DIGITS), node.scale
    if due is None:
        return given, None
    if node.id == ROOT and unit_class is not None and given == due - unit_class.base:
        due = given
    return given, rounded(due, DIGITS)


def _everything(scheme: Scheme, parent: str, depth: int, above: frozenset[str]) -> Iterator[TreeRow]:
    """All indicators, whomever they concern; those that stand under nothing there is come at the end."""
    for each in scheme.children(parent):
        if each.id in above:
            continue
        points = each.points if each.points is not None else each.weight
        below = bool(scheme.children(each.id))
        yield TreeRow(each.id, depth, each.title, each, points, parent=below, by_weight=each.points is None)
        yield from _everything(scheme, each.id, depth + 1, above | {each.id})
    if parent == ROOT:
        known = {each.id for each in scheme.indicators} | {ROOT}
        for each in scheme.indicators:
            if each.parent not in known:
                yield TreeRow(each.id, 0, each.title, each, each.points)


# Cells


def title_cell(row: TreeRow) -> str:
    """The title, further in the deeper it stands."""
    return "  " * row.depth + (row.title or say("scheme_place.whole"))


HEAD = 8
"""Cells that are left of a title's beginning where its end tells more."""


def brief_title(title: str) -> str:
    """A title like "task: what is asked of it" with its beginning cut, because what is asked stands last."""
    head, mark, piece = title.rpartition("：")
    return f"{cut(head, HEAD)}{mark}{piece}" if head else title


def brief_cell(row: TreeRow) -> str:
    """The title for a narrow column."""
    return "  " * row.depth + (brief_title(row.title) or say("scheme_place.whole"))


def points_cell(row: TreeRow) -> str:
    """The points; a bonus without limit has none."""
    return "" if row.points is None else plain(rounded(row.points, DIGITS))


def sum_cell(row: TreeRow) -> str:
    """What the parts come to, and by how much that is wrong."""
    if row.given is None:
        return ""
    if row.filled:
        return say("scheme_place.sum_filled", sum=plain(row.given))
    if row.off == ZERO:
        return say("scheme_place.sum_right" if row.due is not None else "scheme_place.sum",
                   sum=plain(row.given))  # fmt: skip
    key = "scheme_place.sum_less" if row.off < ZERO else "scheme_place.sum_more"
    return say(key, sum=plain(row.given), off=plain(abs(row.off)))


def method_cell(row: TreeRow) -> str:
    """The rule in short words; of a parent how it is made where that is not the sum; what is not normal."""
    held = row.indicator
    if held is None:
        return ""
    words = [] if held.kind == "normal" else [say(f"scheme_place.choice.kind.{held.kind}")]
    if row.parent:
        if held.combine != "sum":
            words.append(say(f"scheme_place.choice.combine.{held.combine}"))
    elif held.rule is not None:
        words.append(say(f"method.{held.rule.method}"))
    else:
        words.append(say("scheme_place.no_rule"))
    return " ".join(words)


def scorer_cell(row: TreeRow) -> str:
    """Who scores it, where it says so itself."""
    return "、".join(row.indicator.scorers) if row.indicator is not None else ""


# What was found


Marks = Mapping[tuple[str, ...], tuple[Finding, ...]]
"""Findings by kind and id of what they speak of: ("indicators", "k3f9")."""


def marks_of(findings: tuple[Finding, ...]) -> dict[tuple[str, ...], tuple[Finding, ...]]:
    """The findings by what they speak of, the heaviest first; an override's is its indicator's, too."""
    held: dict[tuple[str, ...], list[Finding]] = {}
    for finding in heaviest_first(findings):
        path = finding.where.path
        held.setdefault(path[:2], []).append(finding)
        if path[:1] == ("overrides",) and len(path) > 2:
            held.setdefault(("indicators", path[2]), []).append(finding)
    return {place: tuple(each) for place, each in held.items()}


def mark_cell(found: tuple[Finding, ...]) -> str:
    """The heaviest in a word; a note is no reason to look."""
    return "" if not found or found[0].severity is Severity.NOTE else say(f"severity.{found[0].severity}")


def mark_look(found: tuple[Finding, ...], usual: Look = "") -> Look:
    """How a row with these findings stands out."""
    looks: dict[Severity, Look] = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    return looks.get(found[0].severity, usual) if found else usual


def row_look(row: TreeRow, found: tuple[Finding, ...]) -> Look:
    """Wrong sums and findings stand out; what has parts is set off."""
    if row.off != ZERO:
        return "error"
    return mark_look(found, "heading" if row.parent else "")
