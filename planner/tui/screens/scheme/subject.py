"""What is being edited: a record somewhere in the scheme, read as it is now and written back at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

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
        record = self.read()
        if record is None:
            return []
        lines = list(fields.lines_of(record, self.names(), only=self.only))
        wrong = self.told((self.outer or self.read)())
        return with_words(lines, {_under(path, self.path): words for path, words in wrong.items()})


def _under(path: Path, base: Path) -> Path:
    return path[len(base) :] if path[: len(base)] == base else ("", *path)


def with_words(lines: list[Line], wrong: dict[Path, list[str]]) -> list[Line]:
    """The lines, each followed by what is wrong there; what concerns the whole stands first."""
    shown: list[Line] = [_word((), words) for words in wrong.get((), ())]
    left = {path: words for path, words in wrong.items() if path and path[0] != ""}
    for line in lines:
        shown.append(line)
        for path in [path for path in left if line.what != "add" and path[: len(line.path)] == line.path]:
            shown += [_word(path, words) for words in left.pop(path)]
    return shown + [_word(path, words) for path, held in left.items() for words in held]


def _word(path: Path, words: str) -> Line:
    from planner.text import say

    return Line(path, "told", say("scheme_place.wrong"), words, "error")
