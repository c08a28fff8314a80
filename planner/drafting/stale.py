"""What only a person can renew: a meeting held, an accident, a dated instruction, a jubilee, a congress."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.drafting.changes import Change, clause_around, inside_title_marks, kept_as_is

_NUMBER = r"[一二三四五六七八九十百\d]+"
_INSTRUCTION = re.compile(
    r"(?<!\d)\d{1,2}月\d{1,2}日(?=[^。；，]{0,30}(?:指示|批示|讲话|指出|强调|要求|会议精神|重要论述))"
)
_DATED_MEETING = re.compile(
    rf"第{_NUMBER}次(?:集体学习|全体会议|全会|会议|常务会议|常委会议|专题会议)(?=[^。；]{{0,8}}(?:讲话|精神|部署|要求|上))"
)
_MEETING = re.compile(
    r"(?:电视电话会议|视频会议|工作会议|专题会议|现场会|全会|推进会|部署会|两会)(?:的)?(?:有关)?(?:讲话|部署)?(?:精神|要求)"
)
_HELD = re.compile(
    r"(?:刚刚|(?<![\d一二三四五六七八九十节假工生])日前|近日|不久前|前不久|去年|上年)"
    r"(?:召开|结束|举行|闭幕|印发|下发|发生)"
    r"|(?:年初|年底)(?:召开|结束|举行|闭幕|印发|下发|发生)(?=的)"
)
_ACCIDENT = re.compile(
    r"[“\"‘']?(?<![\d.])(?:\d{1,2}[·•．∙‧・](?:\d{1,2})|\d{1,2}\.\d{1,2})[”\"’']?"
    r"(?=[^。；，、]{0,16}(?:事故|火灾|爆炸|坍塌|透水|中毒|溃坝|沉船|翻车|惨剧|教训))"
)
_JUBILEE = re.compile(
    rf"(?:建党|建国|建军|新中国成立|中华人民共和国成立|中国共产党成立|改革开放|抗战胜利|长征胜利|建州|建县|建市)"
    rf"(?P<years>{_NUMBER})\s*周年"
)
_PLENUM = r"(?:十[七八九]|二十[一二]?)届(?:[一二三四五六七八]中(?:、[一二三四五六七八]中)*全会|历次全会)"
_CONGRESS = re.compile(
    rf"(?:党的)?(十[七八九]|二十[一二]?)大(?![队桥道厦型量小])(?:报告)?([和、及]{_PLENUM})?|({_PLENUM})"
)
_THREE_YEARS = re.compile(
    r"(?:[三两五]年(?:专项|集中|攻坚|治理)?(?:行动|攻坚|整治|提升|规划|计划)|[两三]年行动)(?:计划|方案)?"
    r"(?:[^。；，]{0,6}(?:收官|收尾|总结|巩固提升|集中攻坚|最后一年|第[一二三]年|之年))?"
)
_ROUND = re.compile(
    rf"第{_NUMBER}(?:个|次)(?:(?:全国|世界|国际)[“\"]?[^。；，、“”]{{2,10}}?[月周日][”\"]?"
    rf"|[“\"]?[^。；，、“”]{{0,8}}?(?:(?:宣传|活动)[月周日]|安全生产月|安全日|减灾日|纪念日)[”\"]?)"
)
_LAST_YEAR_RESULT = re.compile(
    r"(?:去年|上年|上一年度?)[^。；，]{0,12}(?:\d[\d.]*(?:%|％|个百分点)?|考核|反馈|问题|结果|同期)"
)
_COMPARED = re.compile(r"[较比同与][^。；，]{0,24}?[\d.]+\s*(?:%|％|‰|个百分点)\s*(?:以上|以下|以内|左右)")
"""较上年下降5%以上 is a target that holds every year, no result of the last one."""

_PATTERNS = (
    (_INSTRUCTION, "rollover.dated_instruction"),
    (_DATED_MEETING, "rollover.past_meeting"),
    (_MEETING, "rollover.past_meeting"),
    (_HELD, "rollover.past_meeting"),
    (_ACCIDENT, "rollover.past_accident"),
    (_ROUND, "rollover.counted_round"),
)
_JUBILEE_YEARS = {
    "建党": 1921,
    "中国共产党成立": 1921,
    "建军": 1927,
    "建国": 1949,
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "改革开放": 1978,
    "抗战胜利": 1945,
    "长征胜利": 1936,
}
_SPAN_IN_FORCE = re.compile(r"(?:19|20)\d\d年?\s*(?:[-–—－~～]+|至|到)\s*((?:19|20)\d\d)年?")


def stale_changes(text: str, from_year: int, to_year: int) -> Iterator[Change]:
    """What in a text for `from_year` a person must look at for `to_year`; nothing where the years are one.

    Days that come every year (“5·12”防灾减灾日, “119”宣传月) are none of it, nor a jubilee that fits the new
    year, nor a three-year action whose span, printed beside it, still runs.
    """
    if from_year == to_year:
        return
    arguments = {"to_year": to_year}
    for found in _CONGRESS.finditer(text):
        if found[2] or found[3] or _congress(found[1]) < _last_congress(to_year):
            yield kept_as_is(found, "rollover.congress", **arguments)
    for pattern, reason in _PATTERNS:
        for found in pattern.finditer(text):
            if not inside_title_marks(text, found.start()):
                yield kept_as_is(found, reason, **arguments)
    for found in _JUBILEE.finditer(text):
        if not _jubilee_fits(found, to_year):
            yield kept_as_is(found, "rollover.jubilee", **arguments)
    for found in _THREE_YEARS.finditer(text):
        if not _still_runs(text, found, to_year):
            yield kept_as_is(found, "rollover.action_ended", words=found[0], **arguments)
    for found in _LAST_YEAR_RESULT.finditer(text):
        if _COMPARED.match(text, max(0, found.start() - 1)):
            continue
        yield kept_as_is(found, "rollover.last_year_result", **arguments)


def _congress(numeral: str) -> int:
    """The number of a Party congress: 十九 is 19, 二十 is 20."""
    tens, _, ones = numeral.partition("十")
    return (20 if tens else 10) + ("一二三四五六七八九".index(ones) + 1 if ones else 0)


def _last_congress(year: int) -> int:
    """The Party congress last held when a year begins: they meet every five years, the 20th met in 2022."""
    return 20 + (year - 1 - 2022) // 5


def _jubilee_fits(found: re.Match[str], to_year: int) -> bool:
    first = next((year for words, year in _JUBILEE_YEARS.items() if found[0].startswith(words)), 0)
    return found["years"].isascii() and first + int(found["years"]) == to_year


def _still_runs(text: str, found: re.Match[str], to_year: int) -> bool:
    before, after = clause_around(text, found.start(), found.end())
    spans = [*_SPAN_IN_FORCE.finditer(before[-20:]), *_SPAN_IN_FORCE.finditer(found[0] + after[:20])]
    return any(int(span[1]) >= to_year for span in spans)
