"""Acts that only one kind knows: complaint, report, consultation."""

from __future__ import annotations

from app.domain.events import Event
from app.domain.kinds.complaint.facts import Complainant, Deal, Respondent
from app.domain.kinds.consultation.facts import Answer
from app.domain.kinds.report.facts import Clue, Reporter
from app.domain.kinds.report.state import RESULTS, TESTS
from app.domain.matter.facts import Business
from tests.walks.clerk import BY, HEAD, Desk, act, make

LAW = {"law": "中华人民共和国食品安全法", "article": "一百一十五"}


@act("ComplaintAmended")
def amend_complaint(d: Desk) -> list[Event]:
    if d.case.complete():
        return [
            make(
                "ComplaintAmended",
                complainant=Complainant(name="陈䶮", phone="13907925561", address="红旗村3组"),
                respondent=Respondent(name="宏达电器商行", address="中山路88号"),
                deal=Deal(demands=("refund",), facts="收取维修费。", amount=300_00),
                reason="补齐",
            )
        ]
    shop = Respondent(name=f"商行{d.rng.randrange(99)}", address="中山路")
    return [make("ComplaintAmended", respondent=shop, reason="核对营业执照")]


@act("AcceptanceDecided")
def decide_acceptance(d: Desk) -> list[Event]:
    """Accepted when nothing hinders it; what hinders it is asked of the rules themselves."""
    ground = d.rng.choice(d.rules.refusal_grounds).code
    refused = make(
        "AcceptanceDecided", accepted=False, decided_on=d.today, grounds=(ground,), facts="已受理", by=BY
    )
    if d.rng.random() < 0.2 or d.case.complete() or d.case.unproven(d.today):
        return [refused]
    return [make("AcceptanceDecided", accepted=True, decided_on=d.today, by=BY)]


@act("AbuseAssessed")
def assess(d: Desk) -> list[Event]:
    abusive = d.rng.random() < 0.5
    return [
        make(
            "AbuseAssessed",
            items=("2",) if abusive else (),
            facts="同类投诉三十六件",
            abusive=abusive,
            conclusion="综合判断",
            by=BY,
            on=d.today,
        )
    ]


@act("AppraisalStarted")
def appraise(d: Desk) -> list[Event]:
    ended = [a.reported.reported_on for a in d.case.appraisals if a.reported]
    if ended and max(ended) >= d.today:
        return []
    return [
        make(
            "AppraisalStarted",
            no=len(d.case.appraisals) + 1,
            institution="市质检所",
            chosen_by="agreed",
            item="压缩机",
            commissioned_on=d.today,
        )
    ]


@act("AppraisalReported")
def report_appraisal(d: Desk) -> list[Event]:
    no = d.case.appraisal_open().started.no
    return [make("AppraisalReported", no=no, reported_on=d.today, conclusion="存在质量问题")]


@act("ComplaintWithdrawn")
def withdraw(d: Desk) -> list[Event]:
    """After acceptance the mediation is terminated on that ground in the same step (办法第23条第一项)."""
    acting = d.case.standing.acting("complainant")
    if d.rng.random() < 0.6 or (acting is not None and acting.role != "guardian"):
        return []
    way = d.rng.choice(("withdrawn", "settled"))
    gone = make("ComplaintWithdrawn", way=way, on=d.today, method="phone", by=BY)
    if d.case.phase != "accepted":
        return [gone]
    ground = d.rules.withdrawal_ground
    ended = make("MediationTerminated", decided_on=d.today, grounds=(ground,), facts="撤回", by=BY)
    return [gone, ended]


@act("RespondentAdded")
def add_respondent(d: Desk) -> list[Event]:
    if len(d.case.co_respondents) > 2 or d.rng.random() < 0.6:
        return []
    no = len(d.case.co_respondents) + 2
    shop = Respondent(name=f"厂家{no}", address="工业园")
    return [make("RespondentAdded", no=no, respondent=shop, reason="生产者", on=d.today, by=BY)]


@act("RespondentWithdrawn")
def strike_respondent(d: Desk) -> list[Event]:
    owing = {p.obligation.obligor for p in d.open_promises()}
    free = [c for c in d.case.co_respondents if c.withdrawn is None and c.party not in owing]
    if not free:
        return []
    no = d.rng.choice(free).added.no
    return [make("RespondentWithdrawn", no=no, reason="与本件无关", on=d.today, by=BY)]


# ---- report


@act("ReportAmended")
def amend_report(d: Desk) -> list[Event]:
    if d.rng.random() < 0.5:
        return [
            make("ReportAmended", clue=Clue(subject="超期", facts=f"新写{d.rng.randrange(9)}"), reason="补充")
        ]
    return [make("ReportAmended", respondent=Business(name="鲜品超市", address="中山路"), reason="核对")]


@act("name_reporter")
def name_reporter(d: Desk) -> list[Event]:
    named = Reporter(name="欧阳修远", phone="13907925561", address="红旗村")
    return [make("ReportAmended", reporter=d.rng.choice((named, Reporter(anonymous=True))), reason="补记")]


@act("IdentityViewed")
def view_identity(d: Desk) -> list[Event]:
    return [make("IdentityViewed", by=BY, role="clerk", reason="核对联系方式", at=d.noon)]


@act("DisclosureAllowed")
def allow_disclosure(d: Desk) -> list[Event]:
    return [make("DisclosureAllowed", what="购货单", reason="调解需要", approved_by=HEAD, on=d.today, by=BY)]


@act("TestingStarted")
def start_test(d: Desk) -> list[Event]:
    ended = [one.ended.ended_on for one in d.case.tests if one.ended]
    if ended and max(ended) >= d.today:
        return []
    return [
        make(
            "TestingStarted",
            no=len(d.case.tests) + 1,
            sort=d.rng.choice(list(TESTS)),
            institution="市检验中心",
            item="豆干",
            started_on=d.today,
            by=BY,
        )
    ]


@act("TestingEnded")
def end_test(d: Desk) -> list[Event]:
    no = d.case.testing().started.no
    return [make("TestingEnded", no=no, ended_on=d.today, conclusion="不合格")]


@act("CheckExtended")
def extend_check(d: Desk) -> list[Event]:
    due = d.limit()
    if due is not None and d.today > due:
        return []
    return [make("CheckExtended", reason="外地协查", approved_by=HEAD, approved_on=d.today, by=BY)]


@act("ReceiptRecorded")
def receipt(d: Desk) -> list[Event]:
    return [make("ReceiptRecorded", unit="执法大队", receiver="胡队长", on=d.today, by=BY)]


@act("OpeningDecided")
def decide_opening(d: Desk) -> list[Event]:
    opened = d.rng.random() < 0.5
    return [
        make("OpeningDecided", opened=opened, decided_on=d.today, facts="现场查见", approved_by=HEAD, by=BY)
    ]


@act("ReportConcluded")
def conclude(d: Desk) -> list[Event]:
    sort = d.rng.choice(list(RESULTS))
    return [make("ReportConcluded", sort=sort, text="罚款二千元", on=d.today, by=BY)]


@act("ResultNoticeJudged")
def judge_notice(d: Desk) -> list[Event]:
    owed = d.rng.random() < 0.5
    return [make("ResultNoticeJudged", owed=owed, on=d.today, by=BY, **(LAW if owed else {}))]


@act("RepeatConfirmed")
def confirm_repeat(d: Desk) -> list[Event]:
    if d.rng.random() < 0.6:
        return []
    return [
        make(
            "RepeatConfirmed",
            first="earlier",
            number="消举〔2026〕9号",
            facts="同一批豆干",
            on=d.today,
            by=BY,
        )
    ]


@act("CompetenceDenied")
def deny_competence(d: Desk) -> list[Event]:
    if d.rng.random() < 0.6:
        return []
    return [
        make(
            "CompetenceDenied",
            within=True,
            where="邻县市场监管局",
            reason="行为地不在本县",
            on=d.today,
            by=BY,
        )
    ]


@act("ReportTransferred")
def transfer(d: Desk) -> list[Event]:
    if d.rng.random() < 0.6:
        return []
    return [
        make(
            "ReportTransferred",
            to=d.rng.choice(("police", "department")),
            receiver="江安县公安局",
            facts="涉嫌犯罪",
            basis="行政处罚法第27条",
            approved_by=HEAD,
            on=d.today,
            by=BY,
        )
    ]


# ---- consultation


@act("ConsultationAmended")
def amend_consultation(d: Desk) -> list[Event]:
    answer = Answer(
        question=f"预付卡能退吗{d.rng.randrange(99)}",
        answer="可以。",
        method="phone",
        answered_on=d.case.origin.received_on,
        by=BY,
    )
    return [] if answer == d.case.answer else [make("ConsultationAmended", answer=answer, reason="写错")]
