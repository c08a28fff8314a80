"""Tasks about to be taken that the plan has already: which of them are taken all the same."""

from __future__ import annotations

from collections.abc import Sequence

from planner.drafting.taking import Alike
from planner.numbering import numbers_of
from planner.plan import Plan
from planner.text import say
from planner.tui.dialogs.choose import Choice, ChooseSeveral


def alike_dialog(plan: Plan, found: Sequence[Alike], total: int) -> ChooseSeveral:
    """Each of them beside the one it is like; of the `total` tasks to take, the others are taken anyway."""
    numbers = numbers_of(plan).tasks

    def note(each: Alike) -> str:
        number = numbers.get(each.held.id)
        if number is None:
            return say("draft.like_chosen", title=each.held.title)
        return say("draft.like_note", number=number, title=each.held.title)

    choices = [Choice("/".join(each.key), each.task.title, note(each)) for each in found]
    dialog = ChooseSeveral(
        say("draft.doubles", count=len(found), total=total),
        choices,
        note=say("draft.doubles.note", rest=total - len(found)),
    )
    dialog.add_class("-wide")
    return dialog


def left_out(answer: str, found: Sequence[Alike]) -> tuple[Alike, ...]:
    """Those that were not marked."""
    taken = set(answer.split("\n"))
    return tuple(each for each in found if "/".join(each.key) not in taken)
