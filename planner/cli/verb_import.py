"""planner import F: put a plan, a scheme, a sheet or a table of scores into the workspace."""

from __future__ import annotations

import argparse
from pathlib import Path

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.assessment_import import take_in
from planner.cli.common import open_office, plan_of_file
from planner.cli.failures import Refused
from planner.cli.output import talk
from planner.office.records import Conflict
from planner.text import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE [--force] [--scheme ID --by NAME [--kind K] [--period ID]]."""
    parser.add_argument("file", type=Path, metavar=say("cli.file"), help=say("cli.read.file"))
    scheme, name = say("cli.scheme_word"), say("cli.name")
    parser.add_argument("--scheme", default="", metavar=scheme, help=say("cli.import.scheme"))
    parser.add_argument("--by", default="", metavar=name, help=say("cli.import.by"))
    kinds = ("verified", "self", "rating", "meeting")
    parser.add_argument("--kind", choices=kinds, default="verified", help=say("cli.import.kind"))
    parser.add_argument("--period", default="", metavar=name, help=say("cli.import.period"))
    parser.add_argument("--force", action="store_true", help=say("cli.import.force"))


def run(arguments: argparse.Namespace) -> int:
    """Add the plan or scheme; one that is already there is replaced only when told to. Sheets are laid in."""
    with open_office(arguments) as office:
        code = take_in(office, arguments)
        if code is not None:
            return code
        plan = plan_of_file(office, arguments.file)
        if plan is None:
            return CONTENT_HAS_ERRORS
        try:
            held = office.open_plan(plan.id)
        except KeyError:
            office.import_plan(plan)
        else:
            if held.record == plan:
                talk(say("cli.import.same"))
                return FINE
            if not arguments.force:
                raise Refused("cli.import.differs", id=plan.id)
            if isinstance(office.save_plan(plan, held.revision, "import"), Conflict):
                raise Refused("cli.import.busy", id=plan.id)
        print(plan.id)
        talk(say("cli.import.done", id=plan.id, title=plan.title, tasks=len(plan.tasks)))
        return FINE
