"""Long lists read little, keep their place, and are worked from the keyboard."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.widgets.block_model import BLOCK, BlockModel, Order
from app.ui.widgets.cells import CELL, NOT_GIVEN, Column, Faint, Words, named
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.small_table import SmallModel, SmallTable

COLUMNS = (
    Column("due", "期限", 100, "chip"),
    Column("number", "编号", 150),
    Column("amount", "金额", 90, "number"),
    Column("next", "下一步", 150, "link", stretch=True),
)


class Cases:
    """A list of numbered cases that counts what is read."""

    def __init__(self, count: int) -> None:
        self.numbers: Sequence[int] = array("q", range(1, count + 1))
        self.gone: set[int] = set()
        self.orders: list[Order] = []
        self.blocks: list[tuple[int, int]] = []

    def ids(self, order: Order) -> Sequence[int]:
        self.orders.append(order)
        return self.numbers[::-1] if order.descending else self.numbers

    def block(self, ids: Sequence[int]) -> list[tuple[object, ...] | None]:
        self.blocks.append((ids[0], len(ids)))
        return [
            None if one in self.gone else (("今天", "warning"), f"消投{one}号", f"{one}.00", f"办理{one}")
            for one in ids
        ]


def check_model(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_models_keep_the_rules_of_qt(qapp: QApplication) -> None:
    cases = Cases(250)
    model = BlockModel(COLUMNS, cases.ids, cases.block)
    testers = [check_model(model)]
    model.reload()
    cases.numbers = array("q", range(5, 90))
    model.reload()
    model.refresh_rows()
    small = SmallModel(COLUMNS)
    testers.append(check_model(small))
    small.set_rows([("a", (None, "1", "2", "3"))])
    small.set_rows([])
    assert all(tester.model() for tester in testers)


def test_only_blocks_that_are_looked_at_are_read(qapp: QApplication) -> None:
    cases = Cases(200_000)
    model = BlockModel(COLUMNS, cases.ids, cases.block)
    model.reload()
    assert model.rowCount() == 200_000
    assert not cases.blocks
    assert model.index(150_050, 1).data() == "消投150051号"
    assert cases.blocks == [(150_001, BLOCK)]
    assert model.index(150_099, 2).data() == "150100.00"
    assert len(cases.blocks) == 1
    for role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.BackgroundRole):
        assert model.index(3, 0).data(role) is None
    assert model.flags(model.index(7, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert len(cases.blocks) == 1


def test_few_blocks_are_kept(qapp: QApplication) -> None:
    cases = Cases(20_000)
    model = BlockModel(COLUMNS, cases.ids, cases.block)
    model.reload()
    for row in range(0, 20_000, BLOCK):
        model.index(row, 1).data()
    assert len(model._blocks) < 50
    assert model.index(0, 1).data() == "消投1号"


def test_a_row_that_is_gone_is_empty_and_no_error(qapp: QApplication) -> None:
    cases = Cases(10)
    cases.gone = {3}
    model = BlockModel(COLUMNS, cases.ids, cases.block)
    model.reload()
    assert model.index(2, 1).data() is None
    assert model.index(3, 1).data() == "消投4号"


def test_cells_say_their_words(qapp: QApplication) -> None:
    cases = Cases(1)
    model = BlockModel(COLUMNS, cases.ids, cases.block)
    model.reload()
    chip = model.index(0, 0)
    assert chip.data() == "今天"
    assert chip.data(CELL) == ("今天", "warning")
    assert chip.data(Qt.ItemDataRole.AccessibleTextRole) == "期限：今天"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "编号"


@pytest.fixture
def cases() -> Cases:
    return Cases(1000)


@pytest.fixture
def table(qtbot: QtBot, cases: Cases) -> Iterator[DataTable]:
    made = DataTable("案件", COLUMNS, cases.ids, cases.block)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.reload()
    yield made
    made.view._save_later.stop()


def top_id(table: DataTable) -> object:
    return table.model.id_at(table.view.rowAt(0))


def test_the_list_keeps_its_place_when_it_changes(table: DataTable, cases: Cases) -> None:
    assert table.go_to(500)
    table.view.verticalScrollBar().setValue(table.view.verticalScrollBar().value() + 13)
    above, offset = table._anchor()
    assert top_id(table) == above
    cases.numbers = array("q", [-3, -2, -1, *range(1, 1001)])
    table.reload()
    assert table.current_id() == 500
    assert table.selected_ids() == [500]
    assert table._anchor() == (above, offset)


def test_a_row_that_went_away_is_no_longer_current(qtbot: QtBot, table: DataTable, cases: Cases) -> None:
    table.go_to(500)
    cases.numbers = array("q", range(600, 700))
    with qtbot.waitSignal(table.current_changed, timeout=500) as told:
        table.reload()
    assert told.args == [None]
    assert table.selected_ids() == []


def test_several_selected_rows_stay_selected(qtbot: QtBot, table: DataTable, cases: Cases) -> None:
    table.go_to(3)
    qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_ids() == [3, 4]
    cases.numbers = array("q", [4, 9, 3])
    table.reload()
    assert sorted(table.selected_ids()) == [3, 4]
    assert table.current_id() == 4


def test_everything_selected_is_counted_not_listed(table: DataTable) -> None:
    table.view.selectAll()
    assert table.view.selection_count() == 1000
    assert len(table.selected_ids()) == 500


def test_a_click_on_a_title_sorts_in_the_provider(qtbot: QtBot, table: DataTable, cases: Cases) -> None:
    table.go_to(10)
    head = table.view.horizontalHeader()
    head.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert cases.orders[-1] == Order("number", True)
    assert table.model.id_at(0) == 1000
    assert table.current_id() == 10
    table.sort_by(Order())
    assert cases.orders[-1] == Order()
    assert head.sortIndicatorSection() == -1
    assert table.model.id_at(0) == 1


def test_keys(qtbot: QtBot, table: DataTable) -> None:
    opened, typed = [], []
    table.opened.connect(opened.append)
    table.typed.connect(typed.append)
    view = table.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert table.current_id() == 1
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [2]
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert table.current_id() == 1000
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "今天\t消投1000号\t1000.00\t办理1000"
    qtbot.keyClicks(view, "ch")
    assert typed == ["c", "h"]


def test_a_click_on_a_link_says_which(qtbot: QtBot, table: DataTable) -> None:
    clicked = []
    table.link_clicked.connect(lambda *facts: clicked.append(facts))
    place = table.view.visualRect(table.model.index(4, 3)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked == [(5, "next")]
    place = table.view.visualRect(table.model.index(4, 1)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(clicked) == 1


def test_nothing_to_show_is_said(table: DataTable, cases: Cases) -> None:
    counts = []
    table.count_changed.connect(counts.append)
    cases.numbers = array("q")
    table.reload()
    assert table.empty.isVisible()
    assert not table.view.isVisible()
    assert counts == [0]


def test_widths_and_order_are_kept(qtbot: QtBot, cases: Cases, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = DataTable("案件", COLUMNS, cases.ids, cases.block, settings)
    qtbot.addWidget(first)
    first.view.horizontalHeader().resizeSection(1, 233)
    first.view.horizontalHeader().moveSection(0, 2)
    first.view.save_columns()
    first.view._save_later.stop()
    again = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    second = DataTable("案件", COLUMNS, cases.ids, cases.block, again)
    qtbot.addWidget(second)
    second.view._save_later.stop()
    assert second.view.horizontalHeader().sectionSize(1) == 233
    assert second.view.horizontalHeader().visualIndex(0) == 2


def test_broken_settings_are_passed_over(qtbot: QtBot, cases: Cases, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("tables/案件/4", b"rubbish")
    table = DataTable("案件", COLUMNS, cases.ids, cases.block, settings)
    qtbot.addWidget(table)
    assert table.view.columnWidth(1) == 150


def test_a_short_list_keeps_its_row_and_grows(qtbot: QtBot) -> None:
    table = SmallTable("当事人", COLUMNS, grow=True)
    qtbot.addWidget(table)
    low = table.height()
    table.set_rows([(name, (None, name, "1.00", "看")) for name in "abc"])
    table.go_to("b")
    assert table.height() > low
    opened, picked = [], []
    table.opened.connect(opened.append)
    table.picked.connect(lambda *facts: picked.append(facts))
    table.set_rows([(name, (None, name, "1.00", "看")) for name in "xby"])
    assert table.current_id() == "b"
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["b"]
    table.set_rows([])
    assert table.current_id() is None
    assert not table.indexAt(table.rect().center()).isValid()
    assert table.model().index(0, 0, QModelIndex()).isValid() is False


def test_a_name_that_is_not_known_is_said_so_in_faint_letters(qapp: QApplication) -> None:
    model = SmallModel((Column("parties", "投诉人 → 经营者"),))
    model.set_rows([("a", (Words((named(""), " → ", named("惠民超市"))),))])
    index = model.index(0, 0)
    assert index.data() == index.data(Qt.ItemDataRole.ToolTipRole) == f"{NOT_GIVEN} → 惠民超市"
    assert [isinstance(piece, Faint) for piece in index.data(CELL).pieces] == [True, False, False]
