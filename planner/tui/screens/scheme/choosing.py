"""Which part of the scheme to see, and whose tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.screens.scheme import bench_lists, rows
from planner.tui.screens.scheme.bench_lists import VIEWS, View
from planner.tui.screens.scheme.rows import Scope

if TYPE_CHECKING:
    from planner.tui.screens.scheme.bench import Bench


def choose_scope(bench: Bench) -> None:
    """Whose tree: a class, a unit, or everything there is."""
    only_units = bench.view == "asked"
    found = [each for each in rows.scopes(bench.scheme) if not only_units or each.kind == "unit"]
    own = {each.unit for each in bench.scheme.overrides}
    own.update(name for each in bench.scheme.indicators for name in each.applies)

    def note(scope: Scope) -> str:
        if scope.kind == "unit":
            return say("scheme_place.has_own") if scope.id in own else ""
        return say(f"scheme_place.scope.{scope.kind}")

    def chosen(answer: str | None) -> None:
        scope = next((each for each in found if f"{each.kind}/{each.id}" == answer), None)
        if scope is None:
            return
        if only_units:
            bench.ask_of(scope.id)
        else:
            bench.scope = scope
        bench.place.show_all()

    choices = [
        Choice(f"{each.kind}/{each.id}", _indent(each) + each.words(bench.scheme), note(each))
        for each in found
    ]
    at = f"unit/{bench.asked_unit}" if only_units else f"{bench.scope.kind}/{bench.scope.id}"
    bench.app.push_screen(Choose(say("scheme_place.whose_tree"), choices, at=at), chosen)


def choose_view(bench: Bench) -> None:
    """Which part of the scheme to see."""

    def chosen(answer: str | None) -> None:
        view: View | None = next((each for each in VIEWS if each == answer), None)
        if view is not None:
            bench.go_view(view)

    choices = [
        Choice(view, bench_lists.view_title(view), bench_lists.view_note(view, bench.scheme, bench.checker))
        for view in VIEWS
    ]
    dialog = Choose(say("scheme_place.which_view"), choices, typing=False, at=bench.view)
    bench.app.push_screen(dialog, chosen)


def _indent(scope: Scope) -> str:
    return "  " if scope.kind == "unit" else ""
