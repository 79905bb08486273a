"""并案: tied in both streams, further acts on the lead, own clocks kept, undone without a trace lost."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.events import (
    AcceptanceDecided,
    InquiryRecorded,
    MediationTerminated,
    PartyNotified,
    Replied,
)
from app.domain.kinds.complaint.facts import Origin
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.merged import absorbed_by, lead_of
from app.services import case_merging, casework
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system.clock import SHANGHAI
from tests.offices import TODAY, found, walk_in

NOON = dt.datetime.combine(TODAY, dt.time(12), SHANGHAI)
ORDER = Origin(
    channel="hotline_12345", received_on=TODAY, external_no="青12345-2026112100077", source="12345"
)


def two(office: OpenOffice) -> tuple[str, str]:
    """The case at the counter, and the same matter from 12345."""
    lead = register_complaint(office, walk_in()).case_id
    return lead, register_complaint(office, walk_in(origin=ORDER)).case_id


def accept(office: OpenOffice, case_id: str) -> None:
    told = PartyNotified(
        matter="acceptance", party="complainant", method="phone", at=NOON, by="王敏", result="reached"
    )
    casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"), told)


def complaint(office: OpenOffice, case_id: str) -> Complaint:
    return casework.load(office, case_id).as_a(Complaint)


def allowed(office: OpenOffice, case_id: str) -> set[str]:
    return {one.name for one in casework.load(office, case_id).choices if one.allowed}


def inquiry() -> InquiryRecorded:
    return InquiryRecorded(
        no=1,
        form="phone",
        at=NOON,
        place="0792-4228000",
        persons="黄店长",
        text="核实",
        investigators=("王敏",),
    )


def test_the_same_matter_from_12345_is_proposed(office: OpenOffice) -> None:
    lead, order = two(office)
    proposed = case_merging.candidates(office, complaint(office, order))
    assert [one.case_id for one in proposed] == [lead]
    assert proposed[0].likely
    case_merging.merge(office, order, lead, "同一争议")
    assert case_merging.candidates(office, complaint(office, order)) == []


def test_an_absorbed_case_says_so_and_is_worked_on_in_its_lead(office: OpenOffice) -> None:
    lead, order = two(office)
    accept(office, lead)
    before = casework.load(office, order)
    case_merging.merge(office, order, lead, "同一争议经不同渠道重复提出")
    absorbed = casework.load(office, order)
    tie = lead_of(absorbed.case)
    assert tie is not None
    assert (tie.other, tie.number) == (lead, "消投〔2026〕1号")
    assert [one.other for one in absorbed_by(complaint(office, lead))] == [order]
    # Number, clocks and what it stood at stay its own.
    assert absorbed.deadlines == before.deadlines
    assert (absorbed.case.number, absorbed.case.phase) == (before.case.number, before.case.phase)
    with pytest.raises(UserError, match="已并入消投〔2026〕1号，请在主办案件办理"):
        casework.record(office, order, inquiry())
    casework.record(office, lead, inquiry())
    assert {"decide_acceptance", "reply_merged", "unmerge"} <= allowed(office, order)
    assert "record_inquiry" not in allowed(office, order)
    assert office.store.verify() == []


def test_what_belongs_to_absorbed_cases_is_not_even_offered_to_others(office: OpenOffice) -> None:
    lead, _ = two(office)
    offered = {one.name for one in casework.load(office, lead).choices}
    assert "merge" in offered
    assert not {"unmerge", "reply_merged", "close_merged"} & offered


def test_undone_it_goes_on_where_it_stood(office: OpenOffice) -> None:
    lead, order = two(office)
    accept(office, order)
    case_merging.merge(office, order, lead, "同一争议")
    case_merging.part(office, order, "不是同一件")
    for case_id in (lead, order):
        assert complaint(office, case_id).links == []
    casework.record(office, order, inquiry())
    kinds = [event.kind for event in casework.load(office, order).events]
    assert kinds[-3:] == ["CaseLinked", "CaseUnlinked", "InquiryRecorded"]
    case_merging.merge(office, order, lead, "还是同一件")
    assert lead_of(complaint(office, order)) is not None
    assert office.store.verify() == []


def test_it_ends_with_its_lead_after_its_own_source_was_answered(office: OpenOffice) -> None:
    lead, order = two(office)
    accept(office, lead)
    accept(office, order)
    case_merging.merge(office, order, lead, "同一争议")
    with pytest.raises(UserError, match="还没有回复12345"):
        case_merging.close_with_lead(office, order, on=TODAY, summary="见主办案件", by="王敏")
    casework.record(
        office, order, Replied(to="source", on=TODAY, method="internet", by="王敏", text="已并案办理")
    )
    with pytest.raises(UserError, match=r"主办案件消投〔2026〕1号还没有办结（办理中）"):
        case_merging.close_with_lead(office, order, on=TODAY, summary="见主办案件", by="王敏")
    casework.record(
        office,
        lead,
        MediationTerminated(decided_on=TODAY, grounds=("1",), facts="撤回投诉", by="王敏"),
        *(
            PartyNotified(
                matter="termination", party=party, method="phone", at=NOON, by="王敏", result="reached"
            )
            for party in ("complainant", "respondent")
        ),
    )
    case_merging.close_with_lead(office, order, on=TODAY, summary="见主办案件", by="王敏")
    assert complaint(office, order).phase == "closed"
    with pytest.raises(UserError, match="已经随主办案件结案"):
        case_merging.part(office, order, "不是同一件")
    with pytest.raises(UserError, match="没有并入其他案件"):
        case_merging.close_with_lead(office, lead, on=TODAY, summary="甲", by="王敏")


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_demanded(office: OpenOffice, reason: str) -> None:
    lead, order = two(office)
    with pytest.raises(InvalidFields):
        case_merging.merge(office, order, lead, reason)
    assert complaint(office, lead).links == []


def test_no_chains_no_circles_no_self(office: OpenOffice) -> None:
    lead, order = two(office)
    third = register_complaint(office, walk_in()).case_id
    with pytest.raises(UserError, match="它自己"):
        case_merging.merge(office, lead, lead, "甲")
    case_merging.merge(office, order, lead, "甲")
    with pytest.raises(UserError, match="请直接并入消投〔2026〕1号"):
        case_merging.merge(office, third, order, "甲")
    with pytest.raises(UserError, match="是消投〔2026〕2号的主办案件"):
        case_merging.merge(office, lead, third, "甲")
    with pytest.raises(UserError, match="已经并入消投"):
        case_merging.merge(office, order, third, "甲")
    case_merging.merge(office, third, lead, "甲")
    assert len(absorbed_by(complaint(office, lead))) == 2


def test_a_refused_merger_writes_nothing_anywhere(office: OpenOffice) -> None:
    lead, order = two(office)
    case_merging.merge(office, order, lead, "甲")
    events = office.store.log.count()
    for absorbed, into in ((order, lead), (lead, order), (lead, lead)):
        with pytest.raises(UserError):
            case_merging.merge(office, absorbed, into, "乙")
    with pytest.raises(UserError, match="没有并入其他案件"):
        case_merging.part(office, lead, "乙")
    assert office.store.log.count() == events


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_no_walk_breaks_the_mergers(tmp_path: Path, seed: int) -> None:
    """Random mergers, partings and acts: every tie stands in both streams, one level, events only grow."""
    dice = random.Random(seed)
    office = found(tmp_path / str(seed))
    try:
        cases = [register_complaint(office, walk_in()).case_id for _ in range(4)]
        counts = dict.fromkeys(cases, 1)
        for _ in range(14):
            one, other = dice.choice(cases), dice.choice(cases)
            act = dice.choice(("merge", "merge", "part", "accept", "inquire"))
            try:
                if act == "merge":
                    case_merging.merge(office, one, other, "同一争议")
                elif act == "part":
                    case_merging.part(office, one, "不是同一件")
                elif act == "accept":
                    accept(office, one)
                else:
                    casework.record(office, one, inquiry())
            except UserError:
                continue
            finally:
                _mergers_hold(office, cases, counts)
        assert office.store.verify() == []
    finally:
        office.close()


def _mergers_hold(office: OpenOffice, cases: list[str], counts: dict[str, int]) -> None:
    views = {case_id: casework.load(office, case_id) for case_id in cases}
    for case_id, view in views.items():
        lead = lead_of(view.case)
        led = [link.other for link in absorbed_by(view.case)]
        assert lead is None or not led, "a lead is not absorbed"
        if lead is not None:
            assert case_id in [link.other for link in absorbed_by(views[lead.other].case)]
            assert view.case.phase in ("registered", "accepted")
        for other in led:
            tie = lead_of(views[other].case)
            assert tie is not None
            assert tie.other == case_id
        assert len(view.events) >= counts[case_id], "nothing is ever deleted"
        counts[case_id] = len(view.events)
        assert view.case.number
