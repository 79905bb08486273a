"""What an import did, with the way on: look at the cases, keep the report for whoever sent the orders."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.work_orders import ImportResult
from app.ui import theme
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label

_WIDTH = 560


class Result(QWidget):
    """`cases_wanted()`, `report_wanted()`, `again_wanted()`."""

    cases_wanted = Signal()
    report_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = label("", "figure")
        self._rest = label("", wrap=True)
        self._next = label(
            "导入的案件可能还缺电话、地址等内容，打开案件后先“补齐登记”，再作出受理决定。",
            "secondary",
            wrap=True,
        )
        self._cases = button("查看案件", self.cases_wanted.emit, kind="primary")
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.body.setContentsMargins(28, 26, 28, 26)
        card.body.setSpacing(theme.STEP * 3)
        done = QHBoxLayout()
        done.addWidget(Chip("✓ 已保存", "success"))
        done.addStretch(1)
        card.body.addLayout(done)
        for part in (self._count, self._rest, self._next):
            card.body.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self._cases)
        buttons.addWidget(button("保存结果表…", self.report_wanted.emit, icon="save"))
        buttons.addWidget(button("再导入", self.again_wanted.emit, icon="import"))
        buttons.addStretch(1)
        card.body.addSpacing(theme.STEP)
        card.body.addLayout(buttons)
        across = QHBoxLayout(self)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        across.addStretch(1)
        across.addLayout(column, 3)
        across.addStretch(1)

    def show_result(self, result: ImportResult) -> None:
        """Show the counts; the keyboard stands on the next step."""
        self._count.setText(f"已导入 {result.new:,} 件")
        rest = []
        if result.known:
            rest.append(f"{result.known:,} 件以前已经登记，没有重复导入")
        if result.damaged:
            rest.append(f"{result.damaged:,} 件有问题没有导入，原因在结果表里")
        self._rest.setText("；".join(rest) + "。" if rest else "所有工单都已登记。")

    def take_focus(self) -> None:
        """Put the keyboard on the next step."""
        self._cases.setFocus(Qt.FocusReason.OtherFocusReason)
