"""The assign screen: measures and who is named in them side by side, and the matrix as one wide pane."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual import on
from textual.widget import Widget

from planner.drafting import edits
from planner.drafting.assigning import likely_role, measures_of, measures_with
from planner.plan import ROLES, Measure, Plan, RoleName
from planner.text import say
from planner.tui.acts import Use
from planner.tui.display import notify
from planner.tui.screens.assign.asking import FIRST, NOBODY, WhichRole, ask_body
from planner.tui.screens.assign.burdens import Burdens
from planner.tui.screens.assign.panes import LIST, MATRIX, ONE, assign_panes
from planner.tui.screens.assign.rows import (
    DutyRow,
    Holder,
    duty_rows,
    holder_items,
    holders,
    measures_in,
)
from planner.tui.screens.rostered import RosteredScreen
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.matrix import Matrix
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane


class AssignScreen(RosteredScreen):
    """Who does what."""

    PLACE = "assign"
    ACTIONS = (
        Use("mark", "assign.mark", footer=True),
        Use("assign", "assign.assign", footer=True),
        Use("wider", "assign.matrix", footer=True),
        Use("find", "assign.find", footer=True),
        Use("open", "assign.open"),
        Use("edit", "assign.role"),
        Use("delete", "assign.take_out"),
        Use("move_up", "assign.forward"),
        Use("move_down", "assign.backward"),
        Use("attention", "assign.only_unled"),
    )
    AUTO_FOCUS = "#duties"
    DEFAULT_CSS = """
    AssignScreen #holders { height: 1fr; }
    AssignScreen #duty-text { height: 1fr; border-top: solid $panel-lighten-2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._only_unled = False
        self._words = ""
        self._body = ""
        self._panes = assign_panes(self.short, self._matches)

    def body(self) -> Iterable[Widget]:
        yield self._panes

    def crumbs(self) -> tuple[str, ...]:
        return (*super().crumbs(), say("assign.only_unled")) if self._only_unled else super().crumbs()

    @property
    def _rows(self) -> RowList[DutyRow]:
        return self.query_one("#duties", RowList)

    @property
    def _holders(self) -> RowList[Holder]:
        return self.query_one("#holders", RowList)

    @property
    def _matrix(self) -> Burdens:
        return self.query_one(Burdens)

    @property
    def _pane(self) -> int:
        return self._panes.panes.index(self._panes.current)

    # What is shown

    def start_over(self) -> None:
        self._only_unled, self._words, self._body = False, "", ""
        self._rows.clear_marks()

    def fill(self, plan: Plan) -> None:
        self._find_names(plan)
        self._rows.fill(duty_rows(plan, only_unled=self._only_unled))
        self._show_one()
        self._matrix.show(plan, self._body_names(plan), self.short, only_unled=self._only_unled)

    def point_at(self, id: str) -> None:
        """Other places lead here by a task's or a measure's id."""
        if self.plan is None or id not in self.plan.ids():
            return
        self._panes.show(LIST)
        if not self._rows.go_to(id) and not self._rows.go_to(self._task_of(id)):
            self._only_unled = False
            self.query_one("#duty-filter", FilterLine).close()
            self._words = ""
            self._rows.filter("")
            self.show_all()
            if not self._rows.go_to(id):
                self._rows.go_to(self._task_of(id))

    def _task_of(self, id: str) -> str:
        assert self.plan is not None
        owner = (task.id for task in self.plan.tasks if any(held.id == id for held in task.measures))
        return next(owner, id)

    def _show_one(self) -> None:
        rows = self._rows.chosen()
        measures = measures_in(rows)
        found = holders(measures)
        self._holders.fill(holder_items(found))
        self.query_one("#duty-text", TextPane).show(_text_of(rows, measures))

    @on(RowList.Moved, "#duties")
    def _moved(self) -> None:
        self._show_one()

    @on(RowList.Marked, "#duties")
    def _marked(self) -> None:
        self._show_one()

    @on(RowList.Opened, "#duties")
    def _open_row(self) -> None:
        self._panes.show(ONE)

    def on_descendant_focus(self) -> None:
        """Another pane, other actions."""
        self.actions_changed()

    # Finding

    _found: frozenset[str] = frozenset()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Words of a task, or a department by initials, part or short name."""
        event.prevent_default()
        plan = self.plan
        if plan is None:
            return
        if event.line.id == "body-filter":
            self._body = event.words.strip()
            self._matrix.show(plan, self._body_names(plan), self.short, only_unled=self._only_unled)
        else:
            self._words = event.words.strip()
            self._find_names(plan)
            self._rows.filter(self._words)

    def _find_names(self, plan: Plan) -> None:
        self._found = self.names_meant(self._words, plan)

    def _body_names(self, plan: Plan) -> frozenset[str] | None:
        return self.names_meant(self._body, plan) if self._body else None

    def _matches(self, row: DutyRow, words: str) -> bool:
        if any(name in self._found for measure in row.measures for name in measure.duty.everyone()):
            return True
        text = f"{row.task.title} {' '.join(measure.text for measure in row.measures)}".casefold()
        return all(word in text for word in words.casefold().split())

    def do_find(self) -> None:
        if self._pane == ONE:
            self._panes.show(LIST)
        self.query_one("#body-filter" if self._pane == MATRIX else "#duty-filter", FilterLine).open()

    def do_attention(self) -> None:
        self._only_unled = not self._only_unled
        self.show_all()

    def do_wider(self) -> None:
        self._panes.do_wider()

    def do_mark(self) -> None:
        self._rows.do_mark()

    def do_back(self) -> None:
        """Esc: out of the filter, the matrix, the pane, then off with marks and F4, then home."""
        line = self.query_one("#body-filter" if self._pane == MATRIX else "#duty-filter", FilterLine)
        if line.close():
            self._panes.show(self._pane)
        elif self._pane != LIST:
            self._panes.show(LIST)
        elif self._rows.clear_marks():
            return
        elif self._only_unled:
            self.do_attention()
        else:
            self.planner.go("home")

    # What can be done

    def blocked(self, action: str) -> str:
        if self.plan is None:
            return "" if action in ("next_part", "previous_part", "back") else say("common.no_plan_open")
        if action == "assign" and self.roster is None:
            return say("departments.reading")
        if action == "assign" and not self._targets():
            return say("assign.choose_task")
        if action in ("edit", "delete", "move_up", "move_down") and self._pane != MATRIX:
            return self._blocked_for_holder(action)
        if action in ("move_up", "move_down"):
            return say("assign.choose_name")
        if action == "mark" and self._pane != LIST:
            return say("assign.mark_in_list")
        return super().blocked(action)

    def _blocked_for_holder(self, action: str) -> str:
        if self._pane != ONE or self._holders.current is None:
            return say("assign.choose_name")
        if action in ("move_up", "move_down") and len(measures_in(self._rows.chosen())) > 1:
            return say("assign.order_of_one")
        return ""

    def _targets(self) -> list[str]:
        """The tasks and measures an assignment is meant for."""
        if self._pane == MATRIX:
            return [self._matrix.head] if self._matrix.head else []
        return [row.id for row in self._rows.chosen()]

    # Assigning

    def do_assign(self) -> None:
        plan = self.plan
        if plan is None:
            return
        ids = self._targets()
        heading = say("assign.which_body", count=len(measures_of(plan, ids)) or len(ids))
        ask_body(self, heading, lambda name: self._ask_role(name, ids))

    def _ask_role(self, name: str, ids: Collection[str]) -> None:
        plan = self.plan
        if plan is None:
            return
        measures = measures_of(plan, ids) or tuple(Measure("", "") for _ in ids)

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._set_role(name, ids, answer)

        self.app.push_screen(WhichRole(name, measures, self._role_of(name, measures, plan)), chosen)

    def _role_of(self, name: str, measures: Collection[Measure], plan: Plan) -> RoleName:
        held = (role for role in ROLES for each in measures if name in each.duty.names(role))
        return next(held, likely_role(measures, plan))

    def _set_role(self, name: str, ids: Collection[str], answer: str) -> None:
        plan = self.plan
        if plan is None:
            return
        if answer == NOBODY:
            self._change(edits.unassign(plan, ids, [name]), "assign.did_take_out", body=name)
            return
        role: RoleName = next((role for role in ROLES if role == answer), "lead")
        hand = self.planner.office.hand
        changed = edits.assign(plan, ids, [name], role, first=answer == FIRST, hand=hand)
        if changed == plan:
            notify(self, say("assign.already", name=name, role=say(f"role.{role}")))
            return
        count = len(measures_of(changed, ids))
        self._change(changed, "assign.did_assign", body=name, role=say(f"role.{role}"), count=count)

    def _change(self, plan: Plan, step: str, **arguments: str | int) -> None:
        session = self.planner.session
        if session is not None:
            session.change(plan, step, **arguments)
            marked = len(self._rows.model.marked) if self._pane != MATRIX else 0
            more = say("assign.still_marked", count=marked) if marked > 1 else ""
            notify(self, say("assign.done", what=say(step, **arguments), more=more))

    # Names that are there

    def do_edit(self) -> None:
        """F2: another role, of the name under the cursor or of the matrix's cell."""
        if self._pane == MATRIX:
            self._matrix.do_open()
            return
        holder, plan = self._holders.current, self.plan
        if holder is not None and plan is not None:
            self._ask_role(holder.name, measures_with(plan, self._targets(), holder.name))

    @on(RowList.Opened, "#holders")
    def _open_holder(self) -> None:
        self.perform("edit")

    @on(Matrix.Opened)
    def _open_cell(self, event: Matrix.Opened) -> None:
        plan = self.plan
        if plan is not None:
            self._ask_role(event.line, measures_with(plan, [event.head], event.line) or [event.head])

    @on(Matrix.Moved)
    def _moved_in_matrix(self) -> None:
        self.actions_changed()

    def do_delete(self) -> None:
        """Take the marked names, or the one under the cursor, out of the chosen measures."""
        plan = self.plan
        if plan is None:
            return
        ids = self._targets()
        if self._pane == MATRIX:
            names = [self._matrix.line] if measures_with(plan, ids, self._matrix.line) else []
            changed = edits.unassign(plan, ids, names)
        else:
            chosen = self._holders.chosen()
            names = [holder.name for holder in chosen]
            changed = plan
            for holder in chosen:
                changed = edits.unassign(changed, ids, [holder.name], holder.role)
        if names:
            self._change(changed, "assign.did_take_out", body="、".join(names))

    def do_move_up(self) -> None:
        self._shift(-1)

    def do_move_down(self) -> None:
        self._shift(1)

    def _shift(self, step: int) -> None:
        holder, plan = self._holders.current, self.plan
        measures = measures_in(self._rows.chosen())
        if holder is None or plan is None or len(measures) != 1:
            return
        names = list(measures[0].duty.names(holder.role))
        place = names.index(holder.name)
        if not 0 <= place + step < len(names):
            notify(self, say("assign.at_the_end", role=say(f"role.{holder.role}")))
            return
        names[place], names[place + step] = names[place + step], names[place]
        session = self.planner.session
        if session is not None:
            changed = edits.set_names(plan, [measures[0].id], holder.role, names)
            session.change(changed, "assign.did_order", body=holder.name)


def _text_of(rows: list[DutyRow], measures: tuple[Measure, ...]) -> list[Para]:
    """The task's title and text to read while assigning; of several only how many there are."""
    if len(rows) != 1:
        words = [Para(say("assign.several", rows=len(rows), count=len(measures)), "strong")] if rows else []
        return [*words, *(Para(row.title(), indent=2) for row in rows)]
    shown = [Para(f"{rows[0].number}. {rows[0].task.title}", "strong")]
    for measure in measures:
        if measure.title:
            shown.append(Para(measure.title, "strong"))
        if measure.text:
            shown.append(Para(measure.text))
    return shown
