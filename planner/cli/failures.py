"""Failures in words: what happened, that nothing was lost, what to do. Never a traceback on the terminal."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from planner.text import say

_log = logging.getLogger("planner")


class Refused(Exception):
    """Wrong use, already in the user's words: `key` and arguments of the catalogue."""

    def __init__(self, key: str, **arguments: object) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


def report_failure(failure: Exception) -> int:
    """Say what went wrong on stderr; the exit code."""
    from planner.cli import CONTENT_HAS_ERRORS, WRONG_USE
    from planner.store.errors import StoreError

    if isinstance(failure, Refused):
        print(say(failure.key, **failure.arguments), file=sys.stderr)
        return WRONG_USE
    if isinstance(failure, StoreError):
        print(say(failure.code, **failure.arguments), file=sys.stderr)
        return CONTENT_HAS_ERRORS
    if isinstance(failure, BrokenPipeError):
        # The reader (head, less) has gone; that is no failure of ours.
        sys.stderr.close()
        return 0
    print(say("cli.unexpected", log=_write_log(failure)), file=sys.stderr)
    return CONTENT_HAS_ERRORS


def _write_log(failure: Exception) -> Path:
    import platformdirs

    folder = Path(platformdirs.user_log_path("planner", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "planner.log"
    handler = logging.FileHandler(target, encoding="utf-8")
    _log.addHandler(handler)
    _log.error("unexpected failure", exc_info=failure)
    handler.close()
    _log.removeHandler(handler)
    return target
