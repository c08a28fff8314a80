"""Files of the scoring place: scores taken in from Excel or TOML, an empty form or all sheets handed out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from assessments import process
from assessments.sheet import SheetKind, sheet_id
from planner.office.assessment_records import Refused, SheetPlace, SheetsRead, Taken
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.files import FileDialog
from planner.tui.display import notify, one_line
from planner.tui.exporting import ask_where, file_name
from planner.tui.screens.home import usual_folder
from planner.tui.screens.scoring.findings_dialog import Findings
from planner.tui.widgets.textpane import Para

if TYPE_CHECKING:
    from planner.findings import Finding
    from planner.tui.screens.scoring.ground import ScoringGround

ENDINGS = (".xlsx", ".toml")
MOST = 2000
"""Refused rows that are shown."""


def take_in(screen: ScoringGround) -> None:
    """Ctrl+O: scores from a file."""

    def chosen(path: Path | None) -> None:
        if path is None:
            return
        if path.suffix.lower() == ".toml":
            _read_sheets(screen, path)
        else:
            _ask_body(screen, "scoring_place.whose_scores", lambda place: _import_scores(screen, place, path))

    screen.app.push_screen(
        FileDialog(say("scoring_place.which_file"), usual_folder(), endings=ENDINGS), chosen
    )


def _ask_body(screen: ScoringGround, heading: str, then: Callable[[SheetPlace], None]) -> None:
    """Whose sheet is meant: the voice's own, else it is asked for."""
    voice, scheme = screen.voice, screen.scheme
    if voice.by:
        then(SheetPlace(scheme.id, voice.kind, voice.by, voice.period))
        return
    if voice.kind == "self":
        bodies = [unit.name for unit in scheme.units]
    else:
        named = (body for each in scheme.indicators for body in each.scorers)
        bodies = list(dict.fromkeys((*named, scheme.issuer)))
    kind: SheetKind = "self" if voice.kind == "self" else "verified"

    def chosen(answer: str | None) -> None:
        if answer is not None:
            then(SheetPlace(scheme.id, kind, answer, voice.period))

    screen.app.push_screen(Choose(say(heading), [Choice(body, body) for body in bodies if body]), chosen)


def _import_scores(screen: ScoringGround, place: SheetPlace, path: Path, skip_wrong: bool = False) -> None:
    port = screen.open.port

    def taken(done: Taken | Refused) -> None:
        if isinstance(done, Taken):
            _taken(screen, path.name, done)
            return
        answers = [
            Choice("leave", say("scoring_place.import.leave"), say("scoring_place.import.leave.note")),
            Choice("skip", say("scoring_place.import.skip"), say("scoring_place.import.skip.note")),
        ]

        def chosen(answer: str | None) -> None:
            if answer == "skip":
                _import_scores(screen, place, path, skip_wrong=True)

        _show(screen, path.name, answers[: 1 if skip_wrong else 2], done.findings, chosen)

    screen.work(lambda: port.import_scores(place, path, skip_wrong=skip_wrong), taken, group="import")


def _read_sheets(screen: ScoringGround, path: Path) -> None:
    port, scheme = screen.open.port, screen.scheme.id

    def put(read: SheetsRead, overwrite: bool) -> None:
        def done(outcome: Taken | Refused) -> None:
            if isinstance(outcome, Taken):
                _taken(screen, path.name, outcome)
                return
            answers = [
                Choice("leave", say("scoring_place.import.leave"), say("scoring_place.import.leave.note"))
            ]
            if all(each.code == "sheet.holds_other" for each in outcome.findings):
                words = say("scoring_place.import.over"), say("scoring_place.import.over.note")
                answers.append(Choice("over", *words))

            def chosen(answer: str | None) -> None:
                if answer == "over":
                    put(read, True)

            _show(screen, path.name, answers, outcome.findings, chosen)

        screen.work(
            lambda: port.import_sheets(scheme, read.sheets, overwrite=overwrite), done, group="import"
        )

    def came(read: SheetsRead) -> None:
        if read.sheets:
            put(read, False)
        else:
            leave = Choice("leave", say("scoring_place.import.leave"), say("scoring_place.import.leave.note"))
            _show(screen, path.name, [leave], read.findings, lambda answer: None)

    screen.work(lambda: port.read_sheets((path,)), came, group="import")


def _show(
    screen: ScoringGround,
    name: str,
    answers: list[Choice],
    findings: tuple[Finding, ...],
    then: Callable[[str | None], None],
) -> None:
    heading = say("scoring_place.import.refused", name=one_line(name), count=len(findings))
    intro = [Para(say("scoring_place.import.nothing_taken"), "strong"), Para("")]
    if len(findings) > MOST:
        intro.insert(1, Para(say("scoring_place.import.first", count=MOST), "muted"))
    screen.app.push_screen(Findings(heading, answers, intro, findings[:MOST]), then)


def _taken(screen: ScoringGround, name: str, done: Taken) -> None:
    screen.open.learn(own=True)
    key = "scoring_place.import.done" if done.events else "scoring_place.import.done.cells"
    words = say(key, name=one_line(name), cells=done.cells, events=done.events)
    if not done.findings:
        notify(screen, words, seconds=10)
        return
    leave = Choice("leave", say("scoring_place.import.seen"))
    screen.app.push_screen(Findings(words, [leave], [], done.findings[:MOST]))


def hand_out(screen: ScoringGround) -> None:
    """Ctrl+E: the form in which a body or unit enters its scores, or every sheet as it is."""
    choices = [
        Choice("form", say("scoring_place.export.form"), say("scoring_place.export.form.note")),
        Choice("sheets", say("scoring_place.export.sheets"), say("scoring_place.export.sheets.note")),
    ]

    def chosen(answer: str | None) -> None:
        if answer == "form":
            _ask_body(screen, "scoring_place.whose_form", lambda place: _form(screen, place))
        elif answer == "sheets":
            _ask_file(screen, file_name(screen.scheme.title), lambda path: _sheets(screen, path))

    screen.app.push_screen(Choose(say("scoring_place.export_what"), choices, typing=False), chosen)


def _form(screen: ScoringGround, place: SheetPlace) -> None:
    name = file_name(place.by) + ".xlsx"
    _ask_file(screen, name, lambda path: _write_form(screen, place, path), (".xlsx",))


def _ask_file(
    screen: ScoringGround, name: str, write: Callable[[Path], None], endings: tuple[str, ...] = ()
) -> None:
    dialog = FileDialog(say("export.where"), usual_folder(), endings=endings, saving=True, name=name)
    ask_where(screen.app, dialog, write, endings)


def _write_form(screen: ScoringGround, place: SheetPlace, path: Path) -> None:
    scheme, sheet = screen.scheme, screen.open.sheet(place)
    known = any(each.id == sheet_id(place.kind, place.by, place.period) for each in screen.open.board.sheets)

    def job() -> None:
        from planner.sharing.files import write_whole
        from planner.sharing.scores_form import asked_of, asked_of_unit, write_form

        unit = next((each.id for each in scheme.units if each.name == place.by), "")
        lines = (
            asked_of_unit(scheme, unit, place.period)
            if place.kind == "self"
            else asked_of(scheme, place.by, place.period)
        )
        write_whole(path, write_form(scheme, lines, sheet if known else None))

    _write(screen, job, path)


def _sheets(screen: ScoringGround, folder: Path) -> None:
    port, scheme = screen.open.port, screen.scheme.id
    withheld = process.withheld(screen.scheme, screen.open.course)
    _write(screen, lambda: port.export_sheets(scheme, folder), folder, withheld=withheld)


def _write(screen: ScoringGround, job: Callable[[], object], path: Path, *, withheld: bool = False) -> None:
    def written(_: object) -> None:
        notify(screen, say("export.done", file=str(path)), seconds=10)
        if withheld:
            notify(screen, say("results.ratings_withheld"), weight="warning", seconds=10)

    screen.work(job, written, group="export")
