"""Going back to a backup: nothing is lost, numbers are never used twice, an interruption is completed."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from app.store import restore as module
from app.store.connection import connect
from app.store.identity import IDENTITY_NAME, load_identity
from app.store.migrations import NEWEST
from app.store.store import DATABASE_NAME, Store, exists, restore_backup
from app.system.clock import FixedClock
from app.system.errors import EnvironmentProblem
from tests.store.office import START, Projector, add_case, new_store, registered

CLOCK = FixedClock(START)


@pytest.fixture
def office(tmp_path: Path) -> tuple[Path, bytes, Path]:
    """An office with two cases in its backup and a third one after it."""
    with new_store(tmp_path) as store:
        add_case(store, registered(1))
        add_case(store, registered(2))
        backup = store.backups.make()
        add_case(store, registered(3))
        return tmp_path, store.database.key, backup.path


def opened(directory: Path, key: bytes) -> Store:
    return Store.open(directory, key, CLOCK, Projector())


def numbers(store: Store) -> list[str]:
    return [row[0] for row in store.database.rows("SELECT number FROM cases ORDER BY id")]


def test_the_backup_takes_the_place_and_the_old_set_is_kept(office: tuple[Path, bytes, Path]) -> None:
    directory, key, backup = office
    aside = restore_backup(directory, backup, key, CLOCK).aside
    with opened(directory, key) as store:
        assert numbers(store) == ["消投〔2026〕1号", "消投〔2026〕2号"]
        assert store.verify() == []
    connection = connect(aside / DATABASE_NAME, key, "immutable")
    assert connection.execute("SELECT COUNT(*) FROM cases").fetchone() == (3,)
    connection.close()
    assert backup.exists()


def test_the_node_goes_on_in_a_new_epoch(office: tuple[Path, bytes, Path]) -> None:
    directory, key, backup = office
    before = load_identity(directory)
    assert before is not None
    for expected in (before.epoch + 1, before.epoch + 2):
        restore_backup(directory, backup, key, CLOCK)
        with opened(directory, key) as store:
            assert store.identity.node == before.node
            assert store.identity.epoch == expected
            add_case(store, registered(3))
            assert (store.log.head().epoch, store.log.head().seq) == (expected, 1)
            assert store.verify() == []


def test_an_open_office_is_not_restored(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        backup = store.backups.make().path
        with pytest.raises(EnvironmentProblem, match="另一个窗口"):
            restore_backup(tmp_path, backup, store.database.key, CLOCK)


def test_a_damaged_foreign_or_newer_backup_changes_nothing(
    office: tuple[Path, bytes, Path], tmp_path: Path
) -> None:
    directory, key, backup = office
    identity = load_identity(directory)
    database = (directory / DATABASE_NAME).read_bytes()
    good = backup.read_bytes()

    def refused(match: str, with_key: bytes = key) -> None:
        with pytest.raises(EnvironmentProblem, match=match):
            restore_backup(directory, backup, with_key, CLOCK)
        assert (directory / DATABASE_NAME).read_bytes() == database
        assert load_identity(directory) == identity
        assert not (directory / "set-aside").exists()

    backup.write_bytes(good[:-4096] + bytes(4096))
    refused("没有通过检查|损坏")
    backup.write_bytes(good[:-100])
    refused("不完整")
    backup.write_bytes(good)
    refused("密钥与数据库不符", secrets.token_bytes(32))
    connection = connect(backup, key, "rw")
    connection.execute("UPDATE meta SET value = 'another' WHERE name = 'node'")
    connection.close()
    refused("另一个单位")
    connection = connect(backup, key, "rw")
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()
    refused("更新版本")
    backup.unlink()
    refused("找不到")


@pytest.mark.parametrize("interrupted_after", range(4))
def test_an_interrupted_restore_is_completed_by_the_next_opening(
    office: tuple[Path, bytes, Path], monkeypatch: pytest.MonkeyPatch, interrupted_after: int
) -> None:
    """The power fails between any two renames; then somebody opens the program again."""
    directory, key, backup = office
    # A -wal of the old database, which must never be read into the restored one.
    connection = connect(directory / DATABASE_NAME, key, "rw")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE cases SET complainant = '旧库'")
    wal = Path(f"{directory / DATABASE_NAME}-wal")
    shm = Path(f"{directory / DATABASE_NAME}-shm")
    left = wal.read_bytes(), shm.read_bytes()
    connection.close()
    wal.write_bytes(left[0])
    shm.write_bytes(left[1])

    class PowerCut(BaseException):
        pass

    moved: list[Path] = []
    really_replace = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name.startswith(DATABASE_NAME) and "restoring" not in self.name:
            if len(moved) == interrupted_after:
                raise PowerCut
            moved.append(self)
        return really_replace(self, target)

    if interrupted_after < 3:
        monkeypatch.setattr(Path, "replace", replace)
    else:
        monkeypatch.setattr(module, "flush_directory", _cut_at_last_flush(PowerCut))
    with pytest.raises(PowerCut):
        restore_backup(directory, backup, key, CLOCK)
    monkeypatch.undo()
    assert exists(directory)
    with opened(directory, key) as store:
        assert numbers(store) == ["消投〔2026〕1号", "消投〔2026〕2号"]
        assert store.database.rows("SELECT DISTINCT complainant FROM cases") == [("王小明",)]
        assert store.identity.epoch == 2
        assert store.verify() == []
    aside = {path.name for path in (directory / "set-aside").rglob("*") if path.is_file()}
    assert DATABASE_NAME in aside


def _cut_at_last_flush(error: type[BaseException]):  # type: ignore[no-untyped-def]
    calls: list[Path] = []

    def flush(directory: Path) -> None:
        calls.append(directory)
        if len(calls) == 2:  # after the old files left, before the new one comes
            raise error

    return flush


class TestIdentity:
    def test_a_lost_identity_starts_a_new_epoch(self, office: tuple[Path, bytes, Path]) -> None:
        directory, key, _ = office
        before = load_identity(directory)
        (directory / IDENTITY_NAME).unlink()
        with opened(directory, key) as store:
            assert before is not None
            assert (store.identity.node, store.identity.epoch) == (before.node, before.epoch + 1)
            assert store.identity.install != before.install
            add_case(store, registered(4))
            assert store.verify() == []

    @pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b'{"format":1}'])
    def test_a_damaged_identity_starts_a_new_epoch(
        self, office: tuple[Path, bytes, Path], damage: bytes
    ) -> None:
        directory, key, _ = office
        (directory / IDENTITY_NAME).write_bytes(damage)
        with opened(directory, key) as store:
            assert store.identity.epoch == 2

    def test_an_identity_older_than_the_log_is_not_gone_back_to(
        self, office: tuple[Path, bytes, Path]
    ) -> None:
        directory, key, backup = office
        old = (directory / IDENTITY_NAME).read_bytes()
        restore_backup(directory, backup, key, CLOCK)
        with opened(directory, key) as store:
            add_case(store, registered(3))
        (directory / IDENTITY_NAME).write_bytes(old)
        with opened(directory, key) as store:
            assert store.identity.epoch == 3
            add_case(store, registered(4))
            assert store.verify() == []

    def test_an_identity_of_another_office_is_refused(
        self, office: tuple[Path, bytes, Path], tmp_path: Path
    ) -> None:
        directory, key, _ = office
        with new_store(tmp_path / "other"):
            pass
        (directory / IDENTITY_NAME).write_bytes((tmp_path / "other" / IDENTITY_NAME).read_bytes())
        with pytest.raises(EnvironmentProblem, match="不是同一个单位"):
            opened(directory, key)

    def test_a_newer_identity_is_refused(self, office: tuple[Path, bytes, Path]) -> None:
        directory, key, _ = office
        raw = (directory / IDENTITY_NAME).read_bytes().replace(b'"format":1', b'"format":2')
        (directory / IDENTITY_NAME).write_bytes(raw)
        with pytest.raises(EnvironmentProblem, match="最新版"):
            opened(directory, key)
