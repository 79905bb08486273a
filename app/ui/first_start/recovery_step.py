"""The recovery code: shown once, saved or printed, and typed back in part before the wizard goes on."""

from __future__ import annotations

import secrets
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.system.atomic_files import write_atomically
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.printing import print_pdf
from app.ui.widgets.designed_rows import TextRow
from app.ui.widgets.labels import button, label
from app.ui.widgets.last_place import begin_in_last_place

_COLUMNS = 4
_WHY = (
    "案件数据是加密的。经办人都忘了密码，或者电脑坏了只剩备份时，只有这组密钥能打开。"
    "本程序、县局和开发者都没有备用钥匙：密钥和密码都丢了，数据就谁也打不开。"
)
# The code has none of these letters; a hand or an eye puts them there all the same.
_LOOK_ALIKE = str.maketrans("ILO", "110")
_NO_PRINTER = "没有找到打印机，请先存成 PDF 到 U 盘，到有打印机的电脑上打印，然后删除文件。"
_SHEET_NAME = "恢复密钥单.pdf"


class RecoveryCode(QWidget):
    """The code in numbered groups, with ways to keep it. `problem(text)`, `kept(text)` tell how that went."""

    problem = Signal(str)
    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = b""
        self.groups: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.STEP * 3)
        self._grid.setVerticalSpacing(theme.STEP * 2)
        keep = QHBoxLayout()
        keep.setSpacing(theme.STEP * 2)
        self.print_button = button("打印恢复密钥单…", self._print, icon="print")
        self.save_button = button("存成 PDF…", self._save, icon="save")
        keep.addWidget(self.print_button)
        keep.addWidget(self.save_button)
        keep.addWidget(label("打印后密封，锁进柜子；不要拍照，不要和电脑放在一起。", "note"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP * 3)
        layout.addWidget(label(_WHY, wrap=True))
        layout.addLayout(self._grid)
        layout.addLayout(keep)

    def show_code(self, code: str, sheet: bytes) -> None:
        """Show `code` (groups joined by hyphens); `sheet` is the paper to print."""
        self._sheet = sheet
        for old in self.groups:
            self._grid.removeWidget(old)
            old.deleteLater()
        self.groups = []
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(17)
        for place, group in enumerate(code.split("-")):
            shown = label(f"{place + 1}  {group}", "code")
            shown.setFont(fixed)
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"第 {place + 1} 组 {' '.join(group)}")
            self._grid.addWidget(shown, place // _COLUMNS, place % _COLUMNS)
            self.groups.append(shown)

    def _save(self) -> None:
        chooser = QFileDialog(self.window(), "保存恢复密钥单", "", "PDF (*.pdf)")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("pdf")
        begin_in_last_place(chooser)
        chooser.selectFile(_SHEET_NAME)
        chooser.fileSelected.connect(self.save_to)
        chooser.open()

    def save_to(self, file: str) -> None:
        """Write the sheet there."""
        try:
            write_atomically(Path(file), self._sheet, "保存恢复密钥单", owner_only=True)
        except EnvironmentProblem as problem:
            self.problem.emit(problem.message)
            return
        self.kept.emit(f"恢复密钥单已保存到 {file}，打印后请删除这个文件。")

    def _print(self) -> None:
        sent = "恢复密钥单已送往打印机。"
        if not print_pdf(self._sheet, "恢复密钥单", self, lambda: self.kept.emit(sent)):
            self.problem.emit(_NO_PRINTER)


class RecoveryStep(QWidget):
    """The code and two groups to type back. `confirmed()` is asked by the wizard."""

    problem = Signal(str)
    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code: list[str] = []
        self._asked: tuple[int, int] = (0, 1)
        self.code = RecoveryCode()
        self.code.problem.connect(self.problem)
        self.code.kept.connect(self.kept)
        self.rows = (TextRow(), TextRow())
        typed = QHBoxLayout()
        typed.setSpacing(theme.STEP * 3)
        for row in self.rows:
            row.setMandatory(True)
            typed.addWidget(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP * 3)
        layout.addWidget(self.code)
        layout.addWidget(label("为确认已经打印好或抄好，请照着单子输入其中两组：", "heading"))
        layout.addLayout(typed)

    def show_code(self, code: str, sheet: bytes) -> None:
        """A new code: two of its groups are asked for, which ones nobody knows before."""
        self._code = code.split("-")
        first, second = sorted(secrets.SystemRandom().sample(range(len(self._code)), 2))
        self._asked = (first, second)
        self.code.show_code(code, sheet)
        for row, place in zip(self.rows, self._asked, strict=True):
            row.setCaption(f"第 {place + 1} 组")
            row.field.set_value("")
            row.set_problem("")

    @property
    def asked(self) -> tuple[int, int]:
        """The places (from 0) of the groups asked for."""
        return self._asked

    def confirmed(self) -> bool:
        """Whether both groups were typed as they stand; shows what is wrong."""
        right = True
        for row, place in zip(self.rows, self._asked, strict=True):
            typed = "".join(row.field.value().upper().split()).translate(_LOOK_ALIKE)
            same = typed == self._code[place]
            row.set_problem("" if same else f"和第 {place + 1} 组不一样，请对照恢复密钥单重新输入。")
            if not same and right:
                row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            right = right and same
        return right
