"""Offices that exchange in tests, and what a hostile one of them can make: anything under its signature."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import zstandard

from app.exchange import signed_block
from app.exchange.content import FIRST_LINE, OutgoingAttachment, Tally
from app.exchange.header import PackageHeader
from app.exchange.node_keys import NodeKeys, new_keys
from app.exchange.package_reader import Peer, Receiver
from app.exchange.package_writer import write_package
from app.exchange.signatures import Signed, as_text
from app.system.clock import SHANGHAI

MADE_AT = dt.datetime(2026, 11, 21, 10, 0, 0, tzinfo=SHANGHAI)
STATION = new_keys("a" * 32, "青山镇消保站", "QS")
COUNTY = new_keys("c" * 32, "示范县市场监督管理局", "XJ")
TOWN = new_keys("b" * 32, "青山镇市场监管所", "QZ")
STRANGER = new_keys("d" * 32, "没有入网的单位")
REVOKED = new_keys("e" * 32, "已停用的单位")
STATEMENT = '{"说明":"statement"}'.encode()
STATEMENT_PART = b"statement %d\n%b\n" % (len(STATEMENT), STATEMENT)


def receiver(
    spool: Path, keys: NodeKeys = COUNTY, *, seen: Iterable[str] = (), allow_test: bool = False
) -> Receiver:
    """The reading side; it knows everybody but STRANGER."""
    known = {each.fingerprint: Peer(each.card) for each in (STATION, TOWN, COUNTY)}
    known[REVOKED.fingerprint] = Peer(REVOKED.card, revoked=True)
    spool.mkdir(exist_ok=True)
    return Receiver(
        keys=(keys,),
        peer=known.get,
        received=frozenset(seen).__contains__,
        spool=spool,
        allow_test=allow_test,
    )


def event_lines(count: int, seed: int = 1) -> list[bytes]:
    """Events as they look on their way: ids and hashes that do not compress, and text that does."""
    rng = random.Random(seed)
    return [
        json.dumps(
            [
                rng.randbytes(16).hex(),
                number,
                rng.randbytes(32).hex(),
                "登记",
                {"facts": "扫码价高于货架标价" * 12},
            ],
            ensure_ascii=False,
        ).encode()
        for number in range(count)
    ]


def attached(*contents: bytes) -> list[OutgoingAttachment]:
    """Attachments of these contents."""

    def outgoing(data: bytes) -> OutgoingAttachment:
        return OutgoingAttachment(hashlib.sha256(data).hexdigest(), len(data), lambda: io.BytesIO(data))

    return [outgoing(data) for data in contents]


def packed(
    path: Path,
    *,
    sender: NodeKeys = STATION,
    recipient: NodeKeys = COUNTY,
    number: int = 1,
    events: Iterable[bytes] = (),
    attachments: Sequence[OutgoingAttachment] = (),
) -> PackageHeader:
    """An honest package."""
    return write_package(
        path,
        sender,
        recipient.card,
        number=number,
        made_at=MADE_AT,
        statement=STATEMENT,
        events=events,
        attachments=attachments,
    )


def of_64_kib(path: Path) -> int:
    """An honest package of 64 KiB; its exact size, which age varies by some bytes from file to file."""
    packed(path, events=event_lines(40), attachments=attached(random.Random(64).randbytes(60_300)))
    return path.stat().st_size


def body_of(content: bytes, recipient: NodeKeys = COUNTY, *, compressed: bool = True) -> bytes:
    """The age file of a content, or of frames as they are."""
    frames = zstandard.ZstdCompressor(level=3).compress(content) if compressed else content
    return pyrage.encrypt(frames, [pyrage.x25519.Recipient.from_str(recipient.card.age)])


def address(sender: NodeKeys = STATION, recipient: NodeKeys = COUNTY, **lies: Any) -> PackageHeader:
    """A header before its body is known, `lies` in it."""
    header = PackageHeader(
        suite=signed_block.SUITE,
        purpose="package",
        id="1" * 32,
        number=1,
        sender=sender.fingerprint,
        recipient=recipient.fingerprint,
        test=False,
        made_at="2026-11-21T10:00:00+08:00",
        reply_to="",
        card=None,
        content=1,
        body=1,
        body_sha256="",
    )
    return msgspec.structs.replace(header, **lies)


def content_of(
    header: PackageHeader, events: Sequence[bytes] = (), /, *, signer: NodeKeys = STATION, **lies: Any
) -> bytes:
    """The content of a package with that header, `lies` in its manifest, signed by `signer`."""
    tally = new_tally()
    parts = STATEMENT_PART
    if events:
        block = b"\n".join(events) + b"\n"
        tally.add_events(len(events), block)
        parts += b"events %d %d\n%b" % (len(events), len(block), block)
    return finished(parts, tally, header, signer, **lies)


def new_tally() -> Tally:
    """The count of parts that begin with STATEMENT."""
    tally = Tally()
    tally.statement = STATEMENT
    return tally


def finished(
    parts: bytes, tally: Tally, header: PackageHeader, signer: NodeKeys = STATION, /, **lies: Any
) -> bytes:
    """Parts between the first line and the manifest that belongs to them."""
    manifest = msgspec.json.encode(msgspec.structs.replace(tally.manifest(header), **lies))
    signature = as_text(signer.sign(Signed.MANIFEST, manifest + b"\n"))
    return FIRST_LINE + parts + b"manifest %d\n%b\nsignature %b\n" % (len(manifest), manifest, signature)


def forged(
    path: Path,
    header: PackageHeader,
    content: bytes,
    /,
    *,
    signer: NodeKeys = STATION,
    recipient: NodeKeys = COUNTY,
    compressed: bool = True,
    **lies: Any,
) -> None:
    """A package of that content, its header completed and signed: what a hostile enrolled peer can do."""
    _put(path, header, content, body_of(content, recipient, compressed=compressed), signer, **lies)


def _put(
    path: Path, header: PackageHeader, content: bytes, body: bytes, signer: NodeKeys, /, **lies: Any
) -> None:
    completed = msgspec.structs.replace(
        header, content=max(1, len(content)), body=len(body), body_sha256=hashlib.sha256(body).hexdigest()
    )
    completed = msgspec.structs.replace(completed, **lies)
    path.write_bytes(signed_block.written(completed, signer, Signed.PACKAGE) + body)
