"""A file opened in the library: a template for this session, or kept as a past plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.drafting.draft import Pick
from planner.library import Template
from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.choose import Choice
from planner.tui.dialogs.files import FileDialog
from planner.tui.dialogs.reading import ReadingDialog, read_file
from planner.tui.display import notify
from planner.tui.ports import FileRead, Opened
from planner.tui.screens.home import FILE_ENDINGS, usual_folder

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp


def open_as_template(app: PlannerApp, then: Callable[[str], None]) -> None:
    """Ask for a file, read it, ask what to do with it; `then` gets the key of the template it became."""

    def chosen(path: Path | None) -> None:
        if path is not None:
            read_file(app, path, lambda result: _ask(app, path, result, then))

    app.push_screen(FileDialog(say("library.which_file"), usual_folder(), endings=FILE_ENDINGS), chosen)


def _ask(app: PlannerApp, path: Path, result: FileRead, then: Callable[[str], None]) -> None:
    plan = result.plan
    choices = [Choice("leave", say("reading.leave"), say("reading.leave.note"))]
    if plan is not None:
        choices = [
            Choice("template", say("library.as_template"), say("library.as_template.note")),
            Choice("keep", say("reading.keep"), say("reading.keep.note", year=plan.year)),
            Choice("make", say("reading.make"), say("reading.make.note")),
            *choices,
        ]

    def chosen(answer: str | None) -> None:
        if plan is None:
            return
        if answer == "template":
            app.shelf.put(Template(str(path), "file", plan))
            notify(app, say("library.on_shelf", title=plan.title))
            then(str(path))
        elif answer == "keep":
            app.work(
                lambda: app.office.import_plan(plan), lambda opened: _kept(app, opened, then), group="keep"
            )
        elif answer == "make":
            from planner.tui.dialogs.new_plan import new_plan

            new_plan(app, (Pick(plan),))

    app.push_screen(ReadingDialog(path.name, result, choices), chosen)


def _kept(app: PlannerApp, opened: Opened[Plan], then: Callable[[str], None]) -> None:
    plan = opened.record
    notify(app, say("home.kept", title=plan.title, count=len(plan.tasks)))
    # The shelf hears of it when it looks again; until then the plan as it was read stands there.
    app.shelf.refresh()
    then(plan.id)
