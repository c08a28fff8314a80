"""A unit's score told line by line, from the total down to what was observed, to be followed by hand.

Lines come in the language in force. The command line prints them, the screens show them as a tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessments.derivation import Step
from assessments.numbers import plain
from assessments.reports.items import event_words, said_by
from assessments.reports.statement import observed_value
from assessments.results import Given, Mark, PeriodScore, Score, UnitResult
from assessments.rules import Rule
from assessments.scheme import Indicator, Kind, Override, Scheme
from assessments.standing import title_of
from planner.sharing.papers_words import arithmetic, printed
from planner.text import pairs, say

Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One line: how deep it stands, its words, the arithmetic, and the number that comes out of it.

    `formula` and `value` are as printed; "" where a line has none. `place` is what the line speaks of:
    ("units", id), ("indicators", id) or ("periods", id).
    """

    depth: int
    words: str
    formula: str = ""
    value: str = ""
    place: Place = ()

    @property
    def text(self) -> str:
        """The line without its depth: words, arithmetic, number."""
        if not self.value:
            return self.words
        if not self.formula:
            return say("explain.number", words=self.words, value=self.value)
        return say("explain.sum", words=self.words, formula=self.formula, value=self.value)


def lines_of(scheme: Scheme, result: UnitResult) -> tuple[WhyLine, ...]:
    """Everything that leads to a unit's total, rank and grade."""
    teller = _Teller(scheme, result.unit)
    return tuple(teller.whole(result))


def lines_of_item(scheme: Scheme, result: UnitResult, indicator: str) -> tuple[WhyLine, ...]:
    """What leads to one indicator's score, in every round in which it is scored; nothing where it is not."""
    teller = _Teller(scheme, result.unit)
    rounds = [each for each in result.rounds() if each.main is not None]
    lines: list[WhyLine] = []
    for each in rounds:
        score = each.main.find(indicator) if each.main is not None else None
        if score is not None:
            place = ("periods", each.period)
            lines += [WhyLine(0, teller.period_title(each.period), place=place), *teller.item(score, 1)]
    held = result.main.find(indicator)
    return tuple(lines or (teller.item(held, 0) if held is not None else ()))


def step_text(step: Step) -> str:
    """The words of a step, its numbers printed as scores are."""
    return printed(said_by(step))


def _level(name: str) -> str:
    """The word for a level of honours; the scheme's own word where it is none of the usual ones."""
    return _said("level", name)


def _said(area: str, name: str) -> str:
    key = f"{area}.{name}"
    return say(key) if key in pairs() else name


class _Teller:
    """Tells the numbers of one unit."""

    def __init__(self, scheme: Scheme, unit: str) -> None:
        self._scheme = scheme
        self._unit = unit
        units = {each.id: each.name for each in scheme.units}
        self._names = units | {each.id: each.name for each in scheme.assessors}
        self._indicators = {each.id: each for each in scheme.indicators}
        self._overrides = {each.indicator: each for each in scheme.overrides if each.unit == unit}

    def whole(self, result: UnitResult) -> Iterator[WhyLine]:
        """The total with its steps, then rank and grade, then the items."""
        unit = self._names.get(result.unit, result.unit)
        place = ("units", result.unit)
        yield WhyLine(0, say("explain.total", unit=unit), value=plain(result.total), place=place)
        if result.missing:
            yield WhyLine(1, say("explain.open", count=result.missing), place=place)
        for step in result.steps:
            yield _of_step(step, 1, place)
        for mark in result.marks:
            yield WhyLine(1, self._mark(mark), place=place)
        if result.grade_steps:
            yield WhyLine(0, say("explain.standing"), place=place)
        for step in result.grade_steps:
            line = _of_step(step, 1, place)
            yield line if step.value != result.total else replace(line, value="")
        for period in result.periods:
            yield from self._period(period, 0)
        if not result.periods:
            yield WhyLine(0, say("explain.items"), place=place)
            for step in result.main.steps:
                yield _of_step(step, 1, place)
            yield from self._children(result.main, 1)
        else:
            yield from self._year(result)

    def period_title(self, id: str) -> str:
        """What a round is called."""
        return next((each.title for each in self._scheme.periods if each.id == id), id)

    def item(self, score: Score, depth: int, number: str = "", kind: Kind = "normal") -> Iterator[WhyLine]:
        """One item: its number, what it stands on, its steps, and the items it is made of."""
        indicator = self._indicators.get(score.indicator)
        place = ("indicators", score.indicator)
        own: Kind = kind if indicator is None or indicator.kind == "normal" else indicator.kind
        words = self._title(score, indicator, own)
        yield WhyLine(depth, f"{number} {words}".strip(), value=plain(score.value), place=place)
        if indicator is not None:
            for words in self._ground(score, indicator):
                yield WhyLine(depth + 1, words, place=place)
        for step in score.steps:
            yield _of_step(step, depth + 1, place)
        yield from self._children(score, depth + 1, f"{number}." if number else "", own)

    def _children(
        self, score: Score, depth: int, above: str = "", kind: Kind = "normal"
    ) -> Iterator[WhyLine]:
        for number, child in enumerate(score.children, 1):
            yield from self.item(child, depth, f"{above}{number}", kind)

    def _period(self, period: PeriodScore, depth: int) -> Iterator[WhyLine]:
        place = ("periods", period.period)
        title = self.period_title(period.period)
        words = title if period.held else say("explain.not_held", title=title)
        yield WhyLine(depth, words, value=plain(period.value), place=place)
        of_tree = period.main.steps if period.main is not None else ()
        for step in (*of_tree, *period.steps):
            yield _of_step(step, depth + 1, place)
        if period.main is not None:
            yield from self._children(period.main, depth + 1)
        for part in period.parts:
            yield from self._period(part, depth + 1)

    def _year(self, result: UnitResult) -> Iterator[WhyLine]:
        """What is scored once for the year, beside the rounds."""
        told = {child.indicator for each in result.rounds() if each.main for child in each.main.children}
        rest = [child for child in result.main.children if child.indicator not in told]
        if rest:
            yield WhyLine(0, say("explain.year"), place=("units", result.unit))
        for number, child in enumerate(rest, 1):
            yield from self.item(child, 1, str(number))

    def _title(self, score: Score, indicator: Indicator | None, kind: Kind) -> str:
        title = indicator.title if indicator is not None else score.indicator
        if kind == "normal":
            title = say("explain.item", title=title, points=plain(score.points))
        else:
            title = say(f"explain.item.{kind}", title=title)
        return title if score.state == "scored" else say(f"explain.{score.state}", title=title)

    def _ground(self, score: Score, indicator: Indicator) -> Iterator[str]:
        """What a score stands on: the rule's words, what was observed, by whom, events, evidence."""
        override = self._overrides.get(indicator.id)
        text = override.text if override is not None and override.text else indicator.text
        if text:
            yield say("explain.rule", text=text.replace("\n", ""))
        if indicator.article:
            yield say("explain.article", article=indicator.article)
        rule = _rule(indicator, override)
        for given in score.given:
            yield from self._given(given, rule)
        for event in score.events:
            yield say("explain.event", event=printed(event_words(event)))
        if score.missing:
            names = say("report.list").join(_asked(name, rule) for name in score.missing)
            yield say("explain.lacking", names=names)
        if not score.given and not score.children and indicator.scorers:
            yield say("explain.scorers", bodies=say("report.list").join(indicator.scorers))
        for doubt in score.doubts:
            yield say("explain.doubt", words=say(doubt.code, **doubt.arguments))

    def _given(self, given: Given, rule: Rule | None) -> Iterator[str]:
        by = self._names.get(given.by, given.by)
        own = given.by in (self._unit, self._names.get(self._unit))
        entry = given.entry
        names = [each.name for each in rule.inputs()] if rule is not None else []
        names += [name for name in ("score",) if name not in names]
        figures = [
            say("explain.figure", name=_asked(name, rule), value=printed(value))
            for name in names
            if (value := observed_value(entry, name)) is not None
        ]
        if entry.not_applicable:
            figures = [say("explain.not_concerned")]
        if figures:
            key = "explain.own" if own else "explain.given"
            yield say(key, by=by, figures=say("explain.comma").join(figures))
        if entry.reason:
            yield say("explain.reason", by=by, reason=entry.reason)
        if entry.evidence:
            names = [piece.name for piece in entry.evidence]
            yield say("explain.evidence", names=say("report.list").join(names))

    def _mark(self, mark: Mark) -> str:
        title, effect = title_of(self._scheme, mark), say(f"effect.{mark.effect}")
        return say("explain.mark", title=title, effect=effect)


def _of_step(step: Step, depth: int, place: Place) -> WhyLine:
    """A step as a line; what is only one number is no arithmetic."""
    told = arithmetic(step.formula) if len(step.formula) > 1 else ""
    return WhyLine(depth, step_text(step), told, plain(step.value), place)


def _rule(indicator: Indicator, override: Override | None) -> Rule | None:
    return override.rule if override is not None and override.rule is not None else indicator.rule


def _asked(name: str, rule: Rule | None) -> str:
    """What an input is called."""
    for each in rule.inputs() if rule is not None else ():
        if each.name == name:
            return say(each.label) if each.label else _level(name)
    return _said("input", name)
