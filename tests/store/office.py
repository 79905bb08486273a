"""An office for the tests of the store: real events, a small projector, a clock that stands still."""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path

import msgspec

from app.domain.casefile import CaseRow, DeadlineRow
from app.domain.events import StoredEvent
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Respondent
from app.domain.kinds.complaint.fold import fold
from app.domain.merging import effective
from app.domain.office import STREAM
from app.store.store import Store
from app.system.clock import SHANGHAI, FixedClock

START = dt.datetime(2026, 7, 1, 9, 0, tzinfo=SHANGHAI)
ACTOR = "0198f0de-0000-7000-8000-000000000001"
_STATE = msgspec.json.Encoder(order="deterministic")


class Projector:
    """Folds complaints with the real fold; the days of the one clock can be changed, as a calendar would."""

    def __init__(self, days: int = 60) -> None:
        self.days = days

    def __call__(self, stream: str, history: list[StoredEvent]) -> CaseRow | None:
        if stream == STREAM:
            return None
        merged = effective(history)
        events = merged.events
        case = fold(stream, events)
        case.conflicts = list(merged.conflicts)
        origin = case.origin
        assert origin is not None
        due = origin.received_on + dt.timedelta(days=self.days)
        clock = DeadlineRow(
            clock="mediation", label="调解期限", unit="日", starts_on=origin.received_on, due_on=due,
            remind_on=due - dt.timedelta(days=3), done_on=case.closed_on, provisional=False,
            explanation=f"自收到次日起算 {self.days} 日", basis="办法第二十三条",
        )  # fmt: skip
        open_clock = case.closed_on is None and case.phase != "void"
        first = events[0]
        assert isinstance(first, e.ComplaintRegistered)
        return CaseRow(
            case_id=stream, kind="complaint", number=case.number, serial=first.serial,
            external_no=origin.external_no, channel=origin.channel, source=origin.source,
            rule_set=case.rule_set, phase=case.phase, stage="intake",
            is_open=case.phase not in ("closed", "filed", "void"), round=case.round,
            received_on=origin.received_on, complainant=case.complainant.name,
            complainant_phone=case.complainant.phone, respondent=case.respondent.name,
            category=case.deal.category, problem=case.deal.problem, amount=case.deal.amount,
            promised=case.agreement.total() if case.agreement else 0, recovered=case.recovered(), outcome="",
            closed_on=case.closed_on, filed_on=case.filed_on, next_action="",
            due_on=due if open_clock else None, due_clock="mediation" if open_clock else "",
            due_provisional=False, deadlines=(clock,),
            search_texts={
                "name": (case.complainant.name, case.respondent.name),
                "number": (case.number, origin.external_no),
                "phone": (case.complainant.phone,),
                "text": (case.deal.facts, case.complainant.address),
            },
            attachments=tuple(attachment.sha256 for attachment in case.attachments()),
            state=_STATE.encode(case).decode(), conflicts=len(case.conflicts),
        )  # fmt: skip


def registered(
    serial: int = 1,
    *,
    name: str = "王小明",
    phone: str = "13907925561",
    shop: str = "宏达电器商行",
    facts: str = "保修期内收取维修费，要求退还。",
    external_no: str = "",
    source: str = "",
    received_on: dt.date = dt.date(2026, 7, 1),
    channel: str = "visit",
    amount: int | None = 12800,
    category: str = "",
) -> e.ComplaintRegistered:
    """A complete registration."""
    return e.ComplaintRegistered(
        number=f"消投〔{received_on.year}〕{serial}号",
        serial=serial,
        rule_set="R2026",
        origin=Origin(channel=channel, received_on=received_on, source=source, external_no=external_no),
        complainant=Complainant(name=name, phone=phone, address="青山镇红旗村3组21号"),
        respondent=Respondent(name=shop, address="青山镇中山路88号"),
        deal=Deal(demands=("refund",), facts=facts, amount=amount, category=category),
    )


def closed(day: dt.date = dt.date(2026, 8, 1)) -> e.CaseClosed:
    """A closing, enough for the fold."""
    return e.CaseClosed(on=day, summary="双方已和解", by="李调解")


def new_store(directory: Path, clock: FixedClock | None = None, projector: Projector | None = None) -> Store:
    """A fresh office with a random key, reachable as `store.database.key`."""
    return Store.create(
        directory, secrets.token_bytes(32), clock or FixedClock(START), projector or Projector()
    )


def reopened(store: Store, clock: FixedClock | None = None, projector: Projector | None = None) -> Store:
    """The same office after closing and opening it again."""
    key = store.database.key
    store.close()
    return Store.open(store.directory, key, clock or FixedClock(START), projector or Projector())


def add_case(store: Store, event: e.ComplaintRegistered) -> str:
    """Register a case; its id."""
    case_id = store.log.new_id()
    store.log.append(case_id, [event], ACTOR)
    return case_id
