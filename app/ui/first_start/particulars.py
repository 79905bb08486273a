"""The particulars of the office as a form: filled in the wizard, changed in the settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.identifiers import check_office_code
from app.services import identities
from app.ui.generated.ui_office_particulars import Ui_OfficeParticulars
from app.ui.widgets.designed_rows import DesignedForm

_ASKED = {
    "name": "请填写单位名称",
    "code": "请填写 12 位单位代码",
    "identity": "请选择办理身份",
    "bureau": "请填写县级市场监督管理局的全称",
    "case_word": "请填写案件编号的字头，例如 消投",
}


class ParticularsForm(DesignedForm):
    """`values()` by the field names of `Founding`; `missing()` tells what must still be filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        Ui_OfficeParticulars().setupUi(self)
        self.collect()
        choices = [(each.code, each.label, each.about) for each in identities.offered()]
        self.field("identity").set_choices(choices)
        self.field("code").rule = lambda text: check_office_code(text).problem
        self.field("case_word").set_value("消投")

    def code_fixed(self) -> None:
        """The code is in every number given out: it is shown, not changed."""
        self.field("code").setReadOnly(True)
        self.row("code").setRemark("建立单位后不再改变")

    def values(self) -> dict[str, Any]:
        """By field; the code without blanks between its groups."""
        found = super().values()
        return {**found, "code": check_office_code(found["code"]).value}

    def missing(self) -> dict[str, str]:
        """Problems by field: what is empty and must not be, and a code that cannot be right."""
        values = self.values()
        problems = {field: text for field, text in _ASKED.items() if not values[field]}
        wrong = check_office_code(values["code"]).problem
        if wrong and "code" not in problems:
            problems["code"] = wrong
        return problems
