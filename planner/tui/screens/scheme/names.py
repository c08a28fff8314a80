"""What the ids in a scheme's fields mean: which field names what, and how it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from assessments.scheme import Scheme, UnitClass
from planner.text import pairs, say

Refers: TypeAlias = Literal[
    "", "indicator", "holder", "period", "body", "grade", "tie", "class", "level", "word"
]
"""What a field names; "" where its text is only text."""

_REFERS: Mapping[tuple[str, str], Refers] = {
    ("Indicator", "parent"): "indicator",
    ("Indicator", "applies"): "holder",
    ("Indicator", "periods"): "period",
    ("Indicator", "scorers"): "body",
    ("Grade", "base"): "grade",
    ("Minimum", "indicator"): "indicator",
    ("GradeCorrection", "indicator"): "indicator",
    ("GradeCorrection", "grade"): "grade",
    ("UnitClass", "grade_by"): "indicator",
    ("UnitClass", "tie_keys"): "tie",
    ("Unit", "unit_class"): "class",
    ("Period", "parent"): "period",
    ("Veto", "applies"): "holder",
    ("Veto", "grade"): "grade",
    ("EventTrigger", "over_quota"): "indicator",
    ("EventTrigger", "level"): "level",
    ("ScoreTrigger", "indicator"): "indicator",
    ("ScoreTrigger", "grade"): "grade",
    ("Settings", "levels"): "level",
}
_TIES = ("raw", "bonus", "penalty")


class Names:
    """The names in one scheme. `within` is the class whose grades are meant, where one is at hand."""

    def __init__(self, scheme: Scheme, within: UnitClass | None = None) -> None:
        self.scheme = scheme
        self._within = within
        self._titles: dict[str, dict[str, str]] = {}

    def refers(self, owner: type, name: str) -> Refers:
        """What a record's field names."""
        return _REFERS.get((owner.__name__, name), "")

    def title(self, refers: str, id: object) -> str:
        """What something is called; its id where there is no such thing."""
        word = str(id)
        if refers == "level":
            return say(f"level.{word}") if f"level.{word}" in pairs() else word
        if refers == "tie":
            return self._tie(word)
        return self.choices(refers).get(word, word)

    def _tie(self, word: str) -> str:
        bare = word.removeprefix("-")
        words = say(f"scheme_place.tie.{bare}") if bare in _TIES else self.title("indicator", bare)
        return say("scheme_place.tie_less", what=words) if word.startswith("-") else words

    def choices(self, refers: str) -> dict[str, str]:
        """Everything that a field of this sort may name, by id."""
        if refers not in self._titles:
            self._titles[refers] = dict(self._listed(refers))
        return self._titles[refers]

    def _listed(self, refers: str) -> Iterable[tuple[str, str]]:
        scheme = self.scheme
        if refers == "indicator":
            yield from ((each.id, each.title) for each in scheme.indicators)
        elif refers == "period":
            yield from ((each.id, each.title) for each in scheme.periods)
        elif refers == "body":
            yield from ((name, name) for name in self._bodies())
        elif refers == "grade":
            classes = (self._within,) if self._within is not None else scheme.classes
            yield from ((grade.id, grade.title) for each in classes for grade in each.grades)
        elif refers == "level":
            yield from ((each, self.title("level", each)) for each in scheme.settings.levels)
        elif refers == "tie":
            ids = (*_TIES, *(each.id for each in scheme.indicators))
            yield from ((id, self._tie(id)) for each in ids for id in (each, f"-{each}"))
        if refers in ("class", "holder"):
            yield from ((each.id, each.title) for each in scheme.classes)
        if refers == "holder":
            yield from ((each.id, each.name) for each in scheme.units)

    def _bodies(self) -> Iterable[str]:
        """Who scores already, first of all; then the office, then everybody who is assessed."""
        named = (name for each in self.scheme.indicators for name in each.scorers)
        return dict.fromkeys(
            name for name in (*named, self.scheme.issuer, *(unit.name for unit in self.scheme.units)) if name
        )
