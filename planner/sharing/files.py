"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that whoever looks sees the old file or the new one, never a part.

    The bytes go to a new file in the same folder, reach the disk, and then take the name. A link is followed,
    and the file that was there hands its permissions on. Raises OSError where the folder is missing, full or
    closed to this user; the file that was there is then unchanged and nothing is left lying about.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _reach_disk(target.parent)


def _reach_disk(folder: Path) -> None:
    """Make the new name itself last; systems that cannot open a folder (Windows) do without."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
