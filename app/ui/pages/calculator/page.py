"""The page 计算: the calculators at the left, the chosen one at the right. Nothing typed here is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QScrollArea, QStackedWidget

from app.ui import theme
from app.ui.calculators.catalogue import CALCULATORS
from app.ui.calculators.form import CalculatorForm
from app.ui.context import Context
from app.ui.widgets.page import Page

_LIST_WIDTH = 132


class CalculatorPage(Page):
    """`opened(id)` shows a calculator of `CALCULATORS`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.bus)
        self._context = context
        self._built: dict[str, tuple[CalculatorForm, QScrollArea]] = {}
        self._list = QListWidget()
        self._list.setProperty("kind", "sections")
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("计算的种类")
        self._list.addItems([form.title for _id, form in CALCULATORS])
        self._stack = QStackedWidget()
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addWidget(self._list)
        across.addWidget(self._stack, 1)
        self.content.addLayout(across, 1)
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)
        self.setFocusProxy(self._list)

    def opened(self, target: object) -> None:
        """Show a calculator by its id; without one the last stays."""
        ids = [name for name, _form in CALCULATORS]
        if target in ids:
            self._list.setCurrentRow(ids.index(str(target)))

    def form(self) -> CalculatorForm:
        """The calculator on screen."""
        return self._built[CALCULATORS[self._list.currentRow()][0]][0]

    def _show(self, row: int) -> None:
        name, kind = CALCULATORS[row]
        self.banner.clear()
        if name not in self._built:
            form = kind(self._context)
            form.problem.connect(self._on_problem)
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(form)
            self._stack.addWidget(area)
            self._built[name] = (form, area)
        self._stack.setCurrentWidget(self._built[name][1])

    def _on_problem(self, text: str) -> None:
        if text:
            self.banner.show_error(text)
        else:
            self.banner.clear()
