"""The office: the one place that the screens and the command line ask for plans, templates, departments.

It puts the workspace, the built-in data and the readers together and holds no rule of its own.
"""

from planner.office.office import Office

__all__ = ["Office"]
