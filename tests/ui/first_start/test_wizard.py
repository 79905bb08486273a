"""The wizard and what it leaves on the disk: a whole office, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import access
from app.services.founding import sign_in
from app.store.recovery_code import GROUPS
from app.system.clock import FixedClock
from app.ui.first_start.welcome import WelcomeScreen
from app.ui.first_start.wizard import FoundingWizard
from app.ui.start import Program
from tests.offices import NOON

PATIENCE = 15_000
PASSWORD = "一句好记的话 2026"
OFFICE = {
    "name": "青山镇消费维权窗口",
    "code": "3604 2910 2000",
    "identity": "entrusted",
    "bureau": "江安县市场监督管理局",
    "phone": "0792-4221315",
}


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Started in an empty directory."""
    started = Program(qapp, tmp_path / "fresh", FixedClock(NOON))
    assert started.begin()
    yield started
    started.end()


def wizard_of(program: Program) -> FoundingWizard:
    assert program.entry is not None
    screen = program.entry.screen_shown
    assert isinstance(screen, WelcomeScreen)
    screen.founding.emit()
    wizard = program.entry.screen_shown
    assert isinstance(wizard, FoundingWizard)
    return wizard


def fill(wizard: FoundingWizard, qtbot: QtBot) -> list[str]:
    """Up to the recovery code; its groups."""
    wizard.office.set_values(OFFICE)
    wizard.forward()
    wizard.operator.set_values({"operator": "王敏", "password": PASSWORD, "again": PASSWORD})
    wizard.forward()
    qtbot.waitUntil(lambda: not wizard.working, timeout=PATIENCE)
    shown = [group.text().split()[-1] for group in wizard.recovery.code.groups]
    assert len(shown) == GROUPS
    return shown


def left_behind(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()} - {"logs", "window.ini"}


def test_enter_and_tab_come_by_the_way_of_working(program: Program, qtbot: QtBot) -> None:
    form = wizard_of(program).office
    code, identity = form.field("code"), form.field("identity")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        code.setFocus()
        qtbot.keyClick(code, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert identity.isAncestorOf(focus)


def test_from_welcome_to_the_window(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = wizard_of(program)
    groups = fill(wizard, qtbot)
    assert left_behind(tmp_path / "fresh") == {"founding"}
    wizard.forward()
    assert wizard.recovery.rows[0].problem(), "nothing was typed back"
    for row, place in zip(wizard.recovery.rows, wizard.recovery.asked, strict=True):
        row.field.set_value(groups[place].lower())
    wizard.forward()
    wizard.forward()
    qtbot.waitUntil(lambda: program.window is not None, timeout=PATIENCE)
    window = program.window
    assert window is not None
    office = window.context.office.office
    assert (office.name, office.code, office.document_word) == (OFFICE["name"], "360429102000", "消投")
    assert "founding" not in left_behind(tmp_path / "fresh")
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=PATIENCE)
    window.close()
    qtbot.waitUntil(lambda: program.window is None, timeout=PATIENCE)
    sign_in(tmp_path / "fresh", None, PASSWORD, FixedClock(NOON)).close()


@pytest.mark.parametrize("leaving", ["cancel", "close"])
def test_leaving_after_the_code_was_shown_leaves_nothing(
    program: Program, qtbot: QtBot, tmp_path: Path, leaving: str
) -> None:
    wizard = wizard_of(program)
    fill(wizard, qtbot)
    entry = program.entry
    assert entry is not None
    if leaving == "cancel":
        wizard.leave()
        assert "什么也不会留下" in wizard.banner.text()
        wizard.left.emit()
        assert isinstance(entry.screen_shown, WelcomeScreen)
    else:
        entry.close()
    assert left_behind(tmp_path / "fresh") == set()
    assert not access.is_founded(tmp_path / "fresh")


def test_going_back_drops_the_code_and_the_next_one_is_new(program: Program, qtbot: QtBot) -> None:
    wizard = wizard_of(program)
    first = fill(wizard, qtbot)
    wizard.back()
    wizard.forward()
    qtbot.waitUntil(lambda: not wizard.working, timeout=PATIENCE)
    second = [group.text().split()[-1] for group in wizard.recovery.code.groups]
    assert first != second


def test_what_is_missing_is_said_at_its_field(program: Program) -> None:
    wizard = wizard_of(program)
    wizard.office.set_values({**OFFICE, "code": "36042910", "identity": ""})
    wizard.forward()
    assert "12 位" in wizard.office.row("code").problem()
    assert wizard.office.row("identity").problem()
    wizard.office.set_values(OFFICE)
    wizard.forward()
    wizard.operator.set_values({"operator": "王敏", "password": "short", "again": "short"})
    wizard.forward()
    assert "密码太短" in wizard.operator.row("password").problem()
    wizard.operator.set_values({"password": PASSWORD, "again": f"{PASSWORD}!"})
    wizard.forward()
    assert "不一样" in wizard.operator.row("again").problem()


def test_the_sheet_is_saved_as_a_pdf_and_a_full_disk_is_told(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = wizard_of(program)
    fill(wizard, qtbot)
    wizard.recovery.code.save_to(str(tmp_path / "sheet.pdf"))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert "打印后请删除" in wizard.banner.text()
    wizard.recovery.code.save_to(str(tmp_path / "no such folder" / "sheet.pdf"))
    assert "保存恢复密钥单没有成功" in wizard.banner.text()


@pytest.mark.slow
def test_the_demonstration_is_marked_and_thrown_away(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    assert program.entry is not None
    screen = program.entry.screen_shown
    assert isinstance(screen, WelcomeScreen)
    screen.demonstration.emit()
    qtbot.waitUntil(lambda: program.window is not None, timeout=55_000)
    window = program.window
    assert window is not None
    assert "演示" in window.windowTitle()
    folder = window.data_dir
    assert folder.is_dir()
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=PATIENCE)
    window.close()
    qtbot.waitUntil(lambda: program.entry is not None, timeout=PATIENCE)
    assert not folder.parent.exists()
    assert left_behind(tmp_path / "fresh") == set()
