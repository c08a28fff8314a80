"""Figures that cannot lie below nothing are refused where they are entered; rates of change are not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assessments.process.cells import Cells
from assessments.process.figures import below_nothing
from assessments.rules.base import Rule
from assessments.rules.baseline import Baseline
from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.rules.linear import Linear
from assessments.rules.unfinished_share import UnfinishedShare
from assessments.rules.year_on_year import YearOnYear
from assessments.scheme import Indicator, Scheme, Unit, UnitClass
from assessments.sheet import Entry

MINUS = Decimal(-1)


def item(rule: Rule, title: str = "生产安全事故起数", text: str = "与上年持平或下降的得满分") -> Indicator:
    return Indicator("a", title, points=Decimal(10), rule=rule, text=text)


@pytest.mark.parametrize(
    ("rule", "figures"),
    [
        (YearOnYear(), {"last_year": MINUS}),
        (YearOnYear(running=2), {"last_year": Decimal(2), "two_years_ago": MINUS}),
        (Baseline((Decimal(50),), 2026), {"baseline": MINUS}),
        (UnfinishedShare(), {"target": MINUS}),
        (Deduct((Fault("迟报", each=Decimal(1)), Fault("漏报", each=Decimal(1)))), {"迟报": MINUS}),
    ],
)
def test_a_count_or_an_amount_is_not_below_nothing(rule: Rule, figures: dict[str, Decimal]) -> None:
    assert below_nothing(item(rule), Entry(figures=figures)) == MINUS
    assert below_nothing(item(rule), Entry(figures={name: Decimal(1) for name in figures})) is None


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        (YearOnYear(better="more"), "规模以上工业增加值增速"),
        (YearOnYear(better="more"), "净流入人口"),
        (Linear(), "一般公共预算收入增长"),
    ],
)
def test_what_may_fall_in_a_year_may_be_below_nothing(rule: Rule, title: str) -> None:
    entry = Entry(MINUS, {"last_year": MINUS})
    assert below_nothing(item(rule, title, ""), entry) is None


def test_the_cell_says_which_figure_is_refused() -> None:
    scheme = Scheme(
        "s",
        "某考核",
        2026,
        classes=(UnitClass("c", "乡镇"),),
        units=(Unit("t", "青石镇", "c"),),
        indicators=(item(YearOnYear()),),
    )
    refused = Cells(scheme).refusal("t", "a", Entry(Decimal(1), {"last_year": MINUS}), "verified")
    assert refused is not None
    assert (refused.code, refused.arguments["figure"]) == ("sheet.below_nothing", "-1")
    assert Cells(scheme).refusal("t", "a", Entry(Decimal(1), {"last_year": Decimal(0)}), "verified") is None
