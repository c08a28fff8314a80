"""Several marks, each with its weight, made one: rates of a survey, voices of a third party."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, TypeAlias

from assessments.derivation import Formula, Step, Token
from assessments.numbers import ZERO, total
from assessments.rules.base import Case, Input, Outcome, Problem
from assessments.rules.doubts import doubt

WhereMissing: TypeAlias = Literal["missing", "rescale"]
"""A mark that was not observed makes the whole missing, or its weight goes to the others."""


def weighed(marks: Mapping[str, Decimal], weights: Mapping[str, Decimal], code: str) -> Step:
    """The weighted mean of at least one mark: Σ mark × weight ÷ Σ weight, the heaviest first."""
    order = sorted(marks, key=lambda name: (-weights[name], name))
    heavy = total(weights[name] for name in order)
    tokens: list[Token] = []
    for name in order:
        tokens += ["+" if tokens else "(", marks[name], "×", weights[name]]
    formula: Formula = (*tokens, ")", "÷", heavy)
    value = total(marks[name] * weights[name] for name in order) / heavy
    return Step(code, value, formula, {"parts": "、".join(order)})


def observed(
    case: Case, weights: Mapping[str, Decimal], where_missing: WhereMissing, out_of: Decimal
) -> tuple[dict[str, Decimal], Outcome | None]:
    """The marks by part, or what is wrong: one that lacks, or one outside 0 to `out_of`."""
    held = {name: case.figure(name) for name in weights} if weights else {"value": case.figure("value")}
    marks = {name: mark for name, mark in held.items() if mark is not None}
    lacking = tuple(name for name in held if name not in marks)
    weightless = not total(weights[name] for name in marks) if weights else not marks
    if (lacking and where_missing == "missing") or weightless:
        return {}, Outcome(None, missing=lacking or tuple(held))
    outside = tuple(name for name, mark in marks.items() if not ZERO <= mark <= out_of)
    if outside:
        told = tuple(
            doubt("doubt.outside_scale", name="" if name == "value" else name, mark=marks[name], scale=out_of)
            for name in outside
        )
        return {}, Outcome(None, missing=outside, doubts=told)
    return marks, None


def asked(weights: Mapping[str, Decimal], where_missing: WhereMissing, label: str) -> tuple[Input, ...]:
    """One mark, or one for each part."""
    if not weights:
        return (Input("value", "number", label),)
    return tuple(Input(name, "number", required=where_missing == "missing") for name in weights)


def folded(value: Decimal, out_of: Decimal, points: Decimal) -> Step:
    """The step that brings a mark from its own scale to the points."""
    formula: Formula = (value, "÷", out_of, "×", points)
    return Step("why.to_points", value / out_of * points, formula, {"scale": out_of})


def problems_of(weights: Mapping[str, Decimal], name: str) -> Iterator[Problem]:
    """Weights below nothing, or nothing all together."""
    for part, weight in weights.items():
        if weight < ZERO:
            yield Problem(f"{name}.{part}", "rule.negative")
    if weights and total(weights.values()) <= ZERO:
        yield Problem(name, "rule.weights_of_nothing")
