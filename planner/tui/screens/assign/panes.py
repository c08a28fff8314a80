"""The three panes of the assign screen: tasks with their duties, the names of what is chosen, the matrix."""

from __future__ import annotations

from collections.abc import Callable

from planner.plan import ROLES, RoleName
from planner.tui.screens.assign.burdens import Burdens
from planner.tui.screens.assign.rows import DutyRow, Holder, holder_note, role_words, row_look
from planner.tui.widgets.fields import FilterLine
from planner.tui.widgets.panes import Pane, Panes
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import TextPane

LIST, ONE, MATRIX = 0, 1, 2
"""The panes from left to right."""
ALONE = 10_000
"""More cells than any window has: the matrix never shares it."""


class AssignPanes(Panes):
    """F10 shows the matrix, and from there the list again."""

    def do_wider(self) -> None:
        self.show(LIST if self.current is self.panes[MATRIX] else MATRIX)

    def show(self, index: int) -> None:
        """Show a pane with the focus on its list."""
        self.enter(index)
        self.screen.query_one(("#duties", "#holders", "#matrix")[index]).focus()

    def do_next_part(self) -> None:
        self.show((self.panes.index(self.current) + 1) % len(self.panes))

    def do_previous_part(self) -> None:
        self.show((self.panes.index(self.current) - 1) % len(self.panes))


def assign_panes(short: Callable[[str], str], matches: Callable[[DutyRow, str], bool]) -> AssignPanes:
    """The panes; `short` writes a name for a narrow column, `matches` says what the filter shows."""
    duties = RowList[DutyRow](
        _columns(short), key=lambda row: row.id, look=row_look, empty="assign.none", id="duties"
    )
    duties.model.matches = matches
    held = RowList[Holder](
        [
            Column("name", "assign.name", lambda holder: holder.name, least=18, optional=False),
            Column("note", "assign.where", holder_note, width=12),
        ],
        key=lambda holder: holder.key,
        empty="assign.no_holders",
        header=False,
        id="holders",
    )
    bodies = FilterLine("assign.filter_bodies", id="body-filter")
    return AssignPanes(
        Pane("assign.list", FilterLine("assign.filter", id="duty-filter"), duties, least=60, share=3),
        Pane("assign.one", held, TextPane(id="duty-text"), least=36, share=1),
        Pane("assign.matrix_title", bodies, Burdens(id="matrix"), least=ALONE),
    )


_LEASTS: dict[RoleName, int] = {"lead": 12, "responsible": 12, "support": 10, "supervise": 8}


def _columns(short: Callable[[str], str]) -> list[Column[DutyRow]]:
    def role_column(role: RoleName) -> Column[DutyRow]:
        share = 1 if role == "supervise" else 2
        return Column(
            role, f"role.{role}", lambda row: role_words(row, role, short), least=_LEASTS[role], share=share
        )

    return [
        Column(
            "number",
            "assign.number",
            DutyRow.number_words,
            width=6,
            optional=False,
            sort=lambda row: (row.number, row.part),
        ),
        Column("title", "assign.task", DutyRow.title, least=28, share=4, optional=False),
        *map(role_column, ROLES),
    ]
