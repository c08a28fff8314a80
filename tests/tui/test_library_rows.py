"""The library's rows: what a row means to take, and words that fit into narrow columns."""

from __future__ import annotations

from dataclasses import replace

from planner.library import Hit, Template
from planner.plan import Plan, Source
from planner.tui.screens.library.rows import (
    grouped,
    hit_title,
    hit_words,
    key_of,
    outline,
    part_title,
    picks_of,
    row_key,
    short_name,
    taken_from,
)
from planner.tui.screens.library.shown import paragraphs
from planner.tui.widgets.rowmodel import Group
from tui.fakes import plan, task
from tui.library_office import FIRE, FLOOD

BUILT_IN = Template("builtin/fire", "builtin", FIRE)
OTHER = Template("builtin/flood", "builtin", FLOOD)


def find(key: str) -> Template | None:
    return {"builtin/fire": BUILT_IN, "builtin/flood": OTHER}.get(key)


def test_marks_become_one_pick_a_template_in_order_of_marking() -> None:
    keys = [row_key(OTHER, "ftask2"), row_key(BUILT_IN, "sec001"), row_key(OTHER, "ftask1"), "gone\nx"]
    picks = picks_of(keys, find)
    assert [(pick.template.id, pick.ids) for pick in picks] == [
        ("flood1", ("ftask2", "ftask1")),
        ("fire01", ("sec001",)),
    ]


def test_the_whole_template_among_the_marks_takes_it_whole() -> None:
    (pick,) = picks_of([row_key(OTHER, "ftask2"), row_key(OTHER)], find)
    assert pick.ids is None


def test_a_task_has_the_same_name_in_every_list() -> None:
    row = next(row for row in outline(BUILT_IN) if row.id == "ftask2")
    assert key_of(row) == key_of(Hit(BUILT_IN, "ftask2", "title", "")) == row_key(BUILT_IN, "ftask2")
    assert key_of(BUILT_IN) == key_of(Hit(BUILT_IN, "", "template", "")) == key_of(outline(BUILT_IN)[0])


def test_the_outline_has_the_template_its_sections_and_all_tasks_even_those_of_no_section() -> None:
    loose = replace(FIRE, tasks=(*FIRE.tasks, task("loose1", "没有归属的任务", section="")))
    rows = outline(Template("x", "file", loose))
    assert [row.kind for row in rows] == ["plan", "section", "task", "task", "task", "task"]
    assert part_title(rows[0]) == "整份模板（4 项任务）"
    assert part_title(rows[1]) == "一、消防安全任务（3 项）"
    assert part_title(rows[-1]).endswith("4. 没有归属的任务")
    assert part_title(rows[-1], taken=True).endswith("4. [已取] 没有归属的任务")


def test_templates_stand_under_their_origin() -> None:
    own = Template("own", "workspace", plan())
    shown = [item.title if isinstance(item, Group) else item.key for item in grouped((own, BUILT_IN))]
    assert shown == ["本单位的计划", "own", "程序内置", "builtin/fire"]


def test_a_hit_shows_the_words_found_first_without_the_wide_ellipsis() -> None:
    hit = Hit(BUILT_IN, "ftask1", "text", "…前面还有很长的一段话，每季度组织演练一次…")
    assert hit_words(hit, "演练") == "正文 ..组织演练一次.."
    assert hit_words(hit, "别的 演练") == "正文 ..组织演练一次.."
    assert hit_words(hit, "没有") == "正文 ..前面还有很长的一段话，每季度组织演练一次.."
    assert hit_words(replace(hit, where="title"), "演练") == "标题"


def test_a_hit_of_the_template_itself_says_so() -> None:
    assert hit_title(Hit(BUILT_IN, "", "template", "")) == "整份：2026年消防安全工作要点"
    assert short_name(Hit(BUILT_IN, "", "template", "")) == "2026 消防安全"


def test_what_the_draft_took_is_known_by_its_source() -> None:
    taken = replace(task("t1", "甲"), source=Source("消防", ref="fire01/ftask2"))
    draft = replace(plan(), tasks=(taken, task("t2", "乙")))
    assert taken_from(draft) == {"fire01/ftask2"}
    assert taken_from(None) == frozenset()


def test_a_task_is_shown_with_everything_it_holds() -> None:
    row = next(row for row in outline(BUILT_IN) if row.id == "ftask2")
    text = "\n".join(para.text for para in paragraphs(row))
    for words in (FIRE.tasks[1].title, "牵头：消防救援大队", "配合：财政局", "目标：排查企业不少于200家"):
        assert words in text


def test_a_task_without_names_says_so() -> None:
    made: Plan = replace(FIRE, tasks=(task("t1", "甲"),))
    text = "\n".join(para.text for para in paragraphs(outline(Template("x", "file", made))[2]))
    assert "没有写明由谁负责" in text
