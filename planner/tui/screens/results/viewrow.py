"""The line that names the views of the results; a click goes to one."""

from __future__ import annotations

from typing import ClassVar, get_args

from textual.message import Message

from planner.text import say
from planner.tui.screens.results.view import ViewId
from planner.tui.widgets.chrome import Bar, Piece

VIEWS: tuple[ViewId, ...] = get_args(ViewId)


class ViewRow(Bar):
    """The views in their order; the one shown is set off by brackets as well as by colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--active"}
    DEFAULT_CSS = "ViewRow { background: $surface; }"

    class Chosen(Message):
        """A view was clicked."""

        def __init__(self, view: ViewId) -> None:
            super().__init__()
            self.view = view

    def __init__(self) -> None:
        super().__init__(id="views")
        self.shown: ViewId = "ranking"

    def pieces(self) -> list[Piece]:
        """One piece a view."""
        return [
            Piece(f"[{say(f'results.view.{view}')}]", "active", view)
            if view == self.shown
            else Piece(f" {say(f'results.view.{view}')} ", "", view)
            for view in VIEWS
        ]

    def chosen(self, id: str) -> None:
        """A view was clicked."""
        view = next((each for each in VIEWS if each == id), None)
        if view is not None:
            self.post_message(self.Chosen(view))
