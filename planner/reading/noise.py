"""What is no part of the plan: adverts, paywall marks, bookmarks, web navigation, page numbers.

Every rule is about form (a contact inside heavy brackets, a call to visit a site and download, a label of
a web page), because the words alone are innocent: 微信 also occurs where a plan sets up a 微信工作群.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.reading.lines import Line

_TRIGGER = re.compile(
    r"##|【|\[|<[a-zA-Z/!]|&[a-z#]|网|下载|转载|扫|关注|公众号|范文|HYPERLINK|PAGEREF|MERGEFORMAT"
    r"|\||｜|位置|字体|字号|打印|热点|热门|搜索|浏览|点击|阅读|访问|一篇|相关|编辑|首页|今天是|解读|分享|收藏|页|版权|备案|ICP"
    r"|手机|客服|登录|返回|录|[.．·…]{2}|^[-=_*—－─━~\s\d/]+$"
)

_PRODUCT = r"(?:范文|素\s*材|公\s*文|文\s*库|模\s*板|资\s*料|文\s*档|文\s*稿|全\s*文|课\s*件|文\s*章)"
_CONTACT = r"(?:微\s*信|QQ|扣扣|公众号|客服|电话|网址|https?:|www\.)"
_ADVERT_BRACKET = (
    rf"【[^】]{{0,40}}(?:{_PRODUCT}[^】]{{0,30}}{_CONTACT}|{_CONTACT}\s*[:：][^】]{{0,30}}|下载[^】]{{0,20}})"
    r"[^】]{0,30}】"
)
_VISIT = (
    rf"(?:请?进入|请?登[录陆]|请?访问|欢迎访问|更多[^。；，\s]{{0,12}}请)[^。；，【】]{{0,30}}(?:网站?|[Aa][Pp][Pp]|公众号|www)"
    rf"[^。；，【】]{{0,16}}(?:下载|查看|获取|免费)(?:[^。；，【】#]{{0,12}}?{_PRODUCT}|[^。；，【】#]{{0,12}}$)?"
)
_FOLLOW = (
    r"(?:请?(?:关注|添加|搜索)|扫码?|扫描二维码)[^。；]{0,16}(?:公众号|二维码)[^。；]{0,16}"
    rf"(?:获取|下载|领取|更多)(?:[^。；，]{{0,12}}?{_PRODUCT}|[^。；，]{{0,12}}$)?"
)
_TAG = (
    "html|head|meta|title|body|p|br|hr|div|span|font|strong|em|b|i|u|a|img|td|th|tr|tbody|thead|table|ul|ol|li"
    "|h[1-6]|script|style|section|article|header|footer|nav|link|o:p|!--|!DOCTYPE"
)
_FRAGMENT = re.compile(
    "|".join(
        (
            r"#{2,}\s*[A-Za-z_]{2,30}\s*#{2,}",
            r"\[\s*(?:bookmark|_GoBack|TOC|HYPERLINK)[^\]\n]{0,60}\]",
            r"(?:HYPERLINK|PAGEREF|INCLUDEPICTURE)\s+\\?\S{1,80}",
            r"\\\*\s*MERGEFORMAT",
            rf"</?(?:{_TAG})\b[^<>]{{0,200}}>",
            r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|#\d{1,6});",
            _ADVERT_BRACKET,
            _VISIT,
            _FOLLOW,
        )
    )
)
_GAP = re.compile(r"\s*(?:（\s*）|\(\s*\))?\s*")

_WHOLE_LINE = re.compile(
    "|".join(
        (
            r"[-—–－·•]*\s*\d{1,4}\s*[-—–－·•]*",
            r"[-=_*—－─━~]{3,}",
            r"目\s*录|.{2,80}?(?:[.．·]{4,}|…{2,})\s*\d{1,3}",
            r"第\s*\d+\s*页(?:[，,/\s]*共\s*\d+\s*页)?",
            r"\d+\s*/\s*\d+",
            r"(?:您?(?:现在|当前)?的?(?:位置|所在位置))(?:是)?\s*[:：].*",
            r"(?:当前|所在)位置\s*[:：]?.*",
            r"(?:首页|网站首页)\s*[>＞»|/-].*",
            r".{0,30}[【\[（(]\s*大\s*[】\])）]?\s*[【\[（(]?\s*中\s*[】\])）]?\s*[【\[（(]?\s*小\s*[】\])）].{0,20}",
            r"(?:字体|字号)(?:大小)?\s*[:：].{0,40}",
            r"(?:热点|热门|站内|全文)(?:查询|搜索|检索|词|推荐)\s*[:：]?.{0,60}",
            r"(?:保存为?|下载)?\s*(?:word|WORD|Word)?\s*(?:打印|关闭|收藏|分享|返回)(?:本页|页面|窗口|顶部|到|文章|首页)?"
            r"(?:[\s|｜【】\[\]]*(?:打印|关闭|收藏|分享|返回|下载|纠错)(?:本页|页面|窗口|顶部)?)*\s*[:：]?.{0,10}",
            r"保存为\s*(?:word|WORD|Word|pdf|PDF).{0,20}",
            r"(?:[^。；|｜]{1,20}[|｜]){2,}[^。；|｜]{0,20}今天是.{0,30}|.{0,60}今天是(?:\s*\d{4}年.{0,20})?",
            r"(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)\s*[:：]?.{0,20}",
            r"(?:上一篇|下一篇|上一条|下一条|上一页|下一页)\s*[:：]?.{0,80}",
            r"(?:相关|延伸|推荐)(?:链接|文章|阅读|新闻|稿件|报道|解读|推荐)\s*[:：]?.{0,80}",
            r"(?:图文|图片|政策|文件|文字|视频|动漫|媒体|专家|一图|部门|问答)(?:解读|图解|读懂)(?:链接)?\s*[:：].{0,80}",
            r"(?:责任)?编辑\s*[:：].{0,20}",
            r"(?:扫一扫|扫码).{0,40}",
            r"分享(?:到|至).{0,40}",
            r"(?:Copyright|版权所有|©).{0,80}",
            r".{0,80}(?:[\u4e00-\u9fff]ICP备|公网安备|网站标识码|备案号).{0,60}",
            r"(?:主办单位|承办单位|技术支持)\s*[:：].{0,40}(?:网站|地址|电话|标识码).{0,60}",
            r"(?:手机版|无障碍(?:浏览|阅读)?|网站地图|联系我们|关于我们|设为首页|加入收藏|返回顶部|返回首页)(?:[\s|｜].{0,60})?",
            r"(?:本文|文章)?(?:来自|来源于|转载自|转自)\s*[:：]?\s*\S{0,20}(?:网|公众号|文库)\S{0,30}",
            r"(?:https?://|www\.)\S+",
            r"转载请注明.{0,40}",
            r"(?:本|该)文档?(?:由|来自).{0,20}(?:下载|整理|上传|提供).{0,20}",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Noise:
    """A fragment as it stands in the document, with its line."""

    line: int
    text: str


def take_out(lines: list[Line]) -> tuple[list[Line], list[Noise]]:
    """Part the lines into what may be the plan and what is noise.

    A noise fragment is contiguous: two of them with only blanks (or an empty bracket) between are one.
    """
    kept: list[Line] = []
    noise: list[Noise] = []
    for line in lines:
        if not _TRIGGER.search(line.text):
            kept.append(line)
            continue
        if len(line.text) <= 160 and "。" not in line.text and _WHOLE_LINE.fullmatch(line.text):
            noise.append(Noise(line.number, line.text))
            continue
        pieces = _without_fragments(line, noise)
        kept.extend(pieces)
    return kept, noise


def _without_fragments(line: Line, noise: list[Noise]) -> list[Line]:
    text = line.text
    spans: list[tuple[int, int]] = []
    for match in _FRAGMENT.finditer(text):
        start, end = match.span()
        if spans and _GAP.fullmatch(text, spans[-1][1], start):
            start = spans.pop()[0]
        spans.append((start, end))
    if not spans:
        return [line]
    rest: list[str] = []
    position = 0
    for start, end in spans:
        rest.append(text[position:start])
        noise.append(Noise(line.number, text[start:end]))
        position = end
    rest.append(text[position:])
    left = "".join(rest).strip()
    return [Line(line.number, left)] if left else []
