"""Before enrolment: why, in three steps, with one primary button for the step that is next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.pages.exchange.reading import ExchangeReading
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label

_STATION = (
    ("写入网申请", "写一个小文件，用 U 盘或邮件交给上级。里面只有本单位名称和公开的密钥，没有案件。"),
    ("上级打电话来核对", "把本单位指纹的六组字念给上级听，上级键入对上后写入网批复交回。"),
    ("打开入网批复", "再打一次电话，请上级念出它的指纹，您键入对上后接受，就可以往来了。"),
)
_COUNTY = (
    ("下级写入网申请", "村站、镇窗口在它们的“往来同步”里写好，用 U 盘或邮件交来。"),
    ("打开申请，打电话核对", "请对方念出六组指纹，您逐组键入，对得上才能批复。"),
    ("把入网批复交回", "批复里有本单位的密钥、对方的代码和号段；对方接受后就可以往来。"),
)
_WIDTH = 620


class EnrolmentPanel(QWidget):
    """`request_wanted()`, `accept_wanted()`, `approve_wanted()`."""

    request_wanted = Signal()
    accept_wanted = Signal()
    approve_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "title")
        self._lead = label("", "secondary", wrap=True)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(theme.STEP * 3)
        self._print = label("", "strong", wrap=True)
        self._print.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.request = button("写入网申请…", self.request_wanted.emit)
        self.accept = button("打开入网批复…", self.accept_wanted.emit)
        self.approve = button("批复下级的入网申请…", self.approve_wanted.emit)
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.body.setContentsMargins(28, 24, 28, 24)
        card.body.setSpacing(theme.STEP * 3)
        for part in (self._title, self._lead):
            card.body.addWidget(part)
        card.body.addLayout(self._steps)
        card.body.addWidget(self._print)
        foot = QHBoxLayout()
        foot.setSpacing(theme.STEP * 2)
        for made in (self.request, self.accept, self.approve):
            foot.addWidget(made)
        foot.addStretch(1)
        card.body.addSpacing(theme.STEP)
        card.body.addLayout(foot)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(column, 4)
        across.addStretch(1)

    def show_reading(self, read: ExchangeReading) -> None:
        """Which step is next."""
        if read.county:
            self._title.setText("还没有下级单位入网")
            self._lead.setText("下级入网以后，案件用 U 盘或邮件往来，两边自动一致。")
        elif read.asked:
            self._title.setText("等上级的入网批复")
            self._lead.setText("申请已经写好。申请文件丢了可以再写一次，两次的都有效。")
        else:
            self._title.setText("本单位还没有入网")
            self._lead.setText("入网以后，案件用 U 盘或邮件报给上级，上级的督办、回执也带回来；不需要网络。")
        self._show_steps(_COUNTY if read.county else _STATION)
        self._print.setText(f"本单位指纹　{read.own_fingerprint}")
        self._print.setVisible(bool(read.own_fingerprint))
        self.request.setVisible(not read.county)
        self.accept.setVisible(not read.county)
        self.request.setText("再写一次申请…" if read.asked else "写入网申请…")
        for made, first in (
            (self.request, not read.asked),
            (self.accept, read.asked),
            (self.approve, read.county),
        ):
            theme.style(made, kind="primary" if first else "")

    def take_focus(self) -> None:
        """The keyboard on the step that is next."""
        for made in (self.request, self.accept, self.approve):
            if not made.isHidden() and made.property("kind") == "primary":
                made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_steps(self, steps: tuple[tuple[str, str], ...]) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for at, (title, words) in enumerate(steps, 1):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(label(f"{at}　{title}", "heading"))
            column.addWidget(label(words, "secondary", wrap=True))
            self._steps.addWidget(part)
