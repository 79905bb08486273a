"""信访 on screen, in the order of the register: who came, what sort, what is wanted and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from app.domain.identifiers import check_phone
from app.domain.kinds.petition.facts import ARRIVALS, FORMS, SORTS, Petition
from app.domain.kinds.petition.state import PetitionCase
from app.domain.matter.facts import Origin
from app.domain.matter.summary import Shown
from app.services import choices, duplicates, intake_review, petition
from app.services.casework import CaseView
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.services.new_case import Registered
from app.ui.dialogs.act_dialog import names_in
from app.ui.generated.ui_petition import Ui_PetitionForm
from app.ui.matter.intake_form import AfterSaving, IntakeForm, Saved

_CHANNEL_OF_FORM = {"visit": "visit", "letter": "letter", "phone": "call", "fax": "fax", "network": "other"}
"""条例第17条 names the forms; the channel of the list follows from it."""
_SHORT = 24


class PetitionForm(IntakeForm):
    """Typing begins with the name; a petition without one can be taken, but nobody can be told."""

    sheet = Ui_PetitionForm
    first = "petitioner.name"
    shared = {
        "received_on": "origin.received_on",
        "name": "petitioner.name",
        "phone": "petitioner.phone",
        "id_type": "petitioner.id_type",
        "id_no": "petitioner.id_no",
        "address": "petitioner.address",
        "other_name": "request.about",
        "facts": "request.facts",
    }
    dictionaries = {"petitioner.id_type": "id_types"}

    def prepare(self) -> None:
        self._base: Petition | None = None
        self.field("request.wanted").set_rows(3)
        self.field("request.facts").set_rows(5)
        self.field("request.sort").set_choices(list(SORTS.items()))
        self.field("request.form").set_choices(list(FORMS.items()))
        self.field("request.arrival").set_choices(list(ARRIVALS.items()))
        self.field("origin.source").set_choices([(s, s) for s in intake_review.SOURCES])
        self.field("petitioner.phone").rule = lambda text: check_phone(text).problem
        self.field("request.arrival").changed.connect(self._ask_for_sender)
        self._ask_for_sender()

    def fresh(self) -> dict[str, Any]:
        return {
            "request.sort": "plea",
            "request.form": "visit",
            "request.arrival": "direct",
            "request.people": 1,
            "origin.received_on": self.today,
        }

    def show_fresh(self) -> None:
        self._base = None
        super().show_fresh()

    def show_case(self, view: CaseView) -> None:
        form = petition_of(view)
        self._base = form
        day = form.origin.received_on
        self.offer(
            "petitioner.id_type",
            choices.offers("id_types", day),
            (form.petitioner.id_type,),
            name="id_types",
        )
        self.fill({path: _value(form, path) for path in self.rows})
        self._ask_for_sender()
        self.clear_problems()

    def petition(self) -> Petition:
        """What was typed; an empty date counts as today here and is told by `problems`."""
        base = self._base or Petition(origin=Origin(channel="", received_on=self.today))
        parts: dict[str, dict[str, Any]] = {"origin": {}, "petitioner": {}, "request": {}}
        for path, value in self.values().items():
            part, _, name = path.partition(".")
            parts[part][name] = value
        request, origin = parts["request"], parts["origin"]
        request["representatives"] = names_in(request["representatives"])
        request["people"] = request["people"] or 1
        origin["received_on"] = origin["received_on"] or self.today
        origin["channel"] = _CHANNEL_OF_FORM.get(request["form"], "")
        origin["on_site"] = request["form"] == "visit"
        if request["arrival"] == "direct":
            origin["source"] = ""
        return Petition(
            origin=msgspec.structs.replace(base.origin, **origin),
            petitioner=msgspec.structs.replace(base.petitioner, **parts["petitioner"]),
            request=msgspec.structs.replace(base.request, **request),
        )

    def problems(self) -> dict[str, str]:
        missing = self.field("origin.received_on").value() is None
        return {"origin.received_on": "请填写收到日期"} if missing else {}

    def register(self, draft: tuple[str, str]) -> Callable[[], Registered]:
        form = self.petition()
        return lambda: petition.register_petition(self.office, form, draft=draft)

    def after(self, saved: Saved) -> AfterSaving:
        form = self.petition()
        term = "十五日内书面告知信访人（信访工作条例第23条）"
        line = form.petitioner.name or _short(form.request.topic or form.request.wanted)
        return AfterSaving(line=line, term=term, act=("甄别途径", "sort_petition"))

    def likenesses(self) -> Callable[[], list[Likeness]] | None:
        form = self.petition()
        if not (form.petitioner.name or form.petitioner.phone):
            return None
        sought = Shown(
            complainant=form.petitioner.name, phone=form.petitioner.phone, story=form.request.facts
        )
        return lambda: duplicates.similar_to(self.office, sought)

    def amendment(self, case_id: str, reason: str, version: int) -> Callable[[], Changes]:
        form = self.petition()
        return lambda: petition.amend(self.office, case_id, form, reason, version)

    def _ask_for_sender(self) -> None:
        sent = self.field("request.arrival").value() in ("forwarded", "assigned")
        self.row("origin.source").setMandatory(sent)
        self.row("origin.source").setEnabled(sent)


def petition_of(view: CaseView) -> Petition:
    """What is registered of a case now."""
    case = view.as_a(PetitionCase)
    assert case.origin is not None
    return Petition(origin=case.origin, petitioner=case.petitioner, request=case.request)


def _value(form: Petition, path: str) -> Any:
    part, _, name = path.partition(".")
    value = getattr(getattr(form, part), name)
    return "、".join(value) if path == "request.representatives" else value


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}……"
