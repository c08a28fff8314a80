"""The exchange file: a plan comes back equal, equal plans give equal bytes, and a person can read it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.cleaning import clean_text, unwanted_character
from planner.codec import plan_from_data, plan_to_data
from planner.plan import Due, Duty, Measure, Plan, Recurrence, Section, Source, Target, Task
from planner.reading.document import read
from planner.sharing.toml import read_plan, write_plan
from tests.strategies import plans

PLAN = Plan(
    id="kppppp",
    title="2026年安全生产工作要点",
    year=2026,
    issued=date(2026, 3, 1),
    level="county",
    sections=(Section("ksssss", "总体要求"),),
    tasks=(
        Task(
            id="kttttt",
            section="ksssss",
            title="排查隐患",
            order=2000,
            measures=(
                Measure(
                    id="kmmmmm",
                    text="对全县企业逐家开展检查，建立问题清单。对查出的隐患限期整改，逐项销号！\n整改情况按月报送。",
                    duty=Duty(lead=("应急局",), support=("公安局", "住建局"), clause="（应急局牵头）"),
                    targets=(Target("下降5%以上", "at_least", Decimal("5.0"), "%"),),
                    dues=(Due("6月底前", date(2026, 6, 30)),),
                    recurrences=(Recurrence("每半年", "FREQ=MONTHLY;INTERVAL=6", (date(2026, 6, 30),)),),
                    source=Source("旧.txt", 12, 2021, "3"),
                ),
                Measure(id="bmmmmm", text="报告。", order=2000),
            ),
        ),
    ),
)

BEGINNING = """\
format = "county-plan/1"
id = "kppppp"
title = "2026年安全生产工作要点"
year = 2026
issued = 2026-03-01
level = "county"

# ---- a ----
# ---- b ----

[tasks.kttttt.measures.bmmmmm]
text = "报告。"
order = 2000

# ---- c ----
"""

MIDDLE = '''\
# ---- k ----

[sections.ksssss]
title = "总体要求"
order = 1000

[tasks.kttttt]
section = "ksssss"
title = "排查隐患"
order = 2000

[tasks.kttttt.measures.kmmmmm]
clause = "（应急局牵头）"
text = """
对全县企业逐家开展检查，建立问题清单。对查出的隐患限期整改，逐项销号！
整改情况按月报送。"""
lead = [
    "应急局",
]
support = [
    "公安局",
    "住建局",
]
targets = [
    { text = "下降5%以上", comparison = "at_least", value = 5, unit = "%" },
]
dues = [
    { text = "6月底前", day = 2026-06-30 },
]
recurrences = [
    { text = "每半年", rule = "FREQ=MONTHLY;INTERVAL=6", dates = [2026-06-30] },
]
source = { document = "旧.txt", line = 12, year = 2021, number = "3" }
order = 1000

# ---- l ----
'''


def test_the_file_reads_like_this() -> None:
    text = write_plan(PLAN)
    comment, _, rest = text.partition("format = ")
    assert all(line.startswith("# ") for line in comment.splitlines())
    assert f"format = {rest}".startswith(BEGINNING)
    assert MIDDLE in rest
    assert text.endswith("# ---- y ----\n# ---- z ----\n")


def test_a_long_text_stands_one_sentence_a_line() -> None:
    sentences = (
        "对全县所有企业逐家开展检查，建立问题清单。对查出的隐患限期整改；“逐项销号。”整改情况按月报送给县局。"
    )
    text = write_plan(replace(PLAN, preamble=sentences))
    assert (
        'preamble = """\n'
        "对全县所有企业逐家开展检查，建立问题清单。\\\n"
        "对查出的隐患限期整改；\\\n"
        '“逐项销号。”整改情况按月报送给县局。"""\n'
    ) in text


@given(plans())
def test_a_plan_comes_back_equal(plan: Plan) -> None:
    assert read_plan(write_plan(plan).encode(), "计划.toml") == (plan, ())


@given(plans())
@settings(max_examples=40)
def test_equal_plans_give_equal_bytes(plan: Plan) -> None:
    other = replace(
        plan,
        sections=plan.sections[::-1],
        tasks=tuple(replace(task, measures=task.measures[::-1]) for task in plan.tasks[::-1]),
    )
    assert other == plan
    assert write_plan(other) == write_plan(plan)


def test_a_number_written_in_two_ways_gives_equal_bytes() -> None:
    def plan(value: str) -> Plan:
        return Plan("k", "t", 2026, tasks=(Task("kt", "", "t", measures=(measure(value),)),))

    def measure(value: str) -> Measure:
        return Measure("km", "", targets=(Target("", "", Decimal(value)),))

    for one, other in (("5", "5.00"), ("1000", "1E+3"), ("0", "-0.0"), ("0.3", "0.30")):
        assert plan(one) == plan(other)
        assert write_plan(plan(one)) == write_plan(plan(other))


@given(plans())
@settings(max_examples=40)
def test_another_writer_gives_the_same_data(plan: Plan) -> None:
    theirs = tomllib.loads(tomli_w.dumps(plan_to_data(plan)), parse_float=Decimal)
    ours = tomllib.loads(write_plan(plan), parse_float=Decimal)
    assert ours == theirs
    assert plan_from_data(ours) == plan


@given(plans())
@settings(max_examples=40)
def test_the_file_is_plain_and_chinese_stands_as_it_is(plan: Plan) -> None:
    text = write_plan(plan)
    assert unwanted_character(text) is None
    assert text.endswith("\n")
    assert "\\u5B89" not in text
    assert text.count("\n# ---- ") == 26


@given(st.text(st.characters(), max_size=200))
@settings(max_examples=300)
def test_any_text_once_clean_is_written_and_read(text: str) -> None:
    plan = replace(PLAN, title=clean_text(text), closing=clean_text(text * 3))
    assert read_plan(write_plan(plan).encode(), "计划.toml") == (plan, ())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
@settings(max_examples=300)
def test_the_reader_refuses_exactly_what_cleaning_would_change(text: str) -> None:
    plan, findings = read_plan(write_plan(replace(PLAN, title=text)).encode(), "计划.toml")
    assert (plan is None) == (clean_text(text) != text)
    assert {finding.code for finding in findings} <= {"format.unwanted_character"}


def test_lines_like_the_marks_of_a_conflict_come_back() -> None:
    text = "<<<<<<< 一\n=======\n>>>>>>> 二\n||||||| 三\n"
    plan = replace(PLAN, preamble=text)
    assert read_plan(write_plan(plan).encode(), "计划.toml") == (plan, ())


PAST_PLANS = Path(__file__).parents[2].parent / "shared" / "past-plans"


@pytest.mark.skipif(not PAST_PLANS.is_dir(), reason="the past plans are not beside the project")
def test_plans_that_were_read_come_back_equal() -> None:
    files = sorted(PAST_PLANS.glob("*.txt"))
    assert files
    for file in files:
        plan = read(file.read_bytes(), file.name).plan
        assert plan is not None, file.name
        assert read_plan(write_plan(plan).encode(), "计划.toml") == (plan, ())


BUILT_IN = sorted((Path(__file__).parents[2] / "data" / "plans").glob("*.toml"))


@pytest.mark.parametrize("file", BUILT_IN, ids=[file.stem for file in BUILT_IN])
def test_the_built_in_plans_are_read_and_come_back_equal(file: Path) -> None:
    plan, findings = read_plan(file.read_bytes(), file.name)
    assert findings == ()
    assert plan is not None
    assert read_plan(write_plan(plan).encode(), file.name) == (plan, ())
