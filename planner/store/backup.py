"""Daily copies beside the workspace; and a damaged file is set aside, the last sound copy brought back."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.findings import Finding, Severity
from planner.store.database import lock_path, put_in_place
from planner.store.errors import Damaged, StoreError, disk_errors
from planner.store.lock import FileLock
from planner.store.repository import Repository, opened
from planner.store.rows import HeadOf

KEEP = 30
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the workspace, as it was on `day`; `made` in local time, `size` in bytes."""

    path: Path
    day: date
    made: datetime
    size: int

    @classmethod
    def of(cls, path: Path, day: date) -> Backup:
        """The copy in the file at `path`."""
        found = path.stat()
        return cls(path, day, datetime.fromtimestamp(found.st_mtime), found.st_size)


@dataclass(frozen=True, slots=True)
class Rescued:
    """Where the damaged file lies now (None: it was gone) and which copy replaces it (None: none sound)."""

    set_aside: Path | None
    restored: Backup | None

    def finding(self) -> Finding:
        """What was done, as a value to show."""
        arguments = {
            "aside": str(self.set_aside or ""),
            "day": self.restored.day.isoformat() if self.restored else "",
        }
        if self.restored is None:
            return Finding("store.rescued_without_backup", Severity.WARNING, arguments=arguments)
        code = "store.rescued" if self.set_aside else "store.restored"
        return Finding(code, Severity.NOTE, arguments=arguments)


def folder_of(path: Path) -> Path:
    """The folder with the copies of the workspace at `path`."""
    return path.with_name(f"{path.stem}-backups")


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The copies of the workspace at `path`, newest first."""
    found: list[Backup] = []
    with suppress(FileNotFoundError, NotADirectoryError):
        for file in folder_of(path).iterdir():
            if match := _NAME.fullmatch(file.name):
                found.append(Backup.of(file, date.fromisoformat(match[1])))
    return tuple(sorted(found, key=lambda backup: backup.day, reverse=True))


def make_backup(repository: Repository, path: Path, today: date) -> Backup:
    """Make the copy of `today`, instead of an earlier one of the day, and let go of the oldest beyond KEEP.

    The data is checked first (Damaged): a copy that cannot be trusted takes no sound one's place.
    """
    if problems := repository.check():
        raise Damaged(path, problems[0])
    target = folder_of(path) / f"{today.isoformat()}.db"
    with disk_errors(target):
        kept = [backup for backup in backups_of(path) if backup.day != today]
        repository.backup(target)
        for old in (*(backup.path for backup in kept[KEEP - 1 :]), *_abandoned(target.parent)):
            old.unlink(missing_ok=True)
        return Backup.of(target, today)


def rescue(path: Path, heads: Mapping[str, HeadOf], now: datetime) -> Rescued:
    """Set the damaged file aside under a new name, with its log, and put the newest sound copy in its place.

    Nothing is deleted or changed: the damaged bytes and every copy stay. A copy is checked whole before it is
    taken. Where the file is gone, its logs are set aside and the copy takes its place all the same.
    """
    with disk_errors(path), closing(FileLock(lock_path(path))) as lock, lock:
        restored = _prepared(path, heads)
        aside = _set_aside(path, now)
        if restored is not None:
            put_in_place(_fresh(path), path)
    return Rescued(aside, restored)


def _abandoned(folder: Path) -> list[Path]:
    """Halves of copies whose program was killed over them: a day old, so nobody writes them any more."""
    yesterday = time.time() - 24 * 3600
    return [file for file in folder.glob("*.new-*") if file.stat().st_mtime < yesterday]


def _prepared(path: Path, heads: Mapping[str, HeadOf]) -> Backup | None:
    fresh = _fresh(path)
    for backup in backups_of(path):
        shutil.copyfile(backup.path, fresh)
        try:
            with opened(fresh, heads) as repository:
                sound = not repository.check()
        except StoreError:
            sound = False
        lock_path(fresh).unlink(missing_ok=True)
        if sound:
            return backup
        for leftover in (fresh, *_logs(fresh)):
            leftover.unlink(missing_ok=True)
    return None


def _set_aside(path: Path, now: datetime) -> Path | None:
    stamp = f"{path.stem}.damaged-{now:%Y-%m-%d-%H%M%S}"
    aside, count = path.with_name(stamp + path.suffix), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stamp}-{count}{path.suffix}")
    for old, new in zip(_logs(path), _logs(aside), strict=True):
        with suppress(FileNotFoundError):
            os.rename(old, new)
    if not path.exists():
        return None
    os.rename(path, aside)
    return aside


def _fresh(path: Path) -> Path:
    return path.with_name(f"{path.name}.rescue-{os.getpid()}")


def _logs(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")
