"""Two programs in one workspace: what the other one saves is shown here, and nothing of one's own is lost."""

from __future__ import annotations

from dataclasses import replace

from planner.tui.news import Watch
from tui.fakes import FakeOffice, plan
from tui.piloting import Run, rest


async def test_the_open_plan_shows_what_another_program_saved(run: Run) -> None:
    office = FakeOffice(plan("plan01"))
    async with run(office) as pilot:
        app = pilot.app
        app.open_plan(office.open_plan("plan01"))
        await rest(pilot)
        watch = Watch(app)
        watch.look()
        await rest(pilot)
        office.change_elsewhere(replace(plan("plan01"), title="他人改过的标题"))
        watch.look()
        await rest(pilot)
        assert app.session.record.title == "他人改过的标题"
        assert app.session.to_undo() is None, "what another person did is not ours to take back"


async def test_a_failed_look_says_nothing_and_the_program_goes_on(run: Run) -> None:
    office = FakeOffice(plan("plan01"))
    async with run(office) as pilot:
        await rest(pilot)

        def broken(since: int | None) -> None:
            raise OSError("gone")

        office.news = broken  # type: ignore[method-assign]
        Watch(pilot.app).look()
        await rest(pilot)
        assert pilot.app.is_running
        assert not pilot.app._notifications
