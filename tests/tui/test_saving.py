"""Two people in one plan: what one types meanwhile answers nothing, and putting it off loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from planner.tui.app import PlannerApp
from planner.tui.dialogs.clash import ClashDialog
from planner.tui.session import PlanSession
from tui.fakes import FakeOffice, plan
from tui.piloting import Run, press, rest, screen_text, seen


async def met(pilot: Pilot[int], office: FakeOffice) -> PlanSession:
    """Change the title of a plan which somebody else has just changed."""
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_plan(office.open_plan("plan01"))
    assert app.session is not None
    office.conflicts = [replace(app.session.record, title="别人")]
    app.session.change(replace(app.session.record, title="我的"), "home.title")
    await rest(pilot)
    assert isinstance(app.screen, ClashDialog)
    assert "别人刚刚改过同一处" in screen_text(pilot)
    return app.session


@pytest.mark.parametrize(("keys", "kept"), [(("down", "enter"), "我的"), (("down", "down", "enter"), "别人")])
async def test_a_conflict_asks_which_to_keep(run: Run, keys: tuple[str, ...], kept: str) -> None:
    office = FakeOffice(plan(title="原来"))
    async with run(office) as pilot:
        session = await met(pilot, office)
        await seen()
        await press(pilot, *keys)
        assert session.record.title == kept
        assert office.open_plan("plan01").record.title == kept


@pytest.mark.parametrize("keys", [("enter",), ("down", "enter"), ("down", "down", "enter"), ("escape",)])
async def test_keys_typed_before_the_question_was_seen_answer_nothing(
    run: Run, keys: tuple[str, ...]
) -> None:
    office = FakeOffice(plan(title="原来"))
    async with run(office) as pilot:
        session = await met(pilot, office)
        await press(pilot, *keys)
        assert isinstance(pilot.app.screen, ClashDialog)
        assert session.conflict is not None


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_it_can_be_decided_later_and_nothing_is_lost(run: Run, key: str) -> None:
    office = FakeOffice(plan(title="原来"))
    async with run(office) as pilot:
        session = await met(pilot, office)
        await seen()
        await press(pilot, key)
        assert not isinstance(pilot.app.screen, ClashDialog)
        assert "按 Ctrl+S 再来定" in screen_text(pilot)
        assert "未保存" in screen_text(pilot).splitlines()[1]
        session.change(replace(session.record, title="我的又改"), "home.title")
        await rest(pilot)
        assert not isinstance(pilot.app.screen, ClashDialog), "whoever put it off is not asked at every key"
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ClashDialog)
        await seen()
        await press(pilot, "down", "enter")
        assert office.open_plan("plan01").record.title == "我的又改"
