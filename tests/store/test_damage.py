"""A damaged file is a clear error; it is set aside untouched, and the last sound backup is brought back."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.store import backup, database, place
from planner.store.errors import (
    BrokenDisk,
    Damaged,
    Foreign,
    Missing,
    NetworkShare,
    ReadOnly,
    StoreError,
    TooNew,
    Unreachable,
)
from planner.store.workspace import Workspace
from planner.text import describe
from tests.store.writers import edited, plan_of

NOW = datetime(2027, 3, 1, 9, 30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed workspace with twelve plans and a backup of the day."""
    with Workspace.open(tmp_path / "a.db", who="王") as workspace:
        for number in range(12):
            workspace.add(edited(plan_of(number), 399))
    return tmp_path / "a.db"


def zeroed(data: bytes) -> bytes:
    return bytes(len(data))


def first_page_zeroed(data: bytes) -> bytes:
    return bytes(4096) + data[4096:]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "0 bytes": lambda data: b"",
    "cut to half": lambda data: data[: len(data) // 2],
    "cut to 100 bytes": lambda data: data[:100],
    "cut inside a page": lambda data: data[:-1000],
    "garbage": lambda data: random.Random(1).randbytes(len(data)),
    "zeros": zeroed,
    "first page zeros": first_page_zeroed,
    "zeros in the middle": lambda data: data[:8192] + bytes(16384) + data[24576:],
    "a text file": lambda data: "县安委办2027年工作要点".encode("gbk"),
    "a JSON file": lambda data: b'{"plan": {}}',
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_named_and_rescued(path: Path, damage: str) -> None:
    damaged = DAMAGES[damage](path.read_bytes())
    path.write_bytes(damaged)
    with pytest.raises(Damaged) as caught:
        _read_all(path)
    assert str(path) in describe(caught.value.finding())
    assert path.read_bytes() == damaged

    rescued = Workspace.rescue(path, now=NOW)
    assert rescued.set_aside == path.with_name("a.damaged-2027-03-01-093000.db")
    assert rescued.set_aside.read_bytes() == damaged
    assert rescued.restored is not None
    assert str(rescued.set_aside) in describe(rescued.finding())
    assert len(_read_all(path)) == 12


def test_every_flipped_byte_is_caught_or_harmless(path: Path, tmp_path: Path) -> None:
    sound, plans, rng = path.read_bytes(), _read_all(path), random.Random(5)
    copy, caught = tmp_path / "copy.db", 0
    for _ in range(150):
        place = rng.randrange(len(sound))
        copy.write_bytes(sound[:place] + bytes([sound[place] ^ (1 << rng.randrange(8))]) + sound[place + 1 :])
        try:
            assert _read_all(copy) == plans, f"byte {place}: changed without an error"
        except StoreError:
            caught += 1
    assert caught > 100, "most of the file is text; flips in it must be seen"


def test_a_text_changed_behind_our_back_is_caught(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE doc SET body = replace(body, '排查', '检查') WHERE id = 'p3'")
    connection.commit()
    connection.close()
    with Workspace.open(path) as workspace:
        assert workspace.plan("p2").plan == edited(plan_of(2), 399)
        with pytest.raises(Damaged) as caught:
            workspace.plan("p3")
        assert caught.value.arguments["detail"] == "plan/p3"
        assert workspace.check() == ("plan/p3",)


def test_damage_is_not_carried_into_the_backups(path: Path) -> None:
    (before,) = Workspace.backups_of(path)
    sound = before.path.read_bytes()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE doc SET body = replace(body, '排查', '检查') WHERE id = 'p3'")
    connection.commit()
    connection.close()
    workspace = Workspace.open(path)
    workspace.put_setting("language", "en")
    assert [finding.code for finding in workspace.close()] == ["store.damaged", "store.no_backup"]
    assert before.path.read_bytes() == sound


def test_rescue_takes_the_newest_sound_backup(path: Path) -> None:
    (today,) = Workspace.backups_of(path)
    older = today.path.with_name("2020-01-02.db")
    shutil.copyfile(today.path, older)
    today.path.write_bytes(today.path.read_bytes()[:9000])
    broken = today.path.read_bytes()
    path.write_bytes(b"")
    rescued = Workspace.rescue(path)
    assert rescued.restored is not None
    assert rescued.restored.day == date(2020, 1, 2)
    assert today.path.read_bytes() == broken
    assert len(_read_all(path)) == 12


def test_rescue_without_a_backup_leaves_room_for_a_new_workspace(path: Path) -> None:
    shutil.rmtree(backup.folder_of(path))
    path.write_bytes(b"x" * 5000)
    rescued = Workspace.rescue(path, now=NOW)
    assert rescued.restored is None
    assert rescued.finding().code == "store.rescued_without_backup"
    assert _read_all(path) == {}
    path.write_bytes(b"y")
    again = Workspace.rescue(path, now=NOW)
    assert again.set_aside is not None
    assert (again.set_aside.read_bytes(), again.set_aside.name) == (b"y", "a.damaged-2027-03-01-093000-2.db")


def test_the_log_is_set_aside_with_its_file(path: Path) -> None:
    Path(f"{path}-wal").write_bytes(b"log")
    path.write_bytes(b"x")
    rescued = Workspace.rescue(path, now=NOW)
    assert Path(f"{rescued.set_aside}-wal").read_bytes() == b"log"
    assert len(_read_all(path)) == 12


def test_a_vanished_file_is_not_silently_replaced_by_an_empty_one(path: Path) -> None:
    path.unlink()
    with pytest.raises(Missing):
        Workspace.open(path)
    assert not path.exists()
    assert Workspace.rescue(path).finding().code == "store.restored"
    assert len(_read_all(path)) == 12


def test_a_log_without_its_file_is_damage(tmp_path: Path) -> None:
    (tmp_path / "a.db-wal").write_bytes(b"log")
    with pytest.raises(Damaged):
        Workspace.open(tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    before = (tmp_path / "a.db").read_bytes()
    with pytest.raises(Foreign):
        Workspace.open(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before


def test_a_newer_version_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(TooNew) as caught:
        Workspace.open(path)
    assert caught.value.arguments == {"file": str(path), "found": 99, "known": database.SCHEMA_VERSION}


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "9p", "fuse.sshfs", "vboxsf"])
def test_a_network_share_is_refused(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    share = tmp_path / "共享 盘"
    share.mkdir()
    mounts = tmp_path / "mountinfo"
    escaped = str(share).replace(" ", "\\040")
    lines = ("22 1 0:1 / / rw - ext4 /dev/sda rw", f"23 22 0:2 / {escaped} rw shared:1 - {kind} host:/x rw")
    mounts.write_text("\n".join(lines))
    monkeypatch.setattr(place, "_MOUNTS", mounts)
    with pytest.raises(NetworkShare) as caught:
        Workspace.open(share / "a.db")
    assert caught.value.arguments["filesystem"] == kind
    assert list(share.iterdir()) == []
    Workspace.open(tmp_path / "local.db").close()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReadOnly):
        Workspace.open(tmp_path / "a.db")
    tmp_path.chmod(0o700)


def test_a_path_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unreachable):
        Workspace.open(tmp_path / "file" / "a.db")


def test_after_a_disk_error_the_file_is_checked_before_its_next_use(path: Path) -> None:
    def fail() -> None:
        with kept.transaction() as connection:
            connection.execute("DELETE FROM doc")
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            raise error

    with closing(database.Database(path)) as kept:
        pages = kept.read("SELECT count(*) FROM doc")
        with pytest.raises(BrokenDisk):
            fail()
        assert kept.read("SELECT count(*) FROM doc") == pages
        with pytest.raises(BrokenDisk):
            fail()
        with path.open("r+b") as file:
            file.seek(8192)
            file.write(bytes(16384))
        with pytest.raises(Damaged):
            kept.read("SELECT 1")


def test_a_file_that_was_replaced_is_opened_anew(path: Path) -> None:
    with Workspace.open(path) as workspace:
        kept = workspace.plan("p1")
        workspace.save(edited(kept.plan, 400), kept.revision, "edit")
        Workspace.rescue(path, now=NOW)
        assert workspace.plan("p1").plan == kept.plan
        workspace.put_setting("language", "en")
    with Workspace.open(path) as workspace:
        assert workspace.get_setting("language") == "en"
        assert workspace.check() == ()


def test_thirty_daily_backups_are_kept(path: Path) -> None:
    folder = backup.folder_of(path)
    for day in range(1, 32):
        (folder / f"2026-01-{day:02}.db").write_bytes(b"old")
    with Workspace.open(path) as workspace:
        workspace.put_setting("language", "en")
    kept = [one.day for one in Workspace.backups_of(path)]
    assert len(kept) == backup.KEEP
    assert kept[0] == datetime.now().date()
    assert kept[-1] == date(2026, 1, 3)


def test_the_backup_of_the_day_has_the_days_last_change(path: Path) -> None:
    with Workspace.open(path) as workspace:
        kept = workspace.plan("p1")
        workspace.save(replace(kept.plan, title="今天最后一改"), kept.revision, "edit")
    path.write_bytes(b"")
    Workspace.rescue(path)
    assert _read_all(path)["p1"].title == "今天最后一改"


def test_a_long_day_renews_its_backup_while_the_program_rests(path: Path) -> None:
    (today,) = Workspace.backups_of(path)
    with Workspace.open(path) as workspace:
        kept = workspace.plan("p1")
        workspace.save(replace(kept.plan, title="下午改的"), kept.revision, "edit")
        before = today.path.read_bytes()
        assert workspace.rest() == ()
        assert today.path.read_bytes() == before
        two_hours_ago = datetime.now().timestamp() - 7200
        os.utime(today.path, (two_hours_ago, two_hours_ago))
        assert workspace.rest() == ()
        assert today.path.read_bytes() != before
        renewed = today.path.stat().st_mtime
        os.utime(today.path, (two_hours_ago, two_hours_ago))
        assert workspace.rest() == ()
        assert today.path.stat().st_mtime < renewed


def _read_all(path: Path) -> dict[str, object]:
    workspace = Workspace.open(path)
    try:
        if problems := workspace.check():
            raise Damaged(path, problems[0])
        return {summary.id: workspace.plan(summary.id).plan for summary in workspace.plans()}
    finally:
        workspace._repository.close()
