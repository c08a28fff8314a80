"""What a person types for a unit, a scoring body or an item, and what it means in a scheme.

Each is tried from the strictest reading to the loosest; the first that fits anything decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from planner.cli.failures import Refused
from planner.departments import Roster, among, initials_of, resolve

if TYPE_CHECKING:
    from assessments.results import Score, UnitResult
    from assessments.scheme import Assessor, Scheme, Unit

_MOST_NAMES = 12
_LEAST_LETTERS = 2
_PLACES = ("县", "市", "区", "旗")

Fits = Callable[[str], bool]


def find_unit(scheme: Scheme, words: str, roster: Roster) -> Unit:
    """The unit with this id, name, short name, pinyin initials or part of its name.

    Refused where there is none, or more than one.
    """
    by_id = [unit for unit in scheme.units if unit.id == words]
    found = by_id or [
        unit for unit in scheme.units if unit.name in _named(words, _names(scheme.units), roster)
    ]
    if len(found) != 1:
        names = [unit.name for unit in found or scheme.units]
        raise Refused(_code("cli.score.no_unit", found), words=words, names=_some(names))
    return found[0]


def find_body(scheme: Scheme, words: str, roster: Roster) -> str:
    """The scoring body with this name, short name, pinyin initials or part of its name; Refused as above."""
    bodies = list(dict.fromkeys(body for each in scheme.indicators for body in each.scorers))
    found = _named(words, bodies, roster)
    if len(found) != 1:
        raise Refused(_code("cli.score.no_body", found), words=words, names=_some(found or bodies))
    return found[0]


def find_assessor(scheme: Scheme, words: str) -> Assessor:
    """The assessor with this id or name; Refused as above."""
    found = [each for each in scheme.assessors if words in (each.id, each.name)]
    if len(found) != 1:
        names = [each.name for each in found or scheme.assessors]
        raise Refused(_code("cli.score.no_assessor", found), words=words, names=_some(names))
    return found[0]


def find_indicator(scheme: Scheme, result: UnitResult, words: str) -> str:
    """The item of a unit with this id, title, number (2.1.3) or part of its title; Refused as above."""
    titles = {each.id: each.title for each in scheme.indicators}
    numbers = [(number, id) for number, id in _numbered(result) if id in titles]
    ids = list(dict.fromkeys(id for _, id in numbers))
    found = (
        [id for id in ids if words in (id, titles[id])]
        or list(dict.fromkeys(id for number, id in numbers if number == words))
        or [id for id in ids if words in titles[id]]
        or [id for id in ids if _in_order(words, titles[id])]
    )
    if len(found) != 1:
        names = [titles[id] for id in found or ids]
        raise Refused(_code("cli.score.no_indicator", found), words=words, names=_some(names))
    return found[0]


def _names(units: Iterable[Unit]) -> list[str]:
    return [unit.name for unit in units]


def _named(words: str, names: Sequence[str], roster: Roster) -> list[str]:
    """The names that are meant: letters are initials; Chinese words a name, a short name, a part of one."""
    readings: Iterator[Fits] = (
        _by_letters(words.lower(), roster) if words.isascii() else _by_words(words, roster)
    )
    for fits in readings:
        found = [name for name in dict.fromkeys(names) if fits(name)]
        if found:
            return found
    return []


def _by_words(words: str, roster: Roster) -> Iterator[Fits]:
    yield lambda name: name == words
    yield lambda name: bool(among(words, (name,), roster))
    yield lambda name: words in name
    yield lambda name: _in_order(words, name)


def _by_letters(letters: str, roster: Roster) -> Iterator[Fits]:
    if len(letters) < _LEAST_LETTERS:
        return
    yield lambda name: letters in _initials(name, roster)
    yield lambda name: any(held.startswith(letters) for held in _initials(name, roster))


def _initials(name: str, roster: Roster) -> tuple[str, ...]:
    """The initials of a name as it stands, without the place before it, and of its short names."""
    bare = name[1:] if name.startswith(_PLACES) else name
    match = resolve(name, roster)
    known = match.department if match is not None and match.how != "township" else None
    return (initials_of(name), initials_of(bare), *(known.initials if known is not None else ()))


def _in_order(words: str, name: str) -> bool:
    """True where the letters of a short form stand in the name one after the other (住建局)."""
    rest = iter(name)
    return len(words) >= _LEAST_LETTERS and all(letter in rest for letter in words)


def _numbered(result: UnitResult) -> Iterator[tuple[str, str]]:
    """Ids of a unit's items with the numbers under which they are printed, in all its trees."""
    trees, waiting = [result.main], list(result.periods)
    while waiting:
        period = waiting.pop(0)
        trees += [period.main] if period.main is not None else []
        waiting += period.parts
    for tree in trees:
        yield "", tree.indicator
        yield from _below(tree, "")


def _below(score: Score, above: str) -> Iterator[tuple[str, str]]:
    for place, child in enumerate(score.children, 1):
        number = f"{above}{place}"
        yield number, child.indicator
        yield from _below(child, f"{number}.")


def _code(code: str, found: Sequence[object]) -> str:
    return f"{code}_but_some" if found else code


def _some(names: Sequence[str]) -> str:
    return "、".join(names[:_MOST_NAMES]) + ("…" if len(names) > _MOST_NAMES else "")
