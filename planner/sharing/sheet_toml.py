"""A sheet as a file (TOML, `county-sheet/1`): what one body or assessor observed.

Entries stand by unit and indicator (`[entries.<unit>.<indicator>]`), events by id, finished totals by unit.
Equal sheets give equal bytes, whatever order their entries came in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from assessments.sheet import Sheet
from planner.assessment_codec import SHEET_FORMAT, sheet_from_data, sheet_to_data
from planner.findings import Finding
from planner.sharing.complaints import Complaints
from planner.sharing.loading import Form, load
from planner.sharing.record_shape import file_of
from planner.sharing.tables import lines_of, tables_of

_HEADER = """\
# 评分表文件（UTF-8 编码）。一张表是一个部门、一位评委或一个单位的填报；没写的项就是没有填。
"""
_KINDS = {
    "entries": "填报与评分（单位.指标）",
    "events": "事件（事故、表彰、通报等）",
    "totals": "已有的总分（单位）",
}

FORM = Form(SHEET_FORMAT, file_of(Sheet), ("entries", "events", "totals"), largest=20_000_000)


def write_sheet(sheet: Sheet) -> str:
    """The sheet as the text of its file: LF, one fixed order of keys and tables. Encode as UTF-8."""
    data = sheet_to_data(sheet)
    parts = [f"{_HEADER}{lines_of(data)}"]
    for kind, words in _KINDS.items():
        held = cast("Mapping[str, object] | None", data.get(kind))
        if held:
            parts += [f"# ---- {words} ----\n", *tables_of((kind,), held)]
    return "\n".join(parts)


def read_sheet(data: bytes, document: str) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """The sheet in the bytes of its file, and what is wrong with the file, every error at once.

    The sheet is None where any finding is an error. `document` is the file's name, for the findings' places.
    Whether its units and indicators are those of a scheme is for those who have the scheme.
    """
    complaints = Complaints(document)
    loaded = load(data, FORM, complaints)
    if loaded is None or complaints:
        return None, complaints.findings()
    return sheet_from_data(loaded), ()
