"""The way of one class from totals to its standing, in stages.

A veto may look at what other vetoes have already changed: one by a total at the totals after the vetoes by
events, one by a place at the ranking after those, one by a grade at the grades after all of them. Each veto
is looked at once, in its stage, so that there is no circle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from assessments.derivation import Step
from assessments.numbers import exact
from assessments.results import Results, UnitResult
from assessments.scheme import Scheme, UnitClass
from assessments.sheet import Event
from assessments.standing.awards import Contender, awards_of
from assessments.standing.grades import graded, ladder
from assessments.standing.ground import Ground
from assessments.standing.quotas import shared_out
from assessments.standing.ranking import competition, keys_of, steps_of
from assessments.standing.totals import concluded, folding
from assessments.standing.vetoes import STAGES, Held, found, is_out, mandatory_missed, vetoes_of

_Marks: TypeAlias = dict[str, tuple[Held, ...]]


def settle(
    scheme: Scheme,
    unit_class: UnitClass,
    drafts: tuple[UnitResult, ...],
    events: Mapping[str, tuple[Event, ...]],
    earlier: Results | None,
) -> tuple[UnitResult, ...]:
    """The final results of one class, in the order of the drafts.

    A draft has `main`, `periods`, `missing`, and `raw`: the total before vetoes, the class's limits and
    rounding, to which its `steps` lead. `events` are all events by unit, those of other years too: the window
    is applied here, because concealed accidents are looked for in years before it; units may be left out.
    `earlier` are last year's results.

    The result has `raw` after vetoes and limits, `total` rounded, the steps that lead there, marks (a missed
    mandatory item's mark names the indicator instead of a veto), rank, grade, awards and the folded total;
    `grade_steps` tell rank, grade and awards in this order. Hand-over units and units that did not exist in
    the year come back as they came: not ranked, not graded. A vetoed unit keeps the rank of its total.
    """
    with exact():
        ground = Ground.of(scheme, unit_class, events, earlier)
        standing = tuple(draft for draft in drafts if ground.stands(draft.unit))
        held: _Marks = {draft.unit: mandatory_missed(ground, draft) for draft in standing}
        for stage in STAGES:
            vetoes = vetoes_of(ground, stage)
            if vetoes:
                more = found(ground, vetoes, _settled(ground, standing, held))
                held = {unit: (*held[unit], *more[unit]) for unit in held}
        done = _settled(ground, standing, held)
        return tuple(done.get(draft.unit, draft) for draft in drafts)


def _settled(ground: Ground, drafts: tuple[UnitResult, ...], held: _Marks) -> dict[str, UnitResult]:
    """Totals, ranks, grades and awards of the units with what is known of their vetoes."""
    unit_class = ground.unit_class
    results = {draft.unit: concluded(unit_class, draft, held[draft.unit]) for draft in drafts}
    keys = keys_of(ground, results.values())
    ranks = competition(keys)
    grades = ladder(unit_class)
    places = {unit: graded(ground, grades, result, held[unit]) for unit, result in results.items()}
    places = shared_out(grades, places, ranks)
    contenders = tuple(
        Contender(unit, ranks[unit], result.total)
        for unit, result in results.items()
        if not is_out(held[unit])
    )
    awards = awards_of(unit_class, contenders)
    rank_steps = steps_of(ground, keys, ranks) if unit_class.ranked else {}
    done: dict[str, UnitResult] = {}
    for unit, result in results.items():
        place = places[unit].place
        taken = awards.get(unit, ())
        steps = (
            *rank_steps.get(unit, ()),
            *places[unit].steps,
            *(step for _, step in taken),
            *_kept_out(unit_class, result, held[unit]),
        )
        fold = folding(unit_class, result.total)
        done[unit] = replace(
            result,
            rank=ranks[unit] if unit_class.ranked else None,
            grade=grades[place].id if place is not None else "",
            grade_steps=steps,
            awards=tuple(id for id, _ in taken),
            folded=fold.value if fold is not None else None,
        )
    return done


def _kept_out(unit_class: UnitClass, result: UnitResult, held: tuple[Held, ...]) -> tuple[Step, ...]:
    if not unit_class.awards or not is_out(held):
        return ()
    return (Step("why.award_kept_out", result.total),)
