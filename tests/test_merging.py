"""Three-way merge and differences: nothing of either side is lost, and a clash is never silent."""

from hypothesis import given
from hypothesis import strategies as st

from planner.merging import ABSENT, Clash, Difference, differences, merge, rewound

leaves = st.one_of(
    st.none(), st.booleans(), st.integers(0, 2), st.sampled_from(["安", "全"]), st.lists(st.integers(0, 1))
)
documents = st.recursive(
    st.dictionaries(st.sampled_from("abc"), leaves, max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("abc"), leaves | inner, max_size=3),
    max_leaves=8,
)
BASE = {"title": "要点", "tasks": {"k1": {"title": "排查", "lead": ["应急局"]}, "k2": {"title": "演练"}}}


def test_changes_to_different_fields_are_both_kept() -> None:
    mine = {"title": "要点", "tasks": {"k1": {"title": "排查", "lead": ["公安局"]}, "k2": {"title": "演练"}}}
    theirs = {
        "title": "要点",
        "tasks": {"k1": {"title": "检查", "lead": ["应急局"]}, "k3": {"title": "宣传"}},
    }
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.document == {
        "title": "要点",
        "tasks": {"k1": {"title": "检查", "lead": ["公安局"]}, "k3": {"title": "宣传"}},
    }


def test_two_values_for_one_field_clash_and_theirs_stands() -> None:
    merged = merge(BASE, {**BASE, "title": "我的"}, {**BASE, "title": "他的"})
    assert merged.clashes == (Clash(("title",), "要点", "我的", "他的"),)
    assert merged.document["title"] == "他的"


def test_a_task_removed_by_one_and_edited_by_the_other_clashes() -> None:
    without = {**BASE, "tasks": {"k1": BASE["tasks"]["k1"]}}  # type: ignore[index]
    edited = {**BASE, "tasks": {**BASE["tasks"], "k2": {"title": "大演练"}}}  # type: ignore[dict-item]
    (clash,) = merge(BASE, without, edited).clashes
    assert clash == Clash(("tasks", "k2"), {"title": "演练"}, ABSENT, {"title": "大演练"})


def test_true_is_not_one() -> None:
    assert list(differences({"a": 1}, {"a": True})) == [Difference(("a",), 1, True)]


def test_none_is_not_absence() -> None:
    assert list(differences({"a": None}, {})) == [Difference(("a",), None, ABSENT)]


@given(documents, documents)
def test_what_only_one_side_changed_is_that_side(base: dict[str, object], changed: dict[str, object]) -> None:
    for merged in (merge(base, changed, base), merge(base, base, changed), merge(base, changed, changed)):
        assert merged.clashes == ()
        assert not list(differences(merged.document, changed))


@given(documents, documents, documents)
def test_without_a_clash_the_sides_may_be_exchanged(
    base: dict[str, object], mine: dict[str, object], theirs: dict[str, object]
) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {clash.path for clash in one.clashes} == {clash.path for clash in other.clashes}
    if not one.clashes:
        assert not list(differences(one.document, other.document))


@given(documents, documents, documents)
def test_every_change_of_mine_is_in_the_merge_or_in_a_clash(
    base: dict[str, object], mine: dict[str, object], theirs: dict[str, object]
) -> None:
    merged = merge(base, mine, theirs)
    lost = {change.path for change in differences(mine, merged.document)}
    made = {change.path for change in differences(base, mine)}
    told = {clash.path for clash in merged.clashes}
    for path in lost & made:
        assert any(path[: len(place)] == place or place[: len(path)] == path for place in told), path


@given(documents, documents)
def test_rewinding_the_differences_gives_the_old_document(
    old: dict[str, object], new: dict[str, object]
) -> None:
    back = rewound(new, reversed(list(differences(old, new))))
    assert not list(differences(old, back))
