"""Putting a backup in the place of the data: which one, the password of that time, and what it means."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.services.backups import Backup
from app.ui import theme
from app.ui.backup_rows import COLUMNS, backup_rows
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.text_fields import NameField

_MEANING = (
    "恢复以后，数据回到备份时的样子，之后登记的内容要重新补录。现在的数据库会整个另存在数据目录的 "
    "set-aside 文件夹里，不会丢失。"
)


class RestoreScreen(Sheet):
    """`submitted(path, name, password)`; `left()`."""

    submitted = Signal(object, str, str)
    left = Signal()

    def __init__(self, found: list[Backup], parent: QWidget | None = None) -> None:
        super().__init__("从备份恢复", 620, "请选择一份备份，用备份时的密码打开。", parent)
        self._other: Path | None = None
        self.table = SmallTable("restore", COLUMNS, head=True)
        self.table.setFixedHeight(theme.HEADER_HEIGHT + theme.ROW_HEIGHT * 5 + 1)
        self.table.set_rows(backup_rows(found))
        if found:
            self.table.go_to(found[0].path)
        self.table.setVisible(bool(found))
        self._chosen = label("", "note", wrap=True)
        self.form = FormGrid(2)
        self.form.add("name", "姓名", NameField(50, "只有一位经办人时不用填"))
        self.form.add("password", "密码", PasswordField(enter_moves_on=False), mandatory=True)
        self.form.field("password").returnPressed.connect(self.submit)
        other = QHBoxLayout()
        other.addWidget(button("选择别处的备份文件…", self._choose, icon="folder"))
        other.addWidget(self._chosen, 1)
        self.body.addWidget(self.table)
        self.body.addLayout(other)
        self.body.addWidget(self.form)
        self.body.addWidget(label(_MEANING, "secondary", wrap=True))
        self.lock_while_working(self.form, self.table)
        self.table.current_changed.connect(lambda _path: self._take(None))
        self.add_button("取消", self.left.emit, left=True)
        self.add_button("恢复这份备份", self.submit, "danger")

    def start(self) -> None:
        """Begin with the list, else with the password."""
        first: QWidget = self.table if not self.table.isHidden() else self.form.field("password")
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand over, unless something is missing."""
        if self.working:
            return
        self.banner.clear()
        chosen = self._other or self.table.current_id()
        password = self.form.field("password").value()
        self.form.show_problems({} if password else {"password": "请填写密码"})
        if chosen is None:
            self.banner.show_error("请先选择一份备份。")
        elif password:
            self.set_working("正在检查并恢复备份……")
            self.submitted.emit(chosen, self.form.field("name").value(), password)

    def _choose(self) -> None:
        chooser = QFileDialog(self.window(), "选择备份文件", str(Path.home()), "一站通备份 (yizhantong-*.db)")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda file: self._take(Path(file)))
        chooser.open()

    def _take(self, file: Path | None) -> None:
        self._other = file
        self._chosen.setText(f"已选择 {file}" if file is not None else "")
