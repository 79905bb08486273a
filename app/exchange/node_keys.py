"""The private keys of an office and their sealed file `exchange.keys` beside the database.

They lie outside the database, because a restored backup must not bring back old ones; a key made from the
database key opens them. Earlier keys are kept to open what was sent before the peers knew the new ones.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

import msgspec
import pyrage

from app.exchange import bech32
from app.exchange.cards import RECIPIENT_PREFIX, Card, check_card, fingerprint
from app.exchange.signatures import Signed, sign
from app.system.atomic_files import explain_os_error, write_atomically
from app.system.errors import EnvironmentProblem

KEYS_NAME = "exchange.keys"
_FORMAT = 1
_IDENTITY_PREFIX = "age-secret-key-"
_DOING = "保存交换密钥"
_SALT_SIZE, _NONCE_SIZE, _KEY_SIZE = 16, 12, 32
_INFO = b"yizhantong exchange keys 1"
_DAMAGED = "交换密钥文件 exchange.keys 已损坏或不属于这个数据库，暂时不能交换；请从最近的备份中取回这个文件。"


class NodeKeys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One generation of an office's keys. Secret: `sign_seed` (hex) and `identity` (AGE-SECRET-KEY-1…)."""

    card: Card
    sign_seed: str
    identity: str

    def __repr__(self) -> str:
        """Without the secrets: this may stand in a log."""
        return f"NodeKeys({self.fingerprint})"

    @property
    def fingerprint(self) -> str:
        """64 hex, see `cards.spoken` for the phone."""
        return fingerprint(self.card)

    def sign(self, what: Signed, message: bytes) -> bytes:
        """64 bytes; `what` is part of what is signed."""
        return sign(bytes.fromhex(self.sign_seed), what, message)

    def age_secret(self) -> bytes:
        """The 32 bytes of the X25519 key."""
        return bech32.decoded(_IDENTITY_PREFIX, self.identity.lower())


class KeyRing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All keys of an office: `present` signs, `earlier` only open. `generation` grows with each change."""

    generation: int
    present: NodeKeys
    earlier: tuple[NodeKeys, ...] = ()

    def all(self) -> tuple[NodeKeys, ...]:
        """The present keys and then the earlier ones."""
        return (self.present, *self.earlier)


class _Sealed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: int
    generation: int
    node: str
    fingerprint: str
    salt: str
    nonce: str
    box: str


def new_keys(node: str, name: str, code: str = "", *, test: bool = False) -> NodeKeys:
    """Fresh random keys for a node; ValueError when node, name or code has not the shape of a card."""
    return keys_from(
        node, name, code, secrets.token_bytes(_KEY_SIZE), secrets.token_bytes(_KEY_SIZE), test=test
    )


def keys_from(node: str, name: str, code: str, seed: bytes, age_secret: bytes, *, test: bool) -> NodeKeys:
    """Keys from their secrets, 32 bytes each."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    identity = bech32.encoded(_IDENTITY_PREFIX, age_secret).upper()
    recipient = str(pyrage.x25519.Identity.from_str(identity).to_public())
    assert recipient == bech32.encoded(RECIPIENT_PREFIX, bech32.decoded(RECIPIENT_PREFIX, recipient))
    card = Card(node=node, name=name, code=code, test=test, sign=public.hex(), age=recipient)
    check_card(card)
    return NodeKeys(card=card, sign_seed=seed.hex(), identity=identity)


def first_ring(keys: NodeKeys) -> KeyRing:
    """The ring of an office that has never changed its keys."""
    return KeyRing(generation=1, present=keys)


def next_ring(ring: KeyRing, keys: NodeKeys) -> KeyRing:
    """The ring with new keys in front; the ones before still open."""
    return KeyRing(generation=ring.generation + 1, present=keys, earlier=ring.all())


def renamed(ring: KeyRing, name: str, code: str) -> KeyRing:
    """The same keys under another name or the code the county gave; the fingerprint stays."""
    card = msgspec.structs.replace(ring.present.card, name=name, code=code)
    check_card(card)
    return msgspec.structs.replace(ring, present=msgspec.structs.replace(ring.present, card=card))


def seal(ring: KeyRing, database_key: bytes) -> bytes:
    """The content of `exchange.keys`; only the 32-byte database key opens it."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = secrets.token_bytes(_SALT_SIZE), secrets.token_bytes(_NONCE_SIZE)
    sealed = _Sealed(
        format=_FORMAT,
        generation=ring.generation,
        node=ring.present.card.node,
        fingerprint=ring.present.fingerprint,
        salt=salt.hex(),
        nonce=nonce.hex(),
        box="",
    )
    cipher = ChaCha20Poly1305(_wrapping(database_key, salt))
    box = cipher.encrypt(nonce, msgspec.json.encode(ring), _bound_to(sealed))
    return msgspec.json.encode(msgspec.structs.replace(sealed, box=box.hex()))


def unseal(data: bytes, database_key: bytes) -> KeyRing:
    """The keys. EnvironmentProblem when damaged, of another database, or from a newer program."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    sealed = _read(data)
    try:
        cipher = ChaCha20Poly1305(_wrapping(database_key, bytes.fromhex(sealed.salt)))
        opened = cipher.decrypt(bytes.fromhex(sealed.nonce), bytes.fromhex(sealed.box), _bound_to(sealed))
        return msgspec.json.decode(opened, type=KeyRing)
    except (InvalidTag, ValueError, msgspec.DecodeError) as error:
        raise EnvironmentProblem(_DAMAGED) from error


def generation_of(data: bytes) -> int:
    """Which generation a sealed file holds, without opening it: a restore keeps the greater one."""
    return _read(data).generation


def save_keys(directory: Path, ring: KeyRing, database_key: bytes) -> None:
    """Write the sealed file whole, for this user only; EnvironmentProblem when the disk refuses."""
    write_atomically(directory / KEYS_NAME, seal(ring, database_key), _DOING, owner_only=True)


def load_keys(directory: Path, database_key: bytes) -> KeyRing | None:
    """The keys of a data directory, None when it never had any. EnvironmentProblem as `unseal`."""
    try:
        data = (directory / KEYS_NAME).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise explain_os_error(error, "读取交换密钥") from error
    return unseal(data, database_key)


def _read(data: bytes) -> _Sealed:
    try:
        head = msgspec.json.decode(data, type=dict[str, object])
        number = head.get("format")
        if isinstance(number, int) and number > _FORMAT:
            raise EnvironmentProblem("交换密钥文件由更新版本的程序写成，请安装最新版后再打开。")
        sealed = msgspec.json.decode(data, type=_Sealed)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise EnvironmentProblem(_DAMAGED) from error
    if sealed.format != _FORMAT:
        raise EnvironmentProblem(_DAMAGED)
    return sealed


def _wrapping(database_key: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=hashlib.sha256().digest_size, salt=salt, info=_INFO).derive(
        database_key
    )


def _bound_to(sealed: _Sealed) -> bytes:
    """A file cannot be passed off as a later generation or as another node's: the box would not open."""
    return f"{_INFO.decode()}\n{sealed.generation}\n{sealed.node}\n{sealed.fingerprint}".encode()
