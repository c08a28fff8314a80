"""Which department, and in which role: the two questions of an assignment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from unicodedata import normalize

from textual import events

from planner.departments import Department, Roster, add, search
from planner.drafting.assigning import Names, names_used, usage, written
from planner.drafting.load import matrix
from planner.plan import ROLES, Measure, Plan, RoleName
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import notify
from planner.tui.screens.rostered import RosteredScreen

AS_TYPED, INTO_ROSTER = "as:", "add:"
"""What the ids of the last two choices begin with; the name as typed follows."""
FIRST, NOBODY = "first", "nobody"
"""Answers to the second question that are no roles: before the other leads, and out of every role."""


class Bodies:
    """The choices of the first question: the plan's own names with the most tasks first, then the roster."""

    def __init__(self, plan: Plan, roster: Roster, names: Names) -> None:
        self._roster = roster
        self._names = names
        habits = usage(plan, names)
        tasks = {load.department: load.tasks for load in matrix(plan).rows}
        self._written = {
            held.id: written(held, plan, habits, roster) for held in roster if held.abolished is None
        }
        self._used = [
            Choice(name, name, say("assign.in_plan", count=tasks[name])) for name in names_used(plan)
        ]
        self._by_name = {choice.id: choice for choice in self._used}

    def all(self) -> list[Choice]:
        """Everything there is to choose from."""
        fresh = (self._choice(held) for held in self._roster if held.id in self._written)
        return list({choice.id: choice for choice in (*self._used, *fresh)}.values())

    def find(self, typed: str, choices: Sequence[Choice]) -> list[Choice]:
        """What fits, best first; at the end the words as typed, where they are no name that is known."""
        bodies = [self._choice(held) for held in search(typed, self._roster) if held.id in self._written]
        used = [choice for choice in self._used if typed in choice.label]
        found = list({choice.id: choice for choice in (*bodies, *used)}.values())
        known = {choice.label for choice in found}
        if not normalize("NFKC", typed).isascii() and typed not in known:
            found.append(Choice(AS_TYPED + typed, typed, say("assign.as_typed")))
            if self._names.match(typed) is None:
                found.append(Choice(INTO_ROSTER + typed, typed, say("assign.into_roster")))
        return found

    def _choice(self, held: Department) -> Choice:
        name = self._written[held.id]
        return self._by_name.get(name) or Choice(name, name, "、".join(held.short))


def ask_body(screen: RosteredScreen, heading: str, given: Callable[[str], None]) -> None:
    """Ask for a department; `given` gets its name as it is to stand in the plan.

    A name that was chosen to be known from now on is added to the roster first.
    """
    plan, roster = screen.plan, screen.roster
    if plan is None or roster is None:
        return
    bodies = Bodies(plan, roster, screen.names(roster))

    def chosen(answer: str | None) -> None:
        if answer is not None and answer.startswith(INTO_ROSTER):
            into_roster(screen, answer.removeprefix(INTO_ROSTER), given)
        elif answer is not None:
            given(answer.removeprefix(AS_TYPED))

    screen.app.push_screen(Choose(heading, bodies.all(), search=bodies.find), chosen)


def into_roster(screen: RosteredScreen, name: str, then: Callable[[str], None]) -> None:
    """Add a name to the roster, say so, and go on."""
    session, hand = screen.planner.roster_session, screen.planner.office.hand
    if session is None:
        return
    roster = session.record

    def added(changed: Roster) -> None:
        session.change(changed, "departments.did_add", body=name)
        notify(screen, say("assign.rostered", body=name))
        then(name)

    # The initials of a new name need the pinyin library, which takes its time to load.
    screen.work(lambda: add(roster, name, hand=hand)[0], added, group="into-roster")


class WhichRole(Choose):
    """The second question. The digit shown before an answer gives it at once."""

    def __init__(self, name: str, measures: Collection[Measure], at: RoleName) -> None:
        choices = [
            Choice(role, f"{place}  {say(f'role.{role}')}", _held(measures, role))
            for place, role in enumerate(ROLES, 1)
        ]
        if any(measure.duty.lead and measure.duty.lead[0] != name for measure in measures):
            label = f"{len(choices) + 1}  {say('assign.first_lead')}"
            choices.append(Choice(FIRST, label, say("assign.first_lead.note")))
        if any(name in measure.duty.everyone() for measure in measures):
            label = f"{len(choices) + 1}  {say('assign.take_out')}"
            choices.append(Choice(NOBODY, label, say("assign.take_out.note")))
        heading = say("assign.which_role", name=name, count=len(measures))
        super().__init__(heading, choices, typing=False, at=at)
        self._answers = choices

    def on_key(self, event: events.Key) -> None:
        """A digit, of either width, answers."""
        character = event.character or ""
        if character.isdecimal() and 1 <= int(character) <= len(self._answers):
            event.stop()
            self.dismiss(self._answers[int(character) - 1].id)


def _held(measures: Collection[Measure], role: RoleName) -> str:
    """Who has the role now; of several measures, whoever has it in any."""
    names = dict.fromkeys(name for measure in measures for name in measure.duty.names(role))
    if not names:
        return ""
    return say("assign.now", names="、".join(names))
