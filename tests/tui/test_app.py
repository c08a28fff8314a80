"""The shell: places, language, palette, help, undo, conflicts; all without a letter key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.store.errors import Damaged, Foreign
from planner.text import Language, language, pairs, set_language
from planner.tui import registry
from planner.tui.acts import offers
from planner.tui.app import PlannerApp
from planner.tui.dialogs.choose import Choose
from planner.tui.dialogs.help import HelpDialog, paragraphs
from planner.tui.dialogs.palette import choices, ranked
from planner.tui.display import notify
from planner.tui.places import PLACES, Place, digit
from tui.fakes import FakeOffice, plan
from tui.piloting import Run, press, rest, screen_text

LAST_OPEN = [each.id for each in PLACES if not each.needs][-1]


async def test_places_by_arrows_digits_and_mouse(run: Run) -> None:
    async with run(FakeOffice(plan())) as pilot:
        await press(pilot, "ctrl+left")
        assert pilot.app.current_mode == LAST_OPEN, "what needs an open assessment is passed over"
        await press(pilot, "ctrl+right")
        assert pilot.app.current_mode == "home"
        await press(pilot, digit([each.id for each in PLACES].index(LAST_OPEN) + 1))
        assert pilot.app.current_mode == LAST_OPEN
        await pilot.click("TabRow", offset=(3, 0))
        await rest(pilot)
        assert pilot.app.current_mode == "home"


async def test_the_language_changes_at_once_everywhere(run: Run) -> None:
    office = FakeOffice(plan())
    async with run(office) as pilot:
        await press(pilot, "ctrl+left", "ctrl+right", "f9")
        assert language() == "en"
        assert "Start here" in screen_text(pilot)
        assert "从这里开始" not in screen_text(pilot)
        await press(pilot, "ctrl+left")
        assert "Make one from the plan" in screen_text(pilot)
        assert office.settings["language"] == "en"


async def test_messages_of_the_old_language_go_with_it(run: Run) -> None:
    async with run(FakeOffice(plan())) as pilot:
        await press(pilot, "ctrl+z")
        assert "没有可以撤销的操作" in screen_text(pilot)
        await press(pilot, "f9")
        assert "没有可以撤销的操作" not in screen_text(pilot)


@pytest.mark.parametrize("spoken", ["zh", "en"])
@pytest.mark.parametrize("where", PLACES, ids=lambda where: where.id)
def test_the_name_of_a_place_finds_the_way_there_first(spoken: Language, where: Place) -> None:
    set_language(spoken)
    listed = choices({})
    for name in pairs()[f"place.{where.id}"]:
        for typed in (name, name.casefold()):
            assert ranked(typed, listed)[0].id == f"go:{where.id}", typed


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_keys_names_and_sentences_stand_apart(spoken: Language) -> None:
    set_language(spoken)
    for choice in choices({}):
        keys, gap, _ = choice.note.partition(" ")
        assert gap, choice.note
        assert keys == registry.key_words(choice.id), choice.note


def test_what_is_typed_finds_first_what_is_called_so() -> None:
    assert ranked("撤销", choices({}))[0].id == "undo"
    assert [each.id for each in ranked("撤销与", choices({}))] == ["succeed"]


@pytest.mark.parametrize("where", ["scheme", "scoring", "results"])
async def test_escape_never_leads_out_of_the_assessment(run: Run, where: str) -> None:
    async with run(FakeOffice(plan()), size=(120, 60)) as pilot:
        pilot.app.open_assessment(pilot.app.office.assessments.add_demo(), where)
        await rest(pilot)
        await press(pilot, "escape", "escape", "escape", "escape")
        assert pilot.app.current_mode == "scheme"
        assert "这里是考核的起点" in screen_text(pilot)
        told = [each.text for each in paragraphs("scheme", offers(pilot.app))]
        assert any("考核各页最后到方案" in each for each in told)


async def test_help_has_a_sentence_of_its_own_for_an_action_that_is_called_otherwise_here(run: Run) -> None:
    async with run(FakeOffice(plan()), size=(120, 50)) as pilot:
        pilot.app.open_assessment(pilot.app.office.assessments.add_demo(), "scoring")
        await rest(pilot)
        await press(pilot, "f1")
        shown = screen_text(pilot)
        assert "看本阶段还差什么" in shown
        assert "检查计划还缺什么" not in shown


async def test_the_palette_lists_every_action_and_says_why_one_cannot_run(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        await press(pilot, "ctrl+p", *"撤销")
        assert "没有可以撤销的操作" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Choose), "what cannot run does not close the palette"
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, Choose)


async def test_messages_do_not_push_the_page_away(run: Run) -> None:
    async with run(FakeOffice(plan())) as pilot:
        await press(pilot, *["ctrl+z"] * 4)
        assert screen_text(pilot).count("没有可以撤销的操作") == 1
        for number in range(6):
            notify(pilot.app, f"第{number}条消息")
            await pilot.pause()
        shown = screen_text(pilot)
        assert [f"第{number}条消息" in shown for number in range(6)] == [False] * 3 + [True] * 3


async def test_the_palette_finds_by_pinyin_initials(run: Run) -> None:
    async with run(FakeOffice(plan())) as pilot:
        await press(pilot, "ctrl+p")
        await press(pilot, *"cx")
        assert "撤销" in screen_text(pilot)


async def test_the_palette_runs_an_action_where_it_was_asked_for(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        await press(pilot, "ctrl+p", *"到单位", "enter")
        assert pilot.app.current_mode == "departments"


async def test_help_speaks_of_this_place(run: Run) -> None:
    async with run(FakeOffice(), size=(100, 40)) as pilot:
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpDialog)
        assert "这里是起点" in screen_text(pilot)
        assert "Ctrl+O" in screen_text(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HelpDialog)


async def test_full_width_signs_work_like_half_width_ones(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        await press(pilot, "？")
        assert isinstance(pilot.app.screen, HelpDialog)


async def test_undo_and_redo_work_on_the_open_plan(run: Run) -> None:
    office = FakeOffice(plan(title="甲"))
    async with run(office) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("plan01"))
        assert app.session is not None
        app.session.change(replace(app.session.record, title="乙"), "home.title")
        await rest(pilot)
        assert office.saves[-1].title == "乙"
        await press(pilot, "ctrl+z")
        assert office.saves[-1].title == "甲"
        await press(pilot, "ctrl+y")
        assert office.saves[-1].title == "乙"
        assert "已保存" in screen_text(pilot)


async def test_a_failed_job_becomes_words_and_the_program_goes_on(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)

        def fails() -> None:
            raise OSError("[/x] 磁盘已满")

        app.work(fails, lambda result: None, group="test")
        await rest(pilot)
        assert "磁盘已满" in screen_text(pilot)
        assert app.is_running


async def test_only_the_newest_job_of_a_group_reports(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        app = pilot.app
        assert isinstance(app, PlannerApp)
        results: list[int] = []
        app.work(lambda: 1, results.append, group="test")
        app.work(lambda: 2, results.append, group="test")
        await rest(pilot)
        assert results == [2]


async def test_ctrl_c_copies_the_row_and_never_quits(run: Run) -> None:
    async with run(FakeOffice(plan(title="甲计划"))) as pilot:
        await press(pilot, "ctrl+c")
        assert pilot.app.clipboard.startswith("甲计划\t2027")
        assert pilot.app.is_running


async def test_ctrl_q_quits(run: Run) -> None:
    async with run(FakeOffice()) as pilot:
        await pilot.press("ctrl+q")
        assert pilot.app.return_code == 0


def locked_or_damaged(office: FakeOffice, error: Exception) -> FakeOffice:
    """The office whose workspace cannot be opened until it is rescued."""

    def setting(name: str) -> str:
        if office.rescued:
            return ""
        raise error

    office.setting = setting  # type: ignore[method-assign]
    return office


async def test_a_workspace_that_cannot_be_opened_ends_the_program_with_words() -> None:
    app = PlannerApp(locked_or_damaged(FakeOffice(), Foreign("/本县/workspace.db")))
    async with app.run_test() as pilot:
        while app.is_running:
            await pilot.pause(0.01)
    assert app.return_code == 1
    assert "/本县/workspace.db" in app.last_words


async def test_a_damaged_workspace_offers_the_last_backup(run: Run) -> None:
    office = locked_or_damaged(FakeOffice(plan(title="甲计划")), Damaged("/本县/workspace.db"))
    async with run(office) as pilot:
        assert "恢复最近的备份" in screen_text(pilot)
        assert not office.rescued
        await press(pilot, "enter")
        assert office.rescued
        assert "甲计划" in screen_text(pilot)


async def test_a_damaged_workspace_may_be_left_untouched() -> None:
    office = locked_or_damaged(FakeOffice(), Damaged("/本县/workspace.db"))
    app = PlannerApp(office)
    async with app.run_test() as pilot:
        await rest(pilot)
        await pilot.press("escape")
        while app.is_running:
            await pilot.pause(0.01)
    assert not office.rescued
    assert app.return_code == 1


async def test_an_error_shows_words_and_no_values(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    app = PlannerApp(FakeOffice(plan()))

    def fails() -> None:
        raise ValueError("ours")

    async def met_an_error() -> None:
        async with app.run_test() as pilot:
            await rest(pilot)
            app.call_later(fails)
            await rest(pilot)

    with pytest.raises(ValueError, match="ours"):
        await met_an_error()
    assert "没有丢失" in app.last_words
    assert app._exit_renderables == [], "a traceback with values would show the documents"
    assert "ValueError: ours" in caplog.text


async def test_a_message_loses_no_character_and_covers_nothing(run: Run) -> None:
    words = "新增 大数据，发展。局应急管理委员会办公室安全生产监督（Ctrl+Z 撤销）"
    for cells in (118, 119, 120):
        async with run(FakeOffice(plan()), size=(cells, 40)) as pilot:
            before = screen_text(pilot).splitlines()
            notify(pilot.app, words)
            await pilot.pause(0.1)
            after = screen_text(pilot).splitlines()
            assert words in after[-1]
            assert before[-1] == after[-2], "the footer stays in sight"
