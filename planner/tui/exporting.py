"""Handing the plan over: which file, not over another one without asking, and where it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.files import FileDialog
from planner.tui.display import notify, one_line

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

ENDINGS = (".toml", ".md")


def default_name(plan: Plan) -> str:
    """The plan's title as the name of a file, without what file systems refuse."""
    title = one_line(plan.title)
    kept = "".join(letter for letter in title if letter not in '\\/:*?"<>|').strip(" .")
    return (kept[:60] or "plan") + ".toml"


def with_ending(path: Path) -> Path:
    """The path with an ending that can be written: .toml where none of them stands."""
    return path if path.suffix.lower() in ENDINGS else path.with_name(path.name + ".toml")


def export(app: PlannerApp, plan: Plan, folder: Path) -> None:
    """Ask for a file and write the plan to it."""

    def write(path: Path) -> None:
        office = app.office

        def written(result: None) -> None:
            notify(app, say("export.done", file=str(path)), seconds=10)

        app.work(lambda: office.export_plan(plan, path), written, group="export")

    def chosen(path: Path | None) -> None:
        if path is None:
            return
        target = with_ending(path)
        if not target.exists():
            write(target)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                write(target)

        app.push_screen(Confirm("export.overwrite", yes="export.overwrite.yes", name=target.name), answered)

    dialog = FileDialog(say("export.where"), folder, endings=ENDINGS, saving=True, name=default_name(plan))
    app.push_screen(dialog, chosen)
