"""Writes a package: content → zstd → age → a file that appears whole or not at all. Memory stays flat."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec
import pyrage

from app.exchange import limits, signed_block
from app.exchange.cards import Card, check_card, fingerprint
from app.exchange.content import FIRST_LINE, OutgoingAttachment, Tally
from app.exchange.frames import FrameWriter
from app.exchange.header import PackageHeader, Purpose, check_header, is_made_at
from app.exchange.node_keys import NodeKeys
from app.exchange.signatures import Signed, as_text
from app.system.atomic_files import atomic_writer
from app.system.clock import SHANGHAI
from app.system.errors import EnvironmentProblem

_DOING = "写出交换文件"
# Half of what a reader allows: text that would come near is stored instead of compressed.
_ALLOWANCE, _RATIO = limits.CONTENT_ALLOWANCE // 2, limits.CONTENT_RATIO // 2
_NOTHING = hashlib.sha256().hexdigest()


def write_package(
    path: Path,
    keys: NodeKeys,
    recipient: Card,
    *,
    number: int,
    made_at: dt.datetime,
    statement: bytes,
    events: Iterable[bytes],
    attachments: Sequence[OutgoingAttachment] = (),
) -> PackageHeader:
    """Write a package to `path`, signed and encrypted; on the disk when this returns.

    `events` are single JSON lines without line feeds, taken once, in the order they shall arrive. Raises
    EnvironmentProblem when the disk refuses or an attachment is not what its hash says, ValueError for
    what no package can hold; what `events` or an `open` raises passes. `path` is then as it was before.
    """
    header = _address(keys, recipient, made_at, purpose=Purpose.PACKAGE, number=number)
    return _write(path, keys, recipient, header, statement, events, attachments)


def write_approval(
    path: Path,
    keys: NodeKeys,
    applicant: Card,
    *,
    request_sha256: str,
    made_at: dt.datetime,
    statement: bytes,
) -> PackageHeader:
    """Write the answer to a request (`enrolment_files.Request`); errors as `write_package`."""
    header = _address(
        keys, applicant, made_at, purpose=Purpose.APPROVAL, reply_to=request_sha256, card=keys.card
    )
    return _write(path, keys, applicant, header, statement, (), ())


def time_text(moment: dt.datetime) -> str:
    """A time as it stands in headers, in Shanghai and to the second."""
    text = moment.astimezone(SHANGHAI).isoformat(timespec="seconds")
    assert is_made_at(text), "an aware time of this era"
    return text


def _address(
    keys: NodeKeys,
    recipient: Card,
    made_at: dt.datetime,
    *,
    purpose: Purpose,
    number: int = 0,
    reply_to: str = "",
    card: Card | None = None,
) -> PackageHeader:
    """The header as far as it is known before the body."""
    check_card(recipient)
    header = PackageHeader(
        suite=signed_block.SUITE,
        purpose=purpose,
        id=secrets.token_hex(16),
        number=number,
        sender=keys.fingerprint,
        recipient=fingerprint(recipient),
        test=keys.card.test or recipient.test,
        made_at=time_text(made_at),
        reply_to=reply_to,
        card=card,
        content=1,
        body=1,
        body_sha256=_NOTHING,
    )
    check_header(header)
    return header


def _write(
    path: Path,
    keys: NodeKeys,
    recipient: Card,
    header: PackageHeader,
    statement: bytes,
    events: Iterable[bytes],
    attachments: Sequence[OutgoingAttachment],
) -> PackageHeader:
    content = _Content(keys, header, statement, events, attachments)
    with atomic_writer(path, _DOING) as file:
        file.write(bytes(limits.BLOCK_SIZE))
        source, target = _Pulled(content.frames()), _Hashed(file)
        try:
            pyrage.encrypt_io(source, target, [pyrage.x25519.Recipient.from_str(recipient.age)])
        except pyrage.EncryptError:
            # The library tells neither what reading nor what writing failed of.
            problem = source.problem or target.problem
            if problem is not None:
                raise problem from None
            raise
        header = msgspec.structs.replace(
            header, content=content.size, body=target.size, body_sha256=target.digest.hexdigest()
        )
        if header.body > limits.LARGEST_BODY or header.content > limits.content_allowed(header.body):
            raise ValueError("more than one package can hold")
        file.seek(0)
        file.write(signed_block.written(header, keys, Signed.PACKAGE))
    return header


class _Content:
    """The parts of a package as frames, counted on the way, the signed manifest last."""

    def __init__(
        self,
        keys: NodeKeys,
        header: PackageHeader,
        statement: bytes,
        events: Iterable[bytes],
        attachments: Sequence[OutgoingAttachment],
    ) -> None:
        if len(statement) > limits.LARGEST_STATEMENT or len(attachments) > limits.MOST_ATTACHMENTS:
            raise ValueError("more than one package can hold")
        self._keys = keys
        self._header = header
        self._events = events
        self._attachments = sorted(attachments, key=lambda attachment: attachment.sha256)
        self._tally = Tally()
        self._tally.statement = statement
        self._frames = FrameWriter()

    @property
    def size(self) -> int:
        """Bytes of content so far."""
        return self._frames.content

    def frames(self) -> Iterator[bytes]:
        """All frames of the content; may be taken once."""
        statement = self._tally.statement
        yield from self._text(FIRST_LINE + b"statement %d\n" % len(statement))
        for start in range(0, len(statement), limits.USUAL_EVENT_BLOCK):
            yield from self._text(statement[start : start + limits.USUAL_EVENT_BLOCK])
        yield from self._text(b"\n")
        for count, block in self._blocks():
            self._tally.add_events(count, block)
            yield from self._text(b"events %d %d\n" % (count, len(block)))
            yield from self._text(block)
        for attachment in self._attachments:
            yield from self._attached(attachment)
        manifest = msgspec.json.encode(self._tally.manifest(self._header))
        signature = as_text(self._keys.sign(Signed.MANIFEST, manifest + b"\n"))
        yield from self._text(b"manifest %d\n%b\nsignature %b\n" % (len(manifest), manifest, signature))
        yield from self._frames.finish()

    def _text(self, data: bytes) -> Iterator[bytes]:
        """Compressed, unless that would come near the ratio a reader bears."""
        if self._frames.content + len(data) > _ALLOWANCE + _RATIO * self._frames.written:
            return self._frames.stored(data)
        return self._frames.compressed(data)

    def _blocks(self) -> Iterator[tuple[int, bytes]]:
        """Event lines gathered to blocks of some 256 KiB."""
        gathered, size = list[bytes](), 0
        for event in self._events:
            if not event or len(event) > limits.LARGEST_EVENT or b"\n" in event:
                raise ValueError("an event is one line of at most 4 MiB")
            if gathered and size + len(event) >= limits.USUAL_EVENT_BLOCK:
                yield len(gathered), b"\n".join(gathered) + b"\n"
                gathered, size = [], 0
            gathered.append(event)
            size += len(event) + 1
            if self._tally.events + len(gathered) > limits.MOST_EVENTS:
                raise ValueError("more events than one package can hold")
        if gathered:
            yield len(gathered), b"\n".join(gathered) + b"\n"

    def _attached(self, attachment: OutgoingAttachment) -> Iterator[bytes]:
        if attachment.size > limits.LARGEST_ATTACHMENT:
            raise ValueError("attachment over 100 MiB")
        self._tally.add_attachment(attachment.sha256, attachment.size)
        yield from self._text(b"attachment %b %d\n" % (attachment.sha256.encode("ascii"), attachment.size))
        digest, left = hashlib.sha256(), attachment.size
        with attachment.open() as file:
            while piece := file.read(limits.PIECE * 16):
                digest.update(piece)
                left -= len(piece)
                if left < 0:
                    break
                yield from self._frames.stored(piece)
        if left or digest.hexdigest() != attachment.sha256:
            raise EnvironmentProblem(
                "有一个附件的文件已损坏，内容与登记时不符，交换文件没有写出；请先做一次数据检查并从备份中找回附件。"
            )
        yield from self._text(b"\n")


class _Pulled:
    """Pieces as a file the encrypting library reads from; keeps the real reason when making them fails."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = memoryview(b"")
        self.problem: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            while not self._piece:
                self._piece = memoryview(next(self._pieces))
        except StopIteration:
            return b""
        except BaseException as problem:
            self.problem = problem
            raise
        taken, self._piece = self._piece[:size], self._piece[size:]
        return bytes(taken)


class _Hashed:
    """A file the encrypting library writes to: hashes, counts, keeps the real reason when writing fails."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.size = 0
        self.problem: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            written = self._file.write(data)
        except OSError as problem:
            self.problem = problem
            raise
        self.digest.update(data)
        self.size += len(data)
        return written

    def flush(self) -> None:
        """The file is flushed and synced when it is whole."""
