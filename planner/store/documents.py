"""TinyDB on rows of SQLite: its `TinyDB`, `Table`, `Query` and `Document` as they are, another floor beneath.

What differs from TinyDB as shipped: ids are strings; every change is one transaction of the rows it touches,
entered in the journal; nothing is cached, for another program may have written meanwhile; no number is used
twice as an id.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table
from tinydb.utils import K, LRUCache, V

from planner.store.database import Database
from planner.store.errors import Conflict, NotFound
from planner.store.rows import Author, Data, HeadOf, Record, Rows


class RowStorage(Storage):
    """TinyDB's storage over one database; `read` and `write` speak of all documents at once."""

    def __init__(self, database: Database, heads: Mapping[str, HeadOf], who: str = "") -> None:
        self.rows = Rows(database, heads)
        self.database = database
        self.author = Author(who)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Every document in TinyDB's own shape: table to id to document; None where there is none."""
        kinds = self.rows.kinds()
        return {kind: {row.id: row.data for row in self.rows.every(kind)} for kind in kinds} or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the given documents the only ones, in one transaction."""
        with self.changing(self.author.why):
            for kind in {*self.rows.kinds(), *data}:
                open_rows = OpenRows(self, kind)
                wanted = {str(id): document for id, document in data.get(kind, {}).items()}
                for id in set(open_rows) - set(wanted):
                    del open_rows[id]
                for id, document in wanted.items():
                    open_rows[id] = document

    @contextmanager
    def changing(self, why: str) -> Iterator[None]:
        """One transaction whose journal entries say `why`."""
        with self.database.transaction():
            before, self.author = self.author, Author(self.author.who, why)
            try:
                yield
            finally:
                self.author = before

    def close(self) -> None:
        """Let the file go."""
        self.database.close()


class OpenRows(MutableMapping[str, dict[str, Any]]):
    """A table's documents while an updater works on them: read on demand, written where they changed."""

    def __init__(self, storage: RowStorage, kind: str) -> None:
        self._storage = storage
        self._kind = kind
        self._given: dict[str, tuple[dict[str, Any], str]] = {}

    def __getitem__(self, id: str) -> dict[str, Any]:
        if id not in self._given:
            row = self._storage.rows.read(self._kind, id)
            if row is None:
                raise KeyError(id)
            self._given[id] = cast(dict[str, Any], row.data), json.dumps(row.data)
        return self._given[id][0]

    def __setitem__(self, id: str, document: Mapping[str, Any]) -> None:
        self._given.pop(id, None)
        row = self._storage.rows.read(self._kind, id)
        self._write(id, None if row is None else row.data, dict(document))

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise KeyError(id)
        self._given.pop(id, None)
        self._storage.rows.mark(self._kind, id, "remove", self._storage.author)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._storage.rows.stamp(self._kind, id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._storage.rows.ids(self._kind))

    def __len__(self) -> int:
        return len(self._storage.rows.ids(self._kind))

    def write_what_changed(self) -> None:
        """Keep the documents that were changed in place since they were given out."""
        for id, (document, was) in self._given.items():
            self._write(id, json.loads(was), document)

    def _write(self, id: str, before: Data | None, after: Data) -> None:
        self._storage.rows.write(self._kind, id, before, after, self._storage.author)


class _NoCache(LRUCache[K, V]):
    """A query cache that keeps nothing: another program may have changed the answer."""

    def set(self, key: K, value: V) -> None:
        """Forget it."""


class RowTable(Table):
    """TinyDB's table with one row a document."""

    document_id_class = str  # type: ignore[assignment]
    query_cache_class = _NoCache
    _storage: RowStorage

    def record(self, id: str) -> Record | None:
        """A document with its revision and who changed it last."""
        return self._storage.rows.read(self.name, id)

    def heads(self, *, removed: bool = False) -> tuple[Record, ...]:
        """The heads of all documents (or of the removed ones); the documents themselves are not read."""
        return self._storage.rows.heads(self.name, removed=removed)

    def under(self, prefix: str) -> tuple[Record, ...]:
        """The documents whose id begins with `prefix`, with their revisions."""
        return self._storage.rows.under(self.name, prefix)

    def replace(self, before: Record, after: Data) -> Record:
        """Keep `after` where the document is still at `before`'s revision; Conflict where it is not."""
        with self._storage.changing(self._storage.author.why):
            found = self._storage.rows.stamp(self.name, before.id)
            if found is None:
                raise NotFound(self.name, before.id)
            if found != before.revision:
                newest = self.record(before.id)
                assert newest is not None
                raise Conflict(after, newest)
            written = self._storage.rows.write(self.name, before.id, before.data, after, self._storage.author)
            return written or before

    def bring_back(self, id: str) -> None:
        """Undo the removal of a document; NotFound where none of this id was removed."""
        with self._storage.changing(self._storage.author.why):
            if self._storage.rows.stamp(self.name, id, removed=True) is None:
                raise NotFound(self.name, id)
            self._storage.rows.mark(self.name, id, "restore", self._storage.author)

    def insert(self, document: Mapping[str, Any]) -> int:
        """As TinyDB's; the id is drawn and used in one transaction."""
        with self._storage.changing(self._storage.author.why or "insert"):
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """As TinyDB's, all documents in one transaction."""
        with self._storage.changing(self._storage.author.why or "insert"):
            return super().insert_multiple(documents)

    def _get_next_id(self) -> str:
        return str(self._storage.rows.next_number(self.name))

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        # TinyDB wants a dict but only reads from it; this mapping loads what is asked for.
        return cast(dict[str, Mapping[str, Any]], ReadRows(self._storage, self.name))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._storage.changing(self._storage.author.why):
            rows = OpenRows(self._storage, self.name)
            updater(cast(dict[int, Mapping[str, Any]], rows))
            rows.write_what_changed()


class ReadRows(Mapping[str, Data]):
    """A table's documents for reading: one by id, or all in one query."""

    def __init__(self, storage: RowStorage, kind: str) -> None:
        self._rows = storage.rows
        self._kind = kind

    def __getitem__(self, id: str) -> Data:
        row = self._rows.read(self._kind, id)
        if row is None:
            raise KeyError(id)
        return row.data

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.ids(self._kind))

    def __len__(self) -> int:
        return len(self._rows.ids(self._kind))

    def items(self) -> Any:
        """Ids and documents of one committed state."""
        return [(row.id, row.data) for row in self._rows.every(self._kind)]


class Documents(TinyDB):
    """`TinyDB` whose tables are `RowTable`s: `Documents(database, heads, who)`."""

    table_class = RowTable
    default_storage_class = RowStorage  # type: ignore[assignment]
