"""A widget's own style, worked out once and not for every line that is painted."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class KeptStyle(Widget, inherit_bindings=False):
    """Base of widgets that paint line by line on an opaque background of their own.

    Textual works a style out from the widget and all that holds it, some tenths of a millisecond each time.
    """

    _kept: Style | None = None

    @property
    def rich_style(self) -> Style:
        """The style of plain text here."""
        if self._kept is None:
            self._kept = super().rich_style
        return self._kept

    def notify_style_update(self) -> None:
        """Theme, focus or a class changed."""
        self._kept = None
        super().notify_style_update()
