"""Documents as rows: JSON with a checksum, a head for lists, a revision, and the journal of every change.

`revision` is one number for each change of the whole file: a document's version, the feed of changes and the
answer to "anything new?" at once. A removed document stays as a row that says so, its content kept.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal, TypeAlias, cast

from planner.merging import ABSENT, Difference, differences
from planner.store.database import Database, Line, Value
from planner.store.errors import BadValue, Damaged

Data: TypeAlias = Mapping[str, object]
HeadOf: TypeAlias = Callable[[Data], Data]
What: TypeAlias = Literal["add", "change", "remove", "restore"]


class Written(dict[str, object]):
    """A document with its JSON text, for a maker who can tell the text cheaply and changes neither later."""

    __slots__ = ("text",)

    def __init__(self, data: Data, text: str) -> None:
        super().__init__(data)
        self.text = text


@dataclass(frozen=True, slots=True)
class Record:
    """A kept document. In a list `data` is its head only; `at` and `by` tell of its last change."""

    kind: str
    id: str
    revision: int
    at: datetime
    by: str
    data: Data


@dataclass(frozen=True, slots=True)
class Change:
    """That a document changed, as told by `changes(since)`; a removed one is told too."""

    revision: int
    kind: str
    id: str
    removed: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: who changed which field of which document, when and why.

    `why` is the name of the act ("assign"). A document's beginning, removal and return have an empty path and
    no values.
    """

    revision: int
    at: datetime
    by: str
    why: str
    what: What
    kind: str
    id: str
    path: tuple[str, ...]
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, and why."""

    who: str = ""
    why: str = ""


class Rows:
    """The rows of one database. `heads` says for a kind of document what its lists show."""

    def __init__(self, database: Database, heads: Mapping[str, HeadOf]) -> None:
        self.database = database
        self._heads = heads

    def read(self, kind: str, id: str, *, removed: bool = False) -> Record | None:
        """The newest committed document; a removed one only when asked for it."""
        query = f"SELECT {_WHOLE} FROM doc WHERE kind = ? AND id = ? AND removed = ?"
        lines = self.database.read(query, (kind, id, int(removed)))
        return self._record(kind, lines[0]) if lines else None

    def stamp(self, kind: str, id: str, *, removed: bool = False) -> int | None:
        """The revision of the newest committed document, None where there is none."""
        query = "SELECT revision FROM doc WHERE kind = ? AND id = ? AND removed = ?"
        lines = self.database.read(query, (kind, id, int(removed)))
        return _whole(lines[0][0]) if lines else None

    def every(self, kind: str) -> Iterator[Record]:
        """All documents of a kind, whole, in the order of their ids."""
        lines = self.database.read(f"SELECT {_WHOLE} FROM doc WHERE kind = ? AND removed = 0", (kind,))
        return (self._record(kind, line) for line in lines)

    def under(self, kind: str, prefix: str) -> tuple[Record, ...]:
        """All documents of a kind whose id begins with `prefix`, whole, in the order of their ids."""
        query = f"SELECT {_WHOLE} FROM doc WHERE kind = ? AND id >= ? AND id < ? AND removed = 0 ORDER BY id"
        lines = self.database.read(query, (kind, prefix, prefix + _LAST))
        return tuple(self._record(kind, line) for line in lines)

    def heads(self, kind: str, *, removed: bool = False) -> tuple[Record, ...]:
        """The heads of all documents of a kind; the documents themselves are not read."""
        query = f"SELECT {_HEAD} FROM doc WHERE kind = ? AND removed = ?"
        lines = self.database.read(query, (kind, int(removed)))
        return tuple(self._head_record(kind, line) for line in lines)

    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there is a document."""
        lines = self.database.read("SELECT DISTINCT kind FROM doc WHERE removed = 0")
        return tuple(str(kind) for (kind,) in lines)

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of all documents of a kind."""
        lines = self.database.read("SELECT id FROM doc WHERE kind = ? AND removed = 0 ORDER BY id", (kind,))
        return tuple(str(id) for (id,) in lines)

    def next_number(self, kind: str) -> int:
        """One more than the largest id that is a number, removed ones included: no number is used twice."""
        query = "SELECT coalesce(max(CAST(id AS INTEGER)), 0) + 1 FROM doc WHERE kind = ?"
        return _number(self.database.read(query, (kind,)))

    def revision(self) -> int:
        """The number of the newest change of the whole file; 0 in an empty one."""
        return _number(self.database.read("SELECT coalesce(max(revision), 0) FROM doc"))

    def changes(self, since: int) -> tuple[Change, ...]:
        """Every document changed after revision `since`, in the order of the changes, each once."""
        lines = self.database.read(
            "SELECT revision, kind, id, removed FROM doc WHERE revision > ? ORDER BY revision", (since,)
        )
        return tuple(
            Change(_whole(revision), str(kind), str(id), bool(removed))
            for revision, kind, id, removed in lines
        )

    def write(self, kind: str, id: str, before: Data | None, after: Data, author: Author) -> Record | None:
        """Keep `after` where `before` was (None: nothing), and enter each difference; None if there is none.

        `before` must be the newest document; call it inside the transaction that has made sure of it.
        """
        nothing: Data = {}
        found = tuple(differences(nothing if before is None else before, after))
        if before is not None and not found:
            return None
        for one in found:
            check_value(one.new, one.path)
        head = json_text(self._heads.get(kind, _no_head)(after))
        body = after.text if isinstance(after, Written) else json_text(after)
        with self.database.transaction() as connection:
            revision, at = self.revision() + 1, _now()
            head_crc = _crc(kind, id, revision, at, author.who, 0, head)
            row = (revision, at, author.who, head, head_crc, _crc(kind, id, body), body, kind, id)
            connection.execute(_INSERT if before is None else _UPDATE, row)
            if before is None:
                self._enter(kind, id, revision, at, author, "add", _WHOLE_DOCUMENT)
            else:
                self._enter(kind, id, revision, at, author, "change", found)
        return Record(kind, id, revision, _time(at), author.who, after)

    def mark(self, kind: str, id: str, what: Literal["remove", "restore"], author: Author) -> None:
        """Remove a document or bring a removed one back."""
        removed = int(what == "remove")
        with self.database.transaction() as connection:
            revision, at = self.revision() + 1, _now()
            head = self.database.read("SELECT head FROM doc WHERE kind = ? AND id = ?", (kind, id))[0][0]
            head_crc = _crc(kind, id, revision, at, author.who, removed, head)
            connection.execute(
                "UPDATE doc SET revision = ?, at = ?, who = ?, removed = ?, head_crc = ?"
                " WHERE kind = ? AND id = ?",
                (revision, at, author.who, removed, head_crc, kind, id),
            )
            self._enter(kind, id, revision, at, author, what, _WHOLE_DOCUMENT)

    def journal(self, kind: str, id: str, *, since: int = 0) -> tuple[Entry, ...]:
        """What was done to a document after revision `since`, newest first; also to a removed one."""
        lines = self.database.read(
            "SELECT revision, n, at, who, why, what, path, old, new, crc FROM journal"
            " WHERE kind = ? AND id = ? AND revision > ? ORDER BY revision DESC, n DESC",
            (kind, id, since),
        )
        return tuple(self._entry(kind, id, line) for line in lines)

    def journal_under(self, kind: str, prefix: str, most: int) -> tuple[Entry, ...]:
        """The newest `most` lines of the documents whose id begins with `prefix`, newest first."""
        lines = self.database.read(
            "SELECT id, revision, n, at, who, why, what, path, old, new, crc FROM journal"
            " WHERE kind = ? AND id >= ? AND id < ? ORDER BY revision DESC, n DESC LIMIT ?",
            (kind, prefix, prefix + _LAST, most),
        )
        return tuple(self._entry(kind, str(id), line) for id, *line in lines)

    def problems(self) -> tuple[str, ...]:
        """Every document and journal whose checksum does not hold, by name; empty where all is well."""
        wrong: list[str] = []
        for kind, id, removed in self.database.read("SELECT kind, id, removed FROM doc"):
            try:
                # One at a time: others are served in between, and memory holds one document.
                self.read(str(kind), str(id), removed=bool(removed))
                self.journal(str(kind), str(id))
            except Damaged as error:
                wrong.append(str(error.arguments["detail"]))
        return tuple(wrong)

    def _enter(
        self,
        kind: str,
        id: str,
        revision: int,
        at: str,
        author: Author,
        what: What,
        found: tuple[Difference, ...],
    ) -> None:
        lines = []
        for n, one in enumerate(found):
            path, old, new = json_text(one.path), _json_or_null(one.old), _json_or_null(one.new)
            crc = _crc(kind, id, revision, n, at, author.who, author.why, what, path, old, new)
            lines.append((kind, id, revision, n, at, author.who, author.why, what, path, old, new, crc))
        with self.database.transaction() as connection:
            connection.executemany("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)

    def _entry(self, kind: str, id: str, line: Sequence[Value]) -> Entry:
        revision, n, at, who, why, what, path, old, new, crc = line
        if _crc(kind, id, revision, n, at, who, why, what, path, old, new) != crc:
            raise Damaged(self.database.path, f"journal {kind}/{id}/{revision}")
        place = tuple(json.loads(str(path)))
        was, now = (ABSENT if text is None else json.loads(str(text)) for text in (old, new))
        return Entry(
            _whole(revision), _time(at), str(who), str(why), cast(What, what), kind, id, place, was, now
        )

    def _record(self, kind: str, line: Line) -> Record:
        head = self._head_record(kind, line[:7])
        body, crc = line[7:]
        if _crc(kind, head.id, body) != crc:
            raise Damaged(self.database.path, f"{kind}/{head.id}")
        return replace(head, data=json.loads(str(body)))

    def _head_record(self, kind: str, line: Line) -> Record:
        id, revision, at, who, removed, head, crc = line
        if _crc(kind, id, revision, at, who, removed, head) != crc:
            raise Damaged(self.database.path, f"{kind}/{id}")
        return Record(kind, str(id), _whole(revision), _time(at), str(who), json.loads(str(head)))


_LAST = "\U0010ffff"
"""Sorts after every other character."""
_HEAD = "id, revision, at, who, removed, head, head_crc"
_WHOLE_DOCUMENT = (Difference((), ABSENT, ABSENT),)
_WHOLE = f"{_HEAD}, body, body_crc"
_INSERT = (
    "INSERT INTO doc (revision, at, who, head, head_crc, body_crc, body, kind, id, removed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (kind, id) DO UPDATE SET"
    " revision = excluded.revision, at = excluded.at, who = excluded.who, removed = 0, head = excluded.head,"
    " head_crc = excluded.head_crc, body_crc = excluded.body_crc, body = excluded.body"
)
_UPDATE = (
    "UPDATE doc SET revision = ?, at = ?, who = ?, head = ?, head_crc = ?, body_crc = ?, body = ?"
    " WHERE kind = ? AND id = ?"
)


def json_text(value: object) -> str:
    """The value as JSON, in the one way it is written here."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def check_value(value: object, place: tuple[str, ...]) -> None:
    """BadValue where JSON, SQLite and PostgreSQL would not all keep the value as it is."""
    match value:
        case bool() | None:
            return
        case str():
            if "\0" in value or not _encodable(value):
                raise BadValue(place)
        case int():
            if not -(2**63) <= value < 2**63:
                raise BadValue(place)
        case float():
            if not math.isfinite(value):
                raise BadValue(place)
        case Mapping():
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise BadValue((*place, str(key)))
                check_value(key, place)
                check_value(inner, (*place, key))
        case list() | tuple():
            for inner in value:
                check_value(inner, place)
        case _ if value is not ABSENT:
            raise BadValue(place)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_head(data: Data) -> Data:
    return {}


def _json_or_null(value: object) -> str | None:
    return None if value is ABSENT else json_text(value)


def _crc(*parts: Value) -> int:
    return zlib.crc32("\1".join("\0" if part is None else str(part) for part in parts).encode())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _time(text: Value) -> datetime:
    return datetime.fromisoformat(str(text))


def _number(lines: list[tuple[Value, ...]]) -> int:
    return _whole(lines[0][0])


def _whole(value: Value) -> int:
    assert isinstance(value, int)
    return value
