"""Letters go to a real server over TLS, each is marked when it was taken, and a broken line loses none."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.exchange.carriers.letters import Letter
from app.exchange.carriers.mail_parts import open_mail
from app.exchange.carriers.mail_server import MailServer, Security
from app.exchange.carriers.smtp import send_letters
from app.system.clock import SHANGHAI, FixedClock
from app.system.errors import EnvironmentProblem
from tests.exchange.carriers.mail_servers import PASSWORD, USER, free_port, smtp_server

CLOCK = FixedClock(dt.datetime(2026, 7, 1, 9, 0, tzinfo=SHANGHAI))


def letters(
    folder: Path, count: int = 3, size: int = 5000, to: str = "xianju@example.gov.cn"
) -> list[Letter]:
    """Volumes on this computer, each with its letter."""
    made = []
    for number in range(1, count + 1):
        name = f"北街服务站-县局-000012.{number}of{count}.yzv"
        (folder / name).write_bytes(bytes([number]) * size)
        made.append(
            Letter(
                to=to,
                sender_name="北街服务站",
                recipient_name="县局",
                attachment=folder / name,
                name=name,
                part=number,
                parts=count,
            )
        )
    return made


def send(server: MailServer, waiting: list[Letter], marks: list[str]) -> int:
    """Send with marks that are kept in a list."""
    return send_letters(
        server, USER, waiting, sent=set(marks), mark=lambda letter: marks.append(letter.name), clock=CLOCK
    )


@pytest.mark.parametrize("security", list(Security))
def test_letters_arrive_as_they_were_and_are_marked(tmp_path: Path, security: Security) -> None:
    waiting, marks = letters(tmp_path), list[str]()
    with smtp_server(tmp_path, security) as (server, office):
        assert send(server, waiting, marks) == 3
        assert send(server, waiting, marks) == 0
    assert marks == [letter.name for letter in waiting]
    for number, taken in enumerate(office.letters, 1):
        assert (taken.mail_from, taken.rcpt_tos) == (USER, ["xianju@example.gov.cn"])
        assert isinstance(taken.content, bytes)
        (found,) = open_mail(taken.content).attached
        assert (found.name, found.data) == (waiting[number - 1].name, bytes([number]) * 5000)
        message = message_from_bytes(taken.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        assert str(message["Subject"]) == f"[YZT] 一站通往来 北街服务站 发 县局（第 {number} 封，共 3 封）"
        assert message["X-Unsent"] is None
        assert message["Date"] == "Wed, 01 Jul 2026 09:00:00 +0800"


@pytest.mark.parametrize("answer", ["451 later", "lost"])
def test_a_server_that_says_later_and_a_line_that_breaks_are_tried_again(tmp_path: Path, answer: str) -> None:
    marks: list[str] = []
    with smtp_server(tmp_path, Security.TLS) as (server, office):
        office.answers = ["250 OK", answer, "250 OK"]
        assert send(server, letters(tmp_path), marks) == 3
    assert len(marks) == 3
    identities = [message_from_bytes(taken.content)["Message-ID"] for taken in office.letters]  # type: ignore[arg-type]
    assert len(identities) == (4 if answer == "lost" else 3)
    assert len(set(identities)) == 3, "what went twice has one name"


def test_what_was_taken_before_a_failure_is_not_sent_again(tmp_path: Path) -> None:
    waiting, marks = letters(tmp_path), list[str]()
    with smtp_server(tmp_path, Security.STARTTLS) as (server, office):
        office.answers = ["250 OK", "451 later", "451 later", "451 later"]
        with pytest.raises(EnvironmentProblem, match="代码 451"):
            send(server, waiting, marks)
        assert marks == [waiting[0].name]
        assert send(server, waiting, marks) == 2
    assert len(office.letters) == 3


@pytest.mark.parametrize(
    ("answer", "words"),
    [("552 too much", "每卷的大小改小"), ("554 spam", "代码 554"), ("550 no", "代码 550")],
)
def test_a_final_refusal_is_told_at_once(tmp_path: Path, answer: str, words: str) -> None:
    with smtp_server(tmp_path, Security.TLS) as (server, office):
        office.answers = [answer]
        with pytest.raises(EnvironmentProblem, match=words):
            send(server, letters(tmp_path), [])
    assert office.letters == []


def test_a_volume_over_the_servers_limit_is_told_before_it_is_sent(tmp_path: Path) -> None:
    with (
        smtp_server(tmp_path, Security.TLS) as (server, office),
        pytest.raises(EnvironmentProblem, match="每卷的大小改小"),
    ):
        send(server, letters(tmp_path, 1, 3_000_000), [])
    assert office.letters == []


def test_what_goes_wrong_is_told_in_words(tmp_path: Path) -> None:
    with smtp_server(tmp_path, Security.STARTTLS) as (server, _office):

        def told(to: str = "xianju@example.gov.cn", **changed: object) -> str:
            fields = {name: getattr(server, name) for name in server.__dataclass_fields__}
            with pytest.raises(EnvironmentProblem) as caught:
                send(MailServer(**{**fields, **changed}), letters(tmp_path, 1, to=to), [])  # type: ignore[arg-type]
            assert PASSWORD not in caught.value.message
            return caught.value.message

        assert "授权码" in told(password="wrong")
        assert "证书不可信" in told(authority=None)
        assert "不收这个收件地址" in told(to="nobody@example.gov.cn")
        assert "连不上邮件服务器" in told(port=free_port())


@pytest.mark.parametrize(
    "changed",
    [
        {"host": ""},
        {"port": 0},
        {"port": 70000},
        {"user": "北站"},
        {"user": "a b"},
        {"password": "密码"},
        {"password": "a\r\nDATA"},
    ],
)
def test_an_account_that_cannot_be_right_is_the_users(tmp_path: Path, changed: dict[str, object]) -> None:
    fields: dict[str, object] = {
        "host": "h",
        "port": 1,
        "security": Security.TLS,
        "user": "u",
        "password": "p",
    }
    with pytest.raises(UserError):
        send(MailServer(**{**fields, **changed}), letters(tmp_path), [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "北站@example.cn",
        "a@b",
        "a@b.cn\r\nBcc: c@d.cn",
        "a@b.cn, c@d.cn",
        "<a@b.cn>",
        "a b@c.cn",
        "a@b@c.cn",
    ],
)
def test_an_address_that_is_none_is_the_users(tmp_path: Path, address: str) -> None:
    with (
        smtp_server(tmp_path, Security.TLS) as (server, office),
        pytest.raises(UserError, match="邮箱地址的写法不对"),
    ):
        send(server, letters(tmp_path, to=address), [])
    assert office.letters == []
