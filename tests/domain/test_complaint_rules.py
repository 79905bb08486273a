"""Single rules of a complaint, each with the sentence a clerk would read."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Obligation
from app.domain.kinds.complaint.kind import KIND
from app.domain.kinds.complaint.stages import stage
from app.domain.kinds.complaint.timing import deadlines
from tests.complaint_walks import moment
from tests.domain.complaints import PROCEDURE, Walker, duty
from tests.domain.shipped_data import shipped_calendar


def rows(walker: Walker):
    return {
        r.clock: r
        for r in deadlines(
            walker.case, walker.rules, shipped_calendar(), roll="holiday_block", limit="earlier"
        )
    }


def test_a_walk_in_is_answered_within_seven_working_days_of_receipt() -> None:
    walker = Walker(dt.date(2026, 4, 30))
    clock = rows(walker)["complaint.acceptance"]
    assert clock.due_on == dt.date(2026, 5, 13)
    assert clock.done_on is None
    walker.day(5).accept()
    assert rows(walker)["complaint.acceptance"].done_on == dt.date(2026, 5, 5)


def test_deciding_is_not_telling() -> None:
    walker = Walker()
    walker.write(e.AcceptanceDecided(accepted=True, decided_on=walker.today, by="王敏"))
    assert rows(walker)["complaint.acceptance"].done_on is None
    step = KIND.steps.next_step(PROCEDURE, walker.case)
    assert step is not None
    assert step.name == "notify"
    unreached = e.PartyNotified(
        matter="acceptance",
        party="complainant",
        method="phone",
        at=moment(walker.today),
        by="王敏",
        result="unreached",
    )
    walker.write(unreached)
    assert rows(walker)["complaint.acceptance"].done_on is None
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "notify"


def test_an_appraisal_stops_the_sixty_days_and_both_ends_are_left_out() -> None:
    walker = Walker(dt.date(2026, 5, 6)).accept()
    assert rows(walker)["complaint.mediation"].due_on == dt.date(2026, 7, 5)
    walker.day(14)
    walker.write(
        e.AppraisalStarted(
            no=1, institution="市质检所", chosen_by="agreed", item="瓷砖", commissioned_on=walker.today
        )
    )
    assert rows(walker)["complaint.mediation"].due_on is None
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "report_appraisal"
    walker.day(21)
    walker.write(e.AppraisalReported(no=1, reported_on=walker.today, conclusion="合格"))
    assert rows(walker)["complaint.mediation"].due_on == dt.date(2026, 7, 27)


@pytest.mark.parametrize(("received", "grounds"), [(dt.date(2026, 4, 14), 6), (dt.date(2026, 4, 15), 7)])
def test_the_grounds_of_refusal_follow_the_day_of_receipt(received: dt.date, grounds: int) -> None:
    walker = Walker(received)
    assert len(walker.rules.refusal_grounds) == grounds
    refusal = e.AcceptanceDecided(
        accepted=False, decided_on=walker.today, grounds=(str(grounds + 1),), facts="理由", by="王敏"
    )
    with pytest.raises(InvalidFields, match="重新选择"):
        walker.write(refusal)
    last = e.AcceptanceDecided(
        accepted=False, decided_on=walker.today, grounds=(str(grounds),), facts="理由", by="王敏"
    )
    walker.write(last)
    assert walker.case.phase == "refused"


def test_a_refusal_says_why() -> None:
    walker = Walker()
    with pytest.raises(InvalidFields) as caught:
        walker.write(e.AcceptanceDecided(accepted=False, decided_on=walker.today, grounds=("2",), facts=" "))
    assert "facts" in caught.value.problems


def test_an_incomplete_registration_cannot_be_accepted_but_can_be_refused() -> None:
    walker = Walker()
    walker.case.complainant = type(walker.case.complainant)(name="陈䶮")
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "amend"
    with pytest.raises(InvalidFields, match="投诉人电话、投诉人通讯地址"):
        walker.write(e.AcceptanceDecided(accepted=True, decided_on=walker.today))
    walker.write(e.AcceptanceDecided(accepted=False, decided_on=walker.today, grounds=("5",), facts="未提供"))


def test_sixty_days_must_have_passed_before_they_end_the_mediation() -> None:
    walker = Walker().accept()
    end = e.MediationTerminated(decided_on=walker.today, grounds=("5",), facts="期限届满")
    with pytest.raises(InvalidFields, match="2026-07-05"):
        walker.write(end)
    walker.day(60)
    with pytest.raises(InvalidFields):
        walker.write(e.MediationTerminated(decided_on=walker.today, grounds=("5",), facts="期限届满"))
    walker.day(1)
    walker.write(e.MediationTerminated(decided_on=walker.today, grounds=("5",), facts="期限届满"))
    clock = rows(walker)["complaint.termination-notice"]
    assert clock.due_on == dt.date(2026, 7, 15)
    walker.tell("termination", "complainant")
    assert rows(walker)["complaint.termination-notice"].done_on is None
    walker.tell("termination", "respondent")
    assert rows(walker)["complaint.termination-notice"].done_on == walker.today


def test_when_sixty_days_are_over_the_law_wants_an_end() -> None:
    walker = Walker().accept().consent().talk("continue").day(61)
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "schedule_session"
    due = rows(walker)["complaint.mediation"].due_on
    over = KIND.lapsed("complaint.mediation", due, walker.today)
    assert KIND.steps.next_step(PROCEDURE, walker.case, over).name == "terminate"
    assert KIND.lapsed("complaint.mediation", due, due) == frozenset()
    assert KIND.lapsed("complaint.mediation.60d", due, walker.today) == over


def test_nobody_is_mediated_against_their_will() -> None:
    walker = Walker().accept().consent(respondent=False)
    offered = {c.name: c for c in KIND.choices(PROCEDURE, walker.case)}
    assert offered["schedule_session"].reason.startswith("被投诉人不同意调解")
    assert offered["terminate"].next_step
    with pytest.raises(UserError, match="不同意调解"):
        walker.talk("agreed")


def test_a_session_face_to_face_is_announced_first() -> None:
    walker = Walker().accept().consent()
    with pytest.raises(UserError, match="提前告知"):
        walker.talk("agreed", mode="face")
    walker.write(
        e.SessionScheduled(
            no=1, at=moment(walker.today, 15), place="调解室", mode="face", mediators=("李强",)
        )
    )
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "notify"
    walker.tell("session", "complainant", 1).tell("session", "respondent", 1)
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "hold_session"
    walker.talk("agreed", mode="face")


def test_an_agreement_needs_a_session_in_which_it_was_reached() -> None:
    walker = Walker().accept().consent()
    with pytest.raises(UserError, match="先记录调解"):
        walker.agree(duty(1, 100, walker.today))
    walker.talk("continue")
    with pytest.raises(UserError, match="先记录调解"):
        walker.agree(duty(1, 100, walker.today))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"amount": 0}, "金额应当大于零"),
        ({"due_on": dt.date(2026, 5, 5)}, "早于协议日期"),
        ({"method": " "}, "没有写明履行方式"),
        ({"obligor": "somebody"}, "没有写明由谁履行"),
        ({"no": 2}, "序号应当连续"),
        ({"kind": "act", "amount": 0}, "没有写明履行内容"),
        ({"kind": "goods"}, "不填金额"),
    ],
)
def test_every_obligation_says_who_what_when_how(change: dict[str, object], sentence: str) -> None:
    walker = Walker().accept().consent().talk("agreed")
    good = {f: getattr(duty(1, 100, walker.today), f) for f in Obligation.__struct_fields__}
    with pytest.raises(InvalidFields, match=sentence):
        walker.agree(Obligation(**(good | change)))


def test_instalments_late_urged_and_paid_in_full() -> None:
    walker = Walker().accept().consent().talk("agreed")
    first, second = walker.today + dt.timedelta(days=30), walker.today + dt.timedelta(days=60)
    walker.agree(duty(1, 70_000, first), duty(2, 74_100, second))
    assert stage(walker.case) == "execution"
    walker.pay(30_000).day(31)
    urgent = KIND.most_urgent(walker.case, tuple(rows(walker).values()))
    assert urgent is not None
    assert urgent.clock == "promise.1"
    assert urgent.due_on == first
    with pytest.raises(InvalidFields, match="尚欠的 400"):
        walker.pay(40_001)
    walker.write(e.ObligationUrged(obligation_no=1, on=walker.today, method="phone", by="王敏"))
    walker.pay(40_000)
    with pytest.raises(UserError, match="已经了结"):
        walker.pay(1)
    walker.pay(74_100, 2)
    assert walker.case.phase == "performed"
    assert walker.case.recovered() == 144_100


def test_a_breach_is_declared_only_after_the_date_and_with_advice() -> None:
    walker = Walker().accept().consent().talk("agreed")
    due = walker.today + dt.timedelta(days=10)
    walker.agree(duty(1, 70_000, due), duty(2, 70_000, due)).pay(70_000, 2)
    broken = e.ObligationBreached(obligation_no=1, on=walker.today, facts="拒付", advice="可以起诉")
    with pytest.raises(InvalidFields, match="还没有过"):
        walker.write(broken)
    walker.day(11)
    with pytest.raises(InvalidFields, match="救济途径"):
        walker.write(e.ObligationBreached(obligation_no=1, on=walker.today, facts="拒付", advice=""))
    walker.write(e.ObligationBreached(obligation_no=1, on=walker.today, facts="拒付", advice="可以起诉"))
    assert walker.case.phase == "breached"
    assert walker.case.recovered() == 70_000


def performed() -> Walker:
    walker = Walker().accept().consent().talk("agreed")
    return walker.agree(duty(1, 100, walker.today)).pay(100)


def test_the_dispatching_body_waits_for_an_answer_too() -> None:
    walker = performed()
    wanted = walker.case.replies_due()
    assert wanted[0] == "complainant"
    for who in list(wanted):
        assert walker.case.phase == "performed"
        walker.reply(who)
    assert walker.case.phase == "replied"


def finish_replies(walker: Walker) -> Walker:
    for who in walker.case.replies_due():
        walker.reply(who)
    return walker


def unhappy(walker: Walker, reason: str = "") -> e.FollowedUp:
    return e.FollowedUp(
        on=walker.today,
        method="phone",
        by="王敏",
        reached=True,
        satisfaction="unsatisfied",
        no_return_reason=reason,
    )


def test_an_unsatisfied_follow_up_opens_a_second_round() -> None:
    walker = finish_replies(performed())
    with pytest.raises(InvalidFields, match="重新办理"):
        walker.write(unhappy(walker, "投诉人无理要求"))
    walker.write(unhappy(walker), e.CaseReturned(on=walker.today, reason="仍要求道歉"))
    assert (walker.case.phase, walker.case.round) == ("accepted", 2)
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "record_consent"
    walker.consent().talk("failed")
    assert KIND.steps.next_step(PROCEDURE, walker.case).name == "terminate"
    walker.write(e.MediationTerminated(decided_on=walker.today, grounds=("3",), facts="无法达成"))
    walker.tell("termination", "complainant").tell("termination", "respondent")
    finish_replies(walker)
    walker.write(unhappy(walker, "诉求已依法答复"))
    assert walker.case.phase == "followed_up"
    assert walker.case.recovered() == 100


def test_three_calls_in_vain_are_enough() -> None:
    walker = finish_replies(performed())
    for count in range(3):
        assert walker.case.phase == "replied", count
        walker.write(e.FollowedUp(on=walker.today, method="phone", by="王敏", reached=False))
    assert walker.case.phase == "followed_up"


def test_a_closed_case_is_filed_and_then_can_only_be_taken_up_again() -> None:
    walker = finish_replies(performed())
    walker.write(
        e.FollowedUp(on=walker.today, method="phone", by="王敏", reached=True, satisfaction="satisfied"),
        e.CaseClosed(on=walker.today, summary="已履行", by="王敏"),
        e.CaseFiled(on=walker.today, volume="2026-1", retention="d10", pages=9, by="王敏"),
    )
    assert walker.case.phase == "filed"
    assert [c.name for c in KIND.choices(PROCEDURE, walker.case) if c.allowed] == ["reopen"]
    assert KIND.most_urgent(walker.case, tuple(rows(walker).values())) is None


def test_a_future_day_is_never_a_fact() -> None:
    walker = Walker()
    tomorrow = walker.today + dt.timedelta(days=1)
    with pytest.raises(InvalidFields, match="不能晚于今天"):
        walker.write(e.AcceptanceDecided(accepted=True, decided_on=tomorrow))
    with pytest.raises(InvalidFields, match="不能早于收到日期"):
        walker.write(e.AcceptanceDecided(accepted=True, decided_on=walker.today - dt.timedelta(days=1)))


def test_the_day_of_receipt_may_not_cross_into_another_law() -> None:
    walker = Walker(dt.date(2026, 4, 15))
    assert walker.case.origin is not None
    moved = type(walker.case.origin)(channel="visit", received_on=dt.date(2026, 4, 14))
    with pytest.raises(InvalidFields, match="新旧办法"):
        walker.write(e.ComplaintAmended(origin=moved, reason="写错"))


def test_an_old_case_shows_both_mediation_limits_and_counts_the_earlier() -> None:
    walker = Walker(dt.date(2026, 1, 12)).accept()
    found = rows(walker)
    assert found["complaint.mediation"].due_on == dt.date(2026, 3, 20)
    assert found["complaint.mediation.60d"].due_on == dt.date(2026, 3, 13)
    urgent = KIND.most_urgent(walker.case, tuple(found.values()))
    assert urgent is not None
    assert urgent.clock == "complaint.mediation.60d"
