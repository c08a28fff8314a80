"""Plans for the tests of drafting: one to read, and any small plan for laws."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from planner.plan import (
    ORDER_STEP,
    ROLES,
    Due,
    Duty,
    Measure,
    Plan,
    Recurrence,
    Section,
    Task,
)

NAMES = ("县应急管理局", "县消防救援大队", "县公安局", "县教育局", "各乡镇")


def sample() -> Plan:
    """Two sections, four tasks, five measures."""
    return Plan(
        id="plan01",
        title="临江县2026年安全生产工作要点",
        year=2026,
        sections=(Section("sec001", "压实责任", 1000), Section("sec002", "排查隐患", 2000)),
        tasks=(
            Task(
                "task01",
                "sec001",
                "层层签订责任书",
                1000,
                (
                    Measure(
                        "meas01",
                        "2月底前签订责任书。每季度通报一次。",
                        duty=Duty(lead=("县应急管理局",), support=("各乡镇",), clause="县应急管理局牵头"),
                        dues=(Due("2月底前", date(2026, 2, 28)),),
                        recurrences=(Recurrence("每季度通报一次", "FREQ=MONTHLY;INTERVAL=3"),),
                    ),
                ),
            ),
            Task("task02", "sec001", "领导干部下沉一线", 2000, (Measure("meas02", "带队检查。"),)),
            Task(
                "task03",
                "sec002",
                "整治校园消防隐患",
                1000,
                (
                    Measure("meas03", "教室。", order=1000, duty=Duty(responsible=("县教育局",))),
                    Measure("meas04", "宿舍。", order=2000, duty=Duty(responsible=("县公安局",))),
                ),
            ),
            Task("task04", "sec002", "排查老旧小区电气线路", 2000, (Measure("meas05", "入户。"),)),
        ),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Up to three sections and six tasks, orders tied, adjacent or wide, some tasks in no section."""
    orders = st.sampled_from((1, 2, 3, ORDER_STEP, ORDER_STEP, 2 * ORDER_STEP, 7 * ORDER_STEP))
    sections = tuple(
        Section(id=f"sec{index}", title=f"第{index}节", order=draw(orders))
        for index in range(draw(st.integers(0, 3)))
    )
    homes = st.sampled_from((*(section.id for section in sections), "nowhere"))
    names = st.lists(st.sampled_from(NAMES), unique=True, max_size=4)

    def duty() -> Duty:
        held = {role: [] for role in ROLES}
        for name in draw(names):
            held[draw(st.sampled_from(ROLES))].append(name)
        return Duty(
            **{role: tuple(rows) for role, rows in held.items()}, clause=draw(st.sampled_from(("", "原文")))
        )

    tasks = tuple(
        Task(
            id=f"task{index}",
            section=draw(homes),
            title=f"任务{index}",
            order=draw(orders),
            measures=tuple(
                Measure(id=f"m{index}x{place}", text=f"举措{place}", order=draw(orders), duty=duty())
                for place in range(draw(st.integers(0, 3)))
            ),
        )
        for index in range(draw(st.integers(1, 6)))
    )
    return Plan(id="plan", title="计划", year=2026, sections=sections, tasks=tasks)
