"""The journal of an assessment in words that a leader reads: one line for all that was done at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from assessments.numbers import plain
from assessments.process import STAGES, Course, hidden
from assessments.results import Results
from assessments.scheme import Scheme
from assessments.scoring import Board
from assessments.sheet import SheetKind
from assessments.tree import trees
from planner.office.assessment_records import JournalLine, SheetPlace
from planner.text import pairs, say
from planner.tui.dialogs.journal_acts import Act, Past, State, acts_of
from planner.tui.dialogs.journal_phrases import (
    because,
    changed,
    event_done,
    evidence,
    line_of,
    observed,
    path_of,
    place_of,
    points,
    shown,
)
from planner.tui.dialogs.journal_scheme import scheme_words
from planner.tui.figures import figure_names

_DECIDED = "decision.entry."


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the journal as it is shown."""

    key: str
    when: str
    who: str
    words: str


def told(
    lines: Iterable[JournalLine], scheme: Scheme, course: Course, viewer: str = "", board: Board | None = None
) -> tuple[Told, ...]:
    """The lines in words, one an act. Ratings that are not revealed stay hidden to all but `viewer`.

    `board` holds the sheets as they are now: from it come the events that were only changed since, and the
    score that stood before the meeting decided.
    """
    teller = _Teller(scheme, course, viewer, board)
    found: list[Told] = []
    for number, act in enumerate(acts_of(lines)):
        when = act.line.at.astimezone().strftime("%m-%d %H:%M")
        line = Told(str(number), when, act.line.by, teller.words(act))
        # A sheet is removed as a whole, though it is kept in a part for each unit.
        again = act.whole and bool(found) and found[-1] == replace(line, key=found[-1].key)
        if line.words and not again:
            found.append(line)
    return tuple(found)


class _Teller:
    """Finds the words; it must be asked for every act, the newest first."""

    def __init__(self, scheme: Scheme, course: Course, viewer: str, board: Board | None) -> None:
        self._scheme = scheme
        self._course = course
        self._viewer = viewer
        self._hidden = hidden(scheme, course)
        self._units = {each.id: each.name for each in scheme.units}
        self._items = {each.id: each for each in scheme.indicators}
        self._assessors = {each.id: each.name for each in scheme.assessors}
        self._past = Past(course, board.sheets if board is not None else ())
        self._before = _undecided(board)
        # Of these items somebody wrote something since: what the sheets come to now was not so then.
        self._written: set[str] = set()
        self._numbers = cache(lambda period: _numbers(scheme, period))

    def words(self, act: Act) -> str:
        """What was done, where and why; "" where there is nothing to tell."""
        before, after = self._past.back(act)
        line = act.line
        if line.subject == "scheme":
            self._written |= self._items.keys()
            return scheme_words(act, self._scheme)
        if act.whole:
            return self._removed(act) if line.subject == "sheet" and line.what != "add" else ""
        if line.subject == "sheet":
            self._written |= {line.indicator} if line.indicator else self._items.keys()
            return self._of_sheet(act, before, after)
        if line.event:
            return self._of_appeal(act, before)
        if line.place is not None:
            return self._of_decision(act, before, after)
        return _of_stage(act)

    # Sheets

    def _of_sheet(self, act: Act, before: State, after: State) -> str:
        line = act.line
        place = line.place
        if place is None:
            return ""
        state = after or before
        indicator = line.indicator or (state.get("indicator", "") if line.event else "")
        if self._hidden and place.kind == "rating" and place.by != self._viewer:
            done = say("history.hidden")
        elif line.event:
            done = event_done(act, before, after)
        else:
            done = self._entry_done(act)
        if line.why == "import":
            done = say("history.imported", what=done)
        # Whose sheet comes last: it is unit and item that are looked for, and the end of a long line is cut.
        return line_of(self._where(line.unit, indicator, place.period), done, self._whose(place, line.unit))

    def _entry_done(self, act: Act) -> str:
        indicator = self._items.get(act.line.indicator)
        names = figure_names(indicator.rule if indicator is not None else None)
        parts = [
            changed(self._field(name, names), shown(name, old), shown(name, new))
            for name, (old, new) in sorted(act.changes.items(), key=lambda each: place_of(each[0]))
            if name not in ("reason", "not_applicable")
        ]
        if "not_applicable" in act.changes:
            key = "excused" if act.new("not_applicable") == "true" else "concerned"
            parts.insert(0, say(f"history.{key}"))
        parts += [evidence(old, new) for old, new in act.evidence]
        parts.append(because(act.new("reason")))
        if act.old("reason") and not act.new("reason"):
            parts.append(say("history.gone", field=say("sheet.field.reason"), old=act.old("reason")))
        return say("history.and").join(part for part in parts if part)

    def _field(self, name: str, names: Mapping[str, str]) -> str:
        """What a field is called; a figure by its rule's word for it."""
        first, _, rest = name.partition(".")
        if first == "totals":
            return line_of(self._units.get(rest, rest), say("sheet.field.totals"))
        if first == "figures":
            return names.get(rest, rest)
        key = f"sheet.field.{first}"
        return names.get(name) or (say(key) if key in pairs() else say("history.other"))

    def _removed(self, act: Act) -> str:
        place = act.line.place
        key = "history.sheet_back" if act.line.what == "restore" else "history.sheet_gone"
        return line_of(say(key), self._whose(place, "")) if place is not None else ""

    def _whose(self, place: SheetPlace, unit: str) -> str:
        kind: SheetKind = place.kind
        who = self._assessors.get(place.by, place.by)
        words = say(f"sheet.kind.{kind}")
        if not who or who == self._units.get(unit):
            return say("history.in_name_of", who=words)
        return say("history.in_name_of", who=say("scoring_place.voice", kind=words, whose=who))

    # Decisions and appeals

    def _of_decision(self, act: Act, before: State, after: State) -> str:
        line, place = act.line, act.line.place
        if place is None:
            return ""
        if not after:
            done = say("history.undecided", old=observed(before))
        else:
            old = observed(before) or self._counted(line.unit, line.indicator, place.period)
            key = "history.decided" if old else "history.decided_first"
            done = line_of(say(key, old=old, new=observed(after)), because(after.get("reason", "")))
        if line.why == "import":
            done = say("history.imported", what=done)
        return line_of(self._where(line.unit, line.indicator, place.period), done)

    def _of_appeal(self, act: Act, before: State) -> str:
        appeal = next((each for each in self._course.appeals if each.id == act.line.event), None)
        unit, indicator, period = (
            (act.new("appeal.unit"), act.new("appeal.indicator"), act.new("appeal.period"))
            if appeal is None
            else (appeal.unit, appeal.indicator, appeal.period)
        )
        where = self._where(unit, indicator, period) if indicator else path_of(self._units.get(unit, unit))
        answer, score = act.new("appeal.answer"), act.new(f"{_DECIDED}score")
        answer = answer or (appeal.answer if appeal is not None else "")
        if "appeal.text" in act.changes:
            what = "" if indicator else say("scoring_place.appeals.whole")
            return line_of(where, what, say("history.appeal", text=act.new("appeal.text")))
        if not score:
            stands = "history.answered_anew" if f"{_DECIDED}score" in act.changes else "history.answered"
            return line_of(where, say(stands, text=answer))
        held = observed(before) or observed(self._past.decided(unit, indicator, period))
        old = held or self._counted(unit, indicator, period)
        key = "history.answered_changed" if old else "history.answered_first"
        return line_of(where, say(key, old=old, new=points(score)), because(answer))

    def _counted(self, unit: str, indicator: str, period: str) -> str:
        """What the sheets gave before anything was decided; "" where that is no longer known."""
        if self._before is None or indicator in self._written:
            return ""
        for result in self._before.units:
            if result.unit == unit:
                rounds = (each.main for each in result.rounds() if each.period == period)
                main = next((each for each in rounds if each is not None), result.main)
                score = main.find(indicator)
                known = score is not None and score.state != "missing"
                return points(plain(score.value)) if score is not None and known else ""
        return ""

    def _where(self, unit: str, indicator: str, period: str) -> str:
        item = self._items.get(indicator)
        number = self._numbers(period).get((unit, indicator)) or self._numbers("").get((unit, indicator), "")
        title = item.title if item is not None else indicator
        return path_of(self._units.get(unit, unit), f"{number} {title}".strip())


def _undecided(board: Board | None) -> Results | None:
    """The scores without what was decided."""
    if board is None:
        return None
    for sheet in board.sheets:
        if sheet.kind == "meeting":
            board = board.with_sheet(replace(sheet, entries={}))
    return board.results


def _numbers(scheme: Scheme, period: str) -> dict[tuple[str, str], str]:
    """The printed number of every item of every unit."""
    return {
        (unit, item): number
        for unit, tree in trees(scheme, period).items()
        for item, number in tree.numbers().items()
    }


def _of_stage(act: Act) -> str:
    stage, reason = act.new("stage"), act.new("step.reason")
    if stage in STAGES:
        words = say(f"process.stage.{stage}")
        return say("history.back_to" if reason else "history.stage", stage=words, reason=reason)
    return say("process.act.reveal") if act.new("revealed") == "true" else ""
