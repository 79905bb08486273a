"""邮箱账号: where letters go out and come in, for a counter that sometimes has a line."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from app.services.exchange import mail
from app.services.exchange.mail import Account
from app.services.exchange.peers import PeerLine
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.text_fields import NameField

_WIDTH = 720
"""Four columns just fit beside a scroll bar."""
_ABOUT = (
    "偶尔能联网的窗口用：内容加密后直接发到对方邮箱，也从自己的邮箱收取。"
    "账号和授权码加密存在本机，不随往来文件送出。"
)
_SECURITY = ((mail.TLS, "SSL/TLS"), (mail.STARTTLS, "STARTTLS"))
_PORTS = {"smtp": {mail.TLS: 465, mail.STARTTLS: 587}, "imap": {mail.TLS: 993, mail.STARTTLS: 143}}
_NEW = {
    "smtp_port": _PORTS["smtp"][mail.TLS],
    "smtp_security": mail.TLS,
    "imap_port": _PORTS["imap"][mail.TLS],
    "imap_security": mail.TLS,
    "imap_folder": mail.INBOX,
    "volume_mb": 15,
}


class MailDialog(FormDialog):
    """`wanted()`: the account as typed. `peer` is the office whose address is asked for, None: no such field.

    `test_button` and, with an account, `forget_button` stand in the foot; the owner connects them.
    """

    def __init__(self, old: Account | None, peer: PeerLine | None, parent: QWidget | None = None) -> None:
        super().__init__("邮箱账号", "保存", _ABOUT, 4, parent)
        self._old = old
        self._peer = peer
        form = self.form
        assert isinstance(form, FormGrid)
        self.grid = form
        self.setMinimumWidth(_WIDTH)
        self._add_account()
        for kind, title in (("smtp", "发件服务器（SMTP）"), ("imap", "收件服务器（IMAP）")):
            self._add_server(kind, title)
        self.grid.add("imap_folder", "收件的文件夹", NameField(60), 2, hint="一般不改")
        self.grid.add("volume_mb", "每封附件最多（MB）", NumberField(), 2, hint="1 到 45，一般用 15")
        authority = NameField(300, "文件的完整路径")
        self.grid.add("authority", "另外信任的证书文件", authority, 4, hint="内网邮箱才用，一般不填")
        self.grid.field("address").settled.connect(self._suggest)

    def start_with(self, field: str = "") -> None:
        """Show the dialog; with `field` the keyboard begins there and the row says that it is missing."""
        given = dict(_NEW)
        if self._old is not None:
            given = {name: getattr(self._old, name) for name in self.grid.rows if name != "addresses"}
            # The stored one is never shown again; left empty it stays.
            given["password"] = ""
            if self._peer is not None:
                given["addresses"] = self._old.addresses.get(self._peer.node, "")
        self.start(given)
        if field in self.grid.rows:
            self.grid.show_problems({field: "请填写，发送邮件要用"})
            self.fit()

    def wanted(self) -> Account:
        """The account as typed; addresses of other offices stay as they were."""
        typed: dict[str, Any] = self.values()
        addresses = dict(self._old.addresses) if self._old is not None else {}
        theirs = typed.pop("addresses", "")
        if self._peer is not None:
            addresses.pop(self._peer.node, None)
            if theirs:
                addresses[self._peer.node] = theirs
        for number in ("smtp_port", "imap_port", "volume_mb"):
            typed[number] = typed[number] or 0
        return msgspec.convert({**typed, "addresses": addresses}, Account)

    def _add_account(self) -> None:
        add = self.grid.add
        add("address", "本单位邮箱", NameField(254, "如 qs12315@example.gov.cn"), 2, mandatory=True)
        if self._peer is not None:
            add("addresses", f"{self._peer.name}的邮箱", NameField(254), 2)
        self.grid.new_line()
        add("user", "登录账号", NameField(120), 2, mandatory=True, hint="多半就是邮箱地址")
        kept = "不改就留空" if self._old is not None else "163、QQ 填授权码"
        add("password", "密码或授权码", PasswordField(), 2, mandatory=self._old is None, hint=kept)

    def _add_server(self, kind: str, title: str) -> None:
        self.grid.add_heading(title)
        host, port, security = NameField(200, f"{kind}.example.gov.cn"), NumberField(), ChoiceField(_SECURITY)
        self.grid.add(f"{kind}_host", "服务器地址", host, 2, mandatory=True)
        self.grid.add(f"{kind}_security", "加密方式", security, mandatory=True)
        self.grid.add(f"{kind}_port", "端口", port, mandatory=True)
        usual = _PORTS[kind]

        def follow() -> None:
            # Only a usual port follows; one that was typed on purpose stays.
            if port.value() in (None, *usual.values()) and security.value() in usual:
                port.set_value(usual[security.value()])

        security.changed.connect(follow)

    def _suggest(self) -> None:
        """The names most mail services use, where nothing was typed yet."""
        address = self.grid.field("address").value()
        place = address.partition("@")[2]
        if not place:
            return
        for name, words in (
            ("user", address),
            ("smtp_host", f"smtp.{place}"),
            ("imap_host", f"imap.{place}"),
        ):
            if not self.grid.field(name).value():
                self.grid.field(name).set_value(words)
