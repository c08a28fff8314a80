"""Search as you type over 800 templates of 45 tasks, beside a plain `in` over all their texts.

The worst of a row of keystrokes counts, each the best of several runs. The plain scan only says which tasks
hold one word anywhere; ours also knows names, initials and several words, and ranks.
"""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Callable

from planner.departments import Department, Roster
from planner.drafting.similar import Likeness, doubles
from planner.library import Library, Template
from planner.plan import Duty, Measure, Plan, Section, Task
from tests.benchmarks.rows import Aim, Row, table

PLANS = 800
TASKS = 45
RUNS = 5
_BODIES = {
    "应急管理局": "yjglj",
    "公安局": "gaj",
    "教育局": "jyj",
    "水利局": "slj",
    "农业农村局": "nyncj",
    "消防救援大队": "xfjydd",
    "市场监督管理局": "scjdglj",
    "交通运输局": "jtysj",
    "住房和城乡建设局": "zfhcxjsj",
    "生态环境分局": "sthjfj",
}
_PHRASES = [
    *("消防安全", "安全生产", "应急演练", "隐患排查", "专项整治"),
    *("责任落实", "宣传教育", "值班值守", "挂牌督办", "防汛抗旱"),
]
_FEW = "开展安全生产检查隐患排查治理企业责任落实监管消防宣传培训应急演练预案整改专项行动督导考核乡镇部门"
_QUERIES = {
    "one letter": "安",
    "a word in titles": "消防安全",
    "a word only in texts": "防汛抗旱",
    "a rare word": "甪直",
    "common letters, no hit": "全安产生",
    "three words": "消防 演练 学校",
    "initials": "yjj",
    "initials and a word": "yjj 隐患",
    "year and word": "2015 督办",
}


def roster() -> Roster:
    """Ten bodies with their initials."""
    return Roster(
        tuple(
            Department(id=f"d{place}", name=name, initials=(letters,), order=place)
            for place, (name, letters) in enumerate(_BODIES.items())
        )
    )


def make_templates(plans: int = PLANS, tasks: int = TASKS, seed: int = 7) -> list[Template]:
    """Templates whose words are as uneven as real ones: some thousand words, few of them in every task."""
    rng = random.Random(seed)
    letters = [chr(code) for code in rng.sample(range(0x4E00, 0x4E00 + 6000), 2000)]
    words = ["".join(rng.sample(letters, 2)) for _ in range(3000)]
    vocabulary = [*_PHRASES, "学校", *words]
    weights = [1 / (place + 3) for place in range(len(vocabulary))]

    def prose(length: int) -> str:
        return "，".join("".join(rng.choices(vocabulary, weights, k=4)) for _ in range(length))

    def task(place: int) -> Task:
        names = tuple("县" + name for name in rng.sample(list(_BODIES), 3))
        measure = Measure(f"m{place}", prose(20) + "。", duty=Duty(lead=names[:1], support=names[1:]))
        return Task(f"t{place}", f"s{place % 6}", prose(2), place * 1000, (measure,))

    return [
        Template(
            key=f"p{number}",
            origin="workspace",
            plan=Plan(
                id=f"p{number}",
                title=f"临江县{2000 + number % 27}年安全生产工作要点",
                year=2000 + number % 27,
                sections=tuple(Section(f"s{place}", prose(1)) for place in range(6)),
                tasks=tuple(task(place) for place in range(tasks)),
            ),
        )
        for number in range(plans)
    ]


def measure() -> list[Row]:
    """Every query with its plain scan; building the index, adding one template, and memory for themselves."""
    templates = make_templates()
    texts = [
        "\n".join((task.title, *(held.text for held in task.measures), *task.everyone()))
        for template in templates
        for task in template.plan.tasks
    ]
    started = time.perf_counter()
    library = Library.of(templates, roster())
    built = (time.perf_counter() - started) * 1000
    rows: list[Row] = []
    for name, query in _QUERIES.items():
        ours = _best(lambda query=query: library.search(query))
        plain = _best(lambda query=query: [place for place, text in enumerate(texts) if _holds(text, query)])
        rows.append(Row(f"search, {PLANS} plans: {name}", ours, "plain `in`", plain, "ms", Aim(16)))
    changed = templates[0]
    rows.append(Row("library: one template replaced", _best(lambda: library.with_template(changed))))
    rows.append(Row("library: index of all templates built", built))
    tasks = [task for template in templates for task in template.plan.tasks][:1000]
    rows.append(Row("doubles among 1,000 tasks", _best(lambda: doubles(tasks))))
    rows.append(Row("doubles among 1,000 tasks of 24 words", _best(lambda: doubles(_of_few_words()))))
    known = Likeness()
    for task in tasks:
        known.add(task)
    rows.append(Row("one task against 1,000 for a double", _best(lambda: known.like(tasks[0])), aim=Aim(16)))
    rows.append(Row("library: memory of the index, tasks not counted", _memory(templates), unit="MB"))
    return rows


def _of_few_words() -> list[Task]:
    """Tasks that are all nearly alike, the worst case for finding those that are."""
    rng, words = random.Random(3), ["".join(pair) for pair in zip(_FEW[::2], _FEW[1::2], strict=True)]
    return [
        Task(f"t{place}", "", "".join(rng.choices(words, k=6)), place, (Measure(f"m{place}", text),))
        for place in range(1000)
        for text in ["".join(rng.choices(words, k=80))]
    ]


def _memory(templates: list[Template]) -> float:
    """What a library of these templates adds at its peak, in MB. Slow: every allocation is watched."""
    tracemalloc.start()
    Library.of(templates, roster())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def _holds(text: str, query: str) -> bool:
    return all(word in text for word in query.split())


def _best(run: Callable[[], object]) -> float:
    """The shortest of several runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return min(times) * 1000


if __name__ == "__main__":
    print(table(measure()))
