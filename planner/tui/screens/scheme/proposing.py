"""A scheme from the open plan: every proposal with its reason, before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from assessments.numbers import ZERO, exact, plain, total
from assessments.scheme import Indicator, Scheme
from planner.assessing import Proposal, Reason, Weights, propose
from planner.departments import Roster
from planner.plan import Plan
from planner.text import describe, say
from planner.tui import work
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.form import Field, Form
from planner.tui.display import safe
from planner.tui.later import Later
from planner.tui.screens.scheme.origin import duty_words, why_words
from planner.tui.screens.scheme.reading import numbers_of, row_of
from planner.tui.screens.scheme.rows import brief_title
from planner.tui.widgets.rowmodel import Column, Group
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane

if TYPE_CHECKING:
    pass

USUAL = Weights()
MOST = 99
ROLES = ("lead", "responsible", "support", "supervise")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a proposal depends on beside the plan."""

    townships: tuple[str, ...] = ()
    overseer: str = ""
    weights: Weights = USUAL
    leave_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposed:
    """One indicator that was proposed first of all, and its reason."""

    indicator: Indicator
    reason: Reason

    @property
    def key(self) -> str:
        """The indicator's id."""
        return self.indicator.id


class ProposalDialog(Dialog[Scheme]):
    """The proposals by department. Space leaves one out, F2 changes the terms, Ctrl+S takes the rest."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("save", "scheme_place.keep_proposal", footer=True),
        Use("mark", "scheme_place.leave_out", footer=True),
        Use("edit", "scheme_place.terms", footer=True),
        Use("open", "scheme_place.leave_out"),
    )
    DEFAULT_CSS = """
    ProposalDialog > .dialog--box { width: 96%; height: 96%; max-height: 96%; }
    ProposalDialog RowList { height: 3fr; }
    ProposalDialog TextPane { height: 2fr; min-height: 6; border-top: solid $panel-lighten-2; }
    """

    def __init__(self, plan: Plan, roster: Roster, proposal: Proposal) -> None:
        super().__init__(classes="-tall -wide")
        self._plan = plan
        self._roster = roster
        self._first = self._now = proposal
        self._terms = Terms()
        self._later = Later(self, self._again)
        self._rows: RowList[Proposed] = RowList(
            [
                Column("out", "scheme_place.out", self._out, width=4, optional=False),
                Column("title", "scheme_place.title", lambda row: row.indicator.title, least=24, share=4,
                       optional=False, ample=56, brief_cell=_brief),
                Column("points", "scheme_place.points", self._points, width=6, align="right", optional=False),
                Column("method", "scheme_place.method", _method, least=12, share=2),
                Column("scorers", "scheme_place.scorers", _scorers, least=10, share=2),
            ],
            key=lambda row: row.key,
            look=lambda row: "muted" if row.key in self._rows.model.marked else "",
            empty="scheme_place.nothing_proposed",
            id="proposals",
        )  # fmt: skip

    def heading(self) -> str:
        return say("scheme_place.proposal", title=self._plan.title)

    def body(self) -> Iterable[Widget]:
        yield Static("", classes="dialog--note", id="proposal-counts")
        yield self._rows
        yield TextPane(id="proposal-reason")

    def on_mount(self) -> None:
        """Show what is proposed."""
        self._fill()
        self._rows.do_first()
        self._rows.focus()

    # Showing

    def _fill(self) -> None:
        scheme = self._first.scheme
        named = {each.id: each.name for each in scheme.units} | {
            each.id: each.title for each in scheme.classes
        }
        held: dict[str, list[Proposed]] = {}
        for each in scheme.indicators:
            reason = self._first.reasons.get(each.id)
            if reason is not None:
                held.setdefault(reason.holder, []).append(Proposed(each, reason))
        items: list[Proposed | Group] = []
        for holder, rows in held.items():
            items.append(Group(named.get(holder, holder), self._sum(rows)))
            items += rows
        self._rows.fill(items)
        self._tell()

    def _sum(self, rows: Iterable[Proposed]) -> str:
        found = [self._current(row) for row in rows]
        with exact():
            points = total(each.points or ZERO for each in found if each is not None)
        return say("scheme_place.items_points", count=sum(e is not None for e in found), points=plain(points))

    def _tell(self) -> None:
        now = self._now
        words = say(
            "scheme_place.proposal_counts",
            units=len(now.scheme.units),
            items=len(now.reasons),
            left=len(self._terms.leave_out),
            open=len(now.findings),
        )
        self.query_one("#proposal-counts", Static).update(safe(words))
        self._show_reason()

    def _current(self, row: Proposed) -> Indicator | None:
        """The indicator as it is proposed now; None where it is left out."""
        if row.key not in self._now.reasons:
            return None
        return next((each for each in self._now.scheme.indicators if each.id == row.key), None)

    def _out(self, row: Proposed) -> str:
        return say("scheme_place.left_out") if row.key in self._rows.model.marked else ""

    def _points(self, row: Proposed) -> str:
        now = self._current(row)
        return plain(now.points) if now is not None and now.points is not None else "-"

    @on(RowList.Moved)
    def _show_reason(self) -> None:
        row = self._rows.current
        shown: list[Para] = []
        if row is not None:
            task = self._plan.task(row.reason.task)
            measure = next(each for each in task.measures if each.id == row.reason.measure)
            reason = self._now.reasons.get(row.key, row.reason)
            now = self._current(row) or row.indicator
            shown = [
                Para(now.title, "strong"),
                *(Para(say("scheme_place.because", why=why_words(why)))
                  for why in (reason.rule, reason.points, reason.scorer)),
                Para(now.text, "good"),
                Para(say("scheme_place.from_task", task=task.title)),
                Para(measure.text, "muted"),
                Para(duty_words(measure), "muted"),
            ]  # fmt: skip
        if self._now.findings:
            shown += [Para(""), Para(say("scheme_place.left_open"), "heading")]
            shown += [Para(describe(each), "warning") for each in self._now.findings]
        self.query_one("#proposal-reason", TextPane).show(shown)

    # Changing

    def on_row_list_marked(self) -> None:
        """What is marked is left out, and the others share its points."""
        self._terms = replace(self._terms, leave_out=frozenset(self._rows.model.marked))
        self._later.soon()

    def on_row_list_opened(self) -> None:
        """Enter does what Space does: nothing is kept by it."""
        self._rows.do_mark()

    def do_mark(self) -> None:
        self._rows.do_mark()

    def do_open(self) -> None:
        self._rows.do_mark()

    def _again(self) -> None:
        self._propose(self._came)

    def _came(self, proposal: Proposal) -> None:
        self._now = proposal
        if not self._terms.leave_out:
            self._first = proposal
        if self.is_attached:
            self._fill()

    def _propose(self, then: Callable[[Proposal], None]) -> None:
        plan, roster, terms = self._plan, self._roster, self._terms
        work.start(self.app, partial(_propose, plan, roster, terms), then, group="propose")

    def do_edit(self) -> None:
        """Townships, who oversees, what each role weighs."""
        terms = self._terms

        def check(values: Mapping[str, str]) -> str:
            return "" if _weights(values["weights"]) is not None else say("scheme_place.want.weights")

        def changed(values: dict[str, str] | None) -> None:
            if values is None:
                return
            weights = _weights(values["weights"]) or terms.weights
            self._terms = Terms(row_of(values["townships"]), values["overseer"], weights)
            self._rows.model.marked.clear()
            self._again()

        asked = [
            Field(
                "townships",
                "scheme_place.townships",
                "、".join(terms.townships),
                "scheme_place.townships.note",
            ),
            Field("overseer", "scheme_place.overseer", terms.overseer, "scheme_place.overseer.note"),
            Field("weights", "scheme_place.weights", _typed(terms.weights), "scheme_place.weights.note"),
        ]
        self.app.push_screen(Form(say("scheme_place.terms"), asked, check=check), changed)

    def do_save(self) -> None:
        """Take what is proposed now, whatever was marked a moment ago included."""

        def made(proposal: Proposal) -> None:
            if proposal.reasons and self.is_attached:
                self.dismiss(proposal.scheme)
            else:
                self.complain(say("scheme_place.nothing_left"))

        self._later.stop()
        self._propose(made)


def _weights(typed: str) -> Weights | None:
    """Four whole numbers from 0 to 99: lead, responsible, support, supervise; None where it is not that."""
    numbers = numbers_of(typed) or ()
    whole = [int(each) for each in numbers if each == each.to_integral_value() and 0 <= each <= MOST]
    if len(numbers) != len(ROLES) or len(whole) != len(ROLES):
        return None
    lead, responsible, support, supervise = whole
    return Weights(lead, responsible, support, supervise)


def _typed(weights: Weights) -> str:
    return "、".join(str(getattr(weights, role)) for role in ROLES)


def _propose(plan: Plan, roster: Roster, terms: Terms) -> Proposal:
    return propose(
        plan,
        roster,
        townships=terms.townships,
        overseer=terms.overseer,
        weights=terms.weights,
        leave_out=terms.leave_out,
    )


def _brief(row: Proposed) -> str:
    return brief_title(row.indicator.title)


def _method(row: Proposed) -> str:
    rule = row.indicator.rule
    return say(f"method.{rule.method}") if rule is not None else ""


def _scorers(row: Proposed) -> str:
    return "、".join(row.indicator.scorers)
