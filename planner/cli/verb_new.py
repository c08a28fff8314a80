"""planner new --from T … --year Y -o F: draft a year's plan from templates."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import add_output, open_office, plan_of_file, write_output
from planner.cli.failures import Refused
from planner.cli.output import talk
from planner.findings import Where
from planner.office import Office
from planner.plan import FIRST_YEAR, LAST_YEAR, Plan
from planner.text import say
from planner.text.places import place_words

if TYPE_CHECKING:
    from planner.drafting.draft import Drafted, Pick
    from planner.drafting.rollover import Proposal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--from T … --year Y [--office …] -o F."""
    templates, year = say("cli.new.template"), say("cli.new.year_word")
    parser.add_argument(
        "--from", action="append", required=True, dest="from_", metavar=templates, help=say("cli.new.from")
    )
    parser.add_argument("--year", type=_year, required=True, metavar=year, help=say("cli.new.year"))
    name = say("cli.name")
    parser.add_argument("--office", default="", metavar=name, help=say("cli.new.office"))
    parser.add_argument("--title", default="", metavar=name, help=say("cli.new.title"))
    levels = ("province", "city", "county", "township")
    level = say("cli.level")
    parser.add_argument("--level", choices=levels, default="", metavar=level, help=say("cli.new.level"))
    parser.add_argument("--region", default="", metavar=name, help=say("cli.new.region"))
    parser.add_argument("--as-is", action="store_true", help=say("cli.new.as_is"))
    add_output(parser, say("cli.new.out"), required=True)


def run(arguments: argparse.Namespace) -> int:
    """Draft, write the file, and name what a person must settle."""
    from planner.drafting.similar import doubles
    from planner.sharing.toml import write_plan

    if arguments.output.exists() and not arguments.force:
        raise Refused("cli.new.exists", file=arguments.output)
    with open_office(arguments) as office:
        picks: list[Pick] = []
        for asked in arguments.from_:
            name, _, ids = asked.partition("#")
            template = _template(office, name)
            if template is None:
                return CONTENT_HAS_ERRORS
            picks.append(_pick(name, template, ids))
        drafted = office.draft(
            tuple(picks),
            arguments.year,
            title=arguments.title,
            issuer=arguments.office,
            level=arguments.level,
            region=arguments.region,
            as_is=arguments.as_is,
        )
        plan = drafted.plan
        write_output(arguments.output, write_plan(plan), force=arguments.force)
        renewed = len(drafted.renewed)
        talk(say("cli.new.done", file=arguments.output, tasks=len(plan.tasks), applied=renewed))
        _talk_of_the_rest(drafted)
        if alike := len(doubles(plan.tasks)):
            talk(say("cli.new.doubles", count=alike))
        talk(say("cli.new.next", file=arguments.output))
        return FINE


def _year(words: str) -> int:
    if not (words.isdecimal() and len(words) == 4 and FIRST_YEAR <= int(words) <= LAST_YEAR):
        bounds = {"least": FIRST_YEAR, "most": LAST_YEAR}
        raise argparse.ArgumentTypeError(say("cli.bad_year", words=words, **bounds))
    return int(words)


def _template(office: Office, name: str) -> Plan | None:
    """A file, a built-in template or a plan of the workspace; None after the file's errors were told."""
    path = Path(name)
    if path.is_file():
        return plan_of_file(office, path)
    for template in office.templates():
        if template.key == name:
            return template.plan
    raise Refused("cli.new.no_template", name=name)


def _pick(name: str, template: Plan, words: str) -> Pick:
    """The parts of a template that `#id,id` names; all of it without. Refused for ids it does not hold."""
    from planner.drafting.draft import Pick

    if not words:
        return Pick(template)
    ids = words.split(",")
    known = {section.id for section in template.sections} | {task.id for task in template.tasks}
    if unknown := [id for id in ids if id not in known]:
        raise Refused("cli.new.no_part", ids=" ".join(unknown), name=name)
    return Pick(template, ids)


def _talk_of_the_rest(drafted: Drafted) -> None:
    """One line for each place that only a person can renew."""
    if not drafted.left:
        return
    talk(say("cli.new.person", count=len(drafted.left)))
    for proposal in drafted.left:
        place = place_words(_where(proposal, drafted.plan), drafted.plan)
        around = {"before": proposal.before, "old": proposal.old, "after": proposal.after}
        reason = say(proposal.reason, **proposal.arguments)
        talk("  " + say("cli.new.proposal", place=place, reason=reason, **around).replace("\n", " "))


def _where(proposal: Proposal, plan: Plan) -> Where:
    record, id = proposal.place.record, proposal.place.id
    if record == "measure":
        task = next(t for t in plan.tasks if any(measure.id == id for measure in t.measures))
        return Where(path=("tasks", task.id, "measures", id))
    return Where(path=(f"{record}s", id))
