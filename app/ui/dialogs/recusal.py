"""回避: a party asks that mediators step aside, and whether they do (办法第21条)."""

from __future__ import annotations

from typing import Any

from app.domain.matter.state import next_no
from app.domain.settlement.state import Settled
from app.domain.settlement.turns import RecusalDecided, RecusalRequested
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog, names_in
from app.ui.dialogs.standing import party_choices
from app.ui.generated.ui_decide_recusal import Ui_DecideRecusalForm
from app.ui.generated.ui_request_recusal import Ui_RequestRecusalForm

GRANT, REJECT = "grant", "reject"


class RequestRecusalDialog(ActDialog):
    """The mediation stands still from now on."""

    act = "request_recusal"
    verb = "保存申请"
    purpose = "保存后中止调解，直到作出是否回避的决定；调解期限不因此停止计算"
    sheet = Ui_RequestRecusalForm

    def prepare(self) -> None:
        case = self.view.as_a(Settled)
        self.form.field("party").set_choices(party_choices(case))
        people = sorted(case.mediators() - case.recused())
        self.form.field("mediators").set_choices([(name, name) for name in people])

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(Settled)
        people = sorted(case.mediators() - case.recused())
        return {
            "mediators": people if len(people) == 1 else [],
            "on": self.today,
            "by": self.operator,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        case = self.view.as_a(Settled)
        number = next_no(one.requested.no for one in case.recusals)
        return self.record(
            RecusalRequested(**{**values, "mediators": tuple(values["mediators"]), "no": number})
        )


class DecideRecusalDialog(ActDialog):
    """Somebody else than those asked to step aside decides."""

    act = "decide_recusal"
    verb = "保存决定"
    sheet = Ui_DecideRecusalForm

    def prepare(self) -> None:
        choices = [(GRANT, "同意回避"), (REJECT, "驳回申请")]
        self.form.field("granted").set_choices(choices, across=True)
        self.form.field("granted").changed.connect(self._on_choice)

    def prefill(self) -> dict[str, Any]:
        # The head decides; a clerk who is one of those asked to step aside must not stand there.
        return {"decided_on": self.today, "by": self.context.office.office.person_in_charge.name}

    def begin(self) -> None:
        super().begin()
        pending = self.view.as_a(Settled).open_recusal()
        if pending is not None:
            who = self.view.case.PARTIES.get(pending.requested.party, "")
            names = "、".join(pending.requested.mediators)
            self.banner.show_info(f"{who}申请{names}回避：{pending.requested.reason}")
        self._on_choice()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        pending = self.view.as_a(Settled).open_recusal()
        granted = values["granted"] == GRANT
        return self.record(
            RecusalDecided(
                no=pending.requested.no if pending is not None else 0,
                granted=granted,
                reason=values["reason"],
                replacement=names_in(values["replacement"]) if granted else (),
                decided_on=values["decided_on"],
                by=values["by"],
            )
        )

    def _on_choice(self) -> None:
        granted = self.form.field("granted").value() == GRANT
        self.form.row("replacement").setVisible(granted)
        self.form.row("replacement").setMandatory(granted)
        self.fit()


DIALOGS = (RequestRecusalDialog, DecideRecusalDialog)
