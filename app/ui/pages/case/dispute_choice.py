"""双方修改: what each office wrote, side by side, and a person's choice between them with the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import InvalidFields, UserError
from app.services.changes import Changes
from app.services.exchange import conflicts
from app.services.exchange.conflicts import AMENDED, Dispute, Side
from app.system.errors import EnvironmentProblem
from app.ui import theme
from app.ui.context import Context
from app.ui.matter.words import moment_words
from app.ui.widgets.chip import Chip
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import label
from app.ui.widgets.radio_list import RadioList
from app.ui.widgets.text_fields import TextArea

_WIDTH = 720
_ACROSS = 3
_BASIS = "没有选的那一个仍留在办理经过里，不会丢。"
_LETTERS = "甲乙丙丁戊己庚辛"


class DisputeDialog(FormDialog):
    """One dispute of a case. `recorded(changes)` when it is decided, `outdated()` when it already was."""

    recorded = Signal(object)
    outdated = Signal()

    def __init__(
        self, context: Context, case_id: str, dispute: Dispute, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"双方修改：{dispute.label}", "选定", _BASIS, 1, parent)
        self._context = context
        self._case_id = case_id
        self.dispute = dispute
        self.setMinimumWidth(_WIDTH)
        form = self.form
        assert isinstance(form, FormGrid)
        what = (
            "两个单位没有看见对方，各自改了同一处。请向当事人或对方单位核实后选定。"
            if dispute.kind == AMENDED
            else "两个单位没有看见对方，各自作了决定。现在按先到次序在前的一个办理，请核实后选定。"
        )
        form.add_widget(label(what, "secondary", wrap=True))
        form.add_widget(_sides(dispute))
        names = [_name(at, side) for at, side in enumerate(dispute.sides)]
        keep = RadioList(
            [(side.event_id, f"以{name}为准") for side, name in zip(dispute.sides, names, strict=True)]
        )
        form.add("keep", "以哪一个为准", keep, mandatory=True)
        form.add(
            "reason", "理由", TextArea(500, "如：向投诉人电话核实，身份证上是这个名字", 2), mandatory=True
        )
        self.submitted.connect(self._carry_out)

    def submit(self) -> None:
        """A choice and a reason are needed."""
        problems = {
            name: words
            for name, words in (("keep", "请选择以哪一个为准"), ("reason", "请写明为什么以这一个为准"))
            if not self.form.field(name).value()
        }
        if problems:
            self.form.show_problems(problems)
            return
        super().submit()

    def _carry_out(self) -> None:
        typed = self.values()
        office, case_id, dispute = self._context.office, self._case_id, self.dispute
        self.set_busy(True)

        def done(changes: Changes) -> None:
            self.finish()
            self.recorded.emit(changes)

        def failed(problem: UserError | EnvironmentProblem) -> None:
            if isinstance(problem, InvalidFields):
                self.show_invalid(problem.problems)
            else:
                self.show_problem(problem.message)
                self.outdated.emit()

        self._context.tasks.run(
            self,
            lambda _progress: conflicts.resolve(
                office, case_id, dispute, keep=typed["keep"], reason=typed["reason"]
            ),
            done,
            failed,
        )


def _sides(dispute: Dispute) -> QWidget:
    """The sides beside each other, three in a line at most."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.STEP * 3)
    for at, side in enumerate(dispute.sides):
        grid.addWidget(_side(at, side), at // _ACROSS, at % _ACROSS)
        grid.setColumnStretch(at % _ACROSS, 1)
    return made


def _side(at: int, side: Side) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(theme.STEP)
    head = QHBoxLayout()
    head.addWidget(label(_name(at, side), "heading", wrap=True), 1)
    if side.standing:
        head.addWidget(Chip("现在按这个", "info"), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    column.addWidget(label(" · ".join(part for part in (side.by, moment_words(side.at)) if part), "note"))
    for name, value in side.lines:
        column.addWidget(label(name, "label"))
        column.addWidget(label(value, "strong", wrap=True))
    if not side.lines:
        column.addWidget(label(side.title, "strong", wrap=True))
        if side.detail:
            column.addWidget(label(side.detail, "secondary", wrap=True))
    column.addStretch(1)
    return frame


def _name(at: int, side: Side) -> str:
    """甲　青山镇消费维权窗口: a letter, because one office may be on both sides."""
    return f"{_LETTERS[at] if at < len(_LETTERS) else at + 1}　{side.office}"
