"""Quantified targets (目标) in a text: 参保率达到95%以上, 新建10个站点, 隐患动态清零, 执法检查全覆盖.

A target is a level to be reached (a rate, a ceiling, zero, full coverage, a falling figure) or a count of
things that an action must produce or cover. Numbers in names and slogans (“三个必须”, 33条规定), in document
numbers, dates and history are none. Its words are the part of the sentence that holds it, verbatim, without
what only leads up to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from planner.plan import Comparison, Target
from planner.reading.dates import due_spans
from planner.reading.folding import fold
from planner.reading.found import Found
from planner.timing import number_of

_NUMBER = r"(?<![\d.A-Za-z+〔-])\d+(?:，\d{3})*(?:\.\d+)?"
_MEASURE = (
    r"(?:个百分点|个工作日|平方公里|平方千米|平方米|立方米|万立方米|微克/立方米|吨标准煤|千瓦时|公里|千米|[人批家户场件]次|台套|[学课]时|小时|分钟|个月|公顷|公斤|千瓦|兆瓦"
    r"|[个家名处项次场套座条支批户人所台辆件宗起片类篇期站间栋幢亩吨元米口床辆张份天日秒门头只株棵幅部眼孔盏块路])"
)
_UNIT = rf"(?:[%‰]|(?:百|千|万|亿|千万|百万|十万)?{_MEASURE}|[万亿])"
_SHARES = ("%", "‰", "个百分点")
_LIMITS = ("日", "小时", "分钟", "个工作日")
_TIMES = ("日", "天", "小时", "分钟", "秒", "个月", "个工作日")
_QUANTITY = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?P<big>大)?(?P<unit>{_UNIT})?|百分之(?P<spoken>[零〇一二三四五六七八九十百]+)"
)

# What turns a number into a level: words before it and behind it.
_BOUND_BEFORE = re.compile(
    r"(?:(?P<at_least>不少于|不低于|不小于|至少|最少|不得少于|不得低于)|(?P<at_most>不超过|不高于|不大于|不多于|不突破|不得超过|不得高于|控制在|最高|至多|最多"
    r"|(?:压缩|压减|缩短|降低?|减少|下降|压降)(?:至|到|为))"
    r"|(?P<more_than>(?<!不)(?<!不得)(?:超过|突破|高于|大于|多于|超(?=约?$)))|(?P<less_than>(?<!不)(?:低于|少于|小于))"
    r"|(?P<rise>(?:增长|提高|提升|上升|增加|增幅|增速)(?!到|至|为))|(?P<fall>(?:下降|降低|减少|压减|压降|削减|降幅)(?!到|至|为)))"
    r"(?P<about>约)?[^，。；、\d]{0,6}$"
)
_LEVEL_BEFORE = re.compile(
    r"(?:达到?|实现|完成|保持在?|稳定在|维持在|(?:提高|提升|增加|增长)[到至]|力争|确保|占比?|率为?)(?P<about>约)?[^，。；、\d]{0,6}$"
)
_LEVEL_BEHIND = re.compile(r"\s?(?:(?P<at_least>及?以上)|(?P<at_most>(?:及?以[下内])|之内)|(?P<about>左右))")

# 全覆盖, 动态清零, 零事故, “双下降”: a level without a number of its own.
_WORDED = re.compile(
    r"(?P<full>全覆盖|全部覆盖)|(?P<whole>100%)|(?P<zero>(?:动态)?清零|“零”|趋零|零(?:死亡|事故|伤亡|增长|成本|发生|新增|投诉|上访|火灾|溺水|违规|污染|排放))"
    r"|(?P<falling>[“\"]?双(?:下降|降)[”\"]?)|(?P<all>完成(?:所有|全部))"
    r"|(?P<grade>(?:达到|创建成?|建成|评为|获评)[^，。；]{0,16}?(?:[一二三四五甲乙]级|[1-5]级|A{2,5}级?|[1-5]A级?|[一二三四五]星级?)(?!人民?|政府|应急))"
)
_NO_ZERO = re.compile(r"《[^》]*》")

# An action that produces or covers a count of things.
_ACTION = re.compile(
    r"完成|建成|建立(?!健全)|建设(?!性)|新建|改建|扩建|改造|引进|培育|打造|创建|创成|成立|组建|开展|举办|组织|实施|出台|制定|印发|明确|抓好|抓实|覆盖|整治|排查|治理"
    r"|培训|新增|配备|增配|设立|办好|办结|检查|抽查|督查|整改|关闭|淘汰|搬迁|安装|更换|发放|救助|帮扶|消除|销号|巡查|调研|演练|评选|选树|达标|推广|落地|认定|培养|招聘|轮训|编制|修订"
    r"|办理|安排|投入|争取|筹措|解决|化解|受理|推出|发展|包括|对(?=\d)|每年|全年|力争|确保|[达增]"
)
_NAMED = re.compile(r"[》”]\s?$")
_NO_COUNT = re.compile(
    r"(?:刚性|/|以下煤矿|以[上下]的|及以[上下]|以[上下](?:公路|企业|人员|单位|生产|事故|道路|规模|地区|的)|年|月(?!度)|日(?!常)|号|时(?!间)|周年|届|级|版|方面|环节|[类个]?领域的|厅局(?:继续|要)|部门(?:[要应联分牵]|$)|单位$|成员单位|G)"
)
_HISTORY = re.compile(
    r"(?:[12]\d{3}年(?:至|到|-)[12]\d{3}年|近年来?|近[三五两\d]+年|去年|上年|累计|共有|现有|已[建完有]|已(?:经|实施|开展|出台|获)|截至|以来|原有)[^，。；]*$"
)

# What leads up to a target and does not belong to it: 突出, 其中, 推动落实, 严格执行 …
_LEADING = re.compile(
    r"(?:[\s、]|特别|其中|同时|并且|并|且|从而|进而|以及|此外|另外|一是|二是|三是|四是|五是|六是|推动落实|狠抓|突出|严格执行|严格落实|切实做到|做到|确保落实|坚持|[一二三四五六七八九]要)+"
)
_LIST_TAIL = re.compile(r"等(?=\d+\s?(?:大|项|个|类|条|处|场|座)[^，。；、\d]{1,14}$)")


# 对…全覆盖, 推进…全覆盖; not 对象, 应对, 核对.
_COVERS = re.compile(r"(?<![应核面绝相针校派])对(?![象接于口照标])|推进")
_PART_END = re.compile(r"(?<!\d)，|，(?!\d{3}(?!\d))|[。；：！？\n]")
_OWN_SUBJECT = re.compile(r"[\u4e00-\u9fffA-Z]{2}")
_REACH = 100


@dataclass(frozen=True, slots=True)
class _Kernel:
    """The few words that make a target, as a stretch of the folded text, and what they mean."""

    start: int
    end: int
    comparison: Comparison
    value: Decimal | None
    unit: str
    kind: str


def find_targets(text: str) -> tuple[Found[Target], ...]:
    """The quantified targets of a text, in order, with comparison, number and unit where they have one.

    Full coverage counts as 100 %, clearing (清零) as 0. Where one verb governs several figures (分别达到95%、
    98%) the target has its words but no number.
    """
    folded = fold(text)
    matches = [*_WORDED.finditer(folded), *_QUANTITY.finditer(folded)]
    if not matches:
        return ()
    covered, dues = _covered(folded), due_spans(text)
    parts: dict[tuple[int, int], list[_Kernel]] = {}
    for match in sorted(matches, key=lambda match: match.start()):
        if covered[match.start()]:
            continue
        part = _part_around(folded, match)
        kernel = _worded(match) if match.re is _WORDED else _quantity(match, folded, *part)
        if kernel:
            parts.setdefault(part, []).append(kernel)
    parts = dict(piece for part, kernels in parts.items() for piece in _apart(folded, part, kernels))
    found = []
    for (start, end), kernels in parts.items():
        first, last = _trim(folded, start, end, kernels, dues)
        found.append(Found(first, last, text[first:last], _target(text[first:last], kernels)))
    return tuple(found)


def _apart(
    folded: str, part: tuple[int, int], kernels: list[_Kernel]
) -> list[tuple[tuple[int, int], list[_Kernel]]]:
    """Part what 、 joins where each side has its own subject: 新增贷款不少于2亿元、扶持创业不少于400人."""
    start, end = part
    pieces: list[tuple[tuple[int, int], list[_Kernel]]] = []
    held = kernels[:1]
    for kernel in kernels[1:]:
        mark = folded.rfind("、", held[-1].end, kernel.start)
        both = held[-1].kind == kernel.kind == "level"
        if (
            both
            and mark >= 0
            and _OWN_SUBJECT.match(folded, mark + 1, kernel.start)
            and "分别" not in folded[start:end]
        ):
            pieces.append(((start, mark), held))
            start, held = mark + 1, []
        held.append(kernel)
    return [*pieces, ((start, end), held)]


def _target(words: str, kernels: list[_Kernel]) -> Target:
    measured = [kernel for kernel in kernels if kernel.kind != "count"] or kernels
    best = measured[0]
    if len({(kernel.value, kernel.unit) for kernel in measured}) > 1:
        same_unit = len({kernel.unit for kernel in measured}) == 1
        if "分别" in words or (same_unit and len(measured) > 1 and "、" in words):
            return Target(words, best.comparison, None, "")
        best = measured[-1]
    return Target(words, best.comparison, best.value, best.unit)


def _covered(folded: str) -> bytearray:
    """1 at each place inside 《…》 or brackets, where no target stands."""
    covered = bytearray(len(folded) + 1)
    title = bracket = 0
    for place, mark in enumerate(folded):
        title += (mark == "《") - (mark == "》" and title > 0)
        bracket += (mark == "（") - (mark == "）" and bracket > 0)
        covered[place] = title > 0 or bracket > 0
    return covered


def _part_around(folded: str, match: re.Match[str]) -> tuple[int, int]:
    """The part of the sentence, between ， 。 ； ：, that a match stands in; no longer than a sentence is."""
    start, end = max(0, match.start() - _REACH), min(len(folded), match.end() + _REACH)
    for mark in _PART_END.finditer(folded, start, match.start()):
        start = mark.end()
    closing = _PART_END.search(folded, match.end(), end)
    return start, closing.start() if closing else end


def _worded(match: re.Match[str]) -> _Kernel:
    place = match.span()
    if match.group("full"):
        return _Kernel(*place, "exactly", Decimal(100), "%", "full")
    if match.group("whole"):
        return _Kernel(*place, "exactly", Decimal(100), "%", "level")
    if match.group("zero"):
        return _Kernel(*place, "exactly", Decimal(0), "", "zero")
    if match.group("falling"):
        return _Kernel(*place, "fall", None, "", "falling")
    return _Kernel(*place, "exactly" if match.group("all") else "at_least", None, "", "worded")


def _quantity(match: re.Match[str], folded: str, start: int, end: int) -> _Kernel | None:
    """A number with its unit as a level (a share, or with a bound beside it) or as a count of an action."""
    value, unit = _value_of(match), _unit_of(match)
    front, behind = (
        folded[max(start, match.start() - 24) : match.start()],
        folded[match.end() : min(end, match.end() + 12)],
    )
    bound = _BOUND_BEFORE.search(front)
    before = bound or _LEVEL_BEFORE.search(front)
    after = _LEVEL_BEHIND.match(behind)
    is_share = unit in _SHARES
    # 3个工作日内办结: the longest time that a service may take.
    is_limit = unit in _LIMITS and behind.startswith("内")
    bounded = before is not None or is_limit
    if value is None or match.group() == "100%" or _is_name_or_time(front, unit, bounded=bounded):
        return None
    if is_limit:
        return _Kernel(match.start(), match.end(), "at_most", value, unit, "level")
    if not is_share and (_NO_COUNT.match(behind) or _HISTORY.search(folded, start, match.start())):
        return None
    if is_share or bound or (unit and (before or after)):
        kind = "level"
    elif unit and match.group("number") and _ACTION.search(folded, start, end):
        kind = "count"
    else:
        return None
    # 每季度召开1次 is a recurring duty.
    if kind == "count" and unit == "次" and "每" in front:
        return None
    return _Kernel(match.start(), match.end(), _comparison(before, after), value, unit, kind)


def _unit_of(match: re.Match[str]) -> str:
    if match.group("spoken"):
        return "%"
    # 10大工程 counts projects as 10项 does.
    return match.group("unit") or ("项" if match.group("big") else "")


def _is_name_or_time(front: str, unit: str, *, bounded: bool) -> bool:
    """True for a number that counts a name's parts (《…》33条) or measures time without a bound (为期3天)."""
    if _NAMED.search(front) or front.endswith(("第", "〔", "“", "·", "沿江", "为期", "前")):
        return True
    return unit in _TIMES and not bounded


def _value_of(match: re.Match[str]) -> Decimal | None:
    if match.group("spoken"):
        spoken = match.group("spoken")
        whole = 100 if spoken in ("百", "一百") else number_of(spoken)
        return None if whole is None else Decimal(whole)
    return Decimal(match.group("number").replace("，", ""))


def _comparison(before: re.Match[str] | None, after: re.Match[str] | None) -> Comparison:
    words: dict[str, str | None] = before.groupdict() if before else {}
    behind: dict[str, str | None] = after.groupdict() if after else {}
    order: tuple[Comparison, ...] = ("rise", "fall", "more_than", "less_than", "at_least", "at_most")
    for comparison in order:
        if words.get(comparison):
            return comparison
    for comparison in order:
        if behind.get(comparison):
            return comparison
    return "about" if words.get("about") or behind.get("about") else "exactly"


def _trim(
    folded: str, start: int, end: int, kernels: list[_Kernel], dues: list[tuple[int, int]]
) -> tuple[int, int]:
    """The stretch of a part that says the target and no more."""
    first = next((kernel for kernel in kernels if kernel.kind == "full"), kernels[0])
    for _, due_end in dues:
        if start < due_end <= first.start:
            start = due_end
    if first.kind == "full":
        start, end = _coverage(folded, start, end, first)
    elif first.kind == "worded" and (among := folded.rfind("其中", start, first.start)) >= 0:
        start = among + 2
    elif first.kind == "count" and (tail := _LIST_TAIL.search(folded, start, end)):
        start = min(tail.end(), first.start)
    leading = _LEADING.match(folded, start, first.start)
    start = leading.end() if leading else start
    last = kernels[-1]
    if (
        folded.startswith("”", last.end)
        and folded.rfind("“", start, last.start) >= 0
        and last.kind in ("full", "zero", "level")
    ):
        end = last.end + 1
    # 新建公厕12座（县住建局牵头；…）: a bracket that closes the part, or runs on over its end, is not its.
    bracket = folded.find("（", last.end, end)
    if bracket >= 0 and folded.find("）", bracket, end - 1) < 0:
        end = bracket
    while end > last.end and folded[end - 1] in " 、\n（":
        end -= 1
    while start < first.start and folded[start] in " 、\n":
        start += 1
    return start, end


def _coverage(folded: str, start: int, end: int, kernel: _Kernel) -> tuple[int, int]:
    """Where 对…全覆盖, 16个乡街…全覆盖 or one part of a list (一律全覆盖) begins and ends."""
    if "一律" in folded[start : kernel.start]:
        behind = folded.find("、", kernel.end, end)
        return max(start, folded.rfind("、", start, kernel.start) + 1), behind if behind >= 0 else end
    counted = re.search(r"(?<=对)\d", folded[start : kernel.start])
    if counted:
        return start + counted.start(), end
    openings = [found.start() for found in _COVERS.finditer(folded, start, kernel.start)]
    return openings[-1] if openings else start, end
