"""人民调解, after the agreement: signatures, visits, and the routes told when there is none."""

from __future__ import annotations

from typing import Any, ClassVar

from app.domain import agreement_lint
from app.domain.kinds.dispute.checks import KEPT, SIGNED_HOW
from app.domain.kinds.dispute.events import AgreementSigned, Signature, VisitMade, VisitPlanned
from app.domain.kinds.dispute.state import MEDIATOR, ROUTES, DisputeCase
from app.domain.settlement.facts import Obligation
from app.services import dispute
from app.services.changes import Changes
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.agreement import ReachAgreementDialog
from app.ui.dialogs.execution import DeclareBreachDialog
from app.ui.generated.ui_make_visit import Ui_MakeVisitForm
from app.ui.generated.ui_plan_visit import Ui_PlanVisitForm
from app.ui.generated.ui_sign_agreement import Ui_SignAgreementForm
from app.ui.generated.ui_tell_routes import Ui_TellRoutesForm

_YES, _NO = "yes", "no"
_BY_ROLE = ":"
"""Between role and name in the code of a signature; a role never holds it."""


class ReachDisputeAgreementDialog(ReachAgreementDialog):
    """调解协议书, or an oral agreement; what a court could not confirm is told while it is typed."""

    instruments: ClassVar[dict[str, tuple[str, str, str]]] = {
        "letter": ("制作调解协议书", "letter", ""),
        "oral": ("口头协议：双方认为无需制作，由调解员记录", "none", "both_agreed"),
    }

    def prepare(self) -> None:
        super().prepare()
        self.form.row("instrument").setCaption("协议形式")
        self.form.field("terms").changed.connect(self._look)
        self.rows.changed.connect(self._look)

    def _look(self) -> None:
        """Obligations without a day are not looked at yet."""
        lines = [line for line in self.rows.value() if line["due_on"] is not None]
        duties = [Obligation(no=number, **line) for number, line in enumerate(lines, 1)]
        terms = self.form.field("terms").value()
        found = agreement_lint.hints(terms, duties) if len(terms) > _WORTH_READING else []
        if found:
            self.banner.show_warning("\n".join(hint.sentence() for hint in found))
        else:
            self.banner.clear()
        self.fit()


_WORTH_READING = 8
"""Characters before which a text is only beginning."""


class BreachOfDisputeDialog(DeclareBreachDialog):
    """未履行: the other side was told of the court."""

    advice = (
        "已告知对方：可以就协议的履行向人民法院起诉（人民调解法第三十二条）；"
        "经司法确认的，可以向人民法院申请强制执行（第三十三条）。"
    )


class SignAgreementDialog(ActDialog):
    """Signatures of one day and one way; those of another day are a second entry."""

    act = "sign_agreement"
    verb = "保存签名"
    purpose = "最后一方签名、盖章之日协议生效"
    sheet = Ui_SignAgreementForm
    least_width = 760

    def prepare(self) -> None:
        case = self.view.as_a(DisputeCase)
        words = {**case.PARTIES, MEDIATOR: "调解员"}
        self.form.field("signed").set_choices(
            [(f"{role}{_BY_ROLE}{name}", f"{words[role]} {name}") for role, name in case.unsigned()]
        )
        self.form.field("how").set_choices(list(SIGNED_HOW.items()), across=True)
        self.form.row("sealed_on").setVisible(case.sealed_on is None)

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(DisputeCase)
        return {
            "signed": [f"{role}{_BY_ROLE}{name}" for role, name in case.unsigned()],
            "how": "signature",
            "on": self.today,
            "sealed_on": self.today if case.sealed_on is None else None,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        pairs = [code.split(_BY_ROLE, 1) for code in values["signed"]]
        signatures = tuple(
            Signature(
                role=role,
                name=name,
                by="" if role == MEDIATOR else values["by"],
                how="signature" if role == MEDIATOR else values["how"],
                on=values["on"],
                witness="" if role == MEDIATOR else values["witness"],
            )
            for role, name in pairs
        )
        return self.record(AgreementSigned(signatures=signatures, sealed_on=values["sealed_on"]))

    def show_invalid(self, problems: dict[str, str]) -> None:
        of_lines = [text for path, text in problems.items() if path.startswith("signatures")]
        rest = {path: text for path, text in problems.items() if not path.startswith("signatures")}
        super().show_invalid({**rest, "signed": of_lines[0]} if of_lines else rest)


class PlanVisitDialog(ActDialog):
    """A day to see whether the agreement is kept."""

    act = "plan_visit"
    verb = "保存安排"
    sheet = Ui_PlanVisitForm

    def prefill(self) -> dict[str, Any]:
        agreement = self.view.as_a(DisputeCase).agreement
        due = max((p.obligation.due_on for p in agreement.promises), default=None) if agreement else None
        return {"on": due, "by": self.operator, "purpose": "了解调解协议的履行情况"}

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return self.record(VisitPlanned(**values))


class MakeVisitDialog(ActDialog):
    """人民调解回访记录."""

    act = "make_visit"
    verb = "保存回访"
    sheet = Ui_MakeVisitForm
    keeps_draft = True

    def prepare(self) -> None:
        self.form.field("kept").set_choices(list(KEPT.items()), across=True)
        self.form.field("satisfied").set_choices([(_YES, "满意"), (_NO, "不满意")], across=True)
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        case = self.view.as_a(DisputeCase)
        planned = case.visit_due()
        kept = ""
        if case.agreement is not None and all(p.settled() for p in case.agreement.promises):
            kept = "all"
        return {
            "kept": kept,
            "on": self.today,
            "method": "phone",
            "by": self.operator,
            "whom": case.applicant.title(),
            "purpose": planned.purpose if planned is not None else "了解调解协议的履行情况",
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        satisfied = {_YES: True, _NO: False}.get(values.pop("satisfied"))
        return self.record(VisitMade(**values, satisfied=satisfied))


class TellRoutesDialog(ActDialog):
    """仲裁、行政、司法."""

    act = "tell_routes"
    verb = "保存告知"
    sheet = Ui_TellRoutesForm

    def prepare(self) -> None:
        case = self.view.as_a(DisputeCase)
        self.form.field("parties").set_choices([(p, case.PARTIES[p]) for p in case.routes_untold()])
        self.form.field("routes").set_choices(list(ROUTES.items()))
        self.offer("method", "notice_methods")

    def prefill(self) -> dict[str, Any]:
        return {
            "parties": self.view.as_a(DisputeCase).routes_untold(),
            "routes": list(ROUTES),
            "on": self.today,
            "method": "in_person",
            "by": self.operator,
        }

    def carry_out(self, values: dict[str, Any]) -> Changes:
        return dispute.tell_routes(
            self.context.office,
            self.view.case.id,
            parties=tuple(values["parties"]),
            routes=tuple(values["routes"]),
            on=values["on"],
            method=values["method"],
            by=values["by"],
            note=values["note"],
            version=self.view.version,
        )


DIALOGS = (
    ReachDisputeAgreementDialog,
    BreachOfDisputeDialog,
    SignAgreementDialog,
    PlanVisitDialog,
    MakeVisitDialog,
    TellRoutesDialog,
)
