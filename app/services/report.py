"""举报: registering, completing, and a clue met in mediation that becomes a report of its own (诉转案)."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.intake import registration_problems
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.report.events import ReportAmended, ReportRegistered, TestingEnded, TestingStarted
from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.kinds.report.intake import normal_form, report_problems, reporter_problems
from app.domain.kinds.report.kind import KIND
from app.domain.kinds.report.state import Report
from app.domain.matter.facts import Business, Origin
from app.domain.matter.fold import amended_origin
from app.services import casework, drafts, linking, new_case
from app.services.changes import Changes
from app.services.new_case import Registered
from app.services.office import OpenOffice
from app.services.registration import register_complaint

TURNED = "turned_report"


def register_report(
    office: OpenOffice, form: ReportForm, *, draft: tuple[str, str] | None = None, identity: str = ""
) -> Registered:
    """Write a new report under the next number of its year (消举〔2026〕1号).

    `draft` (form, key) is what it was typed as; it is forgotten in the same transaction. `identity` is the
    办理身份, the office's own when not given. Raises InvalidFields with every problem by field path.
    """
    form = _normal(office, form)

    def made(given: new_case.Numbered) -> ReportRegistered:
        return ReportRegistered(
            number=given.number,
            serial=given.serial,
            rule_set=given.rule_set,
            identity=given.identity,
            origin=form.origin,
            reporter=form.reporter,
            respondent=form.respondent,
            clue=form.clue,
            discovered=form.discovered,
        )

    return new_case.begin(office, KIND, form.origin.received_on, made, identity=identity, draft=draft)


class Both(msgspec.Struct, frozen=True, kw_only=True):
    """One submission registered as two linked cases (办法第9条). `case_id` is the complaint's."""

    complaint: Registered
    report: Registered
    changes: Changes = Changes.CASES

    @property
    def case_id(self) -> str:
        """The complaint, from which the report is one click away."""
        return self.complaint.case_id

    @property
    def number(self) -> str:
        """Both numbers."""
        return f"{self.complaint.number}、{self.report.number}"


def register_both(
    office: OpenOffice,
    complaint: Registration,
    report: ReportForm,
    *,
    draft: tuple[str, str] | None = None,
) -> Both:
    """One submission becomes a complaint and a report, each with number and clock, or neither.

    Both problems of one form are told at once. Raises InvalidFields by the paths of the two forms.
    """
    today = office.clock.today()
    problems = registration_problems(complaint, today) | report_problems(_normal(office, report), today)
    if problems:
        raise InvalidFields(problems)
    with office.store.transaction():
        first = register_complaint(office, complaint)
        second = register_report(office, report)
        linking.link(office, "split", first.case_id, second.case_id, note="同时提出投诉和举报，分别处理")
        if draft is not None:
            drafts.discard(office, *draft)
    return Both(complaint=first, report=second)


def turn_into_report(
    office: OpenOffice,
    complaint_id: str,
    *,
    subject: str,
    facts: str,
    found_on: dt.date,
    by: str,
    version: int | None = None,
) -> Registered:
    """诉转案 (办法第27条): a clue met in a complaint becomes a report, tied to it, with the clock of 核查.

    The complaint goes on: mediation does not free the business from what the law demands of it besides.
    """
    problems = {}
    if not facts.strip():
        problems["facts"] = "请填写涉嫌违法的线索和发现经过"
    if not by.strip():
        problems["by"] = "请填写发现人"
    with office.store.transaction():
        case = casework.load(office, complaint_id).as_a(Complaint)
        if case.origin is not None and found_on < case.origin.received_on:
            problems["found_on"] = f"发现日期不能早于投诉的收到日期（{case.origin.received_on}）"
        if found_on > office.clock.today():
            problems["found_on"] = "发现日期不能晚于今天"
        if problems:
            raise InvalidFields(problems)
        shop = case.respondent
        form = ReportForm(
            origin=Origin(channel=case.origin.channel if case.origin else "visit", received_on=found_on),
            respondent=Business(
                name=shop.name,
                credit_code=shop.credit_code,
                contact=shop.contact,
                phone=shop.phone,
                address=shop.address,
                legal_rep=shop.legal_rep,
            ),
            clue=Clue(
                subject=subject,
                category=case.deal.category,
                facts=facts,
                recorded_by=by,
            ),
            discovered=True,
        )
        made = register_report(office, form)
        linking.link(office, TURNED, complaint_id, made.case_id, note=subject, source_version=version)
    return made


def amend(
    office: OpenOffice, case_id: str, form: ReportForm, reason: str, version: int | None = None
) -> Changes:
    """Complete or correct a report, its reporter excepted; only the parts that differ are written."""
    case = casework.load(office, case_id).as_a(Report)
    form = _normal(office, msgspec.structs.replace(form, reporter=case.reporter, discovered=case.discovered))
    origin = amended_origin(form.origin, case.origin)
    event = ReportAmended(
        respondent=form.respondent if form.respondent != case.respondent else None,
        clue=form.clue if form.clue != case.clue else None,
        origin=origin if origin != case.origin else None,
        reason=reason.strip(),
    )
    return casework.record(office, case_id, event, version=version)


def name_reporter(
    office: OpenOffice, case_id: str, reporter: Reporter, reason: str, version: int | None = None
) -> Changes:
    """Put down who reported, or put it right, without showing what was there before."""
    case = casework.load(office, case_id).as_a(Report)
    if case.origin is None:
        raise ValueError("a report without registration")
    problems = reporter_problems(reporter, office.clock.today())
    if problems:
        raise InvalidFields(problems)
    tidied = normal_form(ReportForm(origin=case.origin, reporter=reporter), office.clock.today()).reporter
    return casework.record(
        office, case_id, ReportAmended(reporter=tidied, reason=reason.strip()), version=version
    )


def start_testing(
    office: OpenOffice,
    case_id: str,
    *,
    sort: str,
    institution: str,
    item: str,
    started_on: dt.date,
    version: int | None = None,
) -> Changes:
    """Something goes to be tested: the check stands still from this day (行政处罚程序规定第18条)."""
    case = casework.load(office, case_id).as_a(Report)
    event = TestingStarted(
        no=len(case.tests) + 1,
        sort=sort,
        institution=institution.strip(),
        item=item.strip(),
        started_on=started_on,
        by=office.operator.name,
    )
    return casework.record(office, case_id, event, version=version)


def end_testing(
    office: OpenOffice, case_id: str, *, ended_on: dt.date, conclusion: str, version: int | None = None
) -> Changes:
    """The finding came; the check runs again from the next day. UserError when nothing is being tested."""
    pending = casework.load(office, case_id).as_a(Report).testing()
    if pending is None:
        raise UserError("没有进行中的检测鉴定。")
    event = TestingEnded(no=pending.started.no, ended_on=ended_on, conclusion=conclusion.strip())
    return casework.record(office, case_id, event, version=version)


def _normal(office: OpenOffice, form: ReportForm) -> ReportForm:
    return normal_form(form, office.clock.today())
