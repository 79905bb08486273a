"""Signing in, and coming back to a locked window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services import access
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.text_fields import NameField

_NO_PASSWORD = "请填写密码"  # noqa: S105 - a sentence
_CHECKING = "正在核对密码……"


class SignInScreen(Sheet):
    """`submitted(name, password)`: name "" means the operator of last time, or the only one.

    `forgotten()`: has no password any more. `elsewhere()`: the office lies in another folder.
    """

    submitted = Signal(str, str)
    forgotten = Signal()
    elsewhere = Signal()

    def __init__(self, place: str, *, several: bool, remembered: bool, parent: QWidget | None = None) -> None:
        """`place`: where the data lies. `several` operators: the name is asked, unless it is `remembered`
        and the field left empty.
        """
        super().__init__("登录", 420, place, parent)
        self._several = several
        self._remembered = remembered
        self.form = FormGrid(1)
        if several:
            placeholder = "不填即上次登录的经办人" if remembered else "登记过的姓名"
            self.form.add("name", "姓名", NameField(50, placeholder), mandatory=not remembered)
        self.form.add("password", "密码", PasswordField(enter_moves_on=False), mandatory=True)
        self.body.addWidget(self.form)
        self.lock_while_working(self.form)
        self.add_button("忘记密码…", self.forgotten.emit, "quiet", left=True)
        self.add_button("打开别处的数据…", self.elsewhere.emit, "quiet", left=True)
        self.enter = self.add_button("登录", self.submit, "primary")
        self.form.field("password").returnPressed.connect(self.submit)

    def start(self) -> None:
        """The keyboard stands where something must be typed."""
        first = "name" if self._several and not self._remembered else "password"
        self.form.field(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand over what was typed, unless something is missing."""
        if self.working:
            return
        self.banner.clear()
        name = self.form.field("name").value() if self._several else ""
        password = self.form.field("password").value()
        problems = {}
        if self._several and not name and not self._remembered:
            problems["name"] = "请填写姓名"
        if not password:
            problems["password"] = _NO_PASSWORD
        self.form.show_problems(problems)
        if not problems:
            self.set_working(_CHECKING)
            self.submitted.emit(name, password)

    def show_problem(self, message: str) -> None:
        """A wrong password: say so and let it be typed again at once."""
        super().show_problem(message)
        field = self.form.field("password")
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()


class LockedScreen(Sheet):
    """`submitted(password)`; `other()`: somebody else wants to sign in; `forgotten()`: has no password."""

    submitted = Signal(str)
    other = Signal()
    forgotten = Signal()

    def __init__(self, office: str, operator: str, parent: QWidget | None = None) -> None:
        super().__init__("已锁定", 420, f"{office} · {operator}", parent)
        self.form = FormGrid(1)
        self.form.add("password", "密码", PasswordField(enter_moves_on=False), mandatory=True)
        self.body.addWidget(self.form)
        self.lock_while_working(self.form)
        self.add_button("忘记密码…", self.forgotten.emit, "quiet", left=True)
        self.add_button("换人登录…", self.other.emit, "quiet", left=True)
        self.add_button("解锁", self.submit, "primary")
        self.form.field("password").returnPressed.connect(self.submit)

    def start(self) -> None:
        """Ready to type."""
        self.form.field("password").setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand over the password."""
        if self.working:
            return
        self.banner.clear()
        password = self.form.field("password").value()
        self.form.show_problems({} if password else {"password": _NO_PASSWORD})
        if password:
            self.set_working(_CHECKING)
            self.submitted.emit(password)

    def show_problem(self, message: str) -> None:
        """A wrong password."""
        super().show_problem(message)
        field = self.form.field("password")
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()


class ForgottenScreen(Sheet):
    """The recovery code instead of a password. `submitted(code, name, new password)`, `back()`."""

    submitted = Signal(str, str, str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "用恢复密钥重设密码",
            520,
            "请取出恢复密钥单，照着输入 8 组字符；大小写、空格和连字符都不计较。其他经办人的密码不变。",
            parent,
        )
        self.form = FormGrid(2)
        self.form.add("code", "恢复密钥", NameField(120, "XXXXX-XXXXX-…"), 2, mandatory=True)
        self.form.add("name", "姓名", NameField(50, "登记过的姓名"), 2, mandatory=True)
        hint = f"至少 {access.SHORTEST_PASSWORD} 个字符"
        self.form.add("password", "新密码", PasswordField(), mandatory=True, hint=hint)
        self.form.add("again", "再输一次", PasswordField(), mandatory=True)
        self.body.addWidget(self.form)
        self.lock_while_working(self.form)
        self.add_button("返回登录", self.back.emit, left=True)
        self.add_button("重设密码并登录", self.submit, "primary")

    def start(self) -> None:
        """Begin with the code."""
        self.form.field("code").setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand over, unless something is missing or the passwords differ."""
        if self.working:
            return
        self.banner.clear()
        typed = self.form.values()
        asked = {"code": "请填写恢复密钥", "name": "请填写姓名"}
        problems = {field: text for field, text in asked.items() if not typed[field]}
        problems |= access.check_repeated(typed["password"], typed["again"])
        self.form.show_problems(problems)
        if not problems:
            self.set_working("正在核对恢复密钥……")
            self.submitted.emit(typed["code"], typed["name"], typed["password"])
