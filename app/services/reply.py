"""回复与回访. An unsatisfied follow-up sends the case back for another round in the same step."""

from __future__ import annotations

import datetime as dt

from app.domain.events import Event
from app.domain.matter.checks import UNSATISFIED
from app.domain.matter.events import CaseReturned, FollowedUp
from app.services import casework
from app.services.changes import Changes
from app.services.office import OpenOffice


def follow_up(
    office: OpenOffice,
    case_id: str,
    *,
    on: dt.date,
    method: str,
    by: str,
    reached: bool,
    satisfaction: str = "",
    text: str = "",
    no_return_reason: str = "",
    version: int | None = None,
) -> Changes:
    """Record a follow-up. Unsatisfied returns the case, unless a later round gives `no_return_reason`."""
    events: list[Event] = [
        FollowedUp(
            on=on,
            method=method,
            by=by,
            reached=reached,
            satisfaction=satisfaction,
            text=text,
            no_return_reason=no_return_reason,
        )
    ]
    if reached and satisfaction == UNSATISFIED and not no_return_reason:
        events.append(CaseReturned(on=on, reason=text.strip() or "回访不满意，退回重新办理"))
    return casework.record(office, case_id, *events, version=version)
