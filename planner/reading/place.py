"""Which level of government, place and field of work a plan belongs to, as far as its text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from planner.plan import Level

_LEVEL_OF: dict[str, Level] = {
    "省": "province",
    "自治区": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
    "街道": "township",
}
_PLAIN = r"[^\W\d_a-zA-WYZ省市县区州盟旗镇乡]"
_REGION = re.compile(
    rf"(?:中共)?(?P<region>(?:{_PLAIN}{{1,6}}(?:省|自治区))?(?:{_PLAIN}{{1,6}}(?:自治州|州|市|盟))?"
    rf"(?:{_PLAIN}{{1,6}}(?:自治县|县|区|旗|市))?(?:{_PLAIN}{{1,5}}(?:街道|镇|乡))?)"
)
_SUFFIX = re.compile(r"(自治区|街道|省|市|州|盟|县|区|旗|镇|乡)$")
_OF_NAME = re.compile(
    r"(省|市|州|县|区|旗|镇|乡)(?:委|人民|政府|直|安委|级|纪委|[\u4e00-\u9fff]{1,12}(?:局|厅|办|部|中心|大队|总队|支队|会)$)"
)
_WHOLE = re.compile(r"全(省|自治区|市|州|县|区|旗|镇|乡|街道)")
_FIELD = re.compile(
    r"(?:(?:19|20)\d{2}\s*年?度?|[〇零○一二三四五六七八九]{4}年度?|关于|做好|加强|推进|全[省市县区州镇乡旗]|印发|《)+(?P<field>[\u4e00-\u9fff、和与及“”]{2,20}?)"
    r"(?:重点|主要|目标|年度|专项|监督|执法|检查)*(?:工作|任务|行动|执法|要点|计划|方案|规划|安排)"
)
_FIELD_AT_START = re.compile(
    r"(?P<field>[\u4e00-\u9fff、]{2,16}?)(?:工作|行动|专项)?(?:要点|计划|方案|规划|安排|任务)"
)
_NO_FIELD = re.compile(r"^(?:年|度|的|重点|主要|目标|政府|年度|工作|任务|行动|全县|全市|全省|全区)+$")


def region_and_level(title: str, issuer: str, names: Iterable[str], text: str) -> tuple[str, Level]:
    """The place as it stands in the issuer or title, and the level; empty where the text does not say."""
    for words in (issuer, title):
        match = _REGION.match(words)
        region = match["region"] if match else ""
        suffix = _SUFFIX.search(region)
        if suffix and len(region) > 1 and region[0] not in "全各本我":
            return region, _LEVEL_OF[suffix[1]]
    counted = Counter(match[1] for name in names if (match := _OF_NAME.match(name)))
    if not counted:
        counted = Counter(_WHOLE.findall(text[:200_000]))
    if not counted:
        return "", ""
    (word, _), *_ = counted.most_common(1)
    return "", _LEVEL_OF[word]


def field_of(title: str) -> str:
    """The field of work a title names: 2021年安全生产工作要点 → 安全生产; empty where it names none."""
    region = _REGION.match(title)
    start = _FIELD_AT_START.match(title, region.end()) if region and region["region"] else None
    for match in (*_FIELD.finditer(title), *((start,) if start else ())):
        field = str(match["field"]).strip("“”、和与及的")
        if field and not _NO_FIELD.match(field):
            return field
    return ""
