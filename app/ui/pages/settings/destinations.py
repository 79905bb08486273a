"""设置 › 分类与去处: whom alerts go to, and what this county calls the departments matters are sent to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.domain.errors import InvalidFields, UserError
from app.domain.referral import LONGEST_NAME
from app.services import routing, triage
from app.services.changes import Changes
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.text_fields import NameField
from app.ui.workplace import Workplace

_Act = Callable[[dict[str, Any]], Changes]
_COLUMNS = (
    Column("name", "部门", 220, "strong"),
    Column("phone", "电话", 130),
    Column("address", "地址", 150),
    Column("subjects", "管哪些事", 250, "secondary", stretch=True),
)


class DestinationsSection(Section):
    """The person in charge, then the departments with what they handle."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "分类与去处",
            "来件里出现危险字词时告诉谁；不归市场监管部门管的事告诉群众去哪里。名称按本县的叫法填写。",
            context,
            workplace,
        )
        self.person = label("", "strong", wrap=True)
        charge = Card("负责人", "出现危险字词时先告诉这个人，并记下告诉了谁、什么时候、怎样告诉的")
        charge.body.addWidget(self.person)
        charge.body.addLayout(_foot(button("修改负责人…", self.edit_person, icon="edit")))
        self.table = SmallTable("departments", _COLUMNS, grow=True)
        self.table.opened.connect(lambda _id: self.edit_department())
        departments = Card("部门", "各县名称不同，请改成本县的叫法；会印在告知单上", flush=True)
        departments.body.addWidget(self.table)
        foot = _foot(button("修改部门…", self.edit_department, icon="edit"))
        foot.setContentsMargins(14, 8, 14, 10)
        departments.body.addLayout(foot)
        self.content.addWidget(charge)
        self.content.addWidget(departments)
        self.refresh()

    def refresh(self) -> None:
        """Who and which, as they are."""
        found = triage.person_in_charge(self.office)
        own = bool(self.office.office.person_in_charge.name)
        words = "　".join(part for part in (found.name, found.phone) if part)
        nobody = "还没有指定，出现危险字词时需要当面填写告诉了谁。"
        self.person.setText((words if own else f"{words}（岗位是负责人的经办人）") if words else nobody)
        table = routing.table(self.office)
        rows = []
        for one in table.departments:
            subjects = "；".join(r.subject for r in table.routes if r.department == one.code)
            rows.append((one.code, (one.name, one.phone, one.address, subjects)))
        self.table.set_rows(rows)
        if self.table.current_id() is None and rows:
            self.table.go_to(rows[0][0])

    def edit_person(self) -> FormDialog:
        """A dialog for the person alerts go to."""
        dialog = FormDialog("负责人", "保存", "可以填写不登录本程序的人。", 2, self.window())
        form = dialog.form
        assert isinstance(form, FormGrid)
        form.add("name", "姓名", NameField(LONGEST_NAME), mandatory=True)
        form.add("phone", "电话", NameField(LONGEST_NAME))
        found = self.office.office.person_in_charge
        self._submit_with(
            dialog,
            lambda typed: triage.name_person_in_charge(self.office, typed["name"], typed["phone"]),
        )
        dialog.start({"name": found.name, "phone": found.phone})
        return dialog

    def edit_department(self) -> FormDialog | None:
        """A dialog for the marked department."""
        code = self.table.current_id()
        if code is None:
            return None
        shown = routing.table(self.office).department(str(code))
        dialog = FormDialog("本县的部门", "保存", "留空的沿用随程序来的名称和电话。", 2, self.window())
        form = dialog.form
        assert isinstance(form, FormGrid)
        form.add("name", "名称", NameField(LONGEST_NAME), 2)
        form.add("phone", "电话", NameField(LONGEST_NAME))
        form.add("address", "地址", NameField(LONGEST_NAME))
        self._submit_with(
            dialog,
            lambda typed: routing.name_department(
                self.office, shown.code, typed["name"], typed["phone"], typed["address"]
            ),
        )
        dialog.start({"name": shown.name, "phone": shown.phone, "address": shown.address})
        return dialog

    def _submit_with(self, dialog: FormDialog, act: _Act) -> None:
        def failed(problem: UserError | EnvironmentProblem) -> None:
            if isinstance(problem, InvalidFields):
                dialog.show_invalid(problem.problems)
            else:
                dialog.show_problem(problem.message)

        def done(changes: Changes) -> None:
            dialog.finish()
            self.refresh()
            self.context.saved(changes, "已保存")

        def submit() -> None:
            typed = dialog.values()
            dialog.set_busy(True)
            self.context.tasks.run(dialog, lambda _progress: act(typed), done, failed)

        dialog.submitted.connect(submit)


def _foot(right: QPushButton) -> QHBoxLayout:
    foot = QHBoxLayout()
    foot.addStretch(1)
    foot.addWidget(right)
    return foot
