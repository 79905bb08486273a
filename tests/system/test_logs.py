"""The log tells what happened and never to whom."""

from __future__ import annotations

import faulthandler
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.clock import SHANGHAI, FixedClock
from app.system.errors import EnvironmentProblem
from app.system.logs import LogBook, earlier_fault, masked, record_crash

CLOCK = FixedClock(datetime(2026, 7, 1, 9, 0, tzinfo=SHANGHAI))
log = logging.getLogger("app.tests")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[LogBook]:
    """An open log; pytest's own fault handler gets its place back afterwards."""
    was_on = faulthandler.is_enabled()
    level = logging.getLogger().level
    opened = LogBook.open(tmp_path / "logs")
    yield opened
    opened.close()
    logging.getLogger().setLevel(level)
    if was_on:
        faulthandler.enable(sys.__stderr__)


def lines(book: LogBook) -> list[dict[str, str]]:
    """The records on disk."""
    text = (book.directory / "yizhantong.log").read_text(encoding="ascii")
    return [json.loads(line) for line in text.splitlines()]


def test_a_record_is_one_json_line(book: LogBook) -> None:
    log.info("import finished, %d new, %s", 12, "case 3f2a\nsecond line")
    (line,) = lines(book)
    assert line["message"] == "import finished, 12 new, case 3f2a\nsecond line"
    assert (line["level"], line["logger"]) == ("INFO", "app.tests")
    assert line["time"].endswith("+08:00")


@pytest.mark.expects_log("saving failed")
def test_nobody_is_named(book: LogBook) -> None:
    secrets = ["赵强", "13812345678", "138 1234 5678", "36012219900307123X", "0791-88886666", "青山镇", "𠮷"]
    for secret in secrets:
        log.info("read %s of the form", secret)
    try:
        raise ValueError("no such person: 赵强 13812345678")
    except ValueError:
        log.exception("saving failed")
    written = (book.directory / "yizhantong.log").read_text(encoding="ascii")
    for secret in secrets:
        assert secret not in written
        assert json.dumps(secret).strip('"') not in written
    assert "ValueError" in written
    assert "test_nobody_is_named" in written


@given(
    name=st.text(alphabet=st.characters(min_codepoint=0x80), min_size=1), number=st.from_regex(r"1[3-9]\d{9}")
)
def test_masking_leaves_no_letter_of_a_name_and_no_number(name: str, number: str) -> None:
    left = masked(f"{name}, {number.strip()}")
    assert left.isascii()
    assert number.strip() not in left


@pytest.mark.parametrize(
    "text", ["2026-07-01", "at 2026-07-01 09:30:00", "case 3f2a", "took 1234 ms", "error 404", "v0.1.0"]
)
def test_what_a_repair_needs_stays(text: str) -> None:
    assert masked(text) == text


def test_a_crash_report_tells_where_and_not_who(tmp_path: Path) -> None:
    try:
        raise RuntimeError("王伟 13900001111")
    except RuntimeError as error:
        first = record_crash(error, tmp_path, CLOCK)
        second = record_crash(error, tmp_path, CLOCK)
    text = first.read_text(encoding="ascii")
    assert first.name == "crash-20260701-090000.txt"
    assert second.name == "crash-20260701-090000-2.txt"
    assert "RuntimeError" in text
    assert "test_logs.py" in text
    assert "13900001111" not in text


def test_only_the_newest_reports_stay(tmp_path: Path) -> None:
    clock = FixedClock(CLOCK.now())
    paths = []
    for _ in range(23):
        paths.append(record_crash(KeyError("x"), tmp_path, clock))
        clock.advance(timedelta(seconds=1))
    assert len(list(tmp_path.glob("crash-*.txt"))) == 20
    assert paths[-1].exists()


def test_a_hard_crash_is_found_at_the_next_start(tmp_path: Path) -> None:
    code = (
        "import ctypes, sys; from pathlib import Path; from app.system.logs import LogBook\n"
        "LogBook.open(Path(sys.argv[1])); ctypes.string_at(0)\n"
    )
    crashed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False)
    assert crashed.returncode < 0
    assert earlier_fault(tmp_path) is None
    start = code.replace("; ctypes.string_at(0)", "")
    subprocess.run([sys.executable, "-c", start, str(tmp_path)], check=True)
    kept = earlier_fault(tmp_path)
    assert kept is not None
    assert "Segmentation fault" in kept.read_text(encoding="ascii")
    subprocess.run([sys.executable, "-c", start, str(tmp_path)], check=True)
    assert earlier_fault(tmp_path) is None


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"")
    with pytest.raises(EnvironmentProblem, match="打开日志没有成功"):
        LogBook.open(tmp_path / "logs")
