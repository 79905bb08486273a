"""A station posts what is new through a real mail server; the county fetches it from a real mailbox."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.errors import InvalidFields, UserError
from app.exchange.carriers.mail_server import MailServer, Security
from app.services.exchange import mail, receiving
from app.services.exchange.mail import Account
from app.system.errors import EnvironmentProblem
from tests.exchange.carriers.mail_servers import dovecot, smtp_server
from tests.scenarios.exchanging import Counter, add_evidence, county, enrol


def an_account(
    smtp: MailServer, imap: MailServer, addresses: dict[str, str], *, user: str, password: str, volume_mb: int
) -> Account:
    return Account(
        address="beizhan@example.gov.cn",
        user=user,
        password=password,
        smtp_host=smtp.host,
        smtp_port=smtp.port,
        smtp_security=smtp.security.value,
        imap_host=imap.host,
        imap_port=imap.port,
        imap_security=imap.security.value,
        addresses=addresses,
        authority=str(smtp.authority),
        volume_mb=volume_mb,
    )


def test_by_smtp_and_imap(tmp_path: Path) -> None:
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    enrol(above, below)
    case = below.case()
    film = below.desk / "视频.bin"
    film.write_bytes(bytes((i * i) % 251 for i in range(2_500_000)))
    add_evidence(below, case, film)
    certificates = tmp_path / "certificates"
    certificates.mkdir()
    with smtp_server(certificates, Security.TLS) as (smtp, post), dovecot() as mailboxes:
        box = mailboxes.server("xianju")
        sending = an_account(
            smtp, smtp, {above.node: "xianju@example.gov.cn"}, user=smtp.user, password=smtp.password,
            volume_mb=1,
        )  # fmt: skip
        mail.save(below.office, sending)
        fetching = an_account(box, box, {}, user=box.user, password=box.password, volume_mb=15)
        mail.save(above.office, fetching)
        post.answers = ["250 OK", "550 no", "250 OK"]
        with pytest.raises(EnvironmentProblem):
            mail.send(below.office, above.node)
        first = len(post.letters)
        sent = mail.send(below.office, above.node)
        assert sent.resumed
        assert first == 1
        assert len(post.letters) == 3
        mailboxes.deliver("xianju", *[bytes(taken.content or b"") for taken in post.letters[1:]])
        part = mail.fetch(above.office)
        assert [one.code for one in part.found.refused] == ["incomplete"]
        mailboxes.deliver("xianju", bytes(post.letters[0].content or b""))
        rest = mail.fetch(above.office)
        assert rest.letters == 1
        result = receiving.import_found(above.office, rest.found)
        assert result.new == sent.events
        assert above.hash() == below.hash()
        assert mail.fetch(above.office).found.packages == ()
    above.close()
    below.close()


def test_a_corrected_address_gets_every_volume(tmp_path: Path) -> None:
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    enrol(above, below)
    film = below.desk / "视频.bin"
    film.write_bytes(bytes((i * i) % 251 for i in range(2_500_000)))
    add_evidence(below, below.case(), film)
    with smtp_server(tmp_path, Security.TLS) as (smtp, post):
        wrong = an_account(
            smtp, smtp, {above.node: "xiaju@example.gov.cn"}, user=smtp.user, password=smtp.password,
            volume_mb=1,
        )  # fmt: skip
        mail.save(below.office, wrong)
        post.answers = ["250 OK", "550 no"]
        with pytest.raises(EnvironmentProblem):
            mail.send(below.office, above.node)
        mail.save(below.office, replace(wrong, addresses={above.node: "xianju@example.gov.cn"}))
        mail.send(below.office, above.node)
    assert [taken.rcpt_tos[0][:6] for taken in post.letters] == ["xiaju@", *["xianju"] * 3]
    above.close()
    below.close()


def test_another_folder_is_read_from_its_beginning(tmp_path: Path) -> None:
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    enrol(above, below)
    below.case()
    with smtp_server(tmp_path, Security.TLS) as (smtp, post), dovecot() as mailboxes:
        box = mailboxes.server("xianju")
        sending = an_account(
            smtp, smtp, {above.node: "xianju@example.gov.cn"}, user=smtp.user, password=smtp.password,
            volume_mb=15,
        )  # fmt: skip
        mail.save(below.office, sending)
        sent = mail.send(below.office, above.node)
        fetching = an_account(box, box, {}, user=box.user, password=box.password, volume_mb=15)
        mail.save(above.office, fetching)
        mailboxes.deliver("xianju", b"Subject: x\r\n\r\nx\r\n")
        assert mail.fetch(above.office).letters == 0
        with mailboxes.client("xianju") as client:
            client.create("Yizhantong")
            client.append("Yizhantong", "", "", bytes(post.letters[0].content or b""))  # type: ignore[arg-type]
        elsewhere = replace(fetching, password="", imap_folder="Yizhantong")
        mail.save(above.office, elsewhere)
        kept = mail.account(above.office)
        assert kept is not None
        assert kept.password == box.password
        got = mail.fetch(above.office)
        assert got.letters == 1
        assert receiving.import_found(above.office, got.found).new == sent.events
        mail.save(above.office, replace(elsewhere, imap_folder="没有"))
        with pytest.raises(EnvironmentProblem, match="没有“没有”这个文件夹"):
            mail.fetch(above.office)
    above.close()
    below.close()


def test_a_saved_password_goes_to_no_other_server(tmp_path: Path) -> None:
    office = county(tmp_path / "k")
    server = MailServer("mail.example.gov.cn", 465, Security.TLS, "xj", "geheim")
    wanted = an_account(server, server, {}, user="xj", password="geheim", volume_mb=15)
    mail.save(office.office, wanted)
    for changed in ({"smtp_host": "elsewhere.cn"}, {"imap_host": "elsewhere.cn"}, {"user": "other"}):
        with pytest.raises(InvalidFields) as told:
            mail.completed(office.office, replace(wanted, password="", **changed))
        assert list(told.value.problems) == ["password"]
    with pytest.raises(InvalidFields) as told:
        mail.save(office.office, replace(wanted, address="keins", imap_port=0, imap_folder="a\nb"))
    assert sorted(told.value.problems) == ["address", "imap_folder", "imap_port"]
    office.close()


def test_the_account_is_sealed(tmp_path: Path) -> None:
    office = county(tmp_path / "k")
    server = MailServer("mail.example.gov.cn", 465, Security.TLS, "xj", "Shou-quan_ma 7")
    wanted = an_account(server, server, {}, user="xj", password="Shou-quan_ma 7", volume_mb=15)
    assert mail.account(office.office) is None
    with pytest.raises(UserError, match="还没有设置邮箱"):
        mail.fetch(office.office)
    mail.save(office.office, wanted)
    assert mail.account(office.office) == wanted
    assert "Shou-quan" not in repr(wanted)
    everything = b"".join(path.read_bytes() for path in office.data.rglob("*") if path.is_file())
    assert b"Shou-quan" not in everything
    sealed = office.data / "exchange" / "mail.sealed"
    sealed.write_bytes(sealed.read_bytes()[:-1])
    with pytest.raises(EnvironmentProblem, match="已损坏"):
        mail.account(office.office)
    mail.forget(office.office)
    assert mail.account(office.office) is None
    for wrong in ({"address": "keins"}, {"volume_mb": 99}, {"smtp_security": "none"}):
        with pytest.raises(UserError):
            mail.save(
                office.office,
                Account(**{**{f: getattr(wanted, f) for f in wanted.__struct_fields__}, **wrong}),
            )
    office.close()
