"""设置 › 备份: the newest one, making one now, the list, going back to one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import UserError
from app.services import backups
from app.system.errors import EnvironmentProblem
from app.ui.backup_rows import COLUMNS, backup_rows, file_size
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.pages.system_check.outside_backup import OutsideBackupCard
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.widgets.resting import rest
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState
from app.ui.workplace import Workplace

_KEPT = "最近 14 天每天一份、8 周每周一份、24 个月每月一份，更早的自动清理。"
_MISSING = "备份完成，但有 {} 个附件的文件本机已经找不到，请到“数据校验”查看，再从 U 盘上的备份补回。"
_DEMO = "演示单位不备份，关闭后全部删除。"


class BackupSection(Section):
    """Backups are encrypted like the data and checked by opening them before they count."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "备份",
            "每天登录时、关闭前自动备份到数据目录，数据库和附件都在内。"
            "电脑坏了本机的备份也会一起丢，请每周备份到 U 盘或别的硬盘一次。",
            context,
            workplace,
        )
        self._folder = workplace.data_dir / "backups"
        self._newest = label("", "heading")
        self._where = label("", "note", wrap=True)
        self.now_button = button("立即备份", self.back_up, kind="primary", icon="save")
        self._open = button("打开备份文件夹", self._open_folder, icon="folder")
        now = Card()
        row = QHBoxLayout()
        row.addWidget(self._newest, 1)
        row.addWidget(self._open)
        row.addWidget(self.now_button)
        now.body.addLayout(row)
        now.body.addWidget(self._where)
        self.table = SmallTable("backups", COLUMNS, grow=True)
        self._empty = EmptyState("还没有备份", "按“立即备份”做第一份。")
        listed = Card("已有的备份", _KEPT, flush=True)
        listed.body.addWidget(self.table)
        listed.body.addWidget(self._empty)
        self.outside = OutsideBackupCard(context, workplace, self)
        self.content.addWidget(now)
        self.content.addWidget(self.outside)
        self.content.addWidget(listed)
        self.content.addWidget(self._restore_card())
        workplace.housekeeping.backed_up.connect(lambda _made: self.refresh())

    def refresh(self) -> None:
        """What is there now."""
        self.outside.refresh()
        found = backups.backups_in(self.workplace.data_dir)
        self.table.set_rows(backup_rows(found))
        self.table.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._open.setEnabled(self._folder.is_dir())
        if found:
            newest = found[0]
            self._newest.setText(
                f"最近一次备份：{newest.taken_at:%Y年%m月%d日 %H:%M}（{file_size(newest.size)}）"
            )
        else:
            self._newest.setText("还没有备份")
        self._where.setText(_DEMO if self.workplace.demonstration else f"备份文件夹 {self._folder}")

    def back_up(self) -> None:
        """Make one now."""
        wake = rest(self.now_button)
        self.now_button.setText("正在备份……")

        def done(made: backups.Backup) -> None:
            self._rest(wake)
            if made.missing:
                self.warn(_MISSING.format(made.missing), "", lambda: None)
            else:
                self.tell(f"备份完成，已打开检查过：{made.path.name}")

        def failed(problem: UserError | EnvironmentProblem) -> None:
            self._rest(wake)
            self.tell_problem(problem)

        self.workplace.housekeeping.back_up(self, done, failed)

    def _rest(self, wake: Callable[[], None]) -> None:
        self.now_button.setText("立即备份")
        self.refresh()
        wake()

    def _restore_card(self) -> Card:
        card = Card("回到某一份备份")
        row = QHBoxLayout()
        text = (
            "数据损坏、附件丢失或误操作时用，本机和 U 盘上的备份都可以。"
            "会先关闭单位，现在的数据整个另存，不会删除；备份之后登记的内容要重新补录。"
        )
        row.addWidget(label(text, "secondary", wrap=True), 1)
        restore = button("从备份恢复…", self._ask_to_restore)
        restore.setEnabled(not self.workplace.demonstration)
        row.addWidget(restore)
        card.body.addLayout(row)
        return card

    def _ask_to_restore(self) -> None:
        self.warn("接下来会退出登录，再选择要恢复的备份。", "退出并选择备份", self.workplace.restore)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
