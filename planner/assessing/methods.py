"""Which scoring method follows from a target, a recurring duty, a deadline or a plain duty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.numbers import ZERO, plain, rounded
from assessments.rules import Rule
from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.amounts import Better, Measured
from assessments.rules.control_quota import ControlQuota
from assessments.rules.delay import Delay
from assessments.rules.given import Given
from assessments.rules.linear import Linear
from assessments.rules.threshold import Threshold
from assessments.rules.year_on_year import YearOnYear
from planner.assessing.items import Item
from planner.assessing.records import Why
from planner.plan import Due, Recurrence, Target
from planner.timing import occurrences

_RATES = ("%", "％", "‰", "个百分点")
_HARM = re.compile(r"死亡|伤亡|事故|受伤|失联")
_COUNTED_HARM = ("人", "起", "例", "次", "件", "宗")
_SMALLEST_SLOPE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Method:
    """A proposed rule, why this one, its text as the paper prints it, and the evidence to ask for."""

    rule: Rule
    why: Why
    text: str
    evidence: str


def method_for(item: Item, points: Decimal, year: int) -> Method:
    """The rule for one item worth `points` in a plan's year."""
    asked = item.asked
    if isinstance(asked, Target):
        return _of_target(asked, points)
    if isinstance(asked, Recurrence):
        return _of_recurrence(asked, year)
    if isinstance(asked, Due):
        return _of_due(asked, points)
    return _of_duty(asked)


def _of_target(target: Target, points: Decimal) -> Method:
    words, value = target.text, target.value
    if value is None:
        why = Why("propose.target_without_number", {"words": words})
        return Method(Given(), why, f"按“{words}”的完成情况评分。", "工作总结和相关台账")
    evidence = "统计台账和能证明数据的文件、报表"
    unit = target.unit
    told = {"words": words, "value": plain(value), "unit": unit}
    if target.comparison in ("rise", "fall") and value > ZERO:
        return _of_change(target, value, points, told)
    if target.comparison in ("at_most", "less_than") and _is_harm(target) and value >= ZERO:
        text = f"不突破控制数{plain(value)}{unit}的得满分；突破的，按超出的比例扣分，扣完为止。"
        return Method(
            ControlQuota(quota=value), Why("propose.control_quota", told), text, "事故统计台账和调查报告"
        )
    if target.comparison in ("at_most", "less_than") and value > ZERO:
        slope = _slope(points, 100)
        rule: Rule = Threshold(slope, value, better="less", measured="percent")
        text = f"不超过{plain(value)}{unit}的得满分；每超出1%扣{plain(slope)}分，扣完为止。"
        return Method(rule, Why("propose.at_most", {**told, "slope": plain(slope)}), text, evidence)
    if value <= ZERO or target.comparison in ("at_most", "less_than"):
        return _of_bound(target, value, told, evidence)
    if unit in _RATES:
        slope = _slope(points, 20)
        text = f"达到{plain(value)}{unit}的得满分；每低1个百分点扣{plain(slope)}分，扣完为止。"
        why = Why("propose.rate", {**told, "slope": plain(slope)})
        return Method(Threshold(slope, value), why, text, evidence)
    clear = target.comparison in ("at_least", "more_than", "exactly")
    text = f"目标{plain(value)}{unit}，得分＝实际完成数÷{plain(value)}×本项分值，不超过本项分值。"
    why = Why("propose.linear" if clear else "propose.linear_unclear", told)
    return Method(Linear(value), why, text, evidence)


def _is_harm(target: Target) -> bool:
    return target.unit in _COUNTED_HARM and _HARM.search(target.text) is not None


def _of_change(target: Target, value: Decimal, points: Decimal, told: Mapping[str, str]) -> Method:
    """So many percent up or down on last year: each percent has its share of the points."""
    better: Better = "more" if target.comparison == "rise" else "less"
    word = "上升" if target.comparison == "rise" else "下降"
    measured: Measured = "percent" if target.unit in ("%", "％") else "difference"
    each = _slope(points, value)
    rule = YearOnYear(better=better, unchanged=ZERO, per_better=each, better_cap=points, measured=measured)
    unit = target.unit or "个单位"
    text = (
        f"较上年{word}{plain(value)}{unit}以上的得满分；"
        f"不足的，每{word}1{unit}得{plain(each)}分；未{word}的不得分。"
    )
    return Method(rule, Why("propose.year_on_year", told), text, "本年和上年的统计数据")


def _of_bound(target: Target, value: Decimal, told: Mapping[str, str], evidence: str) -> Method:
    """A bound of zero or below has no share to reckon with: it is kept or not."""
    fewer = target.comparison in ("at_most", "less_than", "exactly", "fall")
    rule = AllOrNothing(compare="at_most" if fewer else "at_least", bound=value)
    word = "不超过" if fewer else "不低于"
    text = f"{word}{plain(value)}{target.unit}的得满分，否则不得分。"
    return Method(rule, Why("propose.bound", told), text, evidence)


def _of_recurrence(recurrence: Recurrence, year: int) -> Method:
    count = len(occurrences(recurrence, year))
    told: dict[str, str | int] = {"words": recurrence.text, "count": count}
    evidence = "每次的会议纪要、检查记录、通报或图片，注明日期"
    if count == 0:
        text = f"按“{recurrence.text}”的落实情况评分。"
        return Method(Given(), Why("propose.recurrence_without_days", told), text, evidence)
    text = f"全年应开展{count}次，得分＝实际次数÷{count}×本项分值，不超过本项分值。"
    return Method(Linear(Decimal(count)), Why("propose.occurrences", told), text, evidence)


def _of_due(due: Due, points: Decimal) -> Method:
    told: dict[str, str | int] = {"words": due.text}
    evidence = "印发的文件或完成证明，载明日期"
    if due.day is None:
        text = f"“{due.text}”完成的得满分，未按时完成的不得分。"
        return Method(AllOrNothing(), Why("propose.due_without_day", told), text, evidence)
    each = _slope(points, 10)
    day = f"{due.day.year}年{due.day.month}月{due.day.day}日"
    why = Why("propose.delay", {**told, "day": due.day.isoformat(), "each": plain(each)})
    text = f"{day}前完成的得满分；每逾期1日扣{plain(each)}分，扣完为止；未完成的不得分。"
    return Method(Delay(due.day, each, per="day"), why, text, evidence)


def _of_duty(kind: str) -> Method:
    text, evidence = {
        "support": ("由牵头单位按配合完成情况评分。", "配合完成事项清单"),
        "supervise": ("按督促落实情况评分。", "督办通知和办理结果"),
    }.get(kind, ("按任务完成情况评分，扣分的说明理由。", "工作总结和相关台账"))
    return Method(Given(), Why(f"propose.{kind}"), text, evidence)


def _slope(points: Decimal, parts: Decimal | int) -> Decimal:
    """The share of so many parts in the points, at two places and rounded up: all of them lose everything."""
    exactly = points / parts
    near = rounded(exactly, 2)
    return near if near >= exactly and near > ZERO else near + _SMALLEST_SLOPE
