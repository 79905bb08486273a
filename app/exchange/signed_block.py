"""The readable block of 2,048 bytes in front of packages and volumes: what it is, a header, a signature.

Strict on purpose: one meaning has one spelling, so no byte of a block can change unnoticed.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeVar

import msgspec

from app.exchange.limits import BLOCK_SIZE
from app.exchange.node_keys import NodeKeys
from app.exchange.refusals import Refusal, Refused
from app.exchange.signatures import Signed, as_text, first_line, from_text, is_signed

SUITE = "ed25519+age-x25519+sha256+zstd"
_FIRST_LINE = re.compile(rb"YIZHANTONG ([A-Z]{1,16}) ([1-9][0-9]{0,5})\n")
_VERSION = 1
_WORDS = frozenset(what.value.encode("ascii") for what in Signed)
HeaderT = TypeVar("HeaderT", bound=msgspec.Struct)


class Block(NamedTuple):
    """The pieces of a block, nothing of them believed yet: `line` is the header as JSON."""

    line: bytes
    signature: bytes

    def is_signed_by(self, public_key: bytes, what: Signed) -> bool:
        """Whether the owner of that key wrote this header."""
        return is_signed(public_key, what, self.line + b"\n", self.signature)


def written(header: msgspec.Struct, keys: NodeKeys, what: Signed) -> bytes:
    """The block of a header, signed. ValueError when the header does not fit."""
    line = msgspec.json.encode(header)
    text = first_line(what) + line + b"\n" + as_text(keys.sign(what, line + b"\n")) + b"\n"
    if len(text) > BLOCK_SIZE:
        raise ValueError("the header does not fit into its block")
    return text.ljust(BLOCK_SIZE, b"\n")


def split(data: bytes, what: Signed) -> Block:
    """The pieces of a block that says it is `what`. Refused: not ours, another purpose, newer, broken."""
    check_first_line(data, what)
    if len(data) != BLOCK_SIZE:
        raise Refused(Refusal.BROKEN, "block cut off")
    lines = data.split(b"\n", 3)
    if len(lines) != 4 or lines[3].strip(b"\n"):
        raise Refused(Refusal.BROKEN, "block of another shape")
    try:
        return Block(lines[1], from_text(lines[2]))
    except ValueError as error:
        raise Refused(Refusal.BROKEN, str(error)) from error


def check_first_line(data: bytes, what: Signed) -> None:
    """Refused unless the data begin as `what` in a version we read."""
    match = _FIRST_LINE.match(data)
    if match is None:
        ours = data.startswith(b"YIZHANTONG ")
        raise Refused(Refusal.BROKEN if ours else Refusal.NOT_OURS, "no first line")
    word, version = match[1], int(match[2])
    if word not in _WORDS:
        raise Refused(Refusal.BROKEN, "unknown first line")
    if word != what.value.encode("ascii"):
        raise Refused(Refusal.WRONG_PURPOSE, f"is {word.decode('ascii')}")
    if version > _VERSION:
        raise Refused(Refusal.NEWER_PROGRAM, f"layout {version}")


def decoded(line: bytes, kind: type[HeaderT]) -> HeaderT:
    """A header from its line: strict, and only in the one spelling. Refused: broken, newer program."""
    try:
        header = msgspec.json.decode(line, type=kind, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if _names_other_suite(line):
            raise Refused(Refusal.NEWER_PROGRAM, "other suite") from error
        raise Refused(Refusal.BROKEN, "header of another shape") from error
    if msgspec.json.encode(header) != line:
        raise Refused(Refusal.BROKEN, "header in another spelling")
    if getattr(header, "suite", SUITE) != SUITE:
        raise Refused(Refusal.NEWER_PROGRAM, "other suite")
    return header


def _names_other_suite(line: bytes) -> bool:
    """Whether a header we cannot read says it is of a suite we do not know; it may then have other keys."""

    class Suite(msgspec.Struct):
        suite: str

    try:
        return msgspec.json.decode(line, type=Suite).suite != SUITE
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
