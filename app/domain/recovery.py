"""Money that really came back to a consumer, day by day: the figure 挽回经济损失 of any period."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.events import Event
from app.domain.settlement.events import ObligationPerformed
from app.domain.settlement.member_events import PaymentsRecorded


class Recovery(msgspec.Struct, frozen=True, kw_only=True):
    """Cents of a day: what came back, and apart from it 加倍赔偿 and the declared worth of goods and acts."""

    on: dt.date
    amount: int
    extra: int = 0
    relief: int = 0


def recovered(event: Event) -> Recovery | None:
    """What this event brought in, None for events that bring nothing that counts."""
    if isinstance(event, ObligationPerformed):
        found = Recovery(
            on=event.on, amount=event.amount - event.extra, extra=event.extra, relief=event.relief
        )
    elif isinstance(event, PaymentsRecorded):
        extra = sum(one.extra for one in event.payments)
        found = Recovery(
            on=event.on,
            amount=sum(one.amount for one in event.payments) - extra,
            extra=extra,
            relief=sum(one.relief for one in event.payments),
        )
    else:
        return None
    return found if found.amount or found.extra or found.relief else None
