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
}
