"""An assessment scheme as a file (TOML, `county-scheme/1`): made to be read and written by hand.

The kinds of tables stand one after the other, each under a line of comment: classes, units, indicators in the
order of their tree, overrides, periods, assessors, vetoes. Where a table stands does not matter to a reader:
`order` says it, then the id. Equal schemes give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from assessments.scheme import Scheme
from planner.assessment_codec import SCHEME_FORMAT, scheme_from_data, scheme_to_data
from planner.findings import Finding
from planner.sharing.complaints import Complaints
from planner.sharing.loading import Form, load
from planner.sharing.record_shape import file_of
from planner.sharing.tables import lines_of, tables_of

_HEADER = """\
# 考核方案文件（UTF-8 编码）。每一段是一个考核类别、单位、指标等，方括号里最后一截是它的编号。
# 先后由 order 决定（没写按 1000），相同时按编号，与在文件里的位置无关；没写的项按默认值。
"""
_KINDS = {
    "settings": "通用规定",
    "classes": "考核类别、等次、奖励",
    "units": "考核对象",
    "indicators": "指标与评分规则",
    "overrides": "个别单位的不同规定（单位.指标）",
    "periods": "考核时段",
    "assessors": "评委",
    "vetoes": "一票否决、黄牌、约谈等",
}

FORM = Form(SCHEME_FORMAT, file_of(Scheme), ("classes", "indicators", "vetoes"))


def write_scheme(scheme: Scheme) -> str:
    """The scheme as the text of its file: LF, one fixed order of keys and tables. Encode as UTF-8."""
    data = scheme_to_data(scheme)
    parts = [f"{_HEADER}{lines_of(data)}"]
    for kind, words in _KINDS.items():
        held = cast("Mapping[str, object] | None", data.get(kind))
        if held:
            if kind == "indicators":
                held = {id: held[id] for id in _in_tree_order(scheme)}
            parts += [f"# ---- {words} ----\n", *tables_of((kind,), held)]
    return "\n".join(parts)


def _in_tree_order(scheme: Scheme) -> list[str]:
    """The ids of all indicators, each parent before its children; those without a place stand last."""
    children: dict[str, list[str]] = {}
    for indicator in scheme.indicators:
        children.setdefault(indicator.parent, []).append(indicator.id)
    ordered = dict.fromkeys(_below("", children, set()))
    return [*ordered, *(each.id for each in scheme.indicators if each.id not in ordered)]


def _below(parent: str, children: Mapping[str, list[str]], seen: set[str]) -> Iterator[str]:
    waiting = list(reversed(children.get(parent, [])))
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            yield id
            waiting += reversed(children.get(id, []))


def read_scheme(data: bytes, document: str) -> tuple[Scheme | None, tuple[Finding, ...]]:
    """The scheme in the bytes of its file, and what is wrong with the file, every error at once.

    The scheme is None where any finding is an error. `document` is the file's name, for the findings' places.
    What its tables say of each other (parents, classes, sums) is for the check of a scheme.
    """
    complaints = Complaints(document)
    loaded = load(data, FORM, complaints)
    if loaded is None or complaints:
        return None, complaints.findings()
    return scheme_from_data(loaded), ()
