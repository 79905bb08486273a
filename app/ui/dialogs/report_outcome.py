"""What comes of a report: a result, whether it is told, no competence, transfer, what mediation may tell."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.report.events import (
    CompetenceDenied,
    DisclosureAllowed,
    ReportConcluded,
    ReportTransferred,
    ResultNoticeJudged,
)
from app.domain.kinds.report.state import RESULTS, TRANSFERS
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_allow_disclosure import Ui_AllowDisclosureForm
from app.ui.generated.ui_conclude import Ui_ConcludeForm
from app.ui.generated.ui_deny_competence import Ui_DenyCompetenceForm
from app.ui.generated.ui_judge_notice import Ui_JudgeNoticeForm
from app.ui.generated.ui_transfer import Ui_TransferForm

YES, NO = "yes", "no"
_BASIS = {
    "police": "《市场监督管理投诉举报处理办法》第四十二条",
    "department": "《市场监督管理行政处罚程序规定》第十四条",
}


class ConcludeDialog(ActDialog):
    """The result of a case that was opened."""

    act = "conclude"
    verb = "保存结果"
    sheet = Ui_ConcludeForm

    def prepare(self) -> None:
        self.form.field("sort").set_choices(list(RESULTS.items()))

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ReportConcluded(**values))


class JudgeNoticeDialog(ActDialog):
    """Only what a law, a regulation or a rule demands is told or rewarded, and it is named."""

    act = "judge_notice"
    verb = "保存判断"
    purpose = "法律、法规、规章规定应当告知的才告知；没有规定的不告知"
    sheet = Ui_JudgeNoticeForm
    least_width = 720

    def prepare(self) -> None:
        self.form.field("owed").set_choices(
            [(NO, "没有规定，不告知"), (YES, "有规定，应当告知")], across=True
        )
        self.form.field("reward").set_choices([(NO, "不奖励"), (YES, "应当奖励")], across=True)
        for path in ("owed", "reward"):
            self.form.field(path).changed.connect(self._on_choice)

    def prefill(self) -> dict[str, Any]:
        return {"owed": NO, "reward": NO, "on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self._on_choice()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        owed, reward = values["owed"] == YES, values["reward"] == YES
        cited = owed or reward
        return self.record(
            ResultNoticeJudged(
                owed=owed,
                law=values["law"].strip("《》 ") if cited else "",
                article=values["article"].removeprefix("第").removesuffix("条") if cited else "",
                reward=reward,
                reward_note=values["reward_note"] if reward else "",
                on=values["on"],
                by=values["by"],
            )
        )

    def _on_choice(self) -> None:
        reward = self.form.field("reward").value() == YES
        cited = reward or self.form.field("owed").value() == YES
        for path in ("law", "article"):
            self.form.row(path).setVisible(cited)
            self.form.row(path).setMandatory(cited)
        self.form.row("reward_note").setVisible(reward)
        self.form.row("reward_note").setMandatory(reward)
        self.fit()


class DenyCompetenceDialog(ActDialog):
    """Another one is competent; the reporter is told, and nothing is passed on by itself."""

    act = "deny_competence"
    verb = "保存"
    purpose = "告知举报人；属于市场监督管理部门的，告知向有处理权限的部门提出"
    sheet = Ui_DenyCompetenceForm

    def prepare(self) -> None:
        self.form.field("within").set_choices([(YES, "其他市场监督管理部门"), (NO, "其他部门或者不清楚")])
        self.form.field("within").changed.connect(self._on_choice)

    def prefill(self) -> dict[str, Any]:
        judged = self.view.case.competence.judgement()
        elsewhere = judged is not None and self.view.case.competence.elsewhere()
        reason = judged.reason if judged is not None and elsewhere else ""
        return {"within": YES, "on": self.today, "by": self.operator, "reason": reason}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(CompetenceDenied(**{**values, "within": values["within"] == YES}))

    def _on_choice(self) -> None:
        self.form.row("where").setMandatory(self.form.field("within").value() == YES)


class TransferDialog(ActDialog):
    """To the police the report goes on, to another department it ends here."""

    act = "transfer"
    verb = "保存移送"
    purpose = "移送公安机关的，本件继续办理；移送其他部门的，本件到此为止"
    sheet = Ui_TransferForm
    least_width = 720

    def prepare(self) -> None:
        self.form.field("to").set_choices(list(TRANSFERS.items()), across=True)
        self.form.field("to").changed.connect(self._propose_basis)

    def prefill(self) -> dict[str, Any]:
        head = self.context.office.office.person_in_charge.name
        return {"on": self.today, "by": self.operator, "approved_by": head}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ReportTransferred(**values))

    def _propose_basis(self) -> None:
        field = self.form.field("basis")
        if field.value() in ("", *_BASIS.values()):
            field.set_value(_BASIS.get(self.form.field("to").value(), ""))


class AllowDisclosureDialog(ActDialog):
    """第37条: from mixed material the reported party may be told what mediation cannot do without."""

    act = "allow_disclosure"
    verb = "保存"
    purpose = "只限组织调解所必需的信息；举报的内容和处理情况不得提供"
    sheet = Ui_AllowDisclosureForm

    def prefill(self) -> dict[str, Any]:
        head = self.context.office.office.person_in_charge.name
        return {"on": self.today, "by": self.operator, "approved_by": head}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(DisclosureAllowed(**values))


DIALOGS = (
    ConcludeDialog,
    JudgeNoticeDialog,
    DenyCompetenceDialog,
    TransferDialog,
    AllowDisclosureDialog,
)
"""What is done when a report comes to its end."""
