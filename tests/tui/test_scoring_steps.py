"""What leads through the scoring place: the keys told while one types, the step to what is unfinished."""

from __future__ import annotations

from rich.cells import cell_len

from planner.tui.widgets.chrome import Footer
from tests.assessment_samples import verified
from tests.tui.assessment_fakes import FakeAssessments
from tui.piloting import Run, press, rest, screen_text
from tui.test_scoring_place import enter, office_with


async def test_while_one_types_the_footer_names_what_acts_then(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        await enter(pilot)
        assert "F4 只看未填" in screen_text(pilot).splitlines()[-1]
        await press(pilot, "down", "enter")
        foot = screen_text(pilot).splitlines()[-1]
        assert "Enter 保存并到下一项  Esc 不改  上 保存并到上一项" in foot
        assert "F4" not in foot
        assert "单位" not in foot
        assert "F1" in foot
        await press(pilot, "escape")
        assert "F4 只看未填" in screen_text(pilot).splitlines()[-1]


async def test_the_last_word_of_a_full_footer_is_not_left_out(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        screen = await enter(pilot)
        line = screen.query_one(Footer)
        words = "".join(f"{piece.text}" for piece in line.pieces())
        for cells in (cell_len(words), cell_len(words.rstrip())):
            await pilot.resize_terminal(cells, 24)
            await rest(pilot)
            foot = screen_text(pilot).splitlines()[-1]
            assert foot.endswith("Ctrl+P 全部命令"), (cells, foot)


async def test_a_yes_or_no_tells_of_space(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        screen = await enter(pilot)
        screen.items.go_to("letter")
        await press(pilot, "enter")
        assert "保存并到下一项  Space 是/否  Esc 不改" in screen_text(pilot).splitlines()[-1]


async def test_the_next_unfinished_unit_begins_at_what_it_lacks(run: Run) -> None:
    without = (("d1", "flood"), ("t2", "meetings"), ("t2", "reports"))
    async with run(office_with(FakeAssessments(sheets=(verified(without=without),)))) as pilot:
        screen = await enter(pilot)
        await press(pilot, "end", "shift+right")
        assert (screen.unit, screen.items.current_key) == ("t2", "meetings")
        await press(pilot, "down", "down", "shift+left")
        assert screen.unit != "t2"
        screen.items.go_to("reports")
        await press(pilot, "shift+right")
        assert (screen.unit, screen.items.current_key) == ("t2", "reports"), "it lacks this one as well"
