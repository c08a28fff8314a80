"""The office's own roster."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.departments import (
    Department,
    Roster,
    abolish,
    add,
    current_name,
    overlay,
    own_part,
    put,
    remove,
    rename,
    resolve,
    search,
)


def test_an_added_body_is_found_by_name_and_initials(roster: Roster) -> None:
    changed, made = add(roster, "低空经济发展局", short=["低空局"], field="低空经济", hand="k")
    assert made.id.startswith("k")
    assert changed.departments[-1] == made
    match = resolve("县低空局", changed)
    assert match is not None
    assert match.department == made
    assert search("dkj", changed)[0] == made
    assert made.id not in roster


def test_a_renamed_body_still_answers_to_its_old_names(roster: Roster) -> None:
    changed = rename(roster, "industry", "科技和工业信息化局", ["科工局"])
    held = changed.department("industry")
    assert (held.name, held.short) == ("科技和工业信息化局", ("科工局",))
    for name in ("县科工局", "县工信局", "县工业和信息化局"):
        match = resolve(name, changed)
        assert match is not None
        assert match.department == held
    assert search("kgj", changed)[0] == held


def test_an_abolished_body_leads_to_its_successor(roster: Roster) -> None:
    changed = abolish(roster, "investment", 2026, "commerce")
    assert current_name("县招商局", 2025, changed).name == "县招商局"
    assert current_name("县招商局", 2026, changed).name == "县商务局"


def test_a_succession_cannot_run_in_a_ring(roster: Roster) -> None:
    with pytest.raises(ValueError, match="poverty-old"):
        abolish(roster, "agriculture", 2026, "poverty-old")
    with pytest.raises(ValueError, match="commerce"):
        abolish(roster, "commerce", 2026, "commerce")


def test_a_removed_body_is_gone_and_stays_gone_over_the_base(roster: Roster) -> None:
    changed = remove(roster, "tobacco")
    assert resolve("县烟草局", changed) is None
    assert resolve("县烟草局", overlay(roster, own_part(changed, roster))) is None
    with pytest.raises(KeyError):
        remove(changed, "tobacco")


def test_what_was_removed_can_be_put_back(roster: Roster) -> None:
    changed = put(remove(roster, "tobacco"), roster.department("tobacco"))
    assert changed == roster


def test_the_own_part_holds_only_what_differs(roster: Roster) -> None:
    assert own_part(roster, roster) == Roster()
    changed, made = add(rename(roster, "industry", "科工局"), "低空经济发展局")
    own = own_part(changed, roster)
    assert {held.id for held in own} == {"industry", made.id}
    assert overlay(roster, own) == changed


IDS = st.sampled_from(["a", "b", "c", "d"])
DEPARTMENTS = st.builds(
    Department, id=IDS, name=st.sampled_from(["甲局", "乙局", "丙局"]), order=st.integers(1, 3)
)
BASES = st.lists(DEPARTMENTS, unique_by=lambda held: held.id).map(lambda held: Roster(tuple(held)))


@settings(max_examples=200)
@given(base=BASES, whole=BASES)
def test_laying_the_own_part_over_its_base_gives_the_whole(base: Roster, whole: Roster) -> None:
    assert overlay(base, own_part(whole, base)) == whole
