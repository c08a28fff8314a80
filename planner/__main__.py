"""The program `planner`: with a verb it works on the command line, without one it opens the screens."""

from __future__ import annotations

import os

# Before anything imports the screen library, which reads it once: with that protocol on, five or more
# characters committed by an input method arrive as garbage keys.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
# What follows the first picture after a key, such as the task beside the list, comes at once and not after
# two frames of the usual 60 a second; only what has changed is painted.
os.environ.setdefault("TEXTUAL_FPS", "240")

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from planner.text import Language

USAGE_ERROR = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 an error, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    screen = _for_the_screen(arguments)
    if screen is None:
        from planner.cli import run

        return run(arguments)
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        from planner.text import language_of_environment, say, set_language

        set_language(screen[1] or language_of_environment())
        sys.stderr.write(say("common.no_terminal") + "\n")
        return USAGE_ERROR
    return _open_screens(*screen)


def _for_the_screen(arguments: list[str]) -> tuple[str, Language | None] | None:
    """Workspace ("" for the usual one) and language where only these are given; None for the command line."""
    workspace, language = "", None
    rest = list(arguments)
    while rest:
        name, joined, value = rest.pop(0).partition("=")
        if name not in ("--workspace", "--lang") or not (joined or rest):
            return None
        value = value if joined else rest.pop(0)
        if name == "--workspace" and value:
            workspace = value
        elif name == "--lang" and value in ("zh", "en"):
            language = value
        else:
            return None
    return workspace, language  # type: ignore[return-value]


def _is_terminal(stream: object) -> bool:
    return bool(getattr(stream, "isatty", bool)())


def _open_screens(workspace: str, language: Language | None) -> int:
    # Nothing made before the first picture is garbage; collecting would only cost time.
    gc.disable()
    _log_to(_log_file())
    from pathlib import Path

    from planner.office import Office
    from planner.text import describe, language_of_environment, say, set_language
    from planner.tui.app import PlannerApp

    set_language(language or language_of_environment())
    given = language is not None or "PLANNER_LANG" in os.environ
    office = Office(Path(workspace) if workspace else None)
    app = PlannerApp(office, language_is_given=given)
    app.run()
    for finding in office.close():
        sys.stderr.write(describe(finding) + "\n")
    if app.last_words:
        sys.stderr.write(app.last_words + "\n" + say("common.log_at", file=str(_log_file())) + "\n")
    return app.return_code or 0


def _log_file() -> Path:
    import platformdirs

    return platformdirs.user_log_path("county-planner") / "planner.log"


def _log_to(file: Path) -> None:
    """Errors go to a file; a folder that cannot be written is no reason not to start."""
    import logging

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


if __name__ == "__main__":
    sys.exit(main())
