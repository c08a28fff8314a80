"""Any encoding an office uses is decoded right, short titles too, and nothing is cleaned away silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reading.encoding import decode

SHORT = [
    "安全生产",
    "临江县",
    "一目了然",
    "工作要点",
    "2026年计划",
    "亳州市谯城区消防工作",
    "联通",
    "各乡镇人民政府：",
    "A",
    "附件1",
    "0一",
]
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be"]
EVERYDAY = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就"
    "分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", SHORT)
def test_short_titles(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(
    st.text(EVERYDAY + "，。、：（）《》0123456789\n", min_size=2, max_size=60), st.sampled_from(ENCODINGS)
)
def test_everyday_text_in_every_encoding(text: str, encoding: str) -> None:
    if not set(text) & set(EVERYDAY):
        return
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


def test_undecodable_bytes_are_told_with_their_line() -> None:
    good = "临江县2026年工作要点\n一、压实责任\n".encode()
    decoded = decode(good + b"\xff\xfe\xff" + "加强巡查".encode() * 50)
    assert "临江县2026年工作要点" in decoded.text
    assert [(f.code, f.where.line) for f in decoded.findings] == [("reading.undecodable", 3)]


@pytest.mark.parametrize(
    ("hidden", "code"),
    [
        ("\x00", "reading.control_removed"),
        ("\x1b", "reading.control_removed"),
        ("\u202e", "reading.direction_removed"),
        ("\u200b", "reading.invisible_removed"),
    ],
)
def test_hidden_characters_are_taken_out_and_told(hidden: str, code: str) -> None:
    decoded = decode(f"临江县工作要点\n一、压实{hidden}责任\n（一）{hidden}检查".encode())
    assert decoded.text == "临江县工作要点\n一、压实责任\n（一）检查"
    assert [(f.code, f.where.line, f.arguments["count"]) for f in decoded.findings] == [(code, 2, 2)]


def test_line_ends_of_every_system() -> None:
    assert decode("一\r\n二\r三\n四".encode()).text == "一\n二\n三\n四"
