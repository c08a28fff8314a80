"""Messages at the foot: they take the lines they need and give them back."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets._toast import ToastHolder

from planner.tui.display import notify
from tui.fakes import FakeOffice
from tui.piloting import Run, screen_text


def foot(pilot: Pilot[int]) -> list[str]:
    """The lines under the footer."""
    lines = screen_text(pilot).split("\n")
    footer = next(place for place, line in enumerate(lines) if "F1" in line)
    return [line.strip() for line in lines[footer + 1 :]]


async def test_messages_that_made_way_leave_no_empty_lines(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        for turn in range(8):
            notify(pilot.app, f"第 {turn} 条")
            await pilot.pause(0.05)
        await pilot.pause(0.2)
        assert foot(pilot) == ["▌ 第 5 条", "▌ 第 6 条", "▌ 第 7 条"]
        assert len(pilot.app.screen.query(ToastHolder)) == 3


async def test_a_message_after_a_change_of_language_stands_alone(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        for turn in range(3):
            notify(pilot.app, f"第 {turn} 条")
        await pilot.pause(0.2)
        await pilot.press("f9")
        notify(pilot.app, "New")
        await pilot.pause(0.2)
        assert foot(pilot) == ["▌ New"]
