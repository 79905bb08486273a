"""诉转案 (办法第27条): a clue met in a complaint becomes a report of its own."""

from __future__ import annotations

from typing import Any

from app.services import report
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_turn_report import Ui_TurnReportForm


class TurnReportDialog(ActDialog):
    """The complaint goes on as it was; the clue gets number and period of its own."""

    act = "turn_report"
    verb = "登记线索"
    purpose = "另立一件举报，自发现之日起十五个工作日核查；调解照常进行，不免除经营者的其他法律责任"
    sheet = Ui_TurnReportForm
    least_width = 720
    keeps_draft = True

    def prefill(self) -> dict[str, Any]:
        return {"found_on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        made = report.turn_into_report(
            self.context.office, self.view.case.id, **values, version=self.view.version
        )
        return made.changes
