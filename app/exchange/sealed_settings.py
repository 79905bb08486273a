"""Small files beside the database that only this office can read: sealed with a key made from its own.

For what must not stand in the log, because the log goes to other offices: the password of a mailbox.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from app.system.atomic_files import explain_os_error, write_atomically
from app.system.errors import EnvironmentProblem

_SALT, _NONCE = 16, 12
_MAGIC = b"YIZHANTONG SEALED 1\n"
_LARGEST = 1024 * 1024


def write_sealed(path: Path, data: bytes, database_key: bytes, purpose: str, doing: str) -> None:
    """Write `data` sealed for this user only; `purpose` is part of the key. EnvironmentProblem: disk."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    box = ChaCha20Poly1305(_key(database_key, salt, purpose)).encrypt(nonce, data, _MAGIC)
    write_atomically(path, _MAGIC + salt + nonce + box, doing, owner_only=True)


def read_sealed(path: Path, database_key: bytes, purpose: str, doing: str) -> bytes | None:
    """What was written, None when there is no such file; EnvironmentProblem when it is damaged or foreign."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise explain_os_error(error, doing) from error
    body = raw.removeprefix(_MAGIC)
    salt, nonce, box = body[:_SALT], body[_SALT : _SALT + _NONCE], body[_SALT + _NONCE :]
    try:
        if body == raw or len(nonce) < _NONCE:
            raise InvalidTag
        return ChaCha20Poly1305(_key(database_key, salt, purpose)).decrypt(nonce, box, _MAGIC)
    except InvalidTag as error:
        raise EnvironmentProblem(f"{doing}没有成功：文件“{path.name}”已损坏，请重新填写后保存。") from error


def _key(database_key: bytes, salt: bytes, purpose: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = f"yizhantong sealed {purpose} 1".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(database_key)
