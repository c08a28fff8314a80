"""The open assessment on the screen: what is said of it in every place."""

TEXTS: dict[str, tuple[str, str]] = {
    "assessment.clash": (
        "{who}刚改过同一项，保留哪一个？",
        "{who} has just changed the same item. Which one stays?",
    ),
    "assessment.others_changed": (
        "别人刚改了这个单位的评分，已显示最新内容",
        "Somebody has just changed scores of this unit; the newest are shown",
    ),
    "assessment.somebody": ("另一位同事", "A colleague"),
    "assessment.later": ("稍后再定", "Decide later"),
    "assessment.later.note": ("两个都留着，按 Ctrl+S 再来定", "both are kept; Ctrl+S asks again"),
    "assessment.unsettled": (
        "还有 {count} 处与别人填的不同，您填的没有丢，也还没有保存。按 Ctrl+S 再来定",
        "{count} of your entries differ from a colleague's: not lost, not saved yet. Ctrl+S asks again",
    ),
    "assessment.keep_theirs": ("用对方的", "Keep theirs"),
    "assessment.keep_mine": ("用我的", "Keep mine"),
    "assessment.nothing": ("未填", "nothing entered"),
    "assessment.not_applicable": ("不涉及", "not applicable"),
    "assessment.value": ("实际 {number}", "actual {number}"),
    "assessment.score": ("得分 {number}", "score {number}"),
    "assessment.figure": ("{name} {number}", "{name} {number}"),
    "assessment.done": ("已完成", "done"),
    "assessment.not_done": ("未完成", "not done"),
    "assessment.evidence": ("佐证 {count} 件", "{count:piece|pieces} of evidence"),
}
