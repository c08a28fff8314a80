"""Numbers as papers print them: 一、（一）1.; drawn at output from the order, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from planner.plan import Plan

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals (汉字数字): 1 → 一, 12 → 十二, 30 → 三十.

    Raises ValueError outside that range; no plan has a hundred sections.
    """
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else _DIGITS[tens] + "十")
    return head + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The printed numbers of one plan: section id to 一; task id to a number that runs over all sections."""

    sections: dict[str, str]
    tasks: dict[str, int]


def numbers_of(plan: Plan) -> Numbers:
    """Number a plan's sections in Chinese and its tasks in Arabic, running on over the sections."""
    return Numbers(
        sections={section.id: _section_number(place) for place, section in enumerate(plan.sections, 1)},
        tasks={task.id: place for place, task in enumerate(plan.tasks, 1)},
    )


def _section_number(place: int) -> str:
    return chinese(place) if place <= 99 else str(place)
