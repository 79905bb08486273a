"""上交、下派、接收、交回结果、收回; and 警示 raised or lifted."""

from __future__ import annotations

from typing import Any

from app.domain.matter.events import AlertRaised, CaseTakenBack
from app.domain.matter.turns import OUTCOMES, ResultBrought
from app.services import handing
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_alert import Ui_AlertForm
from app.ui.generated.ui_bring_result import Ui_BringResultForm
from app.ui.generated.ui_hand_case import Ui_HandCaseForm
from app.ui.generated.ui_reasoned import Ui_ReasonedForm
from app.ui.generated.ui_receive_case import Ui_ReceiveCaseForm


class HandUpDialog(ActDialog):
    """To the office above; nothing is done to the case here until it comes back."""

    act = "hand_up"
    verb = "上交"
    purpose = "保存后在“文书”里制作移交单；对方办理期间本单位不再办理"
    sheet = Ui_HandCaseForm
    direction = handing.UP
    why = "争议较大，本单位不能办理，提请有权处理的单位办理。"

    def prepare(self) -> None:
        known = [one.name for one in handing.receivers(self.context.office)]
        self.form.field("known").set_choices([(name, name) for name in known])
        self.form.row("known").setVisible(bool(known))
        self.form.field("known").changed.connect(self._take_known)

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator, "reason": self.why}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        given = {name: value for name, value in values.items() if name != "known"}
        return handing.hand(
            self.context.office,
            self.view.case.id,
            direction=self.direction,
            **given,
            version=self.view.version,
        )

    def _take_known(self) -> None:
        name = self.form.field("known").value()
        if name:
            self.form.set_values({"to_office": name})


class HandDownDialog(HandUpDialog):
    """To an office below."""

    act = "hand_down"
    verb = "下派"
    direction = handing.DOWN
    why = "由当事人所在地的单位就近办理。"


class ReceiveCaseDialog(ActDialog):
    """The office it was handed to takes it in hand."""

    act = "receive_case"
    verb = "接收"
    purpose = "以后按接收单位的办理身份办理；办法的期限自有权处理的单位收到之日起计算"
    sheet = Ui_ReceiveCaseForm

    def prepare(self) -> None:
        offered = handing.identities_for(self.view.case)
        self.form.field("identity").set_choices([(one.code, one.label) for one in offered])

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self.fit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return handing.receive(self.context.office, self.view.case.id, **values, version=self.view.version)


class BringResultDialog(ActDialog):
    """What the other office did; the case is in hand here again."""

    act = "bring_result"
    verb = "保存结果"
    purpose = "保存后由本单位继续办理"
    sheet = Ui_BringResultForm

    def prepare(self) -> None:
        self.form.field("outcome").set_choices(list(OUTCOMES.items()))

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self.fit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ResultBrought(**values))


class TakeBackDialog(ActDialog):
    """The handing is undone."""

    act = "take_back"
    verb = "收回"
    purpose = "移交错了，或者对方没有接收"
    sheet = Ui_ReasonedForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(CaseTakenBack(**values))


class RaiseAlertDialog(ActDialog):
    """Tell the person in charge."""

    act = "raise_alert"
    verb = "提请注意"
    purpose = "案件在列表里排到前面，直到解除"
    sheet = Ui_AlertForm

    def prepare(self) -> None:
        self.form.field("level").set_choices([("attention", "紧急：提请注意"), ("danger", "特急：危险")])
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        head = self.context.office.office.person_in_charge.name
        return {"told": head, "method": "phone", "at": self.now, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self.fit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(AlertRaised(**values))


class LiftAlertDialog(RaiseAlertDialog):
    """The danger is over."""

    act = "lift_alert"
    verb = "解除警示"
    purpose = "危险已经排除，写明经过"

    def prepare(self) -> None:
        super().prepare()
        self.form.field("level").set_choices([("none", "解除警示")])

    def prefill(self) -> dict[str, Any]:
        return {**super().prefill(), "level": "none"}


ALERTS = (RaiseAlertDialog, LiftAlertDialog)
"""For every kind."""

DIALOGS = (
    HandUpDialog,
    HandDownDialog,
    ReceiveCaseDialog,
    BringResultDialog,
    TakeBackDialog,
    *ALERTS,
)
"""For every kind that can be handed on."""
