"""The scoring methods: one file, one small class each. `METHODS` names them all.

To add one: its file, its line here, its test, and its words in `planner/text/methods.py`.
"""

from __future__ import annotations

from assessments.rules.add import Add
from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.bands import Bands
from assessments.rules.base import Case, Input, Outcome, Peer, Problem, Rating, Rule, reckoned
from assessments.rules.baseline import Baseline
from assessments.rules.control_quota import ControlQuota
from assessments.rules.deduct import Deduct
from assessments.rules.delay import Delay
from assessments.rules.given import Given
from assessments.rules.imported import Imported
from assessments.rules.linear import Linear
from assessments.rules.panel import Panel
from assessments.rules.proportion_of_first import ProportionOfFirst
from assessments.rules.quota_and_excess import QuotaAndExcess
from assessments.rules.rank_movement import RankMovement
from assessments.rules.rank_points import RankPoints
from assessments.rules.survey import Survey
from assessments.rules.third_party import ThirdParty
from assessments.rules.threshold import Threshold
from assessments.rules.unfinished_share import UnfinishedShare
from assessments.rules.votes import Votes
from assessments.rules.year_on_year import YearOnYear

__all__ = ["METHODS", "Case", "Input", "Outcome", "Peer", "Problem", "Rating", "Rule", "reckoned"]

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
    Add,
    Deduct,
    Given,
    Imported,
    Panel,
    ProportionOfFirst,
    QuotaAndExcess,
    RankMovement,
    RankPoints,
    Survey,
    ThirdParty,
    Votes,
)

METHODS: dict[str, type[Rule]] = {rule.method: rule for rule in _ALL}
"""Every method by its standard name."""
