"""What an import did, with the way on: look at the cases, keep the report for whoever sent the orders."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.work_orders import ImportResult
from app.ui.widgets.done_view import DoneView
from app.ui.widgets.labels import button, label

_WIDTH = 560


class Result(DoneView):
    """`cases_wanted()`, `report_wanted()`, `again_wanted()`."""

    cases_wanted = Signal()
    report_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = label("", "figure")
        self._rest = label("", wrap=True)
        self._next = label(
            "导入的案件可能还缺电话、地址等内容，打开案件后先“补齐登记”，再作出受理决定。",
            "secondary",
            wrap=True,
        )
        self._cases = button("查看案件", kind="primary")
        report = button("保存结果表…", icon="save")
        again = button("再导入", icon="import")
        lines = (self._count, self._rest, self._next)
        super().__init__(lines, (self._cases, report, again), _WIDTH, parent)
        self._cases.clicked.connect(self.cases_wanted)
        report.clicked.connect(self.report_wanted)
        again.clicked.connect(self.again_wanted)

    def show_result(self, result: ImportResult) -> None:
        """Show the counts; the keyboard stands on the next step."""
        self._count.setText(f"已导入 {result.new:,} 件")
        rest = []
        if result.merged:
            rest.append(f"其中 {result.merged:,} 件已并入原有案件")
        if result.skipped:
            rest.append(f"{result.skipped:,} 件疑似重复，按您的选择跳过")
        if result.known:
            rest.append(f"{result.known:,} 件以前已经登记，没有重复导入")
        if result.damaged:
            rest.append(f"{result.damaged:,} 件有问题没有导入，原因在结果表里")
        self._rest.setText("；".join(rest) + "。" if rest else "所有工单都已登记。")
