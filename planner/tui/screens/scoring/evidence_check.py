"""The evidence against the files in a folder: which folder, and what was found, worked out beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assessments.process.evidence import claims
from planner.findings import Finding
from planner.text import say
from planner.tui.dialogs.choose import Choice
from planner.tui.dialogs.folder import FolderDialog
from planner.tui.screens.home import usual_folder

if TYPE_CHECKING:
    from planner.tui.ports import AssessmentsPort
    from planner.tui.screens.scoring.ground import ScoringGround


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of the evidence. `folder` "" where nobody has said where the files lie."""

    findings: tuple[Finding, ...]
    folder: str = ""
    state: Literal["unasked", "under_way", "done", "gone"] = "unasked"


def begin(port: AssessmentsPort, scheme: str) -> Checked:
    """What can be said without opening a file; call it in a worker."""
    folder = port.evidence_folder(scheme)
    return Checked(port.check_evidence(scheme), folder, "under_way" if folder else "unasked")


def look(screen: ScoringGround, before: Checked, then: Callable[[Checked], None]) -> None:
    """Compare the files of the folder with what was noted of them; large ones take their time."""
    port, scheme, folder = screen.open.port, screen.scheme.id, Path(before.folder)

    def job() -> Checked:
        if not folder.is_dir():
            return Checked(before.findings, before.folder, "gone")
        return Checked(port.check_evidence(scheme, folder), before.folder, "done")

    screen.work(job, then, group="evidence")


def answer(screen: ScoringGround, checked: Checked) -> tuple[Choice, ...]:
    """What can be done about the evidence; nothing where there is none."""
    if not claims(screen.open.board.sheets):
        return ()
    note = say(f"scoring_place.evidence.{checked.state}", folder=checked.folder, count=len(checked.findings))
    return (Choice("evidence", say("scoring_place.evidence.check"), note),)


def ask(screen: ScoringGround, checked: Checked, then: Callable[[Checked], None]) -> None:
    """Ask for the folder, then look."""

    def chosen(folder: Path | None) -> None:
        if folder is not None:
            look(screen, Checked(checked.findings, str(folder), "under_way"), then)

    start = Path(checked.folder) if checked.folder and Path(checked.folder).is_dir() else usual_folder()
    screen.app.push_screen(FolderDialog(say("scoring_place.evidence.which_folder"), start), chosen)
