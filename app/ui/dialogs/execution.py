"""执行: what was paid or done, pressing for it, and giving up on it. `target` is the obligation's number."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from app.domain.money import format_yuan
from app.domain.settlement.events import ObligationBreached, ObligationUrged, ObligationWaived
from app.domain.settlement.facts import SHARES
from app.domain.settlement.state import Promise, Settled
from app.services import attachments, execution
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.add_evidence import FilePick
from app.ui.generated.ui_declare_breach import Ui_DeclareBreachForm
from app.ui.generated.ui_record_performance import Ui_RecordPerformanceForm
from app.ui.generated.ui_urge import Ui_UrgeForm
from app.ui.generated.ui_waive import Ui_WaiveForm

MOST_SHOWN = 12
"""Promises offered at once; of a long list those that fall due first, and the one chosen in it."""

ADVICE = (
    "已告知对方：可以依据《中华人民共和国消费者权益保护法》第三十九条，"
    "向有关行政部门投诉、根据与经营者达成的仲裁协议提请仲裁，或者向人民法院提起诉讼。"
)


class _ObligationDialog(ActDialog):
    """An act on one open promise of the agreement."""

    def open_promises(self) -> list[Promise]:
        """Those that are neither settled nor given up, the earliest first."""
        return self._first_due([p for p in self._promises() if p.open()])

    def _promises(self) -> list[Promise]:
        agreement = self.view.as_a(Settled).agreement
        return agreement.promises if agreement is not None else []

    def _first_due(self, promises: list[Promise]) -> list[Promise]:
        ordered = sorted(promises, key=lambda p: (p.obligation.due_on, p.obligation.no))
        beyond = [p for p in ordered[MOST_SHOWN:] if p.obligation.no == self.target]
        return ordered[:MOST_SHOWN] + beyond

    def prepare(self) -> None:
        case = self.view.as_a(Settled)
        self.form.field("obligation_no").set_choices(
            [
                (str(p.obligation.no), self._to(p) + promise_words(p, case.PARTIES))
                for p in self.open_promises()
            ]
        )

    def _to(self, promise: Promise) -> str:
        """For whom, in a group."""
        one = self.view.as_a(Settled).member(promise.obligation.payee) if promise.obligation.payee else None
        return f"{one.member.name}：" if one is not None else ""

    def chosen(self) -> Promise | None:
        """The promise that is chosen now."""
        number = self.form.field("obligation_no").value()
        return next((p for p in self.open_promises() if str(p.obligation.no) == number), None)

    def first(self) -> str:
        """The one the dialog was opened for, else the one that falls due first."""
        if self.target is not None:
            return str(self.target)
        return str(next((p.obligation.no for p in self.open_promises()), ""))


def promise_words(promise: Promise, parties: Mapping[str, str]) -> str:
    """第1项 被投诉人付款 600.00 元，尚欠 400.00 元，2026-05-01 到期."""
    duty = promise.obligation
    who = parties[duty.obligor]
    if duty.kind != "money":
        return f"第{duty.no}项 {who}{duty.description}，{duty.due_on} 到期"
    rest = duty.amount - promise.paid()
    owed = f"，尚欠 {format_yuan(rest)} 元" if promise.paid() else ""
    return f"第{duty.no}项 {who}付款 {format_yuan(duty.amount)} 元{owed}，{duty.due_on} 到期"


class RecordPerformanceDialog(_ObligationDialog):
    """Money that came, or a thing that was done."""

    act = "record_performance"
    verb = "保存履行"
    sheet = Ui_RecordPerformanceForm

    def prepare(self) -> None:
        super().prepare()
        self.pick = FilePick("转账凭证、收条可以拖到这里，或按 Ctrl+V 粘贴")
        self.body.addWidget(self.pick)
        self.pick.drop.files_chosen.connect(lambda files: self.pick.take_file(files[0]))
        self.pick.drop.image_pasted.connect(self.pick.take_image)
        self.form.field("obligation_no").changed.connect(self._on_chosen)
        self.form.field("payer").changed.connect(self._on_payer)

    def prefill(self) -> dict[str, Any]:
        return {"obligation_no": self.first(), "on": self.today}

    def values(self) -> dict[str, Any]:
        promise = self.chosen()
        money = promise is None or promise.obligation.kind == "money"
        return {**super().values(), "file": self.pick.chosen(), "money": money}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        office, file = self.context.office, values["file"]
        proof = None
        if isinstance(file, Path):
            proof = attachments.keep_file(office, file)
        elif file is not None:
            proof = attachments.keep_bytes(office, f"履行凭证 {values['on']}.png", file)
        money = values["money"]
        return execution.perform(
            office,
            self.view.case.id,
            obligation_no=int(values["obligation_no"]),
            on=values["on"],
            amount=(values["amount"] or 0) if money else 0,
            done=False if money else values["done"],
            payer=values["payer"],
            note=values["note"],
            proof=proof,
            version=self.view.version,
        )

    def _on_chosen(self) -> None:
        promise = self.chosen()
        money = promise is None or promise.obligation.kind == "money"
        self.form.row("amount").setVisible(money)
        self.form.row("done").setVisible(not money)
        self._offer_payers(promise)
        if promise is not None and money:
            self.form.field("amount").set_value(_left(promise, self.form.field("payer").value()))
        self.fit()

    def _offer_payers(self, promise: Promise | None) -> None:
        """Who of several paid; of shares it must be said, and only who still owes is asked."""
        duty = promise.obligation if promise is not None else None
        shares = duty is not None and duty.kind == "money" and duty.liability == SHARES
        offered = []
        for one in duty.payers if duty is not None else ():
            left = _left(promise, one.name) if shares and promise is not None else 0
            if not shares:
                offered.append((one.name, one.name))
            elif left:
                words = f"份额 {format_yuan(one.share)} 元，尚欠 {format_yuan(left)} 元"
                offered.append((one.name, f"{one.name}（{words}）"))
        row = self.form.row("payer")
        row.setVisible(bool(offered))
        row.setMandatory(shares)
        self.form.field("payer").set_choices(offered)

    def _on_payer(self) -> None:
        promise, payer = self.chosen(), self.form.field("payer").value()
        if promise is not None and payer and promise.obligation.kind == "money":
            self.form.field("amount").set_value(_left(promise, payer))


def _left(promise: Promise, payer: str) -> int:
    """Cents that can still come: of the payer's own share where each owes a part, else of the whole."""
    duty = promise.obligation
    share = next((one.share for one in duty.payers if one.name == payer), 0)
    return min(promise.rest(), share - promise.paid_by(payer)) if share else promise.rest()


class RecordLatePerformanceDialog(RecordPerformanceDialog):
    """What was declared broken has come after all."""

    act = "record_late_performance"
    purpose = "已登记未履行的义务，后来又履行了"

    def open_promises(self) -> list[Promise]:
        return self._first_due([p for p in self._promises() if p.owing()])


class WaiveDialog(_ObligationDialog):
    """登记放弃: only the entitled themselves can."""

    act = "waive"
    verb = "登记放弃"
    purpose = "只有权利人本人同意才能放弃，代表人不能代为放弃"
    sheet = Ui_WaiveForm
    danger = True

    def open_promises(self) -> list[Promise]:
        return self._first_due([p for p in self._promises() if p.owing()])

    def prepare(self) -> None:
        super().prepare()
        self.offer("method", "notice_methods")
        self.form.field("obligation_no").changed.connect(self._on_chosen)

    def prefill(self) -> dict[str, Any]:
        return {
            "obligation_no": self.first(),
            "consent_on": self.today,
            "method": "in_person",
            "on": self.today,
            "by": self.operator,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        number = int(values["obligation_no"])
        promise = next(p for p in self._promises() if p.obligation.no == number)
        return self.record(
            ObligationWaived(
                obligation_no=number,
                on=values["on"],
                amount=(values["amount"] or 0) if promise.obligation.kind == "money" else 0,
                waived_by=values["waived_by"],
                consent_on=values["consent_on"],
                method=values["method"],
                reason=values["reason"],
                by=values["by"],
            )
        )

    def _on_chosen(self) -> None:
        promise = self.chosen()
        if promise is None:
            return
        case = self.view.as_a(Settled)
        one = case.member(promise.obligation.payee) if promise.obligation.payee else None
        entitled = [name for party, name in case.party_names().items() if party != promise.obligation.obligor]
        self.form.field("waived_by").set_value(one.member.name if one is not None else "".join(entitled[:1]))
        self.form.row("amount").setVisible(promise.obligation.kind == "money")
        self.form.field("amount").set_value(promise.rest() or None)
        self.fit()


class UrgeDialog(_ObligationDialog):
    """督促履行."""

    act = "urge"
    verb = "保存督促"
    sheet = Ui_UrgeForm

    def prepare(self) -> None:
        super().prepare()
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        return {"obligation_no": self.first(), "on": self.today, "method": "phone", "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            ObligationUrged(
                obligation_no=int(values["obligation_no"]),
                on=values["on"],
                method=values["method"],
                by=values["by"],
                note=values["note"],
            )
        )


class DeclareBreachDialog(_ObligationDialog):
    """未履行: the other party was told where to turn."""

    act = "declare_breach"
    verb = "登记未履行"
    sheet = Ui_DeclareBreachForm
    danger = True
    advice: ClassVar[str] = ADVICE

    def prefill(self) -> dict[str, Any]:
        return {"obligation_no": self.first(), "on": self.today, "advice": self.advice}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            ObligationBreached(
                obligation_no=int(values["obligation_no"]),
                on=values["on"],
                facts=values["facts"],
                advice=values["advice"],
            )
        )
