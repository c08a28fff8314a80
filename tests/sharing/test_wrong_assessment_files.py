"""Wrong files of schemes, sheets and results: every error at once, each with its line; nothing half-read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.scheme import Scheme
from planner.findings import Finding
from planner.sharing.results_toml import read_results, write_results
from planner.sharing.scheme_toml import read_scheme, write_scheme
from planner.sharing.sheet_toml import read_sheet
from planner.text import describe, filled, pairs
from tests.sharing.assessment_records import schemes
from tests.sharing.test_assessment_toml import RESULTS, RESULTS_TEXT, SCHEME_TEXT, SHEET_TEXT

Reader = Callable[[bytes, str], tuple[object | None, tuple[Finding, ...]]]


def look(reader: Reader, text: str) -> list[tuple[str, str]]:
    """Code and the text of the line of each finding; the test fails where a record came out."""
    record, findings = reader(text.encode(), "文件.toml")
    assert record is None
    assert findings
    lines = ["", *text.split("\n")]
    for finding in findings:
        chinese, english = pairs()[finding.code]
        assert filled(chinese, finding.arguments)
        assert filled(english, finding.arguments)
    return [(finding.code, lines[finding.where.line or 0].strip()) for finding in findings]


def spoilt(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


WRONG_SCHEMES: list[tuple[str, str, str, str]] = [
    # what stood there, what stands there now, the finding's code, how its line begins
    ("county-scheme/1", "county-scheme/2", "format.newer", "format"),
    ("county-scheme/1", "county-plan/1", "format.other", "format"),
    ('format = "county-scheme/1"\n', "", "format.missing_format", "#"),
    ("year = 2026", "year = 20266", "format.out_of_range", "year"),
    ("cap = 110", 'cap = "110"', "format.bad_word", "cap"),
    ("cap = 110", 'cap = "nothing"', "format.bad_word", "cap"),
    ("cap = 110", "cap = false", "format.want_number", "cap"),
    ("cap = 110", "cap = inf", "format.not_finite", "cap"),
    ("cap = 110", "cap = 1e400", "format.number_size", "cap"),
    ("cap = 110", "cap = １１０", "format.number_form", "cap"),
    ("cap = 110", "cap = 11.0.5", "format.number_form", "cap"),
    ("cap = 110", "cap = 110分", "format.number_form", "cap"),
    ("cap = 110", "limits = { floor = 0 }", "format.unknown_key", "limits"),
    ("cap = 110", "rounding = 2.5", "format.want_whole", "rounding"),
    ("cap = 110", 'rounding = "never"', "format.bad_word", "rounding"),
    ("cap = 110", 'ranked = "false"', "format.want_flag", "ranked"),
    ("cap = 110", "ranked = 1", "format.want_flag", "ranked"),
    ('class = "township"', 'clas = "township"', "format.unknown_key_near", "clas"),
    ('class = "township"\n', "", "format.missing_key", "[units.liuhe]"),
    ('class = "township"', 'class = "township"\nfrom_day = "2026-01-01"', "format.want_day", "from_day"),
    ('class = "township"', 'class = "township"\nfrom_day = 2026-02-30', "format.date_form", "from_day"),
    ("[units.liuhe]", "[units.柳河]", "format.header", "[units.柳河]"),
    ("[units.liuhe]", '[units."柳河"]', "format.bad_id", '[units."柳河"]'),
    ("[units.liuhe]", "[unit.liuhe]", "format.unknown_key_near", "[unit.liuhe]"),
    ('kind = "bonus"', 'kind = "bonuss"', "format.bad_choice_near", "kind"),
    ('kind = "bonus"', 'kind = "加分"', "format.bad_choice", "kind"),
    ('method = "linear"', 'method = "liner"', "format.no_method_near", "method"),
    ('method = "linear"', 'method = "按比例"', "format.no_method_near", "method"),
    ('method = "linear"', 'method = "摇号"', "format.no_method", "method"),
    ('method = "linear"', "method = 3", "format.no_method", "method"),
    ('method = "linear"', 'metod = "linear"', "format.unknown_key_near", "metod"),
    ('method = "linear"\n', "", "format.missing_key", "[indicators.trained.rule]"),
    ("target = 100", "tagret = 100", "format.unknown_key_near", "tagret"),
    ("target = 100", 'target = "100%"', "format.want_number", "target"),
    ("target = 100", "target = nan", "format.not_finite", "target"),
    (
        "[indicators.trained.rule]",
        "[indicators.trained.rules]",
        "format.unknown_key_near",
        "[indicators.trained.rules]",
    ),
    ("[indicators.bonus]", "rule2 = 1\n[indicators.bonus]", "format.unknown_key", "rule2"),
    ('    "县安委办",', '    "县安委办",\n    7,', "format.want_text", "7,"),
    ("[overrides.liuhe.trained]", "[overrides.liuhe]", "format.want_table", "points"),
    ("[overrides.liuhe.trained]\n", "[overrides.liuhe.trained]\norder = 5\n", "format.unknown_key", "order"),
    ('title = "瞒报"', 'title = "瞒\u202e报"', "format.unwanted_character", "title"),
    ('title = "瞒报"', 'title = "瞒\\u001b[31m报"', "format.unwanted_character", "title"),
    ('title = "瞒报"', "title = “瞒报”", "format.chinese_marks", "title"),
    ('effect = "fail"', 'effect = "fail"\neffect = "zero"', "format.twice", "effect"),
    ("[vetoes.hidden]", "[vetoes" + ".x" * 5_000 + "]", "format.too_deep", "[vetoes"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "begins"), WRONG_SCHEMES, ids=[f"{row[2]}-{row[1][:30]}" for row in WRONG_SCHEMES]
)
def test_one_error_of_a_scheme_is_one_finding_in_its_line(old: str, new: str, code: str, begins: str) -> None:
    ((found, line),) = look(read_scheme, spoilt(SCHEME_TEXT, old, new))
    assert found == code
    assert line.startswith(begins)


def test_all_errors_of_a_scheme_come_at_once() -> None:
    text = SCHEME_TEXT
    for old, new in [
        ("year = 2026", "yaer = 2026"),
        ("lower = 80", 'lower = "80"'),
        ('class = "township"', "class = 5"),
        ("points = 40", "points = 四十"),
        ('method = "linear"', 'method = "liner"'),
        ('effect = "fail"', 'effect = "fale"'),
    ]:
        text = spoilt(text, old, new)
    assert [code for code, _ in look(read_scheme, text)] == [
        "format.unknown_key_near",
        "format.want_number",
        "format.want_text",
        "format.needs_quotes",
        "format.no_method_near",
        "format.bad_choice_near",
    ]


def test_the_nearest_method_and_parameter_are_named() -> None:
    _, (method,) = read_scheme(spoilt(SCHEME_TEXT, '"linear"', '"liner"').encode(), "方案.toml")
    assert method.where.path == ("indicators", "trained", "rule", "method")
    assert method.arguments["nearest"] == "linear"
    _, (parameter,) = read_scheme(spoilt(SCHEME_TEXT, "target = ", "tagret = ").encode(), "方案.toml")
    assert parameter.where.path == ("indicators", "trained", "rule", "tagret")
    assert parameter.arguments["nearest"] == "target"


WRONG_SHEETS: list[tuple[str, str, str, str]] = [
    ("county-sheet/1", "county-sheet/7", "format.newer", "format"),
    ("county-sheet/1", "county-scheme/1", "format.other", "format"),
    ('kind = "verified"', 'kind = "verify"', "format.bad_choice_near", "kind"),
    ('scheme = "qinghe2026"\n', "", "format.missing_key", "#"),
    ("value = 90", 'value = "90"', "format.want_number", "value"),
    ("value = 90", "valeu = 90", "format.unknown_key_near", "valeu"),
    ("value = 90", "score = -inf", "format.not_finite", "score"),
    ("done = true", 'done = "是"', "format.want_flag", "done"),
    ("size = 900", "size = 9.5", "format.want_whole", "{ name"),
    ('"赞成" = 7', '"赞成" = "七"', "format.want_number", '"赞成"'),
    ('"赞成" = 7', '"赞\\u202e成" = 7', "format.unwanted_character", "[entries.liuhe.trained.figures]"),
    ("[entries.liuhe.trained]", "[entries.trained]", "format.want_table", "value"),
    ('unit = "liuhe"\n', "", "format.missing_key", "[events.e1]"),
    ("deaths = 1", "deaths = true", "format.want_whole", "deaths"),
    ("[events.e1]", "[events.1]", "format.bad_id", "[events.1]"),
    ("liuhe = 91.2", 'liuhe = "91.2"', "format.want_number", "liuhe"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "begins"), WRONG_SHEETS, ids=[f"{row[2]}-{row[1][:30]}" for row in WRONG_SHEETS]
)
def test_an_error_of_a_sheet_is_found_in_its_line(old: str, new: str, code: str, begins: str) -> None:
    found = look(read_sheet, spoilt(SHEET_TEXT, old, new))
    assert any(each == code and line.startswith(begins) for each, line in found)


WRONG_RESULTS: list[tuple[str, str, str, str]] = [
    ("county-results/1", "county-results/2", "format.newer", "format"),
    ("raw = 9\n", "", "format.missing_key", "[units.liuhe]"),
    ('formula = "90 ÷ 100 × 10"', 'formula = "90 ÷"', "format.bad_formula", "{ code"),
    ('formula = "90 ÷ 100 × 10"', 'formula = "90 ÷ 0"', "format.bad_formula", "{ code"),
    ('formula = "90 ÷ 100 × 10"', 'formula = "import os"', "format.bad_formula", "{ code"),
    ('formula = "90 ÷ 100 × 10"', f'formula = "{"( " * 9_000}"', "format.bad_formula", "{ code"),
    ('formula = "90 ÷ 100 × 10"', 'formula = "round ( 1 , 1e999999999 )"', "format.bad_formula", "{ code"),
    ('formula = "90 ÷ 100 × 10"', 'formula = "round ( 1 , 999999999999 )"', "format.bad_formula", "{ code"),
    ("arguments = { limit = 3 }", "arguments = { limit = [3] }", "format.want_number", "{ code"),
    ('parent = "duty"', 'parent = "duties"', "format.no_owner", "parent"),
    ('parent = "duty"', 'parent = "trained"', "format.inside_itself", "parent"),
    ("[units.liuhe.main]", "[units.liuhe.mian]", "format.unknown_key_near", "[units.liuhe.mian]"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "begins"), WRONG_RESULTS, ids=[f"{row[2]}-{row[1][:30]}" for row in WRONG_RESULTS]
)
def test_an_error_of_results_is_found_in_its_line(old: str, new: str, code: str, begins: str) -> None:
    ((found, line),) = look(read_results, spoilt(RESULTS_TEXT, old, new))
    assert found == code
    assert line.startswith(begins)


def test_scores_inside_each_other_without_end_are_refused() -> None:
    score = '\n[units.liuhe.scores.s{}]\nparent = "s{}"\npoints = 1\nvalue = 1\n'
    chain = "".join(score.format(number, number + 1) for number in range(3_000))
    last = "\n[units.liuhe.scores.s3000]\npoints = 1\nvalue = 1\n"
    assert ("format.inside_itself", 'parent = "s1"') in look(read_results, RESULTS_TEXT + chain + last)


def test_a_ring_of_two_is_refused() -> None:
    ring = '\n[units.liuhe.scores.a]\nparent = "b"\npoints = 1\nvalue = 1\n'
    other = ring.replace(".a]", ".b]").replace('"b"', '"a"')
    codes = [code for code, _ in look(read_results, RESULTS_TEXT + ring + other)]
    assert codes == ["format.inside_itself", "format.inside_itself"]


PUT = [
    "",
    '"',
    '"""',
    "[",
    "]",
    "=",
    "\\",
    "{",
    "\n",
    "。",
    "\x00",
    "[[a]]\n",
    "#",
    "<<<<<<<",
    "true",
    "none",
]


@given(schemes(), st.data())
@settings(max_examples=60)
def test_a_scheme_spoilt_anywhere_never_breaks_the_reader(scheme: Scheme, data: st.DataObject) -> None:
    text = write_scheme(scheme)
    at, cut = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 20))
    wrong = text[:at] + data.draw(st.sampled_from(PUT)) + text[at + cut :]
    record, findings = read_scheme(wrong.encode(), "方案.toml")
    assert (record is None) == bool(findings)
    assert all(describe(finding) for finding in findings)


@given(st.data())
@settings(max_examples=30)
def test_results_spoilt_anywhere_never_break_the_reader(data: st.DataObject) -> None:
    text = write_results(RESULTS)
    at, cut = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 20))
    wrong = text[:at] + data.draw(st.sampled_from(PUT)) + text[at + cut :]
    record, findings = read_results(wrong.encode(), "结果.toml")
    assert (record is None) == bool(findings)
    assert all(describe(finding) for finding in findings)
