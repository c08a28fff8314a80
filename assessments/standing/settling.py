"""The way of one class from totals to its standing, in stages.

A veto may look at what other vetoes have already changed: one by a total at the totals after the vetoes by
events, one by a place at the ranking after those, one by a grade at the grades after all of them. Each veto
is looked at once, in its stage, so that there is no circle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from assessments.derivation import Step
from assessments.numbers import exact
from assessments.results import Results, UnitResult
from assessments.scheme import Award, Grade, Scheme, UnitClass
from assessments.sheet import Event
from assessments.standing import awards, quotas, ranking
from assessments.standing.grades import Graded, graded, ladder
from assessments.standing.ground import Ground
from assessments.standing.totals import concluded, folding
from assessments.standing.vetoes import STAGES, Held, found, is_out, mandatory_missed, vetoes_of

_Events: TypeAlias = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    """The vetoes that follow from a unit's own draft and events, whatever the others did."""

    draft: UnitResult
    events: _Events
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class _Alone:
    """A unit with its vetoes, before it is set beside the others."""

    draft: UnitResult
    held: tuple[Held, ...]
    result: UnitResult
    key: ranking.Key
    graded: Graded


class _Beside(NamedTuple):
    """What the others of the class make of a unit."""

    rank: ranking.Rank
    quotas: tuple[quotas.Decision, ...]
    awards: tuple[Award, ...]


@dataclass(frozen=True, slots=True)
class _Done:
    alone: _Alone
    beside: _Beside
    result: UnitResult


@dataclass(frozen=True, slots=True)
class _Known:
    """What an earlier settling of the same class found, by unit. It holds while its grounds are the same."""

    facts: Mapping[str, _Facts]
    done: Mapping[str, _Done]


@dataclass(frozen=True, slots=True)
class Standing:
    """A settled class, which can be settled again with other drafts: only what differs is worked out anew.

    `results` are the final results in the order of the drafts.
    """

    results: tuple[UnitResult, ...]
    _ground: Ground
    _known: _Known

    @classmethod
    def of(
        cls,
        scheme: Scheme,
        unit_class: UnitClass,
        drafts: tuple[UnitResult, ...],
        events: Mapping[str, _Events],
        earlier: Results | None,
    ) -> Standing:
        """The class settled in full; see `settle` for what goes in."""
        return _settled(Ground.of(scheme, unit_class, events, earlier), drafts, _Known({}, {}))

    def again(self, drafts: tuple[UnitResult, ...], events: Mapping[str, _Events]) -> Standing:
        """The same class with these drafts and events; equal to settling it in full.

        A draft or a unit's events that are the very same as before are not looked at again.
        """
        return _settled(replace(self._ground, events=events), drafts, self._known)


def settle(
    scheme: Scheme,
    unit_class: UnitClass,
    drafts: tuple[UnitResult, ...],
    events: Mapping[str, _Events],
    earlier: Results | None,
) -> tuple[UnitResult, ...]:
    """The final results of one class, in the order of the drafts.

    A draft has `main`, `periods`, `missing`, and `raw`: the total before vetoes, the class's limits and
    rounding, to which its `steps` lead. `events` are all events by unit, those of other years too: the window
    is applied here, because concealed accidents are looked for in years before it; units may be left out.
    `earlier` are last year's results; with their own `former` grades they tell of the years before.

    The result has `raw` after vetoes and limits, `total` rounded, the steps that lead there, marks (a missed
    mandatory item's mark names the indicator instead of a veto), rank, grade, awards and the folded total;
    a unit with missing items has a rank so far, but no grade and no award, and no veto by a total or a place;
    `grade_steps` tell rank, grade, awards and folding in this order. Hand-over units and units that did not
    exist in the year come back as they came: not ranked, not graded. A vetoed unit keeps the rank of its
    total.
    """
    return Standing.of(scheme, unit_class, drafts, events, earlier).results


def _settled(ground: Ground, drafts: tuple[UnitResult, ...], known: _Known) -> Standing:
    with exact():
        standing = {draft.unit: draft for draft in drafts if ground.stands(draft.unit)}
        facts = _facts(ground, standing, known)
        held = {unit: each.held for unit, each in facts.items()}
        done = known.done
        for stage in STAGES[1:]:
            vetoes = vetoes_of(ground, stage)
            if vetoes:
                done = _stood(ground, standing, held, done)
                more = found(ground, vetoes, {unit: each.result for unit, each in done.items()})
                held = {unit: (*held[unit], *more[unit]) for unit in held}
        done = _stood(ground, standing, held, done)
        results = tuple(done[draft.unit].result if draft.unit in done else draft for draft in drafts)
        return Standing(results, ground, _Known(facts, done))


def _facts(ground: Ground, drafts: Mapping[str, UnitResult], known: _Known) -> dict[str, _Facts]:
    vetoes = vetoes_of(ground, STAGES[0])
    facts: dict[str, _Facts] = {}
    for unit, draft in drafts.items():
        events = ground.events.get(unit, ())
        held = known.facts.get(unit)
        if held is None or held.draft is not draft or held.events != events:
            by_veto = found(ground, vetoes, {unit: draft})[unit] if vetoes else ()
            held = _Facts(draft, events, (*mandatory_missed(ground, draft), *by_veto))
        facts[unit] = held
    return facts


def _stood(
    ground: Ground,
    drafts: Mapping[str, UnitResult],
    held: Mapping[str, tuple[Held, ...]],
    known: Mapping[str, _Done],
) -> dict[str, _Done]:
    """Totals, ranks, grades and awards of the units with what is known of their vetoes."""
    grades = ladder(ground.unit_class)
    alone: dict[str, _Alone] = {}
    for unit, draft in drafts.items():
        former = known.get(unit)
        if former is not None and former.alone.draft is draft and former.alone.held == held[unit]:
            alone[unit] = former.alone
        else:
            alone[unit] = _alone(ground, grades, draft, held[unit])
    ranks = ranking.ranked({unit: each.key for unit, each in alone.items()})
    decisions = quotas.shared_out(grades, {unit: each.graded for unit, each in alone.items()}, ranks)
    taken = awards.awards_of(ground.unit_class, _contenders(alone, ranks))
    done: dict[str, _Done] = {}
    for unit, each in alone.items():
        beside = _Beside(ranks[unit], decisions.get(unit, ()), taken.get(unit, ()))
        former = known.get(unit)
        if former is not None and former.alone is each and former.beside == beside:
            done[unit] = former
        else:
            done[unit] = _Done(each, beside, _finished(ground, grades, each, beside))
    return done


def _alone(ground: Ground, grades: tuple[Grade, ...], draft: UnitResult, held: tuple[Held, ...]) -> _Alone:
    result = concluded(ground.unit_class, draft, held)
    key = ranking.key_of(ground, result)
    return _Alone(draft, held, result, key, graded(ground, grades, result, held))


def _contenders(
    alone: Mapping[str, _Alone], ranks: Mapping[str, ranking.Rank]
) -> tuple[awards.Contender, ...]:
    return tuple(
        awards.Contender(unit, ranks[unit].rank, each.key[0])
        for unit, each in alone.items()
        if not is_out(each.held) and not each.draft.missing
    )


def _finished(ground: Ground, grades: tuple[Grade, ...], alone: _Alone, beside: _Beside) -> UnitResult:
    unit_class, result = ground.unit_class, alone.result
    place = beside.quotas[-1].to if beside.quotas else alone.graded.place
    rank = beside.rank.rank
    steps: list[Step] = []
    if unit_class.ranked:
        steps += ranking.steps_of(ground, alone.key, beside.rank)
    steps += alone.graded.steps
    steps += (quotas.step_of(grades, each, alone.graded.figure) for each in beside.quotas)
    steps += (awards.step_of(each, rank, result.total) for each in beside.awards)
    if unit_class.awards and is_out(alone.held):
        steps.append(Step("why.award_kept_out", result.total))
    fold = folding(unit_class, alone.draft, alone.held)
    steps += fold
    return replace(
        result,
        rank=rank if unit_class.ranked else None,
        grade=grades[place].id if place is not None else "",
        grade_steps=tuple(steps),
        awards=tuple(each.id for each in beside.awards),
        folded=fold[-1].value if fold else None,
        former=ground.former.get(result.unit, ()),
    )
