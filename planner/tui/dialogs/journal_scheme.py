"""What was changed in the scheme, in a line of the journal."""

from __future__ import annotations

from collections.abc import Iterator

from assessments.scheme import Scheme
from planner.text import pairs, say
from planner.tui.dialogs.journal_acts import Act, FieldChange
from planner.tui.dialogs.journal_phrases import changed, path_of

MOST = 4
"""Fields that one line names; of more it says how many."""

_OWNERS = {
    "indicators": "Indicator",
    "units": "Unit",
    "classes": "UnitClass",
    "vetoes": "Veto",
    "periods": "Period",
    "assessors": "Assessor",
    "settings": "Settings",
}
_UNTOLD = frozenset({"id", "format"})


def scheme_words(act: Act, scheme: Scheme) -> str:
    """The line of an act upon the scheme; "" where there is nothing to tell."""
    if act.whole:
        key = f"process.act.{act.line.why}"
        return say(key) if key in pairs() else ""
    names = _names(scheme)
    root, title = _subject(act, names)
    told = {path: change for path, change in act.changes.items() if _last(path) not in _UNTOLD}
    if title and all(old is None for old, _ in told.values()) and _titled(told):
        return say("history.scheme_new", what=title)
    if title and all(new is None for _, new in told.values()) and _titled(told):
        return say("history.scheme_gone", what=title)
    parts = list(dict.fromkeys(_parts(told, root, names)))
    shown = say("history.and").join(parts[:MOST])
    if len(parts) > MOST:
        shown = say("history.more", words=shown, count=len(parts) - MOST)
    where = say("history.scheme_of", what=title) if title else say("history.scheme")
    return f"{where}  {shown}" if shown else ""


def _names(scheme: Scheme) -> dict[str, str]:
    """What every record of the scheme is called, by its id."""
    titled = (scheme.classes, scheme.indicators, scheme.periods, scheme.vetoes)
    named = (scheme.units, scheme.assessors)
    found = {each.id: each.title for table in titled for each in table}
    return found | {each.id: each.name for table in named for each in table}


def _subject(act: Act, names: dict[str, str]) -> tuple[str, str]:
    """In which table the record stands, and what it is called: now, else as the lines say."""
    line = act.line
    path = line.field.split(".")
    root = "indicators" if line.indicator else "units" if line.unit else path[0]
    ids = [line.indicator or line.unit] if line.indicator or line.unit else path[1:2]
    if root == "overrides":
        return "indicators", path_of(*(names.get(each, each) for each in path[1:3]))
    if root not in _OWNERS or root == "settings":
        return root, ""
    for name, change in act.changes.items():
        if _is_title(name):
            return root, change[1] or change[0] or ""
    return root, names.get(ids[0], "") if ids else ""


def _titled(changes: dict[str, FieldChange]) -> bool:
    return any(_is_title(path) for path in changes)


def _is_title(path: str) -> bool:
    """True for the name of a record itself, not of one inside it."""
    parts = path.split(".")
    return parts[-1] in ("title", "name") and (len(parts) == 1 or (len(parts) == 3 and parts[0] in _OWNERS))


def _parts(changes: dict[str, FieldChange], root: str, names: dict[str, str]) -> Iterator[str]:
    for path, (old, new) in changes.items():
        if _last(path) == "order":
            yield say("history.moved")
        else:
            yield changed(_label(path, root), _value(path, old, names), _value(path, new, names))


def _label(path: str, root: str) -> str:
    """The words of a path's parts that have any; ids have none."""
    owner = _OWNERS.get(root, "")
    told = []
    for part in path.split("."):
        for key in (
            f"scheme_place.field.{owner}.{part}",
            f"scheme_place.field.{part}",
            f"parameter.{part}",
            f"history.part.{part}",
        ):
            if key in pairs():
                told.append(say(key))
                break
    return " ".join(told[-2:]) or say("history.other")


def _value(path: str, value: str | None, names: dict[str, str]) -> str:
    words, name = value or "", _last(path)
    if name == "method" and f"method.{words}" in pairs():
        return say(f"method.{words}")
    if words in ("true", "false"):
        return say("scoring_place.yes" if words == "true" else "scoring_place.no")
    for key in (f"choice.{name}.{words}", f"{name}.{words}", f"scheme_place.choice.{name}.{words}"):
        if words and key in pairs():
            return say(key)
    return names.get(words, words)


def _last(path: str) -> str:
    return path.rpartition(".")[2]
