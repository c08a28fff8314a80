"""Hypothesis strategies for the records: plans as they may come through any clean border.

`plans()` makes whole plans with unique ids, measures, duties, targets, dates and sources, and text with
quotes, backslashes, markup, wide spaces and emoji. `plans(hand="k")` gives all ids one first letter.
"""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from planner.cleaning import clean_text
from planner.plan import (
    Comparison,
    Due,
    Duty,
    Level,
    Measure,
    Plan,
    Recurrence,
    Section,
    Source,
    Target,
    Task,
    new_id,
)

AWKWARD = (
    "加强消防安全检查。全面排查隐患！",
    "应急管理局",
    "县公安局",
    "[/x]",
    "[@click=app.quit]",
    "C:\\Users\\计划",
    '"""',
    "\\",
    "'",
    "\n",
    "\n\n",
    "\t",
    "　",
    "  ",
    "“引号”",
    "# 注释",
    "= 1",
    "<<<<<<< ours",
    "[tasks.x]",
    "🚒",
    "𠮷",
    "5%以上；",
    "。",
    "nan",
    "**粗**",
    "_斜_",
    "<b>&amp;</b>",
    "[名](http://a)",
    "`码`",
    "1. ",
    "- ",
    "# ",
    "| a | b |",
    "{",
    "]",
)
"""Pieces that break careless readers and writers: of TOML, of markup, of Markdown."""

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
years = st.integers(2010, 2040)
orders = st.integers(-5_000, 100_000)
decimals = st.decimals(-10_000, 10_000, allow_nan=False, places=2) | st.sampled_from(
    [Decimal("5"), Decimal("5.0"), Decimal("0.30"), Decimal("1E+3"), Decimal("-0"), Decimal("99.999")]
)

_pieces = st.sampled_from(AWKWARD) | st.text(max_size=12).map(clean_text)


def texts(min_size: int = 0, max_pieces: int = 6) -> st.SearchStrategy[str]:
    """Clean text, possibly of several lines and sentences; at least `min_size` characters."""
    joined = st.lists(_pieces, min_size=min(1, min_size), max_size=max_pieces).map(
        lambda parts: clean_text("".join(parts))
    )
    return joined.filter(lambda text: len(text) >= min_size)


def names() -> st.SearchStrategy[tuple[str, ...]]:
    """Names of departments in one role."""
    name = st.sampled_from(["县应急管理局", "公安局", "消防救援大队", "各乡镇人民政府"]) | texts(1, 2)
    return st.lists(name, max_size=3).map(tuple)


def sources() -> st.SearchStrategy[Source | None]:
    """A place in a document, or none."""
    lines = st.none() | st.integers(1, 5_000)
    return st.none() | st.builds(
        Source, document=texts(1, 2), line=lines, year=st.none() | years, number=texts(0, 1), ref=texts(0, 1)
    )


duties = st.builds(
    Duty, lead=names(), responsible=names(), support=names(), supervise=names(), clause=texts(0, 2)
)
targets = st.builds(
    Target,
    text=texts(0, 2),
    comparison=st.sampled_from(get_args(Comparison)),
    value=st.none() | decimals,
    unit=st.sampled_from(["", "%", "家", "个百分点"]),
)
dues = st.builds(Due, text=texts(0, 2), day=st.none() | days)
recurrences = st.builds(
    Recurrence,
    text=texts(0, 2),
    rule=st.sampled_from(["", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY"]),
    dates=st.lists(days, max_size=3).map(tuple),
)


@st.composite
def measures(draw: st.DrawFn, id: str) -> Measure:
    """A measure with this id."""
    return Measure(
        id=id,
        text=draw(texts()),
        title=draw(texts(0, 1)),
        order=draw(orders),
        duty=draw(duties),
        targets=tuple(draw(st.lists(targets, max_size=2))),
        dues=tuple(draw(st.lists(dues, max_size=2))),
        recurrences=tuple(draw(st.lists(recurrences, max_size=1))),
        source=draw(sources()),
    )


class Ids:
    """Fresh ids, reproducible from the draw; all with one first letter where a hand is given."""

    def __init__(self, draw: st.DrawFn, hand: str = "", taken: frozenset[str] = frozenset()) -> None:
        self._rng = random.Random(draw(st.integers(0, 2**32)))
        self._hand = hand
        self._taken = set(taken)

    def make(self) -> str:
        """An id not given before."""
        id = new_id(self._taken, hand=self._hand, rng=self._rng)
        self._taken.add(id)
        return id


@st.composite
def tasks(draw: st.DrawFn, ids: Ids, sections: tuple[str, ...], max_measures: int = 3) -> Task:
    """A task in one of these sections (in none where there is none), with up to `max_measures` measures."""
    return Task(
        id=ids.make(),
        section=draw(st.sampled_from(sections)) if sections else "",
        title=draw(texts(1, 2)),
        order=draw(orders),
        measures=tuple(draw(measures(ids.make())) for _ in range(draw(st.integers(0, max_measures)))),
        source=draw(sources()),
    )


@st.composite
def section_records(draw: st.DrawFn, ids: Ids) -> Section:
    """A section."""
    return Section(ids.make(), draw(texts(1, 1)), draw(orders), draw(texts(0, 3)), draw(sources()))


@st.composite
def plans(draw: st.DrawFn, hand: str = "", max_sections: int = 3, max_tasks: int = 4) -> Plan:
    """A plan of up to `max_sections` sections and `max_tasks` tasks, ids unique across all of it."""
    ids = Ids(draw, hand)
    sections = tuple(draw(section_records(ids)) for _ in range(draw(st.integers(0, max_sections))))
    places = tuple(section.id for section in sections)
    return Plan(
        id=ids.make(),
        title=draw(texts(1, 2)),
        year=draw(years),
        issuer=draw(texts(0, 1)),
        number=draw(texts(0, 1)),
        issued=draw(st.none() | days),
        field=draw(texts(0, 1)),
        level=draw(st.sampled_from(get_args(Level))),
        region=draw(texts(0, 1)),
        addressees=draw(texts(0, 2)),
        preamble=draw(texts(0, 3)),
        closing=draw(texts(0, 2)),
        sections=sections,
        tasks=tuple(draw(tasks(ids, places)) for _ in range(draw(st.integers(0, max_tasks)))),
    )
