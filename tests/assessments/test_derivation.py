"""A formula is what a person types into a calculator, and gives what the calculator gives."""

from decimal import Decimal as D

import pytest

from assessments.derivation import Formula, added, capped, floored, rounding, worth


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ((D(88), "÷", D(90), "×", D(100)), D(88) / 90 * 100),
        ((D(2), "+", D(3), "×", D(4)), D(14)),
        (("(", D(2), "+", D(3), ")", "×", D(4), "-", D(1)), D(19)),
        (("min", "(", D(12), ",", D(10), ")"), D(10)),
        (("max", "(", D(-3), ",", D(0), ",", D(-1), ")"), D(0)),
        (("floor", "(", D("3.5"), ")"), D(3)),
        (("ceil", "(", D("3.5"), ")", "×", D(2)), D(8)),
        (("round", "(", D("91.375"), ",", D(2), ")"), D("91.38")),
    ],
)
def test_formulas(formula: Formula, value: D) -> None:
    assert abs(worth(formula) - value) < D("1e-20")


@pytest.mark.parametrize("formula", [(), (D(1), "+"), ("(", D(1)), (D(1), D(2)), ("sin", "(", D(1), ")")])
def test_what_is_no_formula_is_refused(formula: Formula) -> None:
    with pytest.raises(ValueError, match=r"."):
        worth(formula)


def test_made_steps_say_what_they_do() -> None:
    for step in (
        capped("x", D(12), D(10)),
        floored("x", D(-3), D(0)),
        rounding("x", D("89.5"), 0),
    ):
        assert worth(step.formula) == step.value
    assert worth(added((D(3), D(-5), D("0.5")))) == D("-1.5")
    assert worth(added(())) == 0


@pytest.mark.parametrize(("asked", "kept"), [(-3, 0), (2, 2), (10**6, 20)])
def test_a_rounding_keeps_only_digits_that_there_can_be(asked: int, kept: int) -> None:
    step = rounding("why.round", D("12.345"), asked)
    assert step.arguments["places"] == kept
    assert worth(step.formula) == step.value


@pytest.mark.parametrize("places", ["-1", "0.5", "21", "1e19"])
def test_a_formula_with_other_digits_is_none(places: str) -> None:
    with pytest.raises(ValueError, match="places"):
        worth(("round", "(", D(1), ",", D(places), ")"))
