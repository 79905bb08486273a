"""人民调解, before the first session: taking it up, rights, mediators, risks, a longer period."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.domain.kinds.dispute.checks import CHOSEN, RISKS, SIGNED_HOW
from app.domain.kinds.dispute.events import (
    DisputeDecided,
    MediationProlonged,
    MediationResumed,
    MediatorsNamed,
    RightsTold,
    RiskReported,
)
from app.domain.kinds.dispute.state import DisputeCase
from app.services import committee, dispute, rulebook
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog, names_in
from app.ui.generated.ui_decide_dispute import Ui_DecideDisputeForm
from app.ui.generated.ui_name_mediators import Ui_NameMediatorsForm
from app.ui.generated.ui_prolong_mediation import Ui_ProlongMediationForm
from app.ui.generated.ui_report_risk import Ui_ReportRiskForm
from app.ui.generated.ui_resume_mediation import Ui_ResumeMediationForm
from app.ui.generated.ui_tell_rights import Ui_TellRightsForm

_YES, _NO = "yes", "no"


class DecideDisputeDialog(ActDialog):
    """Taken up or not."""

    act = "decide_dispute"
    verb = "保存决定"
    purpose = "人民调解不收费；当事人一方明确拒绝的不得调解"
    sheet = Ui_DecideDisputeForm
    least_width = 760

    def prepare(self) -> None:
        rules = rulebook.rule_book(self.view.kind.rules).by_id(self.view.case.rule_set)
        self.form.field("accepted").set_choices([(_YES, "受理调解"), (_NO, "不受理")], across=True)
        self.form.field("grounds").set_choices([(g.code, g.label, g.text) for g in rules.refusal_grounds])
        self.form.field("accepted").changed.connect(self._on_answer)

    def prefill(self) -> dict[str, Any]:
        return {"accepted": _YES, "decided_on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self._on_answer()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        accepted = values["accepted"] == _YES
        decided = DisputeDecided(
            accepted=accepted,
            decided_on=values["decided_on"],
            grounds=() if accepted or not values["grounds"] else (values["grounds"],),
            facts="" if accepted else values["facts"],
            by=values["by"],
        )
        return dispute.decide(self.context.office, self.view.case.id, decided, self.view.version)

    def _on_answer(self) -> None:
        refused = self.form.field("accepted").value() == _NO
        for name in ("grounds", "facts"):
            self.form.row(name).setVisible(refused)
        self.fit()


class TellRightsDialog(ActDialog):
    """权利义务告知书 signed by both sides, or by one now and the other later."""

    act = "tell_rights"
    verb = "保存告知"
    purpose = "先到“文书”打印权利义务告知书，交本人签名"
    sheet = Ui_TellRightsForm

    def prepare(self) -> None:
        self.form.field("how").set_choices(list(SIGNED_HOW.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(DisputeCase)
        names = {
            party: ""
            if party in case.rights
            else (case.side(party).delegate.name or case.side(party).first().name)
            for party in case.PARTIES
        }
        return {**names, "how": "signature", "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            *(
                RightsTold(
                    party=party,
                    on=values["on"],
                    by=values["by"],
                    signed_by=values[party],
                    how=values["how"],
                    openly=values["openly"],
                )
                for party in self.view.case.PARTIES
                if values[party].strip()
            )
        )

    def submit(self) -> None:
        if not any(self.form.field(party).value().strip() for party in self.view.case.PARTIES):
            self.show_invalid({"applicant": "请至少填写一方的签收人"})
            return
        super().submit()

    def show_invalid(self, problems: dict[str, str]) -> None:
        if "signed_by" in problems:
            problems = {**problems, "applicant": problems["signed_by"]}
        super().show_invalid(problems)


class NameMediatorsDialog(ActDialog):
    """From the roster, or chosen by the parties from it."""

    act = "name_mediators"
    verb = "保存调解员"
    sheet = Ui_NameMediatorsForm
    least_width = 760

    def prepare(self) -> None:
        office = self.context.office
        names = [one.name for one in committee.serving(office)]
        if not names:
            names = [one.name for one in office.office.operators.values() if one.active]
            self.banner.show_warning(
                "名册上还没有调解员，下面列的是本单位经办人；请到“设置”的“人民调解委员会”登记名册。"
            )
        self.form.field("mediators").set_choices([(name, name) for name in names])
        self.form.field("chosen").set_choices(list(CHOSEN.items()), across=True)
        self.form.field("accepted").set_choices(list(self.view.case.PARTIES.items()))

    def prefill(self) -> dict[str, Any]:
        named = self.view.as_a(DisputeCase).named
        serving = committee.serving(self.context.office)
        first = [serving[0].name] if serving else []
        return {
            "mediators": list(named.mediators) if named is not None else first,
            "chosen": named.chosen if named is not None else "committee",
            "accepted": list(self.view.case.PARTIES),
            "helpers": "、".join(named.helpers) if named is not None else "",
            "helpers_agreed": named.helpers_agreed if named is not None else False,
            "on": self.today,
            "by": self.operator,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            MediatorsNamed(
                mediators=tuple(values["mediators"]),
                chosen=values["chosen"],
                accepted=tuple(values["accepted"]),
                helpers=names_in(values["helpers"]),
                helpers_agreed=values["helpers_agreed"],
                on=values["on"],
                by=values["by"],
            )
        )


class ReportRiskDialog(ActDialog):
    """民转刑: what was seen, done, and to whom it was reported."""

    act = "report_risk"
    verb = "保存"
    purpose = "可能引起治安、刑事案件的，及时向公安机关报告"
    sheet = Ui_ReportRiskForm
    danger = True

    def prepare(self) -> None:
        self.form.field("level").set_choices(list(RISKS.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        return {"at": self.now, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return dispute.report_risk(
            self.context.office, self.view.case.id, RiskReported(**values), self.view.version
        )


class ProlongMediationDialog(ActDialog):
    """Both sides want to go on."""

    act = "prolong_mediation"
    verb = "保存约定"
    purpose = "双方都愿意继续调解的，约定一个新的期限"
    sheet = Ui_ProlongMediationForm

    def prefill(self) -> dict[str, Any]:
        return {"until": self.today + dt.timedelta(days=30), "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(MediationProlonged(**values))


class ResumeMediationDialog(ActDialog):
    """A new round."""

    act = "resume_mediation"
    verb = "重新调解"
    purpose = "重新征询双方意愿，原协议保留在经过里"
    sheet = Ui_ResumeMediationForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(MediationResumed(**values))


DIALOGS = (
    DecideDisputeDialog,
    TellRightsDialog,
    NameMediatorsDialog,
    ReportRiskDialog,
    ProlongMediationDialog,
    ResumeMediationDialog,
)
