"""The templates beside the draft: chosen from the shelf, from files too, and what the draft has of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.files import FileDialog
from planner.tui.dialogs.reading import read_file
from planner.tui.display import notify
from planner.tui.later import Later
from planner.tui.ports import FileRead
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.draft.templates import Held, held_by, taken_refs, templates_dialog

if TYPE_CHECKING:
    from planner.library import Template


class Beside:
    """What is shown of templates; `told` is called when that is different."""

    def __init__(self, screen: PlaceScreen, told: Callable[[], None]) -> None:
        self._screen = screen
        self._told = told
        self._waiting: Callable[[], None] | None = None
        self._plan: Plan | None = None
        self._later = Later(screen, self._compare)
        self.shown: tuple[Template, ...] = ()
        self.held = Held()

    def clear(self) -> None:
        """Nothing is shown any more."""
        self.shown, self.held = (), Held()
        self._told()

    def choose(self, plan: Plan, then: Callable[[], None]) -> None:
        """Ask which templates to show; `then` where some were chosen. The shelf may have to be read first."""
        shelf = self._screen.planner.shelf
        if shelf.library is None:
            self._waiting = lambda: self._ask(plan, then)
            shelf.refresh()
        else:
            self._ask(plan, then)

    def shelf_changed(self) -> None:
        """The shelf was read: go on with what waited for it."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _ask(self, plan: Plan, then: Callable[[], None]) -> None:
        others = [held for held in self._screen.planner.shelf.templates() if held.plan.id != plan.id]
        # Templates of the same field are the likeliest.
        others.sort(key=lambda held: not plan.field or held.plan.field != plan.field)
        known = {held.key: held for held in others}

        def chosen(keys: str | None) -> None:
            if keys:
                self._show(tuple(known[key] for key in keys.split("\n")), plan)
                then()

        self._screen.app.push_screen(templates_dialog(tuple(known.values())), chosen)

    def open_file(self, plan: Plan, folder: Path, endings: tuple[str, ...], then: Callable[[], None]) -> None:
        """Ask for a file, read it and show it as a template beside those shown."""
        screen = self._screen

        def chosen(path: Path | None) -> None:
            if path is not None:
                read_file(screen.planner, path, lambda read: came(path, read))

        def came(path: Path, read: FileRead) -> None:
            if self._put(path, read, plan):
                then()

        screen.app.push_screen(FileDialog(say("draft.which_file"), folder, endings=endings), chosen)

    def _put(self, path: Path, read: FileRead, plan: Plan) -> bool:
        from planner.library import Template

        if read.plan is None:
            words = say("draft.file_not_understood", name=path.name)
            notify(self._screen, words, weight="error", seconds=10)
            return False
        template = Template(str(path), "file", read.plan)
        self._screen.planner.shelf.put(template)
        self._show((template, *(held for held in self.shown if held.key != template.key)), plan)
        count, findings = len(read.plan.tasks), len(read.findings)
        key = "draft.file_read" if findings else "draft.file_read.whole"
        notify(self._screen, say(key, name=path.name, count=count, findings=findings))
        return True

    def _show(self, templates: tuple[Template, ...], plan: Plan) -> None:
        self.shown = templates
        self._plan = plan
        self._told_of_taken()
        self._compare()

    def look_at(self, plan: Plan) -> None:
        """Find out anew what the plan has of the templates shown; what it took at once, likeness later."""
        self._plan = plan
        if self.shown:
            self._told_of_taken()
            self._later.soon()

    def _told_of_taken(self) -> None:
        assert self._plan is not None
        self.held = Held(taken_refs(self._plan), self.held.likes)
        self._told()

    def _compare(self) -> None:
        plan, templates = self._plan, self.shown
        if plan is None or not templates:
            return

        def found(held: Held) -> None:
            if self.shown == templates:
                self.held = held
                self._told()

        self._screen.work(lambda: held_by(plan, templates), found, group="likes")
