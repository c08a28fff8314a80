"""The check of the scheme at work beside the edits: its findings, never holding up the screen."""

from __future__ import annotations

from collections.abc import Callable

from assessments.checks import check
from assessments.scheme import Scheme
from planner.findings import Finding, Severity
from planner.text import say
from planner.tui.later import Later
from planner.tui.screens.base import PlaceScreen
from planner.tui.screens.scheme.rows import Marks, marks_of

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Checker:
    """Checks once the edits pause, one check at a time; `told` is called when there is news."""

    def __init__(self, screen: PlaceScreen, told: Callable[[], None]) -> None:
        self._screen = screen
        self._told = told
        self._scheme: Scheme | None = None
        self._checked: Scheme | None = None
        self._busy = False
        self._later = Later(screen, self._begin)
        self.findings: tuple[Finding, ...] = ()
        self.marks: Marks = {}

    @property
    def is_current(self) -> bool:
        """True where what was found is of the scheme as it is now."""
        return self._checked is self._scheme

    @property
    def is_ready(self) -> bool:
        """True where nothing stands in the way of scoring by the scheme as it is now."""
        return self.is_current and not any(each.severity is Severity.ERROR for each in self.findings)

    def of(self, kind: str, id: str) -> tuple[Finding, ...]:
        """What was found of one record."""
        return self.marks.get((kind, id), ())

    def counts(self) -> str:
        """How many of each weight: 必改 3  注意 12; sound where there is nothing to mend."""
        if not self.is_current:
            return say("scheme_place.checking")
        counts = [sum(each.severity is weight for each in self.findings) for weight in ORDER]
        if not any(counts[:2]):
            return say("scheme_place.sound")
        shown = zip(ORDER, counts, strict=True)
        return "  ".join(f"{say(f'severity.{weight}')} {count}" for weight, count in shown if count)

    def look_at(self, scheme: Scheme) -> None:
        """Check this scheme: another one than before at once, a changed one in a moment."""
        if scheme is self._scheme:
            return
        other = self._scheme is None or self._scheme.id != scheme.id
        self._scheme = scheme
        if other:
            self.findings, self.marks = (), {}
            self._later.stop()
            self._begin()
        else:
            self._later.soon()

    def _begin(self) -> None:
        scheme = self._scheme
        if self._busy or scheme is None:
            return
        self._busy = True

        def done(found: tuple[Finding, ...]) -> None:
            self._busy = False
            self._checked = scheme
            if self._scheme is not None and self._scheme.id == scheme.id:
                self.findings, self.marks = found, marks_of(found)
                self._told()
            if self._scheme is not scheme and not self._later.waiting:
                self._begin()

        def failed(error: Exception) -> None:
            # Marks are a help; without them everything else still works.
            self._busy = False

        self._screen.planner.work(lambda: check(scheme), done, group="scheme-check", failed=failed)
