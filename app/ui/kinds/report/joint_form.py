"""投诉并举报 (办法第9条): one submission, typed once, registered as two linked cases."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.matter.facts import Business
from app.services import report
from app.services.report import Both
from app.ui.generated.ui_complaint_and_report import Ui_ComplaintAndReportForm
from app.ui.kinds.complaint.intake_form import ComplaintForm
from app.ui.kinds.report.intake_form import check_term
from app.ui.matter.intake_form import AfterSaving, Saved


class ComplaintAndReportIntake(ComplaintForm):
    """The complaint's form with the clue below. Who complains reports, and as a reporter they are sealed."""

    sheet = Ui_ComplaintAndReportForm  # type: ignore[assignment]

    def prepare(self) -> None:
        super().prepare()
        self.field("clue.facts").set_rows(2)

    def report_form(self) -> ReportForm:
        """The report: same person, same business, the clue."""
        form, person = self.registration(), self.registration().complainant
        shop, told_here = form.respondent, form.origin.on_site
        return ReportForm(
            origin=form.origin,
            reporter=Reporter(
                name=person.name,
                phone=person.phone,
                id_type=person.id_type if person.id_no else "",
                id_no=person.id_no,
                address=person.address,
            ),
            respondent=Business(
                name=shop.name,
                credit_code=shop.credit_code,
                contact=shop.contact,
                phone=shop.phone,
                address=shop.address,
                legal_rep=shop.legal_rep,
            ),
            clue=Clue(
                subject=self.field("clue.subject").value(),
                category=form.deal.category,
                place=self.field("clue.place").value(),
                facts=self.field("clue.facts").value(),
                oral=told_here,
                recorded_by=self.office.operator.name if told_here else "",
            ),
        )

    def register(self, draft: tuple[str, str]) -> Callable[[], Both]:  # type: ignore[override]
        complaint, clue = self.registration(), self.report_form()
        return lambda: report.register_both(self.office, complaint, clue, draft=draft)

    def after(self, saved: Saved) -> AfterSaving:
        said = super().after(saved)
        term = "；".join(part for part in (said.term, check_term(self, self.registration().origin)) if part)
        return AfterSaving(line=said.line, term=term, act=said.act, paper=said.paper)
