"""Text from outside reaches the screen only cleaned and literal; widths count cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.tui.display import CUT, cut, fit, one_line, plain, safe, width
from tui.fakes import HOSTILE


def test_hostile_text_is_shown_as_it_is_without_what_a_terminal_obeys() -> None:
    shown = safe(HOSTILE).plain
    assert "[/x][@click=app.quit]点我[/] [bold] C:\\[x]" in shown
    assert "[$primary] :smile:" in shown
    assert "反向" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_the_same_for_tables_and_trees() -> None:
    assert plain("[b]粗[/b] :smile:\x1b[2J").plain == "[b]粗[/b] :smile:[2J"


def test_lines_become_one_line() -> None:
    assert one_line("第一行\n第二行\t末") == "第一行 第二行 末"


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("应急管理局", 10, "应急管理局"),
        ("应急管理局", 9, "应急管" + CUT),
        ("应急管理局", 8, "应急管" + CUT),
        ("应急管理局", 7, "应急" + CUT),
        ("a应急", 3, "a" + CUT),
        ("应急", 1, "."),
        ("应急", 0, ""),
        ("", 0, ""),
    ],
)
def test_cut_at_whole_characters(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


@given(
    st.text(alphabet="应急a1，。 （x", max_size=30), st.integers(0, 40), st.sampled_from(["left", "right"])
)
def test_fitted_text_takes_exactly_its_cells(text: str, cells: int, align: str) -> None:
    assert width(fit(text, cells, align)) == cells  # type: ignore[arg-type]


def test_figures_stand_at_the_right() -> None:
    assert fit("12", 5, "right") == "   12"
