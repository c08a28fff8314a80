"""Files that are evidence: their size and SHA-256, read in pieces, so that a film takes no memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from assessments.process.evidence import OnDisk
from assessments.sheet import Evidence

_PIECE = 1 << 20


def look_at(path: Path) -> OnDisk:
    """The file as it is now; OSError where it cannot be read."""
    size, digest = 0, hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            size += len(piece)
            digest.update(piece)
    return OnDisk(size, digest.hexdigest())


def as_evidence(path: Path, day: date, note: str = "") -> Evidence:
    """The file as evidence that came on a day; OSError where it cannot be read."""
    now = look_at(path)
    return Evidence(path.name, now.size, now.sha256, day, note)


def in_folder(folder: Path, names: Iterable[str]) -> dict[str, OnDisk | None]:
    """The files of these names in a folder as they are now; None for one that is not there.

    A name that leads out of the folder, or that no file can have, is not looked for.
    """
    return {name: look_at(folder / name) if _is_inside(folder, name) else None for name in sorted(set(names))}


def _is_inside(folder: Path, name: str) -> bool:
    """Whether there is such a file, links followed, in the folder."""
    path = folder / name
    try:
        return path.resolve().is_relative_to(folder.resolve()) and path.is_file()
    # A name from elsewhere may be longer than any file's, or have a character that no file's name has.
    except (OSError, ValueError):
        return False
