"""Removing an own plan or a file from the library, and undoing that while it was the last thing done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.library import Template
from planner.plan import Plan
from planner.text import say
from planner.tui.display import notify
from planner.tui.leaving import leave

if TYPE_CHECKING:
    from planner.drafting.history import Step
    from planner.tui.app import PlannerApp


class Removal:
    """The template removed last; `changed` is called when something was removed or has come back."""

    def __init__(self, app: PlannerApp, changed: Callable[[], None]) -> None:
        self._app = app
        self._changed = changed
        self._removed: Template | None = None
        self._edit_before: Step[Plan] | None = None

    def remove(self, template: Template) -> None:
        """Take a file off the shelf, or a plan out of the workspace."""
        if template.origin == "file":
            self._app.shelf.drop(template.key)
            self._was_removed(template)
            return
        session = self._app.session
        is_open = session is not None and session.record.id == template.key
        leave(self._app, ("plan",) if is_open else (), "remove", lambda: self._remove_plan(template.key))

    def _remove_plan(self, id: str) -> None:
        self._app.work(
            lambda: self._app.office.remove_plan(id),
            lambda plan: self._was_removed(Template(id, "workspace", plan)),
            group="remove-plan",
        )

    def to_undo(self) -> Template | None:
        """What was removed, where nothing was edited since; an edit made later is undone first."""
        return self._removed if self._last_edit() is self._edit_before else None

    def undo(self) -> None:
        """Bring it back."""
        template, self._removed = self.to_undo(), None
        if template is None:
            return
        if template.origin == "file":
            self._app.shelf.put(template)
            self._has_come_back(template.plan)
        else:
            self._app.work(
                lambda: self._app.office.add_plan(template.plan),
                lambda opened: self._has_come_back(opened.record),
                group="restore-plan",
            )

    def _last_edit(self) -> Step[Plan] | None:
        return self._app.session.to_undo() if self._app.session is not None else None

    def _was_removed(self, template: Template) -> None:
        session = self._app.session
        if session is not None and session.record.id == template.key:
            self._app.close_plan()
        self._removed, self._edit_before = template, self._last_edit()
        words = say(f"library.removed.{template.origin}", title=template.plan.title)
        notify(self._app, words, seconds=8)
        self._app.shelf.refresh()
        self._changed()

    def _has_come_back(self, plan: Plan) -> None:
        notify(self._app, say("library.restored", title=plan.title))
        self._app.shelf.refresh()
        self._changed()
