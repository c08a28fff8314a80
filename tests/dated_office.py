"""An office on a day that the test says."""

from __future__ import annotations

from datetime import date

from planner.office import Office


class DatedOffice(Office):
    """An office whose day can be set."""

    day = date(2028, 1, 5)

    def today(self) -> date:
        return self.day
