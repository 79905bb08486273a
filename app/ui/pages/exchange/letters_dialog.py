"""By mail: to which address, in volumes of what size."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.services.exchange import sending
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import label
from app.ui.widgets.text_fields import NameField

_SIZES = (5, 10, sending.LARGEST_VOLUME_MB, 20, 30, 45)
_WIDTH = 560
_ABOUT = (
    "内容加密后分成几封邮件草稿，在您的邮件程序里打开，逐封发出，先后不限。"
    "对方把收到的邮件存成 .eml 拖进“往来同步”，到齐了自动合起来。"
)


class LettersDialog(FormDialog):
    """`values()`: address (text) and volume_mb (number)."""

    def __init__(self, peer: str, parent: QWidget | None = None) -> None:
        super().__init__(f"用邮件发给{peer}", "选择草稿位置", _ABOUT, 1, parent)
        self.setMinimumWidth(_WIDTH)
        form = self.form
        assert isinstance(form, FormGrid)
        form.add("address", "对方邮箱", NameField(120, "如 12315@example.gov.cn"), mandatory=True)
        sizes = ChoiceField([(str(one), f"每封附件最多 {one} MB") for one in _SIZES])
        form.add("volume_mb", "附件大小", sizes, hint="按邮箱允许的大小选")
        self.body.addWidget(label("邮件主题和正文只写单位和卷号，没有案件内容。", "note", wrap=True))

    def start(self, values: dict[str, Any] | None = None) -> None:
        """As the base; the size is a number."""
        given = dict(values or {})
        given["volume_mb"] = str(given.get("volume_mb", sending.LARGEST_VOLUME_MB))
        super().start(given)

    def values(self) -> dict[str, Any]:
        """What was entered."""
        typed = super().values()
        return {
            "address": typed["address"],
            "volume_mb": int(typed["volume_mb"] or sending.LARGEST_VOLUME_MB),
        }

    def submit(self) -> None:
        """An address is needed; whether it is one the service says."""
        if not self.form.field("address").value():
            self.form.show_problems({"address": "请填写对方的邮箱地址"})
            return
        super().submit()
