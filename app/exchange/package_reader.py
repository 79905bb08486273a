"""Reads a package: everything is checked before anything is handed over (docs/exchange-format.md §5).

The body is kept encrypted in a nameless temporary file, in memory while it is small, and decrypted twice:
once to verify, once for the caller. A stick may be pulled and a file exchanged in between.
"""

from __future__ import annotations

import hashlib
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, NamedTuple, cast

import msgspec

from app.exchange import limits, signed_block
from app.exchange.age_reader import AgeReader, AgeStream
from app.exchange.cards import Card, fingerprint, is_test
from app.exchange.content import EventBlock, IncomingAttachment, Manifest, Part, Signature, Tally, walk
from app.exchange.frames import FrameReader
from app.exchange.header import PackageHeader, Purpose, check_header
from app.exchange.node_keys import NodeKeys
from app.exchange.refusals import Refusal, Refused
from app.exchange.signatures import Signed, from_text, is_signed
from app.system.atomic_files import explain_os_error

_DOING = "读取交换文件"


class Peer(NamedTuple):
    """An office we know under a fingerprint. `revoked`: struck off, or it has newer keys."""

    card: Card
    revoked: bool = False


class Receiver(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads. `keys`: our own, the present ones first. `spool`: a folder for what is still encrypted.

    `peer` gives the office behind a fingerprint, `received` tells whether a package's id is known.
    `allow_test` only in tests.
    """

    keys: Sequence[NodeKeys]
    peer: Callable[[str], Peer | None]
    received: Callable[[str], bool]
    spool: Path
    allow_test: bool = False


def read_header(path: Path) -> PackageHeader:
    """What a package says of itself, unverified: for listing a stick. Refused (not ours, newer, broken)."""
    with _opened(path) as file:
        return _header(_block(file))


def check_front(path: Path, receiver: Receiver) -> PackageHeader:
    """The header after all checks that need not read the body (§5, 1 to 7). Refused as `open_package`."""
    with _opened(path) as file:
        return _checked(_block(file), receiver)[0]


def open_package(path: Path, receiver: Receiver) -> Package:
    """A verified package; close it. Refused when it is not taken, EnvironmentProblem when reading fails."""
    with _opened(path) as file:
        header, card, keys = _checked(_block(file), receiver)
        return _verified(file, header, card, keys, receiver.spool)


def open_approval(
    path: Path, keys: Sequence[NodeKeys], request_sha256: str, spool: Path, *, allow_test: bool = False
) -> Package:
    """A verified 入网批复 for the request we wrote; close it. `sender_card` is whom it says it is from.

    Nothing of it counts before a person has compared the sender's fingerprint by phone. Refused also with
    `wrong_reply` (another or an older request) and `wrong_purpose` (an ordinary package).
    """
    with _opened(path) as file:
        block = _block(file)
        header = _header(block)
        if header.card is None:
            raise Refused(Refusal.WRONG_PURPOSE, "a package, not an approval")
        own = _own_keys(header, keys, allow_test=allow_test)
        _check_signature(block, header.card)
        if header.reply_to != request_sha256:
            raise Refused(Refusal.WRONG_REPLY, "answers another request")
        return _verified(file, header, header.card, own, spool)


class Package:
    """A package of which everything has been verified. A context manager; not for two threads at once."""

    def __init__(self, spool: IO[bytes], header: PackageHeader, card: Card, keys: NodeKeys) -> None:
        self.header = header
        self.sender_card = card
        self.statement = b""
        self.event_count = 0
        self.attachment_count = 0
        self.attachment_bytes = 0
        self._manifest: Manifest | None = None
        self._keys = keys
        self._spool = spool

    def events(self) -> Iterator[bytes]:
        """The events in the order they were sent, each a JSON line without its line feed.

        Refused (broken) should the temporary file no longer be what was verified.
        """
        tally = Tally()
        for part in self._parts(tally):
            if isinstance(part, EventBlock):
                yield from part.data[:-1].split(b"\n")
            elif not isinstance(part, bytes):
                break
        if self._manifest is None or tally.events_digest.hexdigest() != self._manifest.events_sha256:
            raise Refused(Refusal.BROKEN, "events changed since they were verified")

    def attachments(self) -> Iterator[IncomingAttachment]:
        """The attachments in order of their SHA-256; each can be read until the next one is asked for."""
        for part in self._parts(Tally()):
            if isinstance(part, IncomingAttachment):
                yield part

    def close(self) -> None:
        """Let go of the temporary file; it has no name and is gone with this."""
        self._spool.close()

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def verify(self) -> None:
        """Walk through all of it once; `open_package` has done so. Refused when anything differs."""
        tally = Tally()
        signature: Signature | None = None
        for part in self._parts(tally):
            if isinstance(part, IncomingAttachment):
                part.skip()
            elif isinstance(part, Signature):
                signature = part
        assert signature is not None, "the walk ends with the signature or with a refusal"
        self._check_manifest(signature, tally)
        self.statement = tally.statement
        self.event_count = tally.events
        self.attachment_count = tally.attachments
        self.attachment_bytes = tally.attachments_size

    def _check_manifest(self, signature: Signature, tally: Tally) -> None:
        try:
            text = from_text(signature.text)
        except ValueError as error:
            raise Refused(Refusal.BROKEN, "manifest signature of another shape") from error
        author = bytes.fromhex(self.sender_card.sign)
        if not is_signed(author, Signed.MANIFEST, signature.manifest + b"\n", text):
            raise Refused(Refusal.BROKEN, "manifest not signed by the sender")
        manifest = signed_block.decoded(signature.manifest, Manifest)
        if manifest != tally.manifest(self.header):
            raise Refused(Refusal.BROKEN, "manifest and package do not agree")
        self._manifest = manifest

    def _parts(self, tally: Tally) -> Iterator[Part]:
        try:
            source = cast("BinaryIO", _Place(self._spool))
            stream = AgeStream(AgeReader(source, self._keys.age_secret()))
            yield from walk(FrameReader(stream, self.header.content), tally)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error


class _Place:
    """A place of its own in a shared file, so that two walks do not disturb each other."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at = 0

    def read(self, size: int) -> bytes:
        self._file.seek(self._at)
        data = self._file.read(size)
        self._at += len(data)
        return data

    def readline(self, size: int) -> bytes:
        self._file.seek(self._at)
        data = self._file.readline(size)
        self._at += len(data)
        return data


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file for reading; anything else (a pipe, a device) would let us wait for ever."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(Refusal.NOT_OURS, "not a regular file")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise explain_os_error(error, _DOING) from error


def _block(file: BinaryIO) -> signed_block.Block:
    return signed_block.split(file.read(limits.BLOCK_SIZE), Signed.PACKAGE)


def _header(block: signed_block.Block) -> PackageHeader:
    header = signed_block.decoded(block.line, PackageHeader)
    check_header(header)
    return header


def _checked(block: signed_block.Block, receiver: Receiver) -> tuple[PackageHeader, Card, NodeKeys]:
    """The checks that need not read the body, in their order (§5, 2 to 7)."""
    header = _header(block)
    keys = _own_keys(header, receiver.keys, allow_test=receiver.allow_test)
    if header.purpose != Purpose.PACKAGE:
        raise Refused(Refusal.WRONG_PURPOSE, "an approval, not a package")
    peer = receiver.peer(header.sender)
    if peer is None or fingerprint(peer.card) != header.sender:
        raise Refused(Refusal.UNKNOWN_SENDER, "sender not enrolled")
    if is_test(peer.card) and not receiver.allow_test:
        raise Refused(Refusal.TEST_KEY, "sender has published keys")
    if peer.revoked:
        raise Refused(Refusal.REVOKED_SENDER, "sender revoked")
    _check_signature(block, peer.card)
    if receiver.received(header.id):
        raise Refused(Refusal.ALREADY_RECEIVED, "id known")
    return header, peer.card, keys


def _own_keys(header: PackageHeader, keys: Sequence[NodeKeys], *, allow_test: bool) -> NodeKeys:
    if not allow_test and (header.test or (header.card is not None and is_test(header.card))):
        raise Refused(Refusal.TEST_KEY, "marked as a test")
    own = next((each for each in keys if each.fingerprint == header.recipient), None)
    if own is None:
        raise Refused(Refusal.NOT_FOR_US, "recipient is none of our keys")
    return own


def _check_signature(block: signed_block.Block, card: Card) -> None:
    if not block.is_signed_by(bytes.fromhex(card.sign), Signed.PACKAGE):
        raise Refused(Refusal.BROKEN, "header not signed by the sender")


def _verified(file: BinaryIO, header: PackageHeader, card: Card, keys: NodeKeys, spool: Path) -> Package:
    """The body copied, hashed, and then walked through; §5, 8 and 9."""
    # Not in a with: whoever gets the package closes it.
    kept = tempfile.SpooledTemporaryFile(limits.SPOOL_IN_MEMORY, "w+b", dir=str(spool))  # noqa: SIM115
    try:
        _copy(file, kept, header)
        package = Package(kept, header, card, keys)
        package.verify()
    except BaseException:
        kept.close()
        raise
    return package


def _copy(file: BinaryIO, kept: IO[bytes], header: PackageHeader) -> None:
    digest, left = hashlib.sha256(), header.body
    if file.seek(0, 2) != limits.BLOCK_SIZE + header.body:
        raise Refused(Refusal.BROKEN, "file shorter or longer than declared")
    file.seek(limits.BLOCK_SIZE)
    while left and (piece := file.read(min(left, limits.MIB))):
        digest.update(piece)
        kept.write(piece)
        left -= len(piece)
    if left or digest.hexdigest() != header.body_sha256:
        raise Refused(Refusal.BROKEN, "body with another hash")
