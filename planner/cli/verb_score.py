"""planner score SCHEME SHEETS…: total, rank and grade of every unit, and how each number came to be."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.assessment import find_scheme, read_results, read_sheets
from planner.cli.common import add_output, open_office, write_output
from planner.cli.evidence import add_evidence, evidence_folder, of_evidence
from planner.cli.failures import Refused
from planner.cli.naming import find_body, find_indicator, find_unit
from planner.cli.output import finding_as_json, print_findings, print_json, print_line, talk
from planner.departments import Roster
from planner.findings import Finding, Severity, has_errors
from planner.office import Office
from planner.text import say

if TYPE_CHECKING:
    from assessments.reports.dossier import Dossier
    from assessments.reports.table import Paper, Table
    from assessments.results import Results, UnitResult
    from assessments.scheme import Scheme
    from assessments.sheet import Sheet

Writer = Callable[["Dossier", "UnitResult | None", str], str | bytes]
"""A file's contents: of the whole or of one unit, all papers or only those of a name."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SCHEME [SHEET …] [--explain UNIT[/ITEM]] [--form BODY] [--paper NAME] [--earlier F] [--evidence FOLDER]
    [--json] [-o F]."""
    file = say("cli.file")
    parser.add_argument("scheme", metavar=say("cli.scheme_word"), help=say("cli.score.scheme"))
    sheets = say("cli.sheet_word")
    parser.add_argument("sheets", nargs="*", type=Path, metavar=sheets, help=say("cli.score.sheets"))
    unit = say("cli.score.unit_word")
    parser.add_argument("--explain", metavar=unit, default="", help=say("cli.score.explain"))
    body = say("cli.score.body_word")
    parser.add_argument("--form", metavar=body, default="", help=say("cli.score.form"))
    paper = say("cli.score.paper_word")
    parser.add_argument("--paper", metavar=paper, default="", help=say("cli.score.paper"))
    parser.add_argument("--earlier", type=Path, metavar=file, help=say("cli.score.earlier"))
    add_evidence(parser)
    parser.add_argument("--json", action="store_true", help=say("cli.score.json"))
    add_output(parser, say("cli.score.out"), required=False)


def run(arguments: argparse.Namespace) -> int:
    """Score, then print the ranking, one derivation, or write the file."""
    from assessments.process import withheld

    write = _writer_for(arguments.output) if arguments.output is not None else None
    folder = evidence_folder(arguments)
    with open_office(arguments) as office:
        found = find_scheme(office, arguments.scheme)
        scheme = found.scheme
        errors = [each for each in found.findings if each.severity is Severity.ERROR]
        print_findings(errors, scheme=scheme)
        if scheme is None or errors:
            talk(say("cli.score.not_sound"))
            return CONTENT_HAS_ERRORS
        doubts = sum(each.severity is Severity.WARNING for each in found.findings)
        if doubts:
            talk(say("cli.score.look", count=doubts))
        from_workspace = found.in_workspace and not arguments.sheets
        sheets, findings = _sheets(office, scheme, arguments.sheets, in_workspace=found.in_workspace)
        if from_workspace and withheld(scheme, office.assessments.course(scheme.id)):
            talk(say("cli.score.withheld"))
        earlier, said = (None, ()) if arguments.earlier is None else read_results(arguments.earlier)
        roster = office.roster().record
    print_findings((*findings, *said))
    if has_errors((*findings, *said)):
        return CONTENT_HAS_ERRORS
    if arguments.form:
        _write_form(scheme, sheets, find_body(scheme, arguments.form, roster), arguments)
        return FINE
    dossier = _scored(scheme, sheets, earlier)
    chosen = _chosen(dossier, arguments.explain, roster)
    if write is not None:
        write_output(arguments.output, write(dossier, chosen[0], arguments.paper), force=arguments.force)
        talk(say("cli.export.done", file=arguments.output))
    elif arguments.paper:
        print(_markdown(dossier, chosen[0], arguments.paper), end="")
    else:
        _print(dossier, chosen, as_json=arguments.json)
    findings = (*dossier.results.findings, *of_evidence(scheme, sheets, folder))
    print_findings(findings, scheme=scheme)
    _talk_of_what_is_open(dossier.results)
    return CONTENT_HAS_ERRORS if has_errors(findings) else FINE


def _write_form(scheme: Scheme, sheets: tuple[Sheet, ...], body: str, arguments: argparse.Namespace) -> None:
    """The table in which a body enters its scores, with what its sheet has already."""
    from planner.sharing.scores_form import asked_of, write_form

    if arguments.output is None or arguments.output.suffix.lower() != ".xlsx":
        raise Refused("cli.score.form_file")
    held = next((each for each in sheets if each.kind == "verified" and each.by == body), None)
    lines = asked_of(scheme, body, held.period if held is not None else None)
    write_output(arguments.output, write_form(scheme, lines, held), force=arguments.force)
    talk(say("cli.score.form_done", body=body, count=len(lines), file=arguments.output))
    talk(say("cli.score.form_next", file=arguments.output, scheme=scheme.id, body=body))


def _sheets(
    office: Office, scheme: Scheme, paths: Sequence[Path], *, in_workspace: bool
) -> tuple[tuple[Sheet, ...], tuple[Finding, ...]]:
    if paths or not in_workspace:
        return read_sheets(paths)
    return office.assessments.sheets(scheme.id), ()


def _scored(scheme: Scheme, sheets: tuple[Sheet, ...], earlier: Results | None) -> Dossier:
    """The assessment with its results, and those that the units' own sheets would give."""
    from assessments.reports.dossier import Dossier
    from assessments.scoring import score

    own = tuple(replace(sheet, kind="verified") for sheet in sheets if sheet.kind == "self")
    claimed = score(scheme, own, earlier) if own else None
    return Dossier(scheme, score(scheme, sheets, earlier), sheets, claimed)


def _chosen(dossier: Dossier, words: str, roster: Roster) -> tuple[UnitResult | None, str]:
    """The result and the indicator that are to be explained; None and "" where none is."""
    if not words:
        return None, ""
    unit_words, _, item_words = words.partition("/")
    unit = find_unit(dossier.scheme, unit_words.strip(), roster)
    if unit.hand_over:
        raise Refused("cli.score.handed_over", unit=unit.name, body=unit.hand_over)
    result = dossier.results.of(unit.id)
    item = item_words.strip()
    return result, find_indicator(dossier.scheme, result, item) if item else ""


def _print(dossier: Dossier, chosen: tuple[UnitResult | None, str], *, as_json: bool) -> None:
    from planner.sharing.why import lines_of, lines_of_item

    result, indicator = chosen
    if result is None:
        if as_json:
            print_json(_as_json(dossier))
        else:
            _print_rankings(dossier)
        return
    scheme = dossier.scheme
    lines = lines_of_item(scheme, result, indicator) if indicator else lines_of(scheme, result)
    if as_json:
        keys = ("depth", "words", "formula", "value", "place")
        print_json([{key: getattr(line, key) for key in keys} for line in lines])
        return
    for line in lines:
        print_line(f"{'  ' * line.depth}{line.text}")


def _print_rankings(dossier: Dossier) -> None:
    from planner.cli.plain_table import plain_lines
    from planner.sharing.papers_words import printed

    print_line(dossier.scheme.title)
    for unit_class in dossier.scheme.classes:
        if dossier.units(unit_class.id):
            table = _ranking(dossier, unit_class.id)
            print_line()
            print_line(unit_class.title)
            for line in plain_lines(table):
                print_line(line)
            for note in table.notes:
                talk(f"{unit_class.title}  {printed(note)}")


def _ranking(dossier: Dossier, unit_class: str) -> Table:
    """The ranking as on paper, but for the vetoes: only their titles, in the last column."""
    from assessments.reports.ranking import by_rank, ranking
    from assessments.reports.table import Row, Words
    from assessments.standing import title_of

    table = ranking(dossier, unit_class)
    at = next(n for n, column in enumerate(table.columns) if column.head == Words("report.vetoes"))
    rows = tuple(
        Row(
            (
                *row.cells[:at],
                *row.cells[at + 1 :],
                tuple(title_of(dossier.scheme, mark) for mark in result.marks),
            )
        )
        for row, result in zip(table.rows, by_rank(dossier, unit_class), strict=True)
    )
    columns = (*table.columns[:at], *table.columns[at + 1 :], table.columns[at])
    return replace(table, columns=columns, rows=rows)


def _talk_of_what_is_open(results: Results) -> None:
    count = sum(result.missing for result in results.units)
    if count:
        units = sum(result.missing > 0 for result in results.units)
        talk(say("cli.score.open", count=count, units=units))


def _as_json(dossier: Dossier) -> dict[str, object]:
    from assessments.reports.marks import mark_words
    from planner.assessment_codec import results_to_data
    from planner.sharing.papers_words import printed

    def unit(result: UnitResult) -> dict[str, object]:
        return {
            "unit": result.unit,
            "name": dossier.name(result.unit),
            "total": result.total,
            "rank": result.rank,
            "grade": dossier.grade(result) or None,
            "marks": [printed(mark_words(dossier, mark)) for mark in result.marks],
            "missing": result.missing,
        }

    classes = [
        {"id": each.id, "title": each.title, "units": [unit(r) for r in dossier.results.in_class(each.id)]}
        for each in dossier.scheme.classes
    ]
    return {
        "scheme": dossier.scheme.id,
        "title": dossier.scheme.title,
        "year": dossier.scheme.year,
        "classes": classes,
        "results": results_to_data(replace(dossier.results, findings=())),
        "findings": [finding_as_json(found) for found in dossier.results.findings],
    }


def _writer_for(path: Path) -> Writer:
    """What writes a file of this ending; Refused where there is none."""
    writers: dict[str, Writer] = {".toml": _toml, ".xlsx": _xlsx, ".md": _markdown}
    try:
        return writers[path.suffix.lower()]
    except KeyError:
        raise Refused("cli.score.format", suffix=path.suffix) from None


def _toml(dossier: Dossier, _result: UnitResult | None, _paper: str) -> str:
    from planner.sharing.results_toml import write_results

    return write_results(dossier.results)


def _xlsx(dossier: Dossier, result: UnitResult | None, paper: str) -> bytes:
    from planner.sharing.papers_xlsx import write_papers

    return write_papers(_papers(dossier, result, paper))


def _markdown(dossier: Dossier, result: UnitResult | None, paper: str) -> str:
    from planner.sharing.papers_md import write_papers

    return write_papers(tuple(drawn for _, drawn in _papers(dossier, result, paper)))


def _papers(dossier: Dossier, result: UnitResult | None, words: str) -> tuple[tuple[str, Paper], ...]:
    """All papers of one unit, or those of every class after those about all units; with words only those
    that have them in their name. Refused where none has."""
    from planner.sharing import papers

    drawn = papers.of_all(dossier) if result is None else papers.of_unit(dossier, result.unit)
    meant = tuple((name, paper) for name, paper in drawn if words.lower() in name.lower())
    if not meant:
        names = "、".join(dict.fromkeys(papers.title(name) for name in papers.PAPERS))
        raise Refused("cli.score.no_paper", words=words, names=names)
    return meant
