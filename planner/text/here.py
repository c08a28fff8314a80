"""Words of the catalogue: what an action does in the place where it is called otherwise, for F1 and Ctrl+P."""

TEXTS: dict[str, tuple[str, str]] = {
    # Everywhere
    "field.leave_filter.help": ("取消筛选，回到列表", "Leave the filter, back to the list"),
    "field.change.help": ("换成别的", "Take another"),
    # Home and library
    "home.new_plan.help": ("从模板或以往计划起草新计划", "A new plan from a template or a past plan"),
    "home.delete.help": ("删除这份计划，可以恢复", "Delete this plan; it can be brought back"),
    "library.new_plan.help": ("用标记的内容新建计划", "A new plan from what is marked"),
    "library.remove.help": ("从工作区删除这份计划，可以恢复", "Delete this plan; it can be brought back"),
    "library.look.help": ("在右边细看这一条", "Look at it in the pane beside"),
    # Draft
    "draft.open.help": ("进入任务，修改光标所在的内容", "Into the task, or edit what the cursor is on"),
    "draft.attention.help": (
        "只看还有问题的任务，再按一次还原",
        "Only tasks with something to mend, and back",
    ),
    "draft.open_file.help": (
        "读一份过去的计划文件，放在旁边作模板",
        "Read a past plan to stand beside as template",
    ),
    "draft.other_pane.help": (
        "窗口窄时换下一栏，宽时只看这一栏",
        "The next pane, or in a wide window this one alone",
    ),
    # Departments of the tasks
    "assign.open.help": ("看这项任务的分工", "See the duties of this task"),
    "assign.only_unled.help": (
        "只看还没有牵头单位的任务，再按一次还原",
        "Only tasks without a lead, and back",
    ),
    "assign.matrix.help": ("在单位任务矩阵和任务列表之间换", "Between matrix and list of tasks"),
    "assign.role.help": ("改成牵头、责任、配合或督导", "Make it lead, responsible, support or supervise"),
    "assign.take_out.help": ("从这项任务去掉这个单位，可以撤销", "Take it out of the task; it can be undone"),
    "assign.mark.help": ("标记任务，几项可以一起指派", "Mark tasks; several get a department together"),
    "assign.forward.help": ("名字在本角色里往前移", "Its name one place forward in this role"),
    "assign.backward.help": ("名字在本角色里往后移", "Its name one place backward in this role"),
    # The year
    "year.open.help": ("到起草里看这项任务", "See the task in the draft"),
    "year.edit.help": ("改这一项的期限或周期", "Change when it is due or how often"),
    "year.assign.help": ("到分工里看这项任务", "To the duties of this task"),
    "year.grouping.help": ("按月或按季度看", "By month or by quarter"),
    "year.only_undated.help": ("只看没有日期的，再按一次还原", "Only what has no day, and back"),
    # The check
    "check_place.open.help": ("到计划里有问题的那一处", "To the place in the plan"),
    "check_place.again.help": ("按现在的内容重新检查", "Check what stands there now"),
    "check_place.take.help": ("能直接改的马上改好，可以撤销", "Mend at once what can be; it can be undone"),
    "check_place.only_errors.help": ("只看必须改的，再按一次还原", "Only what must be mended, and back"),
    # Departments
    "departments.add.help": ("在名录里新增一个单位", "Add a department to the roster"),
    "departments.rename.help": ("改全称和简称", "Change its name and short names"),
    "departments.remove.help": ("从名录删除这个单位，可以撤销", "Take it off the roster; it can be undone"),
    "departments.only_abolished.help": ("只看已撤销的单位，再按一次还原", "Only abolished ones, and back"),
    "departments.details.help": ("看简称、各级对口单位、沿革", "Short names, names at other levels, history"),
    # Schemes
    "scheme_place.open.help": ("打开或细看光标所在的一项", "Open it, or see it in full"),
    "scheme_place.new_scheme.help": (
        "从现成方案里选一个，改成本县的",
        "Take a ready one and make it your county's",
    ),
    "scheme_place.take.help": ("以这个方案为底，做新年度的", "Make another year's from this one"),
    "scheme_place.open_file.help": ("读入方案或评分表（.toml）", "Read a scheme or score sheets (.toml)"),
    "scheme_place.remove.help": ("删除这个方案，可以恢复", "Delete this scheme; it can be brought back"),
    "scheme_place.export.help": ("把方案存成文件交给别人", "Write the scheme to a file to hand over"),
    "scheme_place.more.help": ("光标所在的指标加 1 分，按左键减 1 分", "A point more; Left is a point less"),
    "scheme_place.less.help": ("光标所在的指标减 1 分", "A point less for the indicator"),
    "scheme_place.much_more.help": ("光标所在的指标加 10 分", "Ten points more for the indicator"),
    "scheme_place.much_less.help": ("光标所在的指标减 10 分", "Ten points less for the indicator"),
    "scheme_place.check.help": ("看检查发现了什么，回车到那一处", "What the check found; Enter goes there"),
    "scheme_place.attention.help": ("只看有问题的指标，再按一次还原", "Only what is wrong, and back"),
    "scheme_place.views.help": (
        "指标、类别、单位、评委等，换一部分看",
        "Indicators, classes, units, assessors: the next part of the scheme",
    ),
    "scheme_place.move_to.help": ("把这个指标移到另一个指标下面", "Move the indicator under another"),
    # Scoring
    "scoring_place.enter.help": (
        "填光标所在的指标，回车到下一项",
        "Fill in the item; Enter goes to the next",
    ),
    "scoring_place.next_place.help": ("到结果看排名和等次", "To the ranking and the grades"),
    "scoring_place.next_unit.help": ("到名单里的下一个单位", "To the next unit of the list"),
    "scoring_place.previous_unit.help": ("到名单里的上一个单位", "To the unit before it in the list"),
    "scoring_place.next_open_unit.help": (
        "跳到下一个还没填完的单位",
        "To the next unit that lacks something",
    ),
    "scoring_place.previous_open_unit.help": (
        "跳到上一个还没填完的单位",
        "To the unit before it that lacks something",
    ),
    "scoring_place.only_missing.help": (
        "只看还没填的指标，再按一次还原",
        "Only items not filled in, and back",
    ),
    "scoring_place.edit.help": (
        "在一张表里填得分、说明和佐证",
        "Score, note and evidence of the item in one form",
    ),
    "scoring_place.clear.help": ("清掉这一项填的内容，可以撤销", "Clear what was entered; it can be undone"),
    "scoring_place.add.help": ("添加一份佐证，或登记一件事", "Add evidence, or enter an event"),
    "scoring_place.check.help": (
        "看本阶段还差什么，进入下一阶段或退回",
        "What the stage lacks; on to the next, or back",
    ),
    "scoring_place.import.help": ("读入各部门、评委填好的评分表", "Read the forms that others filled in"),
    "scoring_place.export.help": ("存成表格发给各部门、评委填写", "Write the forms that others fill in"),
    "scoring_place.save_entry.help": (
        "存下这一项，接着填下面一项",
        "Save it and go on with the next item",
    ),
    "scoring_place.save_entry_up.help": (
        "存下这一项，接着填上面一项",
        "Save it and go on with the item above",
    ),
    "scoring_place.leave_entry.help": ("不改，回到表格", "Leave it as it is, back to the table"),
    "scoring_place.switch.help": ("在是和否之间换", "Between yes and no"),
    # Results
    "results.why.help": (
        "这个单位的分数是怎样一步步算出来的",
        "How the unit's score came to be, step by step",
    ),
    "results.next_view.help": (
        "排名、区分度、差距、与上年比、评委、推演，依次换",
        "Ranking, spread, what is needed, last year, assessors, what-if, one after the other",
    ),
    "results.only_open.help": ("只看还没评完的单位，再按一次还原", "Only units not finished, and back"),
    "results.export.help": (
        "把排名、得分表、通知单存成文件",
        "Write ranking, score tables and notices to files",
    ),
    "results.give_last_year.help": ("读入上年的成绩文件", "Read the file with last year's results"),
    "what_if.more.help": ("光标所在的数加大一步", "The number under the cursor one step up"),
    "what_if.less.help": ("光标所在的数减小一步", "The number under the cursor one step down"),
    "what_if.much_more.help": ("光标所在的数加大十步", "Ten steps up"),
    "what_if.much_less.help": ("光标所在的数减小十步", "Ten steps down"),
    "what_if.exact.help": ("直接输入这个数", "Type the number"),
    "what_if.firm.help": ("权重小有出入，名次会不会变", "Whether ranks hold when weights differ a little"),
    "what_if.keep.help": ("起个名字，存下这次推演", "Keep this what-if under a name"),
    "what_if.open.help": ("打开存下的推演", "Open a what-if that was kept"),
    "what_if.remove.help": ("删掉一个存下的推演", "Forget a what-if that was kept"),
    "what_if.back.help": ("放下试的数，回到正式结果", "Leave the trial, back to the official result"),
}
