"""The beginning of a case of any kind: its number, its rule set and its first event, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.kind import Kind
from app.domain.matter.events import Registered as Registration
from app.services import casework, drafts, kinds, rulebook
from app.services.changes import Changes
from app.services.office import OpenOffice


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """A new case: its id, its number (消投〔2026〕222号), and what changed."""

    case_id: str
    number: str
    changes: Changes


class Numbered(msgspec.Struct, frozen=True, kw_only=True):
    """What the registration event of any kind holds besides its own facts; copy all four into it."""

    number: str
    serial: int
    rule_set: str
    identity: str = ""


def begin(
    office: OpenOffice,
    kind: Kind[Any],
    received_on: dt.date,
    make: Callable[[Numbered], Registration],
    *,
    identity: str = "",
    draft: tuple[str, str] | None = None,
    then: Callable[[str], tuple[Event, ...]] | None = None,
) -> Registered:
    """Write a new case under the next number of its kind and year.

    `make` builds the registration from what was given out; `draft` (form, key) is what it was typed as and is
    forgotten in the same transaction; `then` may give further events for the new case (its id), written with
    it. `identity` is the 办理身份, the office's own when not given. Raises what the kind's rules raise; the
    number is taken in the same transaction, so a refused registration leaves no gap.
    """
    identity = identity or office.office.identity
    acting = rulebook.identities()
    if not acting.takes(identity, kind.name):
        label = acting.known[identity].label
        raise UserError(f"办理身份“{label}”不登记{kind.label}，请换一种办理身份，或者请有权的单位登记。")
    rules = rulebook.rule_book(kind.rules).for_received(received_on)
    with office.store.transaction():
        serial = office.store.next_serial(kind.series, received_on.year)
        number = f"{kinds.case_word(office.office, kind)}〔{received_on.year}〕{serial}号"
        made = make(Numbered(number=number, serial=serial, rule_set=rules.id, identity=identity))
        event = _with_moment(office, made)
        case_id = office.store.log.new_id()
        events = (event, *(then(case_id) if then is not None else ()))
        casework.check(office, kind.empty(case_id), *events)
        office.store.log.append(
            casework.stream_of(case_id), events, actor=office.operator.id, expected_version=0
        )
        if draft is not None:
            drafts.discard(office, *draft)
    return Registered(case_id=case_id, number=number, changes=Changes.CASES)


def _with_moment(office: OpenOffice, event: Registration) -> Registration:
    """What is registered on the day it came was received by now: periods in hours count from this moment."""
    origin = event.origin
    if origin.received_at is not None or origin.received_on != office.clock.today():
        return event
    moment = office.clock.now().replace(microsecond=0)
    return msgspec.structs.replace(event, origin=msgspec.structs.replace(origin, received_at=moment))
