"""What was done in a case of any kind, as lines: notices, inquiries, answers, and how it ended."""

from __future__ import annotations

from app.domain.masking import mask_phone
from app.domain.matter.events import PartyNotified
from app.domain.matter.state import Decision, Matter
from app.services import kinds
from app.services.history.words import INQUIRY_FORMS, MATTERS, RESULTS, party
from app.services.labels import label
from app.ui.matter.record_list import Record
from app.ui.matter.words import moment_words

_DIRECTIONS = {"up": "上交", "down": "下派"}
RESULT_ROLES = {"reached": "success", "unreached": "warning", "returned": "warning"}


def decision(made: Decision, title: str, grounds: str = "") -> Record:
    """A decision with who made it; `grounds` in words, above the facts."""
    detail = "\n".join(text for text in (grounds, made.facts) if text)
    return Record(str(made.on), f"{title} {made.by}".strip(), detail)


def notices(case: Matter) -> list[Record]:
    """Who was told what."""
    return [
        Record(
            moment_words(n.at),
            f"{MATTERS.get(n.matter, n.matter)} → {_who(case, n.party)}，{_by_which_way(case, n)}",
            "，".join(t for t in (f"告知人 {n.by}", n.note) if t),
            (RESULTS[n.result], RESULT_ROLES[n.result]),
        )
        for n in case.notices
    ]


def inquiries(case: Matter) -> list[Record]:
    """What was found out."""
    return [
        Record(
            moment_words(i.at),
            f"{INQUIRY_FORMS[i.form]} · {i.place} · {i.persons} · 调查人员 {'、'.join(i.investigators)}",
            i.text,
        )
        for i in case.inquiries
    ]


def replies(case: Matter) -> list[Record]:
    """Answers given, calls afterwards."""
    found = [
        Record(
            str(r.on),
            f"回复{_who(case, r.to)} · {label('notice_methods', r.method)} · {r.by}",
            r.text,
            (RESULTS.get(r.result, r.result), RESULT_ROLES.get(r.result, "neutral")),
        )
        for r in case.replies
    ]
    for call in case.follow_ups:
        answer = label("satisfaction", call.satisfaction) if call.reached else "未联系上"
        role = "danger" if call.satisfaction == "unsatisfied" else "success" if call.reached else "warning"
        title = f"回访 · {label('notice_methods', call.method)} · {call.by}"
        found.append(Record(str(call.on), title, call.text or call.no_return_reason, (answer, role)))
    return found


def handovers(case: Matter) -> list[Record]:
    """Handed up to another office, or down."""
    words = {"up": "上交", "down": "下派"}
    return [
        Record(
            str(one.on), f"{words.get(one.direction, one.direction)} {one.to_office} · {one.by}", one.reason
        )
        for one in case.handovers
    ]


def calculations(case: Matter) -> list[Record]:
    """What was calculated, with each step and the articles."""
    found = []
    for one in case.calculations:
        given = "，".join(f"{part.name} {part.text}" for part in one.inputs)
        lines = [one.result, f"已知：{given}" if given else "", *one.lines]
        lines += ["依据：", *one.basis]
        lines += ["不确定的地方：", *one.doubts] if one.doubts else []
        found.append(Record(str(one.on), f"{one.title} · 计算人 {one.by}", "\n".join(filter(None, lines))))
    return found


def endings(case: Matter) -> list[Record]:
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


def _who(case: Matter, code: str) -> str:
    return party(kinds.kind_of_case(case), code)


def _by_which_way(case: Matter, notice: PartyNotified) -> str:
    """Method and address; a telephone number stays covered, and how a sealed party was reached."""
    if notice.party in case.SEALED:
        return label("notice_methods", notice.method)
    address = mask_phone(notice.address) if notice.method in ("phone", "sms") else notice.address
    return f"{label('notice_methods', notice.method)} {address}".strip()
