"""The scheme on the screen: found, made from a plan, edited in every part, checked, handed over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assessments.rules.bands import Bands
from assessments.scheme import Scheme
from planner.plan import Due, Duty
from planner.tui.app import PlannerApp
from planner.tui.screens.scheme import from_plan
from planner.tui.screens.scheme.bench import ONE
from planner.tui.screens.scheme.bench_edits import SchemeBench
from planner.tui.screens.scheme.proposing import ProposalDialog
from planner.tui.screens.scheme.screen import SchemeScreen
from planner.tui.widgets.fields import TextInput
from tests.assessment_samples import SCHEME
from tests.tui.assessment_fakes import FakeAssessments, at
from tui.fakes import FakeOffice, plan
from tui.piloting import Run, press, rest, screen_text, seen

WIDE = (120, 40)


@pytest.fixture
def office() -> FakeOffice:
    return FakeOffice(plan("plan01", 2027))


def screen_of(pilot: Pilot[int]) -> SchemeScreen:
    app = pilot.app
    assert isinstance(app, PlannerApp)
    screen = app.place_screen
    assert isinstance(screen, SchemeScreen)
    return screen


def bench_of(pilot: Pilot[int]) -> SchemeBench:
    return screen_of(pilot).bench


def scheme_of(pilot: Pilot[int]) -> Scheme:
    return bench_of(pilot).scheme


async def go(pilot: Pilot[int]) -> SchemeScreen:
    """To the place, with nothing open."""
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.go("scheme")
    await rest(pilot)
    return screen_of(pilot)


async def opened(pilot: Pilot[int]) -> SchemeBench:
    """To the place, with the sample scheme open."""
    app = pilot.app
    assert isinstance(app, PlannerApp)
    app.open_assessment(SCHEME.id, "scheme")
    await rest(pilot)
    return bench_of(pilot)


async def checked(pilot: Pilot[int]) -> None:
    """Wait until the edits have paused and the check is through."""
    for _ in range(200):
        await pilot.pause(0.02)
        await rest(pilot)
        if bench_of(pilot).checker.is_current:
            return
    raise AssertionError("the check never came")


async def to_line(pilot: Pilot[int], name: str) -> None:
    """Put the cursor on the line of a field of what is shown in full."""
    bench = bench_of(pilot)
    bench.enter(ONE)
    await rest(pilot)
    line = next(each for each in bench.lines() if each.name == name and each.what != "told")
    bench.parts.go_to(line.key)
    await rest(pilot)


async def to_path(pilot: Pilot[int], *path: str | int, adds: bool = False) -> None:
    """Put the cursor on the line at a path of what is shown in full, or on the one that adds there."""
    bench = bench_of(pilot)
    bench.enter(ONE)
    await rest(pilot)
    line = next(each for each in bench.lines() if each.path == path and (each.what == "add") is adds)
    bench.parts.go_to(line.key)
    await rest(pilot)


async def type_in(pilot: Pilot[int], words: str) -> None:
    """Put words into the field that is being typed in, as an input method does: all at once."""
    field = pilot.app.focused
    assert isinstance(field, TextInput)
    field.value = words
    await rest(pilot)


# The list of schemes


async def test_without_an_open_scheme_the_list_and_the_ways_to_one_are_shown(
    run: Run, office: FakeOffice
) -> None:
    async with run(office) as pilot:
        await go(pilot)
        shown = screen_text(pilot)
        for words in ("由计划生成方案", "选用现成方案", "打开文件", "试用示例县", SCHEME.title, "复核评分"):
            assert words in shown
        await press(pilot, "enter")
        assert scheme_of(pilot) == SCHEME
        await press(pilot, "escape")
        assert screen_of(pilot).shelf.display


async def test_what_comes_after_the_scheme_is_said(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await go(pilot)
        await press(pilot, "ctrl+n", "enter", "ctrl+s")
        assert "按 9 评分" in screen_text(pilot), "also of one that was just made"
    async with run(office) as pilot:
        await go(pilot)
        await press(pilot, "shift+tab", "end", "enter")
        await checked(pilot)
        assert "按 9 评分，再按 Ctrl+右 看结果" in screen_text(pilot)
        assert ("接着按 9 评分" in screen_text(pilot)) is bench_of(pilot).checker.is_ready


async def test_a_scheme_with_something_to_mend_is_not_called_ready(run: Run) -> None:
    desk = FakeAssessments(replace(SCHEME, units=()))
    wanting = FakeOffice()
    wanting.assessments = desk  # type: ignore[misc]
    async with run(wanting) as pilot:
        await opened(pilot)
        await checked(pilot)
        assert not bench_of(pilot).checker.is_ready
        assert "接着按 9 评分" not in screen_text(pilot)


async def test_a_removed_scheme_comes_back(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await go(pilot)
        await press(pilot, "delete")
        assert "还没有考核方案" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert SCHEME.title in screen_text(pilot)


async def test_a_ready_scheme_is_taken_for_this_year(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await go(pilot)
        await press(pilot, "ctrl+n", "enter", "ctrl+s")
        assert scheme_of(pilot).title == "县安全生产考核办法（范本）"
        assert scheme_of(pilot).year == 2027
        assert len(office.assessments.kept) == 2


async def test_a_ready_scheme_is_offered_for_year_and_place_of_the_open_plan(run: Run) -> None:
    own = replace(plan("plan01", 2028), region="临江县", issuer="临江县安委办")
    office = FakeOffice(own)
    made_up = replace(SCHEME, id="b1", basis="《青禾县考核办法》（青安委〔2027〕3号）")
    office.assessments.builtin_schemes = lambda: (made_up,)  # type: ignore[method-assign]
    async with run(office) as pilot:
        await go(pilot)
        app = pilot.app
        assert isinstance(app, PlannerApp)
        await press(pilot, "ctrl+n", "enter")
        assert [field.value for field in app.screen.query(TextInput)] == [
            "2027",
            "2027年度安全生产考核办法",
            "",
            "",
        ]
        await press(pilot, "escape")
        app.open_plan(office.open_plan("plan01"), "scheme")
        await rest(pilot)
        await press(pilot, "ctrl+n", "enter", "ctrl+s")
        taken = scheme_of(pilot)
        assert (taken.year, taken.region, taken.issuer) == (2028, "临江县", "临江县安委办")
        assert (taken.title, taken.basis) == ("临江县2028年度安全生产考核办法", "《临江县考核办法》")


async def test_a_scheme_of_the_workspace_is_taken_for_another_year(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await go(pilot)
        await press(pilot, "f5")
        await type_in(pilot, "2028")
        await press(pilot, "ctrl+s")
        assert scheme_of(pilot).title == "青禾县2028年度安全生产考核办法"
        assert str(scheme_of(pilot).settings.evidence_by) == "2028-12-31"


async def test_the_demo_county_is_one_line_away(run: Run, office: FakeOffice) -> None:
    office.assessments.kept.clear()
    async with run(office) as pilot:
        await go(pilot)
        await press(pilot, "down", "down", "down", "enter")
        assert scheme_of(pilot).title == "青禾县示例考核办法"


async def test_home_leads_here(run: Run, office: FakeOffice) -> None:
    async with run(FakeOffice()) as pilot:
        await press(pilot, "down", "down", "down", "enter")
        assert isinstance(screen_of(pilot), SchemeScreen)


# The tree


async def test_nudged_points_are_seen_in_the_sum_above_at_once(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await opened(pilot)
        await press(pilot, "down", "down", "right")
        assert scheme_of(pilot).indicator("letter").points == 11
        assert "41 多1" in screen_text(pilot)
        await press(pilot, "shift+left")
        assert scheme_of(pilot).indicator("letter").points == 1
        assert "31 少9" in screen_text(pilot)
        await press(pilot, "ctrl+z", "ctrl+z")
        assert scheme_of(pilot) == SCHEME
        await press(pilot, "ctrl+y")
        assert scheme_of(pilot).indicator("letter").points == 11


async def test_points_changed_in_a_units_tree_are_its_own(run: Run, office: FakeOffice) -> None:
    async with run(office, size=WIDE) as pilot:
        bench = await opened(pilot)
        await press(pilot, "ctrl+b", "down", "enter")
        assert bench.scope.words(scheme_of(pilot)) == "青石镇"
        await press(pilot, "down", "down", "right")
        assert scheme_of(pilot).indicator("letter").points == 10
        assert [(each.unit, each.points) for each in scheme_of(pilot).overrides] == [("t1", Decimal(11))]
        assert "与共同规定不同，共同规定 10 分" in screen_text(pilot)
        bench.enter(ONE)
        bench.parts.go_to(next(each.key for each in bench.lines() if each.name == "own"))
        await press(pilot, "delete")
        assert scheme_of(pilot).overrides == ()


async def test_a_shared_item_is_not_deleted_from_a_units_tree(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await opened(pilot)
        await press(pilot, "ctrl+b", "down", "enter", "down", "down", "delete")
        assert scheme_of(pilot) == SCHEME
        assert "这是共同指标" in screen_text(pilot)


async def test_indicators_are_made_moved_copied_and_deleted(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        await press(pilot, "down", "down", "ctrl+n")
        await type_in(pilot, "值班值守")
        await press(pilot, "enter")
        await type_in(pilot, "５")
        await press(pilot, "ctrl+s")
        titles = [each.title for each in scheme_of(pilot).children("duty")]
        assert titles == ["签订责任书", "值班值守", "定期研究部署", "教育培训"]
        made = scheme_of(pilot).children("duty")[1]
        assert (made.points, made.scorers) == (5, SCHEME.indicator("letter").scorers)
        await press(pilot, "ctrl+up")
        assert scheme_of(pilot).children("duty")[0].id == made.id
        bench.perform("duplicate")
        await rest(pilot)
        assert [each.title for each in scheme_of(pilot).children("duty")][:2] == [
            "值班值守",
            "值班值守（复制）",
        ]
        await press(pilot, "delete")
        assert len(scheme_of(pilot).children("duty")) == 4
        assert "删除 1 项指标" in screen_text(pilot)


async def test_the_first_item_under_another_takes_over_its_rule(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        bench.point_at("hazards")
        await press(pilot, "ctrl+n")
        await type_in(pilot, "重大隐患")
        await press(pilot, "enter", "enter", "enter", "down", "enter", "ctrl+s")
        child = scheme_of(pilot).children("hazards")[0]
        assert isinstance(child.rule, Bands)
        assert scheme_of(pilot).indicator("hazards").rule is None


async def test_only_what_is_wrong_is_shown_on_demand(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await opened(pilot)
        await press(pilot, "down", "down", "right", "f4")
        await checked(pilot)
        assert [row.id for row in bench_of(pilot).items.model.records()] == ["", "duty"]
        await press(pilot, "escape")
        assert len(bench_of(pilot).items.model.records()) == 13


# In full


async def test_a_parameter_is_edited_and_what_is_wrong_is_said_at_once(run: Run, office: FakeOffice) -> None:
    async with run(office, size=WIDE) as pilot:
        bench = await opened(pilot)
        bench.point_at("meetings")
        await to_line(pilot, "target")
        await press(pilot, "enter")
        await type_in(pilot, "四次")
        await press(pilot, "enter")
        assert "要填数字" in screen_text(pilot)
        await type_in(pilot, "０")
        await press(pilot, "enter")
        rule = scheme_of(pilot).indicator("meetings").rule
        assert getattr(rule, "target", None) == 0
        assert "请改" in screen_text(pilot)
        assert "须大于 0" in screen_text(pilot)


async def test_another_method_is_chosen_by_its_words(run: Run, office: FakeOffice) -> None:
    async with run(office, size=WIDE) as pilot:
        bench = await opened(pilot)
        bench.point_at("letter")
        await to_line(pilot, "rule")
        await press(pilot, "enter", "down", "enter")
        rule = scheme_of(pilot).indicator("letter").rule
        assert isinstance(rule, Bands)
        assert len(rule.bands) == 1
        assert "分档计分" in screen_text(pilot)


async def test_bands_are_added_filled_in_and_taken_out(run: Run, office: FakeOffice) -> None:
    async with run(office, size=WIDE) as pilot:
        bench = await opened(pilot)
        bench.point_at("hazards")
        await to_path(pilot, "rule", "bands", adds=True)
        await press(pilot, "enter", "down", "down", "enter")
        await type_in(pilot, "3")
        await press(pilot, "enter", "escape")
        rule = scheme_of(pilot).indicator("hazards").rule
        assert isinstance(rule, Bands)
        assert [band.gives for band in rule.bands] == [20, 15, 0, 3]
        await to_path(pilot, "rule", "bands", 3)
        await press(pilot, "ctrl+up")
        rule = scheme_of(pilot).indicator("hazards").rule
        assert isinstance(rule, Bands)
        assert [band.gives for band in rule.bands] == [20, 15, 3, 0]
        await to_path(pilot, "rule", "bands", 2)
        await press(pilot, "delete")
        assert scheme_of(pilot).indicator("hazards").rule == SCHEME.indicator("hazards").rule


async def test_who_scores_is_chosen_or_written(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        bench.point_at("letter")
        await to_line(pilot, "scorers")
        await press(pilot, "enter", "down", "space", "enter")
        assert scheme_of(pilot).indicator("letter").scorers == ("县应急管理局", "县公安局")
        await press(pilot, "enter", "end", "space", "enter")
        await type_in(pilot, "县档案馆、县气象局")
        await press(pilot, "enter")
        assert scheme_of(pilot).indicator("letter").scorers == ("县档案馆", "县气象局")


async def test_choices_limits_and_long_texts_are_edited(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        bench.point_at("letter")
        await to_line(pilot, "not_applicable")
        await press(pilot, "enter", "home", "down", "down", "down", "enter")
        assert scheme_of(pilot).indicator("letter").not_applicable == "full"
        await to_line(pilot, "floor")
        await press(pilot, "enter", "end", "enter")
        assert scheme_of(pilot).indicator("letter").limits.no_floor
        await press(pilot, "delete")
        assert not scheme_of(pilot).indicator("letter").limits.no_floor
        await to_line(pilot, "text")
        await press(pilot, "enter", "end", "backspace", "ctrl+s")
        assert scheme_of(pilot).indicator("letter").text == "逐级签订责任书的得满分，否则不得分"


# The other parts


async def test_every_part_is_reached_and_left(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        seen = []
        for number in range(9):
            await press(pilot, "ctrl+g", "home", *["down"] * number, "enter")
            seen.append(bench.view)
            await press(pilot, "f10", "f10")
        assert len(set(seen)) == 9
        await press(pilot, "escape")
        assert bench.view == "tree"


async def test_a_grade_of_a_class_is_changed(run: Run, office: FakeOffice) -> None:
    async with run(office, size=WIDE) as pilot:
        bench = await opened(pilot)
        bench.point_at("departments")
        assert bench.view == "classes"
        await to_path(pilot, "grades", 0)
        await press(pilot, "enter", "down", "enter")
        await type_in(pilot, "92")
        await press(pilot, "enter", "escape")
        assert scheme_of(pilot).unit_class("departments").grades[0].lower == 92
        assert scheme_of(pilot).unit_class("towns").grades[0].lower == 90


async def test_units_are_added_from_the_roster(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        bench.go_view("units")
        await press(pilot, "ctrl+n", "down", "enter", "enter", "space", "space", "enter")
        added = {unit.name for unit in scheme_of(pilot).units} - {unit.name for unit in SCHEME.units}
        assert added == {"县委组织部", "应急管理局"}
        assert {unit.unit_class for unit in scheme_of(pilot).units if unit.name in added} == {"departments"}


@pytest.mark.parametrize(("view", "count"), [("vetoes", 2), ("periods", 1), ("assessors", 3), ("classes", 4)])
async def test_records_are_added_and_deleted(run: Run, office: FakeOffice, view: str, count: int) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        bench.go_view(view)  # type: ignore[arg-type]
        await press(pilot, "ctrl+n")
        await type_in(pilot, "新的一项")
        await press(pilot, "ctrl+s")
        assert len(getattr(scheme_of(pilot), view)) == count
        assert "新的一项" in screen_text(pilot)
        await press(pilot, "delete")
        assert scheme_of(pilot) == SCHEME


async def test_the_settings_are_changed(run: Run, office: FakeOffice) -> None:
    async with run(office, size=WIDE) as pilot:
        bench = await opened(pilot)
        bench.go_view("settings")
        await press(pilot, "down")
        await to_line(pilot, "evidence_by")
        await press(pilot, "enter")
        await type_in(pilot, "2027年12月20日")
        await press(pilot, "enter")
        assert str(scheme_of(pilot).settings.evidence_by) == "2027-12-20"


async def test_what_the_check_found_leads_to_its_place(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        bench = await opened(pilot)
        await press(pilot, "down", "down", "right")
        await checked(pilot)
        assert "必改 1" in screen_text(pilot)
        await press(pilot, "f8")
        assert "多 1 分" in screen_text(pilot)
        await press(pilot, "enter")
        assert bench.view == "tree"
        assert bench.row is not None
        assert bench.row.id == "duty"
        assert bench.parts.current is not None
        assert bench.parts.current.name == "points"
        await press(pilot, "f8", "f8")
        assert bench.view == "tree"


async def test_once_the_totals_are_made_nothing_is_changed(run: Run, office: FakeOffice) -> None:
    office.assessments = FakeAssessments(course=at("totals"))
    async with run(office) as pilot:
        await opened(pilot)
        assert "汇总阶段，方案已锁定" in screen_text(pilot)
        await press(pilot, "down", "down", "right", "delete", "f2")
        assert scheme_of(pilot) == SCHEME
        assert "方案和评分都已锁定" in screen_text(pilot)


async def test_the_sheet_of_a_department_shows_what_the_plan_asks(run: Run, office: FakeOffice) -> None:
    async with run(office, size=WIDE) as pilot:
        await go(pilot)
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("plan01"), "scheme")
        from_plan.from_plan(app)
        await rest(pilot)
        await press(pilot, "ctrl+s")
        bench = bench_of(pilot)
        bench.go_view("asked")
        await rest(pilot)
        shown = screen_text(pilot)
        assert "第1项重点工作任务" in shown
        assert "牵头" in shown
        rows = bench.asked.model.records()
        assert [len(row.indicators) > 0 for row in rows] == [True] * len(rows)
        await press(pilot, "ctrl+b", "down", "enter")
        assert bench.asked_unit == scheme_of(pilot).units[-1].id
        assert "财政局" in screen_text(pilot)
        await press(pilot, "enter", "down", "down", "down", "enter")
        assert bench.view == "tree"
        assert "理由" in screen_text(pilot) or "提出" in screen_text(pilot)


# The walk


async def test_from_the_plan_to_a_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = plan("plan01", 2027)
    duty = Duty(lead=("应急管理局",), support=("财政局", "公安局"))
    first = made.tasks[0]
    measure = replace(first.measures[0], duty=duty, dues=(Due("6月底前", None),))
    made = replace(made, tasks=(replace(first, measures=(measure,)), *made.tasks[1:]))
    office = FakeOffice(made)
    office.assessments.kept.clear()
    async with run(office) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("plan01"), "scheme")
        await rest(pilot)
        await press(pilot, "enter")
        dialog = app.screen
        assert isinstance(dialog, ProposalDialog)
        shown = screen_text(pilot)
        assert "Ctrl+S 才存入" in shown
        assert "理由：" in shown
        assert not office.assessments.kept
        await press(pilot, "space")
        await pilot.pause(0.4)
        await rest(pilot)
        assert "不要 1 项" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        proposed = scheme_of(pilot)
        assert proposed.plan == "plan01"
        assert office.assessments.kept[proposed.id][0] == proposed
        await press(pilot, "down", "down", "right")
        await checked(pilot)
        assert "必改" in screen_text(pilot)
        await press(pilot, "left", "f8", "f8", "ctrl+e", "enter")
        assert [path.suffix for path in tmp_path.iterdir()] == [".toml"]
        assert "已导出到" in screen_text(pilot)


async def test_a_scheme_from_a_file_that_is_here_already_is_asked_about(
    run: Run, office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "方案.toml").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    office.assessments.add_scheme(replace(SCHEME, id="read01", title="旧方案"))
    async with run(office) as pilot:
        await go(pilot)
        await press(pilot, "ctrl+o", "down", "enter")
        assert "已有这个方案" in screen_text(pilot)
        await press(pilot, "down", "enter")
        assert scheme_of(pilot).id not in ("read01", SCHEME.id)


async def test_another_persons_change_is_shown(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await opened(pilot)
        theirs = replace(SCHEME, title="同事改过的名称")
        desk = office.assessments
        desk.kept[SCHEME.id] = (theirs, desk.revision + 5)
        app = pilot.app
        assert isinstance(app, PlannerApp)
        assert app.assessment is not None
        app.assessment.learn()
        await rest(pilot)
        assert "同事改过的名称" in screen_text(pilot)


async def test_a_clash_with_another_person_is_asked_about(run: Run, office: FakeOffice) -> None:
    async with run(office) as pilot:
        await opened(pilot)
        desk = office.assessments
        desk.kept[SCHEME.id] = (replace(SCHEME, title="同事改过的名称"), desk.revision + 5)
        await press(pilot, "down", "down", "right")
        assert "别人刚刚改过同一处" in screen_text(pilot)
        await seen()
        await press(pilot, "down", "down", "enter")
        assert scheme_of(pilot).title == "同事改过的名称"
