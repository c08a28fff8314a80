"""The built-in roster itself."""

from collections import defaultdict

from planner.departments import KINDS, Roster
from planner.plan import Level
from planner.sharing.roster import read_roster, write_roster

LEVELS: tuple[Level, ...] = ("state", "province", "city", "county")


def test_the_roster_holds_the_bodies_of_a_county(roster: Roster) -> None:
    living = [held for held in roster if held.abolished is None]
    assert len(living) >= 90
    assert {held.kind for held in living} == set(KINDS)


def test_no_name_means_two_bodies(roster: Roster) -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for held in roster:
        for name in (*held.also, *(name for level in LEVELS for name in held.names_at(level))):
            holders[name].add(held.id)
    assert {name: ids for name, ids in holders.items() if len(ids) > 1} == {}


def test_no_body_holds_a_name_twice(roster: Roster) -> None:
    for held in roster:
        county = (held.name, *held.short, *held.also)
        assert len(county) == len(set(county)), held.id


def test_the_built_in_roster_survives_being_written_and_read(roster: Roster) -> None:
    assert read_roster(write_roster(roster).encode(), "again.toml") == (roster, ())
