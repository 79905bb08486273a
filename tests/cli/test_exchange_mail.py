"""mail set, and export and import by mail between two offices, by command line with real servers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.exchange.carriers.mail_server import Security
from tests.cli.conftest import Run
from tests.cli.test_exchange import county, enrol, station
from tests.exchange.carriers.mail_servers import PASSWORD, USER, dovecot, smtp_server

COUNTY_BOX = "xianju@example.gov.cn"


@pytest.fixture
def pair(yzt: Run, tmp_path: Path) -> tuple[Path, Path]:
    """A county and a station that are enrolled."""
    above, below = county(tmp_path / "county"), station(tmp_path / "station")
    enrol(yzt, above, below, tmp_path / "desk")
    return above, below


def test_two_offices_exchange_by_mail(
    yzt: Run, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    above, below = pair
    with smtp_server(tmp_path, Security.STARTTLS) as (smtp, post), dovecot() as mailboxes:
        box = mailboxes.server("xianju")
        monkeypatch.setenv("YZT_MAIL_PASSWORD", PASSWORD)
        said = yzt(
            "mail", "set", "--data", below, "--address", USER, "--smtp-host", smtp.host, "--smtp-port",
            smtp.port, "--smtp-security", "starttls", "--authority", smtp.authority,
            "--peer", "上级", COUNTY_BOX,
        )  # fmt: skip
        assert said.code == 0, said.err
        sent = yzt("export", "--to", "上级", "--mail", "--data", below, "--json").json()
        assert sent["cases"] == 2
        assert [taken.rcpt_tos for taken in post.letters] == [[COUNTY_BOX]]

        monkeypatch.setenv("YZT_MAIL_PASSWORD", box.password)
        yzt(
            "mail", "set", "--data", above, "--address", COUNTY_BOX, "--user", box.user,
            "--smtp-host", box.host, "--imap-host", box.host, "--imap-port", box.port,
            "--authority", box.authority,
        )  # fmt: skip
        assert yzt("import", "--mail", "--data", above, "--json").json()["new"] == 0
        mailboxes.deliver("xianju", bytes(post.letters[0].content or b""))
        preview = yzt("import", "--mail", "--preview", "--data", above, "--json").json()
        done = yzt("import", "--mail", "--data", above, "--json").json()
        assert done["new"] == preview["new"] == sent["events"]
        assert done["mail_problems"] == []
    hashes = [yzt("verify", "--data", data, "--json").json()["state_hash"] for data in pair]
    assert hashes[0] == hashes[1]


def test_the_test_of_a_connection_says_why_not(
    yzt: Run, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _above, below = pair
    monkeypatch.setenv("YZT_MAIL_PASSWORD", "falsch")
    with smtp_server(tmp_path, Security.TLS) as (smtp, _post), dovecot() as mailboxes:
        box = mailboxes.server(USER)
        yzt(
            "mail", "set", "--data", below, "--address", USER, "--smtp-host", smtp.host, "--smtp-port",
            smtp.port, "--imap-host", box.host, "--imap-port", box.port, "--authority", smtp.authority,
        )  # fmt: skip
        said = yzt("mail", "test", "--data", below).refused()
        assert said.startswith("测试发件服务器没有成功：邮箱没有让登录")
        monkeypatch.setenv("YZT_MAIL_PASSWORD", PASSWORD)
        yzt("mail", "set", "--data", below)
        # The sending server lets us in now; the certificate of the mailbox is none we trust.
        said = yzt("mail", "test", "--data", below).refused()
        assert said.startswith("测试收件服务器没有成功")
        assert "证书不可信" in said


def test_an_account_is_shown_without_its_password_and_changed_in_parts(
    yzt: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _above, below = pair
    assert "还没有设置邮箱" in yzt("mail", "show", "--data", below).refused()
    assert "--address" in yzt("mail", "set", "--data", below).refused()
    assert "YZT_MAIL_PASSWORD" in yzt("mail", "set", "--data", below, "--address", USER).refused()
    monkeypatch.setenv("YZT_MAIL_PASSWORD", "Shou quan")
    yzt("mail", "set", "--data", below, "--address", USER)
    monkeypatch.delenv("YZT_MAIL_PASSWORD")
    yzt("mail", "set", "--data", below, "--imap-security", "starttls", "--volume-mb", 5)
    printed = yzt("mail", "show", "--data", below, "--json").out
    assert "Shou quan" not in printed
    shown = json.loads(printed)
    assert (shown["smtp_host"], shown["smtp_port"]) == ("smtp.example.gov.cn", 465)
    assert (shown["imap_security"], shown["imap_port"], shown["volume_mb"]) == ("starttls", 143, 5)
    assert "Shou quan" not in yzt("mail", "show", "--data", below).out
    assert "密码" in yzt("mail", "set", "--data", below, "--smtp-host", "elsewhere.cn").refused()
    assert "没有填写对方的邮箱" in yzt("export", "--to", "上级", "--mail", "--data", below).refused()
    assert yzt("mail", "forget", "--data", below).code == 0
    assert "还没有设置邮箱" in yzt("import", "--mail", "--data", below).refused()


def test_ways_are_not_mixed(yzt: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    _above, below = pair
    yzt("import", "--data", below).refused()
    yzt("import", "--mail", tmp_path, "--data", below).refused()
    yzt("export", "--to", "上级", "--data", below).refused()
    yzt("export", "--to", "上级", "--mail", "--out", tmp_path, "--data", below).refused()
    assert (
        "--volume-mb" in yzt("export", "--to", "上级", "--mail", "--volume-mb", 3, "--data", below).refused()
    )
