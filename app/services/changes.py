"""What a service changed, so that a screen refreshes only what it shows."""

from __future__ import annotations

from enum import Flag, auto


class Changes(Flag):
    """What may look different now; services return it, the window's bus passes it on."""

    NONE = 0
    CASES = auto()
    DRAFTS = auto()
    OFFICE = auto()
    ORDERS = auto()
    EXCHANGE = auto()
    ALL = CASES | DRAFTS | OFFICE | ORDERS | EXCHANGE
