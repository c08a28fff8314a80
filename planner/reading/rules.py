"""Rules said once for the whole document, which change the meaning of every duty clause.

列第一位者为牵头单位 · 第一个逗号前为牵头单位 · 无牵头单位的，责任单位即为牵头单位 · 以下均需…落实，不再列出.
Each is applied where the document says it, and always reported, because it gives leads that no clause prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from planner.findings import Finding, Severity, Where
from planner.plan import ROLES, Duty
from planner.reading.lines import Line

_FIRST = re.compile(
    r"(?:列|排|排列|位列|排名)?(?:在)?(?:第一|首)(?:位|个(?!逗号)|名|者|的)+[^。；，,、）)]{0,10}为(?:主要)?(?:牵头|汇总|主办)"
)
_RULE_WORDS = re.compile(r"为(?:主要)?(?:牵头|汇总|主办)|^下同$|不再列出")
_BEFORE_COMMA = re.compile(r"第一个逗号(?:之?前|以前)[^。；，,）)]{0,12}为牵头")
_NO_LEAD = re.compile(
    r"(?:无|没有|未明确|未列|未注明|未标明)牵头(?:单位|部门)的?[，,]?\s*(?:以|由)?责任(?:单位|部门)(?:即|均|都|就)?为?牵头"
)
_ADDED = re.compile(
    r"(?:以下|下列|各项|上述|具体)[^。；）)]{0,16}?均?(?:需|须|由|应由|要由|涉及)(?P<names>(?:[^。；，,（）()]|[（(][^（）()]*[）)]){2,40}?)"
    r"(?:(?:共同|按职责|分别|具体|配合|负责)*(?:落实|负责|实施|配合|承担)[^。；）)]{0,12}|[，,])"
    r"不再(?:一一|逐一|另行|逐项|单独)?(?:列出|列明|注明|标注|[做作]?分工|列)"
)
_HINT = re.compile(r"为牵头|为主要牵头|为汇总|为主办|不再")
_COMMA = re.compile(r"[，,]")


@dataclass(frozen=True, slots=True)
class Rules:
    """What the document says of all its duties. `added` is a unit that every task needs."""

    first_leads: bool = False
    before_comma_leads: bool = False
    responsible_leads: bool = False
    added: str = ""

    def amend(self, duty: Duty) -> Duty:
        """A clause's duty with these rules applied; a clause that names its lead keeps it."""
        if _RULE_WORDS.search(duty.clause):
            duty = _without_rule_words(duty)
        if duty.responsible and not duty.lead:
            duty = self._with_lead(duty)
        if self.added and not duty.is_empty() and self.added not in duty.everyone():
            duty = replace(duty, responsible=(*duty.responsible, self.added))
        return duty

    def _with_lead(self, duty: Duty) -> Duty:
        names = duty.responsible
        if self.first_leads:
            return replace(duty, lead=names[:1], responsible=names[1:])
        if self.before_comma_leads:
            comma = _COMMA.search(duty.clause)
            head = duty.clause[: comma.start()] if comma else ""
            leads = tuple(name for name in names if name in head)
            if leads and len(leads) < len(names):
                return replace(
                    duty, lead=leads, responsible=tuple(name for name in names if name not in leads)
                )
        if self.responsible_leads:
            return replace(duty, lead=names, responsible=())
        return duty


def _without_rule_words(duty: Duty) -> Duty:
    """The duty without the words of a rule that stands in the clause among the names."""
    kept = {role: tuple(name for name in duty.names(role) if not _RULE_WORDS.search(name)) for role in ROLES}
    return replace(
        duty,
        lead=kept["lead"],
        responsible=kept["responsible"],
        support=kept["support"],
        supervise=kept["supervise"],
    )


def find_rules(lines: list[Line], document: str = "") -> tuple[Rules, list[Finding]]:
    """The rules a document states, each with a finding at its line."""
    rules = Rules()
    findings: list[Finding] = []
    for line in lines:
        if not _HINT.search(line.text):
            continue
        said: list[tuple[str, str]] = []
        if not rules.first_leads and (match := _FIRST.search(line.text)):
            rules = replace(rules, first_leads=True)
            said.append(("reading.rule_first_leads", match.group()))
        if not rules.before_comma_leads and (match := _BEFORE_COMMA.search(line.text)):
            rules = replace(rules, before_comma_leads=True)
            said.append(("reading.rule_comma_leads", match.group()))
        if not rules.responsible_leads and (match := _NO_LEAD.search(line.text)):
            rules = replace(rules, responsible_leads=True)
            said.append(("reading.rule_responsible_leads", match.group()))
        if not rules.added and (match := _ADDED.search(line.text)):
            rules = replace(rules, added=match["names"].strip())
            said.append(("reading.rule_added", rules.added))
        where = Where(document, line.number)
        findings.extend(Finding(code, Severity.WARNING, where, {"words": words}) for code, words in said)
    return rules, findings
