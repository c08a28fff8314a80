"""Clean text: what nobody sees goes, what an office writes stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.cleaning import clean_text, unwanted_character


@pytest.mark.parametrize(
    "text",
    [
        "",
        "安全生产\t要点\n",
        "　　首行缩进",
        "“引号”…—",
        "[/x]",
        "C:\\",
        "🚒",
        "𠮷",
        "\ue000",
        "½ ㎡ ①",
        "a\u00a0b",
    ],
)
def test_what_an_office_writes_stays(text: str) -> None:
    assert clean_text(text) == text
    assert unwanted_character(text) is None


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("甲\r\n乙\r丙\x0b丁\x0c戊\x85己\u2028庚\u2029辛", "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛"),
        ("\x1b[31m红\x1b]0;x\x07", "[31m红]0;x"),
        ("甲\x00乙\x9b31m", "甲乙31m"),
        ("\u202e颠倒\u202c\u2066\u2069\u200e", "颠倒"),
        ("零\u200b宽\u200d\u2060\ufeff", "零宽"),
        ("软\u00ad连", "软连"),
        ("半\ud800边", "半边"),
        ("标\U000e0041签", "标签"),
    ],
)
def test_what_nobody_sees_goes(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(st.text(st.characters()))
def test_once_is_enough(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unwanted_character(once) is None


@given(st.text(st.characters()))
def test_a_text_without_unwanted_characters_is_left_alone(text: str) -> None:
    assert (unwanted_character(text) is None) == (clean_text(text) == text)
