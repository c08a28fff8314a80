"""What one line of a paper's head or foot is: number, title, addressees, day, office, enclosure, colophon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.reading.lines import Line
from planner.reading.numbering import mark_at_start
from planner.reading.printed_days import DAY, PrintedDay, read_day

OFFICE_END = (
    r"(?:人民政府|政府|委员会|办公室|办公厅|领导小组|指挥部|联席会议|管委会|工委|党委|党组|街道办事处|办事处|分局|总局|局|厅|委|办|处|院|公司|集团|中心|"
    r"总队|支队|大队|镇|乡|社|站|所|学校|医院|法院|检察院|部|会|防指|联席办)"
)
_NUMBER = (
    r"[^\s〔\[［（(【。，；：]{1,24}\s?[〔\[［（(【]\s?(?:19|20)\d{2}\s?[〕\]］）)】]\s?的?第?\s?\d{1,4}\s?号"
)
_NUMBER_LINE = re.compile(
    rf"(?:.{{0,40}}文件\s*)?[（(]?\s*(?P<number>{_NUMBER})\s*[）)]?(?:\s*签发人\s*[:：]?.{{0,20}})?"
)
_RED_HEAD = re.compile(rf"(?P<issuer>.{{2,40}}?{OFFICE_END})\s*(?:文\s*件|函件|电报|明电|会议纪要)")
_PRIORITY = re.compile(
    r"(?:特\s*急|特\s*提|加\s*急|平\s*急|急\s*件|机\s*密|秘\s*密|内部(?:资料|文件)?|签发人\s*[:：].*|发\s*电|等级.{0,10})(?:[·•\s]*(?:明电|发电|特提|特急))?"
)
_DATE_LINE = re.compile(
    rf"[（(]?\s*(?P<office>[\u4e00-\u9fff××X·、（）()\s]{{3,80}}?{OFFICE_END}(?:\s*[（(](?:代章|盖章|印章|章)[）)])?)?\s*"
    rf"(?P<day>{DAY})\s*(?P<printed>印发|印)?\s*[）)]?"
)
_OFFICE_LINE = re.compile(
    rf"[\u4e00-\u9fff××Xx0-9·、（）()\s]{{2,80}}{OFFICE_END}(?:\s*[（(]\s*(?:代\s*章|盖\s*章|印\s*章|章)\s*[）)])?"
)
_SEAL = re.compile(r"\s*[（(]\s*(?:代\s*章|盖\s*章|印\s*章|章)\s*[）)]$")
_ADDRESSEES = re.compile(r"[^。；！？]{2,400}[:：]")
_ADDRESSED = re.compile(
    r"^(?:各|县|市|区|省|州|乡|镇|机关|局|委|中央|国务院|驻|有关|本|全|直属|开发区|.{1,30}(?:人民政府|委员会|办事处|有关单位|成员单位|各部门))"
)
_NOT_ADDRESSEES = re.compile(
    r"如下|以下|牵头|责任|配合|时限|措施|目标|内容|附件|要求|为了|根据|结合|制定|^(?:时间|地点|电话|联系人|主题|来源)"
)
_NOTICE = re.compile(
    r"印发(?:给)?你们|现印发|现(?:将|予)[^。]{0,160}(?:印发|下发|转发|发给)|^请[^。]{0,40}(?:贯彻|执行|落实)[^。]{0,12}。?$|^特此(?:通知|函达|公告)"
)
_COLOPHON = re.compile(
    r"[（(]?\s*(?:此件|本文|该文)?(?:主动|依申请|不予)?(?:公开发布|公开方式.*|主动公开|依申请公开|此件.{0,12}公开.{0,6}|信息公开.{0,20}|公开属性.{0,16}|(?:本文|内容)?有删[减节]|联系人.{1,60})\s*[）)]?"
    r"|(?:抄\s*送|抄\s*报|主\s*送|分\s*送|发\s*至|联系人|联系电话|主题词|印\s*数|共印)\s*[:：]?.{0,400}|特此通知。?|（?完）?"
)
_ANNEX_MARK = re.compile(r"附\s*(?:件|表|录)\s*(?:[0-9]{1,2}|[一二三四五六七八九十])?\s*[:：]?")
_ENCLOSURES = re.compile(
    r"附\s*(?:件|表|录)?\s*(?:[0-9]{1,2}|[一二三四五六七八九十])?\s*[:：.．、]\s*\S.*|附\s*(?:件|表|录)\s*[0-9一二三]{1,2}\s*\S.{1,60}"
)

_TITLE_END = re.compile(
    r"(?:要点|计划|方案|通知|意见|安排|规划|纲要|任务|措施|办法|部署|清单|要求|报告|目标|分工|台账|行动|函|决定|公告|通告|细则|规定|打算|思路|责任表|分解表|分工表|任务书|责任书|事项|重点|(?:重点|主要|中心)工作|实事)"
    r"[》”]?(?:\s*[（(][^（）()]{1,24}[）)])?[一二三四五六七八九十]?$"
)
_TITLE_WORD = re.compile(
    r"要\s*点|计\s*划|方\s*案|通\s*知|规划|纲要|意见|安排|部署|打算|任务|办法|细则|规定|决定|公告|通告|函|报告|清单|目标|重点"
    r"|措施|行动|分工|分解"
)
_TITLE_SIGN = re.compile(
    r"(?:19|20)\d{2}|二[〇零○]|关于|年度|工作要点|工作计划|实施方案|行动方案|工作方案|行动计划|分工|分解|若干"
    r"|^[\u4e00-\u9fffX×]{1,8}?[省市县区州盟旗镇乡局委办](?=[\u4e00-\u9fff“]{6})"
)
_CONTINUES = re.compile(r"^(?:的|及|和|与|》|、|暨|[（(])")
# （县公安局 二〇二六年三月）: who drafted the paper and when stands below its title.
_DATED_BRACKET = re.compile(r"[（(][^（）()]*年\s*[0-9一二三四五六七八九十]{1,3}\s*月[^（）()]*[）)]")
_BLANK_BETWEEN = re.compile(
    r"(?<=[\u4e00-\u9fff〇《》（）“”、])\s+(?=[\u4e00-\u9fff《》（）“”、0-9])|(?<=\d)\s+(?=年)"
)
_LONGEST_TITLE_LINE = 60
_LONGEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that is a day, with the office that stands before it on the same line, if one does.

    `colophon` is true for the printing line (某某办公室 2021年3月5日印发), which is no signature.
    """

    office: str
    day: PrintedDay
    colophon: bool


def number_line(text: str) -> str | None:
    """The document number (发文字号) where the line holds nothing else but a red head glued to it."""
    if len(text) > 100 or "号" not in text:
        return None
    match = _NUMBER_LINE.fullmatch(text)
    return re.sub(r"\s+", "", match["number"]) if match else None


def red_head(text: str) -> str | None:
    """The office of a red head (某某委员会文件)."""
    if len(text) > 60:
        return None
    match = _RED_HEAD.fullmatch(text)
    return _close_up(match["issuer"]) if match else None


def is_priority(text: str) -> bool:
    """特急, 机密, 签发人：… and the like."""
    return len(text) <= 40 and _PRIORITY.fullmatch(text) is not None


def date_line(text: str) -> DateLine | None:
    """The line as a day under a paper; None where it is something else."""
    if len(text) > 100 or not (text[-1] in "日发印）)" or text[-1].isdigit()):
        return None
    match = _DATE_LINE.fullmatch(text)
    if match is None:
        return None
    return DateLine(office_name(match["office"] or ""), read_day(match["day"]), bool(match["printed"]))


def is_office(text: str) -> bool:
    """A line that can be the office under a paper."""
    return len(text) <= 82 and _OFFICE_LINE.fullmatch(text) is not None and mark_at_start(text) is None


def office_name(text: str) -> str:
    """The office without （代章） and inner blanks; offices that sign together are parted by 、."""
    name = _SEAL.sub("", text.strip())
    parts = [part for part in re.split(r"\s{2,}|　+", name) if part]
    if len(parts) > 1 and all(len(part) >= 4 for part in parts):
        return "、".join(_close_up(part) for part in parts)
    return _close_up(name)


def is_addressees(text: str) -> bool:
    """各乡镇人民政府，县直各有关单位："""
    return bool(
        text[-1] in ":："
        and len(text) <= 400
        and _ADDRESSEES.fullmatch(text)
        and _ADDRESSED.match(text)
        and not _NOT_ADDRESSEES.search(text)
    )


def is_notice(text: str) -> bool:
    """The covering sentence of a notice: 现印发给你们，请认真贯彻落实。"""
    return len(text) <= 400 and _NOTICE.search(text) is not None


def is_colophon(text: str) -> bool:
    """（此件公开发布）, 抄送：…, 联系人：…"""
    return len(text) <= 420 and _COLOPHON.fullmatch(text) is not None


def is_annex_mark(text: str) -> bool:
    """附件, 附件1, 附件： alone on a line."""
    return len(text) <= 8 and _ANNEX_MARK.fullmatch(text) is not None


def is_enclosures(text: str) -> bool:
    """附件：1.… : the list of what is enclosed."""
    return (
        text[0] == "附" and len(text) <= 120 and "。" not in text and _ENCLOSURES.fullmatch(text) is not None
    )


def title_at(lines: list[Line], start: int) -> tuple[int, str] | None:
    """A title that begins at this line, over up to four lines: the place after it and its text, closed up."""
    joined = ""
    for index in range(start, min(start + _LONGEST_TITLE, len(lines))):
        text = lines[index].text
        if not _may_be_title(text) or (index > start and joined == _close_up(text)):
            return None
        joined = _close_up(joined + text) if joined else _close_up(text)
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        open_quote = joined.count("《") > joined.count("》")
        goes_on = bool(_CONTINUES.match(following)) and _may_be_title(following) and len(following) <= 30
        goes_on = goes_on and _DATED_BRACKET.fullmatch(following) is None
        if _TITLE_END.search(joined) and not open_quote and not goes_on:
            plausible = len(joined) >= 5 and _TITLE_WORD.search(joined) and _TITLE_SIGN.search(joined)
            return (index + 1, joined) if plausible else None
    return None


def _may_be_title(text: str) -> bool:
    if len(text) > _LONGEST_TITLE_LINE or text[-1] in "。；;：:，,！？" or "。" in text or "；" in text:
        return False
    if mark_at_start(text) is not None and not re.match(r"[（(]\d{4}|[（(][^）)]{3,}", text):
        return False
    return not (
        number_line(text)
        or date_line(text)
        or is_annex_mark(text)
        or is_colophon(text)
        or text.endswith("文件")
        or text[0] in "—-|"
        or is_enclosures(text)
    )


def _close_up(text: str) -> str:
    return _BLANK_BETWEEN.sub("", text.strip())
