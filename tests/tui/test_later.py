"""Work that waits until nothing has asked for it for a moment."""

from __future__ import annotations

import asyncio

import pytest

from planner.tui import later
from planner.tui.later import Later
from tui.fakes import FakeOffice
from tui.piloting import Run


async def test_many_calls_in_a_row_do_the_work_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "SECONDS", 0.05)
    done: list[int] = []
    async with run(FakeOffice()) as pilot:
        work = Later(pilot.app, lambda: done.append(1))
        for _ in range(5):
            work.soon()
            assert work.waiting
        assert not done
        await asyncio.sleep(0.3)
        assert done == [1]
        assert not work.waiting


async def test_what_was_stopped_is_not_done(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "SECONDS", 0.01)
    done: list[int] = []
    async with run(FakeOffice()) as pilot:
        work = Later(pilot.app, lambda: done.append(1))
        work.soon()
        work.stop()
        await asyncio.sleep(0.1)
        assert not done
