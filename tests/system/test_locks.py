"""One office, one process; the lock dies with its holder."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from app.system.clock import SHANGHAI, FixedClock
from app.system.errors import EnvironmentProblem
from app.system.locks import OfficeLock, read_holder

CLOCK = FixedClock(datetime(2026, 7, 1, 9, 0, tzinfo=SHANGHAI))
HOLD = (
    "import sys; from pathlib import Path; from app.system.clock import SystemClock\n"
    "from app.system.locks import OfficeLock\n"
    "lock = OfficeLock(Path(sys.argv[1]), SystemClock()); lock.acquire()\n"
    "print('held', flush=True); sys.stdin.read()\n"
)


def test_a_second_opening_is_refused_and_names_the_first(tmp_path: Path) -> None:
    with OfficeLock(tmp_path / "office", CLOCK):
        with pytest.raises(EnvironmentProblem, match="正在另一个窗口中使用") as caught:
            OfficeLock(tmp_path / "office", CLOCK).acquire()
        assert "自 2026-07-01 09:00 起" in caught.value.message
    with OfficeLock(tmp_path / "office", CLOCK):
        pass


def test_another_process_is_refused_until_the_holder_dies(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(EnvironmentProblem, match="请先关闭那个窗口"):
            OfficeLock(tmp_path, CLOCK).acquire()
        holder.kill()
        holder.wait()
        with OfficeLock(tmp_path, CLOCK):
            told = read_holder(tmp_path / "office.holder.json")
    assert told is not None
    assert told.since == "2026-07-01 09:00"


def test_releasing_twice_is_harmless_and_leaves_no_holder(tmp_path: Path) -> None:
    lock = OfficeLock(tmp_path, CLOCK)
    lock.acquire()
    lock.release()
    lock.release()
    assert not (tmp_path / "office.holder.json").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"[" * 5000, b'{"host": 1}', b"\xff\xfe", json.dumps({"host": "a"}).encode()],
)
def test_a_damaged_note_about_the_holder_is_no_obstacle(tmp_path: Path, content: bytes) -> None:
    note = tmp_path / "office.holder.json"
    with OfficeLock(tmp_path, CLOCK):
        note.write_bytes(content)
        assert read_holder(note) is None
        with pytest.raises(EnvironmentProblem, match="使用，请先关闭"):
            OfficeLock(tmp_path, CLOCK).acquire()


def test_a_hostile_note_cannot_spoil_the_message(tmp_path: Path) -> None:
    note = tmp_path / "office.holder.json"
    text = {"host": "a\n\x1b[31m" + "b" * 500, "user": "u\0", "pid": 1, "since": "s\u202e"}
    note.write_text(json.dumps(text), encoding="utf-8")
    holder = read_holder(note)
    assert holder is not None
    assert holder.sentence().isprintable()
    assert len(holder.host) == 40
