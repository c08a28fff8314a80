"""The one way by which text from outside reaches the screen, and widths in cells.

Imported text may hold `[bold]`, escape sequences, bidi marks and zero-width characters. Everything shown
goes through `safe` (Textual's own widgets), `plain` (DataTable, Tree) or `one_line` (lines painted by our
widgets); a bare `str` is never given to a widget that reads markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from rich.cells import cell_len, chop_cells
from textual.content import Content
from textual.widget import Widget

from planner.cleaning import clean_text
from planner.text import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from rich.text import Text
    from textual.app import App
    from textual.notifications import Notification

CUT = ".."
"""Stands where text was cut off: the one-character ellipsis takes two cells in many Chinese terminals."""

Align = Literal["left", "right"]
Weight = Literal["information", "warning", "error"]


def clean(text: str) -> str:
    """The text without control, C1, bidi and zero-width characters; line breaks and tabs stay."""
    return clean_text(text)


def one_line(text: str) -> str:
    """The cleaned text on one line."""
    return " ".join(clean(text).split("\n")).replace("\t", " ")


def safe(text: str, style: str = "") -> Content:
    """The text as content that is shown as it is, never read as markup."""
    return Content(clean(text)) if not style else Content.styled(clean(text), style)


def plain(text: str) -> Text:
    """The same for DataTable and Tree, which read Rich's markup."""
    from rich.text import Text

    return Text(clean(text))


def width(text: str) -> int:
    """Cells that the text takes."""
    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """The text in at most `cells` cells, cut at a whole character, with `CUT` where something is missing."""
    if cell_len(text) <= cells:
        return text
    if cells <= len(CUT):
        return CUT[: max(cells, 0)]
    room = cells - len(CUT)
    return next(iter(chop_cells(text[: cells + 1], room)), "") + CUT


def fit(text: str, cells: int, align: Align = "left") -> str:
    """The text in exactly `cells` cells: cut or padded by cells, never by characters."""
    shown = cut(text, cells)
    gap = " " * (cells - cell_len(shown))
    return gap + shown if align == "right" else shown + gap


def notify(node: object, words: str, *, weight: Weight = "information", seconds: float = 5) -> None:
    """A message at the foot of the screen, taken literally. `node` is a widget, a screen or the app.

    The same message stands there once, and never more than three.
    """
    app = cast("App[Any]", getattr(node, "app", node))
    if weight != "information":
        # Colour is never alone.
        words = say(f"common.message.{weight}", words=words)
    words = clean(words)
    earlier = list(app._notifications)
    # Many messages would push the page out of a small window.
    take_down(app, [held for held in earlier if held.message == words or held not in earlier[-2:]])
    app.notify(words, severity=weight, timeout=seconds, markup=False)


def take_down(app: App[Any], messages: Collection[Notification]) -> None:
    """Take messages from the screen with the lines they stood on, which Textual would leave behind empty."""
    from textual.widgets._toast import Toast

    for message in messages:
        app._unnotify(message, refresh=False)
    for screen in app.screen_stack:
        for toast in screen.query(Toast):
            if toast._notification in messages and isinstance(toast.parent, Widget):
                toast.parent.remove()
