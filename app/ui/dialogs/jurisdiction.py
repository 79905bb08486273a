"""判断管辖: questions asked at a case, whose finding is kept, or at the counter, where it only advises."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.domain.jurisdiction import MATTERS, DecisionTree, Finding
from app.services import competence
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.jurisdiction_walk import JurisdictionWalk
from app.ui.generated.ui_judge_jurisdiction import Ui_JudgeJurisdictionForm
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.next_field import is_composing

_NEXT = "下一步"


class JudgeJurisdictionDialog(ActDialog):
    """The questions about one case; the finding is recorded with all that was asked and answered."""

    act = "judge_jurisdiction"
    verb = "记录结论"
    purpose = "一问一答，结论记入案件经过"
    sheet = Ui_JudgeJurisdictionForm
    least_width = 720

    def prepare(self) -> None:
        case = self.view.case
        source = case.origin.source if case.origin is not None else ""
        self.walk = JurisdictionWalk(competence.tree(case.rule_set), case.kind, source, self)
        grid = self.form.layout()
        assert isinstance(grid, QGridLayout)
        grid.addWidget(self.walk, 0, 0, 1, 2)
        self.back = _way_back(self, self.walk)
        self.walk.moved.connect(self._on_moved)
        self._on_moved()

    def prefill(self) -> dict[str, Any]:
        return {"by": self.operator}

    def begin(self) -> None:
        super().begin()
        self.walk.take_focus()

    def submit(self) -> None:
        """Ctrl+S goes to the next question until there is a finding."""
        if not self._busy and not is_composing() and not _step(self, self.walk):
            super().submit()

    def is_dirty(self) -> bool:
        return self.walk.can_go_back() or super().is_dirty()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        event = competence.judgement(self.context.office, self.view, self.walk.answers())
        return self.record(msgspec.structs.replace(event, by=values["by"]))

    def _on_moved(self) -> None:
        self.form.row("by").setVisible(self.walk.finding is not None)
        _show_state(self, self.walk, self.back, self.verb)


class JurisdictionDialog(FormDialog):
    """The questions at the counter, before there is a case. `judged(Finding)` when the person is done."""

    judged = Signal(object)

    def __init__(
        self, tree: DecisionTree, matter: str, source: str = "", parent: QWidget | None = None
    ) -> None:
        title = f"判断管辖（{MATTERS[matter]}）"
        super().__init__(title, "知道了", "一问一答，只作提示，由经办人决定", parent=parent)
        self.walk = JurisdictionWalk(tree, matter, source, self)
        self.body.insertWidget(0, self.walk)
        self.back = _way_back(self, self.walk)
        self.setMinimumWidth(min(720, self.screen().availableGeometry().width() - 40))
        self.form.hide()
        self.walk.moved.connect(lambda: _show_state(self, self.walk, self.back, "知道了"))
        _show_state(self, self.walk, self.back, "知道了")
        self.submitted.connect(self._on_done)

    def begin(self) -> None:
        """Show the first question with the keyboard on its answers."""
        self.start()
        self.walk.take_focus()

    def submit(self) -> None:
        """Ctrl+S goes to the next question until there is a finding."""
        if not _step(self, self.walk):
            super().submit()

    def _on_done(self) -> None:
        finding: Finding | None = self.walk.finding
        self.finish()
        self.judged.emit(finding)


def _way_back(dialog: FormDialog, walk: JurisdictionWalk) -> QPushButton:
    """The way back to the question before, at the left of the foot."""
    back = dialog.add_button("上一步  Alt ←", walk.go_back)
    assert isinstance(back, QPushButton)
    back.setAccessibleName("上一步")
    QShortcut(QKeySequence("Alt+Left"), dialog).activated.connect(walk.go_back)
    return back


def _step(dialog: FormDialog, walk: JurisdictionWalk) -> bool:
    """Whether there was a question to go on from; an unanswered one says so."""
    if walk.finding is not None:
        return False
    dialog.banner.clear()
    if not walk.go_on():
        dialog.banner.show_error("请先选择一个答案。")
        walk.take_focus()
    return True


def _show_state(dialog: FormDialog, walk: JurisdictionWalk, back: QPushButton, verb: str) -> None:
    name = verb if walk.finding is not None else _NEXT
    dialog.primary.setText(f"{name}  Ctrl S")
    dialog.primary.setAccessibleName(name)
    back.setEnabled(walk.can_go_back())
    if dialog.isVisible():
        dialog.fit()
        if walk.finding is not None:
            dialog.primary.setFocus()
