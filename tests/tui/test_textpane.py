"""Long text is wrapped by cells and loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.tui.display import width
from planner.tui.widgets.textpane import wrap


@given(st.text(alphabet="安全生产，。（）《》abc 12", max_size=200), st.integers(4, 40))
def test_no_character_is_lost_and_no_line_too_wide(text: str, cells: int) -> None:
    lines = list(wrap(text, cells))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= cells for line in lines)


def test_no_line_begins_with_closing_punctuation() -> None:
    lines = list(wrap("各乡镇人民政府要落实责任，确保安全。", 24))
    assert lines == ["各乡镇人民政府要落实责", "任，确保安全。"]


def test_no_line_ends_with_an_opening_bracket() -> None:
    assert list(wrap("由应急局牵头（财政局配合）", 14)) == ["由应急局牵头", "（财政局配合）"]


def test_latin_words_stay_whole() -> None:
    assert list(wrap("see the county plan", 8)) == ["see the", "county", "plan"]


def test_a_paragraph_of_200_kb_is_wrapped_whole() -> None:
    sentence = "各级各部门要认真贯彻落实安全生产责任制。"
    assert sum(map(len, wrap(sentence * 3500, 76))) == len(sentence) * 3500
