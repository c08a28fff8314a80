"""A record's lines and forms come from its types: every field of every record can be read and written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assessments.checks import check
from assessments.rules import METHODS
from assessments.rules.bands import Band, Bands
from assessments.rules.linear import Linear
from assessments.scheme import (
    Assessor,
    Award,
    Grade,
    GradeCorrection,
    Indicator,
    Limits,
    Minimum,
    Period,
    Quota,
    Scheme,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from planner.assessment_codec.keys import is_mapping, is_record, item_of, keys_of
from planner.office import Office
from planner.office.assessment_files import builtin_schemes, demo
from planner.text import pairs, set_language
from planner.tui.screens.scheme import detail, edits, fields, rows
from planner.tui.screens.scheme.asking import made, reader_of, with_method
from planner.tui.screens.scheme.fields import Line
from planner.tui.screens.scheme.names import Names
from planner.tui.screens.scheme.origin import asked_rows, find
from planner.tui.screens.scheme.reading import (
    day_of,
    named_numbers_of,
    number_of,
    numbers_of,
    row_of,
    typed_words,
    whole_of,
)
from planner.tui.screens.scheme.record_dialog import can_empty, emptied
from planner.tui.screens.scheme.rows import Scope
from planner.tui.screens.scheme.starting import copied
from planner.tui.screens.scheme.subject import Subject
from tests.assessment_samples import SCHEME

RECORDS: tuple[type, ...] = (
    Indicator, UnitClass, Grade, Award, Minimum, Quota, GradeCorrection, Unit, Assessor, Period, Veto,
    Settings,
)  # fmt: skip


def kinds_below(kind: type) -> Iterator[type]:
    """The record types inside a record type."""
    for key in keys_of(kind):
        for each in (item_of(key.kind), key.kind):
            if isinstance(each, type) and is_record(each) and each is not Limits:
                yield each
                yield from kinds_below(each)


ALL = sorted(
    {
        *RECORDS,
        *METHODS.values(),
        *(each for kind in (*RECORDS, *METHODS.values()) for each in kinds_below(kind)),
    }
    - {type(None)},
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_a_new_record_of_every_kind_is_shown_in_words(kind: type, language: Any) -> None:
    if kind.__name__ == "Rule":
        pytest.skip("the ground of all methods")
    set_language(language)
    names = Names(SCHEME)
    record = made(kind)
    for line in fields.lines_of(record, names):
        assert line.text
        known = any(key in pairs() for key in fields.label_keys(line.owner, line.name))
        assert known, f"{kind.__name__}.{line.name} has no words"
        for value in fields.choices_of(line.kind):
            assert fields.choice_words(line.name, value)
    assert isinstance(fields.summary(record, names), str)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_record_of_every_ready_scheme_is_shown_in_words(language: Any) -> None:
    set_language(language)
    for scheme in (*builtin_schemes(), demo()[0], SCHEME):
        names = Names(scheme)
        for indicator in scheme.indicators:
            assert all(each.text for each in detail.indicator_lines(indicator, names, parent=False))
        held = (*scheme.classes, *scheme.units, *scheme.periods, *scheme.assessors, *scheme.vetoes)
        for record in (*held, scheme.settings):
            assert all(each.text for each in fields.lines_of(record, names))


def test_every_kind_of_record_that_can_be_added_has_a_name() -> None:
    for kind in ALL:
        for key in keys_of(kind):
            item = item_of(key.kind)
            for each in (item, key.kind):
                if isinstance(each, type) and is_record(each) and each is not Limits and each not in _RULES:
                    assert f"scheme_place.one.{each.__name__}" in pairs()


_RULES = {each for each in ALL if each.__name__ == "Rule" or each in METHODS.values()}


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_what_stands_in_a_field_can_be_typed_again(kind: type) -> None:
    if kind.__name__ == "Rule":
        pytest.skip("the ground of all methods")
    record = made(kind)
    for line in fields.lines_of(record, Names(SCHEME)):
        read, sort = reader_of(line.kind)
        value = fields.at(record, line.path) if line.what == "field" and line.owner is not Limits else None
        typed = item_of(line.kind) is not None or is_mapping(line.kind) or line.kind in (Decimal, int, date)
        if typed and value is not None and sort:
            assert read(typed_words(value)) == value


@pytest.mark.parametrize("method", METHODS)
def test_a_rule_of_every_method_can_be_chosen_for_an_item(method: str) -> None:
    rule = with_method(method, None)
    assert rule.method == method
    indicator = replace(SCHEME.indicator("letter"), rule=rule)
    assert list(detail.indicator_lines(indicator, Names(SCHEME), parent=False))
    assert all(words for held in detail.wrong_with(rule, Decimal(10)).values() for words in held)


def test_another_method_keeps_what_it_has_in_common() -> None:
    rule = with_method("unfinished_share", Linear(target=Decimal(40)))
    assert fields.at(rule, ("target",)) == 40


def test_what_is_wrong_stands_under_its_line() -> None:
    rule = Bands((Band(Decimal(50), gives=Decimal(5)), Band(Decimal(80), gives=Decimal(10))))
    indicator = replace(SCHEME.indicator("hazards"), rule=rule)
    subject = Subject(
        lambda: indicator,
        lambda changed: None,
        lambda: Names(SCHEME),
        lambda record: detail.wrong_with(rule, None),
    )
    lines = subject.lines()
    places = [index for index, line in enumerate(lines) if line.look == "error"]
    assert places
    inner = subject.inner(("rule",)).lines()
    second = next(index for index, line in enumerate(inner) if line.path == ("bands", 1))
    assert inner[second].what == "item"
    assert inner[second + 1].look == "error"
    assert "从好到差" in inner[second + 1].text


def test_a_record_is_changed_deep_inside() -> None:
    rule = Bands((Band(Decimal(100), gives=Decimal(20)), Band(gives=Decimal(0))))
    indicator = replace(SCHEME.indicator("hazards"), rule=rule)
    changed = fields.put(indicator, ("rule", "bands", 0, "gives"), Decimal(18))
    assert fields.at(changed, ("rule", "bands", 0, "gives")) == 18
    assert fields.at(fields.without(changed, ("rule", "bands", 1)), ("rule", "bands")) == (
        Band(Decimal(100), gives=Decimal(18)),
    )
    swapped = fields.swapped(changed, ("rule", "bands", 1), -1)
    assert fields.at(swapped, ("rule", "bands", 0)) == Band(gives=Decimal(0))
    assert fields.put(changed, ("limits", "floor"), Decimal(-5)).limits.floor == -5


def test_a_field_is_brought_back_to_the_usual() -> None:
    held: list[object] = [replace(SCHEME.indicator("letter"), mandatory="fail")]
    subject = Subject(lambda: held[-1], held.append, lambda: Names(SCHEME))
    line = next(each for each in subject.lines() if each.name == "mandatory")
    assert can_empty(line)
    emptied(subject, line)
    assert fields.at(held[-1], ("mandatory",)) == ""
    title = next(each for each in subject.lines() if each.name == "title")
    assert not can_empty(title)
    assert not can_empty(Line((), "told", "", "words"))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("10", "10"), ("０．５", "0.5"), ("10分", "10"), ("-3", "-3"), ("十", None), ("1e99", None), ("", None)],
)
def test_numbers_as_an_input_method_types_them(typed: str, wanted: str | None) -> None:
    assert number_of(typed) == (None if wanted is None else Decimal(wanted))


def test_other_values_as_an_input_method_types_them() -> None:
    assert whole_of("１２") == 12
    assert whole_of("1.5") is None
    assert day_of("2026年12月31日") == day_of("2026-12-31") == day_of("2026.12.31") == date(2026, 12, 31)
    assert day_of("2026-13-01") is None
    assert row_of("甲局、乙局，丙局;甲局") == ("甲局", "乙局", "丙局")
    assert numbers_of("10、8，6") == (Decimal(10), Decimal(8), Decimal(6))
    assert numbers_of("10、八") is None
    assert named_numbers_of("好 100、较好：80，一般=60") == {
        "好": Decimal(100),
        "较好": Decimal(80),
        "一般": Decimal(60),
    }
    assert named_numbers_of("好、较好 80") is None


# The tree


def test_points_of_the_parts_are_compared_at_every_level() -> None:
    scheme = SCHEME.with_indicator(replace(SCHEME.indicator("letter"), points=Decimal(8)))
    shown = {row.id: row for row in rows.rows_of(scheme, Scope("class", "towns"))}
    assert rows.sum_cell(shown["duty"]) == "38 少2"
    assert rows.sum_cell(shown["work"]) == "40 相符"
    assert rows.row_look(shown["duty"], ()) == "error"
    heavier = scheme.with_indicator(replace(scheme.indicator("letter"), points=Decimal("12.5")))
    shown = {row.id: row for row in rows.rows_of(heavier, Scope("class", "towns"))}
    assert rows.sum_cell(shown["duty"]) == "42.5 多2.5"


@pytest.mark.parametrize("scheme", [*builtin_schemes(), demo()[0], SCHEME], ids=lambda scheme: scheme.id)
def test_the_tree_finds_a_wrong_sum_exactly_where_the_check_does(scheme: Scheme) -> None:
    leaf = next(
        row for row in rows.rows_of(scheme, rows.first_scope(scheme)) if row.depth == 2 and not row.parent
    )
    indicator = scheme.indicator(leaf.id)
    assert indicator.points is not None
    for changed in (scheme, scheme.with_indicator(replace(indicator, points=indicator.points + 3))):
        found = {
            each.where.path[1]
            for each in check(changed)
            if each.code in ("scheme.sum_less", "scheme.sum_more")
        }
        shown = {
            row.id
            for scope in rows.scopes(changed)
            for row in rows.rows_of(changed, scope)
            if row.off and row.id
        }
        assert shown == found


def test_what_units_have_of_their_own_fills_up_the_sum_of_their_class() -> None:
    scheme = demo()[0]
    for unit_class in scheme.classes:
        root = rows.rows_of(scheme, Scope("class", unit_class.id))[0]
        assert not root.off
    own = rows.rows_of(scheme, Scope("class", "key"))[0]
    assert rows.sum_cell(own) == "90 另有自有"


def test_a_class_without_items_of_its_own_begins_with_a_unit() -> None:
    own = tuple(replace(each, applies=("d1",)) for each in SCHEME.indicators)
    assert rows.first_scope(replace(SCHEME, indicators=own)) == Scope("unit", "d1")
    assert rows.first_scope(SCHEME) == Scope("class", "towns")
    assert rows.first_scope(replace(SCHEME, indicators=())) == Scope()


def test_the_first_class_with_units_is_shown_first() -> None:
    empty = tuple(each for each in SCHEME.units if each.unit_class != "towns")
    assert rows.first_scope(replace(SCHEME, units=empty)) != Scope("class", "towns")
    assert rows.first_scope(replace(SCHEME, units=())) == Scope("class", "towns")


def test_everything_is_shown_even_what_stands_under_nothing() -> None:
    lost = Indicator("lost", "无主指标", parent="gone", points=Decimal(1))
    scheme = replace(SCHEME, indicators=(*SCHEME.indicators, lost))
    shown = [row.id for row in rows.rows_of(scheme, Scope())]
    assert sorted(shown) == sorted(each.id for each in scheme.indicators)


def test_a_ring_of_parents_is_shown_without_end() -> None:
    ring = (Indicator("a", "甲", parent="b"), Indicator("b", "乙", parent="a"))
    scheme = replace(SCHEME, indicators=(*SCHEME.indicators, *ring))
    assert rows.rows_of(scheme, Scope())
    assert edits.below(scheme, ["a"]) == ["a", "b"]


# Edits


def test_points_changed_for_one_unit_are_its_own() -> None:
    before = SCHEME.indicator("letter")
    changed = edits.put_for_unit(SCHEME, "d1", before, replace(before, points=Decimal(15)))
    assert changed.indicator("letter").points == 10
    assert [(each.unit, each.indicator, each.points) for each in changed.overrides] == [
        ("d1", "letter", Decimal(15))
    ]
    titled = edits.put_for_unit(changed, "d1", before, replace(before, points=Decimal(15), title="责任书"))
    assert titled.indicator("letter").title == "责任书"
    assert len(titled.overrides) == 1
    assert edits.put_for_unit(titled, "d1", before, titled.indicator("letter")).overrides == ()
    assert edits.drop_overrides(titled, "d1", ["letter"]).overrides == ()


def test_an_item_of_one_unit_alone_is_changed_itself() -> None:
    own = replace(SCHEME.indicator("letter"), applies=("d1",))
    scheme = SCHEME.with_indicator(own)
    changed = edits.put_for_unit(scheme, "d1", own, replace(own, points=Decimal(3)))
    assert changed.indicator("letter").points == 3
    assert changed.overrides == ()


def test_an_indicator_is_added_behind_another() -> None:
    changed, id = edits.add_indicator(SCHEME, "duty", "letter", "新指标", ())
    assert [each.id for each in changed.children("duty")] == ["letter", id, "meetings", "training"]
    assert changed.indicator(id).scorers == SCHEME.indicator("letter").scorers


def test_a_copy_stands_behind_the_first_with_all_below_it() -> None:
    changed, id = edits.copy_indicator(SCHEME, "duty", "责任落实（复制）")
    assert [each.id for each in changed.children("")][:2] == ["duty", id]
    assert [each.title for each in changed.children(id)] == [each.title for each in SCHEME.children("duty")]
    assert len({each.id for each in changed.indicators}) == len(changed.indicators)


def test_deleting_takes_all_below_along() -> None:
    changed = edits.drop_indicators(SCHEME, ["duty"])
    assert len(changed.indicators) == len(SCHEME.indicators) - 4


def test_moving_passes_the_next_one_that_is_shown() -> None:
    shown = {"letter", "training"}
    changed = edits.step_indicator(SCHEME, "letter", shown, 1)
    assert [each.id for each in changed.children("duty")] == ["meetings", "training", "letter"]
    assert edits.step_indicator(SCHEME, "letter", shown, -1) == SCHEME
    back = edits.step_indicator(changed, "letter", shown, -1)
    assert [each.id for each in back.children("duty")] == ["meetings", "letter", "training"]


def test_nothing_is_moved_under_itself() -> None:
    assert edits.move_under(SCHEME, ["duty"], "letter") == SCHEME
    changed = edits.move_under(SCHEME, ["letter"], "work")
    assert [each.id for each in changed.children("work")][-1] == "letter"


@pytest.mark.parametrize(
    ("points", "steps", "wanted"),
    [("10", 1, "11"), ("10", -10, "0"), ("2.5", 1, "3.0"), ("2.5", 10, "12.5"), ("0", -1, "0")],
)
def test_points_are_nudged(points: str, steps: int, wanted: str) -> None:
    nudged = edits.nudged(replace(SCHEME.indicator("letter"), points=Decimal(points)), steps)
    assert nudged is not None
    assert nudged.points == Decimal(wanted)


def test_a_weight_is_nudged_where_there_are_no_points() -> None:
    item = replace(SCHEME.indicator("letter"), points=None, weight=Decimal("0.3"))
    nudged = edits.nudged(item, 1)
    assert nudged is not None
    assert nudged.weight == Decimal("0.31")
    assert edits.nudged(replace(item, weight=None), 1) is None


def test_units_are_added_once_by_name() -> None:
    changed = edits.add_units(SCHEME, "towns", [("", "新镇"), ("", "青石镇"), ("d1", "另一镇")])
    added = changed.units[len(SCHEME.units) :] if len(changed.units) > len(SCHEME.units) else ()
    assert {unit.name for unit in changed.units} - {unit.name for unit in SCHEME.units} == {"新镇", "另一镇"}
    assert len({unit.id for unit in changed.units}) == len(SCHEME.units) + 2
    assert all(unit.unit_class == "towns" for unit in added if unit.name in ("新镇", "另一镇"))


def test_units_move_within_their_class() -> None:
    changed = edits.step_records(SCHEME, "units", ["t3"], -1)
    assert [unit.id for unit in changed.units_of("towns")] == ["t1", "t3", "t2"]
    assert [unit.id for unit in changed.units_of("departments")] == ["d1", "d2", "d3"]


def test_a_scheme_taken_for_another_year_has_all_its_days_moved() -> None:
    scheme = builtin_schemes()[2]
    copy = copied(scheme, "fresh1", scheme.year + 1, "临江县")
    assert copy.year == scheme.year + 1
    assert copy.title == scheme.title.replace("2026", "2027").replace("青禾县", "临江县")
    assert scheme.settings.from_day is not None
    assert copy.settings.from_day == scheme.settings.from_day.replace(year=scheme.settings.from_day.year + 1)
    assert "临江县" in copy.basis
    assert "青禾县" not in repr(copy)
    assert copied(scheme, "fresh1", scheme.year, scheme.region) == replace(scheme, id="fresh1")
    assert len(copy.indicators) == len(scheme.indicators)


# Beside the plan


def test_a_ready_scheme_knows_its_units_in_the_plan_by_name(tmp_path: Path) -> None:
    office, scheme = Office(tmp_path / "w.db"), demo()[0]
    origin = find(office, scheme, None)
    assert origin is not None
    for unit in scheme.units:
        asked = asked_rows(origin, scheme, unit.id)
        assert [row for row in asked if row.measure is not None and row.indicators], unit.name
        scored = [each.id for row in asked for each in row.indicators]
        tree = rows.rows_of(scheme, Scope("unit", unit.id))
        assert sorted(scored) == sorted(row.id for row in tree if row.id and not row.parent)
    office.close()


def test_a_scheme_without_a_plan_stands_beside_none(tmp_path: Path) -> None:
    office = Office(tmp_path / "w.db")
    assert find(office, replace(SCHEME, plan=""), None) is None
    assert find(office, replace(SCHEME, plan="gone00"), None) is None
    office.close()
