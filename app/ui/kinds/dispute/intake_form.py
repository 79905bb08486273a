"""人民调解申请书、受理登记表 on screen: both sides, the dispute, and how it came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from app.domain.errors import UserError
from app.domain.identifiers import check_phone, check_resident_id
from app.domain.kinds.dispute.facts import (
    CAME,
    FROM_BODY,
    POWERS,
    SEXES,
    Application,
    Delegate,
    Disputant,
    Quarrel,
    Side,
)
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.facts import Origin
from app.domain.matter.intake import RESIDENT_ID
from app.domain.matter.summary import Shown
from app.services import dispute, duplicates, intake_review
from app.services.casework import CaseView
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.services.new_case import Registered
from app.ui.generated.ui_dispute import Ui_DisputeForm
from app.ui.kinds.dispute.more_people import people_in, people_text
from app.ui.matter.intake_form import AfterSaving, IntakeForm, Saved

_SIDES = ("applicant", "respondent")
_FACTS = ("name", "phone", "id_no", "sex", "nation", "occupation", "address", "legal_rep")
_AGE = "请填写年龄，如 46"


class DisputeForm(IntakeForm):
    """The fields of 人民调解申请书; age and sex come from the identity number."""

    sheet = Ui_DisputeForm
    first = "applicant.name"
    shared = {
        "channel": "origin.channel",
        "received_on": "origin.received_on",
        "external_no": "origin.external_no",
        "name": "applicant.name",
        "phone": "applicant.phone",
        "id_no": "applicant.id_no",
        "address": "applicant.address",
        "other_name": "respondent.name",
        "other_phone": "respondent.phone",
        "other_address": "respondent.address",
        "amount": "quarrel.amount",
        "facts": "quarrel.facts",
    }
    dictionaries = {"origin.channel": "channels", "quarrel.sort": "dispute_sorts"}

    # ------------------------------------------------------------------ showing

    def prepare(self) -> None:
        self._base: Application | None = None
        self.field("quarrel.facts").set_rows(3)
        self.field("quarrel.wanted").set_rows(2)
        self._offer_words("quarrel.came", CAME)
        self._offer_words("delegate.powers", POWERS)
        for side in _SIDES:
            self._offer_words(f"{side}.sex", SEXES)
            self.field(f"{side}.phone").rule = lambda text: check_phone(text).problem
            self.field(f"{side}.age").rule = lambda text: None if text.isdigit() else _AGE
            self.field(f"{side}.more").rule = _more_problem
        self.field("delegate.phone").rule = lambda text: check_phone(text).problem
        self.field("applicant.id_no").rule = lambda text: check_resident_id(text, self.today).problem
        self.field("quarrel.came").changed.connect(self._on_came)

    def _offer_words(self, path: str, words: Mapping[str, str]) -> None:
        self.field(path).set_choices(list(words.items()))

    def _on_came(self) -> None:
        self.row("origin.source").setVisible(self.field("quarrel.came").value() in FROM_BODY)

    def fresh(self) -> dict[str, Any]:
        return {
            "quarrel.came": "application",
            "quarrel.sort": "consumer",
            "origin.channel": "visit",
            "origin.received_on": self.today,
        }

    def show_fresh(self) -> None:
        self._base = None
        super().show_fresh()
        self._on_came()

    def show_draft(self, fields: Mapping[str, str]) -> None:
        super().show_draft(fields)
        self._on_came()

    def show_case(self, view: CaseView) -> None:
        case = view.as_a(DisputeCase)
        assert case.origin is not None
        self._base = Application(
            origin=case.origin, applicant=case.applicant, respondent=case.respondent, quarrel=case.quarrel
        )
        quarrel, delegate = case.quarrel, case.applicant.delegate
        shown: dict[str, Any] = {
            "quarrel.came": quarrel.came,
            "quarrel.sort": quarrel.sort,
            "quarrel.facts": quarrel.facts,
            "quarrel.wanted": "\n".join(quarrel.wanted),
            "quarrel.amount": quarrel.amount,
            "origin.channel": case.origin.channel,
            "origin.source": case.origin.source,
            "origin.received_on": case.origin.received_on,
            "origin.external_no": case.origin.external_no,
            "delegate.name": delegate.name,
            "delegate.phone": delegate.phone,
            "delegate.powers": delegate.powers,
            "delegate.until": delegate.until,
            "delegate.seen": delegate.seen,
        }
        for side in _SIDES:
            people = case.side(side).people
            first = people[0] if people else Disputant()
            shown |= {f"{side}.{name}": getattr(first, name) for name in _FACTS}
            shown[f"{side}.age"] = "" if first.age is None else str(first.age)
            shown[f"{side}.more"] = people_text(people[1:])
        self.fill({path: value for path, value in shown.items() if path in self.rows})
        self.clear_problems()
        self._on_came()

    def show_problems(self, problems: Mapping[str, str]) -> dict[str, str]:
        """The services speak of `applicant.0.name`; the form has a row for the first, one for the rest."""
        return super().show_problems({_row_of(path): text for path, text in problems.items()})

    # ------------------------------------------------------------------ reading

    def application(self) -> Application:
        """What was typed; an empty date counts as today here and is told by `problems`."""
        typed = self.values()
        base = self._base or Application(origin=Origin(channel="", received_on=self.today))
        channel = typed["origin.channel"]
        came = typed["quarrel.came"]
        origin = msgspec.structs.replace(
            base.origin,
            channel=channel,
            received_on=typed["origin.received_on"] or self.today,
            external_no=typed["origin.external_no"],
            source=typed["origin.source"].strip() if came in FROM_BODY else "",
        )
        if channel != base.origin.channel:
            origin = msgspec.structs.replace(origin, on_site=intake_review.came_in_person(channel))
        return Application(
            origin=origin,
            applicant=Side(
                people=self._people("applicant", base.applicant, typed),
                delegate=Delegate(
                    name=typed["delegate.name"],
                    phone=typed["delegate.phone"],
                    powers=tuple(typed["delegate.powers"]),
                    until=typed["delegate.until"],
                    seen=typed["delegate.seen"],
                ),
            ),
            respondent=msgspec.structs.replace(
                base.respondent, people=self._people("respondent", base.respondent, typed)
            ),
            quarrel=Quarrel(
                came=came,
                sort=typed["quarrel.sort"],
                facts=typed["quarrel.facts"],
                wanted=tuple(line for line in typed["quarrel.wanted"].splitlines() if line.strip()),
                amount=typed["quarrel.amount"],
            ),
        )

    def _people(self, side: str, base: Side, typed: Mapping[str, Any]) -> tuple[Disputant, ...]:
        """The first with every field, the rest as they were typed in one line."""
        facts = {name: typed[f"{side}.{name}"] for name in _FACTS if f"{side}.{name}" in typed}
        age = typed[f"{side}.age"]
        if facts.get("id_no"):
            facts["id_type"] = base.first().id_type or RESIDENT_ID
        elif "id_no" in facts:
            facts["id_type"] = ""
        first = msgspec.structs.replace(
            base.first(), **facts, age=int(age) if age.isascii() and age.isdigit() else None
        )
        more = typed[f"{side}.more"]
        if more == people_text(base.people[1:]):
            return (first, *base.people[1:])
        return (first, *people_in(more))

    def problems(self) -> dict[str, str]:
        found = {}
        if self.field("origin.received_on").value() is None:
            found["origin.received_on"] = "请填写收到日期"
        return found

    def register(self, draft: tuple[str, str]) -> Callable[[], Registered]:
        form = self.application()
        return lambda: dispute.register_dispute(self.office, form, draft=draft)

    def after(self, saved: Saved) -> AfterSaving:
        form = self.application()
        line = f"{form.applicant.title()} → {form.respondent.title()}"
        return AfterSaving(line=line, act=("决定是否受理", "decide_dispute"))

    def likenesses(self) -> Callable[[], list[Likeness]] | None:
        form = self.application()
        first = form.applicant.first()
        if not (first.name or form.respondent.first().name):
            return None
        sought = Shown(
            complainant=first.name,
            phone=first.phone,
            respondent=form.respondent.first().name,
            story=form.quarrel.facts,
        )
        return lambda: duplicates.similar_to(self.office, sought)

    def amendment(self, case_id: str, reason: str, version: int) -> Callable[[], Changes]:
        form = self.application()
        return lambda: dispute.amend(self.office, case_id, form, reason, version)


def _row_of(path: str) -> str:
    """The form's row for a path of the services: applicant.1.name is in applicant.more."""
    side, _, rest = path.partition(".")
    if side not in _SIDES:
        return path
    place, _, name = rest.partition(".")
    if place == "delegate":
        return f"delegate.{name}"
    if not place.isdigit():
        return path
    return f"{side}.{name}" if place == "0" else f"{side}.more"


def _more_problem(text: str) -> str | None:
    try:
        people_in(text)
    except UserError as problem:
        return problem.message
    return None
