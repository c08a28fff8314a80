"""Words of the catalogue: the command line."""

TEXTS: dict[str, tuple[str, str]] = {
    "cli.description": (
        "planner：在终端里编制全年工作要点，做年终考核。直接输入 planner，打开操作界面；后面跟命令，就只做那一件事。",
        "planner: make the year's work plan and its assessment at a terminal. planner alone opens the screens; with a command it does that one thing.",
    ),
    "cli.examples": (
        "例：\n"
        "  planner                                         打开操作界面\n"
        "  planner read 去年要点.txt                        看看能读出什么\n"
        "  planner new --from 去年要点.txt --year 2027 -o 2027.toml\n"
        "  planner check 2027.toml                         检查有没有漏项\n"
        "  planner export 2027.toml -o 2027.md             导出给别人看\n"
        "  planner scheme 2027.toml -o 考核方案.toml        按计划提出考核方案\n"
        "  planner score 考核方案.toml 评分表/              计算得分、名次、等次",
        "Examples:\n"
        "  planner                                         open the screens\n"
        "  planner read last-year.txt                      see what can be read\n"
        "  planner new --from last-year.txt --year 2027 -o 2027.toml\n"
        "  planner check 2027.toml                         look for what is missing\n"
        "  planner export 2027.toml -o 2027.md             make a paper for others\n"
        "  planner scheme 2027.toml -o scheme.toml         propose a scheme from the plan\n"
        "  planner score scheme.toml sheets/               work out scores, ranks, grades",
    ),
    "cli.version": ("显示版本号", "show the version"),
    "cli.verb": ("命令", "COMMAND"),
    "cli.verbs": ("可用的命令（planner 命令 --help 看用法）", "commands (planner COMMAND --help shows how)"),
    "cli.path": ("路径", "PATH"),
    "cli.file": ("文件", "FILE"),
    "cli.words": ("词语", "WORDS"),
    "cli.out": ("输出文件", "OUT"),
    "cli.workspace": (
        "工作区文件；不写则用本人的默认工作区",
        "the workspace file; your own default one if left out",
    ),
    "cli.lang": ("界面语言：zh 中文，en 英文", "language: zh Chinese, en English"),
    "cli.json": ("输出 JSON，供其他程序使用", "print JSON for other programs"),
    "cli.force": ("输出文件已存在时覆盖", "replace the output file if it exists"),
    "cli.name": ("名称", "NAME"),
    "cli.level": ("层级", "LEVEL"),
    "cli.bad_year": (
        "年度应是 {least} 到 {most} 之间的四位数字，现在是“{words}”",
        "the year must be a number from {least} to {most}, not “{words}”",
    ),
    # read
    "cli.read.help": (
        "读一份往年计划，列出章节、任务、责任和没读懂的地方",
        "read a past plan and show what was found",
    ),
    "cli.read.description": (
        "读一份往年工作要点（文本文件，UTF-8、UTF-16、GBK 均可），列出章节、任务、责任单位、目标和时限；"
        "没有读懂的、略去的，逐行说明。",
        "Read a past work plan (a text file; UTF-8, UTF-16 or GBK) and list its sections, tasks, duties, targets "
        "and dates. What was left out or not understood is named line by line.",
    ),
    "cli.read.examples": (
        "例：\n  planner read 去年要点.txt\n  planner read 去年要点.txt --json > 去年要点.json\n"
        "  planner read 去年要点.txt -o 去年要点.toml",
        "Examples:\n  planner read last-year.txt\n  planner read last-year.txt --json > last-year.json\n"
        "  planner read last-year.txt -o last-year.toml",
    ),
    "cli.read.file": ("要读的文件", "the file to read"),
    "cli.read.out": ("把读出的计划存成 TOML 文件", "keep what was read as a TOML file"),
    "cli.read.summary": (
        "{title}（{year} 年）：{sections} 个部分，{tasks} 项任务，{clauses} 条责任分工",
        "{title} ({year}): {sections:section|sections}, {tasks:task|tasks}, {clauses:duty clause|duty clauses}",
    ),
    "cli.read.issuer": ("发文机关：{issuer}", "Issuer: {issuer}"),
    "cli.read.number": ("发文字号：{number}", "Document number: {number}"),
    "cli.read.issued": ("成文日期：{issued}", "Issued: {issued}"),
    # templates
    "cli.templates.help": (
        "列出可用的模板；带词语则在全部任务里查找",
        "list templates, or search all their tasks",
    ),
    "cli.templates.description": (
        "不带参数：列出内置模板和工作区里的各年计划。带模板编号：列出它的部分和任务。"
        "带词语：在全部任务里查找，词语可以是任意文字、单位名称或单位拼音首字母（yjj）。",
        "Without words: list the built-in templates and the plans of the workspace. With a template's key: list its "
        "sections and tasks. With words: search all tasks by any text, department or its pinyin initials (yjj).",
    ),
    "cli.templates.examples": (
        "例：\n  planner templates\n  planner templates work-safety\n  planner templates 演练 yjj",
        "Examples:\n  planner templates\n  planner templates work-safety\n  planner templates 演练 yjj",
    ),
    "cli.templates.words": ("模板编号或要找的词语", "a template's key, or words to search for"),
    "cli.templates.none": (
        "没有找到符合“{words}”的任务。换一个词，或少写一个词再试。",
        "No task matches “{words}”. Try another word, or fewer.",
    ),
    "cli.templates.more": (
        "还有没列出的，请多写一个词缩小范围。",
        "There are more; add a word to narrow the search.",
    ),
    "cli.templates.builtin": ("内置", "built-in"),
    "cli.templates.workspace": ("工作区", "workspace"),
    # new
    "cli.new.help": ("用一份或几份模板起草今年的计划", "draft a year's plan from one or several templates"),
    "cli.new.description": (
        "从模板起草新一年的计划。年份、五年规划、单位名称等有把握的自动更新；拿不准的、只有人能更新的"
        "（往年的会议、事故、批示），逐条列出，留待修改。",
        "Draft a new year's plan from templates. Years, five-year plans and department names are renewed where that is "
        "certain; what only a person can renew (past meetings, accidents, instructions) is listed and left as it is.",
    ),
    "cli.new.examples": (
        "例：\n"
        "  planner new --from 去年要点.txt --year 2027 -o 2027.toml\n"
        "  planner new --from work-safety --from fire-safety --year 2027 --office 县安委办 -o 2027.toml\n"
        "  planner new --from work-safety#任务编号,部分编号 --year 2027 -o 2027.toml",
        "Examples:\n"
        "  planner new --from last-year.txt --year 2027 -o 2027.toml\n"
        "  planner new --from work-safety --from fire-safety --year 2027 --office 县安委办 -o 2027.toml\n"
        "  planner new --from work-safety#TASK,SECTION --year 2027 -o 2027.toml",
    ),
    "cli.new.from": (
        "模板：内置模板编号、工作区中计划的编号，或任意能读的文件；后面加 #编号,编号 只取其中的部分或任务；可写多次",
        "a template: a built-in key, the id of a plan in the workspace, or any readable file; add #id,id to take only "
        "those sections or tasks; may be given several times",
    ),
    "cli.new.template": ("模板", "TEMPLATE"),
    "cli.new.year": ("新计划的年度", "the new plan's year"),
    "cli.new.year_word": ("年度", "YEAR"),
    "cli.new.office": ("发文机关，如 县安委办", "the issuing office, say 县安委办"),
    "cli.new.title": (
        "标题；不写则按模板标题更新年份",
        "the title; the template's own, renewed, if left out",
    ),
    "cli.new.level": (
        "本级：province 省，city 市，county 县，township 乡镇；省、市的计划会换成本级的称呼",
        "your level; a province's or city's plan is put into its words",
    ),
    "cli.new.region": (
        "本地名称，如 临川县；写进单位名称和标题",
        "your place, say 临川县, for names and the title",
    ),
    "cli.new.as_is": ("原样照取，不更新年份和单位", "take everything as it stands, renew nothing"),
    "cli.new.out": ("新计划存到哪里（.toml）", "where the new plan goes (.toml)"),
    "cli.new.done": (
        "已起草 {file}：{tasks} 项任务。自动更新 {applied} 处。",
        "Drafted {file}: {tasks:task|tasks}. {applied:place|places} renewed.",
    ),
    "cli.new.person": ("下面 {count} 处要由人来更新：", "{count:place needs|places need} a person:"),
    "cli.new.next": ("下一步：planner check {file}", "Next: planner check {file}"),
    "cli.new.exists": (
        "{file} 已经存在，没有改动它。换个文件名，或加 --force 覆盖。",
        "{file} exists and was not touched. Choose another name, or add --force.",
    ),
    "cli.new.no_template": (
        "没有叫“{name}”的模板，也没有这个文件。用 planner templates 看有哪些。",
        "There is no template and no file named “{name}”. planner templates shows what there is.",
    ),
    "cli.new.no_part": (
        "模板“{name}”里没有编号为 {ids} 的部分或任务。用 planner templates {name} 看编号。",
        "Template “{name}” has no section or task {ids}. planner templates {name} shows the ids.",
    ),
    "cli.new.proposal": (
        "{place}：…{before}[{old}]{after}…  {reason}",
        "{place}: …{before}[{old}]{after}…  {reason}",
    ),
    "cli.new.doubles": (
        "有 {count} 对任务很像，planner check 会逐对指出。",
        "{count:pair of tasks is|pairs of tasks are} much alike; planner check names them.",
    ),
    # check
    "cli.check.help": (
        "检查计划或考核方案：缺责任单位、日期不对、分值合计不对……",
        "check a plan or a scheme: missing leads, wrong dates, sums that do not fit …",
    ),
    "cli.check.description": (
        "逐项检查一份计划，说明问题在哪一项任务；或检查一份考核方案：分值合计、单位数、等次、评分规则，"
        "说明问题在哪一行。评分表和结果文件只看能否读懂。有必须改正的问题时返回 1。",
        "Check a plan and name the task of every finding; or an assessment scheme: sums, numbers of units, grades, "
        "rules, each with its line. Of sheets and results only the file is looked at. Exits with 1 when something "
        "must be mended.",
    ),
    "cli.check.examples": (
        "例：\n  planner check 2027.toml\n  planner check 2027.toml --json\n  planner check 考核方案.toml",
        "Examples:\n  planner check 2027.toml\n  planner check 2027.toml --json\n  planner check scheme.toml",
    ),
    "cli.check.file": (
        "计划、考核方案、评分表或结果的文件（.toml），或工作区中的编号",
        "the file of a plan, a scheme, a sheet or results (.toml), or an id in the workspace",
    ),
    "cli.check.fine": ("没有发现问题。", "Nothing found."),
    "cli.check.summary": (
        "必须改正 {errors} 处，需要看看 {warnings} 处，提示 {notes} 条。",
        "To mend: {errors}. To look at: {warnings}. Notes: {notes}.",
    ),
    # export
    "cli.export.help": (
        "导出计划：.toml 交换，.md 阅读；导出考核方案和评分表",
        "export a plan: .toml to exchange, .md to read; or an assessment with its sheets",
    ),
    "cli.export.description": (
        "把工作区中的计划或一个计划文件导出成别的格式，按输出文件的后缀决定：.toml 供同事导入，.md 供阅读打印。"
        "写考核方案的编号和一个已有的文件夹，则把方案和全部评分表各存成一个文件。",
        "Export a plan of the workspace, or a plan file, in the format of the output's ending: .toml for colleagues to "
        "import, .md to read and print. A scheme's id with a folder that exists writes the scheme and all its "
        "sheets there, a file each.",
    ),
    "cli.export.examples": (
        "例：\n  planner export 2027.toml -o 2027.md\n  planner export k7q2ab -o 2027.toml\n"
        "  planner export work-safety-departments -o 考核/",
        "Examples:\n  planner export 2027.toml -o 2027.md\n  planner export k7q2ab -o 2027.toml\n"
        "  planner export work-safety-departments -o assessment/",
    ),
    "cli.export.plan": (
        "计划文件，或工作区中计划、考核方案的编号",
        "a plan file, or the id of a plan or scheme in the workspace",
    ),
    "cli.export.out": (
        "输出文件（.toml 或 .md）；考核方案写文件夹",
        "the output file (.toml or .md); a folder for a scheme",
    ),
    "cli.export.folder_used": (
        "{folder} 里已经有 .toml 文件，没有改动它。换个空文件夹，或加 --force。",
        "{folder} has .toml files already and was not touched. Choose an empty folder, or add --force.",
    ),
    "cli.export.assessment_done": (
        "已导出到 {folder}：考核方案和 {count} 张评分表。",
        "Exported to {folder}: the scheme and {count:sheet|sheets}.",
    ),
    "cli.export.format": (
        "不认识后缀“{suffix}”。输出文件请用 .toml 或 .md；导出方案请给一个已有的文件夹。",
        "“{suffix}” is no known ending. Use .toml or .md for the output; a scheme goes to a folder that exists.",
    ),
    "cli.export.done": ("已导出到 {file}。", "Exported to {file}."),
    # import
    "cli.import.help": (
        "把计划、考核方案、评分表的文件收进工作区",
        "put a plan, a scheme or a sheet into the workspace",
    ),
    "cli.import.description": (
        "把同事给的 TOML 或一份往年计划的文本收进工作区，以后可以在界面里修改，也可以当模板。"
        "考核方案和评分表（.toml）也这样收；评分表的内容填进它所属的方案，有一处不能收就一处也不收。"
        "Excel 评分表用 --scheme、--by 说明是哪个方案、谁的评分。",
        "Put a colleague's TOML, or the text of a past plan, into the workspace, to be edited or used as a template. "
        "Schemes and sheets (.toml) likewise: a sheet's entries go into its scheme, all of them or none. For an Excel "
        "table say with --scheme and --by which scheme it is for and whose scores it holds.",
    ),
    "cli.import.examples": (
        "例：\n  planner import 2027.toml\n  planner import 去年要点.txt\n  planner import 考核方案.toml\n"
        "  planner import 评分.xlsx --scheme work-safety-departments --by 县应急管理局",
        "Examples:\n  planner import 2027.toml\n  planner import last-year.txt\n  planner import scheme.toml\n"
        "  planner import scores.xlsx --scheme work-safety-departments --by 县应急管理局",
    ),
    "cli.import.force": (
        "工作区里已有这份计划或方案、已填的评分不同时，用文件里的替换",
        "replace what the workspace holds where it differs",
    ),
    "cli.import.busy": (
        "别的程序刚刚改了编号 {id} 的计划，没有覆盖。请再试一次。",
        "Another program has just changed plan {id}; it was not replaced. Please try again.",
    ),
    "cli.import.done": (
        "已收进工作区，编号 {id}：{title}（{tasks} 项任务）。",
        "In the workspace as {id}: {title} ({tasks:task|tasks}).",
    ),
    "cli.import.same": (
        "工作区里已有同一份计划，内容完全一样，不用再收。",
        "The workspace holds this very plan already.",
    ),
    "cli.import.differs": (
        "工作区里已有编号 {id} 的计划，内容与文件不同，没有覆盖。要用文件替换，请加 --force（原内容可以撤回）。",
        "The workspace holds plan {id} with other content; it was not replaced. Add --force to take the file's "
        "(the old content can be brought back).",
    ),
    # departments
    "cli.departments.help": (
        "查单位：全称、简称、拼音首字母、机构沿革",
        "look up departments: names, initials, successors",
    ),
    "cli.departments.description": (
        "列出或查找单位名录。可以用全称、简称、名称的一部分或拼音首字母（yjj）。也可导出名录修改后再导入。",
        "List or search the roster by full name, short name, part of a name, or pinyin initials (yjj). The roster can be "
        "exported, changed and imported again.",
    ),
    "cli.departments.examples": (
        "例：\n  planner departments\n  planner departments yjj\n  planner departments 安监局\n"
        "  planner departments --export 名录.toml\n  planner departments --import 名录.toml",
        "Examples:\n  planner departments\n  planner departments yjj\n  planner departments 安监局\n"
        "  planner departments --export roster.toml\n  planner departments --import roster.toml",
    ),
    "cli.departments.words": ("要找的单位", "what to look for"),
    "cli.departments.export": ("把名录存成 TOML 文件", "write the roster to a TOML file"),
    "cli.departments.import": (
        "用 TOML 文件里的名录作本单位名录",
        "take the roster of a TOML file as your own",
    ),
    "cli.departments.short": ("简称：{names}", "short: {names:list}"),
    "cli.departments.none": (
        "没有找到“{words}”。换个说法，或用拼音首字母（yjj）再试。",
        "Nothing found for “{words}”. Try another name, or initials (yjj).",
    ),
    "cli.departments.guess": (
        "没有叫“{words}”的单位。是不是：",
        "No department is called “{words}”. Perhaps:",
    ),
    "cli.departments.gone": ("{name}（{heirs}）", "{name} ({heirs})"),
    "cli.departments.since": ("{year} 年起为{successor}", "since {year}: {successor}"),
    "cli.departments.imported": (
        "已换用文件里的名录：{count} 个单位。",
        "The file's roster is now yours: {count:department|departments}.",
    ),
    # rescue
    "cli.rescue.help": (
        "工作区损坏时，换回最近的备份",
        "when the workspace is damaged, go back to the last backup",
    ),
    "cli.rescue.description": (
        "把损坏的工作区原样放到一边（不删除），用最近一次备份恢复。",
        "Set the damaged workspace file aside, untouched, and go back to the last good backup.",
    ),
    "cli.rescue.examples": ("例：\n  planner rescue", "Example:\n  planner rescue"),
    "cli.rescue.list": ("只列出备份，不动任何文件", "only list the backups; touch nothing"),
    "cli.rescue.fine": ("工作区完好，不用恢复。", "The workspace is whole; nothing to do."),
    # failures
    "cli.no_file": (
        "找不到文件：{file}。请检查文件名和所在的文件夹。",
        "There is no file {file}. Check its name and folder.",
    ),
    "cli.cannot_read": ("读不了文件 {file}：{reason}", "Cannot read {file}: {reason}"),
    "cli.cannot_write": (
        "写不了文件 {file}：{reason}。原有内容没有改动。",
        "Cannot write {file}: {reason}. Nothing was changed.",
    ),
    "cli.cannot_print": ("没有输出完：{reason}。", "Not everything could be written out: {reason}."),
    "reason.EISDIR": ("这是文件夹，请写到文件名", "this is a folder; name a file"),
    "reason.ENOTDIR": ("路径中有一段不是文件夹", "a part of the path is no folder"),
    "reason.EACCES": ("没有权限", "no permission"),
    "reason.EPERM": ("系统不允许", "the system does not allow it"),
    "reason.ENOSPC": ("磁盘满了", "the disk is full"),
    "reason.EROFS": ("磁盘是只读的", "the disk is read-only"),
    "reason.ENOENT": ("没有这个文件夹", "there is no such folder"),
    "cli.no_plan": (
        "工作区里没有编号为“{id}”的计划，也没有这个文件。",
        "No plan “{id}” in the workspace, and no such file.",
    ),
    "cli.unexpected": (
        "出了没有料到的问题，这一步没有做完；先前保存的内容都在。请把 {log} 交给维护人员。",
        "Something unexpected went wrong and this step was not finished; what was saved before is there. "
        "Please hand {log} to whoever looks after the program.",
    ),
    "role.lead": ("牵头", "lead"),
    "role.responsible": ("责任", "responsible"),
    "role.support": ("配合", "support"),
    "role.supervise": ("督导", "supervise"),
    "severity.error": ("必改", "mend"),
    "severity.warning": ("注意", "look"),
    "severity.note": ("提示", "note"),
    "place.line": ("第 {line} 行", "line {line}"),
    "place.header": ("文件头", "header"),
    "place.section": ("第{number}部分", "section {number}"),
    "place.task": ("第 {number} 项 {title}", "task {number} {title}"),
    "place.measure": ("举措 {number}", "measure {number}"),
}

ARGPARSE: dict[str, str] = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示本帮助",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "the following arguments are required: %s": "还缺这些参数：%s",
    "one of the arguments %s is required": "%s 至少要写一个",
    "expected one argument": "后面要跟一个值",
    "expected at most one argument": "后面最多跟一个值",
    "expected at least one argument": "后面至少跟一个值",
    "expected %s argument": "后面要跟 %s 个值",
    "expected %s arguments": "后面要跟 %s 个值",
    "not allowed with argument %s": "不能和 %s 一起用",
    "ignored explicit argument %r": "不需要值：%r",
    "ambiguous option: %(option)s could match %(matches)s": "选项 %(option)s 不明确，可能是 %(matches)s",
    "invalid %(type)s value: %(value)r": "值不对：%(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r，可选：%(choices)s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "没有命令 %(parser_name)r，可选：%(choices)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s：%(message)s\n",
}
