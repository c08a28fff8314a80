"""One task edited and saved with 800 plans in the workspace, beside stock TinyDB and bare sqlite3.

All three return when the edit is safe on the disk (fsync). The edit of a plan that is open on the screen is
the figure that counts; the edit of a plan that must first be read stands beside it. Ours also writes the
journal, the summary and the checksums; the others write the document only.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from tinydb import TinyDB

from planner.plan import Due, Duty, Measure, Plan, Recurrence, Section, Target, Task
from planner.store.plans import encoded
from planner.store.workspace import Workspace
from tests.benchmarks.rows import Aim, Row, table
from tests.store.writers import edit_for_ever, plan_of, reported, start

PLANS = 800
TASKS = 45
EDITS = 60
ROUNDS = 5
_OFFICES = ["应急管理局", "公安局", "住房和城乡建设局", "交通运输局", "市场监督管理局", "教育局", "水利局"]
_WORDS = [
    *("全面压实安全生产责任", "开展重点行业领域专项整治", "建立隐患排查台账", "组织应急演练"),
    *("督促企业落实主体责任", "完善乡镇应急预案", "加强汛期值班值守", "推进危险化学品集中治理"),
    *("开展入户宣传", "整改重大事故隐患", "落实挂牌督办制度"),
]


def make_plan(number: int, rng: random.Random, tasks: int = TASKS) -> Plan:
    """A plan of about the size of a real one (25 kB of text)."""
    sections = tuple(Section(f"s{index}", rng.choice(_WORDS), index * 1000) for index in range(6))
    return Plan(
        id=f"p{number:05}",
        title=f"临江县{2000 + number % 40}年安全生产工作要点",
        year=2000 + number % 40,
        issuer="临江县安全生产委员会办公室",
        field="安全生产",
        preamble="，".join(rng.choices(_WORDS, k=12)),
        sections=sections,
        tasks=tuple(_task(index, rng.choice(sections).id, rng) for index in range(tasks)),
    )


def _task(index: int, section: str, rng: random.Random) -> Task:
    measures = tuple(
        Measure(
            id=f"m{index}x{place}",
            text="，".join(rng.choices(_WORDS, k=5)) + "。",
            order=place * 1000,
            duty=Duty(lead=(rng.choice(_OFFICES),), support=tuple(rng.sample(_OFFICES, 3))),
            targets=(Target("整改率达到98%以上"),),
            dues=(Due("9月底前", date(2027, 9, 30)),),
            recurrences=(Recurrence("每季度召开一次", "FREQ=MONTHLY;INTERVAL=3"),),
        )
        for place in range(1 + index % 2)
    )
    return Task(f"t{index}", section, "，".join(rng.sample(_WORDS, 2)), index * 1000, measures)


def measure() -> list[Row]:
    """All figures, ours and the peers' taken in turns in one run; medians."""
    rng = random.Random(7)
    plans = [make_plan(number, rng) for number in range(PLANS)]
    with tempfile.TemporaryDirectory(dir=os.environ.get("PLANNER_BENCH_DIR")) as folder:
        with _ours(Path(folder), plans) as ours, _bare(Path(folder), plans) as bare:
            times: dict[str, list[float]] = {}
            for turn in range(ROUNDS * EDITS):
                for name, edit in {**ours, **bare}.items():
                    times.setdefault(name, []).append(_timed(edit, plans[1 + turn % 40], turn))
        opening, listing = _opening_and_listing(Path(folder))
        crowd = _among_others(Path(folder), plans[0])
        stock = _stock(Path(folder), plans)
        ours_peak = _peak(_OURS_IN_MEMORY, Path(folder) / "ours.db")
        stock_peak = _peak(_STOCK_IN_MEMORY, Path(folder) / "stock.json")
    middle = {name: statistics.median(found) for name, found in times.items()}
    late = statistics.quantiles(times["open"], n=100)[94]
    return [
        Row(
            "edit one task",
            middle["open"],
            "bare sqlite3",
            middle["bare open"],
            "ms",
            Aim(1.5, True),
        ),
        Row("edit one task, p95", late, unit="ms", aim=Aim(16)),
        Row("edit one task, plan read first", middle["read"], "bare sqlite3", middle["bare read"], "ms"),
        Row("edit one task", middle["open"], "stock TinyDB", stock, "ms"),
        Row("edit one task while three others write flat out, p95", crowd, unit="ms", aim=Aim(50)),
        Row("open the workspace, the file checked", opening, unit="ms"),
        Row("list 800 plans", listing, unit="ms", aim=Aim(16)),
        Row("peak memory: list 800 plans, save one", ours_peak, "stock TinyDB", stock_peak, "MB"),
    ]


@contextmanager
def _ours(folder: Path, plans: list[Plan]) -> Iterator[dict[str, Callable[[Plan, int], None]]]:
    with Workspace.open(folder / "ours.db", who="bench") as workspace:
        for plan in plans:
            workspace.add(plan)
        workspace.rest()
        on_screen = workspace.plan(plans[0].id)

        def edit_open(_: Plan, turn: int) -> None:
            nonlocal on_screen
            plan = on_screen.plan.with_task(_edited(on_screen.plan.tasks[turn % TASKS], turn))
            on_screen = workspace.save(plan, on_screen.revision, "edit")

        def edit_read(plan: Plan, turn: int) -> None:
            kept = workspace.plan(plan.id)
            task = _edited(kept.plan.tasks[turn % TASKS], turn)
            workspace.save(kept.plan.with_task(task), kept.revision, "edit")

        # Plans 1 to 40 take turns in `edit_read`, more than the workspace remembers.
        yield {"open": edit_open, "read": edit_read}


@contextmanager
def _bare(folder: Path, plans: list[Plan]) -> Iterator[dict[str, Callable[[Plan, int], None]]]:
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE doc (id TEXT PRIMARY KEY, body TEXT)")
    bodies = [(plan.id, _text(encoded(plan))) for plan in plans]
    connection.executemany("INSERT INTO doc VALUES (?, ?)", bodies)
    on_screen = json.loads(bodies[0][1])

    def write(id: str, data: dict[str, dict[str, dict[str, str]]], turn: int) -> None:
        data["tasks"][f"t{turn % TASKS}"]["title"] = _title(turn)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE doc SET body = ? WHERE id = ?", (_text(data), id))
        connection.execute("COMMIT")

    def edit_open(_: Plan, turn: int) -> None:
        write(plans[0].id, on_screen, turn)

    def edit_read(plan: Plan, turn: int) -> None:
        ((body,),) = connection.execute("SELECT body FROM doc WHERE id = ?", (plan.id,)).fetchall()
        write(plan.id, json.loads(body), turn)

    yield {"bare open": edit_open, "bare read": edit_read}
    connection.close()


def _stock(folder: Path, plans: list[Plan], edits: int = 5) -> float:
    with TinyDB(folder / "stock.json", encoding="utf-8", ensure_ascii=False) as stock:
        ids = stock.insert_multiple([dict(encoded(plan)) for plan in plans])

        def edit(_: Plan, turn: int) -> None:
            def change(data: dict[str, dict[str, dict[str, str]]]) -> None:
                data["tasks"][f"t{turn % TASKS}"]["title"] = _title(turn)

            stock.update(change, doc_ids=[ids[turn]])

        return statistics.median(_timed(edit, plans[0], turn) for turn in range(edits))


def _opening_and_listing(folder: Path) -> tuple[float, float]:
    opening, listing = [], []
    for _ in range(9):
        begin = time.perf_counter()
        with Workspace.open(folder / "ours.db", who="bench") as workspace:
            opening.append((time.perf_counter() - begin) * 1000)
            listing.append(_timed(lambda *_: workspace.plans(), None, 0))
    return statistics.median(opening), statistics.median(listing)


def _among_others(folder: Path, plan: Plan, edits: int = 200) -> float:
    path = folder / "ours.db"
    with Workspace.open(path, who="bench") as workspace:
        for writer in range(3):
            workspace.add(plan_of(writer))
    others = [start(edit_for_ever, path, writer, 0) for writer in range(3)]
    try:
        for other in others:
            other.reports.poll(30)
            # Without a reader the writers would stop when their pipes are full.
            threading.Thread(target=reported, args=(other,), daemon=True).start()
        with Workspace.open(path, who="bench") as workspace:
            kept = workspace.plan(plan.id)
            times = []
            for turn in range(edits):
                time.sleep(0.01)
                begin = time.perf_counter()
                wanted = kept.plan.with_task(_edited(kept.plan.tasks[turn % TASKS], turn + 10_000))
                kept = workspace.save(wanted, kept.revision, "edit")
                times.append((time.perf_counter() - begin) * 1000)
    finally:
        for other in others:
            other.process.kill()
            other.process.join()
    return statistics.quantiles(times, n=100)[94]


_OURS_IN_MEMORY = """
from planner.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    plan, revision = workspace.plan(workspace.plans()[0].id)
    workspace.save(replace(plan, title="x"), revision, "edit")
    print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
_STOCK_IN_MEMORY = """
from tinydb import TinyDB
with TinyDB(sys.argv[1], encoding="utf-8", ensure_ascii=False) as db:
    plan = max(db.all(), key=lambda plan: plan["year"])
    db.update({"title": "x"}, doc_ids=[plan.doc_id])
    print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def _peak(script: str, path: Path) -> float:
    """Megabytes that a fresh Python had at most, itself and the imports included (Linux only)."""
    script = "import re, sys\nfrom dataclasses import replace\nfrom pathlib import Path\n" + script
    command = [sys.executable, "-c", script, str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 1024


def _timed(work: Callable[..., object], plan: Plan | None, turn: int) -> float:
    start = time.perf_counter()
    work(plan, turn)
    return (time.perf_counter() - start) * 1000


def _edited(task: Task, turn: int) -> Task:
    return replace(task, title=_title(turn))


def _title(turn: int) -> str:
    return f"开展第{turn}次隐患排查并建立台账"


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


if __name__ == "__main__":
    print(table(measure()))
