"""The guards guard: each planted offence fails its test, and an honest test passes beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.virtual_display import VirtualDisplay

ROOT = Path(__file__).resolve().parents[2]

OFFENDERS = """
import logging, os, socket, threading
from pathlib import Path
import pytest
from PySide6.QtCore import QRunnable, QThreadPool, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

kept = []

def test_honest(tmp_path, qtbot):
    (tmp_path / "x").write_text("fine")
    assert str(Path.home()).startswith(str(tmp_path.parents[2]))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(60000)

@pytest.mark.expects_log("the disk is slow")
def test_honest_about_its_log():
    logging.getLogger("app.x").warning("the disk is slow")

def test_bad_thread():
    stop = threading.Event()
    kept.append(stop)
    threading.Thread(target=stop.wait, args=(30,), name="straggler", daemon=True).start()

def test_bad_log():
    logging.getLogger("app.x").error("planted trouble")

@pytest.mark.expects_log("never said")
def test_bad_silent_log():
    pass

def test_bad_write():
    Path(OUTSIDE).write_text("planted")

def test_bad_append_by_descriptor():
    os.open(OUTSIDE, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

def test_bad_rename(tmp_path):
    (tmp_path / "y").touch()
    os.rename(tmp_path / "y", OUTSIDE)

def test_bad_network():
    with socket.socket() as probe:
        probe.connect(("192.0.2.1", 9))

def test_bad_lookup():
    socket.getaddrinfo("example.invalid", 80)

def test_bad_window(qapp):
    window = QWidget(objectName="forgotten")
    kept.append(window)
    window.show()

def test_bad_timer(qapp):
    timer = QTimer(objectName="ticker")
    kept.append(timer)
    timer.start(60000)

def test_bad_dialog(qapp):
    QDialog().exec()

def test_bad_message(qapp):
    QMessageBox.question(None, "?", "?")

def test_bad_file_dialog(qapp):
    QFileDialog.getOpenFileName(None)

def test_bad_pool(qapp):
    stop = threading.Event()
    kept.append(stop)
    class Work(QRunnable):
        def run(self):
            stop.wait(3)
    QThreadPool.globalInstance().start(Work())
"""

EXPECTED = {
    "test_bad_thread": "straggler",
    "test_bad_log": "planted trouble",
    "test_bad_silent_log": "never said",
    "test_bad_write": "only below its temporary directory",
    "test_bad_append_by_descriptor": "only below its temporary directory",
    "test_bad_rename": "os.rename outside",
    "test_bad_network": "may not use the network",
    "test_bad_lookup": "may not look up",
    "test_bad_window": "forgotten",
    "test_bad_timer": "ticker",
    "test_bad_dialog": "QDialog.exec would wait",
    "test_bad_message": "QMessageBox.question would wait",
    "test_bad_file_dialog": "QFileDialog.getOpenFileName would wait",
    "test_bad_pool": "global thread pool",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about the planted offences, run in a process of its own."""
    place = tmp_path_factory.mktemp("offenders")
    inner = place / "inner"
    inner.mkdir()
    outside = ROOT / "tests" / "planted-by-a-guard-test"
    (inner / "test_offenders.py").write_text(f"OUTSIDE = {str(outside)!r}\n{OFFENDERS}", encoding="utf-8")
    # The real conftest, so that a guard somebody unplugs is missed here.
    source = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    (inner / "conftest.py").write_text(source, encoding="utf-8")
    (inner / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n    expects_log(pattern): x\nqt_api = pyside6\n", encoding="utf-8"
    )
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-rA",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "test_offenders.py",
        ],
        cwd=inner,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not outside.exists()
    return result.stdout + result.stderr


def verdict(report: str, name: str) -> set[str]:
    """The words of pytest's summary about one test: PASSED, FAILED, ERROR."""
    lines = (line.split() for line in report.splitlines() if line.startswith(("PASSED", "FAILED", "ERROR")))
    return {words[0] for words in lines if words[1].endswith(f"::{name}")}


@pytest.mark.parametrize(("name", "words"), EXPECTED.items(), ids=EXPECTED)
def test_an_offence_fails_and_is_named(report: str, name: str, words: str) -> None:
    assert verdict(report, name) & {"FAILED", "ERROR"}, report
    assert words in report


@pytest.mark.parametrize("name", ["test_honest", "test_honest_about_its_log"])
def test_an_honest_test_passes(report: str, name: str) -> None:
    assert verdict(report, name) == {"PASSED"}, report


def test_the_virtual_display_answers(virtual_display: VirtualDisplay) -> None:
    asked = subprocess.run(
        ["xdotool", "getdisplaygeometry"],
        env=virtual_display.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.split() == ["1366", "768"]
