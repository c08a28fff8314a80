"""The records of an assessment scheme (考核办法与评分细则).

A `Scheme` holds classes of units, the units, one table of indicators from which every unit's tree is taken,
periods, vetoes, and the settings in which offices differ. What sources disagree on is a field here, never a
constant of the program.

A unit's tree: every indicator whose `applies` names the unit or its class, with those above it. An empty
`applies` is inherited from the parent. So common items stand once, and a unit's own items beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol, TypeAlias, TypeVar

from assessments.numbers import HUNDRED, ONE, ZERO
from assessments.rules import Rule

ORDER_STEP = 1000

Kind: TypeAlias = Literal["normal", "bonus", "penalty", "multiplier", "information"]
"""What an indicator does to the total: counts towards the points, is added on top (加分), is taken off the
total (减分, a value of 0 or less), multiplies the total (考核系数), or is only shown."""

Combine: TypeAlias = Literal["sum", "lowest", "highest", "product", "worst_only"]
"""How a parent is made of its children: their sum; the lowest or highest of them; the product of their
shares of full marks; full marks less the greatest single deduction (只扣最重一项)."""

NotApplicable: TypeAlias = Literal["rescale_total", "rescale_parent", "full", "class_mean", "smaller", "zero"]
"""What becomes of the points of an item that does not concern a unit (合理缺项): the total is brought back to
its scale; the parent is; full points are given; the mean of the class is given; the unit's full mark is just
smaller; nothing is given and the points stay due."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Floor (扣完为止) and cap (封顶). None is the usual limit of the place; `no_floor`, `no_cap` are none.

    The usual: 0 to full marks for a leaf, a parent and a bonus (without points: no cap); for a penalty its
    points below 0 (without points: no floor) to 0; 0 and no cap for a class's total; none for a multiplier.
    """

    floor: Decimal | None = None
    cap: Decimal | None = None
    no_floor: bool = False
    no_cap: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """One item of the tree (考核指标), at any depth. A leaf has a `rule`; a parent has children.

    `points` is its full mark (分值). Instead a child may have a `weight`: it takes that share of its parent's
    points among its siblings with weights. `scale` is the full mark in which its rule or its children speak,
    where that is another than its points (a part scored out of 100 and folded to 30); None: the same.

    `scorers` are the bodies that score it (评分部门), by name. `text` is the rule as the paper prints it,
    `article` where it comes from (依据), `evidence` what the unit must show (佐证材料). `task` names the
    plan's task or measure it follows from ("plan id/task id/measure id").
    `mandatory` (必备条件): not met in full, the unit fails, or its total is zero.
    `periods` names the periods in which it is scored; empty is all.
    """

    id: str
    title: str
    order: int = ORDER_STEP
    parent: str = ""
    applies: tuple[str, ...] = ()
    kind: Kind = "normal"
    points: Decimal | None = None
    weight: Decimal | None = None
    scale: Decimal | None = None
    combine: Combine = "sum"
    limits: Limits = Limits()
    not_applicable: NotApplicable | None = None
    rounding: int | None = None
    rule: Rule | None = None
    mandatory: Literal["", "fail", "zero"] = ""
    scorers: tuple[str, ...] = ()
    text: str = ""
    article: str = ""
    evidence: str = ""
    task: str = ""
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """What is different in one indicator for one unit. None: as the indicator says."""

    unit: str
    indicator: str
    points: Decimal | None = None
    rule: Rule | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Minimum:
    """A grade's least share of full marks in one indicator, in percent (各类得分不低于……%)."""

    indicator: str
    percent: Decimal


QuotaRounding: TypeAlias = Literal["down", "half_up", "up"]


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of a class may have a grade: a count, or a percent of its ranked units.

    `ties` says what happens where the last place is shared: all who share it get in, or none of them.
    Places for which nobody has the grade's lower bound stay empty.
    """

    count: int | None = None
    percent: Decimal | None = None
    rounding: QuotaRounding = "down"
    ties: Literal["all", "none"] = "none"


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade (等次), from `lower` on, the bound included.

    `upper` is the printed upper end of a band ("90–94"), kept to find the gaps in it; it bounds nothing.
    `minimums` must all be reached too. `base` names the grade that must be reached first, conditions and all.
    """

    id: str
    title: str
    lower: Decimal
    order: int = ORDER_STEP
    upper: Decimal | None = None
    minimums: tuple[Minimum, ...] = ()
    base: str = ""
    quota: Quota | None = None
    passing: bool = True


@dataclass(frozen=True, slots=True)
class Award:
    """What a place or a total brings (奖励): for ranks from `first` to `last`, or from `lower` on.

    `places` gives it to that many units in order of rank, after the awards before it, only to those that have
    `lower`; what nobody can take stays empty (奖项空缺). `amount` is money or a factor.
    """

    id: str
    title: str
    order: int = ORDER_STEP
    first: int | None = None
    last: int | None = None
    places: int | None = None
    lower: Decimal | None = None
    amount: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class GradeCorrection:
    """One score sets the grade and another corrects it (质量分定档、任务分校档).

    Where the indicator's share of full marks is below `below` percent, or has reached `at_least` percent, the
    grade moves `steps` down (up for a negative number: 直接晋档). With `grade` it becomes no better than that
    below the bound, no worse from it on. Three great projects beyond the target lift it by one grade:
    `at_least` 100 of an item that counts them out of three.
    """

    indicator: str
    below: Decimal | None = None
    steps: int = 0
    grade: str = ""
    at_least: Decimal | None = None

    def holds(self, percent: Decimal) -> bool:
        """True where the grade is corrected for this share of full marks."""
        low = self.below is not None and percent < self.below
        return low or (self.at_least is not None and percent >= self.at_least)


FoldBonus: TypeAlias = Literal["folded", "beside", "left_out"]
"""What becomes of the bonus in a wider assessment: folded with the rest, added in full beside what is folded,
or left out of it (不含奖励分)."""


@dataclass(frozen=True, slots=True)
class UnitClass:
    """A class of units (考核类别) with its own scale, grades and ranking.

    `scale` is the full mark (百分制, 千分制). `base` is where totals begin (0; 100 where only bonus and
    penalty count). `fold_to` brings the finished main score to another scale before bonus and penalty.
    `fold` is what the total becomes in a wider assessment (折算入综合考核), its bonus as `fold_bonus` says.
    `declared` is the number of units the paper speaks of, `None` where it gives none.
    `grade_by` takes another indicator's score than the total as what grades are read from.
    `tie_keys` settle equal totals, in order: "raw" (the total before rounding), "bonus", "penalty",
    an indicator's id, "-" before any of them for the smaller first. Without a key that settles it the rank is
    shared (8, 8, 10).
    """

    id: str
    title: str
    order: int = ORDER_STEP
    scale: Decimal = HUNDRED
    base: Decimal = ZERO
    combine: Combine = "sum"
    fold_to: Decimal | None = None
    fold: Decimal | None = None
    fold_bonus: FoldBonus = "folded"
    limits: Limits = Limits(no_cap=True)
    rounding: int | None = 2
    grade_from: Literal["rounded", "raw"] = "rounded"
    declared: int | None = None
    ranked: bool = True
    grades: tuple[Grade, ...] = ()
    awards: tuple[Award, ...] = ()
    grade_by: str = ""
    corrections: tuple[GradeCorrection, ...] = ()
    tie_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """An assessed unit (考核对象). `from_day` and `to_day` bound the days it existed in the year.

    `hand_over` names another body that assesses it (委托考核): it is listed and not scored here.
    """

    id: str
    name: str
    unit_class: str
    order: int = ORDER_STEP
    group: str = ""
    from_day: date | None = None
    to_day: date | None = None
    hand_over: str = ""


@dataclass(frozen=True, slots=True)
class Assessor:
    """A person or body that rates (评委). `body` is the voice it counts in: "superiors", "public"."""

    id: str
    name: str
    body: str = ""
    weight: Decimal = ONE


MissingPeriod: TypeAlias = Literal["uniform", "mean_of_held", "zero"]
"""What a unit's round that was not held counts: a uniform mark, as if the others were all, or nothing."""


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the year that is scored by itself (季度、半年、平时、年终), or an earlier year.

    Its `weight` is its share among its siblings (70 and 30; 1 each for a plain mean). Periods nest: routine
    is the mean of its quarters. `missing` is what a round that was not held counts, with `uniform` its mark.
    `rounding` are the digits kept of its own score.
    """

    id: str
    title: str
    order: int = ORDER_STEP
    parent: str = ""
    weight: Decimal = ONE
    missing: MissingPeriod = "mean_of_held"
    uniform: Decimal | None = None
    rounding: int | None = None
    from_day: date | None = None
    to_day: date | None = None


Severity: TypeAlias = Literal["", "ordinary", "larger", "major", "extraordinary"]
"""Classes of accidents by deaths (一般 1–2, 较大 3–9, 重大 10–29, 特别重大 30 and more)."""

Effect: TypeAlias = Literal[
    "zero", "fail", "minus", "block", "downgrade", "yellow_card", "red_card", "talk", "rectify"
]
"""What a veto does: total 0; the lowest grade; points off the total; a grade and those above it barred
(一票否优); so many grades down; a yellow or red card (黄牌警告, 红牌); a talk (约谈); a report of mending."""


@dataclass(frozen=True, slots=True)
class EventTrigger:
    """A veto by events: at least `count` of these kinds, counted together.

    `severity` counts those at least as severe; `deaths` sums the dead of all (None: any number). `concealed`
    counts only concealed ones (瞒报), looked for in `years_back` earlier years too. `no_responsibility`
    excepts the events in which the inquiry found the unit not responsible. `over_quota` counts deaths above
    the unit's control quota: the figure `quota` of that indicator's entry, else the quota of its rule.
    """

    kinds: tuple[str, ...]
    count: int = 1
    severity: Severity = ""
    deaths: int | None = None
    injured: int | None = None
    concealed: bool = False
    falsified: bool = False
    years_back: int = 0
    no_responsibility: bool = True
    level: str = ""
    over_quota: str = ""


@dataclass(frozen=True, slots=True)
class ScoreTrigger:
    """A veto by a score: the total, or an indicator's score (`percent`: its share), below a bound; or a place
    among the last of the class; or this grade in `years` results running."""

    indicator: str = ""
    below: Decimal | None = None
    percent: bool = False
    last: int | None = None
    grade: str = ""
    years: int = 1


@dataclass(frozen=True, slots=True)
class Veto:
    """A veto (一票否决), bar or card. All of its triggers must hold. `applies` names classes or units; empty
    is all. `points` is for "minus", `steps` for "downgrade", `grade` for "block" (empty: the highest)."""

    id: str
    title: str
    effect: Effect
    order: int = ORDER_STEP
    applies: tuple[str, ...] = ()
    event: EventTrigger | None = None
    score: ScoreTrigger | None = None
    points: Decimal | None = None
    steps: int = 1
    grade: str = ""
    text: str = ""
    article: str = ""


LateEvidence: TypeAlias = Literal["zero", "deduct", "as_received"]
SameMatter: TypeAlias = Literal["once", "once_a_head", "every_time"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in which offices differ.

    `not_applicable` is the usual treatment. `from_day` to `to_day` is the window of events, both included;
    None is the calendar year's edge. `same_matter`: one matter in several places counts once at its highest
    in the whole scheme, once under each head, or every time. `levels` are the levels of honours and
    criticism, highest first. `late` is what evidence after `evidence_by` costs (`late_points` for "deduct").
    `concealed_years`: a concealed accident (瞒报) that is proven now counts though it happened in one of so
    many years before the window. `distinct_marks` forbids an assessor two equal marks in one item of a class
    (不得并列打分).
    `panel_hidden` keeps the assessors' ratings from each other until they are revealed; `minimum_raters` must
    have rated.
    """

    not_applicable: NotApplicable = "rescale_total"
    leaf_rounding: int | None = None
    parent_rounding: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    same_matter: SameMatter = "once"
    levels: tuple[str, ...] = ("national", "province", "city", "county", "township")
    late: LateEvidence = "as_received"
    late_points: Decimal | None = None
    evidence_by: date | None = None
    publicity_days: int | None = None
    appeal_days: int | None = None
    concealed_years: int = 0
    distinct_marks: bool = False
    panel_hidden: bool = True
    minimum_raters: int = 1


@dataclass(frozen=True, slots=True)
class Scheme:
    """A year's assessment scheme. `basis` is the paper it follows, `plan` the plan it was made from (an id).

    Everything stands in its order, whatever order it came in.
    """

    id: str
    title: str
    year: int
    issuer: str = ""
    region: str = ""
    basis: str = ""
    plan: str = ""
    settings: Settings = Settings()
    classes: tuple[UnitClass, ...] = ()
    units: tuple[Unit, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    overrides: tuple[Override, ...] = ()
    periods: tuple[Period, ...] = ()
    assessors: tuple[Assessor, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        for name in ("classes", "units", "indicators", "periods", "vetoes"):
            held = getattr(self, name)
            object.__setattr__(self, name, tuple(sorted(held, key=lambda each: (each.order, each.id))))
        for name in ("assessors",):
            object.__setattr__(self, name, tuple(sorted(getattr(self, name), key=lambda each: each.id)))
        ordered = sorted(self.overrides, key=lambda each: (each.unit, each.indicator))
        object.__setattr__(self, "overrides", tuple(ordered))

    def indicator(self, id: str) -> Indicator:
        """The indicator with this id; KeyError where there is none."""
        return _found(self.indicators, id)

    def unit(self, id: str) -> Unit:
        """The unit with this id; KeyError where there is none."""
        return _found(self.units, id)

    def unit_class(self, id: str) -> UnitClass:
        """The class with this id; KeyError where there is none."""
        return _found(self.classes, id)

    def units_of(self, unit_class: str) -> tuple[Unit, ...]:
        """The units of a class, in order."""
        return tuple(unit for unit in self.units if unit.unit_class == unit_class)

    def children(self, parent: str) -> tuple[Indicator, ...]:
        """The indicators right under one, in order; the outermost for ""."""
        return tuple(each for each in self.indicators if each.parent == parent)

    def scored(self) -> tuple[Indicator, ...]:
        """The indicators that are scored themselves, in order: those that no other stands under."""
        above = {each.parent for each in self.indicators}
        return tuple(each for each in self.indicators if each.id not in above)

    def with_indicator(self, changed: Indicator) -> Scheme:
        """The scheme with the indicator of the same id replaced."""
        held = tuple(changed if each.id == changed.id else each for each in self.indicators)
        return replace(self, indicators=held)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Named)


def _found(records: tuple[_Record, ...], id: str) -> _Record:
    for record in records:
        if record.id == id:
            return record
    raise KeyError(id)
