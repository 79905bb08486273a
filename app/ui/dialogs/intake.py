"""受理: the decision, telling the parties, voiding a registration."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.complaint.events import AcceptanceDecided, CaseVoided, PartyNotified
from app.domain.kinds.complaint.state import Complaint
from app.services import abuse
from app.services.changes import Changes
from app.services.timeline import MATTERS
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_decide_acceptance import Ui_DecideAcceptanceForm
from app.ui.generated.ui_notify import Ui_NotifyForm
from app.ui.generated.ui_void_case import Ui_VoidCaseForm

ACCEPT, REFUSE = "accept", "refuse"


class DecideAcceptanceDialog(ActDialog):
    """受理 or 不予受理. The registration may have to be completed first."""

    act = "decide_acceptance"
    verb = "保存决定"
    sheet = Ui_DecideAcceptanceForm
    least_width = 760

    def prepare(self) -> None:
        self._abusive = abuse.refusal_ground(self.view.as_a(Complaint))
        rules = self.context.office.rules.by_id(self.view.case.rule_set)
        self.form.field("accepted").set_choices([(ACCEPT, "受理"), (REFUSE, "不予受理")], across=True)
        self.form.field("grounds").set_choices([(g.code, g.label, g.text) for g in rules.refusal_grounds])
        self.form.row("grounds").setRemark(f"{rules.short_title}{rules.refusal_article}")
        self.form.field("accepted").changed.connect(self._on_choice)

    def prefill(self) -> dict[str, Any]:
        complete = not self.view.as_a(Complaint).complete()
        return {
            # After a finding under 第17条 the answer is left to the person.
            "accepted": ACCEPT if complete and self._abusive is None and not self._unproven() else "",
            "decided_on": self.today,
            "by": self.operator,
        }

    def begin(self) -> None:
        super().begin()
        self._on_choice()
        missing = self.view.as_a(Complaint).complete()
        if missing:
            self.banner.show_warning(
                f"登记还缺{'、'.join(missing)}，补齐后才能受理；无法补齐的可以不予受理。",
                "补齐登记",
                self._complete,
            )
        elif self._unproven():
            self.banner.show_warning(f"{'；'.join(self._unproven())}。")
        elif self._abusive is not None:
            self.banner.show_info("第17条评估认为不是为生活消费需要；是否受理由您决定。")

    def carry_out(self, values: dict[str, Any]) -> Changes:
        accepted = values["accepted"] == ACCEPT
        return self.record(
            AcceptanceDecided(
                accepted=accepted,
                decided_on=values["decided_on"],
                grounds=() if accepted or not values["grounds"] else (values["grounds"],),
                facts=values["facts"],
                by=values["by"],
            )
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        super().show_invalid(problems)
        if "accepted" in problems and self.view.as_a(Complaint).complete():
            self.banner.show_error("登记事项不齐全，现在不能受理。", "补齐登记", self._complete)

    def _on_choice(self) -> None:
        refused = self.form.field("accepted").value() == REFUSE
        if refused and self._abusive is not None and not self.form.field("grounds").value():
            self.form.set_values({"grounds": self._abusive.code})
            if not self.form.field("facts").value():
                self.form.set_values({"facts": self._abusive.facts})
        if refused and not self.form.field("grounds").value():
            self._offer_proof_ground()
        self.form.row("grounds").setVisible(refused)
        self.form.row("facts").setMandatory(refused)
        self.fit()

    def _unproven(self) -> list[str]:
        """Why the complainant cannot be heard yet."""
        return self.view.as_a(Complaint).unproven(self.today)

    def _offer_proof_ground(self) -> None:
        """Identity papers not given or false are a ground of their own (办法第16条)."""
        proof = self.view.case.standing.proof()
        rules = self.context.office.rules.by_id(self.view.case.rule_set)
        if proof is None or proof.result == "provided":
            return
        ground = rules.unproven_ground if proof.result == "refused" else rules.false_proof_ground
        self.form.set_values({"grounds": ground})
        if not self.form.field("facts").value():
            self.form.set_values({"facts": proof.note})

    def _complete(self) -> None:
        self.done(0)
        self.other_wanted.emit("amend")


class NotifyDialog(ActDialog):
    """Telling one party of one decision or session."""

    act = "notify"
    verb = "保存告知记录"
    sheet = Ui_NotifyForm
    least_width = 760

    def prepare(self) -> None:
        case = self.view.case
        names = case.party_names()
        choices = [
            (f"{matter}/{party}/{number}", f"{MATTERS[matter]} → {case.PARTIES[party]} {names[party]}")
            for matter, party, number in case.notices_owed()
        ]
        self.form.field("what").set_choices(choices)
        self.offer("method", "notice_methods")
        self.offer("result", "notice_results")
        self.form.field("what").changed.connect(self._suggest_address)
        self.form.field("method").changed.connect(self._suggest_address)
        self._suggested = ""

    def prefill(self) -> dict[str, Any]:
        owed = self.view.case.notices_owed()
        return {
            "what": "{}/{}/{}".format(*owed[0]) if owed else "",
            "method": "phone",
            "at": self.now,
            "by": self.operator,
            "result": "reached",
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        matter, party, number = values["what"].split("/")
        return self.record(
            PartyNotified(
                matter=matter,
                party=party,
                method=values["method"],
                address=values["address"],
                at=values["at"],
                by=values["by"],
                result=values["result"],
                note=values["note"],
                session_no=int(number),
            )
        )

    def _suggest_address(self) -> None:
        """The number or the address of the party, unless the clerk wrote another."""
        field = self.form.field("address")
        if field.value() not in ("", self._suggested) or not self.form.field("what").value():
            return
        party = self.form.field("what").value().split("/")[1]
        phone, address = self.view.case.party_contact(party)
        method = self.form.field("method").value()
        self._suggested = phone if method in ("phone", "sms") else ""
        if method in ("letter", "in_person", "left"):
            self._suggested = address
        field.set_value(self._suggested)


class VoidDialog(ActDialog):
    """作废: the registration was a mistake."""

    act = "void"
    verb = "作废"
    purpose = "编号和内容保留在记录中，不会被别的案件占用"
    sheet = Ui_VoidCaseForm
    danger = True

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(CaseVoided(on=values["on"], reason=values["reason"], by=values["by"]))
