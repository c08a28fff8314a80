"""The list on the screen: keys, mouse, marks, what is repainted, what is said of what is not in sight."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from planner.tui.widgets.rowmodel import Column, Group
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.rowtext import foot_text
from tui.piloting import press, rest, screen_text


class Listing(App[None]):
    """A list of words, alone."""

    def __init__(self, items: list[str | Group]) -> None:
        super().__init__()
        self.items = items
        self.opened: list[str] = []
        self.rows: RowList[str] = RowList(
            [
                Column("word", "home.title", lambda word: word, least=10, optional=False),
                Column("length", "home.tasks", lambda word: str(len(word)), width=6, align="right", sort=len),
            ],
            key=lambda word: word,
            empty="home.no_plans",
        )

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.fill(self.items)

    def on_row_list_opened(self, event: RowList.Opened[str]) -> None:
        self.opened.append(event.record)


def words(count: int) -> list[str | Group]:
    return [f"任务{number}" for number in range(count)]


def listing(pilot: Pilot[None]) -> RowList[str]:
    app = pilot.app
    assert isinstance(app, Listing)
    return app.rows


async def test_arrows_pages_and_ends() -> None:
    async with Listing(words(1000)).run_test(size=(40, 12)) as pilot:
        rows = listing(pilot)
        await press(pilot, "down", "down", "pagedown")
        assert rows.current == "任务11"
        await press(pilot, "end")
        assert rows.current == "任务999"
        assert "任务999" in screen_text(pilot)
        await press(pilot, "home", "up")
        assert rows.current == "任务0"


async def test_a_cursor_move_paints_two_lines_only() -> None:
    async with Listing(words(1000)).run_test(size=(40, 12)) as pilot:
        rows = listing(pilot)
        await rest(pilot)
        painted: list[int] = []
        paint = rows.render_line
        rows.render_line = lambda y: painted.append(y) or paint(y)  # type: ignore[method-assign, func-returns-value]
        await press(pilot, "down")
        assert sorted(set(painted)) == [1, 2]


async def test_what_is_below_is_said() -> None:
    async with Listing(words(100)).run_test(size=(40, 12)) as pilot:
        assert "共 100 行  下面还有 90 行" in screen_text(pilot)
        await press(pilot, "end")
        assert "下面还有" not in screen_text(pilot)


async def test_headings_are_not_counted_as_rows() -> None:
    items = [each for word in words(50) for each in (Group(f"组{word}"), word)]
    async with Listing(items).run_test(size=(40, 12)) as pilot:
        assert "共 50 行  下面还有 45 行" in screen_text(pilot)


async def test_what_has_no_room_in_the_foot_is_said_in_brief_and_never_by_halves() -> None:
    async with Listing(words(100)).run_test(size=(40, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, Listing)
        for cells, foot in (
            (18, "共 100 行"),
            (36, "共 100 行  下面还有 90 行  少 1 列"),
            (80, "共 100 行  下面还有 90 行  窗口窄，少显示 1 列"),
        ):
            columns = app.rows._layout[:1]
            assert foot_text(app.rows.model, columns, 90, cells).strip() == foot


async def test_marks_by_space_by_range_and_all() -> None:
    async with Listing(words(10)).run_test(size=(40, 14)) as pilot:
        rows = listing(pilot)
        await press(pilot, "space", "shift+down", "shift+down")
        assert rows.chosen() == ["任务0", "任务1", "任务2", "任务3"]
        await press(pilot, "shift+up")
        assert rows.chosen() == ["任务0", "任务1", "任务2"]
        assert "已标记 3" in screen_text(pilot)
        assert " *任务0" in screen_text(pilot)
        await press(pilot, "ctrl+a")
        assert len(rows.chosen()) == 10
        await press(pilot, "ctrl+a")
        assert rows.chosen() == ["任务2"]


async def test_enter_opens_and_letters_do_nothing() -> None:
    async with Listing(words(3)).run_test(size=(40, 12)) as pilot:
        await press(pilot, "j", "down", "enter")
        assert pilot.app.opened == ["任务1"]  # type: ignore[attr-defined]


async def test_the_mouse_selects_opens_marks_and_sorts() -> None:
    async with Listing(["丙丙丙", "甲", "乙乙"]).run_test(size=(40, 12)) as pilot:
        rows = listing(pilot)
        await pilot.click(RowList, offset=(5, 2))
        assert rows.current == "甲"
        await pilot.double_click(RowList, offset=(5, 3))
        assert pilot.app.opened == ["乙乙"]  # type: ignore[attr-defined]
        await pilot.click(RowList, offset=(0, 1))
        assert rows.chosen() == ["丙丙丙"]
        await pilot.click(RowList, offset=(36, 0))
        await rest(pilot)
        assert rows.model.records() == ["甲", "乙乙", "丙丙丙"]
        assert "按任务数从小到大" in screen_text(pilot)


async def test_the_cursor_stays_on_its_record_through_a_refill() -> None:
    async with Listing(words(5)).run_test(size=(40, 12)) as pilot:
        rows = listing(pilot)
        await press(pilot, "down", "down")
        rows.fill(["新", *words(5)])
        assert rows.current == "任务2"
        rows.fill(["新", "任务4"])
        assert rows.current == "任务4"
        rows.fill([])
        assert rows.current is None
        await rest(pilot)
        assert "还没有计划" in screen_text(pilot)


async def test_headings_are_passed_over_and_come_into_sight() -> None:
    items: list[str | Group] = [Group("甲"), "一", Group("乙"), "二"]
    async with Listing(items).run_test(size=(40, 12)) as pilot:
        rows = listing(pilot)
        assert rows.current == "一"
        await press(pilot, "down")
        assert rows.current == "二"


async def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    async with Listing(words(100)).run_test(size=(40, 12)) as pilot:
        rows = listing(pilot)
        rows.scroll_relative(y=5, animate=False)
        await rest(pilot)
        assert rows.current == "任务0"
        assert "任务5" in screen_text(pilot)


async def test_order_and_columns_are_remembered_and_what_is_gone_is_forgotten() -> None:
    async with Listing(words(3)).run_test(size=(40, 12)) as pilot:
        rows = listing(pilot)
        rows.sort("length", descending=True)
        rows.choose_columns(["word"])
        remembered = rows.arrangement
        rows.sort("")
        rows.choose_columns(["word", "length"])
        rows.arrangement = remembered
        assert rows.model.sort_column == "length"
        assert rows.model.descending
        assert [column.id for column in rows.model.shown_columns()] == ["word"]
        rows.arrangement = "colour asc|colour,length"
        assert rows.model.sort_column == ""
        assert [column.id for column in rows.model.shown_columns()] == ["word", "length"]
