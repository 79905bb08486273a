"""核查 of a report: tests, a longer period, the receipt of the enforcement unit, 立案 or not."""

from __future__ import annotations

from typing import Any

from app.domain.kinds.report.events import CheckExtended, OpeningDecided, ReceiptRecorded
from app.domain.kinds.report.state import TESTS
from app.services import report
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_decide_opening import Ui_DecideOpeningForm
from app.ui.generated.ui_end_testing import Ui_EndTestingForm
from app.ui.generated.ui_extend_check import Ui_ExtendCheckForm
from app.ui.generated.ui_record_receipt import Ui_RecordReceiptForm
from app.ui.generated.ui_start_testing import Ui_StartTestingForm

YES, NO = "yes", "no"


class StartTestingDialog(ActDialog):
    """检测、检验、检疫、鉴定、权利人辨认: their days are not counted."""

    act = "start_testing"
    verb = "保存"
    purpose = "从开始到出结论的日子不计入核查期限"
    sheet = Ui_StartTestingForm

    def prepare(self) -> None:
        self.form.field("sort").set_choices(list(TESTS.items()))

    def prefill(self) -> dict[str, Any]:
        return {"started_on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return report.start_testing(
            self.context.office, self.view.case.id, **values, version=self.view.version
        )


class EndTestingDialog(ActDialog):
    """The finding, after which the period runs again."""

    act = "end_testing"
    verb = "保存结论"
    purpose = "从结论的次日起继续计算核查期限"
    sheet = Ui_EndTestingForm

    def prefill(self) -> dict[str, Any]:
        return {"ended_on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return report.end_testing(self.context.office, self.view.case.id, **values, version=self.view.version)


class ExtendCheckDialog(ActDialog):
    """Fifteen more working days; the approval comes before the last day has passed."""

    act = "extend_check"
    verb = "保存批准"
    purpose = "经负责人批准延长十五个工作日，最迟在届满当日批准，只能一次"
    sheet = Ui_ExtendCheckForm

    def prefill(self) -> dict[str, Any]:
        return {"approved_on": self.today, "approved_by": self.context.office.office.person_in_charge.name}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(CheckExtended(**values, by=self.operator))


class RecordReceiptDialog(ActDialog):
    """办案机构签收."""

    act = "record_receipt"
    verb = "保存签收"
    purpose = "线索交给办案机构，对方签收"
    sheet = Ui_RecordReceiptForm

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(ReceiptRecorded(**values))


class DecideOpeningDialog(ActDialog):
    """立案 or 不予立案, by the person in charge."""

    act = "decide_opening"
    verb = "保存决定"
    sheet = Ui_DecideOpeningForm
    least_width = 720
    keeps_draft = True

    def prepare(self) -> None:
        self.form.field("opened").set_choices([(YES, "立案"), (NO, "不予立案")], across=True)
        self.form.field("opened").changed.connect(self._on_choice)

    def prefill(self) -> dict[str, Any]:
        head = self.context.office.office.person_in_charge.name
        return {"decided_on": self.today, "by": self.operator, "approved_by": head}

    def begin(self) -> None:
        super().begin()
        self._on_choice()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        opened = values["opened"] == YES
        return self.record(
            OpeningDecided(
                opened=opened,
                decided_on=values["decided_on"],
                facts=values["facts"],
                approved_by=values["approved_by"],
                by=values["by"],
                file_no=values["file_no"] if opened else "",
            )
        )

    def _on_choice(self) -> None:
        self.form.row("file_no").setVisible(self.form.field("opened").value() != NO)
        self.fit()


DIALOGS = (
    StartTestingDialog,
    EndTestingDialog,
    ExtendCheckDialog,
    RecordReceiptDialog,
    DecideOpeningDialog,
)
"""What is done while a report is checked."""
