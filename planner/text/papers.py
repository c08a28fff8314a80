"""Words of the catalogue: papers."""

TEXTS: dict[str, tuple[str, str]] = {
    # A plan as Markdown (planner.sharing.markdown)
    "papers.plan.targets": ("目标：{items}", "Targets: {items}"),
    "papers.plan.dues": ("完成时限：{items}", "Due: {items}"),
    "papers.plan.recurrences": ("频次：{items}", "Recurring: {items}"),
}
