"""Work orders in: seen before they are taken, taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from app.domain.kinds.complaint.facts import Complainant, Deal, Respondent
from app.domain.matter.merged import absorbed_by
from app.services import case_list, casework
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.pages.orders.page import OrdersPage, report_name
from tests.offices import walk_in

HEADER = "登记编号,登记时间,业务类型,投诉人,联系电话,被投诉人,问题类别,投诉内容,诉求,备用列"
GOOD = (
    "1360429002026111900000123,2026-11-19 10:21:00,投诉,周海燕,13807920011,好又多,价格问题,标价不一,退款,甲",
    "1360429002026112000000077,2026-11-20 16:02:00,投诉,吴志刚,13907920022,宏达电器,售后服务,上门费,退款,乙",
)
RUINED = "1.36042900202611E+24,2026-11-20 17:40:00,投诉,郑洁,13707920033,悦动健身房,合同问题,停业。,退费,丙"
REPORT = "1360429002026111800000045,2026-11-18 09:00:00,举报,匿名,,某网店,假冒,销售假冒化妆品。,,丁"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[OrdersPage]:
    """The page on screen, asking for files."""
    made = OrdersPage(context)
    made.resize(1180, 700)
    made.show()
    yield made
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


def table(tmp_path: Path, *rows: str, name: str = "工单.csv") -> Path:
    """An export with these rows."""
    path = tmp_path / name
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    return path


def read(qtbot: QtBot, page: OrdersPage, *paths: Path) -> None:
    """Read files and wait for the preview or the message."""
    page.opened(list(paths))
    qtbot.waitUntil(lambda: not page._context.tasks.busy)


def verdicts(page: OrdersPage) -> list[str]:
    """The verdict of every row shown."""
    model = page.preview.table.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def test_every_row_is_judged_before_anything_is_written(
    qtbot: QtBot, page: OrdersPage, office: OpenOffice, tmp_path: Path
) -> None:
    read(qtbot, page, table(tmp_path, *GOOD, RUINED, REPORT, GOOD[0]))
    assert verdicts(page) == ["新增", "新增", "有问题", "有问题", "已有"]
    assert page.preview.confirm.text() == "导入 2 件"
    reason = page.preview.table.model().index(2, 4).data()
    assert "科学记数" in reason
    assert "登记编号" in page.preview._understood.text()
    assert page.preview._ignored.text().endswith("备用列")
    assert len(case_list.ids(office, CaseFilter())) == 0
    page.preview.verdicts._pick("damaged")
    assert verdicts(page) == ["有问题", "有问题"]


def test_the_new_ones_are_imported_and_known_the_next_time(
    qtbot: QtBot, page: OrdersPage, office: OpenOffice, context: Context, tmp_path: Path
) -> None:
    path = table(tmp_path, *GOOD, RUINED)
    read(qtbot, page, path)
    with qtbot.waitSignal(context.toast_wanted) as told:
        page.preview.confirm.click()
    assert told.args == ["已导入 2 件"]
    assert page.result._count.text() == "已导入 2 件"
    assert page.result._rest.text() == "1 件有问题没有导入，原因在结果表里。"
    assert len(case_list.ids(office, CaseFilter())) == 2
    wanted = QSignalSpy(context.cases_wanted)
    page.result._cases.click()
    assert wanted.at(0) == [CaseFilter(sort="changed")]
    qtbot.waitUntil(lambda: not context.tasks.busy)
    read(qtbot, page, path)
    assert verdicts(page) == ["已有", "已有", "有问题"]
    assert not page.preview.confirm.isEnabled()


def test_stopping_an_import_leaves_nothing(
    qtbot: QtBot, page: OrdersPage, office: OpenOffice, tmp_path: Path
) -> None:
    read(qtbot, page, table(tmp_path, *GOOD))
    page.start_import()
    page.progress.cancelled.emit()
    qtbot.waitUntil(lambda: not page._context.tasks.busy)
    count = len(case_list.ids(office, CaseFilter()))
    assert count in (0, 2)
    assert ("没有导入任何一件" in page.banner.text()) == (count == 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "空文件"), (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "工单.xlsx"), ("甲,乙\n1,2".encode(), "工单.xlsx")],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    qtbot: QtBot, page: OrdersPage, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "工单.xlsx"
    path.write_bytes(content)
    read(qtbot, page, path)
    assert said in page.banner.text()
    assert page._layers.currentWidget() is page._choose


def test_two_files_are_one_preview_and_get_a_report_each(
    qtbot: QtBot, page: OrdersPage, tmp_path: Path
) -> None:
    read(qtbot, page, table(tmp_path, GOOD[0]), table(tmp_path, GOOD[0], RUINED, name="第二批.csv"))
    assert verdicts(page) == ["新增", "已有", "有问题"]
    assert not page.preview.table.isColumnHidden(1)
    outs = [tmp_path / report_name(plan) for plan in page.plans]
    page.save_reports(outs)
    qtbot.waitUntil(lambda: "2 个文件" in page.banner.text())
    sheet = openpyxl.load_workbook(outs[1]).active
    assert sheet is not None
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any("科学记数" in word for word in words)


def test_what_becomes_of_a_likely_duplicate_is_chosen_by_the_keyboard(
    qtbot: QtBot, page: OrdersPage, office: OpenOffice, tmp_path: Path
) -> None:
    lead = register_complaint(
        office,
        walk_in(
            complainant=Complainant(name="周海燕", phone="13807920011", address="青山镇"),
            respondent=Respondent(name="好又多超市", address="青山镇"),
            deal=Deal(demands=("refund",), facts="货架标价与收银价不一致，要求退还差价。"),
        ),
    ).case_id
    again = (
        "青12345-0077,2026-11-21 10:21:00,投诉,周海燕,13807920011,好又多超市,价格问题,"
        "货架标价与收银价不一致，要求退还差价。,退款,甲"
    )
    read(qtbot, page, table(tmp_path, again.replace("，", "；"), *GOOD))
    preview = page.preview
    assert "疑似重复" in verdicts(page)
    assert preview.table.hasFocus()
    assert not preview.choice.isHidden()
    assert preview.confirm.text() == "导入 3 件"
    QTest.keyClick(preview.table, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert preview.confirm.text() == "导入 2 件"
    QTest.keyClick(preview.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert preview.confirm.text() == "导入 3 件"
    page.start_import()
    qtbot.waitUntil(lambda: not page._context.tasks.busy)
    assert len(absorbed_by(casework.load(office, lead).case)) == 1
