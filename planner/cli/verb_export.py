"""planner export F -o F.toml|.md: hand a plan to others."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import add_output, find_plan, open_office, write_output
from planner.cli.failures import Refused
from planner.cli.output import talk
from planner.plan import Plan
from planner.text import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PLAN -o OUT."""
    parser.add_argument("plan", metavar=say("cli.file"), help=say("cli.export.plan"))
    add_output(parser, say("cli.export.out"), required=True)


def run(arguments: argparse.Namespace) -> int:
    """Write the plan in the format of the output's ending."""
    write = writer_for(arguments.output)
    with open_office(arguments) as office:
        plan = find_plan(office, arguments.plan)
    if plan is None:
        return CONTENT_HAS_ERRORS
    write_output(arguments.output, write(plan), force=arguments.force)
    talk(say("cli.export.done", file=arguments.output))
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
