"""What a folding tree shows, without the screen: which lines are open, and the rows they wrap into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planner.tui.display import cut, fit, one_line, width
from planner.tui.widgets.textpane import wrap

INDENT = 2
SIGNS = {True: "- ", False: "+ ", None: "  "}
"""Before a line: open, closed, nothing below it."""
_MOST_VALUE = 16


@dataclass(frozen=True, slots=True)
class Fold:
    """A line of a tree: how deep it stands, its words, a number at the right, a second line below them."""

    depth: int
    words: str
    value: str = ""
    below: str = ""

    @property
    def text(self) -> str:
        """The line as it is copied."""
        parts = (one_line(part) for part in (self.words, self.below, self.value) if part)
        return "    " * self.depth + "\t".join(parts)


@dataclass(frozen=True, slots=True)
class Row:
    """A painted row: of which line, its text in full width, and whether it is the second, quiet part."""

    line: int
    text: str
    quiet: bool = False


class FoldModel:
    """Lines in the order of a tree; each is open or closed and has rows when it is in sight."""

    def __init__(self) -> None:
        self.lines: Sequence[Fold] = ()
        self.rows: list[Row] = []
        self._open: set[int] = set()

    def fill(self, lines: Sequence[Fold], is_open: Callable[[int], bool]) -> None:
        """Show these lines, those open for which `is_open(number)` holds."""
        self.lines, self.rows = lines, []
        self._open = {number for number in range(len(lines)) if self.has_more(number) and is_open(number)}

    def has_more(self, number: int) -> bool:
        """True where lines stand below this one."""
        return number + 1 < len(self.lines) and self.lines[number + 1].depth > self.lines[number].depth

    def is_open(self, number: int) -> bool:
        """True where the lines below are shown."""
        return number in self._open

    def toggle(self, number: int) -> bool:
        """Open a line, or close it; False where there is nothing below it."""
        if not self.has_more(number):
            return False
        self._open ^= {number}
        return True

    def parent(self, number: int) -> int | None:
        """The line under which this one stands."""
        depth = self.lines[number].depth
        return next((at for at in range(number - 1, -1, -1) if self.lines[at].depth < depth), None)

    def branch(self, number: int) -> tuple[Fold, ...]:
        """A line and everything below it, open or not."""
        depth = self.lines[number].depth
        end = number + 1
        while end < len(self.lines) and self.lines[end].depth > depth:
            end += 1
        return tuple(self.lines[number:end])

    def in_sight(self) -> Iterator[int]:
        """The lines that are shown, from above."""
        hidden_below: int | None = None
        for number, line in enumerate(self.lines):
            if hidden_below is not None and line.depth > hidden_below:
                continue
            hidden_below = None if not self.has_more(number) or number in self._open else line.depth
            yield number

    def lay_out(self, cells: int) -> None:
        """Wrap what is in sight into rows of this width."""
        values = [width(_value(line)) for line in self.lines if line.value]
        column = min(max(values, default=0), _MOST_VALUE)
        self.rows = [row for number in self.in_sight() for row in self._rows(number, cells, column)]

    def _rows(self, number: int, cells: int, column: int) -> Iterator[Row]:
        line = self.lines[number]
        sign = SIGNS[self.is_open(number) if self.has_more(number) else None]
        # However deep a line stands, half of the width is left for its words.
        lead = " " * min(INDENT * line.depth, cells // 3)
        room = max(8, cells - width(lead) - len(sign) - (column + 2 if line.value else 0))
        value = fit(_value(line), column, "right") if line.value else ""
        for at, words in enumerate(wrap(one_line(line.words), room)):
            start = lead + (sign if at == 0 else "  ")
            text = start + (fit(words, room) + "  " + value if at == 0 and value else words)
            yield Row(number, fit(text, cells))
        for words in wrap(one_line(line.below), max(8, cells - width(lead) - 4)):
            yield Row(number, fit(lead + "    " + words, cells), quiet=True)


def _value(line: Fold) -> str:
    # The one-character ellipsis would move the column in many terminals.
    return cut(one_line(line.value).replace("…", ".."), _MOST_VALUE)
