"""Schemes, sheets and results as plain data, in the shape of their files, and back.

Tables stand under their ids, what has its default is left out, a rule is a table with its `method`, floor and
cap are a number or the word "none". Dates and decimals stay objects on the way out; on the way in ISO dates
and number strings are taken too, so a store can keep the same shape as JSON.

The shape follows from the records' own fields (`planner.assessment_codec.keys`): a new field of a record or
of a rule needs no line here. The data is trusted: a file from outside goes through `planner.sharing` first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from assessments.results import Results
from assessments.scheme import Scheme
from assessments.sheet import Sheet
from planner.assessment_codec.scores import flat, nested

if TYPE_CHECKING:
    from cattrs import Converter

SCHEME_FORMAT = "county-scheme/1"
SHEET_FORMAT = "county-sheet/1"
RESULTS_FORMAT = "county-results/1"

Data: TypeAlias = dict[str, object]
Stored: TypeAlias = Mapping[str, object]

_Record = TypeVar("_Record")


def scheme_to_data(scheme: Scheme) -> Data:
    """The header's keys, `settings`, then the tables keyed by id; overrides by unit, then indicator."""
    return {"format": SCHEME_FORMAT, **record_to_data(scheme)}


def scheme_from_data(data: Stored) -> Scheme:
    """The scheme that `scheme_to_data` gave this shape; an error of some kind for data of another."""
    return record_from_data(Scheme, data)


def sheet_to_data(sheet: Sheet) -> Data:
    """The header's keys, `entries` by unit, then indicator, `events` by id, `totals` by unit."""
    return {"format": SHEET_FORMAT, **record_to_data(sheet)}


def sheet_from_data(data: Stored) -> Sheet:
    """The sheet that `sheet_to_data` gave this shape; an error of some kind for data of another."""
    return record_from_data(Sheet, data)


def results_to_data(results: Results) -> Data:
    """The header's keys, then `units` in their order, each with its scores in one level (see `scores`)."""
    return flat({"format": RESULTS_FORMAT, **record_to_data(results)})


def results_from_data(data: Stored) -> Results:
    """The results that `results_to_data` gave this shape; an error of some kind for data of another."""
    return record_from_data(Results, nested(data))


def record_to_data(record: object) -> Data:
    """One record alone: an entry, an indicator, an event. Its id, if it has one, is a key like the others."""
    return cast(Data, _converter().unstructure(record))


def record_from_data(kind: type[_Record], data: Stored) -> _Record:
    """The record of this kind that `record_to_data` gave this shape. Unknown keys are passed over."""
    return _converter().structure(data, kind)


def _converter() -> Converter:
    from planner.assessment_codec.converter import converter

    return converter()
