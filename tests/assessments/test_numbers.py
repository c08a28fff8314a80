"""Numbers are exact and rounded half up, whatever way a quotient came to be."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assessments.numbers import between, exact, plain, rounded


def test_halves_go_up() -> None:
    assert rounded(Decimal("89.5"), 0) == 90
    assert rounded(Decimal("91.375"), 2) == Decimal("91.38")
    assert rounded(Decimal("-0.125"), 2) == Decimal("-0.13")
    assert rounded(Decimal("1.005"), None) == Decimal("1.005")


@given(st.integers(1, 999), st.integers(1, 999), st.integers(0, 3))
def test_a_quotient_taken_back_rounds_like_the_exact_number(top: int, bottom: int, places: int) -> None:
    with exact():
        there_and_back = Decimal(top) / bottom * bottom / 8
        straight = Decimal(top) / 8
    assert rounded(there_and_back, places) == rounded(straight, places)


def test_limits_take_the_floor_first() -> None:
    assert between(Decimal(12), None, Decimal(10)) == 10
    assert between(Decimal(-3), Decimal(0), None) == 0
    assert between(Decimal(5), None, None) == 5


def test_printed_numbers_have_no_zeros_at_the_end_and_say_when_they_go_on() -> None:
    assert plain(Decimal("8.50")) == "8.5"
    assert plain(Decimal("1E+2")) == "100"
    with exact():
        assert plain(Decimal(2) / 3, 4) == "0.6667…"
        assert plain(Decimal(1) / 3 * 3) == "1"
    assert plain(Decimal("-0.00")) == "0"
