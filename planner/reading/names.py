"""The names of bodies in a list such as 县应急局、县公安局和各乡镇等有关部门.

A name is recognised by how it ends and begins, never by a list of known bodies: offices end in 局 委 办 …,
collectives begin with 各 有关 属地 … A name is kept as printed; only white space inside it is dropped.
"""

from __future__ import annotations

import functools
import re

from planner.reading.folding import fold, split_outside_brackets

# 县 · 市 · 省 … with which the name of a body below the state begins.
_LEVEL = r"(?:国家|中央|中共|全国|国务院|省|自治区|市|州|盟|县|旗|区|镇|乡|村|团)"

# Endings that by themselves make a body: 公安局, 发改委, 安委办, 人民政府, 消防救援大队.
_CERTAIN_END = re.compile(
    r"(?:(?<![布格结大时残危])局|厅|(?<!常)委|(?<![督承主举快通好就帮停])办|办公室|督查室|研究室"
    r"|政府|管委会|委员会|安委会|指挥部|领导小组|工作专班|武装部|人武部|组织部|宣传部|统战部|社会工作部|人事部|总部"
    r"|纪委监委|党委|党组|党工委|法院|检察院|总队|支队|大队|中队|分局|办事处|总工会|工会|妇联|残联|工商联|文联|科协"
    r"|侨联|联合会|红十字会|总社|供销社|党校|海关|总公司|分公司|集团|集团公司|供电公司|气象台|电视台|融媒体(?:中心)?|共青团中央"
    r"|疾控中心|服务中心|事务中心|管理中心|保障中心|交易中心|开发区|高新区|经开区|度假区|示范区|管理区|..股|..(?<![内外儿专本学百眼])科)$"
)

# Endings that make a body only beside a level (县医院) or in a list with certain ones (宣传部、县医院).
_LIKELY_END = re.compile(
    r"(?:(?<![内干局西东南北中外])(?<!(?<!安)全)部|院|署|处|科|股|(?<![教寝温])室|站|所|队|(?<![公上])司|(?<![执施推进实运举试先践履])行"
    r"|(?<!会)社|团|(?<![社机大晚例年都集开])会|学校|大学|中学|小学|中心|公司|协会|学会|商会|机关|单位|部门"
    r"|专班|组|“?两委”?|党支部|园区|新区|街道|镇|乡|州|县|市|区|旗|台|馆|军分区|口岸|基地|机场|运营商|服务商|联通"
    r"|移动|电信|铁塔|石油|石化|邮政|烟草|国网|南网|最高[法检]|[一二三四五六七八九十][中小]|中心校|(?:公路|工务|车务|机务|航道|电务)段|林场|农场|渔场|牧场|煤矿|矿山|景区"
    r"|电厂|水厂|车站|企业|业主|[城水交建农文旅国产]投)$"
)

# 各 · 有关 · 属地 …: what opens a collective; its ending is then free of the rules above.
_COLLECTIVE_START = (
    r"(?:各|有关|相关|属地|所在地|所属|事发地|本级|下属|所有|全体|其他|其它|成员单位|中省直|中直|省直|市直|县直|区直|州直|中央驻"
    r"|驻[省市县区州地]|[省市县区州]属|国有|中省市?驻|负有|承担|具有|国务院各?(?:有关|相关)|[省市县区州]级(?:各|有关|相关)|行业主管|主管部门|省区市)"
)
_COLLECTIVE = re.compile(
    _LEVEL + r"?(?:人民)?(?:政府)?[域境辖]?内?" + _COLLECTIVE_START + r".*?"
    r"(?:部门|单位|机构|地区|地方|方面|业主|车间|班组|矿|厂|驾校|河长|湖长|林长|田长|路长|党组织|支部|村居|社区|企业|公司|院校|学校|医院|处室|科室|股室|战线|街|街办"
    r"|地|级|镇|乡|村|区|县|市|州|盟|旗|省|师|园|站|所|厅局|局|委|办|部|处|科|室|党委|政府|公社|直辖市|兵团)$"
)

# 等 closes a list; what follows it may be a name of its own (等有关部门) or only a noun (等单位).
_AND_SO_ON = re.compile(
    r"(?<![高中平同初优对均何])等(?=$|[0-9一二两三四五六七八九十]*个?(?:单位|部门|机构|处室|科室|公司|企业|厅局|地区|地方|地)?(?:$|[和及与、，])"
    r"|(?:其他|其它)|(?:国务院|省|市|县|区|州)?[级直]?各?(?:有关|相关|成员)|[^、，；]{2,10}成员单位|[省市县区州]直|行业|职能|[省市县区州]属|各|负有|承担|[和及与])"
)
_NO_NAME = re.compile(
    r"(?:等|无|[0-9一二两三四五六七八九十]*个?(?:单位|部门|机构|处室|科室|公司|企业|厅局)|按职责|等等|-+|/+)?$"
)
_AND = re.compile(r"以及|及其?(?!时)|和|与|暨|并(?=[各省市县区])|[/+](?=\D)")

# 党委和人民政府 · 党委、政府: one collective, however it is joined.
_PARTY_SIDE = re.compile(r"(?:^|各|级|市|县|区|州|乡|镇|地|道|）)(?:党委|党工委|党组织|党组)$")
_STATE_SIDE = re.compile(r"(?:人民)?(?:政府|行政)(?:（.*）)?$|管委会$|办事处$|街道办$")
_PLACES = (
    "(?:省|自治区|直辖市|直管市|市|州|盟|县级市|自治县|特区|林区|地市|地|县|区|旗|乡镇|镇街|街镇|乡|镇|街道|园区|开发区|功能区|新区"
    "|村|社区|居|林场|农场|车间|班组)"
)
# 中央、省、市驻县各单位
_BARE_LEVEL = re.compile("中央?|国家|部|省|市")
_HOUSED_HERE = re.compile("[省市州部](?:$|属?驻|属|直)")
# 乡镇, 镇街, 县区: all of them, without 各.
_GENERIC_PLACE = re.compile(_PLACES + r"{1,2}")
_EACH_PLACE = re.compile(r"各(?:有关|相关)?" + _PLACES + r"(?:（.*）)?$")
_PLACE_TOO = re.compile(
    _PLACES
    + r"{1,2}(?:（.*）)?(?:党委|党工委)?(?:人民政府|政府|管委会|办事处|街道办)?(?:（.*）)?$"
    + r"|(?:街道)?办事处$|街道办$|管委会$"
)

# 发改、财政、住建等部门 · 发展改革、财政、住房城乡建设部门
_SHARED_END = re.compile(
    r"(?:等(?:有关|相关)?(?:部门|单位|系统|科室|站所)|(?<=[、\u4e00-\u9fff]{4})(?:部门|系统))$"
)

# What no name holds: 领导小组办公室设在县应急局, 日常工作由县应急局 are sentences.
_SENTENCE = re.compile(
    r"：|设在|设于|为(?:牵头|责任|主)|者为|参照|进行|按照|依据|根据|应当|必须|不得|通过|实行|由|将(?!乐)|把|被"
    r"|^(?:组织(?![部科处局办])|协调|督促|检查|制定|抓好|做好|会同|加强|发挥|充分|坚持|建立|明确|落实|形成|推动|推进|完善|强化|成立|设立|开展|包括|对(?!外|台|口)|在(?!平)|向(?!阳)"
    r"|报(?!社)|经(?![信发贸济开管营科])|按|以|从(?!江|化)|于(?![都洪田]))"
)

# 市经信局市新经济委: the mark between two names is lost; both begin with the same level.
_LOST_MARK = re.compile(
    r"^((省|市|县|区|州|旗)[^（）]{1,14}?(?:局|厅|委|办|部|院|会|中心|队|集团|公司))(\2.{2,})$"
)
_PART_OF_ANOTHER = re.compile(r"(?:分局|派出所|大队|支队|中队|所|站)$")

_LEADING = re.compile(
    r"[\s*·、，；：]*(?:(?:以上|上述|该项|此项|本项)?(?:各项)?(?:工作|任务|事项|措施)?均?由|以(?=[省市县区各])|由|以及|及|和|与|并由|且由|或)?\s*"
)
_SPACE_AFTER_BODY = re.compile(
    r"(?<=[局委办厅部院署处科室站所队司行社会校心团府联街镇乡道区）])\s+(?=[*]?[\u4e00-\u9fff])"
)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a list, as printed and in order; parts that name nobody (等单位) are dropped."""
    names: list[str] = []
    for piece in _join_collectives(_split_at_marks(text)):
        for part in _split_at_and_so_on(piece):
            for name in _split_at_and(part):
                names.extend(_split_at_lost_mark(name))
    return tuple(clean for clean in map(_clean, names) if not _NO_NAME.match(fold(clean)))


@functools.lru_cache(maxsize=4096)
def is_body(name: str) -> bool:
    """True where the words read as a body's or a collective's name, in a place where one is expected."""
    plain = _plain(name)
    if is_certain_body(name):
        return True
    likely = len(plain) > 2 and _LIKELY_END.search(plain) is not None
    return _can_be_name(plain) and (likely or _GENERIC_PLACE.fullmatch(plain) is not None)


@functools.lru_cache(maxsize=4096)
def is_certain_body(name: str) -> bool:
    """True where the words can hardly be anything but a body or a collective: safe without a verb."""
    plain = _plain(name)
    if not _can_be_name(plain):
        return False
    if _COLLECTIVE.match(plain):
        return True
    if _CERTAIN_END.search(plain):
        return len(plain) > 2 or plain[0] in "省市县区州镇乡团"
    starts_with_level = re.match(_LEVEL, plain) is not None
    return starts_with_level and len(plain) > 3 and _LIKELY_END.search(plain) is not None


def is_collective(name: str) -> bool:
    """True for 各乡镇, 有关部门, 区直各单位: bodies named by kind, not one by one."""
    return _COLLECTIVE.match(_plain(name)) is not None


def shares_ending(text: str) -> bool:
    """True for a list of fields of work whose ending stands once, at its end: 发改、财政、住建等部门."""
    folded = fold(text).strip()
    if not _SHARED_END.search(folded):
        return False
    fields = re.split("、", _SHARED_END.sub("", folded))
    if re.search("(?:有关|相关|其他|各|级|直|主管|监管|职能)$", fields[-1]):
        return False
    return len(fields) > 1 and all(re.fullmatch(r"[\u4e00-\u9fff]{2,9}", field) for field in fields)


def is_starred(text: str) -> bool:
    """True where a list of names holds an asterisk, whose meaning the document does not explain."""
    return "*" in fold(text)


def _can_be_name(plain: str) -> bool:
    """A name has 2 to 30 characters and is no sentence; only a collective holds a 的 (负有…职责的部门)."""
    if not 2 <= len(plain) <= 30 or _SENTENCE.search(plain):
        return False
    return "的" not in plain or _COLLECTIVE.match(plain) is not None


def _plain(name: str) -> str:
    """The folded name without white space and without what stands in brackets."""
    folded = re.sub(r"\s+", "", fold(name))
    while (shorter := re.sub(r"（[^（）]*）", "", folded)) != folded:
        folded = shorter
    return folded


def _clean(name: str) -> str:
    start = _LEADING.match(fold(name))
    return re.sub(r"\s+", "", name[start.end() if start else 0 :]).rstrip("。.、，；*※★▲△☆ /／")


def _split_at_marks(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in split_outside_brackets(text, "、，；\n"):
        begin = 0
        for gap in _SPACE_AFTER_BODY.finditer(fold(piece)):
            pieces.append(piece[begin : gap.start()])
            begin = gap.end()
        pieces.append(piece[begin:])
    return pieces


def _join_collectives(pieces: list[str]) -> list[str]:
    """Put 各级党委、政府 and 各区、县级市 together again."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _belong_together(joined[-1], piece):
            joined[-1] = f"{joined[-1]}、{piece}"
        else:
            joined.append(piece)
    return joined


def _belong_together(left: str, right: str) -> bool:
    left, right = fold(left).strip(), fold(right).strip()
    if _PARTY_SIDE.search(left) and _STATE_SIDE.match(right):
        return True
    last = left.rsplit("、", 1)[-1]
    if _BARE_LEVEL.fullmatch(last) and _HOUSED_HERE.match(right):
        return True
    governed = left.startswith("各") and (_EACH_PLACE.match(last) or _PLACE_TOO.match(last))
    return bool(governed and _PLACE_TOO.match(right))


def _split_at_and_so_on(piece: str) -> list[str]:
    """Cut at 等: 省能源局等有关部门 names two, 区住建局等单位 names one."""
    parts: list[str] = []
    begin = 0
    for mark in _AND_SO_ON.finditer(fold(piece)):
        parts.append(piece[begin : mark.start()])
        begin = mark.end()
    parts.append(piece[begin:])
    return parts


def _split_at_and(piece: str) -> list[str]:
    """Cut at 和 及 与 where a whole name stands on the left: not in 住房和城乡建设厅."""
    folded = fold(piece)
    parts: list[str] = []
    begin = depth = seen = 0
    for mark in _AND.finditer(folded):
        depth += folded.count("（", seen, mark.start()) - folded.count("）", seen, mark.start())
        seen = mark.start()
        left, right = folded[begin : mark.start()].strip(), folded[mark.end() :].strip()
        if depth or not right or (_PARTY_SIDE.search(left) and _STATE_SIDE.match(right)):
            continue
        if _NO_NAME.match(left) or is_body(left):
            parts.append(piece[begin : mark.start()])
            begin = mark.end()
    parts.append(piece[begin:])
    return parts


def _split_at_lost_mark(name: str) -> list[str]:
    found = _LOST_MARK.match(fold(name).strip())
    if found is None:
        return [name]
    left, right = found.group(1), found.group(3)
    party_and_state = len(left) == 2
    if party_and_state or not is_certain_body(right) or _PART_OF_ANOTHER.search(right):
        return [name]
    stripped = name.strip()
    return [stripped[: len(left)], *_split_at_lost_mark(stripped[len(left) :])]
