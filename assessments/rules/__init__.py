"""The scoring methods: one file, one small class each. `METHODS` names them all.

To add one: its file, its line here, its test, and its words in `planner/text/methods.py`.
"""

from __future__ import annotations

from assessments.rules.base import Case, Input, Outcome, Peer, Problem, Rating, Rule
from assessments.rules.linear import Linear

__all__ = ["METHODS", "Case", "Input", "Outcome", "Peer", "Problem", "Rating", "Rule"]

_ALL: tuple[type[Rule], ...] = (Linear,)

METHODS: dict[str, type[Rule]] = {rule.method: rule for rule in _ALL}
"""Every method by its standard name."""
