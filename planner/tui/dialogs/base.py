"""What all dialogs share: a box with a heading in the middle of the screen, Esc, and a line of keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from planner.text import say
from planner.tui.acts import Acts, Use
from planner.tui.display import safe
from planner.tui.widgets.chrome import Footer

if TYPE_CHECKING:
    from planner.tui.widgets.rows import RowList

Result = TypeVar("Result")


class DialogKeys(Footer):
    """The keys of the dialog, with nothing from the place behind it."""


class Dialog(Acts, ModalScreen[Result | None], inherit_bindings=False):
    """A dialog. Subclasses give `heading` and `body()`; `dismiss(value)` ends it, Esc ends it with None."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("back", "dialog.leave", footer=True),
        Use("next_part"),
        Use("previous_part"),
        Use("copy"),
    )
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > .dialog--box {
        width: 72; max-width: 96%; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Dialog.-tall > .dialog--box { height: 90%; }
    Dialog.-wide > .dialog--box { width: 110; }
    Dialog .dialog--heading { text-style: bold; color: $text-accent; width: 100%; }
    Dialog .dialog--note { color: $text-muted; width: 100%; }
    Dialog .dialog--wrong { color: $text-error; width: 100%; display: none; }
    Dialog .dialog--wrong.-shown { display: block; }
    """

    def heading(self) -> str:
        """The words at the top."""
        return ""

    def body(self) -> Iterable[Widget]:
        """The widgets between heading and keys."""
        return ()

    def compose(self) -> ComposeResult:
        """Heading, body, keys."""
        with Vertical(classes="dialog--box"):
            yield Static(safe(self.heading()), classes="dialog--heading")
            yield from self.body()
            yield Static("", classes="dialog--wrong")
            yield DialogKeys()

    def complain(self, words: str) -> None:
        """Say in the dialog what is wrong with what was typed."""
        line = self.query_one(".dialog--wrong", Static)
        line.update(safe(say("dialog.wrong", words=words)) if words else "")
        line.set_class(bool(words), "-shown")

    def do_back(self) -> None:
        self.dismiss(None)

    def do_next_part(self) -> None:
        self.focus_next()

    def do_previous_part(self) -> None:
        self.focus_previous()

    def do_copy(self) -> None:
        from planner.tui.clipboard import copy_from

        copy_from(self)


class MovesInList:
    """Mixin behind `Dialog`: the arrows move in the dialog's list while its line is being typed in."""

    rows: RowList[Any]

    def do_line_up(self) -> None:
        self.rows.do_line_up()

    def do_line_down(self) -> None:
        self.rows.do_line_down()

    def do_page_up(self) -> None:
        self.rows.do_page_up()

    def do_page_down(self) -> None:
        self.rows.do_page_down()
