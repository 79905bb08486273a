"""Competence, local promises and channel in a real case: events, clocks, history, refusals."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.jurisdiction import DISPUTE
from app.domain.kinds.complaint.facts import Origin
from app.domain.matter.competence import (
    CompetenceDisputed,
    CompetenceSettled,
    DispatchFedBack,
    LocalPromiseExtended,
    RightChannelTold,
)
from app.domain.matter.events import PartyNotified
from app.services import casework, competence, founding, integrity, timeline
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from tests.offices import NOON, TODAY, walk_in

AWAY = ("yes", "shop", "none")
HERE = ("yes", "shop", "both")


def dispatched(office: OpenOffice, **changes: object) -> str:
    origin = Origin(channel="hotline_12345", received_on=TODAY, source="12345", external_no="A1")
    return register_complaint(office, walk_in(origin=msgspec.structs.replace(origin, **changes))).case_id  # type: ignore[arg-type]


def judge(office: OpenOffice, case_id: str, answers: tuple[str, ...]) -> None:
    event = competence.judgement(office, casework.load(office, case_id), answers)
    casework.record(office, case_id, event)


def clocks(office: OpenOffice, case_id: str) -> dict[str, dt.date | None]:
    return {row.clock: row.due_on for row in casework.load(office, case_id).deadlines}


def fed_back(**changes: object) -> DispatchFedBack:
    event = DispatchFedBack(to="12345", reason="被投诉人在外县", method="internet", on=TODAY, by="王敏")
    return msgspec.structs.replace(event, **changes)


def test_a_judgement_is_kept_with_what_was_asked_and_answered(office: OpenOffice) -> None:
    case_id = dispatched(office)
    judge(office, case_id, AWAY)
    view = casework.load(office, case_id)
    judged = view.case.competence.judgement()
    assert judged is not None
    assert (judged.verdict, judged.basis) == ("elsewhere", ("办法第13条第1款",))
    assert "反馈分送单位" in judged.advice
    assert judged.asked[0][1] == "属于"
    entry = timeline.entries(office, view)[-1]
    assert entry.title == "管辖判断：外县"
    assert "第13条" in entry.detail
    assert view.next_step is not None
    assert view.next_step.name == "feed_back"


def test_a_walk_in_is_told_to_refuse_and_cannot_be_fed_back(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    judge(office, case_id, AWAY)
    view = casework.load(office, case_id)
    judged = view.case.competence.judgement()
    assert judged is not None
    assert "不予受理" in judged.advice
    assert view.next_step is not None
    assert view.next_step.name != "feed_back"
    with pytest.raises(UserError, match="没有可以退回的单位"):
        casework.record(office, case_id, fed_back())


def test_an_unfinished_walk_is_no_judgement(office: OpenOffice) -> None:
    case_id = dispatched(office)
    with pytest.raises(UserError, match="没有答完"):
        judge(office, case_id, ("yes",))


def test_feeding_back_ends_the_case_and_nothing_is_transferred(office: OpenOffice) -> None:
    case_id = dispatched(office)
    judge(office, case_id, AWAY)
    casework.record(office, case_id, fed_back())
    view = casework.load(office, case_id)
    assert (view.case.phase, view.case.outcome, view.case.closed_on) == ("closed", "fed_back", TODAY)
    assert view.case.handovers == []
    assert view.deadlines[0].done_on == TODAY
    assert timeline.entries(office, view)[-1].title == "反馈退回12345"
    assert integrity.verify(office) == []


def test_feeding_back_says_why_and_to_whom(office: OpenOffice) -> None:
    case_id = dispatched(office)
    with pytest.raises(InvalidFields) as caught:
        casework.record(office, case_id, fed_back(reason=" ", to=""))
    assert set(caught.value.problems) == {"reason", "to"}


def test_a_dispute_starts_seven_working_days_and_settling_stops_them(office: OpenOffice) -> None:
    case_id = dispatched(office)
    raised = CompetenceDisputed(other="邻县市场监督管理局", reason="网店地址两边都有", on=TODAY, by="王敏")
    casework.record(office, case_id, raised)
    assert clocks(office, case_id)[DISPUTE] == dt.date(2026, 12, 1)
    with pytest.raises(UserError, match="还没有解决"):
        casework.record(office, case_id, raised)
    settled = CompetenceSettled(ours=False, how="assigned", on=TODAY, by="王敏", note="市局指定邻县")
    casework.record(office, case_id, settled)
    row = next(r for r in casework.load(office, case_id).deadlines if r.clock == DISPUTE)
    assert row.done_on == TODAY
    step = casework.load(office, case_id).next_step
    assert step is not None
    assert step.name == "feed_back"
    with pytest.raises(UserError, match="没有未解决"):
        casework.record(office, case_id, settled)


def test_a_later_judgement_outweighs_an_earlier_settlement(office: OpenOffice) -> None:
    case_id = dispatched(office)
    judge(office, case_id, AWAY)
    judge(office, case_id, HERE)
    step = casework.load(office, case_id).next_step
    assert step is not None
    assert step.name != "feed_back"


def test_the_right_channel_is_told_once_to_who_came_by_another(office: OpenOffice) -> None:
    told = RightChannelTold(
        channel="unpublished", text="请通过全国12315平台提出", method="phone", at=NOON, by="王敏"
    )
    published = dispatched(office)
    with pytest.raises(UserError, match="是公布的渠道"):
        casework.record(office, published, told)
    case_id = dispatched(office, channel="unpublished", source="")
    casework.record(office, case_id, told)
    with pytest.raises(UserError, match="已经告知过"):
        casework.record(office, case_id, told)


def test_promises_appear_when_switched_on_and_stand_behind_the_law(office: OpenOffice) -> None:
    case_id = dispatched(office)
    assert not [name for name in clocks(office, case_id) if name.startswith("local.")]
    founding.change_setting(office, "promise_two_24h", "on")
    founding.change_setting(office, "promise_12345", "on")
    view = casework.load(office, case_id)
    rows = {row.clock: row for row in view.deadlines}
    assert rows["local.transfer"].due_at == NOON + dt.timedelta(hours=24)
    assert rows["local.12345.reply"].due_on == dt.date(2026, 11, 27)
    urgent = view.kind.most_urgent(view.case, view.deadlines)
    assert urgent is not None
    assert urgent.clock == "complaint.acceptance"
    assert integrity.verify(office) == []
    stored = {row.clock: row for row in office.store.cases.deadlines(case_id)}
    assert stored["local.transfer"].due_at == rows["local.transfer"].due_at


def test_telling_the_complainant_keeps_the_promise_to_the_minute(office: OpenOffice) -> None:
    founding.change_setting(office, "promise_two_24h", "on")
    case_id = dispatched(office)
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(dt.timedelta(hours=24, minutes=1))
    competence_told = PartyNotified(
        matter="acceptance", party="complainant", method="phone", at=clock.now(), by="王敏", result="reached"
    )
    from app.domain.kinds.complaint.events import AcceptanceDecided

    casework.record(
        office,
        case_id,
        AcceptanceDecided(accepted=True, decided_on=clock.today(), by="王敏"),
        competence_told,
    )
    rows = {row.clock: row for row in casework.load(office, case_id).deadlines}
    assert rows["local.transfer"].explanation.endswith("办到时已经超过时限。")
    assert rows["local.feedback"].due_at == clock.now() + dt.timedelta(hours=24)


def test_an_extension_is_approved_and_within_what_the_promise_allows(office: OpenOffice) -> None:
    founding.change_setting(office, "promise_12345", "on")
    case_id = dispatched(office)
    longer = LocalPromiseExtended(
        promise="local.12345.reply", units=5, reason="等待检测", approved_by="李所长", on=TODAY, by="王敏"
    )
    competence.extend_promise(office, case_id, longer)
    assert clocks(office, case_id)["local.12345.reply"] == dt.date(2026, 12, 4)
    with pytest.raises(InvalidFields) as caught:
        competence.extend_promise(office, case_id, msgspec.structs.replace(longer, units=6))
    assert "最多还能延长 5 个工作日" in caught.value.problems["units"]
    with pytest.raises(InvalidFields):
        competence.extend_promise(office, case_id, msgspec.structs.replace(longer, promise="local.transfer"))


def test_an_amendment_keeps_the_moment_of_receipt(office: OpenOffice) -> None:
    from app.domain.kinds.complaint.events import ComplaintAmended

    case_id = dispatched(office)
    origin = Origin(channel="hotline_12345", received_on=TODAY, source="12345", external_no="A2")
    casework.record(office, case_id, ComplaintAmended(origin=origin, reason="工单号写错"))
    kept = casework.load(office, case_id).case.origin
    assert kept is not None
    assert (kept.external_no, kept.received_at) == ("A2", NOON)
