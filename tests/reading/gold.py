"""How well the five real plans are read, figure by figure: `python -m tests.reading.gold`.

The texts and what must be found in them lie beside the project in ../shared/past-plans; they are real
documents and stay there.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.reading.document import read
from planner.reading.report import as_json

FOLDER = Path(__file__).resolve().parents[2] / ".." / "shared" / "past-plans"
FIGURES = (
    "header",
    "sections",
    "tasks",
    "clauses",
    "names",
    "subtasks",
    "targets",
    "deadlines",
    "frequencies",
    "noise",
)
ROLES = ("lead", "responsible", "support", "supervise")


@dataclass
class Score:
    """Things expected, things found, things found that were expected."""

    right: int = 0
    expected: int = 0
    found: int = 0

    def add(self, expected: Iterable[object], found: Iterable[object]) -> None:
        wanted, given = Counter(expected), Counter(found)
        self.right += (wanted & given).total()
        self.expected += wanted.total()
        self.found += given.total()

    @property
    def f1(self) -> float:
        total = self.expected + self.found
        return 2 * self.right / total if total else 1.0


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json")) if FOLDER.is_dir() else []


def load(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The gold of one text, and what the reader makes of it."""
    gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return gold, json.loads(json.dumps(as_json(read((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt"))))


def _tasks(reading: dict[str, Any]) -> Iterator[tuple[tuple[int, int], dict[str, Any]]]:
    for s, section in enumerate(reading["sections"]):
        for t, task in enumerate(section["tasks"]):
            yield (s, t), task


def score(gold: dict[str, Any], got: dict[str, Any], scores: dict[str, Score]) -> None:
    """Add one text's figures to the scores."""
    keys = ("title", "year", "issuer", "number", "issued", "signature")
    header = [(key, json.dumps(gold[key], sort_keys=True)) for key in keys]
    found = [(key, json.dumps(got[key], sort_keys=True)) for key in keys]
    scores["header"].add(
        [*header, ("preamble", gold["preamble"])], [*found, ("preamble", got["preamble"][:20])]
    )
    scores["sections"].add(
        [(i, s["number"], s["title"]) for i, s in enumerate(gold["sections"])],
        [(i, s["number"], s["title"]) for i, s in enumerate(got["sections"])],
    )
    scores["tasks"].add(
        [(place, t["number"], t["title"]) for place, t in _tasks(gold)],
        [(place, t["number"], t["title"]) for place, t in _tasks(got)],
    )
    scores["names"].add(list(_roles(gold)), list(_roles(got)))
    scores["clauses"].add(list(_clauses(gold)), list(_clauses(got)))
    for key in ("targets", "deadlines", "frequencies"):
        scores[key].add(
            [(place, words) for place, t in _tasks(gold) for words in t[key]],
            [(place, words) for place, t in _tasks(got) for words in t[key]],
        )
    scores["subtasks"].add(
        [(place, s["number"], s["title"]) for place, t in _tasks(gold) for s in t["subtasks"]],
        [(place, s["number"], s["title"]) for place, t in _tasks(got) for s in t["subtasks"]],
    )
    scores["noise"].add(gold["noise"], got["noise"])


def _roles(reading: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for place, task in _tasks(reading):
        for index, duty in enumerate(task["duties"]):
            for role in ROLES:
                for name in duty[role]:
                    yield place, index, role, name


def _clauses(reading: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for place, task in _tasks(reading):
        for duty in task["duties"]:
            yield place, duty["text"]


def differences(gold: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """What differs, in words."""
    out: list[str] = []
    for key in ("title", "year", "issuer", "number", "issued", "signature", "noise"):
        if gold[key] != got[key]:
            out.append(f"{key}: {gold[key]!r} != {got[key]!r}")
    if gold["preamble"] != got["preamble"][:20]:
        out.append(f"preamble: {gold['preamble']!r} != {got['preamble'][:20]!r}")
    wanted, given = dict(_tasks(gold)), dict(_tasks(got))
    for place in sorted(wanted.keys() | given.keys()):
        a, b = wanted.get(place), given.get(place)
        if a is None or b is None:
            out.append(f"task {place}: {a and a['title']} != {b and b['title']}")
            continue
        for key in ("number", "title", "targets", "deadlines", "frequencies", "subtasks"):
            if a[key] != b[key]:
                out.append(f"{place} {key}: {a[key]!r} != {b[key]!r}")
        for x, y in zip(a["duties"], b["duties"], strict=False):
            if any(x[key] != y[key] for key in ("text", *ROLES)):
                out.append(f"{place} duty: {x!r} != {y!r}")
        if len(a["duties"]) != len(b["duties"]):
            out.append(
                f"{place} duties: {[x['text'] for x in a['duties']]} != {[x['text'] for x in b['duties']]}"
            )
    for i, (x, y) in enumerate(zip(gold["sections"], got["sections"], strict=False)):
        if (x["number"], x["title"]) != (y["number"], y["title"]):
            out.append(f"section {i}: {x['title']!r} != {y['title']!r}")
    return out


def totals() -> dict[str, Score]:
    scores = {key: Score() for key in FIGURES}
    for name in names():
        score(*load(name), scores)
    return scores


def main() -> None:
    lines: list[str] = []
    for name in names():
        lines.append(f"== {name}")
        lines.extend(f"   {line}" for line in differences(*load(name)))
    lines.extend(
        f"{key:12} F1 {value.f1:.4f}   right {value.right} of {value.expected} expected, {value.found} found"
        for key, value in totals().items()
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
