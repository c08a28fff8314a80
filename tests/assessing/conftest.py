import pytest

from planner.data import data_folder
from planner.departments import Roster
from planner.sharing.roster import read_roster


@pytest.fixture(scope="session")
def roster() -> Roster:
    data = (data_folder() / "departments" / "county.toml").read_bytes()
    found, findings = read_roster(data, "county.toml")
    assert found is not None, findings
    return found
