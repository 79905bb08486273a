"""How a mail server is reached, and what its refusals mean in words. Only over TLS: a password travels.

Passwords are handed in by the caller and stay out of every message and every representation.
"""

from __future__ import annotations

import imaplib
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.domain.errors import UserError
from app.system.errors import EnvironmentProblem

TIMEOUT_SECONDS = 30.0


class Security(StrEnum):
    """TLS from the first byte, or asked for before signing in. There is no third way."""

    TLS = "tls"
    STARTTLS = "starttls"


@dataclass(frozen=True)
class MailServer:
    """One server and one account. `authority`: certificates to trust instead of the system's."""

    host: str
    port: int
    security: Security
    user: str
    password: str = field(repr=False)
    authority: Path | None = None
    timeout: float = TIMEOUT_SECONDS

    def require_sound(self) -> None:
        """Raise UserError for an account that cannot be typed to a server."""
        if not self.host or not 0 < self.port < 65536 or not self.host.isascii() or " " in self.host:
            raise UserError("邮件服务器的地址或端口不对，请按邮箱说明改正，例如 smtp.example.gov.cn 和 465。")
        if not self.user or not self.user.isascii() or not self.user.isprintable() or " " in self.user:
            raise UserError("邮箱账号里有不能用的字符，请改成邮箱说明里的写法。")
        if not self.password or not self.password.isascii() or not self.password.isprintable():
            raise UserError("邮箱密码（授权码）没有填，或里面有中文等不能用的字符，请重新填写。")

    def context(self) -> ssl.SSLContext:
        """Certificates and the server's name are always checked. EnvironmentProblem: authority unreadable."""
        try:
            return ssl.create_default_context(cafile=str(self.authority) if self.authority else None)
        except OSError as error:
            raise EnvironmentProblem(
                "读取邮件服务器的信任证书没有成功，请在设置里重新选择证书文件。"
            ) from error


@contextmanager
def told(doing: str, server: MailServer) -> Iterator[None]:
    """Turn what smtplib, imaplib, TLS and the network raise into a sentence (EnvironmentProblem)."""
    try:
        yield
    except (smtplib.SMTPException, imaplib.IMAP4.error, OSError, EOFError) as error:
        raise EnvironmentProblem(f"{doing}没有成功：{_advice(error, server)}") from error


def is_passing(error: BaseException) -> bool:
    """Whether trying once more at once may help: a broken line, or a server that says later."""
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return True
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(400 <= code < 500 for code, _words in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return 400 <= error.smtp_code < 500 and not isinstance(error, smtplib.SMTPAuthenticationError)
    return isinstance(error, ConnectionError | TimeoutError)


def _advice(error: BaseException, server: MailServer) -> str:
    match error:
        case smtplib.SMTPAuthenticationError():
            return _NOT_SIGNED_IN
        case smtplib.SMTPRecipientsRefused():
            return "邮件服务器不收这个收件地址，请核对收件邮箱后再试。"
        case smtplib.SMTPSenderRefused(smtp_code=552) | smtplib.SMTPDataError(smtp_code=552):
            return TOO_LARGE
        case smtplib.SMTPSenderRefused():
            return "邮件服务器不让用这个发件地址，发件邮箱要与登录的账号一致，请核对后再试。"
        case smtplib.SMTPNotSupportedError():
            return "邮件服务器不支持加密连接，请按邮箱说明改用别的端口（一般是 465 或 993）。"
        case smtplib.SMTPResponseException():
            return (
                f"邮件服务器拒绝了这封邮件（代码 {error.smtp_code}），请过一会儿再试，仍不行请问邮箱管理员。"
            )
        case imaplib.IMAP4.abort() | smtplib.SMTPServerDisconnected() | EOFError():
            return "与邮件服务器的连接断了，请检查网络后再做一次，已完成的不会重复。"
        case imaplib.IMAP4.error() if "AUTHENTICATIONFAILED" in str(error) or "LOGIN" in str(error).upper():
            return _NOT_SIGNED_IN
        case ssl.SSLCertVerificationError():
            return f"邮件服务器 {server.host} 的证书不可信，可能连到了冒充的服务器，请联系邮箱管理员。"
        case ssl.SSLError():
            return "与邮件服务器的加密连接没有建立，请核对端口和加密方式（SSL 或 STARTTLS）。"
        case TimeoutError():
            return "邮件服务器很久没有回答，请检查网络后再试。"
        case ConnectionError():
            return "连不上邮件服务器，请检查网络、服务器地址和端口后再试。"
        case OSError():
            return "找不到邮件服务器，请检查网络和服务器地址后再试。"
    return "邮件服务器没有按规定回答，请过一会儿再试，仍不行请问邮箱管理员。"


TOO_LARGE = "邮件超过服务器允许的大小，请在设置里把每卷的大小改小后重新导出。"
_NOT_SIGNED_IN = "邮箱没有让登录，请核对账号和密码；163、QQ 等邮箱要填“授权码”，并先在网页上开通 SMTP/IMAP。"
