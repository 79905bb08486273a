"""Two levels of sight (办法第37条): what stands for a sealed reporter, and who may look behind it.

Whoever handles a report works with the clue. The identity is shown to few, each time with a reason, and each
look is an event of the case.
"""

from __future__ import annotations

import re

from app.domain.kinds.report.facts import Reporter

SEALED = "举报人（已保密）"
ANONYMOUS = "匿名举报人"
NOBODY = "调解中发现（无举报人）"
BLOTTED = "〔已保密〕"
_SHORTEST = 2

SIGHT = "reporter_sight"
"""Office setting: who may see a reporter's identity besides the person in charge."""
SIGHTS: dict[str, str] = {
    "head_and_registrar": "负责人和登记本件的经办人",
    "head": "仅负责人",
    "head_and_clerks": "负责人和全部受理员",
}
"""Its values, the safe default first."""


def shown_name(reporter: Reporter, *, discovered: bool) -> str:
    """What everybody may read in the place of the reporter's name."""
    if discovered:
        return NOBODY
    return ANONYMOUS if reporter.anonymous else SEALED


def may_look(sight: str, role: str, *, registered_it: bool) -> bool:
    """Whether an operator of `role` may see the identity; `registered_it`: they wrote the report down."""
    if role == "head":
        return True
    if sight == "head_and_registrar":
        return registered_it
    return sight == "head_and_clerks" and role == "clerk"


def blotted(text: str, reporter: Reporter) -> str:
    """A text without the reporter's name, numbers and address, which people write into what they tell."""
    secrets = {reporter.name, reporter.phone, reporter.id_no, reporter.address}
    found = sorted((one for one in secrets if len(one) >= _SHORTEST), key=len, reverse=True)
    if not found or not text:
        return text
    return re.sub("|".join(re.escape(one) for one in found), BLOTTED, text, flags=re.IGNORECASE)


def same_reporter(one: Reporter, other: Reporter) -> bool:
    """Whether two named reporters are surely the same person: same document, or same name and telephone.

    A name alone is shared by many, and somebody trying names must not learn who reported.
    """
    if not (one.named and other.named):
        return False
    if one.id_no and other.id_no:
        return one.id_no.upper() == other.id_no.upper()
    return one.name == other.name and bool(one.phone) and one.phone == other.phone
