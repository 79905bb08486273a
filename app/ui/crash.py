"""When the program itself is wrong: keep a report, say so plainly, let the clerk go on.

A traceback is for the file; the screen says what is safe and what to do now.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label

_log = logging.getLogger(__name__)
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class DefectDesk(QObject):
    """Where every unexpected error arrives: from slots (excepthook) and from workers (`Tasks`).

    `reported(path)`: a defect was recorded, at `path` or nowhere (None: no place to write).
    `problem(error)`: a UserError or EnvironmentProblem that escaped from a slot; for the banner.
    """

    reported = Signal(object)
    problem = Signal(object)

    def __init__(self, record: Callable[[BaseException], Path | None], parent: QObject | None = None) -> None:
        """`record` writes the masked report and returns its path; it may raise EnvironmentProblem."""
        super().__init__(parent)
        self._record = record
        self._before: Callable[..., object] | None = None
        self._busy = False

    def take(self, error: BaseException) -> None:
        """Tell errors apart: the user's and the surroundings' are shown, a defect is recorded and shown."""
        if isinstance(error, (UserError, EnvironmentProblem)):
            self.problem.emit(error)
            return
        _log.error("unexpected error", exc_info=error)
        if self._busy:
            # Showing the first one failed: showing this one would fail again, without end.
            return
        self._busy = True
        try:
            path = self._record(error)
        except EnvironmentProblem as problem:
            _log.warning("no crash report could be written", exc_info=problem)
            path = None
        try:
            self.reported.emit(path)
        finally:
            self._busy = False

    def install(self) -> None:
        """Take what nobody caught, from now on; `uninstall` gives the hook back."""
        self._before = sys.excepthook
        sys.excepthook = self._hook

    def uninstall(self) -> None:
        """Put the former hook back."""
        if self._before is not None:
            sys.excepthook = self._before
            self._before = None

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error)


def log_qt_messages() -> None:
    """Send what Qt itself says (a broken style sheet, a missing plug-in) to the log."""
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = getattr(context, "category", None) or "qt"
    logging.getLogger("qt").log(_QT_LEVELS.get(kind, logging.WARNING), "%s: %s", category, text)


def crash_sentence(path: Path | None) -> str:
    """What a dialog says about a defect, in place of the crash page it covers."""
    advice = "请再试一次；如果又出现，请联系维护人员"
    advice += f"，并把故障报告“{path}”交给他们。" if path is not None else "。"
    return f"程序出了没有料到的错误，这一步没有完成，填写的内容还在。{advice}"


class CrashPage(QWidget):
    """Shown in place of the page that failed. `left()` when the clerk goes on."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        card = Card("程序出了没有料到的错误")
        card.setMaximumWidth(640)
        self._text = label("", wrap=True)
        self._file = label("", "note", wrap=True)
        self._open = button("打开报告所在文件夹", self._open_folder, icon="folder")
        self._copy = button("复制报告位置", self._copy_path)
        self.go_on = button("回到工作台", self.left.emit, kind="primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        buttons.addWidget(self._open)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        card.body.setSpacing(theme.STEP * 3)
        card.body.addWidget(self._text)
        card.body.addWidget(self._file)
        card.body.addLayout(buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 20)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)
        self.show_report(None)

    def show_report(self, path: Path | None) -> None:
        """Tell about a report at `path`, or that none could be written."""
        self._path = path
        self._text.setText(
            "刚才的操作没有完成。已经显示“已保存”的内容都在，没有丢失；正在填写的内容有草稿。"
            "请回到工作台再试一次；如果又出现，请把下面的故障报告交给维护人员，报告里没有当事人的信息。"
        )
        if path is None:
            self._file.setText("故障报告没能写到磁盘上，请检查磁盘是否已满。")
        else:
            self._file.setText(f"故障报告：{path}")
        for part in (self._open, self._copy):
            part.setVisible(path is not None)

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))
