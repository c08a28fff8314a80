"""Going through what a roll-over proposes: old and new side by side, each accepted, rewritten or left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.widget import Widget

from planner.drafting.proposals import Proposal, groups
from planner.numbering import numbers_of
from planner.plan import Plan
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.dialogs.form import line_edit
from planner.tui.widgets.rowmodel import Column, Group
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane

MANY = 4
"""Places of one change that are named; of more only the number is said."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """The same change in one or more places, settled with one word. `new` may be a person's own words."""

    proposals: tuple[Proposal, ...]
    new: str

    @property
    def first(self) -> Proposal:
        """The first of them with words around it, to show; the plan's bare fields have none."""
        in_text = (each for each in self.proposals if each.before or each.after)
        return next(in_text, self.proposals[0])

    @property
    def key(self) -> str:
        """Its own among all."""
        return self.first.id

    @property
    def does_nothing(self) -> bool:
        """True where accepting would leave the words as they are."""
        return self.new == self.first.old

    def settled(self) -> tuple[Proposal, ...]:
        """The proposals with these words."""
        return tuple(replace(proposal, new=self.new) for proposal in self.proposals)


def renewals_of(proposals: Sequence[Proposal]) -> Iterable[Renewal]:
    """What is sure taken together where it says the same; what a person must decide one by one."""
    for group in groups(proposals):
        if group[0].person:
            yield from (Renewal((each,), each.new) for each in group)
        else:
            yield Renewal(group, group[0].new)


def shown_words(proposal: Proposal, words: str) -> str:
    """Words of a proposal as they are shown: a level by its name, what goes away as such."""
    if proposal.place.field == "level":
        return say(f"draft.level.{words}")
    return words or say("draft.renew.dropped")


def in_context(proposal: Proposal, words: str) -> str:
    """The words in wide brackets between what stands before and after them."""
    return f"{proposal.before}【{shown_words(proposal, words)}】{proposal.after}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was accepted; with `place`, the id of the record to go to after that."""

    accepted: tuple[Proposal, ...]
    place: str = ""


class RenewRows(RowList[Renewal]):
    """A mark means: accepted. Ctrl+A accepts everything that is sure, again takes that back."""

    def do_mark_all(self) -> None:
        """Leave alone what only a person can decide."""
        sure = [row.key for row in self.model.records() if not row.first.person]
        if all(key in self.model.marked for key in sure):
            for key in sure:
                self.model.marked.pop(key, None)
        else:
            self.model.marked.update(dict.fromkeys(sure))
        self.repaint()
        self.post_message(self.Marked(self))


class RenewDialog(Dialog[Answer]):
    """Enter or Space accepts, F2 rewrites, Ctrl+A accepts all that is sure, Ctrl+S carries out.

    Ctrl+L carries out and goes to the place in the plan, to write there.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "draft.renew.accept", footer=True),
        Use("edit", "draft.renew.rewrite", footer=True),
        Use("mark_all", "draft.renew.accept_all", footer=True),
        Use("save", "draft.renew.finish", footer=True),
        Use("locate", "draft.renew.locate", footer=True),
        Use("mark", "draft.renew.accept"),
    )
    DEFAULT_CSS = """
    RenewDialog > .dialog--box { width: 96%; max-width: 140; }
    RenewDialog TextPane { height: 6; border-top: solid $panel-lighten-2; padding: 0; }
    """

    def __init__(self, plan: Plan, proposals: Sequence[Proposal]) -> None:
        super().__init__(classes="-tall")
        self._plan = plan
        self._count = len(proposals)
        self._renewals = list(renewals_of(proposals))
        self._places = _place_words(plan)
        self.rows = RenewRows(
            [
                Column("state", "draft.renew.state", self._state, width=6, optional=False),
                Column("old", "draft.renew.old", _old, least=20, share=3, optional=False),
                Column("new", "draft.renew.new", _new, least=14, share=2, optional=False),
                Column("count", "draft.renew.count", _count, width=6, align="right"),
            ],
            key=lambda row: row.key,
            look=lambda row: "warning" if row.first.person else "",
        )

    def heading(self) -> str:
        person = sum(len(row.proposals) for row in self._renewals if row.first.person)
        key = "draft.renew.found" if person else "draft.renew.found.sure"
        return say(key, count=self._count, person=person)

    def body(self) -> Iterable[Widget]:
        self._fill()
        yield self.rows
        yield TextPane(id="renew-one")

    def on_mount(self) -> None:
        """Begin with the first."""
        self.rows.do_first()
        self.rows.focus()
        self._show_one()

    def _fill(self) -> None:
        items: list[Renewal | Group] = []
        for person, heading in ((False, "draft.renew.sure"), (True, "draft.renew.person")):
            held = [row for row in self._renewals if row.first.person is person]
            if held:
                items.append(Group(say(heading), say("draft.renew.kinds", count=len(held))))
                items.extend(held)
        self.rows.fill(items)

    def _state(self, row: Renewal) -> str:
        if row.key in self.rows.model.marked:
            return say("draft.renew.accepted")
        return say("draft.renew.yours") if row.first.person else ""

    @on(RowList.Moved)
    def _show_one(self) -> None:
        row = self.rows.current
        if row is None:
            return
        first = row.first
        named = [self._places.get(each.place.id, "") for each in row.proposals]
        places = "；".join(dict.fromkeys(place for place in named[:MANY] if place))
        new = say("draft.renew.to_rewrite") if row.does_nothing else in_context(first, row.new)
        more = say("draft.renew.more_places", count=len(named)) if len(named) > MANY else ""
        self.query_one("#renew-one", TextPane).show(
            [
                Para(say("draft.renew.line_old", words=in_context(first, first.old))),
                Para(say("draft.renew.line_new", words=new), "" if row.does_nothing else "good"),
                Para(say(first.reason, **first.arguments), "warning" if first.person else "muted"),
                Para(places + more, "muted"),
            ]
        )

    @on(RowList.Marked)
    def _marked(self) -> None:
        idle = [row for row in self._renewals if row.does_nothing and row.key in self.rows.model.marked]
        for row in idle:
            del self.rows.model.marked[row.key]
        self.complain(say("draft.renew.rewrite_first") if idle else "")
        if idle:
            self.rows.repaint()

    @on(RowList.Opened)
    def _opened(self) -> None:
        row = self.rows.current
        if row is not None and row.does_nothing:
            self.do_edit()
        else:
            self.rows.do_mark()

    def do_edit(self) -> None:
        """Rewrite what is under the cursor, and so accept it."""
        row = self.rows.current
        if row is None:
            return

        def given(values: dict[str, str] | None) -> None:
            if values is not None:
                self._rewrite(row, values["text"])

        note = "draft.renew.rewrite_note"
        dialog = line_edit(in_context(row.first, row.first.old), "draft.renew.new", row.new, note=note)
        self.app.push_screen(dialog, given)

    def _rewrite(self, row: Renewal, words: str) -> None:
        place = self._renewals.index(row)
        changed = self._renewals[place] = replace(row, new=words)
        self._fill()
        if not changed.does_nothing:
            self.rows.model.marked[changed.key] = None
        self.rows.repaint()
        self._show_one()

    def do_open(self) -> None:
        self._opened()

    def do_mark(self) -> None:
        self.rows.do_mark()

    def do_mark_all(self) -> None:
        self.rows.do_mark_all()

    def do_save(self) -> None:
        self.dismiss(Answer(self._accepted()))

    def do_locate(self) -> None:
        row = self.rows.current
        if row is not None:
            self.dismiss(Answer(self._accepted(), row.first.place.id))

    def _accepted(self) -> tuple[Proposal, ...]:
        accepted = [row for row in self._renewals if row.key in self.rows.model.marked]
        return tuple(proposal for row in accepted for proposal in row.settled())

    def do_back(self) -> None:
        """Esc: where something was accepted, ask what becomes of it."""
        if not self.rows.model.marked:
            self.dismiss(None)
            return
        choices = [
            Choice("keep", say("draft.renew.carry_out")),
            Choice("drop", say("draft.renew.drop")),
        ]

        def answered(answer: str | None) -> None:
            if answer == "keep":
                self.do_save()
            elif answer == "drop":
                self.dismiss(None)

        self.app.push_screen(Choose(say("draft.renew.leave"), choices, typing=False), answered)


def _old(row: Renewal) -> str:
    first = row.first
    return f"{first.before[-6:]}【{shown_words(first, first.old)}】{first.after[:6]}"


def _new(row: Renewal) -> str:
    return say("draft.renew.to_rewrite") if row.does_nothing else shown_words(row.first, row.new)


def _count(row: Renewal) -> str:
    return str(len(row.proposals))


def _place_words(plan: Plan) -> dict[str, str]:
    """Where each record stands, in words."""
    numbers = numbers_of(plan)
    words = {plan.id: say("place.header")}
    for section in plan.sections:
        words[section.id] = f"{numbers.sections[section.id]}、{section.title}"
    for task in plan.tasks:
        place = f"{numbers.tasks[task.id]}. {task.title}"
        words[task.id] = place
        words.update((measure.id, place) for measure in task.measures)
    return words
