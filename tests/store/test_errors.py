"""Every error of the store has words in both languages that say what happened to the work."""

from __future__ import annotations

import sqlite3
import string
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.findings import Finding, Severity
from planner.store import database, errors
from planner.store.backup import Backup, Rescued
from planner.store.rows import Record
from planner.store.workspace import Workspace
from planner.text import describe, pairs, set_language
from tests.store.writers import edited, plan_of

FILE = Path("工作区.db")
BACKUP = Backup(FILE, date(2027, 3, 1), datetime(2027, 3, 1), 1)
EVERY = [
    errors.NotFound("plan", "p1"),
    errors.Duplicate("plan", "p1"),
    errors.Conflict({}, Record("plan", "p1", 3, datetime.now(UTC), "王", {})),
    errors.Overtaken("mine", "theirs", "王", datetime.now(UTC)),
    errors.Refusal(Finding("process.is_final", Severity.ERROR)),
    errors.BadValue(("tasks", "k1")),
    errors.Missing(FILE),
    errors.Damaged(FILE, "0 bytes"),
    errors.Foreign(FILE),
    errors.TooNew(FILE, 2, 1),
    errors.NetworkShare(FILE, "nfs"),
    errors.Busy(FILE),
    errors.Full(FILE),
    errors.ReadOnly(FILE),
    errors.Unreachable(FILE),
    errors.BrokenDisk(FILE),
    errors.Closed(FILE),
]


@pytest.fixture(autouse=True)
def _language_as_before() -> Iterator[None]:
    yield
    set_language("zh")


def test_the_list_above_is_whole() -> None:
    assert {type(error) for error in EVERY} == set(errors.StoreError.__subclasses__())


@pytest.mark.parametrize("error", EVERY, ids=lambda error: error.code)
def test_an_error_says_itself_in_both_languages(error: errors.StoreError) -> None:
    finding = error.finding()
    for language in ("zh", "en"):
        set_language(language)  # type: ignore[arg-type]
        words = describe(finding)
        assert "{" not in words
        assert words != describe(errors.StoreError().finding())


@pytest.mark.parametrize(
    "rescued",
    [Rescued(FILE, BACKUP), Rescued(FILE, None), Rescued(None, BACKUP)],
    ids=["restored", "set aside", "was gone"],
)
def test_a_rescue_says_what_it_did(rescued: Rescued) -> None:
    words = describe(rescued.finding())
    assert ("2027-03-01" in words) == (rescued.restored is not None)
    assert (str(FILE) in words) == (rescued.set_aside is not None)


def test_both_languages_fill_the_same_arguments() -> None:
    for key, (chinese, english) in pairs().items():
        if key.startswith("store."):
            assert names_in(chinese) == names_in(english), key


def names_in(words: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(words)} - {None}


def test_another_program_holding_the_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.05)
    with Workspace.open(tmp_path) as workspace:
        kept = workspace.add(plan_of(0))
        other = sqlite3.connect(workspace.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.Busy):
            workspace.save(edited(kept.plan, 1), kept.revision, "edit")
        assert workspace.plan("p0") == kept
        other.execute("ROLLBACK")
        other.close()
        assert workspace.save(edited(kept.plan, 1), kept.revision, "edit").plan == edited(kept.plan, 1)


def test_a_writer_waits_for_another_one_and_then_goes_on(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "a.db") as workspace:
        kept = workspace.add(plan_of(0))
        other = database.Database(workspace.path)
        done = threading.Event()

        def save() -> None:
            workspace.save(edited(kept.plan, 1), kept.revision, "edit")
            done.set()

        with other.transaction():
            waiting = threading.Thread(target=save)
            waiting.start()
            assert not done.wait(0.1)
        waiting.join()
        assert done.is_set()
        other.close()
