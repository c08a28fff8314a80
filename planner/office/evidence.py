"""Files that are evidence: their size and SHA-256, read in pieces, so that a film takes no memory."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from assessments.process.evidence import OnDisk, Unreadable
from assessments.sheet import Evidence

_PIECE = 1 << 20
_NO_SUCH_NAME = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EINVAL, errno.ELOOP)


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


def in_folder(folder: Path, names: Iterable[str]) -> dict[str, OnDisk | Unreadable | None]:
    """The files of these names in a folder as they are now; None for one that is not there.

    A name that leads out of the folder, or that no file can have, is not looked for.
    """
    return {name: _in_folder(folder, name) for name in sorted(set(names))}


def _in_folder(folder: Path, name: str) -> OnDisk | Unreadable | None:
    path = folder / name
    try:
        if not _is_inside(folder, path) or not path.exists():
            return None
        # A pipe would be waited for without end.
        return look_at(path) if path.is_file() else Unreadable()
    # It may have gone meanwhile, or its name be longer than any file's or have what no name has.
    except (FileNotFoundError, ValueError):
        return None
    except OSError as error:
        return None if error.errno in _NO_SUCH_NAME else Unreadable()


def _is_inside(folder: Path, path: Path) -> bool:
    """Whether a path lies in the folder, links followed."""
    real, whole = path.resolve(), folder.resolve()
    return real != whole and real.is_relative_to(whole)
