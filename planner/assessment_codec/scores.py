"""Scores in one level: each under its indicator with its parent's name, as a file can hold any depth.

In the records a unit's main score holds its children, they theirs, and so on. In a file `main` stands with
`scores` beside it: every indicator below, outermost first, each with `parent` (left out right under the main
score). Periods likewise stand in one level with `within`, the period they are part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

Data: TypeAlias = dict[str, object]
Stored: TypeAlias = Mapping[str, object]


def flat(results: Data) -> Data:
    """The data of results with each unit's scores and periods in one level."""
    units = cast(dict[str, Data], results.get("units", {}))
    return {**results, "units": {id: _flat_unit(unit) for id, unit in units.items()}} if units else results


def nested(results: Stored) -> Data:
    """The data of results with the scores and periods inside each other again."""
    units = cast(Mapping[str, Stored], results.get("units", {}))
    return {**results, "units": {id: _nested_unit(unit) for id, unit in units.items()}}


def _flat_unit(unit: Data) -> Data:
    spread = _with_flat_scores(unit)
    periods = dict(_flat_periods(cast(Data, spread.pop("periods", {})), ""))
    return {**spread, "periods": periods} if periods else spread


def _flat_periods(periods: Data, within: str) -> Iterator[tuple[str, Data]]:
    for id, period in cast(dict[str, Data], periods).items():
        spread = _with_flat_scores({"within": within, **period} if within else period)
        parts = cast(Data, spread.pop("parts", {}))
        yield id, spread
        yield from _flat_periods(parts, id)


def _with_flat_scores(owner: Data) -> Data:
    """A unit's or a period's data with `scores` beside its main score."""
    main = cast("Data | None", owner.get("main"))
    if main is None:
        return dict(owner)
    bare = {key: value for key, value in main.items() if key != "children"}
    scores = dict(_flat_scores(cast(Data, main.get("children", {})), ""))
    return {**owner, "main": bare, **({"scores": scores} if scores else {})}


def _flat_scores(children: Data, parent: str) -> Iterator[tuple[str, Data]]:
    for id, score in cast(dict[str, Data], children).items():
        bare = {key: value for key, value in score.items() if key != "children"}
        yield id, {"parent": parent, **bare} if parent else bare
        yield from _flat_scores(cast(Data, score.get("children", {})), id)


def _nested_unit(unit: Stored) -> Data:
    gathered = _with_nested_scores(unit)
    periods = {
        id: _with_nested_scores(period)
        for id, period in cast(Mapping[str, Stored], unit.get("periods", {})).items()
    }
    gathered["periods"] = _gathered(periods, "within", "parts")
    return gathered


def _with_nested_scores(owner: Stored) -> Data:
    data = dict(owner)
    scores = {id: dict(score) for id, score in cast(Mapping[str, Stored], data.pop("scores", {})).items()}
    if "main" in data:
        data["main"] = {**cast(Stored, data["main"]), "children": _gathered(scores, "parent", "children")}
    return data


def _gathered(records: dict[str, Data], above: str, below: str) -> Data:
    """The outermost of the records, each with those inside it under the key `below`."""
    outermost: Data = {}
    for id, record in records.items():
        owner = cast(str, record.pop(above, ""))
        place = outermost if not owner else cast(Data, records[owner].setdefault(below, {}))
        place[id] = record
    return outermost
