"""Handing things over: to which file, not over another one without asking, and where it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.files import FileDialog
from planner.tui.display import notify, one_line

if TYPE_CHECKING:
    from textual.app import App

    from planner.tui.app import PlannerApp

ENDINGS = (".toml", ".md")


def default_name(plan: Plan) -> str:
    """The plan's title as the name of a file."""
    return (file_name(plan.title) or "plan") + ".toml"


def file_name(words: str) -> str:
    """Words as the name of a file, without what file systems refuse; "" where nothing is left."""
    return "".join(letter for letter in one_line(words) if letter not in '\\/:*?"<>|').strip(" .")[:60]


def with_ending(path: Path, endings: tuple[str, ...] = ENDINGS) -> Path:
    """The path with an ending that can be written: the first where none of them stands."""
    return path if not endings or path.suffix.lower() in endings else path.with_name(path.name + endings[0])


def ask_where(
    app: App[Any], dialog: FileDialog, write: Callable[[Path], None], endings: tuple[str, ...]
) -> None:
    """Ask for a file, and once more before one is written over; `write` gets it with one of the endings."""

    def chosen(path: Path | None) -> None:
        if path is None:
            return
        target = with_ending(path, endings)
        if not target.exists():
            write(target)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                write(target)

        app.push_screen(Confirm("export.overwrite", yes="export.overwrite.yes", name=target.name), answered)

    app.push_screen(dialog, chosen)


def export(app: PlannerApp, plan: Plan, folder: Path) -> None:
    """Ask for a file and write the plan to it."""

    def write(path: Path) -> None:
        office = app.office

        def written(result: None) -> None:
            notify(app, say("export.done", file=str(path)), seconds=10)

        app.work(lambda: office.export_plan(plan, path), written, group="export")

    dialog = FileDialog(say("export.where"), folder, endings=ENDINGS, saving=True, name=default_name(plan))
    ask_where(app, dialog, write, ENDINGS)
