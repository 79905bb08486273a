"""类似案件: how the last ones like this ended, with their amounts. Read when somebody looks at it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.money import format_yuan
from app.services import similar_cases
from app.services.similar_cases import SimilarCase
from app.ui import theme
from app.ui.context import Context
from app.ui.matter.face import CaseTab, Shown
from app.ui.widgets.cells import Column
from app.ui.widgets.labels import label
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState, LoadingState

_COLUMNS = (
    Column("number", "编号", 128, "strong"),
    Column("what", "商品或服务", 96),
    Column("respondent", "对方", 110, stretch=True),
    Column("amount", "争议（元）", 88, "number"),
    Column("outcome", "结果", 80),
    Column("recovered", "已到位（元）", 98, "number"),
)
_NOTE = "只列已有结果的案件，供调解时参考；每件情况不同，不是办理依据。"


class SimilarTab(CaseTab):
    """Enter or a double click opens the case of a row."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: Shown | None = None
        self._stale = False
        self.table = SmallTable("similar", _COLUMNS)
        self._loading = LoadingState("正在查找类似案件……")
        self.empty = EmptyState(
            "还没有类似的已办案件",
            "按商品服务类别和文字查找；登记里没有选类别的，补上以后更容易找到。",
            icon="search",
        )
        self._layers = QStackedWidget()
        for layer in (self._loading, self.empty, self.table):
            self._layers.addWidget(layer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEP * 2, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self._layers, 1)
        self._note = label(
            "只列已有结果的案件，供调解时参考；每件情况不同，不是办理依据。", "note", wrap=True
        )
        self._note.setContentsMargins(theme.CARD_MARGIN, 0, theme.CARD_MARGIN, theme.STEP * 2)
        column.addWidget(self._note)
        self.table.current_changed.connect(self._say_why)
        self.table.opened.connect(self.case_wanted.emit)

    def show_case(self, shown: Shown) -> None:
        """Another case, or the same one changed: look again, now or when the tab is looked at."""
        same = self._shown is not None and self._shown.view.case.id == shown.view.case.id
        self._shown = shown
        self._stale = True
        if not same:
            self._layers.setCurrentWidget(self._loading)
        if self.isVisible():
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look()

    def _look(self) -> None:
        self._stale = False
        shown = self._shown
        if shown is None:
            return
        case = shown.view.case
        self._context.tasks.run(
            self,
            lambda _progress: similar_cases.similar_cases(self._context.office, case),
            partial(self._on_found, shown),
        )

    def _on_found(self, asked: Shown, found: list[SimilarCase]) -> None:
        if asked is not self._shown:
            return
        self._why = {one.case_id: one.why for one in found}
        self.table.set_rows([(one.case_id, _cells(one)) for one in found])
        self._layers.setCurrentWidget(self.table if found else self.empty)

    def _say_why(self, case_id: str | None) -> None:
        why = self._why.get(case_id or "", "")
        self._note.setText(f"{why}。{_NOTE}" if why else _NOTE)


def _cells(one: SimilarCase) -> tuple[object, ...]:
    return (
        one.number,
        one.subject or one.category,
        one.respondent,
        format_yuan(one.amount) if one.amount is not None else "",
        one.outcome,
        format_yuan(one.recovered) if one.recovered else "",
    )
