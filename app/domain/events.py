"""What an event is, before any kind of matter is known.

An event is an immutable past-tense record. It is stored as canonical JSON and read for ever: every
type has a schema number, and a change of shape adds an upcaster instead of touching old records.
See docs/events.md for the envelope, the hash and the list of types.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar

import msgspec

from app.domain.errors import UserError

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every event. A subclass registers itself under its own name.

    `seen` and `reissued_from` are set by the log alone and left out of the payload when they say nothing:
    `seen` is what the stream held of other chains, as `<node>/<epoch>` to the highest seq, when the event
    was written; `reissued_from` the id of the event this one repeats after a repaired clone.
    """

    SCHEMA: ClassVar[int] = 1
    LEGAL_STATUS: ClassVar[bool] = False
    """Decides about the legal status of a case: of two made without seeing each other only one may stand."""
    AMENDS: ClassVar[tuple[str, ...]] = ()
    """Fields that give a part of the case a whole new value when they are not None."""

    seen: dict[str, int] | msgspec.UnsetType = msgspec.UNSET
    reissued_from: str | msgspec.UnsetType = msgspec.UNSET

    @classmethod
    def kind(cls) -> str:
        """The name the log knows this type by."""
        return cls.__name__


class StoredEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its envelope, as it stands in the log of one node.

    `time` is the hybrid logical time: milliseconds since 1970 shifted left by 16 bits, plus a counter.
    `prev` and `hash` are SHA-256 in hex; `prev` of the first event of a (node, epoch) is 64 zeros.
    """

    id: str
    node: str
    epoch: int
    seq: int
    prev: str
    hash: str
    time: int
    stream: str
    kind: str
    schema: int
    actor: str
    payload: str

    def chain(self) -> str:
        """The chain it stands in, as `seen` names it."""
        return f"{self.node}/{self.epoch}"

    def wall_ms(self) -> int:
        """Milliseconds since 1970 (UTC) at which the event was recorded."""
        return self.time >> 16

    def fold_key(self) -> tuple[int, str, int]:
        """The order in which the events of one stream are folded, the same on every node."""
        return (self.time, self.node, self.seq)


class ReadEvent(StoredEvent, frozen=True, kw_only=True):
    """An event whose payload was read already: who folds it soon need not read it again (`decode`)."""

    typed: Event


class NewerEvent(UserError):
    """The log holds a kind or schema this program does not know: it was written by a newer one."""


_TYPES: dict[str, type[Event]] = {}
_UPCASTERS: dict[tuple[str, int], Upcaster] = {}
GENESIS = "0" * 64


def register(cls: type[Any]) -> type[Any]:
    """Class decorator: make an event type known to `decode`."""
    if cls.__name__ in _TYPES:
        raise ValueError(f"event type {cls.__name__} registered twice")
    _TYPES[cls.__name__] = cls
    return cls


def upcast(kind: str, schema: int) -> Callable[[Upcaster], Upcaster]:
    """Register a function that turns a payload of `schema` into one of `schema + 1`."""

    def keep(function: Upcaster) -> Upcaster:
        _UPCASTERS[(kind, schema)] = function
        return function

    return keep


def known_kinds() -> tuple[str, ...]:
    """Names of every registered event type, sorted."""
    return tuple(sorted(_TYPES))


def type_of(kind: str) -> type[Event]:
    """The event type of that name; KeyError for one this program does not know."""
    return _TYPES[kind]


def encode(event: Event) -> str:
    """Canonical JSON of the payload: fields in declaration order, no spaces, UTF-8 text."""
    return msgspec.json.encode(event).decode("utf-8")


def decode(stored: StoredEvent) -> Event:
    """The typed event inside an envelope.

    Raises `NewerEvent` when a newer program wrote it, `msgspec.ValidationError` when the payload is damaged.
    """
    if isinstance(stored, ReadEvent):
        return stored.typed
    cls = _TYPES.get(stored.kind)
    if cls is None or stored.schema > cls.SCHEMA:
        raise NewerEvent("数据中有新版程序写入的记录，本程序无法识别；请升级到最新版后再打开。")
    if stored.schema == cls.SCHEMA:
        return msgspec.json.decode(stored.payload, type=cls)
    raw: dict[str, Any] = msgspec.json.decode(stored.payload)
    for schema in range(stored.schema, cls.SCHEMA):
        raw = _UPCASTERS[(stored.kind, schema)](raw)
    return msgspec.convert(raw, type=cls)


def as_read(stored: StoredEvent, typed: Event) -> ReadEvent:
    """The same event with what `decode` made of it."""
    return ReadEvent(
        id=stored.id,
        node=stored.node,
        epoch=stored.epoch,
        seq=stored.seq,
        prev=stored.prev,
        hash=stored.hash,
        time=stored.time,
        stream=stored.stream,
        kind=stored.kind,
        schema=stored.schema,
        actor=stored.actor,
        payload=stored.payload,
        typed=typed,
    )


def event_hash(
    *,
    id: str,  # noqa: A002 - the envelope's own name
    node: str,
    epoch: int,
    seq: int,
    prev: str,
    time: int,
    stream: str,
    kind: str,
    schema: int,
    actor: str,
    payload: str,
) -> str:
    """SHA-256 (hex) over the JSON array of every envelope field but the hash itself."""
    body = msgspec.json.encode([id, node, epoch, seq, prev, time, stream, kind, schema, actor, payload])
    return hashlib.sha256(body).hexdigest()
