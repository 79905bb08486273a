"""案情 of a dispute: both sides, what it is about, who mediates, how the court decided."""

from __future__ import annotations

from app.domain.kinds.dispute.facts import CAME, POWERS, SEXES, Side
from app.domain.kinds.dispute.state import RESULTS, DisputeCase
from app.domain.masking import mask_id_number, mask_phone
from app.domain.money import format_yuan
from app.services.labels import label
from app.ui.matter.face import Fact
from app.ui.matter.words import claim_words, joined, lines


def has_numbers(case: DisputeCase) -> bool:
    """Whether there is a number to uncover."""
    return any(p.phone or p.id_no for p in (*case.applicant.people, *case.respondent.people))


def facts(case: DisputeCase, uncovered: bool) -> list[Fact]:
    """In the order of the form; numbers masked unless `uncovered`."""
    quarrel, origin = case.quarrel, case.origin
    amount = f"{format_yuan(quarrel.amount)} 元" if quarrel.amount is not None else ""
    if case.is_group():
        amount = claim_words(case)
    came = joined(CAME.get(quarrel.came, ""), origin.source if origin else "")
    received = f"{origin.received_on} 收到" if origin else ""
    found = [
        _side("applicant", "申请人", case.applicant, uncovered),
        _side("respondent", "被申请人", case.respondent, uncovered),
        Fact("sort", "纠纷", joined(label("dispute_sorts", quarrel.sort), amount)),
        Fact("wanted", "申请事项", lines(*(f"{no}. {text}" for no, text in enumerate(quarrel.wanted, 1)))),
        Fact("facts", "简要情况", quarrel.facts),
        Fact("origin", "来源", came, lines(received, origin.external_no if origin else "")),
    ]
    if case.named is not None:
        found.append(
            Fact("mediators", "调解员", "、".join(case.named_mediators()), "、".join(case.named.helpers))
        )
    confirmation = case.confirmation()
    if confirmation is not None:
        decided, taken = confirmation.decided, confirmation.taken
        result = RESULTS[decided.result] if decided else "等待法院"
        number = taken.number if taken else ""
        note = ""
        if case.confirmed():
            note = "一方不履行的，对方可以申请强制执行；案外人认为侵害其权益的，一年内可以申请撤销。"
        found.append(Fact("confirmation", "司法确认", joined(result, number), note))
    return found


def _side(key: str, caption: str, side: Side, uncovered: bool) -> Fact:
    first = side.first()
    phone = first.phone if uncovered else mask_phone(first.phone)
    number = first.id_no if uncovered else mask_id_number(first.id_no)
    age = f"{first.age} 岁" if first.age is not None else ""
    person = joined(SEXES.get(first.sex, ""), age, first.nation, first.occupation)
    body = f"法定代表人 {first.legal_rep}" if first.legal_rep else ""
    others = [joined(one.name, one.phone if uncovered else mask_phone(one.phone)) for one in side.people[1:]]
    delegate = side.delegate
    powers = "、".join(POWERS[code] for code in delegate.powers)
    agent = f"代理人 {delegate.name}（{powers}）" if delegate.name else ""
    return Fact(
        key, caption, joined(first.name, phone), lines(person, body, number, first.address, *others, agent)
    )
