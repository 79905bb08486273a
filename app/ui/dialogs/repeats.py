"""A report made again (办法第35条): the same facts, or new ones that go into the earlier report."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer

from app.domain.kinds.report.state import Report
from app.services import casework, repeats
from app.services.changes import Changes
from app.services.repeats import Earlier
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_confirm_repeat import Ui_ConfirmRepeatForm
from app.ui.generated.ui_merge_new_facts import Ui_MergeNewFactsForm

BY_NUMBER = "number"


class EarlierDialog(ActDialog):
    """Earlier reports of the same reporter are proposed; any other is named by its number."""

    least_width = 720

    def prepare(self) -> None:
        self._offer([])
        self.form.field("first").changed.connect(self._on_first)

    def begin(self) -> None:
        super().begin()
        self._on_first()
        case = self.view.as_a(Report)
        self.context.tasks.run(
            self,
            lambda _progress: repeats.earlier_than_case(self.context.office, case),
            self._on_found,
        )

    def chosen(self, values: dict[str, Any]) -> str:
        """The id of the earlier report; UserError when there is none of the number."""
        if values["first"] == BY_NUMBER:
            return casework.find(self.context.office, values["number"])
        return str(values["first"])

    def _on_found(self, found: list[Earlier]) -> None:
        if not found:
            self.banner.show_info("没有找到同一举报人对同一被举报人的先前举报，请核对后填写编号。")
            return
        untouched = not self.is_dirty()
        unnamed = not self.form.field("number").value()
        self._offer(found)
        self.form.field("first").set_value(found[0].case_id if unnamed else BY_NUMBER)
        if untouched:
            self._start = self.values()
        self._on_first()
        # The new lines have their height only after they were laid out.
        QTimer.singleShot(0, self, self.fit)

    def _offer(self, found: list[Earlier]) -> None:
        lines = [
            (one.case_id, one.number, f"{one.received_on} 收到 · {one.subject} · {one.phase_label}")
            for one in found
        ]
        self.form.field("first").set_choices([*lines, (BY_NUMBER, "另一件", "填写编号")])

    def _on_first(self) -> None:
        named = self.form.field("first").value() == BY_NUMBER
        self.form.row("number").setVisible(named)
        self.form.row("number").setMandatory(named)
        self.fit()


class ConfirmRepeatDialog(EarlierDialog):
    """The same reporter, the same facts, the same reported party: not handled again."""

    act = "confirm_repeat"
    verb = "确认重复举报"
    purpose = "同一举报人就同一涉嫌违法事实重复举报同一被举报人的，不再另行处理"
    sheet = Ui_ConfirmRepeatForm

    def prefill(self) -> dict[str, Any]:
        return {"first": BY_NUMBER, "on": self.today}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return repeats.confirm_repeat(
            self.context.office,
            self.view.case.id,
            self.chosen(values),
            facts=values["facts"],
            on=values["on"],
            version=self.view.version,
        )


class MergeNewFactsDialog(EarlierDialog):
    """New facts go into the earlier report, whose period begins anew."""

    act = "merge_new_facts"
    verb = "并入"
    purpose = "先前的举报自本件收到之日起重新计算期限；可以撤销并案"
    sheet = Ui_MergeNewFactsForm

    def prefill(self) -> dict[str, Any]:
        return {"first": BY_NUMBER}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return repeats.merge_new_facts(
            self.context.office,
            self.view.case.id,
            self.chosen(values),
            facts=values["facts"],
            version=self.view.version,
        )


DIALOGS = (ConfirmRepeatDialog, MergeNewFactsDialog)
"""What is done with a report that was made before."""
