"""A form that answers while one types: what the words mean stands under the fields at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual.widget import Widget
from textual.widgets import Static

from planner.tui.dialogs.form import Check, Field, Form, anything
from planner.tui.display import clean, safe
from planner.tui.widgets.fields import TextInput

Values = Mapping[str, str]


class LiveForm(Form):
    """`meaning` says what the present values mean. `follow` gives other fields their values after a field
    was typed in, as long as nobody has typed in those themselves."""

    DEFAULT_CSS = "LiveForm .form--meaning { margin-top: 1; color: $text-success; width: 100%; }"

    def __init__(
        self,
        heading: str,
        fields: Sequence[Field],
        *,
        meaning: Callable[[Values], str],
        follow: Callable[[Values], Values] = lambda values: {},
        check: Check = anything,
    ) -> None:
        super().__init__(heading, fields, check=check)
        self._meaning = meaning
        self._follow = follow
        self._own = {field.id for field in fields if field.value}
        self._shown = {field.id: field.value for field in fields}

    def body(self) -> Iterable[Widget]:
        yield from super().body()
        yield Static("", classes="form--meaning")

    def on_mount(self) -> None:
        """Say what the values mean from the start."""
        self._tell()

    def on_input_changed(self, event: TextInput.Changed) -> None:
        """Let the other fields follow, and say what it all means now."""
        id = (event.input.id or "").removeprefix("field-")
        if clean(event.value) != self._shown.get(id):
            self._own.add(id)
            self._shown[id] = clean(event.value)
            self._fill(id)
        self._tell()

    def _fill(self, typed: str) -> None:
        for id, value in self._follow(self.values()).items():
            if id != typed and id not in self._own:
                self._shown[id] = value
                self.put(id, value)

    def picked(self, id: str) -> None:
        """What was chosen is somebody's own, too."""
        self._own.add(id)
        self._tell()

    def _tell(self) -> None:
        self.query_one(".form--meaning", Static).update(safe(self._meaning(self.values())))
