"""The demonstration office: every figure of its cases, and that its record is whole."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.domain.dates import SHANGHAI
from app.domain.events import decode
from app.domain.kinds.complaint import events as e
from app.services import case_list, casework, demo, desk, integrity, kinds, rulebook, work_orders
from app.services.casework import CaseView
from app.services.demo.premises import OFFICE
from app.services.demo.programme import STORIES
from app.services.demo.stories import coach_cards, disputes, slippers, wrong_turns
from app.services.office import OpenOffice
from app.system.clock import FixedClock
from tests.offices import QUICK

RECEIVED_LATE = dt.date(2026, 4, 14)


class Demo(msgspec.Struct, frozen=True):
    """The lived-through office and what `build` and `leave` said of it."""

    office: OpenOffice
    made: demo.Made
    account: dict[str, Any]
    out: Path

    def view(self, story: str) -> CaseView:
        case_id = next(case.case_id for case in self.made.cases if case.story == story)
        return casework.load(self.office, case_id)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One office for all tests here: they only look."""
    out = tmp_path_factory.mktemp("demo")
    clock = FixedClock(demo.TODAY)
    office = demo.found(out / "office", clock, hardness=QUICK).office
    orders = demo.own_orders()
    made = demo.build(office, clock, orders)
    yield Demo(office, made, demo.leave(office, made, orders, out), out)
    office.close()


@pytest.mark.parametrize(
    ("story", "phase", "outcome", "amount", "promised", "recovered"),
    [
        ("cosmetics", "filed", "performed", 1_900_000, 1_260_000, 1_260_000),
        ("tiles", "filed", "performed", 1_958_400, 100_000, 100_000),
        ("gym_card", "filed", "terminated", 300_000, 0, 0),
        ("photo_package", "filed", "performed", 239_900, 144_100, 144_100),
        ("slippers", "filed", "performed", 50_000, 40_000, 40_000),
        ("air_conditioner", "filed", "performed", 30_000, 30_000, 30_000),
        ("wheat_seed", "accepted", "", 460_000, 0, 0),
        ("weedkiller", "agreed", "agreed", 980_000, 740_000, 340_000),
        ("serial_complaints", "filed", "refused", 990, 0, 0),
        ("fertiliser", "accepted", "", 140_000, 0, 0),
        ("rice_seed", "accepted", "", 2_160_000, 0, 0),
        ("reopened", "replied", "performed", 48_000, 48_000, 64_000),
        ("recusal", "replied", "performed", 120_000, 120_000, 120_000),
        ("village", "replied", "performed", 260_000, 78_000, 78_000),
        ("withdrawn", "closed", "withdrawn", 18_000, 0, 0),
        # 23 families, one refusing: nine tenths of 95,578.50 yuan in three parts, the first has come.
        ("training_school", "agreed", "agreed", 100_866_50, 86_020_65, 28_673_55),
        ("milk_powder", "replied", "performed", 50_000_06, 48_550_00, 48_550_00),
        ("banquet", "registered", "", 600_000, 0, 0),
        ("car_film", "registered", "", 100_000, 0, 0),
        ("packing_fee", "registered", "", 150, 0, 0),
    ],
)
def test_how_each_story_stands(
    lived: Demo, story: str, phase: str, outcome: str, amount: int, promised: int, recovered: int
) -> None:
    case = lived.view(story).case
    assert (case.phase, case.outcome) == (phase, outcome)
    assert case.deal.amount == amount
    assert (case.agreement.total() if case.agreement else 0) == promised
    assert case.recovered() == recovered


def test_every_story_is_told(lived: Demo) -> None:
    assert len({case.story for case in lived.made.cases}) == len(lived.made.cases) == len(STORIES)
    assert all(case.case_id for case in lived.made.cases)


def test_instalments_late_urged_and_a_second_round(lived: Demo) -> None:
    case = lived.view("photo_package").case
    first, second = case.past_agreements[0], case.agreement
    assert second is not None
    assert case.round == 2
    assert case.returns == ["退款一分没有收到，要求重新处理。"]
    assert [f.satisfaction for f in case.follow_ups] == ["unsatisfied", "satisfied"]
    broken = first.promises[0]
    assert (broken.paid(), len(broken.urgings), broken.breached_on) == (0, 2, dt.date(2026, 9, 8))
    late, on_time = second.promises
    assert [p.amount for p in late.performances] == [30_000, 40_000]
    settled = late.settled_on()
    assert settled is not None
    assert settled > late.obligation.due_on
    assert on_time.settled_on() == on_time.obligation.due_on == dt.date(2026, 11, 17)


def test_termination_on_ground_three(lived: Demo) -> None:
    view = lived.view("gym_card")
    assert view.case.termination is not None
    assert view.case.termination.grounds == ("3",)
    notice = next(row for row in view.deadlines if row.clock == "complaint.termination-notice")
    assert notice.done_on is not None
    assert notice.due_on is not None
    assert notice.done_on <= notice.due_on
    told = {p.addressee for p in view.case.papers if p.paper == "termination_decision"}
    assert told == {"complainant", "respondent"}


def test_refusal_is_told_and_the_platform_answered(lived: Demo) -> None:
    case = lived.view("serial_complaints").case
    assert case.refusal is not None
    assert case.refusal.grounds == ("3",)
    assert [reply.to for reply in case.replies] == ["source"]


def test_the_appraisal_moves_the_limit(lived: Demo) -> None:
    limit = next(row for row in lived.view("tiles").deadlines if row.clock == "complaint.mediation")
    assert limit.due_on == dt.date(2026, 7, 27)
    standing = next(row for row in lived.view("rice_seed").deadlines if row.clock == "complaint.mediation")
    assert standing.due_on is None


def test_the_last_day_of_the_old_rules(lived: Demo) -> None:
    view = lived.view("cosmetics")
    assert view.case.origin is not None
    assert (view.case.origin.received_on, view.case.rule_set) == (RECEIVED_LATE, "R2020")
    limits = {row.clock: row.due_on for row in view.deadlines if row.clock.startswith("complaint.mediation")}
    assert set(limits) == {"complaint.mediation", "complaint.mediation.60d"}


def test_what_is_overdue_and_due_today(lived: Demo) -> None:
    figures = desk.figures(lived.office)
    assert (figures.overdue, figures.due_today) == (1, 1)
    items = {item.case_id: item for item in desk.worklist(lived.office)}
    wheat, banquet = lived.view("wheat_seed").case.id, lived.view("banquet").case.id
    left = items[wheat].days_left
    assert left is not None
    assert left < 0
    assert items[banquet].due_on == demo.TODAY.date()
    complaints = 1_260_000 + 100_000 + 144_100 + 40_000 + 30_000 + 340_000 + 520_000 + coach_cards.BACK
    complaints += wrong_turns.BACK + 28_673_55 + 48_550_00
    before_the_committee = disputes.LEFT + 2_494_00 + 360_00
    assert figures.recovered_this_year == complaints + before_the_committee


def test_rare_names_stand_in_the_case(lived: Demo) -> None:
    case = lived.view("slippers").case
    names = (
        case.complainant.name + case.complainant.agent_name + case.respondent.name + case.respondent.contact
    )
    assert set(slippers.RARE) <= set(names)
    assert {"complaint_registration", "acceptance_decision", "mediation_notice"} <= {
        p.paper for p in case.papers
    }


def test_the_first_work_order_is_completed_and_accepted(lived: Demo) -> None:
    case = casework.load(lived.office, lived.made.order_case).case
    assert case.phase == "accepted"
    assert case.origin is not None
    assert case.origin.source == "12315"
    assert case.origin.order_text


def test_nobody_works_on_a_rest_day(lived: Demo) -> None:
    calendar = rulebook.calendar()
    for made in lived.made.cases:
        for stored in casework.load(lived.office, made.case_id).events:
            moment = dt.datetime.fromtimestamp(stored.wall_ms() / 1000, SHANGHAI)
            assert calendar.is_workday(moment.date()), (made.story, decode(stored))
            assert 8 <= moment.hour < 18


def test_every_kind_of_paper_and_its_hash(lived: Demo) -> None:
    made = {paper["paper"] for case in lived.account["cases"] for paper in case["papers"]}
    assert made >= {rule.id for rule in kinds.procedure_of("complaint").papers}
    for case in lived.account["cases"]:
        issued = [decode(s) for s in casework.load(lived.office, case["id"]).events]
        hashes = [event.sha256 for event in issued if isinstance(event, e.PaperIssued)]
        assert [paper["sha256"] for paper in case["papers"]] == hashes
        for paper in case["papers"]:
            pdf = (lived.out / paper["path"]).read_bytes()
            assert pdf.startswith(b"%PDF")
            assert hashlib.sha256(pdf).hexdigest() == paper["sha256"]


def test_the_account_counts_what_lies_there(lived: Demo) -> None:
    counts = lived.account["counts"]
    assert counts["cases"] == len(lived.account["cases"]) == lived.account["ledger"]["cases"]
    assert counts["papers"] == len(list((lived.out / "papers").iterdir()))
    assert counts["recovered_cents"] == desk.figures(lived.office).recovered_this_year
    assert (lived.out / "ledger.xlsx").read_bytes().startswith(b"PK")
    assert lived.account["verify"] == {"ok": True, "findings": []}
    numbers = [case["number"] for case in lived.account["cases"] if case["kind"] == "complaint"]
    assert numbers == [f"消投〔2026〕{n}号" for n in range(1, len(numbers) + 1)]


def test_a_rebuild_gives_the_same(lived: Demo) -> None:
    def shown() -> list[object]:
        ids = case_list.ids(lived.office, case_list.CaseFilter())
        states = [desk.state(lived.office, made.case_id) for made in lived.made.cases]
        return [*case_list.block(lived.office, ids), *states]

    before = shown()
    integrity.rebuild(lived.office)
    assert shown() == before
    assert integrity.verify(lived.office) == []


def test_importing_the_same_orders_again_finds_them_known(lived: Demo) -> None:
    plans = work_orders.plan_import(lived.office, demo.own_orders())
    assert [(p.count("new"), p.count("known"), p.count("damaged")) for p in plans] == [(0, 3, 0), (0, 2, 1)]


def test_the_office_acts_in_the_bureaus_name() -> None:
    assert OFFICE.bureau != OFFICE.name
    assert OFFICE.identity == "bureau_office"
