"""planner departments: look up bodies, their names and what became of them; carry the roster out and in."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import open_office, read_bytes, write_output
from planner.cli.output import print_findings, print_json, print_line, talk
from planner.departments import Department, Roster, current_name, propose, resolve, search
from planner.office import Office
from planner.text import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[WORDS] [--json] [--export F] [--import F]."""
    parser.add_argument("words", nargs="*", metavar=say("cli.words"), help=say("cli.departments.words"))
    parser.add_argument("--json", action="store_true", help=say("cli.json"))
    either = parser.add_mutually_exclusive_group()
    out, path = say("cli.departments.export"), say("cli.file")
    either.add_argument("--export", type=Path, metavar=path, help=out)
    either.add_argument(
        "--import", type=Path, metavar=path, dest="import_", help=say("cli.departments.import")
    )
    parser.add_argument("--force", action="store_true", help=say("cli.force"))


def run(arguments: argparse.Namespace) -> int:
    """List, look up, write out or take in."""
    with open_office(arguments) as office:
        if arguments.import_ is not None:
            return _take_in(office, arguments.import_)
        roster = office.roster().record
        if arguments.export is not None:
            from planner.sharing.roster import write_roster

            write_output(arguments.export, write_roster(roster), force=arguments.force)
            talk(say("cli.export.done", file=arguments.export))
            return FINE
        words = "".join(arguments.words)
        found = _found(words, roster) if words else tuple(roster)
        if arguments.json:
            print_json([_as_json(department, roster) for department in found])
        elif found:
            for department in found:
                print_line(_line(department, roster))
        else:
            _suggest(words, roster)
        return FINE if found else CONTENT_HAS_ERRORS


def _take_in(office: Office, path: Path) -> int:
    from planner.sharing.roster import read_roster

    roster, findings = read_roster(read_bytes(path), path.name, office.builtin_roster)
    print_findings(findings)
    if roster is None:
        return CONTENT_HAS_ERRORS
    office.save_roster(roster, office.roster().revision)
    talk(say("cli.departments.imported", count=len(roster)))
    return FINE


def _found(words: str, roster: Roster) -> tuple[Department, ...]:
    """What a search finds, else the body that the whole name means (城关镇 is one of the townships)."""
    match = resolve(words, roster)
    body = match.department if match is not None else None
    return search(words, roster) or ((body,) if body is not None else ())


def _line(department: Department, roster: Roster) -> str:
    name = department.name
    if heirs := _heirs(department, roster):
        name = say("cli.departments.gone", name=name, heirs="，".join(heirs))
    short = say("cli.departments.short", names="、".join(department.short)) if department.short else ""
    return "  ".join(part for part in (name, short, " ".join(department.initials[:2])) if part)


def _heirs(department: Department, roster: Roster) -> list[str]:
    """What became of a body, step by step to the one that stands today."""
    steps = current_name(department.name, date.today().year, roster).steps
    return [say("cli.departments.since", year=step.year, successor=step.successor) for step in steps]


def _as_json(department: Department, roster: Roster) -> dict[str, object]:
    heir = roster.successor_of(department)
    return {
        "id": department.id,
        "name": department.name,
        "short": list(department.short),
        "kind": department.kind,
        "initials": list(department.initials),
        "abolished": department.abolished,
        "successor": heir.name if heir else None,
    }


def _suggest(words: str, roster: Roster) -> None:
    guesses = propose(words, roster)
    if not guesses:
        talk(say("cli.departments.none", words=words))
        return
    talk(say("cli.departments.guess", words=words))
    for guess in guesses[:5]:
        talk(f"  {guess.written}")
