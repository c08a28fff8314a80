"""A small assessment, scored: two townships with vetoes and gaps, three departments, one handed over."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

from assessments.process.course import Appeal, Course
from assessments.reports.dossier import Dossier
from assessments.rules.add import Add, Honour
from assessments.rules.deduct import Deduct
from assessments.rules.faults import Fault
from assessments.rules.given import Given
from assessments.rules.linear import Linear
from assessments.scheme import (
    Award,
    EventTrigger,
    Grade,
    Indicator,
    Override,
    Scheme,
    Settings,
    Unit,
    UnitClass,
    Veto,
)
from assessments.scoring import score
from assessments.sheet import Entry, Event, Evidence, Sheet

GRADES = (
    Grade("excellent", "优秀", D(90), 1),
    Grade("good", "良好", D(80), 2),
    Grade("pass", "合格", D(60), 3),
    Grade("fail", "不合格", D(0), 4, passing=False),
)

INDICATORS = (
    Indicator("duty", "责任落实", 1, points=D(40)),
    Indicator(
        "meet",
        "专题研究部署",
        1,
        "duty",
        points=D(20),
        rule=Deduct(faults=(Fault(each=D(2)),)),
        scorers=("县安委办",),
        text="每季度研究一次，少一次扣2分，扣完为止。",
        article="实施细则第五条",
        evidence="会议纪要",
    ),
    Indicator(
        "train",
        "教育培训",
        2,
        "duty",
        points=D(20),
        rule=Linear(),
        scorers=("县人社局",),
        text="按完成比例得分。",
    ),
    Indicator("field", "现场管理", 2, points=D(60)),
    Indicator(
        "mine",
        "矿山监管",
        1,
        "field",
        points=D(20),
        rule=Given(),
        scorers=("县应急管理局",),
        text="有一处问题扣1分。",
        evidence="检查记录",
    ),
    Indicator(
        "fire",
        "消防安全",
        2,
        "field",
        points=D(40),
        rule=Given(),
        scorers=("县消防救援大队",),
        text="酌情扣分。",
    ),
    Indicator(
        "honour",
        "表彰加分",
        3,
        kind="bonus",
        points=D(5),
        rule=Add(honours=(Honour(kind="commendation", each=D(2)),)),
        text="受到表彰的每次加2分。",
    ),
)

UNITS = (
    Unit("wood", "林口镇", "towns", 1),
    Unit("river", "河湾镇", "towns", 2),
    Unit("hill", "=1+1", "towns", 3),
    Unit("bank", "+cmd|' /C calc'!A0", "towns", 4),
    Unit("far", "远山乡", "towns", 5, hand_over="市安委办"),
    Unit("works", "县住建局", "offices", 6),
)

SCHEME = Scheme(
    "demo",
    "青禾县安全生产工作考核办法",
    2026,
    issuer="青禾县安全生产委员会办公室",
    region="青禾县",
    settings=Settings(publicity_days=5, appeal_days=3),
    classes=(
        UnitClass(
            "towns",
            "乡镇",
            1,
            grades=GRADES,
            awards=(Award("first", "先进单位", first=1, last=1, amount=D(5000), unit="元"),),
        ),
        UnitClass("offices", "县直部门", 2, grades=GRADES),
    ),
    units=UNITS,
    indicators=INDICATORS,
    overrides=(Override("works", "mine", text="只考核砂石场。"),),
    vetoes=(
        Veto(
            "death",
            "发生较大以上事故",
            "fail",
            event=EventTrigger(("accident",), severity="larger"),
            article="办法第九条",
        ),
        Veto("talk", "发生亡人事故", "talk", event=EventTrigger(("accident",), deaths=1)),
    ),
)

ACCIDENT = Event(
    "a1",
    "river",
    "accident",
    day=date(2026, 7, 3),
    document="青应急〔2026〕7号",
    text="砖厂坍塌事故",
    deaths=3,
)

OFFICE = Sheet(
    "office",
    "demo",
    "verified",
    "县安委办",
    day=date(2026, 12, 20),
    entries={
        "wood": {
            "meet": Entry(value=D(1), reason="第三季度未研究", evidence=(Evidence("纪要.pdf"),)),
            "train": Entry(value=D(2), figures={"target": D(3)}),
            "mine": Entry(not_applicable=True, reason="辖区没有矿山"),
            "fire": Entry(score=D("38.5"), reason="消防栓漏水\n|两处|"),
        },
        "river": {
            "meet": Entry(value=D(0)),
            "train": Entry(value=D(3), figures={"target": D(3)}),
            "mine": Entry(score=D(19), reason="=SUM(A1:A9)"),
            "fire": Entry(score=D(40)),
        },
        "hill": {
            "meet": Entry(value=D(12), reason="长期未研究"),
            "train": Entry(value=D(3), figures={"target": D(3)}),
            "mine": Entry(score=D(20)),
            "fire": Entry(score=D(40)),
        },
        "bank": {
            "meet": Entry(value=D(10), reason="长期未研究"),
            "train": Entry(value=D(3), figures={"target": D(3)}),
            "mine": Entry(score=D(20)),
            "fire": Entry(score=D(40)),
        },
        "works": {
            "meet": Entry(value=D(0)),
            "train": Entry(value=D(1), figures={"target": D(1)}),
            "mine": Entry(score=D(17), reason="两处砂石场无警示牌"),
        },
    },
    events=(
        ACCIDENT,
        Event(
            "h1",
            "wood",
            "commendation",
            day=date(2026, 9, 1),
            level="county",
            document="青政〔2026〕11号",
            text="县政府通报表扬",
        ),
    ),
)

OWN = Sheet(
    "own-wood",
    "demo",
    "self",
    "林口镇",
    entries={
        "wood": {
            "meet": Entry(value=D(0), evidence=(Evidence("自评材料.docx"),)),
            "fire": Entry(score=D(40), reason="自评满分"),
        }
    },
)

SHEETS = (OFFICE, OWN)
RESULTS = score(SCHEME, SHEETS)
COURSE = Course(
    "demo",
    "appeal",
    appeals=(
        Appeal("p1", "wood", "消防栓已于当日修复", date(2027, 1, 12), "fire"),
        Appeal(
            "p2",
            "river",
            "检查记录齐全",
            date(2027, 1, 12),
            "mine",
            answer="经查属实",
            answered=date(2027, 1, 15),
            by="县安委办",
            changed=D("19.5"),
        ),
    ),
)
DOSSIER = Dossier(
    SCHEME,
    RESULTS,
    SHEETS,
    claimed=score(SCHEME, (replace(OWN, kind="verified"),)),
    course=COURSE,
    day=date(2027, 1, 10),
)
