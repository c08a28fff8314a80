"""Work away from the screen: a thread, its result brought back as a message, progress and a stop.

A job is a plain function. Its result goes to `then` on the screen's own thread; an error goes to `failed`
or, without it, becomes a toast: nothing in a worker ever ends the program.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.app import App
from textual.message import Message
from textual.worker import Worker, get_current_worker

from planner.text import describe, say
from planner.tui.display import notify

if TYPE_CHECKING:
    from planner.tui.session import Runner

MOMENT = 0.015
"""Seconds that a person at the screen does not notice."""

Result = TypeVar("Result")
log = logging.getLogger("planner.tui")


@dataclass(slots=True)
class Progress:
    """Given to a long job: it reports how far it is and looks whether somebody wants it to stop."""

    tell: Callable[[int, int, str], None]
    _stop: Event = field(default_factory=Event)

    def report(self, done: int, total: int, words: str = "") -> None:
        """`done` of `total` steps; `words` names the step, such as a file's name."""
        self.tell(done, total, words)

    @property
    def stopped(self) -> bool:
        """True once somebody asked to stop; the job returns what it has."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the job to stop."""
        self._stop.set()


class Done(Message, Generic[Result]):
    """A job's result on its way back."""

    def __init__(self, worker: Worker[None], act: Callable[[], None]) -> None:
        super().__init__()
        self.worker = worker
        self.act = act


def start(
    app: App[Any],
    job: Callable[[], Result],
    then: Callable[[Result], None],
    *,
    group: str,
    failed: Callable[[Exception], None] | None = None,
) -> Worker[None]:
    """Run `job` in a thread. A newer job of the same group makes the older one's result be dropped."""

    def run() -> None:
        worker = get_current_worker()
        try:
            result = job()
        except Exception as error:
            log.exception("A job of the group %s failed", group)
            problem = error
            app.post_message(Done(worker, lambda: _fail(app, problem, failed)))
        else:
            app.post_message(Done(worker, lambda: then(result)))

    return app.run_worker(run, thread=True, exclusive=True, group=group, exit_on_error=False)


def nothing(result: None) -> None:
    """What is done with a result that nobody waits for."""


def prompt_runner(app: App[Any], group: str) -> Runner:
    """Runs a job at once and waits a moment for it: most saves are done before the screen shows anything.

    What takes longer (a slow disk, somebody else writing) is waited for in the background.
    """
    # The first picture has nothing to save.
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(1, thread_name_prefix=group)

    def run(job: Callable[[], object], then: Callable[[object], None]) -> None:
        begun = pool.submit(job)
        try:
            outcome = begun.result(MOMENT)
        except TimeoutError:
            start(app, begun.result, then, group=group)
        else:
            then(outcome)

    return run


def _fail(app: App[Any], error: Exception, failed: Callable[[Exception], None] | None) -> None:
    if failed is not None:
        failed(error)
    else:
        notify(app, problem_words(error), weight="error", seconds=10)


def problem_words(error: Exception) -> str:
    """What went wrong, in words for the person at the screen."""
    from planner.store.errors import StoreError

    if isinstance(error, StoreError):
        return describe(error.finding())
    return say("common.job_failed", why=str(error) or type(error).__name__)
