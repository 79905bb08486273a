"""A draft opens in a mail program as it should, and volumes come out of any mail, however it was made."""

from __future__ import annotations

import base64
import os
import tracemalloc
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.carriers.letters import Letter, draft, write_draft
from app.exchange.carriers.mail_parts import DEEPEST, MOST_PARTS, Attached, is_ours, open_mail, read_mail_file
from app.system.errors import EnvironmentProblem

NAME = "青山镇消费维权服务站-清河县市场监管局-000012.3of12.yzv"
DATA = bytes(range(256)) * 200


@pytest.fixture
def letter(tmp_path: Path) -> Letter:
    """A volume with a long Chinese name."""
    (tmp_path / NAME).write_bytes(DATA)
    return Letter(
        to="xianju@example.gov.cn",
        sender_name="青山镇消费维权服务站",
        recipient_name="清河县市场监管局",
        attachment=tmp_path / NAME,
        name=NAME,
        part=3,
        parts=12,
    )


def test_a_draft_is_an_unsent_mail_with_the_volume(letter: Letter) -> None:
    message = message_from_bytes(draft(letter), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "xianju@example.gov.cn"
    assert str(message["Subject"]).startswith("[YZT] 一站通往来 青山镇消费维权服务站 发 清河县市场监管局")
    assert message["From"] is None
    body = message.get_body()
    assert body is not None
    assert "第 3 封，共 12 封" in body.get_content()
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == NAME
    assert attached.get_content() == DATA
    assert [part.defects for part in message.walk()] == [[]] * 3


def test_a_draft_is_plain_lines_every_mail_server_takes(letter: Letter) -> None:
    raw = draft(letter)
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"filename*" in raw, "the name as RFC 2231 writes it"


def test_the_same_letter_is_the_same_draft(letter: Letter) -> None:
    assert draft(letter) == draft(letter)


def test_a_draft_comes_back_in(letter: Letter, tmp_path: Path) -> None:
    path = write_draft(letter, tmp_path)
    assert path.name == f"{NAME}.eml"
    opened = read_mail_file(path)
    assert opened.attached == (Attached(name=NAME, data=DATA),)
    assert (opened.others, opened.problems) == (0, ())
    assert is_ours(draft(letter).split(b"\r\n\r\n")[0])


def test_a_volume_no_mailbox_takes_is_told(letter: Letter) -> None:
    os.truncate(letter.attachment, 46 * 1024 * 1024)
    with pytest.raises(EnvironmentProblem, match="每卷的大小改小"):
        draft(letter)


def attached_as(headers: str, body: bytes = base64.encodebytes(DATA)) -> bytes:
    """A mail with one attachment as some program writes it."""
    return (
        b"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\npreamble\r\n--b\r\n"
        + headers.encode("utf-8", "surrogateescape")
        + b"\r\n\r\n"
        + body
        + b"\r\n--b--\r\n"
    )


_GBK = NAME.encode("gb18030").decode("utf-8", "surrogateescape")
_B64 = base64.b64encode(NAME.encode()).decode()


@pytest.mark.parametrize(
    "headers",
    [
        f'Content-Disposition: attachment; filename="=?UTF-8?B?{_B64}?="',
        f'Content-Type: application/octet-stream; name="=?utf-8?b?{_B64}?="',
        f'Content-Disposition: attachment; filename="{NAME}"',
        f'Content-Disposition: attachment; filename="{_GBK}"',
    ],
)
def test_names_as_chinese_mail_programs_write_them(headers: str) -> None:
    raw = attached_as(f"{headers}\r\nContent-Transfer-Encoding: BASE64")
    assert open_mail(raw).attached == (Attached(name=NAME, data=DATA),)


def test_a_letter_forwarded_as_attachment_is_read(letter: Letter) -> None:
    for way in ("", "\r\nContent-Transfer-Encoding: base64"):
        inner = draft(letter)
        body = base64.encodebytes(inner) if way else inner
        raw = attached_as(f"Content-Type: message/rfc822{way}", body)
        assert [found.name for found in open_mail(raw).attached] == [NAME]


@pytest.mark.parametrize(
    "name",
    ["x.exe", "../x.yzt", "a-b-000001.yzt.exe", "a-b-000001.yzt\x00.exe", "C:\\a-b-000001.yzt", "照片.jpg"],
)
def test_other_names_are_counted_and_passed_over(name: str) -> None:
    found = open_mail(attached_as(f'Content-Disposition: attachment; filename="{name}"'))
    assert (found.attached, found.others) == ((), 1)


def test_a_mail_cut_off_or_changed_on_the_way_gives_a_sentence_or_nothing(letter: Letter) -> None:
    raw = draft(letter)
    for length in range(0, len(raw), 997):
        found = open_mail(raw[:length])
        assert all(DATA.startswith(attached.data) for attached in found.attached)
    broken = raw.replace(base64.b64encode(DATA)[:40], b"*" * 40)
    assert broken != raw
    assert "邮寄途中损坏" in open_mail(broken).problems[0].sentence


@given(st.binary(max_size=600))
def test_no_bytes_make_it_fall_over(noise: bytes) -> None:
    open_mail(noise)
    open_mail(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + noise)
    open_mail(b"Content-Disposition: attachment; filename*=" + noise)
    is_ours(noise)


@given(st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(["base64", "quoted-printable"])), max_size=4))
def test_what_the_standard_library_writes_is_read_the_same(parts: list[tuple[int, str]]) -> None:
    message = EmailMessage()
    message["Subject"] = "[YZT]"
    message.set_content("text")
    for number, (size, way) in enumerate(parts, 1):
        message.add_attachment(
            bytes(index % 251 for index in range(size)),
            maintype="application",
            subtype="x",
            cte=way,
            filename=f"站-局-{number:06d}.yzt",
        )
    read = message_from_bytes(message.as_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    expected = [(part.get_filename(), part.get_content()) for part in read.iter_attachments()]
    assert [(found.name, found.data) for found in open_mail(message.as_bytes()).attached] == expected


def nested(depth: int) -> bytes:
    """Multiparts in multiparts."""
    return b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
        for level in range(depth)
    )


@pytest.mark.parametrize(
    "raw",
    [
        nested(5000),
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 100_000,
        b"Content-Type: message/rfc822\r\n\r\n" * 20_000,
        b"a: b\r\n" * 2_000_000 + b"\r\n",
        b"Subject: " + b"x" * 5_000_000 + b"\r\n\r\n",
        b"Content-Type: multipart/mixed; boundary=" + b"b" * 60_000 + b"\r\n\r\n",
        b"Content-Type: multipart/mixed; " + b"; ".join(b"x*%d=y" % n for n in range(4000)) + b"\r\n\r\n",
        b"\r\n" * 5_000_000,
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"\r\n--" * 2_000_000,
    ],
    ids=["deep", "parts", "forwards", "headers", "subject", "boundary", "parameters", "empty", "dashes"],
)
def test_a_mail_made_to_exhaust_is_left_without_effort(raw: bytes) -> None:
    tracemalloc.start()
    try:
        found = open_mail(raw)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found.attached == ()
    assert peak < len(raw) + 16 * 1024 * 1024


def test_the_limits_keep_what_came_before_them() -> None:
    sound = b'\r\n--b\r\nContent-Disposition: attachment; filename="a-b-000001.yzt"\r\n\r\nx'
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + sound * (MOST_PARTS + 5)
    found = open_mail(raw)
    assert len(found.attached) == MOST_PARTS - 1
    assert "过于复杂" in found.problems[0].sentence
    assert open_mail(nested(DEEPEST - 1)).problems == ()
    assert open_mail(nested(DEEPEST + 3)).problems != ()


def test_a_mail_larger_than_any_is_not_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("app.exchange.carriers.mail_parts.LARGEST_MAIL", 1000)
    (tmp_path / "a.eml").write_bytes(b"x" * 1001)
    assert "太大" in read_mail_file(tmp_path / "a.eml").problems[0].sentence


def test_an_eml_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.eml").symlink_to("/etc/passwd")
    with pytest.raises(EnvironmentProblem, match="读取邮件文件"):
        read_mail_file(tmp_path / "a.eml")
