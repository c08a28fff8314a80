"""The lines of a file for findings that know only the place in its tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from planner.findings import Finding, Where
from planner.sharing.complaints import Path
from planner.sharing.locate import scan


def with_lines(findings: Iterable[Finding], data: bytes, document: str) -> tuple[Finding, ...]:
    """The findings with the file's name and the line of their place, in the order of lines.

    `data` is a file that was read without errors. Items of lists count from 0 in the paths that come, from 1
    in those that are given back, as a reader of files counts. A place that is not in the file, because it has
    its default there, takes the line of what it belongs to.
    """
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    lines = scan(text).lines
    loaded = tomllib.loads(text)
    placed: list[Finding] = []
    for finding in findings:
        path = _in_file(finding.where.path, loaded)
        placed.append(replace(finding, where=Where(document, _line(path, lines), path)))
    return tuple(sorted(placed, key=lambda finding: finding.where.line or 0))


def _line(path: Path, lines: Mapping[Path, int]) -> int | None:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)


def _in_file(path: Path, loaded: object) -> Path:
    """The path as the file's map has it: items of lists counted from 1."""
    own: list[str] = []
    held = loaded
    for part in path:
        if isinstance(held, list) and part.isdecimal() and int(part) < len(held):
            own.append(str(int(part) + 1))
            held = held[int(part)]
        else:
            own.append(part)
            held = cast("Mapping[str, object]", held).get(part) if isinstance(held, Mapping) else None
    return tuple(own)
