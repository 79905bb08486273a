"""The office itself: its name, how it acts, who works in it. Folded from the stream `office`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from app.domain.committee import (
    Committee,
    CommitteeNamed,
    MediatorListed,
    MediatorStruck,
    apply_committee,
)
from app.domain.events import Event, register
from app.domain.phrases import Phrase, PhraseRestored, PhraseRetired, PhraseSaved
from app.domain.referral import DepartmentNamed, PersonInCharge, PersonInChargeNamed, RoutingNoticeGiven
from app.domain.sync.events import (
    NodeAdopted,
    PeerEnrolled,
    PeerKeysChanged,
    PeerRevoked,
    RangeGranted,
    RangeReceived,
)

STREAM = "office"

COUNTY = "bureau"
"""The county bureau itself: the top of the exchange, which enrols the offices below it."""

ROLES: dict[str, str] = {"clerk": "受理员", "mediator": "调解员", "head": "负责人"}


@register
class OfficeFounded(Event, frozen=True, kw_only=True):
    """First start. `bureau` is the county bureau in whose name decisions are made (办法第19、30条)."""

    name: str
    code: str
    identity: str
    bureau: str
    case_word: str
    document_word: str
    phone: str = ""
    address: str = ""


@register
class OfficeChanged(Event, frozen=True, kw_only=True):
    """New particulars of the office; numbers already given out keep their words."""

    name: str
    identity: str
    bureau: str
    case_word: str
    document_word: str
    phone: str = ""
    address: str = ""


@register
class OperatorAdded(Event, frozen=True, kw_only=True):
    """A person who may sign in. The password never enters the log."""

    operator: str
    name: str
    role: str


@register
class OperatorRetired(Event, frozen=True, kw_only=True):
    """May no longer sign in; what they did stays theirs."""

    operator: str


@register
class OfficeSettingChanged(Event, frozen=True, kw_only=True):
    """One setting of `SETTINGS` takes a new value (points a person must confirm: docs/open-questions.md)."""

    name: str
    value: str


class Operator(msgspec.Struct, kw_only=True):
    id: str
    name: str
    role: str
    active: bool = True


class Office(msgspec.Struct, kw_only=True):
    """The folded state of the stream `office`."""

    name: str = ""
    code: str = ""
    identity: str = ""
    bureau: str = ""
    case_word: str = ""
    document_word: str = ""
    phone: str = ""
    address: str = ""
    founded_on: dt.date | None = None
    operators: dict[str, Operator] = {}
    settings: dict[str, str] = {}
    phrases: dict[str, Phrase] = {}
    retired_phrases: set[str] = set()
    departments: dict[str, DepartmentNamed] = {}
    person_in_charge: PersonInCharge = PersonInCharge()
    routing_notices: list[RoutingNoticeGiven] = []
    committee: Committee = msgspec.field(default_factory=Committee)


SETTINGS: dict[str, tuple[str, ...]] = {
    "day_clock_roll": ("holiday_block", "statutory_days", "weekend_too"),
    "mediation_limit_before_2026": ("earlier", "45_workdays", "60_days"),
    "petition_role": ("other_body", "petition_office"),
    "reporter_sight": ("head_and_registrar", "head", "head_and_clerks"),
    "dispute_mediation_period": ("30_days", "30_workdays", "none"),
    "promise_two_24h": ("off", "on"),
    "promise_contact": ("off", "on"),
    "promise_15_days": ("off", "on"),
    "promise_12345": ("off", "on"),
}
"""Settings with their allowed values; the first is the default (docs/open-questions.md Q1, Q2).

Those that begin with `promise_` switch the groups of resources/rules/local_promises.toml.
"""

HEAD_SETTINGS = frozenset({"reporter_sight"})
"""Settings only a 负责人 may change: who sees reporters is not for those it keeps out to say."""


def setting(office: Office, name: str) -> str:
    """The value in force of a setting of `SETTINGS`."""
    return office.settings.get(name, SETTINGS[name][0])


def fold_office(events: Iterable[Event]) -> Office:
    """The office after these events, oldest first. Unrelated events are a programming error."""
    office = Office(
        operators={}, settings={}, phrases={}, retired_phrases=set(), departments={}, routing_notices=[]
    )
    for event in events:
        match event:
            case OfficeFounded() | OfficeChanged():
                for field in event.__struct_fields__:
                    if field not in Event.__struct_fields__:
                        setattr(office, field, getattr(event, field))
            case OperatorAdded():
                office.operators[event.operator] = Operator(
                    id=event.operator, name=event.name, role=event.role
                )
            case OperatorRetired():
                office.operators[event.operator].active = False
            case OfficeSettingChanged():
                office.settings[event.name] = event.value
            case PhraseSaved():
                office.phrases[event.phrase] = Phrase(
                    id=event.phrase, title=event.title, text=event.text, fields=event.fields
                )
                office.retired_phrases.discard(event.phrase)
            case PhraseRetired():
                office.retired_phrases.add(event.phrase)
            case PhraseRestored():
                office.retired_phrases.discard(event.phrase)
            case CommitteeNamed() | MediatorListed() | MediatorStruck():
                apply_committee(event, office.committee)
            case DepartmentNamed():
                office.departments[event.code] = event
            case PersonInChargeNamed():
                office.person_in_charge = PersonInCharge(name=event.name, phone=event.phone)
            case RoutingNoticeGiven():
                office.routing_notices.append(event)
            case (
                PeerEnrolled()
                | PeerKeysChanged()
                | PeerRevoked()
                | RangeGranted()
                | RangeReceived()
                | NodeAdopted()
            ):
                pass  # kept by the store's tables of peers and number ranges
            case _:
                raise TypeError(f"{event.kind()} does not belong to the office stream")
    return office
