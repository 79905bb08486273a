"""A file dialog begins where the clerk was last, not in the program's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.last_place import begin_in_last_place, documents


class Window(QWidget):
    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings


def opened(inside: QWidget) -> QFileDialog:
    dialog = QFileDialog(inside, "保存")
    begin_in_last_place(dialog)
    return dialog


def test_the_first_dialog_begins_in_the_documents_the_next_where_the_last_one_ended(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    page = QWidget(window)
    first = opened(page)
    assert Path(first.directory().absolutePath()) == documents()
    stick = tmp_path / "U盘"
    stick.mkdir()
    first.filesSelected.emit([str(stick / "台账.xlsx")])
    assert Path(opened(page).directory().absolutePath()) == stick
    stick.rmdir()
    assert Path(opened(page).directory().absolutePath()) == documents()


def test_a_chosen_folder_is_itself_the_place(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    first = opened(window)
    first.setFileMode(QFileDialog.FileMode.Directory)
    first.filesSelected.emit([str(tmp_path)])
    assert Path(opened(window).directory().absolutePath()) == tmp_path
