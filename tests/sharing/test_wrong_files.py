"""Wrong exchange files: every error at once, each with its line and path; nothing is half-loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.findings import Finding
from planner.plan import Plan
from planner.sharing.guard import LARGEST
from planner.sharing.toml import read_plan, write_plan
from planner.text import describe, filled, pairs
from tests.strategies import plans

GOOD = """\
format = "county-plan/1"
id = "kppppp"
title = "安全生产工作要点"
year = 2026

[sections.ksssss]
title = "总体要求"
order = 1000

[tasks.kttttt]
section = "ksssss"
title = "排查隐患"
order = 1000

[tasks.kttttt.measures.kmmmmm]
text = "开展检查。"
lead = [
    "应急局",
]
targets = [
    { text = "不少于10家", comparison = "at_least", value = 10, unit = "家" },
]
dues = [
    { text = "6月底前", day = 2026-06-30 },
]
order = 1000
"""


def look(text: str | bytes) -> tuple[Finding, ...]:
    """The findings of a wrong file; the test fails where a plan came out."""
    data = text if isinstance(text, bytes) else text.encode()
    plan, findings = read_plan(data, "计划.toml")
    assert plan is None
    assert findings
    for finding in findings:
        chinese, english = pairs()[finding.code]
        assert filled(chinese, finding.arguments)
        assert filled(english, finding.arguments)
    assert all(finding.where.document == "计划.toml" for finding in findings)
    return findings


def brief(text: str | bytes) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.where.line) for finding in look(text)]


def spoilt(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_the_good_file_is_good() -> None:
    plan, findings = read_plan(GOOD.encode(), "计划.toml")
    assert findings == ()
    assert plan is not None
    assert plan.tasks[0].measures[0].duty.lead == ("应急局",)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_windows_line_ends_are_no_errors(data: bytes) -> None:
    assert read_plan(data, "计划.toml") == read_plan(GOOD.encode(), "计划.toml")


WRONG: list[tuple[str, str, str, int]] = [
    # what stood there, what stands there now, the finding's code, its line
    ('format = "county-plan/1"', 'format = "county-plan/2"', "format.newer", 1),
    ('format = "county-plan/1"', 'format = "county-scheme/1"', "format.other", 1),
    ('format = "county-plan/1"', "format = 1", "format.other", 1),
    ('format = "county-plan/1"\n', "", "format.missing_format", 1),
    ("title = ", "titel = ", "format.unknown_key_near", 3),
    ("year = 2026", "year = 2026\nbudget = 5", "format.unknown_key", 5),
    ('title = "总体要求"\n', "", "format.missing_key", 6),
    ("year = 2026", 'year = "2026"', "format.want_whole", 4),
    ("year = 2026", "year = 2026.0", "format.want_whole", 4),
    ("year = 2026", "year = true", "format.want_whole", 4),
    ("year = 2026", "year = 20266", "format.out_of_range", 4),
    ("year = 2026", "year = " + "9" * 5000, "format.number_size", 4),
    ('title = "排查隐患"', "title = 3", "format.want_text", 12),
    ('title = "排查隐患"', 'title = ["排查隐患"]', "format.want_text", 12),
    ('lead = [\n    "应急局",\n]', 'lead = "应急局"', "format.want_list", 17),
    ('    "应急局",', '    "应急局",\n    7,', "format.want_text", 19),
    ("day = 2026-06-30", 'day = "2026-06-30"', "format.want_day", 24),
    ("day = 2026-06-30", "day = 2026-06-30T10:00:00", "format.want_day", 24),
    ("day = 2026-06-30", "day = 2026-09-31", "format.date_form", 24),
    ("day = 2026-06-30", "day = 2026-6-30", "format.date_form", 24),
    ('comparison = "at_least"', 'comparison = "atleast"', "format.bad_choice_near", 21),
    ('comparison = "at_least"', 'comparison = "不少于"', "format.bad_choice", 21),
    ("value = 10", "value = inf", "format.not_finite", 21),
    ("value = 10", "value = -nan", "format.not_finite", 21),
    ("value = 10", "value = 1e999999999", "format.number_size", 21),
    ("value = 10", "value = 1e-99999", "format.number_size", 21),
    ("value = 10", "value = 1e99999999999999999999999", "format.not_finite", 21),
    ("value = 10", 'value = "10"', "format.want_number", 21),
    ('section = "ksssss"', 'section = "kssssx"', "format.no_section_near", 11),
    ('section = "ksssss"', 'section = "z23456"', "format.no_section", 11),
    ("[tasks.kttttt.measures.kmmmmm]", "[tasks.kttttt.measures.kppppp]", "format.id_twice", 15),
    ('id = "kppppp"', 'id = "K 1"', "format.bad_id", 2),
    ("[sections.ksssss]", '[sections."总体"]', "format.bad_id", 6),
    ("[sections.ksssss]", "[section.ksssss]", "format.unknown_key_near", 6),
    ("[sections.ksssss]", "sections = 5\n[other]", "format.want_table", 6),
    ("year = 2026", 'year = 2026\nlevel = "country"', "format.bad_choice_near", 5),
    ("year = 2026", "year = 2026\nyear = 2027", "format.twice", 5),
    ("[tasks.kttttt.measures.kmmmmm]", "[sections.ksssss]", "format.twice", 15),
    ('title = "排查隐患"', 'title = "排查\\u202e隐患"', "format.unwanted_character", 12),
    ('title = "排查隐患"', 'title = "排查\\u0000隐患"', "format.unwanted_character", 12),
    ('title = "排查隐患"', 'title = "排查\u202e隐患"', "format.unwanted_character", 12),
    ('title = "排查隐患"', 'title = "排查\u200b隐患"', "format.unwanted_character", 12),
    ('title = "排查隐患"', 'title = "排查\x00隐患"', "format.unwanted_character", 12),
    ('title = "排查隐患"', 'title = "排查\x1b[31m隐患"', "format.unwanted_character", 12),
    ('title = "排查隐患"', 'title = "排查\\ud800隐患"', "format.backslash", 12),
    ('title = "排查隐患"', 'title = "C:\\计划"', "format.backslash", 12),
    ('title = "排查隐患"', "title = “排查隐患”", "format.chinese_marks", 12),
    ('title = "排查隐患"', 'title ＝ "排查隐患"', "format.chinese_marks", 12),
    ('lead = [\n    "应急局",\n]', 'lead = ["应急局"，"公安局"]', "format.chinese_marks", 17),
    ('title = "排查隐患"', 'title = "排查隐患', "format.quote_open", 12),
    ('title = "排查隐患"', "title = 排查隐患", "format.needs_quotes", 12),
    ('title = "排查隐患"', "title = ", "format.needs_quotes", 12),
    ('title = "排查隐患"', '标题 = "排查隐患"', "format.chinese_key", 12),
    ('title = "排查隐患"', "排查隐患", "format.no_equals", 12),
    ('title = "排查隐患"', 'title = "排查" 隐患', "format.syntax", 12),
    ("[tasks.kttttt]", "[tasks.kttttt", "format.header", 10),
    ("[tasks.kttttt]", "[tasks.任务]", "format.header", 10),
    ('text = "开展检查。"', 'text = """\n开展检查。', "format.quote_open", 16),
    ("year = 2026", "year = 2026\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b", "format.conflict", 5),
    ("year = 2026", "year = 2026\nx" + ".x" * 10_000 + " = 1", "format.too_deep", 5),
    ("year = 2026", "year = 2026\nx = " + "[" * 10_000, "format.too_deep", 5),
    ("year = 2026", "year = 2026\nx = " + "[" * 10_000 + "]" * 10_000, "format.too_deep", 5),
    ("year = 2026", "year = 2026\nx = " + "{a=" * 10_000 + "1" + "}" * 10_000, "format.too_deep", 5),
    ("[tasks.kttttt]", "[tasks" + ".x" * 10_000 + "]", "format.too_deep", 10),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"), WRONG, ids=[f"{row[2]}-{row[1][:30]}" for row in WRONG]
)
def test_one_error_is_one_finding_in_its_line(old: str, new: str, code: str, line: int) -> None:
    found = brief(spoilt(old, new))
    if new.startswith("[sections.") or new.startswith("[section."):
        found = [item for item in found if not item[0].startswith("format.no_section")]
    if "[other]" in new:
        found = found[:1]
    assert found == [(code, line)]


def test_all_errors_come_at_once_in_the_order_of_the_lines() -> None:
    text = (
        spoilt('title = "总体要求"', 'titel = "总体要求"')
        .replace("year = 2026", "year = “2026”")
        .replace('lead = [\n    "应急局",\n]', 'lead = "应急局"')
        .replace("day = 2026-06-30", "day = 2026-6-30")
        .replace('unit = "家"', "unit = 家")
        .replace('section = "ksssss"', 'section = "kssssx"')
    )
    assert brief(text) == [
        ("format.chinese_marks", 4),
        ("format.unknown_key_near", 7),
        ("format.no_section_near", 11),
        ("format.want_list", 17),
        ("format.needs_quotes", 19),
        ("format.date_form", 22),
    ]


@pytest.mark.parametrize("head", ["[tasks.kttttt", "[sections.ksssss"])
def test_errors_after_a_wrong_head_are_found_too(head: str) -> None:
    text = spoilt(head + "]", head).replace('unit = "家"', "unit = 家").replace("year = 2026", "yaer = 2026")
    codes = [code for code, _ in brief(text)]
    assert codes == ["format.unknown_key_near", "format.header", "format.needs_quotes"]


def test_a_line_full_of_unwanted_characters_is_one_finding() -> None:
    assert brief(spoilt("排查隐患", "排\0查\0隐\u202e患")) == [("format.unwanted_character", 12)]


def test_a_finding_names_path_and_nearest_key() -> None:
    (finding,) = look(spoilt("lead = [", "leed = ["))
    assert finding.where.path == ("tasks", "kttttt", "measures", "kmmmmm", "leed")
    assert finding.arguments["nearest"] == "lead"


def test_what_was_found_is_shown_as_it_stands() -> None:
    (finding,) = look(spoilt("year = 2026", 'year = "2026"'))
    assert finding.arguments == {"key": "year", "found": '"2026"'}
    (finding,) = look(spoilt("year = 2026", 'year = ["二〇二六", [1]]'))
    assert finding.arguments["found"] == '[ "二〇二六", … ]'


def test_the_same_id_twice_names_the_other_place() -> None:
    (finding,) = look(spoilt("measures.kmmmmm", "measures.ksssss"))
    assert (finding.code, finding.arguments["other"]) == ("format.id_twice", "sections.ksssss")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD.encode("gb18030"), "format.gbk"),
        (GOOD.encode("utf-16"), "format.utf16"),
        (b"PK\x03\x04\xff\xff\xff", "format.not_utf8"),
        (b"", "format.empty"),
        (b" \n\n", "format.empty"),
        (b"x" * (LARGEST + 1), "format.too_large"),
    ],
)
def test_bytes_that_are_no_text_of_ours_are_refused(data: bytes, code: str) -> None:
    assert [finding.code for finding in look(data)] == [code]


def test_fifty_megabytes_are_refused_before_anything_reads_them() -> None:
    data = (GOOD + "# " + "占" * 17_000_000).encode() + b"\xff"
    (finding,) = look(data)
    assert (finding.code, finding.arguments) == ("format.too_large", {"size": 52, "limit": 3})


def test_a_file_full_of_errors_is_cut_and_says_so() -> None:
    findings = look(GOOD + "".join(f"key{number} = 1\n" for number in range(2_000)))
    assert len(findings) == 101
    assert (findings[-1].code, findings[-1].arguments) == ("format.more_errors", {"count": 1_900})


def test_a_conflict_inside_a_long_text_is_seen() -> None:
    wrong = 'text = """\n<<<<<<< HEAD\n开展检查。\n=======\n开展排查。\n>>>>>>> b\n"""'
    assert brief(spoilt('text = "开展检查。"', wrong)) == [("format.conflict", 17)]


def test_every_word_of_the_format_is_used_and_every_used_word_exists() -> None:
    room = Path(read_plan.__code__.co_filename).parent
    source = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    known = {key for key in pairs() if key.startswith("format.")}
    assert {key for key in known if f'"{key}"' not in source} == set()


@given(plans(max_tasks=2), st.data())
@settings(max_examples=60)
def test_a_file_spoilt_anywhere_gives_a_plan_or_findings_and_never_breaks(
    plan: Plan, data: st.DataObject
) -> None:
    text = write_plan(plan)
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 20))
    put = data.draw(
        st.sampled_from(
            ["", '"', '"""', "[", "]", "=", "\\", "{", "\n", "。", "\x00", "[[a]]\n", "#", "<<<<<<<"]
        )
    )
    loaded, findings = read_plan((text[:at] + put + text[at + cut :]).encode(), "计划.toml")
    assert (loaded is None) == bool(findings)
    assert all(describe(finding) for finding in findings)
