"""From scheme and sheets to results. `score` does it in full, a `Board` again and again while cells change.

One indicator of one unit goes: rule or hand-given score, late evidence, floor and cap, folding to its points,
rounding (`leaf`, `closing`); items that do not apply (`not_applicable`); parents (`folding`); the total with
base, bonus, penalty and multipliers (`totals`); rounds of the year (`periods`). Vetoes, ranks and grades are
`assessments.standing`.
"""

from __future__ import annotations

from assessments.scoring.board import Board, score

__all__ = ["Board", "score"]
