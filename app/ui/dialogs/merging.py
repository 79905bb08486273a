"""并案: the other case and which of the two leads; undoing it; answering and ending with the lead."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer

from app.domain.matter.merged import UNENDED, absorbed_by, lead_of
from app.services import case_merging
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.closing import ReplyDialog
from app.ui.generated.ui_close import Ui_CloseForm
from app.ui.generated.ui_merge import Ui_MergeForm
from app.ui.generated.ui_unmerge import Ui_UnmergeForm

BY_NUMBER = "number"
INTO, FROM = "into", "from"


class MergeDialog(ActDialog):
    """Likely duplicates are proposed; any other case is named by its number."""

    act = "merge"
    verb = "并案"
    purpose = "并入的案件保留编号和期限，以后在主办案件办理；可以撤销"
    sheet = Ui_MergeForm
    least_width = 760

    def prepare(self) -> None:
        self._offer(())
        self.form.field("direction").set_choices(
            [(INTO, "所选案件主办，本件并入"), (FROM, "本件主办，所选案件并入")]
        )
        self.form.field("other").changed.connect(self._on_other)

    def prefill(self) -> dict[str, Any]:
        own = self.view.case
        leads = bool(absorbed_by(own)) or own.phase not in UNENDED
        return {"other": BY_NUMBER, "direction": FROM if leads else INTO}

    def begin(self) -> None:
        super().begin()
        self._on_other()
        case = self.view.case
        self.context.tasks.run(
            self,
            lambda _progress: case_merging.candidates(self.context.office, case),
            self._on_candidates,
        )

    def carry_out(self, values: dict[str, Any]) -> Changes:
        office, own = self.context.office, self.view.case.id
        other = values["other"]
        if other == BY_NUMBER:
            other = case_merging.find_case(office, values["number"])
        if values["direction"] == FROM:
            return case_merging.merge(office, other, own, values["reason"], lead_version=self.view.version)
        return case_merging.merge(office, own, other, values["reason"], absorbed_version=self.view.version)

    def _on_candidates(self, found: list[Likeness]) -> None:
        if not found:
            return
        untouched = not self.is_dirty()
        kept = self.form.field("other").value()
        self._offer(found)
        self.form.field("other").set_value(found[0].case_id if untouched else kept)
        if untouched:
            self._start = self.values()
        self._on_other()
        # The new lines have their height only after they were laid out.
        QTimer.singleShot(0, self, self.fit)

    def _offer(self, found: list[Likeness] | tuple[()]) -> None:
        choices = [(one.case_id, one.number, _about(one)) for one in found]
        self.form.field("other").set_choices([*choices, (BY_NUMBER, "另一件", "填写编号")])

    def _on_other(self) -> None:
        named = self.form.field("other").value() == BY_NUMBER
        self.form.row("number").setVisible(named)
        self.form.row("number").setMandatory(named)
        self.fit()


def _about(one: Likeness) -> str:
    return f"{one.received_on} 收到 · {one.parties} · {one.phase}：{'、'.join(one.reasons)}"


class UnmergeDialog(ActDialog):
    """The absorbed case goes on by itself."""

    act = "unmerge"
    verb = "撤销并案"
    purpose = "恢复分别办理；两件的经过里都留有记录"
    sheet = Ui_UnmergeForm

    def prepare(self) -> None:
        case = self.view.case
        lead = lead_of(case)
        choices = (
            [(case.id, f"{case.number}（本件，已并入{lead.number}）")]
            if lead is not None
            else [(link.other, link.number) for link in absorbed_by(case)]
        )
        self.form.field("absorbed").set_choices(choices)
        self._only = choices[0][0] if len(choices) == 1 else ""

    def prefill(self) -> dict[str, Any]:
        return {"absorbed": str(self.target) if self.target else self._only}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return case_merging.part(self.context.office, values["absorbed"], values["reason"])


class ReplyMergedDialog(ReplyDialog):
    """The absorbed case has a source of its own that wants an answer."""

    act = "reply_merged"

    def prefill(self) -> dict[str, Any]:
        lead = lead_of(self.view.case)
        number = lead.number if lead is not None else ""
        text = f"本件与{number}是同一争议，已并案办理。"
        return {**super().prefill(), "text": text}


class CloseMergedDialog(ActDialog):
    """Ends with the lead, once that has a result."""

    act = "close_merged"
    verb = "结案"
    sheet = Ui_CloseForm

    def prefill(self) -> dict[str, Any]:
        lead = lead_of(self.view.case)
        number = lead.number if lead is not None else ""
        return {
            "on": self.today,
            "by": self.operator,
            "summary": f"与{number}是同一争议，已并案办理，处理结果见{number}。",
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return case_merging.close_with_lead(
            self.context.office,
            self.view.case.id,
            on=values["on"],
            summary=values["summary"],
            by=values["by"],
            version=self.view.version,
        )
