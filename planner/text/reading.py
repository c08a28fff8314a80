"""Words of the catalogue: what the reading of a past plan says."""

TEXTS: dict[str, tuple[str, str]] = {
    "reading.other_format": (
        "这不是文本文件（像是 {format}）。请先用相应软件打开，“另存为”纯文本（.txt），再读入。",
        "This is not a text file (it looks like {format}). Open it in its own program, save it as plain text "
        "(.txt) and read that.",
    ),
    "reading.empty": ("文件里没有文字。", "The file holds no text."),
    "reading.no_plan": (
        "没有看出工作任务：既没有“一、（一）1.”这样的编号，也没有括注的责任单位。请确认选对了文件。",
        "No tasks were found: neither numbers such as 一、（一）1. nor bodies named as responsible. Please see "
        "whether this is the right file.",
    ),
    "reading.table_only": (
        "文件里只有表格，看不出哪一列是任务、哪一列是责任单位。请给表格补上“序号、工作任务、责任单位、完成时限”这样的表头，再读一次。",
        "The file holds only a table, and which column holds tasks and which holds bodies is not clear. Give it "
        "a head such as 序号, 工作任务, 责任单位, 完成时限 and read it again.",
    ),
    "reading.empty_table": (
        "文件里只有一张没有内容的表格。请换一份填好的文件。",
        "The file holds only a table without content. Use one that is filled in.",
    ),
    "reading.table_read": (
        "从这一行起的表格按表头读成了 {rows} 项任务。请看一眼列有没有对错。",
        "The table from this line on was read as {rows:task|tasks} by its head. See whether its columns are right.",
    ),
    "reading.table_rows": (
        "第 {last} 行以前有 {count} 行表格，没有读入任务。请对照原文，把需要的内容补进任务。",
        "{count:row|rows} of a table up to line {last} not taken into the tasks. Compare with the document and "
        "add what is needed.",
    ),
    "reading.undecodable": (
        "从这一行起有 {count} 处认不出的字，显示为 �。请对照原文补上。",
        "From this line on {count:character|characters} could not be recognised and show as �. Compare with the document "
        "and fill them in.",
    ),
    "reading.control_removed": (
        "从这一行起去掉了 {count} 个看不见的控制字符。请看一眼这里的文字是否完整。",
        "From this line on {count:invisible control character was|invisible control characters were} taken out. See whether the text here is "
        "whole.",
    ),
    "reading.direction_removed": (
        "从这一行起去掉了 {count} 个改变文字方向的隐藏字符。请看一眼这里的文字顺序是否正确。",
        "From this line on {count:hidden character was|hidden characters were} taken out that turn the direction of text. See "
        "whether the order of words here is right.",
    ),
    "reading.invisible_removed": (
        "从这一行起去掉了 {count} 个零宽字符，文字没有变化。",
        "From this line on {count:character without width was|characters without width were} taken out; the words are unchanged.",
    ),
    "reading.noise": (
        "不是计划的内容，没有读入：{text}",
        "No part of the plan, left out: {text}",
    ),
    "reading.not_understood": (
        "这一行没有看懂，没有读入：{text}。如果是计划的内容，请补进相应的任务。",
        "This line was not understood and not taken in: {text}. If it belongs to the plan, add it to its task.",
    ),
    "reading.no_title": (
        "没有找到标题，暂用“{title}”。请改成计划的标题。",
        "No title was found; “{title}” stands in its place. Please put the plan's title.",
    ),
    "reading.no_year": (
        "没有写明年份，暂按 {year} 年处理。请核对，日期都按这一年推算。",
        "No year is given; {year} was assumed. Please check it, all dates are reckoned in that year.",
    ),
    "reading.issued_far_from_year": (
        "成文日期 {day} 与计划年度 {year} 相差一年以上，请核对哪一个写错了。",
        "The day of issue {day} is more than a year away from the plan's year {year}. Please see which is wrong.",
    ),
    "reading.damaged_day": (
        "落款日期“{text}”缺字或多字，按 {day} 读入，请核对。",
        "The date “{text}” under the paper is damaged; it was read as {day}. Please check.",
    ),
    "reading.impossible_day": (
        "落款日期“{text}”看不出是哪一天，没有读入。请填上成文日期。",
        "The date “{text}” under the paper names no single day and was left out. Please fill in the day of issue.",
    ),
    "reading.issuer_differs": (
        "网页上写的发文机关是“{stated}”，落款是“{signed}”，按落款读入。",
        "The page's data name “{stated}” as issuer, the signature “{signed}”; the signature was taken.",
    ),
    "reading.number_order": (
        "编号是“{found}”，按顺序应是 {expected}。请看前面是否漏了一项，或编号写错。",
        "The number is “{found}” where {expected} was expected. See whether an item before it is missing or the "
        "number is wrong.",
    ),
    "reading.starts_in_middle": (
        "编号从“{found}”开始，前面的内容可能缺失。请对照原文。",
        "The numbers begin at “{found}”; what stood before may be missing. Compare with the document.",
    ),
    "reading.no_sections": (
        "文件里的任务没有分成几个部分，都放在同一部分里。",
        "The document's tasks are not divided into sections; all were put into one.",
    ),
    "reading.group_line": (
        "“{text}”是一组任务的小标题，放在所在部分的说明里。",
        "“{text}” heads a group of tasks; it was kept in the text of its section.",
    ),
    "reading.unnumbered_items": (
        "这一部分的任务没有编号，每个自然段作为一项任务，共 {count} 项。",
        "The tasks of this section have no numbers; each paragraph became a task, {count} in all.",
    ),
    "reading.annex": (
        "附件“{title}”（到第 {last} 行）没有读入计划。需要时请单独存成文件再读入。",
        "The annex “{title}” (up to line {last}) was not taken into the plan. If it is needed, save it as a file "
        "of its own and read that.",
    ),
    "reading.covering_letter": (
        "计划前面的通知有编号的内容（到第 {last} 行），没有读入计划。需要时请补进任务。",
        "The covering notice before the plan has numbered text (up to line {last}) that was not taken into the "
        "plan. Add what is needed.",
    ),
    "reading.section_clause": (
        "责任单位写在部分标题上：{words}。这一部分没有写明责任单位的任务都按此读入。",
        "Responsibility stands on the section's heading: {words}. It was given to the tasks of this section that "
        "name nobody themselves.",
    ),
    "reading.rule_first_leads": (
        "文件说明“{words}”：没有写明牵头单位的任务，都以责任单位的第一个为牵头单位。请核对。",
        "The document says “{words}”: where no lead is named, the first responsible body was made the lead. "
        "Please check.",
    ),
    "reading.rule_comma_leads": (
        "文件说明“{words}”：没有写明牵头单位的任务，都以第一个逗号前的单位为牵头单位。请核对。",
        "The document says “{words}”: where no lead is named, the bodies before the first comma were made leads. "
        "Please check.",
    ),
    "reading.rule_responsible_leads": (
        "文件说明“{words}”：没有写明牵头单位的任务，责任单位都作为牵头单位。请核对。",
        "The document says “{words}”: where no lead is named, the responsible bodies were made leads. Please check.",
    ),
    "reading.rule_added": (
        "文件说明以下任务都要由“{words}”落实、不再列出，已加到每一项的责任单位里。请核对。",
        "The document says that “{words}” takes part in all tasks without being listed; it was added to the "
        "responsible bodies of each. Please check.",
    ),
    "reading.clause_doubt": (
        "责任分工里这几个字没有看懂：{words}。请核对这项任务的责任单位和时限。",
        "These words of the responsibility clause were not understood: {words}. Please check who is responsible "
        "and until when.",
    ),
}
