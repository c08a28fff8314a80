"""A widget's own style, worked out once and not for every line that is painted."""

from __future__ import annotations

from rich.style import Style


class KeptStyle:
    """Mixin for widgets that paint line by line on an opaque background of their own; before the widget.

    Textual works a style out from the widget and all that holds it, some tenths of a millisecond each time.
    No widget itself: Textual takes the style sheet of the first base that is one.
    """

    _kept: Style | None = None

    @property
    def rich_style(self) -> Style:
        """The style of plain text here."""
        if self._kept is None:
            style: Style = super().rich_style  # type: ignore[misc]
            self._kept = style
        return self._kept

    def notify_style_update(self) -> None:
        """Theme, focus or a class changed."""
        self._kept = None
        super().notify_style_update()  # type: ignore[misc]
