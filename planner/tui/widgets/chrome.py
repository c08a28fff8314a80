"""The frame around every place: tab row, crumb line, footer. Each is one line that paints its own words.

Words are looked up while painting, so a change of language needs no more than a refresh.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from planner.text import say
from planner.tui import registry
from planner.tui.acts import Offer, offers
from planner.tui.display import cut, fit, one_line, width
from planner.tui.places import PLACES, Part, Place, digit

if TYPE_CHECKING:
    from planner.tui.session import State


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar. `id` is what a click on it means; empty where it means nothing."""

    text: str
    look: Literal["", "key", "active", "dim", "good", "bad"] = ""
    id: str = ""


class Bar(Widget):
    """One line of pieces, from the left; `right` is put at the right end where there is room.

    A bar names in `COMPONENT_CLASSES` the looks that its pieces use, and no others: each costs at the start.
    """

    DEFAULT_CSS = """
    Bar {
        height: 1; width: 1fr; background: $panel; color: $foreground;
        & > .bar--key { color: $text-accent; text-style: bold; }
        & > .bar--active { background: $primary; color: $text; text-style: bold; }
        & > .bar--dim { color: $text-muted; }
        & > .bar--good { color: $text-success; }
        & > .bar--bad { color: $text-error; text-style: bold; }
    }
    """

    def pieces(self) -> list[Piece]:
        """What to show from the left."""
        return []

    def right(self) -> Piece:
        """What to show at the right end."""
        return Piece("")

    def chosen(self, id: str) -> None:
        """A piece was clicked."""

    def _fitted(self) -> list[Piece]:
        end = self.right()
        room = self.size.width - width(end.text)
        fitted = []
        for piece in self.pieces():
            words = one_line(piece.text)
            if width(words) > room:
                words = words.rstrip()
            text = cut(words, room)
            # A key half shown would be worse than a key left out.
            if text != words and piece.id:
                break
            fitted.append(Piece(text, piece.look, piece.id))
            room -= width(text)
        fitted.append(Piece(" " * max(0, room)))
        return [*fitted, end]

    def render_line(self, y: int) -> Strip:
        """The one line."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        segments = []
        for piece in self._fitted():
            look = f"bar--{piece.look}"
            style = self.get_component_rich_style(look) if piece.look else self.rich_style
            segments.append(Segment(piece.text, style))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Find the piece under the pointer."""
        left = 0
        for piece in self._fitted():
            left += width(piece.text)
            if event.x < left:
                if piece.id:
                    event.stop()
                    self.chosen(piece.id)
                return


class TabRow(Bar):
    """The places, numbered; the one shown is set off by brackets as well as by colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--active", "bar--dim", "bar--key"}

    def pieces(self) -> list[Piece]:
        """One piece a place; where the row is too short, one for all of the part that one is not in."""
        pieces = [self._piece(number, place) for number, place in enumerate(PLACES, 1)]
        if sum(width(piece.text) for piece in pieces) <= self.size.width:
            return pieces
        away = self._away()
        first = next(place for place in PLACES if place.part == away)
        folded = Piece(f" {say(f'part.{away}')}.. ", "key", f"go:{first.id}")
        return [
            folded if place is first else piece
            for place, piece in zip(PLACES, pieces, strict=True)
            if place is first or place.part != away
        ]

    def _away(self) -> Part:
        """The part of the work that one is not in."""
        here = getattr(self.screen, "PLACE", "")
        part = next((place.part for place in PLACES if place.id == here), "")
        return "plan" if part == "assessment" else "assessment"

    def _piece(self, number: int, place: Place) -> Piece:
        name, id = say(f"place.{place.id}"), f"go:{place.id}"
        if place.id == getattr(self.screen, "PLACE", ""):
            return Piece(f"[{digit(number)} {name}]", "active", id)
        blocked = getattr(self.app, "blocked", lambda _: "")(id)
        return Piece(f" {digit(number)} {name} ", "dim" if blocked else "", id)

    def chosen(self, id: str) -> None:
        """Go to the place."""
        perform = getattr(self.app, "perform", None)
        if perform is not None:
            perform(id)


_STATE_LOOKS: dict[State, Literal["good", "dim", "bad"]] = {
    "saved": "good",
    "saving": "dim",
    "conflict": "bad",
    "failed": "bad",
}


class Crumb(Bar):
    """Where you are, from outside inwards, and whether everything is saved."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--good", "bar--dim", "bar--bad"}
    DEFAULT_CSS = "Crumb { background: $surface; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts: tuple[str, ...] = ()
        self._state: State | None = None

    def show(self, parts: tuple[str, ...], state: State | None = None) -> None:
        """Show these names; `state` None where nothing is open that could be saved."""
        self._parts, self._state = parts, state
        self.refresh()

    def pieces(self) -> list[Piece]:
        """The names, divided by a sign of one cell."""
        words = " > ".join(one_line(part) for part in self._parts if part)
        return [Piece(" " + cut(words, self.size.width - width(self.right().text) - 2))]

    def right(self) -> Piece:
        """The state in a word."""
        if self._state is None:
            return Piece("")
        return Piece(say(f"state.{self._state}") + " ", _STATE_LOOKS[self._state])


class Footer(Bar):
    """Three to six keys of this place: help and commands, then what the place itself puts forward."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--key", "bar--dim"}
    MOST = 6

    def pieces(self) -> list[Piece]:
        """Key and word, in pairs that one click runs."""
        available = offers(self.app, self.screen)
        wanted = [offer.use.id for offer in available.values() if offer.use.footer]
        fixed = [id for id in ("help", "commands") if id in available]
        # The space after the last word may fall off the edge.
        room = self.size.width + 1 - sum(self._cells(available[id]) for id in fixed)
        ids = []
        for id in [id for id in wanted if id not in fixed][: self.MOST - len(fixed)]:
            room -= self._cells(available[id])
            if room < 0:
                break
            ids.append(id)
        return [Piece(" "), *(piece for id in [*ids, *fixed] for piece in self._pair(available[id]))]

    def _pair(self, offer: Offer) -> tuple[Piece, Piece]:
        id, dim = offer.use.id, bool(offer.reason)
        key = Piece(registry.key_words(id), "dim" if dim else "key", id)
        return key, Piece(f" {offer.use.words()}  ", "dim" if dim else "", id)

    def _cells(self, offer: Offer) -> int:
        return sum(width(piece.text) for piece in self._pair(offer))

    def chosen(self, id: str) -> None:
        """Do what the key would do."""
        offer = offers(self.app, self.screen).get(id)
        if offer is not None:
            offer.doer.perform(id)


class Title(Bar):
    """A heading over a part of the screen. `key` is the catalogue's and may be changed before `tell`."""

    DEFAULT_CSS = "Title { background: $surface; text-style: bold; color: $text-accent; }"

    def __init__(self, key: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.key = key
        self._arguments: dict[str, object] = {}

    def tell(self, **arguments: object) -> None:
        """Fill the heading's words."""
        self._arguments = arguments
        self.refresh()

    def pieces(self) -> list[Piece]:
        """The words."""
        return [Piece(" " + cut(fit(say(self.key, **self._arguments), 1000).rstrip(), self.size.width - 1))]
