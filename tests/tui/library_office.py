"""An office whose templates have different tasks, for the library, its search and taking from it."""

from __future__ import annotations

from dataclasses import replace

from planner.library import Template
from planner.plan import Plan, Section
from tui.fakes import FakeOffice, plan, task

FIRES = ("开展消防宣传月活动", "整治电动自行车违规停放充电", "培训重点人群消防技能")
FLOODS = ("修订防汛应急预案", "储备和管理防汛抗旱物资", "开好年度防汛工作会议")


def template(id: str, field: str, titles: tuple[str, ...], lead: str) -> Plan:
    """A template of 2026 with one section."""
    tasks = tuple(
        task(f"{id[0]}task{place}", title, lead=(lead,), order=place * 1000)
        for place, title in enumerate(titles, 1)
    )
    made = plan(id, 2026, f"2026年{field}工作要点")
    return replace(made, field=field, sections=(Section("sec001", f"{field}任务"),), tasks=tasks)


FIRE = template("fire01", "消防安全", FIRES, "消防救援大队")
FLOOD = template("flood1", "防汛抗旱", FLOODS, "应急管理局")


class LibraryOffice(FakeOffice):
    """Two built-in templates beside the plans that are given."""

    def templates(self) -> tuple[Template, ...]:
        return (Template("builtin/fire", "builtin", FIRE), Template("builtin/flood", "builtin", FLOOD))
