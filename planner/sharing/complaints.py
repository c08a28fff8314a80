"""Errors of one file, gathered as they are found, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from planner.findings import Finding, Severity, Where
from planner.sharing.shown import nearest

Path = tuple[str, ...]

MOST = 100
"""More errors than these are only counted: nobody reads on, and a hostile file must not fill the memory."""


class Complaints:
    """The errors found in one file, in the order of its lines when taken with `findings`.

    `lines` gives the line of each path ("tasks", "k7q2ab", "lead") and is asked once, when the first error at
    a path comes; a path that has no line takes its owner's. `muted` holds codes that would only repeat what
    was already said.
    """

    def __init__(self, document: str) -> None:
        self.document = document
        self.lines: Callable[[], Mapping[Path, int]] = dict
        self.muted: frozenset[str] = frozenset()
        self._found: list[Finding] = []
        self._more = 0
        self._known_lines: Mapping[Path, int] | None = None

    def error(self, code: str, path: Path = (), line: int | None = None, **arguments: str | int) -> None:
        """Add one error at a path or at a line."""
        if code in self.muted:
            return
        if self.is_full():
            self._more += 1
            return
        where = Where(self.document, line if line is not None else self._line_of(path), path)
        self._found.append(Finding(code, Severity.ERROR, where, arguments))

    def is_full(self) -> bool:
        """True where a further error would only be counted."""
        return len(self._found) >= MOST

    def guess(self, word: str, known: Iterable[str]) -> str:
        """The known word that a wrong one may stand for, "" where there is none or nobody will read it."""
        return "" if self.is_full() else nearest(word, known)

    def __bool__(self) -> bool:
        return bool(self._found)

    def findings(self) -> tuple[Finding, ...]:
        """All errors by line, those without a line first, and how many more there were."""
        ordered = sorted(self._found, key=lambda finding: finding.where.line or 0)
        if self._more:
            where = Where(self.document)
            ordered.append(Finding("format.more_errors", Severity.ERROR, where, {"count": self._more}))
        return tuple(ordered)

    def _line_of(self, path: Path) -> int | None:
        if self._known_lines is None:
            self._known_lines = self.lines()
        while path and path not in self._known_lines:
            path = path[:-1]
        return self._known_lines.get(path)
