"""A plan with everything that assigning, the year and the check have to show."""

from __future__ import annotations

from datetime import date

from planner.plan import Due, Duty, Measure, Plan, Recurrence, Section, Task

MONTHLY = Recurrence("每月调度一次", "FREQ=MONTHLY")
QUARTERLY = Recurrence("每季度开展一次", "FREQ=MONTHLY;INTERVAL=3")
WEEKLY = Recurrence("每周巡查一次", "FREQ=WEEKLY")


def duty_plan() -> Plan:
    """Five tasks: one of two measures, one without anybody, one wrongly named, one with wrong days."""
    tasks = (
        Task(
            "taaaaa",
            "sec001",
            "开展企业安全培训",
            1000,
            (
                Measure(
                    "maaaa1",
                    "组织企业负责人培训，6月底前培训300人，每季度开展一次。",
                    duty=Duty(lead=("县应急管理局",), responsible=("县公安局", "县财政局")),
                    dues=(Due("6月底前", date(2027, 6, 30)),),
                    recurrences=(QUARTERLY,),
                ),
                Measure(
                    "maaaa2",
                    "对培训情况抽查，每月调度一次，印发通报。",
                    duty=Duty(lead=("县公安局",), supervise=("县委组织部",)),
                    recurrences=(MONTHLY,),
                ),
            ),
        ),
        Task("tbbbbb", "sec001", "检查加油站", 2000, (Measure("mbbbb1", "3月底前检查加油站12家。"),)),
        Task(
            "tccccc",
            "sec002",
            "检查人员密集场所",
            3000,
            (
                Measure(
                    "mcccc1",
                    "每周巡查一次，9月31日前完成整改，定期通报。",
                    duty=Duty(lead=("县消防援大队",), support=("县公安局",)),
                    dues=(Due("9月31日前"),),
                    recurrences=(WEEKLY, Recurrence("定期通报")),
                ),
            ),
        ),
        Task(
            "tddddd",
            "sec002",
            "组织应急演练",
            4000,
            (
                Measure(
                    "mdddd1",
                    "组织演练2次，汛期前完成。",
                    duty=Duty(lead=("县消防援大队",), responsible=("各乡镇（街道）",)),
                    dues=(Due("汛期前"),),
                ),
            ),
        ),
        Task("teeeee", "sec002", "编印应急手册", 5000),
    )
    return Plan(
        "duties",
        "临江县2027年安全生产工作要点",
        2027,
        level="county",
        region="临江县",
        sections=(Section("sec001", "压实责任", 1000), Section("sec002", "排查隐患", 2000)),
        tasks=tasks,
    )
