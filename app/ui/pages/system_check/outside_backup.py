"""The backup that survives the computer: to a stick or another disk, until it may be pulled."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.domain.errors import UserError
from app.services import backups
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.tasks import Job
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.widgets.states import ProgressPanel
from app.ui.workplace import Workplace

_ABOUT = (
    "写入数据库、钥匙文件和全部附件，内容是加密的。以后再备份到同一个 U 盘，只补写新的附件。"
    "换了电脑，用这份备份和密码（或恢复密钥）就能整个恢复。"
)
_CANCELLED = "已取消，这一份不算数，以前的备份都还在。"
_SAME_DISK = "这个位置和数据在同一个磁盘上，磁盘坏了会一起丢，请再备份一份到 U 盘或别的硬盘。"


class OutsideBackupCard(Card):
    """When it was last done and where, the button, the progress with a way to stop, and what came of it."""

    def __init__(self, context: Context, workplace: Workplace, owner: QWidget) -> None:
        super().__init__("备份到 U 盘或别的硬盘")
        self._context = context
        self._workplace = workplace
        self._owner = owner
        self._last = label("", "heading")
        self.start_button = button("备份到 U 盘或其他位置…", self._choose, icon="save")
        self.start_button.setEnabled(not workplace.demonstration)
        self.progress = ProgressPanel()
        self.progress.hide()
        self.result = Banner()
        row = QHBoxLayout()
        row.addWidget(self._last, 1)
        row.addWidget(self.start_button)
        self.body.addLayout(row)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.result)
        self.body.addWidget(label(_ABOUT, "secondary", wrap=True))

    def refresh(self) -> None:
        """When it was last done."""
        keeper = self._workplace.housekeeping
        last = keeper.last_outside()
        if last is None:
            self._last.setText("还没有备份到别处")
            return
        late = "，已超过 7 天" if keeper.outside_due() else ""
        self._last.setText(f"最近一次：{last:%Y年%m月%d日 %H:%M}{late}")
        self._last.setToolTip(keeper.outside_place())

    def back_up_to(self, place: Path) -> Job:
        """Back up to this place."""
        self.result.clear()
        self.start_button.setEnabled(False)
        settled: list[bool] = []

        def done(made: backups.Backup) -> None:
            settled.append(True)
            self._tell(place, made)

        def failed(problem: UserError | EnvironmentProblem) -> None:
            settled.append(True)
            self.result.show_error(problem.message, "再试一次", lambda: self.back_up_to(place))

        def ended() -> None:
            self.start_button.setEnabled(True)
            self.refresh()
            if not settled:
                self.result.show_info(_CANCELLED)

        job = self._workplace.housekeeping.back_up_outside(self._owner, place, done, failed)
        self.progress.follow(job)
        job.ended.connect(ended)
        return job

    def _tell(self, place: Path, made: backups.Backup) -> None:
        count = f"数据库和 {made.attachments - made.missing} 个附件"
        where = f"{count}已写入 {made.path.parent} 并读回检查"
        if made.missing:
            self.result.show_warning(
                f"{where}，可以拔出。另有 {made.missing} 个附件本机已找不到完好的文件，请到“数据校验”查看。"
            )
        elif self._on_same_disk(place):
            self.result.show_warning(f"{where}。{_SAME_DISK}")
        else:
            self.result.show_success(f"{where}，可以拔出。")

    def _on_same_disk(self, place: Path) -> bool:
        try:
            return backups.on_same_disk(self._context.office, place)
        except EnvironmentProblem:
            # Pulled already, so it was not the disk of the data; the backup on it is whole.
            return False

    def _choose(self) -> None:
        start = self._workplace.housekeeping.outside_place() or str(Path.home())
        chooser = QFileDialog(self.window(), "选择 U 盘或别的位置", start)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda folder: self.back_up_to(Path(folder)))
        chooser.open()
