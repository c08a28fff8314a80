"""Choosing a file: type a path, its names completed, or walk through the folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.widget import Widget

from planner.text import say
from planner.tui.acts import Use
from planner.tui.dialogs.base import Dialog, MovesInList
from planner.tui.widgets.fields import TextInput
from planner.tui.widgets.rowmodel import Column
from planner.tui.widgets.rows import RowList

MOST = 5000
"""Entries of one folder that are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder."""

    path: Path
    is_folder: bool
    size: int = 0
    name: str = ""


def entries(folder: Path, endings: tuple[str, ...] = ()) -> list[Entry]:
    """The folder above, the folders, then the files with these endings (all where none are given).

    Hidden ones are left out. OSError where the folder cannot be read.
    """
    found = []
    with os.scandir(folder) as scan:
        for item in scan:
            if item.name.startswith("."):
                continue
            is_folder = item.is_dir()
            if is_folder or not endings or item.name.lower().endswith(endings):
                size = 0 if is_folder else item.stat().st_size
                found.append(Entry(Path(item.path), is_folder, size, item.name))
    found.sort(key=lambda entry: (not entry.is_folder, entry.name.casefold()))
    above = [] if folder.parent == folder else [Entry(folder.parent, True, 0, "..")]
    return [*above, *found[:MOST]]


def _shown_name(entry: Entry) -> str:
    return entry.name + ("/" if entry.is_folder else "")


_WHOLE = r"(?:/|\\\\|~|[A-Za-z]:[/\\])"
_STARTS_AGAIN = re.compile(rf".*[/\\\"'](?={_WHOLE})")
_IS_WHOLE = re.compile(r"/|\\\\|~[/\\]|[A-Za-z]:[/\\]")
"""How a whole path begins; a name may begin with ~ too."""


def meant(typed: str) -> Path:
    """The path that was typed or pasted: a whole path behind the folder that stood there begins anew."""
    words = _STARTS_AGAIN.sub("", typed.strip(), count=1).strip("\"'")
    return Path(os.path.expanduser(words))


def begun_anew(typed: str, stood: str) -> str:
    """What is left in the line where a whole path is typed behind what stood there: that path alone."""
    behind = typed.removeprefix(stood)
    if stood and typed != behind and _IS_WHOLE.match(behind):
        return behind
    words = _STARTS_AGAIN.sub("", typed, count=1)
    return words if _IS_WHOLE.match(words) else typed


def complete(typed: str, home: Path) -> tuple[Path, str]:
    """What was typed as a folder and the beginning of a name in it. Relative paths start at `home`."""
    path = meant(typed)
    if not path.is_absolute():
        path = home / path
    if typed.endswith(("/", os.sep)) or path.is_dir():
        return path, ""
    return path.parent, path.name


class FileDialog(Dialog[Path], MovesInList):
    """The path on top, the folder below. Enter opens a folder or takes the file; Tab completes the name.

    With `saving` a name that does not exist yet is taken too.
    """

    ACTIONS: ClassVar[tuple[Use, ...]] = (
        Use("open", "dialog.take", footer=True),
        Use("next_part", "files.complete", footer=True),
        Use("line_up"),
        Use("line_down"),
        Use("page_up"),
        Use("page_down"),
    )

    def __init__(
        self,
        heading: str,
        start: Path,
        *,
        endings: tuple[str, ...] = (),
        saving: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(classes="-tall")
        self._heading = heading
        self._folder = start
        self._endings = endings
        self._saving = saving
        self._first = str(start / name) if name else str(start) + os.sep
        self._entries: list[Entry] = []
        self.rows: RowList[Entry] = RowList(
            [
                Column(
                    "name",
                    "files.name",
                    _shown_name,
                    least=20,
                ),
                Column(
                    "size",
                    "files.size",
                    lambda entry: "" if entry.is_folder else f"{max(1, entry.size // 1024)} KB",
                    width=10,
                    align="right",
                    sort=lambda entry: entry.size,
                ),
            ],
            key=lambda entry: entry.name,
            empty="files.empty",
        )

    def heading(self) -> str:
        return self._heading

    def body(self) -> Iterable[Widget]:
        yield TextInput(self._first, placeholder=say("files.path"))
        yield self.rows

    def on_mount(self) -> None:
        """Show the first folder."""
        self._list()

    def _typed(self) -> str:
        return self.query_one(TextInput).value

    def _list(self) -> None:
        folder, beginning = complete(self._typed(), Path.cwd())
        if folder != self._folder or not self._entries:
            self._folder = folder
            try:
                self._entries = entries(folder, self._endings)
                self.complain("")
            except OSError:
                self._entries = []
                self.complain(say("files.no_folder", folder=str(folder)))
        fitting = [e for e in self._entries if e.name.casefold().startswith(beginning.casefold())]
        self.rows.fill(fitting if beginning else self._entries)
        self.rows.do_first()

    def on_input_changed(self) -> None:
        """The list follows what is typed; a whole path takes the place of the folder in front of it."""
        field = self.query_one(TextInput)
        anew = begun_anew(field.value, self._first)
        if anew != field.value and field.cursor_position == len(field.value):
            self._put(anew)
        else:
            self._list()

    def on_input_submitted(self) -> None:
        """Enter in the line: the file that was typed, else what the cursor is on."""
        typed = meant(self._typed())
        if typed.is_file() or (self._saving and typed.name and typed.parent.is_dir() and not typed.is_dir()):
            self.dismiss(typed.absolute())
        else:
            self.do_open()

    def on_row_list_opened(self) -> None:
        """Enter or double click on the list."""
        self.do_open()

    def do_open(self) -> None:
        entry = self.rows.current
        if entry is None:
            self.complain(say("files.not_found", name=self._typed()))
        elif entry.is_folder:
            self._put(str(entry.path) + os.sep)
        else:
            self.dismiss(entry.path)

    def do_next_part(self) -> None:
        """Tab in the line completes the name under the cursor; in the list it goes back to the line."""
        field = self.query_one(TextInput)
        entry = self.rows.current
        if not field.has_focus:
            field.focus()
        elif entry is not None and self._typed() != str(entry.path) and entry.name != "..":
            self._put(str(entry.path) + (os.sep if entry.is_folder else ""))
        else:
            self.rows.focus()

    def _put(self, path: str) -> None:
        field = self.query_one(TextInput)
        field.value = path
        field.cursor_position = len(path)
