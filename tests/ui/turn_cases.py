"""A complaint that has taken the wrong turn after which a given act is offered."""

from __future__ import annotations

import datetime as dt

from app.domain.events import Event
from app.domain.kinds.complaint.facts import Respondent
from app.domain.kinds.complaint.respondents import RespondentAdded
from app.domain.matter import standing
from app.domain.matter.events import AlertRaised
from app.domain.settlement.turns import RecusalRequested
from app.services import casework, handing
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import walk_in
from tests.ui.office_fixture import accept, arrange

AWAY = ("receive_case", "bring_result", "take_back")
TURN_ACTS = (*AWAY, "end_representative", "answer_proof", "strike_respondent", "decide_recusal", "lift_alert")


def taken_turn(act: str, office: OpenOffice) -> str:
    """The id of a new complaint on which `act` can be begun."""
    case_id = register_complaint(office, walk_in()).case_id
    today = office.clock.today()
    if act in AWAY:
        handing.hand(
            office,
            case_id,
            direction=handing.UP,
            to_office="县消费者权益保护中心",
            reason="争议较大",
            on=today,
            by="王敏",
        )
        return case_id
    if act == "decide_recusal":
        accept(office, case_id, today)
        arrange(office, case_id, office.clock.now())
    casework.record(office, case_id, _before(act, today, office.clock.now()))
    return case_id


def _before(act: str, today: dt.date, now: dt.datetime) -> Event:
    if act == "end_representative":
        return standing.RepresentativeNamed(
            party="complainant",
            role="delegate",
            name="袁芳",
            papers_seen=True,
            identity_seen=True,
            powers=("speak",),
            since=today,
            on=today,
            by="王敏",
        )
    if act == "answer_proof":
        due = today + dt.timedelta(days=3)
        return standing.IdentityProofDemanded(
            party="complainant", materials=("身份证",), due_on=due, on=today, by="王敏"
        )
    if act == "strike_respondent":
        other = Respondent(name="金穗种业经营部", address="青山镇中山路90号")
        return RespondentAdded(no=2, respondent=other, reason="同一争议", on=today, by="王敏")
    if act == "decide_recusal":
        return RecusalRequested(
            no=1, party="complainant", mediators=("王敏",), reason="系近亲属", on=today, by="王敏"
        )
    assert act == "lift_alert", act
    return AlertRaised(level="danger", words=("自杀",), told="李强", method="phone", at=now, by="王敏")
