"""The year screen: the list by month or quarter, and what is under the cursor in full beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual import on
from textual.widget import Widget

from planner.drafting import edits
from planner.drafting.agenda import Entry
from planner.plan import ROLES, Plan
from planner.text import say
from planner.timing import due_day, occurrences
from planner.tui.acts import Use
from planner.tui.dialogs.form import Field, Form
from planner.tui.display import notify
from planner.tui.screens.rostered import RosteredScreen
from planner.tui.screens.year.days import day_in, days_in, lines_of, words_of
from planner.tui.screens.year.rows import (
    DayRow,
    Grouping,
    carrier_words,
    day_items,
    day_words,
    kind_words,
    row_look,
    what_words,
    why_undated,
)
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane


class YearScreen(RosteredScreen):
    """What is due when."""

    PLACE = "year"
    ACTIONS = (
        Use("open", "year.open", footer=True),
        Use("edit", "year.edit", footer=True),
        Use("grouping", "year.grouping", footer=True),
        Use("find", "year.find", footer=True),
        Use("attention", "year.only_undated"),
        Use("assign", "year.assign"),
    )
    AUTO_FOCUS = "#days"

    def __init__(self) -> None:
        super().__init__()
        self._grouping: Grouping = "month"
        self._only_undated = False
        self._words = ""
        self._found: frozenset[str] = frozenset()
        self._fresh = True
        self._panes = self._make_panes()

    def _make_panes(self) -> Panes:
        rows = RowList[DayRow](
            [
                Column("day", "year.date", day_words, width=8, optional=False,
                       sort=lambda row: row.entry.day.isoformat() if row.entry.day else "~"),
                Column("kind", "year.kind", kind_words, width=10),
                Column("words", "year.words", what_words, least=16, share=2, optional=False),
                Column("task", "year.task", lambda row: f"{row.number}. {row.entry.task.title}",
                       least=22, share=3, optional=False),
                Column("who", "year.who", lambda row: carrier_words(row, self.short), least=10),
            ],
            key=lambda row: row.key,
            look=row_look,
            empty="year.none",
            id="days",
        )  # fmt: skip
        rows.model.matches = self._matches
        return Panes(
            Pane("year.list", FilterLine("year.filter"), rows, least=72, share=3),
            Pane("year.one", TextPane(id="day"), least=34, share=1),
        )

    def body(self) -> Iterable[Widget]:
        yield self._panes

    def crumbs(self) -> tuple[str, ...]:
        words = [say(f"year.by_{self._grouping}")]
        if self._only_undated:
            words.append(say("year.only_undated"))
        return (*super().crumbs(), *words)

    @property
    def _rows(self) -> RowList[DayRow]:
        return self.query_one("#days", RowList)

    # What is shown

    def start_over(self) -> None:
        self._words, self._only_undated, self._fresh = "", False, True

    def fill(self, plan: Plan) -> None:
        self._found = self.names_meant(self._words, plan)
        today = self.planner.office.today()
        self._rows.fill(day_items(plan, today, self._grouping, only_undated=self._only_undated))
        if self._fresh:
            # There is no room to scroll in before the first picture.
            self.call_after_refresh(self._go_to_today)
        self._show_one()

    def _go_to_today(self) -> None:
        """The month of today first; in another year the first day there is."""
        if not self._fresh:
            return
        self._fresh = False
        today = self.planner.office.today().replace(day=1)
        rows = self._rows.model.records()
        coming = (row for row in rows if row.entry.day is not None and row.entry.day >= today)
        first = next(coming, None)
        if first is not None:
            self._rows.do_last()
            self._rows.go_to(first.key)

    def point_at(self, id: str) -> None:
        """Other places lead here by a task's or a measure's id."""
        self._fresh = False
        for row in self._rows.model.records():
            if id in (row.entry.task.id, row.entry.measure.id):
                self._rows.go_to(row.key)
                return

    @on(RowList.Moved, "#days")
    def _show_one(self) -> None:
        row = self._rows.current
        self.query_one("#day", TextPane).show(self._described(row) if row is not None else [])

    def _described(self, row: DayRow) -> list[Para]:
        entry = row.entry
        shown = [Para(f"{row.number}. {entry.task.title}", "heading")]
        if entry.day is None:
            shown.append(Para(why_undated(row), "warning"))
        shown += [Para(""), Para(say("year.words"), "muted"), Para(entry.words, indent=2)]
        if entry.kind == "occurrence":
            days = occurrences(entry.measure.recurrences[entry.which], row.year)
            key = "year.days_fixed" if entry.fixed else "year.days_by_rule"
            shown.append(Para(say(key), "muted"))
            shown += [Para(line, indent=2) for line in lines_of(days, row.year)]
        for role in ROLES:
            if names := entry.measure.duty.names(role):
                shown += [Para(say(f"role.{role}"), "muted"), Para("、".join(names), indent=2)]
        return [*shown, Para(""), Para(entry.measure.text)]

    # Finding

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Words, or a department by initials, part or short name."""
        event.prevent_default()
        self._words = event.words.strip()
        if self.plan is not None:
            self._found = self.names_meant(self._words, self.plan)
        self._rows.filter(self._words)

    def _matches(self, row: DayRow, words: str) -> bool:
        if any(name in self._found for name in row.names):
            return True
        entry = row.entry
        text = f"{day_words(row)} {entry.words} {entry.task.title} {entry.measure.text}".casefold()
        return all(word in text for word in words.casefold().split())

    def do_grouping(self) -> None:
        row = self._rows.current
        self._grouping = "quarter" if self._grouping == "month" else "month"
        self.show_all()
        if row is not None:
            self._stay_near(row)

    def _stay_near(self, before: DayRow) -> None:
        """The cursor on the same duty as before, on the last of its rows that is not later."""
        same = [
            row
            for row in self._rows.model.records()
            if row.entry.measure.id == before.entry.measure.id
            and (row.entry.kind, row.entry.which) == (before.entry.kind, before.entry.which)
            and (before.entry.day is None or row.entry.day is None or row.entry.day <= before.entry.day)
        ]
        if same:
            self._rows.go_to(same[-1].key)

    def do_attention(self) -> None:
        self._only_undated = not self._only_undated
        self.show_all()

    def do_back(self) -> None:
        """Esc: out of the details, the filter, F4, then home."""
        if self._panes.current is not self._panes.panes[0]:
            self._panes.enter(0)
            self._rows.focus()
        elif self._only_undated and not self.query_one(FilterLine).has_class("-open"):
            self.do_attention()
        else:
            super().do_back()

    # What can be done

    def blocked(self, action: str) -> str:
        if self.plan is None:
            return "" if action in ("next_part", "previous_part", "back") else say("common.no_plan_open")
        if action in ("open", "edit", "assign") and self._rows.current is None:
            return say("year.choose_one")
        return super().blocked(action)

    @on(RowList.Opened, "#days")
    def _open_task(self, event: RowList.Opened[DayRow]) -> None:
        self.planner.show("draft", event.record.entry.task.id)

    def do_assign(self) -> None:
        row = self._rows.current
        if row is not None:
            self.planner.show("assign", row.entry.measure.id)

    def do_edit(self) -> None:
        row = self._rows.current
        if row is None:
            return
        if row.entry.kind == "due":
            self._edit_due(row.entry, row.year)
        else:
            self._edit_days(row.entry, row.year)

    def _edit_days(self, entry: Entry, year: int) -> None:
        """Fix the days of a recurring duty; no day at all gives it back to its rule."""
        held = entry.measure.recurrences[entry.which]

        def wrong(values: Mapping[str, str]) -> str:
            days, others = days_in(values["days"], year)
            if others:
                return say("year.no_day", words="、".join(others))
            outside = [day for day in days if day.year != year]
            return say("year.outside", words=words_of(outside, year), year=year) if outside else ""

        def given(values: dict[str, str] | None) -> None:
            if values is None or self.plan is None:
                return
            days, _ = days_in(values["days"], year)
            if not held.dates and days == occurrences(held, year):
                return
            changed = edits.fix_dates(self.plan, entry.measure.id, entry.which, days)
            step = "year.did_fix" if days else "year.did_free"
            self._change(changed, step, words=entry.words, count=len(days))

        days = words_of(occurrences(held, year), year)
        fields = [Field("days", "year.days", days, "year.days.note")]
        self.app.push_screen(Form(say("year.fix", words=entry.words), fields, check=wrong), given)

    def _edit_due(self, entry: Entry, year: int) -> None:
        """The deadline's words and, where they do not tell it, its day."""
        held = entry.measure.dues[entry.which]

        def wrong(values: Mapping[str, str]) -> str:
            if not values["text"]:
                return say("year.no_words")
            day = values["day"]
            return say("year.no_day", words=day) if day and day_in(day, year) is None else ""

        def given(values: dict[str, str] | None) -> None:
            if values is None or self.plan is None:
                return
            words = values["text"]
            day = day_in(values["day"], year) if values["day"] else due_day(words, year)
            dues = list(entry.measure.dues)
            dues[entry.which] = replace(held, text=words, day=day)
            changed = edits.set_dues(self.plan, [entry.measure.id], dues)
            self._change(changed, "year.did_due", words=words)

        own = held.day if held.day != due_day(held.text, year) else None
        fields = [
            Field("text", "year.due_words", held.text, "year.due_words.note"),
            Field("day", "year.due_day", words_of([own], year) if own else "", "year.due_day.note"),
        ]
        self.app.push_screen(Form(say("year.change_due"), fields, check=wrong), given)

    def _change(self, plan: Plan, step: str, **arguments: str | int) -> None:
        session = self.planner.session
        if session is not None:
            session.change(plan, step, **arguments)
            notify(self, say("year.done", what=say(step, **arguments)))
