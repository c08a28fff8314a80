"""The scoring place: a column typed as number, Enter, number, Enter; everything else without a letter key."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from assessments.process import Course
from assessments.rules.add import Add, Honour
from assessments.rules.delay import Delay
from assessments.rules.linear import Linear
from assessments.rules.panel import Panel
from assessments.scheme import Indicator, Limits, Period, Scheme
from assessments.sheet import Entry, Event, Evidence, Sheet
from assessments.tree import Node
from planner.findings import Finding, Severity, Where
from planner.office import Office
from planner.office.assessment_records import CellConflict, JournalLine, SheetPlace
from planner.tui.app import PlannerApp
from planner.tui.assessment import OpenAssessment, Voice
from planner.tui.dialogs.journal import told
from planner.tui.screens.scoring import rows
from planner.tui.screens.scoring.asking import (
    answered,
    as_score,
    line_questions,
    needs_reason,
    typed_out_of,
    way_of,
)
from planner.tui.screens.scoring.screen import ScoringScreen
from planner.tui.screens.scoring.typed import number_in, read, typed_day, yes_no_in
from planner.tui.widgets.rowmodel import Group
from tests.assessment_samples import EMERGENCY, FIRE, PUBLIC, SCHEME, verified
from tests.tui.assessment_fakes import AT, PLACE, FakeAssessments, at
from tui.fakes import FakeOffice
from tui.piloting import Run, press, rest, screen_text

FLOOD = SheetPlace(SCHEME.id, "verified", FIRE)
REPORTS = SheetPlace(SCHEME.id, "verified", PUBLIC)


def office_with(desk: FakeAssessments) -> FakeOffice:
    office = FakeOffice()
    office.assessments = desk  # type: ignore[misc]
    return office


async def enter(pilot: Pilot[int], id: str = SCHEME.id) -> ScoringScreen:
    """Open the assessment at the scoring place."""
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_assessment(id)
    await rest(pilot)
    await rest(pilot)
    assert isinstance(app.screen, ScoringScreen)
    return app.screen


def assessment(pilot: Pilot[int]) -> OpenAssessment:
    app = pilot.app
    assert isinstance(app, PlannerApp)
    assert app.assessment is not None
    return app.assessment


async def settle(pilot: Pilot[int]) -> None:
    """Wait also for what is shown a moment later."""
    await asyncio.sleep(0.35)
    await rest(pilot)


# What is typed


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("96.5", "96.5"),
        ("９６．５", "96.5"),
        ("９６。５", "96.5"),
        ("3。", "3"),
        (".5", "0.5"),
        ("－２", "-2"),
        ("1,200", "1200"),
        ("98%", "98"),
        ("8分", "8"),
        ("３次", "3"),
        ("", None),
        ("三", None),
        ("1.2.3", None),
        ("--2", None),
    ],
)
def test_numbers_are_understood_as_an_input_method_writes_them(typed: str, number: str | None) -> None:
    assert number_in(typed) == (None if number is None else Decimal(number))


def test_a_count_is_whole_and_not_below_nothing() -> None:
    assert read("2", "count", SCHEME) == 2
    assert read("1.5", "count", SCHEME) is None
    assert read("-1", "count", SCHEME) is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("是", True), ("否", False), ("１", True), ("0", False), ("", None)]
)
def test_yes_and_no_are_understood(typed: str, meant: bool | None) -> None:
    assert yes_no_in(typed) is meant


def test_a_day_without_a_year_lies_in_the_window_of_the_scheme() -> None:
    window = replace(SCHEME.settings, from_day=date(2026, 12, 1), to_day=date(2027, 11, 30))
    scheme = replace(SCHEME, settings=window)
    assert typed_day("12-15", scheme) == date(2026, 12, 15)
    assert typed_day("６月３０日", scheme) == date(2027, 6, 30)
    assert typed_day("2027-12-05", scheme) == date(2027, 12, 5)
    assert typed_day("2月30日", scheme) is None


def leaf(rule: object, points: str | None = "10", **more: object) -> Node:
    full = None if points is None else Decimal(points)
    indicator = Indicator("x", "某项", points=full, rule=rule, **more)  # type: ignore[arg-type]
    return Node(indicator, indicator.kind, full)


def node_of(id: str) -> Node:
    found = SCHEME.indicator(id)
    return Node(found, found.kind, found.points)


def test_how_an_item_is_entered_follows_from_what_its_rule_asks() -> None:
    ways = {
        id: way_of(node_of(id), "verified") for id in ("letter", "meetings", "panel", "praise", "criticism")
    }
    assert ways == {
        "letter": "line",
        "meetings": "line",
        "panel": "ratings",
        "praise": "line",
        "criticism": "line",
    }
    assert way_of(node_of("panel"), "rating") == "line"
    assert way_of(node_of("flood"), "rating") == "ratings"
    judged = leaf(Add((Honour("成绩突出", least=Decimal(1), most=Decimal(3)),)))
    assert way_of(judged, "verified") == "events"
    levels = {name: Decimal(1) for name in ("national", "province", "city", "county")}
    assert way_of(leaf(Add((Honour("表彰", levels=levels),))), "verified") == "form"
    assert way_of(leaf(Linear()), "verified") == "line", "two figures are asked one after the other"


def test_a_negative_score_says_what_is_taken_off_where_none_can_be_below_nothing() -> None:
    assert as_score(leaf(None), Decimal(-2)) == 8
    assert as_score(leaf(None), Decimal(9)) == 9
    below = leaf(None, limits=Limits(floor=Decimal(-5)))
    assert as_score(below, Decimal(-2)) == -2
    assert as_score(leaf(None, kind="penalty"), Decimal(-2)) == -2


def test_an_assessor_types_out_of_the_panels_own_full_mark() -> None:
    hundred = leaf(Panel(out_of=Decimal(100)))
    assert typed_out_of(hundred, "rating") == 100
    assert typed_out_of(hundred, "meeting") == 10
    assert as_score(hundred, Decimal(-2), "rating") == 98
    assert as_score(hundred, Decimal(-2), "meeting") == 8
    assert typed_out_of(leaf(Panel()), "rating") == 10
    assert typed_out_of(leaf(Panel(by_place=(Decimal(10), Decimal(8)))), "rating") is None


def test_a_value_takes_the_place_of_a_score_by_hand_and_keeps_evidence() -> None:
    proof = Evidence("a.pdf")
    held = Entry(score=Decimal(3), reason="直接给分", evidence=(proof,), not_applicable=True)
    made = answered(held, {"value": Decimal(4), "上年": Decimal(5)})
    assert made == Entry(Decimal(4), {"上年": Decimal(5)}, reason="直接给分", evidence=(proof,))
    assert answered(made, {"上年": None}).figures == {}


def test_a_reason_belongs_to_points_taken_off_by_hand_and_to_decisions() -> None:
    given = node_of("flood")
    assert needs_reason(given, "verified", Entry(score=Decimal(9)))
    assert not needs_reason(given, "verified", Entry(score=Decimal(10)))
    assert not needs_reason(given, "self", Entry(score=Decimal(9)))
    assert needs_reason(given, "meeting", Entry(score=Decimal(10)))


# The screen


async def test_a_whole_column_is_typed_as_number_and_enter(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "enter")
        await press(pilot, "enter")
        await press(pilot, "4", "enter")
        await press(pilot, "2", "0", "enter")
        await press(pilot, "9", "6", ".", "5", "enter")
        await press(pilot, "2", "enter")
        await press(pilot, "1", "0", "enter")
        assert not screen.entry_line.is_open
        held = {place.by: dict(sheet.entries["t1"]) for place, sheet in desk.held.items()}
        assert held == {
            EMERGENCY: {
                "letter": Entry(done=True),
                "meetings": Entry(Decimal(4)),
                "training": Entry(score=Decimal(20)),
                "hazards": Entry(Decimal("96.5")),
            },
            PUBLIC: {"reports": Entry(Decimal(2))},
            FIRE: {"flood": Entry(score=Decimal(10))},
        }
        shown = screen_text(pilot)
        assert "青石镇  总分 74" in shown
        assert "这个单位填完了" in shown
        result = assessment(pilot).result("t1")
        assert result is not None
        assert result.total == 74


async def test_a_digit_begins_to_type_as_in_a_table(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "1", "2", "enter")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(12))
        assert isinstance(pilot.app.screen, ScoringScreen)
        assert screen.entry_line.is_open


async def test_full_width_digits_are_taken(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "enter", "３")
        # The pilot knows no name for this key; a terminal sends the character.
        screen.entry_line.field.post_message(Key("ideographic_full_stop", "。"))
        await press(pilot, "５", "enter")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal("3.5"))


async def test_a_column_that_comes_in_one_piece_is_taken_in_turn(run: Run) -> None:
    """Over a slow line keys wait and then come together."""
    scheme = SCHEME.with_indicator(replace(SCHEME.indicator("meetings"), rule=Linear()))
    desk = FakeAssessments(scheme, sheets=())
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        for key in (
            "down",
            "enter",
            "3",
            "enter",
            "4",
            "enter",
            "2",
            "0",
            "enter",
            "9",
            "5",
            "enter",
            "1",
            "enter",
        ):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await rest(pilot)
        await rest(pilot)
        held = desk.held[PLACE].entries["t1"]
        assert held["meetings"] == Entry(Decimal(3), {"target": Decimal(4)})
        assert held["training"] == Entry(score=Decimal(20))
        assert held["hazards"] == Entry(Decimal(95))
        assert desk.held[REPORTS].entries["t1"]["reports"] == Entry(Decimal(1))


async def test_what_cannot_be_read_is_said_and_stays(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "enter", "3", ".", ".", "enter")
        assert "“3..”不是数字" in screen_text(pilot)
        assert screen.entry_line.field.value == "3.."
        await press(pilot, "escape")
        assert not screen.entry_line.is_open
        assert PLACE not in desk.held


async def test_a_score_above_full_marks_is_refused_before_it_is_lost(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "down", "enter", "2", "1", "enter")
        assert "超过上限 20" in screen_text(pilot)
        assert screen.entry_line.field.value == "21"


async def test_points_taken_off_are_asked_for_their_reason(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "down", "enter", "-", "2", "enter")
        assert "扣分理由" in screen_text(pilot)
        await press(pilot, "缺", "签", "到", "enter")
        assert desk.held[PLACE].entry("t1", "training") == Entry(score=Decimal(18), reason="缺签到")
        assert "4.1" not in screen_text(pilot).splitlines()[-3]


async def test_arrows_save_and_go_on_up_or_down(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "enter", "3", "up")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(3))
        assert screen.items.current_key == "letter"
        assert screen.entry_line.is_open


async def test_space_turns_a_yes_or_no_in_the_line_and_in_the_table(run: Run) -> None:
    desk = FakeAssessments(sheets=())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "enter", "space")
        assert screen.entry_line.field.value == "否"
        await press(pilot, "enter", "escape", "up", "up")
        assert desk.held[PLACE].entry("t1", "letter") == Entry(done=False)
        await press(pilot, "space")
        assert desk.held[PLACE].entry("t1", "letter") == Entry(done=True)
        assert screen.items.current_key == "meetings"


async def test_several_figures_are_asked_one_after_the_other(run: Run) -> None:
    scheme = SCHEME.with_indicator(replace(SCHEME.indicator("meetings"), rule=Linear()))
    desk = FakeAssessments(scheme, sheets=())
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "enter", "3", "enter")
        assert "定期研究部署  3  目标数" in screen_text(pilot)
        await press(pilot, "4", "enter")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(3), {"target": Decimal(4)})


async def test_a_day_may_be_answered_with_no(run: Run) -> None:
    late = replace(SCHEME.indicator("letter"), rule=Delay(date(2027, 3, 31), Decimal(1)))
    desk = FakeAssessments(SCHEME.with_indicator(late), sheets=())
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "enter", "4", "-", "2", "enter")
        assert desk.held[PLACE].entry("t1", "letter") == Entry(day=date(2027, 4, 2))
        await press(pilot, "escape", "up", "up", "enter", "否", "enter")
        assert desk.held[PLACE].entry("t1", "letter") == Entry(done=False)


async def test_only_what_is_missing_is_shown_and_empties_while_typing(run: Run) -> None:
    desk = FakeAssessments((SCHEME), (verified(without=(("t1", "meetings"), ("t1", "reports"))),))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "f4")
        assert [row.key for row in screen.items.model.records()] == ["meetings", "reports"]
        assert "2项未填，暂定" in screen_text(pilot)
        await press(pilot, "enter", "4", "enter", "0", "enter")
        assert screen.items.model.records() == []
        await press(pilot, "escape")
        assert len(screen.items.model.records()) == 9


async def test_left_and_right_change_the_unit_and_keep_the_item(run: Run) -> None:
    desk = FakeAssessments(sheets=(verified(without=(("d2", "flood"),)),))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "right")
        assert (screen.unit, screen.items.current_key) == ("t2", "meetings")
        assert "白鹭镇  总分" in screen_text(pilot)
        await press(pilot, "left", "left")
        assert "已经是第一个单位" in screen_text(pilot)
        await press(pilot, "shift+right")
        assert screen.unit == "d2"
        await press(pilot, "shift+right")
        assert "别的单位都填完了" in screen_text(pilot)


async def test_an_item_is_left_out_with_a_reason_and_taken_in_again(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "ctrl+d")
        await press(pilot, "enter")
        assert "请写明理由" in screen_text(pilot)
        await press(pilot, "无", "此", "职", "能", "enter")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(not_applicable=True, reason="无此职能")
        assert "不涉及" in screen_text(pilot)
        await press(pilot, "ctrl+d")
        assert desk.held[PLACE].entry("t1", "meetings") is None


async def test_an_entry_is_cleared_and_brought_back(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "delete")
        assert desk.held[PLACE].entry("t1", "meetings") is None
        await press(pilot, "right", "home", "ctrl+z")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(4))
        assert (screen.unit, screen.items.current_key) == ("t1", "meetings")
        assert "已撤销：青石镇 > 定期研究部署" in screen_text(pilot)
        await press(pilot, "ctrl+y")
        assert desk.held[PLACE].entry("t1", "meetings") is None


async def test_everything_of_an_item_stands_in_one_form(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "f2")
        assert "直接给分" in screen_text(pilot)
        await press(pilot, "enter", "7", "enter", "按", "会", "议", "enter")
        expected = Entry(Decimal(4), score=Decimal(7), reason="按会议")
        assert desk.held[PLACE].entry("t1", "meetings") == expected


async def test_a_locked_stage_says_why_nothing_can_be_entered(run: Run) -> None:
    desk = FakeAssessments(course=at("totals"))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "enter")
        assert "已进入汇总，方案和评分都已锁定" in screen_text(pilot)
        assert not screen.entry_line.is_open
        await press(pilot, "delete")
        assert desk.held[PLACE].entry("t1", "letter") is not None


async def test_what_is_typed_while_the_stage_moves_on_stays_and_is_not_called_done(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "enter", "3")
        assert screen.entry_line.is_open
        before = desk.held.get(PLACE)
        desk.courses[SCHEME.id] = at("totals")
        assessment(pilot).learn()
        await rest(pilot)
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "阶段刚变，此项已锁定，没有存" in shown
        assert screen.entry_line.is_open
        assert screen.entry_line.field.value == "3"
        assert desk.held.get(PLACE) == before
        await press(pilot, "escape")
        assert not screen.entry_line.is_open


# Events


def judging(desk_sheets: tuple[Sheet, ...] = ()) -> FakeAssessments:
    rule = Add((Honour("表彰", least=Decimal(1), most=Decimal(3)),))
    changed = replace(SCHEME.indicator("letter"), rule=rule)
    return FakeAssessments(SCHEME.with_indicator(changed), desk_sheets)


async def test_that_nothing_happened_is_confirmed_with_enter(run: Run) -> None:
    desk = judging()
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        assert "待确认" in screen_text(pilot)
        await press(pilot, "enter")
        assert "确认没有发生" in screen_text(pilot)
        await press(pilot, "enter")
        assert desk.held[PLACE].entry("t1", "letter") == Entry(done=True)
        assert screen.entry_line.is_open, "on to the next item"
        assert screen.items.current_key == "meetings"


async def test_an_event_is_entered_changed_and_taken_out(run: Run) -> None:
    desk = judging()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "enter", "down", "enter")
        assert "登记事件" in screen_text(pilot)
        await press(pilot, "6", "-", "1", "tab", "tab", "市", "级", "表", "彰")
        await press(pilot, *["tab"] * 4, "2", "ctrl+s")
        (event,) = desk.held[PLACE].events
        assert (event.kind, event.day, event.text, event.points) == ("表彰", date(2027, 6, 1), "市级表彰", 2)
        result = assessment(pilot).result("t1")
        assert result is not None
        assert result.total == 2
        await press(pilot, "home", "f2", *["tab"] * 6, "3", "ctrl+s")
        assert [held.points for held in desk.held[PLACE].events] == [Decimal(3)]
        await press(pilot, "home", "delete")
        assert desk.held[PLACE].events == ()
        await press(pilot, "escape", "ctrl+z")
        assert len(desk.held[PLACE].events) == 1


async def test_all_events_of_a_unit_are_listed_with_those_only_a_veto_counts(run: Run) -> None:
    async with run(office_with(FakeAssessments()), size=(120, 40)) as pilot:
        screen = await enter(pilot)
        screen.go_to_cell("c2", "letter")
        screen.perform("events")
        await rest(pilot)
        assert "accident" in screen_text(pilot)
        await press(pilot, "escape")
        assert "否决" in screen_text(pilot)


# Who enters


async def test_an_assessor_rates_only_the_panels_items(run: Run) -> None:
    desk = FakeAssessments(course=at("panel"))
    office = office_with(desk)
    async with run(office) as pilot:
        screen = await enter(pilot)
        await press(pilot, "ctrl+u", "王", "评", "委", "enter")
        await rest(pilot)
        assert assessment(pilot).voice == Voice("rating", "a1")
        assert [row.key for row in screen.items.model.records()] == ["panel"]
        await press(pilot, "enter", "1", "7", "enter", "escape")
        rated = SheetPlace(SCHEME.id, "rating", "a1")
        assert desk.held[rated].entry("t1", "panel") == Entry(score=Decimal(17))
        assert office.settings["scoring.voice.qinghe"] == "rating|a1|"


async def test_who_has_few_items_goes_down_the_units_by_number_and_enter(run: Run) -> None:
    desk = FakeAssessments(sheets=(), course=at("panel"))
    office = office_with(desk)
    office.settings["scoring.voice.qinghe"] = "rating|a2|"
    async with run(office) as pilot:
        screen = await enter(pilot)
        await press(pilot, "enter", "1", "7", "enter")
        assert "白鹭镇  3.1 评委评价" in screen_text(pilot)
        for _ in range(7):
            await press(pilot, "1", "8", "enter")
        rated = desk.held[SheetPlace(SCHEME.id, "rating", "a2")]
        assert [int(row["panel"].score or 0) for row in rated.entries.values()] == [17, *[18] * 7]
        assert not screen.entry_line.is_open
        assert "全部填完了" in screen_text(pilot)


async def test_the_voice_of_the_last_time_is_remembered(run: Run) -> None:
    office = office_with(FakeAssessments())
    office.settings["scoring.voice.qinghe"] = f"verified|{FIRE}|"
    async with run(office) as pilot:
        screen = await enter(pilot)
        assert assessment(pilot).voice == Voice("verified", FIRE)
        assert [row.key for row in screen.items.model.records()] == ["training", "flood"]
        assert f"评分：{FIRE}" in screen_text(pilot)


async def test_a_unit_rates_itself_in_its_own_sheet(run: Run) -> None:
    desk = FakeAssessments(sheets=(), course=at("self"))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "ctrl+u", "白", "鹭", "enter")
        await rest(pilot)
        assert [row.key for row in screen.units.model.records()] == ["t2"]
        await press(pilot, "enter", "enter", "escape")
        assert desk.held[SheetPlace(SCHEME.id, "self", "白鹭镇")].entry("t2", "letter") == Entry(done=True)


async def test_the_meeting_decides_with_a_reason(run: Run) -> None:
    desk = FakeAssessments(course=at("meeting"))
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        assert assessment(pilot).voice.kind == "meeting"
        await press(pilot, *["down"] * 5, "enter", "8", "enter", "enter")
        assert "会议改动得分要写明理由" in screen_text(pilot)
        await press(pilot, "补", "交", "enter")
        decision = desk.courses[SCHEME.id].decision("t1", "flood")
        assert decision is not None
        assert decision.entry == Entry(score=Decimal(8), reason="补交")


def with_quarters() -> Scheme:
    quarters = tuple(Period(f"q{n}", f"第{n}季度", n * 1000) for n in (1, 2))
    return replace(SCHEME, periods=quarters)


async def test_where_there_are_rounds_one_of_them_is_chosen(run: Run) -> None:
    desk = FakeAssessments(with_quarters(), sheets=())
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "ctrl+u", "enter")
        assert "哪个时段" in screen_text(pilot)
        await press(pilot, "end", "enter")
        await rest(pilot)
        assert assessment(pilot).voice == Voice("verified", "", "q2")
        await press(pilot, "enter", "enter", "escape")
        place = SheetPlace(SCHEME.id, "verified", EMERGENCY, "q2")
        assert desk.held[place].entry("t1", "letter") == Entry(done=True)


# Others


async def test_another_persons_change_comes_in(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        desk.change_elsewhere(PLACE, "t1", "meetings", Entry(Decimal(1)))
        assessment(pilot).learn()
        await rest(pilot)
        await rest(pilot)
        line = next(line for line in screen_text(pilot).splitlines() if "定期研究部署" in line)
        assert "2.5" in line
        assert "7.5" in line


async def test_what_came_in_while_one_typed_is_not_overwritten_in_silence(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "enter", "3")
        desk.change_elsewhere(PLACE, "t1", "meetings", Entry(Decimal(1)))
        assessment(pilot).learn()
        await rest(pilot)
        await rest(pilot)
        shown = screen_text(pilot)
        assert "7.5" in shown, "theirs is on the screen already"
        assert "别人刚改了这个单位的评分" in shown
        await press(pilot, "enter")
        await rest(pilot)
        assert "李同事刚改过同一项" in screen_text(pilot)
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(1))


async def test_others_work_on_other_units_comes_in_without_a_word(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk), size=(140, 40)) as pilot:
        await enter(pilot)
        desk.change_elsewhere(PLACE, "t3", "meetings", Entry(Decimal(1)))
        assessment(pilot).learn()
        await rest(pilot)
        await rest(pilot)
        shown = screen_text(pilot)
        assert "62.5" in shown
        assert "别人刚改了" not in shown


async def test_two_offices_on_one_file_see_each_other_within_a_second(run: Run, tmp_path: Path) -> None:
    here, there = Office(tmp_path / "w.db"), Office(tmp_path / "w.db")
    here.assessments.add_scheme(SCHEME)
    app = PlannerApp(here, language_is_given=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await rest(pilot)
        await enter(pilot)
        there.assessments.set_entry(PLACE, "t1", "meetings", Entry(Decimal(3)), None)
        for _ in range(60):
            await asyncio.sleep(0.05)
            if "7.5" in screen_text(pilot):
                break
        line = next(line for line in screen_text(pilot).splitlines() if "定期研究部署" in line)
        assert line.split()[:6] == ["1.2", "定期研究部署", "10", "3", "2.5", "7.5"]
        there.assessments.set_entry(PLACE, "t1", "letter", Entry(done=False), None)
        await press(pilot, "home", "enter", "enter")
        await rest(pilot)
        assert assessment(pilot).clash is not None or assessment(pilot).entry("t1", "letter") is not None
        assert there.assessments.sheets(SCHEME.id)[0].entry("t1", "letter") == Entry(done=False)


# The stage, files, evidence


async def test_what_is_open_in_a_stage_leads_to_its_cell(run: Run) -> None:
    desk = FakeAssessments(sheets=(verified(without=(("d2", "flood"),)),))
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert "现在的阶段：复核评分" in shown
        assert "还差 1 处，见下" in shown
        await press(pilot, "tab", "enter")
        assert (screen.unit, screen.items.current_key) == ("d2", "flood")


async def test_the_stage_is_left_and_gone_back_to_with_a_reason(run: Run) -> None:
    desk = FakeAssessments(sheets=(verified(),))
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "f8", "down", "enter", "down", "enter")
        await rest(pilot)
        assert desk.courses[SCHEME.id].stage == "panel"
        assert "评委打分" in screen_text(pilot).splitlines()[1]
        await press(pilot, "f8", "end", "enter", "enter")
        await press(pilot, "漏", "项", "enter")
        await rest(pilot)
        assert desk.courses[SCHEME.id].stage == "verification"
        assert desk.courses[SCHEME.id].reopenings[-1].reason == "漏项"


async def test_refused_rows_are_listed_and_the_right_ones_can_be_taken(run: Run, tmp_path: Path) -> None:
    desk = FakeAssessments()
    where = Where("评分.xlsx", 4)
    desk.refusals.append(Finding("sheet.no_number", Severity.ERROR, where, {"column": "得分", "value": "九"}))
    file = tmp_path / "评分.xlsx"
    file.write_bytes(b"")
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        assessment(pilot).see_as("", Voice("verified", EMERGENCY))
        await press(pilot, "ctrl+o")
        await press(pilot, "ctrl+a", *str(file), "enter")
        await rest(pilot)
        shown = screen_text(pilot)
        assert "第 4 行" in shown
        assert "“得分”里的“九”不是数字" in shown
        await press(pilot, "down", "enter")
        await rest(pilot)
        assert "导入 3 项" in screen_text(pilot)
        assert screen.is_current


async def test_the_form_of_a_body_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.tui.screens.scoring.files.usual_folder", lambda: tmp_path)
    async with run(office_with(FakeAssessments())) as pilot:
        await enter(pilot)
        assessment(pilot).see_as("", Voice("verified", FIRE))
        await press(pilot, "ctrl+e", "enter", "enter")
        await settle(pilot)
        written = tmp_path / f"{FIRE}.xlsx"
        assert written.read_bytes()[:2] == b"PK"


async def test_evidence_is_added_and_taken_out(run: Run, tmp_path: Path) -> None:
    desk = FakeAssessments()
    file = tmp_path / "纪要.pdf"
    file.write_bytes(b"x")
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "ctrl+n", "enter")
        await press(pilot, "ctrl+a", *str(file), "enter")
        await rest(pilot)
        entry = desk.held[PLACE].entry("t1", "meetings")
        assert entry is not None
        assert [piece.name for piece in entry.evidence] == ["纪要.pdf"]
        assert entry.value == 4
        await press(pilot, "ctrl+n", "end", "enter")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(4))


async def test_why_a_score_is_what_it_is_opens_by_key(run: Run) -> None:
    async with run(office_with(FakeAssessments())) as pilot:
        await enter(pilot)
        await press(pilot, "down", "down", "down", "ctrl+k")
        assert "青石镇 > 隐患整改" in screen_text(pilot)


async def test_units_are_found_by_initials_and_items_by_words(run: Run) -> None:
    async with run(office_with(FakeAssessments()), size=(140, 40)) as pilot:
        screen = await enter(pilot)
        await settle(pilot)
        await press(pilot, "ctrl+f", "隐", "患")
        await settle(pilot)
        assert [row.key for row in screen.items.model.records()] == ["hazards"]
        await press(pilot, "escape", "shift+tab", "ctrl+f", "s", "l", "j")
        await settle(pilot)
        assert [row.key for row in screen.units.model.records()] == ["d1"]


async def test_the_rule_the_words_and_the_reckoning_stand_beside(run: Run) -> None:
    async with run(office_with(FakeAssessments()), size=(120, 40)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "down")
        await settle(pilot)
        shown = screen_text(pilot)
        assert "酌情评分。" in shown
        assert f"复核评分  {EMERGENCY}" in shown
        assert "两次培训无签到" in shown


# Rows


def test_headings_stand_over_their_items_with_their_sums() -> None:
    from planner.tui.assessment import load
    from planner.tui.screens.scoring.table import Table

    desk = FakeAssessments()
    opened = OpenAssessment(desk, load(desk, SCHEME.id), *3 * (lambda *_: None,))
    table = Table(opened)
    items = table.items("t1")
    shown = [item.title.strip() if isinstance(item, Group) else item.number for item in items]
    assert shown == [
        "1 责任落实", "1.1", "1.2", "1.3", "2 重点工作", "2.1", "2.2", "2.3", "3 综合评价", "3.1", "4", "5",
    ]  # fmt: skip
    first = items[0]
    assert isinstance(first, Group)
    assert first.note == "38 / 40"
    cells = {
        row.key: (rows.observed_cell(row), rows.deducted_cell(row), rows.score_cell(row))
        for row in table.rows("t1")
    }
    assert cells["letter"] == ("是", "", "10")
    assert cells["training"] == ("18", "2", "18")
    assert cells["reports"] == ("2", "1", "9")
    assert cells["praise"] == ("1 件", "", "1")
    states = {row.key: rows.state_cell(row) for row in table.rows("t1")}
    assert states["panel"] == "待打分"
    assert rows.figure(Decimal("4.8353")) == "4.84"


def test_a_unit_is_counted_again_only_where_something_of_it_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    from planner.tui.assessment import load
    from planner.tui.screens.scoring.table import Table

    desk = FakeAssessments()
    opened = OpenAssessment(desk, load(desk, SCHEME.id), *3 * (lambda *_: None,))
    table = Table(opened)
    table.unit_items()
    read: list[str] = []
    whole = Table.items

    def counted(self: Table, unit: str, *, only_wanting: bool = False) -> object:
        read.append(unit)
        return whole(self, unit, only_wanting=only_wanting)

    monkeypatch.setattr(Table, "items", counted)
    opened.enter("t2", "flood", Entry(score=Decimal(3), reason="略"))
    table.unit_items()
    assert read == ["t2"]


def test_the_fakes_are_what_these_tests_take_them_for() -> None:
    assert isinstance(CellConflict(Entry(), None, "李同事", AT), CellConflict)
    assert Event("x", "t1", "praise").count == 1
    assert REPORTS.by == PUBLIC


# Appeals, the journal


async def test_an_appeal_is_entered_and_answered_with_another_score(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        held = assessment(pilot)
        course = desk._change(SCHEME.id, lambda course: replace(course, stage="published"))
        assert isinstance(course, Course)
        held.moved_to(course)
        await settle(pilot)
        screen.perform("appeals")
        await press(pilot, "enter", "enter", *"复核", "enter")
        await settle(pilot)
        (appeal,) = desk.course(SCHEME.id).appeals
        assert (appeal.unit, appeal.text, bool(appeal.indicator)) == (screen.unit, "复核", True)
        course = desk._change(SCHEME.id, lambda course: replace(course, stage="appeal"))
        assert isinstance(course, Course)
        held.moved_to(course)
        await settle(pilot)
        screen.perform("appeals")
        await press(pilot, "enter", *"属实", "enter", "1", "enter")
        await settle(pilot)
        (appeal,) = desk.course(SCHEME.id).appeals
        assert (appeal.answer, appeal.changed) == ("属实", Decimal(1))


async def test_the_journal_is_shown_in_words(run: Run) -> None:
    desk = FakeAssessments()
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        row = screen.items.current
        assert row is not None
        assessment(pilot).enter(row.unit, row.key, Entry(score=Decimal(2)))
        await settle(pilot)
        screen.planner.perform("history")
        await settle(pilot)
        assert "考核日志" in screen_text(pilot)
        assert f"{row.title}  得分" in screen_text(pilot)


def test_the_journal_keeps_ratings_hidden_until_they_are_revealed() -> None:
    place = SheetPlace(SCHEME.id, "rating", "a")
    line = JournalLine(AT, "office", "entry", "change", "sheet", place, "t1", "", "", "score", None, "87")
    open_course = Course(SCHEME.id, "panel")
    (hidden,) = told([line], SCHEME, open_course)
    assert "87" not in hidden.words
    (own,) = told([line], SCHEME, open_course, viewer="a")
    (shown,) = told([line], SCHEME, replace(open_course, revealed=True))
    assert "87" in own.words
    assert "87" in shown.words


async def test_arrows_lead_from_line_to_line_in_the_form_of_an_event(run: Run) -> None:
    desk = judging()
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "enter", "down", "enter")
        await press(pilot, "6", "-", "1", "down", "down", "市", "ctrl+s")
        (event,) = desk.held[PLACE].events
        assert (event.day, event.text) == (date(2027, 6, 1), "市")


def test_the_meeting_is_asked_for_a_score_whatever_the_rule_looks_at() -> None:
    item = Indicator("a", "培训", points=Decimal(4), rule=Linear(target=Decimal(100)))
    node = Node(item, item.kind, Decimal(4))
    (asked,) = line_questions(node, "meeting")
    assert asked.kind == "score"
    assert way_of(node, "meeting") == "line"
