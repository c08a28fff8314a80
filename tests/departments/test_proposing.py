"""Proposals for damaged names."""

import pytest

from planner.departments import Roster, propose, resolve

DAMAGED = """
    消防援大队 消防救援大队
    区消防援大队 区消防救援大队
    县消防救授大队 县消防救援大队
    消防教援大队 消防救援大队
    省消防救缓总队 省消防救援总队
    应急管里局 应急管理局
    应急理管局 应急管理局
    县应急管局 县应急管理局
    县应急管理管理局 县应急管理局
    应急管理居 应急管理局
    省应急管理斤 省应急管理厅
    县市场监督管局 县市场监督管理局
    市扬监督管理局 市场监督管理局
    市场监管理局 市场监督管理局
    市场管监局 市场监管局
    县住房和城多建设局 县住房和城乡建设局
    住房和乡建设局 住房和城乡建设局
    县住健局 县住建局
    自然资原局 自然资源局
    自然源局 自然资源局
    县自燃资源局 县自然资源局
    生态坏境分局 生态环境分局
    生态环境分分局 生态环境分局
    市生态环竟局 市生态环境局
    农业农材局 农业农村局
    县农业农局 县农业农村局
    交通运榆局 交通运输局
    县交通输运局 县交通运输局
    公安局交警大对 公安局交警大队
    公安局交通警察队 公安局交通警察大队
    交警太队 交警大队
    人力资源和社会保璋局 人力资源和社会保障局
    人力资源和会保障局 人力资源和社会保障局
    县文化旅游广电休育局 县文化旅游广电体育局
    文化旅游电体育局 文化旅游广电体育局
    卫生建康局 卫生健康局
    县卫生健局 县卫生健康局
    县退役军人事务务局 县退役军人事务局
    退役军人事局 退役军人事务局
    县委组纪部 县委组织部
    县委宜传部 县委宣传部
    县委政法委员 县委政法委员会
    县科学技木局 县科学技术局
    发展和改苹局 发展和改革局
    工业和信息化化局 工业和信息化局
    工业和倌息化局 工业和信息化局
    县财攻局 县财政局
    县民攻局 县民政局
    县教盲局 县教育局
    县气像局 县气象局
    县水力局 县水利局
    县税备局 县税务局
    县烟革专卖局 县烟草专卖局
    县供龟公司 县供电公司
    县总工全 县总工会
    妇女联合合会 妇女联合会
    县工商业联合 县工商业联合会
    县残疾人合会 县残疾人联合会
    安全生产委员会办公 安全生产委员会办公室
    安全生产委员办公室 安全生产委员会办公室
    防汛抗早指挥部办公室 防汛抗旱指挥部办公室
    防汛抗旱指军部 防汛抗旱指挥部
    城市管理和综合执法周 城市管理和综合执法局
    县人民法完 县人民法院
    县人民险察院 县人民检察院
    医疗保章局 医疗保障局
    机关事务服中心 机关事务服务中心
    供销合作社联社 供销合作社联合社
    县政府办公宝 县政府办公室
    融煤体中心 融媒体中心
    行政审批服局 行政审批服务局
    县统汁局 县统计局
    县林业同 县林业局
    县司法届 县司法局
"""
PAIRS = [tuple(line.split()) for line in DAMAGED.split("\n") if line.strip()]

SAME_BODY = [
    # A likeness of two names of one body: either is right.
    ("住房城和乡建设局", "housing"),
    ("县发展改和革局", "development-reform"),
    ("区委编办公室", "posts"),
]

NO_DAMAGE = """
    宏达化工有限公司 第三中学 实验幼儿园 王家村 张三 财务科 综合股 人事股 业务科室 项目经理部 明珠大酒店
    新华书店 东方红小学 派出所 养老院 志愿服务队 专家组 领导小组 工作专班 县长 分管领导 主要负责人
    局长办公会 物业公司 保险公司 旅行社 博物馆 图书馆 体育馆 殡仪馆 福利院 敬老院 律师事务所 会计师事务所
    建筑公司 化肥厂 加油站 客运站 污水处理厂 国有林场 第二季度 年底前 按职责分工 抓好落实 加强监管
    安全生产月 出租车公司 矿山救护队 律师协会 职业技术学院 锅炉房 检测站 车管所 收费站 法制科
    党支部 居委会 村委会 业委会 商会 餐饮协会 石化公司 烟花爆竹公司 民兵 检查组 督导组 美术馆 影剧院
    水库管理所 种子站 急救中心 卫生院 法律援助中心 公证处 看守所 车站 机场 物流园
    快递公司 监理公司 设计院 勘察院 地质队 尾矿库
"""


def test_the_table_is_long_enough() -> None:
    assert len(PAIRS) >= 45
    assert len(set(PAIRS)) == len(PAIRS)


@pytest.mark.parametrize(("damaged", "right"), PAIRS)
def test_the_right_name_of_a_damaged_one_comes_first(damaged: str, right: str, roster: Roster) -> None:
    assert resolve(damaged, roster) is None
    first = propose(damaged, roster)[0]
    assert (first.written, first.name, first.how) == (right, damaged, "damaged")
    assert 0.7 < first.score < 1


@pytest.mark.parametrize(("damaged", "id"), SAME_BODY)
def test_the_right_body_of_a_damaged_name_comes_first(damaged: str, id: str, roster: Roster) -> None:
    department = propose(damaged, roster)[0].department
    assert department is not None
    assert department.id == id


@pytest.mark.parametrize("name", NO_DAMAGE.split())
def test_a_name_that_is_no_damage_gets_no_proposal(name: str, roster: Roster) -> None:
    assert propose(name, roster) == ()


def test_proposals_come_best_first_and_each_body_once(roster: Roster) -> None:
    for damaged, _ in PAIRS:
        found = propose(damaged, roster)
        assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
        ids = [match.department.id for match in found if match.department]
        assert len(ids) == len(set(ids)) == len(found) <= 5


def test_a_right_name_has_no_proposal(roster: Roster) -> None:
    for name in ("县应急管理局", "应急局", "各有关部门", "城关镇", "省公安厅"):
        assert propose(name, roster) == ()


def test_a_name_of_another_level_than_its_place_has_one_proposal(roster: Roster) -> None:
    (match,) = propose("区消防救援支队", roster)
    assert (match.written, match.how) == ("区消防救援大队", "level")


def test_an_abolished_body_is_proposed_by_its_successor(roster: Roster) -> None:
    (match,) = propose("县安监局", roster)
    assert (match.written, match.how) == ("县应急管理局", "abolished")


def test_most_single_slips_in_long_names_are_seen_through(roster: Roster) -> None:
    """One letter lost, doubled or swapped in full names of four letters or more: 95 in 100 come first."""
    right = wrong = 0
    for department in roster.departments[::2]:
        name = department.name
        if department.abolished is not None or department.kind == "township" or len(name) < 4:
            continue
        middle = len(name) // 2
        lost = name[:middle] + name[middle + 1 :]
        doubled = name[: middle + 1] + name[middle:]
        swapped = name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
        for damaged in (lost, doubled, swapped):
            if damaged == name or resolve(damaged, roster) is not None:
                continue
            found = propose(damaged, roster)
            if found and found[0].department == department:
                right += 1
            else:
                wrong += 1
    assert right > 150
    assert right / (right + wrong) >= 0.95
