"""信访: by which way a petition is handled, whether it is taken, and where else it goes."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.petition import events as e
from app.domain.kinds.petition.checks import MODES
from app.domain.kinds.petition.state import ROUTED_WAYS, WAYS, PetitionCase
from app.services import rulebook
from app.services.changes import Changes
from app.ui.context import IntakeTarget, Tie
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_answer_objection import Ui_AnswerObjectionForm
from app.ui.generated.ui_decide_petition import Ui_DecidePetitionForm
from app.ui.generated.ui_forward_petition import Ui_ForwardPetitionForm
from app.ui.generated.ui_object_petition import Ui_ObjectPetitionForm
from app.ui.generated.ui_on_text import Ui_OnTextForm
from app.ui.generated.ui_report_urgent import Ui_ReportUrgentForm
from app.ui.generated.ui_route_petition import Ui_RoutePetitionForm
from app.ui.generated.ui_sort_petition import Ui_SortPetitionForm

ACCEPT, REFUSE = "accept", "refuse"
ADMINISTRATIVE = "administrative"
_WAY_OF_SORT = {"suggestion": "suggestion", "accusation": "accusation"}


def _way_choices(codes: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [(code, WAYS[code][0], f"信访工作条例{WAYS[code][1]}") for code in codes]


class SortPetitionDialog(ActDialog):
    """甄别: the way decides what follows, so each stands with its article."""

    act = "sort_petition"
    verb = "保存甄别"
    sheet = Ui_SortPetitionForm
    least_width = 760

    def prepare(self) -> None:
        self.form.field("way").set_choices(_way_choices(tuple(WAYS)))

    def prefill(self) -> dict[str, Any]:
        request = self.view.as_a(PetitionCase).request
        return {"way": _WAY_OF_SORT.get(request.sort, ""), "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.PetitionSorted(**values))


class DecidePetitionDialog(ActDialog):
    """受理, or 不予受理 with its ground."""

    act = "decide_petition"
    verb = "保存决定"
    sheet = Ui_DecidePetitionForm
    least_width = 760

    def prepare(self) -> None:
        rules = rulebook.rule_book(self.view.kind.rules).by_id(self.view.case.rule_set)
        self.form.field("accepted").set_choices([(ACCEPT, "受理"), (REFUSE, "不予受理")], across=True)
        self.form.field("grounds").set_choices(
            [(g.code, f"第 {g.label} 项", g.text) for g in rules.refusal_grounds]
        )
        self.form.field("accepted").changed.connect(self._on_choice)

    def prefill(self) -> dict[str, Any]:
        return {"accepted": ACCEPT, "decided_on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self._on_choice()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        accepted = values["accepted"] == ACCEPT
        return self.record(
            e.PetitionDecided(
                accepted=accepted,
                decided_on=values["decided_on"],
                grounds=() if accepted or not values["grounds"] else (values["grounds"],),
                facts=values["facts"],
                by=values["by"],
            )
        )

    def _on_choice(self) -> None:
        refused = self.form.field("accepted").value() == REFUSE
        self.form.row("grounds").setVisible(refused)
        self.form.row("facts").setMandatory(refused)
        self.fit()


class RoutePetitionDialog(ActDialog):
    """导入相应程序: no opinion is written for these."""

    act = "route_petition"
    verb = "保存"
    purpose = "导入后不出具信访处理意见书"
    sheet = Ui_RoutePetitionForm

    def prepare(self) -> None:
        self.form.field("procedure").set_choices(_way_choices(ROUTED_WAYS))
        self.form.field("procedure").changed.connect(self._on_procedure)
        self.recorded.connect(self._go_on)

    def prefill(self) -> dict[str, Any]:
        way = self.view.as_a(PetitionCase).way()
        return {
            "procedure": way if way in ROUTED_WAYS else "",
            "on": self.today,
            "by": self.operator,
            "register": False,
        }

    def begin(self) -> None:
        super().begin()
        self._on_procedure()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.PetitionRouted(**{k: v for k, v in values.items() if k != "register"}))

    def _on_procedure(self) -> None:
        """Only 投诉举报程序 can be begun at this counter."""
        administrative = self.form.field("procedure").value() == ADMINISTRATIVE
        self.form.row("register").setVisible(administrative)
        self.fit()

    def _go_on(self) -> None:
        """Open the form of a complaint with what the petition says already."""
        values = self.form.values()
        if values["procedure"] != ADMINISTRATIVE or not values["register"]:
            return
        case = self.view.as_a(PetitionCase)
        words = {
            "name": case.petitioner.name,
            "phone": case.petitioner.phone,
            "id_type": case.petitioner.id_type,
            "id_no": case.petitioner.id_no,
            "address": case.petitioner.address,
            "other_name": case.request.about,
            "facts": case.request.facts,
        }
        tie = Tie("continued", case.id, case.number)
        self.context.intake_wanted.emit(IntakeTarget("complaint", words, tie))


class ForwardPetitionDialog(ActDialog):
    """转送 or 交办."""

    act = "forward_petition"
    verb = "保存"
    sheet = Ui_ForwardPetitionForm

    def prepare(self) -> None:
        self.form.field("mode").set_choices(list(MODES.items()), across=True)
        self.form.field("mode").changed.connect(self._on_mode)
        if self.view.as_a(PetitionCase).request.sort == "accusation":
            self.banner.show_warning("检举控告材料不得透露或者转给被检举、控告的人员或者单位（第30条）。")

    def prefill(self) -> dict[str, Any]:
        return {"mode": "forward", "on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        self._on_mode()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        reply_by = values["reply_by"] if values["mode"] == "assign" else None
        return self.record(e.PetitionForwarded(**{**values, "reply_by": reply_by}))

    def _on_mode(self) -> None:
        assigned = self.form.field("mode").value() == "assign"
        self.form.row("reply_by").setVisible(assigned)
        self.form.row("reply_by").setMandatory(assigned)
        self.fit()


class AnswerForwardingDialog(ActDialog):
    """What the body it was given to reported."""

    act = "answer_forwarding"
    verb = "保存反馈"
    sheet = Ui_OnTextForm

    def prepare(self) -> None:
        self.form.row("text").setCaption("反馈的结果")
        self.form.row("on").setCaption("收到反馈的日期")

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.ForwardingAnswered(**values))


class ObjectDialog(ActDialog):
    """Not ours: within five working days, with full reasons."""

    act = "object"
    verb = "提出异议"
    purpose = "收到之日起五个工作日内提出，详细说明理由；对方核实同意后交还材料"
    sheet = Ui_ObjectPetitionForm

    def prefill(self) -> dict[str, Any]:
        origin = self.view.case.origin
        return {"to": origin.source if origin else "", "on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.ObjectionRaised(**values))


class AnswerObjectionDialog(ActDialog):
    """Whether the sender takes the matter back."""

    act = "answer_objection"
    verb = "保存答复"
    sheet = Ui_AnswerObjectionForm

    def prepare(self) -> None:
        self.form.field("agreed").set_choices(
            [("yes", "同意收回，交还材料"), ("no", "不同意，由本单位办理")], across=True
        )

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.ObjectionAnswered(**{**values, "agreed": values["agreed"] == "yes"}))


class ReportUrgentDialog(ActDialog):
    """重大、紧急信访事项 reported to the level's Party committee and government."""

    act = "report_urgent"
    verb = "保存报告"
    sheet = Ui_ReportUrgentForm

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(PetitionCase)
        return {"summary": case.request.wanted, "at": self.now, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(e.UrgentReported(**values))


DIALOGS = (
    SortPetitionDialog,
    DecidePetitionDialog,
    RoutePetitionDialog,
    ForwardPetitionDialog,
    AnswerForwardingDialog,
    ObjectDialog,
    AnswerObjectionDialog,
    ReportUrgentDialog,
)
