"""入网批复, its acceptance, and a peer's new keys: each with a fingerprint that is heard by phone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.exchange.enrolment import Answer, Applicant
from app.services.exchange.key_change import Notice
from app.ui.pages.exchange.fingerprint_field import FingerprintField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import label
from app.ui.widgets.text_fields import NameField, TextArea

_WIDTH = 560
_HEARD = "请用平时的号码打电话给对方，请对方念出指纹。不要照抄文件或邮件里的。"


class HeardDialog(FormDialog):
    """Base: `fingerprint` as it was heard, and `confirmed_with`, who read it out."""

    def __init__(self, title: str, verb: str, basis: str, expected: str, parent: QWidget | None) -> None:
        super().__init__(title, verb, basis, 2, parent)
        form = self.form
        assert isinstance(form, FormGrid)
        self.grid = form
        self.setMinimumWidth(_WIDTH)
        self._expected = expected

    def ask_by_phone(self) -> None:
        """The two fields of the telephone call."""
        self.grid.add_heading("打电话核对")
        self.grid.add_widget(label(_HEARD, "secondary", wrap=True))
        field = FingerprintField(self._expected)
        row = self.grid.add("fingerprint", "对方念出的指纹", field, 2, mandatory=True)
        row.set_hint("共 6 组，每组 4 位；对不对会随时告诉您。")
        self.grid.add("confirmed_with", "电话里是谁", NameField(40), mandatory=True)

    def submit(self) -> None:
        """Nothing goes on before somebody was on the telephone."""
        if "confirmed_with" in self.grid.rows and not self.grid.field("confirmed_with").value():
            fine = self.grid.check()
            self.grid.row("confirmed_with").set_problem("请填写电话里核对指纹的是对方哪一位")
            if fine:
                self.grid.go_to("confirmed_with")
            return
        super().submit()


class ApproveDialog(HeardDialog):
    """County: who asks, what it is called here, its fingerprint by phone."""

    def __init__(self, asked: Applicant, parent: QWidget | None = None) -> None:
        super().__init__(
            "批复入网申请",
            "选择位置并批复",
            "批复以后，对方的文件可以导入，发给它的只有它打得开。",
            asked.fingerprint,
            parent,
        )
        lines = [f"申请单位：{asked.name}", f"所属：{asked.bureau}" if asked.bureau else ""]
        lines.append(f"申请日期：{asked.made_at[:10]}")
        self.grid.add_widget(label("　".join(line for line in lines if line), "", wrap=True))
        if asked.replaces_keys or asked.known_as:
            why = "它说原来的密钥丢了" if asked.replaces_keys else "它已经入过网"
            words = (
                f"{why}：批复后改用新密钥，代替“{asked.known_as or asked.name}”，以前收到的不变。请务必核实。"
            )
            self.grid.add_widget(label(words, "problem", wrap=True))
        self.grid.add("name", "在本单位叫什么", NameField(60), mandatory=True, hint="同名的请加村名")
        self.grid.add("code", "代码", NameField(16), hint="字母、数字，如 QS01")
        self.ask_by_phone()


class AcceptDialog(HeardDialog):
    """Station: who answered, what the answer brings, the parent's fingerprint by phone."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(
            "接受入网批复",
            "接受",
            "接受以后，编号和文号只用上级给的号段，案件可以报给上级。",
            answer.fingerprint,
            parent,
        )
        lines = [f"上级：{answer.name}"]
        if answer.code:
            lines.append(f"给本单位的代码：{answer.code}")
        lines.append(f"号段 {answer.ranges} 个")
        if answer.directory:
            lines.append(f"部门名录 {answer.directory} 条")
        self.grid.add_widget(label("　".join(lines), "", wrap=True))
        if answer.rule_sets_differ:
            words = "两边程序带的规则不完全一样，请把两边的程序升级到同一版本。"
            self.grid.add_widget(label(words, "problem", wrap=True))
        self.ask_by_phone()


class NoticeDialog(HeardDialog):
    """A peer has new keys: the new fingerprint by phone."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(
            f"接受“{notice.name}”的新密钥",
            "接受",
            f"原来的指纹 {notice.before}；接受以后只认新的。",
            notice.fingerprint,
            parent,
        )
        self.ask_by_phone()


class ChangeKeysDialog(FormDialog):
    """更换密钥, guarded by typing the office's name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "更换本单位密钥",
            "选择位置并更换",
            "怀疑密钥泄露时才换。换了以后，每个往来单位都要收到通知、打电话核对新指纹并接受；接受以前不收本单位的文件。",
            1,
            parent,
            danger=True,
        )
        self.setMinimumWidth(_WIDTH)
        form = self.form
        assert isinstance(form, FormGrid)
        form.add("sure", "完整键入本单位名称，表示确实要换", NameField(60, name), mandatory=True)


class ReasonDialog(FormDialog):
    """An act that needs a reason: 停止往来, 修复身份."""

    def __init__(
        self,
        title: str,
        verb: str,
        basis: str,
        caption: str,
        parent: QWidget | None = None,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(title, verb, basis, 1, parent, danger=True)
        self.setMinimumWidth(_WIDTH)
        form = self.form
        assert isinstance(form, FormGrid)
        form.add("reason", caption, TextArea(300), mandatory=True, hint=hint)
