"""The steps of a derivation: where a number comes from."""

TEXTS: dict[str, tuple[str, str]] = {
    # completion
    "why.linear": ("实际 ÷ 目标 × 分值", "actual ÷ target × points"),
    "why.missed_factor": ("未达目标，乘以折算系数", "target missed: times the factor"),
}
