"""The shelf: read once, mended by what changed, told to whoever listens."""

from __future__ import annotations

from dataclasses import replace

from textual.pilot import Pilot

from planner.departments import Roster
from planner.plan import Plan
from planner.tui.app import PlannerApp
from planner.tui.ports import Opened
from planner.tui.shelf import Shelf
from tui.fakes import plan
from tui.library_office import FIRE, FIRES, LibraryOffice
from tui.piloting import Run, rest

from planner.library import Template  # isort: skip

OLD = plan("old001", 2024, "前年的计划")
NEW = plan("new001", 2026, "去年的计划")


class CountingOffice(LibraryOffice):
    """Counts the plans that are opened."""

    def __init__(self, *plans: Plan) -> None:
        super().__init__(*plans)
        self.opened: list[str] = []

    def open_plan(self, id: str) -> Opened[Plan]:
        self.opened.append(id)
        return super().open_plan(id)


def shelf_of(pilot: Pilot[int]) -> Shelf:
    assert isinstance(pilot.app, PlannerApp)
    return pilot.app.shelf


async def read(pilot: Pilot[int]) -> Shelf:
    shelf = shelf_of(pilot)
    shelf.refresh()
    await rest(pilot)
    return shelf


def titles(shelf: Shelf) -> list[str]:
    return [held.plan.title for held in shelf.templates()]


async def test_own_plans_come_first_the_latest_year_before_the_others(run: Run) -> None:
    async with run(LibraryOffice(OLD, NEW)) as pilot:
        shelf = await read(pilot)
        shelf.put(Template("file/x", "file", replace(FIRE, title="文件")))
        assert titles(shelf) == [
            "去年的计划",
            "前年的计划",
            "2026年消防安全工作要点",
            "2026年防汛抗旱工作要点",
            "文件",
        ]


async def test_only_what_changed_is_read_again(run: Run) -> None:
    office = CountingOffice(OLD, NEW)
    async with run(office) as pilot:
        shelf = await read(pilot)
        office.opened.clear()
        await read(pilot)
        assert office.opened == []
        office.add_plan(replace(OLD, title="改了名的计划"))
        await read(pilot)
        assert office.opened == ["old001"]
        assert titles(shelf)[1] == "改了名的计划"
        office.remove_plan("old001")
        await read(pilot)
        assert "改了名的计划" not in titles(shelf)


async def test_search_is_about_what_stands_on_the_shelf(run: Run) -> None:
    async with run(LibraryOffice()) as pilot:
        shelf = await read(pilot)
        shelf.put(Template("file/x", "file", plan("fil001", 2020, "文件")))
        assert shelf.library is not None
        assert {hit.template.key for hit in shelf.library.search("重点工作").hits} == {"file/x"}
        await read(pilot)
        assert shelf.template("file/x") is not None
        shelf.drop("file/x")
        await read(pilot)
        assert shelf.library.search("重点工作").hits == ()
        assert shelf.template("file/x") is None


async def test_other_departments_mean_another_search(run: Run) -> None:
    office = LibraryOffice()
    async with run(office) as pilot:
        shelf = await read(pilot)
        assert shelf.library is not None
        assert len(shelf.library.search("xfdd").hits) == len(FIRES)
        office.bodies = (Roster(()), 2)
        await read(pilot)
        assert shelf.library.search("xfdd").hits == ()


async def test_listeners_are_told_until_they_stop(run: Run) -> None:
    async with run(LibraryOffice()) as pilot:
        told: list[int] = []
        shelf = shelf_of(pilot)
        stop = shelf.listen(lambda: told.append(1))
        await read(pilot)
        assert told == [1]
        stop()
        await read(pilot)
        assert told == [1]
