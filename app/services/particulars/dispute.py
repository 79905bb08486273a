"""A dispute in lines."""

from __future__ import annotations

from app.domain.kinds.dispute.facts import CAME, Side
from app.domain.kinds.dispute.state import RESULTS, DisputeCase
from app.domain.money import format_yuan
from app.services.labels import label
from app.services.particulars.lines import Lines, joined


def lines(case: DisputeCase) -> Lines:
    """Who disputes with whom about what, who mediates, what was agreed and what the court said."""
    quarrel, effective = case.quarrel, case.effective_on()
    found = case.confirmation()
    decided = found.decided if found is not None else None
    return [
        ("申请人", _side(case.applicant)),
        ("被申请人", _side(case.respondent)),
        ("案件来源", joined("，", CAME.get(quarrel.came, ""), case.origin.source if case.origin else "")),
        ("纠纷类型", label("dispute_sorts", quarrel.sort)),
        ("申请事项", "；".join(quarrel.wanted)),
        ("金额", f"{format_yuan(quarrel.amount)} 元" if quarrel.amount is not None else ""),
        ("调解员", "、".join(case.named_mediators())),
        ("协议金额", f"{format_yuan(case.agreement.total())} 元" if case.agreement else ""),
        ("协议生效", str(effective) if effective is not None else ""),
        ("挽回损失", f"{format_yuan(case.recovered())} 元" if case.recovered() else ""),
        (
            "司法确认",
            joined("，", RESULTS[decided.result], decided.number, str(decided.on)) if decided else "",
        ),
        ("纠纷情况", quarrel.facts),
    ]


def _side(side: Side) -> str:
    people = "；".join(joined("，", one.name, one.phone, one.address) for one in side.people)
    return joined("；", people, f"代理人 {side.delegate.name}" if side.delegate.name else "")
