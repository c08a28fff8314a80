"""The scoring methods: their names, parameters, inputs, and what can be wrong with them."""

TEXTS: dict[str, tuple[str, str]] = {
    # completion
    "method.linear": ("按完成比例", "By completion"),
    "method.linear.help": (
        "实际完成数除以目标数，再乘分值。",
        "The actual figure divided by the target, times the points.",
    ),
    "parameter.target": ("目标数", "Target"),
    "parameter.missed_factor": ("未达目标时的折算系数", "Factor where the target is missed"),
    "input.actual": ("实际数", "Actual"),
    "input.target": ("目标数", "Target"),
    "doubt.target_not_positive": ("目标数须大于 0，请核对。", "The target must be above 0. Please check it."),
    "rule.not_positive": ("须大于 0。", "Must be above 0."),
    "rule.not_a_share": ("须在 0 到 1 之间。", "Must be between 0 and 1."),
}
