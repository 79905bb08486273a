"""What an agreement is made of."""

from __future__ import annotations

import datetime as dt

import msgspec

JOINT, SHARES = "joint", "shares"
LIABILITIES: dict[str, str] = {JOINT: "连带", SHARES: "按份"}


class Payer(msgspec.Struct, frozen=True, kw_only=True):
    """One of several who owe. `share` in cents where each owes a part of their own, 0 where all owe all."""

    name: str
    share: int = 0


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """One promise of an agreement: who does what, by when, how. `amount` in cents, 0 for goods or acts.

    `payee` is the number of the group's member it is owed to, 0 for the other party. `relief` is a code of
    `relief.RELIEFS`, "" when nobody said; `worth` the declared worth in cents of goods or an act.
    `payers` with their `liability` (joint, shares) are given where several owe it together.
    """

    no: int
    obligor: str
    kind: str
    amount: int = 0
    description: str = ""
    due_on: dt.date
    method: str = ""
    payee: int = 0
    relief: str = ""
    worth: int = 0
    payers: tuple[Payer, ...] = ()
    liability: str = ""
