"""The exchange format of a plan (TOML, `county-plan/1`): made to be read, compared and merged.

Every section, task and measure is its own table under its id. The tables stand by the first letter of the
id, one letter after the other, each under a comment line that is always there. A workspace gives all its new
ids one letter (`planner.plan.new_hand`), so what two people add to the same plan goes to different places of
the file with an unchanged line between, and a line merge (`git merge`) takes both. For the same reason each
table ends with its `order`, which is always there: what is added to a table never touches the next one.

Equal plans give equal bytes.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

from planner.codec import (
    FORMAT,
    measure_to_data,
    plan_from_data,
    plan_to_data,
    section_to_data,
    task_to_data,
)
from planner.findings import Finding
from planner.plan import Plan
from planner.sharing.complaints import Complaints
from planner.sharing.loading import Form, load
from planner.sharing.plan_shape import PLAN, look_across
from planner.sharing.values import line_of

_HEADER = """\
# 工作计划交换文件（UTF-8 编码）。任务（tasks）、举措（measures）各成一段，顺序由 order 决定，与所在位置无关。
# 各人新增的内容写在自己字母的下面，“# ---- a ----”这样的行请勿删改：合并多人的修改时靠它隔开。
"""

_FORM = Form(FORMAT, PLAN, ("tasks", "sections"))


def write_plan(plan: Plan) -> str:
    """The plan as the text of an exchange file: LF, one fixed order of keys and tables. Encode as UTF-8."""
    data = plan_to_data(plan)
    head = "".join(line_of(key, value) for key, value in data.items() if key not in ("sections", "tasks"))
    groups: dict[str, list[str]] = {letter: [] for letter in string.ascii_lowercase}
    for letter, table in _tables(plan):
        groups[letter].append(table)
    return f"{_HEADER}{head}\n" + "".join(_group(letter, tables) for letter, tables in groups.items())


def _group(letter: str, tables: list[str]) -> str:
    inside = "\n" + "\n".join(tables) + "\n" if tables else ""
    return f"# ---- {letter} ----\n{inside}"


def _tables(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every table with the letter it stands under: sections, then tasks with their measures, by id."""
    for section in sorted(plan.sections, key=lambda section: section.id):
        yield section.id[0], _table(f"sections.{section.id}", section_to_data(section))
    found: list[tuple[str, str, str, str]] = []
    for task in plan.tasks:
        place = f"tasks.{task.id}"
        data = task_to_data(task)
        data.pop("measures", None)
        found.append((task.id[0], task.id, "", _table(place, data)))
        for measure in task.measures:
            body = _table(f"{place}.measures.{measure.id}", measure_to_data(measure))
            found.append((measure.id[0], task.id, measure.id, body))
    for letter, _, _, table in sorted(found):
        yield letter, table


def _table(name: str, data: Mapping[str, object]) -> str:
    return f"[{name}]\n" + "".join(line_of(key, value) for key, value in data.items())


def read_plan(data: bytes, document: str) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan in the bytes of an exchange file, and what is wrong with the file, every error at once.

    The plan is None where any finding is an error. `document` is the file's name, for the findings' places.
    """
    complaints = Complaints(document)
    loaded = load(data, _FORM, complaints)
    if loaded is not None:
        look_across(loaded, complaints)
    if loaded is None or complaints:
        return None, complaints.findings()
    return plan_from_data(loaded), ()
