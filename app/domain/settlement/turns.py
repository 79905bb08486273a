"""Wrong turns of a mediation: 回避, and parties who come to terms by themselves.

A party is one of the kind's own (`Matter.PARTIES`).
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.events import Event, register
from app.domain.settlement.facts import Obligation

PRIVATE = "private"
"""`Agreement.instrument` of a 和解协议: made between the parties, not in a mediation."""


@register
class RecusalRequested(Event, frozen=True, kw_only=True):
    """A party wants mediators to step aside: the mediation stands still until it is decided (办法第21条)."""

    no: int
    party: str
    mediators: tuple[str, ...]
    reason: str
    on: dt.date
    by: str


@register
class RecusalDecided(Event, frozen=True, kw_only=True):
    """是否回避的决定. When granted, `replacement` mediates in the place of those who stepped aside."""

    LEGAL_STATUS: ClassVar[bool] = True

    no: int
    granted: bool
    reason: str
    replacement: tuple[str, ...] = ()
    decided_on: dt.date
    by: str


@register
class SettlementReached(Event, frozen=True, kw_only=True):
    """自行和解 before any acceptance, with somebody's help (办法第6、18条): 和解协议, then its execution."""

    LEGAL_STATUS: ClassVar[bool] = True

    agreed_on: dt.date
    terms: str
    obligations: tuple[Obligation, ...]
    helper: str


class Recusal(msgspec.Struct, kw_only=True):
    requested: RecusalRequested
    decided: RecusalDecided | None = None
