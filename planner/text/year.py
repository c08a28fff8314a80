"""Words of the catalogue: the year screen."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.year": (
        "全年要做的事，按月或按季度（Ctrl+G 切换）排好；“每季度召开一次”这样的定期工作已经排出每一次的日期，同一个月里多次的并成一行。\n"
        "没有日期的排在最后，并写明原因，F4 只看它们。每个月后面的横条表示事情的多少。\n"
        "Ctrl+F 查找：输入任务里的字，或单位的首字母（如 yjj）。回车到“起草”修改这项任务。\n"
        "F2 改日期：定期工作可以把每次的日子定下来，清空后恢复按原文推算。",
        "Everything to be done in the year, by month or quarter (Ctrl+G switches); recurring duties such as "
        "“once a quarter” stand there with each of their days, one line a month.\n"
        "What has no day comes last with the reason; F4 shows only that. The bar after a month shows how much there is.\n"
        "Ctrl+F finds words of a task or a department by its initials (yjj). Enter goes to the task in Draft.\n"
        "F2 changes the days: those of a recurring duty can be fixed; emptied, they follow the words again.",
    ),
    "year.list": ("全年日程", "The year"),
    "year.one": ("选中的事项", "The chosen one"),
    "year.open": ("看任务", "The task"),
    "year.edit": ("改日期", "Change days"),
    "year.grouping": ("按月/按季度", "Month/quarter"),
    "year.find": ("查找", "Find"),
    "year.assign": ("到分工", "Its duties"),
    "year.only_undated": ("只看没有日期的", "Only without a day"),
    "year.filter": (
        "任务里的字、日期，或单位的首字母（如 yjj）",
        "Words of a task, a date, or a department's initials (yjj)",
    ),
    "year.none": (
        "没有要排日程的事。在“起草”里给任务写上完成时限或多久一次，这里就会排出来。\n找不到时按 Esc 取消查找，按 F4 看全部。",
        "Nothing to put on the calendar. Give tasks deadlines or intervals in Draft and they appear here.\n"
        "Esc leaves a search, F4 shows everything.",
    ),
    "year.date": ("日期", "Day"),
    "year.kind": ("类别", "Kind"),
    "year.words": ("原文", "Words"),
    "year.task": ("任务", "Task"),
    "year.who": ("牵头", "Lead"),
    "year.by_month": ("按月", "by month"),
    "year.by_quarter": ("按季度", "by quarter"),
    "year.month": ("{month}月", "Month {month}"),
    "year.month_of_year": ("{year}年{month}月", "{year}-{month}"),
    "year.quarter": ("第{quarter}季度", "Quarter {quarter}"),
    "year.count": ("{count} 项  {bar}", "{count}  {bar}"),
    "year.now": ("本月", "this month"),
    "year.undated": ("没有日期", "Without a day"),
    "year.undated_count": ("{count} 项，按 F2 定日期", "{count}, F2 gives them one"),
    "year.day": ("{month}月{day}日", "{month}-{day}"),
    "year.day_of_year": ("{year}年{month}月{day}日", "{year}-{month}-{day}"),
    "year.days_of_month": ("{month}月：{days}日", "{month}: {days}"),
    "year.days_of_other_month": ("{year}年{month}月：{days}日", "{year}-{month}: {days}"),
    "year.due": ("时限", "deadline"),
    "year.recurring": ("定期", "recurring"),
    "year.which": ("定期 {number}/{all}", "rec. {number}/{all}"),
    "year.fixed": ("已定 {number}/{all}", "fixed {number}/{all}"),
    "year.times": ("定期 {count}次", "rec. x{count}"),
    "year.fixed_times": ("已定 {count}次", "fixed x{count}"),
    "year.why": ("{words}（{why}）", "{words} ({why})"),
    "year.no_interval": ("没有写明多久一次", "no interval is given"),
    "year.no_such_day": ("没有这一天", "there is no such day"),
    "year.no_calendar": ("没有写明哪一天", "no day is named"),
    "year.days_fixed": ("日期（人工定的）", "Days (fixed by hand)"),
    "year.days_by_rule": ("日期（按原文推算）", "Days (from the words)"),
    "year.choose_one": ("请先选一项", "Choose one first"),
    "year.fix": ("定日期：{words}", "Fix the days: {words}"),
    "year.days": ("每次的日期", "The days"),
    "year.days.note": (
        "例如 3月25日、6月25日，或 3-25 6-25。清空则恢复按原文推算。",
        "such as 3-25 6-25 9-25. Emptied, they follow the words again.",
    ),
    "year.no_day": ("看不出是哪一天：{words}", "no day: {words}"),
    "year.outside": ("{words}不在 {year} 年内", "{words} is not in {year}"),
    "year.change_due": ("改完成时限", "Change the deadline"),
    "year.due_words": ("时限原文", "The deadline's words"),
    "year.due_words.note": ("例如 6月底前，会照样写进计划", "such as 6月底前; it stands in the plan"),
    "year.due_day": ("日期", "Day"),
    "year.due_day.note": (
        "一般不用填，按原文推算；原文看不出日期时再填，例如 6月30日",
        "usually left empty; give it where the words tell no day, such as 6-30",
    ),
    "year.no_words": ("请写明时限", "the deadline's words are missing"),
    "year.did_fix": ("“{words}”定下 {count} 个日期", "fixed {count:day|days} of “{words}”"),
    "year.did_free": ("“{words}”恢复按原文推算日期", "“{words}” follows its words again"),
    "year.did_due": ("完成时限改为“{words}”", "the deadline is now “{words}”"),
    "year.done": ("{what}。Ctrl+Z 撤销", "{what}. Ctrl+Z undoes it"),
}
