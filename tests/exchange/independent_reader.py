"""A second reader of the exchange format, written from docs/exchange-format.md alone. Imports nothing of app.

It is for comparing, not for use: it holds everything in memory and trusts no less than the page tells it to.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pyrage
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

BLOCK = 2048


class Read(NamedTuple):
    """What a package holds."""

    header: dict[str, Any]
    manifest: dict[str, Any]
    statement: bytes
    events: list[bytes]
    attachments: dict[str, bytes]


def read_block(data: bytes, word: str, key: str) -> dict[str, Any]:
    """The header of a block (§3), its signature checked with an Ed25519 key in hex."""
    block = data[:BLOCK]
    assert len(block) == BLOCK
    first, line, signature, padding = block.split(b"\n", 3)
    assert first == f"YIZHANTONG {word} 1".encode()
    assert not padding.strip(b"\n")
    verify(key, signature, first + b"\n" + line + b"\n")
    header: dict[str, Any] = json.loads(line)
    compact = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    assert compact.encode() == line, "one spelling"
    assert header.get("suite") == "ed25519+age-x25519+sha256+zstd"
    return header


def verify(key: str, signature: bytes, message: bytes) -> None:
    """Ed25519; raises when it is not so."""
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(base64.b64decode(signature), message)


def by_pyrage(identity: str) -> Callable[[bytes], bytes]:
    """Opens an age file with an identity."""
    return lambda body: pyrage.decrypt(body, [pyrage.x25519.Identity.from_str(identity)])


def read_package(path: Path, sender_key: str, opened: Callable[[bytes], bytes]) -> Read:
    """A package (§4); `opened` decrypts the age file."""
    data = path.read_bytes()
    header = read_block(data, "PACKAGE", sender_key)
    body = data[BLOCK:]
    assert len(body) == header["body"]
    assert hashlib.sha256(body).hexdigest() == header["body_sha256"]
    stream = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(opened(body)), read_across_frames=True)
    content = stream.read()
    assert len(content) == header["content"]
    return _parts(io.BytesIO(content), header, sender_key)


def _parts(content: io.BytesIO, header: dict[str, Any], sender_key: str) -> Read:
    assert content.readline() == b"YIZHANTONG CONTENT 1\n"
    word, size = content.readline().split()
    assert word == b"statement"
    statement = content.read(int(size))
    assert content.read(1) == b"\n"
    events: list[bytes] = []
    attachments: dict[str, bytes] = {}
    while (words := content.readline().split())[0] != b"manifest":
        if words[0] == b"events":
            assert not attachments
            lines = content.read(int(words[2])).split(b"\n")
            assert len(lines) == int(words[1]) + 1
            assert lines.pop() == b""
            events += lines
        else:
            assert words[0] == b"attachment"
            name = words[1].decode()
            assert name > max(attachments, default="")
            attachments[name] = content.read(int(words[2]))
            assert hashlib.sha256(attachments[name]).hexdigest() == name
            assert content.read(1) == b"\n"
    line = content.read(int(words[1]))
    assert content.read(1) == b"\n"
    word, signature = content.readline().split()
    assert word == b"signature"
    assert content.read() == b""
    verify(sender_key, signature, b"YIZHANTONG MANIFEST 1\n" + line + b"\n")
    manifest = json.loads(line)
    for key in ("purpose", "id", "number", "sender", "recipient", "test", "reply_to"):
        assert manifest[key] == header[key]
    joined = b"".join(event + b"\n" for event in events)
    listed = "".join(f"{name} {len(data)}\n" for name, data in attachments.items()).encode()
    assert manifest["statement"] == len(statement)
    assert manifest["statement_sha256"] == hashlib.sha256(statement).hexdigest()
    assert (manifest["events"], manifest["events_size"]) == (len(events), len(joined))
    assert manifest["events_sha256"] == hashlib.sha256(joined).hexdigest()
    assert manifest["attachments"] == len(attachments)
    assert manifest["attachments_size"] == sum(map(len, attachments.values()))
    assert manifest["attachments_sha256"] == hashlib.sha256(listed).hexdigest()
    return Read(header, manifest, statement, events, attachments)


def join_volumes(paths: list[Path], sender_key: str) -> bytes:
    """The package behind all its volumes (§6), in whatever order."""
    parts: dict[int, bytes] = {}
    for path in paths:
        data = path.read_bytes()
        header = read_block(data, "VOLUME", sender_key)
        part = data[BLOCK:]
        assert len(part) == header["size"]
        assert hashlib.sha256(part).hexdigest() == header["sha256"]
        parts[header["offset"]] = part
    whole = b"".join(parts[offset] for offset in sorted(parts))
    assert len(whole) == header["whole"]
    assert hashlib.sha256(whole).hexdigest() == header["whole_sha256"]
    return whole


def read_document(path: Path, word: str, keys: list[str]) -> dict[str, Any]:
    """入网申请 and 更换密钥 (§8): one line and a signature of each key."""
    first, line, *signatures = path.read_bytes().removesuffix(b"\n").split(b"\n")
    assert first == f"YIZHANTONG {word} 1".encode()
    assert len(signatures) == len(keys)
    for key, signature in zip(keys, signatures, strict=True):
        verify(key, signature, first + b"\n" + line + b"\n")
    document: dict[str, Any] = json.loads(line)
    return document


def fingerprint(sign: str, recipient: bytes, *, test: bool) -> str:
    """§2, over both public keys."""
    start = b"YIZHANTONG TEST KEYS 1\n" if test else b"YIZHANTONG KEYS 1\n"
    return hashlib.sha256(start + bytes.fromhex(sign) + recipient).hexdigest()
