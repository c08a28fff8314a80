"""Every worked case of the rules' collection has a test that names it."""

import re
from pathlib import Path

CASES = range(1, 35)
NAMES = re.compile(r"^def (test_\w+)\(", re.MULTILINE)


def test_no_worked_case_is_left_out() -> None:
    files = sorted(Path(__file__).parent.glob("test_*.py"))
    names = [name for file in files for name in NAMES.findall(file.read_text("utf-8"))]
    named = {int(number) for name in names for number in re.findall(r"_t(\d+)(?=_)", name)}
    assert sorted(set(CASES) - named) == []
