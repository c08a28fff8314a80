"""Words of the catalogue: the check screen, and what the mends do."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.check": (
        "计划还缺什么、哪里不对，按轻重列出；每次修改后自动重新检查。\n"
        "回车到出问题的地方去改。能直接改的，按 F5 就改好：写错、撤并或层级不对的单位名换成正确的，没有的日期改成月底，"
        "没有牵头的马上指派。改动都可以用 Ctrl+Z 撤销。\n"
        "F4 只看必须改的。用空格或 Ctrl+A 标记多条，再按 F5，有把握的一次改完。",
        "What the plan lacks or has wrong, the weightiest first; checked again after every change.\n"
        "Enter goes to the place. What can be mended directly is mended by F5: damaged, abolished or wrong-level "
        "names, days that do not exist, tasks without a lead. Ctrl+Z undoes all of it.\n"
        "F4 shows only what must be mended. Mark several with Space or Ctrl+A and press F5: the sure ones are mended "
        "at once.",
    ),
    "check_place.error": ("必须改", "Must be mended"),
    "check_place.warning": ("请看一看", "To be looked at"),
    "check_place.note": ("供参考", "For your information"),
    "check_place.count": ("{count} 条", "{count}"),
    "check_place.where": ("位置", "Place"),
    "check_place.words": ("问题和办法", "What, and what to do"),
    "check_place.mend": ("F5", "F5"),
    "check_place.open": ("去改", "Go there"),
    "check_place.take": ("直接改好", "Mend it"),
    "check_place.assign": ("指派单位", "Assign"),
    "check_place.only_errors": ("只看必须改的", "Only what must be"),
    "check_place.again": ("重新检查", "Check again"),
    "check_place.filter": (
        "输入问题或位置里的字，Esc 取消",
        "Words of the finding or its place; Esc leaves",
    ),
    "check_place.checking": ("正在检查", "checking"),
    "check_place.clean": ("没有要改的，可以导出了", "nothing to mend, ready to export"),
    "check_place.none": (
        "没有发现问题。\n下一步：按 Ctrl+E 导出计划，交给别人。\n（只看必须改的时候，按 F4 看其余提示。）",
        "Nothing was found.\nNext: press Ctrl+E to write the plan to a file and hand it over.\n"
        "(F4 shows the remarks again where only what must be mended is shown.)",
    ),
    "check_place.and_more": ("{count} 处 {where}", "{count}x {where}"),
    "check_place.which_place": ("去哪一处？（{count} 处）", "Which place? ({count})"),
    "check_place.whole": ("整份计划", "the whole plan"),
    "check_place.full": ("[{weight}] {words}", "[{weight}] {words}"),
    "check_place.advice.mend": (
        "按 F5：{what}；回车：到那里自己改。",
        "F5: {what}; Enter: go there and write.",
    ),
    "check_place.advice.go": ("按回车，到那里去改。", "Press Enter to go there."),
    "check_place.advice.department": (
        "按回车看这个单位；要调整分工，到“分工”按 F10 看矩阵。",
        "Enter shows the department; the matrix in Assign (F10) shows its load.",
    ),
    "check_place.advice.assign": ("按回车，到“分工”去调整。", "Press Enter for the duties."),
    "check_place.choose_one": ("请先选一条", "Choose a finding first"),
    "check_place.not_a_task": ("这一条与任务的分工无关", "This one is not about a task"),
    "check_place.write": (
        "这一条要自己写：按回车到那里去改",
        "Only you can write this: Enter goes there",
    ),
    "check_place.none_sure": (
        "标记的这些都要一条一条看，请逐条按 F5 或回车",
        "Each of these must be looked at; use F5 or Enter one by one",
    ),
    "check_place.which_mend": ("怎么改？", "How shall it be mended?"),
    "check_place.assign_as": (
        "由哪个单位{role}？（{count} 条）",
        "Which department as {role}? ({count})",
    ),
    "check_place.who": ("“{name}”指哪个单位？", "Which department is “{name}”?"),
    "check_place.other": ("换成别的单位", "Another department"),
    "check_place.other.note": ("全计划里一起换", "in the whole plan"),
    "check_place.add": ("名称没错，加入单位名录", "The name is right, add it to the roster"),
    "check_place.add.note": ("以后不再提示", "it is known from then on"),
    "check_place.done": ("{what}。Ctrl+Z 撤销", "{what}. Ctrl+Z undoes it"),
    "check_place.did_mend_all": (
        "改好 {count} 条，另有 {left} 条要逐条看",
        "mended {count}; {left} must be looked at one by one",
    ),
    # What F5 does, in a word
    "check_place.mend.rename": ("换名", "rename"),
    "check_place.mend.assign": ("指派", "assign"),
    "check_place.mend.who": ("认单位", "who?"),
    "check_place.mend.impossible_day": ("改日期", "day"),
    "check_place.mend.day_before_year": ("改年份", "year"),
    "check_place.mend.past_year": ("改年份", "year"),
    "check_place.mend.ended_five_year_plan": ("更新", "renew"),
    "check_place.mend.same_task": ("删去", "delete"),
    "check_place.mend.like_task": ("删去", "delete"),
    "check_place.mend.empty_section": ("删去", "delete"),
    "check_place.mend.no_occurrence": ("定日期", "days"),
    # The mends
    "mend.rename": ("“{old}”改为“{new}”", "“{old}” becomes “{new}”"),
    "mend.rename_here": (
        "“{old}”改为“{new}”，只改这一处",
        "“{old}” becomes “{new}”, only here",
    ),
    "mend.rename_all": (
        "“{old}”改为“{new}”，全计划 {count} 处",
        "“{old}” becomes “{new}”, {count:time|times} in the plan",
    ),
    "mend.words": ("“{old}”改为“{new}”", "“{old}” becomes “{new}”"),
    "mend.delete_task": ("删去任务“{title}”", "delete the task “{title}”"),
    "mend.delete_section": ("删去“{title}”这一部分", "delete the section “{title}”"),
}
