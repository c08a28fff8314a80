"""The draft screen: templates, the plan, the task; three panes, as many side by side as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events, on
from textual.widget import Widget

from planner.plan import Measure, Plan, Section, Task
from planner.text import Language, language, say
from planner.tui.acts import Use
from planner.tui.display import notify
from planner.tui.screens.draft import list_edits, measure_edits
from planner.tui.screens.draft.beside import Beside
from planner.tui.screens.draft.desk_screen import DeskScreen
from planner.tui.screens.draft.lists import plan_list, template_list
from planner.tui.screens.draft.marker import Marker
from planner.tui.screens.draft.part_edits import delete_part, edit_part, move_part
from planner.tui.screens.draft.parts import Part, parts_of
from planner.tui.screens.draft.rows import DraftRow, holding, rows_of, with_sections
from planner.tui.screens.draft.templates import TemplateRow, template_rows
from planner.tui.screens.home import FILE_ENDINGS, usual_folder
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.partlist import PartList
from planner.tui.widgets.rows import RowList

TEMPLATES, DRAFT, TASK = 0, 1, 2
"""The panes from left to right."""
OWN = frozenset({"edit", "delete", "move_up", "move_down", "new", "move_to", "split", "merge"})
"""Actions that change what is under the cursor: not for a template."""


class DraftScreen(DeskScreen):
    """The open plan: what is shown of it, and what the keys do."""

    PLACE = "draft"
    ACTIONS = (
        Use("open", "draft.open", footer=True),
        Use("new", footer=True),
        Use("take", "draft.take", footer=True),
        Use("wider", "draft.other_pane", footer=True),
        Use("renew"),
        Use("find"),
        Use("edit"),
        Use("delete"),
        Use("move_up"),
        Use("move_down"),
        Use("template"),
        Use("attention", "draft.attention"),
        Use("move_to"),
        Use("split"),
        Use("merge"),
        Use("assign"),
        Use("open_file", "draft.open_file"),
    )
    AUTO_FOCUS = "#draft-rows"

    def __init__(self) -> None:
        super().__init__()
        self._all: list[DraftRow] = []
        self._matching: frozenset[str] = frozenset()
        self._words = ""
        self._only_attention = False
        self._from_template = False
        self._offered: frozenset[str] = frozenset()
        self._in_full = ("", "")
        self._filled_for: tuple[Plan, Language, bool] | None = None
        self._stop: Callable[[], None] | None = None
        self._marker = Marker(self, self._marks_are_new)
        self._beside = Beside(self, self._fill_templates)
        self._rows = plan_list(self._marker)
        self._rows.model.matches = lambda row, words: row.id in self._matching
        self._template_rows = template_list(lambda: self._beside.held)
        self._parts = PartList[Part](empty="draft.no_parts", id="parts")
        self._template_filter = FilterLine("draft.filter", id="template-filter")
        self._filter = FilterLine("draft.filter", id="draft-filter")
        self._panes = Panes(
            Pane("draft.templates", self._template_filter, self._template_rows, least=42, share=4),
            Pane("draft.list", self._filter, self._rows, least=50, share=6),
            Pane("draft.one", self._parts, least=44, share=4),
        )

    # The frame

    def body(self) -> Iterable[Widget]:
        yield self._panes

    def on_mount(self) -> None:
        """The plan stands in the middle; begin there."""
        self._stop = self.planner.shelf.listen(self._beside.shelf_changed)
        self._enter(DRAFT)

    def on_unmount(self) -> None:
        """Hear no more of the shelf."""
        if self._stop is not None:
            self._stop()

    def crumbs(self) -> tuple[str, ...]:
        title = self.session.record.title if self.session is not None else ""
        return (title, say("draft.attention")) if self._only_attention else (title,)

    def _enter(self, pane: int) -> None:
        self._panes.enter(pane)
        (self._template_rows, self._rows, self._parts)[pane].focus()

    @property
    def _pane(self) -> int:
        return self._panes.panes.index(self._panes.current)

    # What is shown

    def refill(self) -> None:
        if self.session is None:
            return
        plan: Plan = self.session.record
        other = self._plan is None or self._plan.id != plan.id
        if other:
            self._start_over()
        if plan is not self._plan:
            self._plan = plan
            self._marker.look_at(plan)
            self._beside.look_at(plan)
        # That an edit has been saved comes here too, and changes nothing in a list.
        if self._filled_for != (plan, language(), self._only_attention):
            self._fill()
            self._fill_templates()
        if other:
            self._rows.do_first()
            self.call_after_refresh(self._offer_the_rest)

    def _offer_the_rest(self) -> None:
        """A plan was just made: what only a person can settle is gone through at once, or later."""
        from planner.tui.screens.draft.renew import offer

        id, count = self.planner.to_settle
        if self._plan is not None and self._plan.id == id:
            self.planner.to_settle = "", 0
            if count:
                offer(self, say("new_plan.made.left", count=count))

    def _start_over(self) -> None:
        """Another plan was opened."""
        self._only_attention, self._words, self._from_template = False, "", False
        self._offered = frozenset()
        self._filter.close()
        self._template_filter.close()
        self._rows.filter("")
        self._rows.clear_marks()
        self._beside.clear()

    def _fill(self) -> None:
        if self._plan is None:
            return
        rows = rows_of(self._plan)
        self._all = rows
        self._filled_for = (self._plan, language(), self._only_attention)
        if self._only_attention:
            rows = with_sections(rows, frozenset(self._marker.findings))
        self._match()
        self._rows.fill(rows)
        self._show_parts()

    def _match(self) -> frozenset[str]:
        """Find what holds the words that are looked for, and keep the headings above it in sight."""
        found = holding(self._all, self._words) if self._words else frozenset()
        self._matching = frozenset(row.id for row in with_sections(self._all, found))
        return found

    def _fill_templates(self) -> None:
        self._template_rows.fill(template_rows(self._beside.shown, self._template_filter.value.strip()))
        if self._from_template:
            self._show_parts()

    def _marks_are_new(self) -> None:
        if self._only_attention:
            self._fill()
        self._rows.repaint()
        if not self._from_template:
            self._show_parts()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Filter the list under the line, by titles, names and the whole text."""
        event.prevent_default()
        if event.line is self._template_filter:
            self._fill_templates()
        else:
            self._words = event.words.strip()
            found = self._match()
            self._rows.filter(self._words)
            if found and self._rows.current_key not in found:
                self._rows.go_to(next(row.id for row in self._all if row.id in found))

    def record_here(self) -> str:
        row = self._rows.current
        return row.id if row is not None else ""

    def point_at(self, id: str) -> None:
        """Put the cursor on a section, task or measure, out of any filter that hides it."""
        tasks = self._plan.tasks if self._plan is not None else ()
        holder = next((task.id for task in tasks if any(held.id == id for held in task.measures)), "")
        if not self._rows.go_to(holder or id):
            self._only_attention, self._words = False, ""
            self._filter.close()
            self._rows.filter("")
            self._fill()
            self._rows.go_to(holder or id)
        if holder:
            self._show_parts()
            self._parts.go_to(f"text/{id}//0")
            self._enter(TASK)

    # The task, or what else is under the cursor

    def _shown(self) -> tuple[DraftRow, Plan] | None:
        if self._from_template:
            held = self._template_rows.current
            return (held.row, held.template.plan) if held is not None else None
        row = self._rows.current
        return (row, self._plan) if row is not None and self._plan is not None else None

    def _show_parts(self) -> None:
        """Show what is under the cursor in full; on the same row the cursor stays on its part."""
        shown = self._shown()
        if shown is None:
            self._parts.show((), keep_place=False)
            return
        row, plan = shown
        own = not self._from_template
        found = self._marker.of(row.id) if own else ()
        before, self._in_full = self._in_full, (plan.id, row.id)
        self._parts.show(parts_of(row, plan, found, own=own), keep_place=self._in_full == before)

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved[DraftRow | TemplateRow]) -> None:
        if (event.rows.id == "template-rows") is self._from_template:
            self._show_parts()

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        """The task pane follows the list that was used last."""
        lists = (self._template_rows, self._rows)
        if event.widget in lists and (event.widget is lists[0]) is not self._from_template:
            self._from_template = event.widget is lists[0]
            title = self._panes.panes[TASK].title
            title.key = "draft.one_of_template" if self._from_template else "draft.one"
            title.refresh()
            self._show_parts()
        self.actions_changed()

    @on(RowList.Opened)
    def _opened(self) -> None:
        self._enter(TASK)

    @on(PartList.Opened)
    def _part_opened(self, event: PartList.Opened[Part]) -> None:
        self.perform("edit")

    @on(PartList.Moved)
    def _part_moved(self) -> None:
        self.actions_changed()

    # Moving about

    def do_find(self) -> None:
        if self._pane == TASK:
            self._enter(TEMPLATES if self._from_template else DRAFT)
        (self._template_filter if self._pane == TEMPLATES else self._filter).open()

    def do_back(self) -> None:
        """Esc: out of the task, the filter, the marks, the template, F4; then home."""
        if self._pane == TASK:
            self._enter(TEMPLATES if self._from_template else DRAFT)
        elif self._pane == TEMPLATES:
            if self._template_filter.close():
                self._template_rows.focus()
            elif not self._template_rows.clear_marks():
                self._enter(DRAFT)
        elif self._filter.close():
            self._rows.focus()
        elif self._only_attention and not self._rows.model.marked:
            self.do_attention()
        elif not self._rows.clear_marks():
            self.planner.go("home")

    def do_wider(self) -> None:
        self._panes.do_wider()

    def do_attention(self) -> None:
        self._only_attention = not self._only_attention
        self._enter(DRAFT)
        self.show_all()

    # What can be done now

    def blocked(self, action: str) -> str:
        if self._plan is None:
            return "" if action in ("next_part", "previous_part", "back") else say("common.no_plan_open")
        if action in OWN and (self._pane == TEMPLATES or (self._pane == TASK and self._from_template)):
            return say("draft.not_in_template")
        if action in ("move_up", "move_down") and self._pane == DRAFT and self._rows.model.sort_column:
            return say("draft.sorted")
        if action in ("split", "merge"):
            return self._measure_blocked(action)
        if action == "move_to" and not self._chosen_tasks():
            return say("draft.choose_task")
        return super().blocked(action)

    def _measure_blocked(self, action: str) -> str:
        task, measure = self._measure_here()
        if task is None or measure is None:
            return say("draft.choose_measure")
        if action == "split":
            return "" if measure_edits.can_split(measure) else say("draft.one_sentence")
        return "" if task.measures[-1].id != measure.id else say("draft.last_measure")

    def _measure_here(self) -> tuple[Task | None, Measure | None]:
        """The task shown and the measure under the cursor; in the list the task's only one."""
        row = self._rows.current
        task = row.task if row is not None else None
        if task is None:
            return None, None
        part = self._parts.current if self._pane == TASK else None
        here = next((held for held in task.measures if part is not None and held.id == part.id), None)
        return task, here or (task.measures[0] if len(task.measures) == 1 else None)

    def _chosen_tasks(self) -> list[str]:
        return [row.id for row in self._rows.chosen() if row.kind == "task"]

    def _section_here(self) -> Section | None:
        row = self._rows.current
        if row is None or self._plan is None:
            return None
        id = row.id if row.kind == "section" else row.task.section if row.task is not None else ""
        return next((section for section in self._plan.sections if section.id == id), None)

    # Edits

    def _part_here(self) -> tuple[DraftRow, Part] | None:
        row = self._rows.current
        if row is None:
            return None
        part = self._parts.current if self._pane == TASK else parts_of(row, self.plan)[0]
        return (row, part) if part is not None else None

    def _tell(self, words: str) -> None:
        if words:
            notify(self, words)

    def do_edit(self) -> None:
        here = self._part_here()
        if here is not None:
            self._tell(edit_part(self, *here))

    def do_new(self) -> None:
        task, measure = self._measure_here()
        if self._pane == TASK and task is not None and measure is not None:
            measure_edits.measure_menu(self, task, measure)
            return

        def made(id: str) -> None:
            self._enter(DRAFT)
            self.point_at(id)

        list_edits.new(self, self._section_here(), task, made)

    def do_delete(self) -> None:
        here = self._part_here()
        if self._pane == TASK and here is not None:
            self._tell(delete_part(self, *here))
        else:
            done = list_edits.delete(self, self._rows.chosen())
            self._tell(say("draft.done", what=done) if done else say("draft.nothing_to_delete"))

    def do_move_up(self) -> None:
        self._move(-1)

    def do_move_down(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        here = self._part_here()
        if self._pane == TASK and here is not None:
            self._tell(move_part(self, *here, steps))
        else:
            list_edits.move(self, self._rows.chosen(), steps)

    def do_move_to(self) -> None:
        measure_edits.choose_section(self, self._chosen_tasks())

    def do_split(self) -> None:
        _, measure = self._measure_here()
        if measure is not None:
            measure_edits.split(self, measure)

    def do_merge(self) -> None:
        task, measure = self._measure_here()
        if task is not None and measure is not None:
            measure_edits.merge(self, task, measure)

    def do_assign(self) -> None:
        """To the page where departments are assigned, with this task under its cursor."""
        row = self._rows.current
        self.planner.show("assign", row.id if row is not None and row.kind == "task" else "")

    # Templates, renewing, handing over

    def do_template(self) -> None:
        self._beside.choose(self.plan, lambda: self._enter(TEMPLATES))

    def do_open_file(self) -> None:
        self._beside.open_file(self.plan, usual_folder(), FILE_ENDINGS, lambda: self._enter(TEMPLATES))

    def do_take(self) -> None:
        """In the template: take what is marked. Elsewhere: go to the template, or choose one first."""
        from planner.tui.screens.draft.taking import ask_and_take

        if not self._beside.shown:
            self.do_template()
        elif self._pane == DRAFT or not self._from_template:
            self._enter(TEMPLATES)
        else:
            rows = self._template_rows.chosen()
            ask_and_take(self, rows, self._section_here(), lambda ids: self._taken(ids, rows))

    def _taken(self, ids: tuple[str, ...], rows: list[TemplateRow]) -> None:
        from planner.tui.screens.draft.renew import offer

        self._template_rows.clear_marks()
        if not ids:
            self._tell(say("draft.took_nothing"))
            return
        self.point_at(ids[0])
        plans = {row.template.key: row.template.plan for row in rows}
        year, level = self.plan.year, self.plan.level
        other = frozenset(
            key
            for key, plan in plans.items()
            if plan.year != year or (plan.level and level and plan.level != level)
        )
        section = self.plan.section(self.plan.task(ids[0]).section).title
        words = say("draft.took", count=len(ids), section=section)
        self._tell(words + (say("draft.took_other_year") if other else ""))
        if other - self._offered:
            # Asked once for each template: who takes task by task renews them all at the end.
            self._offered |= other
            offer(self, say("draft.took_renew", count=len(ids)), frozenset(ids))

    def do_renew(self) -> None:
        from planner.tui.screens.draft.renew import renew

        chosen = self._rows.model.marked_records()
        renew(self, frozenset(row.id for row in chosen))
