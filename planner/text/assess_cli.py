"""The verbs of the assessment on the command line, and a derivation told line by line."""

TEXTS: dict[str, tuple[str, str]] = {
    "cli.scheme_word": ("方案", "SCHEME"),
    "cli.sheet_word": ("评分表", "SHEET"),
    "cli.no_scheme": (
        "没有编号为“{id}”的考核方案，也没有这个文件。用 planner scheme 看有哪些。",
        "There is no scheme “{id}” and no such file. planner scheme shows what there is.",
    ),
    # scheme
    "cli.scheme.help": (
        "按计划提出考核方案，或取一份现成的",
        "propose a scheme from a plan, or take a ready one",
    ),
    "cli.scheme.description": (
        "不带参数：列出内置的和工作区里的考核方案。带计划：按每项任务的牵头、责任、配合单位提出指标、"
        "评分规则和分值，逐项说明理由，写成可以修改的方案文件。带方案编号：把这份方案写成文件。",
        "Without words: list the schemes that come with the program and those of the workspace. With a plan: propose "
        "indicators, rules and points for those who lead, are responsible or support, each with its reason, as a "
        "file to be changed at will. With a scheme's id: write that scheme to a file.",
    ),
    "cli.scheme.examples": (
        "例：\n"
        "  planner scheme\n"
        "  planner scheme 2027.toml -o 考核方案.toml\n"
        "  planner scheme 2027.toml --townships 柳河镇、东山乡 -o 考核方案.toml\n"
        "  planner scheme 2027.toml --overseer 县委督查室 --explain 应急局 -o 考核方案.toml\n"
        "  planner scheme work-safety-departments -o 考核方案.toml",
        "Examples:\n"
        "  planner scheme\n"
        "  planner scheme 2027.toml -o scheme.toml\n"
        "  planner scheme 2027.toml --townships 柳河镇,东山乡 -o scheme.toml\n"
        "  planner scheme 2027.toml --overseer 县委督查室 --explain 应急局 -o scheme.toml\n"
        "  planner scheme work-safety-departments -o scheme.toml",
    ),
    "cli.scheme.source_word": ("计划或方案", "PLAN"),
    "cli.scheme.source": (
        "计划文件或工作区中计划的编号；或考核方案的编号",
        "a plan file or the id of a plan in the workspace; or the id of a scheme",
    ),
    "cli.scheme.names_word": ("名单", "NAMES"),
    "cli.scheme.townships": (
        "全县乡镇名单，用顿号或逗号隔开；计划里写“各乡镇”时要用",
        "the county's townships, parted by commas; wanted where the plan says 各乡镇",
    ),
    "cli.scheme.unit_word": ("单位", "UNIT"),
    "cli.scheme.overseer": (
        "印发单位自己承担的任务由谁评分，如县委督查室",
        "who scores what the issuing office itself carries, such as 县委督查室",
    ),
    "cli.scheme.explain": (
        "逐项说明这个单位（或这类单位）的规则、分值、评分部门是怎么提出来的",
        "give the reasons for the rules, points and scorers proposed for this unit, or this class of units",
    ),
    "cli.scheme.how_so": (
        "某个单位的各项理由：加 --explain 单位，名称、简称、拼音首字母都可以。",
        "The reasons for one unit: add --explain UNIT, by name, short name or initials.",
    ),
    "cli.scheme.who_scores": (
        "没有评分部门的指标：加 --overseer 县委督查室（或别的单位），就由它评。",
        "What nobody scores yet: add --overseer with the name of a body, which then does.",
    ),
    "cli.scheme.out": (
        "方案存到哪里（.toml）；不写则输出到屏幕",
        "where the scheme goes (.toml); to the screen if left out",
    ),
    "cli.scheme.format": (
        "不认识后缀“{suffix}”。考核方案请用 .toml。",
        "“{suffix}” is no known ending. Use .toml for a scheme.",
    ),
    "cli.scheme.none": (
        "没有叫“{name}”的计划或考核方案，也没有这个文件。用 planner scheme 看有哪些方案。",
        "There is no plan, no scheme and no file named “{name}”. planner scheme shows the schemes.",
    ),
    "cli.scheme.is_scheme": (
        "{file} 已经是考核方案。检查用 planner check，计算得分用 planner score。",
        "{file} is a scheme already. planner check looks through it, planner score scores by it.",
    ),
    "cli.scheme.counts": (
        "{units} 个单位，{indicators} 项指标",
        "{units:unit|units}, {indicators:indicator|indicators}",
    ),
    "cli.scheme.reason": ("{title}：{reasons}", "{title}: {reasons}"),
    "cli.scheme.proposed": (
        "已按计划提出方案：{units} 个单位，{indicators} 项指标。规则和分值都是建议，请逐项核对。",
        "Proposed from the plan: {units:unit|units}, {indicators:indicator|indicators}. Rules and points are proposals: please go "
        "through them.",
    ),
    "cli.scheme.next": ("下一步：planner check {file}", "Next: planner check {file}"),
    # import
    "cli.import.scheme": (
        "Excel 评分表属于哪个考核方案（编号）",
        "the scheme an Excel table of scores is for (id)",
    ),
    "cli.import.by": (
        "谁的评分：部门或单位的名称、简称，或评委姓名",
        "whose scores: a body or a unit by name or short name, or an assessor",
    ),
    "cli.import.kind": (
        "评分的种类：verified 复核评分，self 自评，rating 评委，meeting 审定",
        "their kind: verified by the scoring body, self, an assessor's rating, of the meeting",
    ),
    "cli.import.period": (
        "考核时段的编号，方案分时段时要写",
        "the id of the round, where the scheme has rounds",
    ),
    "cli.import.results": (
        "{file} 是考核结果，不能收进工作区。作为上年结果使用时：planner score … --earlier {file}",
        "{file} has results, which are not imported. As last year's: planner score … --earlier {file}",
    ),
    "cli.import.same_scheme": (
        "工作区里已有同一份考核方案，内容完全一样，不用再收。",
        "The workspace holds this very scheme already.",
    ),
    "cli.import.other_scheme": (
        "工作区里已有编号 {id} 的考核方案，内容与文件不同，没有覆盖。要用文件替换，请加 --force。",
        "The workspace holds scheme {id} with other content; it was not replaced. Add --force to take the file's.",
    ),
    "cli.import.busy_scheme": (
        "别的程序刚刚改了考核方案 {id}，没有覆盖。请再试一次。",
        "Another program has just changed scheme {id}; it was not replaced. Please try again.",
    ),
    "cli.import.scheme_done": (
        "已收进工作区，编号 {id}：{title}（{units} 个单位，{indicators} 项指标）。",
        "In the workspace as {id}: {title} ({units:unit|units}, {indicators:indicator|indicators}).",
    ),
    "cli.import.which_scheme": (
        "{file} 是 Excel 表，请写明是哪个考核方案、谁的评分：planner import {file} --scheme 编号 --by 部门。",
        "{file} is an Excel table. Say of which scheme and whose scores: planner import {file} --scheme ID --by BODY.",
    ),
    "cli.import.by_whom": (
        "请用 --by 写明 {file} 是谁的评分：部门或单位名称，或评委姓名。",
        "Say with --by whose scores {file} holds: the body's or unit's name, or an assessor's.",
    ),
    "cli.import.no_scheme": (
        "工作区里没有编号为“{id}”的考核方案。请先收方案文件：planner import 方案文件。",
        "There is no scheme “{id}” in the workspace. Import the scheme's file first.",
    ),
    "cli.import.nothing": (
        "有上面的问题，一处也没有收。改正后再试。",
        "Nothing was taken in, for the reasons above. Mend them and try again.",
    ),
    "cli.import.sheet_done": (
        "已收进“{title}”：{cells} 处填报，{events} 个事件。",
        "Taken into {title}: {cells:entry|entries}, {events:event|events}.",
    ),
    "cli.export.assessment_folder": (
        "{id} 是考核方案，要连同评分表导出到一个已有的文件夹，如 -o 考核资料。只要方案文件：planner scheme {id} -o 方案.toml",
        "{id} is an assessment. Export it with its sheets into a folder that exists, as -o assessment. For the "
        "scheme alone: planner scheme {id} -o scheme.toml",
    ),
    # score
    "cli.score.help": (
        "按考核方案和评分表计算得分、名次、等次，并说明得分的来历",
        "work out scores, ranks and grades, and how each number came to be",
    ),
    "cli.score.description": (
        "按考核方案和各张评分表计算每个单位的得分、名次和等次。加 --explain 说明一个单位或一项指标的分数是"
        "怎样一步步算出来的，用计算器可以复算。还有没填的项目时，结果是暂定的。方案或评分表有错时返回 1。",
        "Work out every unit's score, rank and grade from a scheme and its sheets. --explain tells step by step how "
        "the score of a unit or an indicator came to be, to be followed with a calculator. While items are open, "
        "everything is provisional. Exits with 1 where the scheme or a sheet has errors.",
    ),
    "cli.score.examples": (
        "例：\n"
        "  planner score 考核方案.toml 评分表/\n"
        "  planner score 考核方案.toml 复核.toml 审定.toml --explain 柳河镇\n"
        "  planner score 考核方案.toml 评分表/ --explain 住建局/2.1.3\n"
        "  planner score 考核方案.toml --form 统计局 -o 录入表.xlsx\n"
        "  planner score 考核方案.toml 评分表/ -o 结果.xlsx\n"
        "  planner score 考核方案.toml 评分表/ --paper 通报 -o 通报.md",
        "Examples:\n"
        "  planner score scheme.toml sheets/\n"
        "  planner score scheme.toml verified.toml meeting.toml --explain 柳河镇\n"
        "  planner score scheme.toml sheets/ --explain 住建局/2.1.3\n"
        "  planner score scheme.toml --form 统计局 -o form.xlsx\n"
        "  planner score scheme.toml sheets/ -o results.xlsx\n"
        "  planner score scheme.toml sheets/ --paper Circular -o circular.md",
    ),
    "cli.score.scheme": (
        "考核方案文件（.toml），或工作区中、内置的方案编号",
        "a scheme file (.toml), or the id of a scheme in the workspace or built in",
    ),
    "cli.score.sheets": (
        "评分表文件（.toml），或放评分表的文件夹；工作区中的方案不写则用工作区里的评分表",
        "sheet files (.toml) or folders with them; a scheme of the workspace uses its own sheets if left out",
    ),
    "cli.score.unit_word": ("单位[/指标]", "UNIT[/INDICATOR]"),
    "cli.score.explain": (
        "说明这个单位（或它的一项指标）的分数怎么来的；单位写名称、简称或拼音首字母，指标写名称的一部分或序号",
        "tell how the score of this unit, or of one indicator of it, came to be: the unit by name, short name or "
        "initials, the indicator by a part of its title or its number",
    ),
    "cli.score.body_word": ("评分部门", "BODY"),
    "cli.score.form": (
        "写出这个评分部门的录入表（-o 文件.xlsx），填好后在程序里导入",
        "write the form in which this body enters its scores (-o FILE.xlsx), to be imported when filled in",
    ),
    "cli.score.form_file": (
        "录入表要写成 .xlsx 文件，请加 -o 文件.xlsx。",
        "The form is an .xlsx file: add -o FILE.xlsx.",
    ),
    "cli.score.no_body": (
        "方案里没有叫“{words}”的评分部门。有：{names}",
        "The scheme has no scoring body “{words}”. It has: {names}",
    ),
    "cli.score.no_body_but_some": (
        "“{words}”可以是几个评分部门，请写得更全：{names}",
        "“{words}” may be several scoring bodies, please write more of the name: {names}",
    ),
    "cli.score.no_assessor": (
        "方案里没有叫“{words}”的评委。有：{names}",
        "The scheme has no assessor “{words}”. It has: {names}",
    ),
    "cli.score.no_assessor_but_some": (
        "有几位评委叫“{words}”，请写评委编号：{names}",
        "Several assessors are called “{words}”, please write the id: {names}",
    ),
    "cli.score.form_done": (
        "{body}要评 {count} 项，录入表已写到 {file}。",
        "{body} has {count:line|lines} to score; the form is in {file}.",
    ),
    "cli.score.form_next": (
        "填好后收进工作区：planner import {file} --scheme {scheme} --by {body}",
        "When it is filled in: planner import {file} --scheme {scheme} --by {body}",
    ),
    "cli.score.paper_word": ("文书", "PAPER"),
    "cli.score.paper": (
        "只出这一种表格或文书，如 通报、公示、排名、扣分明细；单个单位的另加 --explain；不写 -o 则输出到屏幕",
        "only papers with this in their name, as circular or ranking; with --explain of one unit; to the screen "
        "without -o",
    ),
    "cli.score.no_paper": (
        "没有叫“{words}”的表格或文书。有：{names}。考核评分表、得分说明、反馈与整改清单、申诉复核表是单个单位的，要加 --explain 单位。",
        "There is no paper “{words}”. There are: {names:list}. Score sheet, statement, feedback and appeal form are "
        "of one unit: add --explain UNIT.",
    ),
    "cli.folder_word": ("文件夹", "FOLDER"),
    "cli.evidence.folder": (
        "佐证文件所在的文件夹：核对文件是否还在、登记后是否改过",
        "the folder with the evidence: is a file gone, was one changed since it was entered",
    ),
    "cli.evidence.no_folder": (
        "找不到文件夹：{folder}。请写佐证文件所在的文件夹。",
        "There is no folder {folder}. Name the folder in which the evidence lies.",
    ),
    "cli.score.earlier": (
        "上年的结果文件（.toml），用于比较名次、连续几年的规定",
        "last year's results (.toml), for rules that look back",
    ),
    "cli.score.json": (
        "输出 JSON，供其他程序使用；分数写成文字，一位也不丢",
        "print JSON for other programs; scores are text, exact to the last digit",
    ),
    "cli.score.out": (
        "输出文件：.toml 带算式的结果，.xlsx 或 .md 考核表格和文书（加 --explain 时只出这个单位的）",
        "the output: .toml results with every step; .xlsx or .md the papers (of one unit with --explain)",
    ),
    "cli.score.format": (
        "不认识后缀“{suffix}”。结果请用 .toml、.xlsx 或 .md。",
        "“{suffix}” is no known ending. Use .toml, .xlsx or .md for results.",
    ),
    "cli.score.not_sound": (
        "考核方案有必须改正的问题，没有计分。改正后再试；planner check 可以单独检查方案。",
        "The scheme has errors, so nothing was scored. Mend it and try again; planner check looks at a scheme alone.",
    ),
    "cli.score.look": (
        "考核方案另有 {count} 处需要看看，用 planner check 查看。",
        "To look at in the scheme: {count}. planner check shows what.",
    ),
    "cli.score.excel_sheet": (
        "{file} 是 Excel 表，要先收进工作区：planner import 方案文件，再 planner import {file} --scheme 编号 --by 部门，"
        "然后 planner score 编号。",
        "{file} is an Excel table, to be imported first: planner import SCHEME.toml, then planner import {file} "
        "--scheme ID --by BODY, then planner score ID.",
    ),
    "cli.score.empty_folder": (
        "文件夹 {folder} 里没有评分表（.toml）。",
        "There are no sheets (.toml) in the folder {folder}.",
    ),
    "cli.score.no_unit": (
        "方案里没有叫“{words}”的单位。有：{names}",
        "The scheme has no unit “{words}”. It has: {names}",
    ),
    "cli.score.no_unit_but_some": (
        "“{words}”可以是几个单位，请写得更全：{names}",
        "“{words}” may be several units, please write more of the name: {names}",
    ),
    "cli.score.no_indicator": (
        "这个单位没有叫“{words}”的指标。有：{names}",
        "This unit has no indicator “{words}”. It has: {names}",
    ),
    "cli.score.no_indicator_but_some": (
        "“{words}”可以是几项指标，请写得更全：{names}",
        "“{words}” may be several indicators, please write more of the title: {names}",
    ),
    "cli.score.handed_over": (
        "{unit}由{body}考核，不在这里计分。",
        "{unit} is assessed by {body} and not scored here.",
    ),
    "cli.score.withheld": (
        "评委打分还没有公开，没有计入。",
        "The assessors' ratings are not revealed yet; they are not counted.",
    ),
    "cli.score.open": (
        "还有 {units} 个单位的 {count} 项没有填，得分、名次和等次都是暂定的。",
        "{count:item|items} of {units:unit|units} still open: scores, ranks and grades are provisional.",
    ),
    # places in a scheme and its sheets
    "place.classes": ("类别“{title}”", "class {title}"),
    "place.units": ("{title}", "{title}"),
    "place.indicators": ("指标“{title}”", "indicator {title}"),
    "place.periods": ("时段“{title}”", "round {title}"),
    "place.assessors": ("评委{title}", "assessor {title}"),
    "place.vetoes": ("“{title}”", "{title}"),
    "place.events": ("事件 {title}", "event {title}"),
    "place.sheets": ("评分表 {title}", "sheet {title}"),
    "place.cell": ("{unit}“{indicator}”", "{unit}, {indicator}"),
    # how a number came to be
    "explain.number": ("{words}：{value}", "{words}: {value}"),
    "explain.sum": ("{words}：{formula} = {value}", "{words}: {formula} = {value}"),
    "explain.total": ("{unit}　总分", "{unit}: total"),
    "explain.open": (
        "还有 {count} 项没有填，以下都是暂定的",
        "{count:item is|items are} still open: all of this is provisional",
    ),
    "explain.standing": ("名次和等次", "Rank and grade"),
    "explain.items": ("各项得分", "Items"),
    "explain.year": ("全年一次计分的项目", "Items scored once for the year"),
    "explain.not_held": ("{title}（本期未考核）", "{title} (not held)"),
    "explain.item": ("{title}（{points} 分）", "{title} ({points:point|points})"),
    "explain.item.bonus": ("{title}（加分）", "{title} (bonus)"),
    "explain.item.penalty": ("{title}（减分）", "{title} (penalty)"),
    "explain.item.multiplier": ("{title}（考核系数）", "{title} (factor)"),
    "explain.item.information": ("{title}（只作参考）", "{title} (for information)"),
    "explain.missing": ("{title}，还没填全", "{title}, not complete"),
    "explain.not_applicable": ("{title}，不涉及", "{title}, does not apply"),
    "explain.rule": ("规则：{text}", "Rule: {text}"),
    "explain.article": ("依据：{article}", "Basis: {article}"),
    "explain.event": ("事件：{event}", "Event: {event}"),
    "explain.lacking": ("还缺：{names}", "Wanted: {names}"),
    "explain.scorers": ("评分部门：{bodies}", "To be scored by: {bodies}"),
    "explain.doubt": ("请核对：{words}", "To look at: {words}"),
    "explain.figure": ("{name} {value}", "{name} {value}"),
    "explain.comma": ("；", "; "),
    "explain.not_concerned": ("不涉及", "does not apply"),
    "explain.given": ("{by}填报：{figures}", "{by}: {figures}"),
    "explain.own": ("{by}自评（仅供参考）：{figures}", "{by}, own word (for reference): {figures}"),
    "explain.reason": ("{by}的理由：{reason}", "Reason of {by}: {reason}"),
    "explain.evidence": ("佐证材料：{names}", "Evidence: {names}"),
    "explain.mark": ("“{title}”：{effect}", "{title}: {effect}"),
}
