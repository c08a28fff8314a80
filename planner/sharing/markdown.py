"""A plan as a paper in Markdown: read on screen, pasted into mail, turned into other formats.

Numbers are drawn here as the screens draw them: sections 一、, tasks 1. running over all sections, measures
（1）. Whatever the plan's text holds stands in the paper as text, never as markup. This is for readers; the
way back into the program is TOML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from planner.numbering import numbers_of
from planner.plan import Measure, Plan, Recurrence, Task
from planner.sharing.clauses import clause_words
from planner.sharing.escaping import escaped
from planner.text import say


def write_plan(plan: Plan) -> str:
    """The plan as Markdown, LF line ends; headings are the title, the sections and the tasks."""
    blocks = [*_opening(plan), *_body(plan), *_signature(plan)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _opening(plan: Plan) -> Iterator[str]:
    yield f"# {escaped(plan.title)}"
    yield escaped(plan.number)
    yield from _paragraphs(plan.addressees)
    yield from _paragraphs(plan.preamble)


def _body(plan: Plan) -> Iterator[str]:
    numbers = numbers_of(plan)
    held = {section.id for section in plan.sections}
    for section in plan.sections:
        yield f"## {numbers.sections[section.id]}、{escaped(section.title)}"
        yield from _paragraphs(section.text)
        for task in plan.tasks_in(section.id):
            yield from _task(task, numbers.tasks[task.id])
    for task in plan.tasks:
        if task.section not in held:
            yield from _task(task, numbers.tasks[task.id])


def _signature(plan: Plan) -> Iterator[str]:
    yield from _paragraphs(plan.closing)
    yield escaped(plan.issuer)
    if plan.issued is not None:
        yield _chinese_day(plan.issued)


def _task(task: Task, number: int) -> Iterator[str]:
    yield f"### {number}. {escaped(task.title)}"
    several = len(task.measures) > 1
    for place, measure in enumerate(task.measures, 1):
        yield from _measure(measure, f"（{place}）" if several else "")


def _measure(measure: Measure, number: str) -> Iterator[str]:
    words = clause_words(measure.duty)
    clause = f"（{escaped(words)}）" if words else ""
    title = f"**{escaped(measure.title)}**" if measure.title.strip() else ""
    paragraphs = list(_paragraphs(measure.text))
    if title:
        first = paragraphs.pop(0) if paragraphs else ""
        paragraphs.insert(0, f"{title}　{first}" if first else title)
    if not paragraphs:
        paragraphs = [""]
    paragraphs[0] = number + paragraphs[0]
    paragraphs[-1] += clause
    yield from paragraphs
    yield from _unsaid(measure)


def _unsaid(measure: Measure) -> Iterator[str]:
    """What the measure holds and its text does not say."""
    said = measure.text + measure.title + measure.duty.clause
    targets = [target.text for target in measure.targets if target.text not in said]
    dues = [due.text for due in measure.dues if due.text not in said]
    recurrences = [
        _recurrence(recurrence)
        for recurrence in measure.recurrences
        if recurrence.dates or recurrence.text not in said
    ]
    for key, items in (("targets", targets), ("dues", dues), ("recurrences", recurrences)):
        if items:
            yield say(f"papers.plan.{key}", items="；".join(escaped(item) for item in items))


def _recurrence(recurrence: Recurrence) -> str:
    days = "、".join(f"{day.month}月{day.day}日" for day in recurrence.dates)
    return f"{recurrence.text}（{days}）" if days else recurrence.text


def _chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _paragraphs(text: str) -> Iterable[str]:
    """Each line of the text as a paragraph of its own; spaces at its ends go, they would make it code."""
    return (escaped(line) for line in text.split("\n") if line.strip())
