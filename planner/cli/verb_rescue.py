"""planner rescue: go back to the last good backup of a damaged workspace."""

from __future__ import annotations

import argparse

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.output import print_findings, talk
from planner.text import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[--list]."""
    parser.add_argument("--list", action="store_true", help=say("cli.rescue.list"))


def run(arguments: argparse.Namespace) -> int:
    """Set a damaged workspace aside and restore; a sound one is left alone."""
    from planner.store.errors import Damaged, Missing
    from planner.store.workspace import Workspace

    if arguments.list:
        for backup in Workspace.backups_of(arguments.workspace):
            print(f"{backup.day}  {backup.path}")
        return FINE
    try:
        with Workspace.open(arguments.workspace) as workspace:
            damage = workspace.check()
    except (Damaged, Missing) as problem:
        damage = (problem.code,)
    if not damage:
        talk(say("cli.rescue.fine"))
        return FINE
    rescued = Workspace.rescue(arguments.workspace)
    print_findings([rescued.finding()])
    return CONTENT_HAS_ERRORS if rescued.restored is None else FINE
