"""共同投诉 at the screen: a list in, plans, consents, the agreement, payments for many at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from pytestqt.qtbot import QtBot

from app.domain.settlement.members import Member
from app.services import casework, committee, dispute, group
from app.system.clock import FixedClock
from app.ui.context import Context
from app.ui.dialogs.member_lists import AddMembersDialog, PayListDialog
from app.ui.matter.members_tab import MembersTab
from tests.disputes import accepted as decided
from tests.disputes import application, ready, session
from tests.offices import TODAY
from tests.services.test_group import accepted, agree, consent, families, names, talked
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def tab(clerk: Clerk) -> MembersTab:
    found = clerk.tab("members")
    assert isinstance(found, MembersTab)
    return found


def choose(clerk: Clerk, first: int, last: int) -> None:
    table = tab(clerk).table
    model = table.model()
    rows = QItemSelection(model.index(first, 0), model.index(last, 0))
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(rows, flags.ClearAndSelect | flags.Rows)


def test_from_the_list_of_names_to_the_first_payment(clerk: Clerk, tmp_path: Path) -> None:
    case_id = accepted(clerk.office)
    clerk.open(case_id)
    dialog = clerk.start("add_members")
    assert isinstance(dialog, AddMembersDialog)
    rows = [*families(), [24, "家长1", "13907900001", 1, ""], [25, "", "", 1, ""]]
    dialog.read(names(tmp_path / "名单.xlsx", rows))
    clerk.rest()
    assert "可以登记 23 人" in dialog.summary.text()
    assert "有问题 2 行" in dialog.summary.text()
    assert dialog.table.ids()[:2] == [26, 27]  # what is wrong stands first
    clerk.save()
    assert clerk.case.people() == 23
    talked(clerk.office, case_id)
    clerk.page.mark_stale()
    clerk.rest()
    assert clerk.next_label() == "plan_members"
    clerk.press_next()
    clerk.fill(percent=90, parts=3, first_due=TODAY)
    clerk.save()
    assert clerk.next_label() == "ask_members"
    choose(clerk, 0, 19)
    tab(clerk).buttons["ask_members"].click()
    assert clerk.dialog.form.field("who").value() == "chosen"
    clerk.save()
    assert clerk.case.member_totals().agreeing == 20
    clerk.start("ask_members")
    clerk.fill(answer="no")
    clerk.save()
    assert clerk.next_label() == "reach_agreement"
    clerk.press_next()
    clerk.fill(terms="分三期退还九成课时费", instrument="letter")
    clerk.save()
    totals = clerk.case.member_totals()
    assert (totals.agreeing, totals.refusing) == (20, 3)
    dialog = clerk.start("pay_list")
    assert isinstance(dialog, PayListDialog)
    assert "共 20 项" in dialog.summary.text()
    clerk.save()
    paid = clerk.case.member_totals().paid
    assert paid == clerk.case.recovered() > 0
    assert "尚欠" in tab(clerk).sums.text()
    tab(clerk).save_list(tmp_path / "out.xlsx")
    clerk.rest()
    assert (tmp_path / "out.xlsx").exists()


def test_members_are_found_by_typing_and_one_leaves(clerk: Clerk) -> None:
    case_id = accepted(clerk.office)
    group.add_members(
        clerk.office, case_id, [Member(no=0, name=n, claim=100) for n in ("甲一", "乙二", "甲三")]
    )
    clerk.open(case_id)
    tab(clerk).search.setText("甲")
    assert tab(clerk).table.ids() == [1, 3]
    choose(clerk, 1, 1)
    tab(clerk).buttons["leave_members"].click()
    clerk.fill(who="chosen", reason="withdrew")
    clerk.save()
    assert [one.member.name for one in clerk.case.present_members()] == ["甲一", "乙二"]
    assert clerk.case.claimed() == 200


def test_the_election_needs_its_sheet(clerk: Clerk) -> None:
    case_id = accepted(clerk.office)
    group.add_members(clerk.office, case_id, [Member(no=0, name=n) for n in ("甲", "乙")])
    clerk.open(case_id)
    dialog = clerk.start("elect_representatives")
    clerk.fill(first="1")
    assert "请附上推选书" in clerk.refused()
    dialog.pick.take_image(b"picture")  # type: ignore[attr-defined]
    clerk.save()
    assert clerk.case.election.nos == (1,)


def test_giving_up_going_on_and_coming_late(clerk: Clerk) -> None:
    case_id = accepted(clerk.office)
    group.add_members(clerk.office, case_id, [Member(no=0, name="甲", claim=100_00)])
    talked(clerk.office, case_id)
    clerk.open(case_id)
    terms = group.Terms(relief="refund", parts=2, first_due=TODAY)
    group.set_plans(clerk.office, case_id, group.plans_of(clerk.case, [1], terms))
    consent(clerk.office, case_id, 1)
    agree(clerk.office, case_id)
    clerk.open(case_id)
    clerk.start("waive")
    assert clerk.dialog.form.field("waived_by").value() == "甲"
    clerk.fill(amount=20_00, reason="体谅经营困难")
    clerk.save()
    clock = clerk.office.clock
    assert isinstance(clock, FixedClock)
    clerk.days_pass(60)
    for number in ("1", "2"):
        clerk.start("declare_breach")
        clerk.fill(obligation_no=number, facts="分文未付")
        clerk.save()
    assert clerk.case.phase == "breached"
    clerk.do("refer_on", purpose="lawsuit", body="青山人民法庭", number="（2026）1号")
    clerk.do("answer_referral", outcome="judged", text="判决支付")
    assert clerk.case.referrals[0].answers[-1].outcome == "judged"
    clerk.do("record_late_performance")
    assert clerk.case.recovered() == 30_00
    clerk.do("complain_again")
    assert len(clerk.case.linked("recomplaint")) == 1
    assert clerk.office.clock.today() == TODAY + dt.timedelta(days=60)


def test_the_sum_of_claims_stands_in_the_line_and_the_facts(clerk: Clerk) -> None:
    case_id = accepted(clerk.office)
    members = [Member(no=0, name=name, claim=1_000_00) for name in ("甲", "乙", "丙")]
    group.add_members(clerk.office, case_id, members)
    clerk.open(case_id)
    assert clerk.page.shown is not None
    face = clerk.page.shown.face
    assert face.line(clerk.case).endswith("3 人，诉求合计 3,000.00 元")
    (deal,) = [fact for fact in face.facts(clerk.case, False) if fact.key == "deal"]
    assert "3 人，诉求合计 3,000.00 元" in deal.text


def test_members_of_a_dispute_are_planned_and_asked_from_the_list(clerk: Clerk) -> None:
    office = clerk.office
    committee.name_committee(office, "青山镇人民调解委员会", "江安县人民法院")
    case_id = dispute.register_dispute(office, application(TODAY)).case_id
    dispute.decide(office, case_id, decided(TODAY))
    group.add_members(office, case_id, [Member(no=0, name=name, claim=1_000_00) for name in ("甲", "乙")])
    casework.record(office, case_id, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    clerk.open(case_id)
    assert clerk.next_label() == "plan_members"
    clerk.press_next()
    clerk.fill(first_due=TODAY)
    clerk.save()
    choose(clerk, 0, 1)
    tab(clerk).buttons["ask_members"].click()
    clerk.save()
    clerk.press_next()
    clerk.fill(terms="退还余额", instrument="oral")
    clerk.save()
    assert clerk.case.member_totals().agreed == 2_000_00
    choose(clerk, 1, 1)
    tab(clerk).buttons["urge_members"].click()
    assert clerk.dialog.form.row("answer").isHidden()
    assert (clerk.dialog.target, clerk.dialog.form.field("who").value()) == ((2,), "chosen")
    clerk.fill(note="下周付清")
    clerk.save()
    assert [len(p.urgings) for p in clerk.case.agreement.promises] == [0, 1]
    clerk.start("pay_list")
    clerk.save()
    assert clerk.case.recovered() == 2_000_00
