"""The facts a complaint is made of: people, deal, demand. Shared by events and state.

Field order follows form 一 (投诉登记表), so that a screen can be typed from paper.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.matter.facts import Business, Origin, Person
from app.domain.settlement.facts import Obligation

__all__ = ["Complainant", "Deal", "Obligation", "Origin", "Registration", "Respondent"]


class Complainant(Person, frozen=True, kw_only=True):
    """投诉人. `None` for a yes/no means: not asked yet. 办法第10条 makes name, phone, address mandatory."""

    publish_consent: bool | None = None
    delegation_consent: bool | None = None
    agent_name: str = ""
    agent_phone: str = ""


class Respondent(Business, frozen=True, kw_only=True):
    """被投诉人 (经营者). 办法第10条 makes name and address mandatory."""

    agent_name: str = ""
    agent_phone: str = ""


class Deal(msgspec.Struct, frozen=True, kw_only=True):
    """What was bought and what went wrong. `amount` is the sum in dispute in cents (分)."""

    bought_on: dt.date | None = None
    amount: int | None = None
    category: str = ""
    goods: str = ""
    problem: str = ""
    demands: tuple[str, ...] = ()
    demand_note: str = ""
    facts: str = ""


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the form 投诉登记表 holds."""

    origin: Origin
    complainant: Complainant
    respondent: Respondent
    deal: Deal
