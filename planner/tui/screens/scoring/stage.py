"""The stage: what is still open in it, on to the next, back with a reason, ratings revealed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from assessments import process
from assessments.process import Course, Stage
from assessments.scheme import Scheme
from planner.findings import Finding, Severity
from planner.office.assessment_records import Refused
from planner.text import describe, say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.form import line_edit
from planner.tui.dialogs.reading import finding_words
from planner.tui.display import notify
from planner.tui.widgets.rowmodel import Column, Look
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, ParaLook, TextPane

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround

_LOOKS: dict[Severity, ParaLook] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "muted",
}
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Findings(Dialog[str]):
    """What there is to say, line by line, under what can be done about it. Closes with the answer's id."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "dialog.take", footer=True),)
    DEFAULT_CSS = "Findings RowList { margin: 1 0; }"

    def __init__(
        self, heading: str, answers: Sequence[Choice], intro: Sequence[Para], findings: Sequence[Finding]
    ) -> None:
        super().__init__(classes="-tall -wide")
        self._heading = heading
        self._answers = answers
        self._intro = intro
        self._findings = sorted(findings, key=lambda each: ORDER[each.severity])

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        rows = RowList[Choice](
            [
                Column("label", "", lambda choice: choice.label, width=26),
                Column("note", "", lambda choice: choice.blocked or choice.note),
            ],
            key=lambda choice: choice.id,
            look=_look,
            header=False,
        )
        rows.styles.height = len(self._answers)
        rows.fill(self._answers)
        yield rows
        yield from self.below()

    def below(self) -> Iterable[Widget]:
        """The findings, under the answers."""
        pane = TextPane()
        found = (Para(finding_words(each), _LOOKS[each.severity]) for each in self._findings)
        pane.show([*self._intro, *found])
        yield pane

    def do_open(self) -> None:
        focused = self.focused
        (focused if isinstance(focused, RowList) else self.query_one(RowList)).do_open()

    def on_row_list_opened(self, event: RowList.Opened[Choice] | RowList.Opened[Finding]) -> None:
        """Enter on what to do, or on something that is open."""
        record = event.record
        if isinstance(record, Finding):
            self.lead_to(record)
        elif record.blocked:
            self.complain(record.blocked)
        else:
            self.dismiss(record.id)

    def lead_to(self, finding: Finding) -> None:
        """Enter on a finding, where they can be chosen."""


def _look(choice: Choice) -> Look:
    return "muted" if choice.blocked else ""


class Pending(Findings):
    """The same with a list of what is open: Enter on a line closes with "cell UNIT INDICATOR"."""

    def below(self) -> Iterable[Widget]:
        pane = TextPane()
        pane.styles.height = len(self._intro)
        pane.can_focus = False
        pane.show(self._intro)
        yield pane
        rows = RowList[Finding](
            [Column("words", "", finding_words)],
            key=lambda each: f"{each.code} {each.where.path} {sorted(each.arguments.items())}",
            look=lambda each: "error" if each.severity is Severity.ERROR else "",
            empty="scoring_place.stage.nothing_open",
            id="open",
        )
        rows.fill(self._findings)
        yield rows

    def lead_to(self, finding: Finding) -> None:
        if finding.where.path[:1] == ("entries",):
            self.dismiss(" ".join(("cell", *map(str, finding.where.path[1:]))))


def check(screen: ScoringGround) -> None:
    """F8: what is open in the present stage, and the ways out of it."""
    assessment = screen.open
    id, port = assessment.scheme.id, assessment.port

    def looked(found: tuple[Finding, ...]) -> None:
        course = assessment.course
        heading = say("scoring_place.stage.heading", stage=stage_words(course.stage))
        dialog = Pending(heading, _answers(assessment.scheme, course, found), _intro(course, found), found)
        screen.app.push_screen(dialog, chosen)

    def chosen(answer: str | None) -> None:
        if answer == "advance":
            _advance(screen)
        elif answer == "reopen":
            _reopen(screen)
        elif answer == "reveal":
            _reveal(screen)
        elif answer == "appeals":
            screen.perform("appeals")
        elif answer is not None and answer.startswith("cell "):
            unit, _, indicator = answer.removeprefix("cell ").partition(" ")
            screen.show_cell(unit, indicator)

    screen.work(lambda: port.pending(id), looked, group="pending")


def stage_words(stage: Stage) -> str:
    """A stage's name."""
    return say(f"process.stage.{stage}")


def _intro(course: Course, found: Sequence[Finding]) -> list[Para]:
    errors = sum(1 for each in found if each.severity is Severity.ERROR)
    told = [Para(say("scoring_place.stage.open", errors=errors, others=len(found) - errors))]
    if not found:
        told = [Para(say("scoring_place.stage.nothing_open"), "good")]
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


def _answers(scheme: Scheme, course: Course, found: Sequence[Finding]) -> list[Choice]:
    following = process.following(scheme, course)
    errors = sum(1 for each in found if each.severity is Severity.ERROR)
    answers = [Choice("leave", say("scoring_place.stage.stay"), say("scoring_place.stage.stay.note"))]
    if following is not None:
        hindered = say("scoring_place.stage.hindered", count=errors) if errors else ""
        label = say("scoring_place.stage.advance", stage=stage_words(following))
        answers.append(Choice("advance", label, say("scoring_place.stage.advance.note"), blocked=hindered))
    if course.stage == "panel" and not course.revealed and scheme.settings.panel_hidden:
        answers.append(
            Choice("reveal", say("scoring_place.stage.reveal"), say("scoring_place.stage.reveal.note"))
        )
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


def _reveal(screen: ScoringGround) -> None:
    id, port = screen.scheme.id, screen.open.port
    screen.work(lambda: port.reveal(id), lambda done: _moved(screen, done), group="stage")


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
