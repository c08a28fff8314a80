"""kill -9 at any moment loses at most the edit in flight, and never the file.

Real processes, killed by the system at random moments of writing, flushing and writing the log back. The last
test is the control: TinyDB as shipped, under the same treatment, must be caught losing its data.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path

import pytest
from tinydb import TinyDB

from planner.plan import Plan
from planner.store.workspace import Workspace
from tests.store import writers
from tests.store.writers import Writer, plan_of, reported, start, turn_of

WORKSPACES = (1, 2, 3, 4)
"""Seeds of the chance; each has a workspace of its own, since its journal, which is checked whole after every
kill, grows with every edit of the writers."""
KILLS_ALONE = 25
KILLS_AT_ONCE = 12
KILLS_AT_BIRTH = 20
KILLS_OF_STOCK = 500
"""At most: one in thirty or so loses data, on some machines fewer."""

pytestmark = [
    pytest.mark.skipif(not writers.POSIX, reason="kill -9 is a matter of POSIX systems"),
    pytest.mark.xdist_group("kill"),
]


def killed(writer: Writer, after: float, *, writing: bool = True) -> list[int]:
    """Kill it `after` seconds from its start, or from its first report if `writing`; all it reported."""
    if writing:
        assert writer.reports.poll(30), "the writer never wrote"
    time.sleep(after)
    writer.process.kill()
    writer.process.join()
    assert writer.process.exitcode == -9
    return reported(writer)


def what_is_wrong(plan: Plan, acknowledged: int) -> str:
    """Empty where the plan holds every acknowledged turn whole, and at most the one in flight beyond."""
    last = turn_of(plan)
    if not acknowledged <= last <= acknowledged + 1:
        return f"acknowledged {acknowledged}, found {last}"
    expected = plan_of(int(plan.id[1:]))
    for turn in range(1, last + 1):
        expected = writers.edited(expected, turn)
    return "" if plan == expected else f"turn {last} is torn"


@pytest.mark.parametrize("seed", WORKSPACES)
def test_one_writer_killed_again_and_again(
    tmp_path: Path, record_property: Callable[[str, object], None], seed: int
) -> None:
    path, rng, acknowledged = tmp_path / "a.db", random.Random(seed), 0
    with Workspace.open(path) as workspace:
        workspace.add(plan_of(0))
    for kill in range(KILLS_ALONE):
        writer = start(writers.edit_for_ever, path, 0, acknowledged)
        # Every fourth one is killed while it opens the file and plays the log of the one killed before.
        found = killed(writer, rng.uniform(0, 0.02), writing=kill % 4 != 0)
        assert found == list(range(acknowledged + 1, acknowledged + 1 + len(found)))
        with Workspace.open(path) as workspace:
            plan = workspace.plan("p0").plan
            assert what_is_wrong(plan, acknowledged + len(found)) == "", f"kill {kill}"
            acknowledged = turn_of(plan)
            assert workspace.check() == ()
            entries = workspace.journal("p0")
            titles = [entry.new for entry in entries if entry.path[-1:] == ("title",)]
            assert titles == [str(turn) for turn in range(acknowledged, 0, -1)]
    record_property("kills", KILLS_ALONE)
    record_property("acknowledged edits, all found", acknowledged)


@pytest.mark.parametrize("seed", WORKSPACES)
def test_writers_killed_while_others_go_on(
    tmp_path: Path, record_property: Callable[[str, object], None], seed: int
) -> None:
    path, rng, count = tmp_path / "a.db", random.Random(seed), 4
    with Workspace.open(path) as workspace:
        for writer in range(count):
            workspace.add(plan_of(writer))
    acknowledged = [0] * count
    running = [start(writers.edit_for_ever, path, writer, 0) for writer in range(count)]

    def settle(writer: int, found: list[int]) -> None:
        with Workspace.open(path) as workspace:
            plan = workspace.plan(f"p{writer}").plan
        assert what_is_wrong(plan, found[-1]) == "", f"writer {writer}"
        acknowledged[writer] = turn_of(plan)

    for _ in range(KILLS_AT_ONCE):
        victim = rng.randrange(count)
        settle(victim, killed(running[victim], rng.uniform(0, 0.02)))
        running[victim] = start(writers.edit_for_ever, path, victim, acknowledged[victim])
    for writer, one in enumerate(running):
        settle(writer, killed(one, 0))
    with Workspace.open(path) as workspace:
        assert workspace.check() == ()
    record_property("kills", KILLS_AT_ONCE + count)
    record_property("acknowledged edits, all found", sum(acknowledged))


def test_killed_while_the_workspace_is_made(tmp_path: Path) -> None:
    rng = random.Random(3)
    for birth in range(KILLS_AT_BIRTH):
        path = tmp_path / f"{birth}.db"
        writer = start(writers.open_new, path)
        wait([writer.reports], rng.uniform(0, 0.03))
        writer.process.kill()
        writer.process.join()
        acknowledged = reported(writer)
        with Workspace.open(path) as workspace:
            assert workspace.check() == ()
            assert list(tmp_path.glob("*.new-*")) == []
            if acknowledged:
                assert workspace.plan("p0").plan == plan_of(0)


def test_the_control_is_caught(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    path, rng = tmp_path / "stock.json", random.Random(4)
    kills, lost = 0, False
    while kills < KILLS_OF_STOCK and not lost:
        with TinyDB(path, encoding="utf-8") as db:
            db.truncate()
            db.insert({"turn": 0, "text": ""})
        acknowledged = killed(start(writers.stock_edit_for_ever, path, 0, 0), rng.uniform(0, 0.02))[-1]
        kills += 1
        lost = not acknowledged <= stock_turn(path) <= acknowledged + 1
        path.unlink()
    assert lost, "TinyDB as shipped survived all kills: these tests would not see a loss"
    record_property("kills until stock TinyDB lost its data", kills)


def stock_turn(path: Path) -> int:
    """The turn that TinyDB as shipped finds in its file; -1 where it cannot read it."""
    try:
        with TinyDB(path, encoding="utf-8") as db:
            turn: int = db.all()[0]["turn"]
            return turn
    except (json.JSONDecodeError, UnicodeDecodeError, IndexError):
        return -1
