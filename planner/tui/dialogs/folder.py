"""Choosing a folder: type its path, or walk there; the first line takes the one that is shown."""

from __future__ import annotations

from pathlib import Path

from planner.text import say
from planner.tui.dialogs.files import Entry, FileDialog
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList


class FolderDialog(FileDialog):
    """As for a file; Enter on the first line, or on any file, takes the folder in which one is."""

    def __init__(self, heading: str, start: Path) -> None:
        super().__init__(heading, start)
        self.rows = RowList(
            [Column("name", "files.name", self._words)], key=lambda entry: entry.name, empty="files.empty"
        )

    def _words(self, entry: Entry) -> str:
        if self._is_this(entry):
            return say("files.this_folder")
        return entry.name + ("/" if entry.is_folder else "")

    def _is_this(self, entry: Entry) -> bool:
        return not entry.name

    def _list(self) -> None:
        super()._list()
        shown = self.rows.model.records()
        if self._entries and shown == self._entries:
            # Nothing of a name is typed: the folder itself may be meant.
            self.rows.fill([Entry(self._folder, True), *shown])
            self.rows.do_first()

    def do_open(self) -> None:
        entry = self.rows.current
        if entry is None or (entry.is_folder and not self._is_this(entry)):
            super().do_open()
        else:
            self.dismiss(self._folder.absolute())
