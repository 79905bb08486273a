"""第17条提示 below the facts of a complaint: read after the case is shown, so that nobody waits for it."""

from __future__ import annotations

from functools import partial

from app.domain.kinds.complaint.state import Complaint
from app.services import abuse
from app.services.abuse import Looked
from app.ui import theme
from app.ui.context import Context
from app.ui.matter.face import CaseCard, Shown
from app.ui.matter.signal_lines import SignalLines
from app.ui.widgets.labels import button, label

_ACT = "assess_abuse"


class SignalsCard(CaseCard):
    """Hidden when the ledger shows nothing and nobody assessed the complaint."""

    def __init__(self, context: Context) -> None:
        super().__init__("第17条提示")
        self._context = context
        self._shown: Shown | None = None
        self._found = label("", wrap=True)
        self._lines = SignalLines()
        self._lines.case_wanted.connect(self.case_wanted)
        self._assess = button("第17条评估…", lambda: self.act_wanted.emit(_ACT, None))
        self.body.setSpacing(theme.STEP * 2)
        for part in (self._found, self._lines, self._assess):
            self.body.addWidget(part)
        self.hide()

    def show_case(self, shown: Shown) -> None:
        """Show the assessment at once and ask the ledger."""
        self._shown = shown
        case = shown.view.as_a(Complaint)
        last = case.assessments[-1] if case.assessments else None
        self._found.setVisible(last is not None)
        if last is not None:
            result = "不是为生活消费需要" if last.abusive else "按正常投诉办理"
            self._found.setText(f"{last.on} {last.by} 评估：{result}。{last.conclusion}")
        choice = next(one for one in shown.view.choices if one.name == _ACT)
        self._assess.setEnabled(choice.allowed)
        self._assess.setToolTip(choice.reason or choice.basis)
        self.setVisible(last is not None)
        self._context.tasks.run(
            self,
            lambda _progress: abuse.look_at_case(self._context.office, case),
            partial(self._on_looked, shown),
        )

    def _on_looked(self, asked: Shown, looked: Looked) -> None:
        if asked is not self._shown:
            return
        self._lines.show_looked(looked)
        self._lines.setVisible(bool(looked.signals))
        self.set_note(f"{len(looked.signals)} 项" if looked.signals else "")
        self.setVisible(bool(looked.signals) or bool(asked.view.as_a(Complaint).assessments))
