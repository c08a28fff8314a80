"""What is being edited: a record somewhere in the scheme, read as it is now and written back at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from planner.text import say
from planner.tui.screens.scheme import fields
from planner.tui.screens.scheme.fields import Line, Path
from planner.tui.screens.scheme.names import Names

Told = Callable[[object], dict[Path, list[str]]]
"""What is wrong with a record, in words, by the path of what is meant."""


def nothing_wrong(record: object) -> dict[Path, list[str]]:
    """The usual: nothing is said."""
    return {}


@dataclass(frozen=True, slots=True)
class Subject:
    """A record. `read` gives it as it is now, `write` takes the changed one; `path` is where it stands in the
    outer record of which `told` says what is wrong. `only` names the fields that are shown, in their order.
    """

    read: Callable[[], object]
    write: Callable[[object], None]
    names: Callable[[], Names]
    told: Told = nothing_wrong
    outer: Callable[[], object] | None = None
    path: Path = ()
    only: tuple[str, ...] = field(default=())

    def inner(self, path: Path) -> Subject:
        """A record within this one."""

        def write(changed: object) -> None:
            if fields.at(self.read(), path[:-1]) is None:
                # Somebody took it out meanwhile.
                return
            self.write(fields.put(self.read(), path, changed))

        return Subject(
            lambda: fields.at(self.read(), path),
            write,
            self.names,
            self.told,
            self.outer or self.read,
            (*self.path, *path),
        )

    def lines(self) -> list[Line]:
        """Its fields as lines, and under each what is wrong with it."""
        record, outer = self.read(), (self.outer or self.read)()
        if record is None or outer is None:
            return []
        lines = list(fields.lines_of(record, self.names(), only=self.only))
        wrong = self.told(outer)
        return with_words(lines, {_under(path, self.path): words for path, words in wrong.items()})


def _under(path: Path, base: Path) -> Path:
    return path[len(base) :] if path[: len(base)] == base else ("", *path)


def with_words(lines: list[Line], wrong: dict[Path, list[str]]) -> list[Line]:
    """The lines, each followed by what is wrong there; what concerns no line stands first."""
    under: dict[int, list[Line]] = {}
    shown: list[Line] = []
    for path, held in wrong.items():
        if path[:1] == ("",):
            continue
        place = _nearest(lines, path)
        words = [_word(path, each) for each in held]
        if place is None:
            shown += words
        else:
            under.setdefault(place, []).extend(words)
    for place, line in enumerate(lines):
        shown += [line, *under.get(place, ())]
    return shown


def _nearest(lines: list[Line], path: Path) -> int | None:
    """The line that a path leads to, or the nearest one above it."""
    for length in range(len(path), 0, -1):
        for place, line in enumerate(lines):
            if line.path == path[:length] and (line.what != "add" or length == len(path)):
                return place
    return None


def _word(path: Path, words: str) -> Line:
    return Line(path, "told", say("scheme_place.wrong"), words, "error")
