"""Long text to read: wrapped by cells, painted by the line, 200 kB and more.

pane.show([Para("一、总体要求", "heading"), Para(task.title, "strong"), Para(measure.text, indent=2)])
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.tui.acts import Acts, Use
from planner.tui.display import clean, fit

ParaLook = Literal["", "heading", "strong", "muted", "good", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its text (cleaned when shown), how it looks, how many cells it stands in from the left."""

    text: str
    look: ParaLook = ""
    indent: int = 0


_NOT_AT_START = frozenset("，。、；：！？）】》〉」』”’％%,.;:!?)]}")
_NOT_AT_END = frozenset("（【《〈「『“‘([{")


def wrap(text: str, cells: int) -> Iterator[str]:
    """The lines of a paragraph, each at most `cells` wide.

    Latin words stay whole where they fit; no line begins with closing punctuation or ends with an opening
    bracket where one character to and fro can avoid it.
    """
    cells = max(2, cells)
    start = 0
    while start < len(text):
        end = _break(text, start, cells)
        yield text[start:end].rstrip()
        start = end
        while start < len(text) and text[start] == " ":
            start += 1


def _break(text: str, start: int, cells: int) -> int:
    used, at = 0, start
    while at < len(text):
        used += _cells(text[at])
        if used > cells:
            break
        at += 1
    else:
        return at
    at = max(at, start + 1)
    best = at
    while best > start + 1 and not _may_break(text, best):
        best -= 1
    return best if best > start + 1 else at


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _NOT_AT_START or before in _NOT_AT_END:
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(character: str) -> bool:
    return character.isascii() and not character.isspace()


def _cells(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return cell_len(character)


class TextPane(Acts, ScrollView, can_focus=True, inherit_bindings=False):
    """The pane. It scrolls with arrows, PgUp/PgDn, Home/End and the wheel."""

    ACTIONS = tuple(Use(id) for id in ("line_up", "line_down", "page_up", "page_down", "first", "last"))
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--heading",
        "text--strong",
        "text--muted",
        "text--good",
        "text--warning",
        "text--error",
    }
    DEFAULT_CSS = """
    TextPane {
        background: $surface; color: $foreground; padding: 0 1; height: 1fr; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .text--heading { color: $text-accent; text-style: bold; }
        & > .text--strong { text-style: bold; }
        & > .text--muted { color: $text-muted; }
        & > .text--good { color: $text-success; }
        & > .text--warning { color: $text-warning; }
        & > .text--error { color: $text-error; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._paragraphs: list[Para] = []
        self._lines: list[tuple[str, ParaLook]] = []
        self._wrapped_for = 0

    def show(self, paragraphs: Iterable[Para], *, keep_place: bool = False) -> None:
        """Show these paragraphs, from the top unless `keep_place`."""
        self._paragraphs = [
            Para(line, paragraph.look, paragraph.indent)
            for paragraph in paragraphs
            for line in clean(paragraph.text).replace("\t", "    ").split("\n")
        ]
        self._wrapped_for = 0
        self._wrap()
        if not keep_place:
            self.scroll_to(y=0, animate=False)

    def copy_text(self) -> str:
        """All of the text."""
        return "\n".join(paragraph.text for paragraph in self._paragraphs)

    def do_line_up(self) -> None:
        self.scroll_relative(y=-1, animate=False)

    def do_line_down(self) -> None:
        self.scroll_relative(y=1, animate=False)

    def do_page_up(self) -> None:
        self.scroll_relative(y=1 - self.size.height, animate=False)

    def do_page_down(self) -> None:
        self.scroll_relative(y=self.size.height - 1, animate=False)

    def do_first(self) -> None:
        self.scroll_to(y=0, animate=False)

    def do_last(self) -> None:
        self.scroll_to(y=self.virtual_size.height, animate=False)

    def on_resize(self) -> None:
        """Wrap anew for the new width."""
        self._wrap()

    def _wrap(self) -> None:
        # What the scroll bar may cover is no room for words.
        cells = self.scrollable_content_region.width
        if cells <= 0 or cells == self._wrapped_for:
            return
        self._wrapped_for = cells
        self._lines = []
        for paragraph in self._paragraphs:
            room = cells - paragraph.indent
            lead = " " * paragraph.indent
            lines = [lead + line for line in wrap(paragraph.text, room)] or [""]
            self._lines.extend((line, paragraph.look) for line in lines)
        self.virtual_size = Size(cells, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        index = self.scroll_offset.y + y
        if not 0 <= index < len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        text, look = self._lines[index]
        style = self.get_component_rich_style(f"text--{look}") if look else self.rich_style
        return Strip([Segment(fit(text, self.size.width), style)], self.size.width)
