"""Papers of a case: drafts use no number, issuing leaves no gap, printing again says so."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import AcceptanceDecided, PartyNotified
from app.domain.kinds.complaint.facts import Complainant
from app.services import casework, integrity, papers, registration, reply, work_orders
from app.services.office import OpenOffice
from app.system.errors import EnvironmentProblem
from tests.offices import walk_in

SHEETS = Path(__file__).parents[1] / "data" / "sheets"


def text_of(pdf: bytes) -> str:
    """The text of every page without line breaks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        parts = []
        for page in document:
            words = page.get_textpage()
            parts.append(words.get_text_bounded())
            words.close()
            page.close()
        return "".join(parts).replace("\r\n", "").replace("\n", "")
    finally:
        document.close()


@pytest.fixture
def accepted(office: OpenOffice) -> str:
    """The id of an accepted case."""
    case_id = registration.register_complaint(office, walk_in()).case_id
    today = office.clock.today()
    casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=today, by="王敏"))
    return case_id


def test_a_draft_takes_no_number_and_leaves_no_event(office: OpenOffice, accepted: str) -> None:
    order = papers.PaperOrder(case_id=accepted, paper="acceptance_decision", to="complainant")
    pdf = papers.draft(office, order)
    assert papers.page_count(pdf) == 1
    assert casework.load(office, accepted).version == 2
    assert papers.issue(office, order).number == "江市监青受〔2026〕第1号"


def test_issuing_again_keeps_number_and_day_and_counts_up(
    office: OpenOffice, accepted: str, tmp_path: Path
) -> None:
    order = papers.PaperOrder(case_id=accepted, paper="acceptance_decision", to="complainant")
    first = papers.issue(office, order, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == first.pdf
    second = papers.issue(office, order)
    assert (first.number, second.number) == ("江市监青受〔2026〕第1号",) * 2
    assert (first.printing, second.printing) == (1, 2)
    assert "第2次制作" in text_of(second.pdf).replace(" ", "")
    issued = casework.load(office, accepted).case.papers
    assert papers.reopen(office, issued[0], "x") == first.pdf
    assert integrity.verify(office) == []


def test_a_paper_that_cannot_be_saved_uses_no_number(
    office: OpenOffice, accepted: str, tmp_path: Path
) -> None:
    order = papers.PaperOrder(case_id=accepted, paper="acceptance_decision", to="complainant")
    with pytest.raises(EnvironmentProblem):
        papers.issue(office, order, tmp_path / "no such folder" / "a.pdf")
    assert casework.load(office, accepted).version == 2
    assert papers.issue(office, order).number.endswith("第1号")


def test_the_form_says_what_was_registered_and_prints_rare_names(office: OpenOffice) -> None:
    rare = Complainant(name="陈䶮㛃𬭎𠮷", phone="13907925561", address="青山镇红旗村3组21号")
    case_id = registration.register_complaint(office, walk_in(complainant=rare)).case_id
    made = papers.issue(office, papers.PaperOrder(case_id=case_id, paper="complaint_registration"))
    text = text_of(made.pdf)
    for word in ("陈䶮㛃𬭎𠮷", "13907925561", "宏达电器商行", "退还货款和服务费用", "消投〔2026〕1号"):
        assert word in text, word


def test_a_character_no_font_has_stops_the_print_and_is_named(office: OpenOffice) -> None:
    nobody = Complainant(name="陈\U000e0041", phone="13907925561", address="青山镇")
    case_id = registration.register_complaint(office, walk_in(complainant=nobody)).case_id
    with pytest.raises(UserError, match="U\\+E0041"):
        papers.issue(office, papers.PaperOrder(case_id=case_id, paper="complaint_registration"))
    assert casework.load(office, case_id).version == 1


def test_papers_that_are_not_due_say_why(office: OpenOffice, accepted: str) -> None:
    reasons = {o.paper: r for o, _, r in papers.orders(office, casework.load(office, accepted))}
    assert reasons["acceptance_decision"] == ""
    assert reasons["mediation_letter"] == "还没有达成调解协议。"
    with pytest.raises(UserError, match="还没有达成调解协议"):
        papers.draft(office, papers.PaperOrder(case_id=accepted, paper="mediation_letter"))
    with pytest.raises(UserError, match="没有名为"):
        papers.draft(office, papers.PaperOrder(case_id=accepted, paper="nothing"))
    with pytest.raises(UserError, match="受送达人"):
        papers.draft(office, papers.PaperOrder(case_id=accepted, paper="acceptance_decision", to="judge"))


def test_a_decision_of_a_later_round_gets_a_paper_of_its_own(office: OpenOffice) -> None:
    case_id = registration.register_complaint(office, walk_in()).case_id
    today = office.clock.today()
    refusal = AcceptanceDecided(
        accepted=False, decided_on=today, grounds=("2",), facts="法院已受理", by="王敏"
    )
    told = PartyNotified(
        matter="refusal",
        party="complainant",
        method="phone",
        at=office.clock.now(),
        by="王敏",
        result="reached",
    )
    order = papers.PaperOrder(case_id=case_id, paper="refusal_decision", to="complainant")
    casework.record(office, case_id, refusal, told)
    first = papers.issue(office, order)
    reply.follow_up(
        office, case_id, on=today, method="phone", by="王敏", reached=True, satisfaction="unsatisfied"
    )
    casework.record(office, case_id, refusal)
    second = papers.issue(office, order)
    assert (first.number, second.number) == ("江市监青不受〔2026〕第1号", "江市监青不受〔2026〕第2号")
    assert (second.printing, papers.issue(office, order).printing) == (1, 2)


def test_the_form_of_an_order_still_to_be_completed_leaves_room_for_the_pen(office: OpenOffice) -> None:
    plans = work_orders.plan_import(office, sorted(SHEETS.glob("workorders_12315_*.xlsx")))
    for case_id in work_orders.import_orders(office, plans).case_ids:
        made = papers.issue(office, papers.PaperOrder(case_id=case_id, paper="complaint_registration"))
        assert casework.load(office, case_id).case.number in text_of(made.pdf)


def test_papers_never_made_are_named_before_the_case_is_closed(office: OpenOffice, accepted: str) -> None:
    assert papers.missing(office, casework.load(office, accepted)) == ["投诉登记表", "投诉受理决定书"]
    papers.issue(office, papers.PaperOrder(case_id=accepted, paper="acceptance_decision", to="complainant"))
    assert papers.missing(office, casework.load(office, accepted)) == ["投诉登记表"]
