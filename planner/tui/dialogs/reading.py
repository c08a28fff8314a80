"""After a file was read: what was understood, what was not, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from planner.findings import Finding, Severity
from planner.plan import Plan
from planner.text import describe, say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice
from planner.tui.dialogs.progress import run_with_progress
from planner.tui.ports import FileRead
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, ParaLook, TextPane
from planner.tui.work import Progress

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

_LOOKS: dict[Severity, ParaLook] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "muted",
}


def finding_words(finding: Finding) -> str:
    """One finding on one line: its weight in a word, its line, its words."""
    weight = say("reading.weight", weight=say(f"severity.{finding.severity}"))
    line = say("reading.line", line=finding.where.line) if finding.where.line is not None else ""
    return " ".join(part for part in (weight, line, describe(finding)) if part)


class ReadingDialog(Dialog[str]):
    """The summary on top, what to do in the middle, every finding with its line below."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "dialog.take", footer=True),)
    DEFAULT_CSS = "ReadingDialog RowList { margin: 1 0; }"

    def __init__(self, name: str, result: FileRead, answers: Sequence[Choice]) -> None:
        super().__init__(classes="-tall -wide")
        self._name = name
        self._result = result
        self._answers = answers

    def heading(self) -> str:
        return say("reading.heading", name=self._name)

    def body(self) -> Iterable[Widget]:
        rows = RowList[Choice](
            [
                Column("label", "", lambda choice: choice.label, width=30),
                Column("note", "", lambda choice: choice.note),
            ],
            key=lambda choice: choice.id,
            header=False,
        )
        rows.styles.height = len(self._answers)
        rows.fill(self._answers)
        pane = TextPane()
        pane.show(self._paragraphs())
        yield rows
        yield pane

    def _paragraphs(self) -> list[Para]:
        plan, findings = self._result.plan, self._result.findings
        if plan is None:
            shown = [Para(say("reading.nothing"), "error")]
        else:
            counts = {"sections": len(plan.sections), "tasks": len(plan.tasks), "findings": len(findings)}
            words = say("reading.counts" if findings else "reading.counts_clean", **counts)
            shown = [Para(plan.title, "strong"), Para(words)]
        return [*shown, Para(""), *(Para(finding_words(f), _LOOKS[f.severity]) for f in findings)]

    def do_open(self) -> None:
        self.query_one(RowList).do_open()

    def on_row_list_opened(self, event: RowList.Opened[Choice]) -> None:
        """Enter on what to do."""
        self.dismiss(event.record.id)


def read_file(app: PlannerApp, path: Path, then: Callable[[FileRead], None]) -> None:
    """Read a file in the background; stopped by Esc where it takes long, and then nothing comes of it."""

    def job(progress: Progress) -> FileRead | None:
        read = app.office.read_file(path)
        return None if progress.stopped else read

    def came(read: FileRead | None) -> None:
        if read is not None:
            then(read)

    run_with_progress(app, say("home.reading", name=path.name), job, came, group="read-file")


def show_reading(
    app: PlannerApp,
    name: str,
    result: FileRead,
    *,
    keep: Callable[[Plan], None],
    make: Callable[[tuple[Plan, ...]], None],
) -> None:
    """Show what became of a file; then keep its plan, or make a new one with it as template."""
    plan = result.plan
    answers = []
    if plan is not None:
        answers = [
            Choice("make", say("reading.make"), say("reading.make.note")),
            Choice("keep", say("reading.keep"), say("reading.keep.note", year=plan.year)),
        ]
    answers.append(Choice("leave", say("reading.leave"), say("reading.leave.note")))

    def chosen(answer: str | None) -> None:
        if plan is not None and answer == "make":
            make((plan,))
        elif plan is not None and answer == "keep":
            keep(plan)

    app.push_screen(ReadingDialog(name, result, answers), chosen)
