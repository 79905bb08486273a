"""诉调对接: where the parties went on to, and what came of it."""

from __future__ import annotations

from typing import Any

from app.domain.settlement.events import ReferralAnswered
from app.domain.settlement.execution_checks import OUTCOMES, PURPOSES
from app.domain.settlement.state import Settled
from app.services import execution
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_answer_referral import Ui_AnswerReferralForm
from app.ui.generated.ui_complain_again import Ui_ComplainAgainForm
from app.ui.generated.ui_refer_on import Ui_ReferOnForm


class ReferOnDialog(ActDialog):
    """Taken on to a court, an arbitration body or a committee."""

    act = "refer_on"
    verb = "保存对接"
    purpose = "登记转往何处、办什么；结果回来后再登记"
    sheet = Ui_ReferOnForm

    def prepare(self) -> None:
        self.form.field("purpose").set_choices(list(PURPOSES.items()))
        self.form.field("purpose").changed.connect(self._on_purpose)

    def prefill(self) -> dict[str, Any]:
        agreed = self.view.as_a(Settled).agreement is not None
        return {
            "purpose": "confirmation" if agreed else "lawsuit",
            "on": self.today,
            "by": self.operator,
        }

    def begin(self) -> None:
        super().begin()
        self._on_purpose()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return execution.refer(
            self.context.office,
            self.view.case.id,
            purpose=values["purpose"],
            body=values["body"],
            on=values["on"],
            by=values["by"],
            consented=bool(values["consented"]),
            number=values["number"],
            note=values["note"],
            version=self.view.version,
        )

    def _on_purpose(self) -> None:
        self.form.row("consented").setVisible(self.form.field("purpose").value() == "mediation")
        self.fit()


class AnswerReferralDialog(ActDialog):
    """What the court, arbitration body or committee did."""

    act = "answer_referral"
    verb = "保存结果"
    sheet = Ui_AnswerReferralForm

    def prepare(self) -> None:
        waiting = [r.referred for r in self.view.as_a(Settled).referrals]
        self.form.field("no").set_choices(
            [(str(r.no), f"{r.on} {PURPOSES[r.purpose]}", r.body) for r in reversed(waiting)]
        )
        self.form.field("outcome").set_choices(list(OUTCOMES.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        last = self.view.as_a(Settled).referrals[-1].referred
        number = last.number
        return {"no": str(last.no), "on": self.today, "by": self.operator, "number": number}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            ReferralAnswered(
                no=int(values["no"]),
                on=values["on"],
                outcome=values["outcome"],
                number=values["number"],
                text=values["text"],
                by=values["by"],
            )
        )


class ComplainAgainDialog(ActDialog):
    """再次投诉: a new complaint about the broken agreement, tied to this case."""

    act = "complain_again"
    verb = "登记再次投诉"
    purpose = "登记为新的投诉，与本件关联；争议金额为协议尚欠的数额"
    sheet = Ui_ComplainAgainForm

    def prepare(self) -> None:
        self.offer("channel", "channels")

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(Settled)
        when = case.agreement.agreed_on if case.agreement is not None else self.today
        other = case.PARTIES[list(case.PARTIES)[-1]]
        return {
            "received_on": self.today,
            "channel": "visit",
            "facts": f"{when} 达成的调解协议，{other}没有履行，要求履行协议（见{case.number}）。",
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        made = execution.complain_again(
            self.context.office,
            self.view.case.id,
            received_on=values["received_on"],
            channel=values["channel"],
            facts=values["facts"],
        )
        return made.changes
