"""Something new in the scheme: an indicator, a class, units, a veto, a period, an assessor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assessments.scheme import (
    ORDER_STEP,
    Assessor,
    EventTrigger,
    Grade,
    Period,
    Scheme,
    UnitClass,
    Veto,
)
from planner.assessment_codec.keys import keys_of
from planner.departments import Department
from planner.plan import new_id
from planner.text import say
from planner.tui.dialogs.choose import Choice, Choose, ChooseSeveral
from planner.tui.dialogs.form import Field, Form, line_edit
from planner.tui.screens.scheme import edits, fields
from planner.tui.screens.scheme.bench_lists import RECORDS
from planner.tui.screens.scheme.reading import number_of, row_of, wrong_words

if TYPE_CHECKING:
    from planner.tui.screens.scheme.bench import Bench

SIBLING, CHILD = "sibling", "child"


def new_indicator(bench: Bench) -> None:
    """Ask for title, points and place of a new indicator, and put it there."""
    row = bench.row
    at = row.id if row is not None else ""
    places = tuple((each, say(f"scheme_place.new_{each}")) for each in (SIBLING, CHILD))
    start = CHILD if not at or _is_open(bench, at) else SIBLING
    where = Field("where", "scheme_place.new_where", start, choices=places)
    asked = [
        Field("title", "scheme_place.new_title"),
        Field("points", "scheme_place.new_points", "", "scheme_place.new_points.note"),
        *([where] if at else []),
    ]

    def check(values: Mapping[str, str]) -> str:
        if not values["title"]:
            return say("scheme_place.want.title")
        return wrong_words("number") if values["points"] and number_of(values["points"]) is None else ""

    def made(values: dict[str, str] | None) -> None:
        if values is None:
            return
        inside = values.get("where", CHILD) == CHILD
        points = number_of(values["points"]) if values["points"] else None
        changed, id = _with_new(bench, at, inside, values["title"], points)
        bench.change(changed, "scheme_place.did_new", title=values["title"])
        bench.shown.go_to(id)

    heading = say("scheme_place.new_indicator", whose=bench.scope.words(bench.scheme))
    bench.app.push_screen(Form(heading, asked, check=check), made)


def _is_open(bench: Bench, id: str) -> bool:
    """True for an indicator that has others under it."""
    return bool(bench.scheme.children(id))


def _with_new(bench: Bench, at: str, inside: bool, title: str, points: Decimal | None) -> tuple[Scheme, str]:
    """The scheme with the new indicator. The first one under another takes over its rule."""
    scheme, scope = bench.scheme, bench.scope
    parent = at if inside else scheme.indicator(at).parent
    first = inside and bool(parent) and not scheme.children(parent)
    beside = scheme.indicator(at).applies if at and not inside else ()
    for_class = scope.kind == "class" and not parent and not beside and len(scheme.classes) > 1
    applies = (scope.id,) if scope.kind == "unit" or for_class else beside
    changed, id = edits.add_indicator(scheme, parent, "" if inside else at, title, applies)
    made = replace(changed.indicator(id), points=points)
    if first:
        above = changed.indicator(parent)
        made = replace(made, rule=above.rule or made.rule, scorers=above.scorers)
        changed = changed.with_indicator(replace(above, rule=None))
    return changed.with_indicator(made), id


def new_record(bench: Bench) -> None:
    """Ask for what a new record of the present list needs, and put it there."""
    if bench.view == "units":
        _new_units(bench)
        return
    kind = bench.view
    asked = {
        "classes": [Field("title", "scheme_place.new_title"),
                    Field("number", "scheme_place.field.UnitClass.scale", "100")],
        "periods": [Field("title", "scheme_place.new_title"),
                    Field("number", "scheme_place.field.Period.weight", "1")],
        "vetoes": [Field("title", "scheme_place.new_title"),
                   Field("effect", "scheme_place.field.Veto.effect", "fail", choices=_effects())],
        "assessors": [Field("title", "scheme_place.field.Assessor.name"),
                      Field("body", "scheme_place.field.Assessor.body")],
    }[kind]  # fmt: skip

    def check(values: Mapping[str, str]) -> str:
        if not values["title"]:
            return say("scheme_place.want.title")
        return wrong_words("number") if "number" in values and number_of(values["number"]) is None else ""

    def made(values: dict[str, str] | None) -> None:
        if values is not None:
            record = _made(bench.scheme, kind, values)
            changed = edits.put_record(bench.scheme, kind, record)  # type: ignore[arg-type]
            bench.change(changed, "scheme_place.did_new", title=values["title"])
            bench.shown.go_to(f"{kind}/{record.id}")

    bench.app.push_screen(Form(say(f"scheme_place.new.{kind}"), asked, check=check), made)


def _effects() -> tuple[tuple[str, str], ...]:
    kind = next(key.kind for key in keys_of(Veto) if key.name == "effect")
    return tuple((each, say(f"effect.{each}")) for each in fields.choices_of(kind))


def _made(scheme: Scheme, kind: str, values: Mapping[str, str]) -> Any:
    taken = {each.id for name in (*RECORDS, "indicators") for each in getattr(scheme, name)}
    id, title = new_id(taken), values["title"]
    number = number_of(values.get("number", "")) or Decimal(1)
    last = ORDER_STEP + max(
        (each.order for each in getattr(scheme, kind) if hasattr(each, "order")), default=0
    )
    if kind == "classes":
        return UnitClass(id, title, last, scale=number, grades=usual_grades(number))
    if kind == "periods":
        return Period(id, title, last, weight=number)
    if kind == "assessors":
        return Assessor(id, title, values.get("body", ""))
    return Veto(id, title, values["effect"], last, event=EventTrigger(()))  # type: ignore[arg-type]


def usual_grades(scale: Decimal) -> tuple[Grade, ...]:
    """The four grades met most often, by percent of the scale."""
    from planner.assessing.words import GRADES

    return tuple(
        Grade(id, title, scale * lower / 100, place * ORDER_STEP, passing=lower > 0)
        for place, (id, title, lower) in enumerate(GRADES, 1)
    )


def _new_units(bench: Bench) -> None:
    """Ask for the class, then for bodies of the roster or names as written."""
    classes = bench.scheme.classes
    entry = bench.entry
    at = next((unit.unit_class for unit in bench.scheme.units if entry and unit.id == entry.id), "")

    def with_class(unit_class: str | None) -> None:
        if unit_class is not None:
            _from_where(bench, unit_class)

    if len(classes) == 1:
        with_class(classes[0].id)
    elif classes:
        choices = [Choice(each.id, each.title) for each in classes]
        bench.app.push_screen(Choose(say("scheme_place.which_class"), choices, at=at), with_class)
    else:
        from planner.tui.display import notify

        notify(bench, say("scheme_place.class_first"))


def _from_where(bench: Bench, unit_class: str) -> None:
    def chosen(answer: str | None) -> None:
        if answer == "roster":
            office = bench.place.planner.office
            bench.place.work(
                lambda: edits.bodies(office.roster().record),
                lambda bodies: _from_roster(bench, unit_class, bodies),
                group="roster",
            )
        elif answer == "typed":
            dialog = line_edit(say("scheme_place.new.units"), "scheme_place.names",
                               note="scheme_place.hint.row")  # fmt: skip
            bench.app.push_screen(dialog, typed)

    def typed(values: dict[str, str] | None) -> None:
        if values is not None:
            _add(bench, unit_class, [("", name) for name in row_of(values["text"])])

    choices = [
        Choice("roster", say("scheme_place.from_roster"), say("scheme_place.from_roster.note")),
        Choice("typed", say("scheme_place.as_written"), say("scheme_place.as_written.note")),
    ]
    bench.app.push_screen(Choose(say("scheme_place.new.units"), choices, typing=False), chosen)


def _from_roster(bench: Bench, unit_class: str, bodies: list[Department]) -> None:
    known = {unit.name for unit in bench.scheme.units}
    free = [each for each in bodies if each.name not in known]

    def chosen(answer: str | None) -> None:
        if answer:
            wanted = answer.split("\n")
            _add(bench, unit_class, [(each.id, each.name) for each in free if each.id in wanted])

    choices = [Choice(each.id, each.name, say(f"kind.{each.kind}")) for each in free]
    dialog = ChooseSeveral(say("scheme_place.which_units"), choices, note=say("scheme_place.mark_several"))
    bench.app.push_screen(dialog, chosen)


def _add(bench: Bench, unit_class: str, names: list[tuple[str, str]]) -> None:
    changed = edits.add_units(bench.scheme, unit_class, names)
    count = len(changed.units) - len(bench.scheme.units)
    if count:
        bench.change(changed, "scheme_place.did_units", count=count)
