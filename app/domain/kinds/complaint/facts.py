"""The facts a complaint is made of: people, deal, demand. Shared by events and state.

Field order follows form 一 (投诉登记表), so that a screen can be typed from paper.
"""

from __future__ import annotations

import datetime as dt

import msgspec


class Complainant(msgspec.Struct, frozen=True, kw_only=True):
    """投诉人. `None` for a yes/no means: not asked yet. 办法第10条 makes name, phone, address mandatory."""

    name: str = ""
    phone: str = ""
    id_type: str = ""
    id_no: str = ""
    address: str = ""
    traits: tuple[str, ...] = ()
    publish_consent: bool | None = None
    delegation_consent: bool | None = None
    agent_name: str = ""
    agent_phone: str = ""


class Respondent(msgspec.Struct, frozen=True, kw_only=True):
    """被投诉人 (经营者). 办法第10条 makes name and address mandatory."""

    name: str = ""
    credit_code: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    legal_rep: str = ""
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


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where the complaint came from. `source` names the body that wants an answer, "" for a walk-in."""

    channel: str
    received_on: dt.date
    on_site: bool = False
    external_no: str = ""
    source: str = ""
    order_text: dict[str, str] = {}


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """One promise of an agreement: who does what, by when, how. `amount` in cents, 0 for goods or acts."""

    no: int
    obligor: str
    kind: str
    amount: int = 0
    description: str = ""
    due_on: dt.date
    method: str = ""


class Registration(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the form 投诉登记表 holds."""

    origin: Origin
    complainant: Complainant
    respondent: Respondent
    deal: Deal
