"""The forms of the scoring place: what is typed over, what is wrong and where, levels by their names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assessments.rules.add import Add, Honour
from assessments.rules.control_quota import ControlQuota
from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.rules.votes import Votes
from assessments.rules.year_on_year import YearOnYear
from assessments.scheme import EventTrigger, Indicator, Scheme, Veto
from assessments.sheet import Entry, Event
from assessments.tree import Node
from planner.tui.display import width
from planner.tui.screens.scoring.asking import questions
from planner.tui.screens.scoring.event_form import EventForm
from planner.tui.screens.scoring.events import EventsDialog
from planner.tui.widgets.fields import TextInput
from tests.assessment_samples import EMERGENCY, SCHEME
from tests.tui.assessment_fakes import PLACE, FakeAssessments
from tui.piloting import Run, press, rest, screen_text
from tui.test_scoring_place import enter, office_with

BY_FILE = {"city": Decimal(1), "county": Decimal("0.5"), "national": Decimal(3), "province": Decimal(2)}
"""As a file has them: by the letters of their words."""


def with_rule(id: str, rule: object) -> Scheme:
    return SCHEME.with_indicator(replace(SCHEME.indicator(id), rule=rule))  # type: ignore[type-var]


def node_of(rule: Add | Deduct) -> Node:
    indicator = Indicator("x", "表彰奖励", kind="bonus", points=Decimal(4), rule=rule)
    return Node(indicator, indicator.kind, Decimal(4))


# Levels


def test_levels_are_asked_for_by_their_names_the_highest_first() -> None:
    rule = Add((Honour("表彰", levels=BY_FILE),))
    asked = questions(node_of(rule), "verified")
    assert [each.words for each in asked] == ["国家级", "省级", "市级", "县级"]
    assert [each.name for each in asked] == ["national", "province", "city", "county"]


def test_levels_of_several_kinds_name_their_kind_and_unknown_words_stand() -> None:
    rule = Deduct(
        (Fault("通报", levels={"部级": Decimal(2), "city": Decimal(3)}), Fault("约谈", each=Decimal(1)))
    )
    assert [each.words for each in questions(node_of(rule), "verified")] == ["通报 市级", "通报 部级", "约谈"]


def test_the_form_of_an_event_offers_the_levels_of_its_item_the_highest_first() -> None:
    rule = Add((Honour("表彰", levels=BY_FILE),))
    form = EventForm(SCHEME, Event("e", "t1", "表彰", level="旧级别"), ("表彰",), rule)
    assert [words for _, words in form._line("level").choices] == [
        "没有",
        "国家级",
        "省级",
        "市级",
        "县级",
        "旧级别",
    ]


async def test_an_event_that_is_worth_its_level_is_asked_for_it(run: Run) -> None:
    desk = FakeAssessments(with_rule("letter", Add((Honour("表彰", levels=BY_FILE),))), ())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        screen.perform("new")
        await press(pilot, "down", "enter", "enter", "ctrl+s")
        assert "请选级别" in screen_text(pilot)
        await press(pilot, "enter", "down", "enter", "ctrl+s")
        assert [event.level for event in desk.held[PLACE].events] == ["national"]
        assert "国家级" in screen_text(pilot)


# What stands in a line, and what is wrong with it


def quota_scheme() -> Scheme:
    rule = ControlQuota(quota=Decimal(1), counts=("accident",), over="all")
    veto = Veto("card", "黄牌警告", "yellow_card", event=EventTrigger(("accident",), no_responsibility=True))
    return replace(with_rule("letter", rule), vetoes=(veto,))


async def test_what_stands_in_a_line_goes_with_the_first_key_but_words_stay(run: Run) -> None:
    event = Event("e", "t1", "accident", text="坍塌", count=1)
    desk = FakeAssessments(quota_scheme(), ())
    desk.set_event(PLACE, event, None)
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        screen.perform("new")
        await press(pilot, "down", "enter", "home", "enter")
        await press(pilot, "down", "伤", "down", "down", "4", "ctrl+s")
        (changed,) = desk.held[PLACE].events
        assert (changed.count, changed.text) == (4, "坍塌伤")


async def test_what_is_wrong_is_said_under_its_line_and_typed_anew_there(run: Run) -> None:
    desk = FakeAssessments(quota_scheme(), ())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        screen.perform("new")
        await press(pilot, "down", "enter", "enter")
        await press(pilot, "1", "3", "-", "4", "0", "down", "down", "ctrl+s")
        await rest(pilot)
        lines = screen_text(pilot).splitlines()
        at = next(number for number, line in enumerate(lines) if "13-40" in line)
        assert "“13-40”不是日期" in lines[at + 1]
        assert isinstance(pilot.app.focused, TextInput)
        assert pilot.app.focused.value == "13-40"
        await press(pilot, "6", "-", "1", "ctrl+s")
        assert len(desk.held[PLACE].events) == 1


async def test_no_label_is_cut_in_a_small_window(run: Run) -> None:
    async with run(office_with(FakeAssessments(quota_scheme(), ()))) as pilot:
        screen = await enter(pilot)
        screen.perform("events")
        await rest(pilot)
        await press(pilot, "ctrl+n")
        labels = list(pilot.app.screen.query(".form--label"))
        words = [str(label.render()) for label in labels]
        assert "事项（同一事项只计一次）" in words
        assert all(width(each) < label.size.width for each, label in zip(words, labels, strict=True))
        assert not any(each.endswith("..") for each in words)


async def test_a_count_of_last_year_below_nothing_is_refused_in_line_and_form(run: Run) -> None:
    desk = FakeAssessments(with_rule("meetings", YearOnYear()), ())
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        await press(pilot, "down", "2", "enter", "-", "1", "enter")
        assert "不会是负数" in screen_text(pilot)
        assert screen.entry_line.is_open
        await press(pilot, "escape", "f2", "2", "enter", "-", "1", "ctrl+s")
        assert "不会是负数" in screen_text(pilot)
        await press(pilot, "1", "ctrl+s")
        assert desk.held[PLACE].entry("t1", "meetings") == Entry(Decimal(2), {"last_year": Decimal(1)})


async def test_the_list_of_events_says_where_its_end_leads(run: Run) -> None:
    desk = FakeAssessments(quota_scheme(), ())
    desk.set_event(PLACE, Event("e", "t1", "accident"), None)
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        screen.perform("events")
        await rest(pilot)
        assert "登记完了，回到评分" in screen_text(pilot)
        await press(pilot, "escape", "enter")
        assert "登记完了，到下一项" in screen_text(pilot)
        assert PLACE.by == EMERGENCY


@pytest.mark.parametrize(
    ("first", "again", "told"),
    [
        ({"matter": "平安"}, {"matter": "平安"}, "是同一事项"),
        ({"document": "1号"}, {"document": "1号"}, "文号相同"),
        (
            {"day": date(2027, 6, 1), "text": "坍塌"},
            {"day": date(2027, 6, 1), "text": "坍塌"},
            "类别、日期、内容相同",
        ),
        ({"text": "坍塌"}, {"text": "火灾"}, ""),
    ],
)
async def test_what_seems_to_be_entered_already_is_told(
    run: Run, first: dict[str, str], again: dict[str, str], told: str
) -> None:
    desk = FakeAssessments(quota_scheme(), ())
    desk.set_event(PLACE, Event("e1", "t1", "accident", **first), None)  # type: ignore[arg-type]
    desk.set_event(PLACE, Event("e2", "t1", "accident", **{**again, "text": "旧"}), None)  # type: ignore[arg-type]
    async with run(office_with(desk)) as pilot:
        screen = await enter(pilot)
        screen.perform("new")
        await press(pilot, "down", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, EventsDialog)
        dialog.rows.go_to("e2")
        await press(pilot, "enter", "down")
        line = pilot.app.focused
        assert isinstance(line, TextInput)
        line.value = str(again.get("text", "改"))
        await press(pilot, "ctrl+s")
        await rest(pilot)
        shown = screen_text(pilot)
        assert (told in shown) if told else "和“" not in shown


async def test_a_digit_that_opens_a_form_is_the_first_of_what_is_typed(run: Run) -> None:
    answers = {name: Decimal(100 - 20 * place) for place, name in enumerate(("好", "较好", "一般", "较差"))}
    desk = FakeAssessments(with_rule("meetings", Votes(answers)), ())
    async with run(office_with(desk)) as pilot:
        await enter(pilot)
        await press(pilot, "down", "1", "0", "enter", "3", "enter", "2", "enter", "0", "enter")
        await rest(pilot)
        entry = desk.held[PLACE].entry("t1", "meetings")
        assert entry is not None
        assert {name: int(count) for name, count in entry.figures.items()} == {
            "好": 10, "较好": 3, "一般": 2, "较差": 0
        }  # fmt: skip
