"""Where in a TOML text each key stands, which keys stand twice, and whether the text nests too deep.

The standard library's reader gives values without places. This scanner walks the same text by its outer
form only (headers, keys, where values begin and end) and believes whatever stands inside a value.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from planner.sharing.complaints import Path

DEEPEST = 8
"""Levels of keys or brackets. The format itself needs six."""

# No possessive quantifiers: the first releases of Python 3.11 get them wrong.
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_REST = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'""")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""(?:""?(?!"))?'
    r"|'''(?:[^']|'(?!''))*'''(?:''?(?!'))?"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^,\]}\s#]*|[^,\[\]{}\s#=\"']+")


@dataclass(frozen=True, slots=True)
class Statement:
    """One header or one `key = value`, by its first and last line."""

    first: int
    last: int
    is_header: bool


@dataclass(slots=True)
class Map:
    """What the scanner saw. Items of a list stand under "1", "2" …

    A table that is only implied by the tables in it stands at the first of them, the file itself at line 1.
    `twice` holds the path, first line and second line of each key or table written twice.
    `broken` is the first line of the statement at which the scanner lost its way; `too_deep` is the line at
    which keys or brackets nest too deep. At either of them the scanner stops.
    """

    lines: dict[Path, int] = field(default_factory=dict)
    twice: list[tuple[Path, int, int]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    broken: int | None = None
    too_deep: int | None = None


class _LostError(Exception):
    """The text is not TOML here."""


class _TooDeepError(Exception):
    """The text nests too deep here; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def scan(text: str) -> Map:
    """Map the text (LF line ends) as far as its form is understood."""
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [match.start() for match in re.finditer("\n", text)]
        self.counts: dict[Path, int] = {}
        self.implied: dict[Path, int] = {(): 1}
        self.map = Map()

    def run(self) -> Map:
        at = self._skip(_BLANK, 0)
        header: Path = ()
        while at < len(self.text):
            start = at
            try:
                is_header = self.text[at] == "["
                if is_header:
                    header, at = self._header(at)
                else:
                    at = self._pair(at, header)
                rest = _REST.match(self.text, at)
                if rest is None:
                    raise _LostError
            except _LostError:
                self.map.broken = self._line(start)
                break
            except _TooDeepError as deep:
                self.map.too_deep = deep.line
                break
            self.map.statements.append(Statement(self._line(start), self._line(at - 1), is_header))
            at = self._skip(_BLANK, rest.end())
        self.map.lines = self.implied | self.map.lines
        return self.map

    def _header(self, at: int) -> tuple[Path, int]:
        width = 2 if self.text.startswith("[[", at) else 1
        path, end = self._key(self._skip(_SPACE, at + width))
        end = self._skip(_SPACE, end)
        if not self.text.startswith("]" * width, end):
            raise _LostError
        if width == 2:
            self.counts[path] = self.counts.get(path, 0) + 1
            path = (*path, str(self.counts[path]))
        for length in range(1, len(path)):
            self.implied.setdefault(path[:length], self._line(at))
        self._note(path, at)
        return path, end + width

    def _pair(self, at: int, owner: Path) -> int:
        path, end = self._key(at)
        end = self._skip(_SPACE, end)
        if not self.text.startswith("=", end):
            raise _LostError
        self._note(owner + path, at)
        return self._value(self._skip(_SPACE, end + 1), owner + path, 1)

    def _key(self, at: int) -> tuple[Path, int]:
        parts: list[str] = []
        while True:
            found = _KEY.match(self.text, at)
            if found is None:
                raise _LostError
            parts.append(found[1] or found[2] or found[0])
            if len(parts) > DEEPEST:
                raise _TooDeepError(self._line(at))
            dot = self._skip(_SPACE, found.end())
            if not self.text.startswith(".", dot):
                return tuple(parts), found.end()
            at = self._skip(_SPACE, dot + 1)

    def _value(self, at: int, path: Path, depth: int) -> int:
        if depth > DEEPEST:
            raise _TooDeepError(self._line(at))
        if self.text.startswith("[", at):
            return self._list(at + 1, path, depth)
        if self.text.startswith("{", at):
            return self._record(at + 1, path, depth)
        found = _STRING.match(self.text, at) or _PLAIN.match(self.text, at)
        if found is None:
            raise _LostError
        return found.end()

    def _list(self, at: int, path: Path, depth: int) -> int:
        count = 0
        while True:
            at = self._skip(_BLANK, at)
            if self.text.startswith("]", at):
                return at + 1
            count += 1
            item = (*path, str(count))
            self.map.lines[item] = self._line(at)
            at = self._skip(_BLANK, self._value(at, item, depth + 1))
            if self.text.startswith(",", at):
                at += 1
            elif not self.text.startswith("]", at):
                raise _LostError

    def _record(self, at: int, path: Path, depth: int) -> int:
        at = self._skip(_SPACE, at)
        if self.text.startswith("}", at):
            return at + 1
        while True:
            name, end = self._key(self._skip(_SPACE, at))
            end = self._skip(_SPACE, end)
            if not self.text.startswith("=", end):
                raise _LostError
            self._note(path + name, at)
            at = self._skip(_SPACE, self._value(self._skip(_SPACE, end + 1), path + name, depth + 1))
            if self.text.startswith("}", at):
                return at + 1
            if not self.text.startswith(",", at):
                raise _LostError
            at += 1

    def _note(self, path: Path, at: int) -> None:
        line = self._line(at)
        if path in self.map.lines:
            self.map.twice.append((path, self.map.lines[path], line))
        else:
            self.map.lines[path] = line

    def _line(self, at: int) -> int:
        return bisect_left(self.ends, at) + 1

    def _skip(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.text, at)
        return found.end() if found else at
