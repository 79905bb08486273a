"""Ed25519 signatures, each over text that begins with what is signed, so that none serves for something else.

The cipher library is imported by the functions that use it: the window is on screen before a package is made.
"""

from __future__ import annotations

import base64
import binascii
from enum import StrEnum

SIGNATURE_SIZE = 64
_VERSION = 1


class Signed(StrEnum):
    """What a signature may be about; stands in the signed bytes."""

    PACKAGE = "PACKAGE"
    MANIFEST = "MANIFEST"
    VOLUME = "VOLUME"
    REQUEST = "REQUEST"
    KEY_CHANGE = "KEYCHANGE"
    VOUCHER = "VOUCHER"


def first_line(what: Signed) -> bytes:
    """The line that begins what is signed, its line feed included."""
    return f"YIZHANTONG {what} {_VERSION}\n".encode("ascii")


def sign(private_key: bytes, what: Signed, message: bytes) -> bytes:
    """The 64 bytes of the signature; `private_key` is the 32-byte seed."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key).sign(first_line(what) + message)


def is_signed(public_key: bytes, what: Signed, message: bytes, signature: bytes) -> bool:
    """Whether the owner of `public_key` (32 bytes) signed `message` as that."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, first_line(what) + message)
    except (InvalidSignature, ValueError):
        # ValueError: no key of this size.
        return False
    return True


def as_text(signature: bytes) -> bytes:
    """A signature as it stands in a file: base64."""
    return base64.b64encode(signature)


def from_text(text: bytes) -> bytes:
    """The signature from its text; ValueError unless it is the one spelling of 64 bytes."""
    try:
        signature = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if len(signature) != SIGNATURE_SIZE or base64.b64encode(signature) != text:
        raise ValueError("not a signature in its one spelling")
    return signature
