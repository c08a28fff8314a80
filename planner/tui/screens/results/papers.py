"""Papers from the results: which one, in which format, into which file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from assessments import process
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.files import FileDialog
from planner.tui.display import notify, one_line
from planner.tui.exporting import ask_where

if TYPE_CHECKING:
    from assessments.reports.dossier import Dossier
    from assessments.reports.table import Paper
    from assessments.results import UnitResult
    from assessments.scoring import Board
    from planner.tui.app import PlannerApp
    from planner.tui.assessment import OpenAssessment

Ending: TypeAlias = Literal[".xlsx", ".md", ".toml"]
ALL, OF_CLASS, OF_UNIT, DATA = "all", "all_of_class", "all_of_unit", "data"
"""What is no single paper: the whole workbook, a class's or a unit's papers, the results themselves."""


def export_papers(app: PlannerApp, assessment: OpenAssessment, result: UnitResult | None) -> None:
    """Ask what is wanted, then for the file. `result` is the unit under the cursor."""

    def chosen(what: str | None) -> None:
        if what == DATA:
            _ask_file(app, assessment, result, DATA, ".toml")
        elif what is not None:
            _ask_format(app, assessment, result, what)

    app.push_screen(Choose(say("results.which_paper"), _choices(assessment, result)), chosen)


def _choices(assessment: OpenAssessment, result: UnitResult | None) -> list[Choice]:
    from planner.sharing.papers import PAPERS, title

    choices = [Choice(ALL, say("results.paper.all"), say("results.paper.all.note"))]
    choices += [
        Choice(name, title(name), say("results.paper.whole"))
        for name, kind in PAPERS.items()
        if kind.subject == "whole"
    ]
    if result is not None:
        classes = {each.id: each.title for each in assessment.scheme.classes}
        units = {each.id: each.name for each in assessment.scheme.units}
        subjects = {"class": classes[result.unit_class], "unit": units[result.unit]}
        choices += [
            Choice(name, title(name), one_line(subjects[kind.subject]))
            for subject in ("class", "unit")
            for name, kind in PAPERS.items()
            if kind.subject == subject
        ]
        choices += [
            Choice(OF_CLASS, say("results.paper.of_class"), one_line(subjects["class"])),
            Choice(OF_UNIT, say("results.paper.of_unit"), one_line(subjects["unit"])),
        ]
    return [*choices, Choice(DATA, say("results.paper.data"), say("results.paper.data.note"))]


def _ask_format(app: PlannerApp, assessment: OpenAssessment, result: UnitResult | None, what: str) -> None:
    def chosen(ending: str | None) -> None:
        if ending is not None:
            _ask_file(app, assessment, result, what, ".md" if ending == ".md" else ".xlsx")

    choices = [
        Choice(".xlsx", say("results.format.xlsx"), say("results.format.xlsx.note")),
        Choice(".md", say("results.format.md"), say("results.format.md.note")),
    ]
    app.push_screen(Choose(say("results.which_format"), choices, typing=False), chosen)


def _ask_file(
    app: PlannerApp, assessment: OpenAssessment, result: UnitResult | None, what: str, ending: Ending
) -> None:
    from planner.tui.screens.home import usual_folder

    def write(path: Path) -> None:
        board, course = for_all(assessment), assessment.course

        def job() -> None:
            from assessments.reports.dossier import Dossier
            from planner.sharing.files import write_whole

            dossier = (
                replace(_dossier(board), course=course)
                if what != DATA
                else Dossier(board.scheme, board.results)
            )
            write_whole(path, _written(dossier, result, what, ending))

        def written(done: None) -> None:
            notify(app, say("export.done", file=str(path)), seconds=10)
            if process.withheld(board.scheme, course):
                notify(app, say("results.ratings_withheld"), weight="warning", seconds=10)

        app.work(job, written, group="export")

    name = default_name(assessment, result, what) + ending
    dialog = FileDialog(say("results.where"), usual_folder(), endings=(ending,), saving=True, name=name)
    ask_where(app, dialog, write, (ending,))


def for_all(assessment: OpenAssessment) -> Board:
    """The assessment as anybody may see it: a paper goes round, so hidden ratings are in none."""
    board, course = assessment.board, assessment.course
    open_to_all = {each.id for each in process.visible(board.scheme, course, board.sheets)}
    for sheet in board.sheets:
        if sheet.id not in open_to_all:
            board = board.without_sheet(sheet.id)
    return board


def default_name(assessment: OpenAssessment, result: UnitResult | None, what: str) -> str:
    """The paper's and its subject's name, without what file systems refuse."""
    from planner.sharing.papers import PAPERS, title

    scheme = assessment.scheme
    subject = "unit" if what == OF_UNIT else "class" if what == OF_CLASS else "whole"
    if what in PAPERS:
        subject = PAPERS[what].subject
    about = scheme.title
    if result is not None and subject == "unit":
        about = next((each.name for each in scheme.units if each.id == result.unit), result.unit)
    elif result is not None and subject == "class":
        about = next((each.title for each in scheme.classes if each.id == result.unit_class), "")
    paper = title(what) if what in PAPERS else say(f"results.paper.{what if what != ALL else 'all'}")
    words = one_line(f"{about} {paper}" if about == scheme.title else f"{scheme.year} {about} {paper}")
    kept = "".join(letter for letter in words if letter not in '\\/:*?"<>|').strip(" .")
    return kept[:80] or "results"


def _dossier(board: Board) -> Dossier:
    """The scored assessment, with the results that the units' own sheets would give."""
    from assessments.reports.dossier import Dossier
    from assessments.scoring import score

    own = tuple(replace(sheet, kind="verified") for sheet in board.sheets if sheet.kind == "self")
    claimed = score(board.scheme, own, board.earlier) if own else None
    return Dossier(board.scheme, board.results, board.sheets, claimed)


def _written(dossier: Dossier, result: UnitResult | None, what: str, ending: Ending) -> bytes:
    if what == DATA:
        from planner.sharing.results_toml import write_results

        return write_results(dossier.results).encode()
    named = _papers(dossier, result, what)
    if ending == ".md":
        from planner.sharing import papers_md

        return papers_md.write_papers(tuple(paper for _, paper in named)).encode()
    from planner.sharing import papers_xlsx

    return papers_xlsx.write_papers(named)


def _papers(dossier: Dossier, result: UnitResult | None, what: str) -> tuple[tuple[str, Paper], ...]:
    from planner.sharing import papers

    if what == ALL:
        return papers.of_all(dossier)
    if what == OF_CLASS and result is not None:
        return papers.of_class(dossier, result.unit_class)
    if what == OF_UNIT and result is not None:
        return papers.of_unit(dossier, result.unit)
    kind = papers.PAPERS[what]
    about = {"whole": "", "class": "", "unit": ""}
    if result is not None:
        about |= {"class": result.unit_class, "unit": result.unit}
    return ((papers.title(what), kind.draw(dossier, about[kind.subject])),)
