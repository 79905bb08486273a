"""委托调解: giving a mediation to another body, and its result coming back (办法第19条)."""

from __future__ import annotations

from typing import Any

from app.domain.settlement.entrusting import EntrustedResult, MediationEntrusted
from app.services import entrusting
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_entrust_mediation import Ui_EntrustMediationForm
from app.ui.generated.ui_report_entrusted import Ui_ReportEntrustedForm


class EntrustMediationDialog(ActDialog):
    """To the committee of this office, or to a body outside."""

    act = "entrust_mediation"
    verb = "保存委托"
    purpose = "经双方同意；受委托的组织不得再委托"
    sheet = Ui_EntrustMediationForm

    def prepare(self) -> None:
        self.form.field("agreed").set_choices(list(self.view.case.PARTIES.items()))
        self.form.row("own").setVisible(bool(self.context.office.office.committee.name))

    def prefill(self) -> dict[str, Any]:
        committee = self.context.office.office.committee
        return {"to": committee.name, "own": bool(committee.name), "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        given = MediationEntrusted(
            to=values["to"],
            agreed=tuple(values["agreed"]),
            on=values["on"],
            by=values["by"],
            note=values["note"],
        )
        return entrusting.entrust(
            self.context.office,
            self.view.case.id,
            given,
            open_dispute=values["own"],
            version=self.view.version,
        )


class ReportEntrustedDialog(ActDialog):
    """The result; that of this office's own committee stands there already."""

    act = "report_entrusted"
    verb = "保存结果"
    sheet = Ui_ReportEntrustedForm

    def prepare(self) -> None:
        self.form.field("outcome").set_choices([("agreed", "达成协议"), ("failed", "调解不成")], across=True)

    def prefill(self) -> dict[str, Any]:
        found = entrusting.reported(self.context.office, self.view.case.id)
        if found is None:
            return {"on": self.today, "by": self.operator}
        return {"outcome": found.outcome, "on": found.on, "text": found.text, "by": found.by}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(EntrustedResult(**values))
