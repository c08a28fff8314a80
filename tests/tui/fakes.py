"""An office in memory: fixed day, fixed plans, fixed departments. Nothing is read or written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from planner.departments import Department, Roster
from planner.drafting.draft import Drafted, Pick, draft
from planner.findings import Finding, Severity, Where
from planner.library import Template
from planner.plan import Duty, Level, Measure, Plan, Section, Target, Task
from planner.tui.ports import Conflict, FileRead, News, Opened, PlanCard, Saved

if TYPE_CHECKING:
    from tests.tui.assessment_fakes import FakeAssessments

TODAY = date(2027, 1, 15)

HOSTILE = (
    "[/x][@click=app.quit]点我[/] [bold] C:\\[x] \x1b]0;坏\x07\x1b[2J \u202e反\u200b向 [$primary] :smile: \\"
)
"""Text as an imported document may hold it: markup, an action, a path, escape sequences, bidi, no width."""


def task(
    id: str, title: str, *, lead: tuple[str, ...] = (), section: str = "sec001", order: int = 1000
) -> Task:
    """A task with one measure."""
    duty = Duty(lead=lead, support=("财政局",) if lead else ())
    targets = (Target("排查企业不少于200家", "at_least", unit="家"),)
    measure = Measure(
        f"m{id[1:]}", f"{title}，按季度开展检查，排查企业不少于200家。", duty=duty, targets=targets
    )
    return Task(id, section, title, order, (measure,))


def plan(id: str = "plan01", year: int = 2027, title: str = "", count: int = 3) -> Plan:
    """A small plan of two sections; the last task has no lead."""
    tasks = [
        task(
            f"t{number:05d}",
            f"第{number}项重点工作任务",
            lead=("应急管理局",) if number < count else (),
            section="sec001" if number % 2 else "sec002",
            order=number * 1000,
        )
        for number in range(1, count + 1)
    ]
    return Plan(
        id,
        title or f"临江县{year}年安全生产工作要点",
        year,
        issuer="临江县安全生产委员会办公室",
        field="安全生产",
        level="county",
        region="临江县",
        sections=(Section("sec001", "总体要求", 1000), Section("sec002", "重点任务", 2000)),
        tasks=tuple(tasks),
    )


def hostile_plan() -> Plan:
    """A plan in which every text is hostile."""
    made = plan("hostil", title=HOSTILE)
    measures = tuple(
        Measure("mhost1", HOSTILE, title=HOSTILE, duty=Duty(lead=(HOSTILE,), clause=HOSTILE))
        for _ in range(1)
    )
    return replace(
        made,
        issuer=HOSTILE,
        field=HOSTILE,
        preamble=HOSTILE,
        sections=tuple(replace(section, title=HOSTILE, text=HOSTILE) for section in made.sections),
        tasks=tuple(replace(each, title=HOSTILE, measures=measures) for each in made.tasks),
    )


def roster() -> Roster:
    """Seven bodies, one of them abolished."""
    return Roster(
        (
            Department("dzzb01", "县委组织部", "party", ("组织部",), initials=("xwzzb", "zzb"), order=1000),
            Department(
                "dyjj01",
                "应急管理局",
                short=("应急局",),
                also=("安委办",),
                province=("应急管理厅",),
                initials=("yjglj", "yjj", "awb"),
                field="安全生产",
                order=2000,
            ),
            Department("dczj01", "财政局", initials=("czj",), order=3000),
            Department("dgaj01", "公安局", initials=("gaj",), order=4000),
            Department(
                "dajj01",
                "安全生产监督管理局",
                short=("安监局",),
                initials=("aqscjdglj", "ajj"),
                abolished=2019,
                successor="dyjj01",
                order=5000,
            ),
            Department(
                "dxfj01", "消防救援大队", "vertical", ("消防大队",), initials=("xfjydd", "xfdd"), order=6000
            ),
            Department("dcgz01", "城关镇", "township", initials=("cgz",), order=7000),
        )
    )


class FakeOffice:
    """The office port in memory. `conflicts` makes the next saves fail as if somebody had been faster."""

    def __init__(self, *plans: Plan, bodies: Roster | None = None) -> None:
        self.kept: dict[str, tuple[Plan, int]] = {each.id: (each, 1) for each in plans}
        self.bodies = (bodies if bodies is not None else roster(), 1)
        self.settings: dict[str, str] = {}
        self.conflicts: list[Plan] = []
        self.saves: list[Plan] = []
        self.hand = "k"
        self.rescued = False
        self.revision = 1
        self.changed_elsewhere: frozenset[str] = frozenset()

    @cached_property
    def assessments(self) -> FakeAssessments:
        """The desk in memory; tests put their own in its place."""
        from tests.tui.assessment_fakes import FakeAssessments

        return FakeAssessments()

    def change_elsewhere(self, changed: Plan) -> None:
        """Another program saves a plan."""
        self.revision = self.kept[changed.id][1] + 1
        self.kept[changed.id] = (changed, self.revision)
        self.changed_elsewhere = frozenset({changed.id})

    def rescue(self) -> Finding:
        self.rescued = True
        return Finding("store.rescued", Severity.NOTE, arguments={"aside": "旧文件", "day": "2027-01-14"})

    def today(self) -> date:
        return TODAY

    def workspace_name(self) -> str:
        return ""

    def plans(self) -> tuple[PlanCard, ...]:
        return tuple(
            PlanCard(each.id, each.title, each.year, each.field, each.issuer, len(each.tasks), _AT, "office")
            for each, _ in self.kept.values()
        )

    def open_plan(self, id: str) -> Opened[Plan]:
        return Opened(*self.kept[id])

    def add_plan(self, plan: Plan) -> Opened[Plan]:
        self.kept[plan.id] = (plan, 1)
        return Opened(plan, 1)

    def import_plan(self, plan: Plan) -> Opened[Plan]:
        return self.add_plan(plan)

    def save_plan(self, plan: Plan, revision: int) -> Saved[Plan] | Conflict[Plan]:
        if self.conflicts:
            theirs = self.conflicts.pop()
            self.kept[plan.id] = (theirs, revision + 1)
            return Conflict(theirs, revision + 1)
        self.saves.append(plan)
        self.kept[plan.id] = (plan, revision + 1)
        return Saved(revision + 1)

    def remove_plan(self, id: str) -> Plan:
        return self.kept.pop(id)[0]

    def templates(self) -> tuple[Template, ...]:
        return (
            Template("builtin/safety", "builtin", plan("tmpl01", 2026, "安全生产工作要点（模板）", 12)),
            Template("builtin/fire", "builtin", plan("tmpl02", 2026, "消防工作要点（模板）", 8)),
        )

    def draft(
        self,
        picks: tuple[Pick, ...],
        year: int,
        *,
        title: str = "",
        issuer: str = "",
        level: Level = "",
        region: str = "",
    ) -> Drafted:
        given = {"title": title, "issuer": issuer, "region": region, "hand": self.hand}
        drafted = draft(picks, year, self.bodies[0], level=level, **given)  # type: ignore[arg-type]
        # A fixed id, so that tests can name the plan.
        return replace(drafted, plan=replace(drafted.plan, id="newpln"))

    def demo_plan(self) -> Plan:
        return plan("demo01", 2027, "示例县2027年安全生产工作要点", 9)

    def check(self, plan: Plan) -> tuple[Finding, ...]:
        return tuple(
            Finding("common.no_plan_open", Severity.ERROR, Where(path=("tasks", each.id)))
            for each in plan.tasks
            if not each.everyone()
        )

    def roster(self) -> Opened[Roster]:
        return Opened(*self.bodies)

    def save_roster(self, roster: Roster, revision: int) -> Saved[Roster] | Conflict[Roster]:
        self.bodies = (roster, revision + 1)
        return Saved(revision + 1)

    def read_file(self, path: Path) -> FileRead:
        text = path.read_text("utf-8")
        return FileRead(plan("read01", 2021, text.splitlines()[0]), ())

    def export_plan(self, plan: Plan, path: Path) -> None:
        path.write_text(plan.title, "utf-8")

    def setting(self, name: str) -> str:
        return self.settings.get(name, "")

    def set_setting(self, name: str, value: str) -> None:
        self.settings[name] = value

    def news(self, since: int | None) -> News:
        desk = vars(self).get("assessments")
        schemes = desk.changed_elsewhere if desk is not None else frozenset()
        return News(self.revision) if since is None else News(self.revision, self.changed_elsewhere, schemes)

    def rest(self) -> tuple[Finding, ...]:
        return ()


_AT = datetime(2027, 1, 12, 9, 30)
