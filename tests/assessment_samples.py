"""A small invented assessment for tests: three classes, eight units, twelve indicators, two assessors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assessments.rules.add import Add, Honour
from assessments.rules.all_or_nothing import AllOrNothing
from assessments.rules.bands import Band, Bands
from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.rules.given import Given
from assessments.rules.linear import Linear
from assessments.rules.panel import Panel
from assessments.scheme import (
    Assessor,
    EventTrigger,
    Grade,
    Indicator,
    Quota,
    Scheme,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from assessments.sheet import Entry, Event, Evidence, Sheet

EMERGENCY, PUBLIC, FIRE = "县应急管理局", "县公安局", "县消防救援大队"
DAY = date(2027, 1, 5)

_GRADES = (
    Grade("excellent", "优秀", Decimal(90), 1000, quota=Quota(count=1)),
    Grade("good", "良好", Decimal(80), 2000),
    Grade("pass", "合格", Decimal(60), 3000),
    Grade("fail", "不合格", Decimal(0), 4000, passing=False),
)
CLASSES = (
    UnitClass("towns", "乡镇", 1000, grades=_GRADES, declared=3),
    UnitClass("departments", "县直部门", 2000, grades=_GRADES),
    UnitClass("companies", "企业", 3000, grades=_GRADES),
)
UNITS = (
    Unit("t1", "青石镇", "towns", 1000),
    Unit("t2", "白鹭镇", "towns", 2000),
    Unit("t3", "柳林乡", "towns", 3000),
    Unit("d1", "县水利局", "departments", 4000),
    Unit("d2", "县教育局", "departments", 5000),
    Unit("d3", "县住建局", "departments", 6000),
    Unit("c1", "青禾化工公司", "companies", 7000),
    Unit("c2", "禾丰燃气公司", "companies", 8000),
)


def _points(value: str) -> Decimal:
    return Decimal(value)


INDICATORS = (
    Indicator("duty", "责任落实", 1000, points=_points("40")),
    Indicator(
        "letter",
        "签订责任书",
        1000,
        "duty",
        points=_points("10"),
        rule=AllOrNothing(),
        scorers=(EMERGENCY,),
        text="逐级签订责任书的得满分，否则不得分。",
        article="第三条",
        evidence="责任书",
    ),
    Indicator(
        "meetings",
        "定期研究部署",
        2000,
        "duty",
        points=_points("10"),
        rule=Linear(Decimal(4)),
        scorers=(EMERGENCY,),
        text="每季度至少研究一次，按完成比例得分。",
        evidence="会议纪要",
    ),
    Indicator(
        "training",
        "教育培训",
        3000,
        "duty",
        points=_points("20"),
        rule=Given(),
        scorers=(EMERGENCY, FIRE),
        text="酌情评分。",
    ),
    Indicator("work", "重点工作", 2000, points=_points("40")),
    Indicator(
        "hazards",
        "隐患整改",
        1000,
        "work",
        points=_points("20"),
        rule=Bands(
            (
                Band(Decimal(100), gives=Decimal(20)),
                Band(Decimal(80), gives=Decimal(15)),
                Band(gives=Decimal(0)),
            )
        ),
        scorers=(EMERGENCY,),
        text="整改率100%得20分，80%以上得15分，其余不得分。",
    ),
    Indicator(
        "reports",
        "信息报送",
        2000,
        "work",
        points=_points("10"),
        rule=Deduct((Fault(each=Decimal("0.5")),)),
        scorers=(PUBLIC,),
        text="每迟报一次扣0.5分，扣完为止。",
    ),
    Indicator(
        "flood",
        "防汛备汛",
        3000,
        "work",
        points=_points("10"),
        rule=Given(),
        scorers=(FIRE,),
        text="酌情评分。",
    ),
    Indicator("review", "综合评价", 3000, points=_points("20")),
    Indicator(
        "panel", "评委评价", 1000, "review", points=_points("20"), rule=Panel(), text="评委打分取平均。"
    ),
    Indicator(
        "praise",
        "表彰加分",
        4000,
        kind="bonus",
        points=_points("5"),
        rule=Add((Honour("praise", levels={"province": Decimal(2), "city": Decimal(1)}),)),
        scorers=(EMERGENCY,),
    ),
    Indicator(
        "criticism",
        "通报批评",
        5000,
        kind="penalty",
        points=_points("10"),
        rule=Deduct((Fault("criticism", each=Decimal(2)),), from_zero=True, unrecorded="none"),
        scorers=(EMERGENCY,),
    ),
)

SCHEME = Scheme(
    "qinghe",
    "青禾县2027年度安全生产考核办法",
    2027,
    issuer="青禾县安全生产委员会办公室",
    region="青禾县",
    settings=Settings(
        late="deduct",
        late_points=Decimal(3),
        evidence_by=date(2027, 12, 31),
        publicity_days=5,
        appeal_days=3,
        minimum_raters=2,
    ),
    classes=CLASSES,
    units=UNITS,
    indicators=INDICATORS,
    assessors=(Assessor("a1", "王评委", "superiors"), Assessor("a2", "李评委", "public")),
    vetoes=(
        Veto("accident", "发生较大以上事故", "fail", event=EventTrigger(("accident",), severity="larger")),
    ),
)

LEAVES = ("letter", "meetings", "training", "hazards", "reports", "flood", "panel", "praise", "criticism")
"""The leaves in the order of the tree."""

OBSERVED = {
    "letter": Entry(done=True),
    "meetings": Entry(Decimal(4)),
    "training": Entry(score=Decimal(18), reason="两次培训无签到"),
    "hazards": Entry(Decimal("96.5")),
    "reports": Entry(Decimal(2)),
    "flood": Entry(score=Decimal(10)),
}
"""What was observed; without the panel 10 + 10 + 18 + 15 + 9 + 10 = 72. Each further unit has 1 less for
training: t2 17, t3 16, d1 15, d2 14, d3 13, c1 12, c2 11."""

PROOF = Evidence("责任书.pdf", 1024, "a" * 64, date(2027, 12, 20))


def observed(number: int) -> dict[str, Entry]:
    """What was observed of the unit of this number, counted from 0."""
    return {**OBSERVED, "training": replace(OBSERVED["training"], score=Decimal(18 - number))}


def verified(*, without: tuple[tuple[str, str], ...] = ()) -> Sheet:
    """The department's sheet with every unit scored, but for the cells named, and two events."""
    entries = {
        unit.id: {key: entry for key, entry in observed(number).items() if (unit.id, key) not in without}
        for number, unit in enumerate(UNITS)
    }
    entries["t1"]["letter"] = Entry(done=True, evidence=(PROOF,))
    events = (
        Event(
            "kaccdt", "c2", "accident", day=date(2027, 6, 1), severity="larger", deaths=3, responsible=True
        ),
        Event("kprais", "t1", "praise", "praise", date(2027, 7, 1), "city", "青安〔2027〕8号", "治理经验"),
    )
    return Sheet(f"verified-{EMERGENCY}", "qinghe", "verified", EMERGENCY, entries=entries, events=events)


def self_rated(*units: str) -> Sheet:
    """The self-rating that one body filed for these units (all of them)."""
    held = {unit: {key: OBSERVED[key] for key in OBSERVED} for unit in units or (u.id for u in UNITS)}
    return Sheet("self-office", "qinghe", "self", "office", entries=held)


def rating(by: str, score: str) -> Sheet:
    """One assessor's ratings, the same for every unit."""
    entries = {unit.id: {"panel": Entry(score=Decimal(score))} for unit in UNITS}
    return Sheet(f"rating-{by}", "qinghe", "rating", by, entries=entries)
