"""The wizard of the first start: office, operator and password, recovery code, done.

It collects; `submitted` asks the program to prepare the office, `finished` to let it move in. Until
then nothing of it is in the data directory but a folder that `left` removes again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.services import access
from app.services.founding import Founding
from app.ui import theme
from app.ui.first_start.particulars import ParticularsForm
from app.ui.first_start.recovery_step import RecoveryStep
from app.ui.generated.ui_operator_entry import Ui_OperatorEntry
from app.ui.widgets.designed_rows import DesignedForm
from app.ui.widgets.labels import button, label
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.step_bar import Step, StepBar

_STEPS = (
    ("单位", "名称、代码、身份"),
    ("经办人", "姓名、密码"),
    ("恢复密钥", "打印、保管"),
    ("完成", "开始使用"),
)
_OFFICE, _OPERATOR, _RECOVERY, _DONE = range(4)
_LEADS = (
    "这些内容印在文书上，以后可以在“设置”里改。",
    "第一位经办人担任负责人，其他人以后在“设置”里添加。",
    "最后一道保险：请认真保管。",
    "",
)


class OperatorForm(DesignedForm):
    """Name and password of the first operator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        Ui_OperatorEntry().setupUi(self)
        self.collect()
        self.row("password").setRemark(f"至少 {access.SHORTEST_PASSWORD} 个字符，一句好记的话比几个数字安全")

    def missing(self) -> dict[str, str]:
        """Problems by field."""
        typed = self.values()
        problems = {} if typed["operator"] else {"operator": "请填写经办人的姓名"}
        return problems | access.check_repeated(typed["password"], typed["again"])


class FoundingWizard(Sheet):
    """`submitted(Founding)`, `place_chosen(Path)`, `finished()`, `left()`.

    `went_back()`: what was prepared is to be dropped.
    """

    submitted = Signal(object)
    place_chosen = Signal(object)
    went_back = Signal()
    finished = Signal()
    left = Signal()

    def __init__(self, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__("建立本单位", 780, _LEADS[0], parent)
        self._at = _OFFICE
        self._steps = StepBar()
        self._steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.office = ParticularsForm()
        self.operator = OperatorForm()
        self.recovery = RecoveryStep()
        self.recovery.problem.connect(self.show_problem)
        self.recovery.kept.connect(self.banner.show_success)
        self._summary = label("", wrap=True)
        self._place = label("", "note", wrap=True)
        self._stack = QStackedLayout()
        for part in (self._office_page(), self._operator_page(), self.recovery, self._done_page()):
            self._stack.addWidget(part)
        self.body.addWidget(self._steps)
        self.body.addLayout(self._stack)
        self.lock_while_working(self.office, self.operator, self.recovery)
        self._leave = self.add_button("取消", self.leave, "quiet", left=True)
        self._back = self.add_button("上一步", self.back)
        self._next = self.add_button("下一步", self.forward, "primary")
        self.show_place(data_dir)
        self._go_to(_OFFICE)

    def start(self) -> None:
        """Begin to type."""
        fields = {_OFFICE: (self.office, "name"), _OPERATOR: (self.operator, "operator")}
        if self._at in fields:
            form, path = fields[self._at]
            form.go_to(path)
        elif self._at == _RECOVERY:
            self.recovery.code.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, data_dir: Path) -> None:
        """Tell where the data will be."""
        self._place.setText(f"数据保存在 {data_dir}")

    def founding(self) -> Founding:
        """What was entered."""
        office: dict[str, Any] = self.office.values()
        person = self.operator.values()
        return Founding(operator=person["operator"], password=person["password"], **office)

    def forward(self) -> None:
        """The next step, when this one is complete."""
        if self.working:
            return
        self.banner.clear()
        if self._at == _OFFICE:
            missing = self.office.missing()
            self.office.show_problems(missing)
            if not missing:
                self._go_to(_OPERATOR)
        elif self._at == _OPERATOR:
            missing = self.operator.missing()
            self.operator.show_problems(missing)
            if not missing:
                self.set_working("正在生成密钥、建立加密数据库……")
                self.submitted.emit(self.founding())
        elif self._at == _RECOVERY:
            if self.recovery.confirmed():
                self._go_to(_DONE)
        elif self._at == _DONE:
            self.set_working("正在打开……")
            self.finished.emit()

    def back(self) -> None:
        """The step before. What was prepared is dropped: a new code will come with the next attempt."""
        self.banner.clear()
        if self._at == _RECOVERY:
            self.went_back.emit()
        self._go_to(max(_OFFICE, self._at - 1))

    def leave(self) -> None:
        """Out of the wizard; after something was typed it asks first."""
        typed = self._at > _OFFICE or bool(self.office.values()["name"])
        if typed:
            self.banner.show_warning(
                "现在离开，填写的内容不会保存，什么也不会留下。", "放弃并离开", self.left.emit
            )
        else:
            self.left.emit()

    def show_code(self, code: str, sheet: bytes) -> None:
        """The office is prepared: show its recovery code."""
        self.set_working("")
        self.recovery.show_code(code, sheet)
        self._go_to(_RECOVERY)

    def show_invalid(self, problems: dict[str, str]) -> None:
        """Problems found by the service, at their fields."""
        self.set_working("")
        in_office = {field: text for field, text in problems.items() if field in self.office.rows}
        self._go_to(_OFFICE if in_office else _OPERATOR)
        rest = self.office.show_problems(problems)
        rest = self.operator.show_problems(rest)
        if rest:
            self.banner.show_error("；".join(rest.values()))

    def _go_to(self, step: int) -> None:
        self._at = step
        states = ["done" if at < step else "current" if at == step else "todo" for at in range(len(_STEPS))]
        self._steps.set_steps(
            [Step(*step, state) for step, state in zip(_STEPS, states, strict=True)]  # type: ignore[arg-type]
        )
        self.set_title("建立本单位", _LEADS[step])
        self._stack.setCurrentIndex(step)
        self._back.setVisible(step in (_OPERATOR, _RECOVERY))
        self._leave.setVisible(step != _DONE)
        self._next.setText("进入工作台" if step == _DONE else "下一步")
        if step == _DONE:
            self._summarise()
        if self.isVisible():
            self.start()

    def _summarise(self) -> None:
        made = self.founding()
        self._summary.setText(
            f"{made.name}已经建好，{made.operator}担任负责人。\n\n"
            "· 离开座位按 Ctrl+L 锁定，十分钟没有人操作会自动锁定。\n"
            "· 每天自动备份到数据目录；请再定期把备份复制到另一个硬盘或 U 盘。\n"
            "· 从 12315、12345 导出的表格可以直接导入；来访投诉按 F2 登记。"
        )

    def _office_page(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.STEP * 3)
        lines.addWidget(self.office)
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(button("换一个位置…", self._choose_place, "link", parent=page))
        lines.addLayout(place)
        lines.addStretch(1)
        return page

    def _operator_page(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.operator)
        lines.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._summary)
        lines.addStretch(1)
        return page

    def _choose_place(self) -> None:
        chooser = QFileDialog(self.window(), "数据保存到哪个文件夹")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda folder: self.place_chosen.emit(Path(folder)))
        chooser.open()
