"""From plan to scheme: which indicators follow from what a plan asks of each department.

The only room that knows both plans and schemes. `propose` makes a scheme from a plan, with the reason for
every indicator; `sheet_of` shows what a plan asks of one department beside its indicators; `measure_of` finds
the measure an indicator follows from.
"""

from planner.assessing.bodies import Bodies, bodies_of
from planner.assessing.propose import propose
from planner.assessing.records import Asked, DepartmentSheet, Proposal, Reason, Weights, Why
from planner.assessing.sheets import measure_of, sheet_of

__all__ = [
    "Asked",
    "Bodies",
    "DepartmentSheet",
    "Proposal",
    "Reason",
    "Weights",
    "Why",
    "bodies_of",
    "measure_of",
    "propose",
    "sheet_of",
]
