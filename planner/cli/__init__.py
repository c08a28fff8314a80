"""The command line: one verb, one file.

Data goes to stdout, talk to stderr. Exit codes are an interface: 0 fine, 1 the content has errors,
2 wrong use.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from planner.text import Language, language_of_environment, set_language

FINE, CONTENT_HAS_ERRORS, WRONG_USE = 0, 1, 2


def run(argv: Sequence[str]) -> int:
    """Run one verb with its arguments; the exit code. The screens are not loaded."""
    from planner.cli.failures import report_failure
    from planner.cli.parser import VERBS, build_parser, verb_module

    set_language(_asked_language(argv))
    _speak_utf8()
    parser = build_parser(next((word for word in argv if word in VERBS), None))
    try:
        try:
            arguments = parser.parse_args(argv)
            if arguments.verb is None:
                parser.print_help(sys.stderr)
                return WRONG_USE
            return verb_module(arguments.verb).run(arguments)
        finally:
            # Here, and not when the interpreter ends: then nobody could be told that it failed.
            if sys.stdout is not None:
                sys.stdout.flush()
    except Exception as failure:
        return report_failure(failure)


def _asked_language(argv: Sequence[str]) -> Language:
    """The language must be known before the parser is built, for its own words are in it."""
    for place, word in enumerate(argv):
        chosen = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and place + 1 < len(argv):
            chosen = argv[place + 1]
        if chosen == "en":
            return "en"
        if chosen == "zh":
            return "zh"
    return language_of_environment()


def _speak_utf8() -> None:
    """Chinese leaves as UTF-8 also where the locale is C, as on many servers."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
