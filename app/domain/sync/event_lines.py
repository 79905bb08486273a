"""An event as one line of a package: exactly the JSON array its hash is the SHA-256 of.

The hash itself does not travel: it is computed from what arrived, and the origin's voucher says what it
must be. So there is nothing to compare and nothing to forget to compare.
"""

from __future__ import annotations

import hashlib
from typing import Annotated

import msgspec

from app.domain.errors import UserError
from app.domain.events import StoredEvent
from app.domain.sync.statement import Hex32, Hex64, Number

_LATEST = 7_258_118_400_000 << 16
"""The year 2200: a time beyond it would push every later event of everybody out of reach."""


class _Line(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    id: Annotated[
        str, msgspec.Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
    ]
    node: Hex32
    epoch: Number
    seq: Number
    prev: Hex64
    time: Annotated[int, msgspec.Meta(ge=0, lt=_LATEST)]
    stream: Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[0-9A-Za-z_-]+\Z")]
    kind: Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z]+\Z")]
    schema: Annotated[int, msgspec.Meta(ge=1, le=9999)]
    actor: Annotated[str, msgspec.Meta(max_length=64)]
    payload: Annotated[str, msgspec.Meta(max_length=4 * 1024 * 1024)]


_FIELDS = _Line.__struct_fields__
_DECODER = msgspec.json.Decoder(_Line)


def event_line(stored: StoredEvent) -> bytes:
    """One line, without a line feed."""
    return msgspec.json.encode([getattr(stored, name) for name in _FIELDS])


def event_from_line(line: bytes | str) -> StoredEvent:
    """The event in a line, its hash computed; UserError for anything but the shape of an event."""
    try:
        found = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("这个包里有一条记录不成样子，没有导入任何内容，请对方重新导出。") from error
    # Encoded again, not hashed as it came: what counts is the one canonical spelling (`event_hash`).
    return StoredEvent(
        id=found.id,
        node=found.node,
        epoch=found.epoch,
        seq=found.seq,
        prev=found.prev,
        hash=hashlib.sha256(msgspec.json.encode(found)).hexdigest(),
        time=found.time,
        stream=found.stream,
        kind=found.kind,
        schema=found.schema,
        actor=found.actor,
        payload=found.payload,
    )
