"""Departments: the roster, found by initials, part or short name; added to, renamed, abolished, removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual import on
from textual.widget import Widget

from planner.departments import KINDS, Department, Roster, abolish, add, put, remove, rename, search
from planner.plan import FIRST_YEAR, LAST_YEAR
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import notify
from planner.tui.ports import Opened
from planner.tui.screens.base import PlaceScreen
from planner.tui.session import Session
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.rowmodel import Column, Group
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane


def by_kind(departments: Iterable[Department]) -> list[Department | Group]:
    """The departments under the headings of their kinds, in the kinds' own order."""
    departments = list(departments)
    items: list[Department | Group] = []
    for kind in KINDS:
        held = [department for department in departments if department.kind == kind]
        if held:
            items.append(Group(say(f"kind.{kind}"), str(len(held))))
            items.extend(held)
    return items


def standing(department: Department, roster: Roster) -> str:
    """Whether it still stands, in words: empty, or since when not and who took over."""
    if department.abolished is None:
        return ""
    heir = roster.successor_of(department)
    if heir is None:
        return say("departments.abolished", year=department.abolished)
    return say("departments.succeeded", year=department.abolished, name=heir.name)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a typed list; any usual mark divides them."""
    for mark in "，,；;　 ":
        text = text.replace(mark, "、")
    return tuple(dict.fromkeys(name for name in text.split("、") if name))


def described(department: Department, roster: Roster) -> list[Para]:
    """Everything about one body, to read."""
    before = [held for held in roster if held.successor == department.id]
    lines = [
        ("departments.kind", say(f"kind.{department.kind}")),
        ("departments.short", "、".join(department.short)),
        ("departments.also", "、".join(department.also)),
        ("departments.field", department.field),
        ("departments.state", "、".join(department.names_at("state"))),
        ("departments.province", "、".join(department.names_at("province"))),
        ("departments.city", "、".join(department.names_at("city"))),
        ("departments.initials", "  ".join(department.initials)),
        ("departments.before", "、".join(f"{held.name}({held.abolished})" for held in before)),
    ]
    shown = [Para(department.name, "heading")]
    if words := standing(department, roster):
        shown.append(Para(words, "warning"))
    shown.append(Para(""))
    for label, value in lines:
        if value:
            shown += [Para(say(label), "muted"), Para(value, indent=2)]
    return shown


def _kind_words(department: Department) -> str:
    return say(f"kind.{department.kind}")


class DepartmentsScreen(PlaceScreen):
    """The roster of the county's bodies."""

    PLACE = "departments"
    ACTIONS = (
        Use("find", "departments.find", footer=True),
        Use("new", "departments.add", footer=True),
        Use("edit", "departments.rename", footer=True),
        Use("succeed", "departments.succeed"),
        Use("delete", "departments.remove", footer=True),
        Use("kind"),
        Use("attention", "departments.only_abolished"),
        Use("open", "departments.details"),
    )
    AUTO_FOCUS = "#roster"

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._only_abolished = False
        self._wanted = ""
        self._panes: Panes | None = None

    @property
    def session(self) -> Session[Roster] | None:
        """Undo and redo are about the roster here."""
        return self.planner.roster_session

    def crumbs(self) -> tuple[str, ...]:
        return (say("departments.only_abolished"),) if self._only_abolished else ()

    def body(self) -> Iterable[Widget]:
        rows = RowList[Department](
            [
                Column("name", "departments.name", lambda held: held.name, least=18, optional=False),
                Column("short", "departments.short", lambda held: "、".join(held.short), least=10),
                Column("standing", "departments.standing", self._standing, least=22),
                Column(
                    "kind", "departments.kind", lambda held: say(f"kind.{held.kind}"), width=14, hidden=True
                ),
                Column("initials", "departments.initials", lambda held: " ".join(held.initials), hidden=True),
            ],
            key=lambda held: held.id,
            look=lambda held: "muted" if held.abolished is not None else "",
            empty="departments.none",
            id="roster",
        )
        # The filter searches the whole roster; the list shows what was found.
        self._panes = Panes(
            Pane("departments.list", FilterLine("departments.filter"), rows, least=56, share=3),
            Pane("departments.one", TextPane(id="one"), least=36, share=2),
        )
        yield self._panes

    def _standing(self, department: Department) -> str:
        return standing(department, self._roster) if self._roster is not None else ""

    @property
    def _roster(self) -> Roster | None:
        return self.session.record if self.session is not None else None

    @property
    def _rows(self) -> RowList[Department]:
        return self.query_one("#roster", RowList)

    def refill(self) -> None:
        """Fetch the roster the first time; then show it as it is now."""
        if self.session is None:
            self.work(self.planner.office.roster, self._opened, group="roster")
        else:
            self._fill()

    def _opened(self, opened: Opened[Roster]) -> None:
        self.planner.open_roster(opened)
        self.show_all()

    def point_at(self, id: str) -> None:
        """Other places lead here by a body's id, which the roster may still have to be read for."""
        self._wanted = id
        if self._roster is not None:
            self._find_wanted()

    def _find_wanted(self) -> None:
        if self._wanted and not self._rows.go_to(self._wanted):
            self._words, self._only_abolished = "", False
            self.query_one(FilterLine).close()
            self._rows.fill(by_kind(self._roster or ()))
            self._rows.go_to(self._wanted)
        self._wanted = ""

    def _fill(self) -> None:
        roster = self._roster
        if roster is None:
            return
        found = search(self._words, roster)
        if self._only_abolished:
            found = tuple(held for held in found if held.abolished is not None)
        self._rows.fill(found if self._words else by_kind(found))
        if self._words:
            self._rows.do_first()
        self._find_wanted()
        self._show_one()

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Initials, any part, a short name: the roster's own search."""
        event.prevent_default()
        self._words = event.words
        self._fill()

    @on(RowList.Moved, "#roster")
    def _show_one(self) -> None:
        department, roster = self._rows.current, self._roster
        shown = described(department, roster) if department is not None and roster is not None else []
        self.query_one("#one", TextPane).show(shown)

    @on(RowList.Opened, "#roster")
    def _open_one(self) -> None:
        if self._panes is not None:
            self._panes.enter(1)

    def do_back(self) -> None:
        """Esc in the details goes back to the list first."""
        if self._panes is not None and self._panes.current is not self._panes.panes[0]:
            self._panes.enter(0)
        elif self._only_abolished:
            self.do_attention()
        else:
            super().do_back()

    def blocked(self, action: str) -> str:
        if self._roster is None and action in ("new", "edit", "succeed", "delete", "kind"):
            return say("departments.reading")
        if action in ("edit", "succeed", "delete", "kind", "open") and self._rows.current is None:
            return say("departments.choose_one")
        return super().blocked(action)

    def do_attention(self) -> None:
        self._only_abolished = not self._only_abolished
        self.show_all()

    # Edits

    def _form(self, heading: str, department: Department | None) -> None:
        from planner.tui.dialogs.form import Field, Form

        held = department or Department("", "")
        fields = [
            Field("name", "departments.name", held.name, "departments.name.note"),
            Field("short", "departments.short", "、".join(held.short), "departments.short.note"),
        ]

        def check(values: Mapping[str, str]) -> str:
            taken = {
                each.name for each in self._roster or () if department is None or each.id != department.id
            }
            if not values["name"]:
                return say("departments.no_name")
            return say("departments.taken", name=values["name"]) if values["name"] in taken else ""

        def filled(values: dict[str, str] | None) -> None:
            if values is not None and department is None:
                self._add(values["name"], names_in(values["short"]))
            elif values is not None and department is not None:
                self._rename(department, values["name"], names_in(values["short"]))

        self.app.push_screen(Form(heading, fields, check=check), filled)

    def do_new(self) -> None:
        self._form(say("departments.add"), None)

    def do_edit(self) -> None:
        department = self._rows.current
        if department is not None:
            self._form(say("departments.rename"), department)

    def _add(self, name: str, short: tuple[str, ...]) -> None:
        roster, hand = self._roster, self.planner.office.hand
        if roster is None:
            return

        def added(result: tuple[Roster, Department]) -> None:
            self._change(result[0], "departments.did_add", body=name)
            self._rows.go_to(result[1].id)

        # The initials of a new name need the pinyin library, which takes its time to load.
        self.work(lambda: add(roster, name, short=short, hand=hand), added, group="roster-edit")

    def _rename(self, department: Department, name: str, short: tuple[str, ...]) -> None:
        roster = self._roster
        if roster is not None:
            self.work(
                lambda: rename(roster, department.id, name, short),
                lambda changed: self._change(
                    changed, "departments.did_rename", old=department.name, body=name
                ),
                group="roster-edit",
            )

    def do_delete(self) -> None:
        department, roster = self._rows.current, self._roster
        if department is not None and roster is not None:
            self._change(remove(roster, department.id), "departments.did_remove", body=department.name)

    def do_kind(self) -> None:
        department = self._rows.current
        if department is None:
            return

        def chosen(answer: str | None) -> None:
            kind = next((kind for kind in KINDS if kind == answer), None)
            if kind is not None and self._roster is not None:
                changed = put(self._roster, replace(department, kind=kind))
                self._change(changed, "departments.did_kind", body=department.name)

        choices = [Choice(kind, say(f"kind.{kind}")) for kind in KINDS]
        dialog = Choose(
            say("departments.which_kind", name=department.name), choices, typing=False, at=department.kind
        )
        self.app.push_screen(dialog, chosen)

    def do_succeed(self) -> None:
        department, roster = self._rows.current, self._roster
        if department is None or roster is None:
            return

        def chosen(heir: str | None) -> None:
            if heir is not None:
                self._ask_year(department, heir)

        self.app.push_screen(department_choice(say("departments.heir", name=department.name), roster), chosen)

    def _ask_year(self, department: Department, heir: str) -> None:
        from planner.tui.dialogs.form import line_edit

        def check(text: str) -> str:
            return "" if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else say("home.bad_year")

        def given(values: dict[str, str] | None) -> None:
            roster = self._roster
            if values is None or roster is None:
                return
            try:
                changed = abolish(roster, department.id, int(values["text"]), heir)
            except ValueError:
                notify(self, say("departments.ring"), weight="error")
                return
            self._change(changed, "departments.did_abolish", body=department.name)

        year = department.abolished or self.planner.office.today().year
        heading = say("departments.when", name=department.name)
        self.app.push_screen(line_edit(heading, "departments.year", str(year), check=check), given)

    def _change(self, roster: Roster, name: str, **arguments: str | int) -> None:
        if self.session is not None:
            self.session.change(roster, name, **arguments)
            notify(self, say("departments.done", what=say(name, **arguments)))


def department_choice(heading: str, roster: Roster, *, note: str = "") -> Choose:
    """A dialog that chooses a department by initials (yjj), any part or short name; returns its id."""
    known = {
        held.id: Choice(held.id, held.name, "、".join(held.short) or standing(held, roster))
        for held in roster
    }

    def found(typed: str, choices: object) -> list[Choice]:
        return [known[held.id] for held in search(typed, roster)]

    return Choose(heading, list(known.values()), search=found, note=note)
