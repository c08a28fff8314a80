"""In whose name one enters: chosen from a list, remembered for the next time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast, get_args

from assessments import process
from assessments.scheme import Scheme
from assessments.sheet import SheetKind
from planner.text import say
from planner.tui.assessment import OpenAssessment, Voice
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.work import nothing

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround

_KINDS: tuple[SheetKind, ...] = get_args(SheetKind)


def voice_words(scheme: Scheme, voice: Voice) -> str:
    """The voice as the crumb says it: the kind of sheet, whose, for which round."""
    names = {each.id: each.name for each in scheme.assessors}
    rounds = {each.id: each.title for each in scheme.periods}
    whose = names.get(voice.by, voice.by) or say(f"scoring_place.everybody.{voice.kind}")
    words = say("scoring_place.voice", kind=say(f"scoring_place.kind.{voice.kind}"), whose=whose)
    return words if not voice.period else f"{words}  {rounds.get(voice.period, voice.period)}"


def choose(screen: ScoringGround) -> None:
    """Ask who enters, then for which round where there are several."""
    first = _first(screen.open)
    choices = sorted(_choices(screen.scheme), key=lambda choice: not choice.id.startswith(f"{first}|"))
    # The present voice, unless it has nothing to enter now: then those whose time it is.
    at = "" if process.may_change(screen.open.course, screen.voice.kind) is not None else _id(screen.voice)

    def chosen(answer: str | None) -> None:
        if answer is not None:
            kind, _, by = answer.partition("|")
            _choose_round(screen, cast(SheetKind, kind), by)

    screen.app.push_screen(Choose(say("scoring_place.who"), choices, at=at), chosen)


def _choices(scheme: Scheme) -> Iterable[Choice]:
    counts: dict[str, int] = {}
    for indicator in scheme.indicators:
        for body in indicator.scorers:
            counts[body] = counts.get(body, 0) + 1
    yield Choice("verified|", _label("verified", ""), say("scoring_place.everybody.verified.note"))
    for body, count in counts.items():
        yield Choice(f"verified|{body}", _label("verified", body), say("scoring_place.items_of", count=count))
    for assessor in scheme.assessors:
        yield Choice(
            f"rating|{assessor.id}", _label("rating", assessor.name), say("scoring_place.rating.note")
        )
    yield Choice("meeting|", _label("meeting", ""), say("scoring_place.meeting.note"))
    yield Choice("self|", _label("self", ""), say("scoring_place.everybody.self.note"))
    for unit in scheme.units:
        yield Choice(f"self|{unit.name}", _label("self", unit.name), say("scoring_place.self.note"))


def _label(kind: SheetKind, whose: str) -> str:
    whose = whose or say(f"scoring_place.everybody.{kind}")
    return say("scoring_place.voice", kind=say(f"scoring_place.kind.{kind}"), whose=whose)


def _choose_round(screen: ScoringGround, kind: SheetKind, by: str) -> None:
    rounds = screen.table.rounds()
    if len(rounds) < 2:
        _take(screen, Voice(kind, by, next(iter(rounds), "")))
        return
    titles = {each.id: each.title for each in screen.scheme.periods}
    choices = [Choice(f"={each}", titles.get(each) or say("scoring_place.whole_year")) for each in rounds]

    def chosen(answer: str | None) -> None:
        if answer is not None:
            _take(screen, Voice(kind, by, answer.removeprefix("=")))

    at = f"={screen.voice.period}"
    screen.app.push_screen(Choose(say("scoring_place.which_round"), choices, typing=False, at=at), chosen)


def _take(screen: ScoringGround, voice: Voice) -> None:
    name, value, office = _setting(screen.open), _id(voice) + "|" + voice.period, screen.planner.office
    screen.work(lambda: office.set_setting(name, value), nothing, group="voice")
    _speak(screen.open, voice)


def recall(screen: ScoringGround) -> None:
    """Go on in the voice of the last time; the first time in the one that the stage is about."""
    assessment, office = screen.open, screen.planner.office
    name = _setting(assessment)
    first = Voice(_usual(assessment), "", next(iter(screen.table.rounds()), ""))
    if assessment.voice == Voice() and first != Voice():
        _speak(assessment, first)

    def recalled(value: str) -> None:
        kind, by, period = [*value.split("|"), "", "", ""][:3]
        if kind in _KINDS and screen.assessment is assessment and period in screen.table.rounds():
            _speak(assessment, Voice(kind, by, period))

    screen.work(lambda: office.setting(name), recalled, group="recall-voice")


def _first(assessment: OpenAssessment) -> SheetKind:
    """Whose voices stand first in the list: those whose time it is."""
    return "rating" if assessment.course.stage == "panel" else _usual(assessment)


def _usual(assessment: OpenAssessment) -> SheetKind:
    return "meeting" if assessment.course.stage in ("meeting", "appeal") else "verified"


def _speak(assessment: OpenAssessment, voice: Voice) -> None:
    if voice != assessment.voice:
        assessment.see_as(voice.by if voice.kind == "rating" else "", voice)


def _id(voice: Voice) -> str:
    return f"{voice.kind}|{voice.by}"


def _setting(assessment: OpenAssessment) -> str:
    return f"scoring.voice.{assessment.scheme.id}"
