"""What was found, under what can be done about it: as told, or as lines that lead to their cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.widget import Widget

from planner.findings import Finding, Severity, heaviest_first
from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog
from planner.tui.dialogs.choose import Choice
from planner.tui.dialogs.reading import finding_words
from planner.tui.screens.scoring.lacking import OpenLine
from planner.tui.widgets.rowmodel import Column, Group, Item, Look
from planner.tui.widgets.rows import RowList
from planner.tui.widgets.textpane import Para, ParaLook, TextPane

_LOOKS: dict[Severity, ParaLook] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "muted",
}


class Findings(Dialog[str]):
    """What there is to say, line by line, under what can be done about it. Closes with the answer's id."""

    ACTIONS: ClassVar[tuple[Use, ...]] = (Use("open", "dialog.take", footer=True),)
    DEFAULT_CSS = "Findings RowList { margin: 1 0; }"

    def __init__(
        self, heading: str, answers: Sequence[Choice], intro: Sequence[Para], findings: Sequence[Finding]
    ) -> None:
        super().__init__(classes="-tall -wide")
        self._heading = heading
        self._answers = answers
        self._intro = intro
        self._findings = heaviest_first(findings)

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        rows = RowList[Choice](
            [
                Column("label", "", lambda choice: choice.label, width=26),
                Column("note", "", lambda choice: choice.blocked or choice.note),
            ],
            key=lambda choice: choice.id,
            look=_look,
            header=False,
            id="answers",
        )
        rows.styles.height = len(self._answers)
        rows.fill(self._answers)
        yield rows
        yield from self.below()

    def below(self) -> Iterable[Widget]:
        """The findings, under the answers."""
        pane = TextPane()
        found = (Para(finding_words(each), _LOOKS[each.severity]) for each in self._findings)
        pane.show([*self._intro, *found])
        yield pane

    def do_open(self) -> None:
        focused = self.focused
        (focused if isinstance(focused, RowList) else self.query_one("#answers", RowList)).do_open()

    @on(RowList.Opened, "#answers")
    def _answered(self, event: RowList.Opened[Choice]) -> None:
        """Enter on what to do."""
        if event.record.blocked:
            self.complain(event.record.blocked)
        else:
            self.dismiss(event.record.id)


def _look(choice: Choice) -> Look:
    return "muted" if choice.blocked else ""


class Pending(Findings):
    """The same with a list of what is open: Enter on a line closes with "cell UNIT INDICATOR".

    The evidence stands under it; what the files say may come in later.
    """

    DEFAULT_CSS = "Pending #open { margin: 0; } Pending #whole { height: 3; }"

    def __init__(self, heading: str, answers: Sequence[Choice], intro: Sequence[Para], now: Shown) -> None:
        super().__init__(heading, answers, intro, ())
        self._now = now

    def below(self) -> Iterable[Widget]:
        pane = TextPane()
        pane.styles.height = len(self._intro)
        pane.can_focus = False
        pane.show(self._intro)
        yield pane
        rows = RowList[OpenLine](
            [Column("words", "", lambda line: line.words)],
            key=lambda line: line.key,
            look=lambda line: "error" if line.severity is Severity.ERROR else "",
            header=False,
            id="open",
        )
        self._fill(rows)
        yield rows
        whole = TextPane(id="whole")
        whole.can_focus = False
        yield whole

    @on(RowList.Moved, "#open")
    def _moved(self, event: RowList.Moved[OpenLine]) -> None:
        """A line may be too long for the list: all of it stands below."""
        words = event.record.words if event.record is not None else ""
        self.query_one("#whole", TextPane).show([Para(words, "muted")])

    def _fill(self, rows: RowList[OpenLine]) -> None:
        items = self._now.items()
        # The line above says already where nothing is open.
        rows.display = bool(items)
        rows.fill(items)

    def tell(self, answers: Sequence[Choice], now: Shown) -> None:
        """The evidence was compared with its files."""
        self._answers, self._now = answers, now
        if self.is_attached:
            self.query_one("#answers", RowList).fill(answers)
            self._fill(self.query_one("#open", RowList))

    @on(RowList.Opened, "#open")
    def _lead_to(self, event: RowList.Opened[OpenLine]) -> None:
        """Enter on something that is open."""
        line = event.record
        if line.unit:
            self.dismiss(f"cell {line.unit} {line.indicator}")


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines of the list."""

    open: list[OpenLine]
    evidence: list[OpenLine]

    def items(self) -> list[Item[OpenLine]]:
        """Those of the evidence under a heading of their own: they do not hinder the next stage."""
        if not self.evidence:
            return [*self.open]
        return [*self.open, Group(say("scoring_place.evidence.heading")), *self.evidence]
