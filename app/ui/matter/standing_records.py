"""What was recorded of the parties and of wrong turns, as lines."""

from __future__ import annotations

from app.domain.matter import standing as s
from app.domain.matter.state import Matter
from app.domain.matter.turns import CORRECTABLE, OUTCOMES
from app.domain.settlement.state import Settled
from app.services import identities, kinds
from app.services.history.turns import fact
from app.services.history.words import party
from app.ui.matter.record_list import Record


def standing(case: Matter) -> list[Record]:
    """Representatives, proof of identity, other names, parties gone, help at signing."""
    kind, found = kinds.kind_of_case(case), []
    for one in case.standing.representatives.values():
        powers = "" if one.role == s.GUARDIAN else "、".join(s.POWERS[code] for code in one.powers)
        seen = one.papers_seen and one.identity_seen
        found.append(
            Record(
                str(one.on),
                f"{party(kind, one.party)}的{s.ROLES[one.role]} {one.name} {one.relation}".strip(),
                "，".join(t for t in (powers, f"授权至 {one.until}" if one.until else "") if t),
                ("原件已核对", "success") if seen else ("材料不齐", "warning"),
            )
        )
    answers = iter(case.standing.answers)
    for demand in case.standing.demands:
        answer = next(answers, None)
        status = ("等待提供", "warning") if answer is None else (s.PROOF_RESULTS[answer.result][:3], "info")
        text = "、".join(demand.materials) + (f"\n{answer.on} {answer.note}" if answer else "")
        found.append(Record(str(demand.on), f"限 {demand.due_on} 前提供身份证明材料", text, status))
    for name in case.standing.renamed:
        title = f"{party(kind, name.party)}变更名称：{name.former} → {name.name}"
        found.append(Record(str(name.on), title, name.basis))
    for gone in case.standing.gone.values():
        heir = f"由{gone.successor}承受" if gone.successor else "没有承受人"
        title = f"{party(kind, gone.party)}{s.DEPARTURES[gone.how]}，{heir}"
        found.append(Record(str(gone.on), title, gone.facts))
    for aid in case.standing.aids:
        witness = f"，见证人 {aid.witness}" if aid.witness else ""
        title = f"{party(kind, aid.party)}{s.AIDS[aid.aid]}"
        found.append(Record(str(aid.on), title, f"{aid.helper}{witness}"))
    return found


def recusals(case: Settled) -> list[Record]:
    """Who was asked to step aside, and what was decided."""
    kind, found = kinds.kind_of_case(case), []
    for one in case.recusals:
        asked, made = one.requested, one.decided
        title = f"{party(kind, asked.party)}申请 {'、'.join(asked.mediators)} 回避"
        if made is None:
            found.append(Record(str(asked.on), title, asked.reason, ("调解中止", "warning")))
            continue
        instead = f"，改由 {'、'.join(made.replacement)} 调解" if made.replacement else ""
        status = ("同意回避", "success") if made.granted else ("驳回申请", "neutral")
        text = f"{asked.reason}\n{made.decided_on} {made.by} 决定：{made.reason}{instead}"
        found.append(Record(str(asked.on), title, text, status))
    return found


def turns(case: Matter) -> list[Record]:
    """Corrections, reopenings, receipts and results of handing on."""
    found = [
        Record(
            str(one.on),
            f"更正{CORRECTABLE[one.record, one.field]}：{fact(one.record, one.field, one.old)} → "
            f"{fact(one.record, one.field, one.new)}",
            f"{one.reason}（{one.by}）",
        )
        for one in case.turns.corrections
    ]
    for opened in case.turns.reopenings:
        filed = f"，卷号 {opened.volume}" if opened.volume else ""
        was = f"原于 {opened.closed_on} 结案：{opened.closing_summary}{filed}"
        found.append(Record(str(opened.event.on), f"重新办理 {opened.event.reason}", was))
    return found


def handings(case: Matter) -> list[Record]:
    """Received by another office, and what came back."""
    found = [
        Record(str(one.on), f"{one.office}接收 · {one.by}", identities.label(one.identity))
        for one in case.turns.receipts
    ]
    found += [
        Record(str(one.on), f"移交结果：{OUTCOMES[one.outcome]} · {one.by}", one.result)
        for one in case.turns.results
    ]
    return found
