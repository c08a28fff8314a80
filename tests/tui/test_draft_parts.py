"""What the draft screen shows and understands, without the screen: rows, parts, forms, names of files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planner.departments import Department, Roster
from planner.drafting.rollover import propose
from planner.findings import Finding, Severity, Where
from planner.plan import Due, Measure, Plan, Recurrence, Source, Target
from planner.tui.exporting import default_name, with_ending
from planner.tui.screens.draft.measure_forms import (
    day_in,
    days_in,
    due_form,
    due_from,
    recurrence_form,
    recurrence_from,
    target_form,
    target_from,
)
from planner.tui.screens.draft.names import NamesDialog
from planner.tui.screens.draft.parts import due_line, parts_of, recurrence_line, target_line
from planner.tui.screens.draft.renew import likely_year, within
from planner.tui.screens.draft.renewing import RenewDialog
from planner.tui.screens.draft.rows import (
    due_words,
    holding,
    mark_words,
    marks_of,
    rows_of,
    with_sections,
)
from tui.fakes import HOSTILE, FakeOffice, hostile_plan, plan, roster
from tui.piloting import Run, press, rest, screen_text


def test_rows_stand_in_the_plans_order_with_printed_numbers() -> None:
    shown = [(row.kind, row.number.strip(), row.id) for row in rows_of(plan())]
    assert shown == [
        ("plan", "", "plan01"),
        ("section", "一、", "sec001"),
        ("task", "1.", "t00001"),
        ("task", "2.", "t00003"),
        ("section", "二、", "sec002"),
        ("task", "3.", "t00002"),
    ]


def test_tasks_of_no_section_stand_at_the_end() -> None:
    made = plan()
    loose = made.with_task(replace(made.task("t00001"), section="gone"))
    assert rows_of(loose)[-1].id == "t00001"


def test_every_word_must_stand_somewhere_in_a_task() -> None:
    rows = rows_of(plan())
    assert holding(rows, "应急 第1项") == {"t00001"}
    assert holding(rows, "应急 没有这个词") == frozenset()
    kept = with_sections(rows, holding(rows, "第1项"))
    assert [row.id for row in kept] == ["sec001", "t00001"]


def test_the_heaviest_finding_gives_the_mark_and_notes_give_none() -> None:
    place = Where(path=("tasks", "t00001"))
    findings = [
        Finding("check.only_vague", Severity.WARNING, place),
        Finding("check.no_lead", Severity.ERROR, place),
        Finding("check.like_task", Severity.NOTE, Where(path=("tasks", "t00002"))),
        Finding("check.past_year", Severity.WARNING, Where(path=("title",))),
    ]
    marks = marks_of(findings, plan())
    assert mark_words(marks["t00001"]) == "缺牵头+1"
    assert "t00002" not in marks
    assert mark_words(marks["plan01"]) == "旧年份"


def test_the_first_day_counts_and_words_stand_where_there_is_none() -> None:
    made = plan()

    def shown(measure: Measure) -> str:
        changed = made.with_task(replace(made.task("t00001"), measures=(measure,)))
        return due_words(next(row for row in rows_of(changed) if row.id == "t00001"))

    dues = (Due("年底", date(2027, 12, 31)), Due("6月底", date(2027, 6, 30)))
    assert shown(Measure("m", "", dues=dues)) == "2027-06-30"
    assert shown(Measure("m", "", dues=(Due("汛期前"),))) == "汛期前"
    assert shown(Measure("m", "", recurrences=(Recurrence("每季度"),))) == "每季度"


def test_a_task_is_shown_in_full() -> None:
    made = plan()
    task = replace(made.task("t00001"), source=Source("往年要点", 7, 2021, "3"))
    row = next(row for row in rows_of(made.with_task(task)) if row.id == "t00001")
    parts = parts_of(row, made)
    kinds = [part.kind for part in parts]
    assert kinds == ["title", "section", "measure", "text", "names", "names", "target", "source"]
    assert parts[-1].text == "往年要点  2021 年  第3项  第7行"
    assert len({part.key for part in parts}) == len(parts)


def test_a_templates_task_offers_nothing_to_edit() -> None:
    made = plan()
    bare = made.with_task(replace(made.task("t00001"), measures=(Measure("m", "正文"),)))
    row = next(row for row in rows_of(bare) if row.id == "t00001")
    assert "回车" in " ".join(part.text for part in parts_of(row, bare))
    assert "回车" not in " ".join(part.text for part in parts_of(row, bare, own=False))


def test_what_is_understood_stands_beside_the_words() -> None:
    target = Target("培训不少于200人次", "at_least", Decimal(200), "人次")
    assert target_line(target) == "培训不少于200人次  [不少于 200 人次]"
    assert target_line(Target("加强培训")) == "加强培训  [没有数字]"
    assert due_line(Due("汛期前")) == "汛期前  [没有具体日期]"
    rule = Recurrence("每半年一次", "FREQ=MONTHLY;INTERVAL=6")
    assert recurrence_line(rule, 2027) == "每半年一次  [2 次：6-30  12-31]"
    fixed = replace(rule, dates=(date(2027, 3, 15),))
    assert recurrence_line(fixed, 2027) == "每半年一次  [1 次（已确定）：3-15]"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6-30", date(2027, 6, 30)),
        ("6月30日", date(2027, 6, 30)),
        ("2028-2-29", date(2028, 2, 29)),
        ("2027年9月1日", date(2027, 9, 1)),
        ("9-31", None),
        ("六月", None),
    ],
)
def test_a_day_may_be_typed_short(typed: str, day: date | None) -> None:
    assert day_in(typed, 2027) == day


def test_several_days_are_put_in_order_and_one_wrong_is_wrong() -> None:
    assert days_in("6-15，3-15 3-15", 2027) == (date(2027, 3, 15), date(2027, 6, 15))
    assert days_in("6-15 9-31", 2027) is None
    assert days_in("", 2027) == ()


def test_forms_mean_what_was_typed() -> None:
    values = {"text": "达到95.5%", "comparison": "at_least", "value": "95.5", "unit": "%"}
    assert target_from(values) == Target("达到95.5%", "at_least", Decimal("95.5"), "%")
    assert due_from({"text": "6月底前", "day": ""}, 2027) == Due("6月底前", date(2027, 6, 30))
    assert due_from({"text": "汛期前", "day": "5-31"}, 2027) == Due("汛期前", date(2027, 5, 31))


def test_a_rule_stays_with_unchanged_words_and_follows_new_ones() -> None:
    before = Recurrence("定期", "FREQ=MONTHLY;INTERVAL=2")
    assert recurrence_from({"text": "定期", "days": ""}, 2027, before).rule == before.rule
    assert recurrence_from({"text": "每季度一次", "days": ""}, 2027, before).rule == "FREQ=MONTHLY;INTERVAL=3"


def test_the_year_to_renew_for_is_the_plans_own_where_something_is_older() -> None:
    made = plan(year=2027)
    old = made.with_task(replace(made.task("t00001"), source=Source("往年", year=2021)))
    assert likely_year(old, 2030) == 2027
    assert likely_year(made, 2027) == 2028
    assert likely_year(plan(year=2021), 2027) == 2027


def test_marked_rows_alone_are_renewed() -> None:
    made = plan(year=2026, title="2026年工作要点")
    first = made.task("t00001")
    made = made.with_task(replace(first, measures=(Measure("m00001", "2026年完成。"),)))
    found = propose(made, 2027, roster=roster())
    assert {each.place.record for each in within(made, found, frozenset())} == {"plan", "measure"}
    assert {each.place.id for each in within(made, found, frozenset({"sec001"}))} == {"m00001"}


@pytest.mark.parametrize(
    ("title", "name"),
    [("临江县2027年工作要点", "临江县2027年工作要点.toml"), ('a/b:c*"d"', "abcd.toml"), (" . ", "plan.toml")],
)
def test_a_title_becomes_the_name_of_a_file(title: str, name: str) -> None:
    assert default_name(Plan("p", title, 2027)) == name


def test_a_name_without_a_known_ending_becomes_toml() -> None:
    assert with_ending(Path("甲.md")) == Path("甲.md")
    assert with_ending(Path("甲.2027")) == Path("甲.2027.toml")


HOSTILE_ROSTER = Roster((Department("hostil", HOSTILE, short=(HOSTILE,)),))
DIALOGS = {
    "names": lambda: NamesDialog(HOSTILE, (HOSTILE,), HOSTILE_ROSTER, lambda department: department.name),
    "target": lambda: target_form(Target(HOSTILE, unit=HOSTILE)),
    "due": lambda: due_form(Due(HOSTILE), 2027),
    "recurrence": lambda: recurrence_form(Recurrence(HOSTILE), 2027),
}


@pytest.mark.parametrize("name", DIALOGS)
async def test_dialogs_show_hostile_text_as_it_is(run: Run, name: str) -> None:
    async with run(FakeOffice(), size=(120, 40)) as pilot:
        pilot.app.push_screen(DIALOGS[name]())
        await rest(pilot)
        shown = screen_text(pilot)
        assert "[/x]" in shown
        assert not set(shown) & set("\x1b\x07\u202e\u200b")
        await press(pilot, "end", "backspace", "ctrl+s")
        assert pilot.app.is_running


async def test_renewing_shows_hostile_text_as_it_is(run: Run) -> None:
    made = hostile_plan()
    made = replace(made, title=f"2026年{HOSTILE}", year=2026)
    async with run(FakeOffice(), size=(120, 40)) as pilot:
        pilot.app.push_screen(RenewDialog(made, propose(made, 2027, roster=roster())))
        await rest(pilot)
        for keys in ((), ("f2",)):
            await press(pilot, *keys)
            shown = screen_text(pilot)
            assert "[/x]" in shown
            assert not set(shown) & set("\x1b\x07\u202e\u200b")
