"""第17条评估: what the ledger shows, what was found out, what a person concludes. Nothing follows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds.complaint.state import Complaint
from app.services import abuse
from app.services.abuse import Looked
from app.services.changes import Changes
from app.ui import theme
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_assess_abuse import Ui_AssessAbuseForm
from app.ui.widgets.labels import label

ABUSIVE, ORDINARY = "abusive", "ordinary"


class AssessAbuseDialog(ActDialog):
    """The signals stand above the form and begin the facts; both are the person's to change."""

    act = "assess_abuse"
    verb = "保存评估"
    purpose = "评估只作记录；不予受理、终止调解要另外作出决定"
    sheet = Ui_AssessAbuseForm
    least_width = 820
    keeps_draft = True

    def prepare(self) -> None:
        rules = abuse.rules_of(self.context.office)
        self._shown: tuple[str, ...] = ()
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.STEP)
        self._column.addWidget(label("正在查台账……", "secondary"))
        self.body.insertWidget(0, self._lines)
        self.form.field("abusive").set_choices(
            [(ABUSIVE, "不是为生活消费需要"), (ORDINARY, "按正常投诉办理")], across=False
        )
        self.form.field("items").set_choices([(i.code, f"{i.label}{i.text}") for i in rules.item])
        self.form.field("abusive").changed.connect(self._on_judged)

    def prefill(self) -> dict[str, Any]:
        return {"on": self.today, "by": self.operator}

    def begin(self) -> None:
        super().begin()
        case = self.view.as_a(Complaint)
        self.context.tasks.run(
            self, lambda _progress: abuse.look_at_case(self.context.office, case), self._on_looked
        )

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return abuse.assess(
            self.context.office,
            self.view.case.id,
            items=values["items"],
            facts=values["facts"],
            abusive=values["abusive"] == ABUSIVE,
            conclusion=values["conclusion"],
            by=values["by"],
            on=values["on"],
            shown=self._shown,
            version=self.view.version,
        )

    def _on_looked(self, looked: Looked) -> None:
        """Show the signals; they are only put into fields nobody has touched."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._shown = tuple(signal.text for signal in looked.signals)
        for signal in looked.signals:
            self._column.addWidget(label(f"{looked.label(signal)}　{signal.text}{signal.advice}", wrap=True))
        nothing = "台账里没有需要提示的情况；因核实所得作评估的，直接填写。"
        self._column.addWidget(label(looked.rules.notice if looked.signals else nothing, "note", wrap=True))
        untouched = not self.is_dirty()
        if looked.signals and untouched:
            self.form.set_values(
                {
                    "facts": "台账显示：" + "".join(self._shown),
                    "items": sorted({signal.item for signal in looked.signals}),
                }
            )
            self._start = self.values()
        self.fit()

    def _on_judged(self) -> None:
        self.form.row("items").setMandatory(self.form.field("abusive").value() == ABUSIVE)
