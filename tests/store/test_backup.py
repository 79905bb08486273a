"""Backups: consistent, verified, rotated; a damaged database never pushes out a good one."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import keyring
from app.store.backup import verify_copy
from app.store.backup_files import BackupFile, kept_backups, list_backups
from app.store.connection import connect
from app.store.key_slots import Hardness
from app.store.store import Store
from app.system.clock import SHANGHAI, FixedClock
from app.system.errors import EnvironmentProblem
from tests.store.office import START, Projector, add_case, new_store, registered

CHEAP = Hardness(memory_kib=64, passes=1)


def events_in(backup: Path, key: bytes) -> int:
    connection = connect(backup, key, "immutable")
    try:
        return int(connection.execute("SELECT COUNT(*) FROM events").fetchone()[0])
    finally:
        connection.close()


def test_a_backup_of_a_working_database_has_everything_committed(tmp_path: Path) -> None:
    """Rows that stand only in the -wal are in it; a copied file would lose them."""
    with new_store(tmp_path) as store:
        for serial in range(1, 21):
            add_case(store, registered(serial))
        assert Path(f"{store.database.path}-wal").stat().st_size > 0
        backup = store.backups.make()
        assert events_in(backup.path, store.database.key) == 20
        assert backup.taken_at == START
        assert backup.path.parent == tmp_path / "backups"
        assert sorted(path.name for path in backup.path.parent.iterdir()) == [
            "blobs",
            "yizhantong-20260701-090000.db",
            "yizhantong-20260701-090000.manifest.json",
        ]


def test_others_may_write_meanwhile(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_case(store, registered(1))
        stop = threading.Event()

        def keep_saving() -> None:
            serial = 2
            while not stop.is_set():
                add_case(store, registered(serial))
                serial += 1
            store.close_thread()

        writer = threading.Thread(target=keep_saving)
        writer.start()
        backups = [store.backups.make() for _ in range(3)]
        stop.set()
        writer.join()
        counts = [events_in(backup.path, store.database.key) for backup in backups]
        assert counts == sorted(counts)
        assert store.verify() == []


def test_the_keys_lie_beside_each_backup(tmp_path: Path) -> None:
    key, _ = keyring.create(tmp_path, "op-1", "王小明", "窗口的密码2026", CHEAP)
    with Store.create(tmp_path, key, FixedClock(START), Projector()) as store:
        backup = store.backups.make()
    beside = backup.path.with_suffix(".keys.json")
    assert beside.read_bytes() == (tmp_path / "keys.json").read_bytes()


def test_two_in_one_second_have_two_names(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        names = {store.backups.make().path.name for _ in range(3)}
        assert len(names) == 3
        assert [backup.path.name for backup in store.backups.all()] == sorted(names, reverse=True)


def test_a_damaged_database_is_noticed_and_every_backup_stays(tmp_path: Path) -> None:
    clock = FixedClock(START)
    store = new_store(tmp_path, clock)
    key = store.database.key
    for serial in range(1, 30):
        add_case(store, registered(serial))
    for _ in range(5):
        store.backups.make()
        clock.advance(dt.timedelta(minutes=10))
    kept = [backup.path.name for backup in store.backups.all()]
    store.close()
    raw = bytearray(store.database.path.read_bytes())
    for page in range(len(raw) // 4096 - 6, len(raw) // 4096):
        raw[page * 4096 + 50] ^= 1
    store.database.path.write_bytes(raw)
    with Store.open(tmp_path, key, clock, Projector()) as again:
        with pytest.raises(EnvironmentProblem, match="损坏"):
            again.backups.make()
        assert [backup.path.name for backup in again.backups.all()] == kept
    assert not list((tmp_path / "backups").glob("*.part*"))


def test_a_backup_that_says_something_else_than_the_log_is_refused(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_case(store, registered(1))
        backup = store.backups.make().path
        key = store.database.key
        other = connect(backup, key, "rw")
        other.execute("UPDATE events SET hash = 'f' WHERE seq = 1")
        other.close()
        verify_copy(backup, key)
        with pytest.raises(EnvironmentProblem, match="没有通过检查"):
            verify_copy(backup, key, store.database.path)


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.backups.make()
        note = tmp_path / "backups" / "说明.txt"
        note.write_text("请勿删除", encoding="utf-8")
        store.backups.make()
        assert note.exists()
        assert len(list_backups(tmp_path / "backups")) == 2


class TestRotation:
    @staticmethod
    def backups(moments: list[dt.datetime], *, before_upgrade: bool = False) -> list[BackupFile]:
        return [
            BackupFile(path=Path(f"{at}-{moment}"), taken_at=moment, before_upgrade=before_upgrade)
            for at, moment in enumerate(moments)
        ]

    def test_three_years_of_daily_backups(self) -> None:
        start = dt.datetime(2026, 1, 1, 17, 0, tzinfo=SHANGHAI)
        backups = self.backups([start + dt.timedelta(days=day) for day in range(3 * 365)])
        kept = kept_backups(backups, backups[-1].taken_at)
        days = sorted((backup.taken_at.date() for backup in kept), reverse=True)
        last = backups[-1].taken_at.date()
        assert days[:14] == [last - dt.timedelta(days=back) for back in range(14)]
        sundays = {day for day in days if day.weekday() == 6}
        assert {last - dt.timedelta(days=last.weekday() + 1 + 7 * back) for back in range(7)} <= sundays
        month_ends = [day for day in days if (day + dt.timedelta(days=1)).day == 1]
        assert len(month_ends) >= 23
        assert len(kept) <= 14 + 8 + 24
        assert min(days) >= last - dt.timedelta(days=25 * 31)

    def test_many_on_one_day_keep_the_newest_three(self) -> None:
        start = dt.datetime(2026, 7, 1, 8, 0, tzinfo=SHANGHAI)
        backups = self.backups([start + dt.timedelta(hours=hour) for hour in range(10)])
        assert kept_backups(backups, start) == backups[-3:]

    def test_backups_before_an_upgrade_stay_ninety_days(self) -> None:
        now = dt.datetime(2026, 7, 1, 8, 0, tzinfo=SHANGHAI)
        moments = [now - dt.timedelta(days=days) for days in (91, 90, 1)]
        backups = self.backups(moments, before_upgrade=True)
        assert kept_backups(backups, now) == backups[1:]

    @given(st.lists(st.integers(0, 3 * 365 * 24 * 60), min_size=1, max_size=60))
    def test_the_newest_always_stays_and_rotating_twice_changes_nothing(self, minutes: list[int]) -> None:
        now = dt.datetime(2027, 1, 1, tzinfo=SHANGHAI)
        backups = self.backups([now - dt.timedelta(minutes=back) for back in minutes])
        kept = kept_backups(backups, now)
        assert max(backup.taken_at for backup in backups) in [backup.taken_at for backup in kept]
        assert kept_backups(kept, now) == kept

    def test_old_files_go_with_their_keys_and_manifests(self, tmp_path: Path) -> None:
        clock = FixedClock(START)
        key, _ = keyring.create(tmp_path, "op-1", "王小明", "窗口的密码2026", CHEAP)
        with Store.create(tmp_path, key, clock, Projector()) as store:
            for _ in range(6):
                store.backups.make()
                clock.advance(dt.timedelta(hours=1))
            names = sorted(path.name for path in (tmp_path / "backups").iterdir())
        stems = [f"yizhantong-20260701-{hour}0000" for hour in (12, 13, 14)]
        ends = (".db", ".keys.json", ".manifest.json")
        assert names == sorted(["blobs", *(stem + end for stem in stems for end in ends)])
