"""处理权限: feeding back, dispute and its end, the right channel told, a local promise made longer."""

from __future__ import annotations

from typing import Any

from app.domain.matter.competence import (
    WAYS_OF_SETTLING,
    CompetenceDisputed,
    CompetenceSettled,
    DispatchFedBack,
    LocalPromiseExtended,
    RightChannelTold,
)
from app.services import competence, triage
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_dispute_competence import Ui_DisputeCompetenceForm
from app.ui.generated.ui_extend_promise import Ui_ExtendPromiseForm
from app.ui.generated.ui_feed_back import Ui_FeedBackForm
from app.ui.generated.ui_settle_competence import Ui_SettleCompetenceForm
from app.ui.generated.ui_tell_channel import Ui_TellChannelForm


class FeedBackDialog(ActDialog):
    """A dispatched case goes back to its sender; it is never passed on from here."""

    act = "feed_back"
    verb = "退回"
    purpose = "没有处理权限的反馈分送单位，不得自行移送；退回后本件办结"
    sheet = Ui_FeedBackForm
    danger = True

    def prepare(self) -> None:
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        case = self.view.case
        judged = case.competence.judgement()
        return {
            "to": case.origin.source if case.origin is not None else "",
            "on": self.today,
            "method": "internet",
            "by": self.operator,
            "reason": judged.reason if judged is not None and case.competence.elsewhere() else "",
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(DispatchFedBack(**values))


class DisputeCompetenceDialog(ActDialog):
    """Another bureau disagrees; seven working days run from the day it arose."""

    act = "dispute_competence"
    verb = "登记争议"
    purpose = "自发生争议之日起七个工作日内协商，协商不成的报共同的上一级指定"
    sheet = Ui_DisputeCompetenceForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(CompetenceDisputed(**values))


class SettleCompetenceDialog(ActDialog):
    """How the dispute ended."""

    act = "settle_competence"
    verb = "登记结果"
    sheet = Ui_SettleCompetenceForm

    def prepare(self) -> None:
        self.form.field("ours").set_choices([("yes", "本局处理"), ("no", "对方处理")])
        self.form.field("how").set_choices(list(WAYS_OF_SETTLING.items()))

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(
            CompetenceSettled(
                ours=values["ours"] == "yes",
                how=values["how"],
                on=values["on"],
                by=values["by"],
                note=values["note"],
            )
        )


class TellChannelDialog(ActDialog):
    """The published channels, told to who came by another one."""

    act = "tell_channel"
    verb = "保存告知"
    sheet = Ui_TellChannelForm

    def prepare(self) -> None:
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        origin = self.view.case.origin
        text = ""
        if origin is not None:
            text = triage.channel_sentence(self.context.office, origin.channel, origin.received_on)
        return {"text": text, "at": self.now, "method": "phone", "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        origin = self.view.case.origin
        channel = origin.channel if origin is not None else ""
        return self.record(RightChannelTold(channel=channel, **values))


class ExtendPromiseDialog(ActDialog):
    """A local promise made longer with somebody's approval; the law's periods stay as they are."""

    act = "extend_promise"
    verb = "保存延长"
    purpose = "只延长本地承诺，不影响法定期限"
    sheet = Ui_ExtendPromiseForm

    def prepare(self) -> None:
        found = competence.extendable(self.view)
        self.form.field("promise").set_choices(found)
        self.form.row("promise").setVisible(bool(found))
        if not found:
            self.banner.show_warning("没有可以延长的本地承诺：没有启用，已经办到，或者已经延长到最多。")

    def prefill(self) -> dict[str, Any]:
        found = competence.extendable(self.view)
        return {"promise": found[0][0] if found else "", "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        event = LocalPromiseExtended(**{**values, "units": values["units"] or 0})
        return competence.extend_promise(
            self.context.office, self.view.case.id, event, version=self.view.version
        )


DIALOGS = (
    FeedBackDialog,
    DisputeCompetenceDialog,
    SettleCompetenceDialog,
    TellChannelDialog,
    ExtendPromiseDialog,
)
"""What every kind under the 办法 shares, besides `jurisdiction.JudgeJurisdictionDialog`."""
