"""Keys typed at once after a change of place reach the place that was asked for, with its rows there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from planner.tui.dialogs.form import Form
from planner.tui.places import PLACES, digit
from planner.tui.widgets.rows import RowList
from tests.assessment_samples import SCHEME
from tests.tui.assessment_fakes import FakeAssessments
from tui.fakes import FakeOffice, plan
from tui.piloting import Run, rest, screen_text

LISTS = [number for number, each in enumerate(PLACES, 1) if each.id != "home"]


def type_at_once(pilot: Pilot[int], *keys: str) -> None:
    """As a terminal hands over what was typed: nothing waits for what the key before it does."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


def late(answer: Callable[..., Any], seconds: float = 0.05) -> Callable[..., Any]:
    """The same answer a moment later."""

    def after_a_moment(*arguments: Any, **named: Any) -> Any:
        time.sleep(seconds)
        return answer(*arguments, **named)

    return after_a_moment


def slow_office() -> FakeOffice:
    office = FakeOffice(plan("plan01", 2027, count=9), plan("plan02", 2026, count=8), plan("plan03", 2025))
    desk = office.assessments
    office.templates = late(office.templates)  # type: ignore[method-assign]
    office.check = late(office.check)  # type: ignore[method-assign]
    office.roster = late(office.roster)  # type: ignore[method-assign]
    office.setting = late(office.setting, 0.01)  # type: ignore[method-assign]
    desk.schemes = late(desk.schemes)  # type: ignore[method-assign]
    desk.add_demo()
    return office


async def opened(pilot: Pilot[int], office: FakeOffice) -> None:
    """A plan and an assessment are open, no place but home was entered."""
    pilot.app.open_plan(office.open_plan("plan01"), "home")
    pilot.app.open_assessment("demo01", "home")
    await rest(pilot)


def focused_list(pilot: Pilot[int]) -> RowList[Any]:
    rows = pilot.app.screen.focused
    assert isinstance(rows, RowList)
    return rows


@pytest.mark.parametrize("number", LISTS)
async def test_the_cursor_goes_where_the_same_keys_lead_it_one_by_one(run: Run, number: int) -> None:
    keys = ("end", "up")
    office = slow_office()
    async with run(office) as pilot:
        await opened(pilot, office)
        await pilot.press(digit(number))
        await rest(pilot)
        for key in keys:
            await pilot.press(key)
            await rest(pilot)
        patient = pilot.app.screen.focused.id, focused_list(pilot).current_key
    async with run(office) as pilot:
        await opened(pilot, office)
        type_at_once(pilot, digit(number), *keys)
        await rest(pilot)
        assert (pilot.app.screen.focused.id, focused_list(pilot).current_key) == patient


async def test_enter_typed_at_once_opens_the_row_that_the_cursor_was_sent_to(run: Run) -> None:
    office = slow_office()
    async with run(office) as pilot:
        await opened(pilot, office)
        pilot.app.close_assessment()
        type_at_once(pilot, "8", "end", "enter")
        await rest(pilot)
        assert pilot.app.assessment is not None
        assert pilot.app.assessment.scheme.id == "demo01"


async def test_keys_go_through_several_places_in_their_order(run: Run) -> None:
    office = slow_office()
    async with run(office) as pilot:
        await opened(pilot, office)
        type_at_once(pilot, "7", "down", "2", "end", "ctrl+right", "ctrl+left")
        for _ in range(3):
            # Each place that is come through has jobs of its own.
            await rest(pilot)
        assert pilot.app.current_mode == "library"
        rows = focused_list(pilot)
        assert rows.current is rows.model.records()[-1]
        type_at_once(pilot, "7")
        await rest(pilot)
        rows = focused_list(pilot)
        assert rows.current is rows.model.records()[1]


async def test_a_place_that_never_gets_its_rows_does_not_keep_the_keys(run: Run) -> None:
    office = slow_office()

    def broken() -> None:
        raise OSError("gone")

    office.roster = broken  # type: ignore[method-assign,assignment]
    async with run(office) as pilot:
        type_at_once(pilot, "7", "1")
        await pilot.pause(1.3)
        assert pilot.app.current_mode == "home"


async def test_at_the_start_the_cursor_stays_with_what_was_typed(run: Run) -> None:
    office = FakeOffice(plan("plan01"))
    office.assessments = FakeAssessments()
    office.check = late(office.check, 1.4)  # type: ignore[method-assign]
    async with run(office) as pilot:
        assert pilot.app.screen.focused.id == "plans", "where nothing was typed one begins with the plans"
    async with run_without_rest(office) as pilot:
        await pilot.pause(0.2)
        type_at_once(pilot, "down")
        await rest(pilot)
        assert pilot.app.screen.focused.id == "starts"
        assert focused_list(pilot).current_key == "open_file"


def run_without_rest(office: FakeOffice) -> Any:
    """The app as it is a moment after the first picture."""
    from planner.tui.app import PlannerApp

    return PlannerApp(office).run_test(size=(80, 24))


# Dialogs


async def test_keys_typed_while_a_dialog_is_on_its_way_are_meant_for_it(run: Run) -> None:
    office = slow_office()
    desk = office.assessments
    desk.builtin_schemes = late(lambda: (SCHEME, replace(SCHEME, id="second", title="第二个")))  # type: ignore[method-assign]
    async with run(office) as pilot:
        type_at_once(pilot, "8")
        for _ in range(2):
            await rest(pilot)
        starts = pilot.app.screen.query_one("#scheme-starts", RowList)
        starts.focus()
        starts.go_to("ready")
        pilot.app.screen.query_one("#scheme-shelf").do_new()  # type: ignore[attr-defined]
        type_at_once(pilot, "down", "enter")
        for _ in range(3):
            await rest(pilot)
        assert starts.current == "ready", "the list behind did not get the keys"
        assert isinstance(pilot.app.screen, Form)
        assert "第二个" in screen_text(pilot)


async def test_a_dialog_that_does_not_come_does_not_keep_the_keys(run: Run) -> None:
    office = slow_office()

    def broken() -> None:
        raise OSError("gone")

    office.assessments.builtin_schemes = broken  # type: ignore[method-assign,assignment]
    async with run(office) as pilot:
        type_at_once(pilot, "8")
        for _ in range(2):
            await rest(pilot)
        pilot.app.screen.query_one("#scheme-shelf").do_new()  # type: ignore[attr-defined]
        type_at_once(pilot, "1")
        await rest(pilot)
        assert pilot.app.current_mode == "home"
