"""The scoring methods: one file, one small class each. `METHODS` names them all.

To add one: its file, its line here, its test, and its words in `planner/text/methods.py`.
"""

from __future__ import annotations

from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.bands import Bands
from assessments.rules.base import Case, Input, Outcome, Peer, Problem, Rating, Rule
from assessments.rules.baseline import Baseline
from assessments.rules.control_quota import ControlQuota
from assessments.rules.delay import Delay
from assessments.rules.linear import Linear
from assessments.rules.threshold import Threshold
from assessments.rules.unfinished_share import UnfinishedShare
from assessments.rules.year_on_year import YearOnYear

__all__ = ["METHODS", "Case", "Input", "Outcome", "Peer", "Problem", "Rating", "Rule"]

_ALL: tuple[type[Rule], ...] = (
    AllOrNothing,
    Bands,
    Linear,
    UnfinishedShare,
    Threshold,
    Baseline,
    YearOnYear,
    ControlQuota,
    Delay,
)

METHODS: dict[str, type[Rule]] = {rule.method: rule for rule in _ALL}
"""Every method by its standard name."""
