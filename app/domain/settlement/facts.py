"""What an agreement is made of."""

from __future__ import annotations

import datetime as dt

import msgspec


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """One promise of an agreement: who does what, by when, how. `amount` in cents, 0 for goods or acts."""

    no: int
    obligor: str
    kind: str
    amount: int = 0
    description: str = ""
    due_on: dt.date
    method: str = ""
