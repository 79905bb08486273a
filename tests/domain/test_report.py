"""A report's own rules: clocks, extension, repeat, new facts, sealed identity, 第36条."""

from __future__ import annotations

import datetime as dt
import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.report import events as e
from app.domain.kinds.report.facts import Clue, Reporter
from app.domain.kinds.report.identity import ANONYMOUS, BLOTTED, SEALED, blotted, may_look, same_reporter
from app.domain.kinds.report.kind import KIND
from app.domain.kinds.report.state import PHASES
from app.domain.kinds.report.timing import CHECK, CLUE_CHECK, OPENING_NOTICE
from app.domain.matter import competence as c
from app.domain.matter import events as m
from app.domain.matter.extra_clocks import dispute_rows
from app.domain.matter.facts import Origin
from app.domain.matter.timing import Timing
from app.domain.office import Office
from tests.domain.reports import PROCEDURE, RECEIVED, REPORTER, Walker
from tests.domain.shipped_data import shipped_calendar, shipped_rules

DAY = dt.timedelta(days=1)
OLD, NEW = dt.date(2026, 4, 14), dt.date(2026, 4, 15)


# ---------------------------------------------------------------- a second, naive implementation


def naive_end(start: dt.date, length: int, pauses: list[tuple[dt.date, dt.date]] = []) -> dt.date:  # noqa: B006
    """Count working days one by one, days of a pause left out."""
    day, left = start, length
    while left:
        day += DAY
        paused = any(first <= day <= last for first, last in pauses)
        if not paused and shipped_calendar().is_workday(day):
            left -= 1
    return day


def test_on_every_start_day_the_clocks_agree_with_counting_by_hand() -> None:
    day = dt.date(2020, 1, 1)
    while day <= dt.date(2026, 12, 31):
        walker = Walker(day)
        assert walker.due() == naive_end(day, 15), day
        found = Walker(day, discovered=True, reporter=Reporter())
        assert found.due(CLUE_CHECK) == naive_end(day, 15), day
        walker.extend(day)
        assert walker.due() == naive_end(day, 30), day
        walker.decide(False)
        notice = [row.due_on for row in walker.rows() if row.clock == OPENING_NOTICE]
        assert notice == ([naive_end(day, 5)] if day <= OLD else []), day
        dispute = Walker(day).write(c.CompetenceDisputed(other="某局", reason="都有", on=day, by="王敏"))
        timing = Timing(rules=dispute.rules, calendar=shipped_calendar(), office=Office())
        assert [row.due_on for row in dispute_rows(dispute.case, timing)] == [naive_end(day, 7)], day
        day += DAY


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2026, 9, 30)),
    st.integers(0, 30),
    st.integers(0, 60),
    st.booleans(),
)
@settings(max_examples=120)
def test_days_of_a_test_are_left_out(start: dt.date, after: int, long: int, extended: bool) -> None:
    first = start + after * DAY
    last = first + long * DAY
    walker = Walker(start)
    if extended:
        walker.extend(start)
    due = walker.due()
    assert due is not None
    walker.test(first, last)
    pauses = [(first, last)]
    assert walker.due() == naive_end(start, 30 if extended else 15, pauses)
    if first > due:
        assert walker.due() == due  # begun after the end: nothing is left to stand still


def test_a_test_over_the_last_day_moves_it_and_has_no_date_while_it_runs() -> None:
    walker = Walker(RECEIVED)
    due = walker.due()
    assert due == dt.date(2026, 5, 26)
    walker.test(due - DAY, None)
    assert walker.due() is None
    walker.on(due + 10 * DAY).write(e.TestingEnded(no=1, ended_on=due + 10 * DAY, conclusion="合格"))
    # The last two working days of the period come after the report.
    assert walker.due() == naive_end(due + 10 * DAY, 2)


def test_the_rule_sets_meet_between_the_14th_and_15th_of_april() -> None:
    old, new = Walker(OLD), Walker(NEW)
    assert (old.case.rule_set, new.case.rule_set) == ("R2020", "R2026")
    assert (old.due(), new.due()) == (naive_end(OLD, 15), naive_end(NEW, 15))
    for walker in (old, new):
        walker.decide(True)
    assert old.case.notices_due() == [("opening", "reporter")]
    assert new.case.notices_due() == []
    assert [row.clock for row in old.rows()] == [CHECK, OPENING_NOTICE]
    assert [row.clock for row in new.rows()] == [CHECK]
    papers = {paper.id: reason for paper, reason in KIND.paper_choices(PROCEDURE, old.case)}
    assert papers["opening_notice"] == ""
    assert papers["no_opening_notice"]
    assert {p.id: r for p, r in KIND.paper_choices(PROCEDURE, new.case)}["opening_notice"]
    # 第35条第2款 came with 令第121号.
    assert "暂行办法" in Walker(OLD).choice("confirm_repeat")
    assert Walker(NEW).choice("confirm_repeat") == ""


def test_an_extension_is_approved_on_the_last_day_at_the_latest_and_once() -> None:
    due = Walker(RECEIVED).due()
    assert due is not None
    walker = Walker(RECEIVED).extend(due)
    assert walker.due() == naive_end(RECEIVED, 30)
    assert "延长过一次" in walker.choice("extend_check")
    with pytest.raises(InvalidFields) as caught:
        Walker(RECEIVED).extend(due + DAY)
    assert "届满" in caught.value.problems["approved_on"]
    with pytest.raises(InvalidFields) as caught:
        Walker(RECEIVED).write(e.CheckExtended(reason="", approved_by="", approved_on=RECEIVED, by="王敏"))
    assert set(caught.value.problems) == {"reason", "approved_by"}


def test_an_extension_can_be_approved_while_a_test_stands_over_the_last_day() -> None:
    due = Walker(RECEIVED).due()
    assert due is not None
    walker = Walker(RECEIVED).test(due, None).extend(due + 5 * DAY)
    assert walker.case.extension() is not None


def new_facts(received: dt.date) -> e.NewFactsAdded:
    return e.NewFactsAdded(
        other="r2", number="消举〔2026〕2号", received_on=received, facts="又发现仓库改动日期", by="王敏"
    )


def test_new_facts_count_the_period_anew_and_an_extension_belongs_to_its_period() -> None:
    later = dt.date(2026, 5, 20)
    walker = Walker(RECEIVED).extend(dt.date(2026, 5, 8)).on(later).write(new_facts(later))
    assert walker.due() == naive_end(later, 15)
    assert "第35条" in walker.rows()[0].basis
    walker.extend(later)
    assert walker.due() == naive_end(later, 30)
    undone = m.CaseUnlinked(relation="merged", other="r2", on=later, by="王敏", reason="误并")
    KIND.apply(undone, walker.case)
    assert walker.due() == naive_end(RECEIVED, 30)  # the first extension counts again


def test_new_facts_after_a_refusal_put_the_question_again() -> None:
    walker = Walker(RECEIVED).decide(False, dt.date(2026, 5, 12))
    later = dt.date(2026, 6, 1)
    walker.on(later).write(new_facts(later))
    assert (walker.case.phase, walker.case.opening, len(walker.case.past_openings)) == ("registered", None, 1)
    assert walker.due() == naive_end(later, 15)
    assert walker.rows()[0].done_on is None


def test_new_facts_of_an_opened_case_move_no_clock() -> None:
    walker = Walker(RECEIVED).decide(True, dt.date(2026, 5, 12))
    due = walker.due()
    walker.on(dt.date(2026, 6, 1)).write(new_facts(dt.date(2026, 6, 1)))
    assert (walker.due(), walker.case.phase) == (due, "opened")


def test_a_repeat_ends_without_being_handled_again() -> None:
    walker = Walker(RECEIVED).write(
        e.RepeatConfirmed(first="r0", number="消举〔2026〕9号", facts="同一批豆干", on=RECEIVED, by="王敏")
    )
    assert walker.case.phase == "repeated"
    assert walker.rows()[0].done_on == RECEIVED
    assert walker.next_step() == "close"
    anonymous = Walker(RECEIVED, reporter=Reporter(anonymous=True))
    assert "匿名" in anonymous.choice("confirm_repeat")


def test_the_result_is_told_only_where_a_law_demands_it() -> None:
    walker = Walker(RECEIVED).decide(False)
    assert walker.next_step() == "judge_notice"
    assert "第36条" in walker.choice("close")
    assert walker.judge(owed=False).next_step() == "close"
    owed = Walker(RECEIVED).decide(False).judge(owed=True)
    assert owed.case.notices_due() == [("result", "reporter")]
    assert owed.next_step() == "notify"
    assert owed.choice("close")
    assert owed.tell("result", "unreached").choice("close")
    assert owed.tell("result").next_step() == "close"
    with pytest.raises(InvalidFields) as caught:
        Walker(RECEIVED).decide(False).write(e.ResultNoticeJudged(owed=True, on=RECEIVED, by="王敏"))
    assert set(caught.value.problems) == {"law", "article"}


def test_an_anonymous_reporter_is_told_nothing_and_can_be_closed() -> None:
    walker = Walker(OLD, reporter=Reporter(anonymous=True)).decide(False)
    assert walker.case.notices_due() == []
    assert walker.choice("close") == ""
    assert [row.clock for row in walker.rows()] == [CHECK]
    with pytest.raises(InvalidFields):
        Walker(OLD, reporter=Reporter(anonymous=True, name="欧阳修远"))


def test_no_competence_is_told_to_the_reporter_and_names_where_to_go() -> None:
    def denied(where: str) -> e.CompetenceDenied:
        return e.CompetenceDenied(within=True, where=where, reason="行为发生在邻县", on=RECEIVED, by="王敏")

    with pytest.raises(InvalidFields):
        Walker(RECEIVED).write(denied(""))
    walker = Walker(RECEIVED).write(denied("瑞河县市场监督管理局"))
    assert walker.case.notices_due() == [("competence", "reporter")]
    assert walker.tell("competence").next_step() == "close"


def test_a_transfer_to_the_police_goes_on_one_to_another_department_ends_here() -> None:
    def transfer(to: str) -> e.ReportTransferred:
        return e.ReportTransferred(
            to=to,
            receiver="公安局",
            facts="夹带",
            basis="办法第42条",
            approved_by="周所长",
            on=RECEIVED,
            by="王",
        )

    assert Walker(RECEIVED).write(transfer("police")).case.phase == "registered"
    ended = Walker(RECEIVED).write(transfer("department"))
    assert ended.case.phase == "transferred"
    assert ended.case.notices_due() == [("competence", "reporter")]


def test_a_source_waits_for_an_answer() -> None:
    walker = Walker(
        RECEIVED, origin=Origin(channel="platform_12315", received_on=RECEIVED, source="12315")
    ).decide(False)
    walker.judge(owed=False)
    assert walker.next_step() == "reply"
    walker.write(m.Replied(to="source", on=RECEIVED, method="system", by="王敏", text="不予立案"))
    assert walker.next_step() == "close"


# ---------------------------------------------------------------- two levels of sight


def test_nothing_that_lists_know_tells_who_reported() -> None:
    clue = Clue(
        subject="欧阳修远举报过期食品", facts="我是欧阳修远，电话13907925561，住青山镇红旗村3组21号。"
    )
    walker = Walker(RECEIVED, clue=clue)
    shown = KIND.show(walker.case)
    told = msgspec.json.encode(shown).decode()
    for secret in (REPORTER.name, REPORTER.phone, REPORTER.address):
        assert secret not in told
    assert (shown.complainant, shown.phone, shown.sealed) == (SEALED, "", True)
    assert BLOTTED in shown.story
    row = KIND.summarise(walker.case, 1, PROCEDURE, walker.rows())
    assert "欧阳" not in str(row.search_texts) + row.complainant + row.subject
    assert walker.case.party_contact("reporter") == ("", "")
    assert walker.case.true_names()["reporter"] == REPORTER.name
    assert Walker(RECEIVED, reporter=Reporter(anonymous=True)).case.party_names()["reporter"] == ANONYMOUS


def test_a_single_character_is_not_blotted_everywhere() -> None:
    assert blotted("大大超市", Reporter(name="大")) == "大大超市"


@pytest.mark.parametrize(
    ("sight", "role", "own", "may"),
    [
        ("head_and_registrar", "head", False, True),
        ("head_and_registrar", "clerk", True, True),
        ("head_and_registrar", "clerk", False, False),
        ("head_and_registrar", "mediator", False, False),
        ("head", "clerk", True, False),
        ("head", "head", False, True),
        ("head_and_clerks", "clerk", False, True),
        ("head_and_clerks", "mediator", False, False),
    ],
)
def test_who_may_look(sight: str, role: str, own: bool, may: bool) -> None:
    assert may_look(sight, role, registered_it=own) is may


def test_a_name_alone_does_not_make_the_same_reporter() -> None:
    name = Reporter(name="王伟", phone="13907925561")
    assert same_reporter(name, Reporter(name="王伟", phone="13907925561"))
    assert not same_reporter(name, Reporter(name="王伟", phone="13907925562"))
    assert not same_reporter(Reporter(name="王伟"), Reporter(name="王伟"))
    assert same_reporter(Reporter(name="王伟", id_no="1x"), Reporter(name="王玮", id_no="1X"))
    assert not same_reporter(Reporter(anonymous=True), Reporter(anonymous=True))


def test_a_look_needs_a_reason_and_a_reporter() -> None:
    at = dt.datetime(2026, 5, 6, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    look = e.IdentityViewed(by="王敏", role="clerk", reason="联系补充线索", at=at)
    assert len(Walker(RECEIVED).write(look).case.looks) == 1
    with pytest.raises(InvalidFields):
        Walker(RECEIVED).write(msgspec.structs.replace(look, reason=" "))
    with pytest.raises(UserError):
        Walker(RECEIVED, reporter=Reporter(anonymous=True)).write(look)


# ---------------------------------------------------------------- random walks


def propose(walker: Walker, act: str, rng: random.Random) -> bool:
    """Carry out `act` as a clerk would; False when this walk does not take it."""
    today, case = walker.today, walker.case
    match act:
        case "start_testing":
            ended = [one.ended.ended_on for one in case.tests if one.ended is not None]
            if ended and ended[-1] >= today:
                return False
            walker.test(today, None)
        case "end_testing":
            pending = case.testing()
            assert pending is not None
            walker.write(e.TestingEnded(no=pending.started.no, ended_on=today, conclusion="不合格"))
        case "extend_check":
            due = walker.due()
            if due is not None and due < today:
                return False
            walker.extend(today)
        case "decide_opening":
            walker.decide(rng.random() < 0.5)
        case "confirm_repeat":
            walker.write(e.RepeatConfirmed(first="r0", number="9", facts="同", on=today, by="王"))
        case "deny_competence":
            walker.write(e.CompetenceDenied(within=False, where="", reason="外单位", on=today, by="王"))
        case "notify":
            walker.tell(case.notices_owed()[0][0], rng.choice(["reached", "unreached", "returned"]))
        case "conclude":
            walker.write(e.ReportConcluded(sort="penalty", text="罚款", on=today, by="王"))
        case "judge_notice":
            walker.judge(owed=rng.random() < 0.5)
        case "reply":
            walker.write(m.Replied(to="source", on=today, method="phone", by="王", text="已办"))
        case "close":
            walker.write(m.CaseClosed(on=today, summary="办结", by="王"))
        case "file":
            walker.write(m.CaseFiled(on=today, volume="1", retention="d10", pages=3, by="王"))
        case _:
            return False
    return True


@given(st.integers(0, 10**9), st.booleans(), st.sampled_from(["named", "anonymous"]))
@settings(max_examples=80)
def test_whatever_lawful_happens_a_report_keeps_its_promises(seed: int, old: bool, how: str) -> None:
    rng = random.Random(seed)
    reporter = REPORTER if how == "named" else Reporter(anonymous=True)
    origin = Origin(channel="platform_12315", received_on=OLD if old else NEW, source="12315")
    walker = Walker(origin.received_on, origin=origin, reporter=reporter)
    for _ in range(25):
        walker.today += rng.randrange(0, 4) * DAY
        allowed = [one for one in KIND.choices(PROCEDURE, walker.case) if one.allowed]
        if not allowed:
            break
        rng.shuffle(allowed)
        any(propose(walker, one.name, rng) for one in allowed)
        case = walker.case
        assert KIND.fold("r", walker.events) == case
        assert case.phase in PHASES
        assert sum(one.next_step for one in KIND.choices(PROCEDURE, case)) <= 1
        if case.phase in ("closed", "filed"):
            assert not case.notices_due()
            assert not case.replies_due()
            assert case.checked_on() is not None
        if case.phase != "void":
            assert walker.rows()[0].starts_on == case.counted_from
        assert SEALED not in case.party_names().values() or case.reporter.named
    if walker.case.phase not in KIND.done:
        assert walker.next_step() or (walker.case.phase == "opened" and walker.case.testing())
    assert shipped_rules().by_id(walker.case.rule_set).covers(origin.received_on)
