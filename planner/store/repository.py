"""The repository: documents with revisions and a journal. The `Repository` protocol is the contract.

`TinyRepository` keeps it with TinyDB on SQLite. Another implementation passes the same contract tests.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar, cast

from tinydb import Query
from tinydb.table import Document

from planner.merging import Difference, rewound
from planner.store.database import Database, put_in_place
from planner.store.documents import Documents, RowStorage, RowTable
from planner.store.errors import Duplicate, NotFound, disk_errors
from planner.store.rows import Change, Data, Entry, HeadOf, Record

Result = TypeVar("Result")


class Repository(Protocol):
    """Every change is one transaction with its journal entries; after an error nothing was changed.

    What is returned is the caller's own copy. `why` names the act for the journal.
    """

    def get(self, kind: str, id: str) -> Record:
        """The newest document; NotFound."""

    def revision_of(self, kind: str, id: str) -> int:
        """The revision of the newest document, without reading it; NotFound."""

    def at(self, kind: str, id: str, revision: int) -> Record:
        """The document as it was at one of its revisions; NotFound where it was not there yet."""

    def list(self, kind: str, *, removed: bool = False) -> tuple[Record, ...]:
        """The heads of all documents of a kind, or of the removed ones."""

    def find(self, kind: str, equal: Data) -> tuple[Record, ...]:
        """The whole documents whose outermost fields equal the given ones."""

    def under(self, kind: str, prefix: str) -> tuple[Record, ...]:
        """The whole documents whose id begins with `prefix`, in the order of their ids."""

    def run(self, work: Callable[[], Result]) -> Result:
        """What `work` gives; all that it does here is one change, whole or not at all.

        What it reads is not changed by anybody meanwhile. It may be called again: it does nothing elsewhere.
        """

    def add(self, kind: str, id: str, data: Data, why: str) -> Record:
        """A new document; Duplicate where the id is taken, BadValue."""

    def put(self, before: Record, data: Data, why: str) -> Record:
        """Keep `data` instead of the document that was read as `before`.

        Conflict (with both sides) where somebody changed it since, NotFound, BadValue. Data equal to what was
        read makes no new revision.
        """

    def edit(
        self, kind: str, id: str, change: Callable[[Data], Data], why: str, start: Data | None = None
    ) -> Record:
        """Keep what `change` makes of the newest document, or NotFound.

        Where there is none and a `start` is given, this is kept first: the journal has what changes in it.
        """

    def delete(self, kind: str, id: str, why: str) -> None:
        """Remove a document; its content and journal stay. NotFound."""

    def restore(self, kind: str, id: str, why: str) -> Record:
        """Bring a removed document back; NotFound where none of this id was removed."""

    def journal(self, kind: str, id: str, *, since: int = 0) -> tuple[Entry, ...]:
        """What was done to a document after revision `since`, newest first."""

    def journal_under(self, kind: str, prefix: str, most: int) -> tuple[Entry, ...]:
        """The newest `most` lines of all documents whose id begins with `prefix`, newest first."""

    def revision(self) -> int:
        """The number of the newest change of all."""

    def changes(self, since: int) -> tuple[Change, ...]:
        """The documents changed after revision `since`, by anybody, in the order of the changes."""

    def backup(self, path: Path) -> None:
        """A consistent copy in one file at `path`, flushed and whole or not there."""

    def check(self) -> tuple[str, ...]:
        """What is wrong with the kept data; empty where all is well."""

    def export(self, path: Path) -> None:
        """All documents as one JSON file that TinyDB as shipped opens."""

    def rest(self) -> None:
        """Housekeeping for a moment when nobody waits."""

    def close(self) -> None:
        """Let everything go. A second close does nothing."""


class TinyRepository:
    """`Repository` on the file at `path`. `heads` says for a kind of document what its list shows."""

    def __init__(self, path: Path, heads: Mapping[str, HeadOf], *, who: str = "") -> None:
        self._database = Database(path)
        self._documents = Documents(self._database, heads, who)
        self._storage = cast(RowStorage, self._documents.storage)

    def get(self, kind: str, id: str) -> Record:
        """See `Repository`."""
        record = self._table(kind).record(id)
        if record is None:
            raise NotFound(kind, id)
        return record

    def revision_of(self, kind: str, id: str) -> int:
        """See `Repository`."""
        revision = self._storage.rows.stamp(kind, id)
        if revision is None:
            raise NotFound(kind, id)
        return revision

    def at(self, kind: str, id: str, revision: int) -> Record:
        """See `Repository`."""
        with self._database.transaction():
            newest = self.get(kind, id)
            entries = self.journal(kind, id, since=revision)
        if any(entry.what == "add" for entry in entries) or revision > newest.revision:
            raise NotFound(kind, id)
        changed = (Difference(entry.path, entry.old, entry.new) for entry in entries if entry.path)
        return Record(kind, id, revision, newest.at, newest.by, rewound(newest.data, changed))

    def list(self, kind: str, *, removed: bool = False) -> tuple[Record, ...]:
        """See `Repository`."""
        return self._table(kind).heads(removed=removed)

    def find(self, kind: str, equal: Data) -> tuple[Record, ...]:
        """See `Repository`."""
        found = self._table(kind).search(Query().fragment(dict(equal)))
        records = (self._table(kind).record(str(document.doc_id)) for document in found)
        return tuple(record for record in records if record is not None)

    def under(self, kind: str, prefix: str) -> tuple[Record, ...]:
        """See `Repository`."""
        return self._table(kind).under(prefix)

    def run(self, work: Callable[[], Result]) -> Result:
        """See `Repository`."""
        with self._database.transaction():
            return work()

    def add(self, kind: str, id: str, data: Data, why: str) -> Record:
        """See `Repository`."""
        with self._storage.changing(why):
            if self._table(kind).contains(doc_id=cast(int, id)):
                raise Duplicate(kind, id)
            self._table(kind).insert(Document(data, doc_id=cast(int, id)))
            return self.get(kind, id)

    def put(self, before: Record, data: Data, why: str) -> Record:
        """See `Repository`."""
        with self._storage.changing(why):
            return self._table(before.kind).replace(before, data)

    def edit(
        self, kind: str, id: str, change: Callable[[Data], Data], why: str, start: Data | None = None
    ) -> Record:
        """See `Repository`."""
        with self._storage.changing(why):
            newest = self._table(kind).record(id)
            if newest is None:
                if start is None:
                    raise NotFound(kind, id)
                newest = self.add(kind, id, start, why)
            return self.put(newest, change(_copy(newest.data)), why)

    def delete(self, kind: str, id: str, why: str) -> None:
        """See `Repository`."""
        with self._storage.changing(why):
            self.get(kind, id)
            self._table(kind).remove(doc_ids=[cast(int, id)])

    def restore(self, kind: str, id: str, why: str) -> Record:
        """See `Repository`."""
        with self._storage.changing(why):
            self._table(kind).bring_back(id)
            return self.get(kind, id)

    def journal(self, kind: str, id: str, *, since: int = 0) -> tuple[Entry, ...]:
        """See `Repository`."""
        return self._storage.rows.journal(kind, id, since=since)

    def journal_under(self, kind: str, prefix: str, most: int) -> tuple[Entry, ...]:
        """See `Repository`."""
        return self._storage.rows.journal_under(kind, prefix, most)

    def revision(self) -> int:
        """See `Repository`."""
        return self._storage.rows.revision()

    def changes(self, since: int) -> tuple[Change, ...]:
        """See `Repository`."""
        return self._storage.rows.changes(since)

    def backup(self, path: Path) -> None:
        """See `Repository`."""
        with disk_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.new-{os.getpid()}")
            fresh.unlink(missing_ok=True)
            try:
                self._database.copy_to(fresh)
                put_in_place(fresh, path)
            finally:
                fresh.unlink(missing_ok=True)

    def check(self) -> tuple[str, ...]:
        """See `Repository`."""
        return self._database.problems() or self._storage.rows.problems()

    def export(self, path: Path) -> None:
        """See `Repository`."""
        text = json.dumps(self._storage.read() or {}, ensure_ascii=False)
        fresh = path.with_name(f"{path.name}.new-{os.getpid()}")
        with disk_errors(path):
            fresh.write_text(text, encoding="utf-8")
            put_in_place(fresh, path)

    def rest(self) -> None:
        """See `Repository`."""
        self._database.rest()

    def close(self) -> None:
        """See `Repository`."""
        self._documents.close()

    def _table(self, kind: str) -> RowTable:
        return cast(RowTable, self._documents.table(kind))


def _copy(data: Data) -> Data:
    copied: Data = json.loads(json.dumps(data))
    return copied


@contextmanager
def opened(path: Path, heads: Mapping[str, HeadOf], *, who: str = "") -> Iterator[TinyRepository]:
    """The repository at `path`, closed afterwards."""
    repository = TinyRepository(path, heads, who=who)
    try:
        yield repository
    finally:
        repository.close()
