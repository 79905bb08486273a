"""The 投诉登记表 on screen: the compiled form, its choices and checks, what was typed as a Registration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.identifiers import check_credit_code, check_order_number, check_phone, check_resident_id
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent
from app.domain.kinds.complaint.intake import RESIDENT_ID
from app.services import choices, intake_review, phrases
from app.services.labels import label
from app.services.office import OpenOffice
from app.ui.generated.ui_intake import Ui_IntakeForm
from app.ui.phrase_keys import PhraseKeys
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.designed_rows import DayRow, DesignedForm
from app.ui.widgets.draft_text import DraftText
from app.ui.widgets.multi_pick import MultiPick

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


class IntakeForm(DesignedForm):
    """`edited()` comes with every change, text still being composed by an input method included."""

    edited = Signal()

    def __init__(self, office: OpenOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._base: Registration | None = None
        self._filling = False
        self._source_chosen = False
        self.ui = Ui_IntakeForm()
        self.ui.setupUi(self)
        self.collect()
        # The whole form fits on the smallest screen; what is left over goes to the facts.
        self.field("deal.facts").set_rows(2)
        self._offer_choices(office.clock.today(), None)
        self._attach_checks()
        self._attach_dates()
        self._text = DraftText(self.rows, self)
        self._text.changed.connect(self._on_changed)
        self.field("origin.source").activated.connect(self._on_source_chosen)
        for path in ("origin.channel", "origin.external_no"):
            self.field(path).changed.connect(self._propose_source)
        self.field("complainant.id_type").changed.connect(self.row("complainant.id_no").clear_problem)
        self.phrase_keys = PhraseKeys(
            self,
            office,
            "intake",
            self.rows,
            lambda: phrases.values_of_form(office, self.registration(office.clock.today())),
        )

    # ------------------------------------------------------------------ showing

    def show_fresh(self) -> None:
        """Empty, with what is true of nearly every walk-in filled in."""
        self._base = None
        self._source_chosen = False
        self._fill(dict.fromkeys(self.rows))
        self._fill(
            {
                "origin.channel": _FIRST_CHANNEL,
                "origin.received_on": self._office.clock.today(),
                "complainant.id_type": RESIDENT_ID,
            }
        )
        self.clear_problems()

    def show_registration(self, form: Registration) -> None:
        """What stands in a case; parts the form does not show stay as they are."""
        self._base = form
        self._source_chosen = True
        self._offer_choices(form.origin.received_on, form)
        values: dict[str, Any] = {}
        for path in self.rows:
            part, _, name = path.partition(".")
            value = getattr(getattr(form, part), name)
            if path in _CONSENTS:
                value = {True: YES, False: NO, None: ""}[value]
            values[path] = value
        values["complainant.id_type"] = values["complainant.id_type"] or RESIDENT_ID
        self._fill(values)
        self.clear_problems()

    def clear_problems(self) -> None:
        """Take every red sentence away."""
        for row in self.rows.values():
            row.clear_problem()

    # ------------------------------------------------------------------ reading

    def registration(self, today: dt.date) -> Registration:
        """What was typed; an empty 收到日期 counts as `today` here and is told by `missing_day`."""
        base = self._base or Registration(
            origin=Origin(channel="", received_on=today),
            complainant=Complainant(),
            respondent=Respondent(),
            deal=Deal(),
        )
        values = self.values()
        parts: dict[str, dict[str, Any]] = {"origin": {}, "complainant": {}, "respondent": {}, "deal": {}}
        for path, value in values.items():
            part, _, name = path.partition(".")
            parts[part][name] = self._stored(path, value)
        parts["origin"]["received_on"] = values["origin.received_on"] or today
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

    def missing_day(self) -> bool:
        """Whether 收到日期 is empty or no date: everything else hangs on it."""
        return self.field("origin.received_on").value() is None

    def draft_fields(self) -> dict[str, str]:
        """Every field as it was typed, half a date and text still being composed included."""
        return self._text.fields()

    def show_draft(self, fields: Mapping[str, str]) -> None:
        """Show what `draft_fields` gave, over what is shown now; unknown fields are passed over."""
        self._filling = True
        self._text.show(fields)
        self._source_chosen = True
        self._filling = False
        self.edited.emit()

    # ------------------------------------------------------------------ building

    def _offer_choices(self, day: dt.date, kept: Registration | None) -> None:
        """Words in use on `day`; a case keeps the words it has, also those gone out of use."""
        for path, name in _DICTIONARIES.items():
            self._offer(path, choices.offers(name, day), _codes_of(kept, path))
        self._offer(
            "deal.category", choices.tree_offers("goods_services", day), _codes_of(kept, "deal.category")
        )
        for path in _CONSENTS:
            self._offer(path, _CONSENT_WORDS)
        sources = [choices.Offer(code=s, label=s, search="") for s in intake_review.SOURCES]
        self._offer("origin.source", sources, _codes_of(kept, "origin.source"))

    def _offer(self, path: str, offered: choices.Offers, kept: tuple[str, ...] = ()) -> None:
        known = {o.code for o in offered}
        name = "goods_services" if path == "deal.category" else _DICTIONARIES.get(path, "")
        old = [
            choices.Offer(code=code, label=label(name, code) if name else code, search="")
            for code in kept
            if code and code not in known
        ]
        shown = [*offered, *old]
        field = self.field(path)
        if isinstance(field, (ChoiceField, MultiPick)):
            words = {o.label: o.search for o in shown}
            field.set_initials(words.__getitem__)
        field.set_choices([(o.code, o.label) for o in shown])

    def _attach_checks(self) -> None:
        for path in _PHONES:
            self.field(path).rule = lambda text: check_phone(text).problem
        self.field("respondent.credit_code").rule = lambda text: check_credit_code(text).problem
        self.field("complainant.id_no").rule = self._id_problem
        self.field("origin.external_no").rule = self._order_problem

    def _id_problem(self, text: str) -> str | None:
        if self.field("complainant.id_type").value() != RESIDENT_ID:
            return None
        return check_resident_id(text, self._office.clock.today()).problem

    def _order_problem(self, text: str) -> str | None:
        return check_order_number(text).problem if self.field("origin.source").value() == "12315" else None

    def _attach_dates(self) -> None:
        clock = self._office.clock
        for path in ("origin.received_on", "deal.bought_on"):
            row = self.row(path)
            assert isinstance(row, DayRow)
            row.use_calendar(clock.today, lambda day: intake_review.day_note(self._office, day))

    # ------------------------------------------------------------------ reacting

    def _fill(self, values: Mapping[str, Any]) -> None:
        self._filling = True
        self.set_values(dict(values))
        self._filling = False
        self.edited.emit()

    def _on_changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _on_source_chosen(self, _row: int) -> None:
        self._source_chosen = True

    def _propose_source(self) -> None:
        if self._source_chosen or self._filling:
            return
        channel, number = self.field("origin.channel").value(), self.field("origin.external_no").value()
        self.field("origin.source").set_value(intake_review.source_for(channel, number))

    def _stored(self, path: str, value: Any) -> Any:
        if path in _CONSENTS:
            return {YES: True, NO: False, "": None}[value]
        return tuple(value) if isinstance(value, list) else value


def _codes_of(form: Registration | None, path: str) -> tuple[str, ...]:
    if form is None:
        return ()
    part, _, name = path.partition(".")
    value = getattr(getattr(form, part), name)
    return value if isinstance(value, tuple) else (value,)
