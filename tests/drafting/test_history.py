"""Undo gives back the very plan there was, redo the one that followed; any number of steps."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.samples import plans, sample
from planner.drafting import edits
from planner.drafting.history import History
from planner.plan import Plan


@settings(max_examples=50, deadline=None)
@given(plans(), st.lists(st.sampled_from(("edit", "undo", "redo")), max_size=40))
def test_any_walk_agrees_with_a_list_of_states(plan: Plan, walk: list[str]) -> None:
    history, states, place = History(plan), [plan], 0
    for number, step in enumerate(walk):
        if step == "edit":
            changed = edits.set_header(history.present, "title", f"题{number}")
            history = history.done(changed, "step.title", number=number)
            states, place = [*states[: place + 1], changed], place + 1
        elif step == "undo":
            history, place = history.undone(), max(place - 1, 0)
        else:
            history, place = history.redone(), min(place + 1, len(states) - 1)
        assert history.present == states[place]
        assert (history.to_undo() is None) == (place == 0)
        assert (history.to_redo() is None) == (place == len(states) - 1)


def test_each_step_carries_its_name() -> None:
    changed = edits.assign(sample(), ["task01", "task02"], ["县公安局"], "lead")
    history = History(sample()).done(changed, "step.assign", count=2)
    step = history.to_undo()
    assert step is not None
    assert (step.name, step.arguments) == ("step.assign", {"count": 2})
    assert history.undone().to_redo() == step
    assert history.undone().present == sample()


def test_an_edit_that_changes_nothing_leaves_no_step() -> None:
    history = History(sample())
    assert history.done(sample(), "step.assign") is history


def test_a_thousand_steps_can_be_taken_back() -> None:
    history = History(sample())
    for number in range(1000):
        history = history.done(edits.set_header(history.present, "title", str(number)), "step.title")
    for _ in range(1000):
        history = history.undone()
    assert history.present == sample()
