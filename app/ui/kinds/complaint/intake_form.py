"""The 投诉登记表 on screen: the compiled form, its choices and checks, what was typed as a Registration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from app.domain.calendar import weekday_name
from app.domain.identifiers import check_credit_code, check_order_number, check_phone, check_resident_id
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent
from app.domain.kinds.complaint.intake import RESIDENT_ID
from app.domain.kinds.complaint.state import Complaint
from app.services import abuse, choices, duplicates, intake_review, phrases, registration
from app.services.abuse import Looked
from app.services.casework import CaseView
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.services.intake_review import Review
from app.services.registration import Registered
from app.ui.generated.ui_intake import Ui_IntakeForm
from app.ui.matter.intake_form import AfterSaving, IntakeForm, Saved

YES, NO = "yes", "no"
_DICTIONARIES = {
    "origin.channel": "channels",
    "complainant.id_type": "id_types",
    "complainant.traits": "traits",
    "deal.problem": "problem_kinds",
    "deal.demands": "demands",
}
_CONSENTS = ("complainant.publish_consent", "complainant.delegation_consent")
_CONSENT_WORDS = (
    choices.Offer(code=YES, label="是", search="y shi"),
    choices.Offer(code=NO, label="否", search="n fou"),
)
_PHONES = ("complainant.phone", "complainant.agent_phone", "respondent.phone")
_FIRST_CHANNEL = "visit"


class ComplaintForm(IntakeForm):
    """式样一 in the order of the paper."""

    sheet = Ui_IntakeForm
    first = "origin.channel"
    dictionaries = _DICTIONARIES
    shared = {
        "channel": "origin.channel",
        "received_on": "origin.received_on",
        "external_no": "origin.external_no",
        "source": "origin.source",
        "name": "complainant.name",
        "phone": "complainant.phone",
        "id_type": "complainant.id_type",
        "id_no": "complainant.id_no",
        "address": "complainant.address",
        "traits": "complainant.traits",
        "other_name": "respondent.name",
        "other_code": "respondent.credit_code",
        "other_phone": "respondent.phone",
        "other_address": "respondent.address",
        "category": "deal.category",
        "goods": "deal.goods",
        "bought_on": "deal.bought_on",
        "amount": "deal.amount",
        "demands": "deal.demands",
        "facts": "deal.facts",
    }

    # ------------------------------------------------------------------ showing

    def prepare(self) -> None:
        self._base: Registration | None = None
        self._source_chosen = False
        # The whole form fits on the smallest screen; what is left over goes to the facts.
        self.field("deal.facts").set_rows(2)
        self._offer_other_choices(None)
        for path in _PHONES:
            self.field(path).rule = lambda text: check_phone(text).problem
        self.field("respondent.credit_code").rule = lambda text: check_credit_code(text).problem
        self.field("complainant.id_no").rule = self._id_problem
        self.field("origin.external_no").rule = self._order_problem
        self.field("origin.source").activated.connect(self._on_source_chosen)
        for path in ("origin.channel", "origin.external_no"):
            self.field(path).changed.connect(self._propose_source)
        self.field("complainant.id_type").changed.connect(self.row("complainant.id_no").clear_problem)

    def fresh(self) -> dict[str, Any]:
        return {
            "origin.channel": _FIRST_CHANNEL,
            "origin.received_on": self.today,
            "complainant.id_type": RESIDENT_ID,
        }

    def show_fresh(self) -> None:
        self._base = None
        self._source_chosen = False
        super().show_fresh()

    def show_draft(self, fields: Mapping[str, str]) -> None:
        super().show_draft(fields)
        self._source_chosen = True

    def show_case(self, view: CaseView) -> None:
        self.show_registration(registration_of(view))

    def show_registration(self, form: Registration) -> None:
        """What stands in a case; parts the form does not show stay as they are."""
        self._base = form
        self._source_chosen = True
        for path, name in _DICTIONARIES.items():
            self.offer(path, choices.offers(name, form.origin.received_on), _codes_of(form, path), name=name)
        self._offer_other_choices(form)
        values: dict[str, Any] = {}
        for path in self.rows:
            part, _, name = path.partition(".")
            value = getattr(getattr(form, part), name)
            if path in _CONSENTS:
                value = {True: YES, False: NO, None: ""}[value]
            values[path] = value
        values["complainant.id_type"] = values["complainant.id_type"] or RESIDENT_ID
        self.fill(values)
        self.clear_problems()

    # ------------------------------------------------------------------ reading

    def registration(self) -> Registration:
        """What was typed; an empty 收到日期 counts as today here and is told by `problems`."""
        base = self._base or Registration(
            origin=Origin(channel="", received_on=self.today),
            complainant=Complainant(),
            respondent=Respondent(),
            deal=Deal(),
        )
        values = self.values()
        parts: dict[str, dict[str, Any]] = {"origin": {}, "complainant": {}, "respondent": {}, "deal": {}}
        for path, value in values.items():
            part, _, name = path.partition(".")
            if part in parts:  # a form that registers more than the complaint has fields of its own
                parts[part][name] = _stored(path, value)
        parts["origin"]["received_on"] = values["origin.received_on"] or self.today
        if parts["origin"]["channel"] != base.origin.channel:
            parts["origin"]["on_site"] = intake_review.came_in_person(parts["origin"]["channel"])
        if not parts["complainant"]["id_no"]:
            # The type is preset for the typist; without a number it says nothing about the person.
            parts["complainant"]["id_type"] = base.complainant.id_type
        return msgspec.structs.replace(
            base,
            origin=msgspec.structs.replace(base.origin, **parts["origin"]),
            complainant=msgspec.structs.replace(base.complainant, **parts["complainant"]),
            respondent=msgspec.structs.replace(base.respondent, **parts["respondent"]),
            deal=msgspec.structs.replace(base.deal, **parts["deal"]),
        )

    def problems(self) -> dict[str, str]:
        if self.field("origin.received_on").value() is None:
            # Everything else hangs on it.
            return {"origin.received_on": "请填写收到日期"}
        return {}

    def register(self, draft: tuple[str, str]) -> Callable[[], Registered]:
        form = self.registration()
        return lambda: registration.register_complaint(self.office, form, draft=draft)

    def after(self, saved: Saved) -> AfterSaving:
        form = self.registration()
        due = intake_review.review(self.office, form).decide_by
        term = ""
        if due is not None and due.due_on is not None:
            term = f"最迟 {due.due_on}（{weekday_name(due.due_on)}）决定是否受理并告知投诉人"
        return AfterSaving(
            line=f"{form.complainant.name} → {form.respondent.name}",
            term=term,
            act=("作出受理决定", "decide_acceptance"),
            paper=("打印登记表", "complaint_registration"),
        )

    def review(self) -> Review:
        return intake_review.review(self.office, self.registration())

    def likenesses(self) -> Callable[[], list[Likeness]] | None:
        form = self.registration()
        if not (form.complainant.name or form.respondent.name or form.complainant.phone):
            return None
        return lambda: duplicates.similar(self.office, form)

    def signals(self) -> Callable[[], Looked] | None:
        form = self.registration()
        if not (form.complainant.name or form.complainant.phone):
            return None
        return lambda: abuse.look_at_form(self.office, form)

    def missing(self, view: CaseView) -> Sequence[str]:
        return view.as_a(Complaint).complete()

    def amendment(self, case_id: str, reason: str, version: int) -> Callable[[], Changes]:
        form = self.registration()
        return lambda: registration.amend(self.office, case_id, form, reason, version)

    def give_room(self) -> None:
        self.field("deal.facts").set_rows(4)

    def phrase_values(self) -> Mapping[str, str]:
        return phrases.values_of_form(self.office, self.registration())

    # ------------------------------------------------------------------ choices and checks

    def _offer_other_choices(self, kept: Registration | None) -> None:
        """Words in use on the day; a case keeps the words it has, also those gone out of use."""
        day = kept.origin.received_on if kept is not None else self.today
        goods = choices.tree_offers("goods_services", day)
        self.offer("deal.category", goods, _codes_of(kept, "deal.category"), name="goods_services")
        for path in _CONSENTS:
            self.offer(path, _CONSENT_WORDS)
        sources = [choices.Offer(code=s, label=s, search="") for s in intake_review.SOURCES]
        self.offer("origin.source", sources, _codes_of(kept, "origin.source"))

    def _id_problem(self, text: str) -> str | None:
        if self.field("complainant.id_type").value() != RESIDENT_ID:
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


def registration_of(view: CaseView) -> Registration:
    """What is registered of a case now."""
    case = view.as_a(Complaint)
    assert case.origin is not None
    return Registration(
        origin=case.origin, complainant=case.complainant, respondent=case.respondent, deal=case.deal
    )


def _stored(path: str, value: Any) -> Any:
    if path in _CONSENTS:
        return {YES: True, NO: False, "": None}[value]
    return tuple(value) if isinstance(value, list) else value


def _codes_of(form: Registration | None, path: str) -> tuple[str, ...]:
    if form is None:
        return ()
    part, _, name = path.partition(".")
    value = getattr(getattr(form, part), name)
    return value if isinstance(value, tuple) else (value,)
