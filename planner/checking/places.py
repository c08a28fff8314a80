"""The places that checks speak of."""

from __future__ import annotations

from planner.findings import Where
from planner.plan import Measure, Task


def measure_place(task: Task, measure: Measure, *field: str) -> Where:
    """The place of a measure, or of a field of it, in the plan."""
    return Where(path=("tasks", task.id, "measures", measure.id, *field))
