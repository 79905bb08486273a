"""Petitions from the counter to the file: the duties of 《信访工作条例》 on real offices."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from app.domain.dates import SHANGHAI
from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.petition import events as e
from app.domain.kinds.petition.facts import Petition, Request
from app.domain.kinds.petition.state import PetitionCase
from app.domain.matter.events import CaseClosed, CaseFiled, InquiryRecorded, PartyNotified, Replied
from app.domain.matter.facts import Origin, Person
from app.services import casework, integrity, petition, timeline
from app.services.office import OpenOffice
from tests.offices import TODAY

BY = "王敏"


def handed_in(received: dt.date = TODAY, **changes: object) -> Petition:
    """A villager asks for the street lamps to be repaired; `changes` replace fields of the request."""
    request = Request(
        sort="plea",
        form="letter",
        topic="路灯不亮",
        wanted="请求尽快修复村口至小学的路灯。",
        facts="村口至小学一段路灯已经三个月不亮，学生早晚上学不安全。",
        about="青山镇公用事业服务所",
    )
    return Petition(
        origin=Origin(channel="letter", received_on=received),
        petitioner=Person(name="赵国良", phone="13907925561", address="青山镇红旗村3组12号"),
        request=msgspec.structs.replace(request, **changes),
    )


def told(matter: str, on: dt.date) -> PartyNotified:
    at = dt.datetime.combine(on, dt.time(10), SHANGHAI)
    return PartyNotified(
        matter=matter, party="petitioner", method="letter", at=at, by=BY, result="reached", address=""
    )


def inquired(on: dt.date) -> InquiryRecorded:
    at = dt.datetime.combine(on, dt.time(9), SHANGHAI)
    return InquiryRecorded(
        no=1,
        form="visit",
        at=at,
        place="红旗村村口",
        persons="村委会主任",
        text="现场查看，路灯 9 盏不亮。",
        investigators=(BY,),
    )


def due(office: OpenOffice, case_id: str) -> dict[str, tuple[dt.date | None, dt.date | None]]:
    return {row.clock: (row.due_on, row.done_on) for row in casework.load(office, case_id).deadlines}


def accepted(office: OpenOffice, received: dt.date, on: dt.date, way: str = "opinion") -> str:
    case_id = petition.register_petition(office, handed_in(received)).case_id
    casework.record(office, case_id, e.PetitionSorted(way=way, reason="属于求决事项", on=on, by=BY))
    casework.record(office, case_id, e.PetitionDecided(accepted=True, decided_on=on, by=BY))
    return case_id


def test_an_opinion_from_the_counter_to_the_file(office: OpenOffice) -> None:
    start = TODAY - dt.timedelta(days=40)
    made = petition.register_petition(office, handed_in(start))
    assert made.number == f"信访〔{start.year}〕1号"
    case_id = made.case_id
    assert casework.load(office, case_id).next_step.name == "sort_petition"  # type: ignore[union-attr]
    with pytest.raises(UserError, match="先甄别"):
        casework.record(office, case_id, e.PetitionDecided(accepted=True, decided_on=start, by=BY))
    casework.record(office, case_id, e.PetitionSorted(way="opinion", reason="求决事项", on=start, by=BY))
    casework.record(office, case_id, e.PetitionDecided(accepted=True, decided_on=start, by=BY))
    assert due(office, case_id)["petition.notice"] == (start + dt.timedelta(days=15), None)
    casework.record(office, case_id, told("acceptance", start + dt.timedelta(days=2)))
    assert due(office, case_id)["petition.notice"][1] == start + dt.timedelta(days=2)
    opinion = e.OpinionIssued(
        on=start + dt.timedelta(days=20),
        finding="support",
        facts="9 盏路灯不亮属实",
        by=BY,
        opinion="由镇公用事业服务所于月底前修复。",
        basis="《城市照明管理规定》",
    )
    with pytest.raises(UserError, match="调查核实"):
        casework.record(office, case_id, opinion)
    casework.record(office, case_id, inquired(start + dt.timedelta(days=5)))
    casework.record(office, case_id, opinion)
    assert casework.load(office, case_id).next_step.name == "notify"  # type: ignore[union-attr]
    casework.record(office, case_id, told("opinion", start + dt.timedelta(days=22)))
    rows = due(office, case_id)
    assert rows["petition.handling"][1] == start + dt.timedelta(days=20)
    assert "petition.review-right" in rows
    step = casework.load(office, case_id).next_step
    assert step is not None
    assert step.name == "close"
    casework.record(office, case_id, CaseClosed(on=TODAY, summary="支持请求，已修复", by=BY))
    casework.record(office, case_id, CaseFiled(on=TODAY, volume="2026-信-1", retention="10y", pages=8, by=BY))
    view = casework.load(office, case_id)
    assert view.case.phase == "filed"
    assert next(entry.title for entry in timeline.entries(office, view)) == "登记信访事项"
    assert integrity.verify(office) == []


def test_six_people_who_come_name_at_most_five_representatives(office: OpenOffice) -> None:
    crowd = handed_in(form="visit", people=6)
    with pytest.raises(InvalidFields) as caught:
        petition.register_petition(office, crowd)
    assert "推选代表" in caught.value.problems["request.representatives"]
    names = ("赵一", "钱二", "孙三", "李四", "周五", "吴六")
    with pytest.raises(InvalidFields) as caught:
        petition.register_petition(office, handed_in(form="visit", people=6, representatives=names))
    assert "不得超过 5 人" in caught.value.problems["request.representatives"]
    made = petition.register_petition(office, handed_in(form="visit", people=6, representatives=names[:2]))
    assert casework.load(office, made.case_id).case.people() == 6


def test_the_extension_lengthens_the_sixty_days_and_is_told(office: OpenOffice) -> None:
    start = TODAY - dt.timedelta(days=30)
    case_id = accepted(office, start, start)
    first = due(office, case_id)["petition.handling"][0]
    with pytest.raises(InvalidFields):
        casework.record(
            office, case_id, e.HandlingExtended(days=31, reason="复杂", approved_by="李主任", on=TODAY)
        )
    casework.record(office, case_id, told("acceptance", start))
    casework.record(
        office, case_id, e.HandlingExtended(days=30, reason="涉及多个单位", approved_by="李主任", on=TODAY)
    )
    rows = due(office, case_id)
    assert first is not None
    assert rows["petition.extension"][0] is not None
    assert rows["petition.extension"][0] >= start + dt.timedelta(days=90)
    view = casework.load(office, case_id)
    assert view.next_step is not None
    assert view.next_step.name == "notify"
    assert ("extension", "petitioner") in view.case.notices_due()
    with pytest.raises(UserError, match="已经延长过一次"):
        casework.record(
            office, case_id, e.HandlingExtended(days=5, reason="再延", approved_by="李主任", on=TODAY)
        )


def test_a_consumer_complaint_is_led_into_its_procedure_without_an_opinion(office: OpenOffice) -> None:
    case_id = petition.register_petition(office, handed_in()).case_id
    casework.record(
        office, case_id, e.PetitionSorted(way="administrative", reason="属于消费投诉", on=TODAY, by=BY)
    )
    with pytest.raises(UserError, match="不由本单位受理办理"):
        casework.record(office, case_id, e.PetitionDecided(accepted=True, decided_on=TODAY, by=BY))
    casework.record(
        office,
        case_id,
        e.PetitionRouted(procedure="administrative", to="江安县市场监督管理局", on=TODAY, by=BY),
    )
    casework.record(office, case_id, told("route", TODAY))
    view = casework.load(office, case_id)
    assert view.case.phase == "routed"
    assert not [row for row in view.deadlines if row.clock == "petition.handling"]
    assert view.next_step is not None
    assert view.next_step.name == "close"


def test_an_accusation_never_reaches_the_accused(office: OpenOffice) -> None:
    form = handed_in(sort="accusation", about="青山镇红旗村村委会")
    case_id = petition.register_petition(office, form).case_id
    casework.record(office, case_id, e.PetitionSorted(way="accusation", reason="检举", on=TODAY, by=BY))
    sent = e.PetitionForwarded(mode="forward", to="青山镇红旗村村委会", on=TODAY, reason="按权限", by=BY)
    with pytest.raises(InvalidFields) as caught:
        casework.record(office, case_id, sent)
    assert "第30条" in caught.value.problems["to"]
    casework.record(office, case_id, msgspec.structs.replace(sent, to="江安县纪委监委"))
    assert casework.load(office, case_id).case.phase == "forwarded"


def test_review_and_recheck_then_no_more(office: OpenOffice) -> None:
    start = TODAY - dt.timedelta(days=70)
    case_id = accepted(office, start, start)
    day = start + dt.timedelta(days=3)
    casework.record(office, case_id, told("acceptance", start), inquired(day))
    opinion = e.OpinionIssued(
        on=day, finding="reject", facts="不属实", opinion="不予支持。", basis="《信访工作条例》第32条", by=BY
    )
    casework.record(office, case_id, opinion)
    with pytest.raises(UserError, match="不能"):
        casework.record(
            office,
            case_id,
            e.ReviewRequested(level="review", received_on=day, body="县政府", ours=True),
        )
    casework.record(office, case_id, told("opinion", day))
    recheck = e.ReviewRequested(level="recheck", received_on=day, body="市政府", ours=False)
    with pytest.raises(InvalidFields):
        casework.record(office, case_id, recheck)
    asked = day + dt.timedelta(days=10)
    casework.record(
        office, case_id, e.ReviewRequested(level="review", received_on=asked, body="江安县政府", ours=True)
    )
    assert due(office, case_id)["petition.review"][0] is not None
    decided = asked + dt.timedelta(days=9)
    casework.record(
        office, case_id, e.ReviewDecided(level="review", on=decided, result="upheld", opinion="维持。")
    )
    casework.record(office, case_id, told("review", decided))
    casework.record(office, case_id, msgspec.structs.replace(recheck, received_on=decided, ours=True))
    hearing = e.HearingHeld(
        starts_on=decided + dt.timedelta(days=1),
        ends_on=decided + dt.timedelta(days=3),
        place="县信访局",
        text="听证",
    )
    before = due(office, case_id)["petition.recheck"][0]
    casework.record(office, case_id, hearing)
    after = due(office, case_id)["petition.recheck"][0]
    assert before is not None
    assert after is not None
    assert after >= before + dt.timedelta(days=3)
    casework.record(
        office,
        case_id,
        e.ReviewDecided(
            level="recheck", on=decided + dt.timedelta(days=8), result="upheld", opinion="维持。"
        ),
    )
    view = casework.load(office, case_id)
    refused = {c.name: c.reason for c in view.choices}["request_review"]
    assert "不再受理" in refused


def test_a_matter_from_above_may_be_objected_to(office: OpenOffice) -> None:
    form = handed_in(arrival="assigned")
    form = msgspec.structs.replace(form, origin=msgspec.structs.replace(form.origin, source="superior"))
    case_id = petition.register_petition(office, form).case_id
    assert "petition.objection" in due(office, case_id)
    casework.record(office, case_id, e.ObjectionRaised(to="县信访局", reason="属于水利部门", on=TODAY, by=BY))
    casework.record(office, case_id, e.ObjectionAnswered(agreed=True, on=TODAY))
    case = casework.load(office, case_id).as_a(PetitionCase)
    assert (case.phase, case.outcome) == ("closed", "given_back")


def test_a_suggestion_is_answered_without_an_opinion(office: OpenOffice) -> None:
    case_id = accepted(office, TODAY, TODAY, way="suggestion")
    casework.record(office, case_id, told("acceptance", TODAY))
    with pytest.raises(UserError, match="第31条第六项"):
        casework.record(
            office,
            case_id,
            e.OpinionIssued(on=TODAY, finding="support", facts="x", opinion="y", basis="z", by=BY),
        )
    casework.record(
        office, case_id, Replied(to="petitioner", on=TODAY, method="phone", by=BY, text="建议采纳，谢谢。")
    )
    assert casework.load(office, case_id).case.phase == "answered"
