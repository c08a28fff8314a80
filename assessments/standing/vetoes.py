"""Vetoes, bars, cards and talks (一票否决、黄牌、约谈), and mandatory items: which hold, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.derivation import Step
from assessments.numbers import HUNDRED
from assessments.results import Mark, Score, UnitResult
from assessments.scheme import Effect, Scheme, ScoreTrigger, Veto
from assessments.standing.events import holds
from assessments.standing.ground import Ground, score_in, settled, trees_of
from assessments.standing.ranking import Key, competition, key_of

Stage: TypeAlias = Literal["facts", "totals", "places", "grades"]
STAGES: tuple[Stage, ...] = ("facts", "totals", "places", "grades")
"""What a veto looks at: events and single indicators, which no other veto changes; totals; places in the
ranking; grades. A later stage sees what the earlier ones did."""


@dataclass(frozen=True, slots=True)
class Held:
    """A veto that holds for a unit: its mark, what it does, and the facts it stands on as steps."""

    mark: Mark
    title: str
    reasons: tuple[Step, ...]
    points: Decimal | None = None
    steps: int = 1
    grade: str = ""

    @property
    def effect(self) -> Effect:
        """What it does."""
        return self.mark.effect


def title_of(scheme: Scheme, mark: Mark) -> str:
    """The title of the veto behind a mark, or of the mandatory item that was missed."""
    titles = {each.id: each.title for each in scheme.indicators}
    titles |= {each.id: each.title for each in scheme.vetoes}
    return titles.get(mark.veto, mark.veto)


def is_out(held: tuple[Held, ...]) -> bool:
    """True where a veto fails the unit or takes its whole total: it gets no awards then."""
    return any(each.effect in ("zero", "fail") for each in held)


def vetoes_of(ground: Ground, stage: Stage) -> tuple[Veto, ...]:
    """The vetoes that are looked at in a stage, in the scheme's order."""
    return tuple(veto for veto in ground.scheme.vetoes if _stage(veto.score) == stage)


def found(
    ground: Ground, vetoes: tuple[Veto, ...], results: Mapping[str, UnitResult]
) -> dict[str, tuple[Held, ...]]:
    """The vetoes that hold, by unit. `results` are all that stand in the class, as far as settled."""
    tails: dict[tuple[str, int], frozenset[str]] = {}
    for veto in vetoes:
        score = veto.score
        if score is not None and score.last is not None:
            tails[score.indicator, score.last] = _last(ground, score.indicator, score.last, results)
    held: dict[str, tuple[Held, ...]] = {}
    for unit, result in results.items():
        more = (_held(ground, veto, result, tails) for veto in vetoes if _applies(ground, veto, unit))
        held[unit] = tuple(each for each in more if each is not None)
    return held


def mandatory_missed(ground: Ground, result: UnitResult) -> tuple[Held, ...]:
    """The mandatory items (必备条件) that a unit did not meet in full, in any period that was held.

    An item that does not concern the unit, or has not been observed yet, is not missed.
    """
    items = {each.id: each for each in ground.scheme.indicators if each.mandatory}
    if not items:
        return ()
    missed = {
        score.indicator: score
        for tree in trees_of(result)
        for score in tree.all()
        if score.indicator in items and score.state == "scored" and settled(score.value) < settled(score.due)
    }
    return tuple(
        _missed(items[id].title, items[id].mandatory or "fail", missed[id]) for id in items if id in missed
    )


def _missed(title: str, effect: Effect, score: Score) -> Held:
    reason = Step("why.mandatory_missed", score.value, (), {"item": title, "due": score.due})
    arguments = {"value": score.value, "due": score.due}
    return Held(Mark(score.indicator, effect, (), arguments), title, (reason,))


def _stage(score: ScoreTrigger | None) -> Stage:
    if score is None:
        return "facts"
    if score.grade:
        return "grades"
    if score.last is not None:
        return "places"
    return "facts" if score.indicator else "totals"


def _applies(ground: Ground, veto: Veto, unit: str) -> bool:
    return not veto.applies or unit in veto.applies or ground.unit_class.id in veto.applies


def _held(
    ground: Ground, veto: Veto, result: UnitResult, tails: Mapping[tuple[str, int], frozenset[str]]
) -> Held | None:
    """The veto as it holds for a unit; None where one of its triggers does not, or it has none."""
    if veto.event is None and veto.score is None:
        return None
    reasons: list[Step] = []
    events: tuple[str, ...] = ()
    if veto.event is not None:
        happened = holds(ground, veto.event, result)
        if happened is None:
            return None
        reasons += happened[0]
        events = happened[1]
    if veto.score is not None:
        scored = _scored(ground, veto.score, result, tails)
        if scored is None:
            return None
        reasons += scored
    arguments = {name: value for step in reasons for name, value in step.arguments.items()}
    mark = Mark(veto.id, veto.effect, events, arguments)
    return Held(mark, veto.title, tuple(reasons), veto.points, veto.steps, veto.grade)


def _scored(
    ground: Ground,
    trigger: ScoreTrigger,
    result: UnitResult,
    tails: Mapping[tuple[str, int], frozenset[str]],
) -> tuple[Step, ...] | None:
    """The reasons of a trigger by score; None where one of its conditions does not hold."""
    reasons: list[Step] = []
    if trigger.below is not None:
        below = _below(ground, trigger, trigger.below, result)
        if below is None:
            return None
        reasons.append(below)
    if trigger.last is not None:
        if result.unit not in tails[trigger.indicator, trigger.last]:
            return None
        value = _value(trigger.indicator, result)
        arguments: dict[str, str | int | Decimal] = {"last": trigger.last}
        if trigger.indicator:
            arguments["item"] = ground.title(trigger.indicator)
        code = "why.veto_last_in_item" if trigger.indicator else "why.veto_last"
        reasons.append(Step(code, value if value is not None else result.total, (), arguments))
    if trigger.grade:
        if not _running(ground, trigger, result):
            return None
        arguments = {"grade": _grade_title(ground, trigger.grade), "years": trigger.years}
        reasons.append(Step("why.veto_grade", Decimal(trigger.years), (), arguments))
    return tuple(reasons) or None


def _below(ground: Ground, trigger: ScoreTrigger, bound: Decimal, result: UnitResult) -> Step | None:
    if not trigger.indicator:
        if result.missing:
            return None
        value = result.total / ground.full_mark * HUNDRED if trigger.percent else result.total
        code = "why.veto_total_share" if trigger.percent else "why.veto_total"
        return Step(code, value, (), {"below": bound}) if settled(value) < bound else None
    score = score_in(result, trigger.indicator)
    if score is None or score.state != "scored":
        return None
    found = score.rate if trigger.percent else score.value
    if found is None or settled(found) >= bound:
        return None
    code = "why.veto_item_share" if trigger.percent else "why.veto_item"
    return Step(code, found, (), {"item": ground.title(trigger.indicator), "below": bound})


def _running(ground: Ground, trigger: ScoreTrigger, result: UnitResult) -> bool:
    """True where the unit has the grade this year, and in as many years before as are asked for.

    A year of which nothing is known breaks the row.
    """
    grades = (result.grade, *ground.former.get(result.unit, ()))[: trigger.years]
    return len(grades) >= trigger.years and all(grade == trigger.grade for grade in grades)


def _grade_title(ground: Ground, id: str) -> str:
    return next((grade.title for grade in ground.unit_class.grades if grade.id == id), id)


def _value(indicator: str, result: UnitResult) -> Decimal | None:
    if not indicator:
        return result.total
    score = score_in(result, indicator)
    return score.value if score is not None and score.state == "scored" else None


def _last(ground: Ground, indicator: str, last: int, results: Mapping[str, UnitResult]) -> frozenset[str]:
    """The units among the last so many: fewer than that are strictly worse.

    Nobody is last while a unit of the class is not scored to the end.
    """
    if any(result.missing for result in results.values()):
        return frozenset()
    keys: dict[str, Key] = {unit: key_of(ground, result) for unit, result in results.items()}
    if indicator:
        values = {unit: _value(indicator, result) for unit, result in results.items()}
        keys = {unit: (settled(value),) for unit, value in values.items() if value is not None}
    from_below = competition({unit: tuple(-figure for figure in key) for unit, key in keys.items()})
    return frozenset(unit for unit, place in from_below.items() if place <= last)
