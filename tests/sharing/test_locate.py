"""Where things stand in a TOML text: every key has its line, whatever the text's form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings

from planner.plan import Plan
from planner.sharing.locate import DEEPEST, scan
from planner.sharing.toml import write_plan
from tests.strategies import plans

FORMS = '''\
# a comment with [brackets] and x = 1
bare-key = 1   # behind
"quoted key" = 'literal # no comment'
dotted.key . third = 2026-01-02 10:00:00
empty = []
list = [ # inside
    "a]",  'b"', """c
]""",
    [1, 2],
    { x = 1, y.z = "}" },
]
long = """
x = 1
[not.a.table] \\""" ""\\
"""
literal = \'\'\'
y = 2
\'\'\'

[table]
a = 1
  [table.inner]
  b = inf
[[many]]
c = 1
[[many]]
c = 2
'''

LINES = {
    ("bare-key",): 2,
    ("quoted key",): 3,
    ("dotted", "key", "third"): 4,
    ("empty",): 5,
    ("list",): 6,
    ("list", "1"): 7,
    ("list", "2"): 7,
    ("list", "3"): 7,
    ("list", "4"): 9,
    ("list", "4", "2"): 9,
    ("list", "5"): 10,
    ("list", "5", "x"): 10,
    ("list", "5", "y", "z"): 10,
    ("long",): 12,
    ("literal",): 16,
    ("table",): 20,
    ("table", "a"): 21,
    ("table", "inner"): 22,
    ("table", "inner", "b"): 23,
    ("many", "1"): 24,
    ("many", "1", "c"): 25,
    ("many", "2"): 26,
    ("many", "2", "c"): 27,
}


def test_every_form_of_toml_is_walked() -> None:
    tomllib.loads(FORMS)
    seen = scan(FORMS)
    assert (seen.broken, seen.too_deep, seen.twice) == (None, None, [])
    assert LINES.items() <= seen.lines.items()


def leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from leaves(item, (*path, str(number)))
    yield path


@given(plans())
@settings(max_examples=40)
def test_every_value_of_a_plan_has_its_line(plan: Plan) -> None:
    text = write_plan(plan)
    seen = scan(text)
    lines = text.split("\n")
    paths = set(leaves(tomllib.loads(text)))
    assert paths <= set(seen.lines)
    for path in paths:
        if path and not path[-1].isdecimal():
            assert path[-1] in lines[seen.lines[path] - 1]


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\nb = 2\na = 3\n", 3), ("[a]\n[b]\n[a]\n", 3), ("a = { b = 1,  b = 2 }\n", 1)],
)
def test_what_stands_twice_is_seen(text: str, line: int) -> None:
    (twice,) = scan(text).twice
    assert twice[2] == line


@pytest.mark.parametrize(
    "text", ["a = 1\nb\nc = 2", "a = 1\n[b\nc = 2", "a = 1\nb = [1 2]", 'a = 1\nb = "x\n']
)
def test_the_line_where_the_way_is_lost(text: str) -> None:
    assert scan(text).broken == 2


def test_depth_is_counted_in_keys_and_in_brackets() -> None:
    assert scan("a = " + "[" * DEEPEST + "]" * DEEPEST).too_deep is None
    assert scan("a = 1\nb = " + "[" * (DEEPEST + 1)).too_deep == 2
    assert scan(".".join("a" * DEEPEST) + " = 1").too_deep is None
    assert scan(".".join("a" * (DEEPEST + 1)) + " = 1").too_deep == 1
