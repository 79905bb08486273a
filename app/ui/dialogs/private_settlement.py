"""登记和解: the parties came to terms with the help of whoever received them (办法第6、18条)."""

from __future__ import annotations

from typing import Any, ClassVar

from app.domain.settlement.facts import Obligation
from app.domain.settlement.turns import PRIVATE, SettlementReached
from app.services.changes import Changes
from app.ui.dialogs.agreement import ReachAgreementDialog


class SettleDialog(ReachAgreementDialog):
    """The promises of a 和解协议 are followed as those of an agreement; nothing is decided."""

    act = "settle"
    verb = "保存和解"
    purpose = "双方自行和解，不作受理决定；保存后在“文书”里制作和解协议"
    keeps_draft = True
    instruments: ClassVar[dict[str, tuple[str, str, str]]] = {PRIVATE: ("和解协议", PRIVATE, "")}

    def prefill(self) -> dict[str, Any]:
        return {"agreed_on": self.today, "instrument": PRIVATE}

    def begin(self) -> None:
        super().begin()
        self.form.row("instrument").setVisible(False)
        self.fit()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        duties = tuple(Obligation(no=number, **line) for number, line in enumerate(values["obligations"], 1))
        return self.record(
            SettlementReached(
                agreed_on=values["agreed_on"],
                terms=values["terms"],
                obligations=duties,
                helper=self.operator,
            )
        )
