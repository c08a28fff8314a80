"""What every repository promises. A second implementation is one more line in IMPLEMENTATIONS."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from tinydb import TinyDB

from planner.merging import ABSENT
from planner.store.database import create
from planner.store.errors import BadValue, Closed, Conflict, Duplicate, NotFound
from planner.store.repository import Repository, TinyRepository

Open = Callable[[str], Repository]
HEADS = {"plan": lambda data: {"title": data["title"]}}
PLAN = {"title": "安全生产要点", "year": 2027, "tasks": {"k1": {"title": "排查"}, "k2": {"title": "演练"}}}


def _tiny(folder: Path) -> Open:
    create(folder / "a.db")
    return lambda who: TinyRepository(folder / "a.db", HEADS, who=who)


IMPLEMENTATIONS = {"TinyDB on SQLite": _tiny}


@pytest.fixture(params=IMPLEMENTATIONS)
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens the same kept data again and again, under a name."""
    return IMPLEMENTATIONS[request.param](tmp_path)


@pytest.fixture
def repository(opening: Open) -> Iterator[Repository]:
    with closing(opening("王")) as opened:
        yield opened


def with_title(id: str, title: str) -> dict[str, object]:
    tasks: dict[str, dict[str, str]] = {"k1": {"title": "排查"}, "k2": {"title": "演练"}}
    return {**PLAN, "tasks": {**tasks, id: {"title": title}}}


def test_what_was_added_is_there_again_after_opening_anew(repository: Repository, opening: Open) -> None:
    added = repository.add("plan", "p1", PLAN, "add")
    repository.close()
    with closing(opening("李")) as again:
        found = again.get("plan", "p1")
        assert (found.data, found.revision, found.by) == (PLAN, added.revision, "王")


def test_an_id_is_taken_once(repository: Repository) -> None:
    repository.add("plan", "p1", PLAN, "add")
    with pytest.raises(Duplicate):
        repository.add("plan", "p1", {**PLAN, "title": "另一份"}, "add")
    assert repository.get("plan", "p1").data == PLAN


def test_kinds_do_not_meet(repository: Repository) -> None:
    repository.add("plan", "x", PLAN, "add")
    repository.add("roster", "x", {"name": "名册"}, "add")
    assert repository.get("roster", "x").data == {"name": "名册"}
    assert len(repository.list("plan")) == 1


def test_a_put_makes_a_new_revision(repository: Repository) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    second = repository.put(first, with_title("k1", "检查"), "edit")
    assert second.revision > first.revision
    assert repository.get("plan", "p1").data == with_title("k1", "检查")


def test_the_revision_of_a_document_is_told_without_it(repository: Repository) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    second = repository.put(first, with_title("k1", "检查"), "edit")
    assert repository.revision_of("plan", "p1") == second.revision
    repository.delete("plan", "p1", "delete")
    for id in ("p1", "p2"):
        with pytest.raises(NotFound):
            repository.revision_of("plan", id)


def test_a_put_of_the_same_makes_none(repository: Repository) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    assert repository.put(first, json.loads(json.dumps(PLAN)), "edit").revision == first.revision
    assert len(repository.journal("plan", "p1")) == 1


def test_a_put_against_an_old_revision_is_a_conflict_with_both_sides(
    repository: Repository, opening: Open
) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    with closing(opening("李")) as other:
        other.put(other.get("plan", "p1"), with_title("k1", "他的"), "edit")
    with pytest.raises(Conflict) as caught:
        repository.put(first, with_title("k1", "我的"), "edit")
    assert caught.value.mine == with_title("k1", "我的")
    assert (caught.value.theirs.data, caught.value.theirs.by) == (with_title("k1", "他的"), "李")
    assert repository.get("plan", "p1").data == with_title("k1", "他的")


def test_a_put_to_a_removed_document_is_not_found(repository: Repository) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    repository.delete("plan", "p1", "delete")
    with pytest.raises(NotFound):
        repository.put(first, with_title("k1", "我的"), "edit")


def test_an_edit_works_on_the_newest(repository: Repository, opening: Open) -> None:
    repository.add("count", "c", {"n": 1}, "add")
    with closing(opening("李")) as other:
        other.edit("count", "c", _plus_one, "count")
    assert repository.edit("count", "c", _plus_one, "count").data == {"n": 3}


def test_an_edit_may_begin_a_document(repository: Repository) -> None:
    assert repository.edit("count", "c", _plus_one, "count", start={"n": 0}).data == {"n": 1}
    with pytest.raises(NotFound):
        repository.edit("count", "d", _plus_one, "count")


def test_an_edit_that_begins_a_document_enters_what_it_changed(repository: Repository) -> None:
    repository.edit("count", "c", _plus_one, "count", start={"n": 0})
    changed, begun = repository.journal("count", "c")
    assert (begun.what, changed.path, changed.old, changed.new) == ("add", ("n",), 0, 1)


def test_what_runs_together_happens_whole_or_not_at_all(repository: Repository, opening: Open) -> None:
    def work() -> int:
        repository.add("plan", "p1", PLAN, "add")
        return int(str(repository.edit("count", "c", _plus_one, "count", start={"n": 0}).data["n"]))

    def half() -> None:
        repository.delete("plan", "p1", "delete")
        repository.edit("count", "c", _plus_one, "count")
        raise ZeroDivisionError

    assert repository.run(work) == 1
    with pytest.raises(ZeroDivisionError):
        repository.run(half)
    with closing(opening("李")) as other:
        assert other.get("plan", "p1").data == PLAN
        assert other.get("count", "c").data == {"n": 1}
        assert [line.what for line in other.journal("plan", "p1")] == ["add"]


def test_documents_are_found_by_how_their_ids_begin(repository: Repository) -> None:
    for id in ("a/1", "a/2", "a", "ab/1", "b/1", "a/中", "a/\U0010fffe"):
        repository.add("sheet", id, {"id": id}, "add")
    repository.delete("sheet", "a/2", "delete")
    assert [record.id for record in repository.under("sheet", "a/")] == ["a/1", "a/中", "a/\U0010fffe"]
    assert [record.data["id"] for record in repository.under("sheet", "ab")] == ["ab/1"]
    assert repository.under("plan", "a/") == ()


def test_the_journal_of_several_documents_is_one(repository: Repository) -> None:
    repository.add("sheet", "a/1", {"n": 1}, "add")
    repository.add("sheet", "b/1", {"n": 1}, "add")
    repository.add("sheet", "a/2", {"n": 1}, "add")
    repository.edit("sheet", "a/1", lambda _: {"n": 2}, "edit")
    lines = repository.journal_under("sheet", "a/", 10)
    assert [(line.id, line.what) for line in lines] == [("a/1", "change"), ("a/2", "add"), ("a/1", "add")]
    assert repository.journal_under("sheet", "a/", 1) == lines[:1]


def test_an_edit_that_fails_changes_nothing(repository: Repository) -> None:
    repository.add("count", "c", {"n": 1}, "add")

    def fail(data: Mapping[str, object]) -> Mapping[str, object]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        repository.edit("count", "c", fail, "count")
    assert repository.get("count", "c").data == {"n": 1}
    assert repository.edit("count", "c", _plus_one, "count").data == {"n": 2}


def test_a_list_has_heads_only(repository: Repository) -> None:
    added = repository.add("plan", "p1", PLAN, "add")
    (head,) = repository.list("plan")
    assert head.data == {"title": "安全生产要点"}
    assert (head.id, head.revision, head.by) == ("p1", added.revision, "王")


def test_find_gives_whole_documents(repository: Repository) -> None:
    repository.add("plan", "p1", PLAN, "add")
    repository.add("plan", "p2", {**PLAN, "year": 2026}, "add")
    assert [found.id for found in repository.find("plan", {"year": 2027})] == ["p1"]
    assert repository.find("plan", {"year": 2027})[0].data == PLAN


def test_what_is_given_out_is_a_copy(repository: Repository) -> None:
    repository.add("plan", "p1", PLAN, "add")
    got = repository.get("plan", "p1").data
    assert isinstance(got, dict)
    got["title"] = "改了"
    assert repository.get("plan", "p1").data == PLAN


def test_a_removed_document_can_be_brought_back(repository: Repository) -> None:
    repository.add("plan", "p1", PLAN, "add")
    repository.delete("plan", "p1", "delete")
    assert repository.list("plan") == ()
    assert [head.id for head in repository.list("plan", removed=True)] == ["p1"]
    with pytest.raises(NotFound):
        repository.get("plan", "p1")
    with pytest.raises(NotFound):
        repository.delete("plan", "p1", "delete")
    assert repository.restore("plan", "p1", "undo").data == PLAN
    with pytest.raises(NotFound):
        repository.restore("plan", "p1", "undo")
    assert repository.list("plan", removed=True) == ()
    assert repository.check() == ()


def test_the_journal_names_field_who_old_new_and_why(repository: Repository, opening: Open) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    with closing(opening("李")) as other:
        other.put(first, with_title("k1", "检查"), "rename")
    repository.delete("plan", "p1", "delete")
    repository.restore("plan", "p1", "undo")
    back, gone, changed, begun = repository.journal("plan", "p1")
    assert (changed.path, changed.old, changed.new) == (("tasks", "k1", "title"), "排查", "检查")
    assert (changed.by, changed.why, changed.what, changed.at.tzinfo is not None) == (
        "李",
        "rename",
        "change",
        True,
    )
    assert [entry.what for entry in (begun, gone, back)] == ["add", "remove", "restore"]
    assert (begun.path, begun.new) == ((), ABSENT)
    assert [entry.what for entry in repository.journal("plan", "p1", since=changed.revision)] == [
        "restore",
        "remove",
    ]


def test_every_older_revision_can_be_had(repository: Repository) -> None:
    record = repository.add("plan", "p1", PLAN, "add")
    seen = [record]
    for data in (with_title("k1", "检查"), with_title("k3", "新的"), PLAN, {"title": "空"}):
        record = repository.put(record, data, "edit")
        seen.append(record)
    for old in seen:
        assert repository.at("plan", "p1", old.revision).data == old.data
    with pytest.raises(NotFound):
        repository.at("plan", "p1", 0)
    with pytest.raises(NotFound):
        repository.at("plan", "p1", record.revision + 1)


def test_changes_tell_what_another_program_did(repository: Repository, opening: Open) -> None:
    repository.add("plan", "p1", PLAN, "add")
    repository.add("plan", "p2", PLAN, "add")
    seen = repository.revision()
    assert repository.changes(seen) == ()
    with closing(opening("李")) as other:
        other.put(other.get("plan", "p1"), with_title("k1", "检查"), "edit")
        other.delete("plan", "p2", "delete")
        other.put(other.get("plan", "p1"), with_title("k1", "再查"), "edit")
    told = [(change.id, change.removed) for change in repository.changes(seen)]
    assert told == [("p2", True), ("p1", False)]
    assert repository.changes(seen)[-1].revision == repository.revision()


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), "a\0b", "\ud800", 2**63, {1: "a"}, {"\0": 1}, [{"a": "\0"}], b"a", {1, 2}],
    ids=ascii,
)
def test_a_value_no_store_keeps_is_refused_with_its_place(repository: Repository, value: object) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    with pytest.raises(BadValue) as caught:
        repository.put(first, {**PLAN, "notes": {"a": value}}, "edit")
    assert caught.value.path[0] == "notes"
    with pytest.raises(BadValue):
        repository.add("plan", "p2", {**PLAN, "notes": value}, "add")
    assert repository.get("plan", "p1").data == PLAN
    assert [head.id for head in repository.list("plan")] == ["p1"]


@pytest.mark.parametrize(
    "value", [None, True, -(2**63), 0.1, "\u202e🚒\n", [], {}, [["a"], {"b": None}], '"\\'], ids=ascii
)
def test_everything_else_comes_back_as_it_was(repository: Repository, value: object) -> None:
    repository.add("thing", "t", {"v": value}, "add")
    assert repository.get("thing", "t").data == {"v": value}


def test_a_backup_is_the_whole_at_one_moment(repository: Repository, tmp_path: Path) -> None:
    first = repository.add("plan", "p1", PLAN, "add")
    repository.backup(tmp_path / "copies" / "copy.db")
    repository.put(first, with_title("k1", "后来"), "edit")
    with closing(TinyRepository(tmp_path / "copies" / "copy.db", HEADS)) as copy:
        assert copy.get("plan", "p1").data == PLAN
        assert copy.check() == ()
    assert [file.name for file in (tmp_path / "copies").iterdir() if ".new" in file.name] == []


def test_an_export_opens_in_tinydb_as_shipped(repository: Repository, tmp_path: Path) -> None:
    repository.add("plan", "p1", PLAN, "add")
    repository.export(tmp_path / "all.json")
    stock = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert stock == {"plan": {"p1": PLAN}}
    with TinyDB(tmp_path / "all.json", encoding="utf-8") as opened:
        assert opened.tables() == {"plan"}


def test_after_closing_there_is_a_clear_error(repository: Repository) -> None:
    repository.close()
    repository.close()
    with pytest.raises(Closed):
        repository.list("plan")


def _plus_one(data: Mapping[str, object]) -> Mapping[str, object]:
    return {"n": int(str(data["n"])) + 1}
