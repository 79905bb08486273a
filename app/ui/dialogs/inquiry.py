"""调查: records, evidence taken off the list, the expert. Adding evidence has a module of its own."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.state import Matter
from app.services import investigation
from app.services.changes import Changes
from app.services.timeline import INQUIRY_FORMS
from app.ui.dialogs.act_dialog import ActDialog, names_in
from app.ui.generated.ui_record_inquiry import Ui_RecordInquiryForm
from app.ui.generated.ui_report_appraisal import Ui_ReportAppraisalForm
from app.ui.generated.ui_start_appraisal import Ui_StartAppraisalForm
from app.ui.generated.ui_void_evidence import Ui_VoidEvidenceForm

CHOSEN_BY = {"agreed": "双方协商一致", "designated": "协商不成，由本单位指定"}
_OTHERS = {"office": "本单位调取", "other": "第三方"}
FEE_BEARERS = {"complainant": "投诉人", "respondent": "被投诉人", "both": "双方分担"}


def providers(case: Matter) -> dict[str, str]:
    """Who an item of evidence can come from: the parties of the case, the office, somebody else."""
    return {**case.PARTIES, **_OTHERS}


class RecordInquiryDialog(ActDialog):
    """An inquiry, a visit or a call."""

    act = "record_inquiry"
    verb = "保存记录"
    sheet = Ui_RecordInquiryForm
    least_width = 860
    keeps_draft = True

    def prepare(self) -> None:
        self.form.field("form").set_choices(list(INQUIRY_FORMS.items()), across=True)
        self.form.field("form").changed.connect(self._on_form)
        self._suggested = ("", "")

    def prefill(self) -> dict[str, Any]:
        return {"form": "phone", "at": self.now, "investigators": self.operator, "recorder": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return investigation.record_inquiry(
            self.context.office,
            self.view.case.id,
            form=values["form"],
            at=values["at"],
            place=values["place"],
            persons=values["persons"],
            text=values["text"],
            investigators=names_in(values["investigators"]),
            recorder=values["recorder"],
            version=self.view.version,
        )

    def _on_form(self) -> None:
        """Where and whom, as the shop's own particulars have it, unless the clerk wrote something else."""
        if not isinstance(self.view.case, Complaint):
            return
        shop = self.view.case.respondent
        form = self.form.field("form").value()
        place = shop.phone if form == "phone" else shop.address
        wanted = (place, shop.contact or shop.name)
        for field, old, new in zip(("place", "persons"), self._suggested, wanted, strict=True):
            if self.form.field(field).value() in ("", old):
                self.form.field(field).set_value(new)
        self._suggested = wanted


class VoidEvidenceDialog(ActDialog):
    """An item leaves the list with a reason; `target` is its number."""

    act = "void_evidence"
    verb = "撤下"
    purpose = "条目和文件都会保留在记录中"
    sheet = Ui_VoidEvidenceForm

    def prepare(self) -> None:
        choices = [(str(item.no), f"{item.no}. {item.title}") for item in self.view.case.live_evidence()]
        self.form.field("no").set_choices(choices)

    def prefill(self) -> dict[str, Any]:
        only = [item.no for item in self.view.case.live_evidence()]
        chosen = self.target if self.target is not None else (only[0] if len(only) == 1 else "")
        return {"no": str(chosen)}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return investigation.void_evidence(
            self.context.office,
            self.view.case.id,
            int(values["no"] or 0),
            values["reason"],
            version=self.view.version,
        )


class StartAppraisalDialog(ActDialog):
    """Commissioning an expert."""

    act = "start_appraisal"
    verb = "保存委托"
    purpose = "从委托之日起，调解期限停止计算"
    sheet = Ui_StartAppraisalForm

    def prepare(self) -> None:
        self.form.field("chosen_by").set_choices(list(CHOSEN_BY.items()), across=True)
        self.form.field("fee_borne_by").set_choices(list(FEE_BEARERS.items()))

    def prefill(self) -> dict[str, Any]:
        return {"chosen_by": "agreed", "commissioned_on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return investigation.start_appraisal(
            self.context.office,
            self.view.case.id,
            institution=values["institution"],
            chosen_by=values["chosen_by"],
            item=values["item"],
            commissioned_on=values["commissioned_on"],
            fee=values["fee"],
            fee_borne_by=values["fee_borne_by"],
            version=self.view.version,
        )


class ReportAppraisalDialog(ActDialog):
    """What the expert found."""

    act = "report_appraisal"
    verb = "保存结论"
    purpose = "从次日起，调解期限继续计算"
    sheet = Ui_ReportAppraisalForm

    def prefill(self) -> dict[str, Any]:
        return {"reported_on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return investigation.report_appraisal(
            self.context.office,
            self.view.case.id,
            reported_on=values["reported_on"],
            conclusion=values["conclusion"],
            version=self.view.version,
        )
