"""Turn the events of one consultation into its state. The fold never refuses."""

from __future__ import annotations

from functools import singledispatch

from app.domain.events import Event
from app.domain.kinds.consultation import events as e
from app.domain.kinds.consultation.state import ConsultationCase
from app.domain.matter.fold import apply_matter, apply_registration


@singledispatch
def apply(event: Event, case: ConsultationCase) -> None:
    """Change `case` by one event, its own or a shared one."""
    apply_matter(event, case)


@apply.register
def _registered(event: e.ConsultationRegistered, case: ConsultationCase) -> None:
    apply_registration(event, case)
    case.asker = event.asker
    case.answer = event.answer
    case.phase = case.outcome = "answered"


@apply.register
def _amended(event: e.ConsultationAmended, case: ConsultationCase) -> None:
    case.origin = event.origin or case.origin
    case.asker = event.asker or case.asker
    case.answer = event.answer or case.answer
