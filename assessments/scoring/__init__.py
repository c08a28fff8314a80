"""From scheme and sheets to results. `score` does it in full, a `Board` again and again while cells change.

One indicator of one unit goes: rule or hand-given score, late evidence, floor and cap, folding to its points,
rounding (`leaf`, `closing`); items that do not apply (`not_applicable`); parents (`folding`); the total with
base, bonus, penalty and multipliers (`totals`); rounds of the year (`periods`). Vetoes, ranks and grades are
`assessments.standing`.

How open questions are read here:
- Limits speak in the scale of the rule, before folding. A penalty's points are its limit, its rule begins
  at 0.
- Bonus, penalty and multiplier act on the total wherever they stand in the tree; where a scheme has rounds
  they act once on the year's total, unless they name rounds.
- The total is brought back for items that do not apply in the unit's steps, so that its sheet shows points
  due and got as they are; under a parent that compares its parts each part is brought back by itself.
- A head that does not apply takes all that stands in it along, its bonus and penalty too.
- What nobody has entered is missing, also where the rule finds nothing to count: an empty entry confirms that
  nothing happened. Until then the item is worth what its rule says, or 0. Bonus and penalty need no word.
- Evidence is late where any piece of it, whoever handed it in, came after the day.
- A finished total that was taken over stands in the place of the sheet.
"""

from __future__ import annotations

from assessments.scoring.board import Board, score

__all__ = ["Board", "score"]
