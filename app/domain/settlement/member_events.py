"""Events of a group within a case (共同投诉, 办法第12条). Members are named by their number."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.events import Event, register
from app.domain.matter.facts import Attachment
from app.domain.settlement.members import Member, Plan


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list of payments; the fields are those of `ObligationPerformed`."""

    obligation_no: int
    amount: int = 0
    done: bool = False
    extra: int = 0
    relief: int = 0


@register
class MembersJoined(Event, frozen=True, kw_only=True):
    """People join the group, typed or from a list (`source`: the name of the file, "" when typed)."""

    members: tuple[Member, ...]
    on: dt.date
    by: str
    source: str = ""


@register
class MemberAmended(Event, frozen=True, kw_only=True):
    """One member's particulars as they are now. A consent already given stays: it is to the plan."""

    member: Member
    on: dt.date
    by: str
    reason: str


@register
class MembersLeft(Event, frozen=True, kw_only=True):
    """Members leave; the case goes on for the others. `reason` is a code of `members.LEFT`."""

    nos: tuple[int, ...]
    on: dt.date
    reason: str
    by: str
    note: str = ""


@register
class RepresentativesElected(Event, frozen=True, kw_only=True):
    """推选代表人 in writing; takes the place of an earlier election."""

    nos: tuple[int, ...]
    on: dt.date
    by: str
    proof: Attachment
    note: str = ""


@register
class MemberPlansSet(Event, frozen=True, kw_only=True):
    """What is proposed to these members. Whoever had consented to another plan has to be asked anew."""

    plans: tuple[Plan, ...]
    on: dt.date
    by: str


@register
class MembersConsented(Event, frozen=True, kw_only=True):
    """These members agree to their plans, or do not (变更、放弃请求、达成协议应当经被代表的投诉人同意)."""

    nos: tuple[int, ...]
    agrees: bool
    on: dt.date
    method: str
    by: str
    note: str = ""
    proof: Attachment | None = None


@register
class PaymentsRecorded(Event, frozen=True, kw_only=True):
    """履行 of many obligations at once, from one list."""

    payments: tuple[Payment, ...]
    on: dt.date
    by: str
    note: str = ""
    proof: Attachment | None = None
