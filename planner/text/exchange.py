"""Words of the catalogue: what is wrong with the file of a plan, a roster, a scheme, a sheet or results."""

TEXTS: dict[str, tuple[str, str]] = {
    "format.too_large": (
        "文件有 {size} MB，超过上限 {limit} MB，没有打开。这类文件通常没有这么大，请确认选对了文件。",
        "The file has {size} MB, more than the limit of {limit} MB, and was not opened. Files of this "
        "kind are smaller as a rule: please see whether this is the right file.",
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
        "这里的括号或键名一层套一层，超出了这类文件的需要，没有打开。请确认选对了文件。",
        "Brackets or keys nest deeper here than such a file needs; it was not opened. Please see whether "
        "this is the right file.",
    ),
    "format.more_errors": (
        "另有 {count} 处错误没有列出。请先改正以上各处，再检查一次。",
        "{count:more error is|more errors are} not listed. Mend those above first and look again.",
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
        "方括号里的段名不对：{text}。应像 [tasks.编号]、[indicators.编号.rule] 这样写，独占一行。",
        "This head of a table is not right: {text}. It looks like [tasks.id] or [indicators.id.rule], on a line "
        "of its own.",
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
    "format.number_form": (
        "数字写法不对：{text}。请用半角数字，小数点只有一个，不带逗号、百分号和单位，如 12.5。",
        "This number is not written rightly: {text}. Use plain digits with at most one point and no commas, "
        "percent signs or units, as 12.5.",
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
        '文件没有写明格式，这里要有一行 format = "{expected}"。请确认选对了文件。',
        'The file does not say its format: a line format = "{expected}" is wanted here. Please see whether '
        "this is the right file.",
    ),
    "format.newer": (
        "文件是用较新版本的程序保存的（{found}），本程序只认得 {expected}，没有打开。请升级本程序，或请对方用旧格式导出。",
        "The file was saved by a newer program ({found}); this one knows {expected} and did not open it. Renew "
        "this program, or ask for the file in the older format.",
    ),
    "format.other": (
        "文件的格式是 {found}，这里要的是 {expected}，没有打开。请确认选对了文件。",
        "The file's format is {found}; {expected} is wanted here, so it was not opened. Please see whether "
        "this is the right file.",
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
    "format.want_flag": (
        "{key} 只能写 true（是）或 false（否），不加引号；现在是 {found}。",
        "{key} is true or false, without quotes; it is {found}.",
    ),
    "format.bad_word": (
        "{key} 不能是 {found}：数字、日期不加引号；也可以写 {known}。",
        "{key} cannot be {found}: numbers and dates have no quotes, or write {known}.",
    ),
    "format.want_rule": (
        '评分规则应是一段，里面写 method（评分方法）和它的参数，如 method = "linear"；现在是 {found}。',
        'A rule is a table with its method and the parameters of it, as method = "linear"; it is {found}.',
    ),
    "format.no_method": (
        "没有叫 {method} 的评分方法。可用的有：{known}。",
        "There is no scoring method {method}. There are: {known}.",
    ),
    "format.no_method_near": (
        "没有叫 {method} 的评分方法，是不是 {nearest}？",
        "There is no scoring method {method}. Is {nearest} meant?",
    ),
    "format.bad_formula": (
        "这个算式读不懂：{found}。数字和 + - × ÷ ( ) 之间要空一格，函数只有 min、max、round。",
        "This formula cannot be read: {found}. Put a space between numbers and + - × ÷ ( ); the functions are "
        "min, max and round.",
    ),
    "format.no_owner": (
        "{key} 写的 {id} 不在文件里。请核对编号。",
        "{key} names {id}, which is not in the file. Please check the id.",
    ),
    "format.inside_itself": (
        "{id} 的上级绕回到它自己，或者层数太多。请核对。",
        "What {id} stands in leads back to it, or there are too many levels. Please check.",
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
        "接续单位 {successor} 在名录里找不到。请写名录中那一段方括号里的编号。",
        "The successor {successor} is not in the roster. Give the id that stands in a table's brackets there.",
    ),
    "roster.unknown_successor_near": (
        "接续单位 {successor} 在名录里找不到，是不是 {nearest}？",
        "The successor {successor} is not in the roster; is it {nearest}?",
    ),
    "roster.ring": (
        "“{name}”的接续单位转了一圈又回到它自己，请核对由谁接续。",
        "The successors of {name} lead back to it: see who took over from whom.",
    ),
}
