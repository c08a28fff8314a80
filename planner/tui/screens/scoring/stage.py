"""The stage: what is still open in it, on to the next, back with a reason, ratings revealed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
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
from planner.tui.screens.scoring import evidence_check
from planner.tui.screens.scoring.evidence_check import Checked
from planner.tui.screens.scoring.lacking import ORDER, OpenLine, advice, open_lines
from planner.tui.widgets.rowmodel import Column, Group, Item, Look
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, ParaLook, TextPane

if TYPE_CHECKING:
    from planner.tui.screens.scoring.ground import ScoringGround

_LOOKS: dict[Severity, ParaLook] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "muted",
}
_LACKING = ("process.assessor_has_not_rated", "process.ratings_lacking")


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

    def on_row_list_opened(self, event: RowList.Opened[Choice] | RowList.Opened[OpenLine]) -> None:
        """Enter on what to do, or on something that is open."""
        record = event.record
        if isinstance(record, OpenLine):
            self.lead_to(record)
        elif record.blocked:
            self.complain(record.blocked)
        else:
            self.dismiss(record.id)

    def lead_to(self, line: OpenLine) -> None:
        """Enter on something that is open, where that can be chosen."""


def _look(choice: Choice) -> Look:
    return "muted" if choice.blocked else ""


class Pending(Findings):
    """The same with a list of what is open: Enter on a line closes with "cell UNIT INDICATOR".

    The evidence stands under it; what the files say may come in later.
    """

    DEFAULT_CSS = "Pending #open { margin: 0; } Pending #whole { height: 3; }"

    def __init__(self, heading: str, answers: Sequence[Choice], intro: Sequence[Para], now: Shown) -> None:
        super().__init__(heading, answers, intro, ())
        self._now = now

    def below(self) -> Iterable[Widget]:
        pane = TextPane()
        pane.styles.height = len(self._intro)
        pane.can_focus = False
        pane.show(self._intro)
        yield pane
        rows = RowList[OpenLine](
            [Column("words", "", lambda line: line.words)],
            key=lambda line: line.key,
            look=lambda line: "error" if line.severity is Severity.ERROR else "",
            header=False,
            id="open",
        )
        self._fill(rows)
        yield rows
        whole = TextPane(id="whole")
        whole.can_focus = False
        yield whole

    @on(RowList.Moved, "#open")
    def _moved(self, event: RowList.Moved[OpenLine]) -> None:
        """A line may be too long for the list: all of it stands below."""
        words = event.record.words if event.record is not None else ""
        self.query_one("#whole", TextPane).show([Para(words, "muted")])

    def _fill(self, rows: RowList[OpenLine]) -> None:
        items = self._now.items()
        # The line above says already where nothing is open.
        rows.display = bool(items)
        rows.fill(items)

    def tell(self, answers: Sequence[Choice], now: Shown) -> None:
        """The evidence was compared with its files."""
        self._answers, self._now = answers, now
        if self.is_attached:
            self.query(RowList).first().fill(answers)
            self._fill(self.query_one("#open", RowList))

    def lead_to(self, line: OpenLine) -> None:
        if line.unit:
            self.dismiss(f"cell {line.unit} {line.indicator}")


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines of the list."""

    open: list[OpenLine]
    evidence: list[OpenLine]

    def items(self) -> list[Item[OpenLine]]:
        """Those of the evidence under a heading of their own: they do not hinder the next stage."""
        if not self.evidence:
            return [*self.open]
        return [*self.open, Group(say("scoring_place.evidence.heading")), *self.evidence]


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
