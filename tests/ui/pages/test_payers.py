"""Several who owe one obligation: agreed on, paid and shown at the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.settlement.facts import JOINT, SHARES, Payer
from app.services import drafts
from app.ui.context import Context
from app.ui.dialogs.agreement import ReachAgreementDialog
from tests.offices import TODAY
from tests.ui.office_fixture import accept, arrange
from tests.ui.pages.case_walker import Clerk

FIRST, SECOND = "青山建材店", "李四"


@pytest.fixture
def agreeing(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    """With the dialog of the agreement open and a first obligation of 500.00 in it."""
    clerk = Clerk(qtbot, context)
    case_id = clerk.open()
    accept(clerk.office, case_id, TODAY)
    arrange(clerk.office, case_id, clerk.office.clock.now())
    clerk.open(case_id)
    clerk.do("hold_session", text="谈妥", outcome="agreed")
    dialog = clerk.start("reach_agreement")
    assert isinstance(dialog, ReachAgreementDialog)
    line = dialog.rows.lines()[0]
    line.amount.set_value(500_00)
    line.due_on.set_value(TODAY)
    clerk.fill(terms="两家一起退款", instrument="agreed")
    yield clerk
    clerk.leave()


def payers_of(clerk: Clerk, liability: str, *people: tuple[str, int]) -> Any:
    dialog = clerk.dialog
    assert isinstance(dialog, ReachAgreementDialog)
    line = dialog.rows.lines()[0]
    line.several.click()
    line.payers.liability.set_value(liability)
    for one, (name, share) in zip(line.payers.people(), people, strict=True):
        one.name.set_value(name)
        one.share.set_value(share or None)
    return line


def test_shares_must_add_up_and_each_pays_their_own(agreeing: Clerk) -> None:
    line = payers_of(agreeing, SHARES, (FIRST, 300_00), (SECOND, 100_00))
    assert line.several.isHidden()
    assert line.payers._sum.text() == "份额合计 400.00 元，还差 100.00 元"
    agreeing.refused()
    assert "份额合计 400.00 元与金额 500.00 元不一致" in line.problem.text()
    line.payers.people()[1].share.set_value(200_00)
    agreeing.save()
    duty = agreeing.case.agreement.promises[0].obligation
    assert duty.liability == SHARES
    assert duty.payers == (Payer(name=FIRST, share=300_00), Payer(name=SECOND, share=200_00))

    agreeing.start("record_performance")
    assert "请选择谁履行的" in agreeing.refused()
    agreeing.fill(payer=SECOND)
    assert agreeing.dialog.form.field("amount").value() == 200_00
    agreeing.fill(amount=250_00)
    assert "超过了该付款人尚欠的 200.00 元" in agreeing.refused()
    agreeing.fill(amount=200_00)
    agreeing.save()
    shown = agreeing.tab("agreement")
    text = shown.table.model().index(0, 1).data()
    assert f"{FIRST}已付 0.00 / 300.00 元、{SECOND}已付 200.00 / 200.00 元，按份" in text

    agreeing.start("record_performance")
    choices = agreeing.dialog.form.field("payer")
    assert [choices.itemText(row) for row in range(choices.count())] == [
        f"{FIRST}（份额 300.00 元，尚欠 300.00 元）"
    ]
    agreeing.fill(payer=FIRST)
    agreeing.save()
    assert agreeing.case.phase == "performed"
    assert agreeing.case.recovered() == 500_00


def test_jointly_anybody_pays_all(agreeing: Clerk) -> None:
    line = payers_of(agreeing, JOINT, (FIRST, 0), (SECOND, 0))
    assert all(one.share.isHidden() for one in line.payers.people())
    agreeing.save()
    agreeing.start("record_performance")
    assert not agreeing.dialog.form.row("payer").mandatory
    agreeing.fill(payer=SECOND, amount=500_00)
    agreeing.save()
    assert agreeing.case.agreement.promises[0].paid_by(SECOND) == 500_00


def test_one_payer_alone_is_no_several(agreeing: Clerk) -> None:
    line = payers_of(agreeing, JOINT, (FIRST, 0), ("", 0))
    assert "请写明至少两个付款人" in agreeing.refused()
    line.payers.remove(line.payers.people()[1])
    assert line.payers.isHidden()
    agreeing.save()
    assert agreeing.case.agreement.promises[0].obligation.payers == ()
    agreeing.start("record_performance")
    assert agreeing.dialog.form.row("payer").isHidden()


def test_a_draft_keeps_the_payers(agreeing: Clerk) -> None:
    payers_of(agreeing, SHARES, (FIRST, 300_00), (SECOND, 200_00))
    agreeing.dialog.reject()
    agreeing.rest()
    assert drafts.load(agreeing.office, "case.reach_agreement", agreeing.case.id) is not None
    dialog = agreeing.start("reach_agreement")
    assert isinstance(dialog, ReachAgreementDialog)
    (line,) = dialog.rows.lines()
    assert line.payers.value() == (
        SHARES,
        (Payer(name=FIRST, share=300_00), Payer(name=SECOND, share=200_00)),
    )
