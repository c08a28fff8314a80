"""Points are shared out exactly, in steps, and a greater weight never gets less."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.assessing.weighing import share_out

weights = st.lists(st.integers(1, 60).map(lambda n: Fraction(n, 12)), min_size=1, max_size=60)


@given(weights, st.sampled_from([Decimal(100), Decimal(1000), Decimal(60), Decimal("33.3")]))
def test_the_shares_sum_to_the_scale_and_keep_the_order_of_the_weights(
    held: list[Fraction], scale: Decimal
) -> None:
    shares = share_out(held, scale)
    assert sum(shares) == scale
    assert min(shares) > 0
    for one, share in zip(held, shares, strict=True):
        assert all(share > lesser for weight, lesser in zip(held, shares, strict=True) if weight < one)


@given(weights)
def test_equal_weights_are_at_most_one_step_apart(held: list[Fraction]) -> None:
    shares = share_out(held, Decimal(100))
    by_weight: dict[Fraction, set[Decimal]] = {}
    for weight, share in zip(held, shares, strict=True):
        by_weight.setdefault(weight, set()).add(share)
    assert all(max(each) - min(each) <= Decimal("0.5") for each in by_weight.values())


def test_the_first_of_equals_gets_what_is_left() -> None:
    assert share_out([Fraction(1)] * 3, Decimal(100)) == (Decimal("33.5"), Decimal("33.5"), Decimal("33"))


@pytest.mark.parametrize(
    ("count", "step"), [(3, "0.5"), (200, "0.5"), (201, "0.1"), (1000, "0.1"), (1001, "0.01")]
)
def test_a_finer_step_is_taken_where_the_coarse_one_would_leave_somebody_nothing(
    count: int, step: str
) -> None:
    shares = share_out([Fraction(1)] * count, Decimal(100))
    assert min(shares) > 0
    assert all(share % Decimal(step) == 0 for share in shares)


def test_nobody_gets_nothing_of_nothing() -> None:
    assert share_out([], Decimal(100)) == ()
