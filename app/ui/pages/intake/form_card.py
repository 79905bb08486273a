"""The card of the page 登记: the kinds above, the form, its foot; beside it what can be told meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QWidget

from app.services import identities
from app.services.office import OpenOffice
from app.ui import theme
from app.ui.kinds.registry import INTAKES
from app.ui.pages.intake.advice import DangerStrip, HintLine
from app.ui.pages.intake.form_shelf import FormShelf
from app.ui.pages.intake.side_panel import SidePanel
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.widgets.segments import Segments

_SIDE_WIDTH = 300
_NARROW_BELOW = 960
_LEAST_FORM = 420
_KEYS = "Enter 下一项 · Ctrl+Enter 离开事实栏 · Ctrl+S 保存"
_KEYS_WITH_KINDS = "Alt+数字 换种类 · Enter 下一项 · Ctrl+S 保存"


class FormCard(QWidget):
    """`kinds` chooses the form, `shelf` holds the forms, `side` the cards beside them."""

    def __init__(
        self, office: OpenOffice, on_save: Callable[[], object], on_clear: Callable[[], object]
    ) -> None:
        super().__init__()
        self.shelf = FormShelf(office)
        self.side = SidePanel()
        self.kinds = Segments("登记的种类", [(entry.id, entry.label) for entry in INTAKES])
        self.kinds.set_tips([f"Alt+{place}" for place in range(1, len(INTAKES) + 1)])
        for entry in INTAKES:
            if reason := identities.why_not_registered(office, entry.id):
                self.kinds.close_off(entry.id, reason)
        self.danger = DangerStrip()
        self.hint = HintLine()
        self._kept_note = label("", "note")
        self.save_button = button("保存  Ctrl S", on_save, kind="primary")
        self.save_button.setAccessibleName("保存")
        self.clear_button = button("清空", on_clear, kind="quiet", icon="trash")
        self.judge_button = button("管辖…", kind="quiet")
        self.judge_button.setToolTip("判断管辖（Alt+G）")
        self.judge_button.setAccessibleName("判断管辖")
        self.notice_button = button("告知单…", kind="quiet")
        self.notice_button.setToolTip("不归市场监管部门管的，打印告知单（Alt+N）")
        self.notice_button.setAccessibleName("告知单")
        several = len(INTAKES) > 1
        self._card = Card("登记", _KEYS_WITH_KINDS if several else _KEYS, flush=True)
        self._card.add_choice(self.kinds)
        self.kinds.setVisible(several)
        self._build()

    def show_kind(self) -> None:
        """The segment and the cards follow the form on the shelf."""
        self.kinds.set_value(self.shelf.entry.id)

    def set_busy(self, busy: bool) -> None:
        """While the service works."""
        self.save_button.setText("正在保存……" if busy else "保存  Ctrl S")

    def say_kept(self, text: str) -> None:
        """When the draft was kept, "" when there is none."""
        self._kept_note.setText(text)

    def fit_width(self, width: int) -> None:
        """Where there is no room beside the form, the cards stand below it."""
        narrow = width < _NARROW_BELOW
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if narrow else beside)
        self._card.setMinimumHeight(_LEAST_FORM if narrow else 0)
        self.side.setMaximumWidth(16_777_215 if narrow else _SIDE_WIDTH)
        self.side.setMinimumWidth(0 if narrow else _SIDE_WIDTH)

    def _keep_in_sight(self) -> None:
        """Who types goes on typing where it can be seen, and the warning is seen on a small screen too."""
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self.danger, 0, theme.STEP * 3)
            around = around.parentWidget()
        field = QApplication.focusWidget()
        if field is not None and self.shelf.isAncestorOf(field):
            self._card.layout().activate()  # type: ignore[union-attr]
            self._scroll.ensureWidgetVisible(field, 0, theme.STEP * 3)

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        around = QHBoxLayout(inner)
        around.setContentsMargins(16, 10, 16, 4)
        around.addWidget(self.shelf)
        self._scroll = scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self._card.body.setSpacing(0)
        self._card.body.addWidget(scroll, 1)
        # Below the fields, so that none of them moves under the hands of who types.
        self._card.body.addWidget(self.danger)
        self.danger.appeared.connect(self._keep_in_sight, Qt.ConnectionType.QueuedConnection)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 9)
        foot.setSpacing(theme.STEP * 3)
        foot.addWidget(self.clear_button)
        foot.addWidget(self.judge_button)
        foot.addWidget(self.notice_button)
        foot.addWidget(self._kept_note)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.save_button)
        self._card.body.addLayout(foot)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.GAP)
        self._columns.addWidget(self._card, 1)
        self._columns.addWidget(self.side)
