"""Pictures of the draft screen and its larger dialogs, in both languages, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from textual.pilot import Pilot

from planner.plan import Due, Duty, Measure, Plan, Recurrence, Source, Target
from planner.text import Language, set_language
from planner.tui.app import PlannerApp
from tui.fakes import FakeOffice, plan
from tui.pictures import pictures
from tui.piloting import press, rest

SIZES = [(80, 24), (120, 40), (160, 40)]


def full_plan() -> Plan:
    """A plan whose first task has everything a task can have."""
    made = plan(count=9)
    measures = (
        Measure(
            "mfull1",
            "对全县危险化学品企业开展一次全面排查，建立隐患清单，6月底前完成整改，排查企业不少于200家。",
            title="深入排查",
            order=1000,
            duty=Duty(("应急管理局",), ("公安局", "城关镇"), ("财政局",), ("组织部",)),
            targets=(Target("排查企业不少于200家", "at_least", Decimal(200), "家"),),
            dues=(Due("6月底前", date(2027, 6, 30)),),
            recurrences=(Recurrence("每季度一次", "FREQ=MONTHLY;INTERVAL=3"),),
        ),
        Measure("mfull2", "汛期前组织一次应急演练。", order=2000, dues=(Due("汛期前"),)),
    )
    source = Source("临江县2026年安全生产工作要点", 18, 2026, "7", "past01/t77777")
    first = replace(made.task("t00001"), measures=measures, source=source, title="排查整治重大事故隐患")
    return replace(made.with_task(first), preamble="2027年是关键一年。")


SHOTS: dict[str, tuple[str, ...]] = {
    "list": ("down", "down"),
    "task": ("down", "down", "enter", "down", "down"),
    "template": ("down", "down", "f5", "enter", "down", "space"),
    "renew": ("ctrl+r", "ctrl+s", "down"),
    "names": ("down", "down", "enter", "down", "down", "down", "down", "enter"),
    "measure": ("down", "down", "enter", "down", "down", "enter"),
}


@pictures(SHOTS, main=("list",), sizes=SIZES)
def test_picture(
    snap_compare: Callable[..., bool], shot: str, language: Language, size: tuple[int, int]
) -> None:
    office = FakeOffice(full_plan())

    async def steps(pilot: Pilot[int]) -> None:
        await rest(pilot)
        app = pilot.app
        assert isinstance(app, PlannerApp)
        app.open_plan(office.open_plan("plan01"))
        await rest(pilot)
        await press(pilot, *SHOTS[shot])

    set_language(language)
    assert snap_compare(PlannerApp(office), terminal_size=size, run_before=steps)
