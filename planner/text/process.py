"""The stages of an assessment, evidence, decisions and appeals."""

TEXTS: dict[str, tuple[str, str]] = {
    # Stages
    "process.stage.self": ("自评", "Self-rating"),
    "process.stage.verification": ("复核评分", "Verification"),
    "process.stage.panel": ("评委打分", "Panel"),
    "process.stage.totals": ("汇总", "Totals"),
    "process.stage.meeting": ("会议审定", "Meeting"),
    "process.stage.published": ("公示", "Public notice"),
    "process.stage.appeal": ("申诉复核", "Appeals"),
    "process.stage.final": ("定稿", "Final"),
    # Kinds of sheets
    "sheet.kind.self": ("自评", "Self-rated"),
    "sheet.kind.verified": ("复核评分", "Verified"),
    "sheet.kind.rating": ("评委", "Assessor"),
    "sheet.kind.meeting": ("审定", "Meeting"),
    # Locks
    "process.locked.self": (
        "现在是自评阶段，这里还不能改。",
        "The units are rating themselves; this cannot be changed now.",
    ),
    "process.locked.verification": (
        "已进入复核评分，自评已锁定。确需修改，请在“评分”按 F8 退回到自评，写明理由。",
        "Verification has begun and the self-rating is locked. To change it: F8 in Scoring goes back, with a reason.",
    ),
    "process.locked.panel": (
        "已进入评委打分，此前的评分已锁定。确需修改，请在“评分”按 F8 退回，写明理由。",
        "The panel has begun and the scores before it are locked. To change them: F8 in Scoring goes back.",
    ),
    "process.locked.totals": (
        "已进入汇总，方案和评分都已锁定。确需修改，请在“评分”按 F8 退回，写明理由。",
        "The totals are being made; scheme and scores are locked. To change them: F8 in Scoring goes back.",
    ),
    "process.locked.meeting": (
        "已进入会议审定，方案和评分都已锁定。录入会议决定：在“评分”按 Ctrl+U 选“审定：会议”；改原评分：按 F8 退回。",
        "The meeting is deciding; scheme and scores are locked. Ctrl+U in Scoring enters its decisions; F8 goes back.",
    ),
    "process.locked.published": (
        "结果正在公示，不能改动。有异议的，在“评分”按 F8 登记申诉；确需修改，按 F8 退回，写明理由。",
        "The result is published and cannot be changed. F8 in Scoring enters an appeal, or goes back with a reason.",
    ),
    "process.locked.appeal": (
        "现在是申诉复核，此前的评分已锁定。在“评分”按 F8 答复申诉；另有决定的，按 Ctrl+U 选“审定：会议”录入。",
        "Appeals are under review; scores are locked. F8 in Scoring answers an appeal, Ctrl+U enters a decision.",
    ),
    "process.locked.final": (
        "已经定稿，不能改动。确需修改，请在“评分”按 F8 退回，写明理由。",
        "The result is final and cannot be changed. To change it: F8 in Scoring goes back, with a reason.",
    ),
    "process.not_yet.rating": (
        "评委打分还没有开始。请先完成复核评分，再进入评委打分。",
        "The panel has not begun. Finish the verification and go on to the panel first.",
    ),
    "process.not_yet.meeting": (
        "会议审定还没有开始。请先完成汇总，再进入会议审定。",
        "The meeting has not begun. Finish the totals and go on to the meeting first.",
    ),
    # Steps
    "process.is_final": ("已经定稿，没有下一步了。", "The result is final; there is no further step."),
    "process.moved_on": (
        "别人刚刚改变了阶段。请看清现在的阶段再操作。",
        "Somebody has just changed the stage. Look where the assessment stands now.",
    ),
    "process.not_earlier": ("只能退回到前面的阶段。", "One can only go back to an earlier stage."),
    "process.reopen_without_reason": (
        "退回要写明理由。理由会记入日志。",
        "Say why it is reopened; the reason is kept in the journal.",
    ),
    "process.reveal_in_panel_only": (
        "只有在评委打分阶段才能公开打分。",
        "Ratings can be revealed only while the panel rates.",
    ),
    # What is open
    "process.no_self_score": (
        "{unit}没有交自评，{count} 项空着。自评仅作参考，可以继续。",
        "{unit} handed in no self-rating ({count:item|items}). It is only reference; you may go on.",
    ),
    "process.self_score_incomplete": (
        "{unit}的自评还有 {count} 项没填。自评仅作参考，可以继续。",
        "{unit} left {count:item|items} of its self-rating empty. It is only reference; you may go on.",
    ),
    "process.missing_score": (
        "{unit}：“{indicator}”还没有评分。请补上，或记为不涉及。",
        "{unit}: “{indicator}” is not scored yet. Score it, or mark it not applicable.",
    ),
    "process.deduction_without_reason": (
        "{unit}：“{indicator}”扣了分，没有写理由。请补写扣分理由。",
        "{unit}: “{indicator}” lost points and no reason is given. Write the reason.",
    ),
    "process.left_out_without_reason": (
        "{unit}：“{indicator}”记为不涉及，没有写理由。请补写。",
        "{unit}: “{indicator}” is marked not applicable and no reason is given. Write the reason.",
    ),
    "process.too_few_ratings": (
        "{unit}：“{indicator}”只有 {count} 位评委打分，至少要 {least} 位。",
        "{unit}: only {count:assessor|assessors} rated “{indicator}”; at least {least} must.",
    ),
    "process.equal_marks": (
        "{unit}：评委{name}在“{indicator}”上给了 {mark} 分，与{other}相同。本方案不得并列，请拉开差距。",
        "{unit}: {name} gave {mark} in “{indicator}”, the same as {other}. Equal marks are not allowed here.",
    ),
    "process.equal_marks_hidden": (
        "评委{name}在“{indicator}”上给了相同的分。本方案不得并列，请本人按 Ctrl+U 选自己的名字，拉开差距。",
        "{name} gave equal marks in “{indicator}”, which are not allowed here. Ctrl+U, choose your name, mend them.",
    ),
    "process.assessor_has_not_rated": (
        "评委{name}还没有打分，共 {count} 项。",
        "The assessor {name} has not rated yet; items to rate: {count}.",
    ),
    "process.ratings_lacking": (
        "评委{name}还有 {count} 项没有打分。",
        "The assessor {name} has not finished; items still to rate: {count}.",
    ),
    "process.publicity_not_over": (
        "公示到 {day} 为止，还没有满，请期满后再进入申诉复核。天数定错了的，按 F8 退回到复核评分，到“方案”按 Ctrl+G 在“通用规定”里改公示天数。",
        "The result is published until {day}; go on after it. If the days are wrong, F8 goes back to the "
        "verification; Ctrl+G in Scheme leads to the settings, where they are changed.",
    ),
    "process.appeals_not_over": (
        "申诉可提到 {day} 为止，请期满后再定稿。天数定错了的，按 F8 退回到复核评分，到“方案”按 Ctrl+G 在“通用规定”里改申诉天数。",
        "Units may appeal until {day}; make the result final after it. If the days are wrong, F8 goes back to the "
        "verification; Ctrl+G in Scheme leads to the settings, where they are changed.",
    ),
    "process.appeal_unanswered": (
        "{unit} {day} 的申诉还没有答复。请先答复。",
        "The appeal of {unit} of {day} is not answered. Answer it first.",
    ),
    # Decisions and appeals
    "process.decision_without_reason": (
        "会议改动得分要写明理由。",
        "Write why the meeting changes this score.",
    ),
    "process.appeal_too_early": (
        "结果还没有公示，不能提申诉。",
        "The result is not published yet; there is nothing to appeal against.",
    ),
    "process.appeal_over": (
        "已经定稿，不再受理申诉。确有必要，请先退回到申诉复核并写明理由。",
        "The result is final and appeals are closed. If it must be, go back to the appeals and say why.",
    ),
    "process.appeal_too_late": (
        "申诉期到 {day} 为止，已经过了。",
        "Appeals were possible until {day}; that day is past.",
    ),
    "process.appeal_without_text": (
        "请写明申诉的内容和理由。",
        "Write what the unit appeals against, and why.",
    ),
    "process.answer_in_appeal_only": (
        "进入申诉复核后才能答复。请先完成公示。",
        "Appeals are answered in the stage Appeals. Finish the public notice first.",
    ),
    "process.score_stands": ("已答复，维持原来的结果", "Answered; the result stands"),
    "process.answer_without_text": ("请写明答复的内容。", "Write the answer."),
    "process.appeal_names_no_indicator": (
        "这份申诉没有指明指标，不能直接改分。请先写明是哪一项。",
        "This appeal names no indicator, so no score can be changed by it. Say which item it means first.",
    ),
    # Entries and events
    "sheet.unknown_unit": (
        "方案里没有“{unit}”这个单位，或同名的不止一个。请核对单位名称。",
        "The scheme has no unit “{unit}”, or several of that name. Check the unit's name.",
    ),
    "sheet.unknown_indicator": (
        "方案里没有“{indicator}”这项指标。请核对指标名称。",
        "The scheme has no indicator “{indicator}”. Check its name.",
    ),
    "sheet.ambiguous_indicator": (
        "“{indicator}”不能确定是哪一项：不涉及这个单位，或同名的不止一项。请改用指标编号。",
        "“{indicator}” does not concern this unit, or is the name of several items. Use the item's id.",
    ),
    "sheet.not_of_this_unit": (
        "“{indicator}”不考核{unit}，没有录入。",
        "“{indicator}” does not concern {unit}; it was not entered.",
    ),
    "sheet.above_full_marks": (
        "{unit}：“{indicator}”的得分 {score} 超过上限 {limit}。请核对。",
        "{unit}: the score {score} for “{indicator}” is above its limit of {limit}. Check it.",
    ),
    "sheet.below_floor": (
        "{unit}：“{indicator}”的得分 {score} 低于下限 {limit}。请核对。",
        "{unit}: the score {score} for “{indicator}” is below its limit of {limit}. Check it.",
    ),
    "sheet.below_nothing": (
        "“{indicator}”的数不会是负数，填的是 {figure}（{unit}）。请核对。",
        "{unit}: the figure {figure} for “{indicator}” is below 0, which it cannot be. Check it.",
    ),
    "sheet.meeting_only_decides": (
        "会议只逐项审定得分；事件和备注请写在评分部门的表里。",
        "The meeting decides scores one by one; enter events and notes in the scoring department's sheet.",
    ),
    "sheet.holds_other": (
        "“{place}”已有别的内容，没有覆盖。请核对后再决定是否覆盖。",
        "“{place}” holds something else already and was not overwritten. Compare, then decide.",
    ),
    # Imported tables
    "sheet.no_column.unit": (
        "表里没有找到“单位”一列，没有导入。请检查表头。",
        "The table has no column for the unit; nothing was taken over. Check its heading.",
    ),
    "sheet.no_column.indicator": (
        "表里没有“指标”一列，也没有以指标名称为题的列，没有导入。请检查表头。",
        "The table has no column for the indicator, nor columns named after indicators; nothing was taken over.",
    ),
    "sheet.column_twice": (
        "“{column}”与另一列含义相同，不知该用哪一列，没有导入。请删去一列。",
        "“{column}” means the same as another column; nothing was taken over. Remove one of them.",
    ),
    "sheet.unknown_column": (
        "“{column}”一列不认得，没有采用。",
        "The column “{column}” is not known and was left out.",
    ),
    "sheet.no_number": (
        "“{column}”里的“{value}”不是数字，这一行没有导入。",
        "“{value}” in “{column}” is not a number; this row was refused.",
    ),
    "sheet.no_yes_no": (
        "“{column}”里的“{value}”不是“是”或“否”，这一行没有导入。",
        "“{value}” in “{column}” is neither yes nor no; this row was refused.",
    ),
    "sheet.no_day": (
        "“{column}”里的“{value}”不是日期，这一行没有导入。请写成 2027-01-05 的样子。",
        "“{value}” in “{column}” is not a date; this row was refused. Write it like 2027-01-05.",
    ),
    "sheet.no_text": (
        "“{column}”里的“{value}”读不懂，这一行没有导入。",
        "“{value}” in “{column}” cannot be read; this row was refused.",
    ),
    "sheet.unknown_unit_near": (
        "方案里没有“{unit}”这个单位，是不是“{nearest}”？这一行没有导入。",
        "The scheme has no unit “{unit}”. Is “{nearest}” meant? This row was refused.",
    ),
    "sheet.unknown_indicator_near": (
        "方案里没有“{indicator}”这项指标，是不是“{nearest}”？这一行没有导入。",
        "The scheme has no indicator “{indicator}”. Is “{nearest}” meant? This row was refused.",
    ),
    "sheet.unknown_column_near": (
        "“{column}”一列不认得，没有采用。是不是“{nearest}”？",
        "The column “{column}” is not known and was left out. Is “{nearest}” meant?",
    ),
    "workbook.no_head": (
        "没有找到表头。表里要有一行写明“单位”，以及“指标”“得分”等列。",
        "No heading was found. One row must name the unit's column, and columns such as item and score.",
    ),
    "workbook.other_sheet": (
        "工作表“{sheet}”没有导入：一次只导入第一张有表头的工作表。",
        "The sheet “{sheet}” was not taken over: only the first with a heading is.",
    ),
    "workbook.hidden_sheet": ("跳过了隐藏的工作表“{sheet}”。", "The hidden sheet “{sheet}” was skipped."),
    "workbook.too_large": (
        "这个 Excel 文件太大，没有打开。请只留下评分的工作表，另存后再导入。",
        "The workbook is too large and was not opened. Keep only the sheet of scores and save it anew.",
    ),
    "workbook.too_many_rows": (
        "工作表“{sheet}”超过 {limit} 行，没有导入。请删去下面多余的空行。",
        "The sheet “{sheet}” has more than {limit:row|rows}. Delete the empty rows at its end.",
    ),
    "workbook.not_xlsx": (
        "这不是 .xlsx 文件，没有打开。请在 Excel 或 WPS 中另存为 .xlsx。",
        "This is no .xlsx file. Save it as .xlsx in Excel or WPS.",
    ),
    "workbook.old_format": (
        "这是旧格式（.xls、.et）或加了密码的文件。请去掉密码，另存为 .xlsx 后再导入。",
        "This is an old format (.xls, .et) or has a password. Remove the password and save it as .xlsx.",
    ),
    "workbook.locked": (
        "文件加了密码，没有打开。请去掉密码后再导入。",
        "The file has a password and was not opened. Remove the password.",
    ),
    "workbook.damaged": (
        "文件内容有损坏，没有导入。请在 Excel 或 WPS 中打开后另存一份。",
        "The file is damaged. Open it in Excel or WPS and save it anew.",
    ),
    "workbook.no_result": (
        "“{column}”里的公式没有保存结果，这一行没有导入。请在 Excel 中打开保存一次，或改填数字。",
        "The formula in “{column}” has no saved result; this row was refused. Save the file in Excel, or enter the number.",
    ),
    "workbook.error_value": (
        "“{column}”里的公式出错，这一行没有导入。请改正公式，或改填数字。",
        "The formula in “{column}” gives an error; this row was refused. Mend it, or enter the number.",
    ),
    "sheet.figure_not_asked": (
        "“{indicator}”不用填“{column}”，这一行没有导入。请清空这一格。",
        "“{indicator}” does not ask for “{column}”; this row was refused. Empty that cell.",
    ),
    "sheet.deduction_of_nothing": (
        "“{indicator}”没有分值，不能按扣分导入，这一行没有导入。请填写得分。",
        "“{indicator}” has no full mark to deduct from; this row was refused. Enter the score.",
    ),
    "sheet.score_and_deduction": (
        "得分 {score} 与扣分 {deducted} 对不上（分值 {points}），这一行没有导入。请核对。",
        "The score {score} and the deduction {deducted} do not agree ({points:point|points}); this row was refused.",
    ),
    "sheet.cell_twice": (
        "{unit}的“{indicator}”前面已有一行，这一行没有导入。请删去一行。",
        "{unit} has “{indicator}” in an earlier row; this row was refused. Remove one of them.",
    ),
    # The journal: what was done, and to which field
    "process.act.add": ("新建方案", "Scheme added"),
    "process.act.edit": ("修改方案", "Scheme edited"),
    "process.act.delete": ("移除", "Removed"),
    "process.act.restore": ("恢复", "Restored"),
    "process.act.demo": ("放入示例", "Demo put in"),
    "process.act.entry": ("录入评分", "Score entered"),
    "process.act.event": ("登记事件", "Event entered"),
    "process.act.import": ("导入", "Imported"),
    "process.act.round": ("标记是否开展", "Round marked"),
    "process.act.notes": ("修改备注", "Notes edited"),
    "process.act.remove": ("移除评分表", "Sheet removed"),
    "process.act.advance": ("进入下一阶段", "Next stage"),
    "process.act.reopen": ("退回", "Reopened"),
    "process.act.reveal": ("公开评委打分", "Ratings revealed"),
    "process.act.decision": ("会议决定", "Decision of the meeting"),
    "process.act.appeal": ("登记申诉", "Appeal entered"),
    "process.act.answer": ("答复申诉", "Appeal answered"),
    "sheet.field.value": ("实际值", "Figure"),
    "sheet.field.figures": ("数据", "Figures"),
    "sheet.field.done": ("是否完成", "Done"),
    "sheet.field.day": ("日期", "Day"),
    "sheet.field.score": ("得分", "Score"),
    "sheet.field.not_applicable": ("不涉及", "Not applicable"),
    "sheet.field.reason": ("理由", "Reason"),
    "sheet.field.evidence": ("佐证材料", "Evidence"),
    "sheet.field.held": ("是否开展", "Held"),
    "sheet.field.notes": ("备注", "Notes"),
    "sheet.field.totals": ("总分", "Totals"),
    "sheet.field.kind": ("类别", "Kind"),
    "sheet.field.indicator": ("指标", "Indicator"),
    "sheet.field.level": ("级别", "Level"),
    "sheet.field.document": ("文号", "Document"),
    "sheet.field.matter": ("同一事项", "Matter"),
    "sheet.field.text": ("内容", "Text"),
    "sheet.field.count": ("次数", "Count"),
    "sheet.field.points": ("分值", "Points"),
    "sheet.field.share": ("共几个单位", "Shared by"),
    "sheet.field.place": ("本单位排第几", "Place among them"),
    "sheet.field.repeated": ("重复发生", "Repeated"),
    "sheet.field.severity": ("事故等级", "Severity"),
    "sheet.field.deaths": ("死亡人数", "Deaths"),
    "sheet.field.injured": ("重伤人数", "Injured"),
    "sheet.field.loss": ("损失（元）", "Loss (yuan)"),
    "sheet.field.responsible": ("是否有责任", "Responsible"),
    "sheet.field.concealed": ("瞒报", "Concealed"),
    "sheet.field.falsified": ("弄虚作假", "Falsified"),
    # Evidence
    "evidence.missing": (
        "{claim}：佐证材料“{file}”不见了。请找回，或重新登记。",
        "{claim}: the evidence “{file}” is gone. Find it, or enter it anew.",
    ),
    "evidence.unreadable": (
        "{claim}：佐证材料“{file}”打不开。请看看是不是文件、有没有权限、是否正被别的程序占用。",
        "{claim}: the evidence “{file}” cannot be opened. Is it a file, may you read it, is it open elsewhere?",
    ),
    "evidence.changed": (
        "{claim}：佐证材料“{file}”登记后被改动过。请核实后重新登记。",
        "{claim}: the evidence “{file}” was changed after it was entered. Look into it and enter it anew.",
    ),
    "evidence.used_twice": (
        "{claim}：佐证材料“{file}”还用在了“{other}”。请核实是否重复。",
        "{claim}: the evidence “{file}” is also used for “{other}”. Check whether it may count twice.",
    ),
    "evidence.no_day": (
        "{claim}：佐证材料“{file}”没有收到日期，无法判断是否在 {until} 前。请补上。",
        "{claim}: the evidence “{file}” has no day of receipt, so nobody can tell if it came by {until}. Add it.",
    ),
    "evidence.late.zero": (
        "{claim}：佐证材料“{file}”{day} 才收到，晚于 {until}，按方案该项记零分。",
        "{claim}: the evidence “{file}” came on {day}, after {until}; by the scheme the item counts zero.",
    ),
    "evidence.late.deduct": (
        "{claim}：佐证材料“{file}”{day} 才收到，晚于 {until}，按方案扣 {points} 分。",
        "{claim}: the evidence “{file}” came on {day}, after {until}; by the scheme {points:point is|points are} lost.",
    ),
    "evidence.late.as_received": (
        "{claim}：佐证材料“{file}”{day} 才收到，晚于 {until}，按方案照收。",
        "{claim}: the evidence “{file}” came on {day}, after {until}; by the scheme it counts as received.",
    ),
}
