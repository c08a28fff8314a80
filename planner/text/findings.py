"""Words of the catalogue: findings."""

TEXTS: dict[str, tuple[str, str]] = {
    # The exchange format (planner.sharing)
    "format.too_large": (
        "文件有 {size} MB，超过上限 {limit} MB，没有打开。工作计划文件通常不到 1 MB，请确认选对了文件。",
        "The file has {size} MB, more than the limit of {limit} MB, and was not opened. A plan has less than "
        "1 MB as a rule: please see whether this is the right file.",
    ),
    "format.empty": ("文件是空的。", "The file is empty."),
    "format.gbk": (
        "文件不是 UTF-8 编码，看来是 GBK（记事本里叫 ANSI）。请用记事本打开，“另存为”时编码选 UTF-8，再试一次。",
        "The file is not in UTF-8; it looks like GBK (called ANSI in Notepad). Open it in Notepad, save it with "
        "the encoding UTF-8 and try again.",
    ),
    "format.utf16": (
        "文件是 UTF-16 编码（记事本里叫 Unicode）。请用记事本打开，“另存为”时编码选 UTF-8，再试一次。",
        "The file is in UTF-16 (called Unicode in Notepad). Open it in Notepad, save it with the encoding UTF-8 "
        "and try again.",
    ),
    "format.not_utf8": (
        "文件不是 UTF-8 编码的文本：可能已损坏，或者是 Word、压缩包等别的文件。",
        "The file is not text in UTF-8: it may be damaged, or of another kind such as Word or an archive.",
    ),
    "format.unwanted_character": (
        "这里有看不见的字符 {character}，会扰乱显示，不能导入。请删去这一处，重新输入后保存。",
        "Here is a character that nobody sees, {character}; it disturbs the display and cannot be taken in. "
        "Delete this spot, type it again and save.",
    ),
    "format.conflict": (
        "这里有两人修改相冲突的标记（<<<<<<< ======= >>>>>>>）。请比较上下两份，留下要的，删去标记行，再保存。",
        "Here are the marks of a conflict between two people's changes (<<<<<<< ======= >>>>>>>). Compare both "
        "sides, keep what is wanted, delete the lines with the marks and save.",
    ),
    "format.too_deep": (
        "这里的括号或键名一层套一层，超出了工作计划文件的需要，没有打开。请确认选对了文件。",
        "Brackets or keys nest deeper here than any plan needs; the file was not opened. Please see whether "
        "this is the right file.",
    ),
    "format.more_errors": (
        "另有 {count} 处错误没有列出。请先改正以上各处，再检查一次。",
        "{count} more errors are not listed. Mend those above first and look again.",
    ),
    "format.syntax": (
        "这一行看不懂：{text}。请对照相邻的行，检查引号、括号、逗号是否齐全。",
        "This line cannot be read: {text}. Compare it with its neighbours: are all quotes, brackets and commas "
        "there?",
    ),
    "format.chinese_marks": (
        '这一行用了中文的引号、等号、逗号或括号：{text}。请改成英文的 " = , [ ]（文字里面的中文标点不用改）。',
        'This line has Chinese quotes, equals sign, comma or brackets: {text}. Use " = , [ ] instead (marks '
        "inside the text may stay).",
    ),
    "format.date_form": (
        "日期写法不对，或没有这一天：{text}。应写成四位年-两位月-两位日，如 2026-06-30，不加引号。",
        "Not a date, or no such day: {text}. Write year-month-day with two digits for month and day, such as "
        "2026-06-30, without quotes.",
    ),
    "format.chinese_key": (
        "等号左边的名称要用英文：{text}。例如标题写作 title，顺序写作 order。",
        "The name before the equals sign must be English: {text}. A title is title, the order is order.",
    ),
    "format.header": (
        "方括号里的段名不对：{text}。应写作 [tasks.编号] 或 [tasks.编号.measures.编号]，独占一行。",
        "This head of a table is not right: {text}. Write [tasks.id] or [tasks.id.measures.id] on a line of "
        "its own.",
    ),
    "format.no_equals": (
        "这一行没有等号：{text}。应写成 名称 = 内容；若是上一行文字的接续，请检查引号。",
        "This line has no equals sign: {text}. Write name = content; if it goes on from the line above, check "
        "the quotes there.",
    ),
    "format.needs_quotes": (
        "等号右边的文字要加英文双引号：{text}。",
        "The text after the equals sign needs double quotes: {text}.",
    ),
    "format.quote_open": (
        "引号没有成对：{text}。请补上右边的引号；多行文字首尾各用三个引号。",
        "A quote is not closed: {text}. Add the closing quote; text of several lines has three quotes at each "
        "end.",
    ),
    "format.backslash": (
        "文字里的反斜杠 \\ 要写成两个 \\\\：{text}。",
        "A backslash \\ within text must be written twice, \\\\: {text}.",
    ),
    "format.twice": (
        "{key} 写了两次，第一次在第 {first} 行。请只留一处。",
        "{key} stands twice, first in line {first}. Keep only one.",
    ),
    "format.twice_somewhere": (
        "同一个名称或段名写了两次。请只留一处。",
        "The same name or head of a table stands twice. Keep only one.",
    ),
    "format.missing_format": (
        '文件没有写明格式。工作计划文件里要有一行 format = "{expected}"，请确认选对了文件。',
        'The file does not say its format. A plan\'s file has a line format = "{expected}"; please see '
        "whether this is the right file.",
    ),
    "format.newer": (
        "文件是用较新版本的程序保存的（{found}），本程序只认得 {expected}，没有打开。请升级本程序，或请对方用旧格式导出。",
        "The file was saved by a newer program ({found}); this one knows {expected} and did not open it. Renew "
        "this program, or ask for the file in the older format.",
    ),
    "format.other": (
        "文件的格式是 {found}，不是工作计划（{expected}），没有打开。请确认选对了文件。",
        "The file's format is {found}, not a plan ({expected}); it was not opened. Please see whether this is "
        "the right file.",
    ),
    "format.unknown_key": (
        "不认得名称 {key}。请检查拼写，或删去它；凡是不认得的都不会悄悄丢掉。",
        "The name {key} is not known. Check its spelling or take it out; nothing unknown is silently dropped.",
    ),
    "format.unknown_key_near": (
        "不认得名称 {key}，是不是 {nearest}？",
        "The name {key} is not known. Is {nearest} meant?",
    ),
    "format.missing_key": (
        "这一段缺少 {key}，请补上。",
        "{key} is missing here. Please add it.",
    ),
    "format.want_text": (
        "{key} 应是文字（加英文双引号），现在是 {found}。",
        "{key} must be text in double quotes; it is {found}.",
    ),
    "format.want_whole": (
        "{key} 应是整数（不加引号），现在是 {found}。",
        "{key} must be a whole number without quotes; it is {found}.",
    ),
    "format.out_of_range": (
        "{key} 应在 {least} 到 {most} 之间，现在是 {found}。",
        "{key} must lie between {least} and {most}; it is {found}.",
    ),
    "format.want_number": (
        "{key} 应是数字（不加引号），现在是 {found}。",
        "{key} must be a number without quotes; it is {found}.",
    ),
    "format.not_finite": (
        "{key} 应是一个确定的数，不能是无穷大或“非数”。",
        "{key} must be a definite number, not infinite and not “no number”.",
    ),
    "format.number_size": (
        "这里的数字太长，请检查是否多打了零。",
        "The number here is too long. Please see whether there are zeros too many.",
    ),
    "format.want_day": (
        "{key} 应是日期，如 2026-06-30，不加引号，不带时间；现在是 {found}。",
        "{key} must be a date such as 2026-06-30, without quotes and without a time; it is {found}.",
    ),
    "format.want_list": (
        '{key} 应是列表，写在方括号里，每项一行，如 ["县应急管理局"]；现在是 {found}。',
        '{key} must be a list in square brackets, such as ["县应急管理局"]; it is {found}.',
    ),
    "format.want_table": (
        "{key} 应是一段（方括号段名下的若干行，或花括号里的几项），现在是 {found}。",
        "{key} must be a table (lines under a head in square brackets, or items in braces); it is {found}.",
    ),
    "format.bad_choice": (
        "{key} 不能是 {found}，只能是：{known}。",
        "{key} cannot be {found}; it is one of: {known}.",
    ),
    "format.bad_choice_near": (
        "{key} 不能是 {found}，是不是 {nearest}？可用的有：{known}。",
        "{key} cannot be {found}. Is {nearest} meant? It is one of: {known}.",
    ),
    "format.bad_id": (
        "编号 {id} 不对：要以小写英文字母开头，只含小写字母、数字、- 和 _，最多 40 个字符。",
        "The id {id} is not right: it begins with a small letter, has only small letters, digits, - and _, and "
        "at most 40 characters.",
    ),
    "format.id_twice": (
        "编号 {id} 前面已经用过（{other}）。每个编号只能用一次，请换一个没有用过的。",
        "The id {id} is already used at {other}. Each id stands once only; take one that is not used.",
    ),
    "format.no_section": (
        "任务所属的部分 {section} 不在文件里。请检查 section，或补上 [sections.{section}] 一段。",
        "The task's section {section} is not in the file. Check section, or add the table [sections.{section}].",
    ),
    "format.no_section_near": (
        "任务所属的部分 {section} 不在文件里，是不是 {nearest}？",
        "The task's section {section} is not in the file. Is {nearest} meant?",
    ),
    # store
    "store.created": ("已新建工作区：{file}", "A new workspace was made: {file}"),
    "store.failed": (
        "没有保存成功，原有内容没有变动。请再试一次。",
        "Nothing was saved and nothing was changed. Please try again.",
    ),
    "store.not_found": (
        "找不到这份内容，可能已在别处删除。请回到列表刷新；误删的可以恢复。",
        "This is no longer there; it may have been deleted elsewhere. Go back to the list; a deletion can be undone.",
    ),
    "store.duplicate": (
        "同样编号的内容已经有了，没有覆盖它。请改存为新的一份。",
        "One with the same id is there already and was not overwritten. Save it as a new one.",
    ),
    "store.conflict": (
        "{who} 刚刚改了同一处，两边的内容都还在。请对照后选一个再保存。",
        "{who} has just changed the same place; both versions are kept. Compare them, choose one and save again.",
    ),
    "store.bad_value": (
        "“{place}”里有无法保存的字符或数字，没有保存。请重新输入这一处。",
        "“{place}” holds a character or number that cannot be kept; nothing was saved. Type this place again.",
    ),
    "store.missing": (
        "工作区文件不见了：{file}。备份还在，请运行 planner rescue 恢复最近的备份。",
        "The workspace file is gone: {file}. Its backups are there: planner rescue brings the latest back.",
    ),
    "store.damaged": (
        "工作区文件已损坏：{file}（{detail}）。原文件不会被改动或删除。请运行 planner rescue：它把原文件放到一边，恢复最近的备份。",
        "The workspace file is damaged: {file} ({detail}). It will not be changed or deleted: "
        "planner rescue sets it aside and brings the latest backup back.",
    ),
    "store.foreign": (
        "这个文件不是本程序的工作区：{file}。没有动它，请另选文件。",
        "This file is not a workspace of this program: {file}. It was left alone; choose another file.",
    ),
    "store.too_new": (
        "工作区由更新版本的程序保存（{found}，本程序认识到 {known}）：{file}。没有动它，请先升级本程序。",
        "The workspace was written by a newer version of this program ({found}; this one knows {known}): {file}. "
        "It was left alone; upgrade this program first.",
    ),
    "store.network_share": (
        "工作区在网络共享盘上（{filesystem}），几台电脑同时用会丢内容，所以没有打开：{file}。"
        "请放到本机硬盘上。",
        "The workspace is on a network share ({filesystem}), where two machines would lose each other's work, "
        "so it was not opened: {file}. Put it on a disk of this machine.",
    ),
    "store.busy": (
        "别的程序正占用工作区，没有保存，原有内容没有变动。请稍后再试。",
        "Another program is using the workspace; nothing was saved or changed. Try again in a moment.",
    ),
    "store.full": (
        "磁盘满了，没有保存，原有内容没有变动。请腾出空间后再保存。",
        "The disk is full; nothing was saved or changed. Free some space and save again.",
    ),
    "store.read_only": (
        "没有写入权限：{file}。没有保存，原有内容没有变动。请检查文件夹权限，或另选位置。",
        "Writing is not allowed here: {file}. Nothing was saved or changed. Check the folder or choose another.",
    ),
    "store.unreachable": (
        "打不开：{file}。请检查磁盘和路径，或另选位置。",
        "Cannot be opened: {file}. Check the disk and the path, or choose another place.",
    ),
    "store.broken_disk": (
        "读写磁盘出错：{file}。这一步没有保存，先前保存的内容仍在。请检查磁盘后重试，并尽快另存一份。",
        "The disk reported an error: {file}. This step was not saved; what was saved before is there. "
        "Check the disk, try again, and make a copy soon.",
    ),
    "store.closed": (
        "工作区已经关闭。请重新打开程序。",
        "The workspace was closed. Start the program again.",
    ),
    "store.no_backup": (
        "今天的备份没有做成：{file}。内容已保存，请先处理上面的问题。",
        "Today's backup could not be made: {file}. Everything is saved; see to the problem above first.",
    ),
    "store.restored": (
        "工作区文件原先不见了，已恢复 {day} 的备份。",
        "The workspace file was gone; the backup of {day} was brought back.",
    ),
    "store.rescued": (
        "已恢复 {day} 的备份。损坏的文件原样放在：{aside}",
        "The backup of {day} was brought back. The damaged file lies untouched at: {aside}",
    ),
    "store.rescued_without_backup": (
        "没有可用的备份。损坏的文件原样放在：{aside}。程序将从空的工作区开始。",
        "There is no sound backup. The damaged file lies untouched at: {aside}. "
        "The program starts with an empty workspace.",
    ),
    # The roster of departments (planner.sharing.roster)
    "roster.no_name": ("单位名称是空的，请填写全称。", "The name is empty: give the full name."),
    "roster.same_name": (
        "“{name}”与 {other} 段重名，请改名，或删去其中一段。",
        "{name} has the same name as the table {other}: rename one or take it out.",
    ),
    "roster.no_year": (
        "“{name}”写了接续单位（successor），没有写从哪一年起撤并。请补上 abolished，例如 abolished = 2024。",
        "{name} names a successor but not the year from which it no longer stands. Add it, as abolished = 2024.",
    ),
    "roster.unknown_successor": (
        "接续单位 {successor} 在名册里找不到。请写名册中那一段方括号里的编号。",
        "The successor {successor} is not in the roster. Give the id that stands in a table's brackets there.",
    ),
    "roster.unknown_successor_near": (
        "接续单位 {successor} 在名册里找不到，是不是 {nearest}？",
        "The successor {successor} is not in the roster; is it {nearest}?",
    ),
    "roster.ring": (
        "“{name}”的接续单位转了一圈又回到它自己，请核对由谁接续。",
        "The successors of {name} lead back to it: see who took over from whom.",
    ),
    # Reading a past plan (planner.reading)
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
        "The table from this line on was read as {rows} tasks by its head. See whether its columns are right.",
    ),
    "reading.table_rows": (
        "第 {last} 行以前有 {count} 行表格，没有读入任务。请对照原文，把需要的内容补进任务。",
        "{count} rows of a table up to line {last} were not taken into the tasks. Compare with the document and "
        "add what is needed.",
    ),
    "reading.undecodable": (
        "从这一行起有 {count} 处认不出的字，显示为 �。请对照原文补上。",
        "From this line on {count} characters could not be recognised and show as �. Compare with the document "
        "and fill them in.",
    ),
    "reading.control_removed": (
        "从这一行起去掉了 {count} 个看不见的控制字符。请看一眼这里的文字是否完整。",
        "From this line on {count} invisible control characters were taken out. See whether the text here is "
        "whole.",
    ),
    "reading.direction_removed": (
        "从这一行起去掉了 {count} 个改变文字方向的隐藏字符。请看一眼这里的文字顺序是否正确。",
        "From this line on {count} hidden characters that turn the direction of text were taken out. See "
        "whether the order of words here is right.",
    ),
    "reading.invisible_removed": (
        "从这一行起去掉了 {count} 个零宽字符，文字没有变化。",
        "From this line on {count} characters without width were taken out; the words are unchanged.",
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
        "印发日期 {day} 与计划年份 {year} 相差一年以上，请核对哪一个写错了。",
        "The day of issue {day} is more than a year away from the plan's year {year}. Please see which is wrong.",
    ),
    "reading.damaged_day": (
        "落款日期“{text}”缺字或多字，按 {day} 读入，请核对。",
        "The date “{text}” under the paper is damaged; it was read as {day}. Please check.",
    ),
    "reading.impossible_day": (
        "落款日期“{text}”看不出是哪一天，没有读入。请填上印发日期。",
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
