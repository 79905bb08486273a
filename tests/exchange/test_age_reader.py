"""Our age reader reads what age and pyrage write, and nothing that was touched since."""

from __future__ import annotations

import base64
import io
import random
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.age_reader import AgeReader, AgeStream
from app.exchange.bech32 import decoded, encoded
from app.exchange.refusals import Refusal, Refused
from tests.exchange.parties import COUNTY, STATION

CHUNK = 64 * 1024
SIZES = [0, 1, 15, 16, 17, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1, 5 * CHUNK]
PEOPLE = [pyrage.x25519.Identity.from_str(keys.identity) for keys in (COUNTY, STATION)]


def read(data: bytes, secret: bytes | None = None) -> bytes:
    reader = AgeReader(io.BytesIO(data), secret or COUNTY.age_secret())
    return b"".join(iter(reader.read_chunk, b""))


def is_refused(data: bytes) -> bool:
    try:
        read(data)
    except Refused as refused:
        return refused.code is Refusal.BROKEN
    return False


@pytest.mark.parametrize("size", SIZES)
def test_reads_what_pyrage_writes(size: int) -> None:
    data = random.Random(size).randbytes(size)
    sealed = pyrage.encrypt(data, [PEOPLE[0].to_public()])
    assert read(sealed) == data
    stream = AgeStream(AgeReader(io.BytesIO(sealed), COUNTY.age_secret()))
    assert b"".join(iter(lambda: stream.read(1000), b"")) == data


@pytest.mark.parametrize("size", SIZES)
def test_reads_what_the_age_tool_writes(size: int, tmp_path: Path) -> None:
    age = shutil.which("age")
    if age is None:
        pytest.skip("the age tool is not installed")
    data = random.Random(size).randbytes(size)
    words = [age, "-r", STATION.card.age, "-r", COUNTY.card.age]
    sealed = subprocess.run(words, input=data, capture_output=True, check=True).stdout
    assert read(sealed) == data
    assert read(sealed, STATION.age_secret()) == data


@given(st.binary(min_size=32, max_size=32), st.integers(0, 200), st.integers(1, 255))
def test_keys_as_people_see_them(secret: bytes, place: int, change: int) -> None:
    text = encoded("age-secret-key-", secret)
    identity = pyrage.x25519.Identity.from_str(text.upper())
    assert str(identity) == text.upper()
    assert decoded("age-secret-key-", text) == secret
    other = bytearray(text.encode())
    other[place % len(other)] ^= change
    with pytest.raises(ValueError, match="bech32"):
        decoded("age-secret-key-", other.decode("latin-1"))
    for wrong in ("", "age1", text.upper(), text[:-1], "age-secret-key-1" + "q" * 500):
        with pytest.raises(ValueError, match="bech32"):
            decoded("age-secret-key-", wrong)


@pytest.mark.parametrize("size", [0, 40, CHUNK + 40])
def test_every_touched_byte_of_the_header_and_some_of_the_rest(size: int) -> None:
    sealed = pyrage.encrypt(b"x" * size, [PEOPLE[0].to_public()])
    start = sealed.index(b"\n---") + 48
    places = [*range(start + 80), *range(start + 80, len(sealed), 997), *range(len(sealed) - 40, len(sealed))]
    for place in places:
        if place < len(sealed):
            changed = sealed[:place] + bytes([sealed[place] ^ 1 << place % 8]) + sealed[place + 1 :]
            assert is_refused(changed), place
            assert is_refused(sealed[:place]), place
    assert is_refused(sealed + b"\0")
    assert is_refused(sealed + bytes(CHUNK + 16))


def test_chunks_cannot_be_dropped_swapped_or_repeated() -> None:
    sealed = pyrage.encrypt(b"x" * (3 * CHUNK + 5), [PEOPLE[0].to_public()])
    start = len(sealed) - (3 * (CHUNK + 16) + 5 + 16)
    front, payload = sealed[:start], sealed[start:]
    chunks = [payload[place : place + CHUNK + 16] for place in range(0, len(payload), CHUNK + 16)]
    assert len(chunks) == 4
    assert read(front + b"".join(chunks)) == b"x" * (3 * CHUNK + 5)
    for order in (
        (0, 1, 2),
        (0, 1, 3),
        (1, 0, 2, 3),
        (0, 0, 1, 2, 3),
        (0, 1, 2, 3, 3),
        (3,),
        (3, 0, 1, 2),
        (),
    ):
        assert is_refused(front + b"".join(chunks[place] for place in order)), order


def test_an_empty_last_chunk_is_only_for_an_empty_file() -> None:
    """As the standard says; made by hand, since no honest writer does it."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    from app.exchange.age_reader import _derived, _file_key, _Lines

    sealed = pyrage.encrypt(b"", [PEOPLE[0].to_public()])
    header = sealed[: -16 - 16]
    nonce = sealed[len(header) : len(header) + 16]
    cipher = ChaCha20Poly1305(
        _derived(_file_key(_Lines(io.BytesIO(header)), COUNTY.age_secret()), nonce, b"payload")
    )
    full = cipher.encrypt(bytes(12), b"x" * CHUNK, None)
    empty = cipher.encrypt((1).to_bytes(11, "big") + b"\1", b"", None)
    last = cipher.encrypt(bytes(11) + b"\1", b"x" * CHUNK, None)
    assert read(header + nonce + last) == b"x" * CHUNK
    assert is_refused(header + nonce + full + empty)
    assert is_refused(header + nonce + full)


def header_with(*stanzas: bytes) -> bytes:
    return b"age-encryption.org/v1\n" + b"".join(stanzas) + b"--- " + b"A" * 43 + b"\n" + bytes(32)


def test_headers_nobody_writes() -> None:
    share = base64.b64encode(bytes(32)).rstrip(b"=")
    body = base64.b64encode(bytes(32)).rstrip(b"=") + b"\n"
    low_order = b"-> X25519 " + share + b"\n" + body
    headers = [
        header_with(),
        header_with(low_order),
        header_with(b"-> X25519\n" + body),
        header_with(b"-> X25519 " + share + b" more\n" + body),
        header_with(b"-> X25519 " + share[:-4] + b"\n" + body),
        header_with(b"-> X25519 " + share + b"\n" + body[:20] + b"\n"),
        header_with(b"-> X25519 !!!!\n" + body),
        header_with(b"-> X25519 " + share + b"=\n" + body),
        header_with(b"->\n" + body),
        header_with(b"-> \n" + body),
        header_with(b"-> x\n" + b"A" * 65 + b"\n"),
        header_with(b"-> x\n" + (b"A" * 64 + b"\n") * 200),
        header_with(b"-> x\n\n" * 1000),
        b"-> x " + b"A" * 10**6,
        b"age-encryption.org/v2\n" + low_order,
        b"age-encryption.org/v1\r\n" + low_order,
        b"-----BEGIN AGE ENCRYPTED FILE-----\n" * 5,
        b"",
    ]
    for header in headers:
        assert is_refused(header), header[:60]


def test_what_is_for_somebody_else_does_not_open() -> None:
    assert is_refused(pyrage.encrypt(b"x", [PEOPLE[1].to_public()]))
    assert is_refused(pyrage.passphrase.encrypt(b"x", "correct horse"))
    both = pyrage.encrypt(b"x", [person.to_public() for person in reversed(PEOPLE)])
    assert read(both) == b"x"
