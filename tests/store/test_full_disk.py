"""A full disk: a sentence, nothing half written, and everything works again when there is room."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.store import Store
from app.system.clock import FixedClock
from app.system.errors import EnvironmentProblem
from tests.store.office import START, Projector, add_case, new_store, registered, reopened

CHILD = Path(__file__).with_name("saving_child.py")


def test_a_save_that_no_longer_fits_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        pages = store.database.value("PRAGMA page_count")
        store.database.rows(f"PRAGMA max_page_count = {pages + 30}")
        saved: list[str] = []

        def save_on_and_on() -> None:
            for serial in range(1, 500):
                saved.append(add_case(store, registered(serial, facts="长" * 2000)))

        with pytest.raises(EnvironmentProblem, match="磁盘已满"):
            save_on_and_on()
        assert saved
        assert store.log.count() == len(saved)
        assert store.verify() == []
        store.database.rows("PRAGMA max_page_count = 1000000")
        saved.append(add_case(store, registered(900)))
        assert store.log.head().seq == len(saved)
        assert store.verify() == []


def test_a_group_that_lost_its_ground_cannot_go_on(tmp_path: Path) -> None:
    """SQLite drops the whole transaction when the disk is full; who catches that must not save the rest."""
    with new_store(tmp_path) as store:
        kept = add_case(store, registered(1))
        pages = store.database.value("PRAGMA page_count")
        store.database.rows(f"PRAGMA max_page_count = {pages + 20}")

        def catch_and_go_on() -> None:
            with store.transaction():
                add_case(store, registered(2))
                with pytest.raises(EnvironmentProblem, match="磁盘已满"):
                    add_case(store, registered(3, facts="长" * 200_000))
                store.database.rows("PRAGMA max_page_count = 1000000")
                with pytest.raises(EnvironmentProblem, match="磁盘已满"):
                    add_case(store, registered(4))

        with pytest.raises(EnvironmentProblem, match="磁盘已满"):
            catch_and_go_on()
        assert [stored.stream for stored in store.log.iterate_all()] == [kept]
        add_case(store, registered(5))
        assert store.log.count() == 2
        assert store.verify() == []


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit on file sizes")
def test_when_the_system_refuses_to_write_more(tmp_path: Path) -> None:
    """A limit of the system on file size meets the program in the middle of its -wal."""
    store = new_store(tmp_path)
    key = store.database.key
    store.close()
    words = [sys.executable, str(CHILD), str(tmp_path), key.hex(), "--file-limit", "600000"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=50)
    assert done.returncode == 3, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert any(text in lines[-1]["problem"] for text in ("磁盘已满", "读写出错"))
    acknowledged = [line["number"] for line in lines if "number" in line]
    assert acknowledged
    with Store.open(tmp_path, key, FixedClock(START), Projector()) as again:
        assert again.log.count() == len(lines) - 1
        assert all(again.cases.by_number(number) for number in acknowledged)
        assert again.verify() == []
        add_case(again, registered(90_000))


def test_an_office_that_does_not_fit_is_not_half_made(tmp_path: Path) -> None:
    words = [sys.executable, str(CHILD), str(tmp_path), "00" * 32, "--file-limit", "20000", "--create"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=50)
    assert done.returncode == 3, done.stderr
    assert not [path.name for path in tmp_path.iterdir() if path.suffix == ".db" or ".db" in path.name]
    reopened(new_store(tmp_path)).close()
