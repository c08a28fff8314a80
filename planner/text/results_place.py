"""The screens of results: ranking, derivation, panel, what if."""

TEXTS: dict[str, tuple[str, str]] = {
    "why_dialog.heading": ("这个分是怎么来的：{unit}", "Where this score comes from: {unit}"),
    "why_dialog.heading_item": (
        "这个分是怎么来的：{unit} > {item}",
        "Where this score comes from: {unit} > {item}",
    ),
    "why_dialog.open": ("展开/收起", "Open/close"),
    "why_dialog.copy": ("复制本行及以下", "Copy with all below"),
    "why_dialog.nothing": ("这个单位不考核这一项，没有得分。", "This unit is not scored in this item."),
    "why_dialog.formula": ("= {formula}", "= {formula}"),
}
