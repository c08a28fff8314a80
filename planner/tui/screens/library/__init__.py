"""The library: every template, searched while typing, looked through and taken from."""

from planner.tui.screens.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
