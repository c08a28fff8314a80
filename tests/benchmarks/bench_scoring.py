"""A whole county scored: in full, one cell changed, a weight nudged; beside the bare sums in pandas.

pandas gets the same figures as a table of floats and gives totals and ranks: no derivation, no grades, no
items that do not apply. It is a test-only dependency and left out where it is not installed.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal as D
from time import perf_counter

from assessments.rules.deduct import Deduct, Fault
from assessments.rules.linear import Linear
from assessments.scheme import Grade, Indicator, Scheme, Unit, UnitClass
from assessments.scoring import Board, score
from assessments.sheet import Entry, Sheet
from tests.benchmarks.rows import Aim, Row, table

HEADS, LEAVES = 10, 15
ROUNDS = 15


def measure() -> list[Row]:
    """Milliseconds, the middle of some rounds; megabytes at the most."""
    rows = [_in_full(1000), *(_one_cell(units) for units in (60, 1000))]
    rows += [_nudge(60, "a head's weight", _head), _nudge(60, "one leaf's points", _leaf)]
    rows += [
        _nudge(60, "every head and leaf", _everything, aim=False),
        _nudge(1000, "a head's weight", _head, aim=False),
    ]
    return [*rows, _memory(1000)]


def county(units: int) -> tuple[Scheme, Sheet]:
    """Ten heads of a hundred points with weights, fifteen leaves each: most linear, some by deduction."""
    chance = random.Random(7)
    rules = (Linear(target=D(100)), Deduct((Fault(kind="", each=D("0.5")),)))
    heads = [Indicator(f"h{head}", f"内容{head}", weight=D(10), scale=D(100)) for head in range(HEADS)]
    leaves = [
        Indicator(
            f"h{head}l{leaf:02}",
            f"指标{head}.{leaf}",
            parent=f"h{head}",
            points=D(6) if leaf < LEAVES - 5 else D(8),
            rule=rules[leaf % 5 == 0],
        )
        for head in range(HEADS)
        for leaf in range(LEAVES)
    ]
    grades = (Grade("a", "优秀", D(90)), Grade("b", "良好", D(80)), Grade("c", "合格", D(60)))
    scheme = Scheme(
        "county",
        "考核办法",
        2026,
        classes=(UnitClass("c", "单位", grades=(*grades, Grade("d", "不合格", D(0), passing=False))),),
        units=tuple(Unit(f"u{unit:04}", f"单位{unit}", "c") for unit in range(units)),
        indicators=(*heads, *leaves),
    )
    entries = {
        unit.id: {
            leaf.id: Entry(
                value=D(chance.randint(40, 100)) if isinstance(leaf.rule, Linear) else D(chance.randint(0, 9))
            )
            for leaf in leaves
        }
        for unit in scheme.units
    }
    return scheme, Sheet("v", scheme.id, "verified", "安委办", entries=entries)


def _middle(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The middle of some rounds, in milliseconds; the first is not counted."""
    times = []
    for number in range(rounds + 1):
        begun = perf_counter()
        work()
        if number:
            times.append(1000 * (perf_counter() - begun))
    return statistics.median(times)


def _in_full(units: int) -> Row:
    scheme, sheet = county(units)
    ours = _middle(lambda: score(scheme, [sheet]), 3)
    name = f"{units} units x {HEADS * LEAVES} scored in full"
    sums = _pandas(scheme, sheet)
    if sums is None:
        return Row(name, ours)
    return Row(name, ours, "pandas, bare sums", _middle(sums))


def _pandas(scheme: Scheme, sheet: Sheet) -> Callable[[], object] | None:
    """The same totals and ranks in pandas; checked against ours. None where it is not installed."""
    try:
        import pandas
    except ImportError:
        print("pandas is left out: it is not installed", file=sys.stderr)
        return None
    leaves = [each for each in scheme.indicators if each.rule is not None]
    figures = {
        unit: [float(sheet.entries[unit][leaf.id].value or 0) for leaf in leaves] for unit in sheet.entries
    }
    table = pandas.DataFrame.from_dict(figures, orient="index", columns=[leaf.id for leaf in leaves])
    points = pandas.Series({leaf.id: float(leaf.points or 0) for leaf in leaves})
    linear = pandas.Series({leaf.id: isinstance(leaf.rule, Linear) for leaf in leaves})
    heads = pandas.Series({leaf.id: leaf.parent for leaf in leaves})

    def sums() -> object:
        got = table / 100 * points
        got.loc[:, ~linear] = points[~linear] - table.loc[:, ~linear] * 0.5
        got = got.clip(lower=0).clip(upper=points, axis=1)
        totals = (got.T.groupby(heads).sum() * 0.1).sum().round(2)
        return totals, totals.rank(ascending=False, method="min")

    totals, _ = sums()  # type: ignore[misc]
    for result in score(scheme, [sheet]).units:
        assert abs(float(result.total) - totals[result.unit]) < 0.011
    return sums


def _one_cell(units: int) -> Row:
    scheme, sheet = county(units)
    board = Board.of(scheme, [sheet])
    numbers = iter(range(10**6))

    def change() -> None:
        unit = f"u{next(numbers) % units:04}"
        row = {**sheet.entries[unit], "h3l07": Entry(value=D(next(numbers) % 100))}
        board.with_sheet(replace(sheet, entries={**sheet.entries, unit: row}))

    return Row(f"one cell of {units} units changed, ranked again", _middle(change), aim=Aim(16))


def _head(scheme: Scheme, number: int) -> Scheme:
    return scheme.with_indicator(replace(scheme.indicator("h3"), weight=D(11 + number % 5)))


def _leaf(scheme: Scheme, number: int) -> Scheme:
    return scheme.with_indicator(replace(scheme.indicator("h3l07"), points=D(2 + number % 5)))


def _everything(scheme: Scheme, number: int) -> Scheme:
    def turned(indicator: Indicator) -> Indicator:
        if indicator.rule is None:
            return replace(indicator, weight=D(1 + number % 7 + indicator.order % 3))
        return replace(indicator, points=D(1 + number % 7))

    return replace(scheme, indicators=tuple(turned(each) for each in scheme.indicators))


def _nudge(units: int, what: str, change: Callable[[Scheme, int], Scheme], *, aim: bool = True) -> Row:
    scheme, sheet = county(units)
    board = Board.of(scheme, [sheet])
    numbers = iter(range(10**6))
    middle = _middle(lambda: board.with_scheme(change(scheme, next(numbers))))
    return Row(f"{what} nudged, {units} units", middle, aim=Aim(50) if aim else None)


def _memory(units: int) -> Row:
    """The most that a process takes that scores the whole county, less one that only knows its figures."""
    peaks = []
    for work in ("", "kept = Board.of(scheme, [sheet])"):
        program = _PEAK.format(units=units, work=work)
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=dict(os.environ)
        )
        peaks.append(int(done.stdout) / 1024)
    return Row(
        f"memory of the board of {units} units", peaks[1] - peaks[0], "all of the process", peaks[1], "MB"
    )


_PEAK = """
from assessments.scoring import Board
from tests.benchmarks.bench_scoring import county
scheme, sheet = county({units})
{work}
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(peak.split()[1])
"""


if __name__ == "__main__":
    print(table(measure()))
