"""What was done in a complaint, as lines: one function for each section of 办理."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.dates import SHANGHAI
from app.domain.kinds.complaint.events import PartyNotified
from app.domain.kinds.complaint.state import Complaint, Decision
from app.domain.masking import mask_phone
from app.domain.money import format_yuan
from app.services import rulebook
from app.services.labels import label
from app.services.timeline import INQUIRY_FORMS, MATTERS, OUTCOMES, PARTIES, RESULTS
from app.ui.dialogs.inquiry import CHOSEN_BY
from app.ui.matter.record_list import Record
from app.ui.matter.words import moment_words

_OUTCOME_ROLES = {"agreed": "success", "continue": "info", "failed": "danger"}
_RESULT_ROLES = {"reached": "success", "unreached": "warning", "returned": "warning"}


def decisions(case: Complaint) -> list[Record]:
    """Acceptance, refusal, termination."""
    rules = rulebook.rule_book().by_id(case.rule_set)
    found = []
    if case.acceptance is not None:
        found.append(
            Record(str(case.acceptance.on), f"决定受理 {case.acceptance.by}".strip(), case.acceptance.facts)
        )
    for decision, title, find in (
        (case.refusal, "决定不予受理", rules.refusal_ground),
        (case.termination, "决定终止调解", rules.termination_ground),
    ):
        if decision is not None:
            grounds = "\n".join(f"{find(code).label}{find(code).text}" for code in decision.grounds)
            found.append(_decision(decision, title, grounds))
    return found


def _decision(decision: Decision, title: str, grounds: str) -> Record:
    return Record(
        str(decision.on),
        f"{title} {decision.by}".strip(),
        "\n".join(t for t in (grounds, decision.facts) if t),
    )


def notices(case: Complaint) -> list[Record]:
    """Who was told what."""
    return [
        Record(
            moment_words(n.at),
            f"{MATTERS[n.matter]} → {PARTIES[n.party]}，{_by_which_way(n)}",
            "，".join(t for t in (f"告知人 {n.by}", n.note) if t),
            (RESULTS[n.result], _RESULT_ROLES[n.result]),
        )
        for n in case.notices
    ]


def _by_which_way(notice: PartyNotified) -> str:
    """Method and address; a telephone number stays covered."""
    address = mask_phone(notice.address) if notice.method in ("phone", "sms") else notice.address
    return f"{label('notice_methods', notice.method)} {address}".strip()


def inquiries(case: Complaint) -> list[Record]:
    """What was found out."""
    return [
        Record(
            moment_words(i.at),
            f"{INQUIRY_FORMS[i.form]} · {i.place} · {i.persons} · 调查人员 {'、'.join(i.investigators)}",
            i.text,
        )
        for i in case.inquiries
    ]


def appraisals(case: Complaint) -> list[Record]:
    """Experts asked, and what they said."""
    found = []
    for appraisal in case.appraisals:
        start, report = appraisal.started, appraisal.reported
        fee = f"，费用 {format_yuan(start.fee)} 元" if start.fee is not None else ""
        when = f"{start.commissioned_on}" + (f" 至 {report.reported_on}" if report else " 起")
        status = ("已出结论", "success") if report else ("等待结论，期限停止计算", "warning")
        text = f"{start.item}；{CHOSEN_BY.get(start.chosen_by, '')}{fee}"
        detail = f"{text}\n结论：{report.conclusion}" if report else text
        found.append(Record(when, start.institution, detail, status))
    return found


def consents(case: Complaint) -> list[Record]:
    """Who agreed to be mediated."""
    return [
        Record(
            str(c.on),
            f"{PARTIES[c.party]} · {label('notice_methods', c.method)} · 征询人 {c.by}",
            c.note,
            ("同意调解", "success") if c.agrees else ("不同意", "danger"),
        )
        for c in case.consents.values()
    ]


def sessions(case: Complaint) -> list[Record]:
    """Sessions held and arranged, in their order."""
    held = {s.no: s for s in case.sessions}
    arranged = {s.no: s for s in case.schedules}
    found = []
    for number in sorted({*held, *arranged}):
        session = held.get(number)
        if session is not None:
            end = f"—{session.ended_at.astimezone(SHANGHAI):%H:%M}" if session.ended_at else ""
            title = f"第 {number} 次 · {label('session_modes', session.mode)} · {session.place}"
            mediators = "、".join(session.mediators)
            people = f"调解人员 {mediators}，记录人 {session.recorder}；到场：{session.attendees}"
            status = (OUTCOMES[session.outcome], _OUTCOME_ROLES[session.outcome])
            found.append(
                Record(f"{moment_words(session.started_at)}{end}", title, f"{people}\n{session.text}", status)
            )
        else:
            plan = arranged[number]
            title = f"第 {number} 次 · {label('session_modes', plan.mode)} · {plan.place}"
            found.append(
                Record(
                    moment_words(plan.at), title, f"调解人员 {'、'.join(plan.mediators)}", ("已安排", "info")
                )
            )
    return found


def replies(case: Complaint) -> list[Record]:
    """Answers given, calls afterwards, rounds gone back."""
    found = [
        Record(
            str(r.on),
            f"回复{PARTIES[r.to]} · {label('notice_methods', r.method)} · {r.by}",
            r.text,
            (RESULTS.get(r.result, r.result), _RESULT_ROLES.get(r.result, "neutral")),
        )
        for r in case.replies
    ]
    for call in case.follow_ups:
        answer = label("satisfaction", call.satisfaction) if call.reached else "未联系上"
        role = "danger" if call.satisfaction == "unsatisfied" else "success" if call.reached else "warning"
        title = f"回访 · {label('notice_methods', call.method)} · {call.by}"
        found.append(Record(str(call.on), title, call.text or call.no_return_reason, (answer, role)))
    return found


def endings(case: Complaint) -> list[Record]:
    """Sent back, closed, filed, voided."""
    found = [
        Record("", f"第 {number} 次退回重新办理", reason, ("退回", "warning"))
        for number, reason in enumerate(case.returns, 1)
    ]
    if case.closed_on is not None:
        found.append(Record(str(case.closed_on), "结案", case.closing_summary))
    if case.filed_on is not None:
        found.append(Record(str(case.filed_on), f"归档，卷号 {case.volume}"))
    if case.void_reason:
        found.append(Record("", "作废登记", case.void_reason))
    return found


SECTIONS: dict[str, Callable[[Complaint], list[Record]]] = {
    "结案与归档": endings,
    "回复与回访": replies,
    "调解": sessions,
    "调解意愿": consents,
    "鉴定检测": appraisals,
    "调查": inquiries,
    "告知": notices,
    "决定": decisions,
}
"""Sections, the latest in a case's life first."""
