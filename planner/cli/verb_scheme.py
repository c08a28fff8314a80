"""planner scheme [PLAN|KEY] -o F: the assessment scheme that follows from a plan, or a ready one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.assessment import scheme_by_id
from planner.cli.common import (
    add_output,
    open_office,
    plan_in_workspace,
    plan_of_file,
    read_bytes,
    write_output,
)
from planner.cli.failures import Refused
from planner.cli.naming import find_unit
from planner.cli.output import finding_as_json, print_findings, print_json, print_line, talk
from planner.departments import Roster
from planner.office import Office
from planner.plan import Plan
from planner.text import say

if TYPE_CHECKING:
    from assessments.scheme import Scheme
    from planner.assessing.records import Proposal, Reason, Why


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[PLAN | KEY] [--townships NAMES] [--overseer BODY] [--explain UNIT] [--json] [-o F]."""
    source = say("cli.scheme.source_word")
    parser.add_argument("source", nargs="?", default="", metavar=source, help=say("cli.scheme.source"))
    names = say("cli.scheme.names_word")
    parser.add_argument("--townships", default="", metavar=names, help=say("cli.scheme.townships"))
    body, unit = say("cli.score.body_word"), say("cli.scheme.unit_word")
    parser.add_argument("--overseer", default="", metavar=body, help=say("cli.scheme.overseer"))
    parser.add_argument("--explain", default="", metavar=unit, help=say("cli.scheme.explain"))
    parser.add_argument("--json", action="store_true", help=say("cli.json"))
    add_output(parser, say("cli.scheme.out"), required=False)


def run(arguments: argparse.Namespace) -> int:
    """List the schemes, write one, or propose one."""
    if arguments.output is not None and arguments.output.suffix.lower() != ".toml":
        raise Refused("cli.scheme.format", suffix=arguments.output.suffix)
    with open_office(arguments) as office:
        if not arguments.source:
            _print_list(office, as_json=arguments.json)
            return FINE
        path = Path(arguments.source)
        held = None if path.is_file() else scheme_by_id(office, arguments.source)
        if held is not None and held.scheme is not None:
            _hand_out(arguments, held.scheme)
            return FINE
        plan = _plan_of(office, path) if path.is_file() else _plan(office, arguments.source)
        if plan is None:
            return CONTENT_HAS_ERRORS
        townships = tuple(name for name in _parted(arguments.townships) if name)
        roster = office.roster().record
    proposal = _propose(plan, roster, townships, arguments.overseer)
    explained = _holder(proposal, arguments.explain, roster) if arguments.explain else ""
    _hand_out(arguments, proposal.scheme, proposal)
    if explained and not arguments.json:
        _talk_of_reasons(proposal, explained)
    print_findings(proposal.findings, plan)
    _talk_of_what_follows(arguments, proposal)
    return FINE


def _plan_of(office: Office, path: Path) -> Plan | None:
    """The plan of a file; Refused where it is a scheme already."""
    from planner.sharing.loading import format_in

    if format_in(read_bytes(path)) == "county-scheme":
        raise Refused("cli.scheme.is_scheme", file=path)
    return plan_of_file(office, path)


def _plan(office: Office, name: str) -> Plan:
    try:
        return plan_in_workspace(office, name)
    except Refused as refused:
        if refused.key == "cli.no_plan":
            raise Refused("cli.scheme.none", name=name) from None
        raise


def _parted(names: str) -> list[str]:
    for sign in "，,;；":
        names = names.replace(sign, "、")
    return [name.strip() for name in names.split("、")]


def _propose(plan: Plan, roster: Roster, townships: tuple[str, ...], overseer: str) -> Proposal:
    from planner.assessing import propose

    return propose(plan, roster, townships=townships, overseer=overseer)


def _holder(proposal: Proposal, words: str, roster: Roster) -> str:
    """The id of the unit, or of the class, whose reasons are asked for; Refused where there is none."""
    classes = [each.id for each in proposal.scheme.classes if words in (each.id, each.title)]
    return classes[0] if classes else find_unit(proposal.scheme, words, roster).id


def _hand_out(arguments: argparse.Namespace, scheme: Scheme, proposal: Proposal | None = None) -> None:
    """The scheme to the file, or to stdout; with a proposal the reasons beside it."""
    from planner.sharing.scheme_toml import write_scheme

    if arguments.output is not None:
        write_output(arguments.output, write_scheme(scheme), force=arguments.force)
        talk(say("cli.export.done", file=arguments.output))
    if arguments.json:
        print_json(_as_json(scheme, proposal))
        return
    if arguments.output is None:
        print(write_scheme(scheme), end="")


def _talk_of_reasons(proposal: Proposal, holder: str) -> None:
    """Every indicator of a unit or class, with the reasons for its rule, points and scorer."""
    scheme = proposal.scheme
    named = {each.id: each.name for each in scheme.units} | {each.id: each.title for each in scheme.classes}
    talk(named[holder])
    for indicator in scheme.indicators:
        reason = proposal.reasons.get(indicator.id)
        if reason is not None and reason.holder == holder:
            talk("  " + say("cli.scheme.reason", title=indicator.title, reasons=_reasons(reason)))


def _reasons(reason: Reason) -> str:
    return say("explain.comma").join(_words(each) for each in (reason.rule, reason.points, reason.scorer))


def _words(why: Why) -> str:
    return say(why.code, **why.arguments)


def _talk_of_what_follows(arguments: argparse.Namespace, proposal: Proposal) -> None:
    """What was proposed, and what a person does next."""
    units, count = len(proposal.scheme.units), len(proposal.reasons)
    talk(say("cli.scheme.proposed", units=units, indicators=count))
    if not arguments.explain:
        talk(say("cli.scheme.how_so"))
    if any(found.code == "propose.no_scorer" for found in proposal.findings) and not arguments.overseer:
        talk(say("cli.scheme.who_scores"))
    if arguments.output is not None:
        talk(say("cli.scheme.next", file=arguments.output))


def _as_json(scheme: Scheme, proposal: Proposal | None) -> dict[str, object]:
    from planner.assessment_codec import scheme_to_data

    if proposal is None:
        return {"scheme": scheme_to_data(scheme)}
    reasons = {
        id: {
            "holder": reason.holder,
            "task": reason.task,
            "measure": reason.measure,
            "role": reason.role,
            "rule": _words(reason.rule),
            "points": _words(reason.points),
            "scorer": _words(reason.scorer),
        }
        for id, reason in proposal.reasons.items()
    }
    findings = [finding_as_json(found) for found in proposal.findings]
    return {"scheme": scheme_to_data(scheme), "reasons": reasons, "findings": findings}


def _print_list(office: Office, *, as_json: bool) -> None:
    """The schemes that come with the program, then those of the workspace."""
    built_in = [
        ("builtin", each.id, each.title, len(each.units), len(each.scored()))
        for each in office.assessments.builtin_schemes()
    ]
    own = [
        ("workspace", each.id, each.title, each.units, each.indicators)
        for each in office.assessments.schemes()
    ]
    if as_json:
        keys = ("origin", "id", "title", "units", "indicators")
        print_json([dict(zip(keys, each, strict=True)) for each in (*built_in, *own)])
        return
    for origin, id, title, units, indicators in (*built_in, *own):
        counts = say("cli.scheme.counts", units=units, indicators=indicators)
        print_line(f"{id}  {say(f'cli.templates.{origin}')}  {title}  {counts}")
