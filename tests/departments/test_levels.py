"""The same body at another level of government, and in another year."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.departments import Roster, Step, at_level, current_name
from planner.plan import Level


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("省应急管理厅", "县应急管理局"),
        ("省应急厅", "县应急管理局"),
        ("应急管理部", "县应急管理局"),
        ("湖东省应急管理厅", "县应急管理局"),
        ("省发展改革委", "县发展和改革局"),
        ("省公安厅", "县公安局"),
        ("省消防救援总队", "县消防救援大队"),
        ("市消防救援支队", "县消防救援大队"),
        ("消防救援支队", "消防救援大队"),
        ("省生态环境厅", "县生态环境分局"),
        ("省卫生健康委", "县卫生健康局"),
        ("省国资委", "县国有资产监督管理局"),
        ("省高级人民法院", "县人民法院"),
        ("省委宣传部", "县委宣传部"),
        ("省委编办", "县委编办"),
        ("省委办公厅", "县委办公室"),
        ("中央宣传部", "县委宣传部"),
        ("省政府办公厅", "县人民政府办公室"),
        ("团省委", "团县委"),
        ("省总工会", "县总工会"),
        ("省安委办", "县安委办"),
        ("省安委会办公室", "县安委会办公室"),
        ("各市（州）", "各乡镇（街道）"),
        ("中省直各有关部门", "县直各有关部门"),
        ("省级有关部门", "县级有关部门"),
        # nothing to change
        ("县应急管理局", "县应急管理局"),
        ("区应急管理局", "区应急管理局"),
        ("区科工局", "区科工局"),
        ("交警大队", "交警大队"),
        ("有关部门", "有关部门"),
        ("城关镇", "城关镇"),
        # no counterpart, or unknown
        ("省通信管理局", "省通信管理局"),
        ("国家能源局东北监管局", "国家能源局东北监管局"),
        ("宏达化工有限公司", "宏达化工有限公司"),
        # succession is another matter
        ("省安监局", "县安监局"),
        ("区消防救援支队", "区消防救援大队"),
    ],
)
def test_the_county_counterpart(name: str, expected: str, roster: Roster) -> None:
    assert at_level(name, "county", roster) == expected


@pytest.mark.parametrize(
    ("name", "level", "region", "expected"),
    [
        ("省应急管理厅", "county", "临川县", "临川县应急管理局"),
        ("区应急管理局", "county", "临川县", "临川县应急管理局"),
        ("区科工局", "county", "临川县", "临川县科工局"),
        ("省应急管理厅", "county", "区", "区应急管理局"),
        ("交警大队", "county", "县", "县交警大队"),
        ("团省委", "county", "临川县", "共青团临川县委"),
        ("团省委", "county", "区", "团区委"),
        ("省委编办", "county", "临川县", "临川县委编办"),
        ("省直有关单位", "county", "临川区", "区直有关单位"),
        ("县应急管理局", "province", "", "省应急管理厅"),
        ("县消防救援大队", "city", "", "市消防救援支队"),
        ("县应急管理局", "state", "", "应急管理部"),
        ("县应急管理局", "", "", "县应急管理局"),
        ("县应急管理局", "township", "", "县应急管理局"),
    ],
)
def test_other_levels_and_regions(
    name: str, level: Level, region: str, expected: str, roster: Roster
) -> None:
    assert at_level(name, level, roster, region) == expected


@settings(max_examples=300)
@given(data=st.data())
def test_going_to_a_level_twice_is_going_there_once(data: st.DataObject, roster: Roster) -> None:
    department = data.draw(st.sampled_from(roster.departments))
    name = data.draw(st.sampled_from(department.every_name())).replace("…", "临江")
    place = data.draw(st.sampled_from(["", "县", "区", "市", "省", "临江县"]))
    level: Level = data.draw(st.sampled_from(["state", "province", "city", "county", "township"]))
    region = data.draw(st.sampled_from(["", "县", "临川县"])) if level == "county" else ""
    once = at_level(place + name, level, roster, region)
    assert at_level(once, level, roster, region) == once


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("安监局", 2018, "安监局"),
        ("安监局", 2019, "应急管理局"),
        ("安监局", 2027, "应急管理局"),
        ("县安监局", 2027, "县应急管理局"),
        ("省安监局", 2027, "省应急管理厅"),
        ("扶贫办", 2020, "扶贫办"),
        ("扶贫办", 2022, "乡村振兴局"),
        ("扶贫办", 2027, "农业农村局"),
        ("县乡村振兴局", 2023, "县乡村振兴局"),
        ("县乡村振兴局", 2024, "县农业农村局"),
        ("县国土资源局", 2027, "县自然资源局"),
        ("县环保局", 2027, "县生态环境分局"),
        ("市环保局", 2027, "市生态环境局"),
        ("县卫计局", 2027, "县卫生健康局"),
        ("县卫生局", 2013, "县卫生局"),
        ("县卫生局", 2015, "县卫生和计划生育局"),
        ("县卫生局", 2027, "县卫生健康局"),
        ("县工商局", 2027, "县市场监督管理局"),
        ("县质监局", 2027, "县市场监督管理局"),
        ("县食药监局", 2027, "县市场监督管理局"),
        ("县公安消防大队", 2027, "县消防救援大队"),
        ("县农业局", 2027, "县农业农村局"),
        ("县畜牧局", 2027, "县农业农村局"),
        ("县文广新局", 2027, "县文化旅游广电体育局"),
        ("县旅游局", 2027, "县文化旅游广电体育局"),
        ("县粮食局", 2027, "县粮食和物资储备局"),
        ("县地税局", 2027, "县税务局"),
        ("县国税局", 2017, "县国税局"),
        ("市银监分局", 2022, "市银保监分局"),
        ("市银监分局", 2027, "市金融监管分局"),
        ("县大数据局", 2023, "县大数据局"),
        ("县大数据局", 2024, "县数据局"),
        ("县监察局", 2027, "县纪委监委"),
        ("县委两新工委", 2027, "县委社会工作部"),
        ("县应急管理局", 2027, "县应急管理局"),
        ("应急局", 2027, "应急局"),
        ("有关部门", 2027, "有关部门"),
        ("沿江办", 2027, "沿江办"),
    ],
)
def test_the_name_in_a_year(name: str, year: int, expected: str, roster: Roster) -> None:
    assert current_name(name, year, roster).name == expected


def test_the_chain_of_successions_is_told_with_its_years(roster: Roster) -> None:
    assert current_name("县扶贫办", 2027, roster).steps == (
        Step("扶贫开发办公室", "乡村振兴局", 2021),
        Step("乡村振兴局", "农业农村局", 2024),
    )
    assert current_name("县扶贫办", 2020, roster).steps == ()


def test_every_chain_ends_at_a_living_body(roster: Roster) -> None:
    for department in roster:
        if department.abolished is not None:
            final = current_name(department.name, 2027, roster)
            assert final.steps, department.name
            heirs = [held for held in roster if final.name in (held.name, f"县{held.name}")]
            assert [held.abolished for held in heirs] == [None], department.name
            years = [step.year for step in final.steps]
            assert years == sorted(years), department.name
