"""What a clerk saves after a registration, in order, until the case is filed: one entry one save."""

from __future__ import annotations

import datetime as dt

from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Obligation
from tests.benchmarks import opening, stories

_DAY, _BY = opening.NOW.date(), stories.CLERK
_AT = stories.moment(_DAY, 9)
LONG_TEXT = (
    "投诉人称与被投诉人就上述问题多次协商未果。经核对购货凭证、付款记录和现场照片，双方对购买时间、金额无争议，"
    "对故障原因和费用承担有争议：投诉人认为在保修期内应当免费修理并退还已收费用，被投诉人认为费用已事先告知。"
)


def _told(matter: str, party: str, session: int = 0) -> e.PartyNotified:
    return e.PartyNotified(
        matter=matter, party=party, method="phone", at=_AT, by=_BY, result="reached", session_no=session
    )


def _evidence(no: int, title: str) -> e.EvidenceAdded:
    return e.EvidenceAdded(no=no, title=title, form="document", provider="complainant", received_on=_DAY)


def _consent(party: str) -> e.ConsentRecorded:
    return e.ConsentRecorded(party=party, agrees=True, on=_DAY, method="phone", by=_BY)


_SESSION = e.SessionHeld(
    no=1, started_at=_AT, place="综治中心调解室", mode="face", mediators=(_BY,), recorder=_BY,
    attendees="双方当事人", text=LONG_TEXT, outcome="agreed",
)  # fmt: skip
_ARRANGED = e.SessionScheduled(
    no=1, at=_AT, place="综治中心调解室", mode="face", mediators=(_BY,), bring="身份证明"
)
_PROMISE = Obligation(
    no=1, obligor="respondent", kind="money", amount=30_000, due_on=_DAY + dt.timedelta(days=7),
    method="银行转账",
)  # fmt: skip
_AGREED = e.AgreementReached(
    agreed_on=_DAY, terms="退还三百元。", obligations=(_PROMISE,), instrument="none",
    no_letter_reason="both_agreed",
)  # fmt: skip
_INQUIRY = e.InquiryRecorded(
    no=1, form="phone", at=_AT, place="窗口", persons="赵经理", text=LONG_TEXT, investigators=(_BY,)
)

ACTS: tuple[tuple[str, tuple[Event, ...]], ...] = (
    ("accept", (e.AcceptanceDecided(accepted=True, decided_on=_DAY, by=_BY),)),
    ("tell", (_told("acceptance", "complainant"),)),
    ("evidence", (_evidence(1, "购货发票"),)),
    ("evidence", (_evidence(2, "付款记录"),)),
    ("inquire", (_INQUIRY,)),
    ("consent", (_consent("complainant"),)),
    ("consent", (_consent("respondent"),)),
    ("arrange", (_ARRANGED, _told("session", "complainant", 1), _told("session", "respondent", 1))),
    ("mediate", (_SESSION,)),
    ("agree", (_AGREED,)),
    ("perform", (e.ObligationPerformed(obligation_no=1, on=_DAY, amount=10_000),)),
    ("urge", (e.ObligationUrged(obligation_no=1, on=_DAY, method="phone", by=_BY),)),
    ("perform", (e.ObligationPerformed(obligation_no=1, on=_DAY, amount=20_000),)),
    ("reply", (e.Replied(to="complainant", on=_DAY, method="phone", by=_BY, text="已退还三百元。"),)),
    (
        "follow up",
        (e.FollowedUp(on=_DAY, method="phone", by=_BY, reached=True, satisfaction="satisfied", text="好"),),
    ),
    ("close", (e.CaseClosed(on=_DAY, summary="双方达成协议并已履行。", by=_BY),)),
    ("file", (e.CaseFiled(on=_DAY, volume="2026-1", retention="d10", pages=9, by=_BY),)),
)
