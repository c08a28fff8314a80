"""One lock file beside the database, held around every write and around opening and closing.

SQLite's own waiting polls: with three busy writers a save waits a second and more. Waiting inside the
system's blocking lock takes milliseconds. Serialising writers and checkpoints also keeps away the one known
fault of SQLite's write-ahead log (two connections resetting it at once, all versions before 3.51.3).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                return
            except OSError as error:
                # LK_LOCK gives up after ten seconds; the holder may only be slow.
                if error.errno != 36:
                    raise

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class FileLock:
    """Exclusive between processes, released by the system when its holder dies; its holder may take it again.

    One thread at a time uses a `FileLock`; its owner sees to that.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None
        self._depth = 0

    def __enter__(self) -> FileLock:
        if not self._depth:
            self._take()
        self._depth += 1
        return self

    def _take(self) -> None:
        while True:
            if self._descriptor is None:
                self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
            _lock(self._descriptor)
            if self._is_the_file():
                return
            # Somebody removed the lock file; a lock on a file without a name excludes nobody.
            self.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._depth -= 1
        if not self._depth and self._descriptor is not None:
            _unlock(self._descriptor)

    def close(self) -> None:
        """Let the file go; the lock can still be taken again later."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _is_the_file(self) -> bool:
        assert self._descriptor is not None
        try:
            return os.path.samestat(os.stat(self.path), os.fstat(self._descriptor))
        except FileNotFoundError:
            return False
