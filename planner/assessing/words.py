"""The words of a proposed scheme as its paper prints them: data of the scheme, to be changed there."""

from __future__ import annotations

import re
from decimal import Decimal

from planner.assessing.bodies import DEPARTMENTS, ENTERPRISES, TOWNSHIPS
from planner.assessing.items import Item
from planner.plan import Due, Recurrence, Target

_LETTERS = {"state": "中央", "province": "省", "city": "市", "township": "乡镇"}
GRADES = (
    ("excellent", "优秀", Decimal(90)),
    ("good", "良好", Decimal(80)),
    ("pass", "合格", Decimal(60)),
    ("fail", "不合格", Decimal(0)),
)
"""The cut-offs met most often, in percent of the scale; the lower bound counts in."""

_KIND_OF_PLAN = re.compile(r"(?:的)?(?:年度)?(?:重点)?(?:工作要点|工作计划|工作方案|实施方案|工作任务)$")


def scheme_title(plan_title: str) -> str:
    """2026年全县安全生产工作要点 → 2026年全县安全生产工作考核评分细则."""
    core = _KIND_OF_PLAN.sub("", _one_line(plan_title))
    return f"{core.removesuffix('工作')}工作考核评分细则"


def class_title(id: str, level: str, region: str) -> str:
    """县直部门、区直部门、乡镇（街道）、企业: by the ending of the region, else by the plan's level."""
    letter = region[-1:] if region.endswith(("县", "市", "区", "旗", "州")) else _LETTERS.get(level, "县")
    return {DEPARTMENTS: f"{letter}直部门", TOWNSHIPS: "乡镇（街道）", ENTERPRISES: "企业"}[id]


def basis(plan_title: str, number: str) -> str:
    """《2026年全县安全生产工作要点》（安委办〔2026〕1号）."""
    return f"《{_one_line(plan_title)}》" + (f"（{_one_line(number)}）" if number else "")


def article(plan_title: str, section: str, task: int) -> str:
    """《……工作要点》第二部分第8项."""
    part = f"第{section}部分" if section else ""
    return f"《{_one_line(plan_title)}》{part}第{task}项"


def indicator_title(item: Item) -> str:
    """What an indicator is called: the task, and the piece of it that is scored."""
    head = _one_line(item.measure.title or item.task.title)
    asked = item.asked
    if isinstance(asked, Target | Recurrence | Due):
        piece = _one_line(asked.text)
        return f"{head}：{piece}" if piece else head
    return {"duty": head, "support": f"{head}（配合）", "supervise": f"{head}（督促）"}[asked]


def _one_line(text: str) -> str:
    return " ".join(text.split())
