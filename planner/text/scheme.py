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
}
