"""往来同步 by mail in the window: the account, its test, sending and fetching, with real servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.exchange.carriers.mail_server import MailServer, Security
from app.services.exchange import arrivals, enrolment, mail, sending
from app.services.exchange.mail import Account
from app.ui.pages.exchange.mail_dialog import MailDialog
from app.ui.pages.exchange.page import ExchangePage
from tests.exchange.carriers.mail_servers import dovecot, smtp_server
from tests.scenarios.exchanging import Counter, add_evidence, enrol
from tests.ui.pages.test_exchange_page import Desk

COUNTY_BOX = "xianju@example.gov.cn"


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    enrol(made.above, made.below, "QS")
    yield made
    made.close()


def dialog_of(page: ExchangePage) -> MailDialog:
    page.receiving.account_button.click()
    dialog = page.mail.dialog
    assert dialog is not None
    return dialog


def press(dialog: MailDialog, words: str) -> None:
    """A button in the foot."""
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    found.click()


def type_in(dialog: MailDialog, smtp: MailServer, imap: MailServer, **typed: object) -> None:
    values = {
        "address": "beizhan@example.gov.cn",
        "user": smtp.user,
        "password": smtp.password,
        "smtp_host": smtp.host,
        "smtp_port": smtp.port,
        "smtp_security": smtp.security.value,
        "imap_host": imap.host,
        "imap_port": imap.port,
        "imap_security": imap.security.value,
        "authority": str(smtp.authority or ""),
        **typed,
    }
    dialog.form.set_values(values)


def saved(counter: Counter, server: MailServer, **changed: object) -> Account:
    """An account kept for an office; both servers are `server` unless said otherwise."""
    values: dict[str, object] = {
        "address": "beizhan@example.gov.cn",
        "user": server.user,
        "password": server.password,
        "smtp_host": server.host,
        "smtp_port": server.port,
        "smtp_security": server.security.value,
        "imap_host": server.host,
        "imap_port": server.port,
        "imap_security": server.security.value,
        "authority": str(server.authority or ""),
        **changed,
    }
    account = Account(**values)  # type: ignore[arg-type]
    mail.save(counter.office, account)
    return account


def test_without_an_account_there_are_drafts_only(desk: Desk) -> None:
    page = desk.page(desk.below)
    assert page.sending.post_button.isHidden()
    assert not page.receiving.fetch_button.isVisible()
    assert page.sending.mail_button.text() == "邮件…"


def test_the_account_is_typed_checked_and_sealed(desk: Desk) -> None:
    page = desk.page(desk.below)
    dialog = dialog_of(page)
    dialog.submit()
    desk.rest(page)
    for name in ("address", "user", "password", "smtp_host", "imap_host"):
        assert dialog.form.row(name).problem(), name
    dialog.form.field("address").setText("qs@example.gov.cn")
    dialog.form.field("address").settled.emit()
    assert dialog.form.values()["user"] == "qs@example.gov.cn"
    assert dialog.form.values()["imap_host"] == "imap.example.gov.cn"
    dialog.form.field("smtp_security").set_value(mail.STARTTLS)
    assert dialog.form.values()["smtp_port"] == 587
    dialog.form.set_values({"smtp_port": 2525, "smtp_security": mail.TLS, "addresses": COUNTY_BOX})
    assert dialog.form.values()["smtp_port"] == 2525
    dialog.form.field("password").setText("Shou-quan 7")
    dialog.submit()
    desk.rest(page)
    kept = mail.account(desk.below.office)
    assert kept is not None
    assert (kept.password, kept.addresses) == ("Shou-quan 7", {desk.above.node: COUNTY_BOX})
    desk.rest(page)
    assert not page.sending.post_button.isHidden()
    assert page.sending.post_button.property("kind") == "primary"
    assert page.sending.mail_button.text() == "邮件草稿…"

    # The password is not shown again, and stays when nothing is typed: but not for another server.
    again = dialog_of(page)
    assert again.form.values()["password"] == ""
    again.form.field("volume_mb").setText("5")
    again.submit()
    desk.rest(page)
    changed = mail.account(desk.below.office)
    assert changed is not None
    assert (changed.password, changed.volume_mb) == ("Shou-quan 7", 5)
    desk.rest(page)
    moved = dialog_of(page)
    moved.form.field("smtp_host").setText("smtp.example.com")
    moved.submit()
    desk.rest(page)
    assert moved.form.row("password").problem()
    press(moved, "删除账号")
    moved.banner._act()
    desk.rest(page)
    assert mail.account(desk.below.office) is None
    desk.rest(page)
    assert page.sending.post_button.isHidden()


def test_the_connection_is_tested_with_plain_sentences(desk: Desk, tmp_path: Path) -> None:
    page = desk.page(desk.below)
    with smtp_server(tmp_path, Security.STARTTLS) as (smtp, _post), dovecot() as mailboxes:
        box = mailboxes.server("beizhan")
        dialog = dialog_of(page)
        # One account for both, as the form has it; Dovecot takes every user with its own password.
        type_in(dialog, smtp, box, password="wrong")
        press(dialog, "测试连接")
        desk.rest(page)
        assert "邮箱没有让登录" in dialog.banner.text()
        type_in(dialog, smtp, box, smtp_port=1)
        press(dialog, "测试连接")
        desk.rest(page)
        assert "连不上邮件服务器" in dialog.banner.text()
        assert mail.account(desk.below.office) is None
    dialog.finish()


def test_an_address_that_is_missing_is_asked_for(desk: Desk) -> None:
    server = MailServer("mail.example.gov.cn", 465, Security.TLS, "qs", "geheim")
    saved(desk.below, server)
    page = desk.page(desk.below)
    page.sending.post_button.click()
    dialog = page.mail.dialog
    assert dialog is not None
    assert dialog.form.row("addresses").problem()
    dialog.form.field("addresses").setText("keine")
    dialog.submit()
    desk.rest(page)
    assert "邮箱地址的写法不对" in dialog.form.row("addresses").problem()
    dialog.form.field("addresses").setText(COUNTY_BOX)
    dialog.submit()
    desk.rest(page)
    kept = mail.account(desk.below.office)
    assert kept is not None
    assert kept.addresses == {desk.above.node: COUNTY_BOX}


def test_sent_by_one_page_and_fetched_by_the_other(desk: Desk, tmp_path: Path) -> None:
    case = desk.below.case()
    film = desk.below.desk / "视频.bin"
    film.write_bytes(bytes((i * i) % 251 for i in range(2_500_000)))
    add_evidence(desk.below, case, film)
    with smtp_server(tmp_path, Security.TLS) as (smtp, post), dovecot() as mailboxes:
        saved(desk.below, smtp, addresses={desk.above.node: COUNTY_BOX}, volume_mb=1)
        saved(desk.above, mailboxes.server("xianju"))
        station, top = desk.page(desk.below), desk.page(desk.above)
        post.answers = ["250 OK", "550 no", "250 OK"]
        station.sending.post_button.click()
        desk.rest(station)
        assert "550" in station.sending.result.text()
        first = sending.pending(desk.below.office, desk.above.node)
        assert first.fresh == first.events > 0
        station.sending.result._act()
        desk.rest(station)
        assert "已发出 3 封邮件" in station.sending.result.text()
        assert len(post.letters) == 3
        desk.rest(station)
        assert sending.pending(desk.below.office, desk.above.node).fresh == 0

        letters = [bytes(taken.content or b"") for taken in post.letters]
        top.receiving.fetch_button.click()
        desk.rest(top)
        assert "没有新的一站通邮件" in top.banner.text()
        mailboxes.deliver("xianju", *letters[1:])
        top.receiving.fetch_button.click()
        desk.rest(top)
        assert "还缺第 1 卷" in top.banner.text()
        mailboxes.deliver("xianju", letters[0])
        top.receiving.fetch_button.click()
        desk.rest(top)
        desk.rest(top)
        assert top._layers.current() is top.preview
        assert top.preview.cases.ids() == [case]
        top.preview.confirm.click()
        desk.rest(top)
        assert desk.above.hash(desk.below) == desk.below.hash(desk.above)
        top.preview.back.click()
        desk.rest(top)
        mailboxes.deliver("xianju", letters[2])
        top.receiving.fetch_button.click()
        desk.rest(top)
        assert "收到 1 封邮件" in top.banner.text()
        assert top._layers.current() is top._main


def test_a_cancelled_sending_is_no_export_and_goes_on(desk: Desk, tmp_path: Path) -> None:
    desk.below.case()
    with smtp_server(tmp_path, Security.TLS) as (smtp, post):
        saved(desk.below, smtp, addresses={desk.above.node: COUNTY_BOX})
        page = desk.page(desk.below)
        job = page.sending.post()
        assert job is not None
        job.cancel()
        desk.rest(page)
        assert "已取消" in page.sending.result.text()
        pending = sending.pending(desk.below.office, desk.above.node)
        assert pending.fresh == pending.events > 0
        page.sending.post_button.click()
        desk.rest(page)
        assert len(post.letters) == 1
        assert "已发出 1 封邮件" in page.sending.result.text()


def test_a_request_that_came_by_mail_waits_in_the_list(desk: Desk, tmp_path: Path) -> None:
    other = Counter(tmp_path / "other", "东湖街道消费维权窗口", code="360429001000")
    asked = enrolment.request(other.office, tmp_path)
    other.close()
    server = MailServer("mail.example.gov.cn", 465, Security.TLS, "qs", "geheim")
    saved(desk.above, server)
    arrivals.spool_of(desk.above.office).keep(asked.path, "yzr")
    page = desk.page(desk.above)
    assert page.read is not None
    assert len(page.read.documents) == 1
    (leave,) = [one for one in page.receiving.findChildren(QPushButton) if one.text() == "移开"]
    (look,) = [one for one in page.receiving.findChildren(QPushButton) if one.text() == "打开"]
    look.click()
    desk.rest(page)
    assert page.acts.dialog is not None
    page.acts.dialog.finish()
    leave.click()
    desk.rest(page)
    assert arrivals.documents(desk.above.office) == ()


def test_a_damaged_account_leaves_the_page_usable(desk: Desk) -> None:
    server = MailServer("mail.example.gov.cn", 465, Security.TLS, "qs", "geheim")
    saved(desk.below, server)
    sealed = desk.below.office.store.directory / "exchange" / "mail.sealed"
    sealed.write_bytes(sealed.read_bytes()[:-1])
    page = desk.page(desk.below)
    assert "已损坏" in page.receiving._mail_problem.text()
    dialog = dialog_of(page)
    type_in(dialog, server, server)
    dialog.submit()
    desk.rest(page)
    assert mail.account(desk.below.office) is not None
