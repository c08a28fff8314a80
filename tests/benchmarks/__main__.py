"""Run every `bench_*.py` of this folder, or those named, and print their figures side by side.

python -m tests.benchmarks [store …]
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from tests.benchmarks.rows import Row, table


def main(names: list[str]) -> None:
    """Measure the named benchmarks, all where none is named."""
    found = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    rows: list[Row] = []
    for name in names or found:
        rows.extend(importlib.import_module(f"tests.benchmarks.bench_{name}").measure())
    print(table(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
