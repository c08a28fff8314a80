"""The check screen: findings, the one under the cursor in full, and its mend at one key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.containers import Container
from textual.widget import Widget

from planner.checking.mending import (
    STRANGE_CODES,
    UNLED_CODES,
    WORD_CODES,
    Mend,
    mend_all,
    mend_each,
    mends,
)
from planner.departments import Roster
from planner.drafting import edits
from planner.drafting.assigning import likely_role, measures_of
from planner.findings import Finding, Severity
from planner.plan import Plan
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.choose import Choice, Choose
from planner.tui.display import notify
from planner.tui.screens.assign.asking import ask_body, into_roster
from planner.tui.screens.check.rows import (
    FindingRow,
    advice_words,
    by_weight,
    counts_words,
    finding_rows,
    measure_id,
    mend_words,
    place_of,
    record_id,
    row_look,
    row_words,
    where_brief,
    where_words,
    words_brief,
)
from planner.tui.screens.rostered import RosteredScreen
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, TextPane


class CheckScreen(RosteredScreen):
    """What the plan still lacks."""

    PLACE = "check"
    ACTIONS = (
        Use("open", "check_place.open", footer=True),
        Use("take", "check_place.take", footer=True),
        Use("assign", "check_place.assign", footer=True),
        Use("attention", "check_place.only_errors", footer=True),
        Use("find"),
        Use("check", "check_place.again"),
    )
    DEFAULT_CSS = """
    CheckScreen #check-body.-narrow { layout: vertical; }
    CheckScreen #finding { height: 7; border-top: solid $panel-lighten-2; }
    CheckScreen.-broad #check-body { layout: horizontal; }
    CheckScreen.-broad #finding {
        width: 1fr; height: 1fr; border-top: none; border-left: solid $panel-lighten-2;
    }
    CheckScreen.-broad #findings { width: 2fr; }
    """
    AUTO_FOCUS = "#findings"

    def __init__(self) -> None:
        super().__init__()
        self._findings: tuple[Finding, ...] = ()
        self._checked: Plan | None = None
        self._checked_with: Roster | None = None
        self._only_errors = False

    def body(self) -> Iterable[Widget]:
        yield FilterLine("check_place.filter")
        with Container(id="check-body"):
            yield RowList[FindingRow](
                [
                    # First, because the words may hold marks that some terminals show wider.
                    Column("mend", "check_place.mend", mend_words, width=6),
                    Column("where", "check_place.where", self._where, least=20, share=2, optional=False,
                           brief=14, brief_cell=self._where_brief),
                    Column("words", "check_place.words", row_words, least=30, share=3, optional=False,
                           ample=60, brief_cell=self._words_brief),
                ],
                key=lambda row: row.key,
                look=row_look,
                empty="check_place.none",
                id="findings",
            )  # fmt: skip
            yield TextPane(id="finding")

    def crumbs(self) -> tuple[str, ...]:
        parts = list(super().crumbs())
        if self._checked is not self.plan or self._checked_with is None:
            parts.append(say("check_place.checking"))
        else:
            if all(found.severity is Severity.NOTE for found in self._findings):
                parts.append(say("check_place.clean"))
            parts.append(counts_words(self._findings))
        return (*parts, say("check_place.only_errors")) if self._only_errors else tuple(parts)

    @property
    def _rows(self) -> RowList[FindingRow]:
        return self.query_one("#findings", RowList)

    def _where(self, row: FindingRow) -> str:
        return where_words(row, self._checked) if self._checked is not None else ""

    def _where_brief(self, row: FindingRow) -> str:
        return where_brief(row, self._checked) if self._checked is not None else ""

    def _words_brief(self, row: FindingRow) -> str:
        return words_brief(row, self._checked) if self._checked is not None else row_words(row)

    # What is shown

    def start_over(self) -> None:
        self._findings, self._checked, self._only_errors = (), None, False
        self._rows.fill([])

    def fill(self, plan: Plan) -> None:
        roster = self.roster
        if roster is not None and (self._checked is not plan or self._checked_with is not roster):
            self._check(plan, roster)
        self._show()

    def _check(self, plan: Plan, roster: Roster) -> None:
        from planner.checking import check

        def checked(found: tuple[Finding, ...]) -> None:
            self._findings, self._checked, self._checked_with = found, plan, roster
            self.show_all()

        self.work(lambda: check(plan, roster), checked, group="check")

    def _show(self) -> None:
        if self._checked is None:
            return
        self._rows.fill(by_weight(finding_rows(self._findings, only_errors=self._only_errors)))
        self._show_one()

    @on(RowList.Moved, "#findings")
    def _show_one(self) -> None:
        row = self._rows.current
        shown = self._described(row) if row is not None and self._checked is not None else []
        self.query_one("#finding", TextPane).show(shown)

    def _described(self, row: FindingRow) -> list[Para]:
        finding = row.finding
        plan = self._checked
        assert plan is not None
        weight = say(f"severity.{finding.severity}")
        shown = [
            Para(say("check_place.full", weight=weight, words=row_words(row)), "strong"),
            Para(advice_words(row), "good"),
        ]
        for finding in row.findings:
            shown.append(Para(place_of(finding, plan)))
            if len(row.findings) == 1:
                held = measures_of(plan, [row.measure_id])
                shown += [para for measure in held for para in (Para(""), Para(measure.text, "muted"))]
        return shown

    def do_attention(self) -> None:
        self._only_errors = not self._only_errors
        self.show_all()

    def do_check(self) -> None:
        """F8 here: check once more."""
        plan, roster = self.plan, self.roster
        if plan is not None and roster is not None:
            self._checked_with = None
            self.show_all()

    # Going there

    def blocked(self, action: str) -> str:
        if self.plan is None:
            return "" if action in ("next_part", "previous_part", "back") else say("common.no_plan_open")
        if action in ("open", "take", "assign") and self._rows.current is None:
            return say("check_place.choose_one")
        if action in ("take", "assign") and self.roster is None:
            return say("departments.reading")
        if action == "take" and not any(mend_words(row) for row in self._rows.chosen()):
            return say("check_place.write")
        if action == "assign" and not self._assignable():
            return say("check_place.not_a_task")
        return super().blocked(action)

    @on(RowList.Opened, "#findings")
    def _open_place(self, event: RowList.Opened[FindingRow]) -> None:
        found, plan = event.record.findings, self._checked
        places = {record_id(finding): finding for finding in found}
        if len(places) == 1 or plan is None:
            self._go_to(found[0])
            return

        def chosen(id: str | None) -> None:
            if id is not None:
                self._go_to(places[id])

        choices = [Choice(id, place_of(finding, plan)) for id, finding in places.items()]
        heading = say("check_place.which_place", count=len(places))
        self.app.push_screen(Choose(heading, choices, typing=False), chosen)

    def _go_to(self, finding: Finding) -> None:
        path = finding.where.path
        if path[:1] == ("departments",):
            self.planner.show("departments", path[1])
        elif not path:
            self.planner.go("assign")
        else:
            header = self.plan.id if self.plan is not None else ""
            self.planner.show("draft", record_id(finding) or header)

    # Mending

    def do_take(self) -> None:
        plan, roster, row = self.plan, self.roster, self._rows.current
        if plan is None or roster is None or row is None:
            return
        chosen = self._rows.chosen()
        if all(held.finding.code in UNLED_CODES for held in chosen):
            self.do_assign()
        elif len(chosen) > 1:
            self._mend_marked(chosen, plan, roster)
        elif row.finding.code in STRANGE_CODES:
            self._ask_who(row)
        elif row.finding.code == "check.no_occurrence":
            self.planner.show("year", row.measure_id)
        elif row.finding.code in WORD_CODES:
            mend = mend_each(row.findings, plan, roster)
            self._offer((mend,) if mend is not None else ())
        else:
            self._offer(mends(row.finding, plan, roster))

    def _mend_marked(self, chosen: Sequence[FindingRow], plan: Plan, roster: Roster) -> None:
        found = tuple(finding for row in chosen for finding in row.findings)
        changed, count = mend_all(found, plan, roster)
        if not count:
            notify(self, say("check_place.none_sure"))
            return
        self._rows.clear_marks()
        self._change(changed, "check_place.did_mend_all", count=count, left=len(found) - count)

    def _offer(self, found: Sequence[Mend]) -> None:
        """Take the only mend at once; ask where there are several, or where something would go."""
        if not found:
            notify(self, say("check_place.write"))
            return
        if len(found) == 1 and not found[0].remove:
            self._take(found[0])
            return
        choices = [Choice(str(place), say(mend.key, **mend.arguments)) for place, mend in enumerate(found)]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._take(found[int(answer)])

        self.app.push_screen(Choose(say("check_place.which_mend"), choices, typing=False), chosen)

    def _take(self, mend: Mend) -> None:
        self._change(mend.plan, mend.key, **mend.arguments)

    def _change(self, plan: Plan, step: str, **arguments: str | int) -> None:
        session = self.planner.session
        if session is not None:
            session.change(plan, step, **arguments)
            notify(self, say("check_place.done", what=say(step, **arguments)))

    def _assignable(self) -> list[str]:
        """The tasks and measures that the chosen findings speak of."""
        found = (finding for row in self._rows.chosen() for finding in row.findings)
        return list(dict.fromkeys(measure_id(each) for each in found if each.where.path[:1] == ("tasks",)))

    def do_assign(self) -> None:
        """Choose a department; the role is what is missing: lead, else responsible."""
        ids = self._assignable()
        plan, roster = self.plan, self.roster
        if plan is None or roster is None:
            return
        role = likely_role(measures_of(plan, ids), plan)

        def given(name: str) -> None:
            if self.plan is not None:
                changed = edits.assign(self.plan, ids, [name], role, hand=self.planner.office.hand)
                count = len(measures_of(changed, ids))
                role_name = say(f"role.{role}")
                self._rows.clear_marks()
                self._change(changed, "assign.did_assign", body=name, role=role_name, count=count)

        heading = say("check_place.assign_as", role=say(f"role.{role}"), count=len(ids))
        ask_body(self, heading, given)

    def _ask_who(self, row: FindingRow) -> None:
        """A strange name: whom it means, or that it is right and belongs into the roster."""
        old = str(row.finding.arguments["name"])

        def given(name: str) -> None:
            if self.plan is not None:
                changed = edits.rename_department(self.plan, old, name)
                self._change(changed, "mend.rename", old=old, new=name)

        def chosen(answer: str | None) -> None:
            if answer == "add":
                into_roster(self, old, lambda name: None)
            elif answer == "other":
                ask_body(self, say("check_place.who", name=old), given)

        choices = [Choice("other", say("check_place.other"), say("check_place.other.note"))]
        if row.finding.code == "check.unknown_department":
            choices.append(Choice("add", say("check_place.add"), say("check_place.add.note")))
        self.app.push_screen(Choose(say("check_place.who", name=old), choices, typing=False), chosen)
