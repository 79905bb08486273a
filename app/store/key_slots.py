"""One slot of keys.json: the database key, wrapped by a password or by the recovery code.

Argon2 and the ciphers are imported by the functions that use them: the window is on screen before
anybody has typed a password.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
import uuid

import msgspec

OPERATOR = "operator"
RECOVERY = "recovery"
_WRAP_KEY_SIZE = 32
_SALT_SIZE = 16
NONCE_SIZE = 12
# A damaged or forged file must not make the program ask for all the memory of the machine.
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 20
_MOST_LANES = 16


class Hardness(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Argon2id parameters. The default takes about 0.2 s and 64 MiB on an office PC."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 1

    def acceptable(self) -> bool:
        """Whether parameters read from a file are ones we could have written."""
        return (
            8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
        )


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`operator` and `name_mark` are empty and `hardness` is None in a recovery slot. Bytes are hex."""

    id: str
    kind: str
    operator: str
    name_mark: str
    hardness: Hardness | None
    salt: str
    nonce: str
    box: str


def operator_slot(key: bytes, operator: str, name_mark: str, password: str, hardness: Hardness) -> Slot:
    """The database key wrapped by a password."""
    salt = secrets.token_bytes(_SALT_SIZE)
    wrapping = _from_password(password, salt, hardness)
    return _sealed(key, wrapping, OPERATOR, operator, name_mark, hardness, salt)


def recovery_slot(key: bytes, secret: bytes) -> Slot:
    """The database key wrapped by the recovery secret, which is random and needs no hardening."""
    salt = secrets.token_bytes(_SALT_SIZE)
    return _sealed(key, _from_secret(secret, salt), RECOVERY, "", "", None, salt)


def open_with_password(slot: Slot, password: str) -> bytes | None:
    """The database key, None when the password is wrong or the slot was altered."""
    if slot.hardness is None or not slot.hardness.acceptable():
        return None
    return _opened(slot, _from_password(password, bytes.fromhex(slot.salt), slot.hardness))


def open_with_secret(slot: Slot, secret: bytes) -> bytes | None:
    """The database key, None when the recovery secret does not fit."""
    return _opened(slot, _from_secret(secret, bytes.fromhex(slot.salt)))


def name_mark(name: str, salt: bytes) -> str:
    """Stands in the file instead of an operator's name: finds the slot, too slow to guess names by."""
    tidy = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    return _argon2(tidy, salt, Hardness(memory_kib=8192, passes=1), 16).hex()


def fingerprint(key: bytes) -> str:
    """Tells one database key from another without telling anything about it."""
    return hmac.new(key, b"yizhantong database key", hashlib.sha256).hexdigest()[:16]


def _sealed(
    key: bytes, wrapping: bytes, kind: str, operator: str, mark: str, hardness: Hardness | None, salt: bytes
) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    slot_id = uuid.uuid4().hex
    nonce = secrets.token_bytes(NONCE_SIZE)
    box = ChaCha20Poly1305(wrapping).encrypt(nonce, key, _bound_to(slot_id, kind, operator))
    return Slot(
        id=slot_id,
        kind=kind,
        operator=operator,
        name_mark=mark,
        hardness=hardness,
        salt=salt.hex(),
        nonce=nonce.hex(),
        box=box.hex(),
    )


def _opened(slot: Slot, wrapping: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(wrapping).decrypt(
            bytes.fromhex(slot.nonce), bytes.fromhex(slot.box), _bound_to(slot.id, slot.kind, slot.operator)
        )
    except InvalidTag:
        return None


def _bound_to(slot_id: str, kind: str, operator: str) -> bytes:
    """A slot cannot be given another id, kind or operator: the box would no longer open."""
    return f"yizhantong key slot 1\n{slot_id}\n{kind}\n{operator}".encode()


def _from_password(password: str, salt: bytes, hardness: Hardness) -> bytes:
    # Half and full width look alike in an input method; both must open.
    return _argon2(unicodedata.normalize("NFKC", password), salt, hardness, _WRAP_KEY_SIZE)


def _argon2(text: str, salt: bytes, hardness: Hardness, length: int) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        text.encode("utf-8", "surrogatepass"),
        salt,
        time_cost=hardness.passes,
        memory_cost=hardness.memory_kib,
        parallelism=hardness.lanes,
        hash_len=length,
        type=Type.ID,
    )


def _from_secret(secret: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=_WRAP_KEY_SIZE, salt=salt, info=b"yizhantong recovery").derive(
        secret
    )
