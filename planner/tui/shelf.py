"""The shelf: every template and the search over them, read once and shared by all places.

    shelf = self.planner.shelf
    shelf.refresh()                # in a worker: only what changed since the last time is read
    shelf.listen(self._templates_came)
    shelf.library                  # None until it was read the first time
    shelf.templates()              # own plans newest first, built-in ones, files of this session

Files opened as templates stand on the shelf for this session only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.tui.ports import OfficePort, PlanCard

if TYPE_CHECKING:
    # Read in the worker, long after the first picture.
    from planner.departments import Roster
    from planner.library import Library, Origin, Template
    from planner.tui.app import PlannerApp

FEW = 8
"""Changed plans up to which the library is mended; beyond it is made anew, which then costs less."""

_ORDER: dict[Origin, int] = {"workspace": 0, "builtin": 1, "file": 2}


@dataclass(frozen=True, slots=True)
class _Held:
    """What was read: the plans' cards by id, to see what changes, the departments, and the library."""

    cards: Mapping[str, PlanCard]
    roster: Roster
    library: Library


class Shelf:
    """The templates of the program, the office and this session."""

    def __init__(self, app: PlannerApp) -> None:
        self._app = app
        self._held: _Held | None = None
        self._files: dict[str, Template] = {}
        self._listeners: list[Callable[[], None]] = []

    @property
    def library(self) -> Library | None:
        """The search over all templates; None until they were read."""
        return self._held.library if self._held is not None else None

    def templates(self) -> tuple[Template, ...]:
        """All templates: the office's own with the latest year first, the built-in ones, files."""
        if self._held is None:
            return ()
        return tuple(sorted(self._held.library.templates, key=_place))

    def template(self, key: str) -> Template | None:
        """The template with this key; None where it is gone."""
        if self._held is None:
            return None
        return next((held for held in self._held.library.templates if held.key == key), None)

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have a function called whenever the templates were read or changed; returns what stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> None:
        """Read what changed since the last time; listeners are told when it has come."""
        office, held = self._app.office, self._held
        self._app.work(lambda: _read(office, held), self._came, group="shelf")

    def put(self, template: Template) -> None:
        """Put a file's plan on the shelf for this session, in place of one with the same key."""
        self._files[template.key] = template
        if self._held is not None:
            self._keep(self._held.library.with_template(template))
        self._tell()

    def drop(self, key: str) -> None:
        """Take a file of this session off the shelf; nothing happens where it is not on it."""
        if self._files.pop(key, None) is not None and self._held is not None and self.template(key):
            self._keep(self._held.library.without(key))
        self._tell()

    def _came(self, held: _Held) -> None:
        self._held = held
        on_shelf = {template.key for template in held.library.templates if template.origin == "file"}
        for key in on_shelf - self._files.keys():
            self._keep(self._held.library.without(key))
        for key in self._files.keys() - on_shelf:
            self._keep(self._held.library.with_template(self._files[key]))
        self._tell()

    def _keep(self, library: Library) -> None:
        if self._held is not None:
            self._held = _Held(self._held.cards, self._held.roster, library)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def _place(template: Template) -> tuple[int, int]:
    own = template.origin == "workspace"
    return _ORDER[template.origin], -template.plan.year if own else 0


def _read(office: OfficePort, before: _Held | None) -> _Held:
    """What there is now, most of it taken over from `before` (in a worker)."""
    from planner.library import Library

    cards = {card.id: card for card in office.plans()}
    roster = office.roster().record
    if before is None:
        known = {template.key: template for template in office.templates()}
        stale = [id for id in cards if id not in known]
    else:
        known = {template.key: template for template in before.library.templates}
        stale = [id for id, card in cards.items() if before.cards.get(id) != card]
    gone = [key for key, held in known.items() if held.origin == "workspace" and key not in cards]
    fresh = _opened(office, stale)
    if before is None or before.roster != roster or len(fresh) + len(gone) > FEW:
        kept = {key: held for key, held in known.items() if key not in gone} | fresh
        return _Held(cards, roster, Library.of(sorted(kept.values(), key=_place), roster))
    library = before.library
    for key in gone:
        library = library.without(key)
    for template in fresh.values():
        library = library.with_template(template)
    return _Held(cards, roster, library)


def _opened(office: OfficePort, ids: list[str]) -> dict[str, Template]:
    """These plans as templates; one that was removed meanwhile is left out."""
    from planner.library import Template

    found: dict[str, Template] = {}
    for id in ids:
        try:
            found[id] = Template(id, "workspace", office.open_plan(id).record)
        except KeyError:
            continue
    return found
