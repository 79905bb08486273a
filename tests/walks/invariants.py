"""What must hold in every state a case of any kind can reach by lawful acts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from app.domain.events import Event
from app.domain.kind import Kind
from app.domain.settlement.state import Settled
from app.services import kinds
from app.services.history.words import describe

ENDED = ("closed", "filed")


def check_money(case: Settled) -> None:
    """Every cent promised is paid, given up or still owed; sums are the sums of their parts."""
    for agreed in case.agreements():
        for promise in agreed.promises:
            duty = promise.obligation
            if duty.kind != "money":
                assert promise.paid() == promise.rest() == promise.waived() == 0
                continue
            assert 0 <= promise.paid() <= duty.amount
            assert 0 <= promise.waived() <= duty.amount
            if promise.dormant:
                assert promise.rest() == promise.paid() == 0
            else:
                assert promise.paid() + promise.waived() + promise.rest() == duty.amount
            assert sum(promise.paid_by(p.name) for p in duty.payers) <= promise.paid()
            for payer in duty.payers:
                assert not payer.share or promise.paid_by(payer.name) <= payer.share
        assert agreed.total() == agreed.paid() + agreed.waived() + agreed.rest()
        assert agreed.recovered() + agreed.extra() == agreed.paid()
        assert 0 <= agreed.extra() <= agreed.paid()
    assert case.recovered() == sum(a.recovered() for a in case.agreements())
    assert case.claimed() == sum(m.member.claim or 0 for m in case.present_members())


def check_consents(case: Settled) -> None:
    """No mediated agreement without the consent of everybody it binds (办法第12、18条, 人民调解法第17条)."""
    if case.agreement is None:
        return
    if case.phase in ("agreed", "performed", "breached") and case.agreement.instrument != "private":
        assert set(case.consents) == set(case.PARTIES)
        assert all(consent.agrees for consent in case.consents.values())
        elsewhere = any(e.result is not None and e.result.outcome == "agreed" for e in case.entrustments)
        assert case.current_sessions() or elsewhere, "an agreement without mediation"
    if case.phase == "agreed":
        for promise in case.agreement.promises:
            one = case.member(promise.obligation.payee) if promise.obligation.payee else None
            if promise.obligation.payee and not promise.dormant:
                assert one is not None
                assert one.agrees(), "a member is bound who did not consent"


def check_ending(case: Any, events: list[Event]) -> None:
    """Nothing is closed over an open promise unless somebody declared it."""
    if case.phase not in ENDED or not isinstance(case, Settled) or case.agreement is None:
        return
    still = [p for p in case.agreement.promises if p.open()]
    declared = [e.open_obligations for e in events if e.kind() == "CaseClosed"]  # type: ignore[attr-defined]
    given_up = case.outcome in ("terminated", "refused", "fed_back")
    assert not still or given_up or (declared and declared[-1]), "closed over an open promise"


def days_in(event: Event) -> set[dt.date]:
    """Every day an event names."""
    found: set[dt.date] = set()

    def look(value: Any) -> None:
        if isinstance(value, dt.datetime):
            found.add(value.date())
        elif isinstance(value, dt.date):
            found.add(value)
        elif isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                look(getattr(value, name))
        elif isinstance(value, dict):
            for each in value.values():
                look(each)
        elif isinstance(value, tuple | list):
            for each in value:
                look(each)

    look(event)
    return found


def check_clocks(rows: tuple[Any, ...], events: list[Event], today: dt.date) -> None:
    """No clock without a start that stands in the record, and none without its reasons."""
    known = set().union(*(days_in(event) for event in events))
    ends = {row.remind_on for row in rows}
    for row in rows:
        assert row.explanation
        assert row.basis
        assert row.starts_on in known or row.starts_on in ends, f"{row.clock} starts on a day nobody wrote"
        assert row.due_on is None or row.due_on >= row.starts_on, row.clock
        assert row.done_on is None or row.done_on <= today, row.clock
        if row.due_on is None:
            assert row.remind_on is None


def check_state(
    kind: Kind[Any], case: Any, rows: tuple[Any, ...], events: list[Event], today: dt.date
) -> None:
    """All of them, and that a clerk is never left without a word."""
    assert case.phase in kind.phases
    check_clocks(rows, events, today)
    check_ending(case, events)
    if isinstance(case, Settled):
        check_money(case)
        check_consents(case)
    procedure = kinds.procedure_of(kind)
    offered = kind.choices(procedure, case)
    assert sum(choice.next_step for choice in offered) <= 1
    for choice in offered:
        assert choice.allowed or choice.reason.endswith("。"), (choice.name, choice.reason)
    row = kind.summarise(case, 1, procedure, rows)
    assert row.phase == case.phase
    assert row.is_open == kind.is_open(case)
    assert row.promised >= 0


def check_words(kind: Kind[Any], events: list[Event]) -> None:
    """The history has words for everything that happened."""
    for event in events:
        title, _ = describe(event, kind)
        assert title
        assert title != event.kind(), f"no words for {title}"
