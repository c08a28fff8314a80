"""Names that name no single body: 有关部门, 各行业主管部门, 区直有关单位; and townships by their names."""

from __future__ import annotations

import re

from planner.departments.places import splits
from planner.departments.records import Department
from planner.departments.roster import Roster

_COLLECTIVE = re.compile(
    r"^(?:各|有关|相关|全体|其他|其它|所有|负有|承担|属地|基层|涉及|涉事|中央和国家|驻[省市县区])"
    r"|有关|相关|成员单位|主管部门|责任单位|牵头单位|配合单位|监管部门|职责的"
    r"|[省市区县州旗]直[各单部]|[省市区县]级[各部单]|党委、政府|党委和政府"
    r"|(?:部门|单位|企业|中小学校|类学校|运营商|乡镇|乡街|街镇|镇街|镇办|街办|园区|乡镇街道|村居|社区|县区|区县)$"
)
_TOWNSHIPS = re.compile(r"乡镇|乡街|镇街|街镇|镇办|街道|乡（镇|乡\(镇|各镇|各乡")
_TOWNSHIP = re.compile(
    r"(?!.*(?:老城乡|城乡|家乡|下乡|故乡|水乡|[集市村乡小古强重]镇|建制镇|中心镇)$)"
    r"[\u4e00-\u9fff]{1,8}(?:"
    r"(?:镇|乡|苏木)(?:党委政府|党委|人民政府|政府|人大)?|街道(?:办事处|办|党工委)?)"
)
_LEVEL_WORD = re.compile(
    r"^(各?)(?:中省直|中直|省市直|省直|市直|州直|区直|县直)|^(各?)(?:省级|市级|区级|县级)"
)


def is_collective(name: str) -> bool:
    """True for words that stand for several bodies nobody has listed."""
    return _COLLECTIVE.search(name) is not None


def is_township(name: str) -> bool:
    """True for the name of one township or sub-district (城关镇, 城关镇人民政府, 东风街道办事处)."""
    return any(_TOWNSHIP.fullmatch(rest) is not None for _, rest in splits(name) if rest)


def names_townships(name: str) -> bool:
    """True for a collective that means the townships and sub-districts."""
    return _TOWNSHIPS.search(name) is not None


def townships_of(roster: Roster) -> Department | None:
    """The roster's record for all townships together (各乡镇（街道）); None where it holds none."""
    of_kind = [held for held in roster if held.kind == "township" and held.name.startswith("各")]
    return of_kind[0] if of_kind else None


def collective_at(name: str, letter: str) -> str:
    """A collective with its word for the level changed: 中省直各有关部门 → 县直各有关部门."""

    def changed(found: re.Match[str]) -> str:
        if found[1] is not None:
            return f"{found[1]}{letter}直"
        return f"{found[2]}{letter}级"

    return _LEVEL_WORD.sub(changed, name)
