"""信访: hearing, extension, the opinion, 复查 and 复核, 督办."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.domain.kinds.petition import events as e
from app.domain.kinds.petition.state import FINDINGS, LEVELS, RESULTS, PetitionCase
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_decide_review import Ui_DecideReviewForm
from app.ui.generated.ui_extend_handling import Ui_ExtendHandlingForm
from app.ui.generated.ui_give_up_mediation import Ui_GiveUpMediationForm
from app.ui.generated.ui_hold_hearing import Ui_HoldHearingForm
from app.ui.generated.ui_issue_opinion import Ui_IssueOpinionForm
from app.ui.generated.ui_on_text import Ui_OnTextForm
from app.ui.generated.ui_request_review import Ui_RequestReviewForm
from app.ui.generated.ui_supervise import Ui_SuperviseForm

_SUPERVISION_DAYS = 7
"""What is offered as the day of the answer; the clerk may choose another."""


class HoldHearingDialog(ActDialog):
    """A hearing; its days do not count towards a recheck."""

    act = "hold_hearing"
    verb = "保存听证"
    sheet = Ui_HoldHearingForm
    keeps_draft = True

    def prefill(self) -> dict[str, Any]:
        return {"starts_on": self.today, "ends_on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.HearingHeld(**values))


class ExtendHandlingDialog(ActDialog):
    """At most thirty days more, approved, and told with the reason."""

    act = "extend_handling"
    verb = "保存延期"
    purpose = "由本单位负责人批准，延期理由要告知信访人"
    sheet = Ui_ExtendHandlingForm

    def prefill(self) -> dict[str, Any]:
        return {"days": 30, "on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.HandlingExtended(**{**values, "days": values["days"] or 0}))


class GiveUpMediationDialog(ActDialog):
    """Mediation came to nothing; the petition is handled on."""

    act = "give_up_mediation"
    verb = "保存"
    purpose = "调解不成的继续办理，出具处理意见书"
    sheet = Ui_GiveUpMediationForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.MediationGivenUp(**values))


class IssueOpinionDialog(ActDialog):
    """信访处理意见书: request, facts, opinion, basis."""

    act = "issue_opinion"
    verb = "出具意见书"
    purpose = "意见书送达信访人之日起，信访人三十日内可以请求复查"
    sheet = Ui_IssueOpinionForm
    least_width = 760
    keeps_draft = True

    def prepare(self) -> None:
        self.form.field("finding").set_choices(list(FINDINGS.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(PetitionCase)
        facts = "\n".join(inquiry.text for inquiry in case.inquiries)
        return {"facts": facts, "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.OpinionIssued(**values))


class RequestReviewDialog(ActDialog):
    """The petitioner asked the body above to look again."""

    act = "request_review"
    verb = "保存请求"
    sheet = Ui_RequestReviewForm

    def prepare(self) -> None:
        self.form.field("level").set_choices(
            [
                ("review", LEVELS["review"], "不服处理意见，收到书面答复之日起三十日内（第35条）"),
                ("recheck", LEVELS["recheck"], "不服复查意见，收到书面答复之日起三十日内（第36条）"),
            ]
        )

    def prefill(self) -> dict[str, Any]:
        asked = self.view.as_a(PetitionCase).review_of("review") is not None
        return {"level": "recheck" if asked else "review", "received_on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.ReviewRequested(**values))


class DecideReviewDialog(ActDialog):
    """What the body above, or this one, decided."""

    act = "decide_review"
    verb = "保存意见"
    sheet = Ui_DecideReviewForm

    def prepare(self) -> None:
        self.form.field("result").set_choices(list(RESULTS.items()), across=True)

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        review = self.view.as_a(PetitionCase).review_open()
        level = review.requested.level if review is not None else ""
        return self.record(e.ReviewDecided(level=level, **values))


class SuperviseDialog(ActDialog):
    """督办 with a day for the answer."""

    act = "supervise"
    verb = "发出督办"
    sheet = Ui_SuperviseForm

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(PetitionCase)
        forwarded = case.forwarded()
        return {
            "to": forwarded.sent.to if forwarded is not None else case.request.about,
            "on": self.today,
            "answer_by": self.today + dt.timedelta(days=_SUPERVISION_DAYS),
            "by": self.operator,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.SupervisionIssued(**values))


class AnswerSupervisionDialog(ActDialog):
    """What the urged body answered."""

    act = "answer_supervision"
    verb = "保存答复"
    sheet = Ui_OnTextForm

    def prepare(self) -> None:
        self.form.row("text").setCaption("答复的内容")
        self.form.row("on").setCaption("收到答复的日期")

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.SupervisionAnswered(**values))


DIALOGS = (
    HoldHearingDialog,
    ExtendHandlingDialog,
    GiveUpMediationDialog,
    IssueOpinionDialog,
    RequestReviewDialog,
    DecideReviewDialog,
    SuperviseDialog,
    AnswerSupervisionDialog,
)
