"""All figures side by side in one run: `uv run python -m tests.benchmarks` (name some to run only these)."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import tests.benchmarks as benchmarks
from tests.benchmarks.rows import Row, table


def main(wanted: list[str]) -> int:
    """Measure what was named, or everything; 1 where an aim is missed."""
    names = [found.name for found in pkgutil.iter_modules(benchmarks.__path__)]
    rows: list[Row] = []
    for name in names:
        if name.startswith("bench_") and (not wanted or name.removeprefix("bench_") in wanted):
            print(f"measuring {name.removeprefix('bench_')} …", file=sys.stderr, flush=True)
            rows += importlib.import_module(f"tests.benchmarks.{name}").measure()
    print(table(rows))
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
