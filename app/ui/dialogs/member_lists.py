"""共同投诉: people and payments from a list, looked at row by row before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.domain.errors import UserError
from app.domain.money import format_yuan
from app.domain.settlement.member_events import Payment
from app.domain.settlement.members import GroupMember, Member
from app.services import group, member_list
from app.services.changes import Changes
from app.services.member_list import MemberPreview, PaidRow
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.members import MembersDialog
from app.ui.generated.ui_add_members import Ui_AddMembersForm
from app.ui.generated.ui_pay_list import Ui_PayListForm
from app.ui.widgets.cells import Column
from app.ui.widgets.file_drop import FileDrop
from app.ui.widgets.labels import button, label
from app.ui.widgets.last_place import begin_in_last_place
from app.ui.widgets.small_table import SmallTable

_ROWS = (
    Column("row", "行", 44, "number"),
    Column("name", "姓名", 100, "strong"),
    Column("claim", "诉求（元）", 96, "number"),
    Column("plan", "方案（元）", 96, "number"),
    Column("problem", "问题", 220, stretch=True),
)
_PAID = (
    Column("row", "行", 44, "number"),
    Column("name", "姓名", 120, "strong"),
    Column("amount", "金额（元）", 110, "number"),
    Column("problem", "问题", 240, stretch=True),
)


class AddMembersDialog(ActDialog):
    """One typed, or many from a list."""

    act = "add_members"
    verb = "登记成员"
    purpose = "把名单拖进来，或者逐个填写"
    sheet = Ui_AddMembersForm
    least_width = 760

    def prepare(self) -> None:
        self.found: MemberPreview | None = None
        self.drop = FileDrop("把名单（Excel、WPS 表格或文本，有“姓名”一列）拖到这里", several=False)
        self.drop.setMinimumHeight(90)
        self.drop.files_chosen.connect(lambda files: self.read(files[0]))
        self.summary = label("", "secondary", wrap=True)
        self.table = SmallTable("名单预览", _ROWS)
        self.table.setMinimumHeight(220)
        self.report_button = button("保存问题清单…", self._ask_for_report)
        self.again_button = button("不用名单，逐个填写", self._type_instead, kind="quiet")
        for part in (self.drop, self.summary, self.table):
            self.body.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.report_button)
        foot.addWidget(self.again_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self._show_list()

    def submit(self) -> None:
        """One way or the other has to hold somebody."""
        if self.found is None and not self.form.field("name").value():
            self.show_invalid({"name": "请填写姓名，或者选择名单文件"})
            return
        super().submit()

    def read(self, path: Path) -> None:
        """Look at a list; nothing is written."""
        self.set_busy(True)
        office, case_id = self.context.office, self.view.case.id
        self.context.tasks.run(
            self, lambda _progress: member_list.preview(office, case_id, path), self._on_read, self._on_unread
        )

    def carry_out(self, values: dict[str, Any]) -> Changes:
        office, case_id, found = self.context.office, self.view.case.id, self.found
        if found is not None:
            return member_list.take_in(office, case_id, found, version=self.view.version)
        member = Member(
            no=0,
            name=values["name"],
            phone=values["phone"],
            id_no=values["id_no"],
            address=values["address"],
            claim=values["claim"],
            note=values["note"],
        )
        return group.add_members(office, case_id, [member], version=self.view.version)

    def show_invalid(self, problems: dict[str, str]) -> None:
        """Problems of the typed one go to the name, where the eye is."""
        super().show_invalid(
            {("name" if path.startswith("members") else path): text for path, text in problems.items()}
        )

    def _on_read(self, found: MemberPreview) -> None:
        self.set_busy(False)
        self.banner.clear()
        self.found = found
        self._show_list()

    def _on_unread(self, problem: Any) -> None:
        self.set_busy(False)
        self.banner.show_error(problem.message)

    def _type_instead(self) -> None:
        self.found = None
        self._show_list()
        self.form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        found = self.found
        self.form.setVisible(found is None)
        self.drop.setVisible(found is None)
        for part in (self.summary, self.table, self.again_button):
            part.setVisible(found is not None)
        self.report_button.setVisible(found is not None and bool(found.bad()))
        if found is not None:
            good, bad = found.good(), found.bad()
            wrong = f"，有问题 {len(bad)} 行不登记" if bad else ""
            ignored = f"；没有用到的列：{'、'.join(found.ignored[:6])}" if found.ignored else ""
            claim = f"，诉求合计 {format_yuan(found.claim())} 元" if found.claim() else ""
            self.summary.setText(f"“{found.source}”：可以登记 {len(good)} 人{claim}{wrong}{ignored}")
            rows = sorted(found.rows, key=lambda row: (not row.problem, row.row_number))
            self.table.set_rows([(row.row_number, _member_cells(row)) for row in rows])
        self.primary.setText(f"登记 {len(found.good())} 人" if found is not None else self.verb)
        self.primary.setEnabled(found is None or bool(found.good()))
        self.fit()

    def _ask_for_report(self) -> None:
        dialog = QFileDialog(self, "保存问题清单")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        begin_in_last_place(dialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile("名单导入结果.xlsx")
        dialog.fileSelected.connect(lambda name: self.save_report(Path(name)))
        dialog.open()

    def save_report(self, out: Path) -> None:
        """Every row with its verdict, to be sent back to whoever made the list."""
        found, office = self.found, self.context.office
        if found is not None:
            self.context.tasks.run(
                self,
                lambda _progress: member_list.save_report(office, found, out),
                lambda _rows: self.banner.show_success(f"已保存为“{out.name}”。"),
            )


def _member_cells(row: member_list.MemberRow) -> tuple[object, ...]:
    claim = row.member.claim if row.member is not None else None
    plan = row.plan.amount() if row.plan is not None else 0
    return (
        str(row.row_number),
        row.name or "（没有姓名）",
        format_yuan(claim) if claim is not None else "",
        format_yuan(plan) if plan else "",
        row.problem,
    )


class PayListDialog(MembersDialog):
    """按名单登记履行: what was due, everything, or what a list says was paid."""

    act = "pay_list"
    verb = "登记履行"
    purpose = "一次登记多名成员的付款"
    sheet = Ui_PayListForm
    fitting = "有到期款项的"
    least_width = 720

    def may(self, one: GroupMember) -> bool:
        agreement = self.case.agreement
        owed = agreement.promises if agreement is not None else []
        if not hasattr(self, "_owing"):
            self._owing = {p.obligation.payee for p in owed if p.owing()}
            self._due = {p.obligation.payee for p in owed if p.owing() and p.obligation.due_on <= self.today}
        return one.member.no in self._owing

    def fits(self, one: GroupMember) -> bool:
        return one.member.no in self._due

    def prepare(self) -> None:
        super().prepare()
        basis = [("due", "到期的款项"), ("rest", "尚欠的全部款项"), ("list", "按付款名单里的金额")]
        self.form.field("basis").set_choices(basis, across=True)
        self.rows: list[PaidRow] = []
        self.drop = FileDrop(
            "把付款名单（有“姓名”和“本次付款”两列；可以用导出的名单填写）拖到这里", several=False
        )
        self.drop.setMinimumHeight(90)
        self.drop.files_chosen.connect(lambda files: self.read(files[0]))
        self.table = SmallTable("付款名单", _PAID)
        self.table.setMinimumHeight(180)
        self.summary = label("", "secondary", wrap=True)
        for part in (self.drop, self.table, self.summary):
            self.body.addWidget(part)
        for path in ("basis", "who"):
            self.form.field(path).changed.connect(self._on_changed)

    def prefill(self) -> dict[str, Any]:
        return {"basis": "due" if self._due else "rest", "who": self.first(), "on": self.today}

    def values(self) -> dict[str, Any]:
        return {**super().values(), "payments": self._payments_or_none()}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        payments = values["payments"]
        if payments is None:
            payments = self.payments()
        if not payments:
            raise UserError("没有可以登记的付款，请核对名单或者选择的成员。")
        return group.record_payments(
            self.context.office,
            self.view.case.id,
            payments,
            on=values["on"],
            note=values["note"],
            version=self.view.version,
        )

    def payments(self) -> Sequence[Payment]:
        """What would be written now. UserError when a list pays more than is owed."""
        basis = self.form.field("basis").value()
        if basis == "list":
            return group.split_payments(self.case, member_list.received_of(self.rows))
        nos = self.nos.get(self.form.field("who").value(), ())
        return group.due_payments(self.case, nos, self.today if basis == "due" else None)

    def read(self, path: Path) -> None:
        """Look at a list of payments; nothing is written."""
        self.set_busy(True)
        office, case_id = self.context.office, self.view.case.id
        self.context.tasks.run(
            self,
            lambda _progress: member_list.preview_payments(office, case_id, path),
            self._on_read,
            self._on_unread,
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        mine = {path: text for path, text in problems.items() if not path.startswith("payments")}
        rest = [text for path, text in problems.items() if path.startswith("payments")]
        super().show_invalid(mine)
        if rest:
            self.banner.show_error(rest[0])

    def _payments_or_none(self) -> Sequence[Payment] | None:
        """The payments as they stand on the screen; None when they cannot be made, which saving then says."""
        try:
            return self.payments()
        except UserError:
            return None

    def _on_read(self, rows: list[PaidRow]) -> None:
        self.set_busy(False)
        self.banner.clear()
        self.rows = rows
        ordered = sorted(rows, key=lambda row: (not row.problem, row.row_number))
        self.table.set_rows(
            [
                (
                    row.row_number,
                    (
                        str(row.row_number),
                        row.name,
                        format_yuan(row.amount) if row.amount else "",
                        row.problem,
                    ),
                )
                for row in ordered
            ]
        )
        self._on_changed()

    def _on_unread(self, problem: Any) -> None:
        self.set_busy(False)
        self.banner.show_error(problem.message)

    def _on_changed(self) -> None:
        by_list = self.form.field("basis").value() == "list"
        self.form.row("who").setVisible(not by_list)
        self.drop.setVisible(by_list)
        self.table.setVisible(by_list and bool(self.rows))
        payments = self._payments_or_none()
        if payments is None:
            self.summary.setText("名单里有人收到的金额超过了尚欠的数额，请核对。")
        else:
            total = sum(one.amount for one in payments)
            wrong = sum(bool(row.problem) for row in self.rows) if by_list else 0
            left = f"，{wrong} 行有问题不登记" if wrong else ""
            self.summary.setText(f"共 {len(payments)} 项，合计 {format_yuan(total)} 元{left}。")
        self.fit()
