"""One SQLite file: opened only when it is sound, written only whole, distrusted after every disk error.

Write-ahead log with `synchronous=FULL`: an acknowledged write survives kill -9 and a power cut. A `Database`
may be called from any thread; it has one connection and one call uses it at a time.
"""

from __future__ import annotations

import contextlib
import glob
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from planner.store.errors import (
    BrokenDisk,
    Busy,
    Closed,
    Damaged,
    Foreign,
    Full,
    Missing,
    ReadOnly,
    StoreError,
    TooNew,
    Unreachable,
    disk_errors,
)
from planner.store.lock import FileLock
from planner.store.place import refuse_network_share

Value: TypeAlias = str | int | None
Line: TypeAlias = tuple[Value, ...]

APPLICATION_ID: Final = 0x434F504C
SCHEMA_VERSION: Final = 1
CHECKPOINT_PAGES: Final = 1000
"""A log longer than this (4 MB) is written back within the next save, where there was no time to rest."""

_MAGIC = b"SQLite format 3\0"
_WAIT_SECONDS = 5.0

_SCHEMA = f"""
PRAGMA journal_mode = WAL;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {SCHEMA_VERSION};
CREATE TABLE doc (
    kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
    removed INTEGER NOT NULL, head TEXT NOT NULL, head_crc INTEGER NOT NULL,
    body_crc INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id));
CREATE UNIQUE INDEX doc_revision ON doc (revision);
CREATE TABLE journal (
    kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL,
    who TEXT NOT NULL, why TEXT NOT NULL, what TEXT NOT NULL, path TEXT NOT NULL, old TEXT, new TEXT,
    crc INTEGER NOT NULL, PRIMARY KEY (kind, id, revision, n)) WITHOUT ROWID;
"""

_BY_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: Full,
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_CANTOPEN: Unreachable,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: Damaged,
}


class Database:
    """The file at `path`. Missing, Damaged, Foreign, TooNew or NetworkShare where it is not to be trusted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        refuse_network_share(path)
        self._guard = threading.RLock()
        self._lock = FileLock(lock_path(path))
        self._connection: sqlite3.Connection | None = None
        self._file: os.stat_result | None = None
        self._writing = False
        self._suspect = False
        self._closed = False
        try:
            with self._translated(), self._lock:
                self._connect()
        except BaseException:
            self._lock.close()
            raise

    def read(self, query: str, values: Sequence[Value] = ()) -> list[Line]:
        """All lines of one query, of one committed state (or of the transaction this thread is in)."""
        with self._guard, self._translated():
            return self._ready().execute(query, values).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is done inside happens whole or not at all; inside another one it is part of that one."""
        with self._guard:
            if self._writing:
                assert self._connection is not None
                yield self._connection
                return
            with self._translated(), self._lock:
                connection = self._ready()
                connection.execute("BEGIN IMMEDIATE")
                self._writing = True
                try:
                    yield connection
                    connection.execute("COMMIT")
                finally:
                    self._writing = False
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")

    def rest(self) -> None:
        """Write the log back into the file; for moments when nobody waits."""
        with self._guard, self._translated(), self._lock:
            self._ready().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def copy_to(self, path: Path) -> None:
        """A consistent copy in one file without a log, flushed to the disk; others may go on writing."""
        with (
            self._guard,
            self._translated(),
            contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy,
        ):
            self._ready().backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        _flush(path)

    def problems(self) -> tuple[str, ...]:
        """What SQLite's own full check has to say; empty where all is well."""
        lines = self.read("PRAGMA integrity_check")
        return () if lines == [("ok",)] else tuple(str(line[0]) for line in lines)

    def close(self) -> None:
        """Write the log back and let the file go. A second close does nothing."""
        with self._guard:
            if self._closed:
                return
            self._closed = True
            if self._connection is not None:
                with self._translated(), self._lock:
                    self._drop()
            self._lock.close()

    def _ready(self) -> sqlite3.Connection:
        if self._closed:
            raise Closed(self.path)
        # A file that was set aside or replaced: what is written through the old handle would be lost.
        if self._connection is None or (not self._writing and (self._suspect or not self._is_the_file())):
            with self._lock:
                self._drop()
                self._connect()
        assert self._connection is not None
        return self._connection

    def _connect(self) -> None:
        _look_at_header(self.path)
        connection = sqlite3.connect(
            self.path.resolve().as_uri() + "?mode=rw",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_WAIT_SECONDS,
        )
        try:
            _set_up(connection, self.path)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        self._file = os.stat(self.path)
        self._suspect = False

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _is_the_file(self) -> bool:
        assert self._file is not None
        try:
            return os.path.samestat(os.stat(self.path), self._file)
        except FileNotFoundError:
            return False

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            with disk_errors(self.path):
                yield
        except sqlite3.Error as error:
            known = translated(error, self.path)
            if isinstance(known, (BrokenDisk, Damaged)):
                # After a failed flush the system may call unwritten pages clean: open and check anew.
                self._suspect = True
            raise known from error


def create(path: Path) -> bool:
    """Make an empty database at `path`; False where one is there already.

    It is made beside its place and linked there whole, so a program killed meanwhile leaves no half of one.
    """
    refuse_network_share(path)
    fresh = path.with_name(f"{path.name}.new-{os.getpid()}-{threading.get_ident()}")
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with contextlib.closing(FileLock(lock_path(path))) as lock, lock:
                if path.exists():
                    return False
                if path.with_name(path.name + "-wal").exists():
                    # SQLite would play this log into the new file.
                    raise Damaged(path, "log without its file")
                for leftover in path.parent.glob(f"{glob.escape(path.name)}.new-*"):
                    # Of a program that was killed at this point; nobody else is here while we hold the lock.
                    leftover.unlink()
                with contextlib.closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
                    connection.executescript(_SCHEMA)
                put_in_place(fresh, path)
        except sqlite3.Error as error:
            raise translated(error, path) from error
        finally:
            fresh.unlink(missing_ok=True)
    return True


def lock_path(path: Path) -> Path:
    """The lock file of the database at `path`."""
    return path.with_name(path.name + ".lock")


def put_in_place(fresh: Path, path: Path) -> None:
    """Flush `fresh` and give it the name `path`, replacing what was there; whole or not at all."""
    _flush(fresh)
    os.replace(fresh, path)
    if os.name == "posix":
        _flush(path.parent)


def translated(error: sqlite3.Error, path: Path) -> StoreError:
    """The store's own error for one of SQLite's."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The sqlite3 module speaks without a code when a text is not UTF-8.
        return Damaged(path, str(error)) if "decode" in str(error) else BrokenDisk(path)
    kind = _BY_CODE.get(code & 0xFF, BrokenDisk)
    return Damaged(path, str(error)) if kind is Damaged else kind(path)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _look_at_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except FileNotFoundError:
        raise Missing(path) from None
    except IsADirectoryError:
        raise Foreign(path) from None
    if not start:
        raise Damaged(path, "0 bytes")
    if start != _MAGIC:
        raise Damaged(path, "not a database")


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise Foreign(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise TooNew(path, found=version, known=SCHEMA_VERSION)
    connection.execute("PRAGMA cell_size_check = ON")
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    # On a Mac a plain flush stops at the disk's own memory; elsewhere this changes nothing.
    connection.execute("PRAGMA fullfsync = ON")
    (synchronous,) = connection.execute("PRAGMA synchronous").fetchone()
    if (mode, synchronous) != ("wal", 2):
        raise Unreachable(path)
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise Damaged(path, str(found))
