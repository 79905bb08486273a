"""What 入网申请 and 入网批复 say besides the keys: bytes to `app/exchange`, read again on the other side."""

from __future__ import annotations

from typing import Annotated

import msgspec

from app.domain.errors import UserError
from app.domain.sync.statement import Grant, Name, NodeCard, Number, Word

FORMAT = 1


class _Given(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of both."""


class Application(_Given, frozen=True, kw_only=True):
    """What the applicant says of itself. `epoch` is the life its first number ranges are for."""

    format: Annotated[int, msgspec.Meta(ge=1)]
    epoch: Number
    identity: Annotated[str, msgspec.Meta(max_length=40)]
    bureau: Name


class DirectoryEntry(_Given, frozen=True, kw_only=True):
    """How the parent calls a department of the routing table (`DepartmentNamed`)."""

    code: Annotated[str, msgspec.Meta(max_length=60)]
    name: Name = ""
    phone: Annotated[str, msgspec.Meta(max_length=60)] = ""
    address: Annotated[str, msgspec.Meta(max_length=200)] = ""


class Approval(_Given, frozen=True, kw_only=True):
    """What the parent gives: the node code, number ranges, directories, and which rule sets it works by.

    `cards` are the nodes above, by which what they wrote is checked.
    """

    format: Annotated[int, msgspec.Meta(ge=1)]
    code: Annotated[str, msgspec.Meta(max_length=16)]
    parent: NodeCard
    cards: Annotated[tuple[NodeCard, ...], msgspec.Meta(max_length=1000)] = ()
    grants: Annotated[tuple[Grant, ...], msgspec.Meta(max_length=10_000)] = ()
    directory: Annotated[tuple[DirectoryEntry, ...], msgspec.Meta(max_length=1000)] = ()
    rule_sets: Annotated[tuple[Word, ...], msgspec.Meta(max_length=200)] = ()


def decode_application(raw: bytes) -> Application:
    """What an applicant says; UserError when it is damaged or of a newer program."""
    _check_format(raw, "入网申请")
    try:
        return msgspec.json.decode(raw, type=Application)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("这份入网申请的内容读不懂，请让对方重新做一份。") from error


def decode_approval(raw: bytes) -> Approval:
    """What the parent answers; UserError when it is damaged or of a newer program."""
    _check_format(raw, "入网批复")
    try:
        found = msgspec.json.decode(raw, type=Approval)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("这份入网批复的内容读不懂，请让上级重新批复。") from error
    if any(grant.first > grant.last for grant in found.grants):
        raise UserError("这份入网批复里的号段前后颠倒，请让上级重新批复。")
    return found


class _Format(msgspec.Struct):
    format: int


def _check_format(raw: bytes, what: str) -> None:
    try:
        found = msgspec.json.decode(raw, type=_Format)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError(f"这份{what}的内容读不懂，请让对方重新做一份。") from error
    if found.format > FORMAT:
        raise UserError(f"这份{what}由新版程序制作，请先升级到最新版。")
