"""The library's screen: templates or hits on the left, what stands under the cursor on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from textual import on
from textual.containers import Vertical
from textual.widget import Widget

from planner.drafting.draft import Pick
from planner.library import Hit, Hits, Library, Template
from planner.plan import Plan
from planner.text import say
from planner.tui.acts import Use
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.library.panes import SearchLine, StopsPane
from planner.tui.screens.library.removal import Removal
from planner.tui.screens.library.rows import (
    PartRow,
    grouped,
    hit_columns,
    key_of,
    outline,
    part_columns,
    picks_of,
    row_key,
    taken_from,
    template_columns,
    template_of,
)
from planner.tui.screens.library.shown import paragraphs
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Panes
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import TextPane

LIMIT = 200
"""Hits that are listed; that there are more is said."""


class LibraryScreen(PlaceScreen):
    """Every template, to search, look through and take from."""

    PLACE = "library"
    ACTIONS = (
        Use("find", "library.find", footer=True),
        Use("take", "library.take", footer=True),
        Use("open", "library.look", footer=True),
        Use("new", "library.new_plan", footer=True),
        Use("open_file"),
        Use("delete", "library.remove"),
        Use("undo"),
    )
    DEFAULT_CSS = """
    LibraryScreen #hits { display: none; }
    LibraryScreen.-searching #hits { display: block; }
    LibraryScreen.-searching #templates { display: none; }
    LibraryScreen #outline { height: 1fr; }
    LibraryScreen #full { height: 1fr; border-top: solid $panel-lighten-2; }
    """
    AUTO_FOCUS = "#templates"

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._found = Hits()
        self._marked: dict[str, None] = {}
        self._shown: Template | None = None
        self._at = ""
        self._taken: frozenset[str] = frozenset()
        self._stop: Callable[[], None] | None = None

    # The body

    def body(self) -> Iterable[Widget]:
        templates = RowList[Template](template_columns(), key=key_of, empty="library.reading", id="templates")
        hits = RowList[Hit](hit_columns(lambda: self._words), key=key_of, empty="library.no_hits", id="hits")
        parts = RowList[PartRow](
            part_columns(self._is_taken),
            key=key_of,
            look=lambda row: "muted" if self._is_taken(row) else "",
            empty="library.nothing_chosen",
            id="outline",
        )
        yield Panes(
            StopsPane("library.list", SearchLine("library.search"), templates, hits, least=54),
            StopsPane("library.preview", Vertical(parts, TextPane(id="full")), least=50),
        )

    def on_mount(self) -> None:
        """Hear of templates that are read or changed."""
        self._stop = self.planner.shelf.listen(self._shelf_changed)

    def on_unmount(self) -> None:
        """Hear no more."""
        if self._stop is not None:
            self._stop()

    def on_screen_resume(self) -> None:
        """Shown again: other places may have changed plans."""
        super().on_screen_resume()
        self.planner.shelf.refresh()

    def crumbs(self) -> tuple[str, ...]:
        plan = self._draft
        return (say("library.into", title=plan.title) if plan is not None else say("library.no_draft"),)

    def _is_taken(self, row: PartRow) -> bool:
        """True where the draft has the task from this template already."""
        return row.kind == "task" and f"{row.template.plan.id}/{row.id}" in self._taken

    @property
    def _draft(self) -> Plan | None:
        return self.planner.session.record if self.planner.session is not None else None

    @cached_property
    def _removal(self) -> Removal:
        return Removal(self.planner, self.show_all)

    @property
    def _library(self) -> Library | None:
        return self.planner.shelf.library

    @property
    def _panes(self) -> Panes:
        return self.query_one(Panes)

    @property
    def _list(self) -> RowList[Any]:
        """The list on the left that is shown."""
        return self.query_one("#hits" if self._words else "#templates", RowList)

    @property
    def _outline(self) -> RowList[PartRow]:
        return self.query_one("#outline", RowList)

    def the_list(self) -> RowList[Any] | None:
        """The focused list, else the one on the left."""
        return self.focused if isinstance(self.focused, RowList) else self._list

    # Filling

    def _shelf_changed(self) -> None:
        if self.is_attached and self.query(Panes):
            self._shown = None
            self.refill()

    def refill(self) -> None:
        """Put in what the shelf has; while it is read for the first time that is said."""
        self._taken = taken_from(self._draft)
        if self._library is None:
            self._panes.panes[0].title.tell(note=say("library.reading"))
            return
        if self._words:
            self._search()
        else:
            self._put(self.query_one("#templates", RowList), grouped(self.planner.shelf.templates()))
        self._outline.repaint()
        self._show_parts()
        self._tell()

    def _put(self, rows: RowList[Any], items: Sequence[Any]) -> None:
        """Fill a list; rows that were marked in any list are marked in it."""
        rows.model.marked = dict(self._marked)
        rows.fill(items)

    def _search(self) -> None:
        library, draft = self._library, self._draft
        if library is None:
            return
        self._found = library.search(self._words, LIMIT)
        own = draft.id if draft is not None else ""
        self._put(self.query_one("#hits", RowList), [h for h in self._found.hits if h.template.key != own])

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Search while typing; without words the templates are listed."""
        event.prevent_default()
        self._look_for(event.words.strip())

    def _look_for(self, words: str) -> None:
        """Show the hits of these words, or without any all templates; a focus in the list stays in it."""
        if words == self._words:
            return
        had_focus = isinstance(self.focused, RowList) and self.focused is self._list
        self._words = words
        self.set_class(bool(words), "-searching")
        self.refill()
        if words:
            self._list.do_first()
        if had_focus:
            self._list.focus()

    def _tell(self) -> None:
        """The left heading: what is listed, what is marked anywhere, and what is not listed."""
        notes = [say("library.found")] if self._words else [say("library.all")]
        if self._words and self._found.more:
            notes.append(say("library.more_hits", count=LIMIT))
        if self._marked:
            notes.append(say("library.marked", count=len(self._marked)))
        self._panes.panes[0].title.tell(note="  ".join(notes))
        shown = self._shown.plan.title if self._shown is not None else ""
        self._panes.panes[1].title.tell(title=shown)
        self.actions_changed()

    # The preview

    @on(RowList.Moved, "#templates")
    @on(RowList.Moved, "#hits")
    def _left_moved(self, event: RowList.Moved[Any]) -> None:
        if event.rows is self._list:
            self._show_parts()

    def _show_parts(self) -> None:
        """Show the outline of the template under the left cursor, at the task that was found."""
        row = self._list.current
        template = template_of(row) if row is not None else None
        if template is not self._shown:
            self._shown = template
            self._put(self._outline, outline(template) if template is not None else [])
            self._tell()
        at = key_of(row) if row is not None else ""
        if at != self._at:
            # Only a move on the left moves the cursor here: whoever is reading stays where he is.
            self._at = at
            self._outline.go_to(at)
        self._show_full()

    @on(RowList.Moved, "#outline")
    def _show_full(self) -> None:
        row = self._outline.current
        self.query_one("#full", TextPane).show(paragraphs(row) if row is not None else ())

    @on(RowList.Opened, "#templates")
    @on(RowList.Opened, "#hits")
    def _look_inside(self) -> None:
        self._panes.enter(1)

    @on(RowList.Opened, "#outline")
    def _read_on(self) -> None:
        self.query_one("#full", TextPane).focus()

    # Marks

    @on(RowList.Marked)
    def _marks_changed(self, event: RowList.Marked) -> None:
        """Marks belong to templates and tasks, not to a list: they stay when the list is filled anew."""
        rows = event.rows
        shown = {key_of(record) for record in rows.model.records()}
        kept = {key: None for key in self._marked if key not in shown}
        self._marked = kept | dict.fromkeys(rows.model.marked)
        for other in self.query(RowList):
            if other is not rows:
                here = {key_of(record) for record in other.model.records()}
                other.model.marked = {key: None for key in self._marked if key in here}
                other.repaint()
        self._tell()

    def _clear_marks(self) -> bool:
        had = bool(self._marked)
        self._marked = {}
        for rows in self.query(RowList):
            rows.model.marked = {}
            rows.repaint()
        if had:
            self._tell()
        return had

    def do_back(self) -> None:
        """Esc: out of the text, out of the preview, out of the search, off with the marks, home."""
        if isinstance(self.focused, TextPane):
            self._outline.focus()
        elif self._panes.current is not self._panes.panes[0]:
            self._panes.enter(0)
        elif self.query_one(SearchLine).close():
            self._look_for("")
        elif not self._clear_marks():
            self.planner.go("home")

    # What an action is about

    def _picks(self) -> tuple[Pick, ...]:
        """What is marked anywhere, else what the cursor is on."""
        rows = self.the_list()
        current = rows.current if rows is not None else None
        keys = list(self._marked) or ([key_of(current)] if current is not None else [])
        return picks_of(keys, self.planner.shelf.template)

    def blocked(self, action: str) -> str:
        if self._library is None and action in ("take", "new", "delete", "open_file"):
            return say("library.reading")
        if action == "take":
            return self._why_not_take()
        if action == "delete":
            return self._why_not_remove()
        if action == "undo" and self._removal.to_undo() is None:
            return self.planner.blocked("undo")
        return super().blocked(action)

    def _why_not_take(self) -> str:
        picks, draft = self._picks(), self._draft
        if not picks:
            return say("library.choose")
        if draft is not None and any(pick.template.id == draft.id for pick in picks):
            return say("library.is_the_draft")
        return ""

    def _why_not_remove(self) -> str:
        template = self._list.current if not self._words else None
        if not isinstance(template, Template) or self.focused is not self._list:
            return say("library.choose_own")
        return say("library.is_builtin") if template.origin == "builtin" else ""

    # Taking and making

    def do_take(self) -> None:
        from planner.tui.screens.library.taking import take_into

        session, picks = self.planner.session, self._picks()
        if session is None:
            self._make(picks, note=say("library.no_draft_yet"))
        else:
            take_into(self.planner, session, picks, then=self._was_taken)

    def _was_taken(self) -> None:
        self._clear_marks()
        self.show_all()

    def do_new(self) -> None:
        picks = self._picks()
        draft = self._draft
        if not self._marked:
            # Without marks a new plan is made from all of the template, wherever in it the cursor stands.
            picks = tuple(Pick(pick.template) for pick in picks)
        elif draft is not None:
            picks = tuple(pick for pick in picks if pick.template.id != draft.id)
        self._make(picks)

    def _make(self, picks: tuple[Pick, ...], note: str = "") -> None:
        from planner.tui.dialogs.new_plan import new_plan

        new_plan(self.planner, picks, note=note, then=lambda plan: self._clear_marks())

    # Files

    def do_open_file(self) -> None:
        from planner.tui.screens.library.files import open_as_template

        open_as_template(self.planner, then=self._opened)

    def _opened(self, key: str) -> None:
        """Show the template that came from a file."""
        self.query_one(SearchLine).value = ""
        self._look_for("")
        self._list.go_to(row_key(template) if (template := self.planner.shelf.template(key)) else "")
        self._panes.enter(0)

    # Removing

    def do_delete(self) -> None:
        template = self._list.current
        if isinstance(template, Template):
            self._removal.remove(template)

    def do_undo(self) -> None:
        if self._removal.to_undo() is None:
            self.planner.do_undo()
        else:
            self._removal.undo()
