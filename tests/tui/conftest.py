"""What the tests of the screens share: an office in memory, the app on it, waiting until it rests.

async def test_something(run):
    async with run(FakeOffice(plan()), size=(80, 24)) as pilot:
        await press(pilot, "down", "enter")
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

import pytest
from textual.pilot import Pilot

from planner.text import set_language
from planner.tui.app import PlannerApp
from tui.fakes import FakeOffice
from tui.piloting import Run, quiet, rest


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    """Every test begins in Chinese and leaves no other language behind."""
    set_language("zh")
    yield
    set_language("zh")


@pytest.fixture(autouse=True)
def _no_idle_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys and pictures wait for what is under way and no longer."""
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", quiet)


@pytest.fixture(autouse=True)
def _patient_double_clicks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two clicks of a test are a double click also on a machine that is busy."""
    monkeypatch.setattr(PlannerApp, "CLICK_CHAIN_TIME_THRESHOLD", 30.0)


@pytest.fixture
def run() -> Run:
    """Opens the app on an office and waits until it rests. Toasts are on: one that cannot be shown fails."""

    @asynccontextmanager
    async def opened(office: FakeOffice, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
        app = PlannerApp(office)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await rest(pilot)
            yield pilot

    return opened
