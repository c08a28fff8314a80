"""What can go wrong when something is kept, each a class with a code whose words stand in the catalogue.

After every error here nothing was changed: a write either happened whole or not at all.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from planner.findings import Finding, Severity, Where

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from planner.merging import Clash
    from planner.store.rows import Record


class StoreError(Exception):
    """The base: `code` is the catalogue's key, `arguments` fill its words."""

    code: ClassVar[str] = "store.failed"

    def __init__(self, document: str | Path = "", **arguments: str | int) -> None:
        super().__init__(self.code, str(document), arguments)
        self.document = str(document)
        self.arguments: dict[str, str | int] = {"file": str(document), **arguments}

    def finding(self) -> Finding:
        """The error as a value that a screen or the command line can show."""
        return Finding(self.code, Severity.ERROR, Where(document=self.document), self.arguments)


class NotFound(StoreError):
    """No document with this id; it may have been deleted by another program."""

    code = "store.not_found"

    def __init__(self, kind: str, id: str) -> None:
        super().__init__("", kind=kind, id=id)


class Duplicate(StoreError):
    """A document with this id is there already."""

    code = "store.duplicate"

    def __init__(self, kind: str, id: str) -> None:
        super().__init__("", kind=kind, id=id)


class Conflict(StoreError):
    """Somebody else changed the same place first. Both sides are here and neither was lost.

    `mine` is what was to be saved, `theirs` the newest kept document, `clashes` the places where the two
    differ from what both began with (empty where the common beginning is no longer known).
    """

    code = "store.conflict"

    def __init__(self, mine: Mapping[str, object], theirs: Record, clashes: tuple[Clash, ...] = ()) -> None:
        super().__init__("", who=theirs.by, places=len(clashes))
        self.mine = mine
        self.theirs = theirs
        self.clashes = clashes


class Overtaken(StoreError):
    """Somebody else changed one cell or event otherwise since it was shown. Both sides are here.

    `mine` is what was to be kept, `theirs` what stands there now; None is nothing. `by` and `at` tell of the
    last change, as far as it is known.
    """

    code = "store.conflict"

    def __init__(self, mine: object, theirs: object, by: str, at: datetime | None) -> None:
        super().__init__("", who=by, places=1)
        self.mine = mine
        self.theirs = theirs
        self.by = by
        self.at = at


class Refusal(StoreError):
    """A rule of the process forbids it now; `findings` say why, at least one."""

    code = "store.failed"

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings

    def finding(self) -> Finding:
        """The first of its reasons."""
        return self.findings[0]


class BadValue(StoreError):
    """A value that no store keeps faithfully: not a number, half a character, an integer over 64 bits."""

    code = "store.bad_value"

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__("", place=".".join(path))
        self.path = path


class Missing(StoreError):
    """The file is not there (or is gone while backups of it remain)."""

    code = "store.missing"


class Damaged(StoreError):
    """The file cannot be read as what it was; `detail` says what was found."""

    code = "store.damaged"

    def __init__(self, document: str | Path, detail: str = "") -> None:
        super().__init__(document, detail=detail)


class Foreign(StoreError):
    """A sound database that is not a workspace of this program."""

    code = "store.foreign"


class TooNew(StoreError):
    """A workspace written by a newer version of this program."""

    code = "store.too_new"

    def __init__(self, document: str | Path, found: int, known: int) -> None:
        super().__init__(document, found=found, known=known)


class NetworkShare(StoreError):
    """The file lies on a network share, where two machines would lose each other's work without an error."""

    code = "store.network_share"

    def __init__(self, document: str | Path, filesystem: str) -> None:
        super().__init__(document, filesystem=filesystem)


class Busy(StoreError):
    """Another program holds the file; trying again may help."""

    code = "store.busy"


class Full(StoreError):
    """The disk is full."""

    code = "store.full"


class ReadOnly(StoreError):
    """The file or its folder may not be written."""

    code = "store.read_only"


class Unreachable(StoreError):
    """The file or its folder cannot be opened."""

    code = "store.unreachable"


class BrokenDisk(StoreError):
    """The system reported an error while reading or writing; the file is checked before its next use."""

    code = "store.broken_disk"


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """The system's errors while working on `path` as the store's own."""
    try:
        yield
    except PermissionError as error:
        raise ReadOnly(path) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise Full(path) from error
        if error.errno == errno.EROFS:
            raise ReadOnly(path) from error
        raise Unreachable(path) from error


class Closed(StoreError):
    """The workspace was closed."""

    code = "store.closed"
