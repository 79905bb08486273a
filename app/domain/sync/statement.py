"""The statement inside a package: who sends what, what the sender holds, what it asks for.

Bytes to `app/exchange`, rows to `app/store`; both know these structures and nothing of each other.
Everything in it comes from outside, so lengths and shapes are bounded here (docs/exchange-merging.md).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

import msgspec

from app.domain.errors import UserError

Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
Hex64 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Signature = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{128}\Z")]
Name = Annotated[str, msgspec.Meta(max_length=60)]
Word = Annotated[str, msgspec.Meta(max_length=64)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Number = Annotated[int, msgspec.Meta(ge=1, le=2**53)]

FORMAT = 1
VOUCHER_SPAN = 1000
"""Events one voucher covers at most, so that its list of hashes stays below 64 KiB."""


class _Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything that travels."""


class NodeCard(_Told, frozen=True, kw_only=True):
    """A node in the tree: its name, its public Ed25519 key in hex, and whose child it is ("" at the top).

    `age` is the recipient packages to it are encrypted to; empty for nodes one never writes to directly.
    """

    node: Hex32
    name: Name
    code: Annotated[str, msgspec.Meta(max_length=16)]
    sign: Hex64
    age: Annotated[str, msgspec.Meta(max_length=128)] = ""
    parent: Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{32})?\Z")] = ""


class Holding(_Told, frozen=True, kw_only=True):
    """How much of one chain a node holds without a gap from the first event on, and the hash there."""

    node: Hex32
    epoch: Number
    seq: Number
    hash: Hex64


class Span(_Told, frozen=True, kw_only=True):
    """Numbers from `first` to `last`, both included."""

    first: Number
    last: Number


class Delivery(_Told, frozen=True, kw_only=True):
    """The events of this package are the sender's deliveries `first`, `first` + 1, … of its `epoch`.

    `last` is `first` - 1 when the package carries none.
    """

    epoch: Number
    first: Number
    last: Count


class Ack(_Told, frozen=True, kw_only=True):
    """Which deliveries of the peer's `epoch` arrived: all up to `upto`, and later ones but `missing`."""

    epoch: Number
    upto: Count
    missing: Annotated[tuple[Span, ...], msgspec.Meta(max_length=1000)] = ()


class Voucher(_Told, frozen=True, kw_only=True):
    """The origin's signature over hashes of its own chain (`voucher_text`).

    It covers `first` to `last`, or only `seqs` when given. `hashes`, in that order, travel along where the
    receiver will not hold every event covered; they are not trusted, the digest is.
    """

    node: Hex32
    epoch: Number
    first: Number
    last: Number
    digest: Hex64
    signature: Signature
    seqs: Annotated[tuple[Number, ...], msgspec.Meta(max_length=VOUCHER_SPAN)] = ()
    hashes: Annotated[tuple[Hex64, ...], msgspec.Meta(max_length=VOUCHER_SPAN)] = ()

    def covered(self) -> tuple[int, ...]:
        """The sequence numbers this voucher speaks of."""
        return self.seqs or tuple(range(self.first, self.last + 1))


class Grant(_Told, frozen=True, kw_only=True):
    """Numbers the parent gives: `first` to `last` of a series and year, to `to` in its `epoch`."""

    to: Hex32
    epoch: Number
    series: Word
    year: Annotated[int, msgspec.Meta(ge=2000, le=2200)]
    first: Annotated[int, msgspec.Meta(ge=1, le=99_999_999)]
    last: Annotated[int, msgspec.Meta(ge=1, le=99_999_999)]


class Want(_Told, frozen=True, kw_only=True):
    """A series that runs low: `left` numbers remain for this node in `epoch`."""

    series: Word
    year: Annotated[int, msgspec.Meta(ge=2000, le=2200)]
    left: Count


class ForkFound(_Told, frozen=True, kw_only=True):
    """Two different events under one (node, epoch, seq): two computers write as one office.

    `kept` is the hash that arrived first at the node that tells it, `other` the one in its quarantine.
    """

    node: Hex32
    epoch: Number
    seq: Number
    kept: Hex64
    other: Hex64


class Statement(_Told, frozen=True, kw_only=True):
    """Everything a package says besides its events and attachments.

    `number` counts the sender's statements to this peer within its `epoch`. `wants_attachments` are
    SHA-256 names the sender lacks. `seen_cases` are cases a person at the county has looked at (县局已阅).
    """

    format: Annotated[int, msgspec.Meta(ge=1)]
    sender: Hex32
    recipient: Hex32
    epoch: Number
    number: Number
    delivery: Delivery
    ack: Ack | None = None
    holdings: Annotated[tuple[Holding, ...], msgspec.Meta(max_length=100_000)] = ()
    vouchers: Annotated[tuple[Voucher, ...], msgspec.Meta(max_length=100_000)] = ()
    cards: Annotated[tuple[NodeCard, ...], msgspec.Meta(max_length=10_000)] = ()
    grants: Annotated[tuple[Grant, ...], msgspec.Meta(max_length=10_000)] = ()
    ranges_held: Annotated[tuple[Grant, ...], msgspec.Meta(max_length=10_000)] = ()
    wants_numbers: Annotated[tuple[Want, ...], msgspec.Meta(max_length=1000)] = ()
    wants_attachments: Annotated[tuple[Hex64, ...], msgspec.Meta(max_length=100_000)] = ()
    forks: Annotated[tuple[ForkFound, ...], msgspec.Meta(max_length=1000)] = ()
    seen_cases: Annotated[tuple[Word, ...], msgspec.Meta(max_length=100_000)] = ()


def encode_statement(statement: Statement) -> bytes:
    """Canonical JSON, as it stands in a package."""
    return msgspec.json.encode(statement)


def decode_statement(raw: bytes) -> Statement:
    """A statement from a package; UserError when it is damaged or of a newer program."""
    try:
        found = msgspec.json.decode(raw, type=_Format)
        if found.format > FORMAT:
            raise UserError("这个包由新版程序制作，请先升级到最新版再导入。")
        statement = msgspec.json.decode(raw, type=Statement)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError(_DAMAGED) from error
    if not _sound(statement):
        raise UserError(_DAMAGED)
    return statement


_DAMAGED = "这个包的说明部分已损坏，没有导入任何内容，请对方重新导出。"


def _sound(statement: Statement) -> bool:
    """Whether numbers fit together, so that nobody computes over a range of 2**53 later."""
    return (
        statement.delivery.last >= statement.delivery.first - 1
        and all(_voucher_sound(voucher) for voucher in statement.vouchers)
        and all(grant.first <= grant.last for grant in (*statement.grants, *statement.ranges_held))
        and (statement.ack is None or all(span.first <= span.last for span in statement.ack.missing))
    )


def _voucher_sound(voucher: Voucher) -> bool:
    if voucher.seqs:
        ascending = all(a < b for a, b in pairwise(voucher.seqs))
        ends = (voucher.seqs[0], voucher.seqs[-1]) == (voucher.first, voucher.last)
        count, fits = len(voucher.seqs), ascending and ends
    else:
        count = voucher.last - voucher.first + 1
        fits = 1 <= count <= VOUCHER_SPAN
    return fits and len(voucher.hashes) in (0, count)


class _Format(msgspec.Struct):
    format: int


def voucher_digest_text(pairs: tuple[tuple[int, str], ...]) -> bytes:
    """What the digest of a voucher is the SHA-256 of: one line `<seq> <hash>` for each event."""
    return "".join(f"{seq} {digest}\n" for seq, digest in pairs).encode("ascii")


def voucher_text(voucher: Voucher) -> bytes:
    """What the origin signs: neither lists nor signature, because the digest stands for the lists."""
    body = [voucher.node, voucher.epoch, voucher.first, voucher.last, len(voucher.covered()), voucher.digest]
    return b"YIZHANTONG VOUCHER 1\n" + msgspec.json.encode(body)
