"""What a unit still needs for the next grade, in words."""

from __future__ import annotations

from collections.abc import Iterator

from assessments.analysis.outlook import Outlook
from assessments.numbers import ZERO
from planner.sharing.why import step_text
from planner.text import say
from planner.tui.screens.results.wording import Wording, number, percent
from planner.tui.widgets.textpane import Para

_MOST_LOST = 12


def way_words(wording: Wording, look: Outlook) -> str:
    """The way to the next grade in one sentence."""
    if look.grade is None:
        result = wording.results.of(look.unit)
        if not wording.unit_class(result.unit_class).grades:
            return say("results.way.no_grades")
        return say("results.way.top_so_far" if result.missing else "results.way.top")
    grade = look.grade.title
    if look.points > ZERO:
        key = "results.way.points_open" if look.reachable else "results.way.points"
        return say(key, grade=grade, points=number(look.points), open=number(look.open))
    if look.obstacles or look.shortfalls:
        return say("results.way.barred", grade=grade)
    return say("results.way.open" if look.open else "results.way.reached", grade=grade)


def hindrance_words(wording: Wording, look: Outlook) -> str:
    """What stands in the way besides points, in a few words."""
    said = [
        say(
            "results.way.minimum",
            item=wording.item(each.minimum.indicator),
            rate=percent(each.rate),
            least=percent(each.minimum.percent),
        )
        for each in look.shortfalls
    ]
    told = [step_text(step) for step in look.obstacles if step.code != "why.grade_minimum_missed"]
    return say("results.and").join(dict.fromkeys([*said, *told]))


def way_paragraphs(wording: Wording, look: Outlook) -> Iterator[Para]:
    """The way to the next grade, what stands in it, and where points were lost."""
    yield Para(say("results.way.heading"), "heading")
    yield Para(way_words(wording, look))
    hindrances = hindrance_words(wording, look)
    if hindrances:
        yield Para(hindrances, "warning")
    if look.open:
        yield Para(say("results.way.still_open", open=number(look.open)), "muted")
    if look.lost:
        yield Para("")
        yield Para(say("results.way.lost"), "heading")
    for part in look.lost[:_MOST_LOST]:
        lost, due = number(part.lost), number(part.due)
        yield Para(say("results.way.part", lost=lost, due=due, item=wording.item(part.indicator)))
    more = len(look.lost) - _MOST_LOST
    if more > 0:
        yield Para(say("results.way.more", count=more), "muted")
