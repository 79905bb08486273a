"""The page F1 shows: every shortcut, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.actions import COMMANDS, SCOPES, Command, Scope, shortcut_text
from app.ui.widgets.labels import button, label

_COLUMNS: tuple[tuple[Scope, ...], ...] = (("everywhere",), ("form", "case"), ("list", "preview"))


class ShortcutHelp(QDialog):
    """Shown with `open()`; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键一览")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        inner = QWidget()
        inner.setProperty("ground", "surface")
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(20, 16, 20, 16)
        columns.setSpacing(32)
        for scopes in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(theme.STEP * 2)
            for scope in scopes:
                column.addWidget(label(SCOPES[scope], "heading"))
                column.addLayout(_table(scope))
                column.addSpacing(theme.STEP * 2)
            column.addStretch(1)
            columns.addLayout(column)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        close = button("关闭", self.accept, parent=self)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 14)
        foot.addWidget(label("输入法选字时，这些键只归输入法，不会误触发。", "note"))
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        wanted = inner.sizeHint()
        room = self.screen().availableGeometry()
        self.resize(
            min(wanted.width() + 24, room.width() - 40), min(wanted.height() + 64, room.height() - 60)
        )


def _table(scope: Scope) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for line, (text, keys, tip) in enumerate(_lines(scope)):
        name = label(text)
        name.setToolTip(tip)
        key = label(keys, "keycap")
        key.setToolTip(tip)
        grid.addWidget(name, line, 0)
        grid.addWidget(key, line, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _lines(scope: Scope) -> list[tuple[str, str, str]]:
    """Text, keys and tip of each command; the numbered pages become one line."""
    own = [spec for spec in COMMANDS if spec.scope == scope]
    numbered = [spec for spec in own if spec.id.startswith("page.")]
    lines: list[tuple[str, str, str]] = []
    for spec in own:
        if spec not in numbered:
            lines.append((spec.text, shortcut_text(spec), spec.tip))
        elif spec is numbered[0]:
            lines.append(_as_one(numbered))
    return lines


def _as_one(numbered: list[Command]) -> tuple[str, str, str]:
    first, last = shortcut_text(numbered[0]), shortcut_text(numbered[-1])
    return "转到左侧的页面", f"{first} … {last[-1]}", "数字是左侧栏里页面的顺序"
