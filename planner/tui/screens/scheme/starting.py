"""The ways to a scheme: a ready one taken for another year, a file, the demo county; and handing one over."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assessments.scheme import Scheme
from assessments.sheet import Sheet
from planner.findings import Finding
from planner.plan import FIRST_YEAR, LAST_YEAR
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.files import FileDialog
from planner.tui.dialogs.form import Field, Form
from planner.tui.display import notify
from planner.tui.exporting import ask_where, file_name
from planner.tui.screens.home import usual_folder
from planner.tui.screens.scheme.reading import whole_of

if TYPE_CHECKING:
    from planner.tui.app import PlannerApp

Record = TypeVar("Record")
GROUP = "open-assessment"
_NUMBER = re.compile(r"（[^（）]*〔\d{4}〕\d+号）$")
"""The number of a paper behind its title."""


def keep(app: PlannerApp, scheme: Scheme) -> None:
    """Put a scheme into the workspace and open it."""
    port = app.office.assessments

    def kept(id: str) -> None:
        notify(app, say("scheme_place.kept", title=scheme.title), seconds=10)
        app.open_assessment(id, "scheme")

    app.work(lambda: port.add_scheme(scheme).record.id, kept, group=GROUP, leads_on=True)


# A ready one


def take_ready(app: PlannerApp) -> None:
    """Choose among the ready schemes and those of the workspace, then ask for the year."""
    port = app.office.assessments

    def choose(found: tuple[tuple[Scheme, ...], dict[str, str]]) -> None:
        ready, own = found
        by_id = {f"builtin/{each.id}": each for each in ready}

        def chosen(answer: str | None) -> None:
            if answer in by_id:
                ask_year(app, by_id[answer], ready=True)
            elif answer is not None:
                take(app, answer.partition("/")[2])

        choices = [
            *(Choice(id, _bare_title(each), _counts(each)) for id, each in by_id.items()),
            *(Choice(f"own/{id}", title, say("scheme_place.own_scheme")) for id, title in own.items()),
        ]
        app.push_screen(Choose(say("scheme_place.which_ready"), choices), chosen)

    app.work(
        lambda: (port.builtin_schemes(), {card.id: card.title for card in port.schemes()}),
        choose,
        group="ready-schemes",
        leads_on=True,
    )


def _bare_title(scheme: Scheme) -> str:
    """The title without year and county, which are the reader's own to set."""
    return scheme.title.removeprefix(f"{scheme.year}年").removeprefix(scheme.region)


def _counts(scheme: Scheme) -> str:
    return say("scheme_place.counts", units=len(scheme.units), items=len(scheme.scored()))


def take(app: PlannerApp, id: str) -> None:
    """Take a scheme of the workspace for another year."""
    port = app.office.assessments
    app.work(
        lambda: port.open_scheme(id).record,
        lambda scheme: ask_year(app, scheme),
        group="ready-schemes",
        leads_on=True,
    )


def ask_year(app: PlannerApp, scheme: Scheme, *, ready: bool = False) -> None:
    """Ask for year and title of the copy, make and open it.

    A ready scheme is offered for the year and place of the open plan, else for this year and no place: its
    own is invented, as is the number of its paper. One of the workspace keeps its place.
    """
    plan = app.session.record if app.session is not None else None
    offered = plan.year if plan is not None else app.office.today().year
    region, issuer = scheme.region, scheme.issuer
    if ready:
        region, issuer = (plan.region, plan.issuer) if plan is not None else ("", "")
        scheme = replace(scheme, basis=_NUMBER.sub("", scheme.basis))
    title = titled(scheme, offered, region)

    def check(values: Mapping[str, str]) -> str:
        year = whole_of(values["year"])
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            return say("home.bad_year")
        return "" if values["title"] else say("scheme_place.want.title")

    def made(values: dict[str, str] | None) -> None:
        if values is not None:
            year = whole_of(values["year"]) or scheme.year
            # A title that nobody wrote anew follows year and county.
            own = values["title"] if values["title"] != title else titled(scheme, year, values["region"])
            copy = copied(scheme, app.office.assessments.new_id(), year, values["region"])
            keep(app, replace(copy, title=own, issuer=values["issuer"]))
            if year != scheme.year:
                notify(app, say("scheme_place.days_moved", years=year - scheme.year), seconds=10)

    asked = [
        Field("year", "home.year_field", str(offered)),
        Field("title", "scheme_place.field.title", title, "scheme_place.title.note"),
        Field("region", "scheme_place.field.region", region, "scheme_place.region.note"),
        Field("issuer", "scheme_place.field.issuer", issuer, "scheme_place.taken.note"),
    ]
    app.push_screen(Form(say("scheme_place.take_for"), asked, check=check), made)


def titled(scheme: Scheme, year: int, region: str) -> str:
    """The title with the new year and place instead of the old."""
    title = scheme.title.replace(str(scheme.year), str(year))
    return title.replace(scheme.region, region) if scheme.region else title


def copied(scheme: Scheme, id: str, year: int, region: str) -> Scheme:
    """The scheme for another year and county: every day in it so many years later, the county's name in its
    words, articles and units the new one."""
    names = (scheme.region, region) if len(scheme.region) > 1 else ("", "")
    moved = _moved(replace(scheme, id=id), year - scheme.year, names)
    return replace(moved, year=year, title=titled(scheme, year, region), region=region)


def _moved(record: Record, years: int, names: tuple[str, str]) -> Record:
    """A record with all of its days moved by whole years, 29 February to the 28th, and a name replaced."""
    held: Any = record
    if isinstance(held, str):
        return cast("Record", held.replace(*names) if names[0] else held)
    if isinstance(held, date):
        day = 28 if (held.month, held.day) == (2, 29) else held.day
        return cast("Record", held.replace(year=held.year + years, day=day))
    if isinstance(held, tuple):
        return cast("Record", tuple(_moved(each, years, names) for each in held))
    if dataclasses.is_dataclass(held) and not isinstance(held, type):
        values = {
            field.name: _moved(getattr(held, field.name), years, names) for field in dataclasses.fields(held)
        }
        return cast("Record", replace(held, **values))
    return record


# A file


@dataclass(frozen=True, slots=True)
class _Read:
    """What became of a file: a scheme, or sheets of one, and what there is to say."""

    scheme: Scheme | None
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...]
    known: dict[str, str]


def open_file(app: PlannerApp) -> None:
    """Ask for a file; a scheme is kept and opened, sheets are taken over into the scheme they name."""
    port = app.office.assessments

    def read(path: Path | None) -> None:
        if path is None:
            return

        def job() -> _Read:
            known = {card.id: card.title for card in port.schemes()}
            scheme = port.read_scheme(path)
            if scheme.scheme is None:
                sheets = port.read_sheets((path,))
                if sheets.sheets:
                    return _Read(None, sheets.sheets, sheets.findings, known)
            return _Read(scheme.scheme, (), scheme.findings, known)

        app.work(job, lambda found: _came(app, path, found), group=GROUP)

    dialog = FileDialog(say("scheme_place.which_file"), usual_folder(), endings=(".toml",))
    app.push_screen(dialog, read)


def _came(app: PlannerApp, path: Path, found: _Read) -> None:
    from planner.tui.screens.scheme.reports import show_findings

    if found.sheets:
        _take_sheets(app, found)
    elif found.scheme is None:
        show_findings(app, say("scheme_place.not_read", name=path.name), found.findings)
    elif found.scheme.id in found.known:
        _ask_which(app, found.scheme)
    else:
        keep(app, found.scheme)


def _ask_which(app: PlannerApp, scheme: Scheme) -> None:
    """A scheme of this id is there already: open it, or keep the file's beside it."""

    def chosen(answer: str | None) -> None:
        if answer == "open":
            app.open_assessment(scheme.id, "scheme")
        elif answer == "copy":
            keep(app, replace(scheme, id=app.office.assessments.new_id()))

    choices = [
        Choice("open", say("scheme_place.open_held"), say("scheme_place.open_held.note")),
        Choice("copy", say("scheme_place.keep_both"), say("scheme_place.keep_both.note")),
    ]
    app.push_screen(Choose(say("scheme_place.held", title=scheme.title), choices, typing=False), chosen)


def _take_sheets(app: PlannerApp, found: _Read) -> None:
    from planner.office.assessment_records import Refused, Taken
    from planner.tui.screens.scheme.reports import show_findings

    scheme = found.sheets[0].scheme
    if scheme not in found.known:
        notify(app, say("scheme_place.sheet_of_none", id=scheme), weight="warning", seconds=10)
        return

    def taken(result: Taken | Refused) -> None:
        if isinstance(result, Refused):
            show_findings(app, say("scheme_place.not_taken"), result.findings)
        else:
            notify(app, say("scheme_place.taken_sheets", cells=result.cells, title=found.known[scheme]))
            app.open_assessment(scheme, "scheme")

    app.work(lambda: app.office.assessments.import_sheets(scheme, found.sheets), taken, group=GROUP)


def add_demo(app: PlannerApp) -> None:
    """Keep the demo county's assessment, or find it, and open it."""

    def kept(id: str) -> None:
        notify(app, say("scheme_place.demo_open"), seconds=10)
        app.open_assessment(id, "scheme")

    app.work(app.office.assessments.add_demo, kept, group=GROUP, leads_on=True)


# Handing over


def export(app: PlannerApp, scheme: Scheme) -> None:
    """Ask for a file and write the scheme to it."""
    port = app.office.assessments

    def write(path: Path) -> None:
        def written(result: None) -> None:
            notify(app, say("export.done", file=str(path)), seconds=10)

        app.work(lambda: port.export_scheme(scheme, path), written, group="export")

    name = (file_name(scheme.title) or scheme.id) + ".toml"
    where = say("scheme_place.export_where")
    dialog = FileDialog(where, usual_folder(), endings=(".toml",), saving=True, name=name)
    ask_where(app, dialog, write, (".toml",))
