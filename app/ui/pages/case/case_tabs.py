"""The tabs of the case page: those of the kind of the case, made once for each kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from app.ui.context import Context
from app.ui.matter.face import CaseTab, KindFace, Shown, TabEntry

_LEAST_WIDTH = 390
"""So that three columns give way before the page scrolls sideways and hides the next step."""
_LEAST_HEIGHT = 220
"""A few lines of a list; in a lower window the page scrolls."""


class CaseTabs(QTabWidget):
    """`on_made(tab)` is called with every new tab, to connect it."""

    def __init__(
        self, context: Context, on_made: Callable[[CaseTab], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._on_made = on_made
        self._kind = ""
        self._made: dict[str, dict[str, CaseTab]] = {}
        self._entries: tuple[TabEntry, ...] = ()
        self.setProperty("kind", "card")
        self.tabBar().setExpanding(False)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """No wider than a small screen, as high as the tab in front needs.

        A hidden tab must neither widen the whole page nor make it scroll.
        """
        hint = super().minimumSizeHint()
        front = self.currentWidget()
        if front is None:
            return hint
        highest = max(self.widget(place).minimumSizeHint().height() for place in range(self.count()))
        height = hint.height() - highest + front.minimumSizeHint().height()
        return QSize(min(hint.width(), _LEAST_WIDTH), max(height, _LEAST_HEIGHT))

    def show_case(self, shown: Shown) -> None:
        """Show the case on each tab, and how much there is behind their titles."""
        self._use(shown.face)
        for place, entry in enumerate(self._entries):
            self._made[self._kind][entry.id].show_case(shown)
            count = entry.count(shown)
            self.setTabText(place, f"{entry.title} {count}" if count else entry.title)

    def tab(self, name: str) -> CaseTab:
        """A tab of the kind now shown; KeyError when it has none of this name."""
        return self._made[self._kind][name]

    def has(self, name: str) -> bool:
        """Whether the kind now shown has this tab."""
        return name in self._made.get(self._kind, {})

    def go_to_stage(self, stage: str) -> None:
        """The tab a step of the bar leads to; nothing happens for a stage of none."""
        for place, entry in enumerate(self._entries):
            if stage in entry.stages:
                self.setCurrentIndex(place)
                return

    def _use(self, face: KindFace) -> None:
        kind = face.mark.kind
        if kind == self._kind:
            return
        self._kind, self._entries = kind, face.tabs
        while self.count():
            # Taken off, not destroyed: the next case of its kind finds it again.
            self.removeTab(0)
        if kind not in self._made:
            self._made[kind] = {entry.id: entry.make(self._context) for entry in self._entries}
            for tab in self._made[kind].values():
                self._on_made(tab)
        for entry in self._entries:
            self.addTab(self._made[kind][entry.id], entry.title)
        self.setCurrentIndex(0)
