"""Every edit of a plan: Plan → Plan, one file an idea. This is the list of the verbs the screens may use.

What every edit keeps to:
- Ids name what is edited. An id that is not in the plan raises `UnknownId` before anything is changed.
- An edit that changes nothing gives back an equal plan, so nothing need be saved.
- Verbs that take `ids` for duties, targets, dues and recurrences accept tasks and measures mixed: a task
  stands for all its measures.
- Verbs that make records take `hand`, the letter of this workspace's ids (see `plan.new_hand`).
"""

from planner.drafting.edits.content import (
    fix_dates,
    set_dues,
    set_measure_text,
    set_measure_title,
    set_recurrences,
    set_targets,
    set_task_text,
    set_task_title,
)
from planner.drafting.edits.duties import assign, rename_department, set_names, unassign
from planner.drafting.edits.header import set_header, set_issued, set_level, set_year
from planner.drafting.edits.measures import (
    DifferentTasks,
    add_measure,
    delete_measures,
    merge_measures,
    split_measure,
)
from planner.drafting.edits.moving import (
    move_measures,
    move_sections,
    move_tasks,
    place_measures,
    place_sections,
    place_tasks,
)
from planner.drafting.edits.places import UnknownId, find_measure, task_of
from planner.drafting.edits.sections import (
    SectionNotEmpty,
    add_section,
    delete_sections,
    set_section_text,
    set_section_title,
)
from planner.drafting.edits.tasks import add_task, delete_tasks, duplicate_tasks

__all__ = [
    "DifferentTasks",
    "SectionNotEmpty",
    "UnknownId",
    "add_measure",
    "add_section",
    "add_task",
    "assign",
    "delete_measures",
    "delete_sections",
    "delete_tasks",
    "duplicate_tasks",
    "find_measure",
    "fix_dates",
    "merge_measures",
    "move_measures",
    "move_sections",
    "move_tasks",
    "place_measures",
    "place_sections",
    "place_tasks",
    "rename_department",
    "set_dues",
    "set_header",
    "set_issued",
    "set_level",
    "set_measure_text",
    "set_measure_title",
    "set_names",
    "set_recurrences",
    "set_section_text",
    "set_section_title",
    "set_targets",
    "set_task_text",
    "set_task_title",
    "set_year",
    "split_measure",
    "task_of",
    "unassign",
]
