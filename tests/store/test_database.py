"""Every way a database can refuse to open has a sentence of its own, and a newer one is not touched."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.connection import APPLICATION_ID, connect
from app.store.migrations import NEWEST
from app.store.store import DATABASE_NAME, Store
from app.system.clock import FixedClock
from app.system.errors import EnvironmentProblem
from tests.store.office import START, Projector, add_case, new_store, registered


@pytest.fixture
def closed_office(tmp_path: Path) -> tuple[Path, bytes]:
    with new_store(tmp_path) as store:
        add_case(store, registered(1))
        return tmp_path, store.database.key


def opened(directory: Path, key: bytes) -> Store:
    return Store.open(directory, key, FixedClock(START), Projector())


def refusal(directory: Path, key: bytes) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        opened(directory, key)
    return caught.value.message


def snapshot(directory: Path) -> dict[str, str]:
    """Every file of the database with its content; the lock and its note are not the database."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in directory.iterdir()
        if path.name.startswith(DATABASE_NAME)
    }


def test_closing_leaves_one_file(closed_office: tuple[Path, bytes]) -> None:
    assert list(snapshot(closed_office[0])) == [DATABASE_NAME]


def test_what_the_program_relies_on_is_set(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        expected = {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "temp_store": 2,
            "cell_size_check": 1,
            "trusted_schema": 0,
            "application_id": APPLICATION_ID,
            "user_version": NEWEST,
        }
        found = {name: store.database.value(f"PRAGMA {name}") for name in expected}
        assert found == expected


def test_a_newer_database_is_refused_untouched(closed_office: tuple[Path, bytes]) -> None:
    directory, key = closed_office
    connection = connect(directory / DATABASE_NAME, key, "rw")
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    before = snapshot(directory)
    assert "更新版本" in refusal(directory, key)
    assert snapshot(directory) == before


def test_a_newer_database_that_crashed_is_refused_untouched(closed_office: tuple[Path, bytes]) -> None:
    """The version stands only in the -wal; it is read, and the -wal stays as it is."""
    directory, key = closed_office
    script = (
        "import os, sys; from pathlib import Path; from app.store.connection import connect;"
        f"c = connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), 'rw');"
        f"c.execute('PRAGMA user_version = {NEWEST + 5}'); os._exit(0)"
    )
    path = directory / DATABASE_NAME
    subprocess.run([sys.executable, "-c", script, str(path), key.hex()], check=True)
    for shm in directory.glob("*-shm"):
        shm.unlink()
    before = snapshot(directory)
    assert f"{DATABASE_NAME}-wal" in before
    assert "更新版本" in refusal(directory, key)
    assert snapshot(directory) == before


def test_a_wrong_key_is_told_and_nothing_is_written_to_the_console(
    closed_office: tuple[Path, bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(closed_office[0])
    assert "密钥与数据库不符" in refusal(closed_office[0], secrets.token_bytes(32))
    assert snapshot(closed_office[0]) == before
    assert capfd.readouterr() == ("", "")


def test_a_missing_database(tmp_path: Path) -> None:
    assert "没有单位的数据库" in refusal(tmp_path, bytes(32))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database", b"x" * 4095])
def test_a_file_that_cannot_be_whole(closed_office: tuple[Path, bytes], content: bytes) -> None:
    directory, key = closed_office
    (directory / DATABASE_NAME).write_bytes(content)
    assert "不完整" in refusal(directory, key)


def test_a_database_without_encryption(closed_office: tuple[Path, bytes]) -> None:
    directory, key = closed_office
    (directory / DATABASE_NAME).unlink()
    plain = sqlite3.connect(directory / DATABASE_NAME)
    plain.execute("CREATE TABLE t (a)")
    plain.close()
    assert "没有加密" in refusal(directory, key)


def test_a_database_of_another_program(closed_office: tuple[Path, bytes]) -> None:
    directory, key = closed_office
    connection = connect(directory / DATABASE_NAME, key, "rw")
    connection.execute("PRAGMA application_id = 1")
    connection.close()
    assert "不是一站通的数据库" in refusal(directory, key)


def test_damage_in_the_middle_is_told_when_it_is_met(closed_office: tuple[Path, bytes]) -> None:
    directory, key = closed_office
    path = directory / DATABASE_NAME
    raw = bytearray(path.read_bytes())
    for page in range(1, len(raw) // 4096):
        raw[page * 4096 + 100] ^= 1
    path.write_bytes(raw)
    with pytest.raises(EnvironmentProblem, match=r"损坏|读写出错"):
        opened(directory, key)


def test_the_wal_of_another_database_is_not_read_into_this_one(tmp_path: Path) -> None:
    """Somebody laid a backup in the place of the database by hand and left the old -wal beside it."""
    with new_store(tmp_path) as store:
        key, path = store.database.key, store.database.path
        add_case(store, registered(1))
        backup = store.backups.make().path.read_bytes()
        add_case(store, registered(2))
        wal = Path(f"{path}-wal").read_bytes()
    path.write_bytes(backup)
    Path(f"{path}-wal").write_bytes(wal)
    with pytest.raises(EnvironmentProblem, match=r"损坏|不符|读写出错"):
        opened(tmp_path, key)
    assert path.read_bytes() == backup


def test_a_data_directory_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentProblem, match="打开单位数据没有成功"):
        new_store(tmp_path / "file" / "office")


def test_an_office_is_open_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        assert "另一个窗口" in refusal(tmp_path, store.database.key)
        script = (
            "import sys; from pathlib import Path; from app.store.store import Store;"
            "from app.system.clock import SystemClock; from app.system.errors import EnvironmentProblem\n"
            "directory, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])\n"
            "try: Store.open(directory, key, SystemClock(), lambda stream, history: None)\n"
            "except EnvironmentProblem as problem: sys.stdout.buffer.write(problem.message.encode())"
        )
        words = [sys.executable, "-c", script, str(tmp_path), store.database.key.hex()]
        other = subprocess.run(words, check=True, capture_output=True)
        assert "另一个窗口" in other.stdout.decode()
        add_case(store, registered(1))
    opened(tmp_path, store.database.key).close()


def test_a_database_locked_by_a_foreign_program_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.database.rows("PRAGMA busy_timeout = 50")
        foreign = connect(store.database.path, store.database.key, "rw")
        foreign.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentProblem, match="被另一个程序占用"):
            add_case(store, registered(1))
        foreign.execute("ROLLBACK")
        foreign.close()
        add_case(store, registered(1))
        assert store.log.count() == 1
        assert store.verify() == []


def test_a_database_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.database.rows("PRAGMA query_only = ON")
        with pytest.raises(EnvironmentProblem, match="只能读"):
            add_case(store, registered(1))
        store.database.rows("PRAGMA query_only = OFF")
        add_case(store, registered(1))
        assert store.verify() == []


def test_a_key_has_thirty_two_bytes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Store.create(tmp_path, b"short", FixedClock(START), Projector())
    assert not (tmp_path / DATABASE_NAME).exists()


def test_an_office_is_created_once(closed_office: tuple[Path, bytes]) -> None:
    before = snapshot(closed_office[0])
    with pytest.raises(EnvironmentProblem, match="已经有一个单位"):
        new_store(closed_office[0])
    assert snapshot(closed_office[0]) == before


def test_what_an_interrupted_creation_left_does_not_disturb(tmp_path: Path) -> None:
    for name in (f"{DATABASE_NAME}.new", f"{DATABASE_NAME}.new-wal"):
        (tmp_path / name).write_bytes(b"half")
    with new_store(tmp_path) as store:
        add_case(store, registered(1))
    assert list(snapshot(tmp_path)) == [DATABASE_NAME]


def test_defects_of_ours_are_not_dressed_up(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, pytest.raises(Exception, match="syntax error") as caught:
        store.database.sql("SELEC 1")
    assert not isinstance(caught.value, EnvironmentProblem)
