"""The stage: what is still open in it, on to the next, back with a reason, ratings revealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from assessments import process
from assessments.process import Course, Stage
from assessments.scheme import Scheme
from planner.findings import Finding, Severity
from planner.office.assessment_records import Refused
from planner.text import describe, say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.form import line_edit
from planner.tui.display import notify
from planner.tui.screens.scoring import evidence_check
from planner.tui.screens.scoring.evidence_check import Checked
from planner.tui.screens.scoring.findings_dialog import Pending, Shown
from planner.tui.screens.scoring.lacking import advice, open_lines
from planner.tui.widgets.textpane import Para

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround

_LACKING = ("process.assessor_has_not_rated", "process.ratings_lacking")


def check(screen: ScoringGround) -> None:
    """F8: what is open in the present stage, and the ways out of it."""
    id, port = screen.scheme.id, screen.open.port
    screen.work(
        lambda: (port.pending(id), evidence_check.begin(port, id)),
        lambda found: _show(screen, *found),
        group="pending",
    )


def _show(screen: ScoringGround, found: tuple[Finding, ...], evidence: Checked) -> None:
    course = screen.open.course
    known = evidence
    heading = say("scoring_place.stage.heading", stage=stage_words(course.stage))
    dialog = Pending(
        heading, _answers(screen, found, known), _intro(course, found), _shown(screen, found, known)
    )

    def compared(checked: Checked) -> None:
        nonlocal known
        known = checked
        dialog.tell(_answers(screen, found, checked), _shown(screen, found, checked))

    def chosen(answer: str | None) -> None:
        if answer == "evidence":
            evidence_check.ask(screen, known, lambda checked: _show(screen, found, checked))
        elif answer is not None:
            _do(screen, answer, found)

    screen.app.push_screen(dialog, chosen)
    if evidence.state == "under_way":
        evidence_check.look(screen, evidence, compared)


def _do(screen: ScoringGround, answer: str, found: Sequence[Finding]) -> None:
    if answer == "advance":
        _advance(screen)
    elif answer == "reopen":
        _reopen(screen)
    elif answer == "reveal":
        _ask_to_reveal(screen, found)
    elif answer == "appeals":
        screen.perform("appeals")
    elif answer.startswith("cell "):
        unit, _, indicator = answer.removeprefix("cell ").partition(" ")
        screen.show_cell(unit, indicator)


def _shown(screen: ScoringGround, found: Sequence[Finding], evidence: Checked) -> Shown:
    events = {
        event.id: (event.unit, event.indicator)
        for sheet in screen.open.board.sheets
        for event in sheet.events
    }

    def numbers(unit: str) -> Mapping[str, str]:
        tree = screen.table.tree(unit, screen.voice.period)
        return tree.numbers() if tree is not None else {}

    units = {unit.id: unit.name for unit in screen.scheme.units}
    return Shown(
        open_lines(found, units, numbers, events), open_lines(evidence.findings, units, numbers, events)
    )


def stage_words(stage: Stage) -> str:
    """A stage's name."""
    return say(f"process.stage.{stage}")


def _intro(course: Course, found: Sequence[Finding]) -> list[Para]:
    errors = sum(1 for each in found if each.severity is Severity.ERROR)
    others = len(found) - errors
    key = "" if errors and others else ".errors" if errors else ".others"
    told = [Para(say(f"scoring_place.stage.open{key}", errors=errors, others=others))]
    if not found:
        told = [Para(say("scoring_place.stage.nothing_open"), "good")]
    elif what_to_do := advice(found):
        told.append(Para(say("scoring_place.stage.lead", advice=what_to_do), "muted"))
    for passage in course.reopenings[-3:]:
        words = say(
            "scoring_place.stage.reopened",
            day=passage.day.isoformat(),
            stage=stage_words(passage.stage),
            by=passage.by,
            reason=passage.reason,
        )
        told.append(Para(words, "muted"))
    return told


def _answers(screen: ScoringGround, found: Sequence[Finding], evidence: Checked) -> list[Choice]:
    scheme, course = screen.scheme, screen.open.course
    following = process.following(scheme, course)
    errors = sum(1 for each in found if each.severity is Severity.ERROR)
    answers = [Choice("leave", say("scoring_place.stage.stay"), say("scoring_place.stage.stay.note"))]
    if following is not None:
        hindered = say("scoring_place.stage.hindered", count=errors) if errors else ""
        if screen.open.state != "saved":
            hindered = say("scoring_place.stage.unsaved")
        label = say("scoring_place.stage.advance", stage=stage_words(following))
        answers.append(Choice("advance", label, say("scoring_place.stage.advance.note"), blocked=hindered))
    if course.stage == "panel" and not course.revealed and scheme.settings.panel_hidden:
        answers.append(
            Choice("reveal", say("scoring_place.stage.reveal"), say("scoring_place.stage.reveal.note"))
        )
    answers += evidence_check.answer(screen, evidence)
    if course.stage in ("published", "appeal"):
        answers.append(Choice("appeals", say("key.appeals"), say("key.appeals.help")))
    if _earlier(scheme, course):
        answers.append(
            Choice("reopen", say("scoring_place.stage.reopen"), say("scoring_place.stage.reopen.note"))
        )
    return answers


def _earlier(scheme: Scheme, course: Course) -> tuple[Stage, ...]:
    stages = process.stages_of(scheme)
    return stages[: stages.index(course.stage)] if course.stage in stages else stages


def _advance(screen: ScoringGround) -> None:
    assessment = screen.open
    id, stage, port = assessment.scheme.id, assessment.course.stage, assessment.port
    following = process.following(assessment.scheme, assessment.course)

    def answered(yes: bool | None) -> None:
        if yes:
            screen.work(lambda: port.advance(id, stage), lambda done: _moved(screen, done), group="stage")

    if following is not None:
        question = Confirm(
            "scoring_place.stage.sure",
            yes="scoring_place.stage.sure.yes",
            note=say("scoring_place.stage.sure.note"),
            stage=stage_words(following),
        )
        screen.app.push_screen(question, answered)


def _ask_to_reveal(screen: ScoringGround, found: Sequence[Finding]) -> None:
    """It cannot be undone, and whoever has not rated would do so knowing the others' marks."""
    id, port = screen.scheme.id, screen.open.port

    def answered(yes: bool | None) -> None:
        if yes:
            screen.work(lambda: port.reveal(id), lambda done: _moved(screen, done), group="stage")

    question = Confirm(
        "scoring_place.stage.reveal.sure",
        yes="scoring_place.stage.reveal.yes",
        no="scoring_place.stage.reveal.no",
        note=_who_lacks(found),
    )
    screen.app.push_screen(question, answered)


def _who_lacks(found: Sequence[Finding]) -> str:
    lacking = [each.arguments for each in found if each.code in _LACKING]
    if not lacking:
        return say("scoring_place.stage.reveal.all_in")
    whose = say("scoring_place.stage.between").join(
        say("scoring_place.stage.reveal.whose", **each) for each in lacking
    )
    count = sum(each["count"] for each in lacking if isinstance(each["count"], int))
    return say("scoring_place.stage.reveal.lacking", count=count, whose=whose)


def _reopen(screen: ScoringGround) -> None:
    assessment = screen.open
    earlier = _earlier(assessment.scheme, assessment.course)
    choices = [Choice(stage, stage_words(stage)) for stage in earlier]

    def chosen(answer: str | None) -> None:
        stage = next((each for each in earlier if each == answer), None)
        if stage is not None:
            _ask_reason(screen, stage)

    dialog = Choose(
        say("scoring_place.stage.to_which"), choices, typing=False, at=earlier[-1] if earlier else ""
    )
    screen.app.push_screen(dialog, chosen)


def _ask_reason(screen: ScoringGround, stage: Stage) -> None:
    id, port = screen.scheme.id, screen.open.port

    def given(values: dict[str, str] | None) -> None:
        if values is not None:
            reason = values["text"]
            screen.work(
                lambda: port.reopen(id, stage, reason), lambda done: _moved(screen, done), group="stage"
            )

    heading = say("scoring_place.stage.why", stage=stage_words(stage))
    note = "scoring_place.stage.why.note"
    form = line_edit(heading, "scoring_place.reason", note=note, check=_a_reason)
    screen.app.push_screen(form, given)


def _a_reason(text: str) -> str:
    return "" if text else say("process.reopen_without_reason")


def _moved(screen: ScoringGround, done: Course | Refused) -> None:
    if isinstance(done, Refused):
        for finding in done.findings[:3]:
            notify(screen, describe(finding), weight="warning", seconds=10)
        return
    screen.open.moved_to(done)
    key = (
        "scoring_place.stage.revealed"
        if done.revealed and done.stage == "panel"
        else "scoring_place.stage.now"
    )
    notify(screen, say(key, stage=stage_words(done.stage)))
