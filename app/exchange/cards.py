"""The public part of an office's keys, and the fingerprint two people compare by phone."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import msgspec

from app.exchange import bech32

LONGEST_NAME = 60
LONGEST_CODE = 16
RECIPIENT_PREFIX = "age"
_NODE = re.compile(r"[0-9a-f]{32}")
_KEY = re.compile(r"[0-9a-f]{64}")
_GROUP, _GROUPS = 4, 6
# Control, format (bidirectional, invisible), surrogate, private, unassigned, line and paragraph separators.
_UNFIT = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
# Ed25519 public keys whose private halves stand in tests/data/exchange: nobody's, whatever a card says.
PUBLISHED_TEST_KEYS = frozenset(
    (
        "ef8d77c7d5931a98950ef67e09c16d0996141f55f870c3f8f0c39dbdb166d291",
        "a7d13d9ba0b4df08fccaf3671ce2e45bd3d063d2f0e5e719f03763b95a58121d",
        "84a5a094a727598bca5c87d354daf4bc68d03c59c80feae36091fd78d99493a6",
    )
)


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who an office is to others. `sign` is its Ed25519 key in hex, `age` its recipient (age1…)."""

    node: str
    name: str
    code: str
    test: bool
    sign: str
    age: str


def check_card(card: Card) -> None:
    """ValueError unless every part has its shape. Says nothing about whose card it is."""
    if not _NODE.fullmatch(card.node) or not _KEY.fullmatch(card.sign):
        raise ValueError("node or key of another shape")
    if not 1 <= len(card.name) <= LONGEST_NAME or len(card.code) > LONGEST_CODE:
        raise ValueError("name or code too long, or no name")
    if not is_plain(card.name) or not is_plain(card.code):
        raise ValueError("name or code with characters that are not seen")
    if len(bech32.decoded(RECIPIENT_PREFIX, card.age)) != 32:
        raise ValueError("age recipient of another size")


def is_plain(text: str) -> bool:
    """Whether a text shows all it has: nothing invisible, nothing that turns the direction of reading."""
    return text == text.strip() and all(unicodedata.category(letter) not in _UNFIT for letter in text)


def fingerprint(card: Card) -> str:
    """64 hex over both public keys and the test mark; ValueError for keys of another shape."""
    start = b"YIZHANTONG TEST KEYS 1\n" if card.test else b"YIZHANTONG KEYS 1\n"
    keys = bytes.fromhex(card.sign) + bech32.decoded(RECIPIENT_PREFIX, card.age)
    return hashlib.sha256(start + keys).hexdigest()


def is_fingerprint(text: str) -> bool:
    """Whether a text has the shape of a fingerprint."""
    return _KEY.fullmatch(text) is not None


def spoken(full: str) -> str:
    """The groups of a fingerprint read out by phone: 96 bits, `4F2A 91C0 77DE 1B35 A0C4 92EE`."""
    letters = full.upper()[: _GROUP * _GROUPS]
    return " ".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def is_test(card: Card) -> bool:
    """Whether these keys are for tests: marked, or published with their private halves."""
    return card.test or card.sign in PUBLISHED_TEST_KEYS
