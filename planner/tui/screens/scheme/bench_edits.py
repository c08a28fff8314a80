"""What the keys do with the open scheme."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from textual import on

from assessments.process import may_change
from assessments.scheme import Indicator
from planner.text import describe, say
from planner.tui.acts import Use
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import notify
from planner.tui.nudging import NUDGES, Nudging
from planner.tui.screens.scheme import bench_lists, edits, fields, rows
from planner.tui.screens.scheme.asking import edit_line
from planner.tui.screens.scheme.bench import LIST, ONE, Bench
from planner.tui.screens.scheme.choosing import choose_scope, choose_view
from planner.tui.screens.scheme.fields import Line
from planner.tui.screens.scheme.making import new_indicator, new_record
from planner.tui.screens.scheme.record_dialog import can_empty, emptied, moved
from planner.tui.screens.scheme.rows import Scope, TreeRow
from planner.tui.screens.scheme.subjects import OWN
from planner.tui.screens.scheme.way import go_to_finding
from planner.tui.widgets.partlist import PartList
from planner.tui.widgets.rows import RowList

CHANGES = frozenset({"edit", "new", "delete", "move_up", "move_down", "move_to", "duplicate", *NUDGES})
"""Actions that change the scheme: not once the totals are being made."""


class SchemeBench(Nudging, Bench):
    """The open scheme with everything that can be done to it."""

    ACTIONS = (
        Use("open", "scheme_place.open", footer=True),
        Use("cell_right", "scheme_place.more", footer=True),
        Use("cell_left", "scheme_place.less"),
        Use("page_right", "scheme_place.much_more"),
        Use("page_left", "scheme_place.much_less"),
        Use("new"),
        Use("edit"),
        Use("delete"),
        Use("duplicate"),
        Use("move_up"),
        Use("move_down"),
        Use("move_to", "scheme_place.move_to"),
        Use("grouping", "scheme_place.views", footer=True),
        Use("whose", "scheme_place.whose", footer=True),
        Use("attention", "scheme_place.attention"),
        Use("check", "scheme_place.check"),
        Use("export", "scheme_place.export"),
        Use("find"),
    )

    # What can be done now

    def blocked(self, action: str) -> str:
        if action in CHANGES:
            return self.locked() or self._change_blocked(action)
        if action == "whose" and self.view not in ("tree", "asked"):
            return say("scheme_place.only_tree")
        return super().blocked(action)

    def locked(self) -> str:
        """Why the scheme cannot be changed at this stage, in words; empty where it can."""
        assessment = self.place.planner.assessment
        finding = may_change(assessment.course, "scheme") if assessment is not None else None
        return describe(finding) if finding is not None else ""

    def _change_blocked(self, action: str) -> str:
        row = self.row
        if action == "new":
            free = self.view in ("tree", *bench_lists.RECORDS)
            return "" if free else say("scheme_place.nothing_new")
        if not self.in_list:
            return self._line_blocked(action)
        if action in ("move_to", "duplicate", *NUDGES):
            return "" if row is not None and row.id else say("scheme_place.choose_indicator")
        if action in ("delete", "move_up", "move_down"):
            if self.entry is not None and self.entry.kind == "settings":
                return say("scheme_place.cannot_delete")
            if self.view in ("findings", "asked") or (row is not None and not row.id):
                return say("scheme_place.choose_indicator")
        if action == "delete" and self.scope.kind == "unit" and self._shared():
            return say("scheme_place.shared")
        return ""

    def _line_blocked(self, action: str) -> str:
        line = self.parts.current
        if action == "delete" and not (can_empty(line) or (line is not None and line.name == OWN)):
            return say("scheme_place.cannot_empty")
        if action in ("move_to", "duplicate"):
            return say("scheme_place.choose_indicator")
        if action in NUDGES and self._number_here() is None:
            return say("scheme_place.no_number")
        return ""

    def _shared(self) -> bool:
        """True where what is chosen is not this unit's alone."""
        return any(
            not edits.is_own(self.scheme.indicator(row.id), self.scope.id) for row in self._chosen_rows()
        )

    def _chosen_rows(self) -> list[TreeRow]:
        return [row for row in self.items.chosen() if row.id] if self.view == "tree" else []

    # Moving about

    def do_open(self) -> None:
        if self.in_list:
            self.shown.do_open()
        else:
            self.parts.do_open()

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened[Any]) -> None:
        event.stop()
        if event.rows is self.findings:
            go_to_finding(self, event.record)
        else:
            self.enter(ONE)

    @on(PartList.Opened)
    def _part_opened(self, event: PartList.Opened[Line]) -> None:
        event.stop()
        if event.part.path[:1] == ("asked",):
            self.point_at(str(event.part.path[1]))
        elif self.view == "findings" and self.findings.current is not None:
            go_to_finding(self, self.findings.current)
        elif event.part.what != "told":
            self.perform("edit")

    def do_find(self) -> None:
        self.enter(LIST)
        self.filter.open()

    def back(self) -> bool:
        """Esc: out of the record, the filter, the marks, F4, another part; False where there was nothing."""
        if not self.in_list:
            self.enter(LIST)
        elif self.filter.close():
            self.shown.focus()
        elif self.shown.clear_marks():
            pass
        elif self._only_attention:
            self.do_attention()
        elif self.view != "tree":
            self.go_view("tree")
        else:
            return False
        return True

    def do_attention(self) -> None:
        self._only_attention = not self._only_attention
        if self.view != "tree":
            self._only_attention = True
        self.go_view("tree")

    def do_check(self) -> None:
        """F8: what the check found; again back to the tree."""
        self.go_view("tree" if self.view == "findings" else "findings")

    def do_whose(self) -> None:
        choose_scope(self)

    def do_grouping(self) -> None:
        choose_view(self)

    def do_export(self) -> None:
        from planner.tui.screens.scheme.starting import export

        export(self.place.planner, self.scheme)

    # Edits

    def do_edit(self) -> None:
        subject = self.subject()
        if subject is None:
            return
        lines = [each for each in self.lines() if each.what != "told"]
        line = self.parts.current if not self.in_list else next(iter(lines), None)
        if line is not None:
            edit_line(self.app, subject, line)

    def do_new(self) -> None:
        if self.view == "tree":
            new_indicator(self)
        else:
            new_record(self)

    def do_delete(self) -> None:
        if not self.in_list:
            self._empty_line()
        elif self.view == "tree":
            ids = [row.id for row in self._chosen_rows()]
            count = len(edits.below(self.scheme, ids))
            changed = edits.drop_indicators(self.scheme, ids)
            self._done(changed, "scheme_place.did_delete", count=count)
        elif self.entry is not None and self.entry.kind != "settings":
            chosen = self.entries.chosen()
            ids = [each.id for each in chosen]
            changed = edits.drop_records(self.scheme, self.entry.kind, ids)
            self._done(changed, "scheme_place.did_remove", title=chosen[0].title, count=len(ids))

    def _empty_line(self) -> None:
        subject, line, row = self.subject(), self.parts.current, self.row
        if line is not None and line.name == OWN and row is not None:
            changed = edits.drop_overrides(self.scheme, self.scope.id, [row.id])
            self._done(changed, "scheme_place.did_common", title=row.title)
        elif subject is not None:
            emptied(subject, line)

    def _done(self, scheme: Any, step: str, **arguments: str | int) -> None:
        """Take an edit whose effect may be off the screen, and say it."""
        if scheme == self.scheme:
            return
        self.change(scheme, step, **arguments)
        self.shown.clear_marks()
        notify(self, say("scheme_place.can_undo", what=say(step, **arguments)))

    def do_duplicate(self) -> None:
        row = self.row
        if row is not None and row.id:
            title = say("scheme_place.copy_of", title=row.title)
            changed, id = edits.copy_indicator(self.scheme, row.id, title)
            self.change(changed, "scheme_place.did_copy", title=row.title)
            self.items.go_to(id)

    def do_move_up(self) -> None:
        self._move(-1)

    def do_move_down(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        row, entry, subject = self.row, self.entry, self.subject()
        if not self.in_list:
            if subject is not None:
                moved(subject, self.parts.current, steps)
        elif row is not None and row.id:
            shown = {each.id for each in self.items.model.records()}
            changed = edits.step_indicator(self.scheme, row.id, shown, steps)
            self.change(changed, "scheme_place.did_move", title=row.title)
        elif entry is not None and entry.kind != "settings":
            ids = [each.id for each in self.entries.chosen()]
            changed = edits.step_records(self.scheme, entry.kind, ids, steps)
            self.change(changed, "scheme_place.did_move", title=entry.title)

    def do_move_to(self) -> None:
        ids = [row.id for row in self._chosen_rows()]
        under = set(edits.below(self.scheme, ids))

        def chosen(answer: str | None) -> None:
            if answer is not None:
                changed = edits.move_under(self.scheme, ids, answer.removeprefix("="))
                self._done(changed, "scheme_place.did_move_to", count=len(ids))

        places = [row for row in rows.rows_of(self.scheme, Scope()) if row.id not in under]
        choices = [
            Choice("=", say("scheme_place.outermost")),
            *(Choice(f"={row.id}", rows.title_cell(row)) for row in places),
        ]
        self.app.push_screen(Choose(say("scheme_place.move_where"), choices), chosen)

    # Nudging

    def nudge(self, steps: int) -> None:
        if not self.in_list:
            self._nudge_line(steps)
            return
        scheme, title = self.scheme, ""
        for row in self._chosen_rows():
            assert row.indicator is not None
            changed = edits.nudged(row.indicator, steps)
            if changed is None:
                notify(self, say("scheme_place.no_own_points", title=row.title))
                return
            title = title or row.title
            scheme = self._with(scheme, row.indicator, changed)
        self.change(scheme, "scheme_place.did_nudge", title=title)

    def _with(self, scheme: Any, before: Indicator, after: Indicator) -> Any:
        if self.scope.kind == "unit":
            return edits.put_for_unit(scheme, self.scope.id, before, after)
        return scheme.with_indicator(replace(after))

    def _number_here(self) -> Decimal | int | None:
        """The number on the line under the cursor; None where there is none."""
        subject, line = self.subject(), self.parts.current
        if subject is None or line is None or line.what != "field" or line.kind not in (Decimal, int):
            return None
        value = fields.at(subject.read(), line.path)
        return value if isinstance(value, Decimal | int) and not isinstance(value, bool) else None

    def _nudge_line(self, steps: int) -> None:
        subject, line, held = self.subject(), self.parts.current, self._number_here()
        if subject is not None and line is not None and held is not None:
            small = isinstance(held, Decimal) and abs(held) <= 1 and held != held.to_integral_value()
            value = held + (Decimal(steps) / 10 if small else steps)
            if value >= 0 or held < 0:
                subject.write(fields.put(subject.read(), line.path, value))
