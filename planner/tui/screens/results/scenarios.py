"""Named what-ifs: kept beside the scheme, opened again, forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.confirm import Confirm
from planner.tui.dialogs.form import line_edit
from planner.tui.display import notify
from planner.tui.screens.results.trial import Trial

if TYPE_CHECKING:
    from planner.office.assessment_records import Scenario
    from planner.tui.app import PlannerApp
    from planner.tui.assessment import OpenAssessment

_OFFICIAL = "official"
_NAMED = "named:"


def keep_scenario(
    app: PlannerApp, assessment: OpenAssessment, trial: Trial, then: Callable[[], None]
) -> None:
    """Ask for a name and keep what is tried; over another of this name only when told to."""
    port, id, tried = app.office.assessments, assessment.scheme.id, trial.scheme

    def write(name: str) -> None:
        def kept(result: None) -> None:
            trial.called(name)
            notify(app, say("what_if.kept", name=name))
            then()

        app.work(lambda: port.keep_scenario(id, name, tried), kept, group="scenario")

    def named(values: dict[str, str] | None) -> None:
        if values is None:
            return
        name = values["text"]

        def looked(held: tuple[Scenario, ...]) -> None:
            if name == trial.attempt.name or all(each.name != name for each in held):
                write(name)
                return

            def answered(yes: bool | None) -> None:
                if yes:
                    write(name)

            app.push_screen(Confirm("what_if.replace", yes="what_if.replace.yes", name=name), answered)

        app.work(lambda: port.scenarios(id), looked, group="scenario")

    dialog = line_edit(
        say("what_if.keep.heading"),
        "what_if.keep.name",
        trial.attempt.name,
        note="what_if.keep.note",
        check=lambda text: "" if text else say("what_if.keep.empty"),
    )
    app.push_screen(dialog, named)


def open_scenario(
    app: PlannerApp, assessment: OpenAssessment, trial: Trial, then: Callable[[], None]
) -> None:
    """Choose among the official result and the named what-ifs."""
    port, id = app.office.assessments, assessment.scheme.id

    def looked(held: tuple[Scenario, ...]) -> None:
        schemes = {_NAMED + each.name: each for each in held}
        choices = [Choice(_OFFICIAL, say("what_if.official"), say("what_if.official.note"))]
        choices += [Choice(key, each.name, _when(each)) for key, each in schemes.items()]

        def chosen(key: str | None) -> None:
            if key == _OFFICIAL:
                trial.give_up()
            elif key is not None:
                trial.take(schemes[key].name, schemes[key].scheme)
            then()

        note = "" if held else say("what_if.none_kept")
        app.push_screen(Choose(say("what_if.which"), choices, note=note, typing=bool(held)), chosen)

    app.work(lambda: port.scenarios(id), looked, group="scenario")


def remove_scenario(
    app: PlannerApp, assessment: OpenAssessment, trial: Trial, then: Callable[[], None]
) -> None:
    """Forget the named what-if that is open; what is tried stays on the screen."""
    port, id, name = app.office.assessments, assessment.scheme.id, trial.attempt.name

    def answered(yes: bool | None) -> None:
        if not yes:
            return

        def removed(result: None) -> None:
            trial.called("")
            notify(app, say("what_if.removed", name=name))
            then()

        app.work(lambda: port.remove_scenario(id, name), removed, group="scenario")

    app.push_screen(Confirm("what_if.remove.really", yes="what_if.remove.yes", name=name), answered)


def _when(scenario: Scenario) -> str:
    if scenario.changed is None:
        return scenario.by
    return say("what_if.when", when=f"{scenario.changed:%Y-%m-%d %H:%M}", by=scenario.by)
