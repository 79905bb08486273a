"""委托调解 (办法第19条): a mediation given to another body with the consent of both sides, and its result."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.events import Event, register


@register
class MediationEntrusted(Event, frozen=True, kw_only=True):
    """Mediation was given to a body; it may not pass it on. `agreed` are the sides who consented.

    `other` and `number` name the dispute opened for it in this office, "" when the body keeps its own books.
    """

    to: str
    agreed: tuple[str, ...]
    on: dt.date
    by: str
    other: str = ""
    number: str = ""
    note: str = ""


@register
class EntrustedResult(Event, frozen=True, kw_only=True):
    """What the body reported back. `outcome`: agreed, failed."""

    outcome: str
    on: dt.date
    text: str
    by: str


class Entrustment(msgspec.Struct, kw_only=True):
    """A mediation in other hands; `round` is the round of the case it was given in."""

    given: MediationEntrusted
    round: int
    result: EntrustedResult | None = None
