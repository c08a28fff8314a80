"""Long work on top of the screen: how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar

from textual.app import App
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from planner.text import say
from planner.tui import work
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.display import notify, one_line, safe
from planner.tui.work import Progress

Result = TypeVar("Result")
BAR = 40
AT_ONCE = 0.4
"""Seconds a job may take before the dialog opens; a dialog that only flashes is a nuisance."""


class ProgressDialog(Dialog[bool]):
    """Opened by `run_with_progress`; Esc asks the job to stop."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("back", "dialog.stop", footer=True),)

    class Step(Message):
        """The job got on."""

        def __init__(self, done: int, total: int, words: str) -> None:
            super().__init__()
            self.done = done
            self.total = total
            self.words = words

        def can_replace(self, message: Message) -> bool:
            """Only the newest step is worth painting."""
            return isinstance(message, ProgressDialog.Step)

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self.progress = Progress(lambda done, total, words: self._tell(done, total, words))

    def _tell(self, done: int, total: int, words: str) -> None:
        if self.is_running:
            self.post_message(self.Step(done, total, words))

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        yield Static(safe(bar(0, 0)), id="progress-bar")
        yield Static(safe(say("dialog.starting")), id="progress-words", classes="dialog--note")

    def on_progress_dialog_step(self, event: Step) -> None:
        """Show how far it is."""
        self.query_one("#progress-bar", Static).update(safe(bar(event.done, event.total)))
        self.query_one("#progress-words", Static).update(safe(one_line(event.words)))

    def do_back(self) -> None:
        self.progress.stop()
        self.query_one("#progress-words", Static).update(safe(say("dialog.stopping")))


def bar(done: int, total: int) -> str:
    """The bar and the figures, in characters of one cell."""
    if total <= 0:
        return "[" + " " * BAR + "]"
    full = BAR * min(done, total) // total
    return "[" + "#" * full + " " * (BAR - full) + f"] {done}/{total}"


def run_with_progress(
    app: App[Any],
    heading: str,
    job: Callable[[Progress], Result],
    then: Callable[[Result], None],
    *,
    group: str,
) -> None:
    """Run a job that may take long; the dialog opens where it is not done at once.

    `job` looks at `progress.stopped` and returns what it has by then.
    """
    dialog = ProgressDialog(heading)

    def close() -> None:
        opening.stop()
        if dialog.is_attached:
            dialog.dismiss(True)

    def finished(result: Result) -> None:
        close()
        then(result)

    def failed(error: Exception) -> None:
        close()
        notify(app, work.problem_words(error), weight="error", seconds=10)

    opening = app.set_timer(AT_ONCE, lambda: app.push_screen(dialog))
    work.start(app, lambda: job(dialog.progress), finished, group=group, failed=failed)
