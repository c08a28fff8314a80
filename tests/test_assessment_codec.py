"""Schemes, sheets and results to plain data and back: nothing is lost, defaults are left out."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from assessments.derivation import Step
from assessments.results import Results
from assessments.rules import METHODS, Rule
from assessments.rules.linear import Linear
from assessments.scheme import (
    EventTrigger,
    Grade,
    Indicator,
    Limits,
    Override,
    Quota,
    Scheme,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from assessments.sheet import Entry, Event, Evidence, Sheet
from planner.assessment_codec import (
    record_from_data,
    record_to_data,
    results_from_data,
    results_to_data,
    scheme_from_data,
    scheme_to_data,
    sheet_from_data,
    sheet_to_data,
)
from tests.sharing.assessment_records import records, results, schemes, sheets

D = Decimal


def as_json(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


@given(schemes())
@settings(max_examples=50)
def test_a_scheme_comes_back_equal_with_json_between_too(scheme: Scheme) -> None:
    data = scheme_to_data(scheme)
    assert scheme_from_data(data) == scheme
    assert scheme_from_data(json.loads(json.dumps(data, default=as_json))) == scheme


@given(sheets())
@settings(max_examples=50)
def test_a_sheet_comes_back_equal_with_json_between_too(sheet: Sheet) -> None:
    data = sheet_to_data(sheet)
    assert sheet_from_data(data) == sheet
    assert sheet_from_data(json.loads(json.dumps(data, default=as_json))) == sheet


@given(results())
@settings(max_examples=40)
def test_results_come_back_equal_with_json_between_too(held: Results) -> None:
    data = results_to_data(held)
    assert results_from_data(data) == held
    assert results_from_data(json.loads(json.dumps(data, default=as_json))) == held


@pytest.mark.parametrize(
    "held", ["2026", "'", "'2026", "-1.5", "1E+3", "二〇二六", "", "1.2.3", 7, D("0.30"), D("1E+30")]
)
def test_a_number_and_a_text_of_digits_stay_apart_in_json(held: str | int | Decimal) -> None:
    step = Step("why.given", D(1), (), {"x": held})
    data = json.loads(json.dumps(record_to_data(step), default=as_json))
    (back,) = record_from_data(Step, data).arguments.values()
    assert (back, type(back)) == (held, type(held))


@pytest.mark.parametrize("method", METHODS)
def test_every_rule_comes_back_equal_under_its_name(method: str) -> None:
    @given(records(METHODS[method]))
    @settings(max_examples=20)
    def law(rule: Rule) -> None:
        indicator = Indicator("i", "指标", rule=rule)
        data = record_to_data(indicator)
        table = data["rule"]
        assert isinstance(table, dict)
        assert table["method"] == method
        assert record_from_data(Indicator, data) == indicator

    law()


def test_the_shape_of_a_scheme() -> None:
    scheme = Scheme(
        "qinghe",
        "考核办法",
        2026,
        settings=Settings(panel_hidden=False),
        classes=(
            UnitClass(
                "township", "乡镇", rounding=None, grades=(Grade("good", "良好", D(80), quota=Quota(3)),)
            ),
        ),
        units=(Unit("liuhe", "柳河镇", "township", from_day=date(2026, 3, 1)),),
        indicators=(
            Indicator("fire", "火灾", points=D(5), limits=Limits(no_floor=True, cap=D(3)), rule=Linear(D(9))),
        ),
        overrides=(Override("liuhe", "fire", points=D(4)),),
        vetoes=(Veto("deaths", "较大事故", "fail", event=EventTrigger(("accident",))),),
    )
    assert scheme_to_data(scheme) == {
        "format": "county-scheme/1",
        "id": "qinghe",
        "title": "考核办法",
        "year": 2026,
        "settings": {"panel_hidden": False},
        "classes": {
            "township": {
                "title": "乡镇",
                "rounding": "none",
                "grades": {"good": {"title": "良好", "lower": D(80), "quota": {"count": 3}}},
            }
        },
        "units": {"liuhe": {"name": "柳河镇", "class": "township", "from_day": date(2026, 3, 1)}},
        "indicators": {
            "fire": {
                "title": "火灾",
                "points": D(5),
                "floor": "none",
                "cap": D(3),
                "rule": {"method": "linear", "target": D(9)},
            }
        },
        "overrides": {"liuhe": {"fire": {"points": D(4)}}},
        "vetoes": {"deaths": {"title": "较大事故", "effect": "fail", "event": {"kinds": ["accident"]}}},
    }


def test_the_shape_of_a_sheet() -> None:
    entry = Entry(value=D(3), figures={"target": D(4)}, done=False, evidence=(Evidence("照片.jpg", 12),))
    event = Event("e1", "liuhe", "accident", deaths=1)
    sheet = Sheet(
        "s", "qinghe", "verified", "县应急管理局", entries={"liuhe": {"fire": entry}}, events=(event,)
    )
    assert sheet_to_data(sheet) == {
        "format": "county-sheet/1",
        "id": "s",
        "scheme": "qinghe",
        "kind": "verified",
        "by": "县应急管理局",
        "entries": {
            "liuhe": {
                "fire": {
                    "value": D(3),
                    "figures": {"target": D(4)},
                    "done": False,
                    "evidence": [{"name": "照片.jpg", "size": 12}],
                }
            }
        },
        "events": {"e1": {"unit": "liuhe", "kind": "accident", "deaths": 1}},
    }


@pytest.mark.parametrize(
    ("limits", "table"),
    [
        (Limits(no_cap=True), {}),
        (Limits(), {"cap": "usual"}),
        (Limits(floor=D(-5), no_cap=True), {"floor": D(-5)}),
        (Limits(no_floor=True, cap=D(120)), {"floor": "none", "cap": D(120)}),
    ],
)
def test_a_limit_is_a_number_or_a_word(limits: Limits, table: dict[str, object]) -> None:
    unit_class = UnitClass("a", "甲", limits=limits)
    assert record_to_data(unit_class) == {"id": "a", "title": "甲", **table}
    assert record_from_data(UnitClass, {"id": "a", "title": "甲", **table}) == unit_class
