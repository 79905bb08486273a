"""Past cases like the one in hand: same class of goods and words, with what became of them and the amounts.

A clerk asks "how did we settle the last one": candidates come by the class and by the goods' name through
indexes, a bounded number is read, and the words of the stories decide the order.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec

from app.domain.matter.state import Matter
from app.domain.matter.summary import Shown
from app.services import kinds
from app.services.labels import label
from app.services.office import OpenOffice
from app.store.queries.neighbours import Neighbour

_OF_CLASS, _OF_WORDS, _READ = 200, 80, 200
_SHOWN = 20
_LEAST = 12
"""Points from which a case is called similar; the class alone is not enough where the words differ."""


class SimilarCase(msgspec.Struct, frozen=True, kw_only=True):
    """One past case. Money in cents; `recovered` is what really came; `why` says what is alike."""

    case_id: str
    number: str
    received_on: dt.date
    respondent: str
    subject: str
    category: str
    amount: int | None
    outcome: str
    recovered: int
    why: str
    score: int


def similar_cases(office: OpenOffice, case: Matter) -> list[SimilarCase]:
    """At most twenty concluded cases of the same kind, the most similar first, then the newest."""
    kind = kinds.kind_of_case(case)
    own = kind.show(case)
    candidates = [
        one
        for one in _candidates(office, own)
        if one.kind == kind.name and one.case_id != case.id and one.outcome
    ][:_READ]
    states = office.store.neighbours.states([one.row for one in candidates])
    words = _pairs(own.story)
    found = []
    for one in candidates:
        shown = kind.show(msgspec.json.decode(states[one.row], type=kind.state_type))
        score, why = _score(own, words, shown)
        if score >= _LEAST:
            found.append(_similar(one, shown, score, why))
    return sorted(found, key=lambda one: (-one.score, -one.received_on.toordinal()))[:_SHOWN]


def _candidates(office: OpenOffice, own: Shown) -> list[Neighbour]:
    near = office.store.neighbours
    found = near.sharing("category", own.category, limit=_OF_CLASS, concluded=True)
    if own.subject:
        found = found + near.holding(own.subject, ("text",), limit=_OF_WORDS)
    return list({one.row: one for one in found}.values())


def _score(own: Shown, words: Counter[str], other: Shown) -> tuple[int, str]:
    """How similar, 0 to 100, and in what."""
    why: list[str] = []
    wording = _overlap(words, _pairs(other.story))
    score = wording // 2
    if own.category and own.category == other.category:
        score, why = score + 20, [*why, "同类商品或服务"]
    if own.subject and own.subject == other.subject:
        score, why = score + 10, [*why, f"都是{own.subject}"]
    if own.problem and own.problem == other.problem:
        score, why = score + 10, [*why, "同一类问题"]
    if own.amount and other.amount and max(own.amount, other.amount) <= 2 * min(own.amount, other.amount):
        score, why = score + 5, [*why, "金额相近"]
    if own.respondent and own.respondent == other.respondent:
        score, why = score + 5, [*why, "同一经营者"]
    if wording >= _WORDS:
        why.append("情节相近")
    return min(100, score), "、".join(why)


_WORDS = 25
_COMMON = frozenset(
    (
        "投诉",
        "要求",
        "购买",
        "商家",
        "消费",
        "退款",
        "退还",
        "处理",
        "反映",
        "市民",
        "希望",
        "付款",
        "协商",
        "未果",
    )
)
"""Pairs of characters every story has; they say nothing of this one."""


def _pairs(story: str) -> Counter[str]:
    plain = "".join(sign for sign in story if sign.isalpha())
    return Counter(p for p in (plain[at : at + 2] for at in range(len(plain) - 1)) if p not in _COMMON)


def _overlap(one: Counter[str], other: Counter[str]) -> int:
    """Shared pairs of characters in percent of the shorter story's, at least ten."""
    shared = sum((one & other).values())
    return min(100, 100 * shared // max(10, min(one.total(), other.total())))


def _similar(one: Neighbour, shown: Shown, score: int, why: str) -> SimilarCase:
    return SimilarCase(
        case_id=one.case_id,
        number=one.number,
        received_on=one.received_on,
        respondent=one.respondent,
        subject=shown.subject,
        category=label("goods_services", one.category),
        amount=one.amount,
        outcome=kinds.phase_label(one.kind, one.outcome),
        recovered=one.recovered,
        why=why,
        score=score,
    )
