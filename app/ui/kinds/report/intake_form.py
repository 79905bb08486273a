"""举报登记表 on screen, in the order of form 二: who reports, whom, which clues."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from app.domain.calendar import weekday_name
from app.domain.errors import UserError
from app.domain.identifiers import check_credit_code, check_order_number, check_phone, check_resident_id
from app.domain.kinds.report.facts import Reporter, ReportForm
from app.domain.kinds.report.identity import SEALED
from app.domain.kinds.report.state import Report
from app.domain.kinds.report.timing import CHECK
from app.domain.matter.facts import Business, Origin
from app.domain.matter.intake import RESIDENT_ID
from app.domain.matter.summary import Shown
from app.domain.office import setting
from app.domain.triage import Submission
from app.services import calculation, choices, duplicates, intake_review, repeats, report
from app.services.casework import CaseView
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.services.new_case import Registered
from app.services.repeats import Earlier
from app.ui.generated.ui_report import Ui_ReportForm
from app.ui.matter.intake_form import AfterSaving, IntakeForm, Saved

NAMED, ANONYMOUS = "named", "anonymous"
WRITTEN, ORAL = "written", "oral"
_WHO = ("reporter.name", "reporter.phone", "reporter.id_type", "reporter.id_no", "reporter.address")
HOW_NAMED = (
    choices.Offer(code=NAMED, label="实名举报", search="sm shiming"),
    choices.Offer(code=ANONYMOUS, label="匿名举报", search="nm niming"),
)
HOW_TOLD = (
    choices.Offer(code=WRITTEN, label="书面", search="sm shumian"),
    choices.Offer(code=ORAL, label="口头，工作人员记录", search="kt koutou"),
)


class ReportIntake(IntakeForm):
    """Form 二. When a case is corrected the reporter is not shown: that has an act of its own."""

    sheet = Ui_ReportForm
    first = "origin.channel"
    dictionaries = {"origin.channel": "channels", "reporter.id_type": "id_types"}
    shared = {
        "channel": "origin.channel",
        "received_on": "origin.received_on",
        "external_no": "origin.external_no",
        "source": "origin.source",
        "name": "reporter.name",
        "phone": "reporter.phone",
        "id_type": "reporter.id_type",
        "id_no": "reporter.id_no",
        "address": "reporter.address",
        "other_name": "respondent.name",
        "other_code": "respondent.credit_code",
        "other_phone": "respondent.phone",
        "other_address": "respondent.address",
        "category": "clue.category",
        "facts": "clue.facts",
    }

    # ------------------------------------------------------------------ showing

    def prepare(self) -> None:
        self._base: ReportForm | None = None
        self._source_chosen = False
        self.field("clue.facts").set_rows(5)
        self.offer("reporter.anonymous", HOW_NAMED)
        self.offer("clue.oral", HOW_TOLD)
        sources = [choices.Offer(code=s, label=s, search="") for s in intake_review.SOURCES]
        self.offer("origin.source", sources)
        self.offer("clue.category", choices.tree_offers("goods_services", self.today), name="goods_services")
        for path in ("reporter.phone", "respondent.phone"):
            self.field(path).rule = lambda text: check_phone(text).problem
        self.field("respondent.credit_code").rule = lambda text: check_credit_code(text).problem
        self.field("reporter.id_no").rule = self._id_problem
        self.field("origin.external_no").rule = self._order_problem
        self.field("origin.source").activated.connect(self._on_source_chosen)
        for path in ("origin.channel", "origin.external_no"):
            self.field(path).changed.connect(self._propose_source)
        self.field("reporter.anonymous").changed.connect(self._on_anonymous)
        self.field("clue.oral").changed.connect(self._on_oral)
        self._on_anonymous()
        self._on_oral()

    def fresh(self) -> dict[str, Any]:
        return {
            "origin.channel": "visit",
            "origin.received_on": self.today,
            "reporter.anonymous": NAMED,
            "reporter.id_type": RESIDENT_ID,
            "clue.oral": ORAL,
            "clue.recorded_by": self.office.operator.name,
        }

    def show_fresh(self) -> None:
        self._base = None
        self._source_chosen = False
        super().show_fresh()

    def show_draft(self, fields: Mapping[str, str]) -> None:
        super().show_draft(fields)
        self._source_chosen = True

    def show_case(self, view: CaseView) -> None:
        case = view.as_a(Report)
        assert case.origin is not None
        form = ReportForm(
            origin=case.origin,
            reporter=Reporter(anonymous=case.reporter.anonymous),
            respondent=case.respondent,
            clue=case.clue,
            discovered=case.discovered,
        )
        self._base = form
        self._source_chosen = True
        day = form.origin.received_on
        self.offer("origin.channel", choices.offers("channels", day), (form.origin.channel,), name="channels")
        goods = choices.tree_offers("goods_services", day)
        self.offer("clue.category", goods, (form.clue.category,), name="goods_services")
        values = {path: getattr(getattr(form, path.split(".")[0]), path.split(".")[1]) for path in self.rows}
        values["reporter.anonymous"] = ANONYMOUS if form.reporter.anonymous else NAMED
        values["clue.oral"] = ORAL if form.clue.oral else WRITTEN
        self.fill(values)
        for path in ("reporter.anonymous", *_WHO):
            self.row(path).setVisible(False)
        self.clear_problems()

    # ------------------------------------------------------------------ reading

    def report_form(self) -> ReportForm:
        """What was typed; an empty 收到日期 counts as today here and is told by `problems`."""
        base = self._base or ReportForm(origin=Origin(channel="", received_on=self.today))
        parts: dict[str, dict[str, Any]] = {"origin": {}, "reporter": {}, "respondent": {}, "clue": {}}
        for path, value in self.values().items():
            part, _, name = path.partition(".")
            parts[part][name] = value
        parts["origin"]["received_on"] = parts["origin"]["received_on"] or self.today
        if parts["origin"]["channel"] != base.origin.channel:
            parts["origin"]["on_site"] = intake_review.came_in_person(parts["origin"]["channel"])
        anonymous = parts["reporter"].pop("anonymous") == ANONYMOUS
        if not parts["reporter"]["id_no"]:
            parts["reporter"]["id_type"] = ""
        parts["clue"]["oral"] = parts["clue"]["oral"] == ORAL
        if not parts["clue"]["oral"]:
            parts["clue"]["recorded_by"] = ""
        return ReportForm(
            origin=msgspec.structs.replace(base.origin, **parts["origin"]),
            reporter=Reporter(anonymous=True) if anonymous else Reporter(**parts["reporter"]),
            respondent=msgspec.structs.replace(base.respondent, **parts["respondent"]),
            clue=msgspec.structs.replace(base.clue, **parts["clue"]),
            discovered=base.discovered,
        )

    def problems(self) -> dict[str, str]:
        if self.field("origin.received_on").value() is None:
            return {"origin.received_on": "请填写收到日期"}
        return {}

    def register(self, draft: tuple[str, str]) -> Callable[[], Registered]:
        form = self.report_form()
        return lambda: report.register_report(self.office, form, draft=draft)

    def after(self, saved: Saved) -> AfterSaving:
        form = self.report_form()
        who = "匿名举报" if form.reporter.anonymous else SEALED
        return AfterSaving(
            line=f"{who} → {form.respondent.name}",
            term=check_term(self, form.origin),
            act=("记录核查", "record_inquiry"),
            paper=("打印登记表", "report_registration"),
        )

    def likenesses(self) -> Callable[[], list[Likeness]] | None:
        form = self.report_form()
        if not form.respondent.name or self._base is not None:
            return None
        return lambda: earlier_and_alike(self, form)

    def submission(self) -> Submission:
        anonymous = self.field("reporter.anonymous").value() == ANONYMOUS
        return msgspec.structs.replace(super().submission(), anonymous=anonymous)

    def amendment(self, case_id: str, reason: str, version: int) -> Callable[[], Changes]:
        form = self.report_form()
        return lambda: report.amend(self.office, case_id, form, reason, version)

    # ------------------------------------------------------------------ what depends on what

    def _on_anonymous(self) -> None:
        """Who reports anonymously is not asked who they are; what was typed stays until it is saved."""
        named = self.field("reporter.anonymous").value() != ANONYMOUS
        for path in _WHO:
            self.row(path).setEnabled(named)
        for path in ("reporter.name", "reporter.phone"):
            self.row(path).setMandatory(named)
            self.row(path).clear_problem()

    def _on_oral(self) -> None:
        oral = self.field("clue.oral").value() == ORAL
        self.row("clue.recorded_by").setEnabled(oral)
        self.row("clue.recorded_by").setMandatory(oral)

    def _id_problem(self, text: str) -> str | None:
        if self.field("reporter.id_type").value() != RESIDENT_ID:
            return None
        return check_resident_id(text, self.today).problem

    def _order_problem(self, text: str) -> str | None:
        return check_order_number(text).problem if self.field("origin.source").value() == "12315" else None

    def _on_source_chosen(self, _row: int) -> None:
        self._source_chosen = True

    def _propose_source(self) -> None:
        if self._source_chosen or self.is_filling:
            return
        channel, number = self.field("origin.channel").value(), self.field("origin.external_no").value()
        self.field("origin.source").set_value(intake_review.source_for(channel, number))


def check_term(form: IntakeForm, origin: Origin) -> str:
    """By when 立案 must be decided."""
    roll = setting(form.office.office, "day_clock_roll")
    try:
        due = calculation.deadline_of(CHECK, origin.received_on, roll=roll).due_on
    except UserError:
        return ""
    return f"最迟 {due}（{weekday_name(due)}）决定是否立案" if due is not None else ""


def earlier_and_alike(form: IntakeForm, typed: ReportForm) -> list[Likeness]:
    """Reports of the same reporter first (第35条), then whatever else is like it."""
    again = [_as_likeness(one, typed.respondent) for one in repeats.earlier_than(form.office, typed)]
    sought = Shown(respondent=typed.respondent.name, category=typed.clue.category, story=typed.clue.facts)
    known = {one.case_id for one in again}
    found = duplicates.similar_to(form.office, sought, external_no=typed.origin.external_no)
    return [*again, *(one for one in found if one.case_id not in known)]


def _as_likeness(one: Earlier, shop: Business) -> Likeness:
    return Likeness(
        case_id=one.case_id,
        kind="report",
        number=one.number,
        received_on=one.received_on,
        parties=f"{SEALED} → {shop.name}",
        phase=one.phase_label,
        reasons=("同一举报人举报过同一被举报人：相同事实不再另行处理，新的事实并入前一件（办法第35条）",),
        score=100,
        likely=True,
    )
