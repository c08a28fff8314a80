"""Work that waits until nothing has asked for it for a moment, so that many edits in a row cost it once."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

SECONDS = 0.3


class Later:
    """Calls `act` once `soon` has not been called for a moment."""

    def __init__(self, owner: MessagePump, act: Callable[[], None]) -> None:
        self._owner = owner
        self._act = act
        self._timer: Timer | None = None

    @property
    def waiting(self) -> bool:
        """True while a call is still to come."""
        return self._timer is not None

    def soon(self) -> None:
        """Call in a moment, counted from now."""
        self.stop()
        self._timer = self._owner.set_timer(SECONDS, self._due)

    def stop(self) -> None:
        """Do not call after all."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _due(self) -> None:
        self._timer = None
        self._act()
