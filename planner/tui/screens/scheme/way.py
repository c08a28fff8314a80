"""From what the check found to the place it speaks of, as far as the very field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.screens.scheme import rows
from planner.tui.screens.scheme.bench_lists import Found
from planner.tui.screens.scheme.rows import ROOT_KEY, Scope

if TYPE_CHECKING:
    from planner.tui.screens.scheme.bench import Bench

ONE = 1
"""The pane of the one record."""


def go_to_finding(bench: Bench, found: Found) -> None:
    """Go to what a finding speaks of, and to the field where it names one."""
    path = found.finding.where.path
    if path[:1] == ("settings",) or len(path) < 2:
        bench.go_view("settings")
        bench.shown.go_to("settings/settings" if path[:1] == ("settings",) else "settings/")
        field = path[1:2]
    elif path[:1] == ("overrides",) and len(path) > 2:
        bench.scope = Scope("unit", path[1])
        bench.point_at(path[2])
        field = path[3:]
    elif path[:1] == ("classes",) and path[2:3] == ("scale",):
        bench.scope = rows.scope_with(bench.scheme, "", Scope("class", path[1]))
        bench.go_view("tree")
        bench.shown.go_to(ROOT_KEY)
        field = ()
    else:
        bench.point_at(path[1])
        field = path[2:]
    bench.show_one()
    if field:
        bench.enter(ONE)
        _go_to_field(bench, field)


def _go_to_field(bench: Bench, field: tuple[str, ...]) -> None:
    """Put the cursor on the line of a field, or the nearest one above it."""
    lines = [each for each in bench.lines() if each.what != "told"]
    names = [tuple(map(str, each.path)) for each in lines]
    for length in range(len(field), 0, -1):
        for line, name in zip(lines, names, strict=True):
            if name[:length] == field[:length]:
                bench.parts.go_to(line.key)
                return
