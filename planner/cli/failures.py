"""Failures in words: what happened, that nothing was lost, what to do. Never a traceback on the terminal."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
from pathlib import Path

from planner.cleaning import clean_text
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
        print(clean_text(say(failure.key, **failure.arguments)), file=sys.stderr)
        return WRONG_USE
    if isinstance(failure, StoreError):
        print(clean_text(say(failure.code, **failure.arguments)), file=sys.stderr)
        return CONTENT_HAS_ERRORS
    if isinstance(failure, OSError) and failure.filename is None:
        return _report_lost_output(failure)
    print(say("cli.unexpected", log=_write_log(failure)), file=sys.stderr)
    return CONTENT_HAS_ERRORS


def reason_of(problem: OSError) -> str:
    """Why the system would not, in the user's language; the system's own words where we have none."""
    name = errno.errorcode.get(problem.errno or 0, "")
    known = name in ("EISDIR", "ENOTDIR", "EACCES", "EPERM", "ENOSPC", "EROFS", "ENOENT")
    return say(f"reason.{name}") if known else str(problem.strerror or problem)


def _report_lost_output(failure: OSError) -> int:
    """Output that nobody takes: a reader (head, less) that has gone is no failure of ours, a full disk is."""
    from planner.cli import CONTENT_HAS_ERRORS, FINE

    # What is still to be written goes nowhere, or the interpreter would fail again at its end.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(failure, BrokenPipeError):
        return FINE
    print(say("cli.cannot_print", reason=reason_of(failure)), file=sys.stderr)
    return CONTENT_HAS_ERRORS


def _write_log(failure: Exception) -> Path:
    import platformdirs

    folder = platformdirs.user_log_path("county-planner")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "planner.log"
    handler = logging.FileHandler(target, encoding="utf-8")
    _log.addHandler(handler)
    _log.error("unexpected failure", exc_info=failure)
    handler.close()
    _log.removeHandler(handler)
    return target
