"""One line of a benchmark: our figure, the peer's, and what we aim at.

Each module `bench_*.py` has `measure() -> list[Row]`; a common runner collects them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """Our figure is to be at most `limit`: times the peer's (`times`) or in the row's own unit."""

    limit: float
    times: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`ours` and `peer` are in `unit`; a row may stand without a peer, or without an aim."""

    name: str
    ours: float
    peer_name: str = ""
    peer: float | None = None
    unit: str = "ms"
    aim: Aim | None = None

    @property
    def ratio(self) -> float | None:
        """Ours over the peer's, None without a peer."""
        return self.ours / self.peer if self.peer else None

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where there is none."""
        if self.aim is None:
            return None
        reached = self.ratio if self.aim.times else self.ours
        return reached is not None and reached <= self.aim.limit


def table(rows: Iterable[Row]) -> str:
    """The rows as aligned text."""
    lines = [("figure", "ours", "unit", "peer", "its figure", "ratio", "aim", "met")]
    for row in rows:
        aim = "" if row.aim is None else f"<= {row.aim.limit:g}" + ("x" if row.aim.times else f" {row.unit}")
        met = {None: "", True: "yes", False: "NO"}[row.met]
        peer = "" if row.peer is None else f"{row.peer:.3g}"
        ratio = "" if row.ratio is None else f"{row.ratio:.3g}x"
        lines.append((row.name, f"{row.ours:.3g}", row.unit, row.peer_name, peer, ratio, aim, met))
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join("  ".join(map(_padded, line, widths)).rstrip() for line in lines)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
