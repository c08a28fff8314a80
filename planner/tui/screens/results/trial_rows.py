"""The lines of a trial: the items of one unit with their weights, and the units as they would stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.analysis import whatif
from assessments.analysis.intervals import Interval
from assessments.analysis.whatif import Move
from assessments.results import UnitResult
from assessments.scheme import Scheme
from assessments.tree import ROOT, Node, tree_of
from planner.text import say
from planner.tui.screens.results.wording import Wording, number, signed
from planner.tui.screens.results.years import moved_words
from planner.tui.widgets.rowmodel import Column, Group, Look


@dataclass(frozen=True, slots=True)
class WeightRow:
    """An item of a unit: what it weighs officially and as tried. `blocked` says why it cannot be nudged."""

    indicator: str
    title: str
    depth: int
    official: Decimal | None
    now: Decimal | None
    is_weight: bool
    blocked: str

    @property
    def is_changed(self) -> bool:
        """True where the trial gives it another weight."""
        return self.official != self.now


def weight_rows(official: Scheme, tried: Scheme, unit: str) -> list[WeightRow]:
    """The items of a unit's tree that count, from above, with both weights."""
    before = {node.id: node for node in _nodes(official, unit)}
    return list(_below(tree_of(tried, tried.unit(unit)), before, official, tried, 0))


def _nodes(scheme: Scheme, unit: str) -> Iterator[Node]:
    held = next((each for each in scheme.units if each.id == unit), None)
    if held is not None:
        yield from tree_of(scheme, held).all()


def _below(
    node: Node, before: Mapping[str, Node], official: Scheme, tried: Scheme, depth: int
) -> Iterator[WeightRow]:
    if node.id != ROOT:
        yield _weight(node, before.get(node.id), official, tried, depth - 1)
    for child in node.children:
        if child.kind in ("normal", "bonus", "penalty"):
            yield from _below(child, before, official, tried, depth + 1)


def _weight(node: Node, before: Node | None, official: Scheme, tried: Scheme, depth: int) -> WeightRow:
    held, amount = node.indicator, whatif.amount(tried, node.id)
    is_weight = held.points is None and held.weight is not None
    own = held.points is not None or held.weight is not None
    blocked = ""
    if amount is None:
        blocked = say("what_if.no_points")
    elif not own and amount != node.points:
        # What stands under it differs from unit to unit: there is no one sum to nudge.
        blocked = say("what_if.by_children")
    if is_weight:
        return WeightRow(node.id, held.title, depth, whatif.amount(official, node.id), amount, True, blocked)
    was = before.points if before is not None else None
    return WeightRow(node.id, held.title, depth, was, node.points, False, blocked)


def weight_words(row: WeightRow, value: Decimal | None) -> str:
    """A weight in a cell."""
    if value is None:
        return "-"
    words = number(value, 2)
    return say("what_if.weight", weight=words) if row.is_weight else words


def weight_columns() -> list[Column[WeightRow]]:
    """Item, official, tried."""
    return [
        Column("item", "results.col.item", lambda row: " " * row.depth + row.title, least=14,
               optional=False, sort=lambda row: row.title),
        Column("official", "what_if.col.official", lambda row: weight_words(row, row.official), width=6,
               align="right", sort=lambda row: float(row.official or 0)),
        Column("now", "what_if.col.now", lambda row: weight_words(row, row.now), width=8, align="right",
               sort=lambda row: float(row.now or 0), optional=False),
    ]  # fmt: skip


def weight_look(row: WeightRow) -> Look:
    """What is changed stands out; both figures say it too."""
    return "warning" if row.is_changed else "muted" if row.blocked else ""


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A unit as it would stand."""

    result: UnitResult
    move: Move | None
    name: str
    total: str
    grade: str
    interval: Interval | None

    @property
    def places(self) -> int | None:
        """How many places it would go up."""
        if self.move is None or None in self.move.rank:
            return None
        return (self.move.rank[0] or 0) - (self.move.rank[1] or 0)

    @property
    def change(self) -> Decimal:
        """What its total would gain."""
        return self.move.total[1] - self.move.total[0] if self.move is not None else Decimal(0)


def trial_rows(
    wording: Wording, moves: Mapping[str, Move], found: Mapping[str, Interval]
) -> list[TrialRow | Group]:
    """The classes with their units in the order of the trial."""
    rows: list[TrialRow | Group] = []
    for unit_class in wording.scheme.classes:
        held = [each for each in wording.results.in_class(unit_class.id) if each.rank is not None]
        moved = sum(1 for each in held if (move := moves.get(each.unit)) and move.rank[0] != move.rank[1])
        if held:
            note = say("what_if.moved", count=moved) if moved else say("what_if.nobody_moved")
            rows.append(Group(unit_class.title, note))
        rows += [
            TrialRow(
                each,
                moves.get(each.unit),
                wording.unit(each.unit),
                wording.total(each),
                _grade(wording, each, moves.get(each.unit)),
                found.get(each.unit),
            )
            for each in held
        ]
    return rows


def _grade(wording: Wording, result: UnitResult, move: Move | None) -> str:
    now = wording.grade(result)
    if move is None or move.grade[0] == move.grade[1] or result.missing:
        return now
    return say("results.grades", before=wording.grade_title(result.unit_class, move.grade[0]), now=now)


def trial_columns() -> list[Column[TrialRow]]:
    """Rank, move, unit, total, what it gains, grade, rank interval."""
    return [
        Column("rank", "results.col.rank", lambda row: str(row.result.rank or "-"), width=4, align="right",
               sort=lambda row: row.result.rank or 9999, optional=False),
        Column("unit", "results.col.unit", lambda row: row.name, least=12, optional=False),
        Column("total", "results.col.total", lambda row: row.total, width=7, align="right",
               sort=lambda row: float(row.result.total), optional=False),
        Column("moved", "what_if.col.moved", _moved, width=7, brief=6,
               sort=lambda row: -(row.places or 0), optional=False),
        Column("interval", "what_if.col.interval", _interval, width=8, align="right",
               sort=lambda row: _width_of(row)),
        Column("change", "results.col.change", lambda row: signed(row.change) if row.change else "",
               width=8, align="right", hidden=True, sort=lambda row: float(row.change)),
        Column("grade", "results.col.grade", lambda row: row.grade, width=14),
    ]  # fmt: skip


def _moved(row: TrialRow) -> str:
    return moved_words(row.places) if row.places else ""


def _interval(row: TrialRow) -> str:
    if row.interval is None:
        return ""
    return interval_words(row.interval.best, row.interval.worst)


def interval_words(best: int, worst: int) -> str:
    """A span of ranks."""
    return str(best) if best == worst else f"{best}-{worst}"


def _width_of(row: TrialRow) -> int:
    return -1 if row.interval is None else row.interval.worst - row.interval.best


def trial_look(row: TrialRow) -> Look:
    """Up in green, down in yellow: the words stand beside."""
    if row.places:
        return "good" if row.places > 0 else "warning"
    return "muted" if row.result.missing else ""
