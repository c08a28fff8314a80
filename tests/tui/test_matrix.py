"""The matrix widget: titles always in sight, scrolling both ways, the cursor kept by its keys, the mouse."""

from __future__ import annotations

from textual.app import App, ComposeResult

from planner.tui.widgets.matrix import Cell, Head, Line, Matrix


def cell(line: str, head: str) -> Cell:
    """A mark on the diagonal."""
    return ("牵", "strong") if line[1:] == head[1:] else (".", "muted")


def lines(count: int) -> list[Line]:
    return [Line(f"b{n}", f"第{n}局", (str(n),)) for n in range(count)]


def heads(count: int) -> list[Head]:
    return [Head(f"t{n}", str(n), f"任务{n}") for n in range(count)]


class MatrixApp(App[None]):
    """The matrix alone."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self.size_wanted = rows, columns
        self.opened: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield Matrix(("assign.tasks",), narrow=1, words=lambda line, head: f"{line}/{head}")

    def on_mount(self) -> None:
        rows, columns = self.size_wanted
        self.matrix.fill(lines(rows), heads(columns), cell)
        self.matrix.focus()

    @property
    def matrix(self) -> Matrix:
        return self.query_one(Matrix)

    def on_matrix_opened(self, event: Matrix.Opened) -> None:
        self.opened.append((event.line, event.head))

    def shown(self) -> list[str]:
        return [self.matrix.render_line(y).text.rstrip() for y in range(self.matrix.size.height)]


async def test_titles_stay_while_the_cells_scroll() -> None:
    app = MatrixApp(90, 1000)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.shown()[0].split()[:3] == ["任务", "0", "1"]
        await pilot.press("end", *["shift+right"] * 3)
        shown = app.shown()
        assert "第89局" in shown[-3]
        assert shown[0].split()[-1] == app.matrix.head[1:]
        assert shown[-2].strip() == f"{app.matrix.head[1:]}. 任务{app.matrix.head[1:]}"
        assert shown[-1].strip().startswith(f"b89/{app.matrix.head}")


async def test_the_last_column_and_the_first_can_be_reached() -> None:
    app = MatrixApp(3, 60)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["shift+right"] * 9)
        assert app.matrix.head == "t59"
        assert app.shown()[0].split()[-1] == "59"
        await pilot.press(*["shift+left"] * 9, "left")
        assert app.matrix.head == "t0"


async def test_what_is_not_in_sight_is_said() -> None:
    app = MatrixApp(90, 60)
    async with app.run_test(size=(80, 24)):
        foot = app.shown()[-1]
        assert "左右还有" in foot
        assert "下面还有 69 行" in foot


async def test_the_cursor_follows_its_keys_through_a_refill() -> None:
    app = MatrixApp(9, 9)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "right")
        app.matrix.fill(list(reversed(lines(9))), heads(9), cell)
        assert (app.matrix.line, app.matrix.head) == ("b2", "t1")
        app.matrix.fill(lines(2), heads(1), cell)
        assert (app.matrix.line, app.matrix.head) == ("b1", "t0")
        app.matrix.fill([], [], cell)
        await pilot.press("down", "right", "enter", "end")
        assert (app.matrix.line, app.opened) == ("", [])


async def test_enter_and_a_double_click_open_a_cell() -> None:
    app = MatrixApp(9, 9)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "right", "enter")
        line = app.shown()[1]
        await pilot.click(offset=(line.index("牵") + line[: line.index("牵")].count("第") + 3, 1), times=2)
        await pilot.pause()
        assert app.opened[0] == ("b1", "t1")
        assert app.opened[1][0] == "b0"


async def test_wide_marks_keep_the_columns_straight() -> None:
    from rich.cells import cell_len

    app = MatrixApp(9, 9)
    async with app.run_test(size=(80, 24)):
        places = set()
        for y in range(1, 10):
            text = app.shown()[y]
            cells = text.index("牵")
            places.add(cell_len(text[:cells]) - 3 * (y - 1))
        assert len(places) == 1
