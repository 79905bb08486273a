"""The papers of 人民调解 say what the case says."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.dates import SHANGHAI
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.events import InquiryRecorded
from app.services import casework, committee, dispute, papers
from app.services.office import OpenOffice
from app.services.papers import PaperOrder
from tests.disputes import BY, accepted, agreement, application, ready, session, signed
from tests.offices import TODAY
from tests.services.test_papers import text_of


@pytest.fixture
def table(office: OpenOffice) -> OpenOffice:
    """The office with a committee."""
    committee.name_committee(office, "青山镇人民调解委员会", "江安县人民法院")
    return office


def talked(office: OpenOffice, *, oral: bool = False) -> str:
    """A dispute with an inquiry and an agreement of today."""
    case_id = dispute.register_dispute(office, application(TODAY)).case_id
    dispute.decide(office, case_id, accepted(TODAY))
    looked = InquiryRecorded(
        no=1,
        form="visit",
        at=dt.datetime.combine(TODAY, dt.time(8), SHANGHAI),
        place="中山路10号",
        persons="钱峰",
        text="门店已经停业。",
        investigators=("周玉梅",),
    )
    casework.record(office, case_id, *ready(TODAY), looked, session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    casework.record(office, case_id, agreement(TODAY, TODAY + dt.timedelta(days=9), oral=oral))
    return case_id


def printed(office: OpenOffice, case_id: str, paper: str, to: str = "", session_no: int = 0) -> str:
    order = PaperOrder(case_id=case_id, paper=paper, to=to, session_no=session_no)
    return text_of(papers.issue(office, order).pdf)


def test_the_papers_of_a_written_agreement(table: OpenOffice) -> None:
    case_id = talked(table)
    application_ = printed(table, case_id, "mediation_application")
    for word in ("陆文英", "汉族", "46", "教师", "退还卡内余额16540元", "现自愿申请人民调解委员会进行调解"):
        assert word in application_
    assert "当事人申请" in printed(table, case_id, "dispute_registration")
    assert "自主表达意愿、自愿达成调解协议" in printed(table, case_id, "rights_notice", "applicant")
    assert "门店已经停业" in printed(table, case_id, "dispute_inquiry_record")
    assert "调解成功" in printed(table, case_id, "dispute_session_record", session_no=1)
    letter = printed(table, case_id, "mediation_agreement")
    for word in ("人调字〔2026〕1号", "16,540.00元", "壹万陆仟伍佰肆拾元", "青山镇人民调解委员会", "一式3份"):
        assert word in letter
    case = casework.load(table, case_id).as_a(DisputeCase)
    casework.record(table, case_id, signed(case, TODAY))
    asked = printed(table, case_id, "confirmation_body")
    assert "江安县人民法院" in asked
    assert "法定代表人钱峰" in asked
    visit = e.VisitMade(
        on=TODAY, method="phone", by=BY, whom="陆文英", purpose="履行", kept="part", text="尚欠一半。"
    )
    casework.record(table, case_id, visit)
    assert "尚欠一半" in printed(table, case_id, "visit_record")


def test_an_oral_agreement_has_its_own_form(table: OpenOffice) -> None:
    case_id = talked(table, oral=True)
    text = printed(table, case_id, "oral_agreement")
    assert "周玉梅" in text
    assert "自各方当事人达成协议之日起生效" in text
    reasons = {rule.id: reason for rule, reason in casework.load(table, case_id).papers}
    assert reasons["mediation_agreement"]
    assert reasons["confirmation_persons"]
    assert not reasons["confirmation_body"]
