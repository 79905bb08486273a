"""The running program: sign-in, window, lock, closing, a second start, a database that will not open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.services import backups
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from app.ui.first_start.entry import place_words
from app.ui.first_start.restoring import RestoreScreen
from app.ui.first_start.trouble import TroubleScreen
from app.ui.first_start.welcome import WelcomeScreen
from app.ui.only_one import OnlyOne
from app.ui.sign_in import ForgottenScreen, SignInScreen
from app.ui.start import Program
from app.ui.window import OfficeWindow
from tests.offices import NOON, PASSWORD, found, walk_in

PATIENCE = 15_000


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """The directory of an office nobody has open."""
    found(tmp_path / "office").close()
    return tmp_path / "office"


@pytest.fixture
def program(qapp: QApplication, data_dir: Path) -> Iterator[Program]:
    """Started, on the sign-in screen."""
    started = Program(qapp, data_dir, FixedClock(NOON))
    assert started.begin()
    yield started
    started.end()


def sign_in(program: Program, qtbot: QtBot, password: str = PASSWORD) -> OfficeWindow:
    """Type the password and wait for the window."""
    assert program.entry is not None
    screen = program.entry.screen_shown
    assert isinstance(screen, SignInScreen)
    screen.form.field("password").set_value(password)
    QTest.keyClick(screen.form.field("password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=PATIENCE)
    assert program.window is not None
    qtbot.waitUntil(lambda: not busy(program), timeout=PATIENCE)
    return program.window


def busy(program: Program) -> bool:
    return program.window is not None and program.window.tasks.busy


def test_before_signing_in_only_the_place_of_the_data_is_told(
    program: Program, data_dir: Path, tmp_path: Path
) -> None:
    assert program.entry is not None
    shown = [label.text() for label in program.entry.findChildren(QLabel)]
    assert place_words(data_dir) in shown
    assert not any("青山镇" in text for text in shown)
    assert place_words(Path.home() / "数据") == f"数据位置：~{os.sep}数据"
    assert len(place_words(tmp_path / ("很长" * 30))) < 60


def test_a_wrong_password_is_told_and_corrected_in_place(program: Program, qtbot: QtBot) -> None:
    assert program.entry is not None
    screen = program.entry.screen_shown
    assert isinstance(screen, SignInScreen)
    screen.form.field("password").set_value("wrong password")
    screen.submit()
    assert screen.working
    qtbot.waitUntil(lambda: not screen.working, timeout=PATIENCE)
    assert "密码不对" in screen.banner.text()
    assert screen.form.field("password").selectedText()
    window = sign_in(program, qtbot)
    assert "青山镇消费维权窗口" in window.windowTitle()
    assert program.entry is None


def test_the_first_window_of_the_day_makes_a_backup_and_checks_the_data(
    program: Program, qtbot: QtBot, data_dir: Path
) -> None:
    window = sign_in(program, qtbot)
    assert len(backups.backups_in(data_dir)) == 1
    assert window.housekeeping.last_check() == NOON
    assert not window.housekeeping.backup_due_at_close()


def test_every_page_of_the_rail_opens_and_search_goes_to_the_cases(program: Program, qtbot: QtBot) -> None:
    window = sign_in(program, qtbot)
    for page in ("desk", "cases", "orders", "settings", "intake"):
        window.show_page(page)
        assert window.page(page) is window.current_page()
    window.searched.emit("陈")
    assert window.current_page() is window.page("cases")
    qtbot.waitUntil(lambda: not busy(program), timeout=PATIENCE)


def test_a_locked_window_shows_nothing_until_the_password_is_given(program: Program, qtbot: QtBot) -> None:
    window = sign_in(program, qtbot)
    window.lock_requested.emit()
    lock = program.lock
    assert lock is not None
    assert not window.isVisible()
    lock.close()
    assert lock.isVisible()
    assert "先输入密码" in lock.screen_shown.banner.text()
    lock.screen_shown.form.field("password").set_value("wrong password")
    lock.screen_shown.submit()
    qtbot.waitUntil(lambda: not lock.screen_shown.working, timeout=PATIENCE)
    assert not window.isVisible()
    lock.screen_shown.form.field("password").set_value(PASSWORD)
    lock.screen_shown.submit()
    qtbot.waitUntil(lambda: program.lock is None, timeout=PATIENCE)
    assert window.isVisible()


def test_somebody_else_signs_in_from_the_locked_window(program: Program, qtbot: QtBot) -> None:
    window = sign_in(program, qtbot)
    window.lock_requested.emit()
    assert program.lock is not None
    program.lock.other.emit()
    qtbot.waitUntil(lambda: program.entry is not None, timeout=PATIENCE)
    assert program.window is None
    assert program.lock is None
    assert program.entry is not None
    assert isinstance(program.entry.screen_shown, SignInScreen)


def test_a_forgotten_password_is_set_anew_from_the_locked_window(program: Program, qtbot: QtBot) -> None:
    window = sign_in(program, qtbot)
    window.lock_requested.emit()
    assert program.lock is not None
    program.lock.screen_shown.forgotten.emit()
    qtbot.waitUntil(lambda: program.entry is not None, timeout=PATIENCE)
    assert program.window is None
    assert program.lock is None
    assert program.entry is not None
    screen = program.entry.screen_shown
    assert isinstance(screen, ForgottenScreen)
    screen.back.emit()
    assert isinstance(program.entry.screen_shown, SignInScreen)


def test_closing_after_a_change_makes_a_backup_and_ends(
    program: Program, qtbot: QtBot, data_dir: Path
) -> None:
    window = sign_in(program, qtbot)
    office = window.context.office
    before = len(backups.backups_in(data_dir))
    window.context.saved(register_complaint(office, walk_in()).changes)
    qtbot.waitUntil(lambda: not busy(program), timeout=PATIENCE)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: program.window is None, timeout=PATIENCE)
    assert len(backups.backups_in(data_dir)) == before + 1
    assert not (data_dir / "yizhantong.db-wal").exists()


def test_a_second_start_asks_the_first_window_to_come_forward(
    program: Program, qtbot: QtBot, data_dir: Path
) -> None:
    second = OnlyOne(data_dir)
    assert program.entry is not None
    program.entry.hide()
    assert not second.claim()
    qtbot.waitUntil(lambda: program.entry is not None and program.entry.isVisible(), timeout=PATIENCE)


@pytest.mark.parametrize("damage", ["cut", "newer"])
def test_a_database_that_does_not_open_gets_a_page_with_advice(
    qapp: QApplication, qtbot: QtBot, data_dir: Path, damage: str
) -> None:
    database = data_dir / "yizhantong.db"
    if damage == "cut":
        database.write_bytes(database.read_bytes()[:-100])
    else:
        make_newer(data_dir)
    before = database.read_bytes()
    program = Program(qapp, data_dir, FixedClock(NOON))
    assert program.begin()
    assert program.entry is not None
    screen = program.entry.screen_shown
    assert isinstance(screen, SignInScreen)
    screen.form.field("password").set_value(PASSWORD)
    screen.submit()
    entry = program.entry
    qtbot.waitUntil(lambda: isinstance(entry.screen_shown, TroubleScreen), timeout=PATIENCE)
    assert entry.screen_shown is not None
    assert ("从备份恢复" if damage == "cut" else "更新版本的程序") in entry.screen_shown.banner.text()
    assert database.read_bytes() == before
    program.end()


def make_newer(data_dir: Path) -> None:
    """As a program of next year would leave the database."""
    office = found_again(data_dir)
    office.store.database.rows("PRAGMA user_version = 9999")
    office.close()


def found_again(data_dir: Path):  # type: ignore[no-untyped-def]
    from app.services.founding import sign_in as open_office

    return open_office(data_dir, None, PASSWORD, FixedClock(NOON))


def test_keys_that_are_lost_are_told_before_anything_is_asked(qapp: QApplication, data_dir: Path) -> None:
    (data_dir / "keys.json").write_text("{", encoding="ascii")
    (data_dir / "keys.json.bak").unlink(missing_ok=True)
    program = Program(qapp, data_dir, FixedClock(NOON))
    assert program.begin()
    assert program.entry is not None
    assert isinstance(program.entry.screen_shown, TroubleScreen)
    program.end()


def test_an_empty_directory_is_welcomed_and_nothing_but_a_log_is_made(
    qapp: QApplication, tmp_path: Path
) -> None:
    program = Program(qapp, tmp_path / "fresh", FixedClock(NOON))
    assert program.begin()
    assert program.entry is not None
    assert isinstance(program.entry.screen_shown, WelcomeScreen)
    program.end()
    assert {path.name for path in (tmp_path / "fresh").iterdir()} <= {"logs", "window.ini"}


def test_a_forgotten_password_is_reset_with_the_recovery_code(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    from app.services.founding import new_recovery_code

    office = found(tmp_path / "office")
    code = new_recovery_code(office)
    office.close()
    program = Program(qapp, tmp_path / "office", FixedClock(NOON))
    assert program.begin()
    assert program.entry is not None
    assert isinstance(program.entry.screen_shown, SignInScreen)
    program.entry.screen_shown.forgotten.emit()
    screen = program.entry.screen_shown
    assert isinstance(screen, ForgottenScreen)
    screen.form.set_values({"code": code.lower(), "name": "王敏", "password": "new-password-1", "again": "x"})
    screen.submit()
    assert screen.form.row("again").problem()
    screen.form.set_values({"again": "new-password-1"})
    screen.submit()
    qtbot.waitUntil(lambda: program.window is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not busy(program), timeout=PATIENCE)
    program.end()
    found_again_with(tmp_path / "office", "new-password-1")


def found_again_with(data_dir: Path, password: str) -> None:
    from app.services.founding import sign_in as open_office

    open_office(data_dir, None, password, FixedClock(NOON)).close()


def test_an_office_comes_back_from_a_stick_with_the_recovery_code(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    from app.services.founding import new_recovery_code

    office = found(tmp_path / "office")
    code = new_recovery_code(office)
    register_complaint(office, walk_in())
    (tmp_path / "stick").mkdir()
    backups.make_backup(office, tmp_path / "stick")
    office.close()
    program = Program(qapp, tmp_path / "new", FixedClock(NOON))
    assert program.begin()
    entry = program.entry
    assert entry is not None
    entry.show_restore()
    screen = entry.screen_shown
    assert isinstance(screen, RestoreScreen)
    screen.show_place(tmp_path / "new")
    assert "没有完整的备份" in screen.banner.text()
    screen.show_place(tmp_path / "stick")
    assert len(screen.table.ids()) == 1
    screen.means.step(1)
    screen.submit()
    assert screen.code_form.row("code").problem()
    screen.code_form.set_values({"code": code})
    screen.submit()
    qtbot.waitUntil(lambda: isinstance(entry.screen_shown, SignInScreen), timeout=PATIENCE)
    assert entry.screen_shown is not None
    assert "附件齐全" in entry.screen_shown.banner.text()
    assert entry.screen_shown.banner.property("tone") == "success"
    sign_in(program, qtbot)
    program.end()
