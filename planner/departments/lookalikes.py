"""Characters that scanning or typing takes for one another in the names of bodies: 政 and 攻, 利 and 力."""

from __future__ import annotations

_GROUPS = """
    政攻致 育盲肓 象像 利力历立 会全合 税锐悦 计汁讯 商高啇 务备努雾 访仿防纺 救敕教 援缓授拔 消清梢 队对
    局居届周同 住往佳 建健键 设没 房户屋 乡多 应庆 急忌 管菅 理里埋 旱早 指抬 挥军 环坏 境竟镜 源原 然燃
    村材林 农衣 业亚 交文 运远 输榆愉 警擎 察查 障章璋幛 保堡呆 疗辽 族旅 游遊 广厂 电龟申 体休 民氏
    统绒充 审宙 法沽 院完陵 检险捡 人入 社杜 委萎季 员贝 宣宜 传伎 部郎 团困 妇归 联耻 科料 技枝 术木 残歼
    退追 役没 数敎 场扬 市巿 监临 督瞀 烟姻 草革 气乞 邮由 供洪 削消 室宝 党堂 校较 财才 融副 媒煤 太大
    省眚 厅斤 县具 区匹 镇慎 街衔 信倌 息熄 改攺 革苹 展屉 发友 编偏 纪记 档挡 密蜜 质贸 重童 药约 粮娘
    储诸 物勿 旧日 河何 湖胡 爱受 创刨 健徤 灾灭 救求 组祖 织识
"""


def _folded() -> dict[int, str]:
    """Each character to the first of its group; a character of two groups ties them together."""
    first: dict[str, str] = {}
    for group in _GROUPS.split():
        heads = {first[letter] for letter in group if letter in first}
        head = min(heads, default=group[0])
        joined = {letter for letter, held in first.items() if held in heads}
        first.update(dict.fromkeys((*group, *joined), head))
    return {ord(letter): head for letter, head in first.items() if letter != head}


_FOLD = _folded()


def fold(name: str) -> str:
    """The name with every character replaced by the one that stands for its look-alikes."""
    return name.translate(_FOLD)
