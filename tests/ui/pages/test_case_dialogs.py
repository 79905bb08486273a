"""Single dialogs of a case: what they prefill, compute and refuse to lose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.kinds.complaint.events import (
    AcceptanceDecided,
    AgreementReached,
    ObligationPerformed,
    PartyNotified,
    SessionHeld,
)
from app.domain.kinds.complaint.facts import Obligation
from app.services import attachments, casework, drafts
from app.ui.context import Context
from app.ui.dialogs.act_dialog import names_in
from app.ui.dialogs.add_evidence import AddEvidenceDialog
from app.ui.dialogs.agreement import ReachAgreementDialog
from tests.offices import TODAY
from tests.ui.keys import compose
from tests.ui.office_fixture import accept, arrange
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    """A clerk with an empty page."""
    made = Clerk(qtbot, context)
    yield made
    made.leave()


@pytest.fixture
def mediating(clerk: Clerk) -> Clerk:
    """With a case whose first session is arranged for now."""
    case_id = clerk.open()
    accept(clerk.office, case_id, TODAY)
    arrange(clerk.office, case_id, clerk.office.clock.now())
    clerk.open(case_id)
    return clerk


@pytest.fixture
def agreed(mediating: Clerk) -> Clerk:
    """With a case that was agreed upon: 600.00 yuan in three days, and a repair."""
    now = mediating.office.clock.now()
    casework.record(
        mediating.office,
        mediating.case.id,
        SessionHeld(
            no=1,
            started_at=now,
            place="调解室",
            mode="face",
            mediators=("王敏",),
            recorder="王敏",
            attendees="双方",
            text="同意退款",
            outcome="agreed",
        ),
        AgreementReached(
            agreed_on=TODAY,
            terms="退款并修理",
            instrument="letter",
            obligations=(
                Obligation(
                    no=1,
                    obligor="respondent",
                    kind="money",
                    amount=60_000,
                    due_on=TODAY + dt.timedelta(days=3),
                    method="转账",
                ),
                Obligation(
                    no=2,
                    obligor="respondent",
                    kind="act",
                    description="上门修理",
                    due_on=TODAY + dt.timedelta(days=9),
                    method="上门",
                ),
            ),
        ),
    )
    mediating.open(mediating.case.id)
    return mediating


@pytest.mark.parametrize(
    ("typed", "names"),
    [("李强、周玉梅", ("李强", "周玉梅")), (" 李强 ,周玉梅；王敏 ", ("李强", "周玉梅", "王敏")), ("", ())],
)
def test_several_names_in_one_field(typed: str, names: tuple[str, ...]) -> None:
    assert names_in(typed) == names


def test_the_arranged_session_is_prefilled(mediating: Clerk) -> None:
    dialog = mediating.start("hold_session")
    assert dialog.windowTitle() == "第 1 次调解记录"
    values = dialog.values()
    assert values["place"] == "综治中心调解室"
    assert values["mode"] == "face"
    assert values["attendees"] == "投诉人 陈䶮，被投诉人 宏达电器商行"
    assert values["started_at"] == mediating.office.clock.now()


def test_a_session_in_the_past_is_warned_about_and_not_refused(mediating: Clerk) -> None:
    dialog = mediating.start("schedule_session")
    row, now = dialog.form.row("at"), mediating.office.clock.now()

    def hints() -> list[str]:
        return [part.text() for part in row.findChildren(QLabel) if not part.isHidden()]

    assert not any("已经过去" in hint for hint in hints())
    mediating.fill(at=now - dt.timedelta(days=1))
    assert any("已经过去" in hint for hint in hints())
    assert row.check()
    mediating.fill(at=now + dt.timedelta(days=1))
    assert not any("已经过去" in hint for hint in hints())


def test_a_long_record_survives_closing_and_is_gone_once_saved(mediating: Clerk) -> None:
    case_id = mediating.case.id
    dialog = mediating.start("hold_session")
    mediating.fill(text="双方各自陈述……")
    dialog.reject()
    mediating.rest()
    kept = drafts.load(mediating.office, "case.hold_session", case_id)
    assert kept is not None
    assert kept.fields["text"] == "双方各自陈述……"
    mediating.start("hold_session")
    assert mediating.dialog.form.field("text").value() == "双方各自陈述……"
    assert "没有写完的草稿" in mediating.dialog.banner.text()
    mediating.fill(outcome="continue")
    mediating.save()
    assert drafts.load(mediating.office, "case.hold_session", case_id) is None
    mediating.start("hold_session")
    assert mediating.dialog.form.field("text").value() == ""


def test_the_record_is_kept_while_it_is_typed(mediating: Clerk) -> None:
    mediating.start("hold_session")
    mediating.fill(text="正在写")
    mediating.qtbot.waitUntil(
        lambda: drafts.load(mediating.office, "case.hold_session", mediating.case.id) is not None
    )
    mediating.qtbot.waitUntil(lambda: "已存草稿" in mediating.dialog._draft_note.text())


def test_an_agreement_is_kept_with_its_lines_half_a_date_and_what_is_being_composed(mediating: Clerk) -> None:
    mediating.do("hold_session", text="谈妥", outcome="agreed")
    dialog = mediating.start("reach_agreement")
    assert isinstance(dialog, ReachAgreementDialog)
    untouched = dialog.values()
    dialog.rows.add()
    first, second = dialog.rows.lines()
    first.amount.setText("3 4")
    first.due_on.setText("12-")
    second.kind.set_value("act")
    second.description.set_value("当面道歉")
    dialog.form.field("instrument").set_value("agreed")
    dialog.form.field("agreed_on").setText("11-2")
    terms = dialog.form.field("terms")
    terms.set_value("退还𠮷")
    compose(terms, "huokuan")
    dialog.done(0)
    mediating.rest()
    dialog = mediating.start("reach_agreement")
    assert isinstance(dialog, ReachAgreementDialog)
    first, second = dialog.rows.lines()
    assert (first.amount.text(), first.due_on.text()) == ("3 4", "12-")
    assert (second.kind.value(), second.description.value()) == ("act", "当面道歉")
    assert not second.amount.isEnabled()
    assert dialog.form.field("instrument").value() == "agreed"
    assert dialog.form.field("agreed_on").text() == "11-2"
    assert dialog.form.field("terms").value() == "退还𠮷huokuan"
    dialog.banner._action.click()
    mediating.rest()
    assert dialog.values() == untouched
    assert drafts.load(mediating.office, "case.reach_agreement", mediating.case.id) is None


def test_a_refused_act_goes_on_being_kept(mediating: Clerk) -> None:
    mediating.start("hold_session")
    mediating.fill(
        text="经过", outcome="agreed", started_at=mediating.office.clock.now() + dt.timedelta(days=3)
    )
    assert mediating.refused()
    mediating.qtbot.waitUntil(
        lambda: drafts.load(mediating.office, "case.hold_session", mediating.case.id) is not None
    )


def test_a_draft_that_is_not_wanted_is_thrown_away(mediating: Clerk) -> None:
    drafts.save(mediating.office, "case.hold_session", mediating.case.id, {"text": "旧的"})
    mediating.start("hold_session")
    mediating.dialog.banner._action.click()
    mediating.rest()
    assert drafts.load(mediating.office, "case.hold_session", mediating.case.id) is None
    assert mediating.dialog.form.field("text").value() == ""


def test_instalments_add_up_and_replace_the_empty_line(mediating: Clerk) -> None:
    mediating.do("hold_session", text="谈妥", outcome="agreed")
    dialog = mediating.start("reach_agreement")
    assert isinstance(dialog, ReachAgreementDialog)
    dialog.instalments._make()
    assert "填写完整" in dialog.banner.text()
    dialog.instalments.total.set_value(100_000)
    dialog.instalments.count.set_value(3)
    dialog.instalments.first.set_value(dt.date(2026, 11, 30))
    dialog.instalments._make()
    rows = dialog.rows.value()
    assert [row["amount"] for row in rows] == [33_333, 33_333, 33_334]
    assert [row["due_on"].isoformat() for row in rows] == ["2026-11-30", "2026-12-30", "2027-01-30"]
    assert dialog.rows._total.text() == "付款合计 1,000.00 元（人民币壹仟元整）"
    mediating.fill(terms="分三期退款")
    mediating.save()
    assert mediating.case.agreement.total() == 100_000


def test_a_wrong_obligation_is_told_at_its_line(mediating: Clerk) -> None:
    mediating.do("hold_session", text="谈妥", outcome="agreed")
    dialog = mediating.start("reach_agreement")
    assert isinstance(dialog, ReachAgreementDialog)
    mediating.fill(terms="退款", instrument="agreed")
    assert "第1项：请填写履行期限" in mediating.refused()
    line = dialog.rows.lines()[0]
    line.due_on.set_value(TODAY)
    mediating.refused()
    assert line.problem.text() == "第1项金额应当大于零"
    line.kind.set_value("act")
    line.description.set_value("当面道歉")
    mediating.save()
    assert mediating.case.agreement.no_letter_reason == "both_agreed"


def test_performing_an_act_asks_for_a_confirmation_and_money_for_an_amount(agreed: Clerk) -> None:
    agreed.start("record_performance", 2)
    assert agreed.dialog.form.row("amount").isHidden()
    assert "请确认这一项已经履行完毕" in agreed.refused()
    agreed.fill(done=True)
    agreed.save()
    agreed.start("record_performance", 1)
    assert agreed.dialog.form.row("done").isHidden()
    assert agreed.dialog.form.row("amount")._hint.text() == "人民币陆佰元整"
    agreed.fill(amount=70_000)
    assert "超过了尚欠的 600.00 元" in agreed.refused()


def test_an_agreement_shows_how_each_promise_stands(agreed: Clerk) -> None:
    tab = agreed.tab("agreement")
    casework.record(
        agreed.office, agreed.case.id, ObligationPerformed(obligation_no=1, on=TODAY, amount=20_000)
    )
    agreed.days_pass(5)
    model = tab.table.model()
    cells = [[model.index(row, place).data() for place in range(6)] for row in range(2)]
    assert cells[0][3:] == ["200.00", "400.00", "逾期 2 天"]
    assert cells[1][3:] == ["—", "—", "剩 4 天"]
    assert tab._sum.text() == "已到位 200.00 / 600.00 元"
    tab.table.go_to(1)
    tab.buttons["declare_breach"].click()
    assert agreed.dialog.form.field("obligation_no").value() == "1"
    agreed.fill(facts="拒不付款")
    agreed.save()
    assert model.index(0, 0).data() == "1"
    assert model.index(0, 5).data() == "未履行"
    assert not tab.buttons["record_performance"].isEnabled()
    assert tab.buttons["record_performance"].toolTip() == "这一项已经了结。"


def test_a_dragged_file_becomes_evidence_with_its_bytes(clerk: Clerk, tmp_path: Path) -> None:
    clerk.open()
    photo = tmp_path / "维修单.png"
    photo.write_bytes(_png())
    clerk.tab("evidence").drop.files_chosen.emit([photo])
    assert clerk.dialog.form.field("title").value() == "维修单"
    assert clerk.dialog.form.field("form").value() == "photo"
    clerk.save()
    item = clerk.case.evidence[0].item
    assert attachments.content(clerk.office, item.attachment) == _png()
    clerk.tab("evidence").look_button.click()
    clerk.qtbot.waitUntil(lambda: clerk.page.desk.window is not None)
    assert clerk.page.desk.window is not None
    assert not clerk.page.desk.window.preview._paper.picture.pixmap().isNull()


def test_a_pasted_picture_becomes_evidence(clerk: Clerk) -> None:
    clerk.open()
    clerk.tab("evidence").drop.image_pasted.emit(_png())
    clerk.fill(title="聊天记录")
    clerk.save()
    assert clerk.case.evidence[0].item.attachment.filename.startswith("粘贴的图片 2026-11-21")


def test_an_empty_file_is_refused_and_nothing_is_lost(clerk: Clerk, tmp_path: Path) -> None:
    clerk.open()
    empty = tmp_path / "空.jpg"
    empty.touch()
    clerk.start("add_evidence", empty)
    assert isinstance(clerk.dialog, AddEvidenceDialog)
    assert "是空文件" in clerk.refused()
    assert clerk.dialog.form.field("title").value() == "空"
    clerk.dialog.pick.clear()
    clerk.save()
    assert clerk.case.evidence[0].item.attachment is None


def test_a_text_file_is_saved_rather_than_opened(clerk: Clerk, tmp_path: Path) -> None:
    clerk.open()
    note = tmp_path / "说明.txt"
    note.write_text("经过", encoding="utf-8")
    clerk.start("add_evidence", note)
    clerk.fill(form="statement")
    clerk.save()
    clerk.tab("evidence").look_button.click()
    assert "不能在这里查看" in clerk.page.banner.text()
    clerk.page.start_act("void_evidence", 1)
    clerk.fill(reason="重复")
    clerk.save()
    assert clerk.tab("evidence").table.model().index(0, 6).data() == "已撤下"


def test_telling_a_party_by_letter_uses_the_address(clerk: Clerk) -> None:
    clerk.open()
    clerk.do("decide_acceptance")
    clerk.start("notify")
    clerk.fill(method="letter")
    assert clerk.dialog.form.field("address").value() == "青山镇红旗村3组21号"
    clerk.fill(address="另一处")
    clerk.fill(method="phone")
    assert clerk.dialog.form.field("address").value() == "另一处"


def _png() -> bytes:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(held.data())


def test_closing_names_the_papers_nobody_made(clerk: Clerk) -> None:
    case_id = clerk.open()
    today = clerk.office.clock.today()
    now = clerk.office.clock.now()
    casework.record(
        clerk.office,
        case_id,
        AcceptanceDecided(accepted=False, decided_on=today, grounds=("2",), facts="法院已受理", by="王敏"),
        PartyNotified(
            matter="refusal", party="complainant", method="phone", at=now, by="王敏", result="reached"
        ),
    )
    clerk.open(case_id)
    dialog = clerk.start("close")
    assert dialog.banner.text().startswith("还没有制作：投诉登记表、投诉不予受理决定书")
