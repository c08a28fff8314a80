"""The place of a finding about a scheme or its sheets, in words: a line of a file, the item, the unit."""

from __future__ import annotations

from dataclasses import replace

from assessments.scheme import Scheme
from planner.cleaning import clean_text
from planner.findings import Where
from planner.text import say
from planner.text.places import place_words

_TITLED = ("classes", "units", "indicators", "periods", "assessors", "vetoes")
_BY_UNIT = ("entries", "overrides")


def scheme_place_words(where: Where, scheme: Scheme) -> str:
    """The file's name, line and, but for a table of Excel's, keys; without a file what the place is called in the scheme."""
    if where.document or where.line is not None:
        return place_words(where if not where.document.endswith(".xlsx") else replace(where, path=()))
    return clean_text(_called(where.path, scheme))


def _called(path: tuple[str, ...], scheme: Scheme) -> str:
    if len(path) < 2:
        return ""
    kind, id = path[:2]
    if kind in _TITLED:
        return say(f"place.{kind}", title=_title(scheme, kind, id))
    if kind in _BY_UNIT:
        unit = _title(scheme, "units", id)
        if len(path) == 2:
            return say("place.units", title=unit)
        return say("place.cell", unit=unit, indicator=_title(scheme, "indicators", path[2]))
    return say(f"place.{kind}", title=id) if kind in ("events", "sheets") else ""


def _title(scheme: Scheme, kind: str, id: str) -> str:
    for each in getattr(scheme, kind):
        if each.id == id:
            name: str = each.title if hasattr(each, "title") else each.name
            return name
    return id
