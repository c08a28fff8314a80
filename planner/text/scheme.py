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
    "propose.linear": ("目标“{words}”有数字，按完成比例得分，目标 {value}{unit}", "target “{words}” has a number: in proportion to what is done of {value} {unit}"),
    "propose.linear_unclear": ("目标“{words}”没有说清是至少还是至多，先按完成 {value}{unit} 的比例得分，请核对", "target “{words}” does not say at least or at most; in proportion to {value} {unit} for now, please look"),
    "propose.rate": ("目标“{words}”是比率，达到 {value}{unit} 得满分，每低 1 个百分点扣 {slope} 分", "target “{words}” is a rate: full points from {value} {unit}, {slope} off for each point below"),
    "propose.at_most": ("目标“{words}”是上限，不超过 {value}{unit} 得满分，每超出 1% 扣 {slope} 分", "target “{words}” is an upper bound: full points up to {value} {unit}, {slope} off for each 1% above"),
    "propose.bound": ("目标“{words}”的数字是 {value}{unit}，只分达到和没达到", "target “{words}” is {value} {unit}: reached or not"),
    "propose.control_quota": ("目标“{words}”是控制数 {value}{unit}，突破的按超出比例扣分", "target “{words}” is a control figure of {value} {unit}: what exceeds it is deducted in proportion"),
    "propose.year_on_year": ("目标“{words}”与上年比，达到 {value}{unit} 得满分", "target “{words}” compares with last year: full points from {value} {unit}"),
    "propose.target_without_number": ("目标“{words}”没有数字，由评分部门评分", "target “{words}” has no number: marked by the scoring department"),
    "propose.occurrences": ("“{words}”全年 {count} 次，按完成次数得分", "“{words}”: {count} times in the year, in proportion to those done"),
    "propose.recurrence_without_days": ("“{words}”没有次数，由评分部门评分", "“{words}” has no number of times: marked by the scoring department"),
    "propose.delay": ("“{words}”有时限，{day} 前完成得满分，每逾期 1 日扣 {each} 分", "“{words}” is a deadline: full points by {day}, {each} off for each day late"),
    "propose.due_without_day": ("“{words}”不是具体日期，按期完成得满分，否则不得分", "“{words}” is no calendar day: done in time or not"),
    "propose.duty": ("任务没有目标、频次和时限，由评分部门评分", "the task has no target, no number of times and no deadline: marked by the scoring department"),
    "propose.support": ("只是配合，由评分部门按配合情况评分", "only supports: marked by how it supported"),
    "propose.supervise": ("负责督促，由评分部门按督促情况评分", "supervises: marked by how it supervised"),
    # why so many points
    "propose.points_lead": ("牵头，权重最高；同一举措分成 {of} 项，本项 {points} 分", "leads, the highest weight; one of {of} items of the measure: {points} points"),
    "propose.points_responsible": ("责任单位，权重低于牵头；同一举措分成 {of} 项，本项 {points} 分", "responsible, less than the lead; one of {of} items of the measure: {points} points"),
    "propose.points_support": ("配合单位，权重最低；同一举措分成 {of} 项，本项 {points} 分", "supports, the lowest weight; one of {of} items of the measure: {points} points"),
    "propose.points_supervise": ("督促单位；同一举措分成 {of} 项，本项 {points} 分", "supervises; one of {of} items of the measure: {points} points"),
    # why this scorer
    "propose.scorer_supervise": ("由督促单位评分：{names}", "scored by who supervises: {names}"),
    "propose.scorer_lead": ("由牵头单位评分：{names}", "scored by who leads: {names}"),
    "propose.scorer_responsible": ("没有牵头单位，由责任单位评分：{names}", "nobody leads; scored by who is responsible: {names}"),
    "propose.scorer_issuer": ("由印发要点的单位评分：{names}", "scored by the office that issued the plan: {names}"),
    "propose.scorer_none": ("没有可以评分的单位，请指定；不能自己给自己评分", "nobody is left to score it, please name somebody; no unit scores itself"),
    # what the plan leaves open
    "propose.no_measure": ("任务“{task}”没有具体举措，没有提出指标", "task “{task}” has no measure: no indicator is proposed"),
    "propose.nobody": ("任务“{task}”的一项举措没有牵头或责任单位，请在计划中补上后重新生成", "a measure of task “{task}” has nobody who leads or is responsible; add them in the plan and propose again"),
    "propose.collective": ("任务“{task}”写的是“{name}”，没有列明单位，请指定是哪些单位", "task “{task}” says “{name}” without naming bodies; please say which"),
    "propose.no_townships": ("计划中有各乡镇的任务，但没有乡镇名单，请补充考核对象", "the plan has tasks for all townships, but none is known; please add them as units"),
    "propose.not_scored": ("{unit}只负责督促，不列为考核对象", "{unit} only supervises and is not assessed"),
    "propose.no_scorer": ("{unit}有 {count} 项指标没有评分部门，请指定", "{unit} has {count} indicators that nobody scores; please name somebody"),
    "propose.counted_twice": ("任务“{task}”的目标“{target}”与频次说的像是同一件事，请看是否重复计分", "target “{target}” of task “{task}” and its recurring duty look like the same thing; see whether it counts twice"),
}
