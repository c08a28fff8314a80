"""Words of the catalogue: what the checks of a plan say."""

TEXTS: dict[str, tuple[str, str]] = {
    "check.no_lead": (
        "还没有牵头或责任单位。请指派。",
        "Nobody leads or is responsible. Assign a department.",
    ),
    "check.measure_no_lead": (
        "这条举措没有牵头或责任单位，同一任务的其他举措有。请看是否漏写。",
        "This measure has no lead, though others of the task have. See whether one was forgotten.",
    ),
    "check.unknown_department": (
        "名录里没有“{name}”。如果名称无误，请在单位名录中添加。",
        "The roster has no “{name}”. If the name is right, add it to the roster.",
    ),
    "check.damaged_department": (
        "“{name}”像是写错了，是不是“{right}”？",
        "“{name}” looks damaged. Is it “{right}”?",
    ),
    "check.abolished_department": (
        "“{name}”{year} 年已撤并，现在是“{right}”。",
        "“{name}” is gone since {year}; it is “{right}” now.",
    ),
    "check.abolished_without_heir": (
        "“{name}”已经撤销，名录没有写明由谁接替。请改派。",
        "“{name}” is gone and the roster names no successor. Assign another department.",
    ),
    "check.other_level": (
        "“{name}”是别的层级的叫法，同级应为“{right}”。",
        "“{name}” is the name at another level; here it would be “{right}”.",
    ),
    "check.impossible_day": (
        "没有“{due}”这一天。请改正日期。",
        "There is no such day as “{due}”. Mend the date.",
    ),
    "check.day_before_year": (
        "“{due}”在 {year} 年以前。请改成今年的日期。",
        "“{due}” is before {year}. Give a date of this year.",
    ),
    "check.day_after_year": (
        "“{due}”在 {year} 年以后。跨年的任务请写明今年做到哪一步。",
        "“{due}” is after {year}. Say how far the work goes this year.",
    ),
    "check.past_year": (
        "还写着“{words}”，计划年份是 {year} 年。请看是否要更新。",
        "“{words}” is still named; the plan is for {year}. See whether it must be renewed.",
    ),
    "check.ended_five_year_plan": (
        "“{words}”到 {end} 年已经结束。请更新。",
        "“{words}” ended in {end}. Renew it.",
    ),
    "check.target_without_number": (
        "目标“{target}”没有数字，年底不好考核。请写明数量。",
        "Target “{target}” has no number and cannot be assessed at the year's end. Give one.",
    ),
    "check.target_without_unit": (
        "目标“{target}”的数字没有单位。请写明是多少家、次、% 等。",
        "The number of target “{target}” has no unit. Say of what.",
    ),
    "check.only_vague": (
        "只有“{verbs}”一类的话，没有具体动作和目标。请写明做什么、做到多少。",
        "Only words such as “{verbs:list}”, no action and no target. Say what is done and how much.",
    ),
    "check.same_task": (
        "与“{other}”一字不差。请删去一项。",
        "Word for word the same as “{other}”. Delete one.",
    ),
    "check.like_task": (
        "与“{other}”很像。请看是否重复。",
        "Much like “{other}”. See whether one is enough.",
    ),
    "check.empty_section": (
        "“{title}”下面没有任务。请补上任务，或删去这一部分。",
        "“{title}” has no tasks. Add some, or delete the section.",
    ),
    "check.no_title": ("任务没有标题。请补上。", "The task has no title. Add one."),
    "check.no_measure": (
        "只有标题，没有举措。请写明怎么做。",
        "Only a title, no measure. Say how it is to be done.",
    ),
    "check.idle_departments": (
        "有 {count} 个政府部门没有任务：{names}。",
        "{count:government department has|government departments have} no task: {names:list}.",
    ),
    "check.overloaded": (
        "“{name}”要参加 {count} 项任务，占全部 {all} 项的一半以上。请看是否过重。",
        "“{name}” takes part in {count} of {all:task|tasks}, more than half. See whether that is too much.",
    ),
    "check.no_occurrence": (
        "“{words}”排不出日期。请写明多久一次，或定下日子。",
        "“{words}” gives no day. Say how often, or fix the days.",
    ),
}
