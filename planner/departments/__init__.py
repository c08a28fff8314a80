"""The bodies of a county: what they are called, what a name means, who succeeded whom.

The roster comes from `data/departments/` with the office's own laid over it (`overlay`); nothing here reads
a file. A name is never replaced silently: `resolve` knows it or does not, `propose` offers.
"""

from planner.departments.among import among
from planner.departments.collectives import is_collective, is_township
from planner.departments.editing import (
    abolish,
    add,
    initials_of,
    overlay,
    own_part,
    put,
    remove,
    rename,
    with_initials,
)
from planner.departments.levels import at_level
from planner.departments.matching import How, Match, last_heir, resolve
from planner.departments.proposing import propose
from planner.departments.records import KINDS, Department, Kind
from planner.departments.roster import Roster
from planner.departments.searching import search
from planner.departments.succession import Current, Step, current_name

__all__ = [
    "KINDS",
    "Current",
    "Department",
    "How",
    "Kind",
    "Match",
    "Roster",
    "Step",
    "abolish",
    "add",
    "among",
    "at_level",
    "current_name",
    "initials_of",
    "is_collective",
    "is_township",
    "last_heir",
    "overlay",
    "own_part",
    "propose",
    "put",
    "remove",
    "rename",
    "resolve",
    "search",
    "with_initials",
]
