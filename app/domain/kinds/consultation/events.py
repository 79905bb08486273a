"""Every event of a consultation: its own, besides those it shares (filing, voiding, links, alerts)."""

from __future__ import annotations

from typing import ClassVar

from app.domain.events import Event, register
from app.domain.kinds.consultation.facts import Answer
from app.domain.matter.events import Registered
from app.domain.matter.facts import Origin, Person


@register
class ConsultationRegistered(Registered, frozen=True, kw_only=True):
    """A question and its answer, written down together."""

    SERIES: ClassVar[str] = "consultation"

    asker: Person
    answer: Answer


@register
class ConsultationAmended(Event, frozen=True, kw_only=True):
    """A mistyped consultation put right: the whole new value of each changed part, and why."""

    AMENDS: ClassVar[tuple[str, ...]] = ("origin", "asker", "answer")

    origin: Origin | None = None
    asker: Person | None = None
    answer: Answer | None = None
    reason: str
