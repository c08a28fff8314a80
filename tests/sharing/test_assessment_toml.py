"""An assessment's files: records come back equal, equal records give equal bytes, a person can read them."""

from __future__ import annotations

import dataclasses
import random
import tomllib
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.derivation import Step
from assessments.results import Results, Score, UnitResult
from assessments.rules.linear import Linear
from assessments.scheme import Grade, Indicator, Limits, Override, Scheme, Unit, UnitClass, Veto
from assessments.sheet import Entry, Event, Evidence, Sheet
from planner.sharing.results_toml import read_results, write_results
from planner.sharing.scheme_toml import read_scheme, write_scheme
from planner.sharing.sheet_toml import read_sheet, write_sheet
from tests.sharing.assessment_records import results, schemes, sheets

D = Decimal

SCHEME = Scheme(
    "qinghe2026",
    "青禾县安全生产考核办法",
    2026,
    classes=(
        UnitClass("township", "乡镇", grades=(Grade("good", "良好", D(80)),), limits=Limits(cap=D(110))),
    ),
    units=(Unit("liuhe", "柳河镇", "township"),),
    indicators=(
        Indicator("trained", "培训", parent="duty", points=D("2.50"), rule=Linear(D(100))),
        Indicator("bonus", "加分", order=3000, kind="bonus", limits=Limits(cap=D(5))),
        Indicator("duty", "责任落实", order=2000, points=D(40), scorers=("县安委办", "县应急管理局")),
    ),
    overrides=(Override("liuhe", "trained", points=D(3)),),
    vetoes=(Veto("hidden", "瞒报", "fail"),),
)

SCHEME_TEXT = """\
# 考核方案文件（UTF-8 编码）。每一段是一个考核类别、单位、指标等，方括号里最后一截是它的编号。
# 先后由 order 决定（没写按 1000），相同时按编号，与在文件里的位置无关；没写的项按默认值。
format = "county-scheme/1"
id = "qinghe2026"
title = "青禾县安全生产考核办法"
year = 2026

# ---- 考核类别、等次、奖励 ----

[classes.township]
title = "乡镇"
cap = 110

[classes.township.grades.good]
title = "良好"
lower = 80

# ---- 考核对象 ----

[units.liuhe]
name = "柳河镇"
class = "township"

# ---- 指标与评分规则 ----

[indicators.duty]
title = "责任落实"
order = 2000
points = 40
scorers = [
    "县安委办",
    "县应急管理局",
]

[indicators.trained]
title = "培训"
parent = "duty"
points = 2.5

[indicators.trained.rule]
method = "linear"
target = 100

[indicators.bonus]
title = "加分"
order = 3000
kind = "bonus"
cap = 5

# ---- 个别单位的不同规定（单位.指标） ----

[overrides.liuhe.trained]
points = 3

# ---- 一票否决、黄牌、约谈等 ----

[vetoes.hidden]
title = "瞒报"
effect = "fail"
"""

SHEET = Sheet(
    "s1",
    "qinghe2026",
    "verified",
    "县应急管理局",
    entries={
        "liuhe": {"trained": Entry(D(90), {"赞成": D(7)}, done=True, evidence=(Evidence("名册.xlsx", 900),))}
    },
    events=(Event("e1", "liuhe", "accident", deaths=1, responsible=False),),
    totals={"liuhe": D("91.20")},
)

SHEET_TEXT = """\
# 评分表文件（UTF-8 编码）。一张表是一个部门、一位评委或一个单位的填报；没写的项就是没有填。
format = "county-sheet/1"
id = "s1"
scheme = "qinghe2026"
kind = "verified"
by = "县应急管理局"

# ---- 填报与评分（单位.指标） ----

[entries.liuhe.trained]
value = 90
done = true
evidence = [
    { name = "名册.xlsx", size = 900 },
]

[entries.liuhe.trained.figures]
"赞成" = 7

# ---- 事件（事故、表彰、通报等） ----

[events.e1]
unit = "liuhe"
kind = "accident"
deaths = 1
responsible = false

# ---- 已有的总分（单位） ----

[totals]
liuhe = 91.2
"""

RESULTS = Results(
    "qinghe2026",
    "考核结果",
    2026,
    units=(
        UnitResult(
            "liuhe",
            "township",
            Score(
                "",
                D(100),
                D(9),
                children=(
                    Score(
                        "duty",
                        D(10),
                        D(9),
                        children=(
                            Score(
                                "trained",
                                D(10),
                                D(9),
                                steps=(
                                    Step(
                                        "why.linear", D(9), (D(90), "÷", D(100), "×", D(10)), {"limit": D(3)}
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
            D(9),
            D(9),
            rank=1,
        ),
    ),
)

RESULTS_TEXT = """\
# 考核结果文件（UTF-8 编码），由程序写出：每个得分都带算式（steps），用计算器可以逐步复算。
format = "county-results/1"
scheme = "qinghe2026"
title = "考核结果"
year = 2026

[units.liuhe]
class = "township"
raw = 9
total = 9
rank = 1

[units.liuhe.main]
indicator = ""
points = 100
value = 9

[units.liuhe.scores.duty]
points = 10
value = 9

[units.liuhe.scores.trained]
parent = "duty"
points = 10
value = 9
steps = [
    { code = "why.linear", value = 9, formula = "90 ÷ 100 × 10", arguments = { limit = 3 } },
]
"""


def test_a_scheme_reads_well() -> None:
    assert write_scheme(SCHEME) == SCHEME_TEXT


def test_a_sheet_reads_well() -> None:
    assert write_sheet(SHEET) == SHEET_TEXT


def test_results_read_well() -> None:
    assert write_results(RESULTS) == RESULTS_TEXT


@given(schemes(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_scheme_comes_back_equal_and_equal_schemes_give_equal_bytes(
    scheme: Scheme, chance: random.Random
) -> None:
    text = write_scheme(scheme)
    assert read_scheme(text.encode(), "方案.toml") == (scheme, ())
    shuffled = {
        name: tuple(chance.sample(held, len(held)))
        for name in ("classes", "units", "indicators", "overrides", "periods", "assessors", "vetoes")
        for held in [getattr(scheme, name)]
    }
    assert write_scheme(dataclasses.replace(scheme, **shuffled)) == text
    assert tomllib.loads(text)["format"] == "county-scheme/1"


@given(sheets())
@settings(max_examples=60)
def test_a_sheet_comes_back_equal_and_equal_sheets_give_equal_bytes(sheet: Sheet) -> None:
    text = write_sheet(sheet)
    assert read_sheet(text.encode(), "评分表.toml") == (sheet, ())
    entries = {unit: dict(reversed(held.items())) for unit, held in reversed(sheet.entries.items())}
    totals = dict(reversed(sheet.totals.items()))
    assert write_sheet(dataclasses.replace(sheet, entries=entries, totals=totals)) == text


@given(results())
@settings(max_examples=40)
def test_results_come_back_equal_to_the_last_digit(held: Results) -> None:
    assert read_results(write_results(held).encode(), "结果.toml") == (held, ())


@given(st.data())
@settings(max_examples=40)
def test_a_scheme_in_which_parents_go_round_is_written_whole(data: st.DataObject) -> None:
    parents = data.draw(st.lists(st.sampled_from(["", "a", "b", "c", "nowhere"]), min_size=3, max_size=3))
    indicators = [Indicator(id, id, parent=parent) for id, parent in zip("abc", parents, strict=True)]
    scheme = Scheme("s", "方案", 2026, indicators=tuple(indicators))
    assert read_scheme(write_scheme(scheme).encode(), "方案.toml") == (scheme, ())
