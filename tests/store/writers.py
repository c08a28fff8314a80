"""Programs for the tests that run several at once and kill them: each is the body of one real process.

A writer reports through a pipe only after the store has acknowledged the write, so what the pipe holds when
the writer is dead is exactly what must be found again.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB

from planner.plan import Measure, Plan, Section, Task
from planner.store.repository import TinyRepository
from planner.store.workspace import Workspace

POSIX = sys.platform != "win32"


class Writer(NamedTuple):
    """A running process and the pipe it reports through."""

    process: BaseProcess
    reports: Connection


def start(work: Callable[..., None], *arguments: object) -> Writer:
    """Run `work(reports, *arguments)` in a process of its own; forked, so that a hundred take seconds."""
    context = multiprocessing.get_context("fork" if POSIX else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(theirs, *arguments))
    process.start()
    theirs.close()
    return Writer(process, ours)


def reported(writer: Writer) -> list[int]:
    """Everything that the writer, dead or done, has reported."""
    numbers: list[int] = []
    try:
        while True:
            numbers.append(int(writer.reports.recv_bytes()))
    except EOFError:
        return numbers


def plan_of(writer: int) -> Plan:
    """The plan that one writer edits: a task for each turn's title and one long text."""
    tasks = tuple(Task(f"t{index}", "s1", "0", index, (Measure(f"m{index}", ""),)) for index in range(4))
    return Plan(f"p{writer}", "工作要点", 2027, sections=(Section("s1", "一"),), tasks=tasks)


def edited(plan: Plan, turn: int) -> Plan:
    """Turn `turn` of a writer: the turn's number in a title, and a text that grows and shrinks."""
    task = plan.tasks[turn % len(plan.tasks)]
    text = "全面排查整治。" * (1 + turn * 211 % 400)
    return plan.with_task(replace(task, title=str(turn), measures=(Measure(task.measures[0].id, text),)))


def turn_of(plan: Plan) -> int:
    """The last turn that is in the plan."""
    return max(int(task.title) for task in plan.tasks)


def edit_for_ever(reports: Connection, path: Path, writer: int, begin: int) -> None:
    """Edit one plan until killed, through the workspace; now and then write the log back."""
    workspace = Workspace.open(path, who=f"w{writer}")
    plan, revision = workspace.plan(f"p{writer}")
    turn = begin
    while True:
        turn += 1
        plan, revision = workspace.save(edited(plan, turn), revision, "edit")
        reports.send_bytes(str(turn).encode())
        if turn % 5 == 0:
            workspace.rest()


def stock_edit_for_ever(reports: Connection, path: Path, writer: int, begin: int) -> None:
    """The same through TinyDB as shipped: the control that the harness must catch."""
    db = TinyDB(path, encoding="utf-8", ensure_ascii=False)
    turn = begin
    while True:
        turn += 1
        db.update({"turn": turn, "text": "全面排查整治。" * (1 + turn * 211 % 400) * 10}, doc_ids=[1])
        reports.send_bytes(str(turn).encode())


def open_new(reports: Connection, path: Path) -> None:
    """Make a workspace and say so."""
    workspace = Workspace.open(path, who="w")
    workspace.add(plan_of(0))
    reports.send_bytes(b"1")


def draw_hand(reports: Connection, path: Path) -> None:
    """Open a workspace that may not be there yet, and say its hand."""
    with Workspace.open(path) as workspace:
        reports.send_bytes(str(ord(workspace.hand)).encode())


def share(reports: Connection, path: Path, writer: int, turns: int) -> None:
    """Add plans, edit an own plan, count in a shared document and put tasks into a shared plan."""
    with Workspace.open(path, who=f"w{writer}") as workspace:
        repository = TinyRepository(path, {}, who=f"w{writer}")
        shared, revision = workspace.plan("shared")
        own = workspace.add(plan_of(writer))
        for turn in range(1, turns + 1):
            workspace.add(replace(plan_of(writer), id=f"new{writer}x{turn}"))
            own = workspace.save(edited(own.plan, turn), own.revision, "edit")
            repository.edit("count", "c", _plus_one, "count", start={"n": 0})
            task = Task(f"w{writer}x{turn}", "s1", "新任务", turn)
            shared, revision = workspace.save(
                replace(shared, tasks=(*shared.tasks, task)), revision, "add task"
            )
            reports.send_bytes(str(turn).encode())
        repository.close()


def _plus_one(data: Mapping[str, object]) -> Mapping[str, object]:
    return {"n": int(str(data["n"])) + 1}


def score_cells(reports: Connection, path: Path, writer: int, own: tuple[str, ...], turns: int) -> None:
    """Score one's own cells of a unit turn by turn, and once a cell that the other writer scores too."""
    from decimal import Decimal

    from assessments.sheet import Entry
    from planner.store.assessment_documents import Place
    from planner.store.errors import Overtaken
    from tests.assessment_samples import EMERGENCY

    place = Place("qinghe", "verified", "", EMERGENCY, "t1")
    with Workspace.open(path, who=f"w{writer}") as workspace:
        cells = workspace.assessments.cells
        held = dict.fromkeys(own, Entry())
        for turn in range(1, turns + 1):
            for indicator in own:
                wanted = Entry(score=Decimal(turn % 10), reason=str(turn))
                held[indicator] = cells.set_entry(place, indicator, wanted, held[indicator], "entry").entry
        try:
            cells.set_entry(place, "reports", Entry(Decimal(writer)), Entry(), "entry")
        except Overtaken:
            reports.send_bytes(b"1")
