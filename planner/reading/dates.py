"""Deadlines (2月底前, 到2023年, 汛期前) and recurring duties (每季度, 每月最少一次) in a text.

A date alone is no deadline: plans name past meetings, festivals and the year itself. It is one where a word
makes it so: 前 behind it, 到 or 力争 before it, 完成 after it, a bracket of its own. Words are kept verbatim
and short. Nothing is looked for in the titles of documents (《…》).
"""

from __future__ import annotations

import re

from planner.plan import Due, Recurrence
from planner.reading.folding import fold
from planner.reading.found import Found
from planner.timing import due_day, number_of, recurrence_rule

Span = tuple[int, int]

_N = "[0-9零〇○一二三四五六七八九十两]"
_YEAR = r"(?:[12]\d{3}|[一二][零〇○一二三四五六七八九]{3})\s?年度?|(?:今|本|当|明|次|翌)年度?"
_MONTH = rf"{_N}{{1,3}}\s?月份?(?:\s?{_N}{{1,3}}\s?[日号]|\s?[上中下]旬|[初中底末])?"
_MOMENT = (
    rf"(?:(?:{_YEAR})\s?)?(?:{_MONTH}|第?[一二三四1-4]季度[末底]?|[上下]半年[末底]?|年度?[底末内中])"
    rf"|(?:{_YEAR})[底末内中]?|[12]\d{{3}}(?=\s?-\s?[12]\d{{3}}年)"
)
_BEFORE = r"\s?(?:之前|以前|前(?!期|往|后|述|款|提[下是])|以?内)"

# 到2023年底 · 2021年11月-12月 · 6月25日前; the words in front (到) belong to the deadline.
_DATED = re.compile(
    rf"(?=[0-9零〇○一二三四五六七八九十两今本当明次翌第上下年截到至])(?P<to>截[至止]|到|至)?\s?(?P<moment>(?:{_MOMENT})(?:\s?[-至到]\s?(?:{_MOMENT}))?)(?P<before>{_BEFORE})?"
)

# 3年内 · 一个月内; 5个工作日内 and 30日内 are limits of a procedure, no deadlines of the plan.
_WITHIN = re.compile(rf"{_N}{{1,3}}\s?(?:年|个月|周)(?:以|之)?内|半年(?:以|之)?内|半个月(?:以|之)?内")
_PAST_OR_LIMIT = re.compile(
    r"(?:近|过去|最近|每|连续|压缩[至到为在]|压减[至到]|缩短[至到为]|控制在|不超过|不得超过|降[至到]|提速[至到]|时间|时长)\s?$"
)

# 汛期前 · 春节前 · 两会召开前: an event, no day.
_EVENT = re.compile(
    r"(?=[主汛入雨台春秋供采封开元清五端中国节重“两会大高换收旅])(?:主汛期?|汛期?|入汛|雨季|台风季|入冬|入夏|春运|春耕|秋收|供暖[季期]?|采暖[季期]?|封山|开学|元旦|春节|元宵|清明|五一|端午|中秋"
    r"|国庆|节日|重大节假日|“?两会”?|会议|大会|高考|换届|收割|旅游旺季)(?:来临|到来|开始|召开|开幕|闭幕|结束|节|假期|期间?)?之?前(?!夕|后|期|检查|排查|隐患|准备|自查)"
)

# What makes a bare date a deadline when it follows: 6月底完成, 12月20日报送.
_DONE = re.compile(
    r"[，\s]?(?:均|要|须|应|需|必须|基本|全面|全部|力争|确保|按期|如期|集中)*(?:完成|建成|实现|达到|达标|到位|办结|报送|上报|报|印发|出台|制定|修订|投用"
    r"|投入使用|投产|竣工|开工|交付|上线|启用|验收|整改|见效|收官|清零|销号)(?!的)"
)
_UNDER_WAY = re.compile(
    r"(?:均|要|须|应|需|集中|分别|组织|全面|各?乡镇|各?部门)*(?:召开|举办|开展|实施|启动|组织|完成|推进|进行|推广|部署|编制|公布|评估|总结|检查|考核|督查)(?!的)"
)
_AIMING = re.compile(r"(?:力争|确保|争取|计划|拟|务必|必须|要求|于|在|时限[为是]?|最迟|最晚|不迟于)\s?$")
_NO_AIM = re.compile(
    r"(?:自|从|每|按|逐|近|去|截止目前|[0-9一二三四五六七八九十]年|每个?[年月季度周半]*)\s?$"
)
_HISTORY = re.compile(
    r"\s?(?:以来|起(?!草)|后|[^，。；]{0,10}?(?:讲话|批示|指示|会议精神|事故|印发的|发布的|召开的|作出的|下发的|通过的))"
)
_LABEL = re.compile(r"(?:时限|期限|时间|节点|日期)(?:要求|安排)?\s?：\s*$")

_QUOTED_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


def find_dues(text: str, year: int) -> tuple[Found[Due], ...]:
    """The deadlines in a text, in order, each with the day it means in the plan's year, if any.

    A date of a year before the plan's is history, but for the stages of a campaign over the turn of the year
    （动员部署阶段（2025年11月底前））. Events (汛期前) are deadlines without a day.
    """
    found = []
    for start, end in due_spans(text):
        words = text[start:end]
        named = re.search(r"[12]\d{3}(?=\s?年)", fold(words))
        stage = text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")
        if named and not stage and max(int(each) for each in re.findall(r"[12]\d{3}", fold(words))) < year:
            continue
        found.append(Found(start, end, words, Due(words, due_day(words, year))))
    return tuple(found)


def find_recurrences(text: str) -> tuple[Found[Recurrence], ...]:
    """The recurring duties in a text, in order; 定期 and 适时 give no interval and are left out."""
    found = []
    for start, end in recurrence_spans(text):
        words = text[start:end]
        found.append(Found(start, end, words, Recurrence(words, recurrence_rule(words))))
    return tuple(found)


def due_spans(text: str, *, alone: bool = False) -> list[Span]:
    """Where deadlines stand; with `alone` every date counts: the text is a deadline (完成时限：6月)."""
    folded = fold(text)
    closed = _closed_spans(folded) + recurrence_spans(text)
    spans: list[Span] = []
    dated = list(_DATED.finditer(folded))
    follower: re.Match[str] | None = None
    # From the end, for 6月25日、12月20日前: the first date is a deadline because the last one is.
    for match in reversed(dated):
        joined = follower is not None and folded[match.end() : follower.start()] in ("、", "和", "及", "、 ")
        if joined or _is_due(match, folded, alone):
            spans.append(match.span())
            follower = match
        else:
            follower = None
    for pattern in (_WITHIN, _EVENT):
        for match in pattern.finditer(folded):
            if not _PAST_OR_LIMIT.search(folded[max(0, match.start() - 5) : match.start()]):
                spans.append(match.span())
    return _without_overlaps(spans, closed)


def _is_due(match: re.Match[str], folded: str, alone: bool) -> bool:
    front = folded[max(0, match.start() - 10) : match.start()]
    moment, end = match.group("moment"), match.end()
    if moment.startswith("年") and re.search(rf"{_N}$", front):
        return False
    if _NO_AIM.search(front) and not match.group("to"):
        return False
    if match.group("before"):
        return not folded.startswith(("建成的", "建设的", "成立的", "以来"), end)
    if moment.endswith("内") or alone or _LABEL.search(front) or match.group().strip() == folded.strip():
        return True
    if folded[match.start() - 1 : match.start()] == "（" and folded.startswith("）", end):
        return True
    if _HISTORY.match(folded, end):
        return False
    if _DONE.match(folded, end):
        return True
    if match.group("to"):
        return not folded.startswith(("的", "止"), end)
    is_bare_year = re.fullmatch(_YEAR, moment) is not None
    if is_bare_year or moment.endswith(("年中", "年末")):
        return False
    if _AIMING.search(front) and moment.endswith(("底", "末", "季度", "半年")):
        return True
    return _UNDER_WAY.match(folded, end) is not None


_ACTS = (
    "(?:调度|通报|报告|报送|汇报|点评|研判|会商|例会|报|小结|总结|巡查|检查|督查|抽查|分析|排名|考核"
    "|评比|评价|监测|清零|更新|公示|晾晒|推进会|讲评|评估|跟踪|统计|会诊)"
)
_TIMES = rf"(?:最少|至少|不少于|不低于|各)?(?P<{{0}}>{_N}{{{{1,2}}}})(?:-{_N}{{{{1,2}}}})?次(?:以上)?"
_RECURRING = re.compile(
    # 每季度 · 每两个月 · 每月25日前 · 每季度末 · 每周五
    rf"(?P<every>每隔?{_N}{{0,3}}(?:半年|年度?|季度?|半?个?月度?|旬|周(?!边|期|岁|转)|星期|天|日|个工作日)"
    rf"(?:的?(?:(?:首个?月|末月|第[一二三]个?月)?(?:{_MONTH}(?:、{_MONTH})*|{_N}{{1,3}}[日号]|[上中下]旬|[末底初])(?:之?前)?|[二三四五六日天](?!次)|一(?=上午|下午|前|[^\u4e00-\u9fff]|$)))?)"
    rf"(?P<times>\S?{_TIMES.format('once')}|[^，。；、\s]{{2,8}}?{_TIMES.format('often')})?"
    # 一年两次 · 一季一次 · 一月一调度
    rf"|(?<![0-9零一二三四五六七八九十第])[一全两](?:半年|年|季(?!度)|个季度|个?月|周|日|天)(?:内)?(?:[^，。；、]{{0,4}}?{_TIMES.format('counted')}|一{_ACTS})"
    # 按季度 · 逐月 · 双周
    rf"|(?:按|逐)(?:季度?|月度?|旬|周|日)(?!期|照|程|龄|薪|常|历)|双周|(?<![0-9一二三四五六七八九十第])双月"
    # 月调度、季通报 · 半年小结 · 年度总结
    rf"|(?<![0-9零一二三四五六七八九十第本上下当该产个次每节假今昨生近首末岁往历度平终安全])(?:日|周|旬|半?月|季度?|半年){_ACTS}|年度[小总]结"
    # 上、下半年各一次
    rf"|上(?:半年)?[、和]下半年各[^，。；、]{{0,6}}?{_N}{{1,2}}次"
)


_PERIOD = re.compile("[每年季月旬周日天]")
"""A sign of every interval; looking for it first spares most texts the long expression."""


def recurrence_spans(text: str) -> list[Span]:
    """Where intervals stand, in order."""
    folded = fold(text)
    if not _PERIOD.search(folded):
        return []
    spans = []
    for match in _RECURRING.finditer(folded):
        end = match.end()
        often = match.group("often")
        # 每季度召开一次 says no more than 每季度; 每年召开两次 does.
        if often and number_of(often) == 1:
            end = match.end("every")
        spans.append((match.start(), end))
    return _without_overlaps(spans, _closed_spans(folded))


def _closed_spans(folded: str) -> list[Span]:
    return [match.span() for match in _QUOTED_TITLE.finditer(folded)]


def _without_overlaps(spans: list[Span], closed: list[Span]) -> list[Span]:
    """The spans in order, the longer of two that overlap, none that touches a closed stretch."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (each[0], -each[1])):
        if (kept and span[0] < kept[-1][1]) or any(
            span[0] < end and start < span[1] for start, end in closed
        ):
            continue
        kept.append(span)
    return kept
