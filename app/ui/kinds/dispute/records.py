"""What was done in a dispute, as lines: one function for each section of 办理."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.dispute.checks import CHOSEN, KEPT, RISKS, SIGNED_HOW
from app.domain.kinds.dispute.state import MEDIATOR, RESULTS, ROUTES, DisputeCase
from app.services import rulebook
from app.services.labels import label
from app.ui.matter import matter_records, settlement_records
from app.ui.matter.matter_records import decision
from app.ui.matter.record_list import Record
from app.ui.matter.words import joined, lines, moment_words

_KEPT_ROLES = {"all": "success", "part": "warning", "none": "danger"}
_RESULT_ROLES = {"confirmed": "success", "rejected": "danger", "withdrawn": "neutral"}


def decisions(case: DisputeCase) -> list[Record]:
    """Taken up, not taken up, ended."""
    rules = rulebook.rule_book("people_mediation").by_id(case.rule_set)
    found = []
    if case.acceptance is not None:
        found.append(decision(case.acceptance, "受理调解"))
    for made, title, find in (
        (case.refusal, "不受理", rules.refusal_ground),
        (case.termination, "终止调解", rules.termination_ground),
    ):
        if made is not None:
            grounds = "\n".join(f"{find(code).label}{find(code).text}" for code in made.grounds)
            found.append(decision(made, title, grounds))
    return found


def preparation(case: DisputeCase) -> list[Record]:
    """Rights told, mediators named, longer mediation agreed."""
    found = [
        Record(
            str(r.on),
            f"权利义务告知书 → {case.PARTIES[r.party]}，{r.signed_by}{SIGNED_HOW[r.how]}",
            joined(f"告知人 {r.by}", "要求公开调解" if r.openly else ""),
        )
        for r in case.rights.values()
    ]
    if case.named is not None:
        named = case.named
        accepted = "、".join(case.PARTIES[p] for p in named.accepted)
        found.append(
            Record(
                str(named.on),
                f"调解员 {'、'.join(named.mediators)} · {CHOSEN[named.chosen]}",
                lines(
                    f"{accepted}接受" if accepted else "还没有当事人接受",
                    f"邀请参与：{'、'.join(named.helpers)}" if named.helpers else "",
                ),
            )
        )
    if case.prolonged is not None:
        found.append(
            Record(str(case.prolonged.on), f"双方同意调解到 {case.prolonged.until}", case.prolonged.reason)
        )
    return found


def risks(case: DisputeCase) -> list[Record]:
    """民转刑."""
    return [
        Record(
            moment_words(r.at),
            joined(RISKS[r.level], f"已报告{r.told}" if r.told else ""),
            lines(r.facts, r.measures),
            ("激化风险", "danger"),
        )
        for r in case.risks
    ]


def signatures(case: DisputeCase) -> list[Record]:
    """Who signed when, and the day of effect."""
    found = []
    for one in case.signatures:
        who = "调解员" if one.role == MEDIATOR else case.PARTIES[one.role]
        by = f"（{one.by}代）" if one.by else ""
        witness = f"见证人 {one.witness}" if one.witness else ""
        found.append(Record(str(one.on), f"{who} {one.name}{by} {SIGNED_HOW[one.how]}", witness))
    if case.sealed_on is not None:
        found.append(Record(str(case.sealed_on), "加盖人民调解委员会印章", ""))
    effective = case.effective_on()
    if effective is not None:
        found.append(Record(str(effective), "协议生效", "", ("生效", "success")))
    return found


def court(case: DisputeCase) -> list[Record]:
    """司法确认 and enforcement."""
    found = []
    if case.confirmation_declined is not None:
        found.append(
            Record(str(case.confirmation_declined.on), "不申请司法确认", case.confirmation_declined.note)
        )
    for one in case.confirmations:
        found.append(Record(str(one.applied.on), f"向{one.applied.court}申请司法确认", one.applied.papers))
        if one.taken is not None:
            title = joined("法院受理" if one.taken.taken else "法院不予受理", one.taken.number)
            found.append(Record(str(one.taken.on), title, one.taken.reason))
        if one.decided is not None:
            result = one.decided.result
            found.append(
                Record(
                    str(one.decided.on),
                    joined("法院决定", one.decided.number),
                    one.decided.reason,
                    (RESULTS[result], _RESULT_ROLES[result]),
                )
            )
    found += [Record(str(n.on), f"向{n.court}申请强制执行", n.text) for n in case.enforcements]
    return found


def visits(case: DisputeCase) -> list[Record]:
    """Visits made, and the one that is planned."""
    found = [
        Record(
            str(v.on),
            joined(v.whom, label("notice_methods", v.method), f"回访人 {v.by}"),
            lines(v.text, f"隐患：{v.hazard}" if v.hazard else ""),
            (KEPT[v.kept], _KEPT_ROLES[v.kept]),
        )
        for v in case.visits
    ]
    planned = case.visit_due()
    if planned is not None:
        found.append(Record(str(planned.on), planned.purpose, f"回访人 {planned.by}", ("已安排", "info")))
    return found


def routes(case: DisputeCase) -> list[Record]:
    """What both sides were told after failure."""
    return [
        Record(
            str(r.on),
            f"救济途径 → {case.PARTIES[r.party]}，{label('notice_methods', r.method)}",
            lines("、".join(ROUTES[code] for code in r.routes), r.note),
        )
        for r in case.routes
    ]


SECTIONS: dict[str, Callable[[DisputeCase], list[Record]]] = {
    "结案与归档": matter_records.endings,
    "回复": matter_records.replies,
    "救济途径": routes,
    "回访": visits,
    "司法确认": court,
    "签名盖章": signatures,
    "上交与下派": matter_records.handovers,
    "调解": settlement_records.sessions,
    "调解意愿": settlement_records.consents,
    "激化风险": risks,
    "调查": matter_records.inquiries,
    "告知": matter_records.notices,
    "准备": preparation,
    "受理": decisions,
}
"""Sections, the latest in a case's life first."""
