"""The whole main job on a real workspace: a past plan becomes this year's plan and leaves as a file.

Once with keys that an input method lets through (no letter, no digit, no mark is typed), once with the mouse.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.geometry import Offset
from textual.pilot import Pilot

from planner.checking import check
from planner.findings import has_errors
from planner.office import Office
from planner.plan import Plan
from planner.sharing.toml import read_plan
from planner.tui.app import PlannerApp
from tui.piloting import Run, press, rest, screen_text

PAST = """\
青禾县2026年安全生产工作要点

为做好2026年全县安全生产工作，制定本要点。

一、压实安全责任
1.召开安委会会议。每季度召开一次全体会议，研究解决突出问题。（县安委办牵头，县公安局配合）
2.组织企业负责人培训。6月底前完成一轮轮训，培训率达到95%以上。
二、排查整治隐患
3.检查燃气经营企业。2026年底前对全部12家企业检查一遍。（县住建局、县消防援大队负责）
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one past plan in it, where the program is started."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a-past-plan.txt").write_bytes(PAST.encode("gb18030"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    held = Office(tmp_path / "office.db")
    yield held
    held.close()


def has_plan(pilot: Pilot[int]) -> bool:
    return isinstance(pilot.app, PlannerApp) and pilot.app.session is not None


def the_plan(pilot: Pilot[int]) -> Plan:
    app = pilot.app
    assert isinstance(app, PlannerApp)
    assert app.session is not None
    return app.session.record


async def until(pilot: Pilot[int], happened: Callable[[], bool]) -> None:
    """Wait for something that several workers bring about one after the other."""
    for _ in range(100):
        await rest(pilot)
        if happened():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"it did not happen; on the screen:\n{screen_text(pilot)}")


async def until_shown(pilot: Pilot[int], words: str) -> None:
    """Wait until these words stand on the screen."""
    await until(pilot, lambda: words in screen_text(pilot))


async def click_on(pilot: Pilot[int], words: str, times: int = 1) -> None:
    """Click on the first place of the screen where these words stand.

    Messages are cleared first: one that ends between looking and clicking would move the footer.
    """
    pilot.app.clear_notifications()
    await until_shown(pilot, words)
    for line, text in enumerate(screen_text(pilot).splitlines()):
        before, found, _ = text.partition(words)
        if found:
            await pilot.click(offset=Offset(cell_len(before) + 1, line), times=times)
            await rest(pilot)
            return
    raise AssertionError(f"{words} is not on the screen:\n{screen_text(pilot)}")


def exported(desk: Path) -> Plan:
    (file,) = desk.glob("*.toml")
    plan, findings = read_plan(file.read_bytes(), file.name)
    assert findings == ()
    assert plan is not None
    return plan


def assert_finished(plan: Plan, office: Office) -> None:
    assert plan.year > 2026
    assert "2026" not in plan.title + plan.preamble
    duties = [measure.duty for task in plan.tasks for measure in task.measures]
    assert [bool(duty.lead or duty.responsible) for duty in duties] == [True] * 3
    assert "县消防救援大队" in plan.tasks[2].everyone()
    assert not has_errors(check(plan, office.roster().record))


async def test_the_main_job_by_keys_that_an_input_method_lets_through(
    run: Run, office: Office, desk: Path
) -> None:
    async with run(office) as pilot:
        # Open the past plan from the folder: the list under the path is walked with the arrows.
        await press(pilot, "ctrl+o", "down")
        await until_shown(pilot, "a-past-plan.txt")
        # It is read; the first answer makes a new plan of it, and Ctrl+S takes the form as it stands.
        await press(pilot, "enter")
        await until_shown(pilot, "用它新建今年的计划")
        await press(pilot, "enter")
        await until_shown(pilot, "新计划将有 3 项任务")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: has_plan(pilot))
        # The check says what is wrong: F5 gives the task without a lead to the first department offered …
        await press(pilot, "f8")
        await until_shown(pilot, "还没有牵头或责任单位")
        await press(pilot, "f5")
        await until_shown(pilot, "由哪个单位牵头")
        await press(pilot, "enter")
        await until(pilot, lambda: bool(the_plan(pilot).tasks[1].measures[0].duty.lead))
        # … and the damaged name its right one.
        await until_shown(pilot, "> 换名")
        await press(pilot, "f5")
        mended = the_plan(pilot)
        await press(pilot, "ctrl+z")
        assert the_plan(pilot) != mended
        await press(pilot, "ctrl+y")
        assert the_plan(pilot) == mended
        # Out as a file, under the name that is offered.
        await press(pilot, "ctrl+e")
        await until_shown(pilot, "导出到哪个文件")
        await press(pilot, "enter")
        await until_shown(pilot, "已导出到")
    plan = exported(desk)
    assert_finished(plan, office)
    assert office.open_plan(plan.id).record == plan


async def test_the_main_job_by_mouse(run: Run, office: Office, desk: Path) -> None:
    async with run(office, size=(120, 40)) as pilot:
        await click_on(pilot, "打开计划文件", times=2)
        await click_on(pilot, "a-past-plan.txt", times=2)
        await click_on(pilot, "用它新建今年的计划", times=2)
        await click_on(pilot, "Ctrl+S")
        await until(pilot, lambda: has_plan(pilot))
        assert len(the_plan(pilot).tasks) == 3
        await click_on(pilot, "6 检查")
        await click_on(pilot, "第 2 项")
        await click_on(pilot, "F5 直接改好")
        await click_on(pilot, "县公安局", times=2)
        await until(pilot, lambda: the_plan(pilot).tasks[1].measures[0].duty.lead == ("县公安局",))
        await click_on(pilot, "第 3 项")
        await click_on(pilot, "F5 直接改好")
        await click_on(pilot, "3 起草")
        await click_on(pilot, "Ctrl+P")
        await click_on(pilot, "导出", times=2)
        await until_shown(pilot, "导出到哪个文件")
        await press(pilot, "enter")
        await until_shown(pilot, "已导出到")
    assert_finished(exported(desk), office)
