"""The steps of a derivation: where a number comes from."""

TEXTS: dict[str, tuple[str, str]] = {
    # completion
    "why.linear": ("实际 ÷ 目标 × 分值", "actual ÷ target × points"),
    "why.missed_factor": ("未达目标，乘以折算系数", "target missed: times the factor"),
    # vetoes, the class's limits and rounding
    "why.veto_events": (
        "符合条件的事件 {count} 起，满 {least} 起即触发",
        "{count} such events; {least} are enough",
    ),
    "why.veto_deaths": (
        "合计死亡 {deaths} 人，满 {least} 人即触发",
        "{deaths} deaths in all; {least} are enough",
    ),
    "why.veto_injured": (
        "合计受伤 {injured} 人，满 {least} 人即触发",
        "{injured} injured in all; {least} are enough",
    ),
    "why.veto_over_quota": (
        "死亡 {deaths} 人，超过控制指标 {quota} 人",
        "{deaths} deaths, above the control quota of {quota}",
    ),
    "why.veto_total": ("总分低于 {below} 分", "the total is below {below}"),
    "why.veto_total_share": ("总分不足满分的 {below}%", "the total is below {below}% of full marks"),
    "why.veto_item": ("“{item}”得分低于 {below} 分", "{item}: below {below} points"),
    "why.veto_item_share": ("“{item}”得分率低于 {below}%", "{item}: below {below}% of the points due"),
    "why.veto_last": ("总分列本类最后 {last} 名之内", "among the last {last} of the class"),
    "why.veto_last_in_item": (
        "“{item}”列本类最后 {last} 名之内",
        "{item}: among the last {last} of the class",
    ),
    "why.veto_grade": ("连续 {years} 年评为“{grade}”", "graded “{grade}” {years} years running"),
    "why.mandatory_missed": (
        "必备条件“{item}”应得 {due} 分，未全部达到",
        "mandatory item {item}: not met in full ({due} points due)",
    ),
    "why.veto_minus": ("“{veto}”：从总分中扣 {points} 分", "{veto}: {points} points off the total"),
    "why.veto_zero": ("“{veto}”：总分记 0 分", "{veto}: the total is 0"),
    "why.total_cap": ("总分封顶 {limit} 分", "the total is at most {limit}"),
    "why.total_floor": ("总分最低 {limit} 分", "the total is at least {limit}"),
    "why.total_rounded": (
        "总分四舍五入，保留 {places} 位小数",
        "the total, rounded half up to {places} places",
    ),
    "why.folded": (
        "总分 ÷ 满分 × 折算分值，计入综合考核",
        "total ÷ full marks × its points in the wider assessment",
    ),
    # ranks
    "why.rank": ("本类 {of} 个单位中排第 {rank} 名", "rank {rank} of {of}"),
    "why.rank_shared": (
        "本类 {of} 个单位中并列第 {rank} 名，共 {sharing} 个单位",
        "rank {rank} of {of}, shared by {sharing}",
    ),
    "why.tie_raw": ("总分相同，按未取整的总分排序", "equal totals: the total before rounding decides"),
    "why.tie_bonus": ("总分相同，按加分排序", "equal totals: the bonus decides"),
    "why.tie_penalty": ("总分相同，按减分排序", "equal totals: the penalty decides"),
    "why.tie_item": ("总分相同，按“{item}”得分排序", "equal totals: {item} decides"),
    # grades
    "why.grade_from_total": ("按总分评等次", "the grade is read from the total"),
    "why.grade_from_raw": ("按未取整的总分评等次", "the grade is read from the total before rounding"),
    "why.grade_from_item": ("按“{item}”得分评等次", "the grade is read from {item}"),
    "why.grade_from_zero": ("总分已记 0 分，按 0 分评等次", "the total was made 0: the grade is read from 0"),
    "why.grade_reached": (
        "达到“{grade}”下限 {lower} 分（含本数）",
        "reaches “{grade}”, from {lower} on (included)",
    ),
    "why.grade_in_gap": (
        "在办法所印“{grade}”的上限 {upper} 分与上一等次之间，按下限 {lower} 分（含本数）评定",
        "between the printed end of “{grade}”, {upper}, and the next grade: read by its lower bound {lower}, included",
    ),
    "why.grade_lowest": ("未达到其他等次的条件，评为“{grade}”", "no other grade is reached: “{grade}”"),
    "why.grade_none": ("未达到任何等次", "no grade is reached"),
    "why.grade_minimum_missed": (
        "“{item}”得分率低于“{grade}”要求的 {least}%，不能评“{grade}”",
        "{item}: below the {least}% that “{grade}” asks for",
    ),
    "why.grade_base_missed": (
        "未满足“{base}”的条件，不能评“{grade}”",
        "“{grade}” asks for “{base}” first, which is not met",
    ),
    "why.grade_corrected": (
        "“{item}”得分率低于 {below}%，等次定为“{grade}”",
        "{item}: below {below}%, so the grade becomes “{grade}”",
    ),
    "why.effect_fail": ("“{veto}”：一票否决，评为“{grade}”", "{veto}: fails, graded “{grade}”"),
    "why.effect_block": (
        "“{veto}”：取消评优资格，评为“{grade}”",
        "{veto}: barred from the higher grades, graded “{grade}”",
    ),
    "why.effect_downgrade": ("“{veto}”：降低等次，降为“{grade}”", "{veto}: lowered to “{grade}”"),
    "why.effect_no_grade": ("“{veto}”：不评定等次", "{veto}: no grade"),
    "why.effect_yellow_card": ("“{veto}”：黄牌警告", "{veto}: yellow card"),
    "why.effect_red_card": ("“{veto}”：红牌", "{veto}: red card"),
    "why.effect_talk": ("“{veto}”：约谈主要负责人", "{veto}: the head is called in for a talk"),
    "why.effect_rectify": ("“{veto}”：限期报送整改报告", "{veto}: a report of what was mended is due"),
    "why.quota_in": (
        "“{grade}”名额 {places} 个，符合条件的 {standing} 个单位，按名次进入名额",
        "“{grade}” has {places} places for {standing} that qualify: in by rank",
    ),
    "why.quota_out": (
        "“{grade}”名额 {places} 个，符合条件的 {standing} 个单位，按名次未进入名额，评为“{next}”",
        "“{grade}” has {places} places for {standing} that qualify: not in by rank, graded “{next}”",
    ),
    "why.quota_out_none": (
        "“{grade}”名额 {places} 个，符合条件的 {standing} 个单位，按名次未进入名额，不评定等次",
        "“{grade}” has {places} places for {standing} that qualify: not in by rank, no grade",
    ),
    # awards
    "why.award_rank": ("第 {rank} 名，获“{award}”", "rank {rank}: {award}"),
    "why.award_lower": ("达到 {lower} 分，获“{award}”", "from {lower} points on: {award}"),
    "why.award_place": ("第 {rank} 名，按名次取得“{award}”名额", "rank {rank}: takes a place of {award}"),
    "why.award_kept_out": ("被一票否决，不参加评奖", "vetoed: no awards"),
    # completion and excess
    "why.target_reached": ("达到目标，得分", "target reached"),
    "why.no_excess": ("没有超额，不加分", "no excess, nothing added"),
    "why.percent_above": ("超出目标的百分比", "percent above the target"),
    "why.extra": ("超额档数 × 每档加分", "steps beyond × points each"),
    "why.extra_cap": ("加分封顶 {limit} 分", "at most {limit} added"),
    "why.with_extra": ("加上超出部分的加分", "with what is added"),
    "why.unfinished": ("未完成数", "unfinished"),
    "why.unfinished_share": ("未完成 ÷ 总数 × 应扣总分", "unfinished ÷ all × what all cost"),
    "why.less": ("减去应扣分", "less the deduction"),
    # all or nothing
    "why.done": ("已完成，得满分", "done: full points"),
    "why.not_done": ("未完成，不得分", "not done: nothing"),
    "why.not_supplied": ("未按要求报送，不得分", "not supplied: nothing"),
    "why.filed_late": ("{day} 报送，迟于 {by}，不得分", "filed on {day}, after {by}: nothing"),
    "why.at_least": ("{value} 不低于 {bound}，得满分", "{value} is at least {bound}: full points"),
    "why.at_most": ("{value} 不高于 {bound}，得满分", "{value} is at most {bound}: full points"),
    "why.not_at_least": ("{value} 低于 {bound}，不得分", "{value} is below {bound}: nothing"),
    "why.not_at_most": ("{value} 高于 {bound}，不得分", "{value} is above {bound}: nothing"),
    # bands
    "why.observed": ("实际数", "observed"),
    "why.times_found": ("发现次数", "times found"),
    "why.completion": ("实际 ÷ 目标 × 100", "actual ÷ target × 100"),
    "why.difference": ("与目标之差", "difference from the target"),
    "why.band": (
        "{value} 达到界限为 {bound} 的一档，该档得分",
        "{value} is in the band with the bound {bound}, which gives",
    ),
    "why.band_rest": (
        "{value} 未达以上各档，按最后一档得分",
        "{value} reaches no band above: the last one gives",
    ),
    "why.no_band": ("{value} 哪一档都未达到，不得分", "{value} reaches no band: nothing"),
    "why.fault": ("“{name}”：次数 × 每次扣分", "“{name}”: times × points each"),
    "why.fault_cap": ("“{name}”最多扣 {limit} 分", "“{name}” costs at most {limit}"),
    "why.less_faults": ("减去另扣的问题", "less the deductions on top"),
    # thresholds
    "why.class_mean": ("同类 {units} 个单位的平均数", "mean of {units} units of the class"),
    "why.threshold_reached": (
        "{value} 达到标准 {threshold}，得分",
        "{value} reaches the threshold {threshold}",
    ),
    "why.shortfall": ("与标准的差距", "shortfall"),
    "why.ahead": ("超出标准", "beyond the threshold"),
    "why.units": ("每 {unit} 为一个单位，合", "in units of {unit}"),
    "why.whole_units": ("每 {unit} 为一个单位，不足一个不计，合", "whole units of {unit}"),
    "why.started_units": (
        "每 {unit} 为一个单位，不足一个按一个计，合",
        "units of {unit}, a started one counts whole",
    ),
    "why.slope": ("单位数 × 每单位分值", "units × points each"),
    "why.steep_slope": (
        "已低于第二道标准，全部差距按重的扣",
        "past the second threshold: the steep slope for all",
    ),
    "why.first_stretch": ("两道标准之间的差距", "between the two thresholds"),
    "why.two_slopes": ("两段分别扣分", "each slope for its own stretch"),
    "why.deduction_cap": ("最多扣 {limit} 分", "at most {limit} is deducted"),
    "why.above_mean": ("高于平均", "above the mean"),
    "why.exempt": ("高于平均 {by} 以上，免扣", "{by} or more above the mean: forgiven"),
    "why.bonus_slope": (
        "目标规模 {size}：单位数 × 每单位加分",
        "target of the size {size}: units × points each",
    ),
    # years
    "why.cut": ("较基准年下降（%）", "cut since the baseline year in percent"),
    "why.growth": ("较基准年增长（%）", "growth since the baseline year in percent"),
    "why.stage": ("{year} 年应达到（%）", "asked for in {year} in percent"),
    "why.stage_reached": ("达到当年进度，得满分", "the stage is reached: full points"),
    "why.stage_missed": ("未达当年进度，不得分", "the stage is missed: nothing"),
    "why.stage_share": ("未达当年进度，按比例得分", "the stage is missed: by the share reached"),
    "why.better": ("好于上年，得分", "better than last year"),
    "why.worse": ("差于上年，得分", "worse than last year"),
    "why.unchanged": ("与上年持平，得分", "as last year"),
    "why.not_running": (
        "未连续 {years} 年好转，按持平计",
        "not better {years} years in a row: counts as no change",
    ),
    "why.risen": ("比上年上升", "risen since last year"),
    "why.fallen": ("比上年下降", "fallen since last year"),
    # control figures
    "why.counted_deaths": ("{count} 起事件的死亡人数", "the dead of {count} events"),
    "why.counted_injured": ("{count} 起事件的受伤人数", "the injured of {count} events"),
    "why.counted_events": ("事件起数", "events"),
    "why.loss_as_deaths": (
        "直接经济损失每 {unit} 元折算一人，不足的按一人计",
        "each {unit} yuan of loss counts as one death, a part as a whole",
    ),
    "why.with_losses": ("加上损失折算的人数", "with the losses told in deaths"),
    "why.within_quota": (
        "{value} 未突破控制数 {quota}，得分",
        "{value} is within the control figure {quota}",
    ),
    "why.inside_quota": ("控制数以内，个数 × 每个扣分", "within the control figure: number × points each"),
    "why.over_quota": ("超过控制数 {quota}", "above the control figure {quota}"),
    "why.quota_all": ("突破控制数，扣完", "control figure exceeded: all is lost"),
    "why.over_share": ("超出 ÷ 控制数 × 分值", "excess ÷ control figure × points"),
    "why.over_each": ("个数 × 每个扣分", "number × points each"),
    # delays
    "why.in_time": ("{day} 完成，未超过 {due}，得分", "done on {day}, due {due}: in time"),
    "why.late_day": (
        "{day} 完成，应于 {due} 完成，每 {every} 天计一次，逾期次数",
        "done on {day}, due {due}: so many times {every} days late",
    ),
    "why.late_week": (
        "{day} 完成，应于 {due} 完成，每 {every} 周计一次，逾期次数",
        "done on {day}, due {due}: so many times {every} weeks late",
    ),
    "why.late_month": (
        "{day} 完成，应于 {due} 完成，每 {every} 个月计一次，逾期次数",
        "done on {day}, due {due}: so many times {every} months late",
    ),
    "why.delay": ("逾期次数 × 每次扣分", "times late × points each"),
    "why.doubling": ("首次扣 {each} 分，以后每次加倍", "first {each}, each further one twice the one before"),
}
