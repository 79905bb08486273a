"""往来记录 of the chosen office: what went out and came in, and whether the other side has confirmed it."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.exchange.sync_report import PackageLine, SyncReport
from app.ui.backup_rows import file_size
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.labels import button
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState

_COLUMNS = (
    Column("at", "时间", 130),
    Column("way", "方向", 88),
    Column("number", "文件", 88),
    Column("content", "内容", 260, stretch=True),
    Column("size", "大小", 84, "secondary"),
    Column("state", "状态", 124, "chip"),
)
_OUT = "out"


class HistoryCard(Card):
    """The latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("往来记录", flush=True, parent=parent)
        self.check_button = button("同步体检", kind="link", icon="document")
        self.check_button.setToolTip("一页纸：送了什么、收了什么、缺什么")
        self.add_action(self.check_button)
        self.table = SmallTable("往来记录", _COLUMNS)
        self._empty = EmptyState("还没有往来", "第一次导出或导入以后，会列在这里。", icon="swap")
        self._layers = QStackedWidget()
        self._layers.addWidget(self.table)
        self._layers.addWidget(self._empty)
        self.body.addWidget(self._layers)

    def show_report(self, report: SyncReport | None) -> None:
        """Show the packages of one office."""
        self.check_button.setVisible(report is not None)
        lines = report.packages if report is not None else ()
        self.set_title("往来记录", report.peer if report is not None else "")
        confirmed = report.confirmed if report is not None else 0
        self.table.set_rows([(at, _cells(line, confirmed)) for at, line in enumerate(lines)])
        self._layers.setCurrentWidget(self.table if lines else self._empty)


def _cells(line: PackageLine, confirmed: int) -> tuple[object, ...]:
    out = line.direction == _OUT
    content = [f"{line.events:,} 条" if out else f"新增 {line.fresh:,} 条，共 {line.events:,} 条"]
    if not line.events:
        content = ["只有回执"]
    if line.attachments:
        content.append(f"附件 {line.attachments:,}")
    if line.note:
        content.append(line.note)
    state = ("已导入", "success")
    if out:
        waits = line.events and line.last > confirmed
        state = ("待对方确认", "warning") if waits else ("对方已确认", "success")
        if not line.events:
            state = ("已导出", "neutral")
    return (
        f"{line.at:%Y-%m-%d %H:%M}",
        "导出 →" if out else "← 导入",
        f"第 {line.number} 号",
        " · ".join(content),
        file_size(line.size),
        state,
    )
