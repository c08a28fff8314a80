"""A plan's duties as rows: a task, or a task and under it each of its measures; and who is named in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from planner.numbering import numbers_of
from planner.plan import ROLES, Measure, Plan, RoleName, Task
from planner.text import say
from planner.tui.widgets.rowmodel import Group, Look


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One row. `id` is the task's, which stands for all of its measures, or one measure's of several.

    `number` is the task's printed number, `part` the measure's place in it from 1, 0 for the task as a whole.
    """

    id: str
    number: int
    part: int
    task: Task
    measures: tuple[Measure, ...]

    def number_words(self) -> str:
        """12. for a task, 12.2 for its second measure."""
        return f"{self.number:>3}.{self.part}" if self.part else f"{self.number:>3}."

    def title(self) -> str:
        """The task's title; a measure is named by its heading or its text, set in a little."""
        if not self.part:
            return self.task.title
        measure = self.measures[0]
        return "  " + (measure.title or measure.text)

    def names(self, role: RoleName) -> tuple[str, ...]:
        """All names in a role, once."""
        return tuple(dict.fromkeys(name for measure in self.measures for name in measure.duty.names(role)))

    def unled(self) -> int:
        """Measures in which nobody leads or is responsible; a task without measures counts as one."""
        if not self.measures:
            return 1
        return sum(not (measure.duty.lead or measure.duty.responsible) for measure in self.measures)


def duty_rows(plan: Plan, *, only_unled: bool = False) -> list[DutyRow | Group]:
    """The rows of a plan under the headings of its sections."""
    numbers = numbers_of(plan)
    held: dict[str, list[DutyRow]] = {section.id: [] for section in plan.sections}
    loose: list[DutyRow] = []
    for task in plan.tasks:
        rows = _rows_of(task, numbers.tasks[task.id])
        held.get(task.section, loose).extend(row for row in rows if row.unled() or not only_unled)
    items: list[DutyRow | Group] = []
    for section in plan.sections:
        if held[section.id]:
            items.append(Group(f"{numbers.sections[section.id]}、{section.title}"))
            items.extend(held[section.id])
    return [*items, *loose]


def _rows_of(task: Task, number: int) -> Iterator[DutyRow]:
    yield DutyRow(task.id, number, 0, task, task.measures)
    if len(task.measures) > 1:
        for part, measure in enumerate(task.measures, 1):
            yield DutyRow(measure.id, number, part, task, (measure,))


def measures_in(rows: Sequence[DutyRow]) -> tuple[Measure, ...]:
    """The measures of these rows, each once."""
    return tuple({measure.id: measure for row in rows for measure in row.measures}.values())


def role_words(row: DutyRow, role: RoleName, short: Callable[[str], str]) -> str:
    """The names of one role, short; in the place of the lead also that nobody leads."""
    names = "、".join(map(short, row.names(role)))
    if names or role != "lead" or row.names("responsible"):
        return names
    return say("assign.nobody")


def row_look(row: DutyRow) -> Look:
    """What is without a lead stands out; the words of `role_words` say it as well."""
    if row.unled() == max(1, len(row.measures)):
        return "error"
    return "muted" if row.part else ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A name in a role, in `count` of the `of` measures that are chosen."""

    name: str
    role: RoleName
    count: int
    of: int

    @property
    def key(self) -> str:
        """Its own among the holders shown."""
        return f"{self.role}/{self.name}"


def holders(measures: Collection[Measure]) -> list[Holder]:
    """Everybody named in these measures, by role and in the order of the names."""
    found = []
    for role in ROLES:
        counted: dict[str, int] = {}
        for measure in measures:
            for name in measure.duty.names(role):
                counted[name] = counted.get(name, 0) + 1
        found += [Holder(name, role, count, len(measures)) for name, count in counted.items()]
    return found


def holder_items(found: Sequence[Holder]) -> list[Holder | Group]:
    """Holders under the headings of their roles."""
    items: list[Holder | Group] = []
    for role in ROLES:
        held = [holder for holder in found if holder.role == role]
        if held:
            items.append(Group(say(f"role.{role}")))
            items.extend(held)
    return items


def holder_note(holder: Holder) -> str:
    """In how many of the chosen measures, where it is not in all."""
    if holder.count == holder.of:
        return ""
    return say("assign.some_of", count=holder.count, all=holder.of)
