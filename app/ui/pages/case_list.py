"""The page 案件: every case, filtered, searched while typing, sorted by its head, written out as a ledger."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit

from app.domain.money import format_yuan
from app.services import case_list, ledger
from app.services.case_list import CaseFilter, CaseLine
from app.services.changes import Changes
from app.services.exchange import case_status
from app.services.exchange.case_status import CaseStatus
from app.services.ledger import LedgerRequest
from app.ui import theme
from app.ui.context import Context
from app.ui.kinds.registry import MARKS, mark_of
from app.ui.matter.list_words import holder_words, number_words, person_words, sync_chip
from app.ui.pages.case_list_filters import FilterBar, with_order
from app.ui.tasks import Progress
from app.ui.widgets.block_model import Order
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column, Words, named
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.due_chip import due_chip
from app.ui.widgets.labels import button, label
from app.ui.widgets.last_place import begin_in_last_place, show_folder
from app.ui.widgets.page import Page
from app.ui.widgets.states import EmptyState, ProgressPanel

_SIDES = ("提出人", "对方、事项")
"""Heads of the parties where several kinds stand together."""
_COLUMNS = (
    Column("number", "编号", 164, "strong"),
    Column("kind", "种类", 62, "chip", sortable=False),
    Column("phase", "状态", 104, "chip"),
    Column("due_on", "期限", 132, "chip"),
    Column("received_on", "收到日期", 94),
    Column("complainant", _SIDES[0], 128),
    Column("respondent", _SIDES[1], 140, stretch=True),
    Column("category", "类别", 104),
    Column("amount", "争议金额（元）", 132, "number"),
    Column("channel", "来源", 124, "secondary"),
    Column("sync", "上报", 92, "chip", sortable=False),
    Column("next", "下一步", 104, "link", sortable=False),
)
_GIVE_WAY = {"category": 1000, "amount": 1000, "channel": 1280, "received_on": 900}
"""Columns, and the width of the page below which they give way."""
_WIDER_WITH_SYNC = 200
"""An office that reports to another shows one column more."""
NO_CASES = ("还没有案件", "来访、来电的事项按 F2 登记；12315、12345 转来的工单用“导入工单”。")
NOTHING_FOUND = ("没有符合条件的案件", "换几个字、放宽筛选条件，或清除筛选后再找。")


class CaseListPage(Page):
    """`opened(target)` takes a `CaseFilter`, or the text of the search box.

    `search_dropped()`: the user put the search text away here; the search box should be emptied too.
    """

    interests = Changes.CASES | Changes.EXCHANGE

    search_dropped = Signal()

    def __init__(self, context: Context, settings: QSettings | None = None) -> None:
        """`settings` is where widths and order of the columns are kept."""
        super().__init__(context.bus)
        self._context = context
        self._office = context.office
        self.filters = FilterBar(context.office)
        self.empty = EmptyState(*NO_CASES, "登记第一件  F2", self._on_empty_action, icon="document")
        self.table = DataTable("案件", _COLUMNS, self._read_ids, self._read_block, settings, self.empty)
        self.count = label("", "note")
        self.export_button = button("导出台账", self.export, icon="export")
        self.export_button.setToolTip("把现在列出的案件写成 Excel 台账")
        self.progress = ProgressPanel(self)
        self.progress.hide()
        self._build()
        self._connect()
        self._name_sides()

    # ------------------------------------------------------------------ showing

    def opened(self, target: object) -> None:
        """Show the cases of a filter, or those found by a text."""
        if isinstance(target, CaseFilter):
            self.filters.show_filter(target)
            self._name_sides()
            order = Order(target.sort, target.descending)
            self.table.sort_by(Order() if order == Order("received_on", descending=True) else order)
        else:
            self.filters.show_search(str(target))
            self._reload_from_top()

    def drop_search(self) -> None:
        """The search has ended elsewhere; the other filters stay."""
        if self.filters.chosen().text:
            self.filters.show_search("")
            self._reload_from_top()

    def refresh(self) -> None:
        """Read the list again; selection and scroll position stay."""
        self._fit_columns()
        self.table.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard stands in the list, unless a text is being typed to search it."""
        super().showEvent(event)
        if not isinstance(QApplication.focusWidget(), QLineEdit):
            self.focus_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen what can be seen in the case gives way to what is to be done next."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        reports = case_status.reports(self._office)
        for place, column in enumerate(_COLUMNS):
            if column.key in _GIVE_WAY:
                least = _GIVE_WAY[column.key] + (_WIDER_WITH_SYNC if reports else 0)
                self.table.view.setColumnHidden(place, self.width() < least)
            elif column.key == "sync":
                self.table.view.setColumnHidden(place, not reports)

    def take_focus(self) -> None:
        """The list with a row to open, also when it was shown from a field of another page."""
        self.focus_list()

    def focus_list(self) -> None:
        """Put the keyboard into the list (the arrow down in the search box)."""
        if self.table.current_id() is None and self.table.count():
            self.table.view.go_to_row(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_filter(self) -> CaseFilter:
        """What is listed, in the order it is listed."""
        order = self.table.model.order
        return with_order(self.filters.chosen(), order.key, descending=order.descending)

    def _name_sides(self) -> None:
        """The heads say 投诉人 or 举报人 where all cases of the list are of one kind."""
        kind = self.filters.chosen().kinds
        one = kind[0] if kind else MARKS[0].kind if len(MARKS) == 1 else ""
        sides = mark_of(one).parties if one else _SIDES
        self.table.model.set_titles({"complainant": sides[0], "respondent": sides[1] or "事项"})
        place = next(n for n, column in enumerate(_COLUMNS) if column.key == "kind")
        self.table.view.setColumnHidden(place, bool(one))

    def _reload_from_top(self) -> None:
        self._name_sides()
        self.table.reload()
        self.table.view.scrollToTop()

    def _read_ids(self, order: Order) -> array[int]:
        chosen = with_order(self.filters.chosen(), order.key, descending=order.descending)
        return case_list.ids(self._office, chosen)

    def _read_block(self, rows: Sequence[Any]) -> list[tuple[object, ...] | None]:
        lines = case_list.block(self._office, rows)
        status = case_status.statuses_of(self._office, [line.case_id for line in lines if line is not None])
        return [None if line is None else _cells(line, status[line.case_id]) for line in lines]

    def _on_count(self, count: int) -> None:
        self.count.setText(f"共 {count:,} 件")
        narrowed = self.filters.is_narrowed()
        self.empty.set_text(*(NOTHING_FOUND if narrowed else NO_CASES))
        self.empty.action.setText("清除筛选" if narrowed else "登记第一件  F2")
        self.export_button.setEnabled(count > 0)

    def _on_empty_action(self) -> None:
        if self.filters.is_narrowed():
            self.filters.clear()
        else:
            self._context.intake_wanted.emit("")

    def _open(self, row: Any) -> None:
        case_id = case_list.case_id_of(self._office, row)
        if case_id:
            self._context.case_wanted.emit(case_id)

    # ------------------------------------------------------------------ the ledger

    def export(self) -> None:
        """Ask for a place without stopping the program, then write the listed cases."""
        dialog = QFileDialog(self, "导出台账")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        begin_in_last_place(dialog)
        dialog.selectFile(f"消费投诉台账-{self._office.clock.today():%Y%m%d}.xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, out: Path) -> None:
        """Write the listed cases to `out`; can be cancelled, then no file is left."""
        request = LedgerRequest(filter=self.current_filter())
        total = self.table.count()

        def work(progress: Progress) -> int:
            def report(done: int) -> None:
                progress.report(done, total, "正在导出台账")

            return ledger.export_ledger(self._office, out, request, report)

        self.banner.clear()
        self.export_button.setEnabled(False)
        job = self._context.tasks.run_heavy(self, work, lambda count: self._on_exported(out, count))
        job.ended.connect(lambda: self.export_button.setEnabled(self.table.count() > 0))
        self.progress.follow(job)

    def _on_exported(self, out: Path, count: int) -> None:
        self.banner.show_success(
            f"台账已导出：{count:,} 件，保存为“{out.name}”。", "打开所在文件夹", lambda: show_folder(out)
        )

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.STEP * 3, theme.STEP * 2, theme.CARD_MARGIN, theme.STEP * 2)
        bar.setSpacing(theme.STEP * 3)
        bar.addWidget(self.filters, 1)
        bar.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        bar.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignTop)
        self.count.setFixedHeight(theme.CONTROL_HEIGHT + 2)
        card = Card(flush=True)
        card.body.setSpacing(0)
        card.body.addLayout(bar)
        card.body.addWidget(self.table, 1)
        self.content.addWidget(self.progress)
        self.content.addWidget(card, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filters.changed.connect(self._reload_from_top)
        self.filters.search_dropped.connect(self.search_dropped)
        self.table.count_changed.connect(self._on_count)
        self.table.opened.connect(self._open)
        self.table.link_clicked.connect(lambda row, _key: self._open(row))
        self.table.typed.connect(self._context.search_wanted)


def _cells(line: CaseLine, status: CaseStatus) -> tuple[object, ...]:
    mark = mark_of(line.kind)
    return (
        number_words(line.number, line.alert),
        (mark.label, "neutral"),
        mark.phase_chip(line.phase),
        due_chip(line.days_left, line.unit, provisional=line.provisional),
        line.received_on.isoformat(),
        person_words(line.complainant, line.members),
        Words((named(line.respondent),)) if mark.parties[1] else line.subject,
        line.category,
        "" if line.amount is None else format_yuan(line.amount),
        line.channel,
        sync_chip(status) if status.state else None,
        holder_words(line.holder) or line.next_action,
    )
