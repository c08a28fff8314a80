"""The grammar of a duty clause: names, then a verb that gives them their role.

A牵头，B配合，C按职责分工负责 · A会同B · 牵头单位：A；责任单位：B；完成时限：6月底. Parts end at ， and ；;
names without a verb are responsible, or hold the role of the label before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planner.plan import ROLES, Duty, RoleName
from planner.reading.dates import due_spans, recurrence_spans
from planner.reading.folding import fold, split_outside_brackets
from planner.reading.labels import LABEL, is_contact, role_of_label
from planner.reading.names import is_body, is_starred, shares_ending, split_names

_ADVERBS = (
    r"(?:按照?(?:各自|管理|任务|责任|工作|职能|职责|职权|权限|法定|分工|范围|要求|的|“[^”]{1,12}”)+|[依根]据?(?:各自|法定)?职[责权](?:分工)?"
    r"|结合(?:各自|自身|工作)?(?:职责|职能|实际)(?:分工)?|依法|因地制宜|分工|分级|分别|分头|共同|具体|各自|联合|全面|主要|统一|归口"
    r"|密切|积极|认真|切实|予以|给予|做好|抓好)*"
)
_NOT_A_VERB = r"(?!的|人|制|单位|部门|科|处|同志|领导|任)"

# 县应急局牵头 · 县应急局为牵头单位 · 以县应急局为主
_LEADS = rf"(?P<lead>(?:负责)?总?牵头{_NOT_A_VERB}|主办(?!单位|方)|为牵头(?:单位|部门)|为主$)"
# A会同B; the 会 or the 同 may be lost in print. 联合 and 同 are also parts of names.
_JOINS = (
    r"(?P<joined>会同|联合(?!会|社|开展|实施|负责|推进|落实|组织|牵头)|(?<=[局厅委办部])商(?=[省市县区各]|有关)|(?<=[局厅办])会(?=[省市县区各])"
    r"|(?<![会共协合不如相])同(?=各|有关|相关|省|市|县|区|乡|镇))"
)
# 县安委办督促 · 负责督促
_SUPERVISES = (
    r"(?P<supervise>(?:负责)?(?:督促|督办|督导|(?<!就业)指导(?!中心|站|处|组|委|办|科|服务|局)"
    r"|(?:督查|监督)(?:考核|落实)?$))"
)
# 县安委办统筹协调: the lead where nobody is named with 牵头
_COORDINATES = r"(?P<coordinate>统筹(?:协调|推进|调度|实施|指导)*$)"
# 县应急局负责 · 县应急局组织实施; the weaker verbs only at the end of a part
_IS_RESPONSIBLE = (
    rf"(?P<responsible>负责{_NOT_A_VERB}|主责(?!单位|部门)|主抓|(?<=分工|职责)组织$|为(?:责任|主责|实施)(?:单位|部门|主体)"
    r"|(?:组织)?(?:落实|实施|承办|承担|抓落实|推进落实|推进|开展|办理|执行)$)"
)
# 县应急局配合 · 县应急局参加; not 县政协办公室
_SUPPORTS = (
    rf"(?P<support>(?:配合|参与|协助|(?<!政)协办(?!公)|参加|支持){_NOT_A_VERB}|协同(?:配合|推进|落实|实施|开展)?$"
    r"|协作$|为(?:配合|协办|参与)(?:单位|部门))"
)
# 县应急局按职责分工 (负责 left out)
_ONLY_ADVERBS = r"(?P<adverbs>(?:按照?(?:各自|任务|职能|职责|分工|的)+|分工|分级)$)"
_VERB = re.compile(
    rf"{_ADVERBS}{_LEADS}|{_JOINS}|{_ADVERBS}(?:{_SUPERVISES}|{_IS_RESPONSIBLE}|{_SUPPORTS}|{_COORDINATES})|{_ONLY_ADVERBS}"
)
# 牵头负责, 牵头抓总, 负责落实: what only rounds off a verb.
_TAIL = re.compile(
    r"(?:并|具体|组织|负责|落实|实施|推进|推动|开展|抓总|抓好|抓|办理|完成|协调|统筹|执行|做好|到位|相关工作|工作|调度|督促|指导"
    r"|督导|监督|配合|参与|一次)*"
)
_JOIN = re.compile(r"[\s、和及并与]*")

# 国资委会同: the 会 belongs to 会同; 管委会同: it belongs to the name.
_EATS_HUI = re.compile(r"(?:管|安|组|居|村|常|编|食药安|爱卫|消)委$")

# 长期坚持, 持续推进: a deadline without a day.
_WITHOUT_DAY = re.compile(
    r"(?:年内|全年|常年|长期|持续|常态化?|全程|即时|立即)+(?:坚持|推进|开展|进行|实施|落实|整改)?$|立行立改$|立知立改$|即知即改$|贯穿全年$"
)
_DONE = re.compile(
    r"(?:[\s并、各均]|调度|通报|报告|总结|小结|督查|检查|评估|汇报|召开|组织|基本|全面|全部|力争|确保|前|底|于|在|完成|办结|到位|落实|整改|持续|推进|实施|启动|开展|取得|实效|明显|成效|任务|报送|建成|投用|一次)*$"
)
# 以下均需各乡镇落实，不再列出 · 列第一位者为牵头单位，下同: a rule for the whole document, read by `rules`.
_RULE = re.compile(
    r"[，；。\s]*(?:(?:以下|下列|后续|各项|其他|具体)[^。；，（）]{0,12}均(?:需|须|由|应|要|涉及)[^。；]{2,60}?不再[^，。；（）]{1,10}"
    r"|(?:[列排]|位[列居]|排名)?(?:在)?(?:第一|首)[位个名者的][^。；，（）]{0,10}为(?:主要)?(?:牵头|汇总|主办)[^，。；（）]{0,12}"
    r"|下同)(?=[，；。）\s]|$)"
)
# 县教体局（牵头）、县公安局（配合）: the role stands behind each name.
_ROLE_BEHIND = re.compile(
    r"（(?:(?P<lead>牵头)|(?P<support>配合|协办|参与|协助)|(?P<supervise>督办|督导|指导)|(?P<responsible>责任|主责|负责))"
    r"(?:单位|部门|科室)?）$"
)
# 各负其责, 形成合力: says nothing about who.
_EMPTY_PART = re.compile(
    r"(?:(?:按照?|依据)?(?:各自)?职责(?:分工)?)?(?:各负其责|各司其职|密切配合|通力协作|齐抓共管|形成合力|协同推进|抓好落实)[、。]?$"
)
_CLOSING_VERB = re.compile(_ADVERBS + r"[于在]?(?:负责|牵头|落实|实施|配合|完成|推进|开展|前)*$")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the inside of a clause says.

    `labelled`, `has_verb`, `opens_clean` (its first part is names and a role, nothing else) and
    `shares_ending` (发改、财政等部门) tell how sure it is a duty.
    """

    duty: Duty
    dues: tuple[str, ...]
    recurrences: tuple[str, ...]
    doubts: tuple[str, ...]
    labelled: bool
    has_verb: bool
    opens_clean: bool
    shares_ending: bool


@dataclass(slots=True)
class _Draft:
    """The parts as they are found, in the order of the text."""

    roles: dict[RoleName, list[str]] = field(
        default_factory=lambda: {"lead": [], "responsible": [], "support": [], "supervise": []}
    )
    dues: list[str] = field(default_factory=list)
    recurrences: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    has_verb: bool = False
    opens_clean: bool | None = None
    names_lead: bool = False
    shares_ending: bool = False

    def give(self, role: RoleName, names: str, *, sure: bool) -> None:
        """Put the names of a list into a role; without `sure`, what is no body's name is a doubt."""
        if is_starred(names):
            self.doubts.append(names.strip())
        split = split_names(names)
        strangers = [name for name in split if not is_body(name)]
        if not sure and strangers and not _only_endings_left_out(split):
            self.doubts.extend(strangers)
            split = tuple(name for name in split if name not in strangers)
        self.roles[role].extend(name for name in split if name not in self.roles[role])


def read(inner: str) -> Parsed:
    """Read the words between the brackets, or a run of labels with their lists."""
    clause = re.sub(r"\s*[\t\r\n]+\s*", "", inner).strip()
    text = _without_rules(clause)
    draft = _Draft(names_lead="牵头" in text or "牽頭" in text)
    labels = list(LABEL.finditer(fold(text)))
    _read_parts(text[: labels[0].start()] if labels else text, "responsible", draft)
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        words = text[label.end() : following.start() if following else len(text)].strip(" ；;，,。、/／")
        if label.group("due"):
            _read_due(words, draft)
        elif label.group("person"):
            draft.doubts.append(text[label.start() : label.end()] + words)
        else:
            # 责任单位及责任人： behind it stand people too.
            _read_parts(words, role_of_label(label), draft, labelled=not label.group("persons"))
    roles = {role: tuple(names) for role, names in draft.roles.items()}
    return Parsed(
        Duty(roles["lead"], roles["responsible"], roles["support"], roles["supervise"], clause),
        tuple(draft.dues),
        tuple(draft.recurrences),
        tuple(draft.doubts),
        not all(map(is_contact, labels)),
        draft.has_verb,
        bool(draft.opens_clean),
        draft.shares_ending,
    )


def _without_rules(clause: str) -> str:
    """The clause without the rules that it states for the whole document."""
    text = clause
    for rule in reversed(list(_RULE.finditer(fold(clause)))):
        text = text[: rule.start()] + text[rule.end() :]
    return text


def _read_parts(text: str, role: RoleName, draft: _Draft, *, labelled: bool = False) -> None:
    for part in split_outside_brackets(text, "，；。"):
        if part.strip() and not _EMPTY_PART.match(fold(part.strip())):
            _read_part(part.strip(), role, draft, labelled)
            if draft.opens_clean is None:
                draft.opens_clean = any(draft.roles.values()) and not draft.doubts


def _read_part(part: str, role: RoleName, draft: _Draft, labelled: bool) -> None:
    """One part between ，: names and verb, perhaps more than once (A牵头、B配合), or names alone."""
    if _read_marked(part, role, draft):
        return
    while part:
        if _read_time(part, draft):
            return
        verb = _first_verb(part)
        if verb is None:
            _read_bare(_take_time(part, draft), role, draft, labelled)
            return
        draft.has_verb = True
        names, rest = part[: verb.start()], part[verb.end() :]
        if names.strip() and not any(map(is_body, split_names(names))):
            names = _take_time(names, draft)
        shared = shares_ending(names)
        draft.shares_ending |= shared
        if verb.group("joined"):
            rest = _read_joined(names, verb, rest, draft)
        elif not names.strip() and _role_of_verb(verb, draft) in ("support", "supervise") and rest:
            rest = _read_following(rest, _role_of_verb(verb, draft), draft)
        elif names.strip() and not labelled and not (shared or any(map(is_body, split_names(names)))):
            draft.doubts.append(part)
            return
        else:
            draft.give(_role_of_verb(verb, draft), names, sure=labelled or shared)
            rest = _after_tail(rest)
        part = rest


def _read_marked(part: str, role: RoleName, draft: _Draft) -> bool:
    """县教体局（牵头）、县公安局（配合）、各学校: True where a role stands in brackets behind a name."""
    pieces = split_outside_brackets(part, "、")
    marks = [_ROLE_BEHIND.search(fold(piece).rstrip()) for piece in pieces]
    if not any(marks):
        return False
    draft.has_verb = True
    for piece, mark in zip(pieces, marks, strict=True):
        named: RoleName = next((each for each in ROLES if mark and mark.group(each)), role)
        draft.give(named, piece[: mark.start()] if mark else piece, sure=False)
    return True


def _read_joined(names: str, verb: re.Match[str], rest: str, draft: _Draft) -> str:
    """A会同B分工负责: A leads, B supports, whatever verb closes the part."""
    if verb.group("joined") == "会同" and _EATS_HUI.search(fold(names)):
        names += "会"
    if names.strip():
        draft.give("lead", names, sure=False)
    return _read_following(rest, "support", draft)


def _read_following(rest: str, role: RoleName, draft: _Draft) -> str:
    """配合县应急局开展: names behind their verb, up to the next one."""
    closing = _first_verb(rest)
    draft.give(role, rest[: closing.start()] if closing else rest, sure=False)
    return _after_tail(rest[closing.end() :]) if closing else ""


def _after_tail(rest: str) -> str:
    folded = fold(rest)
    tail = _TAIL.match(folded)
    join = _JOIN.match(folded, tail.end() if tail else 0)
    return rest[join.end() if join else 0 :]


def _first_verb(part: str) -> re.Match[str] | None:
    folded = fold(part)
    for verb in _VERB.finditer(folded):
        joined = verb.group("joined")
        if joined in ("联合", "同") and not all(
            map(_names_a_body, (folded[: verb.start()], folded[verb.end() :]))
        ):
            continue
        return verb
    return None


def _names_a_body(words: str) -> bool:
    names = split_names(re.sub(_ADVERBS + r"(?:负责|落实|开展|实施).*$", "", words))
    return any(map(is_body, names))


def _role_of_verb(verb: re.Match[str], draft: _Draft) -> RoleName:
    if verb.group("coordinate"):
        return "supervise" if draft.names_lead else "lead"
    if verb.group("lead"):
        return "lead"
    if verb.group("support"):
        return "support"
    return "supervise" if verb.group("supervise") else "responsible"


def _read_bare(part: str, role: RoleName, draft: _Draft, labelled: bool) -> None:
    """A part without a verb: names, or something not understood."""
    names = split_names(part)
    all_bodies = names and (all(map(is_body, names)) or _only_endings_left_out(names) or shares_ending(part))
    if all_bodies or (labelled and all(len(name) <= 20 for name in names)):
        draft.give(role, part, sure=True)
    elif any(map(is_body, names)):
        draft.give(role, part, sure=False)
    else:
        draft.doubts.append(part)


def _read_time(part: str, draft: _Draft) -> bool:
    """6月底前完成 · 年内持续推进 · 长期坚持 · 每季度一次: True where the part is nothing but time."""
    if _WITHOUT_DAY.match(fold(part)):
        draft.dues.append(part)
        return True
    rest, dues, intervals = _cut_time(part)
    verb = _first_verb(rest) if dues or intervals else None
    named = rest[: verb.start()] if verb else _CLOSING_VERB.sub("", rest)
    if not (dues or intervals) or any(map(is_body, split_names(named))):
        return False
    if not _DONE.match(fold(rest)):
        draft.doubts.append(part)
    draft.dues.extend(dues)
    draft.recurrences.extend(intervals)
    return True


def _take_time(part: str, draft: _Draft) -> str:
    """县应急局6月底前完成: note the deadline and leave the names."""
    rest, dues, intervals = _cut_time(part)
    if not (dues or intervals):
        return part
    draft.dues.extend(dues)
    draft.recurrences.extend(intervals)
    draft.has_verb = True
    return _CLOSING_VERB.sub("", rest)


def _cut_time(part: str) -> tuple[str, list[str], list[str]]:
    """The part without its deadlines and intervals, and the words of both."""
    intervals = recurrence_spans(part)
    dues = due_spans(part, alone=not intervals)
    rest = part
    for start, end in sorted((*dues, *intervals), reverse=True):
        rest = rest[:start] + rest[end:]
    return rest, [part[start:end] for start, end in dues], [part[start:end] for start, end in intervals]


def _read_due(words: str, draft: _Draft) -> None:
    """完成时限：…: everything up to the ； is the deadline, an event too; what follows is read anew."""
    due, *others = split_outside_brackets(words, "；。")
    if due.strip():
        draft.dues.append(due.strip())
    for other in others:
        _read_parts(other, "responsible", draft)


def _only_endings_left_out(names: tuple[str, ...]) -> bool:
    """广州、深圳市政府: short names whose common ending stands only on the last."""
    return (
        len(names) > 1
        and is_body(names[-1])
        and all(is_body(name) or (2 <= len(name) <= 4 and name.isalpha()) for name in names)
    )
