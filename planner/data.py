"""Where the data that comes with the program lies."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def data_folder() -> Traversable:
    """The folder with `plans`, `departments` and the rest: in the installed package, else in the checkout."""
    installed = files("planner") / "_data"
    if installed.is_dir():
        return installed
    return Path(__file__).parent.parent / "data"
