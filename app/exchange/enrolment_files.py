"""入网申请 and 更换密钥: small signed documents in clear, three or four lines of text.

A request is signed with the key it carries, which proves that the applicant has it and nothing else: who it
is, people find out by phone. A change of keys is signed with the old and the new key.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import secrets
import stat
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from app.exchange import signed_block
from app.exchange.cards import Card, check_card, fingerprint, is_fingerprint, is_test
from app.exchange.header import is_id, is_made_at
from app.exchange.limits import LARGEST_DOCUMENT, LARGEST_REQUEST_STATEMENT
from app.exchange.node_keys import NodeKeys
from app.exchange.package_reader import Receiver
from app.exchange.package_writer import time_text
from app.exchange.refusals import Refusal, Refused
from app.exchange.signatures import Signed, as_text, first_line, from_text, is_signed
from app.system.atomic_files import explain_os_error, write_atomically

LineT = TypeVar("LineT", bound=msgspec.Struct)


class Request(NamedTuple):
    """入网申请. `sha256` of the whole file is what the answer names; `replaces`: fingerprint of lost keys."""

    id: str
    made_at: str
    card: Card
    replaces: str
    statement: bytes
    sha256: str


class KeyChange(NamedTuple):
    """更换密钥: the office behind the fingerprint `sender` now has `card`."""

    id: str
    made_at: str
    sender: str
    recipient: str
    card: Card


class _RequestLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    made_at: str
    card: Card
    replaces: str
    statement: str


class _KeyChangeLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    made_at: str
    sender: str
    recipient: str
    card: Card


def write_request(
    path: Path, keys: NodeKeys, *, made_at: dt.datetime, statement: bytes = b"{}", replaces: str = ""
) -> Request:
    """Write a request; `statement` travels in clear. EnvironmentProblem when the disk refuses."""
    if len(statement) > LARGEST_REQUEST_STATEMENT or (replaces and not is_fingerprint(replaces)):
        raise ValueError("statement too large, or no fingerprint to replace")
    line = _RequestLine(
        id=secrets.token_hex(16),
        made_at=time_text(made_at),
        card=keys.card,
        replaces=replaces,
        statement=base64.b64encode(statement).decode("ascii"),
    )
    data = _document(line, (keys,), Signed.REQUEST)
    write_atomically(path, data, "写出入网申请")
    return _request(line, statement, data)


def read_request(path: Path, *, allow_test: bool = False) -> Request:
    """A request signed with its own key. Refused: not ours, newer, broken, too large, test key."""
    data = _content(path)
    text, (signature,) = _lines(data, Signed.REQUEST, 1)
    line = signed_block.decoded(text, _RequestLine)
    _check_shape(line.id, line.made_at, line.card)
    if line.replaces and not is_fingerprint(line.replaces):
        raise Refused(Refusal.BROKEN, "replaces no fingerprint")
    _check_test(line.card, allow_test=allow_test)
    if not is_signed(bytes.fromhex(line.card.sign), Signed.REQUEST, text + b"\n", signature):
        raise Refused(Refusal.BROKEN, "request not signed with its own key")
    return _request(line, _statement(line.statement), data)


def write_key_change(
    path: Path, old: NodeKeys, new: NodeKeys, recipient: Card, *, made_at: dt.datetime
) -> KeyChange:
    """Tell one peer of new keys; made for each peer by itself. EnvironmentProblem when the disk refuses."""
    if old.card.node != new.card.node or old.fingerprint == new.fingerprint:
        raise ValueError("new keys are other keys of the same node")
    line = _KeyChangeLine(
        id=secrets.token_hex(16),
        made_at=time_text(made_at),
        sender=old.fingerprint,
        recipient=fingerprint(recipient),
        card=new.card,
    )
    write_atomically(path, _document(line, (old, new), Signed.KEY_CHANGE), "写出更换密钥的通知")
    return KeyChange(line.id, line.made_at, line.sender, line.recipient, line.card)


def read_key_change(path: Path, receiver: Receiver) -> KeyChange:
    """A change of keys signed by both keys, of a peer we know, for us. Refused as a package is."""
    text, (by_old, by_new) = _lines(_content(path), Signed.KEY_CHANGE, 2)
    line = signed_block.decoded(text, _KeyChangeLine)
    _check_shape(line.id, line.made_at, line.card)
    _check_test(line.card, allow_test=receiver.allow_test)
    if line.recipient not in {keys.fingerprint for keys in receiver.keys}:
        raise Refused(Refusal.NOT_FOR_US, "recipient is none of our keys")
    peer = receiver.peer(line.sender)
    if peer is None or fingerprint(peer.card) != line.sender:
        raise Refused(Refusal.UNKNOWN_SENDER, "sender not enrolled")
    if peer.revoked:
        raise Refused(Refusal.REVOKED_SENDER, "sender revoked")
    for card, signature in ((peer.card, by_old), (line.card, by_new)):
        if not is_signed(bytes.fromhex(card.sign), Signed.KEY_CHANGE, text + b"\n", signature):
            raise Refused(Refusal.BROKEN, "change of keys not signed by both keys")
    if line.card.node != peer.card.node or fingerprint(line.card) == line.sender:
        raise Refused(Refusal.BROKEN, "change of keys of another node, or of nothing")
    return KeyChange(line.id, line.made_at, line.sender, line.recipient, line.card)


def _document(line: msgspec.Struct, signers: tuple[NodeKeys, ...], what: Signed) -> bytes:
    text = msgspec.json.encode(line) + b"\n"
    signatures = b"".join(as_text(keys.sign(what, text)) + b"\n" for keys in signers)
    return first_line(what) + text + signatures


def _content(path: Path) -> bytes:
    """The bytes of a document, never more than one may have."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(Refusal.NOT_OURS, "not a regular file")
        with path.open("rb") as file:
            data = file.read(LARGEST_DOCUMENT + 1)
    except OSError as error:
        raise explain_os_error(error, "读取文件") from error
    if len(data) > LARGEST_DOCUMENT:
        # A package chosen by mistake is large too: that is the better thing to tell.
        signed_block.check_first_line(data[:LARGEST_DOCUMENT], Signed.REQUEST)
        raise Refused(Refusal.TOO_LARGE, "document too large")
    return data


def _lines(data: bytes, what: Signed, signatures: int) -> tuple[bytes, list[bytes]]:
    """The signed line of a document and its signatures."""
    signed_block.check_first_line(data, what)
    lines = data.split(b"\n")
    if len(lines) != 3 + signatures or lines[-1]:
        raise Refused(Refusal.BROKEN, "document of another shape")
    try:
        return lines[1], [from_text(text) for text in lines[2:-1]]
    except ValueError as error:
        raise Refused(Refusal.BROKEN, str(error)) from error


def _check_shape(identifier: str, made_at: str, card: Card) -> None:
    try:
        check_card(card)
    except ValueError as error:
        raise Refused(Refusal.BROKEN, str(error)) from error
    if not is_id(identifier) or not is_made_at(made_at):
        raise Refused(Refusal.BROKEN, "value of another shape")


def _check_test(card: Card, *, allow_test: bool) -> None:
    if is_test(card) and not allow_test:
        raise Refused(Refusal.TEST_KEY, "test keys")


def _statement(text: str) -> bytes:
    try:
        statement = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(Refusal.BROKEN, "statement not base64") from error
    if base64.b64encode(statement).decode("ascii") != text:
        raise Refused(Refusal.BROKEN, "statement in another spelling")
    if len(statement) > LARGEST_REQUEST_STATEMENT:
        raise Refused(Refusal.TOO_LARGE, "statement")
    return statement


def _request(line: _RequestLine, statement: bytes, data: bytes) -> Request:
    sha256 = hashlib.sha256(data).hexdigest()
    return Request(line.id, line.made_at, line.card, line.replaces, statement, sha256)
