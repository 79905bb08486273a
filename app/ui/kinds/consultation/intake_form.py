"""咨询 on screen: question, answer, Ctrl+S. Everything else is filled in already or may stay empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from app.domain.identifiers import check_phone
from app.domain.kinds.consultation.facts import Answer, Consultation
from app.domain.kinds.consultation.state import ConsultationCase
from app.domain.matter.facts import Origin
from app.domain.matter.summary import Shown
from app.services import choices, consultation, duplicates, intake_review
from app.services.casework import CaseView
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.services.new_case import Registered
from app.ui.generated.ui_consultation import Ui_ConsultationForm
from app.ui.matter.intake_form import AfterSaving, IntakeForm, Saved

_METHODS = {"visit": "in_person", "call": "phone", "hotline_12315": "phone", "hotline_12345": "phone"}
"""How a question is answered that came by a channel; other channels leave the choice to the clerk."""
_SHORT = 24


class ConsultationForm(IntakeForm):
    """Typing begins in the question; the shortest way is question, Ctrl+Enter, answer, Ctrl+S."""

    sheet = Ui_ConsultationForm
    first = "answer.question"
    shared = {
        "channel": "origin.channel",
        "received_on": "origin.received_on",
        "name": "asker.name",
        "phone": "asker.phone",
        "category": "answer.category",
        "facts": "answer.question",
    }
    dictionaries = {"origin.channel": "channels", "answer.method": "notice_methods"}

    # ------------------------------------------------------------------ showing

    def prepare(self) -> None:
        self._base: Consultation | None = None
        self._method_chosen = False
        self.field("answer.question").set_rows(4)
        self.field("answer.answer").set_rows(6)
        self._offer_goods("")
        self.field("asker.phone").rule = lambda text: check_phone(text).problem
        self.field("answer.method").activated.connect(self._on_method_chosen)
        self.field("origin.channel").changed.connect(self._propose_method)

    def fresh(self) -> dict[str, Any]:
        return {
            "origin.channel": "visit",
            "answer.method": "in_person",
            "answer.by": self.office.operator.name,
            "origin.received_on": self.today,
            "answer.answered_on": self.today,
        }

    def show_fresh(self) -> None:
        self._base = None
        self._method_chosen = False
        super().show_fresh()

    def show_draft(self, fields: Mapping[str, str]) -> None:
        super().show_draft(fields)
        self._method_chosen = True

    def take(self, carried: Mapping[str, str]) -> None:
        super().take(carried)
        self._propose_method()

    def show_case(self, view: CaseView) -> None:
        form = consultation_of(view)
        self._base = form
        self._method_chosen = True
        self._offer_goods(form.answer.category)
        day = form.origin.received_on
        for path, name in self.dictionaries.items():
            part, _, field = path.partition(".")
            kept = getattr(getattr(form, part), field)
            self.offer(path, choices.offers(name, day), (kept,), name=name)
        self.fill({path: _value(form, path) for path in self.rows})
        self.clear_problems()

    # ------------------------------------------------------------------ reading

    def consultation(self) -> Consultation:
        """What was typed; an empty date counts as today here and is told by `problems`."""
        base = self._base or Consultation(
            origin=Origin(channel="", received_on=self.today), answer=Answer(answered_on=self.today)
        )
        parts: dict[str, dict[str, Any]] = {"origin": {}, "asker": {}, "answer": {}}
        for path, value in self.values().items():
            part, _, name = path.partition(".")
            parts[part][name] = value
        parts["origin"]["received_on"] = parts["origin"]["received_on"] or self.today
        parts["answer"]["answered_on"] = parts["answer"]["answered_on"] or self.today
        if parts["origin"]["channel"] != base.origin.channel:
            parts["origin"]["on_site"] = intake_review.came_in_person(parts["origin"]["channel"])
        return Consultation(
            origin=msgspec.structs.replace(base.origin, **parts["origin"]),
            asker=msgspec.structs.replace(base.asker, **parts["asker"]),
            answer=msgspec.structs.replace(base.answer, **parts["answer"]),
        )

    def problems(self) -> dict[str, str]:
        dates = {"origin.received_on": "请填写收到日期", "answer.answered_on": "请填写答复日期"}
        return {path: text for path, text in dates.items() if self.field(path).value() is None}

    def register(self, draft: tuple[str, str]) -> Callable[[], Registered]:
        form = self.consultation()
        return lambda: consultation.register_consultation(self.office, form, draft=draft)

    def after(self, saved: Saved) -> AfterSaving:
        """The next one is usually at the counter already: the form is empty again."""
        form = self.consultation()
        return AfterSaving(line=form.asker.name or _short(form.answer.question), stay=True)

    def likenesses(self) -> Callable[[], list[Likeness]] | None:
        form = self.consultation()
        if not (form.asker.name or form.asker.phone):
            return None
        sought = Shown(complainant=form.asker.name, phone=form.asker.phone, story=form.answer.question)
        return lambda: duplicates.similar_to(self.office, sought)

    def amendment(self, case_id: str, reason: str, version: int) -> Callable[[], Changes]:
        form = self.consultation()
        return lambda: consultation.amend(self.office, case_id, form, reason, version)

    # ------------------------------------------------------------------ choices

    def _offer_goods(self, kept: str) -> None:
        goods = choices.tree_offers("goods_services", self.today)
        self.offer("answer.category", goods, (kept,), name="goods_services")

    def _on_method_chosen(self, _row: int) -> None:
        self._method_chosen = True

    def _propose_method(self) -> None:
        if not (self._method_chosen or self.is_filling):
            self.field("answer.method").set_value(_METHODS.get(self.field("origin.channel").value(), ""))


def consultation_of(view: CaseView) -> Consultation:
    """What is registered of a case now."""
    case = view.as_a(ConsultationCase)
    assert case.origin is not None
    assert case.answer is not None
    return Consultation(origin=case.origin, asker=case.asker, answer=case.answer)


def _value(form: Consultation, path: str) -> Any:
    part, _, name = path.partition(".")
    return getattr(getattr(form, part), name)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}……"
