"""Choosing the columns of a list and what it is sorted by."""

from __future__ import annotations

from typing import Any

from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose, ChooseSeveral
from planner.tui.widgets.rows import RowList


def choose_columns(rows: RowList[Any]) -> None:
    """Ask whether to sort or to choose columns, then which."""
    columns = [column for column in rows.model.columns if column.title]

    def asked(answer: str | None) -> None:
        if answer == "columns":
            shown = [column.id for column in rows.model.shown_columns()]
            choices = [Choice(column.id, say(column.title)) for column in columns if column.optional]
            rows.app.push_screen(ChooseSeveral(say("rows.which_columns"), choices, marked=shown), chosen)
        elif answer is not None:
            column, _, way = answer.partition(" ")
            rows.sort(column, descending=way == "down")
            rows.post_message(RowList.Arranged(rows))

    def chosen(ids: str | None) -> None:
        if ids is not None:
            rows.choose_columns(ids.split("\n"))
            rows.post_message(RowList.Arranged(rows))

    choices = [Choice("", say("rows.sort_none"))]
    for column in columns:
        title = say(column.title)
        choices.append(Choice(column.id, say("rows.sort_up", column=title)))
        choices.append(Choice(f"{column.id} down", say("rows.sort_down", column=title)))
    choices.append(Choice("columns", say("rows.choose_columns")))
    rows.app.push_screen(Choose(say("rows.arrange"), choices, typing=False), asked)
