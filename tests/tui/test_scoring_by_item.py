"""The table of the scoring place turned over: one item down all its units, typed as on a body's own sheet."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

from assessments.scheme import Override, Scheme
from assessments.sheet import Entry
from planner.office.assessment_records import SheetPlace
from planner.tui.assessment import OpenAssessment, load
from planner.tui.screens.scoring import by_item, rows
from planner.tui.screens.scoring.by_item import IndicatorRow
from planner.tui.screens.scoring.screen import ScoringScreen
from planner.tui.screens.scoring.table import Table
from planner.tui.widgets.rowmodel import Group
from tests.assessment_samples import FIRE, SCHEME, UNITS, verified
from tests.tui.assessment_fakes import PLACE, FakeAssessments, at
from tui.piloting import Run, press, rest, screen_text
from tui.test_scoring_place import FLOOD, assessment, enter, office_with, settle

OF_FIRE = f"verified|{FIRE}|"


def table_of(desk: FakeAssessments) -> Table:
    return Table(OpenAssessment(desk, load(desk, SCHEME.id), *3 * (lambda *_: None,)))


def indicators(table: Table) -> dict[str, IndicatorRow]:
    items = by_item.indicator_items(table)
    return {each.key: each for each in items if isinstance(each, IndicatorRow)}


def cell(screen: ScoringScreen) -> tuple[str, str]:
    return screen.reading.cell


# Rows


def test_the_items_stand_under_their_heads_with_how_many_units_are_open() -> None:
    table = table_of(FakeAssessments(sheets=(verified(without=(("t1", "flood"), ("d2", "flood"))),)))
    shown = [
        f"{each.title} {each.note}"
        if isinstance(each, Group)
        else f"{by_item.name_cell(each)} {by_item.sign_cell(each)}".strip()
        for each in by_item.indicator_items(table)
    ]
    assert shown == [
        "责任落实 已完成 3/3", "1.1 签订责任书", "1.2 定期研究部署", "1.3 教育培训",
        "重点工作 已完成 2/3", "2.1 隐患整改", "2.2 信息报送", "2.3 防汛备汛 未填2",
        "综合评价 已完成 1/1", "3.1 评委评价", "4 表彰加分", "5 通报批评",
    ]  # fmt: skip


def of_towns() -> Scheme:
    """The sample with an item that only towns have; its sibling after it has another number there."""
    return SCHEME.with_indicator(replace(SCHEME.indicator("hazards"), applies=("towns",)))


def test_an_item_has_the_units_that_it_is_for_and_a_number_where_it_is_one() -> None:
    table = table_of(FakeAssessments(of_towns()))
    held = indicators(table)
    assert [row.unit for row in held["hazards"].rows] == ["t1", "t2", "t3"]
    assert held["hazards"].classes == "乡镇"
    assert held["reports"].classes == ""
    assert by_item.name_cell(held["hazards"]) == "2.1 隐患整改"
    assert by_item.name_cell(held["reports"]) == "信息报送", "2.2 in the towns, 2.1 elsewhere"


def test_a_head_that_only_some_classes_have_names_them() -> None:
    """Each class may have a head of its own by the same name."""
    scheme = SCHEME.with_indicator(replace(SCHEME.indicator("panel"), applies=("towns", "companies")))
    items = by_item.indicator_items(table_of(FakeAssessments(scheme)))
    titles = [each.title for each in items if isinstance(each, Group)]
    assert titles == ["责任落实", "重点工作", "综合评价  乡镇、企业"]


def test_the_units_stand_by_class_with_their_vetoes_in_words() -> None:
    table = table_of(FakeAssessments())
    shown = by_item.column(table, indicators(table)["flood"])
    words = [each.title if isinstance(each, Group) else rows.title_cell(each) for each in shown]
    assert words == [
        "乡镇", "青石镇", "白鹭镇", "柳林乡", "县直部门", "县水利局", "县教育局", "县住建局",
        "企业", "青禾化工公司", "禾丰燃气公司 否决",
    ]  # fmt: skip
    letter = by_item.column(table, indicators(table)["letter"])
    assert rows.title_cell(next(each for each in letter if not isinstance(each, Group))) == "青石镇 附1"


def test_the_line_over_the_table_tells_the_item_and_what_is_entered() -> None:
    table = table_of(FakeAssessments(sheets=(verified(without=(("c2", "training"),)),)))
    chosen = indicators(table)["training"]

    def words(room: int) -> str:
        return by_item.head_words(chosen, lambda row: row.score.value if not row.wanting else None, room)

    assert words(80) == "1.3 教育培训  分值 20  已填 7/8  平均 15  最高 18  最低 12"
    long = replace(chosen, indicator=replace(chosen.indicator, title="很长的指标名称" * 9))
    assert by_item.head_words(long, lambda row: None, 78).endswith("..  分值 20  已填 7/8")


def test_points_of_which_each_unit_has_its_own_are_not_averaged() -> None:
    own = replace(SCHEME, overrides=(Override("d1", "flood", points=Decimal(20)),))
    table = table_of(FakeAssessments(own))
    told = by_item.head_words(indicators(table)["flood"], lambda row: row.score.value, 80)
    assert told == "2.3 防汛备汛  已填 8/8"


def test_what_did_not_change_is_not_read_again() -> None:
    desk = FakeAssessments()
    opened = OpenAssessment(desk, load(desk, SCHEME.id), *3 * (lambda *_: None,))
    table = Table(opened)
    before = {unit.id: table.rows_read(unit.id) for unit in UNITS}
    opened.enter("t2", "flood", Entry(score=Decimal(3), reason="略"))
    changed = [unit.id for unit in UNITS if table.rows_read(unit.id) is not before[unit.id]]
    assert changed == ["t2"]


def test_evidence_of_others_that_changes_no_score_is_read_all_the_same() -> None:
    desk = FakeAssessments()
    opened = OpenAssessment(desk, load(desk, SCHEME.id), *3 * (lambda *_: None,))
    table = Table(opened)
    assert indicators(table)["letter"].rows[1].evidence == 0
    place = SheetPlace(SCHEME.id, "self", "白鹭镇")
    desk.change_elsewhere(place, "t2", "letter", verified().entries["t1"]["letter"])
    opened._take_in(desk.open_scheme(SCHEME.id), desk.sheets(SCHEME.id), desk.course(SCHEME.id))
    assert indicators(table)["letter"].rows[1].evidence == 1


# The screen


async def test_the_table_is_turned_over_and_back_and_the_cursor_keeps_its_cell(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        screen = await enter(pilot)
        await press(pilot, "right", "down", "down")
        assert cell(screen) == ("t2", "training")
        await press(pilot, "ctrl+g")
        assert cell(screen) == ("t2", "training")
        shown = screen_text(pilot)
        assert "1.3 教育培训  分值 20  已填 8/8  平均 14.5  最高 18  最低 11" in shown
        assert "禾丰燃气公司 否决" in shown
        assert "Ctrl+G 按单位" in shown
        await press(pilot, "down", "right", "ctrl+g")
        assert cell(screen) == ("t3", "hazards")
        assert "柳林乡  总分" in screen_text(pilot)
        assert "Ctrl+G 按指标" in screen_text(pilot)


async def test_a_column_of_units_is_typed_as_number_and_enter(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "down", "down", "ctrl+g")
        await press(pilot, "9", "6", "enter")
        assert "白鹭镇  2.1 隐患整改" in screen_text(pilot)
        await press(pilot, "8", "0", "enter", "1", "0", "0", "enter", "escape")
        held = {unit: row["hazards"].value for unit, row in desk.held[PLACE].entries.items()}
        assert held == {"t1": 96, "t2": 80, "t3": 100}
        assert cell(screen) == ("d1", "hazards")
        await press(pilot, "ctrl+z")
        assert cell(screen) == ("t3", "hazards")
        assert "t3" not in {unit for unit, row in desk.held[PLACE].entries.items() if row}


async def test_who_has_few_items_is_led_from_item_to_item(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    office = office_with(desk)
    office.settings["scoring.voice.qinghe"] = OF_FIRE
    async with run(office) as pilot:
        screen = await enter(pilot)
        await press(pilot, "ctrl+g")
        assert [row.key for row in screen.indicators.model.records()] == ["training", "flood"]
        await press(pilot, "enter")
        for _ in UNITS:
            await press(pilot, "2", "0", "enter")
        assert cell(screen) == ("t1", "flood")
        for _ in UNITS:
            await press(pilot, "1", "0", "enter")
        assert not screen.entry_line.is_open
        assert {len(row) for row in desk.held[FLOOD].entries.values()} == {2}
        assert [row.wanting for row in screen.indicators.model.records()] == [0, 0]


async def test_what_cannot_be_read_is_said_and_stays(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "down", "ctrl+g", "2", "1", "enter")
        assert "超过上限 20" in screen_text(pilot)
        assert screen.entry_line.field.value == "21"
        await press(pilot, "escape")
        assert PLACE not in desk.held


async def test_only_units_that_lack_it_are_shown_and_go_while_one_types(run: Run) -> None:
    without = (("t2", "flood"), ("d3", "flood"), ("d3", "reports"))
    desk = FakeAssessments(sheets=(verified(without=without),))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, *["down"] * 5, "ctrl+g", "f4")
        assert [row.unit for row in screen.items.model.records()] == ["t2", "d3"]
        await press(pilot, "enter", "9", "enter", "缺", "预", "案", "enter", "1", "0", "enter")
        assert screen.items.model.records() == []
        assert desk.held[FLOOD].entry("t2", "flood") == Entry(score=Decimal(9), reason="缺预案")
        await press(pilot, "shift+right")
        assert cell(screen) == ("d3", "reports")
        await press(pilot, "escape")
        assert len(screen.items.model.records()) == len(UNITS)


async def test_several_units_are_left_out_at_once(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "ctrl+g", "shift+down", "shift+down", "ctrl+d")
        assert "定期研究部署（共 3 个单位）" in screen_text(pilot)
        await press(pilot, "无", "此", "职", "能", "enter")
        out = Entry(not_applicable=True, reason="无此职能")
        assert [desk.held[PLACE].entry(unit.id, "meetings") == out for unit in UNITS].count(True) == 3


async def test_events_evidence_and_reckoning_are_those_of_the_unit_in_the_row(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "ctrl+g", "end", "ctrl+k")
        assert "禾丰燃气公司 > 定期研究部署" in screen_text(pilot)
        await press(pilot, "escape")
        screen.perform("events")
        await rest(pilot)
        assert "禾丰燃气公司" in screen_text(pilot)
        assert "accident" in screen_text(pilot)
        await press(pilot, "escape", "ctrl+n")
        assert "给“禾丰燃气公司 > 定期研究部署”添加什么" in screen_text(pilot)
        await press(pilot, "escape", "tab")
        await settle(pilot)
        assert "禾丰燃气公司  1.2 定期研究部署" in screen_text(pilot)


async def test_what_is_open_in_a_stage_leads_to_its_cell(run: Run) -> None:
    desk = FakeAssessments(sheets=(verified(without=(("d2", "flood"),)),))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "ctrl+g", "f8")
        assert "还差 1 处" in screen_text(pilot)
        await press(pilot, "tab", "enter")
        assert cell(screen) == ("d2", "flood")


async def test_another_persons_change_comes_in_and_is_not_overwritten(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "ctrl+g", "down", "enter", "3")
        desk.change_elsewhere(PLACE, "t2", "meetings", Entry(Decimal(1)))
        assessment(pilot).learn()
        await rest(pilot)
        await rest(pilot)
        line = next(line for line in screen_text(pilot).splitlines() if "白鹭镇" in line)
        assert "7.5" in line
        await press(pilot, "enter")
        await rest(pilot)
        assert assessment(pilot).clash is not None
        assert desk.held[PLACE].entry("t2", "meetings") == Entry(Decimal(1))


async def test_units_and_items_are_found_where_they_stand_now(run: Run) -> None:
    async with run(office_with(FakeAssessments()), size=(150, 40)) as pilot:
        screen = await enter(pilot)
        await settle(pilot)
        await press(pilot, "ctrl+g", "ctrl+f", "s", "l", "j")
        await settle(pilot)
        assert [row.unit for row in screen.items.model.records()] == ["d1"]
        await press(pilot, "escape", "shift+tab", "ctrl+f", "隐", "患")
        await settle(pilot)
        assert [row.key for row in screen.indicators.model.records()] == ["hazards"]
        await press(pilot, "f3", "ctrl+g")
        assert cell(screen) == ("d1", "hazards")
        assert len(screen.items.model.records()) == 9, "turning over shows all again"
        assert screen.units.has_focus


async def test_an_assessor_goes_down_the_units_and_sees_the_own_ratings_in_the_head(run: Run) -> None:
    desk = FakeAssessments(sheets=(), course=at("panel"))
    office = office_with(desk)
    office.settings["scoring.voice.qinghe"] = "rating|a1|"
    async with run(office) as pilot:
        await enter(pilot)
        await press(pilot, "ctrl+g", "enter", "1", "7", "enter", "1", "9", "enter")
        assert "分值 20  已填 2/8  平均 18  最高 19  最低 17" in screen_text(pilot)
        rated = desk.held[SheetPlace(SCHEME.id, "rating", "a1")]
        assert [int(row["panel"].score or 0) for row in rated.entries.values()] == [17, 19]


async def test_while_a_value_is_typed_the_table_stays_as_it_is(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        screen = await enter(pilot)
        await press(pilot, "enter", "ctrl+g")
        assert screen.reading.of == "unit"
        assert screen.entry_line.is_open


def test_turning_a_whole_county_over_takes_no_time() -> None:
    many = tuple(replace(UNITS[at % 8], id=f"u{at}", name=f"单位{at}") for at in range(36))
    heads = tuple(each for each in SCHEME.indicators if each.rule is None)
    leaves = [each for each in SCHEME.indicators if each.rule is not None]
    items = tuple(replace(each, id=f"{each.id}{turn}") for turn in range(10) for each in leaves)
    scheme = replace(SCHEME, units=many, indicators=(*heads, *items), vetoes=())
    entries = {unit.id: {each.id: Entry(score=Decimal(5)) for each in items} for unit in many}
    desk = FakeAssessments(scheme, (replace(verified(), entries=entries, events=()),))
    opened = OpenAssessment(desk, load(desk, scheme.id), *3 * (lambda *_: None,))
    table = Table(opened)
    chosen = indicators(table)["flood0"]
    opened.enter("u3", "flood0", Entry(score=Decimal(3), reason="略"))
    begun = time.perf_counter()
    chosen = indicators(table)["flood0"]
    assert len(by_item.column(table, chosen)) == 36 + 3
    assert time.perf_counter() - begun < 0.25
