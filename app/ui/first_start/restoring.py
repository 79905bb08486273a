"""Putting a backup in the place of the data: which one, what opens it, and what it means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.services import backups
from app.services.backups import Backup, Restoration
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.backup_rows import COLUMNS, backup_rows
from app.ui.tasks import Progress
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import ElidedLabel, button, label
from app.ui.widgets.last_place import begin_in_last_place
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.text_fields import NameField

_MEANING = (
    "恢复以后，数据回到备份时的样子，之后登记的内容要重新补录；丢失、损坏的附件从备份里补回。"
    "现在的数据库会整个另存在数据文件夹里的旧文件夹，不会丢失。"
)
_NONE_THERE = "这个文件夹里没有完整的备份，请选择 U 盘，或名称以“一站通备份”开头的文件夹。"
_WORKING = "正在检查并恢复备份……"
_TITLE = "从备份恢复"
_MOST_CASES = 5
_ROWS = 4
"""Shown at once; more are scrolled."""


class Opener(NamedTuple):
    """What opens a backup: the recovery code, or without one the password; name "": the only operator."""

    name: str
    password: str
    code: str


def restore_work(
    data_dir: Path, backup: Path, opener: Opener, clock: Clock
) -> Callable[[Progress], Restoration]:
    """The restore as a piece of work for a worker."""

    def work(progress: Progress) -> Restoration:
        def tell(done: int, total: int) -> None:
            progress.report(done, total)

        if opener.code:
            return backups.restore_with_recovery(data_dir, backup, opener.code, clock, tell)
        return backups.restore(data_dir, backup, opener.name or None, opener.password, clock, tell)

    return work


def restored_sentence(restored: Restoration) -> str:
    """What to know before signing in again."""
    brought = f"，补回 {restored.brought} 个附件" if restored.brought else ""
    if not restored.missing:
        return f"备份已恢复{brought}，附件齐全，请登录。恢复前的文件另存在 {restored.aside}。"
    count = sum(number for _case, number in restored.missing)
    cases = "、".join(case for case, _number in restored.missing[:_MOST_CASES])
    more = f"等 {len(restored.missing)} 件" if len(restored.missing) > _MOST_CASES else ""
    return (
        f"备份已恢复{brought}，但有 {count} 个附件本机和备份里都没有完好的（{cases}{more}），"
        f"可从更早的备份或 U 盘再恢复一次。恢复前的文件另存在 {restored.aside}。"
    )


class RestoreScreen(Sheet):
    """`submitted(path, Opener)`; `left()`."""

    submitted = Signal(object, object)
    left = Signal()

    def __init__(self, found: list[Backup], parent: QWidget | None = None) -> None:
        super().__init__(_TITLE, 640, "", parent)
        self._other: Path | None = None
        self.table = SmallTable("restore", COLUMNS, head=True)
        self._chosen = ElidedLabel("", "note")
        self.means = Segments("用什么打开", (("password", "用密码"), ("code", "用恢复密钥")))
        self.form = FormGrid(2)
        self.form.add("name", "姓名", NameField(50, "只有一位经办人时不用填"))
        self.form.add("password", "密码", PasswordField(enter_moves_on=False), mandatory=True)
        self.form.field("password").returnPressed.connect(self.submit)
        self.code_form = FormGrid(1)
        hint = "恢复密钥单上的 8 组字符；大小写、空格和连字符都不计较"
        self.code_form.add("code", "恢复密钥", NameField(120, "XXXXX-XXXXX-…"), mandatory=True, hint=hint)
        other = QHBoxLayout()
        other.setSpacing(theme.STEP * 2)
        self._places = button("从 U 盘或文件夹找…", self._choose_place, icon="folder")
        self._files = button("选择备份文件…", self._choose_file, kind="quiet")
        other.addWidget(self._places)
        other.addWidget(self._files)
        other.addWidget(self._chosen, 1)
        self.body.addWidget(self.table)
        self.body.addLayout(other)
        self.body.addWidget(self.means)
        self.body.addWidget(self.form)
        self.body.addWidget(self.code_form)
        self.body.addWidget(label(_MEANING, "secondary", wrap=True))
        self.lock_while_working(self.form, self.code_form, self.table, self.means, self._places, self._files)
        self.table.current_changed.connect(lambda _path: self._take(None))
        self.means.chosen.connect(self._show_means)
        self.add_button("取消", self.left.emit, left=True)
        self.add_button("恢复这份备份", self.submit, "danger")
        self._show_means("password")
        self._offer(found)

    def start(self) -> None:
        """Begin with the list; without one with finding a backup."""
        first: QWidget = self.table if not self.table.isHidden() else self._places
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand over, unless something is missing."""
        if self.working:
            return
        self.banner.clear()
        chosen = self._other or self.table.current_id()
        by_code = self.means.value() == "code"
        form, secret = (self.code_form, "code") if by_code else (self.form, "password")
        asked = "请填写恢复密钥" if by_code else "请填写密码"
        given = form.field(secret).value()
        form.show_problems({} if given else {secret: asked})
        if chosen is None:
            self.banner.show_error("请先选择一份备份。")
        elif given:
            self.set_working(_WORKING)
            typed = self.form.values()
            opener = Opener("", "", given) if by_code else Opener(typed["name"], given, "")
            self.submitted.emit(chosen, opener)

    def show_progress(self, done: int, total: int, _text: str = "") -> None:
        """How far the restore is."""
        if self.working and total:
            self.set_working(f"{_WORKING} {done * 100 // total}%")

    def show_place(self, place: Path) -> None:
        """Offer what lies on a stick or in a folder."""
        self.banner.clear()
        try:
            found = backups.backups_in(place)
        except EnvironmentProblem as problem:
            self.banner.show_error(problem.message)
            return
        if found:
            self._offer(found)
            self._chosen.setText(f"{place} 里有 {len(found)} 份")
        else:
            self.banner.show_error(_NONE_THERE)

    def _offer(self, found: list[Backup]) -> None:
        self.table.set_rows(backup_rows(found))
        self.table.setVisible(bool(found))
        lead = "请选择一份备份，再用密码或恢复密钥打开。"
        self.set_title(_TITLE, lead if found else "这里没有备份，请从 U 盘或别的文件夹里找一份。")
        rows = min(max(len(found), 2), _ROWS)
        self.table.setFixedHeight(theme.HEADER_HEIGHT + theme.ROW_HEIGHT * rows + 1)
        if found:
            self.table.go_to(found[0].path)
        self._take(None)

    def _show_means(self, key: str) -> None:
        self.form.setVisible(key == "password")
        self.code_form.setVisible(key == "code")

    def _choose_place(self) -> None:
        chooser = QFileDialog(self.window(), "选择 U 盘或备份所在的文件夹")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(chooser, lambda folder: self.show_place(Path(folder)))

    def _choose_file(self) -> None:
        chooser = QFileDialog(self.window(), "选择备份文件", "", "一站通备份 (yizhantong-*.db)")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(chooser, lambda file: self._take(Path(file)))

    def _open(self, chooser: QFileDialog, chosen: Callable[[str], None]) -> None:
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        begin_in_last_place(chooser)
        chooser.fileSelected.connect(chosen)
        chooser.open()

    def _take(self, file: Path | None) -> None:
        self._other = file
        self._chosen.setText(f"已选择 {file}" if file is not None else "")
