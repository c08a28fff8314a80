"""Who does what as a paper says it: the words of a duty clause (责任分工) from a duty."""

from __future__ import annotations

from planner.plan import ROLES, Duty, RoleName

_VERBS: dict[RoleName, str] = {
    "lead": "牵头",
    "responsible": "负责",
    "support": "配合",
    "supervise": "督促",
}


def clause_words(duty: Duty) -> str:
    """The document's own words where they are kept, else A牵头，B、C负责，D配合，E督促, without brackets.

    Empty where nobody is named.
    """
    if words := duty.clause.strip():
        return words[1:-1] if words[0] in "（(" and words[-1] in "）)" and len(words) > 1 else words
    return "，".join("、".join(duty.names(role)) + _VERBS[role] for role in ROLES if duty.names(role))
