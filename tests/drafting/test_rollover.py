"""What the roll-over proposes, what it leaves to a person, and what it must never touch."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.samples import sample
from planner.departments import Roster
from planner.drafting import pick
from planner.drafting.levels import region_of
from planner.drafting.rollover import Proposal, apply, groups, propose
from planner.plan import Due, Duty, Measure, Plan, Recurrence, Section, Source, Target, Task
from planner.text import say, set_language
from planner.text.rollover import TEXTS

EMPTY = Roster()
NOBODY = Duty()
PROVINCE = "某省安全生产工作要点"


def one(text: str, year: int = 2026, **fields: object) -> Plan:
    """A plan whose only text is one measure's."""
    measure = Measure("m", text, **fields)
    return Plan("p", "", year, tasks=(Task("t", "", "", measures=(measure,)),))


def of_measure(proposals: tuple[Proposal, ...]) -> list[Proposal]:
    return [proposal for proposal in proposals if proposal.place.record == "measure"]


def rolled(text: str, from_year: int = 2026, to_year: int = 2027) -> tuple[str, list[str]]:
    """The text with all accepted that needs no person; and the reasons of what does."""
    plan = one(text, from_year)
    found = propose(plan, to_year, roster=EMPTY)
    done = apply(plan, [proposal for proposal in found if not proposal.person])
    reasons = [proposal.reason.removeprefix("rollover.") for proposal in of_measure(found) if proposal.person]
    return done.tasks[0].measures[0].text, reasons


# Years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年全县安全生产工作", "2027年全县安全生产工作"),
        ("组织2026年度考核", "组织2027年度考核"),
        ("2026年6月底前完成", "2027年6月底前完成"),
        ("2026年底前建成3座", "2027年底前建成3座"),
        ("2026年6月30日前报送", "2027年6月30日前报送"),
        ("2026-06-30前报送", "2027-06-30前报送"),
        ("近三年（2023—2025年）事故", "近三年（2024—2026年）事故"),
        ("二〇二六年工作", "二〇二七年工作"),
        ("二○二六年工作", "二○二七年工作"),
        ("２０２６年工作", "2027年工作"),
    ],
)
def test_the_plans_own_year_is_rolled(text: str, expected: str) -> None:
    assert rolled(text) == (expected, [])


@pytest.mark.parametrize(
    "text",
    [
        "2月底前签订责任书",
        "（安委办〔2026〕3号）",
        "根据[2026]的43号文件",
        "按(2026)23号文",
        "《安全生产法》（2026年修正）",
        "《目录（2026年本）》",
        "自2026年1月1日起施行",
        "到2030年建成",
        "2027年建成",
        "2025—2027年攻坚",
        "本年度内开展两次",
        "共2026家企业",
        "“5·12”防灾减灾日宣传",
        "“119”消防宣传月",
        "GB 2026-2019标准",
        "十五五个点位",
    ],
)
def test_these_are_left_alone(text: str) -> None:
    after, reasons = rolled(text)
    assert after == text
    assert not [reason for reason in reasons if reason in ("own_year", "own_date", "recent_years")]


def test_a_leap_day_moves_to_the_last_of_february() -> None:
    assert rolled("2024年2月29日前完成", 2024, 2025) == ("2025年2月28日前完成", [])


def test_an_impossible_day_stays_impossible_for_the_check_to_find() -> None:
    assert rolled("2026年9月31日前完成")[0] == "2027年9月31日前完成"


@pytest.mark.parametrize(
    ("text", "from_year", "to_year", "reason", "guess"),
    [
        ("较2025年下降", 2026, 2027, "year_before", "2026"),
        ("2019年的通知", 2026, 2027, "past_year", "2019"),
        ("2020年6月底前", 2026, 2027, "past_date", "2020年6月"),
        ("2026年3月21日发生事故", 2026, 2027, "past_event", "2026年3月21日"),
        ("定于2026年6月16日开展咨询", 2026, 2027, "fixed_day", "2027年6月16日"),
        ("2026年以来", 2026, 2027, "since_year", "2026"),
        ("自2026年起实行", 2026, 2027, "since_year", "2026"),
        ("２０２６年以来", 2026, 2027, "since_year", "２０２６"),
        ("到2023年建成", 2021, 2027, "milestone_passed", "2023"),
        ("2026年开工，2028年建成", 2026, 2027, "series_of_years", "2027"),
        ("2023年6月建成", 2021, 2027, "milestone_passed", "2023年6月"),
        ("2024—2026年攻坚", 2024, 2027, "period_ended", "2027—2029"),
        ("2022—2024年攻坚", 2024, 2027, "period_ended", "2022—2024"),
        ("2003年至2016年的事故", 2026, 2027, "past_year", "2003年至2016"),
        ("落实《2026年度检查计划》", 2026, 2027, "named_document", "2027"),
        ("1月23日重要指示精神", 2026, 2027, "dated_instruction", "1月23日"),
        ("吸取“3·21”特别重大爆炸事故教训", 2026, 2027, "past_accident", "“3·21”"),
        ("第十九次集体学习时的讲话", 2026, 2027, "past_meeting", "第十九次集体学习"),
        ("全省工作会议精神", 2026, 2027, "past_meeting", "工作会议精神"),
        ("年初召开的会上", 2026, 2027, "past_meeting", "年初召开"),
        ("迎接建党100周年", 2021, 2027, "jubilee", "建党100周年"),
        ("党的十九大精神", 2021, 2027, "congress", "党的十九大"),
        ("党的十九大和十九届二中、三中全会精神", 2021, 2027, "congress", "党的十九大和十九届二中、三中全会"),
        ("二十届三中全会部署", 2026, 2027, "congress", "二十届三中全会"),
        ("开展三年行动", 2026, 2027, "action_ended", "三年行动"),
        ("第25个全国“安全生产月”宣传月", 2026, 2027, "counted_round", "第25个全国“安全生产月”"),
        ("上年考核反馈", 2026, 2027, "last_year_result", "上年考核反馈"),
        ("“十四五”规划收官之年", 2025, 2026, "five_year_stage", "十五五"),
        ("编制“十五五”规划", 2025, 2028, "five_year_drawn_up", "十五五"),
    ],
)
def test_what_only_a_person_can_renew_is_flagged(
    text: str, from_year: int, to_year: int, reason: str, guess: str
) -> None:
    found = of_measure(propose(one(text, from_year), to_year, roster=EMPTY))
    assert [(proposal.reason, proposal.person, proposal.new) for proposal in found] == [
        (f"rollover.{reason}", True, guess)
    ]
    assert rolled(text, from_year, to_year)[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "5月20日前印发活动方案",
        "十日前召开一次",
        "节假日前印发提示",
        "年底召开总结会议",
        "死亡人数较上年下降5%以上",
        "盗窃案件比上年减少0.5个百分点以内",
    ],
)
def test_what_is_done_again_every_year_is_not_flagged(text: str) -> None:
    assert rolled(text) == (text, [])


def test_the_five_year_plan_follows_its_years() -> None:
    assert rolled("落实“十四五”应急体系规划", 2025, 2026)[0] == "落实“十五五”应急体系规划"
    assert rolled("落实“十四五”应急体系规划", 2021, 2025)[0] == "落实“十四五”应急体系规划"
    assert rolled("落实“十五五”应急体系规划", 2026, 2027)[0] == "落实“十五五”应急体系规划"


def test_an_action_whose_span_still_runs_is_not_flagged() -> None:
    assert rolled("治本攻坚三年行动（2026—2028年）") == ("治本攻坚三年行动（2026—2028年）", [])
    assert rolled("迎接建党106周年", 2026, 2027) == ("迎接建党106周年", [])
    assert rolled("党的二十大精神") == ("党的二十大精神", [])


def test_a_year_without_its_character_is_rolled_only_in_headings() -> None:
    plan = Plan("p", "临江县2026安全生产工作要点", 2026, tasks=(Task("t", "", "整治2026个点位"),))
    done = apply(plan, propose(plan, 2027, roster=EMPTY))
    assert done.title == "临江县2027安全生产工作要点"
    assert done.tasks[0].title == "整治2026个点位"


# Header, deadlines, what stands in the text


def test_the_header_is_rolled_and_number_and_day_of_issue_are_asked_for() -> None:
    plan = replace(sample(), number="临安委〔2026〕1号", issued=date(2026, 1, 9))
    found = {proposal.place.field: proposal for proposal in propose(plan, 2027, roster=EMPTY)}
    assert found["number"].person
    assert found["issued"].person
    done = apply(plan, found.values())
    assert (done.year, done.title, done.number, done.issued) == (
        2027,
        "临江县2027年安全生产工作要点",
        "",
        None,
    )
    assert done.task("task01").measures[0].dues == (Due("2月底前", date(2027, 2, 28)),)


def test_fixed_days_of_the_old_year_are_not_carried_along() -> None:
    fixed = Recurrence("每季度一次", "FREQ=MONTHLY;INTERVAL=3", (date(2026, 3, 5), date(2027, 3, 5)))
    plan = one("每季度一次", recurrences=(fixed,))
    done = apply(plan, propose(plan, 2027, roster=EMPTY))
    assert done.tasks[0].measures[0].recurrences[0].dates == (date(2027, 3, 5),)


def test_deadlines_and_targets_follow_the_text_they_stand_in() -> None:
    plan = one(
        "2026年6月底前完成，覆盖率2026年达到90%。",
        dues=(Due("2026年6月底前", date(2026, 6, 30)),),
        targets=(Target("覆盖率2026年达到90%"),),
    )
    found = propose(plan, 2027, roster=EMPTY)
    assert [proposal.place.field for proposal in of_measure(found)] == ["text", "text"]
    done = apply(plan, found).tasks[0].measures[0]
    assert done.text == "2027年6月底前完成，覆盖率2027年达到90%。"
    assert done.dues == (Due("2027年6月底前", date(2027, 6, 30)),)
    assert done.targets[0].text == "覆盖率2027年达到90%"


def test_a_deadline_that_stands_in_no_text_has_a_proposal_of_its_own() -> None:
    plan = one("完成建设。", dues=(Due("2026年6月底前", date(2026, 6, 30)),))
    done = apply(plan, propose(plan, 2027, roster=EMPTY))
    assert done.tasks[0].measures[0].dues == (Due("2027年6月底前", date(2027, 6, 30)),)


def test_a_day_left_over_from_another_year_is_proposed_anew() -> None:
    plan = one("完成。", 2027, dues=(Due("6月底前", date(2026, 6, 30)),))
    (proposal,) = propose(plan, 2027, roster=EMPTY)
    assert (proposal.old, proposal.new) == ("2026-06-30", "2027-06-30")
    assert apply(plan, [proposal]).tasks[0].measures[0].dues[0].day == date(2027, 6, 30)
    edited = replace(proposal, new="2027-06-25")
    assert apply(plan, [edited]).tasks[0].measures[0].dues[0].day == date(2027, 6, 25)
    assert apply(plan, [replace(proposal, new="六月")]) == plan


def test_each_text_is_rolled_from_the_year_of_its_own_source() -> None:
    draft = pick.start("临江县2027年工作要点", 2027)
    for year in (2021, 2025):
        template = one(f"{year}年底前完成。", year)
        draft, _ = pick.take(draft, template)
    done = apply(draft, propose(draft, 2027, roster=EMPTY))
    assert [task.measures[0].text for task in done.tasks] == ["2027年底前完成。", "2027年底前完成。"]


# Level, place, departments


def leveled(text: str, title: str, duty: Duty = NOBODY) -> Plan:
    """A county's draft of 2027 with one measure from a plan of 2026."""
    source = Source(title, year=2026)
    measure = Measure("m", text, duty=duty, source=source)
    task = Task("t", "s", "", measures=(measure,), source=source)
    return Plan("p", "", 2027, level="county", region="临江县", sections=(Section("s", ""),), tasks=(task,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全省形势稳定，我省实际", "全县形势稳定，我县实际"),
        ("各市（州）开展，各市（州）人民政府报告", "各乡镇（街道）开展，各乡镇人民政府、街道办事处报告"),
        ("全省统筹，中省直各有关部门配合", "全县统筹，县直各有关部门配合"),
        ("全省统筹，提请省委、省政府研究", "全县统筹，提请县委、县政府研究"),
        ("全省统筹，由省安委办通报", "全县统筹，由县安委办通报"),
        ("全省统筹，省应急管理厅会同省公安厅", "全县统筹，县应急管理局会同县公安局"),
        ("全省统筹，《X省安全生产条例》", "全县统筹，《X省安全生产条例》"),
        ("全省统筹，省直管县改革，节省级差", "全县统筹，省直管县改革，节省级差"),
    ],
)
def test_a_provinces_words_become_a_countys(roster: Roster, text: str, expected: str) -> None:
    plan = leveled(text, PROVINCE)
    found = [held for held in propose(plan, 2027, roster=roster) if not held.person]
    assert apply(plan, found).tasks[0].measures[0].text == expected


@pytest.mark.parametrize(
    "text",
    [
        "全面落实党中央、国务院和省委、省政府决策部署，确保全省稳定",
        "按照省安委会部署要求，全省开展",
        "围绕省政府提出的目标，全省开展",
        "迎接国务院对省级政府的考核，全省动员",
        "全省汇总后报请省委、省政府审定",
        "合理划分省、市、县三级执法权限，全省统一",
    ],
)
def test_words_of_superiors_are_left_to_a_person(roster: Roster, text: str) -> None:
    plan = leveled(text, PROVINCE)
    found = propose(plan, 2027, roster=roster)
    done = apply(plan, [held for held in found if not held.person])
    assert done.tasks[0].measures[0].text == text.replace("全省", "全县")
    assert {held.reason for held in found if held.person} & {
        "rollover.superior",
        "rollover.levels_in_a_row",
    }


def test_a_districts_words_become_a_countys(roster: Roster) -> None:
    text = "岳江区全区社区实行网格化，区委、区政府领导，区域内由区住建局负责，工业园区级别不变。"
    plan = leveled(text, "岳江区2026年安全生产工作要点")
    done = apply(plan, propose(plan, 2027, roster=roster))
    assert done.tasks[0].measures[0].text == (
        "临江县全县社区实行网格化，县委、县政府领导，区域内由县住建局负责，工业园区级别不变。"
    )


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("岳江区2021年安全生产工作要点", "岳江区"),
        ("长岭市岳江区人民政府关于做好2020年安全生产工作的通知", "长岭市岳江区"),
        ("江东省安委会2020年工作要点", "江东省"),
        ("XX市2025安全生产工作要点", "XX市"),
        ("深化工业园区安全整治", ""),
        ("农村地区2026年道路安全", ""),
        ("全市2026年安全生产要点", ""),
        ("2026年安全生产要点", ""),
        ("加强社区消防", ""),
        ("", ""),
    ],
)
def test_the_place_in_a_title(title: str, region: str) -> None:
    assert region_of(title) == region


def test_a_county_level_city_speaks_as_a_city(roster: Roster) -> None:
    plan = leveled("全省统筹，各市（州）落实", PROVINCE, Duty(lead=("省公安厅",)))
    plan = replace(plan, region="临江市")
    done = apply(plan, propose(plan, 2027, roster=roster)).tasks[0].measures[0]
    assert done.text == "全市统筹，各乡镇（街道）落实"
    assert done.duty.lead == ("市公安局",)


def test_departments_change_by_level_and_by_succession(roster: Roster) -> None:
    duty = Duty(
        lead=("省应急管理厅", "省安监局"),
        responsible=("省发展改革委", "各市（州）党委和政府", "中省直各有关部门"),
        support=("有关部门",),
        clause="原文",
    )
    plan = leveled("全省开展", PROVINCE, duty=duty)
    done = apply(plan, propose(plan, 2027, roster=roster)).tasks[0].measures[0].duty
    assert done == Duty(
        lead=("县应急管理局",),
        responsible=("县发展和改革局", "各乡镇（街道）党委和政府", "县直各有关部门"),
        support=("有关部门",),
    )


def test_an_abolished_body_is_found_in_a_plan_of_the_same_level_too(roster: Roster) -> None:
    plan = one("由安监局、县扶贫办牵头。", duty=Duty(lead=("县安监局", "县公安局")))
    found = of_measure(propose(plan, 2027, roster=roster))
    assert {held.kind for held in found} == {"succession"}
    done = apply(plan, found).tasks[0].measures[0]
    assert done.text == "由应急管理局、县农业农村局牵头。"
    assert done.duty.lead == ("县应急管理局", "县公安局")


def test_a_body_that_nobody_knows_is_left_to_a_person(roster: Roster) -> None:
    plan = leveled("全省开展", PROVINCE, duty=Duty(lead=("省奇巧办",)))
    (found,) = [held for held in propose(plan, 2027, roster=roster) if held.place.field == "lead"]
    assert (found.person, found.new) == (True, "县奇巧办")


def test_names_without_a_place_stay_in_a_plan_of_the_same_level(roster: Roster) -> None:
    plan = leveled("全区开展", "岳江区2026年工作要点", duty=Duty(lead=("交警大队", "岳江公安分局")))
    done = apply(plan, propose(plan, 2027, roster=roster)).tasks[0].measures[0]
    assert done.duty.lead == ("交警大队", "县公安分局")


def test_level_and_place_of_the_plan_change_with_it(roster: Roster) -> None:
    plan = Plan("p", "岳江区2027年要点", 2027, issuer="岳江区安全生产委员会", level="county", region="岳江区")
    done = apply(plan, propose(plan, 2027, "county", "临江县", roster=roster))
    assert (done.title, done.issuer, done.region) == ("临江县2027年要点", "临江县安全生产委员会", "临江县")


# Laws

PIECES = (
    *("2026年", "2025年", "2019年", "2026年6月底前", "（2024—2026年）", "〔2026〕3号", "“十四五”规划"),
    *("全省", "我省", "省委、省政府", "省应急管理厅", "安监局", "各市（州）", "建党100周年", "三年行动"),
    *("，", "。", "《", "》", "完成"),
)


@st.composite
def written_plans(draw: st.DrawFn) -> Plan:
    def text() -> str:
        return "".join(draw(st.lists(st.sampled_from(PIECES), max_size=8)))

    source, duty = Source(PROVINCE, year=2026), Duty(lead=("省公安厅",))
    dues = (Due("2026年6月底前"),)
    tasks = tuple(
        Task(f"t{place}", "s", text(), place, (Measure(f"m{place}", text(), duty=duty, dues=dues),), source)
        for place in range(draw(st.integers(1, 3)))
    )
    return Plan("p", text(), 2026, preamble=text(), sections=(Section("s", text()),), tasks=tasks)


@settings(max_examples=50, deadline=None)
@given(plan=written_plans(), seed=st.integers(0, 9), data=st.data())
def test_laws_of_applying(roster: Roster, plan: Plan, seed: int, data: st.DataObject) -> None:
    found = propose(plan, 2027, "county", "临江县", roster=roster)
    assert len({held.id for held in found}) == len(found)
    assert apply(plan, []) == plan
    assert apply(plan, [replace(held, new=held.old) for held in found]) == plan
    some = data.draw(st.lists(st.sampled_from(found), unique_by=lambda held: held.id)) if found else []
    shuffled = list(some)
    random.Random(seed).shuffle(shuffled)
    assert apply(plan, shuffled) == apply(plan, some)
    settled = apply(plan, [held for held in found if not held.person])
    left = propose(settled, 2027, "county", "临江县", roster=roster)
    assert [held for held in left if not held.person] == []


def test_some_accepted_some_edited_some_left() -> None:
    plan = one("2026年建2座，2026年检3次，2026年报4份。")
    first, second, _ = of_measure(propose(plan, 2027, roster=EMPTY))
    done = apply(plan, [replace(second, new="二〇二七"), first])
    assert done.tasks[0].measures[0].text == "2027年建2座，二〇二七年检3次，2026年报4份。"


def test_a_proposal_finds_its_words_after_the_text_has_changed() -> None:
    plan = one("2026年建成。")
    (found,) = of_measure(propose(plan, 2027, roster=EMPTY))
    moved = one("力争2026年建成。")
    assert apply(moved, [found]).tasks[0].measures[0].text == "力争2027年建成。"
    assert apply(one("建成。"), [found]) == one("建成。")


def test_proposals_that_say_the_same_stand_together() -> None:
    plan = one("2026年建2座，2026年检3次，2019年。")
    sizes = [len(group) for group in groups(of_measure(propose(plan, 2027, roster=EMPTY)))]
    assert sizes == [2, 1]


def test_every_reason_has_words_in_both_languages(roster: Roster) -> None:
    texts = (
        "2026年，2026年6月底前，近三年（2023—2025年），“十四五”，全省，X省，2025年，2019年，2020年6月底前。2026年开工，2030年建成。"
        "2026年3月21日事故。定于2026年6月16日。2026年以来。2022—2026年。《2026年度计划》。“十四五”收官。编制“十五五”规划。"
        "全会精神。1月23日指示。“3·21”事故。党的十九大。第25个安全宣传月。建党100周年。三年行动。上年考核。《X省条例》。"
        "按照省政府部署。省、市、县三级。省应急管理厅。安监局。"
    )
    source = Source(PROVINCE, year=2026)
    measure = Measure("m", texts, duty=Duty(lead=("省奇巧办",)), source=source)
    older = Measure("n", "到2023年。“十四五”规划。", source=Source(PROVINCE, year=2021))
    task = Task("t", "", "", measures=(measure, older))
    plan = Plan(
        "p", "省", 2026, number="1号", issued=date(2026, 1, 1), level="province", region="甲省", tasks=(task,)
    )
    found = list(propose(plan, 2028, "county", "临江县", roster=roster))
    found += propose(one("完成。", 2027, dues=(Due("6月底前", date(2026, 6, 30)),)), 2027, roster=EMPTY)
    assert {held.reason for held in found} == set(TEXTS)
    for held in found:
        for language in ("zh", "en"):
            set_language(language)
            assert "{" not in say(held.reason, **held.arguments)
    set_language("zh")
