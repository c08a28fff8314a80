"""Words of one level of government that become another's: 全省 → 全县, 省委 → 县委, 各市（州） → 各乡镇.

A level speaks through one letter (省, 市, 县 or 区), so a district's text becomes a county's by the same
rules. Where words stand in a row of superiors (党中央、国务院和省委、省政府部署), only a person knows whether
they stay; the title of a document 《…》 stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.departments import Current, Match, Roster, at_level, current_name, resolve
from planner.departments.places import LETTER_OF, is_place
from planner.drafting.changes import Change, clause_around, inside_title_marks, kept_as_is
from planner.plan import Level

LEVEL_OF: dict[str, Level] = {
    "省": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}

_BELOW: dict[Level, tuple[str, ...]] = {
    "province": ("各市（州）", "各市(州)", "各市、州", "各市州", "各地市", "各设区市", "各市地"),
    "city": (
        "各县（市、区）",
        "各县(市、区)",
        "各县（市）区",
        "各县(市)区",
        "各县市区",
        "各区县（市）",
        "各县（区）",
        "各县(区)",
        "各区（县）",
        "各区(县)",
        "各区县",
        "各县区",
    ),
    "county": (
        "各乡镇（街道）",
        "各乡镇(街道)",
        "各乡（镇、街道）",
        "各乡镇、街道",
        "各乡（镇）、街道",
        "各乡(镇)、街道",
        "各乡镇街道",
        "各镇（街道）",
        "各镇（街）",
        "各乡（镇）",
        "各乡(镇)",
        "各镇街",
        "各街镇",
        "各乡街",
        "各乡镇",
    ),
    "township": ("各村（社区）", "各村(社区)", "各村、社区", "各村（居）", "各村居", "各村"),
}
"""What a level calls the governments below it; the first is the name we write."""

_GOVERNMENTS_BELOW: dict[Level, str] = {
    "province": "各市（州）人民政府",
    "city": "各县（市、区）人民政府",
    "county": "各乡镇人民政府、街道办事处",
    "township": "各村（居）民委员会",
}
_SUPERIOR = re.compile(r"党中央|中共中央|国务院|中央|国家|全国|部委|上级")
_OBEYED = re.compile(
    r"^[^。；，]{0,16}?(?:部署|决策|要求|指示|批示|精神|安排|规定|通知|意见|考核|巡查|督导|督查|反馈)"
)
_FOLLOWED = re.compile(r"(?:贯彻|落实|按照|根据|依据|遵照|执行|对照|迎接)[^。；，]*$")
_SUPERIORS_ACT = re.compile(r"^[^。；，、]{0,6}?(?:提出|印发|下发|出台|下达|交办|开展|组织)的")
_TOWARDS = re.compile(
    r"(?:报送?|向|争取|配合|按照|根据|依据|落实|贯彻|迎接|对接|衔接|承接|接受|经|被)[^。；，]{0,8}$"
)
_PLACE = re.compile(
    r"(?!关于|[全各我本]|开展|加强|深化|做好|推进|整治|全面|进一步|组织|提升|强化|保障)"
    r"(?:[\u4e00-\u9fff]{2,}|[XxＸ×某]{1,3})[省市州盟县区旗]"
    r"(?<!社区)(?<!园区)(?<!地区)(?<!辖区)(?<!校区)(?<!景区)(?<!库区)(?<!矿区)(?<!山区)(?<!小区)(?<!城市)(?<!超市)"
)
_AFTER_A_PLACE = re.compile(
    r"\s*(?:(?:19|20)\d\d|二[〇○零]|人民政府|政府|党委|委|安全|安委|应急|消防|防汛|防灾|生态|乡村|政务|农业|关于)"
)
_NOT_BEFORE = {
    "省": "(?<![节俭])",
    "市": "(?<![城超])",
    "区": "(?<![社园景库])",
    "镇": "(?<![乡城])",
}
_BEFORE_A_NAME = "省市县区州旗和与及由向同经"
_MARKS = {
    "省": r"全省|我省|省直|省级|省安委|各市（州）|各市州|各市\(州\)",
    "市": r"全市(?!场)|我市(?!场)|市直|市安委|各县（市、区）|各县区|各区县|各县市区",
    "县": r"全县|我县|县直|县级|县安委|县委|县政府",
    "区": r"全区(?!域)|我区(?!域)|区直|区级|区安委|(?<!社)区委|区政府",
    "镇": r"全镇|我镇|镇直",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose words a text speaks: the level, its letter (省, 市, 县, 区 …) and the place, where known."""

    level: Level
    letter: str
    region: str = ""


def standing(level: Level, region: str, texts: Iterable[str] = ()) -> Standing | None:
    """The standing of an office by its level and place; what neither says is told by the texts' words.

    The place gives the letter whatever the level: a county-level city (县级市) speaks as 市. None where
    nothing tells.
    """
    last = region[-1:]
    letter = last if last in LEVEL_OF else ""
    if not letter:
        counts = Counter(dict.fromkeys(_MARKS, 0))
        for text in texts:
            for sign, pattern in _MARKS.items():
                if not level or LEVEL_OF[sign] == level:
                    counts[sign] += len(re.findall(pattern, text))
        best, times = counts.most_common(1)[0]
        letter = best if times else LETTER_OF.get(level, "")
    if not letter or letter not in LEVEL_OF:
        return None
    return Standing(level or LEVEL_OF[letter], letter, region)


def region_of(title: str) -> str:
    """The place with which a title begins (岳阳楼区2021年…: 岳阳楼区); empty where it begins with none."""
    best = ""
    for end in range(3, min(len(title), 14) + 1):
        start = title[:end]
        if _PLACE.fullmatch(start) and is_place(start) and _AFTER_A_PLACE.match(title, end):
            best = start
    return best


def level_changes(text: str, old: Standing, new: Standing, roster: Roster, year: int) -> Iterator[Change]:
    """The changes that make a text of one standing one of another. Those that come first are to win."""
    yield from _region_changes(text, old, new)
    if old.letter == new.letter:
        return
    yield from _rows_of_levels(text, old)
    yield from _below_changes(text, old, new)
    yield from _department_changes(text, old, new, roster, year)
    for pattern in _word_patterns(old.letter):
        for found in pattern.finditer(text):
            yield from _word_change(text, found, old, new)


def below_name(name: str, old: Standing, new: Standing) -> str:
    """What a duty's name for the governments below (各市（州）人民政府) is at the new level; else empty."""
    if old.level == new.level or new.level not in _BELOW:
        return ""
    for words in _BELOW.get(old.level, ()):
        if name in (words + "人民政府", words + "政府"):
            return _GOVERNMENTS_BELOW[new.level]
        if name.startswith(words):
            return _BELOW[new.level][0] + name.removeprefix(words)
    return ""


def _region_changes(text: str, old: Standing, new: Standing) -> Iterator[Change]:
    if not new.region:
        return
    names = [old.region, _last_part(old.region)] if old.region and old.region != new.region else []
    pattern = "|".join(re.escape(name) for name in names if len(name) > 1)
    nameless = rf"(?<![A-Za-zＸ×])[XxＸ×某]{{1,3}}{old.letter}(?!场)"
    for found in re.finditer(f"{pattern}|{nameless}" if pattern else nameless, text):
        if inside_title_marks(text, found.start()):
            yield kept_as_is(found, "rollover.region_in_title", to_region=new.region)
            continue
        arguments = {"to_region": new.region}
        yield Change(found.start(), found.end(), new.region, "region", "rollover.region", False, arguments)


def _last_part(region: str) -> str:
    """潞城区 of 长治市潞城区."""
    return re.split(r"(?<=[省市州])", region)[-1] or region


def _rows_of_levels(text: str, old: Standing) -> Iterator[Change]:
    """省、市、县三级: only a person knows which levels stay."""
    row = re.compile(
        r"[省市县区乡镇村]{1,2}(?:[、（(]{1,2}[省市州县区旗乡镇村街道]{1,2}[）)]?){1,4}(?:[两三四五]级|各级|上下)?"
    )
    for found in row.finditer(text):
        named = old.letter in found[0] and text[found.start() - 1 : found.start()] != "各"
        if named and re.search(r"级|上下", found[0] + text[found.end() : found.end() + 2]):
            yield kept_as_is(found, "rollover.levels_in_a_row", letter=old.letter)


def _below_changes(text: str, old: Standing, new: Standing) -> Iterator[Change]:
    if old.level == new.level or new.level not in _BELOW or old.level not in _BELOW:
        return
    words = "|".join(re.escape(name) for name in _BELOW[old.level])
    for found in re.finditer(f"(?:{words})(?P<government>人民政府|政府)?", text):
        below = _GOVERNMENTS_BELOW[new.level] if found["government"] else _BELOW[new.level][0]
        yield _level_change(text, found.start(), found.end(), below, old, new, "level")


def _department_changes(
    text: str, old: Standing, new: Standing, roster: Roster, year: int
) -> Iterator[Change]:
    """Bodies named in running text with the old letter before them, or by a name only that level has."""
    names = {name for body in roster for name in body.names_at(old.level) if len(name) > 1}
    if not names:
        return
    longest_first = sorted(names, key=len, reverse=True)
    plain = "|".join(re.escape(name) for name in longest_first)
    led = [name for name in longest_first if name.startswith(old.letter) or name.endswith(("厅", "总队"))]
    pattern = f"{old.letter}(?:{plain})" + ("|" + "|".join(re.escape(name) for name in led) if led else "")
    for found in re.finditer(pattern, text):
        at_new = at_level(found[0], new.level, roster, new.letter)
        renamed = current_name(at_new, year, roster).name
        if renamed != found[0]:
            yield _level_change(text, found.start(), found.end(), renamed, old, new, "department")


def _word_patterns(letter: str) -> tuple[re.Pattern[str], ...]:
    """Words made with the letter of a level; 市场, 社区, 城市 and their like are none."""
    not_after = {"市": "(?![场民])", "区": "(?!域)"}.get(letter, "")
    not_before = _NOT_BEFORE.get(letter, "")
    return (
        re.compile(rf"[全我本]{letter}{not_after}"),
        re.compile(rf"{not_before}{letter}委(?![员托派任书])"),
        re.compile(rf"{not_before}{letter}(?:人民政府|政府|人大|政协|纪委|政法委)"),
        re.compile(rf"中省直(?![管接达播])|{not_before}{letter}直(?![管接达播])"),
        re.compile(rf"{not_before}(?<![、）)]){letter}级"),
        re.compile(rf"{not_before}{letter}(?:安委会|安委办|消安委|防指|减灾委|食安委|领导小组|指挥部)"),
    )


def _word_change(text: str, found: re.Match[str], old: Standing, new: Standing) -> Iterator[Change]:
    if inside_title_marks(text, found.start()):
        return
    words = f"{new.letter}直" if found[0] == "中省直" else found[0].replace(old.letter, new.letter)
    yield _level_change(text, found.start(), found.end(), words, old, new, "level")


def _level_change(
    text: str, start: int, end: int, words: str, old: Standing, new: Standing, kind: str
) -> Change:
    """The change, left to a person and offered as it is where superiors are spoken of."""
    before, after = clause_around(text, start, end)
    arguments = {"old": old.letter, "new": new.letter}
    if old.level != new.level and text[start] not in "全我本各" and _of_superiors(before, after):
        return Change(start, end, text[start:end], "level", "rollover.superior", True, arguments)
    if kind == "department":
        return Change(start, end, words, "department", "rollover.department_level", False, arguments)
    return Change(start, end, words, "level", "rollover.level", False, arguments)


def _of_superiors(before: str, after: str) -> bool:
    """True where the words around speak of those above, not of the office's own level."""
    if _OBEYED.match(after) and (_SUPERIOR.search(before[-24:]) or _FOLLOWED.search(before)):
        return True
    return _TOWARDS.search(before) is not None or _SUPERIORS_ACT.match(after) is not None


def succession_changes(text: str, roster: Roster, year: int) -> Iterator[Change]:
    """Abolished bodies named in running text, each with the body that has taken over by the year."""
    names = {
        name: body.abolished
        for body in roster
        if body.abolished is not None and body.abolished <= year
        for name in body.every_name()
        if len(name) > 2
    }
    if not names:
        return
    plain = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for found in re.finditer(rf"(?:(?<![\u4e00-\u9fff])|(?<=[{_BEFORE_A_NAME}]))(?:{plain})", text):
        current = current_name(found[0], year, roster)
        if current.steps and not inside_title_marks(text, found.start()):
            yield _succession(found.start(), found.end(), current)


def _succession(start: int, end: int, current: Current) -> Change:
    last = current.steps[-1]
    arguments: dict[str, str | int] = {
        "former": last.former,
        "successor": last.successor,
        "since": last.year,
    }
    return Change(start, end, current.name, "succession", "rollover.succeeded", False, arguments)


def _speaks_for(match: Match, old: Standing, new: Standing) -> bool:
    """True where a body stands at the old level or place: 省应急管理厅, 区公安分局, 岳阳楼公安分局.

    A name without any place (交警大队) stays as it is where the level stays.
    """
    if match.place:
        return match.place[-1] == old.letter or old.region.startswith(match.place)
    return match.level == old.level and old.level != new.level


def duty_name(
    name: str, old: Standing | None, new: Standing | None, roster: Roster, year: int
) -> Change | None:
    """What a name in a duty becomes at the new standing and in the year; None where it holds as it is."""
    renewed, person = name, False
    if old is not None and new is not None and old.letter != new.letter:
        below = below_name(name, old, new)
        match = resolve(name, roster)
        if below:
            renewed = below
        elif match is None:
            if name.startswith(old.letter) and len(name) > 2:
                renewed, person = new.letter + name[1:], True
        elif match.how == "collective" or _speaks_for(match, old, new):
            renewed = at_level(name, new.level, roster, new.letter)
            person = renewed == name and match.place[-1:] == old.letter and match.how != "collective"
    step = current_name(renewed, year, roster)
    if person:
        return Change(0, len(name), renewed, "department", "rollover.unknown_body", True, {"name": name})
    if step.steps:
        return _succession(0, len(name), step)
    if renewed == name or old is None or new is None:
        return None
    arguments = {"old": old.letter, "new": new.letter}
    return Change(0, len(name), renewed, "department", "rollover.department_level", False, arguments)
