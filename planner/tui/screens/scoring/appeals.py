"""Appeals: entered for a unit once the result is published, answered with or without another score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assessments.numbers import plain
from assessments.process import Appeal, Course
from planner.office.assessment_records import CellConflict, Refused
from planner.text import describe, say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.form import Field, Form, line_edit
from planner.tui.display import notify
from planner.tui.screens.scoring.typed import number_in

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround


def show(screen: ScoringGround) -> None:
    """The appeals, those without an answer first; a new one for the unit in sight."""
    appeals = sorted(screen.open.course.appeals, key=lambda each: bool(each.answer))
    stage = screen.open.course.stage
    early = "" if stage in ("published", "appeal") else say("scoring_place.appeals.not_now")
    unit = screen.chosen_unit
    choices = [
        *(Choice(each.id, _words(screen, each), _note(each)) for each in appeals),
        Choice(
            "*new",
            say("scoring_place.appeals.new"),
            unit.unit.name if unit is not None else "",
            blocked=early,
        ),
    ]

    def chosen(answer: str | None) -> None:
        appeal = next((each for each in appeals if each.id == answer), None)
        if appeal is not None:
            _answer(screen, appeal)
        elif answer is not None:
            _ask_about(screen)

    screen.app.push_screen(Choose(say("scoring_place.appeals.heading"), choices, typing=False), chosen)


def _words(screen: ScoringGround, appeal: Appeal) -> str:
    titles = {each.id: each.title for each in screen.scheme.indicators}
    name = {each.id: each.name for each in screen.scheme.units}.get(appeal.unit, appeal.unit)
    about = titles.get(appeal.indicator, "") or say("scoring_place.appeals.whole")
    return f"{name} > {about}"


def _note(appeal: Appeal) -> str:
    if not appeal.answer:
        return say("scoring_place.appeals.open", text=appeal.text)
    if appeal.changed is None:
        return say("scoring_place.appeals.stands", answer=appeal.answer)
    return say("scoring_place.appeals.changed", score=plain(appeal.changed), answer=appeal.answer)


def _ask_about(screen: ScoringGround) -> None:
    """Against the item under the cursor, or against the whole result."""
    unit, row = screen.chosen_unit, screen.items.current
    if unit is None:
        return
    choices = [Choice("*", say("scoring_place.appeals.whole"), unit.unit.name)]
    if row is not None:
        choices.insert(0, Choice(row.indicator, row.title, say("scoring_place.appeals.item.note")))

    def chosen(answer: str | None) -> None:
        if answer is not None:
            _ask_text(screen, unit.key, answer.removeprefix("*"))

    screen.app.push_screen(Choose(say("scoring_place.appeals.about"), choices, typing=False), chosen)


def _ask_text(screen: ScoringGround, unit: str, indicator: str) -> None:
    id, port, period = screen.scheme.id, screen.open.port, screen.voice.period

    def given(values: dict[str, str] | None) -> None:
        if values is not None:
            text = values["text"]
            screen.work(
                lambda: port.lodge_appeal(id, unit, text, indicator, period),
                lambda done: _done(screen, done, "scoring_place.appeals.entered"),
                group="appeal",
            )

    heading = say("scoring_place.appeals.text")
    screen.app.push_screen(line_edit(heading, "scoring_place.reason", check=_something), given)


def _something(text: str) -> str:
    return "" if text else say("scoring_place.reason_needed")


def _answer(screen: ScoringGround, appeal: Appeal) -> None:
    id, port = screen.scheme.id, screen.open.port
    if screen.open.course.stage != "appeal":
        notify(screen, say("process.answer_in_appeal_only"))
        return
    fields = [Field("answer", "scoring_place.appeals.answer", appeal.answer)]
    if appeal.indicator:
        held = "" if appeal.changed is None else plain(appeal.changed)
        fields.append(Field("score", "scoring_place.appeals.score", held, "scoring_place.appeals.score.note"))

    def given(values: dict[str, str] | None) -> None:
        if values is not None:
            words, number = values["answer"], number_in(values.get("score", ""))
            said = "process.score_stands" if number is None else "scoring_place.appeals.answered"
            screen.work(
                lambda: port.answer_appeal(id, appeal, words, number),
                lambda done: _done(screen, done, said),
                group="appeal",
            )

    heading = f"{_words(screen, appeal)}  {appeal.text}"
    screen.app.push_screen(Form(heading, fields, check=_wrong), given)


def _wrong(values: Mapping[str, str]) -> str:
    score = values.get("score", "")
    if score and number_in(score) is None:
        return say("scoring_place.wrong.score", typed=score, name=say("scoring_place.appeals.score"))
    return _something(values["answer"])


def _done(screen: ScoringGround, done: Course | CellConflict[Appeal] | Refused, what: str) -> None:
    if isinstance(done, Refused):
        for finding in done.findings[:3]:
            notify(screen, describe(finding), weight="warning", seconds=10)
    elif isinstance(done, CellConflict):
        notify(screen, say("scoring_place.appeals.meanwhile"), weight="warning", seconds=10)
        screen.open.learn()
    else:
        screen.open.moved_to(done)
        notify(screen, say(what))
