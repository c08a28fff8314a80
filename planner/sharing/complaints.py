"""Errors of one file, gathered as they are found, each with its line."""

from __future__ import annotations

from collections.abc import Mapping

from planner.findings import Finding, Severity, Where

Path = tuple[str, ...]

MOST = 100
"""More errors than these are only counted: nobody reads on, and a hostile file must not fill the memory."""


class Complaints:
    """The errors found in one file, in the order of its lines when taken with `findings`.

    `lines` gives the line of a path ("tasks", "k7q2ab", "lead"); a path that has none takes its owner's.
    `muted` holds codes that would only repeat what was already said.
    """

    def __init__(self, document: str) -> None:
        self.document = document
        self.lines: Mapping[Path, int] = {}
        self.muted: frozenset[str] = frozenset()
        self._found: list[Finding] = []
        self._more = 0

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
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return self.lines.get(())
