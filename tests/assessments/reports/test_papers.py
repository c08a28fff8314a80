"""Papers say what the results say: the same figures, every deduction with its reason, all units once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from itertools import permutations

import pytest

from assessments.reports.appeal_form import appeal_form
from assessments.reports.circular import circular
from assessments.reports.deductions import deductions
from assessments.reports.dossier import Dossier
from assessments.reports.feedback import feedback
from assessments.reports.items import items, leaves
from assessments.reports.publicity import publicity
from assessments.reports.ranking import ranking
from assessments.reports.score_sheet import score_sheet
from assessments.reports.statement import statement
from assessments.reports.table import Arithmetic, Cell, Document, Paragraph, Row, Table, Text, Words
from assessments.reports.totals import totals, totals_by_indicator
from assessments.scheme import Period, Settings
from assessments.scoring import score
from tests.assessments.reports.samples import ACCIDENT, DOSSIER, OFFICE, OWN, RESULTS, SCHEME, SHEETS


def column(table: Table, key: str) -> list[Cell]:
    """The cells of the column with this head."""
    place = next(
        place
        for place, each in enumerate(table.columns)
        if isinstance(each.head, Words) and each.head.key == key
    )
    return [row.cells[place] for row in table.rows]


def row_of(table: Table, start: Cell) -> Row:
    """The row that has this cell."""
    return next(row for row in table.rows if start in row.cells)


def keys(text: object) -> set[str]:
    """Every key in words, wherever it stands."""
    if isinstance(text, Words):
        return {text.key}.union(*(keys(each) for each in text.arguments.values()))
    if isinstance(text, tuple):
        return set().union(*(keys(each) for each in text))
    return set()


def tables_of(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs_of(document: Document) -> list[Text]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def names_in(document: Document, key: str) -> list[str]:
    """The units named in the paragraphs with this key."""
    found: list[str] = []
    for text in paragraphs_of(document):
        if isinstance(text, Words) and text.key == key:
            units = text.arguments["units"]
            assert isinstance(units, tuple)
            found += [str(unit) for unit in units]
    return found


def test_every_row_has_a_cell_for_every_column() -> None:
    tables = [each(DOSSIER, "towns") for each in (totals, totals_by_indicator, deductions, ranking)]
    tables.append(score_sheet(DOSSIER, "wood"))
    for document in (
        circular(DOSSIER),
        publicity(DOSSIER),
        statement(DOSSIER, "wood"),
        feedback(DOSSIER, "wood"),
    ):
        tables += tables_of(document)
    for table in tables:
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


# Totals


def test_totals_have_the_figures_of_the_results() -> None:
    table = totals(DOSSIER, "towns")
    row = row_of(table, "林口镇").cells
    result = RESULTS.of("wood")
    assert row[2:6] == (D(100), D(20), D(80), result.main.deducted)
    assert row[6] == result.main.value
    assert row[7] == D("87.29")
    assert row[9] == result.total == D("89.29")
    assert row[8] == result.raw - result.main.value


def test_a_unit_assessed_elsewhere_is_named_and_not_listed() -> None:
    for table in (totals(DOSSIER, "towns"), ranking(DOSSIER, "towns")):
        assert "远山乡" not in column(table, "report.unit")
        assert "report.handed_over" in keys(table.notes)


def test_the_wide_table_leaves_empty_what_a_unit_does_not_have() -> None:
    own = replace(SCHEME, indicators=tuple(
        replace(each, applies=("wood",)) if each.id == "honour" else each for each in SCHEME.indicators
    ))  # fmt: skip
    table = totals_by_indicator(Dossier(own, score(own, SHEETS), SHEETS), "towns")
    assert row_of(table, "林口镇").cells[4] == D(2)
    assert row_of(table, "河湾镇").cells[4] is None


# Deductions


def test_every_loss_is_listed_with_a_reason_and_they_add_up() -> None:
    table = deductions(DOSSIER, "towns")
    for result in DOSSIER.units("towns"):
        name = DOSSIER.name(result.unit)
        rows = [row for row in table.rows if row.cells[0] == name and row.cells[4] is not None]
        assert sum((D(str(row.cells[4])) for row in rows), D(0)) == result.main.deducted
        assert all(row.cells[6] for row in rows)


def test_a_loss_without_words_is_told_by_its_arithmetic() -> None:
    row = row_of(deductions(DOSSIER, "towns"), "教育培训")
    assert "why.linear" in keys(row.cells[6])


def test_a_veto_stands_among_the_deductions() -> None:
    words = [row.cells[6] for row in deductions(DOSSIER, "towns").rows if row.cells[0] == "河湾镇"]
    assert {"report.effect.fail", "report.effect.talk"} <= keys(tuple(words))


def test_a_head_that_loses_less_than_its_items_is_explained() -> None:
    assert "report.deductions.capped" not in keys(deductions(DOSSIER, "towns").notes)
    capped = replace(SCHEME, indicators=tuple(
        replace(each, limits=replace(each.limits, floor=D(30))) if each.id == "duty" else each
        for each in SCHEME.indicators
    ))  # fmt: skip
    dossier = Dossier(capped, score(capped, SHEETS), SHEETS)
    assert "report.deductions.capped" in keys(deductions(dossier, "towns").notes)


# Ranking


def test_a_ranking_stands_by_rank_and_marks_shared_places() -> None:
    table = ranking(DOSSIER, "towns")
    assert column(table, "report.rank") == [1, 2, 3, 3]
    assert [keys(cell) for cell in column(table, "report.remark")] == [
        set(),
        set(),
        {"report.shared"},
        {"report.shared"},
    ]
    assert column(table, "report.grade") == ["不合格", "良好", "良好", "良好"]


def test_a_provisional_result_says_so() -> None:
    assert "report.provisional" not in keys(ranking(DOSSIER, "towns").notes)
    assert "report.provisional" in keys(ranking(DOSSIER, "offices").notes)
    for paper in (circular(DOSSIER), publicity(DOSSIER)):
        assert "report.provisional_below" in keys(tuple(paragraphs_of(paper)))
    told = keys(tuple(paragraphs_of(circular(DOSSIER))))
    assert "report.circular.opening_draft" in told
    assert "report.circular.opening" not in told
    told = keys(tuple(paragraphs_of(publicity(DOSSIER))))
    assert "report.publicity.opening_draft" in told


# The score sheet


def test_a_score_sheet_has_every_item_of_the_unit_and_its_sums() -> None:
    table = score_sheet(DOSSIER, "wood")
    result = RESULTS.of("wood")
    held = items(DOSSIER, result.main)
    assert column(table, "report.number")[: len(held)] == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3"]
    assert [row.cells[5] for row in table.rows[-2:]] == [result.main.value, result.total]
    assert table.landscape


def test_an_item_that_does_not_concern_the_unit_has_words_and_no_number() -> None:
    row = row_of(score_sheet(DOSSIER, "wood"), "矿山监管")
    assert keys(row.cells[5]) == {"report.not_applicable"}
    assert row.cells[7] == ("辖区没有矿山",)


def test_an_open_item_has_words_and_no_number() -> None:
    row = row_of(score_sheet(DOSSIER, "works"), "消防安全")
    assert keys(row.cells[5]) == {"report.not_scored"}
    assert row.cells[6] is None


def test_the_units_own_word_stands_beside_the_score_and_gives_no_reason() -> None:
    row = row_of(score_sheet(DOSSIER, "wood"), "消防安全")
    assert (row.cells[4], row.cells[5]) == (D(40), D("38.5"))
    assert "自评满分" not in str(row.cells[7])
    assert row.cells[9] == ("县安委办",)
    assert row_of(score_sheet(DOSSIER, "river"), "消防安全").cells[4] is None


def test_a_units_own_rule_stands_on_its_sheet() -> None:
    assert row_of(score_sheet(DOSSIER, "works"), "矿山监管").cells[2] == ("只考核砂石场。",)


# Documents


def test_the_circular_lists_every_unit_once_under_its_grade() -> None:
    listed = names_in(circular(DOSSIER), "report.circular.grade")
    assert sorted(listed) == sorted(DOSSIER.name(each.unit) for each in DOSSIER.scored if each.grade)
    assert len(listed) >= 4


def test_the_circular_names_those_without_a_grade_apart() -> None:
    assert names_in(circular(DOSSIER), "report.circular.ungraded") == ["县住建局"]


def test_the_circular_names_accidents_vetoes_and_who_must_mend() -> None:
    paper = circular(DOSSIER)
    told = keys(tuple(paragraphs_of(paper)))
    assert {"report.circular.veto", "report.circular.accident", "report.circular.talk"} <= told
    texts = [text for text in paragraphs_of(paper) if isinstance(text, Words)]
    brought = [text for text in texts if text.key.startswith("report.circular.veto")]
    assert len({text.arguments.get("unit") for text in brought}) == len(brought)
    assert "report.mark.events" not in keys(tuple(brought)), "accidents are told once, apart"
    assert names_in(paper, "report.circular.mend") == ["河湾镇"]


def test_the_circular_of_a_quiet_year_says_so() -> None:
    quiet = replace(OFFICE, events=())
    paper = circular(Dossier(SCHEME, score(SCHEME, (quiet,)), (quiet,)))
    told = keys(tuple(paragraphs_of(paper)))
    assert "report.circular.no_vetoes" in told
    assert "report.circular.accident" not in told


def test_feedback_lists_every_loss_with_advice_and_a_deadline() -> None:
    (table,) = tables_of(feedback(DOSSIER, "wood", date(2027, 2, 10)))
    lost = [item for item in leaves(DOSSIER, RESULTS.of("wood").main) if item.lost]
    assert column(table, "report.lost") == [item.lost for item in lost]
    assert set(column(table, "report.feedback.deadline")) == {date(2027, 2, 10)}
    assert all(column(table, "report.feedback.advice"))


def test_feedback_of_a_unit_that_lost_nothing_asks_for_nothing() -> None:
    entries = {"river": {**OFFICE.entries["river"], "mine": OFFICE.entries["hill"]["mine"]}}
    full = replace(OFFICE, entries=entries, events=())
    paper = feedback(Dossier(SCHEME, score(SCHEME, (full,)), (full,)), "river")
    assert tables_of(paper) == []
    assert "report.feedback.nothing" in keys(tuple(paragraphs_of(paper)))


@pytest.mark.parametrize("unit", ["wood", "river", "works"])
def test_a_statement_prints_every_step_of_every_number(unit: str) -> None:
    result = RESULTS.of(unit)
    first, second = tables_of(statement(DOSSIER, unit))
    steps = [step for item in items(DOSSIER, result.main) for step in item.score.steps]
    printed = [row.cells[2:] for row in second.rows if not row.strong and row.cells[3] is not None]
    assert [value for _, value in printed] == [step.value for step in steps]
    assert [words for words, _ in printed] == [
        Arithmetic(step.formula) if len(step.formula) > 1 else None for step in steps
    ]
    assert (D(str(result.total))) in [row.cells[3] for row in first.rows]


def test_steps_to_rank_and_grade_do_not_repeat_the_total() -> None:
    result = RESULTS.of("wood")
    first, _ = tables_of(statement(DOSSIER, "wood"))
    standing = first.rows[-len(result.grade_steps) :]
    assert result.grade_steps
    assert [row.cells[3] for row in standing] == [
        None if step.value == result.total else step.value for step in result.grade_steps
    ]


def test_a_ranking_has_a_column_of_awards_only_where_a_place_brings_one() -> None:
    for each in SCHEME.classes:
        heads = keys(tuple(column.head for column in ranking(DOSSIER, each.id).columns))
        assert ("report.awards" in heads) == bool(each.awards)


def test_what_brought_several_marks_stands_once_in_the_ranking() -> None:
    cell = row_of(ranking(DOSSIER, "towns"), "河湾镇").cells[4]
    assert isinstance(cell, tuple)
    assert len(cell) == len(set(map(repr, cell)))
    assert "report.mark.events" not in keys(cell)
    assert "report.event" in keys(cell)


def test_a_form_leaves_room_for_what_is_written_by_hand() -> None:
    (table,) = tables_of(appeal_form(DOSSIER, "wood"))
    room = {row.cells[0].key: row.lines for row in table.rows if isinstance(row.cells[0], Words)}
    assert min(room["report.appeal.claim"], room["report.appeal.review"]) >= 6
    assert room["report.appeal.unit"] == 1


def test_publicity_counts_its_days_and_says_where_to_object() -> None:
    words = paragraphs_of(publicity(DOSSIER, date(2027, 1, 11)))
    days = next(text for text in words if isinstance(text, Words) and text.key == "report.publicity.from_to")
    assert (days.arguments["first"], days.arguments["last"]) == (date(2027, 1, 11), date(2027, 1, 15))
    assert "report.publicity.appeal" in keys(tuple(words))


def test_publicity_without_days_leaves_them_blank() -> None:
    dossier = replace(DOSSIER, scheme=replace(SCHEME, settings=Settings()))
    told = keys(tuple(paragraphs_of(publicity(dossier))))
    assert {"report.publicity.days_blank", "report.publicity.object"} <= told


def test_publicity_shows_bonuses_with_their_reason() -> None:
    beside = tables_of(publicity(DOSSIER))[-1]
    assert [row.cells[:3] for row in beside.rows] == [("林口镇", "表彰加分", D(2))]
    assert beside.rows[0].cells[3]


def test_an_appeal_form_is_filled_as_far_as_it_has_come() -> None:
    def fields(document: Document) -> dict[str, Cell]:
        (table,) = tables_of(document)
        return {
            head.key: content
            for head, content in (row.cells for row in table.rows)
            if isinstance(head, Words)
        }

    empty = fields(appeal_form(DOSSIER, "wood"))
    assert empty["report.appeal.claim"] is None
    asked = fields(appeal_form(DOSSIER, "wood", "p1"))
    assert (asked["report.appeal.original"], asked["report.appeal.result"]) == (D("38.5"), None)
    done = fields(appeal_form(DOSSIER, "river", "p2"))
    assert (done["report.appeal.original"], done["report.appeal.score"]) == (D(19), D("19.5"))
    assert keys(done["report.appeal.result"]) == {"report.appeal.changed"}
    with pytest.raises(KeyError):
        appeal_form(DOSSIER, "wood", "none")


def test_papers_do_not_depend_on_the_order_of_sheets() -> None:
    drawn = []
    for sheets in permutations(SHEETS):
        dossier = replace(DOSSIER, results=score(SCHEME, sheets), sheets=sheets)
        drawn.append((circular(dossier), deductions(dossier, "towns"), score_sheet(dossier, "wood")))
    assert drawn[0] == drawn[1]


def test_an_indicator_is_found_at_any_depth() -> None:
    main = RESULTS.of("wood").main
    assert main.find("fire") is not None
    assert main.find("nothing") is None


def test_a_year_of_several_rounds_is_told_round_by_round() -> None:
    rounds = (Period("q1", "上半年", 1), Period("q2", "下半年", 2))
    scheme = replace(SCHEME, periods=rounds)
    sheets = (replace(OFFICE, id="a", period="q1", events=()), replace(OFFICE, id="b", period="q2"))
    dossier = Dossier(scheme, score(scheme, sheets), sheets)
    first, _ = tables_of(statement(dossier, "wood"))
    assert [row.cells[1] for row in first.rows if row.cells[1] in ("上半年", "下半年")] == [
        "上半年",
        "下半年",
    ]
    assert "report.score_sheet.periods" in keys(score_sheet(dossier, "wood").notes)


def test_an_event_of_a_units_own_sheet_brings_no_mark_into_the_papers() -> None:
    own = replace(OWN, events=(replace(ACCIDENT, text="本单位另有说法"),))
    dossier = replace(DOSSIER, sheets=(own, OFFICE))
    event = dossier.event("a1")
    assert event is not None
    assert event.text == "砖厂坍塌事故"


def test_the_circular_says_that_nothing_was_lost_only_when_all_is_scored() -> None:
    nothing = keys(tuple(paragraphs_of(circular(Dossier(SCHEME, score(SCHEME, ()), ())))))
    assert "report.circular.problems_open" in nothing
    assert "report.circular.no_problems" not in nothing
