"""What was done in a petition, as lines: one function for each section of 办理."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.petition.checks import MODES
from app.domain.kinds.petition.state import FINDINGS, LEVELS, RESULTS, WAYS, PetitionCase
from app.services import rulebook
from app.ui.matter import matter_records, settlement_records
from app.ui.matter.matter_records import decision
from app.ui.matter.record_list import Record
from app.ui.matter.words import joined, lines, moment_words


def decisions(case: PetitionCase) -> list[Record]:
    """Sorting, taking, leading elsewhere, giving on, objections."""
    found = []
    if case.sorted is not None:
        name, article = WAYS[case.way()]
        title = joined(f"甄别：{name}", f"第{article.removeprefix('第')}", case.sorted.by)
        found.append(Record(str(case.sorted.on), title, case.sorted.reason))
    if case.acceptance is not None:
        found.append(decision(case.acceptance, "决定受理"))
    if case.refusal is not None:
        rules = rulebook.rule_book("petition").by_id(case.rule_set)
        grounds = "\n".join(rules.refusal_ground(code).text for code in case.refusal.grounds)
        found.append(decision(case.refusal, "决定不予受理", grounds))
    if case.routed is not None:
        name = WAYS[case.routed.procedure][0]
        found.append(Record(str(case.routed.on), f"导入：{name}", case.routed.to))
    for forwarding in case.forwardings:
        sent = forwarding.sent
        until = f"{sent.reply_by} 前反馈" if sent.reply_by else ""
        answer = f"{forwarding.answered_on} 反馈：{forwarding.answer}" if forwarding.answered_on else ""
        title = joined(f"{MODES[sent.mode]}{sent.to}", until)
        found.append(Record(str(sent.on), title, lines(sent.reason, answer)))
    for objection in case.objections:
        answered = objection.answered
        said = ("同意收回" if answered.agreed else "不同意") if answered else "等待答复"
        title = f"向{objection.raised.to}提出异议"
        found.append(Record(str(objection.raised.on), title, lines(objection.raised.reason, said)))
    return found


def handling(case: PetitionCase) -> list[Record]:
    """Extension, hearings, urgent reports, 督办."""
    found = []
    if case.extension is not None:
        title = joined(f"延长 {case.extension.days} 日", f"批准人 {case.extension.approved_by}")
        found.append(Record(str(case.extension.on), title, case.extension.reason))
    found += [Record(f"{h.starts_on} 至 {h.ends_on}", f"听证 · {h.place}", h.text) for h in case.hearings]
    found += [Record(moment_words(u.at), f"向{u.to}报告", u.summary) for u in case.urgent]
    for supervision in case.supervisions:
        issued, answered = supervision.issued, supervision.answered
        said = f"{answered.on} 答复：{answered.text}" if answered else ""
        status = ("已答复", "success") if answered else (f"{issued.answer_by} 前答复", "warning")
        found.append(Record(str(issued.on), f"督办{issued.to}", lines(issued.reason, said), status))
    found += [Record(str(g.on), "调解不成", g.facts) for g in case.given_up]
    return found


def opinions(case: PetitionCase) -> list[Record]:
    """Every opinion written, the one in force last."""
    written = [*case.past_opinions, *([case.opinion] if case.opinion is not None else [])]
    return [
        Record(
            str(o.on),
            joined(f"处理意见：{FINDINGS[o.finding]}", o.by),
            lines(o.facts, o.opinion, f"依据：{o.basis}"),
        )
        for o in written
    ]


def reviews(case: PetitionCase) -> list[Record]:
    """复查 and 复核."""
    found = []
    for review in case.reviews:
        asked, decided = review.requested, review.decided
        said = f"{decided.on} {RESULTS[decided.result]}：{decided.opinion}" if decided else ""
        status = ("已作出意见", "success") if decided else ("等待意见", "warning")
        title = f"{LEVELS[asked.level]} · {asked.body}"
        found.append(Record(str(asked.received_on), title, lines(asked.reason, said), status))
    return found


SECTIONS: dict[str, Callable[[PetitionCase], list[Record]]] = {
    "结案与归档": matter_records.endings,
    "复查复核": reviews,
    "回复与回访": matter_records.replies,
    "处理意见": opinions,
    "调解": settlement_records.sessions,
    "调解意愿": settlement_records.consents,
    "办理": handling,
    "调查": matter_records.inquiries,
    "告知": matter_records.notices,
    "甄别与受理": decisions,
}
"""Sections, the latest in a case's life first."""
