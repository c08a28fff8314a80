"""Words of the catalogue: why the roll-over proposes a change, or leaves it to a person."""

TEXTS: dict[str, tuple[str, str]] = {
    # What is rolled
    "rollover.own_year": ("原计划的年份，改为{to_year}年。", "The old plan's own year becomes {to_year}."),
    "rollover.own_date": (
        "原计划年份的日期，改为{to_year}年。",
        "A date of the old plan's year moves to {to_year}.",
    ),
    "rollover.recent_years": (
        "“近几年”顺延，{first}—{last}年整体后移。",
        "“Recent years” move along: {first} to {last} shift as a whole.",
    ),
    "rollover.five_year": (
        "{plan}到{to_year}年已经结束。",
        "{plan}: this five-year plan has ended by {to_year}.",
    ),
    "rollover.day_of_year": (
        "“{due}”按本年度重新算日期。",
        "The day of “{due}” is worked out anew for this plan's year.",
    ),
    "rollover.level": (
        "“{old}”一级的说法改为“{new}”一级。",
        "A word of the level {old} becomes one of {new}.",
    ),
    "rollover.plan_level": ("计划的层级随之改变。", "The plan's own level changes."),
    "rollover.plan_region": ("计划的地区随之改变。", "The plan's own place changes."),
    "rollover.region": ("原文的地名改为{to_region}。", "The place named becomes {to_region}."),
    "rollover.department_level": (
        "“{old}”一级的单位改为“{new}”一级的对应单位。",
        "A body of the level {old} becomes its counterpart at {new}.",
    ),
    "rollover.succeeded": (
        "{former}自{since}年起由{successor}接续。",
        "{former} has been succeeded by {successor} since {since}.",
    ),
    # What a person must settle
    "rollover.year_before": (
        "原文说的是上一年（{year}年）。如仍指上一年，请接受；如是历史，请保留。",
        "The text speaks of the year before, {year}. Accept if it still means last year; leave it if it is history.",
    ),
    "rollover.past_year": (
        "{year}年已经过去。请看这句话还要不要。",
        "{year} is past. Please see whether the sentence still holds.",
    ),
    "rollover.past_date": (
        "{year}年的日期已经过去，请更新或删去。",
        "This date of {year} is past: renew or drop it.",
    ),
    "rollover.past_event": (
        "这一天说的是已经发生的事，请换成新的内容或删去。",
        "This day belongs to something that has happened: replace or drop it.",
    ),
    "rollover.fixed_day": (
        "{year}年定下的日子，{to_year}年是不是同一天，请核对。",
        "A day fixed in {year}: please check whether it is the same in {to_year}.",
    ),
    "rollover.since_year": (
        "说的是从{year}年起的情况，请看要不要改。",
        "This tells of the time since {year}: please see whether to change it.",
    ),
    "rollover.milestone_passed": (
        "{year}年的目标期限到{to_year}年已经过了，请写新的目标。",
        "The milestone of {year} has passed by {to_year}: please set a new one.",
    ),
    "rollover.series_of_years": (
        "同一句里还有以后的年份，请连起来看是否都要顺延。",
        "The same sentence names a later year too: please see whether all of them move.",
    ),
    "rollover.period_ended": (
        "{first}—{last}年的行动到{to_year}年已经结束，请看有没有新一轮。",
        "What ran from {first} to {last} has ended by {to_year}: please see whether there is a new round.",
    ),
    "rollover.named_document": (
        "书名号里是某一年的文件，请核对{to_year}年有没有新文件。",
        "A document of a certain year is named: please check whether there is a new one for {to_year}.",
    ),
    "rollover.five_year_stage": (
        "{plan}在{to_year}年处于哪个阶段（开局、中期、收官、编制），请改写这句话。",
        "{plan}: at which stage is it in {to_year} (start, middle, end, drafting)? Please rewrite the sentence.",
    ),
    "rollover.five_year_drawn_up": (
        "{plan}规划到{to_year}年应已编制完成，请看这项工作还要不要。",
        "{plan} should have been drawn up by {to_year}: please see whether the work is still to be done.",
    ),
    "rollover.new_number": ("发文字号要重新编。", "The document number must be given anew."),
    "rollover.new_issue_day": ("成文日期要重新填。", "The day of issue must be given anew."),
    "rollover.past_meeting": (
        "说的是开过的会议，请换成最近一次或删去。",
        "A meeting that was held: name the latest one or drop it.",
    ),
    "rollover.dated_instruction": (
        "某月某日的指示、讲话，请换成最近的或删去。",
        "An instruction or speech of a certain day: name the latest one or drop it.",
    ),
    "rollover.past_accident": (
        "说的是过去的事故，请看还要不要以此为例。",
        "An accident of the past: please see whether it is still the example to give.",
    ),
    "rollover.congress": (
        "党代会和全会的届次，请按{to_year}年的最新提法核对。",
        "Congress and plenary session: please check against the latest wording in {to_year}.",
    ),
    "rollover.counted_round": (
        "第几个、第几次要重新数。",
        "Count anew which one it is this year.",
    ),
    "rollover.jubilee": (
        "周年数到{to_year}年不对，请改写或删去。",
        "The jubilee does not fit {to_year}: rewrite or drop it.",
    ),
    "rollover.action_ended": (
        "“{words}”到{to_year}年是否还在进行，请核对。",
        "“{words}”: please check whether it still runs in {to_year}.",
    ),
    "rollover.last_year_result": (
        "说的是上一年的情况，请按最近一年改写。",
        "This tells of the year before: please rewrite it for the latest one.",
    ),
    "rollover.region_in_title": (
        "文件名里的地名不自动改，请核对文件。",
        "A place inside a document's name is not changed: please check the document.",
    ),
    "rollover.superior": (
        "这里说的可能是上级（{old}级），请看是保留还是改为{new}级。",
        "This may speak of superiors ({old}): please see whether it stays or becomes {new}.",
    ),
    "rollover.levels_in_a_row": (
        "几级连写（含“{letter}”），请看哪几级还适用。",
        "Several levels in a row ({letter} among them): please see which still apply.",
    ),
    "rollover.unknown_body": (
        "名录里没有{name}，或本级没有对应单位，请指定。",
        "{name} is not in the roster, or has no counterpart here: please say who it is.",
    ),
}
