"""planner export F -o F.toml|.md: hand a plan, or an assessment with its sheets, to others."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import add_output, find_plan, open_office, write_output
from planner.cli.failures import Refused
from planner.cli.output import talk
from planner.office import Office
from planner.plan import Plan
from planner.text import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PLAN -o OUT."""
    parser.add_argument("plan", metavar=say("cli.file"), help=say("cli.export.plan"))
    add_output(parser, say("cli.export.out"), required=True)


def run(arguments: argparse.Namespace) -> int:
    """Write the plan in the format of the output's ending; an assessment's sheets into a folder."""
    with open_office(arguments) as office:
        if arguments.output.is_dir() and not Path(arguments.plan).is_file():
            return _export_assessment(office, arguments)
        write = writer_for(arguments.output)
        try:
            plan = find_plan(office, arguments.plan)
        except Refused as refused:
            if refused.key == "cli.no_plan" and _has_assessment(office, arguments.plan):
                raise Refused("cli.export.assessment_folder", id=arguments.plan) from None
            raise
    if plan is None:
        return CONTENT_HAS_ERRORS
    write_output(arguments.output, write(plan), force=arguments.force)
    talk(say("cli.export.done", file=arguments.output))
    return FINE


def _has_assessment(office: Office, id: str) -> bool:
    return any(card.id == id for card in office.assessments.schemes())


def _export_assessment(office: Office, arguments: argparse.Namespace) -> int:
    """The scheme of the workspace with this id and all its sheets, a file each; files there are not touched
    unless told to. Refused where there is no such scheme."""
    from assessments.process import withheld
    from planner.sharing.scheme_toml import write_scheme

    folder: Path = arguments.output
    try:
        scheme = office.assessments.open_scheme(arguments.plan).record
    except KeyError:
        raise Refused("cli.no_scheme", id=arguments.plan) from None
    if not arguments.force and any(folder.glob("*.toml")):
        raise Refused("cli.export.folder_used", folder=folder)
    write_output(folder / f"{scheme.id}.toml", write_scheme(scheme), force=arguments.force)
    sheets = office.assessments.export_sheets(scheme.id, folder / "sheets")
    talk(say("cli.export.assessment_done", folder=folder, count=len(sheets)))
    if withheld(scheme, office.assessments.course(scheme.id)):
        talk(say("results.ratings_withheld"))
    return FINE


def writer_for(path: Path) -> Callable[[Plan], str]:
    """The writer of a file's ending; Refused where there is none."""
    import planner.sharing.markdown as markdown
    import planner.sharing.toml as toml

    writers: dict[str, Callable[[Plan], str]] = {".toml": toml.write_plan, ".md": markdown.write_plan}
    try:
        return writers[path.suffix.lower()]
    except KeyError:
        raise Refused("cli.export.format", suffix=path.suffix) from None
