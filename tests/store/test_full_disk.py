"""A full disk is a typed error; what was acknowledged is intact, and work goes on once there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.store.errors import BrokenDisk, Full
from planner.store.repository import TinyRepository
from planner.store.workspace import Workspace
from tests.store.writers import edited, plan_of

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and mounts of POSIX systems")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "a.db", who="王") as opened:
        opened.rest()
        yield opened


def fill(workspace: Workspace, errors: tuple[type[Exception], ...]) -> int:
    """Add plans until the store refuses one; how many were acknowledged."""
    for number in range(5000):
        try:
            workspace.add(edited(plan_of(number), 399))
        except errors:
            return number
    raise AssertionError("the disk was never full")


def all_there(workspace: Workspace, count: int) -> None:
    assert len(workspace.plans()) == count
    assert all(workspace.plan(f"p{number}").plan == edited(plan_of(number), 399) for number in range(count))
    assert workspace.check() == ()


def test_a_database_that_may_not_grow(workspace: Workspace) -> None:
    repository = workspace._repository
    assert isinstance(repository, TinyRepository)
    limit = "PRAGMA max_page_count = 100"
    repository._database.read(limit)
    count = fill(workspace, (Full,))
    all_there(workspace, count)
    kept = workspace.plan("p0")
    longer = replace(kept.plan, preamble="全" * 200_000)
    with pytest.raises(Full):
        workspace.save(longer, kept.revision, "edit")
    assert workspace.plan("p0") == kept
    repository._database.read("PRAGMA max_page_count = 100000")
    workspace.add(plan_of(9999))
    assert workspace.check() == ()


def test_a_file_that_may_not_grow(workspace: Workspace) -> None:
    """The system refuses the write in the middle, as a quota does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
    try:
        count = fill(workspace, (Full, BrokenDisk))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert count > 10
    all_there(workspace, count)
    workspace.add(edited(plan_of(count), 399))
    all_there(workspace, count + 1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted by root only")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(300_000))
    with Workspace.open(small_disk / "a.db", who="王") as workspace:
        count = fill(workspace, (Full,))
        assert count > 10
        all_there(workspace, count)
    with Workspace.open(small_disk / "a.db", who="王") as workspace:
        all_there(workspace, count)
        ballast.unlink()
        shutil.rmtree(small_disk / "a-backups", ignore_errors=True)
        workspace.add(edited(plan_of(count), 399))
        all_there(workspace, count + 1)


def test_a_backup_that_does_not_fit_is_told_and_leaves_no_half(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1_000_000))
    workspace = Workspace.open(small_disk / "a.db", who="王")
    count = fill(workspace, (Full,))
    ballast.unlink()
    workspace._repository.rest()
    room = os.statvfs(small_disk)
    ballast.write_bytes(bytes(room.f_bavail * room.f_frsize - 100_000))
    assert [finding.code for finding in workspace.close()] == ["store.full", "store.no_backup"]
    assert list((small_disk / "a-backups").iterdir()) == []
    with Workspace.open(small_disk / "a.db", who="王") as workspace:
        all_there(workspace, count)
