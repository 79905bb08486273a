"""导入: drop a file, choose one, or take what a stick that was plugged in holds for this office."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.services.exchange import arrivals
from app.services.exchange.mail import Account
from app.system.drives import Drive
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.pages.exchange.drive_list import drive_words
from app.ui.pages.exchange.sending_card import choose_folder
from app.ui.widgets.card import Card
from app.ui.widgets.file_drop import FileDrop
from app.ui.widgets.labels import ElidedLabel, button, label
from app.ui.widgets.states import ProgressPanel

PATTERNS = "一站通文件或邮件 (*.yzt *.yzv *.yzr *.yzk *.eml)"
_KNOWN_CODE = "already_received"


class StickContents(NamedTuple):
    """What one stick has for this office: packages not received before; `problem` when it cannot be read."""

    drive: Drive
    packages: int
    refused: int
    problem: str = ""


class ReceivingCard(Card):
    """`files_chosen(paths)`: files and folders to look into; `stick_chosen(drive)`: a stick.

    `fetch_wanted()`: letters out of the mailbox; `account_wanted()`: its account; `document_left(path)`:
    a request that came by mail is not wanted in the list any more.
    """

    files_chosen = Signal(list)
    stick_chosen = Signal(object)
    fetch_wanted = Signal()
    account_wanted = Signal()
    document_left = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("导入", parent=parent)
        self._context = context
        self._drives: Sequence[Drive] = ()
        self.drop = FileDrop("把收到的文件、邮件或文件夹拖到这里", PATTERNS, folders=True)
        self.drop.files_chosen.connect(self.files_chosen)
        self.progress = ProgressPanel()
        self.progress.hide()
        self._sticks = QVBoxLayout()
        self._sticks.setSpacing(theme.STEP)
        self._volumes = label("", "note", wrap=True)
        self.fetch_button = button("收取邮件", self.fetch_wanted.emit, icon="import")
        self.fetch_button.setToolTip("只收一站通的邮件，邮件留在邮箱里不删")
        self.account_button = button("邮箱账号…", self.account_wanted.emit, kind="link")
        self._mail_problem = label("", "problem", wrap=True)
        self._documents = QVBoxLayout()
        self._documents.setSpacing(theme.STEP)
        self.body.addWidget(self.drop)
        self._mailbox = QWidget()
        fetching = QHBoxLayout(self._mailbox)
        fetching.setContentsMargins(0, 0, 0, 0)
        fetching.setSpacing(theme.STEP * 2)
        self._box_name = ElidedLabel(kind="note")
        fetching.addWidget(self.fetch_button)
        fetching.addWidget(self._box_name, 1)
        self.body.addWidget(self._mailbox)
        self.body.addWidget(self._mail_problem)
        self.body.addLayout(self._documents)
        self.body.addLayout(self._sticks)
        self.body.addWidget(self._volumes)
        self.body.addWidget(self.progress)
        folder = button("导入一个文件夹…", self.ask_for_folder, kind="link")
        foot = QHBoxLayout()
        foot.addWidget(folder)
        foot.addStretch(1)
        foot.addWidget(self.account_button)
        self.body.addLayout(foot)
        self.show_volumes(())
        self.show_mailbox(None, "", ())

    def show_mailbox(self, account: Account | None, problem: str, documents: Sequence[Path]) -> None:
        """Fetching is offered where there is an account; `documents` came by mail and wait to be opened."""
        self._mailbox.setVisible(account is not None)
        self._box_name.setText(account.address if account is not None else "")
        self._mail_problem.setText(problem)
        self._mail_problem.setVisible(bool(problem))
        _empty(self._documents)
        for path in documents:
            self._documents.addWidget(self._document_line(path))

    def show_volumes(self, waiting: Sequence[str]) -> None:
        """Sets of volumes that are not whole yet."""
        self._volumes.setText("\n".join(waiting))
        self._volumes.setVisible(bool(waiting))

    def list_sticks(self, drives: Sequence[Drive]) -> None:
        """Read what each stick has for this office; cheap, only the fronts of files."""
        self._drives = drives
        if not drives:
            self._show_sticks([])
            return

        def work(_progress: object) -> list[StickContents]:
            return [self._contents(drive) for drive in drives]

        self._context.tasks.run(self, work, self._on_listed)

    def ask_for_folder(self) -> None:
        """A folder with files of several packages or a copy of a stick."""
        choose_folder(self, "导入哪个文件夹", lambda folder: self.files_chosen.emit([folder]))

    def _contents(self, drive: Drive) -> StickContents:
        try:
            found = arrivals.from_stick(self._context.office, drive.path)
        except (UserError, EnvironmentProblem) as problem:
            # Pulled out again, or damaged: told in its line, the other sticks are listed all the same.
            return StickContents(drive, 0, 0, problem.message)
        refused = sum(one.code != _KNOWN_CODE for one in found.refused)
        return StickContents(drive, len(found.packages), refused)

    def _on_listed(self, found: list[StickContents]) -> None:
        if [one.drive for one in found] == list(self._drives):
            self._show_sticks(found)

    def _show_sticks(self, found: Sequence[StickContents]) -> None:
        _empty(self._sticks)
        for one in found:
            self._sticks.addWidget(self._stick_line(one))

    def _document_line(self, path: Path) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        what = "入网申请" if path.suffix == ".yzr" else "更换密钥的通知"
        row.addWidget(label(f"邮件带来一份{what}", wrap=True), 1)
        look = button("打开", lambda: self.files_chosen.emit([path]))
        look.setAccessibleName(f"打开邮件带来的{what}")
        leave = button("移开", lambda: self.document_left.emit(path), kind="quiet")
        leave.setToolTip("办过了，或者不是本单位要办的")
        for made in (look, leave):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _stick_line(self, one: StickContents) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        name = drive_words(one.drive)
        if one.problem:
            words = f"U 盘 {name}：{one.problem}"
        elif one.packages:
            words = f"U 盘 {name}：有 {one.packages} 个给本单位的文件"
        elif one.refused:
            words = f"U 盘 {name}：有 {one.refused} 个文件不能导入"
        else:
            words = f"U 盘 {name}：没有给本单位的新文件"
        row.addWidget(label(words, "" if one.packages else "note", wrap=True), 1)
        if one.packages or one.refused:
            look = button("查看", partial(self.stick_chosen.emit, one.drive))
            look.setAccessibleName(f"查看 U 盘 {name} 里的文件")
            row.addWidget(look, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()


def by_kind(paths: Sequence[Path], suffix: str) -> list[Path]:
    """The files with this suffix."""
    return [path for path in paths if path.suffix.lower() == suffix]
