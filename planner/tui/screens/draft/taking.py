"""Taking from templates into the draft: doubles are pointed out first, a missing section asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planner.drafting.draft import Pick
from planner.drafting.pick import take
from planner.drafting.similar import bare
from planner.drafting.taking import Alike, alike
from planner.library import Template
from planner.plan import Plan, Section, Task
from planner.text import say
from planner.tui.dialogs.alike import alike_dialog, left_out
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.screens.draft.desk import Desk
from planner.tui.screens.draft.templates import TemplateRow


@dataclass(frozen=True, slots=True)
class Wanted:
    """Tasks of one template to take, and sections of it to take even where they are empty."""

    template: Template
    tasks: tuple[Task, ...]
    sections: tuple[Section, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """What to name to the template."""
        return (*(section.id for section in self.sections), *(task.id for task in self.tasks))


def wanted_of(rows: Sequence[TemplateRow]) -> list[Wanted]:
    """The rows by template; a section's row stands for all its tasks."""
    found: list[Wanted] = []
    for template in dict.fromkeys(row.template.key for row in rows):
        held = [row for row in rows if row.template.key == template]
        plan = held[0].template.plan
        ids = {row.row.id for row in held}
        tasks = tuple(task for task in plan.tasks if task.id in ids or task.section in ids)
        found.append(Wanted(held[0].template, tasks, tuple(s for s in plan.sections if s.id in ids)))
    return found


def ask_and_take(
    desk: Desk, rows: Sequence[TemplateRow], here: Section | None, then: Callable[[tuple[str, ...]], None]
) -> None:
    """Take these rows. `here` is the section under the draft's cursor; `then` gets the new tasks' ids."""

    def settled(wanted: list[Wanted]) -> None:
        _ask_where(desk, wanted, here, lambda into: then(_take(desk, wanted, into)))

    _ask_about_doubles(desk, wanted_of(rows), settled)


def _ask_about_doubles(desk: Desk, wanted: list[Wanted], then: Callable[[list[Wanted]], None]) -> None:
    """Point out what the draft has already; only what is marked of it is taken all the same."""
    plan, picks = desk.plan, [Pick(each.template.plan, each.ids) for each in wanted if each.ids]

    def looked(found: tuple[Alike, ...]) -> None:
        if not found:
            then(wanted)
            return

        def answered(answer: str) -> None:
            left = {"/".join(each.key) for each in left_out(answer, found)}
            then([_without(each, left) for each in wanted])

        total = sum(len(each.tasks) for each in wanted)
        desk.ask(alike_dialog(plan, found, total), answered)

    desk.work(lambda: alike(plan, picks), looked, group="doubles")


def _without(wanted: Wanted, keys: set[str]) -> Wanted:
    """What is left to take without these tasks; their section is then named only by those that stay."""
    tasks = tuple(task for task in wanted.tasks if f"{wanted.template.plan.id}/{task.id}" not in keys)
    return Wanted(wanted.template, tasks, () if len(tasks) < len(wanted.tasks) else wanted.sections)


def _ask_where(desk: Desk, wanted: list[Wanted], here: Section | None, then: Callable[[str], None]) -> None:
    """Ask only where single tasks stand under a heading that the draft does not have."""
    missing = _missing_headings(desk.plan, wanted)
    if here is None or not missing:
        then("")
        return
    choices = [
        Choice("own", say("draft.where_own", sections="、".join(missing))),
        Choice("here", say("draft.where_here", section=here.title)),
    ]
    dialog = Choose(say("draft.where"), choices, typing=False)
    desk.ask(dialog, lambda answer: then(here.id if answer == "here" else ""))


def _missing_headings(plan: Plan, wanted: Sequence[Wanted]) -> list[str]:
    there = {bare(section.title) for section in plan.sections}
    missing: dict[str, None] = {}
    for each in wanted:
        whole = {section.id for section in each.sections}
        titles = {section.id: section.title for section in each.template.plan.sections}
        for task in each.tasks:
            title = titles.get(task.section, "")
            if title and task.section not in whole and bare(title) not in there:
                missing[title] = None
    return list(missing)


def _take(desk: Desk, wanted: Sequence[Wanted], into: str) -> tuple[str, ...]:
    plan, new = desk.plan, list[str]()
    for each in wanted:
        # Tasks without a section of their own in the template go with the others.
        if each.ids:
            plan, ids = take(plan, each.template.plan, each.ids, into=into, hand=desk.hand)
            new.extend(ids)
    titles = "、".join(each.template.plan.title for each in wanted if each.ids)
    if plan != desk.plan:
        desk.change(plan, "draft.did_take", count=len(new), title=titles)
    return tuple(new)
