"""The content of a package inside its encryption: statement, events, attachments, signed manifest.

One walk through the parts serves both passes of the reader; it believes nothing before the manifest at the
end has been compared with what came (docs/exchange-format.md §4).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from app.exchange import limits
from app.exchange.frames import FrameReader
from app.exchange.header import PackageHeader
from app.exchange.refusals import Refusal, Refused

FIRST_LINE = b"YIZHANTONG CONTENT 1\n"
_STATEMENT = re.compile(rb"statement (0|[1-9][0-9]{0,11})")
_EVENTS = re.compile(rb"events ([1-9][0-9]{0,11}) ([1-9][0-9]{0,11})")
_ATTACHMENT = re.compile(rb"attachment ([0-9a-f]{64}) (0|[1-9][0-9]{0,11})")
_MANIFEST = re.compile(rb"manifest ([1-9][0-9]{0,11})")
_SIGNATURE = re.compile(rb"signature ([A-Za-z0-9+/=]{88})")


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the author signed before encrypting. Counts and sizes in bytes of each kind of part."""

    purpose: str
    id: str
    number: int
    sender: str
    recipient: str
    test: bool
    reply_to: str
    statement: int
    statement_sha256: str
    events: int
    events_size: int
    events_sha256: str
    attachments: int
    attachments_size: int
    attachments_sha256: str


class OutgoingAttachment(NamedTuple):
    """A file to send: `open` gives it from its beginning, `size` in bytes."""

    sha256: str
    size: int
    open: Callable[[], BinaryIO]


class EventBlock(NamedTuple):
    """Some event lines, each ended by a line feed."""

    events: int
    data: bytes


class Signature(NamedTuple):
    """The end of the content: the manifest as it stands there and the signature over it."""

    manifest: bytes
    text: bytes


class IncomingAttachment:
    """A file in a package, to be read now or not at all: the next part ends it. Nothing is on the disk."""

    def __init__(self, sha256: str, size: int, frames: FrameReader) -> None:
        self.sha256 = sha256
        self.size = size
        self._frames = frames
        self._left = size
        self._digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes and 64 KiB, empty at the end. Refused (broken) where the hash differs."""
        wanted = min(limits.PIECE if size < 0 else size, limits.PIECE, self._left)
        piece = self._frames.exactly(wanted)
        self._digest.update(piece)
        self._left -= len(piece)
        if not self._left and self._digest.hexdigest() != self.sha256:
            raise Refused(Refusal.BROKEN, "attachment with another hash")
        return piece

    def skip(self) -> None:
        """Read what is left for its hash only."""
        while self._left:
            self.read()
        self.read(0)


Part = bytes | EventBlock | IncomingAttachment | Signature


class Tally:
    """Counts and hashes of the parts that have come, or gone, so far."""

    def __init__(self) -> None:
        self.statement = b""
        self.events = 0
        self.events_size = 0
        self.events_digest = hashlib.sha256()
        self.attachments = 0
        self.attachments_size = 0
        self.attachments_digest = hashlib.sha256()

    def add_events(self, count: int, data: bytes) -> None:
        """Event lines, with their line feeds."""
        self.events += count
        self.events_size += len(data)
        self.events_digest.update(data)

    def add_attachment(self, sha256: str, size: int) -> None:
        """One attachment."""
        self.attachments += 1
        self.attachments_size += size
        self.attachments_digest.update(f"{sha256} {size}\n".encode("ascii"))

    def manifest(self, header: PackageHeader) -> Manifest:
        """The manifest of these parts in a package with this header."""
        return Manifest(
            purpose=header.purpose,
            id=header.id,
            number=header.number,
            sender=header.sender,
            recipient=header.recipient,
            test=header.test,
            reply_to=header.reply_to,
            statement=len(self.statement),
            statement_sha256=hashlib.sha256(self.statement).hexdigest(),
            events=self.events,
            events_size=self.events_size,
            events_sha256=self.events_digest.hexdigest(),
            attachments=self.attachments,
            attachments_size=self.attachments_size,
            attachments_sha256=self.attachments_digest.hexdigest(),
        )


def walk(frames: FrameReader, tally: Tally) -> Iterator[Part]:
    """The parts in their order: statement, event blocks, attachments, signature; counted in `tally`.

    Refused (broken, too large) at the first thing our writer would not have written. What an attachment
    leaves unread is read, for its hash, before the next part.
    """
    if frames.exactly(len(FIRST_LINE)) != FIRST_LINE:
        raise _broken("content of another shape")
    tally.statement = _statement(frames)
    yield tally.statement
    line, size_before = frames.line(limits.LARGEST_PART_LINE), limits.USUAL_EVENT_BLOCK
    while match := _EVENTS.fullmatch(line):
        if size_before + int(match[2]) < limits.USUAL_EVENT_BLOCK:
            # A million blocks of one event would cost seconds for a few kilobytes.
            raise _broken("blocks of events too small")
        size_before = int(match[2])
        yield _event_block(frames, int(match[1]), size_before, tally)
        line = frames.line(limits.LARGEST_PART_LINE)
    before = ""
    while match := _ATTACHMENT.fullmatch(line):
        attachment = _attachment(frames, match[1].decode("ascii"), int(match[2]), tally)
        if attachment.sha256 <= before:
            raise _broken("attachments out of order")
        before = attachment.sha256
        yield attachment
        attachment.skip()
        _line_feed(frames)
        line = frames.line(limits.LARGEST_PART_LINE)
    yield _signature(frames, line)


def _statement(frames: FrameReader) -> bytes:
    match = _STATEMENT.fullmatch(frames.line(limits.LARGEST_PART_LINE))
    if match is None:
        raise _broken("no statement")
    if int(match[1]) > limits.LARGEST_STATEMENT:
        raise Refused(Refusal.TOO_LARGE, "statement")
    data = frames.exactly(int(match[1]))
    _line_feed(frames)
    return data


def _event_block(frames: FrameReader, count: int, size: int, tally: Tally) -> EventBlock:
    if size > limits.LARGEST_EVENT_BLOCK or tally.events + count > limits.MOST_EVENTS:
        raise Refused(Refusal.TOO_LARGE, "events")
    data = frames.exactly(size)
    if data.count(b"\n") != count or not data.endswith(b"\n"):
        raise _broken("events miscounted")
    tally.add_events(count, data)
    return EventBlock(count, data)


def _attachment(frames: FrameReader, sha256: str, size: int, tally: Tally) -> IncomingAttachment:
    if size > limits.LARGEST_ATTACHMENT or tally.attachments >= limits.MOST_ATTACHMENTS:
        raise Refused(Refusal.TOO_LARGE, "attachments")
    tally.add_attachment(sha256, size)
    return IncomingAttachment(sha256, size, frames)


def _signature(frames: FrameReader, line: bytes) -> Signature:
    match = _MANIFEST.fullmatch(line)
    if match is None:
        raise _broken("unknown part")
    if int(match[1]) > limits.LARGEST_MANIFEST:
        raise Refused(Refusal.TOO_LARGE, "manifest")
    manifest = frames.exactly(int(match[1]))
    _line_feed(frames)
    signature = _SIGNATURE.fullmatch(frames.line(limits.LARGEST_PART_LINE))
    if signature is None:
        raise _broken("no signature")
    frames.check_end()
    return Signature(manifest, signature[1])


def _line_feed(frames: FrameReader) -> None:
    if frames.exactly(1) != b"\n":
        raise _broken("part longer than announced")


def _broken(detail: str) -> Refused:
    return Refused(Refusal.BROKEN, detail)
