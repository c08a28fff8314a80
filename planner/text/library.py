"""Words of the catalogue: the library screen, taking from templates, and the new plan."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.library": (
        "所有模板都在这里：本单位的计划（以往的和今年的）、程序内置的、这次打开的文件。\n"
        "按 Ctrl+F 查找，边输边出结果：任务里的字、单位名称、拼音首字母（yjj 找到应急管理局）都可以，多个词用空格分开。\n"
        "右侧是光标所在的模板，窗口窄时回车进去、Esc 回来；再按回车看任务全文。\n"
        "用空格标记任务（在哪一栏标记都算数，换了查找的词也还在），按 F5 一次取进正在起草的计划；"
        "光标在部分或整份模板上时，F5 取全部。按 Ctrl+N 用它新建一份计划。",
        "All templates are here: the office's own plans, those of the program, and files opened this time.\n"
        "Ctrl+F searches while you type: words of a task, a department, its pinyin initials (yjj finds 应急管理局); "
        "blanks divide several words.\n"
        "Beside it stands the template under the cursor; in a narrow window Enter goes in and Esc comes back. "
        "Enter once more reads a task in full.\n"
        "Space marks tasks (in any list; marks stay when the search changes), and F5 takes them all into the open "
        "draft. On a section or a whole template F5 takes all of it. Ctrl+N makes a new plan from it.",
    ),
    "library.find": ("查找", "Find"),
    "library.take": ("选用", "Take"),
    "library.new_plan": ("新建计划", "New plan"),
    "library.look": ("细看", "Look"),
    "library.remove": ("删除计划", "Delete the plan"),
    "library.search": (
        "Ctrl+F 查找任务、单位或首字母（如 yjj）",
        "Ctrl+F: find tasks, departments, initials (yjj)",
    ),
    "library.list": ("{note}", "{note}"),
    "library.preview": ("{title}", "{title}"),
    "library.all": ("模板", "Templates"),
    "library.found": ("找到的任务", "Tasks found"),
    "library.more_hits": ("只列出前 {count} 项，请多输几个字", "only the first {count}; type more"),
    "library.marked": ("共标记 {count} 项", "{count} marked in all"),
    "library.reading": ("正在读模板，请稍候", "Reading the templates, one moment"),
    "library.no_hits": (
        "没有找到。换个词，或少输几个字；\n按 Esc 回到全部模板。",
        "Nothing found. Try another word or fewer;\nEsc goes back to all templates.",
    ),
    "library.nothing_chosen": (
        "光标停在一份模板上，这里显示它的任务。",
        "The tasks of the template under the cursor stand here.",
    ),
    "library.into": ("取进：{title}", "takes into: {title}"),
    "library.no_draft": ("没有打开的计划", "no plan is open"),
    # Columns
    "library.title": ("模板", "Template"),
    "library.year": ("年度", "Year"),
    "library.tasks": ("任务", "Tasks"),
    "library.field": ("领域", "Field"),
    "library.issuer": ("发文机关", "Issuer"),
    "library.origin": ("来源", "Origin"),
    "library.task": ("任务", "Task"),
    "library.where": ("出处", "Found in"),
    "library.template": ("模板", "Template"),
    "library.part": ("部分和任务", "Sections and tasks"),
    "library.taken": ("[已取] ", "[taken] "),
    "library.lead": ("牵头单位", "Lead"),
    "library.count": ("{count} 份", "{count}"),
    "library.whole": ("整份：{title}", "All of: {title}"),
    "library.all_of_it": ("整份模板（{count} 项任务）", "The whole template ({count:task|tasks})"),
    "library.section": ("{number}{title}（{count} 项）", "{number}{title} ({count})"),
    "library.origin.workspace": ("本单位的计划", "The office's own plans"),
    "library.origin.builtin": ("程序内置", "Built in"),
    "library.origin.file": ("这次打开的文件", "Files opened this time"),
    "library.from.workspace": ("本单位", "own"),
    "library.from.builtin": ("内置", "built in"),
    "library.from.file": ("文件", "file"),
    "library.where.template": ("模板名称", "template"),
    "library.where.title": ("标题", "title"),
    "library.where.department": ("单位", "dept"),
    "library.where.text": ("正文", "text"),
    # A template, section or task in full
    "library.labelled": ("{label}：{value}", "{label}: {value}"),
    "library.counts": (
        "{sections} 个部分，{tasks} 项任务",
        "{sections:section|sections}, {tasks:task|tasks}",
    ),
    "library.section_count": ("这一部分有 {count} 项任务", "{count:task|tasks} in this section"),
    "library.number": ("发文字号", "Number"),
    "library.issued": ("成文日期", "Issued"),
    "library.level": ("层级", "Level"),
    "library.region": ("地区", "Place"),
    "library.level.state": ("国家", "State"),
    "library.level.province": ("省级", "Province"),
    "library.level.city": ("市级", "City"),
    "library.level.county": ("县级", "County"),
    "library.level.township": ("乡镇（街道）", "Township"),
    "library.measure": ("举措 {number}", "Measure {number}"),
    "library.nobody": ("没有写明由谁负责", "nobody is named"),
    "library.target": ("目标", "Target"),
    "library.due": ("完成时限", "Due"),
    "library.recurrence": ("频次", "Recurring"),
    "library.times": ("全年 {count} 次", "{count} a year"),
    "library.source": ("摘自", "From"),
    "library.of_year": ("{year} 年", "{year}"),
    "library.line": ("第 {line} 行", "line {line}"),
    # Taking
    "library.choose": ("请先选一项任务或一份模板", "Choose a task or a template first"),
    "library.is_the_draft": (
        "这就是正在起草的计划，不用再取",
        "This is the draft itself; there is nothing to take",
    ),
    "library.no_draft_yet": (
        "现在没有打开的计划，将用选中的任务新建一份。要取进已有的计划，请先到首页打开它。",
        "No plan is open: a new one is made from what you chose. To take into an existing plan, open it on the "
        "home page first.",
    ),
    "library.step_took": ("从《{title}》取 {count} 项任务", "taking {count:task|tasks} from {title}"),
    "library.and_others": ("{title}等", "{title} and others"),
    "library.took": ("已取进 {count} 项任务（Ctrl+Z 撤销）", "Took {count:task|tasks} (Ctrl+Z undoes it)"),
    "library.took.skipped": ("，另有 {count} 项相近的没有取", ", left out {count} that are alike"),
    "library.took.other_year": (
        "。\n模板不是同一年度或层级的，请到起草页按 Ctrl+R 更新年份和单位",
        ".\nIt is of another year or level: Ctrl+R in the draft renews years and departments",
    ),
    # Files
    "library.which_file": ("打开哪份文件作模板？", "Which file is to be a template?"),
    "library.as_template": ("这次作模板用", "Use it as a template now"),
    "library.as_template.note": ("不存入，退出程序后不保留", "not kept after the program ends"),
    "library.on_shelf": ("已放进模板：{title}", "Among the templates now: {title}"),
    # Removing
    "library.choose_own": (
        "请在左边的模板列表中选一份自己的计划",
        "Choose one of your own plans in the list of templates",
    ),
    "library.is_builtin": ("内置模板不能删除", "Built-in templates cannot be deleted"),
    "library.removed.workspace": (
        "已删除计划：{title}。按 Ctrl+Z 恢复。",
        "Deleted the plan: {title}. Ctrl+Z brings it back.",
    ),
    "library.removed.file": (
        "已移出模板：{title}（文件本身没有变）。按 Ctrl+Z 恢复。",
        "No longer a template: {title} (the file is as it was). Ctrl+Z brings it back.",
    ),
    "library.restored": ("已恢复：{title}", "Brought back: {title}"),
    # The new plan
    "new_plan.heading": ("新建计划", "New plan"),
    "new_plan.which_templates": ("用哪些模板？", "Which templates?"),
    "new_plan.which_templates.note": (
        "回车用光标所在的一份。要用几份：按 Tab 到列表，空格逐一标记，再回车。",
        "Enter takes the one under the cursor. For several: Tab to the list, mark with Space, then Enter.",
    ),
    "new_plan.template_note": ("{origin}  {year} 年  {count} 项任务", "{origin}  {year}  {count:task|tasks}"),
    "new_plan.templates": ("模板", "Templates"),
    "new_plan.level": ("层级", "Level"),
    "new_plan.year": ("年度", "Year"),
    "new_plan.region": ("地区", "Place"),
    "new_plan.title": ("名称", "Title"),
    "new_plan.issuer": ("发文机关", "Office"),
    "new_plan.year.hint": ("四位数字", "four digits"),
    "new_plan.region.hint": (
        "本县名称，如 临江县；模板里的地名会改成它",
        "your county's name; places named in the template become it",
    ),
    "new_plan.title.hint": ("计划的全称", "the plan's full title"),
    "new_plan.issuer.hint": ("如 临江县安全生产委员会办公室", "who issues it"),
    "new_plan.make": ("新建", "Make it"),
    "new_plan.blank": ("空白计划", "Empty plan"),
    "new_plan.blank.note": ("不用模板，从头写起", "no template, write it from the start"),
    "new_plan.blank_title": ("{year}年工作要点", "Work plan {year}"),
    "new_plan.from": ("{title}（取 {count} 项任务）", "{title} ({count:task|tasks})"),
    "new_plan.several": ("{title}等 {count} 份", "{title} and others, {count} in all"),
    "new_plan.which_level": ("新计划是哪一级的？", "Of which level is the new plan?"),
    "new_plan.level.note": (
        "模板是省里或市里的，文字和单位名称会改成这一级的。",
        "Words and departments of a higher level's template become those of this level.",
    ),
    "new_plan.bad_year": (
        "年度应是 1950 到 2100 之间的四位数字",
        "the year is four digits between 1950 and 2100",
    ),
    "new_plan.tasks": ("新计划将有 {count} 项任务。", "The new plan will hold {count:task|tasks}."),
    "new_plan.renewed": ("会自动更新 {count} 处：", "{count:place is|places are} renewed automatically:"),
    "new_plan.left": (
        "有 {count} 处要由您决定，建好以后在起草页逐处处理：",
        "{count:place is|places are} for you to settle afterwards, one by one, in the draft:",
    ),
    "new_plan.nothing_renewed": (
        "没有需要更新的年份、日期和名称。",
        "No years, dates or names need renewing.",
    ),
    "new_plan.change_row": ("{old} 改为 {new}{times}", "{old} becomes {new}{times}"),
    "new_plan.left_row": ("{old}{times}：{reason}", "{old}{times}: {reason}"),
    "new_plan.times": ("（{count} 处）", " ({count:time|times})"),
    "new_plan.emptied": ("（空）", "(empty)"),
    "new_plan.no_region": (
        "没有填地区：模板里的地名和发文机关不会改。",
        "No place is given: names of places and the issuer stay as in the template.",
    ),
    "new_plan.made": (
        "已新建：{title}，{count} 项任务",
        "Made: {title}, {count:task|tasks}",
    ),
    "new_plan.made.renewed": ("，自动更新 {count} 处", ", {count:place|places} renewed"),
    "new_plan.made.left": (
        "计划已建好。还有 {count} 处要由您决定，现在处理吗？",
        "The plan is made. {count:place is|places are} left for you to settle. Go through them now?",
    ),
}
