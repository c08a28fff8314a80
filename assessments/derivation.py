"""How a number came to be: steps that a person with a calculator can repeat.

A step's `formula` is the arithmetic as it is printed, token by token: numbers, the signs + - × ÷ ( ) and the
words min, max, round, floor (whole part) and ceil (a part counts whole) with arguments between commas.
`worth` reads it as the calculator would; its result is the step's value. The last step of a derivation has
the number that is explained.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from assessments.numbers import digits, exact, rounded, whole

Token: TypeAlias = Decimal | str
Formula: TypeAlias = tuple[Token, ...]
FUNCTIONS = frozenset({"min", "max", "round", "floor", "ceil"})


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a derivation.

    `code` is the catalogue's key of its words ("why.linear"), `arguments` fill them (numbers as Decimal, so
    that they are printed alike everywhere). A step without a formula states a number that was given.
    """

    code: str
    value: Decimal
    formula: Formula = ()
    arguments: Mapping[str, str | int | Decimal] = field(default_factory=dict)


def capped(code: str, value: Decimal, cap: Decimal, **arguments: str | int | Decimal) -> Step:
    """The step that keeps a number from being above `cap`."""
    return Step(code, min(value, cap), ("min", "(", value, ",", cap, ")"), {"limit": cap, **arguments})


def floored(code: str, value: Decimal, floor: Decimal, **arguments: str | int | Decimal) -> Step:
    """The step that keeps a number from being below `floor`."""
    return Step(code, max(value, floor), ("max", "(", value, ",", floor, ")"), {"limit": floor, **arguments})


def rounding(code: str, value: Decimal, places: int, **arguments: str | int | Decimal) -> Step:
    """The step that rounds half up at `places` digits after the point."""
    places = digits(places)
    done = rounded(value, places)
    return Step(code, done, ("round", "(", value, ",", Decimal(places), ")"), {"places": places, **arguments})


def added(values: tuple[Decimal, ...]) -> Formula:
    """The formula of a sum; a negative number is taken away."""
    tokens: list[Token] = []
    for value in values:
        if tokens:
            tokens += ["-" if value < 0 else "+", abs(value)]
        else:
            tokens.append(value)
    return tuple(tokens) or (Decimal(0),)


def worth(formula: Formula) -> Decimal:
    """What a calculator gives for a formula; ValueError where it is none."""
    tokens = iter((*formula, ""))
    with exact():
        reader = _Reader(tokens)
        value = reader.sum()
        if reader.next != "":
            raise ValueError(f"no formula: {formula}")
        return value


class _Reader:
    """Reads a formula from left to right: sums of products of numbers, brackets and functions."""

    def __init__(self, tokens: Iterator[Token]) -> None:
        self._tokens = tokens
        self.next: Token = next(tokens)

    def _take(self) -> Token:
        taken = self.next
        self.next = next(self._tokens, "")
        return taken

    def sum(self) -> Decimal:
        value = self._product()
        while self.next in ("+", "-"):
            value = value + self._product() if self._take() == "+" else value - self._product()
        return value

    def _product(self) -> Decimal:
        value = self._single()
        while self.next in ("×", "÷"):
            value = value * self._single() if self._take() == "×" else value / self._single()
        return value

    def _single(self) -> Decimal:
        taken = self._take()
        if isinstance(taken, Decimal):
            return taken
        if taken == "(":
            value = self.sum()
            self._expect(")")
            return value
        if taken in FUNCTIONS:
            return self._function(taken)
        raise ValueError(f"no number: {taken!r}")

    def _function(self, name: str) -> Decimal:
        self._expect("(")
        values = [self.sum()]
        while self.next == ",":
            self._take()
            values.append(self.sum())
        self._expect(")")
        if name == "round":
            places = digits(int(values[1]))
            if values[1:] != [places]:
                raise ValueError(f"no number of places: {values[1:]}")
            return rounded(values[0], places)
        if name in ("floor", "ceil"):
            return whole(values[0], up=name == "ceil")
        return min(values) if name == "min" else max(values)

    def _expect(self, sign: str) -> None:
        if self._take() != sign:
            raise ValueError(f"{sign!r} is missing")
