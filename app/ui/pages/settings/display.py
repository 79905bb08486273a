"""设置 › 显示与锁定: light or dark, size of letters, when to lock; for this computer only."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.ui.app import SCALES, theme_of
from app.ui.appearance import (
    LOCK_MINUTES,
    keep_lock_minutes,
    keep_scale,
    keep_scheme,
    lock_minutes_of,
    scale_of,
    scheme_of,
)
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.theme import Scheme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.radio_list import RadioList
from app.ui.workplace import Workplace

_SCHEMES = (("auto", "跟随系统"), ("light", "浅色"), ("dark", "深色"))


class DisplaySection(Section):
    """Every choice counts at once, the size of letters at the next start."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__("显示与锁定", "只对这台电脑有效，选了就生效。", context, workplace)
        self.scheme = RadioList()
        self.scheme.set_choices(_SCHEMES, across=True)
        self.scale = RadioList()
        self.scale.set_choices([(str(scale), f"{scale}%") for scale in SCALES], across=True)
        self.lock = RadioList()
        self.lock.set_choices(
            [(str(one), f"{one} 分钟" if one else "从不") for one in LOCK_MINUTES], across=True
        )
        self._scale_note = label("", "note", wrap=True)
        self._add("颜色", self.scheme, "深色适合光线暗的房间。")
        size = self._add("大小", self.scale, "文字、按钮和行距一起放大。")
        size.body.addWidget(self._scale_note)
        self._scale_note.hide()
        self._add(
            "自动锁定",
            self.lock,
            "这么久没有人按键或动鼠标，就锁定窗口，要密码才能继续；随时可以按 Ctrl+L 锁定。",
        )
        self.refresh()
        self.scheme.changed.connect(self._on_scheme)
        self.scale.changed.connect(self._on_scale)
        self.lock.changed.connect(self._on_lock)

    def refresh(self) -> None:
        """What is chosen now."""
        settings = self.workplace.settings
        self.scheme.set_value(scheme_of(settings).value)
        self.scale.set_value(str(scale_of(settings)))
        self.lock.set_value(str(lock_minutes_of(settings)))

    def _add(self, title: str, choice: RadioList, about: str) -> Card:
        card = Card(title)
        choice.setAccessibleName(title)
        card.body.addWidget(choice)
        card.body.addWidget(label(about, "note", wrap=True))
        self.content.addWidget(card)
        return card

    def _on_scheme(self) -> None:
        scheme = Scheme(self.scheme.value())
        keep_scheme(self.workplace.settings, scheme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme_of(application).choose(scheme)

    def _on_scale(self) -> None:
        keep_scale(self.workplace.settings, int(self.scale.value()))
        self._scale_note.show()
        self._scale_note.setText(f"下次启动时按 {self.scale.value()}% 显示。")

    def _on_lock(self) -> None:
        minutes = int(self.lock.value())
        keep_lock_minutes(self.workplace.settings, minutes)
        self.workplace.idle.set_minutes(minutes)
