"""One body under several names is told among the names of others."""

import pytest

from planner.departments import Roster, among

UNITS = ("县应急管理局", "县公安局", "县公安局交警大队", "县住房和城乡建设局", "柳河镇", "东山乡")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("住建局", ("县住房和城乡建设局",)),
        ("应急局", ("县应急管理局",)),
        ("公安局", ("县公安局",)),
        ("县公安局", ("县公安局",)),
        ("财政局", ()),
        ("柳河镇", ()),
        ("各乡镇", ()),
        ("没有的局", ()),
    ],
)
def test_only_the_name_of_the_same_body_is_taken(words: str, meant: tuple[str, ...], roster: Roster) -> None:
    assert among(words, UNITS, roster) == meant
