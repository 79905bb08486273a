"""What wrong turns and the standing of parties change in any case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from app.domain.matter import standing as s
from app.domain.matter import turns as t
from app.domain.matter.state import Matter


def begin_round(case: Matter) -> None:
    """Another round: what was answered and asked before belongs to the earlier ones."""
    case.round += 1
    case.round_marks |= {"replies": len(case.replies), "follow_ups": len(case.follow_ups)}
    case.outcome = ""


def reopened(event: t.CaseReopened, case: Matter) -> None:
    """The kind's fold says in which phase the case goes on."""
    case.turns.reopenings.append(
        t.Reopening(
            event=event,
            closed_on=case.closed_on,
            closing_summary=case.closing_summary,
            filed_on=case.filed_on,
            volume=case.volume,
        )
    )
    case.closed_on = case.filed_on = None
    case.closing_summary = case.volume = ""
    begin_round(case)


def corrected(event: t.FactCorrected, case: Matter) -> None:
    """Notices are every case's; a settled case knows payments and sessions besides."""
    case.turns.corrections.append(event)
    if event.record == t.NOTICE and 1 <= event.no <= len(case.notices):
        notice = case.notices[event.no - 1]
        moment = t.corrected_moment(notice.at, event.new)
        case.notices[event.no - 1] = msgspec.structs.replace(notice, at=moment)


def received(event: t.CaseReceived, case: Matter) -> None:
    """Who has the case now acts under its own 办理身份."""
    case.turns.receipts.append(event)
    case.identity = event.identity


def brought(event: t.ResultBrought, case: Matter) -> None:
    """The last handing is over; the 办理身份 is that of the office that has the case again."""
    case.turns.results.append(event)
    take_back(case)


def take_back(case: Matter) -> None:
    """The office that handed the case on last has it in hand again."""
    if not case.handovers:
        return
    last = case.handovers.pop()
    case.identity = last.identity or case.identity
    before = case.handovers[-1] if case.handovers else None
    case.holder = before.to_office if before else ""
    case.holder_node = before.to_node if before else ""


def _represented(event: s.RepresentativeNamed, case: Matter) -> None:
    earlier = case.standing.representatives.get(event.party)
    if earlier is not None:
        case.standing.past.append(earlier)
    case.standing.representatives[event.party] = event


def _unrepresented(event: s.RepresentativeEnded, case: Matter) -> None:
    earlier = case.standing.representatives.pop(event.party, None)
    if earlier is not None:
        case.standing.past.append(earlier)


def _demanded(event: s.IdentityProofDemanded, case: Matter) -> None:
    case.standing.demands.append(event)


def _answered(event: s.IdentityProofAnswered, case: Matter) -> None:
    case.standing.answers.append(event)


def _renamed(event: s.PartyRenamed, case: Matter) -> None:
    case.standing.renamed.append(event)


def _gone(event: s.PartyGone, case: Matter) -> None:
    case.standing.gone[event.party] = event


def _aided(event: s.SigningAided, case: Matter) -> None:
    case.standing.aids.append(event)


CHANGES: dict[type, Callable[[Any, Matter], None]] = {
    t.CaseReopened: reopened,
    t.FactCorrected: corrected,
    t.CaseReceived: received,
    t.ResultBrought: brought,
    s.RepresentativeNamed: _represented,
    s.RepresentativeEnded: _unrepresented,
    s.IdentityProofDemanded: _demanded,
    s.IdentityProofAnswered: _answered,
    s.PartyRenamed: _renamed,
    s.PartyGone: _gone,
    s.SigningAided: _aided,
}
"""What each event changes, for `apply_matter`."""
