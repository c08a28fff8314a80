"""Numbers are drawn from the order: 一、 for sections, running numbers for tasks."""

import pytest

from planner.numbering import chinese, numbers_of
from planner.plan import Plan, Section, Task


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
    ],
)
def test_chinese_numerals(number: int, words: str) -> None:
    assert chinese(number) == words


@pytest.mark.parametrize("number", [0, -1, 100])
def test_numbers_that_no_section_has_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese(number)


def test_tasks_run_on_over_the_sections_in_the_plans_order() -> None:
    plan = Plan(
        id="paaaaa",
        title="计划",
        year=2027,
        sections=(Section("sbbbbb", "后", order=2000), Section("saaaaa", "前", order=1000)),
        tasks=(
            Task("tccccc", "sbbbbb", "三"),
            Task("tbbbbb", "saaaaa", "二", order=2000),
            Task("taaaaa", "saaaaa", "一", order=1000),
        ),
    )
    numbers = numbers_of(plan)
    assert numbers.sections == {"saaaaa": "一", "sbbbbb": "二"}
    assert numbers.tasks == {"taaaaa": 1, "tbbbbb": 2, "tccccc": 3}
