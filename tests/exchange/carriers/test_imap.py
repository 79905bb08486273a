"""Letters come out of a real mailbox once, safely, and everything else in it stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.exchange.carriers.imap import Position, fetch_letters, mailbox_name
from app.exchange.carriers.letters import Letter, draft
from app.exchange.carriers.mail_parts import Attached
from app.exchange.carriers.mail_server import MailServer, Security
from app.exchange.carriers.spool import Spool
from app.system.errors import EnvironmentProblem
from tests.exchange.carriers.mail_servers import Mailboxes, dovecot

PRIVATE = b"From: a@b.cn\r\nSubject: =?utf-8?B?5Zue5p2l5ZCD6aWt?=\r\n\r\nnot ours\r\n"


@pytest.fixture(scope="module")
def mailboxes() -> Iterator[Mailboxes]:
    """One server for all tests here; each test has a user of its own."""
    with dovecot() as running:
        yield running


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    """A mailbox nobody else uses."""
    return "u" + re.sub(r"\W", "-", request.node.name)[-60:]


def letter(folder: Path, number: int, data: bytes | None = None) -> bytes:
    """A draft of ours as it arrives."""
    name = f"北街服务站-县局-000012.{number}of9.yzv"
    (folder / name).write_bytes(data if data is not None else f"volume {number}".encode() * 1000)
    told = Letter(
        to="xianju@example.gov.cn",
        sender_name="北街服务站",
        recipient_name="县市场监管局",
        attachment=folder / name,
        name=name,
        part=number,
        parts=9,
    )
    return draft(told)


@pytest.mark.parametrize("security", list(Security))
def test_only_our_letters_are_read_and_marked_the_others_stay_unread(
    mailboxes: Mailboxes, user: str, tmp_path: Path, security: Security
) -> None:
    mailboxes.deliver(user, PRIVATE, letter(tmp_path, 1), PRIVATE, letter(tmp_path, 2))
    spool = Spool(tmp_path / "spool")
    told = fetch_letters(mailboxes.server(user, security), lambda found: spool.keep(found.data, "yzv"))
    assert (told.letters, told.volumes, told.problems) == (2, 2, ())
    assert {path.read_bytes()[:8] for path in spool.files("yzv")} == {b"volume 1", b"volume 2"}
    assert [seen for _uid, seen in mailboxes.look(user)] == [False, True, False, True]


def test_the_next_visit_reads_only_what_is_new(mailboxes: Mailboxes, user: str, tmp_path: Path) -> None:
    mailboxes.deliver(user, letter(tmp_path, 1), PRIVATE)
    kept: list[str] = []
    first = fetch_letters(mailboxes.server(user), lambda found: kept.append(found.name))
    mailboxes.deliver(user, letter(tmp_path, 2))
    second = fetch_letters(mailboxes.server(user), lambda found: kept.append(found.name), first.position)
    third = fetch_letters(mailboxes.server(user), lambda found: kept.append(found.name), second.position)
    assert [name[-8:] for name in kept] == ["1of9.yzv", "2of9.yzv"]
    assert (first.position.last_uid, second.position.last_uid, third.position) == (2, 3, second.position)
    renumbered = Position(validity=second.position.validity + 1, last_uid=99)
    assert fetch_letters(mailboxes.server(user), kept.append, renumbered).letters == 2


def test_a_letter_that_could_not_be_kept_stays_unread_and_comes_again(
    mailboxes: Mailboxes, user: str, tmp_path: Path
) -> None:
    mailboxes.deliver(user, letter(tmp_path, 1), letter(tmp_path, 2))
    kept: list[str] = []

    def full_after_one(found: Attached) -> None:
        if kept:
            raise EnvironmentProblem("磁盘已满。")
        kept.append(found.name)

    with pytest.raises(EnvironmentProblem, match="磁盘已满"):
        fetch_letters(mailboxes.server(user), full_after_one, move_to="一站通已收")
    assert [seen for _uid, seen in mailboxes.look(user)] == [False]
    assert fetch_letters(mailboxes.server(user), lambda found: kept.append(found.name)).volumes == 1
    assert [name[-8:] for name in kept] == ["1of9.yzv", "2of9.yzv"]


def test_kept_letters_are_moved_into_a_folder_and_none_is_deleted(
    mailboxes: Mailboxes, user: str, tmp_path: Path
) -> None:
    mailboxes.deliver(user, letter(tmp_path, 1), PRIVATE)
    fetch_letters(mailboxes.server(user), lambda _found: None, move_to="一站通已收")
    mailboxes.deliver(user, letter(tmp_path, 2))
    fetch_letters(mailboxes.server(user), lambda _found: None, move_to="一站通已收")
    assert len(mailboxes.look(user)) == 1
    assert [seen for _uid, seen in mailboxes.look(user, mailbox_name("一站通已收"))] == [True, True]


def test_letters_marked_for_deletion_by_others_are_not_deleted_by_us(
    mailboxes: Mailboxes, user: str, tmp_path: Path
) -> None:
    mailboxes.deliver(user, PRIVATE, letter(tmp_path, 1))
    with mailboxes.client(user) as client:
        client.select("INBOX")
        client.store("1", "+FLAGS", "(\\Deleted)")
    fetch_letters(mailboxes.server(user), lambda _found: None)
    assert len(mailboxes.look(user)) == 2


def test_a_mailbox_with_many_letters_is_read_in_windows(
    mailboxes: Mailboxes, user: str, tmp_path: Path
) -> None:
    """More than two windows, ours at both ends and in the middle."""
    others = [PRIVATE] * 170
    mailboxes.deliver(
        user, letter(tmp_path, 1), *others, letter(tmp_path, 2), *others, *others, letter(tmp_path, 3)
    )
    kept: list[str] = []
    told = fetch_letters(mailboxes.server(user), lambda found: kept.append(found.name[-8:]))
    assert kept == ["1of9.yzv", "2of9.yzv", "3of9.yzv"]
    assert told.position.last_uid == 513


def test_a_spoilt_letter_is_told_and_stays_unread(mailboxes: Mailboxes, user: str, tmp_path: Path) -> None:
    spoilt = letter(tmp_path, 1).replace(b"\r\ndm9sdW1l", b"\r\n!!!!dm9sdW1l", 1)
    mailboxes.deliver(user, spoilt, letter(tmp_path, 2))
    told = fetch_letters(mailboxes.server(user), lambda _found: None)
    assert told.volumes == 1
    assert "邮寄途中损坏" in told.problems[0]
    assert [seen for _uid, seen in mailboxes.look(user)] == [False, True]


def test_an_empty_mailbox_and_one_without_letters_of_ours(mailboxes: Mailboxes, user: str) -> None:
    assert fetch_letters(mailboxes.server(user), lambda _found: None).letters == 0
    mailboxes.deliver(user, PRIVATE)
    assert fetch_letters(mailboxes.server(user), lambda _found: None).position.last_uid == 1


class Stopped(Exception):
    """The user pressed 取消."""


def test_stopped_between_two_letters_the_first_is_safe(
    mailboxes: Mailboxes, user: str, tmp_path: Path
) -> None:
    mailboxes.deliver(user, letter(tmp_path, 1), letter(tmp_path, 2))
    kept: list[str] = []

    def stop(done: int, total: int) -> None:
        assert total == 2
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        fetch_letters(mailboxes.server(user), lambda found: kept.append(found.name), progress=stop)
    assert len(kept) == 1


def test_what_goes_wrong_is_told_in_words(mailboxes: Mailboxes, user: str, tmp_path: Path) -> None:
    def told(**changed: object) -> str:
        right = mailboxes.server(user)
        fields = {name: getattr(right, name) for name in right.__dataclass_fields__}
        with pytest.raises(EnvironmentProblem) as caught:
            fetch_letters(MailServer(**{**fields, **changed}), lambda _found: None)  # type: ignore[arg-type]
        return caught.value.message

    assert "授权码" in told(password="wrong")
    assert "证书不可信" in told(authority=None)
    assert "加密连接没有建立" in told(port=mailboxes.server(user, Security.STARTTLS).port)
    assert "连不上邮件服务器" in told(port=1)
    empty = tmp_path / "empty.pem"
    empty.write_bytes(b"")
    assert "信任证书" in told(authority=empty)
    with pytest.raises(UserError, match="授权码"):
        fetch_letters(MailServer("h", 1, Security.TLS, user, ""), lambda _found: None)
    assert "geheim" not in repr(mailboxes.server(user))


@pytest.mark.parametrize(
    ("name", "written"),
    [("INBOX", '"INBOX"'), ("一站通", '"&TgB62ZAa-"'), ("a&b", '"a&-b"'), ('a"b\\', '"a\\"b\\\\"')],
)
def test_folder_names_as_imap_writes_them(name: str, written: str) -> None:
    assert mailbox_name(name) == written


def test_a_folder_name_with_a_line_break_is_none() -> None:
    with pytest.raises(ValueError):
        mailbox_name("a\r\nA LOGOUT")
