"""The four keys that nudge a number: ← → by one step, Shift with them by ten."""

from __future__ import annotations

NUDGES = ("cell_left", "cell_right", "page_left", "page_right")
"""The actions of these keys."""


class Nudging:
    """Mixin for what holds numbers to be nudged: it says what a number of steps does."""

    def nudge(self, steps: int) -> None:
        """Change what is under the cursor by so many steps, down where they are below 0."""
        raise NotImplementedError

    def do_cell_left(self) -> None:
        """One step less."""
        self.nudge(-1)

    def do_cell_right(self) -> None:
        """One step more."""
        self.nudge(1)

    def do_page_left(self) -> None:
        """Ten steps less."""
        self.nudge(-10)

    def do_page_right(self) -> None:
        """Ten steps more."""
        self.nudge(10)
