"""A score told line by line: every number that is printed comes out again by hand."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings

from assessments.derivation import Formula, Step
from assessments.results import PeriodScore, Results, Score, UnitResult
from assessments.rules.linear import Linear
from assessments.scheme import (
    EventTrigger,
    Grade,
    Indicator,
    Override,
    Period,
    Scheme,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from assessments.scoring import score
from assessments.sheet import Entry, Event, Evidence, Sheet
from planner.sharing.papers_words import arithmetic
from planner.sharing.why import WhyLine, lines_of, lines_of_item, step_text
from planner.text import set_language
from tests.assessments.printed import by_hand
from tests.assessments.strategies import scored

D = Decimal


@given(scored())
@settings(max_examples=40)
def test_every_printed_number_comes_out_again_by_hand(given_: tuple[Scheme, tuple[Sheet, ...]]) -> None:
    scheme, sheets = given_
    for result in score(scheme, sheets).units:
        for line in in_both_languages(scheme, result):
            if line.formula:
                told = D(line.value.rstrip("…"))
                assert abs(by_hand(line.formula) - told) <= D("1e-6"), line.text


def in_both_languages(scheme: Scheme, result: UnitResult) -> list[WhyLine]:
    chinese = lines_of(scheme, result)
    try:
        set_language("en")
        return [*chinese, *lines_of(scheme, result)]
    finally:
        set_language("zh")


def test_arithmetic_is_told_in_words_of_the_office() -> None:
    value, two = D("4.625"), D(2)
    inside: Formula = ("max", "(", "min", "(", value, ",", two, ")", ",", "floor", "(", D("1.5"), ")", ")")
    said = "取大(取小(4.625, 2), 去尾取整(1.5))"
    assert arithmetic(inside) == said
    assert arithmetic(("round", "(", *inside, "×", value, ",", two, ")")) == f"四舍五入({said} × 4.625, 2位)"
    assert arithmetic(("ceil", "(", D("0.2"), ")")) == "进一取整(0.2)"
    assert by_hand(f"四舍五入({said} × 4.625, 2位)") == D("9.25")


@given(scored())
@settings(max_examples=25)
def test_every_item_is_told_and_its_last_number_is_its_score(
    given_: tuple[Scheme, tuple[Sheet, ...]],
) -> None:
    scheme, sheets = given_
    for result in score(scheme, sheets).units:
        told = {line.place for line in lines_of(scheme, result)}
        for held in _below(result.main):
            assert ("indicators", held.indicator) in told
            lines = lines_of_item(scheme, result, held.indicator)
            assert any(line.value for line in lines)


def _below(score: Score) -> list[Score]:
    return [each for child in score.children for each in (child, *_below(child))]


SCHEME = Scheme(
    "qinghe",
    "考核办法",
    2026,
    settings=Settings(),
    classes=(
        UnitClass("t", "乡镇", grades=(Grade("good", "良好", D(60)), Grade("bad", "较差", D(0), 2000))),
    ),
    units=(Unit("liuhe", "柳河镇", "t"), Unit("dong", "东山乡", "t")),
    indicators=(
        Indicator(
            "train",
            "培训",
            points=D(60),
            rule=Linear(D(90)),
            text="培训率达到90%得满分。",
            article="《办法》第三条",
            scorers=("县应急管理局",),
        ),
        Indicator("file", "台账", order=2000, points=D(40)),
    ),
    overrides=(Override("liuhe", "train", text="柳河镇另有规定。"),),
    vetoes=(Veto("hidden", "瞒报事故", "block", event=EventTrigger(("瞒报",)), grade="good"),),
)
SHEETS = (
    Sheet(
        "v",
        "qinghe",
        "verified",
        "县应急管理局",
        entries={
            "liuhe": {
                "train": Entry(D(70), reason="少训一批", evidence=(Evidence("名册.xlsx"),)),
                "file": Entry(score=D("35.5")),
            }
        },
        events=(Event("e", "liuhe", "瞒报"),),
    ),
    Sheet("s", "qinghe", "self", "柳河镇", entries={"liuhe": {"train": Entry(D(90))}}),
)


def texts(results: Results, unit: str) -> list[str]:
    return [f"{'  ' * line.depth}{line.text}" for line in lines_of(SCHEME, results.of(unit))]


def test_a_units_score_reads_from_the_total_down() -> None:
    told = texts(score(SCHEME, SHEETS), "liuhe")
    assert told[0] == "柳河镇　总分：82.17"
    for line in [
        "  总分四舍五入，保留 2 位小数：四舍五入(82.1666666667…, 2位) = 82.17",
        "  “瞒报事故”：取消评优资格",
        "名次和等次",
        "各项得分",
        "  1 培训（60 分）：46.6666666667…",
        "    规则：柳河镇另有规定。",
        "    依据：《办法》第三条",
        "    县应急管理局填报：实际数 70",
        "    县应急管理局的理由：少训一批",
        "    佐证材料：名册.xlsx",
        "    实际 ÷ 目标 × 分值：70 ÷ 90 × 60 = 46.6666666667…",
        "  2 台账（40 分）：35.5",
        "    县应急管理局填报：得分 35.5",
    ]:
        assert line in told, (line, told)


def test_what_is_not_filled_in_is_named() -> None:
    told = texts(score(SCHEME, SHEETS), "dong")
    assert "  还有 2 项没有填，以下都是暂定的" in told
    assert "  1 培训（60 分），还没填全：0" in told
    assert "    还缺：实际数" in told
    assert "    评分部门：县应急管理局" in told


def test_one_indicator_is_told_alone() -> None:
    lines = lines_of_item(SCHEME, score(SCHEME, SHEETS).of("liuhe"), "file")
    assert lines[0].text == "台账（40 分）：35.5"
    assert all(line.place == ("indicators", "file") for line in lines)
    assert lines_of_item(SCHEME, score(SCHEME, SHEETS).of("liuhe"), "nothing") == ()


def test_rounds_are_told_one_after_the_other() -> None:
    periods = (Period("h1", "上半年"), Period("h2", "下半年", 2000))
    scheme = Scheme(
        "q",
        "办法",
        2026,
        classes=SCHEME.classes,
        units=SCHEME.units,
        indicators=SCHEME.indicators,
        periods=periods,
    )
    sheets = tuple(
        Sheet(period, "q", "verified", "局", period, entries={"liuhe": {"file": Entry(score=mark)}})
        for period, mark in (("h1", D(20)), ("h2", D(30)))
    )
    result = score(scheme, sheets).of("liuhe")
    told = [line.text for line in lines_of(scheme, result)]
    assert [text for text in told if text.startswith(("上半年", "下半年"))] == ["上半年：20", "下半年：30"]
    item = [line.text for line in lines_of_item(scheme, result, "file")]
    assert [text for text in item if "台账" in text or "年" in text][:4] == [
        "上半年",
        "台账（40 分）：20",
        "下半年",
        "台账（40 分）：30",
    ]


def test_a_round_without_a_sheet_is_told_too() -> None:
    result = score(SCHEME, SHEETS).of("liuhe")
    period = PeriodScore("h1", D(3), False, None, (Step("why.not_held", D(0)),))
    object.__setattr__(result, "periods", (period,))
    assert "h1（本期未考核）：3" in [line.text for line in lines_of(SCHEME, result)]


def test_levels_are_said_in_words() -> None:
    try:
        arguments = {"level": "province", "kind": "表彰"}
        assert step_text(Step("why.times_level", D(1), (), arguments)).startswith("省级表彰")
        own = {"level": "乡贤级", "kind": "表彰"}
        assert step_text(Step("why.times_level", D(1), (), own)).startswith("乡贤级表彰")
        set_language("en")
        assert step_text(Step("why.times_level", D(1), (), arguments)).startswith("provincial")
    finally:
        set_language("zh")
