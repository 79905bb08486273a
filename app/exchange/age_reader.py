"""Reads an age v1 file, a chunk of 64 KiB at a time, pulled by whoever needs the next bytes.

pyrage writes our age files but can only push a whole decrypted file to a writer; checking a package first
and handing its content over afterwards, with nothing decrypted on the disk, needs a reader that is pulled.
The format is the published one (age-encryption.org/v1), the ciphers are those of `cryptography`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import BinaryIO

from app.exchange.limits import LARGEST_AGE_HEADER
from app.exchange.refusals import Refusal, Refused

_VERSION_LINE = b"age-encryption.org/v1"
_CHUNK, _TAG = 64 * 1024, 16
_NONCE, _FILE_KEY = 16, 16
_COLUMNS = 64
_MOST_STANZAS = 20


class AgeReader:
    """The decrypted content of an age file that begins where `source` stands. Refused (broken) when it is
    damaged, cut off or not for this key; every chunk is authenticated before it is handed over."""

    def __init__(self, source: BinaryIO, secret: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        self._source = source
        file_key = _file_key(_Lines(source), secret)
        nonce = _exactly(source, _NONCE)
        self._cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
        self._number = 0
        self._ahead = source.read(_CHUNK + _TAG)
        self._last = False

    def read_chunk(self) -> bytes:
        """The next decrypted piece, empty after the last one."""
        from cryptography.exceptions import InvalidTag

        if self._last:
            return b""
        sealed, self._ahead = self._ahead, b""
        if len(sealed) == _CHUNK + _TAG:
            self._ahead = self._source.read(_CHUNK + _TAG)
        self._last = not self._ahead
        nonce = self._number.to_bytes(11, "big") + (b"\1" if self._last else b"\0")
        try:
            opened = self._cipher.decrypt(nonce, sealed, None)
        except InvalidTag as error:
            raise _broken("chunk does not open") from error
        if not opened and self._number:
            # The standard allows an empty last chunk only for an empty file.
            raise _broken("empty last chunk")
        self._number += 1
        return opened


class AgeStream:
    """An `AgeReader` as a file: `read(n)` gives at most n bytes, empty at the end."""

    def __init__(self, reader: AgeReader) -> None:
        self._reader = reader
        self._piece = memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, at most one chunk."""
        if not self._piece:
            self._piece = memoryview(self._reader.read_chunk())
        wanted = len(self._piece) if size < 0 else size
        taken, self._piece = self._piece[:wanted], self._piece[wanted:]
        return bytes(taken)


class _Lines:
    """The lines of an age header, within bounds, and what the authentication code is made over."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.read = bytearray()

    def next(self) -> bytes:
        room = LARGEST_AGE_HEADER - len(self.read)
        line = self._source.readline(room)
        if not line.endswith(b"\n"):
            raise _broken("age header too long or cut off")
        self.read += line
        return line[:-1]


def _file_key(lines: _Lines, secret: bytes) -> bytes:
    """The key of the file, after checking the header's authentication code with it."""
    if lines.next() != _VERSION_LINE:
        raise _broken("not an age v1 file")
    found: bytes | None = None
    line = lines.next()
    for _ in range(_MOST_STANZAS):
        if not line.startswith(b"-> "):
            break
        words = line.split(b" ")[1:]
        body, line = _stanza_body(lines)
        if words[0] == b"X25519" and found is None:
            found = _unwrapped(words, body, secret)
    if found is None or not line.startswith(b"--- "):
        raise _broken("age header not for this key")
    authenticated = bytes(lines.read[: -len(line) - 1]) + b"---"
    code = hmac.digest(_derived(found, b"", b"header"), authenticated, "sha256")
    if not hmac.compare_digest(code, _unpadded(line[4:])):
        raise _broken("age header was changed")
    return found


def _stanza_body(lines: _Lines) -> tuple[bytes, bytes]:
    """The body of a stanza, and the line after it."""
    text = b""
    while True:
        line = lines.next()
        if len(line) > _COLUMNS:
            raise _broken("age stanza of another shape")
        text += line
        if len(line) < _COLUMNS:
            return _unpadded(text), lines.next()


def _unwrapped(words: list[bytes], body: bytes, secret: bytes) -> bytes | None:
    """The file key from one X25519 stanza, None when it is for somebody else."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    share = _unpadded(words[1]) if len(words) == 2 else b""
    if len(share) != 32 or len(body) != _FILE_KEY + _TAG:
        raise _broken("X25519 stanza of another shape")
    ours = X25519PrivateKey.from_private_bytes(secret)
    try:
        shared = ours.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as error:
        raise _broken("X25519 share of low order") from error
    salt = share + ours.public_key().public_bytes_raw()
    wrapping = ChaCha20Poly1305(_derived(shared, salt, _VERSION_LINE + b"/X25519"))
    try:
        return wrapping.decrypt(bytes(12), body, None)
    except InvalidTag:
        return None


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA-256 to 32 bytes, which is one round of its second half (RFC 5869)."""
    extracted = hmac.digest(salt or bytes(hashlib.sha256().digest_size), key, "sha256")
    return hmac.digest(extracted, info + b"\1", "sha256")


def _unpadded(text: bytes) -> bytes:
    """Base64 without padding, in its one spelling."""
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise _broken("not base64 in the age header") from error
    if base64.b64encode(data).rstrip(b"=") != text:
        raise _broken("base64 in another spelling in the age header")
    return data


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise _broken("age file cut off")
    return data


def _broken(detail: str) -> Refused:
    return Refused(Refusal.BROKEN, detail)
