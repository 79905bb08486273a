"""双方修改: both values side by side with who and when, and a person's choice between them.

Nothing is lost by choosing: what was not chosen stays in the log and in the history of the case.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event, StoredEvent, decode
from app.domain.kind import Kind
from app.domain.matter.state import Matter
from app.domain.merging import Conflict
from app.domain.sync.events import ConflictResolved
from app.services import kinds, particulars
from app.services.changes import Changes
from app.services.exchange import case_status
from app.services.history.words import describe
from app.services.office import OpenOffice

PARTS = {
    "complainant": "投诉人",
    "respondent": "被投诉人",
    "deal": "交易与诉求",
    "origin": "来源",
    "asker": "咨询人",
    "answer": "问题与答复",
    "petitioner": "信访人",
    "request": "信访事项",
}
"""What the parts of a registration are called; a part that is not here is 登记内容."""
AMENDED, STATUS = "amended", "status"


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What one office wrote. `standing`: in force meanwhile. `lines`: name and value where sides differ."""

    event_id: str
    office: str
    by: str
    at: dt.datetime
    title: str
    detail: str
    standing: bool
    lines: tuple[tuple[str, str], ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to decide. `kind`: amended (a part has two values) or status (two legal decisions)."""

    kind: str
    part: str
    label: str
    sides: tuple[Side, ...]

    @property
    def event_ids(self) -> tuple[str, ...]:
        """Every side by its event."""
        return tuple(side.event_id for side in self.sides)


def of_case(office: OpenOffice, case_id: str) -> tuple[Dispute, ...]:
    """What a person must decide in a case; empty when nothing. UserError when there is no such case."""
    stored, kind, case, events = _read(office, case_id)
    by_id = {one.id: one for one in stored}
    return tuple(_dispute(office, kind, conflict, by_id, events) for conflict in case.conflicts)


def resolve(
    office: OpenOffice, case_id: str, dispute: Dispute, keep: str, reason: str, *, version: int | None = None
) -> Changes:
    """Let the event `keep` of a dispute stand and the others not; why is kept in the log.

    `version` as in `casework.record`. UserError when somebody has decided meanwhile or the choice names
    no side, InvalidFields without a reason.
    """
    if not reason.strip():
        raise InvalidFields({"reason": "请写明为什么以这一个为准"})
    with office.store.transaction():
        stored, _, case, _ = _read(office, case_id)
        present = {(conflict.kind, conflict.part, frozenset(conflict.events)) for conflict in case.conflicts}
        if (dispute.kind, dispute.part, frozenset(dispute.event_ids)) not in present:
            raise UserError("这一处已经有人选定，或又来了新的修改，请刷新后再看。")
        if keep not in dispute.event_ids:
            raise UserError("请选择以哪一个为准。")
        chosen = ConflictResolved(
            kept=(keep,),
            dropped=tuple(one for one in dispute.event_ids if one != keep),
            reason=reason.strip(),
        )
        office.store.log.append(
            case_id,
            [chosen],
            actor=office.operator.id,
            expected_version=len(stored) if version is None else version,
        )
    case_status.looked_at(office, case_id)
    return Changes.CASES


def office_of(office: OpenOffice, stored: StoredEvent) -> str:
    """What the office that wrote an event is called, this one included."""
    if stored.node == office.store.identity.node:
        return office.office.name
    card = office.store.peers.card(stored.node)
    return card.name if card is not None else "外单位"


def _read(office: OpenOffice, case_id: str) -> tuple[list[StoredEvent], Kind[Any], Matter, tuple[Event, ...]]:
    stored = office.store.log.read_stream(case_id)
    kind = kinds.kind_of(stored)
    if kind is None:
        raise UserError("没有这件案件，可能编号有误，请在案件列表中重新查找。")
    case, events = kinds.folded(kind, case_id, stored)
    return stored, kind, case, events


def _dispute(
    office: OpenOffice,
    kind: Kind[Any],
    conflict: Conflict,
    by_id: dict[str, StoredEvent],
    events: tuple[Event, ...],
) -> Dispute:
    sides = [_side(office, kind, conflict, by_id[name], events) for name in conflict.events]
    shared = set(sides[0].lines).intersection(*(side.lines for side in sides[1:]))
    differing = [
        msgspec.structs.replace(side, lines=tuple(line for line in side.lines if line not in shared))
        for side in sides
    ]
    label = PARTS.get(conflict.part, "登记内容") if conflict.kind == AMENDED else "处理决定"
    return Dispute(kind=conflict.kind, part=conflict.part, label=label, sides=tuple(differing))


def _side(
    office: OpenOffice,
    kind: Kind[Any],
    conflict: Conflict,
    stored: StoredEvent,
    events: tuple[Event, ...],
) -> Side:
    event = decode(stored)
    title, detail = describe(event, kind)
    operator = office.office.operators.get(stored.actor)
    return Side(
        event_id=stored.id,
        office=office_of(office, stored),
        by=operator.name if operator is not None else "",
        at=dt.datetime.fromtimestamp(stored.wall_ms() / 1000, SHANGHAI),
        title=title,
        detail=detail,
        standing=stored.id == conflict.standing,
        lines=_lines(kind, event, conflict.part, events) if conflict.kind == AMENDED else (),
    )


def _lines(
    kind: Kind[Any], event: Event, part: str, events: tuple[Event, ...]
) -> tuple[tuple[str, str], ...]:
    """The case in named lines as it would be with this side's value of the contested part."""
    if isinstance(event, ConflictResolved):
        return ()  # two persons chose differently without seeing each other: their words say what
    only = {other: None for other in event.AMENDS if other != part}
    case = kind.fold("", (*events, msgspec.structs.replace(event, **only)))
    return tuple((name, value) for name, value in particulars.of(case) if value)
