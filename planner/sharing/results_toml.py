"""Results as a file (TOML, `county-results/1`): every number with the steps that lead to it.

Units stand in the order of the results. A unit's scores stand in one level, each with its parent; every step
is one line with its formula as it is printed ("9 ÷ 10 × 20"). Equal results give equal bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from assessments.results import Results
from planner.assessment_codec import RESULTS_FORMAT, results_from_data, results_to_data
from planner.findings import Finding
from planner.sharing.complaints import Complaints
from planner.sharing.loading import Form, load
from planner.sharing.results_shape import RESULTS, look_across
from planner.sharing.tables import lines_of, tables_of

_HEADER = """\
# 考核结果文件（UTF-8 编码），由程序写出：每个得分都带算式（steps），用计算器可以逐步复算。
"""

FORM = Form(RESULTS_FORMAT, RESULTS, ("units",), largest=60_000_000)


def write_results(results: Results) -> str:
    """The results as the text of their file: LF, one fixed order of keys and tables. Encode as UTF-8."""
    data = results_to_data(results)
    parts = [f"{_HEADER}{lines_of(data)}"]
    for id, unit in cast(Mapping[str, Mapping[str, object]], data.get("units", {})).items():
        parts += tables_of(("units", id), unit)
    return "\n".join(parts)


def read_results(data: bytes, document: str) -> tuple[Results | None, tuple[Finding, ...]]:
    """The results in the bytes of their file, and what is wrong with the file, every error at once.

    The results are None where any finding is an error. `document` is the file's name, for the findings'
    places. Whether they follow from a scheme and its sheets is not looked at.
    """
    complaints = Complaints(document)
    loaded = load(data, FORM, complaints)
    if loaded is not None:
        look_across(loaded, complaints)
    if loaded is None or complaints:
        return None, complaints.findings()
    return results_from_data(loaded), ()
