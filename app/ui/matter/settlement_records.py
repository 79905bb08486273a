"""What was done in a case that is mediated, as lines: who agreed to it, and the sessions."""

from __future__ import annotations

from app.domain.dates import SHANGHAI
from app.domain.settlement.state import Settled
from app.services import kinds
from app.services.history.words import OUTCOMES, party
from app.services.labels import label
from app.ui.matter.record_list import Record
from app.ui.matter.words import moment_words

_OUTCOME_ROLES = {"agreed": "success", "continue": "info", "failed": "danger"}


def consents(case: Settled) -> list[Record]:
    """Who agreed to be mediated."""
    kind = kinds.kind_of_case(case)
    return [
        Record(
            str(c.on),
            f"{party(kind, c.party)} · {label('notice_methods', c.method)} · 征询人 {c.by}",
            c.note,
            ("同意调解", "success") if c.agrees else ("不同意", "danger"),
        )
        for c in case.consents.values()
    ]


def sessions(case: Settled) -> list[Record]:
    """Sessions held and arranged, in their order."""
    held = {s.no: s for s in case.sessions}
    arranged = {s.no: s for s in case.schedules}
    found = []
    for number in sorted({*held, *arranged}):
        session = held.get(number)
        if session is not None:
            end = f"—{session.ended_at.astimezone(SHANGHAI):%H:%M}" if session.ended_at else ""
            title = f"第 {number} 次 · {label('session_modes', session.mode)} · {session.place}"
            mediators = "、".join(session.mediators)
            people = f"调解人员 {mediators}，记录人 {session.recorder}；到场：{session.attendees}"
            status = (OUTCOMES[session.outcome], _OUTCOME_ROLES[session.outcome])
            when = f"{moment_words(session.started_at)}{end}"
            found.append(Record(when, title, f"{people}\n{session.text}", status))
        else:
            plan = arranged[number]
            title = f"第 {number} 次 · {label('session_modes', plan.mode)} · {plan.place}"
            people = f"调解人员 {'、'.join(plan.mediators)}"
            found.append(Record(moment_words(plan.at), title, people, ("已安排", "info")))
    return found
