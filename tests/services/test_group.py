"""The training school that owes 23 families: from the list of names to the last instalment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.state import Complaint
from app.domain.settlement.facts import Obligation
from app.domain.settlement.member_events import MembersConsented, RepresentativesElected
from app.domain.settlement.members import Member
from app.services import attachments, casework, execution, group, integrity, linking, member_list, papers
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.store.queries.cases import LIST_COLUMNS
from app.system.clock import FixedClock
from tests.offices import NOON, TODAY, found, walk_in
from tests.papers.reading import text_of
from tests.sheets.books import save_book

CLAIMS = tuple(3_000_00 + 137_53 * place for place in range(23))
"""Prepaid lessons that were never given, in cents."""


@pytest.fixture
def office(tmp_path: Path) -> OpenOffice:
    return found(tmp_path / "office")


def case_of(office: OpenOffice, case_id: str) -> Complaint:
    return casework.load(office, case_id).as_a(Complaint)


def names(path: Path, rows: list[list[object]], header: list[str] | None = None) -> Path:
    top = header or ["序号", "家长姓名", "联系电话", "剩余课时费", "备注"]
    return save_book(path, [["星辰培训退费名单"], top, *rows])


def families() -> list[list[object]]:
    return [
        [no, f"家长{no}", f"139079{no:05d}", claim / 100, f"学员{no}"]
        for no, claim in enumerate(CLAIMS, start=1)
    ]


def accepted(office: OpenOffice) -> str:
    case_id = register_complaint(office, walk_in()).case_id
    casework.record(office, case_id, e.AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"))
    told = e.PartyNotified(
        matter="acceptance", party="complainant", method="phone", at=NOON, by="王敏", result="reached"
    )
    casework.record(office, case_id, told)
    for party in ("complainant", "respondent"):
        casework.record(
            office, case_id, e.ConsentRecorded(party=party, agrees=True, on=TODAY, method="phone", by="王敏")
        )
    return case_id


def talked(office: OpenOffice, case_id: str) -> None:
    casework.record(
        office,
        case_id,
        e.SessionHeld(
            no=1, started_at=NOON, place="电话", mode="phone", mediators=("李强",), recorder="王敏",
            attendees="代表人、校长", text="分三期退费", outcome="agreed",
        ),
    )  # fmt: skip


def consent(office: OpenOffice, case_id: str, *nos: int, agrees: bool = True) -> None:
    casework.record(
        office, case_id, MembersConsented(nos=nos, agrees=agrees, on=TODAY, method="phone", by="王敏")
    )


def agree(office: OpenOffice, case_id: str) -> None:
    case = case_of(office, case_id)
    casework.record(
        office,
        case_id,
        e.AgreementReached(
            agreed_on=TODAY,
            terms="分三期退费",
            obligations=group.agreed_obligations(case),
            instrument="letter",
        ),
    )  # fmt: skip


def test_twenty_three_families_part_paid(office: OpenOffice, tmp_path: Path) -> None:
    case_id = accepted(office)
    preview = member_list.preview(office, case_id, names(tmp_path / "退费名单.xlsx", families()))
    assert (len(preview.good()), preview.bad(), preview.claim()) == (23, [], sum(CLAIMS))
    member_list.take_in(office, case_id, preview)
    assert case_of(office, case_id).member(5) is not None
    talked(office, case_id)
    assert casework.load(office, case_id).next_step.name == "plan_members"  # type: ignore[union-attr]
    case = case_of(office, case_id)
    first_due = TODAY + dt.timedelta(days=10)
    nos = [one.member.no for one in case.members]
    terms = group.Terms(relief="refund", per_mille=900, parts=3, first_due=first_due)
    group.set_plans(office, case_id, group.plans_of(case, nos, terms))
    assert casework.load(office, case_id).next_step.name == "ask_members"  # type: ignore[union-attr]
    consent(office, case_id, *nos[:20])
    consent(office, case_id, 21, agrees=False)
    consent(office, case_id, 22, 23)
    agree(office, case_id)
    case = case_of(office, case_id)
    totals = case.member_totals()
    bound = [claim * 900 for place, claim in enumerate(CLAIMS, start=1) if place != 21]
    assert totals.agreed == sum((claim + 500) // 1000 for claim in bound)
    assert (totals.agreeing, totals.refusing, totals.rest) == (22, 1, totals.agreed)
    # The first instalment comes for everybody, from the list.
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(dt.timedelta(days=11))
    payments = group.due_payments(case, nos, office.clock.today())
    assert len(payments) == 22
    group.record_payments(office, case_id, payments, on=office.clock.today())
    case = case_of(office, case_id)
    after = case.member_totals()
    assert after.paid == case.recovered() == sum(one.amount for one in payments)
    assert after.paid + after.rest == totals.agreed
    values = office.store.cases.row_of(case_id)
    assert values is not None
    row = dict(zip(LIST_COLUMNS, values, strict=True))
    assert (row["members"], row["recovered"], row["amount"]) == (23, after.paid, sum(CLAIMS))
    assert integrity.verify(office) == []


def test_what_was_really_paid_is_read_back_from_the_list(office: OpenOffice, tmp_path: Path) -> None:
    case_id = accepted(office)
    rows = families()[:3]
    member_list.take_in(
        office, case_id, member_list.preview(office, case_id, names(tmp_path / "n.xlsx", rows))
    )
    talked(office, case_id)
    case = case_of(office, case_id)
    terms = group.Terms(relief="refund", parts=2, first_due=TODAY)
    group.set_plans(office, case_id, group.plans_of(case, [1, 2, 3], terms))
    consent(office, case_id, 1, 2)
    agree(office, case_id)
    out = tmp_path / "out.xlsx"
    assert member_list.export_members(office, case_id, out) == 3
    book = openpyxl.load_workbook(out)
    sheet = book.active
    assert sheet is not None
    header = [cell.value for cell in sheet[3]]
    paid = header.index("本次付款") + 1
    for line, amount in ((4, 2_000), (5, 3_137.54), (6, 1)):
        sheet.cell(line, paid).value = amount
    book.save(out)
    read = member_list.preview_payments(office, case_id, out)
    assert [row.problem for row in read] == ["", "超过了尚欠的 3,137.53 元", "受协议约束的成员里没有“家长3”"]
    received = member_list.received_of(read)
    assert received == {1: 2_000_00}
    payments = group.split_payments(case_of(office, case_id), received)
    assert [one.amount for one in payments] == [1_500_00, 500_00]
    group.record_payments(office, case_id, payments, on=TODAY)
    assert case_of(office, case_id).member_lines()[0].rest == 1_000_00


def test_every_bad_row_is_named_and_nothing_is_dropped(office: OpenOffice, tmp_path: Path) -> None:
    case_id = accepted(office)
    rows: list[list[object]] = [
        [1, "家长1", "13907900001", "3000", ""],
        [2, "", "13907900002", "3000", ""],
        [3, "家长3", "139", "3000", ""],
        [4, "家长4", "13907900004", "三千", ""],
        [5, "家长1", "13907900001", "3000", ""],
        [6, "=cmd|'/c calc'!A1", "13907900006", "1.005", ""],
        ["合计", "", "", "6000", ""],
    ]
    preview = member_list.preview(office, case_id, names(tmp_path / "坏名单.xlsx", rows))
    assert [bool(row.problem) for row in preview.rows] == [False, True, True, True, True, True]
    assert "第 3 行是同一个人" in preview.rows[4].problem
    assert member_list.save_report(office, preview, tmp_path / "report.xlsx") == 6
    member_list.take_in(office, case_id, preview)
    assert case_of(office, case_id).people() == 1
    with pytest.raises(UserError, match="没有可以登记的行"):
        member_list.take_in(
            office, case_id, member_list.preview(office, case_id, names(tmp_path / "b.xlsx", rows))
        )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" * 64, b"\x00" * 5000])
def test_files_that_are_no_lists_are_refused_in_a_sentence(
    office: OpenOffice, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(data)
    with pytest.raises(UserError):
        member_list.preview(office, accepted(office), path)


def test_mixed_outcomes_in_one_group(office: OpenOffice, tmp_path: Path) -> None:
    """C2: most are transferred to another gym, six are refunded in instalments, one gives up."""
    case_id = accepted(office)
    group.add_members(
        office,
        case_id,
        [Member(no=0, name=f"会员{no}", phone=f"137{no:08d}", claim=2_000_00) for no in range(1, 41)],
    )
    talked(office, case_id)
    case = case_of(office, case_id)
    day = TODAY + dt.timedelta(days=30)
    moved = group.Terms(
        relief="transfer", first_due=day, worth=1_500_00, description="转入力行健身", method="转卡"
    )
    refund = group.Terms(relief="refund", first_due=day, per_mille=700, parts=3)
    nothing = group.Terms(relief="nothing")
    plans = (
        *group.plans_of(case, range(1, 34), moved),
        *group.plans_of(case, range(34, 40), refund),
        *group.plans_of(case, [40], nothing),
    )
    group.set_plans(office, case_id, plans)
    consent(office, case_id, *range(1, 41))
    agree(office, case_id)
    totals = case_of(office, case_id).member_totals()
    assert (totals.agreed, totals.worth) == (6 * 1_400_00, 33 * 1_500_00)
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(dt.timedelta(days=100))
    case = case_of(office, case_id)
    group.record_payments(office, case_id, group.due_payments(case, range(1, 41)), on=office.clock.today())
    case = case_of(office, case_id)
    assert (case.phase, case.recovered(), case.relief()) == ("performed", 8_400_00, 49_500_00)


def test_a_furniture_shop_with_a_hundred_customers_and_two_thousand_members(
    office: OpenOffice, tmp_path: Path
) -> None:
    """C22 with 100 customers; a list of 2,000 names is one act."""
    case_id = accepted(office)
    rows = [[no, f"顾客{no}", f"136{no:08d}", f"{10_000 + no * 37.01:.2f}", ""] for no in range(1, 2001)]
    preview = member_list.preview(office, case_id, names(tmp_path / "两千人.xlsx", rows))
    member_list.take_in(office, case_id, preview)
    case = case_of(office, case_id)
    assert case.claimed() == sum(10_000_00 + no * 37_01 for no in range(1, 2001))
    talked(office, case_id)
    day = TODAY + dt.timedelta(days=30)
    goods = group.Terms(
        relief="goods", first_due=day, worth=14_000_00, description="交付订购的家具", method="送货上门"
    )
    group.set_plans(office, case_id, group.plans_of(case, range(1, 101), goods))
    consent(office, case_id, *range(1, 97))
    agree(office, case_id)
    case = case_of(office, case_id)
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(dt.timedelta(days=31))
    group.record_payments(office, case_id, group.due_payments(case, range(1, 101)), on=office.clock.today())
    assert case_of(office, case_id).relief() == 96 * 14_000_00


def test_a_broken_agreement_is_complained_of_again_and_paid(office: OpenOffice, tmp_path: Path) -> None:
    """C8: 1,441 agreed, broken, complained of again, paid in November."""
    case_id = accepted(office)
    talked(office, case_id)
    duty = Obligation(
        no=1,
        obligor="respondent",
        kind="money",
        amount=1_441_00,
        due_on=TODAY,
        method="转账",
        relief="refund",
    )
    casework.record(
        office, case_id,
        e.AgreementReached(agreed_on=TODAY, terms="退还余款", obligations=(duty,), instrument="letter"),
    )  # fmt: skip
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(dt.timedelta(days=20))
    broken = e.ObligationBreached(
        obligation_no=1, on=office.clock.today(), facts="分文未付", advice="已告知可以起诉"
    )
    casework.record(office, case_id, broken)
    again = execution.complain_again(
        office, case_id, received_on=office.clock.today(), channel="visit", facts="商家没有按协议退款。"
    )
    (tie,) = linking.linked_cases(office, again.case_id)
    assert (tie.case_id, tie.relation, tie.place) == (case_id, "recomplaint", "from")
    assert case_of(office, again.case_id).deal.amount == 1_441_00
    # What was broken came after all.
    execution.perform(office, case_id, obligation_no=1, on=office.clock.today(), amount=1_441_00)
    case = case_of(office, case_id)
    assert (case.outcome, case.recovered()) == ("performed", 1_441_00)


def test_the_election_is_kept_with_the_case(office: OpenOffice, tmp_path: Path) -> None:
    case_id = accepted(office)
    group.add_members(office, case_id, [Member(no=0, name=n) for n in ("甲", "乙", "丙")])
    proof = attachments.keep_bytes(office, "推选书.jpg", b"picture")
    casework.record(office, case_id, RepresentativesElected(nos=(1, 2), on=TODAY, by="王敏", proof=proof))
    assert proof in case_of(office, case_id).attachments()


def test_the_papers_of_a_group(office: OpenOffice, tmp_path: Path) -> None:
    """Election, schedule, letter with the list attached, receipt: printed for 23 families."""
    case_id = accepted(office)
    preview = member_list.preview(office, case_id, names(tmp_path / "n.xlsx", families()))
    member_list.take_in(office, case_id, preview)
    talked(office, case_id)
    nos = range(1, 24)
    terms = group.Terms(relief="refund", parts=2, first_due=TODAY)
    group.set_plans(office, case_id, group.plans_of(case_of(office, case_id), nos, terms))
    consent(office, case_id, *range(1, 23))
    agree(office, case_id)
    case = case_of(office, case_id)
    group.record_payments(office, case_id, group.due_payments(case, nos, TODAY), on=TODAY)
    wanted = ("member_election", "member_schedule", "mediation_letter", "performance_receipt")
    for paper in wanted:
        made = papers.issue(
            office, papers.PaperOrder(case_id=case_id, paper=paper), tmp_path / f"{paper}.pdf"
        )
        assert made.pages >= 1
    letter = text_of((tmp_path / "mediation_letter.pdf").read_bytes())
    assert "22名投诉人" in letter
    schedule = text_of((tmp_path / "member_schedule.pdf").read_bytes())
    assert "不受协议约束的成员：家长23" in schedule
    assert "按实际到位的退款" in schedule
