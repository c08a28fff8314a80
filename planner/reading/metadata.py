"""The data block of a government web page, a law database or a converted file, above or below the text.

Rows come glued (发文字号潞…号 发文时间2020-02-18), with a colon, in 【】, between | lines, as a label and
its value on two lines, or as YAML front matter.
"""

from __future__ import annotations

import re

from planner.reading.lines import Line

NUMBER, ISSUER, DAY, PUBLISHED, TITLE = "number", "issuer", "day", "published", "title"
"""The facts taken from a data block; every other label is recognised and left aside."""

_LABELS: dict[str, str] = {
    "发文字号": NUMBER,
    "发布文号": NUMBER,
    "文件编号": NUMBER,
    "文号": NUMBER,
    "发文机关": ISSUER,
    "发文机构": ISSUER,
    "发文单位": ISSUER,
    "发布机关": ISSUER,
    "发布机构": ISSUER,
    "发布部门": ISSUER,
    "制定机关": ISSUER,
    "制发机关": ISSUER,
    "公开机构": ISSUER,
    "成文日期": DAY,
    "成文时间": DAY,
    "发文日期": DAY,
    "发文时间": DAY,
    "印发日期": DAY,
    "公布日期": PUBLISHED,
    "生成日期": PUBLISHED,
    "发布日期": PUBLISHED,
    "发布时间": PUBLISHED,
    "标题": TITLE,
    "信息名称": TITLE,
    "文件名称": TITLE,
}
_SILENT = (
    "索引号|索取号|信息索引|主题词|主题分类|所属主题|组配分类|服务对象|体裁分类|体裁|"
    "公文种类|文种|信息类别|分类|有效性状态|有效性|时效性|效力级别|效力状态|法规类别|"
    "关键词|关键字|公开方式|公开形式|公开属性|公开范围|公开时限|公开日期|生效日期|"
    "施行日期|实施日期|失效日期|失效时间|废止日期|信息来源|来源|作者|责任部门|内容概述|"
    "名称|语种|信息有效性|发布状态|浏览次数|点击次数|字体|字号|时间"
)

_ALL = sorted((*_LABELS, *_SILENT.split("|")), key=len, reverse=True)
_LABEL = "|".join(_ALL)
_AMBIGUOUS = {"来源", "作者", "名称", "标题", "分类", "时间", "体裁", "语种", "文种", "文号", "字体", "字号"}
_ROW = re.compile(rf"[∙•·*#|｜\s]*[【\[]?(?P<label>{_LABEL})(?P<mark>[】\]]?\s*[:：|｜]?)\s*")
_CELL = re.compile(rf"(?:^|(?<=[\s|｜∙•·]))[【\[]?(?P<label>{_LABEL})(?P<mark>[】\]]?\s*[:：|｜]?)\s*")
_TRIM = " \t\u00a0\u3000|｜∙•·*，,;；"

_FRONT = {
    "title": TITLE,
    "number": NUMBER,
    "doc_number": NUMBER,
    "document_number": NUMBER,
    "docnumber": NUMBER,
    "文号": NUMBER,
    "issuer": ISSUER,
    "publisher": ISSUER,
    "agency": ISSUER,
    "department": ISSUER,
    "date": DAY,
    "published": PUBLISHED,
    "publish_date": PUBLISHED,
    "pubdate": PUBLISHED,
    "issued": DAY,
}
_FRONT_ROW = re.compile(r"([A-Za-z_\u4e00-\u9fff-]{1,24})\s*[:：]\s*(.*)")


def front_matter(lines: list[Line]) -> tuple[dict[str, str], int]:
    """YAML front matter: its facts and how many lines it takes; 0 lines where there is none."""
    if not lines or lines[0].text != "---":
        return {}, 0
    facts: dict[str, str] = {}
    for index, line in enumerate(lines[1:60], start=1):
        if line.text == "---":
            return facts, index + 1
        match = _FRONT_ROW.fullmatch(line.text)
        if match:
            fact = _FRONT.get(match[1].lower(), _LABELS.get(match[1]))
            value = match[2].strip(" \"'")
            if fact and value:
                facts.setdefault(fact, value)
    return {}, 0


def row_facts(text: str, following: str | None = None) -> tuple[dict[str, str], int] | None:
    """The facts of one row of a data block and the lines it takes (1, or 2 with the value below its label).

    None where the line is no such row. A row of labels alone that are not followed by a value is a row.
    """
    first = _ROW.match(text)
    if first is None or len(text) > 300 or "。" in text:
        return None
    if first["label"] in _AMBIGUOUS and not first["mark"].strip() and not _certain(text, first):
        return None
    cells = list(_CELL.finditer(text)) or [first]
    facts: dict[str, str] = {}
    for cell, after in zip(cells, [*cells[1:], None], strict=True):
        value = text[cell.end() : after.start() if after else len(text)].strip(_TRIM).strip("【[")
        fact = _LABELS.get(cell["label"])
        if fact and value:
            facts.setdefault(fact, value.strip())
    value_below = not text[first.end() :].strip(_TRIM) and following is not None and len(following) <= 60
    if value_below and following is not None and _ROW.match(following) is None:
        fact = _LABELS.get(first["label"])
        return ({fact: following.strip(_TRIM)} if fact else {}), 2
    return facts, 1


def _certain(text: str, first: re.Match[str]) -> bool:
    """A glued value is believed where a second label follows or the value begins like a heading."""
    rest = text[first.end() :]
    return bool(_CELL.search(text, first.end())) or (
        first["label"] == "标题" and bool(re.search(r"(?:通知|要点|计划|方案|意见)$", rest))
    )
