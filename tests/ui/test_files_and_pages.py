"""Files come in by hand, clipboard or dialog; papers are looked at page by page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.ui.widgets.file_drop import FileDrop
from app.ui.widgets.page_preview import PagePreview, Picture

ANY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def drop(qtbot: QtBot) -> FileDrop:
    made = FileDrop(patterns="工单 (*.xlsx *.csv)")
    qtbot.addWidget(made)
    made.show()
    return made


def files(tmp_path: Path) -> tuple[QMimeData, list[Path]]:
    names = [tmp_path / "工单 一.xlsx", tmp_path / "b.csv"]
    for name in names:
        name.write_bytes(b"x")
    data = QMimeData()
    urls = [QUrl.fromLocalFile(str(name)) for name in names]
    data.setUrls([*urls, QUrl("https://example.org/c.xlsx"), QUrl.fromLocalFile(str(tmp_path))])
    return data, names


def test_dropped_files_are_local_and_real(qtbot: QtBot, drop: FileDrop, tmp_path: Path) -> None:
    data, names = files(tmp_path)
    enter = QDragEnterEvent(QPoint(5, 5), ANY, data, LEFT, NONE)
    drop.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(drop.files_chosen, timeout=500) as told:
        drop.dropEvent(QDropEvent(QPointF(5, 5), ANY, data, LEFT, NONE))
    assert told.args == [names]


def test_text_is_not_taken(drop: FileDrop) -> None:
    data = QMimeData()
    data.setText("C:/a.xlsx")
    enter = QDragEnterEvent(QPoint(5, 5), ANY, data, LEFT, NONE)
    enter.ignore()
    drop.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_a_pasted_picture_arrives_as_png(qtbot: QtBot, drop: FileDrop) -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(drop.image_pasted, timeout=500) as told:
        qtbot.keyClick(drop, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    data = told.args[0]
    assert data.startswith(b"\x89PNG")
    assert QImage.fromData(data).pixelColor(1, 1) == QColor("red")
    QGuiApplication.clipboard().setText("nothing")
    assert not drop.paste()


def test_the_dialog_does_not_stop_the_program(qtbot: QtBot, drop: FileDrop, tmp_path: Path) -> None:
    drop.choose()
    dialog = drop.findChildren(QFileDialog)[0]
    assert dialog.nameFilters()[0] == "工单 (*.xlsx *.csv)"
    with qtbot.waitSignal(drop.files_chosen, timeout=500) as told:
        dialog.filesSelected.emit([str(tmp_path / "a.xlsx")])
    assert told.args == [[tmp_path / "a.xlsx"]]
    dialog.close()


def test_one_file_where_one_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    drop = FileDrop(several=False)
    qtbot.addWidget(drop)
    data, names = files(tmp_path)
    with qtbot.waitSignal(drop.files_chosen, timeout=500) as told:
        drop.dropEvent(QDropEvent(QPointF(5, 5), ANY, data, LEFT, NONE))
    assert told.args == [names[:1]]


# --------------------------------------------------------------------------------------- preview

PAGE = (595.0, 842.0)


class Printer:
    """Pages of one colour each; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, float]] = []

    def __call__(self, page: int, scale: float) -> Picture:
        self.asked.append((page, scale))
        width, height = round(PAGE[0] * scale), round(PAGE[1] * scale)
        return width, height, bytes((10 * page, 200, 30, 255)) * (width * height)


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def preview(qtbot: QtBot, printer: Printer) -> PagePreview:
    made = PagePreview()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.set_pages([PAGE] * 3, printer)
    return made


def shown_red(preview: PagePreview) -> int:
    image = preview._paper.picture.pixmap().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).red()


def test_pages_are_turned_at_their_edges(qtbot: QtBot, preview: PagePreview) -> None:
    turned = []
    preview.page_changed.connect(turned.append)
    paper = preview._paper
    bar = paper.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() - 1)
    qtbot.keyClick(paper, Qt.Key.Key_PageDown)
    assert not turned
    qtbot.keyClick(paper, Qt.Key.Key_PageDown)
    assert turned == [1]
    assert bar.value() == 0
    assert shown_red(preview) == 10
    qtbot.keyClick(paper, Qt.Key.Key_PageUp)
    assert turned == [1, 0]
    preview.turn(-1)
    assert preview.page == 0
    preview.go_to_page(99)
    assert preview.page == 2
    assert not preview._next.isEnabled()


def test_a_page_is_drawn_once(preview: PagePreview, printer: Printer) -> None:
    before = len(printer.asked)
    preview.turn(1)
    preview.turn(-1)
    preview.turn(1)
    assert len(printer.asked) == before + 1


def test_zoom_goes_in_steps_and_back_to_the_width(qtbot: QtBot, preview: PagePreview) -> None:
    fitted = preview._percent.text()
    width = preview._paper.picture.pixmap().width()
    assert width < 700
    qtbot.keyClick(preview._paper, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview._paper.picture.pixmap().width() > width
    for _ in range(20):
        preview.zoom(1)
    assert preview._percent.text() == "300%"
    for _ in range(20):
        preview.zoom(-1)
    assert preview._percent.text() == "50%"
    preview.fit_width()
    assert preview._percent.text() == fitted


def test_nothing_to_show(preview: PagePreview) -> None:
    preview.clear()
    assert preview._paper.picture.pixmap().isNull()
    preview.turn(1)
    assert preview._number.text() == "没有页面"
