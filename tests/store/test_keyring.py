"""Who can open the office, and what the key file gives away: nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import UserError
from app.store import keyring
from app.store.key_slots import Hardness
from app.store.keyring import BACKUP_NAME, KEYS_NAME, STANDARD
from app.system.errors import EnvironmentProblem

CHEAP = Hardness(memory_kib=64, passes=1)
NAME, PASSWORD = "王小明", "青山镇-2026-窗口"


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, bytes, str]:
    key, code = keyring.create(tmp_path, "op-1", NAME, PASSWORD, CHEAP)
    return tmp_path, key, code


def content(directory: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((directory / KEYS_NAME).read_bytes())
    return found


def write(directory: Path, keys: dict[str, Any]) -> None:
    for name in (KEYS_NAME, BACKUP_NAME):
        (directory / name).write_text(json.dumps(keys), encoding="utf-8")


def test_password_opens(office: tuple[Path, bytes, str]) -> None:
    directory, key, _ = office
    assert len(key) == 32
    assert keyring.unlock(directory, NAME, PASSWORD) == (key, "op-1")
    assert keyring.unlock(directory, None, PASSWORD) == (key, "op-1")
    assert keyring.unlock(directory, " 王 小明 ", PASSWORD) == (key, "op-1")


def test_full_width_typing_opens_too(tmp_path: Path) -> None:
    key, _ = keyring.create(tmp_path, "op-1", "Bob", "abc12345", CHEAP)
    assert keyring.unlock(tmp_path, "ｂｏｂ", "ａｂｃ１２３４５")[0] == key


@pytest.mark.parametrize(
    ("name", "password"), [(NAME, "别的密码12345"), ("李四", PASSWORD), (None, ""), ("", "")]
)
def test_wrong_name_or_password(office: tuple[Path, bytes, str], name: str | None, password: str) -> None:
    before = content(office[0])
    with pytest.raises(UserError, match="不对"):
        keyring.unlock(office[0], name, password)
    assert content(office[0]) == before


@pytest.mark.parametrize("password", ["", "1234567", "七个字的密码吗"])
def test_a_short_password_is_refused(tmp_path: Path, password: str) -> None:
    with pytest.raises(UserError, match="至少 8 个字符"):
        keyring.create(tmp_path, "op-1", NAME, password, CHEAP)
    assert not keyring.exists(tmp_path)


def test_a_name_is_needed(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="姓名"):
        keyring.create(tmp_path, "op-1", "  ", PASSWORD, CHEAP)


def test_an_office_is_founded_once(office: tuple[Path, bytes, str]) -> None:
    with pytest.raises(EnvironmentProblem, match="已经有"):
        keyring.create(office[0], "op-2", "李四", PASSWORD, CHEAP)
    assert keyring.unlock(office[0], NAME, PASSWORD)[0] == office[1]


def test_recovery_code_opens_and_a_new_one_replaces_it(office: tuple[Path, bytes, str]) -> None:
    directory, key, code = office
    assert keyring.unlock_with_recovery(directory, code) == key
    fresh = keyring.new_recovery_code(directory, key)
    assert keyring.unlock_with_recovery(directory, fresh) == key
    with pytest.raises(UserError, match="不是本单位现在用的"):
        keyring.unlock_with_recovery(directory, code)


def test_several_operators(office: tuple[Path, bytes, str]) -> None:
    directory, key, _ = office
    keyring.add_operator(directory, key, "op-2", "李娜", "调解员的密码12", CHEAP)
    assert keyring.unlock(directory, "李娜", "调解员的密码12") == (key, "op-2")
    assert keyring.unlock(directory, NAME, PASSWORD) == (key, "op-1")
    assert keyring.operator_ids(directory) == ["op-1", "op-2"]
    with pytest.raises(UserError, match="多名经办人"):
        keyring.unlock(directory, None, PASSWORD)
    with pytest.raises(UserError, match="不对"):
        keyring.unlock(directory, "李娜", PASSWORD)
    with pytest.raises(UserError, match="同名"):
        keyring.add_operator(directory, key, "op-3", "李 娜", "另一个密码2233", CHEAP)
    with pytest.raises(UserError, match="已经可以登录"):
        keyring.add_operator(directory, key, "op-2", "李娜二", "另一个密码2233", CHEAP)
    keyring.remove_operator(directory, key, "op-1")
    assert keyring.unlock(directory, None, "调解员的密码12") == (key, "op-2")
    with pytest.raises(UserError, match="最后一名"):
        keyring.remove_operator(directory, key, "op-2")


def test_changing_a_password(office: tuple[Path, bytes, str]) -> None:
    directory, key, code = office
    with pytest.raises(UserError, match="不对"):
        keyring.change_password(directory, NAME, "不是这个密码", "新的密码12345", CHEAP)
    with pytest.raises(UserError, match="至少 8"):
        keyring.change_password(directory, NAME, PASSWORD, "短", CHEAP)
    keyring.change_password(directory, NAME, PASSWORD, "新的密码12345", CHEAP)
    assert keyring.unlock(directory, NAME, "新的密码12345") == (key, "op-1")
    with pytest.raises(UserError):
        keyring.unlock(directory, NAME, PASSWORD)
    assert keyring.unlock_with_recovery(directory, code) == key


def test_a_forgotten_password_is_set_again_after_recovery(office: tuple[Path, bytes, str]) -> None:
    directory, _, code = office
    key = keyring.unlock_with_recovery(directory, code)
    keyring.set_password(directory, key, "op-1", NAME, "想起来了1234", CHEAP)
    assert keyring.unlock(directory, NAME, "想起来了1234") == (key, "op-1")


def test_a_foreign_key_changes_nothing(office: tuple[Path, bytes, str]) -> None:
    with pytest.raises(ValueError, match="does not belong"):
        keyring.add_operator(office[0], b"x" * 32, "op-2", "李娜", "调解员的密码12", CHEAP)


def test_the_file_tells_neither_name_nor_password_nor_key(office: tuple[Path, bytes, str]) -> None:
    directory, key, code = office
    for path in directory.iterdir():
        raw = path.read_bytes()
        for secret in (
            NAME.encode(),
            NAME.encode("unicode_escape"),
            PASSWORD.encode(),
            key,
            key.hex().encode(),
        ):
            assert secret not in raw
        assert code.encode() not in raw
        assert code.replace("-", "").encode() not in raw


def test_the_standard_is_hard(tmp_path: Path) -> None:
    assert (STANDARD.memory_kib, STANDARD.passes) == (65536, 3)
    key, _ = keyring.create(tmp_path, "op-1", NAME, PASSWORD)
    assert keyring.unlock(tmp_path, NAME, PASSWORD) == (key, "op-1")
    [slot] = [slot for slot in content(tmp_path)["slots"] if slot["kind"] == "operator"]
    assert slot["hardness"] == {"memory_kib": 65536, "passes": 3, "lanes": 1}


@pytest.mark.parametrize("field", ["id", "kind", "operator", "salt", "nonce", "box"])
def test_an_altered_slot_does_not_open(office: tuple[Path, bytes, str], field: str) -> None:
    directory = office[0]
    keys = content(directory)
    slot = next(slot for slot in keys["slots"] if slot["kind"] == "operator")
    slot[field] = {"kind": "recovery"}.get(field) or ("0" if slot[field][0] != "0" else "1") + slot[field][1:]
    write(directory, keys)
    with pytest.raises(UserError, match=r"不对|多名"):
        keyring.unlock(directory, None, PASSWORD)


def test_a_box_cannot_be_moved_to_another_operator(office: tuple[Path, bytes, str]) -> None:
    directory, key, _ = office
    keyring.add_operator(directory, key, "op-2", "李娜", "调解员的密码12", CHEAP)
    keys = content(directory)
    one, other = (slot for slot in keys["slots"] if slot["kind"] == "operator")
    for field in ("salt", "nonce", "box"):
        other[field] = one[field]
    write(directory, keys)
    with pytest.raises(UserError, match="不对"):
        keyring.unlock(directory, "李娜", PASSWORD)


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"format":1,"salt":"zz","key":"","slots":[]}', b'{"format":1}'],
)
def test_a_damaged_file_is_read_from_the_version_before(
    office: tuple[Path, bytes, str], damage: bytes
) -> None:
    directory, key, _ = office
    keyring.new_recovery_code(directory, key)
    (directory / KEYS_NAME).write_bytes(damage)
    assert keyring.unlock(directory, NAME, PASSWORD)[0] == key
    (directory / BACKUP_NAME).write_bytes(damage)
    with pytest.raises(EnvironmentProblem, match=r"keys\.json"):
        keyring.unlock(directory, NAME, PASSWORD)


def test_a_lost_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"keys\.json"):
        keyring.unlock(tmp_path, NAME, PASSWORD)


def test_a_newer_file_is_left_alone(office: tuple[Path, bytes, str]) -> None:
    directory = office[0]
    write(directory, content(directory) | {"format": 2})
    with pytest.raises(EnvironmentProblem, match="最新版"):
        keyring.unlock(directory, NAME, PASSWORD)


@pytest.mark.parametrize(
    "hardness", [{"memory_kib": 2**31, "passes": 1}, {"memory_kib": 64, "passes": 10**9}]
)
def test_a_forged_file_cannot_take_all_memory(
    office: tuple[Path, bytes, str], hardness: dict[str, int]
) -> None:
    directory = office[0]
    keys = content(directory)
    for slot in keys["slots"]:
        if slot["kind"] == "operator":
            slot["hardness"] = hardness | {"lanes": 1}
    write(directory, keys)
    with pytest.raises(UserError, match="不对"):
        keyring.unlock(directory, NAME, PASSWORD)
