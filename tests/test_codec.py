"""Records to plain data and back: nothing is lost, nothing empty is kept, JSON may stand between."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from hypothesis import given, settings

from planner.codec import plan_from_data, plan_to_data
from planner.plan import Due, Duty, Measure, Plan, Recurrence, Section, Source, Target, Task
from tests.strategies import plans


def as_json(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


@given(plans())
@settings(max_examples=60)
def test_a_plan_comes_back_equal(plan: Plan) -> None:
    assert plan_from_data(plan_to_data(plan)) == plan


@given(plans())
@settings(max_examples=60)
def test_json_may_stand_between(plan: Plan) -> None:
    stored = json.dumps(plan_to_data(plan), default=as_json, ensure_ascii=False)
    assert plan_from_data(json.loads(stored)) == plan


@given(plans())
@settings(max_examples=60)
def test_nothing_empty_is_kept_but_titles_and_words(plan: Plan) -> None:
    def look(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for name, item in value.items():
                look(item, name)
        elif isinstance(value, list):
            assert value, key
            for item in value:
                look(item)
        else:
            assert value is not None
            assert value != "" or key in ("title", "text", "document")

    look(plan_to_data(plan))


def test_the_shape_is_keyed_by_id_and_flat() -> None:
    measure = Measure(
        id="kmmmmm",
        text="开展检查。",
        duty=Duty(lead=("应急局",), support=("公安局", "住建局"), clause="（应急局牵头）"),
        targets=(Target("下降5%以上", "at_least", Decimal(5), "%"),),
        dues=(Due("6月底前", date(2026, 6, 30)),),
        recurrences=(Recurrence("每季度一次", "FREQ=MONTHLY;INTERVAL=3"),),
    )
    task = Task("kttttt", "ksssss", "排查隐患", 2000, (measure,), Source("旧.txt", 12, 2021, "3"))
    plan = Plan("kppppp", "要点", 2026, sections=(Section("ksssss", "总体要求"),), tasks=(task,))
    assert plan_to_data(plan) == {
        "format": "county-plan/1",
        "id": "kppppp",
        "title": "要点",
        "year": 2026,
        "sections": {"ksssss": {"title": "总体要求", "order": 1000}},
        "tasks": {
            "kttttt": {
                "section": "ksssss",
                "title": "排查隐患",
                "source": {"document": "旧.txt", "line": 12, "year": 2021, "number": "3"},
                "order": 2000,
                "measures": {
                    "kmmmmm": {
                        "clause": "（应急局牵头）",
                        "text": "开展检查。",
                        "lead": ["应急局"],
                        "support": ["公安局", "住建局"],
                        "targets": [
                            {"text": "下降5%以上", "comparison": "at_least", "value": Decimal(5), "unit": "%"}
                        ],
                        "dues": [{"text": "6月底前", "day": date(2026, 6, 30)}],
                        "recurrences": [{"text": "每季度一次", "rule": "FREQ=MONTHLY;INTERVAL=3"}],
                        "order": 1000,
                    }
                },
            }
        },
    }
