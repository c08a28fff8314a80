"""The phrases of which the lines of the journal are made."""

from __future__ import annotations

from planner.text import pairs, say
from planner.tui.dialogs.journal_acts import Act, State


def event_done(act: Act, before: State, after: State) -> str:
    """What was done to an event, and which one it is."""
    words = _event(before or after)
    if not before:
        done = say("history.event_new", event=words)
    elif not after:
        return say("history.event_gone", event=words)
    else:
        changes = [
            changed(say(f"sheet.field.{name}"), shown(name, old), shown(name, new))
            for name, (old, new) in act.changes.items()
            if f"sheet.field.{name}" in pairs()
        ]
        done = say("history.event_changed", event=words)
        if changes:
            done = say("history.event_changes", event=words, changes=say("history.and").join(changes))
    return say("history.and").join([done, *(evidence(old, new) for old, new in act.evidence)])


def _event(state: State) -> str:
    """An event in a line: what, when, which paper, and whatever else was written of it."""
    head = [state.get(name, "") for name in ("day", "text", "kind", "document")]
    rest = [
        f"{say(f'sheet.field.{name}')} {shown(name, state[name])}"
        for name in state
        if name not in ("day", "text", "kind", "document", "indicator") and f"sheet.field.{name}" in pairs()
    ]
    return say("history.comma").join(part for part in (*head, *rest) if part)


def changed(field: str, old: str, new: str) -> str:
    """A field that was set, emptied or changed."""
    key = "set" if not old else "gone" if not new else "changed"
    return say(f"history.{key}", field=field, old=old, new=new)


def evidence(old: str | None, new: str | None) -> str:
    """A piece of evidence that came, went or is another file."""
    key = "new" if old is None else "gone" if new is None else "changed"
    return say(f"history.evidence_{key}", name=new or old)


def because(words: str) -> str:
    """The reason; "" where there is none."""
    return say("history.reason", reason=words) if words else ""


def observed(state: State) -> str:
    """What a decision says instead of the sheets."""
    if state.get("not_applicable") == "true":
        return say("scoring_place.not_applicable")
    if "score" in state:
        return points(state["score"])
    told = ("value", "done", "day")
    parts = [shown(name, held) for name, held in state.items() if name in told or "figures." in name]
    return say("history.comma").join(parts)


def points(number: str) -> str:
    """A score."""
    return say("history.points", points=number)


def shown(name: str, value: str | None) -> str:
    """A field's value in words."""
    words = value or ""
    for key in (f"level.{words}" if name == "level" else "", f"scoring_place.{name}.{words}"):
        if words and key in pairs():
            return say(key)
    if words in ("true", "false"):
        return say("scoring_place.yes" if words == "true" else "scoring_place.no")
    return words


def place_of(name: str) -> int:
    """Where a field stands among those of an entry."""
    order = ("score", "done", "value", "figures", "day")
    first = name.partition(".")[0]
    return order.index(first) if first in order else len(order)


def path_of(*parts: str) -> str:
    """Unit and item."""
    return " > ".join(part for part in parts if part)


def line_of(*parts: str) -> str:
    """The parts of a line."""
    return "  ".join(part for part in parts if part)
