"""Sending volumes by mail, one letter each, and remembering each as soon as the server has taken it."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Collection, Sequence

from app.exchange.carriers.letters import Letter, for_sending
from app.exchange.carriers.mail_server import TOO_LARGE, MailServer, Security, is_passing, told
from app.exchange.carriers.shipments import Progress
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem

ATTEMPTS = 3
"""How often a letter is tried when the line breaks or the server says later; nobody waits in between."""

_DOING = "发送邮件"


def send_letters(
    server: MailServer,
    address: str,
    letters: Sequence[Letter],
    *,
    sent: Collection[str],
    mark: Callable[[Letter], object],
    clock: Clock,
    progress: Progress | None = None,
) -> int:
    """Send the letters whose names are not in `sent`; how many were sent now.

    `mark` is called right after the server took a letter and must keep that durably: when a later letter
    fails, doing it again sends only the rest. A letter whose answer was lost goes twice with one Message-ID,
    which the receiver's spool counts once. `progress` counts letters and may raise to stop between them.
    Raises UserError for an account or address that cannot be right, EnvironmentProblem in all other cases.
    """
    server.require_sound()
    waiting = [letter for letter in letters if letter.name not in sent]
    total = len(waiting)
    with told(_DOING, server):
        connection: smtplib.SMTP | None = None
        try:
            for done, letter in enumerate(waiting):
                if progress is not None:
                    progress(done, total)
                connection = _send(server, connection, letter, address, clock)
                mark(letter)
        finally:
            _close(connection)
    if progress is not None:
        progress(total, total)
    return total


def check(server: MailServer) -> None:
    """Sign in and out again (测试连接). Raises UserError, EnvironmentProblem."""
    server.require_sound()
    with told("测试发件服务器", server):
        _close(_connected(server))


def _send(
    server: MailServer, connection: smtplib.SMTP | None, letter: Letter, address: str, clock: Clock
) -> smtplib.SMTP:
    """Send one letter on this connection, or on new ones; the connection to go on with."""
    message = for_sending(letter, address, clock.now())
    for attempt in range(1, ATTEMPTS + 1):
        try:
            if connection is None:
                connection = _connected(server)
            _require_size(connection, letter)
            connection.send_message(message, from_addr=address, to_addrs=[letter.to])
        except BaseException as error:
            _close(connection)
            connection = None
            if attempt == ATTEMPTS or not is_passing(error):
                raise
        else:
            return connection
    raise AssertionError("the last attempt returns or raises")


def _connected(server: MailServer) -> smtplib.SMTP:
    context = server.context()
    if server.security is Security.TLS:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=server.timeout, context=context
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        connection.ehlo()
        if server.security is Security.STARTTLS:
            connection.starttls(context=context)
            connection.ehlo()
        connection.login(server.user, server.password)
    except BaseException:
        _close(connection)
        raise
    return connection


def _require_size(connection: smtplib.SMTP, letter: Letter) -> None:
    """The server tells its limit before anything is sent; Base64 makes four bytes of three, and lines."""
    limit = connection.esmtp_features.get("size", "")
    if limit.isdigit() and 0 < int(limit) < letter.attachment.stat().st_size * 37 // 27:
        raise EnvironmentProblem(f"{_DOING}没有成功：{TOO_LARGE}")


def _close(connection: smtplib.SMTP | None) -> None:
    """End politely where the line still stands; a line that is broken already is no failure."""
    if connection is None:
        return
    try:
        connection.quit()
    except (smtplib.SMTPException, OSError):
        connection.close()
