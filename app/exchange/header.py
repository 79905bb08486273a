"""The header of a package: what may be known of it without opening it. No personal data."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from app.exchange.cards import Card, check_card, fingerprint, is_fingerprint, is_test
from app.exchange.limits import LARGEST_BODY, content_allowed
from app.exchange.refusals import Refusal, Refused

MOST_NUMBER = 10**9
_ID = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MADE_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", re.ASCII)


class Purpose(StrEnum):
    """What a package is for; signed."""

    PACKAGE = "package"
    APPROVAL = "approval"


class PackageHeader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As in docs/exchange-format.md §4. `body` and `content` are sizes in bytes."""

    suite: str
    purpose: str
    id: str
    number: int
    sender: str
    recipient: str
    test: bool
    made_at: str
    reply_to: str
    card: Card | None
    content: int
    body: int
    body_sha256: str


def is_id(text: str) -> bool:
    """Whether a text has the shape of a package's id."""
    return _ID.fullmatch(text) is not None


def is_sha256(text: str) -> bool:
    """Whether a text is 64 hex digits."""
    return _SHA256.fullmatch(text) is not None


def is_made_at(text: str) -> bool:
    """Whether a text has the shape of a time of making."""
    return _MADE_AT.fullmatch(text) is not None


def check_header(header: PackageHeader) -> None:
    """Refused (broken, too large) unless every value is one our writer could have written."""
    shaped = (
        is_id(header.id)
        and is_fingerprint(header.sender)
        and is_fingerprint(header.recipient)
        and is_made_at(header.made_at)
        and is_sha256(header.body_sha256)
        and header.body > 0
        and header.content > 0
        and _fits_purpose(header)
    )
    if not shaped:
        raise Refused(Refusal.BROKEN, "header value of another shape")
    if header.body > LARGEST_BODY or header.content > content_allowed(header.body):
        raise Refused(Refusal.TOO_LARGE, "declared sizes over the limits")


def _fits_purpose(header: PackageHeader) -> bool:
    if header.purpose == Purpose.PACKAGE:
        return 1 <= header.number <= MOST_NUMBER and header.reply_to == "" and header.card is None
    if header.purpose != Purpose.APPROVAL or header.card is None:
        return False
    return header.number == 0 and is_sha256(header.reply_to) and _is_card_of(header.card, header)


def _is_card_of(card: Card, header: PackageHeader) -> bool:
    try:
        check_card(card)
        return fingerprint(card) == header.sender and (header.test or not is_test(card))
    except ValueError:
        return False
