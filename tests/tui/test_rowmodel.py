"""What a list shows: widths, order, filter, groups, marks."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from planner.tui.widgets.rowmodel import GAP, Column, Group, RowModel, layout


@dataclass(frozen=True)
class Body:
    name: str
    load: int = 0


COLUMNS = [
    Column[Body]("name", "", lambda body: body.name, least=10, optional=False),
    Column[Body]("load", "", lambda body: str(body.load), width=4, sort=lambda body: body.load),
]
BODIES = [Body("应急管理局", 10), Body("财政局", 9), Body("公安局", 9)]


def model(*items: Body | Group) -> RowModel[Body]:
    made = RowModel(COLUMNS, key=lambda body: body.name)
    made.fill(items)
    return made


def test_figures_sort_as_figures() -> None:
    made = model(*BODIES)
    made.sort("load")
    assert [body.load for body in made.records()] == [9, 9, 10]
    made.sort("load", descending=True)
    assert [body.load for body in made.records()] == [10, 9, 9]


def test_records_are_counted_without_headings() -> None:
    made = model(Group("甲"), BODIES[0], Group("乙"), BODIES[1], BODIES[2])
    assert [made.count_from(row) for row in range(7)] == [3, 3, 2, 2, 1, 0, 0]


def test_equal_rows_keep_their_order() -> None:
    made = model(*BODIES)
    made.sort("load")
    assert [body.name for body in made.records()][:2] == ["财政局", "公安局"]


def test_without_a_column_the_first_order_comes_back() -> None:
    made = model(*BODIES)
    made.sort("load")
    made.sort("")
    assert made.records() == BODIES


def test_every_word_must_occur_in_some_column() -> None:
    made = model(*BODIES)
    made.filter("局 9")
    assert [body.name for body in made.records()] == ["财政局", "公安局"]
    made.filter("")
    assert len(made.records()) == 3


def test_headings_of_empty_groups_go_with_the_filter() -> None:
    made = model(Group("甲"), BODIES[0], Group("乙"), BODIES[1], Group("丙"), BODIES[2])
    made.filter("财政")
    assert made.rows == [Group("乙"), BODIES[1]]


def test_a_sorted_list_has_no_headings() -> None:
    made = model(Group("甲"), *BODIES)
    made.sort("name")
    assert not [row for row in made.rows if isinstance(row, Group)]


def test_marks_follow_their_records_and_die_with_them() -> None:
    made = model(*BODIES)
    made.toggle("财政局")
    made.toggle("公安局")
    made.fill([BODIES[2], BODIES[0]])
    assert made.marked_records() == [BODIES[2]]
    made.toggle("公安局")
    assert made.marked_records() == []


def test_the_cursor_passes_over_headings() -> None:
    made = model(Group("甲"), BODIES[0], Group("乙"), BODIES[1])
    assert made.nearest(0) == 1
    assert made.nearest(2, 1) == 3
    assert made.nearest(2, -1) == 1
    assert model(Group("甲")).nearest(0) is None
    assert model().nearest(0) is None


def test_columns_that_must_stay_stay() -> None:
    made = model(*BODIES)
    made.choose([])
    assert [column.id for column in made.shown_columns()] == ["name"]


def test_too_narrow_a_list_drops_what_is_optional() -> None:
    assert [(column.id, cells) for column, cells in layout(COLUMNS, 40)] == [("name", 34), ("load", 4)]
    assert [column.id for column, _ in layout(COLUMNS, 12)] == ["name"]


@given(st.integers(16, 200), st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_flexible_columns_share_all_the_room(cells: int, shares: list[int]) -> None:
    columns = [
        Column[Body](str(number), "", lambda body: "", least=2, share=share)
        for number, share in enumerate(shares)
    ]
    laid = layout(columns, cells)
    assert sum(size for _, size in laid) + GAP * (len(laid) - 1) == cells


def test_where_titles_are_cut_other_columns_are_brief() -> None:
    columns = [
        Column[Body]("name", "", lambda body: body.name, least=10, optional=False, ample=30),
        Column[Body]("load", "", lambda body: f"{body.load} 项任务", width=12, brief=4,
                     brief_cell=lambda body: str(body.load)),
    ]  # fmt: skip
    wide, narrow = layout(columns, 30 + GAP + 12), layout(columns, 30 + GAP + 11)
    assert [(column.cell(BODIES[0]), cells) for column, cells in wide] == [
        ("应急管理局", 30),
        ("10 项任务", 12),
    ]
    assert [(column.cell(BODIES[0]), cells) for column, cells in narrow] == [("应急管理局", 37), ("10", 4)]


def test_a_long_list_costs_nothing_until_it_is_painted() -> None:
    written = 0

    def cell(body: Body) -> str:
        nonlocal written
        written += 1
        return body.name

    made = RowModel([Column("name", "", cell)], key=lambda body: body.name)
    made.fill([Body(str(number)) for number in range(100_000)])
    assert made.total == 100_000
    assert written == 0
