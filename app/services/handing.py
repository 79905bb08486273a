"""Handing a case up or down, receiving it, and bringing the result back (办法第6、30条).

Without an exchange between the two offices the 移交单 goes with the person, and whoever handed the case on
writes down what came of it. With one, `to_node` names the node that gets the case with the next package.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.errors import UserError
from app.domain.identities import Identity
from app.domain.matter.events import CaseHanded
from app.domain.matter.state import Matter
from app.domain.matter.turns import CaseReceived
from app.services import casework, identities, rulebook
from app.services.changes import Changes
from app.services.exchange import peers
from app.services.office import OpenOffice

UP, DOWN = "up", "down"


class Receiver(msgspec.Struct, frozen=True, kw_only=True):
    """An office a case can be handed to. `node` is "" for one this office exchanges no packages with."""

    name: str
    node: str = ""


def receivers(office: OpenOffice) -> tuple[Receiver, ...]:
    """Offices this one exchanges packages with, by name; any other one is typed."""
    known = [Receiver(name=peer.name, node=peer.node) for peer in peers.lines(office)]
    return tuple(sorted(known, key=lambda one: one.name))


def materials(case: Matter) -> tuple[str, ...]:
    """What goes with the case, as the 移交单 lists it: evidence and papers issued."""
    listed = [f"{item.title}（{item.note}）" if item.note else item.title for item in case.live_evidence()]
    return tuple(listed)


def hand(
    office: OpenOffice,
    case_id: str,
    *,
    direction: str,
    to_office: str,
    reason: str,
    on: dt.date,
    by: str,
    version: int | None = None,
) -> Changes:
    """Hand the case to another office; until it comes back nothing is done to it here."""
    case = casework.load(office, case_id).case
    name = to_office.strip()
    node = next((one.node for one in receivers(office) if one.name == name), "")
    event = CaseHanded(
        direction=direction,
        to_office=name,
        to_node=node,
        reason=reason,
        on=on,
        by=by,
        identity=case.identity,
        receipt=len(case.turns.receipts) + 1,
        materials=materials(case),
    )
    return casework.record(office, case_id, event, version=version)


def receive(
    office: OpenOffice, case_id: str, *, identity: str, on: dt.date, by: str, version: int | None = None
) -> Changes:
    """Take the case in hand under this office's 办理身份, or under that of the office it was handed to.

    UserError when the case was handed to the node of another office.
    """
    case = casework.load(office, case_id).case
    if case.holder_node and case.holder_node != office.store.identity.node:
        raise UserError(f"案件移交给了{case.holder}，由{case.holder}在自己的程序里接收。")
    event = CaseReceived(office=case.holder, identity=identity, on=on, by=by)
    return casework.record(office, case_id, event, version=version)


def identities_for(case: Matter) -> tuple[Identity, ...]:
    """The 办理身份 that take this kind of matter, for the receiver to choose from."""
    acting = rulebook.identities()
    return tuple(one for one in identities.offered() if acting.takes(one.code, case.kind))
