"""What a clerk does at one report of the demonstration, in the words of the stories."""

from __future__ import annotations

import datetime as dt

from app.domain.events import Event
from app.domain.kinds.report import events as e
from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.kinds.report.state import Report
from app.domain.matter.events import CaseClosed, PartyNotified
from app.domain.matter.facts import Business, Origin
from app.services import casework, investigation, papers, report, reporters
from app.services.demo.forms import TOWN
from app.services.demo.premises import MEDIATOR, OPERATOR
from app.services.office import OpenOffice

HEAD = "周国强"
"""Who approves, in the demonstration."""


class ReportScene:
    """One report on its way; `case_id` is there from the beginning or after `register`."""

    def __init__(self, office: OpenOffice, case_id: str = "") -> None:
        self.office = office
        self.case_id = case_id

    @property
    def case(self) -> Report:
        """The report as it stands."""
        return casework.load(self.office, self.case_id).as_a(Report)

    @property
    def today(self) -> dt.date:
        """The day the story has reached."""
        return self.office.clock.today()

    def register(self, form: ReportForm) -> None:
        """Register the report and print 举报登记表."""
        self.case_id = report.register_report(self.office, form).case_id
        self.paper("report_registration")

    def check(self, place: str, persons: str, text: str) -> None:
        """现场检查."""
        investigation.record_inquiry(
            self.office,
            self.case_id,
            form="visit",
            at=self.office.clock.now(),
            place=place,
            persons=persons,
            text=text,
            investigators=(MEDIATOR, OPERATOR),
            recorder=OPERATOR,
        )

    def received(self, unit: str, receiver: str) -> None:
        """办案机构签收."""
        self._record(e.ReceiptRecorded(unit=unit, receiver=receiver, on=self.today, by=OPERATOR))

    def tested(self, sort: str, institution: str, item: str) -> None:
        """送检测鉴定 today."""
        report.start_testing(
            self.office,
            self.case_id,
            sort=sort,
            institution=institution,
            item=item,
            started_on=self.today,
        )

    def found(self, conclusion: str) -> None:
        """The finding came."""
        report.end_testing(self.office, self.case_id, ended_on=self.today, conclusion=conclusion)

    def extended(self, reason: str) -> None:
        """The person in charge approves 15 more working days; the sheet is printed."""
        self._record(e.CheckExtended(reason=reason, approved_by=HEAD, approved_on=self.today, by=OPERATOR))
        self.paper("check_extension")

    def decide(self, facts: str, *, opened: bool, file_no: str = "") -> None:
        """立案 or 不予立案."""
        self._record(
            e.OpeningDecided(
                opened=opened,
                decided_on=self.today,
                facts=facts,
                approved_by=HEAD,
                by=OPERATOR,
                file_no=file_no,
            )
        )

    def conclude(self, text: str, document_no: str) -> None:
        """行政处罚."""
        self._record(
            e.ReportConcluded(sort="penalty", text=text, document_no=document_no, on=self.today, by=OPERATOR)
        )

    def judge(self, law: str = "", article: str = "") -> None:
        """第36条: told only with a law that demands it; then form 十 is printed."""
        self._record(
            e.ResultNoticeJudged(owed=bool(law), law=law, article=article, on=self.today, by=OPERATOR)
        )
        if law:
            self.paper("result_notice", to="reporter")

    def tell(self, matter: str, reason: str) -> None:
        """Look up who reported, with the reason, and tell them by telephone."""
        reporters.look(self.office, self.case_id, reason)
        self._record(
            PartyNotified(
                matter=matter,
                party="reporter",
                method="phone",
                at=self.office.clock.now(),
                by=OPERATOR,
                result="reached",
            )
        )

    def close(self, summary: str) -> None:
        """结案."""
        self._record(CaseClosed(on=self.today, summary=summary, by=OPERATOR))

    def paper(self, name: str, to: str = "") -> None:
        """Issue a paper of the report."""
        papers.issue(self.office, papers.PaperOrder(case_id=self.case_id, paper=name, to=to))

    def _record(self, event: Event) -> None:
        casework.record(self.office, self.case_id, event)


def report_form(
    received: dt.datetime, reporter: Reporter, shop: Business, clue: Clue, *, channel: str = "visit"
) -> ReportForm:
    """A report received at that moment; only a visit is 现场."""
    origin = Origin(channel=channel, received_on=received.date(), on_site=channel == "visit")
    return ReportForm(origin=origin, reporter=reporter, respondent=shop, clue=clue)


def business(name: str, address: str, phone: str = "") -> Business:
    """A reported business."""
    return Business(name=name, address=f"{TOWN}{address}", phone=phone)
