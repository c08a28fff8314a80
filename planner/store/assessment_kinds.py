"""The kinds of documents of an assessment, their ids, and what is kept beside them for lists.

This is all of assessments that opening a workspace needs; it loads nothing else of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from planner.store.rows import Change, Data, HeadOf

SCHEME, COURSE, SHEET, EARLIER, SCENARIO = "scheme", "course", "sheet", "earlier", "scenario"
KINDS = (SCHEME, COURSE, SHEET, EARLIER, SCENARIO)
"""The kinds of documents that belong to a scheme; each id begins with the scheme's."""


def id_of(*parts: str) -> str:
    """An id of several parts, the scheme's first."""
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)


def parts_of(id: str) -> tuple[str, ...]:
    """The parts of an id."""
    return tuple(part.replace("%2F", "/").replace("%25", "%") for part in id.split("/"))


def scheme_of_change(change: Change) -> str:
    """The scheme to which a changed document belongs; "" where it belongs to none."""
    if change.kind in (SHEET, SCENARIO):
        return parts_of(change.id)[0]
    return change.id if change.kind in KINDS else ""


def scheme_head(data: Data) -> Data:
    """What is kept beside a scheme's document for lists."""
    units = cast(Mapping[str, object], data.get("units") or {})
    indicators = cast(Mapping[str, Mapping[str, object]], data.get("indicators") or {})
    above = {each.get("parent") for each in indicators.values()}
    named = {key: data.get(key, "") for key in ("title", "year", "issuer", "region", "plan")}
    # Headings are not scored and not counted.
    return {**named, "units": len(units), "indicators": len(indicators.keys() - above)}


def course_head(data: Data) -> Data:
    """What is kept beside a course's document for lists."""
    return {"stage": data["stage"]}


HEADS: Mapping[str, HeadOf] = {SCHEME: scheme_head, COURSE: course_head}
