"""keys.json: who can open the database. The key itself is random and never leaves this file unwrapped.

Each operator has a slot opened by a password, the office one more opened by the recovery code. Names
do not stand in the file. Writing keeps the version before as keys.json.bak.

The key is not changed when somebody leaves: who could open the database once may have kept a copy of
it and of the key. Removing a slot stops the next opening on this computer, no more.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.domain.errors import UserError
from app.store.key_slots import (
    NONCE_SIZE,
    OPERATOR,
    RECOVERY,
    Slot,
    fingerprint,
    name_mark,
    open_with_password,
    open_with_secret,
    operator_slot,
    recovery_slot,
)
from app.store.key_slots import Hardness as Hardness  # part of what callers hand in
from app.store.recovery_code import code_of, new_secret, secret_of
from app.system.atomic_files import explain_os_error, write_atomically
from app.system.errors import EnvironmentProblem

KEYS_NAME = "keys.json"
BACKUP_NAME = "keys.json.bak"
SHORTEST_PASSWORD = 8
STANDARD = Hardness()

_FORMAT = 1
_KEY_SIZE = 32
_DOING = "保存钥匙文件"
_WRONG = "姓名或密码不对，请重新输入；忘记密码时可用恢复密钥单上的恢复密钥。"
_WRONG_ALONE = "密码不对，请重新输入；忘记密码时可用恢复密钥单上的恢复密钥。"


class Keys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The content of keys.json. `key` is a fingerprint by which a wrong key is noticed."""

    format: int
    salt: str
    key: str
    slots: tuple[Slot, ...]


def exists(directory: Path) -> bool:
    """Whether an office's keys are in this data directory."""
    return (directory / KEYS_NAME).exists() or (directory / BACKUP_NAME).exists()


def create(
    directory: Path, operator: str, name: str, password: str, hardness: Hardness = STANDARD
) -> tuple[bytes, str]:
    """New keys for a new office; returns the database key and the recovery code to print.

    Raises UserError for a password that is too short or an empty name, EnvironmentProblem when keys are
    there already or the disk refuses. `operator` is the operator's id in the log.
    """
    check_password(password)
    if exists(directory):
        raise EnvironmentProblem("这个文件夹里已经有一个单位的钥匙文件，请直接登录，或换一个文件夹。")
    key, secret, salt = secrets.token_bytes(_KEY_SIZE), new_secret(), secrets.token_bytes(16)
    first = operator_slot(key, operator, name_mark(_named(name), salt), password, hardness)
    slots = (first, recovery_slot(key, secret))
    _write(directory, Keys(format=_FORMAT, salt=salt.hex(), key=fingerprint(key), slots=slots))
    return key, code_of(secret)


def withdraw(directory: Path) -> None:
    """Take back keys just made, because the database they belong to could not be created."""
    try:
        (directory / KEYS_NAME).unlink(missing_ok=True)
    except OSError as error:
        raise explain_os_error(error, _DOING) from error


def unlock(directory: Path, name: str | None, password: str) -> tuple[bytes, str]:
    """The database key and the operator's id. `name` may be None when there is only one operator.

    Raises UserError for a wrong name or password. There is no lock-out: nothing is recorded.
    """
    keys = _read(directory)
    slots = [slot for slot in keys.slots if slot.kind == OPERATOR]
    if name is None:
        if len(slots) != 1:
            raise UserError("本机有多名经办人，请输入姓名和密码。")
    else:
        mark = name_mark(name, bytes.fromhex(keys.salt))
        slots = [slot for slot in slots if slot.name_mark == mark]
    for slot in slots:
        key = open_with_password(slot, password)
        if key is not None and fingerprint(key) == keys.key:
            return key, slot.operator
    raise UserError(_WRONG_ALONE if name is None else _WRONG)


def unlock_operator(directory: Path, operator: str, password: str) -> bytes:
    """The database key from one operator's password, found by id instead of by name."""
    keys = _read(directory)
    for slot in keys.slots:
        if slot.kind == OPERATOR and slot.operator == operator:
            key = open_with_password(slot, password)
            if key is not None and fingerprint(key) == keys.key:
                return key
    raise UserError(_WRONG_ALONE)


def unlock_with_recovery(directory: Path, code: str) -> bytes:
    """The database key from the recovery code; raises UserError naming a wrong group, or for an old code."""
    secret = secret_of(code)
    keys = _read(directory)
    for slot in keys.slots:
        if slot.kind == RECOVERY:
            key = open_with_secret(slot, secret)
            if key is not None and fingerprint(key) == keys.key:
                return key
    raise UserError("这张恢复密钥单不是本单位现在用的，可能已换过新的，请找最近一次打印的那张。")


def add_operator(
    directory: Path, key: bytes, operator: str, name: str, password: str, hardness: Hardness = STANDARD
) -> None:
    """Let one more person sign in. `key` proves that the caller has the office open.

    Raises UserError when the password is too short or another operator has this name.
    """
    _put_operator(directory, key, operator, name, password, hardness, replace=False)


def set_password(
    directory: Path, key: bytes, operator: str, name: str, password: str, hardness: Hardness = STANDARD
) -> None:
    """Give an operator a new password (and name) with the office open, for example after recovery."""
    _put_operator(directory, key, operator, name, password, hardness, replace=True)


def change_password(
    directory: Path, name: str | None, old: str, new: str, hardness: Hardness = STANDARD
) -> None:
    """Replace one's own password; raises UserError when the old one is wrong or the new one too short."""
    check_password(new)
    key, operator = unlock(directory, name, old)

    def change(keys: Keys) -> tuple[Slot, ...]:
        return tuple(
            operator_slot(key, operator, slot.name_mark, new, hardness) if slot.operator == operator else slot
            for slot in keys.slots
        )

    _update(directory, key, change)


def remove_operator(directory: Path, key: bytes, operator: str) -> None:
    """The operator can no longer open the office on this computer; raises UserError for the last one."""

    def change(keys: Keys) -> tuple[Slot, ...]:
        left = tuple(slot for slot in keys.slots if slot.operator != operator)
        if not any(slot.kind == OPERATOR for slot in left):
            raise UserError("这是最后一名能登录的经办人，不能停用；请先添加另一名经办人。")
        return left

    _update(directory, key, change)


def new_recovery_code(directory: Path, key: bytes) -> str:
    """A fresh recovery code to print; the one before no longer opens anything."""
    secret = new_secret()

    def change(keys: Keys) -> tuple[Slot, ...]:
        kept = tuple(slot for slot in keys.slots if slot.kind != RECOVERY)
        return (*kept, recovery_slot(key, secret))

    _update(directory, key, change)
    return code_of(secret)


def operator_ids(directory: Path) -> list[str]:
    """Ids of the operators who can open the office, in the order they were added."""
    return [slot.operator for slot in _read(directory).slots if slot.kind == OPERATOR]


def check_password(password: str) -> None:
    """Raise UserError unless the password is long enough."""
    if len(unicodedata.normalize("NFKC", password)) < SHORTEST_PASSWORD:
        raise UserError(f"密码太短，容易被猜到，请设至少 {SHORTEST_PASSWORD} 个字符。")


def _put_operator(
    directory: Path, key: bytes, operator: str, name: str, password: str, hardness: Hardness, *, replace: bool
) -> None:
    check_password(password)

    def change(keys: Keys) -> tuple[Slot, ...]:
        mark = name_mark(_named(name), bytes.fromhex(keys.salt))
        others = tuple(slot for slot in keys.slots if slot.operator != operator)
        if any(slot.name_mark == mark for slot in others):
            raise UserError("已有同名的经办人，请在姓名后加字区分，例如“王伟（二）”。")
        if len(others) != len(keys.slots) and not replace:
            raise UserError("这名经办人已经可以登录，如需换密码请用“修改密码”。")
        return (*others, operator_slot(key, operator, mark, password, hardness))

    _update(directory, key, change)


def _named(name: str) -> str:
    if not name.strip():
        raise UserError("姓名不能为空，请输入经办人的姓名。")
    return name


def _update(directory: Path, key: bytes, change: Callable[[Keys], tuple[Slot, ...]]) -> None:
    keys = _read(directory)
    if fingerprint(key) != keys.key:
        raise ValueError("this key does not belong to these slots")
    _write(directory, msgspec.structs.replace(keys, slots=change(keys)))


def _read(directory: Path) -> Keys:
    """The keys, from the version before when the present file is lost or damaged."""
    for path in (directory / KEYS_NAME, directory / BACKUP_NAME):
        try:
            keys = msgspec.json.decode(path.read_bytes(), type=Keys)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise explain_os_error(error, "读取钥匙文件") from error
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        if keys.format > _FORMAT:
            raise EnvironmentProblem("钥匙文件由更新版本的程序写成，请安装最新版后再打开。")
        if _well_formed(keys):
            return keys
    raise EnvironmentProblem(
        "找不到钥匙文件 keys.json 或它已损坏，数据库暂时打不开；"
        "请从最近的备份中取回这个文件，不要删除任何数据。"
    )


def _well_formed(keys: Keys) -> bool:
    """Whether every text that must be hexadecimal is, and nonces have their length."""
    if any(len(slot.nonce) != 2 * NONCE_SIZE for slot in keys.slots):
        return False
    texts = [keys.salt, *(text for slot in keys.slots for text in (slot.salt, slot.nonce, slot.box))]
    return all(len(text) % 2 == 0 and set(text) <= set("0123456789abcdef") for text in texts)


def _write(directory: Path, keys: Keys) -> None:
    path = directory / KEYS_NAME
    if path.exists():
        try:
            before = path.read_bytes()
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        write_atomically(directory / BACKUP_NAME, before, _DOING)
    write_atomically(path, msgspec.json.format(msgspec.json.encode(keys), indent=1), _DOING)
