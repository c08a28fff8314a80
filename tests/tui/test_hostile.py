"""Imported text is never obeyed: every place and every dialog shows it as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.screen import Screen

from planner.departments import Department, Roster
from planner.findings import Finding, Severity, Where
from planner.plan import Plan
from planner.tui.app import PlannerApp
from planner.tui.dialogs.choose import Choice, Choose, ChooseSeveral
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.form import line_edit
from planner.tui.dialogs.reading import ReadingDialog
from planner.tui.dialogs.textedit import TextEdit
from planner.tui.display import notify
from planner.tui.places import PLACES, Place
from planner.tui.ports import FileRead
from tui.fakes import HOSTILE, FakeOffice, hostile_plan, roster
from tui.piloting import Run, press, rest, screen_text


def hostile_office() -> FakeOffice:
    """An office in which everything that can be imported is hostile."""
    held = Department("hostil", HOSTILE, short=(HOSTILE,), also=(HOSTILE,), field=HOSTILE)
    office = FakeOffice(hostile_plan(), bodies=Roster((held, *roster().departments)))
    office.workspace_name = lambda: HOSTILE  # type: ignore[method-assign]
    return office


def assert_only_shown(shown: str) -> None:
    """The text stands there literally and nothing of it that a terminal would obey."""
    assert "[/x]" in shown
    assert not set(shown) & set("\x1b\x07\u202e\u200b\x9b")


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["narrow", "wide"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
async def test_every_place_shows_hostile_text_as_it_is(run: Run, place: Place, size: tuple[int, int]) -> None:
    office = hostile_office()
    async with run(office, size=size) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("hostil"))
        app.go(place.id)
        await rest(pilot)
        assert_only_shown(screen_text(pilot))
        await press(pilot, "down", "end", "ctrl+c", "enter", "f1")
        assert app.is_running


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
async def test_no_click_on_hostile_text_runs_an_action(run: Run, place: Place) -> None:
    office = hostile_office()
    async with run(office, size=(120, 30)) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("hostil"))
        app.go(place.id)
        await rest(pilot)
        for number, line in enumerate(screen_text(pilot).splitlines()):
            if "点我" in line:
                await pilot.click(offset=(min(line.index("点我") + 1, 119), number))
        await rest(pilot)
        assert app.is_running


READ = FileRead(
    replace(hostile_plan(), title=HOSTILE),
    (Finding("place.section", Severity.ERROR, Where(HOSTILE, 3), {"number": HOSTILE}),),
)
DIALOGS: dict[str, Callable[[], Screen[object]]] = {
    "choose": lambda: Choose(HOSTILE, [Choice("a", HOSTILE, HOSTILE), Choice("b", HOSTILE, blocked=HOSTILE)]),
    "several": lambda: ChooseSeveral(HOSTILE, [Choice("a", HOSTILE, HOSTILE)], note=HOSTILE),
    "confirm": lambda: Confirm("departments.which_kind", note=HOSTILE, name=HOSTILE),
    "line": lambda: line_edit(HOSTILE, "home.year_field", HOSTILE, check=lambda text: HOSTILE),
    "text": lambda: TextEdit(HOSTILE, f"{HOSTILE}\n{HOSTILE}"),
    "reading": lambda: ReadingDialog(HOSTILE, READ, [Choice("keep", HOSTILE, HOSTILE)]),
}


@pytest.mark.parametrize("name", DIALOGS)
async def test_every_dialog_shows_hostile_text_as_it_is(run: Run, name: str) -> None:
    async with run(FakeOffice(), size=(120, 40)) as pilot:
        pilot.app.push_screen(DIALOGS[name]())
        await rest(pilot)
        assert_only_shown(screen_text(pilot))
        await press(pilot, "end", "ctrl+s")
        assert pilot.app.is_running


async def test_a_toast_shows_hostile_text_as_it_is(run: Run) -> None:
    async with run(FakeOffice(), size=(120, 40)) as pilot:
        notify(pilot.app, HOSTILE)
        await pilot.pause(0.1)
        assert_only_shown(screen_text(pilot))


async def test_pasted_text_is_cleaned_and_several_lines_are_said(run: Run) -> None:
    from textual.events import Paste

    async with run(FakeOffice()) as pilot:
        results: list[dict[str, str] | None] = []
        pilot.app.push_screen(line_edit("标题", "home.year_field", "甲"), results.append)
        await rest(pilot)
        focused = pilot.app.focused
        assert focused is not None
        focused.post_message(Paste("乙\x1b[2J\n\u202e丙\n"))
        await rest(pilot)
        assert "粘贴的 2 行已合并为一行" in screen_text(pilot)
        await press(pilot, "enter")
        assert results == [{"text": "甲乙[2J 丙"}]


def test_hostile_text_covers_what_it_claims() -> None:
    plan: Plan = hostile_plan()
    assert all(task.title == HOSTILE for task in plan.tasks)
    for part in ("[/x]", "[@click=app.quit]", "C:\\", "\x1b", "\u202e", "\u200b"):
        assert part in HOSTILE
