"""The parser of the command line, drawn from the verbs."""

from __future__ import annotations

import argparse
import importlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol, cast

from planner.cli.argparse_words import translate_argparse
from planner.text import say

VERBS = ("read", "templates", "new", "check", "export", "import", "departments", "scheme", "score", "rescue")
"""The verbs in the order in which an office meets them."""


class Verb(Protocol):
    """What a verb's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the verb's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the exit code."""


def verb_module(name: str) -> Verb:
    """The module of a verb (`planner.cli.verb_read` for "read")."""
    return cast(Verb, importlib.import_module(f"planner.cli.verb_{name}"))


def build_parser(chosen: str | None) -> argparse.ArgumentParser:
    """The parser, in the language in force. Only the chosen verb's module is loaded for its arguments."""
    translate_argparse()
    parser = argparse.ArgumentParser(
        prog="planner",
        description=say("cli.description"),
        epilog=say("cli.examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"planner {_version()}", help=say("cli.version")
    )
    _add_common(parser, fresh=True)
    verbs = parser.add_subparsers(dest="verb", metavar=say("cli.verb"), title=say("cli.verbs"))
    for name in VERBS:
        sub = verbs.add_parser(
            name,
            help=say(f"cli.{name}.help"),
            description=say(f"cli.{name}.description"),
            epilog=say(f"cli.{name}.examples"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _add_common(sub, fresh=False)
        if name == chosen:
            verb_module(name).add_arguments(sub)
    return parser


def _add_common(parser: argparse.ArgumentParser, *, fresh: bool) -> None:
    """The options that may stand before or after the verb; a later parser must not undo an earlier answer."""
    missing = None if fresh else argparse.SUPPRESS
    parser.add_argument(
        "--workspace", type=Path, metavar=say("cli.path"), default=missing, help=say("cli.workspace")
    )
    parser.add_argument("--lang", choices=("zh", "en"), default=missing, help=say("cli.lang"))


def _version() -> str:
    try:
        return version("county-planner")
    except PackageNotFoundError:
        return "0"
