"""TinyDB on our rows behaves as TinyDB, and where it differs it does so on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.operations import increment
from tinydb.table import Document

from planner.store.database import Database, create
from planner.store.documents import Documents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create(tmp_path / "a.db")
    return tmp_path / "a.db"


@pytest.fixture
def db(path: Path) -> Iterator[TinyDB]:
    with Documents(Database(path), {}, "王") as opened:
        yield opened


@pytest.fixture
def other(path: Path) -> Iterator[TinyDB]:
    with Documents(Database(path), {}, "李") as opened:
        yield opened


def test_the_verbs_of_a_table(db: TinyDB) -> None:
    table = db.table("units")
    table.insert({"name": "应急局", "n": 1})
    table.insert_multiple([{"name": "公安局", "n": 1}, {"name": "水利局", "n": 5}])
    assert table.count(where("n") == 1) == 2
    table.update(increment("n"), where("name") == "公安局")
    table.upsert({"name": "水利局", "n": 6}, where("name") == "水利局")
    table.upsert({"name": "教育局", "n": 0}, where("name") == "教育局")
    assert {unit["name"]: unit["n"] for unit in table} == {"应急局": 1, "公安局": 2, "水利局": 6, "教育局": 0}
    assert table.get(where("n") == 6) == {"name": "水利局", "n": 6}
    assert table.contains(where("name") == "教育局")
    table.remove(where("n") < 2)
    assert sorted(unit["name"] for unit in table.all()) == ["公安局", "水利局"]
    table.update({"done": True})
    assert table.count(where("done").exists()) == len(table) == 2
    table.truncate()
    assert table.all() == []


def test_an_id_of_a_removed_document_is_not_used_again(db: TinyDB) -> None:
    first = db.insert({"n": 1})
    db.remove(doc_ids=[first])
    assert db.insert({"n": 2}) != first


def test_a_search_sees_what_another_program_wrote(db: TinyDB, other: TinyDB) -> None:
    db.insert({"n": 1})
    assert db.search(where("n") == 1) != []
    other.update({"n": 2})
    assert db.search(where("n") == 1) == []


def test_two_programs_never_draw_the_same_id(db: TinyDB, other: TinyDB) -> None:
    ids = [*db.insert_multiple([{}, {}]), *other.insert_multiple([{}, {}]), db.insert({}), other.insert({})]
    assert len(set(ids)) == len(db) == 6


def test_an_updater_that_raises_leaves_nothing(db: TinyDB) -> None:
    db.insert_multiple([{"n": 1}, {"n": 2}])

    def halve(document: Document) -> None:
        document["n"] = 0
        document["m"] = 1 // (document["n"] - document.get("stop", 0))

    with pytest.raises(ZeroDivisionError):
        db.update(halve)
    assert [document["n"] for document in db] == [1, 2]


def test_every_change_through_tinydb_is_in_the_journal(db: TinyDB, path: Path) -> None:
    id = db.insert({"n": 1})
    db.update({"n": 2})
    db.remove(doc_ids=[id])
    entries = db.storage.rows.journal("_default", id)  # type: ignore[attr-defined]
    assert [(entry.what, entry.path, entry.by) for entry in entries] == [
        ("remove", (), "王"),
        ("change", ("n",), "王"),
        ("add", (), "王"),
    ]


def test_only_the_document_that_changed_is_written(db: TinyDB) -> None:
    ids = db.insert_multiple([{"n": n} for n in range(10)])
    rows = db.storage.rows  # type: ignore[attr-defined]
    before = rows.revision()
    db.update({"n": 3})
    assert {change.id for change in rows.changes(before)} == set(ids) - {ids[3]}


def test_the_whole_can_be_moved_from_and_to_tinydb_as_shipped(db: TinyDB, tmp_path: Path) -> None:
    db.table("units").insert_multiple([{"name": "应急局"}, {"name": "公安局"}])
    everything = db.storage.read()
    assert everything is not None
    with TinyDB(tmp_path / "stock.json", encoding="utf-8") as stock:
        stock.storage.write(everything)
        assert stock.table("units").get(doc_id=2) == {"name": "公安局"}
        db.drop_tables()
        assert db.tables() == set()
        back = stock.storage.read()
    assert back is not None
    db.storage.write(back)
    assert db.storage.read() == everything


def test_writes_are_flushed_before_they_return(path: Path) -> None:
    with closing(Database(path)) as database:
        assert database.read("PRAGMA journal_mode") == [("wal",)]
        assert database.read("PRAGMA synchronous") == [(2,)]
