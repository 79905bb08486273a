"""司法确认: applying together within thirty days, what the court does, enforcement."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.dispute.events import (
    ConfirmationApplied,
    ConfirmationDecided,
    ConfirmationDeclined,
    ConfirmationTaken,
    EnforcementNoted,
)
from app.domain.kinds.dispute.state import RESULTS
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_apply_confirmation import Ui_ApplyConfirmationForm
from app.ui.generated.ui_decide_confirmation import Ui_DecideConfirmationForm
from app.ui.generated.ui_decline_confirmation import Ui_DeclineConfirmationForm
from app.ui.generated.ui_note_enforcement import Ui_NoteEnforcementForm
from app.ui.generated.ui_take_confirmation import Ui_TakeConfirmationForm

PAPERS = "司法确认申请书、调解协议书、身份证明、资格证明、与协议相关的证明材料、双方送达地址和电话"
"""司法确认规定第3条."""
_YES, _NO = "yes", "no"


class ApplyConfirmationDialog(ActDialog):
    """Both sides apply together."""

    act = "apply_confirmation"
    verb = "登记申请"
    title = "双方共同申请司法确认"
    purpose = "法院不收费；不申请的，关上这个窗口，选“登记不申请司法确认”"
    sheet = Ui_ApplyConfirmationForm

    def prefill(self) -> dict[str, Any]:
        court = self.context.office.office.committee.court
        return {"court": court, "on": self.today, "by": self.operator, "papers": PAPERS}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ConfirmationApplied(**values))


class DeclineConfirmationDialog(ActDialog):
    """They were told of it and see no need."""

    act = "decline_confirmation"
    verb = "登记"
    purpose = "三十日内改变主意的，仍可以申请"
    sheet = Ui_DeclineConfirmationForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ConfirmationDeclined(**values))


class TakeConfirmationDialog(ActDialog):
    """The court's notice, with its number."""

    act = "take_confirmation"
    verb = "保存"
    sheet = Ui_TakeConfirmationForm

    def prepare(self) -> None:
        self.form.field("taken").set_choices([(_YES, "受理"), (_NO, "不予受理")], across=True)
        self.form.field("taken").changed.connect(self._on_taken)

    def prefill(self) -> dict[str, Any]:
        return {"taken": _YES, "on": self.today}

    def begin(self) -> None:
        super().begin()
        self._on_taken()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ConfirmationTaken(**{**values, "taken": values["taken"] == _YES}))

    def _on_taken(self) -> None:
        self.form.row("reason").setVisible(self.form.field("taken").value() == _NO)
        self.fit()


class DecideConfirmationDialog(ActDialog):
    """Confirmed, not confirmed, withdrawn."""

    act = "decide_confirmation"
    verb = "保存结果"
    sheet = Ui_DecideConfirmationForm

    def prepare(self) -> None:
        self.form.field("result").set_choices(list(RESULTS.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ConfirmationDecided(**values))


class NoteEnforcementDialog(ActDialog):
    """One side went to the court again."""

    act = "note_enforcement"
    verb = "登记"
    sheet = Ui_NoteEnforcementForm

    def prefill(self) -> dict[str, Any]:
        return {"court": self.context.office.office.committee.court, "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(EnforcementNoted(**values))


DIALOGS = (
    ApplyConfirmationDialog,
    DeclineConfirmationDialog,
    TakeConfirmationDialog,
    DecideConfirmationDialog,
    NoteEnforcementDialog,
)
