"""planner read FILE: what a past plan holds, and what was not understood."""

from __future__ import annotations

import argparse
from pathlib import Path

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import add_output, open_office, read_bytes, read_file, write_output
from planner.cli.output import finding_as_json, print_findings, print_json, print_line
from planner.findings import Finding, has_errors
from planner.numbering import numbers_of
from planner.plan import ROLES, Measure, Plan
from planner.text import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE [--json] [-o OUT]."""
    parser.add_argument("file", type=Path, metavar=say("cli.file"), help=say("cli.read.file"))
    parser.add_argument("--json", action="store_true", help=say("cli.json"))
    add_output(parser, say("cli.read.out"), required=False)


def run(arguments: argparse.Namespace) -> int:
    """Print what was read; 1 where the file holds no plan or a plan with errors."""
    if arguments.json:
        plan, findings = _print_as_json(arguments)
    else:
        with open_office(arguments) as office:
            read = read_file(office, arguments.file)
        plan, findings = read.plan, read.findings
        if plan is not None:
            _print_outline(plan)
        print_findings(findings, plan)
    if plan is not None and arguments.output is not None:
        from planner.sharing.toml import write_plan

        write_output(arguments.output, write_plan(plan), force=arguments.force)
    return CONTENT_HAS_ERRORS if plan is None or has_errors(findings) else FINE


def _print_as_json(arguments: argparse.Namespace) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The reading's own shape, with what a plan does not keep: signature, noise, printed clauses."""
    from planner.reading.document import read
    from planner.reading.report import as_json

    reading = read(read_bytes(arguments.file), arguments.file.name)
    print_json({**as_json(reading), "findings": [finding_as_json(found) for found in reading.findings]})
    return reading.plan, reading.findings


def _print_outline(plan: Plan) -> None:
    numbers = numbers_of(plan)
    clauses = sum(not measure.duty.is_empty() for task in plan.tasks for measure in task.measures)
    counts = {"sections": len(plan.sections), "tasks": len(plan.tasks), "clauses": clauses}
    print_line(say("cli.read.summary", title=plan.title, year=plan.year, **counts))
    for key in ("issuer", "number", "issued"):
        if value := getattr(plan, key):
            print_line(say(f"cli.read.{key}", **{key: value}))
    for section in plan.sections:
        print_line()
        print_line(f"{numbers.sections[section.id]}、{section.title}")
        for task in plan.tasks_in(section.id):
            print_line(f"  {numbers.tasks[task.id]}. {task.title}")
            for measure in task.measures:
                _print_measure(measure)


def _print_measure(measure: Measure) -> None:
    if measure.title:
        print_line(f"     - {measure.title}")
    for role in ROLES:
        if names := measure.duty.names(role):
            print_line(f"     {say(f'role.{role}')} {'、'.join(names)}")
    words = [target.text for target in measure.targets]
    words += [due.text for due in measure.dues]
    words += [recurrence.text for recurrence in measure.recurrences]
    if words:
        print_line(f"     {' | '.join(words)}")
