"""Figures that cannot lie below nothing: counts and amounts, but not changes, balances and temperatures."""

from __future__ import annotations

from decimal import Decimal

from assessments.numbers import ZERO
from assessments.rules.base import Input
from assessments.scheme import Indicator
from assessments.sheet import Entry

_AMOUNTS = frozenset(
    f"input.{name}"
    for name in ("count", "finished", "unfinished", "of_all", "quota", "loss", "baseline", "valid_votes")
)
_YEARS = frozenset(
    f"input.{name}"
    for name in ("this_year", "last_year", "two_years_ago", "three_years_ago", "four_years_ago")
)
_MAY_FALL = (
    "增速",
    "增幅",
    "增长",
    "增减",
    "涨",
    "降幅",
    "下降率",
    "降低率",
    "变化",
    "变动",
    "升降",
    "净",
    "利润",
    "盈亏",
    "差额",
    "温",
    "growth",
    "change",
    "net ",
    "profit",
    "balance",
    "temperature",
)
"""Words for what may be below nothing in a year. Where an item has one of them, nothing is refused: a figure
that cannot be entered would be worse than one that must be looked at."""


def below_nothing(indicator: Indicator, entry: Entry) -> Decimal | None:
    """The first figure of an entry that is below 0 though it counts or measures something; None without one.

    What is compared with other years is taken for a count or an amount unless the item's title or text speaks
    of a change (office's rule).
    """
    inputs = indicator.rule.inputs() if indicator.rule is not None else ()
    for asked in inputs:
        figure = entry.value if asked.name == "value" else entry.figures.get(asked.name)
        if figure is not None and figure < ZERO and _is_amount(asked, indicator):
            return figure
    return None


def _is_amount(asked: Input, indicator: Indicator) -> bool:
    if asked.kind == "count" or asked.label in _AMOUNTS:
        return True
    words = f"{indicator.title} {indicator.text}".casefold()
    return asked.label in _YEARS and not any(word in words for word in _MAY_FALL)
