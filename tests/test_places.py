"""The place of a finding is said as a person would: a line of a file, or a numbered task."""

import pytest

from planner.findings import Where
from planner.plan import Measure, Plan, Section, Task
from planner.text.places import place_words

PLAN = Plan(
    id="paaaaa",
    title="计划",
    year=2027,
    sections=(Section("saaaaa", "前"),),
    tasks=(
        Task("taaaaa", "saaaaa", "查桥", measures=(Measure("maaaaa", "查一遍"),)),
        Task(
            "tbbbbb",
            "saaaaa",
            "查井",
            order=2000,
            measures=(Measure("mbbbbb", "查"), Measure("mccccc", "封", order=2000)),
        ),
    ),
)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Where(document="要点.txt", line=3), "要点.txt 第 3 行"),
        (Where(line=3), "第 3 行"),
        (Where(path=("tasks", "taaaaa")), "第 1 项 查桥"),
        (Where(path=("tasks", "taaaaa", "measures", "maaaaa", "lead")), "第 1 项 查桥"),
        (Where(path=("tasks", "tbbbbb", "measures", "mccccc")), "第 2 项 查井 举措 2"),
        (Where(path=("sections", "saaaaa")), "第一部分"),
        (Where(path=("title",)), "文件头"),
        (Where(path=("departments", "d1")), ""),
        (Where("要点.toml", 7, ("tasks", "taaaaa", "order")), "要点.toml 第 7 行 tasks.taaaaa.order"),
        (Where("\x1b[31m要点.toml", 1, ("\u202ex" * 60,)), "[31m要点.toml 第 1 行 " + "x" * 40),
        (Where(path=("tasks", "tgone2")), ""),
        (Where(), ""),
    ],
)
def test_places_in_words(where: Where, words: str) -> None:
    assert place_words(where, PLAN) == words
