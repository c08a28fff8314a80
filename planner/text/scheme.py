"""Schemes: their parts in words, and what the check of a scheme has to say."""

TEXTS: dict[str, tuple[str, str]] = {
    # what a veto does
    "effect.zero": ("总分记 0 分", "total 0"),
    "effect.fail": ("一票否决，评为最低等次", "fails: the lowest grade"),
    "effect.minus": ("从总分中扣分", "points off the total"),
    "effect.block": ("取消评优资格", "barred from the higher grades"),
    "effect.downgrade": ("降低等次", "lower grade"),
    "effect.yellow_card": ("黄牌警告", "yellow card"),
    "effect.red_card": ("红牌", "red card"),
    "effect.talk": ("约谈", "talk"),
    "effect.rectify": ("限期整改", "mending due"),
    # why a rule is proposed from the plan
    "propose.linear": (
        "目标“{words}”有数字，按完成比例得分，目标 {value}{unit}",
        "target “{words}” has a number: in proportion to what is done of {value} {unit}",
    ),
    "propose.linear_unclear": (
        "目标“{words}”没有说清是至少还是至多，先按完成 {value}{unit} 的比例得分，请核对",
        "target “{words}” does not say at least or at most; in proportion to {value} {unit} for now, please look",
    ),
    "propose.rate": (
        "目标“{words}”是比率，达到 {value}{unit} 得满分，每低 1 个百分点扣 {slope} 分",
        "target “{words}” is a rate: full points from {value} {unit}, {slope} off for each point below",
    ),
    "propose.at_most": (
        "目标“{words}”是上限，不超过 {value}{unit} 得满分，每超出 1% 扣 {slope} 分",
        "target “{words}” is an upper bound: full points up to {value} {unit}, {slope} off for each 1% above",
    ),
    "propose.bound": (
        "目标“{words}”的数字是 {value}{unit}，只分达到和没达到",
        "target “{words}” is {value} {unit}: reached or not",
    ),
    "propose.control_quota": (
        "目标“{words}”是控制数 {value}{unit}，突破的按超出比例扣分",
        "target “{words}” is a control figure of {value} {unit}: what exceeds it is deducted in proportion",
    ),
    "propose.year_on_year": (
        "目标“{words}”与上年比，达到 {value}{unit} 得满分",
        "target “{words}” compares with last year: full points from {value} {unit}",
    ),
    "propose.target_without_number": (
        "目标“{words}”没有数字，由评分部门评分",
        "target “{words}” has no number: marked by the scoring department",
    ),
    "propose.occurrences": (
        "“{words}”全年 {count} 次，按完成次数得分",
        "“{words}”: {count:time|times} in the year, in proportion to those done",
    ),
    "propose.recurrence_without_days": (
        "“{words}”没有次数，由评分部门评分",
        "“{words}” has no number of times: marked by the scoring department",
    ),
    "propose.delay": (
        "“{words}”有时限，{day} 前完成得满分，每逾期 1 日扣 {each} 分",
        "“{words}” is a deadline: full points by {day}, {each} off for each day late",
    ),
    "propose.due_without_day": (
        "“{words}”不是具体日期，按期完成得满分，否则不得分",
        "“{words}” is no calendar day: done in time or not",
    ),
    "propose.duty": (
        "任务没有目标、频次和时限，由评分部门评分",
        "the task has no target, no number of times and no deadline: marked by the scoring department",
    ),
    "propose.support": ("只是配合，由评分部门按配合情况评分", "only supports: marked by how it supported"),
    "propose.supervise": ("负责督促，由评分部门按督促情况评分", "supervises: marked by how it supervised"),
    # why so many points
    "propose.points_lead": (
        "牵头，权重最高；同一举措分成 {of} 项，本项 {points} 分",
        "leads, the highest weight; one of {of:item|items} of the measure: {points:point|points}",
    ),
    "propose.points_responsible": (
        "责任单位，权重低于牵头；同一举措分成 {of} 项，本项 {points} 分",
        "responsible, less than the lead; one of {of:item|items} of the measure: {points:point|points}",
    ),
    "propose.points_support": (
        "配合单位，权重最低；同一举措分成 {of} 项，本项 {points} 分",
        "supports, the lowest weight; one of {of:item|items} of the measure: {points:point|points}",
    ),
    "propose.points_supervise": (
        "督促单位；同一举措分成 {of} 项，本项 {points} 分",
        "supervises; one of {of:item|items} of the measure: {points:point|points}",
    ),
    "propose.whole_lead": (
        "牵头，权重最高；本项 {points} 分",
        "leads, the highest weight: {points:point|points}",
    ),
    "propose.whole_responsible": (
        "责任单位，权重低于牵头；本项 {points} 分",
        "responsible, less than the lead: {points:point|points}",
    ),
    "propose.whole_support": (
        "配合单位，权重最低；本项 {points} 分",
        "supports, the lowest weight: {points:point|points}",
    ),
    "propose.whole_supervise": ("督促单位；本项 {points} 分", "supervises: {points:point|points}"),
    # why this scorer
    "propose.scorer_supervise": ("由督促单位评分：{names}", "scored by who supervises: {names:list}"),
    "propose.scorer_lead": ("由牵头单位评分：{names}", "scored by who leads: {names:list}"),
    "propose.scorer_responsible": (
        "没有牵头单位，由责任单位评分：{names}",
        "nobody leads; scored by who is responsible: {names:list}",
    ),
    "propose.scorer_issuer": (
        "由印发要点的单位评分：{names}",
        "scored by the office that issued the plan: {names:list}",
    ),
    "propose.scorer_overseer": (
        "印发要点的单位自己承担，由{names}评分",
        "the issuing office carries it itself: scored by {names:list}",
    ),
    "propose.scorer_none": (
        "没有可以评分的单位，请指定；不能自己给自己评分",
        "nobody is left to score it, please name somebody; no unit scores itself",
    ),
    # what the plan leaves open
    "propose.no_measure": (
        "任务“{task}”没有具体举措，没有提出指标",
        "task “{task}” has no measure: no indicator is proposed",
    ),
    "propose.nobody": (
        "任务“{task}”的一项举措没有牵头或责任单位，请在计划中补上后重新生成",
        "a measure of task “{task}” has nobody who leads or is responsible; add them in the plan and propose again",
    ),
    "propose.collective": (
        "任务“{task}”写的是“{name}”，没有列明单位，请指定是哪些单位",
        "task “{task}” says “{name}” without naming bodies; please say which",
    ),
    "propose.no_townships": (
        "计划要求各乡镇的 {count} 项没有列入：没有乡镇名单。请填上乡镇名单，重新提出",
        "Left out: {count:item|items} for all townships, for none is known. Fill in the townships and propose again",
    ),
    "propose.not_scored": ("{unit}只负责督促，不列为考核对象", "{unit} only supervises and is not assessed"),
    "propose.no_scorer": (
        "{unit}有 {count} 项指标没有评分部门，请指定",
        "{unit} has {count:indicator|indicators} that nobody scores; please name somebody",
    ),
    "propose.counted_twice": (
        "任务“{task}”的目标“{target}”与频次说的像是同一件事，请看是否重复计分",
        "target “{target}” of task “{task}” and its recurring duty look like the same thing; see whether it counts twice",
    ),
    # the check of a scheme: names
    "scheme.unknown_class": (
        "没有编号为“{name}”的考核类别。请改为已有的，或先补上。",
        "There is no class {name}. Use one that is there, or add it.",
    ),
    "scheme.unknown_class_near": (
        "没有编号为“{name}”的考核类别，是不是“{near}”？",
        "There is no class {name}. Is {near} meant?",
    ),
    "scheme.unknown_parent": (
        "没有编号为“{name}”的上级指标。请改为已有的，或先补上。",
        "There is no indicator {name} to stand under. Use one that is there, or add it.",
    ),
    "scheme.unknown_parent_near": (
        "没有编号为“{name}”的上级指标，是不是“{near}”？",
        "There is no indicator {name} to stand under. Is {near} meant?",
    ),
    "scheme.unknown_member": (
        "“{name}”既不是考核类别，也不是考核单位。请改为已有的，或先补上。",
        "{name} is neither a class nor a unit. Use one that is there, or add it.",
    ),
    "scheme.unknown_member_near": (
        "“{name}”既不是考核类别，也不是考核单位，是不是“{near}”？",
        "{name} is neither a class nor a unit. Is {near} meant?",
    ),
    "scheme.unknown_unit": (
        "没有编号为“{name}”的考核单位。请改为已有的，或先补上。",
        "There is no unit {name}. Use one that is there, or add it.",
    ),
    "scheme.unknown_unit_near": (
        "没有编号为“{name}”的考核单位，是不是“{near}”？",
        "There is no unit {name}. Is {near} meant?",
    ),
    "scheme.unknown_indicator": (
        "没有编号为“{name}”的指标。请改为已有的，或先补上。",
        "There is no indicator {name}. Use one that is there, or add it.",
    ),
    "scheme.unknown_indicator_near": (
        "没有编号为“{name}”的指标，是不是“{near}”？",
        "There is no indicator {name}. Is {near} meant?",
    ),
    "scheme.unknown_grade": (
        "没有编号为“{name}”的等次。请改为已有的，或先补上。",
        "There is no grade {name}. Use one that is there, or add it.",
    ),
    "scheme.unknown_grade_near": (
        "没有编号为“{name}”的等次，是不是“{near}”？",
        "There is no grade {name}. Is {near} meant?",
    ),
    "scheme.unknown_period": (
        "没有编号为“{name}”的考核时段。请改为已有的，或先补上。",
        "There is no period {name}. Use one that is there, or add it.",
    ),
    "scheme.unknown_period_near": (
        "没有编号为“{name}”的考核时段，是不是“{near}”？",
        "There is no period {name}. Is {near} meant?",
    ),
    "scheme.unknown_level": (
        "级别“{name}”不在本方案的级别中。请改为已有的，或先补上。",
        "The level {name} is not among the scheme's levels. Use one that is there, or add it.",
    ),
    "scheme.unknown_level_near": (
        "级别“{name}”不在本方案的级别中，是不是“{near}”？",
        "The level {name} is not among the scheme's levels. Is {near} meant?",
    ),
    "scheme.unknown_body": (
        "没有评委属于“{name}”。请改为已有的，或先补上。",
        "No assessor belongs to {name}. Use one that is there, or add it.",
    ),
    "scheme.unknown_body_near": (
        "没有评委属于“{name}”，是不是“{near}”？",
        "No assessor belongs to {name}. Is {near} meant?",
    ),
    "scheme.unknown_tie_key": (
        "同分排序依据“{name}”不存在。请改为已有的，或先补上。",
        "There is no tie-break key {name}. Use one that is there, or add it.",
    ),
    "scheme.unknown_tie_key_near": (
        "同分排序依据“{name}”不存在，是不是“{near}”？",
        "There is no tie-break key {name}. Is {near} meant?",
    ),
    "scheme.id_twice": (
        "编号“{name}”用了 {count} 次。请各用不同的编号。",
        "The id {name} stands {count:time|times}. Give each its own.",
    ),
    "scheme.id_of_class_and_unit": (
        "“{name}”既是类别编号又是单位编号，适用范围会弄混。请改一个。",
        "{name} is a class and a unit at once, so it is unclear whom an item concerns. Change one.",
    ),
    "scheme.ring": (
        "上下级绕成了圈：{names}。请改其中一个的上级。",
        "These stand above each other in a ring: {names}. Change what one of them stands under.",
    ),
    # units and assessors
    "scheme.no_units": ("还没有考核单位。请把单位加进来。", "There are no units yet. Please add them."),
    "scheme.roster_differs": (
        "“{title}”写明 {declared} 个单位，名单上有 {listed} 个。请核对名单。",
        "{title} is said to have {declared:unit|units}; listed: {listed}. Please check the list.",
    ),
    "scheme.class_without_units": ("“{title}”没有单位。", "{title} has no units."),
    "scheme.unit_twice": (
        "“{name}”在名单上出现 {count} 次。请删去重复的。",
        "{name} is listed {count:time|times}. Take out what is double.",
    ),
    "scheme.days_turned": (
        "“{name}”的起止日期颠倒。",
        "The first and last day of {name} are the wrong way round.",
    ),
    "scheme.unit_outside": (
        "“{name}”在考核期内不存在，不会被考核。请核对起止日期。",
        "{name} did not exist in the time assessed. Please check its days.",
    ),
    "scheme.unit_without_items": (
        "{who}没有任何指标，无法考核。请看指标的适用范围。",
        "{who:list}: no indicator concerns them. Please look at whom the indicators apply to.",
    ),
    "scheme.minimum_raters_none": ("至少要有 1 名评委打分。", "At least 1 assessor must rate."),
    "scheme.too_few_assessors": (
        "要求至少 {needed} 名评委打分，名单上只有 {held} 名。",
        "At least {needed:assessor|assessors} must rate; listed: {held}.",
    ),
    "scheme.assessor_twice": (
        "评委“{name}”出现 {count} 次。",
        "The assessor {name} is listed {count:time|times}.",
    ),
    "scheme.assessor_weight": ("评委“{name}”的权重小于 0。", "The weight of the assessor {name} is below 0."),
    # sums
    "scheme.class_sum_less": (
        "{who}：各项分值合计 {sum} 分，满分应为 {declared} 分，少 {difference} 分。请核对各项分值。",
        "{who:list}: the items add up to {sum}, the full mark is {declared}: {difference} too few. Please check the points.",
    ),
    "scheme.class_sum_more": (
        "{who}：各项分值合计 {sum} 分，满分应为 {declared} 分，多 {difference} 分。请核对各项分值。",
        "{who:list}: the items add up to {sum}, the full mark is {declared}: {difference} too many. Please check the points.",
    ),
    "scheme.sum_less": (
        "“{title}”写明 {declared} 分，下面各项合计 {sum} 分，少 {difference} 分（{who}）。请改分值或补项。",
        "{title} is worth {declared}, the items under it add up to {sum}: {difference} too few ({who:list}). Change the points or add what lacks.",
    ),
    "scheme.sum_more": (
        "“{title}”写明 {declared} 分，下面各项合计 {sum} 分，多 {difference} 分（{who}）。请改分值或删项。",
        "{title} is worth {declared}, the items under it add up to {sum}: {difference} too many ({who:list}). Change the points or take something out.",
    ),
    "scheme.weight_not_positive": ("“{title}”的权重须大于 0。", "The weight of {title} must be above 0."),
    "scheme.weight_not_used": (
        "“{title}”既有分值又有权重，按分值计，权重不起作用。请去掉一个。",
        "{title} has points and a weight: the points count, the weight does nothing. Take one out.",
    ),
    "scheme.mixed_weights": (
        "“{title}”用权重，同级的“{other}”用分值：权重只分剩下的分（{who}）。请统一。",
        "{title} has a weight, {other} beside it has points: weights share what is left ({who:list}). Use one of them.",
    ),
    "scheme.nothing_left": (
        "同级各项的分值已占满，“{title}”按权重分不到分（{who}）。",
        "The points beside it take everything: {title} gets nothing by its weight ({who:list}).",
    ),
    "scheme.weights_not_whole": (
        "权重合计 {sum}，不是 {whole}（{who}）。各项会按比例折算；如不是本意，请改权重。",
        "The weights add up to {sum}, not {whole} ({who:list}). They count in proportion; change them if that is not meant.",
    ),
    "scheme.negative_points": (
        "“{title}”的分值小于 0。扣分项也请写正数。",
        "The points of {title} are below 0. Write them above 0 for deductions too.",
    ),
    "scheme.scale_not_positive": ("“{title}”的满分须大于 0。", "The full mark of {title} must be above 0."),
    "scheme.no_points": (
        "“{title}”没有分值（{who}）。请填分值或权重。",
        "{title} has no points ({who:list}). Give it points or a weight.",
    ),
    # items
    "scheme.no_rule": (
        "“{title}”没有评分方法。请选一种。",
        "{title} has no scoring method. Please choose one.",
    ),
    "scheme.parent_with_rule": (
        "“{title}”下面还有指标，自己的评分方法不起作用。请移到下级指标。",
        "{title} has items under it, so its own scoring method does nothing. Move it to one of them.",
    ),
    "scheme.no_scorer": (
        "“{title}”没有评分部门。请指定由谁评分。",
        "Nobody scores {title}. Please name who does.",
    ),
    "scheme.scores_itself": (
        "“{title}”由“{name}”评分，而它自己也被考核这一项。请另定评分部门。",
        "{name} scores {title} and is itself assessed by it. Please name another.",
    ),
    "scheme.no_assessors": (
        "“{title}”由评委打分，但没有评委名单。请添加评委。",
        "{title} is rated by assessors, but none are listed. Please add them.",
    ),
    "scheme.concerns_nobody": (
        "“{title}”不适用于任何单位。请看适用范围。",
        "{title} concerns no unit. Please look at whom it applies to.",
    ),
    "scheme.floor_above_cap": (
        "最低分 {floor} 高于最高分 {cap}。",
        "The floor {floor} is above the cap {cap}.",
    ),
    "scheme.treatment_of_extra": (
        "“{title}”不计入基本分，不涉及时本来就不加不减，“不涉及”的处理不起作用。",
        "{title} is not among the points: where it does not apply nothing is added or taken, whatever is set.",
    ),
    "scheme.mean_of_parent": (
        "“{title}”下面还有指标：不涉及时，各下级指标分别取同类平均。",
        "{title} has items under it: where they do not apply, each takes the class's mean.",
    ),
    "scheme.mean_of_one": (
        "“{title}”只有一个单位，取不到同类平均。请换一种处理。",
        "{title} concerns a single unit, so there is no mean of the class. Choose another treatment.",
    ),
    "scheme.mandatory_extra": (
        "“{title}”是加减分项，不能作必备条件。",
        "{title} is added or taken on top and cannot be mandatory.",
    ),
    "scheme.override_elsewhere": (
        "“{unit}”没有“{title}”这一项，单独规定不起作用。",
        "{unit} is not assessed by {title}: what is set for it does nothing.",
    ),
    "scheme.override_of_nothing": (
        "“{unit}”对“{title}”的单独规定没有内容。",
        "What is set for {unit} in {title} changes nothing.",
    ),
    "scheme.fold_bonus_not_used": (
        "“{title}”没有折算分值，加分是否折算用不上。请补上折算分值，或删去这一项。",
        "{title} is not folded into a wider assessment: give its points there, or take out what is said of its "
        "bonus.",
    ),
    "scheme.rounding_outside": (
        "保留 {digits} 位小数不行，请填 0 到 {most}。",
        "{digits:place|places} cannot be kept: 0 to {most}.",
    ),
    # days and rounds
    "scheme.window_turned": (
        "考核期起止颠倒：{first} 到 {last}。",
        "The time assessed is the wrong way round: {first} to {last}.",
    ),
    "scheme.window_long": (
        "考核期超过一年：{first} 到 {last}。请核对。",
        "The time assessed is longer than a year: {first} to {last}. Please check.",
    ),
    "scheme.evidence_outside": (
        "材料截止日 {day} 与考核期（{first} 到 {last}）对不上。请核对年份。",
        "Evidence is due on {day}, which does not fit the time assessed ({first} to {last}). Please check the year.",
    ),
    "scheme.late_without_day": (
        "规定了逾期材料的处理，但没有材料截止日。",
        "It is said what late evidence costs, but not from which day.",
    ),
    "scheme.late_without_points": (
        "逾期材料要扣分，但没写扣几分。",
        "Late evidence costs points, but not how many.",
    ),
    "scheme.late_points_not_used": (
        "写了逾期扣分，但逾期材料的处理不是扣分。请去掉一个。",
        "Points for late evidence are given, but it is not to cost points. Take one out.",
    ),
    "scheme.days_none": ("天数须至少为 1。", "At least 1 day."),
    "scheme.level_twice": ("级别中有重复的。", "A level stands twice."),
    "scheme.period_weight": ("“{title}”的权重须大于 0。", "The weight of {title} must be above 0."),
    "scheme.no_uniform": (
        "“{title}”未举行时统一记分，但没写记多少分。",
        "Where {title} is not held all get one mark, but it is not said which.",
    ),
    "scheme.uniform_not_used": (
        "“{title}”写了统一分，但未举行时的处理不是统一记分。",
        "{title} has a uniform mark, but another rule for when it is not held.",
    ),
    "scheme.period_turned": (
        "“{title}”起止颠倒：{first} 到 {last}。",
        "{title} is the wrong way round: {first} to {last}.",
    ),
    "scheme.periods_not_whole": (
        "{titles}的权重合计 {sum}，不是 {whole}。会按比例折算；如不是本意，请改权重。",
        "The weights of {titles:list} add up to {sum}, not {whole}. They count in proportion; change them if that is not meant.",
    ),
    "scheme.periods_overlap": (
        "“{title}”与“{other}”的日期重叠，同一事件会计两次。",
        "The days of {title} and {other} overlap: an event would count in both.",
    ),
    # grades and awards
    "scheme.grade_unreachable": (
        "“{grade}”要 {lower} 分，而最多只能得 {most} 分，谁也达不到。请改界限。",
        "{grade} asks for {lower}, but the most that can be got is {most}. Change the bound.",
    ),
    "scheme.grade_never": (
        "“{grade}”与“{above}”的下限都是 {lower}，“{grade}”永远用不到。",
        "{grade} and {above} both begin at {lower}: {grade} is never given.",
    ),
    "scheme.grades_order": (
        "“{grade}”排在“{above}”前面，界限却更低。请核对界限。",
        "{grade} stands before {above} but begins lower. Please check the bounds.",
    ),
    "scheme.passing_order": (
        "“{grade}”算合格，比它高的“{above}”却不算。",
        "{grade} passes, but {above} above it does not.",
    ),
    "scheme.band_turned": (
        "“{grade}”的上限 {upper} 低于下限 {lower}。",
        "{grade} ends at {upper}, below where it begins: {lower}.",
    ),
    "scheme.bands_gap": (
        "“{grade}”到 {upper} 分，“{above}”从 {lower} 分起，如 {example} 分不在任何一档。本程序按下限归入“{grade}”；请在方案中写明。",
        "{grade} ends at {upper}, {above} begins at {lower}: {example} is in neither. It counts as {grade} here, by its lower bound; please say so in the paper.",
    ),
    "scheme.bands_overlap": (
        "“{grade}”到 {upper} 分，“{above}”从 {lower} 分起，两档重叠。请改上限。",
        "{grade} ends at {upper}, {above} begins at {lower}: they overlap. Change the upper end.",
    ),
    "scheme.bound_in_both": (
        "{lower} 分同时印在“{grade}”和“{above}”里，按下限归入“{above}”。",
        "{lower} is printed in {grade} and in {above}: by the lower bound it is {above}.",
    ),
    "scheme.no_grade_below": (
        "低于 {lower} 分的单位没有等次：最低的“{grade}”从 {lower} 分起。请加一档（如不合格）。",
        "Units below {lower} have no grade: the lowest, {grade}, begins there. Add one for those who fail.",
    ),
    "scheme.quota_percent": (
        "“{grade}”的名额比例 {percent}% 不在 0 到 100 之间。",
        "The quota of {grade} is {percent}%, not between 0 and 100.",
    ),
    "scheme.quota_empty": (
        "“{grade}”的名额没写个数也没写比例，等于不限。",
        "The quota of {grade} gives neither a count nor a percent: it limits nothing.",
    ),
    "scheme.quota_nothing": (
        "{units} 个单位算下来“{grade}”一个名额也没有。请改名额或取整方法。",
        "Of {units:unit|units} none can be {grade}: the quota comes to 0. Change it or how it is rounded.",
    ),
    "scheme.quota_unranked": (
        "“{grade}”按名次取名额，但这一类不排名。",
        "The places of {grade} go by rank, but this class is not ranked.",
    ),
    "scheme.minimum_nowhere": (
        "“{grade}”要求某项不低于 {percent}%，但这一类单位没有这一项。",
        "{grade} asks for {percent}% in an item that no unit of the class has.",
    ),
    "scheme.minimum_unreachable": (
        "“{grade}”要求“{title}”不低于 {percent}%，谁也达不到。",
        "{grade} asks for {percent}% in {title}, which nobody can reach.",
    ),
    "scheme.minimum_of_nothing": (
        "“{grade}”对“{title}”的最低要求是 {percent}%，等于没有要求。",
        "{grade} asks for {percent}% in {title}: that asks for nothing.",
    ),
    "scheme.correction_of_nothing": (
        "这条校档规定没写降几档或改为哪一档。",
        "This correction says neither how many grades down nor to which.",
    ),
    "scheme.correction_never": (
        "得分率不会低于 {below}%，这条校档规定用不到。",
        "No share is below {below}%: this correction never applies.",
    ),
    "scheme.correction_without_bound": (
        "校正没有写得分率界限，请填“低于”或“达到”百分之几。",
        "This correction has no bound: say below or from what percent.",
    ),
    "scheme.correction_without_grades": (
        "这一类没有等次，校档规定不起作用。",
        "This class has no grades: the correction does nothing.",
    ),
    "scheme.award_for_all": (
        "“{award}”没写名次、名额和分数线，人人都有。",
        "{award} gives no ranks, places or bound: everybody gets it.",
    ),
    "scheme.award_for_nobody": ("“{award}”的名额须至少为 1。", "{award} needs at least 1 place."),
    "scheme.award_unreachable": (
        "“{award}”要 {lower} 分，而最多只能得 {most} 分。",
        "{award} asks for {lower}, but the most that can be got is {most}.",
    ),
    "scheme.award_turned": (
        "“{award}”的名次颠倒：第 {first} 名到第 {last} 名。",
        "The ranks of {award} are the wrong way round: {first} to {last}.",
    ),
    "scheme.awards_overlap": (
        "“{award}”与“{other}”的名次重叠。请核对。",
        "The ranks of {award} and {other} overlap. Please check.",
    ),
    # vetoes
    "scheme.veto_without_trigger": (
        "“{title}”没写什么情况下适用，永远不会生效。",
        "{title} does not say when it holds: it never will.",
    ),
    "scheme.veto_minus_nothing": (
        "“{title}”要扣分，但没写扣几分。",
        "{title} takes points off, but not how many.",
    ),
    "scheme.veto_points_not_used": (
        "“{title}”写了扣分，但它的后果不是扣分。请去掉一个。",
        "{title} gives points, but does not take points off. Take one out.",
    ),
    "scheme.veto_no_steps": (
        "“{title}”要降档，但没写降几档。",
        "{title} lowers the grade, but not by how many.",
    ),
    "scheme.veto_without_grades": (
        "“{unit_class}”没有等次，“{title}”对它不起作用。",
        "{unit_class} has no grades: {title} does nothing there.",
    ),
    "scheme.veto_no_failing_grade": (
        "“{unit_class}”没有不合格一档，“{title}”生效后没有等次可给。请加一档。",
        "{unit_class} has no grade for those who fail, so {title} leaves none to give. Add one.",
    ),
    "scheme.veto_no_kinds": (
        "“{title}”没写哪类事件，永远不会生效。",
        "{title} names no kind of event: it never holds.",
    ),
    "scheme.veto_of_none": (
        "“{title}”的起数、人数须至少为 1，否则没有事件也会生效。",
        "{title} must ask for at least 1, or it would hold without any event.",
    ),
    "scheme.veto_years_not_used": (
        "“{title}”往前追溯几年只对瞒报有用。请勾选瞒报或去掉。",
        "{title} looks back some years, which is only done for what was concealed. Set that or take it out.",
    ),
    "scheme.veto_without_bound": (
        "“{title}”没写低于多少分、末几名或哪一等次，永远不会生效。",
        "{title} gives no bound, place or grade: it never holds.",
    ),
    "scheme.veto_years": (
        "“{title}”的连续年数须至少为 1，现在是 {years}。",
        "{title} must ask for at least 1 year, not {years}.",
    ),
    "scheme.veto_never": (
        "“{title}”的末几名须至少为 1，否则永远不会生效。",
        "{title} must ask for at least the last 1, or it never holds.",
    ),
    "scheme.veto_for_all_last": (
        "“{unit_class}”只有 {units} 个单位，“{title}”的末 {last} 名包括了全部。",
        "{unit_class} has {units:unit|units}: the last {last} of {title} are all of them.",
    ),
    "scheme.veto_item_nowhere": (
        "“{unit_class}”的单位没有“{title}”所看的指标，对它们永远不会生效。",
        "The units of {unit_class} lack the item that {title} looks at: it never holds for them.",
    ),
    "scheme.veto_rarely": (
        "“{title}”要低于 {below} 分才生效，该项一般不会低于 0 分。请核对。",
        "{title} holds below {below}, but an item is hardly ever below 0. Please check.",
    ),
    "scheme.veto_below_floor": (
        "“{unit_class}”的总分不会低于 {below} 分，“{title}”永远不会生效。",
        "Totals of {unit_class} are never below {below}: {title} never holds.",
    ),
    "scheme.veto_always": (
        "“{unit_class}”最多也得不到 {below} 分，“{title}”对每个单位都会生效。",
        "Nobody in {unit_class} can get {below}: {title} holds for every unit.",
    ),
    "scheme.veto_kind_near": (
        "“{title}”所看的事件“{kind}”别处没有，是不是“{near}”？",
        "{title} looks for events of the kind {kind}, which nothing else knows. Is {near} meant?",
    ),
    "scheme.veto_kind_alone": (
        "事件“{kind}”没有指标计分，只用于“{title}”。在台账里登记时写法要相同。",
        "Only {title} knows events of the kind {kind}: enter them under this very name.",
    ),
    "scheme.veto_twice": (
        "“{title}”与“{other}”条件和后果都一样。请删去一条。",
        "{title} and {other} hold and do the same. Take one out.",
    ),
    "scheme.veto_two_effects": (
        "“{title}”与“{other}”条件一样、后果不同，会同时生效。请只留一条，或分清条件。",
        "{title} and {other} hold for the same reason and do different things: both would. Keep one, or tell the reasons apart.",
    ),
    # the same matter twice
    "scheme.kind_twice": (
        "事件“{kind}”在“{first}”和“{second}”都计分（{who}）。录入时请给同一事项填同一个编号，否则会重复计算。",
        "Events of the kind {kind} count in {first} and in {second} ({who:list}). Give the same matter one key when entering it, or it counts twice.",
    ),
    "scheme.kind_every_time": (
        "事件“{kind}”在“{first}”和“{second}”都计分（{who}），同一事项会重复计算。请只留一处，或改同一事项的规定。",
        "Events of the kind {kind} count in {first} and in {second} ({who:list}): the same matter counts twice. Keep one, or change the rule for the same matter.",
    ),
    "scheme.kind_and_veto": (
        "事件“{kind}”已在“{first}”计分，“{veto}”又从总分中扣，会扣两次。请确认。",
        "Events of the kind {kind} count in {first} already, and {veto} takes points off again. Please confirm.",
    ),
    "scheme.title_twice": (
        "“{title}”在同一级出现两次（{who}）。请看是不是重复。",
        "{title} stands twice side by side ({who:list}). Please see whether it is double.",
    ),
    # a rule's own days
    "scheme.rule_day_outside": (
        "日期 {day} 与考核期（{first} 到 {last}）对不上，是不是上一年的？",
        "The day {day} does not fit the time assessed ({first} to {last}). Is it last year's?",
    ),
    "scheme.rule_year_ahead": (
        "第一年是 {year} 年，而考核的是 {scheme_year} 年，还没有规定进度。",
        "The first year is {year}, but {scheme_year} is assessed: no stage is set for it.",
    ),
}
