"""Papers on the case page: looked at as drafts, made with a number, printed again, opened again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.kinds.complaint.facts import Complainant
from app.services.papers import PaperOrder
from app.services.registration import register_complaint
from app.ui.context import Context
from tests.offices import TODAY, walk_in
from tests.ui.office_fixture import accept
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    """A clerk with an accepted case."""
    made = Clerk(qtbot, context)
    case_id = made.open()
    accept(made.office, case_id, TODAY)
    made.open(case_id)
    yield made
    made.leave()


def choose_where(clerk: Clerk, out: Path) -> None:
    """Answer the file dialog."""
    dialog = clerk.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(out))
    dialog.done(0)
    clerk.rest()


def test_every_paper_stands_there_with_what_keeps_it_back(clerk: Clerk) -> None:
    model = clerk.page.papers.table.model()
    rows = {
        model.index(row, 0).data(): (model.index(row, 1).data(), model.index(row, 2).data())
        for row in range(model.rowCount())
    }
    assert rows["投诉受理决定书"] == ("可以制作", "")
    assert rows["投诉调解书"] == ("还不能制作", "还没有达成调解协议。")
    clerk.page.show_papers()
    assert clerk.page.tabs.currentWidget() is clerk.page.papers


def test_a_preview_shows_pages_and_uses_no_number(clerk: Clerk) -> None:
    clerk.page.opened((clerk.case.id, "acceptance_decision"))
    clerk.qtbot.waitUntil(lambda: clerk.page.desk.window is not None)
    window = clerk.page.desk.window
    assert window is not None
    assert "草稿" in window.windowTitle()
    assert window.preview._number.text() == "第 1 / 1 页"
    assert window.preview._paper.picture.pixmap().width() > 300
    window.preview.zoom(1)
    assert window.preview._percent.text() != ""
    clerk.page.mark_stale()
    clerk.rest()
    assert clerk.case.papers == []


def test_a_paper_is_made_saved_numbered_and_opened_again(
    clerk: Clerk, context: Context, tmp_path: Path
) -> None:
    said = QSignalSpy(context.toast_wanted)
    order = PaperOrder(case_id=clerk.case.id, paper="acceptance_decision", to="complainant")
    clerk.page._save_paper(order)
    choose_where(clerk, tmp_path / "受理决定书.pdf")
    assert (tmp_path / "受理决定书.pdf").read_bytes().startswith(b"%PDF")
    told = clerk.page.banner.text()
    assert told == f"江市监青受〔2026〕第1号 已制作，保存为“受理决定书.pdf”，在 {tmp_path}。"
    assert said.count() == 0
    assert [paper.printing for paper in clerk.case.papers] == [1]
    tab = clerk.page.papers
    tab.table.go_to(1)
    assert tab.print_button.text() == "再次制作并打印（第 2 次）"
    assert tab.table.model().index(1, 1).data() == "已制作"
    assert tab.issued.model().index(0, 1).data() == "江市监青受〔2026〕第1号"
    tab.issued.opened.emit(0)
    clerk.qtbot.waitUntil(lambda: clerk.page.desk.window is not None)
    assert clerk.page.desk.window is not None
    assert "江市监青受〔2026〕第1号" in clerk.page.desk.window.windowTitle()


def test_without_a_printer_it_is_saved_and_that_is_said(
    clerk: Clerk, context: Context, tmp_path: Path
) -> None:
    said = QSignalSpy(context.toast_wanted)
    order = PaperOrder(case_id=clerk.case.id, paper="complaint_registration")
    clerk.page._print_paper(order)
    assert "没有找到打印机" in said.at(0)[0]
    choose_where(clerk, tmp_path / "登记表.pdf")
    assert (tmp_path / "登记表.pdf").stat().st_size > 1000
    assert len(clerk.case.papers) == 1


def test_a_place_that_cannot_be_written_uses_no_number(clerk: Clerk, tmp_path: Path) -> None:
    order = PaperOrder(case_id=clerk.case.id, paper="acceptance_decision", to="complainant")
    clerk.page._save_paper(order)
    choose_where(clerk, tmp_path / "没有这个文件夹" / "a.pdf")
    assert clerk.page.banner.text() != ""
    assert clerk.case.papers == []


def test_a_character_no_font_has_is_named_on_the_page(clerk: Clerk) -> None:
    nobody = Complainant(name="陈\U000e0041", phone="13907925561", address="青山镇")
    clerk.open(register_complaint(clerk.office, walk_in(complainant=nobody)).case_id)
    clerk.page.show_paper("complaint_registration")
    clerk.rest()
    assert "U+E0041" in clerk.page.banner.text()
    assert clerk.page.desk.window is None
