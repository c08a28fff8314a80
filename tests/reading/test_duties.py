"""Duty clauses: a table of what is printed and who then does what."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.plan import ROLES
from planner.reading.duties import find_clauses
from planner.reading.found import Clause

PAST_PLANS = Path(__file__).parents[2].parent / "shared" / "past-plans"
NAMES = ("province-2020", "lucheng-2020", "jilin-2018", "city-2025", "yueyanglou-2021")
needs_gold = pytest.mark.skipif(
    not PAST_PLANS.is_dir(), reason="the five real plans are not beside this checkout"
)

LETTERS = {"L": "lead", "R": "responsible", "S": "support", "V": "supervise"}


def only(text: str) -> Clause:
    clauses = find_clauses(text)
    assert len(clauses) == 1, [clause.text for clause in clauses]
    return clauses[0]


def told(clause: Clause) -> str:
    """The duty in short: "L 县林业局 R 各乡镇 有关部门"."""
    words = []
    for letter, role in LETTERS.items():
        names = clause.duty.names(role)  # type: ignore[arg-type]
        if names:
            words.append(" ".join((letter, *names)))
    return " ".join(words)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        # verbs
        ("县林业局负责", "R 县林业局"),
        ("县林业局、县水务局按职责分工负责", "R 县林业局 县水务局"),
        ("县林业局、县水务局按照各自职责分工负责", "R 县林业局 县水务局"),
        ("县林业局牵头", "L 县林业局"),
        ("由县林业局负责牵头，县公安局配合", "L 县林业局 S 县公安局"),
        ("县林业局牵头负责，县水务局、各乡镇配合", "L 县林业局 S 县水务局 各乡镇"),
        ("县林业局牵头，县水务局负责", "L 县林业局 R 县水务局"),
        ("县林业局负责，办公室、临江公司配合", "R 县林业局 S 办公室 临江公司"),
        ("县林业局牵头，县水务局等部门参与", "L 县林业局 S 县水务局"),
        ("县林业局指导，各乡镇负责落实", "R 各乡镇 V 县林业局"),
        ("县政府督查室督办，县林业局负责", "R 县林业局 V 县政府督查室"),
        ("县安委办督促，各乡镇和有关部门负责落实", "R 各乡镇 有关部门 V 县安委办"),
        ("县安委办负责督促，各乡镇落实", "R 各乡镇 V 县安委办"),
        ("办公室牵头，宣传股配合，各供电所负责", "L 办公室 R 各供电所 S 宣传股"),
        ("县林业局、县水务局共同牵头，县审计局协办", "L 县林业局 县水务局 S 县审计局"),
        ("县林业局牵头、县水务局配合", "L 县林业局 S 县水务局"),
        ("县林业局牵头县水务局配合", "L 县林业局 S 县水务局"),
        ("县级各部门分别负责", "R 县级各部门"),
        ("县林业局主责，县公安局协同", "R 县林业局 S 县公安局"),
        ("县林业局为牵头单位，县公安局为责任单位", "L 县林业局 R 县公安局"),
        ("以县林业局为主，各乡镇配合", "L 县林业局 S 各乡镇"),
        ("以上工作由县林业局牵头", "L 县林业局"),
        ("县林业局组织实施，乡镇抓好落实", "R 县林业局 乡镇"),
        ("县直有关部门按职能分工抓落实", "R 县直有关部门"),
        ("县人大常委会办公室、县政协办公室", "R 县人大常委会办公室 县政协办公室"),
        ("人民银行临江县支行牵头，县内各金融机构配合", "L 人民银行临江县支行 S 县内各金融机构"),
        # 会同
        ("县林业局会同各有关部门分工负责", "L 县林业局 S 各有关部门"),
        ("县安委办同各有关部门分工负责", "L 县安委办 S 各有关部门"),
        ("县林业局牵头，会同县直有关部门开展", "L 县林业局 S 县直有关部门"),
        ("县国资委会同县财政局负责", "L 县国资委 S 县财政局"),
        ("高新区管委会同有关部门负责", "L 高新区管委会 S 有关部门"),
        ("县林业局联合县公安局开展", "L 县林业局 S 县公安局"),
        ("县工商业联合会、县残疾人联合会负责", "R 县工商业联合会 县残疾人联合会"),
        # ， parts groups; only the group before 牵头 leads
        (
            "各级党委、政府，县卫生健康局牵头，各有关部门按职责分工负责",
            "L 县卫生健康局 R 各级党委、政府 各有关部门",
        ),
        ("县林业局、县水务局，县文旅集团负责", "R 县林业局 县水务局 县文旅集团"),
        # labels
        ("责任单位：县林业局、县水务局", "R 县林业局 县水务局"),
        ("牵头单位:县水务局;责任单位:临江区人民政府", "L 县水务局 R 临江区人民政府"),
        ("牵头单位：县委组织部，配合单位：县国资委", "L 县委组织部 S 县国资委"),
        ("责任单位:县水务局牵头，县财政局等部门分工负责", "L 县水务局 R 县财政局"),
        ("责任科室:组干股、机关党委", "R 组干股 机关党委"),
        ("主责单位：县民政局；协办单位：县财政局", "R 县民政局 S 县财政局"),
        ("牵头：县林业局；配合：县公安局", "L 县林业局 S 县公安局"),
        ("牵头单位:县政府办,责任单位:县直各部门,各乡镇", "L 县政府办 R 县直各部门 各乡镇"),
        ("责任单位：服务商", "R 服务商"),
        ("主管部门：县住建局", "R 县住建局"),
        ("牵头单位　县林业局　配合单位　县公安局", "L 县林业局 S 县公安局"),
        ("督办单位：县委督查室；责任单位：无", "V 县委督查室"),
        # names alone
        ("县林业局", "R 县林业局"),
        ("团县委", "R 团县委"),
        ("县林业局、各乡镇及有关部门单位", "R 县林业局 各乡镇 有关部门单位"),
        ("办公室、法规股", "R 办公室 法规股"),
        ("镇安监站、派出所、各村（居）", "R 镇安监站 派出所 各村（居）"),
    ],
)
def test_a_clause_gives_each_name_its_role(inner: str, expected: str) -> None:
    clause = only(f"抓好森林防火（{inner}）。")
    assert told(clause) == expected
    assert clause.text == inner
    assert clause.doubts == ()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("各市党委、政府", "各市党委、政府"),
        ("各区、县级市", "各区、县级市"),
        ("各县(市、区)党委和人民政府", "各县(市、区)党委和人民政府"),
        ("各区〔县、市〕政府", "各区〔县、市〕政府"),
        ("各省、自治区、直辖市人民政府", "各省、自治区、直辖市人民政府"),
        ("州林业局及州直有关单位", "州林业局 州直有关单位"),
        ("县文化和旅游局、县政务和数据局", "县文化和旅游局 县政务和数据局"),
        ("省住房和城乡建设厅和省水利厅", "省住房和城乡建设厅 省水利厅"),
        ("县总工会等和各乡镇人民政府", "县总工会 各乡镇人民政府"),
        ("银行协会等国务院有关部门及各地区", "银行协会 国务院有关部门 各地区"),
        ("省发展改革委、科技厅、工业和信息化厅", "省发展改革委 科技厅 工业和信息化厅"),
        ("临江、平安县政府", "临江 平安县政府"),
        ("县委组织部（人才办）", "县委组织部（人才办）"),
        ("县委改革办〔县营商环境局〕、县财政局", "县委改革办〔县营商环境局〕 县财政局"),
        ("市经信局市新经济委", "市经信局 市新经济委"),
        ("市公安局市中分局", "市公安局市中分局"),
        ("县委县政府督查室", "县委县政府督查室"),
        ("县农商行、人保财险临江支公司", "县农商行 人保财险临江支公司"),
        ("属地供电公司、有关乡镇、各区镇", "属地供电公司 有关乡镇 各区镇"),
        ("县住房和城市更新局,县人才工作局", "县住房和城市更新局 县人才工作局"),
        ("县林业局等负有森林防火职责的部门", "县林业局 负有森林防火职责的部门"),
        ("县林业局等单位、县水务局等5个部门", "县林业局 县水务局"),
        ("县林业局等相关部门和县水务局", "县林业局 相关部门 县水务局"),
        ("县林业局等单位及各乡镇", "县林业局 各乡镇"),
        ("临江集团、平安集团等省属企业", "临江集团 平安集团 省属企业"),
        ("县高等教育服务中心", "县高等教育服务中心"),
        ("县林业局 县水务局", "县林业局 县水务局"),
        ("县林\n业局、\t县水务局", "县林业局 县水务局"),
        ("州委編辦及州直相關單位", "州委編辦 州直相關單位"),
    ],
)
def test_a_list_of_names_is_parted_where_a_name_ends(names: str, expected: str) -> None:
    assert " ".join(only(f"抓好落实（{names}负责）。").duty.responsible) == expected


@pytest.mark.parametrize(
    ("inner", "dues", "recurrences", "doubts"),
    [
        ("办公室牵头，各供电所负责；完成时限：至全省两会结束", ("至全省两会结束",), (), ()),
        ("县发改局、临江开发区管委会,6月底完成", ("6月底",), (), ()),
        ("县级各部门分别负责,年内持续推进", ("年内持续推进",), (), ()),
        ("县林业局负责，长期坚持", ("长期坚持",), (), ()),
        ("县林业局6月底前完成", ("6月底前",), (), ()),
        ("责任单位：县林业局；每季度一次", (), ("每季度一次",), ()),
        ("县林业局牵头,每季度一次,12月底前完成", ("12月底前",), ("每季度一次",), ()),
        ("县政府分管领导牵头，县林业局负责", (), (), ("县政府分管领导牵头",)),
        ("办公室负责；依据领导参会安排确定行程", (), (), ("依据领导参会安排确定行程",)),
        ("责任领导：张某某；责任单位：县教育局", (), (), ("责任领导：张某某",)),
        ("责任单位：*县大数据中心、县林业局", (), (), ("*县大数据中心、县林业局",)),
        ("责任单位：县林业局完成时限：11月30日", ("11月30日",), (), ()),
    ],
)
def test_what_is_no_name_is_a_deadline_an_interval_or_a_doubt(
    inner: str, dues: tuple[str, ...], recurrences: tuple[str, ...], doubts: tuple[str, ...]
) -> None:
    clause = only(f"抓好落实（{inner}）。")
    assert (clause.dues, clause.recurrences, clause.doubts) == (dues, recurrences, doubts)
    assert not clause.duty.is_empty()


@pytest.mark.parametrize("brackets", ["（）", "()", "〔〕", "[]", "［］", "【】", "（)", "(）", "〔)"])
def test_any_pair_of_brackets_may_hold_a_clause(brackets: str) -> None:
    text = f"抓好落实{brackets[0]} 县林业局牵头,\t县水务局配合 {brackets[1]}。下一句。"
    clause = only(text)
    assert told(clause) == "L 县林业局 S 县水务局"
    assert text[clause.start : clause.end] == text[4:-5]


@pytest.mark.parametrize(
    "text",
    [
        "细颗粒物(PM2.5)浓度下降。",
        "天数达标(即全年污染天数不能超过27天)。",
        "重点企业(包括发电公司、钢铁公司、水泥公司等)。",
        "推广经验(临江区、平安区、港南区参照执行)。",
        "“五水共治”(治污水、防洪水、排涝水)。",
        "各乡镇政府(含开发区管委会)要落实。",
        "（此件公开发布）",
        "（代章）",
        "三年行动（2026—2028年）。",
        "规(guī)范(fàn)",
        "行业(公路、水路、航空、管道)。",
        "乡镇(街道)和村(社区)。",
        "福利机构(养老院、福利院)。",
        "“三有”(有人员、有制度、有装备)。",
        "“两会一卡”(班前会、班后会、作业卡)制度。",
        "案(件)办理。修正案(三)。",
        "报县应急管理局（县安委办）。",
        "成立领导小组（办公室设在县林业局）。",
        "政策（企业负责、业主参与）落地。",
        "实行（县长负责制）。",
        "（林长负责人牵头）",
        "《约谈实施办法（试行）》",
        "（临政发〔2019〕3号）",
        "形成分工负责、各负其责的格局。实行挂牌督办。主要负责人要负责。谁主管谁负责。",
        "组织由相关部门牵头的专家组。各部门按职责分工负责。",
        "县林业局负责全县防火工作，县公安局负责侦办案件。",
        "各责任单位：\n要认真抓好落实。",
        "落实责任单位和责任人，明确完成时限。",
        "完成时限：12月底。",
        "日常工作由县林业局负责。",
        "（）（ ）(",
    ],
)
def test_what_only_looks_like_a_duty_is_none(text: str) -> None:
    assert find_clauses(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓好防火。\n责任单位：各林场，各区县（市）政府\n", "R 各林场 各区县（市）政府"),
        ("抓好防火。责任单位：县林业局配合单位：县公安局完成时限：2026年11月30日", "R 县林业局 S 县公安局"),
        (
            "牵头单位：县发改局\n责任单位：县财政局、各乡镇\n完成时限：12月底前\n另起一段。",
            "L 县发改局 R 县财政局 各乡镇",
        ),
        ("抓好防火。责任科室：防火股。", "R 防火股"),
        ("抓好防火，县林业局牵头，县公安局配合，3月底前完成。", "L 县林业局 S 县公安局"),
        ("由县林业局牵头，会同各乡镇。", "L 县林业局 S 各乡镇"),
        ("抓好防火。县林业局、县公安局按职责分工负责。", "R 县林业局 县公安局"),
        ("抓好防火（县林业局牵头，各乡镇配合。", "L 县林业局 S 各乡镇"),
        ("抓好防火。县林业局牵头，各乡镇配合）。", "L 县林业局 S 各乡镇"),
    ],
)
def test_a_clause_may_stand_without_brackets(text: str, expected: str) -> None:
    clause = only(text)
    assert told(clause) == expected
    assert not text[clause.start : clause.end].endswith(("\n", "。"))
    assert "负责" not in text[clause.end :]


def test_labels_in_one_line_without_marks_keep_their_deadline() -> None:
    clause = only("责任单位：服务商完成时限：2026年11月30日")
    assert clause.duty.responsible == ("服务商",)
    assert clause.dues == ("2026年11月30日",)


def test_a_label_ends_where_the_next_item_begins() -> None:
    first, second = find_clauses("抓实。责任单位：县林业局2.推进。责任单位：县水务局")
    assert first.duty.responsible == ("县林业局",)
    assert second.duty.responsible == ("县水务局",)


def test_each_clause_of_an_item_is_found_in_order() -> None:
    text = (
        "专项检查(县林业局)。抓好巡护。(各乡镇牵头，县公安局配合)。"
        "青年创建。(团县委)以防火为重点。(县卫健委会同各部门负责)。"
    )
    assert [told(clause) for clause in find_clauses(text)] == [
        "R 县林业局",
        "L 各乡镇 S 县公安局",
        "R 团县委",
        "L 县卫健委 S 各部门",
    ]


def test_every_starred_name_is_kept_without_its_star() -> None:
    assert only("（责任单位：*县数据局、县林业局）").duty.responsible == ("县数据局", "县林业局")


BODIES = st.sampled_from(
    ["县林业局", "县水务局", "县住房和城乡建设局", "各乡镇", "县委宣传部", "团县委", "县消防救援大队"]
)


@given(
    st.lists(BODIES, min_size=1, max_size=5, unique=True),
    st.lists(BODIES, min_size=1, max_size=5, unique=True),
)
def test_names_come_back_as_they_were_listed(lead: list[str], support: list[str]) -> None:
    clause = only(f"抓实（{'、'.join(lead)}牵头，{'、'.join(support)}配合）。")
    assert clause.duty.lead == tuple(lead)
    assert clause.duty.support == tuple(support)


@given(st.text(alphabet="（）()〔〕县林业局牵头，负责、；。：责任单位各和等\n 1A", max_size=80))
def test_any_text_is_read_without_failing_and_places_are_true(text: str) -> None:
    end = 0
    for clause in find_clauses(text):
        assert end <= clause.start < clause.end <= len(text)
        end = clause.end
        squeezed = re.sub(r"\s+", "", text[clause.start : clause.end])
        assert re.sub(r"\s+", "", clause.text) in squeezed
        assert not clause.duty.is_empty()


def gold_duties(name: str) -> list[dict[str, object]]:
    gold = json.loads((PAST_PLANS / f"{name}.json").read_text("utf-8"))
    return [duty for section in gold["sections"] for task in section["tasks"] for duty in task["duties"]]


def uses(duties: list[dict[str, object]]) -> set[tuple[int, str, str]]:
    return {
        (place, role, str(each)) for place, duty in enumerate(duties) for role in ROLES for each in duty[role]
    }  # type: ignore[attr-defined]


@needs_gold
def test_the_real_clauses_are_read_as_people_read_them() -> None:
    right = found = expected = 0
    for name in NAMES:
        duties = gold_duties(name)
        read = []
        for duty in duties:
            held = only(f"做好工作（{duty['text']}）。").duty
            read.append({role: held.names(role) for role in ROLES})
        right += len(uses(duties) & uses(read))
        found, expected = found + len(uses(read)), expected + len(uses(duties))
    assert expected > 350
    assert 2 * right / (found + expected) >= 0.995


@needs_gold
@pytest.mark.parametrize("name", NAMES)
def test_the_real_texts_give_their_clauses_and_no_other(name: str) -> None:
    text = (PAST_PLANS / f"{name}.txt").read_text("utf-8")
    assert [clause.text for clause in find_clauses(text)] == [duty["text"] for duty in gold_duties(name)]
