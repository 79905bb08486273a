"""Behind the seal: looking at who reported, with a reason, and putting it down."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from app.domain.identifiers import check_phone
from app.domain.kinds.report.facts import Reporter
from app.domain.matter.intake import RESIDENT_ID
from app.services import report, reporters
from app.services.changes import Changes
from app.services.labels import label
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_name_reporter import Ui_NameReporterForm
from app.ui.generated.ui_view_identity import Ui_ViewIdentityForm

NAMED, ANONYMOUS = "named", "anonymous"


class ViewIdentityDialog(ActDialog):
    """The reason is written into the case before anything is shown; then the identity stands here.

    `seen()`: the look is on disk.
    """

    act = "view_identity"
    verb = "查看"
    purpose = "每次查看都记入经过，写明查看人和理由；不得泄露给被举报人和无关的人"
    sheet = Ui_ViewIdentityForm

    seen = Signal()

    def prepare(self) -> None:
        self._found: Reporter | None = None

    def begin(self) -> None:
        super().begin()
        problem = reporters.why_not(self.context.office, self.view)
        if problem:
            self.primary.setEnabled(False)
            self.form.row("reason").setEnabled(False)
            self.banner.show_warning(problem)

    def carry_out(self, values: dict[str, Any]) -> Changes:
        self._found = reporters.look(self.context.office, self.view.case.id, values["reason"])
        return Changes.CASES

    def _on_saved(self, changes: Changes) -> None:
        """Stays open: what was asked for is read here and nowhere else."""
        self.set_busy(False)
        self._start = self.values()
        person = self._found
        if person is not None:
            number = f"{label('id_types', person.id_type)} {person.id_no}".strip() if person.id_no else ""
            told = "，".join(part for part in (person.name, person.phone, number, person.address) if part)
            self.banner.show_info(f"举报人：{told}。本次查看已记入经过。")
        self.primary.setVisible(False)
        self.form.row("reason").setEnabled(False)
        self.fit()
        self.seen.emit()
        self.recorded.emit(changes)


class NameReporterDialog(ActDialog):
    """What was there before is not shown; the whole of it is written anew."""

    act = "name_reporter"
    verb = "保存"
    purpose = "原来登记的身份不在这里显示；填写的内容整个替换原来的"
    sheet = Ui_NameReporterForm
    least_width = 720

    def prepare(self) -> None:
        self.form.field("anonymous").set_choices([(NAMED, "实名举报"), (ANONYMOUS, "匿名举报")], across=True)
        self.offer("id_type", "id_types")
        self.form.field("phone").rule = lambda text: check_phone(text).problem
        self.form.field("anonymous").changed.connect(self._on_choice)

    def prefill(self) -> dict[str, Any]:
        return {"anonymous": NAMED, "id_type": RESIDENT_ID}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        anonymous = values["anonymous"] == ANONYMOUS
        reporter = (
            Reporter(anonymous=True)
            if anonymous
            else Reporter(
                name=values["name"],
                phone=values["phone"],
                id_type=values["id_type"] if values["id_no"] else "",
                id_no=values["id_no"],
                address=values["address"],
            )
        )
        return report.name_reporter(
            self.context.office, self.view.case.id, reporter, values["reason"], self.view.version
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        super().show_invalid({path.removeprefix("reporter."): text for path, text in problems.items()})

    def _on_choice(self) -> None:
        named = self.form.field("anonymous").value() == NAMED
        for path in ("name", "phone", "id_type", "id_no", "address"):
            self.form.row(path).setVisible(named)
        self.form.row("name").setMandatory(named)
        self.fit()


DIALOGS = (ViewIdentityDialog, NameReporterDialog)
"""What is done behind the seal."""
