"""The window: pages on demand, one search box, keys, what it keeps, and what happens when we are wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.crash import DefectDesk
from app.ui.rail import NARROW, WIDTH
from app.ui.screenshots import grab
from app.ui.shell import MainWindow, takes_whole_screen
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.page import Page
from app.ui.widgets.text_fields import NameField
from tests.ui.keys import compose


class ListPage(Page):
    interests = Changes.CASES

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.bus)
        self.reads = 0
        self.targets: list[object] = []
        self.may_close = True
        self.field = NameField()
        self.content.addWidget(self.field)

    def refresh(self) -> None:
        self.reads += 1

    def opened(self, target: object) -> None:
        self.targets.append(target)

    def can_close(self) -> bool:
        if not self.may_close:
            self.show_problem("正在写入 U 盘，请等写完再退出。")
        return self.may_close


class Office:
    """A window with three pages, one of them reached from others only."""

    def __init__(self, settings: QSettings, report: Path | None = None) -> None:
        self.errors: list[BaseException] = []
        self.report = report
        self.desk = DefectDesk(self.record)
        self.window = MainWindow(self.desk, settings)
        self.acts: list[str] = []
        self.waiting = 5
        self.window.register_page("desk", "工作台", "home", self.page, lambda: self.waiting)
        self.window.register_page("cases", "案件", "folder", self.page)
        self.window.register_page("case", "一件案件", "folder", self.page, under="cases")
        self.window.register_act("register", lambda: self.acts.append("register"), primary=True, icon="plus")
        self.window.register_act("print", lambda: self.acts.append("print"), button=False)

    def page(self) -> ListPage:
        return ListPage(self.window)

    def record(self, error: BaseException) -> Path | None:
        self.errors.append(error)
        return self.report

    def shown(self, page: str) -> ListPage:
        found = self.window.show_page(page)
        assert isinstance(found, ListPage)
        return found


@pytest.fixture(scope="module")
def kept(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("window")
    made = Office(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat), folder / "crash-1.txt")
    made.window.resize(1366, 768)
    made.window.show()
    yield made
    for name in ("desk", "cases", "case"):
        page = made.window.page(name)
        if isinstance(page, ListPage):
            page.may_close = True
    assert made.window.close()
    made.window.deleteLater()


@pytest.fixture
def office(qtbot: QtBot, kept: Office) -> Office:
    kept.errors.clear()
    kept.acts.clear()
    kept.window.show()
    kept.window.resize(1366, 768)
    kept.window.activateWindow()
    kept.window.show_page("desk").setFocus()
    return kept


def test_pages_are_built_when_first_shown(qtbot: QtBot, tmp_path: Path) -> None:
    office = Office(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(office.window)
    assert office.window.page("cases") is None
    first = office.shown("cases")
    assert office.shown("cases") is first
    assert office.window.page("desk") is None


def test_a_page_reads_when_shown_and_when_its_data_changed(office: Office) -> None:
    desk = office.shown("desk")
    cases = office.shown("cases")
    reads = desk.reads, cases.reads
    office.window.bus.announce(Changes.OFFICE)
    assert (desk.reads, cases.reads) == reads
    office.window.bus.announce(Changes.CASES | Changes.DRAFTS)
    assert (desk.reads, cases.reads) == (reads[0], reads[1] + 1)
    office.window.bus.announce(Changes.CASES)
    office.shown("desk")
    assert desk.reads == reads[0] + 1
    office.shown("cases")
    office.shown("desk")
    assert desk.reads == reads[0] + 1


def test_nothing_changed_tells_nobody(qtbot: QtBot, office: Office) -> None:
    with qtbot.assertNotEmitted(office.window.bus.changed):
        office.window.bus.announce(Changes.NONE)


def test_a_page_is_told_what_it_is_opened_for(office: Office) -> None:
    page = office.window.show_page("case", "case-7")
    assert isinstance(page, ListPage)
    assert page.targets[-1] == "case-7"


def test_badges_follow_changes_and_are_said(office: Office) -> None:
    entry = office.window.rail._entries["desk"]
    office.waiting = 7
    office.window.bus.announce(Changes.OFFICE)
    assert entry.accessibleName() == "工作台，7 件待处理"
    office.waiting = 0
    office.window.update_badges()
    assert entry.accessibleName() == "工作台"


def test_keys_go_to_pages_and_back(qtbot: QtBot, office: Office) -> None:
    window = office.window
    desk = window.page("desk")
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(desk, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page() is window.page("cases")
    assert window.rail._entries["cases"].isChecked()
    window.topbar.search.setFocus()
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert not window.topbar.search.hasFocus()
    qtbot.keyClick(window.page("cases"), Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page() is window.page("cases")
    qtbot.keyClick(window.page("cases"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.current_page() is desk


def test_back_goes_back_as_often_as_one_went_on(office: Office) -> None:
    window = office.window
    window._before.clear()
    for page in ("cases", "case", "desk"):
        window.show_page(page)
    shown = []
    for _ in range(4):
        window.go_back()
        shown.append(window._current)
    assert shown == ["case", "cases", "desk", "desk"]


def test_f2_and_the_button_do_the_same(qtbot: QtBot, office: Office) -> None:
    qtbot.waitUntil(office.window.isActiveWindow)
    qtbot.keyClick(office.window.page("desk"), Qt.Key.Key_F2)
    assert office.acts == ["register"]


def test_a_page_without_an_entry_marks_the_one_it_belongs_to(office: Office) -> None:
    entries = office.window.rail._entries
    office.window.show_page("desk")
    office.window.show_page("case", "case-7")
    assert [name for name, entry in entries.items() if entry.isChecked()] == ["cases"]
    office.window.go_back()
    assert [name for name, entry in entries.items() if entry.isChecked()] == ["desk"]


def test_a_rail_entry_is_pressed_with_enter(qtbot: QtBot, office: Office) -> None:
    qtbot.keyClick(office.window.rail._entries["cases"], Qt.Key.Key_Return)
    assert office.window.current_page() is office.window.page("cases")


def test_search_waits_for_a_pause_and_for_the_input_method(qtbot: QtBot, office: Office) -> None:
    box = office.window.topbar.search
    found = []
    office.window.searched.connect(found.append)
    qtbot.waitUntil(office.window.isActiveWindow)
    qtbot.keyClick(office.window.page("desk"), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()
    with qtbot.waitSignal(office.window.searched, timeout=2000):
        qtbot.keyClicks(box, "cy")
    assert found == ["cy"]
    compose(box, "chen")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert found == ["cy"]
    compose(box, "")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert found == ["cy", "cy"]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert found == ["cy", "cy", ""]
    box.start_with("z")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert found[-1] == "z"
    box.clear()


def test_the_rail_gets_narrow_on_a_small_screen_and_wide_again(office: Office) -> None:
    rail = office.window.rail
    assert rail.width() == WIDTH
    office.window.resize(800, 500)
    assert rail.width() == NARROW
    assert rail._entries["desk"].toolTip() == "工作台"
    office.window.resize(1280, 720)
    assert rail.width() == WIDTH
    office.window.toggle_rail()
    assert rail.width() == NARROW
    office.window.resize(800, 500)
    office.window.resize(1366, 768)
    assert rail.width() == NARROW
    office.window.toggle_rail()
    assert rail.width() == WIDTH


def test_a_page_larger_than_the_window_scrolls(office: Office) -> None:
    page = office.shown("cases")
    page.setMinimumSize(2000, 2000)
    assert office.window.width() == 1366
    assert office.window.minimumSizeHint().width() <= 1280
    page.setMinimumSize(0, 0)


def test_a_page_that_objects_keeps_the_window_open(office: Office) -> None:
    cases = office.shown("cases")
    office.shown("desk")
    cases.may_close = False
    assert not office.window.close()
    assert office.window.current_page() is cases
    assert "U 盘" in cases.banner.text()
    cases.may_close = True
    cases.banner.clear()


def test_size_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    path = str(tmp_path / "w.ini")
    first = Office(QSettings(path, QSettings.Format.IniFormat)).window
    qtbot.addWidget(first)
    first.resize(700, 555)
    first.show()
    first.toggle_rail()
    first.toggle_rail()
    first.toggle_rail()
    first.close()
    second = Office(QSettings(path, QSettings.Format.IniFormat)).window
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (700, 555)
    assert second.rail.narrow


def test_a_problem_goes_to_the_page_on_screen(office: Office) -> None:
    cases = office.shown("cases")
    office.desk.take(UserError("没有这件案件。"))
    assert cases.banner.text() == "没有这件案件。"
    office.desk.take(EnvironmentProblem("磁盘已满。"))
    assert cases.banner.text() == "磁盘已满。"
    assert not office.errors
    cases.banner.clear()


@pytest.mark.expects_log("unexpected error")
def test_a_defect_is_recorded_and_shown_without_a_traceback(qtbot: QtBot, office: Office) -> None:
    error = ZeroDivisionError("division by zero")
    office.desk.take(error)
    assert office.errors == [error]
    assert office.window.current_page() is None
    page = office.window._crash_page
    texts = "".join(one.text() for one in page.findChildren(QLabel))
    assert "crash-1.txt" in texts
    assert "division" not in texts
    assert "Traceback" not in texts
    qtbot.keyClick(page.go_on, Qt.Key.Key_Return)
    assert office.window.current_page() is office.window.page("desk")


@pytest.mark.expects_log("unexpected error")
@pytest.mark.expects_log("no crash report")
def test_a_defect_on_a_full_disk_is_shown_too(qtbot: QtBot, qapp: QApplication) -> None:
    def full(error: BaseException) -> Path:
        raise EnvironmentProblem("磁盘已满。")

    desk = DefectDesk(full)
    with qtbot.waitSignal(desk.reported, timeout=500) as told:
        desk.take(ValueError("x"))
    assert told.args == [None]


@pytest.mark.expects_log("unexpected error")
def test_an_error_while_showing_an_error_ends(qtbot: QtBot, office: Office) -> None:
    desk = DefectDesk(office.record)

    def fail(_path: object) -> None:
        desk.take(ValueError("the page is broken too"))

    desk.reported.connect(fail)
    first = ZeroDivisionError("first")
    desk.take(first)
    assert office.errors == [first]
    desk.take(first)
    assert office.errors == [first, first]


@pytest.mark.expects_log("unexpected error")
def test_an_open_dialog_says_it_itself_and_keeps_its_words(qtbot: QtBot, office: Office) -> None:
    desk = office.shown("desk")
    dialog = FormDialog("作出受理决定", "决定受理", parent=office.window)
    dialog.form.add("why", "说明", NameField())
    dialog.start({})
    dialog.form.field("why").set_value("理由")
    office.desk.take(ZeroDivisionError("division by zero"))
    assert "没有料到" in dialog.banner.text()
    assert "crash-1.txt" in dialog.banner.text()
    assert office.window.current_page() is desk
    office.desk.take(UserError("案件已经办结。"))
    assert dialog.banner.text() == "案件已经办结。"
    assert dialog.form.field("why").value() == "理由"
    dialog.finish()


def test_the_keyboard_follows_to_the_page_but_never_leaves_the_search_box(
    qtbot: QtBot, office: Office
) -> None:
    qtbot.waitUntil(office.window.isActiveWindow)
    cases = office.shown("cases")
    assert cases.field.hasFocus()
    office.window.topbar.search.setFocus()
    office.shown("desk")
    assert office.window.topbar.search.hasFocus()


@pytest.mark.expects_log("unexpected error")
def test_the_hook_takes_what_slots_let_through(office: Office) -> None:
    before = sys.excepthook
    office.desk.install()
    try:
        sys.excepthook(KeyError, KeyError("x"), None)
    finally:
        office.desk.uninstall()
    assert sys.excepthook is before
    assert [type(error) for error in office.errors] == [KeyError]


def test_ctrl_l_and_idleness_ask_for_the_lock(qtbot: QtBot, office: Office) -> None:
    qtbot.waitUntil(office.window.isActiveWindow)
    with qtbot.waitSignal(office.window.lock_requested, timeout=500):
        qtbot.keyClick(office.window.page("desk"), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    watch = office.window.idle
    watch.set_minutes(1)
    watch._timer.setInterval(40)
    with qtbot.waitSignal(office.window.lock_requested, timeout=2000):
        watch.note_activity()
    watch.set_minutes(0)
    watch.note_activity()
    assert not watch._timer.isActive()


def test_a_key_in_any_of_our_windows_is_activity(qtbot: QtBot, office: Office) -> None:
    qtbot.waitUntil(office.window.isActiveWindow)
    watch = office.window.idle
    watch.set_minutes(10)
    watch._timer.stop()
    handle = office.window.windowHandle()
    watch._watch(handle)
    qtbot.keyClick(handle, Qt.Key.Key_A)
    assert watch._timer.isActive()
    watch.set_minutes(0)


def test_status_is_said_with_a_mark_not_only_a_colour(office: Office) -> None:
    line = office.window.statusline
    line.set_fact("encryption", "数据库已加密")
    line.set_fact("backup", "已 3 天没有备份", "warning", "请插上备份盘")
    line.set_today("2026年11月21日 星期六 · 非工作日")
    texts = [one.text() for one in line.findChildren(QLabel)]
    assert "● 数据库已加密" in texts
    assert "▲ 已 3 天没有备份" in texts
    assert "2026年11月21日 星期六 · 非工作日" in texts


def test_everything_is_named_for_a_screen_reader(office: Office) -> None:
    office.window.rail.set_operator("王敏 · 受理员")
    unnamed = [
        widget
        for widget in office.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not isinstance(widget.parentWidget(), Page)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not unnamed


def test_a_picture_has_the_size_of_the_screen(office: Office, tmp_path: Path) -> None:
    path = grab(office.window, tmp_path / "out" / "desk.png", (1280, 720))
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1280, 720)
    big = grab(office.window, tmp_path / "big.png", (1366, 768), 1.5)
    assert QImage(str(big)).width() == 1366
    assert office.window.width() == round(1366 / 1.5)


def test_a_picture_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    QVBoxLayout(widget).addWidget(QLabel("x"))
    with pytest.raises(EnvironmentProblem):
        grab(widget, tmp_path, (40, 40))


@pytest.mark.parametrize(
    ("width", "height", "whole"),
    [(1366, 768, True), (1280, 720, True), (1440, 900, True), (1920, 1080, False), (2560, 1440, False)],
)
def test_the_first_window_takes_a_small_screen_whole(width: int, height: int, whole: bool) -> None:
    assert takes_whole_screen(QSize(width, height)) is whole


def test_the_first_window_leaves_room_for_its_frame_and_later_ones_are_as_they_were(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "first.ini"), QSettings.Format.IniFormat)
    first = Office(settings).window
    qtbot.addWidget(first)
    room = first.screen().availableSize()
    assert first.width() < room.width()
    assert first.height() < room.height()
    first.show_first()
    assert first.isMaximized()
    first.showNormal()
    first.close()
    again = Office(settings).window
    qtbot.addWidget(again)
    again.show_first()
    assert not again.isMaximized()


def test_another_page_chosen_in_the_rail_ends_the_search(qtbot: QtBot, tmp_path: Path) -> None:
    made = Office(QSettings(str(tmp_path / "search.ini"), QSettings.Format.IniFormat))
    window = made.window
    qtbot.addWidget(window)
    ended: list[bool] = []
    window.search_left.connect(lambda: ended.append(True))
    made.shown("case")
    window.topbar.search.setText("陈")
    window.rail.chosen.emit("cases")
    assert window.topbar.search.text() == "陈"
    window.rail.chosen.emit("desk")
    assert window.topbar.search.text() == ""
    assert ended == [True]
