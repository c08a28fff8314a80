"""Units, scoring bodies and items as people type them: short names, initials, numbers, parts of names."""

from pathlib import Path

import pytest

from assessments.scheme import Indicator, Scheme, Unit, UnitClass
from assessments.scoring import score
from planner.cli.failures import Refused
from planner.cli.naming import find_body, find_indicator, find_unit
from planner.departments import Roster
from planner.office import Office

SCHEME = Scheme(
    "s",
    "考核",
    2026,
    classes=(UnitClass("c", "县直部门"),),
    units=tuple(
        Unit(f"u{place}", name, "c", place)
        for place, name in enumerate(
            (
                "县应急管理局",
                "县公安局",
                "县公安局交警大队",
                "县住房和城乡建设局",
                "白马镇",
                "白云镇",
                "开发区管委会",
            )
        )
    ),
    indicators=(
        Indicator("duty", "责任落实", 1),
        Indicator("meet", "会议研究", 1, parent="duty", scorers=("县统计局", "县安全生产委员会办公室")),
        Indicator("list", "任务清单", 2, parent="duty", scorers=("县委组织部",)),
        Indicator("check", "监督检查", 2),
        Indicator("visit", "责任检查", 1, parent="check"),
    ),
)


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    return Office(Path(tmp_path_factory.mktemp("office")) / "w.db").roster().record


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("u3", "县住房和城乡建设局"),
        ("县公安局", "县公安局"),
        ("公安局", "县公安局"),
        ("住建局", "县住房和城乡建设局"),
        ("应急局", "县应急管理局"),
        ("YJJ", "县应急管理局"),
        ("zjj", "县住房和城乡建设局"),
        ("bmz", "白马镇"),
        ("交警", "县公安局交警大队"),
        ("开管委", "开发区管委会"),
    ],
)
def test_a_unit_is_found_as_people_call_it(words: str, name: str, roster: Roster) -> None:
    assert find_unit(SCHEME, words, roster).name == name


@pytest.mark.parametrize(
    ("words", "said"),
    [("白", "白马镇、白云镇"), ("供销社", "县应急管理局"), ("b", "县应急管理局"), ("b镇", "县应急")],
)
def test_a_unit_that_cannot_be_told_is_refused_with_names(words: str, said: str, roster: Roster) -> None:
    with pytest.raises(Refused) as refused:
        find_unit(SCHEME, words, roster)
    assert said in str(refused.value.arguments["names"])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("tjj", "县统计局"),
        ("安委办", "县安全生产委员会办公室"),
        ("组织部", "县委组织部"),
        ("统计", "县统计局"),
    ],
)
def test_a_scoring_body_is_found_as_people_call_it(words: str, name: str, roster: Roster) -> None:
    assert find_body(SCHEME, words, roster) == name


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("meet", "meet"),
        ("责任落实", "duty"),
        ("1.2", "list"),
        ("2", "check"),
        ("清单", "list"),
        ("会研", "meet"),
    ],
)
def test_an_item_is_found_by_its_number_or_title(words: str, id: str) -> None:
    result = score(SCHEME, ()).of("u0")
    assert find_indicator(SCHEME, result, words) == id


def test_an_item_that_may_be_several_is_refused_with_their_titles() -> None:
    with pytest.raises(Refused) as refused:
        find_indicator(SCHEME, score(SCHEME, ()).of("u0"), "责任")
    assert refused.value.arguments["names"] == "责任落实、责任检查"
