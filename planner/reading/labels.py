"""The labels of a duty clause: 牵头单位： 责任单位： 配合单位： 完成时限： 责任领导：

A label ends with a colon; 单位 and 部门 may also be followed by a blank, a dash, 为 or at once by a name.
"""

from __future__ import annotations

import re

from planner.plan import RoleName

_DUE = (
    r"(?P<due>(?:完成|办结|整改|工作|推进|落实|任务)?(?:时限|期限)(?:要求)?|(?:完成|整改|办结|推进)(?:时间|日期|节点)"
    r"|时间(?:要求|安排|节点|进度)?|进度(?:要求|安排))"
)
_LEVEL = r"(?:省|市|县|区|州|镇|乡|街道|局|园区)?级?"
_PERSON = (
    rf"(?P<person>(?:责任|牵头|分管|包保|包抓|包联|挂点|联系|主管|督办|负责)?{_LEVEL}(?:责任|牵头|分管|包保)?领导"
    r"|第?一?责任人员?|牵头人|负责人|联系人|联系电话|联系方式)"
)
_ROLE = (
    r"(?P<lead>总?牵头|主办|主要牵头)|(?P<support>配合|参与|协办|协助|协同|协作|参加|支持|会办)"
    r"|(?P<supervise>督办|督导|督促|监督|指导|督查)"
    r"|(?P<responsible>主要责任|主责|责任|落实|承办|实施|负责|执行|具体负责|主管|主体|归口|包保|包联)"
)
# 责任单位 · 责任科室（单位） · 牵头（责任）单位 · 责任单位及责任人
_NOUN = (
    r"(?:（[^（）]{1,4}）)?(?P<noun>(?:责任|负责)?(?:单位|部门|科室|处室|股室|科（处）室|机构|主体|地区|县区)"
    r"(?:（[^（）]{1,6}）)?(?P<persons>[及和与、](?:其)?责任(?:人员?|领导))?)?"
)
_DIVISION = r"(?P<division>(?:责任|任务|职责|工作)分工)"
# 牵头单位为县林业局, but not 第一位的责任单位为牵头单位; 责任单位县林业局 in a table whose rules were lost
_END = (
    r"(?:\s*：\s*|(?<=单位|部门)(?:\s+(?=\S)|\s*-{2}\s*|[为是](?!牵头|责任|主要|汇总|主办|主责)"
    r"|(?=[省市县区州镇乡各][^，。；：、（）]{1,14}(?:[局委办厅部]|政府|中心|乡镇|部门|单位))))"
)

LABEL = re.compile(rf"(?:{_DUE}|{_PERSON}|{_DIVISION}|(?:{_ROLE}){_NOUN}){_END}")


def role_of_label(label: re.Match[str]) -> RoleName:
    """The role a label gives: 牵头单位 lead, 配合单位 support, 督办单位 supervise, else responsible."""
    if label.group("lead"):
        return "lead"
    if label.group("support"):
        return "support"
    return "supervise" if label.group("supervise") else "responsible"


def kind_of_label(label: re.Match[str]) -> str:
    """The role, "due" or "person": a run of labels holds each kind once."""
    if label.group("due"):
        return "due"
    return "person" if label.group("person") else role_of_label(label)


def is_contact(label: re.Match[str]) -> bool:
    """联系人： and 联系电话： say nothing about duties."""
    return (label.group("person") or "").startswith("联系") and label.group("person") != "联系领导"
