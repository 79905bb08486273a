"""Banners, toasts, empty and progress states: said in words, answered by one button."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.tasks import Progress, Tasks
from app.ui.theme_colours import CHIP_ROLES
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card, KpiCard, KpiRow
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import ElidedLabel, label
from app.ui.widgets.states import EmptyState, ProgressPanel
from app.ui.widgets.step_bar import Step, StepBar
from app.ui.widgets.toast import Toast


def test_a_banner_says_and_does_one_thing(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    done = []
    banner.show_error("U 盘已被拔出。", "再试一次", lambda: done.append(1))
    assert banner.text() == "U 盘已被拔出。"
    assert banner.accessibleName() == "错误：U 盘已被拔出。"
    qtbot.mouseClick(banner._action, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert banner.isHidden()


def test_an_action_may_say_the_next_thing(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_error("没有保存。", "再试一次", lambda: banner.show_success("已保存。"))
    banner._action.click()
    assert banner.text() == "已保存。"
    assert not banner._action.isVisibleTo(banner)


def test_what_comes_from_outside_is_never_markup(qtbot: QtBot) -> None:
    text = '<img src="file:///etc/passwd"><b>甲</b>'
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_error(text)
    shown = [one for one in banner.findChildren(QLabel) if one.text() == text]
    assert [one.textFormat() for one in shown] == [Qt.TextFormat.PlainText]
    assert label(text).textFormat() == Qt.TextFormat.PlainText
    assert Chip(text).textFormat() == Qt.TextFormat.PlainText


def test_a_toast_goes_away_by_itself_and_stays_inside(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    toast = Toast(window)
    toast._timer.setInterval(30)
    toast.say("已保存")
    assert toast.text() == "已保存"
    window.resize(800, 500)
    assert window.rect().contains(toast.geometry())
    qtbot.waitUntil(lambda: toast.text() == "", timeout=2000)


@pytest.mark.parametrize("role", CHIP_ROLES)
def test_a_chip_has_words_in_every_role(qtbot: QtBot, role: str) -> None:
    chip = Chip("剩 3 工作日", role)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    wide = chip.grab().toImage()
    assert chip.toolTip() == ""
    chip.resize(50, chip.height())
    chip.grab()
    assert chip.toolTip() == "剩 3 工作日"
    colours = {wide.pixelColor(x, 10).name() for x in range(wide.width())}
    assert len(colours) > 2


def test_figures_are_told_and_pressed(qtbot: QtBot) -> None:
    card = KpiCard("已超期", "2", "最长超 4 个工作日", "danger")
    qtbot.addWidget(card)
    assert card.accessibleName() == "已超期：2。最长超 4 个工作日"
    card.show()
    with qtbot.waitSignal(card.clicked, timeout=500):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.clicked, timeout=500):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_figures_are_never_cut_they_take_another_line(qtbot: QtBot, qapp: QApplication) -> None:
    row = KpiRow([KpiCard(f"事项{number}", "41.27 万", "一句比较长的说明") for number in range(5)])
    qtbot.addWidget(row)
    row.resize(1200, 100)
    row.show()
    assert len({card.y() for card in row.cards}) == 1
    row.resize(500, 400)
    qapp.sendPostedEvents()
    assert [card.y() for card in row.cards].count(row.cards[0].y()) == 3
    widths = [card.width() for card in row.cards]
    assert max(widths) - min(widths) <= 1
    assert all(card._figure.width() >= card._figure.sizeHint().width() for card in row.cards)
    row.cards[0].grab()
    row.resize(1200, 100)
    qapp.sendPostedEvents()
    assert len({card.y() for card in row.cards}) == 1


def test_what_does_not_fit_ends_in_an_ellipsis_and_is_the_tip(qtbot: QtBot) -> None:
    text = ElidedLabel("按法定期限排序 · 全部 14 项")
    qtbot.addWidget(text)
    text.resize(60, 20)
    text.grab()
    assert text.toolTip() == text.text()
    text.resize(400, 20)
    text.grab()
    assert text.toolTip() == ""


def test_a_card_without_title_has_no_head(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    assert card._head.isHidden()
    card.set_title("待办", "全部")
    assert not card._head.isHidden()
    assert card.accessibleName() == "待办"


def test_an_empty_state_offers_what_to_do(qtbot: QtBot) -> None:
    done = []
    state = EmptyState("还没有案件", "从这里开始登记。", "登记", lambda: done.append(1), icon="folder")
    qtbot.addWidget(state)
    state.findChildren(QPushButton)[0].click()
    assert done == [1]
    state.set_text("没有符合条件的案件", "换一个条件再找。")
    assert "没有符合条件的案件" in {one.text() for one in state.findChildren(QLabel)}


def test_progress_has_a_number_and_can_be_stopped(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    tasks = Tasks(lambda error: None)
    panel = ProgressPanel(owner)
    owner.show()
    reported, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        progress.report(1234, 5000, "正在读取工单")
        reported.set()
        assert go_on.wait(2)
        progress.check()

    job = tasks.run_heavy(owner, work, lambda result: None)
    panel.follow(job)
    assert reported.wait(2)
    qtbot.waitUntil(lambda: panel._count.text() == "1,234 / 5,000", timeout=2000)
    assert panel._text.text() == "正在读取工单"
    with qtbot.waitSignal(job.ended, timeout=2000):
        panel._stop.click()
        assert not panel._stop.isEnabled()
        go_on.set()
    assert panel.isHidden()
    assert tasks.close(2000)


def test_stages_are_told_in_words_and_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    bar = StepBar([Step("受理", "11-09 王敏", "done"), Step("调查", state="current"), Step("调解")])
    qtbot.addWidget(bar)
    bar.resize(600, 36)
    bar.show()
    assert bar.accessibleDescription() == "受理 已完成 11-09 王敏；调查 正在进行 —；调解 未到 —"
    chosen = []
    bar.chosen.connect(chosen.append)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_Space)
    assert chosen == [1, 2, 2]
    assert not bar.grab().isNull()
