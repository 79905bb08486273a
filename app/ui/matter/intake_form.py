"""The form of one kind on the page 登记: what a kind writes, and what is the same for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.triage import Submission
from app.services import choices, intake_review
from app.services.abuse import Looked
from app.services.casework import CaseView
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.services.intake_review import Review
from app.services.labels import label
from app.services.office import OpenOffice
from app.ui.phrase_keys import PhraseKeys
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.designed_acts import MomentRow
from app.ui.widgets.designed_rows import DayRow, DesignedForm
from app.ui.widgets.draft_text import DraftText
from app.ui.widgets.multi_pick import MultiPick

__all__ = ["SHARED", "AfterSaving", "IntakeForm", "Saved"]

SHARED = (
    "channel", "received_on", "external_no", "source",
    "name", "phone", "id_type", "id_no", "address", "traits",
    "other_name", "other_code", "other_phone", "other_address",
    "category", "goods", "bought_on", "amount", "demands", "facts",
)  # fmt: skip
"""What forms ask alike: of the person, of the other side, of the matter. `facts` is what triage reads."""


class Saved(Protocol):
    """What registering returns: `services.registration.Registered` and its like."""

    @property
    def case_id(self) -> str:
        """The case, of several linked ones the first."""
        ...

    @property
    def number(self) -> str:
        """Its number; of several linked ones all of them."""
        ...

    @property
    def changes(self) -> Changes:
        """What the pages are told."""
        ...


@dataclass(frozen=True, kw_only=True)
class AfterSaving:
    """What is said once a matter is on disk. `line` names the parties, `term` what runs from now on.

    `act` is (label, act) of what comes next, else the case itself is offered; `paper` is (label, paper id)
    to be printed. `stay`: the number is told above an empty form, for what is registered one after another.
    """

    line: str
    term: str = ""
    act: tuple[str, str] | None = None
    paper: tuple[str, str] | None = None
    stay: bool = False


class IntakeForm(DesignedForm):
    """`edited()` comes with every change, text still being composed by an input method included.

    A kind names the compiled `sheet`, the field `first` where typing begins and `shared` (word of SHARED →
    path of its own field), and writes `fresh`, `register`, `after`; the rest when it has something to say.
    """

    sheet: ClassVar[type[Any]]
    first: ClassVar[str]
    shared: ClassVar[Mapping[str, str]] = {}
    dictionaries: ClassVar[Mapping[str, str]] = {}
    phrase_form: ClassVar[str] = "intake"
    """What `resources/phrases/fields.toml` calls the form."""

    edited = Signal()

    def __init__(self, office: OpenOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._filling = False
        self.ui = self.sheet()
        self.ui.setupUi(self)
        self.collect()
        for row in self.rows.values():
            if isinstance(row, DayRow):
                row.use_calendar(office.clock.today, self.day_note)
            elif isinstance(row, MomentRow):
                row.use_clock(office.clock, self.day_note)
        for path, name in self.dictionaries.items():
            self.offer(path, choices.offers(name, self.today), name=name)
        self.prepare()
        self.phrase_keys = PhraseKeys(self, office, self.phrase_form, self.rows, self.phrase_values)
        self._text = DraftText(self.rows, self)
        self._text.changed.connect(self._on_changed)

    # ------------------------------------------------------------------ what a kind writes

    def prepare(self) -> None:
        """Give the fields their words and checks, and connect what depends on what."""

    def fresh(self) -> dict[str, Any]:
        """What stands in an empty form: what is true of nearly every case."""
        return {}

    def problems(self) -> dict[str, str]:
        """What must be right before the services can be asked at all, by path."""
        return {}

    def register(self, draft: tuple[str, str]) -> Callable[[], Saved]:
        """Read the fields now; the function returned runs in the database's thread and writes the case.

        It forgets `draft` (form, key) in the same transaction and raises InvalidFields by path.
        """
        raise NotImplementedError

    def after(self, saved: Saved) -> AfterSaving:
        """What is said once it is on disk."""
        raise NotImplementedError

    def review(self) -> Review | None:
        """What can be told of the form as far as it is filled, None when nothing is reviewed."""
        return None

    def likenesses(self) -> Callable[[], list[Likeness]] | None:
        """Read the fields now; the function returned looks for the same matter in the database's thread.

        None when nothing was typed yet to look for.
        """
        return None

    def signals(self) -> Callable[[], Looked] | None:
        """Read the fields now; the function returned asks the ledger what 第17条 may be about.

        None for kinds the article does not speak of.
        """
        return None

    def give_room(self) -> None:
        """The form stands alone in a dialog: long texts may be taller than on the page."""

    def phrase_values(self) -> Mapping[str, str]:
        """What phrases may use of the form as it is now."""
        return {}

    def submission(self) -> Submission:
        """What triage reads: the facts as they were typed, and whom they are about."""
        return Submission(text=self.shared_text("facts"), opponent=self.shared_text("other_name"))

    def show_case(self, view: CaseView) -> None:
        """What stands in a case, to be corrected; parts the form does not show stay as they are."""
        raise NotImplementedError

    def missing(self, view: CaseView) -> Sequence[str]:
        """What a registration still lacks by law, in words; a form opened for it is there to complete it."""
        return ()

    def amendment(self, case_id: str, reason: str, version: int) -> Callable[[], Changes]:
        """Read the fields now; the function returned writes what differs, with its reason."""
        raise NotImplementedError

    # ------------------------------------------------------------------ for the page

    def show_fresh(self) -> None:
        """Empty, with what nearly every case begins with."""
        self.fill(dict.fromkeys(self.rows))
        self.fill(self.fresh())
        self.clear_problems()

    def carry(self) -> dict[str, str]:
        """What was typed and other forms ask too, as texts by the words of SHARED."""
        typed = self._text.fields()
        return {word: typed[path] for word, path in self.shared.items()}

    def take(self, carried: Mapping[str, str]) -> None:
        """Show what was carried from another form, where this one asks for it."""
        wanted = {self.shared[word]: text for word, text in carried.items() if word in self.shared}
        self._show_texts(wanted)
        self.edited.emit()

    def shared_text(self, word: str) -> str:
        """What was typed for a word of SHARED, "" where this form does not ask for it."""
        path = self.shared.get(word, "")
        return self._text.fields()[path] if path else ""

    def draft_fields(self) -> dict[str, str]:
        """Every field as it was typed, half a date and text still being composed included."""
        return self._text.fields()

    def show_draft(self, fields: Mapping[str, str]) -> None:
        """Show what `draft_fields` gave, over what is shown now; unknown fields are passed over."""
        self._show_texts(fields)
        self.edited.emit()

    def clear_problems(self) -> None:
        """Take every red sentence away."""
        for row in self.rows.values():
            row.clear_problem()

    # ------------------------------------------------------------------ for the kinds

    @property
    def today(self) -> dt.date:
        """The day at the counter."""
        return self.office.clock.today()

    @property
    def is_filling(self) -> bool:
        """Whether the program fills the fields now, not a person."""
        return self._filling

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show values; it counts as one change, made by the program."""
        self._filling = True
        self.set_values(dict(values))
        self._filling = False
        self.edited.emit()

    def offer(
        self, path: str, offered: choices.Offers, kept: tuple[str, ...] = (), *, name: str = ""
    ) -> None:
        """Choices of a field, found by initials too; `kept` codes gone out of use stay, labelled from
        the dictionary `name`."""
        known = {one.code for one in offered}
        old = [
            choices.Offer(code=code, label=label(name, code) if name else code, search="")
            for code in kept
            if code and code not in known
        ]
        shown = [*offered, *old]
        field = self.field(path)
        if isinstance(field, (ChoiceField, MultiPick)):
            field.set_initials({one.label: one.search for one in shown}.__getitem__)
        field.set_choices([(one.code, one.label) for one in shown])

    def day_note(self, day: dt.date) -> str:
        """What is said beside a date: 星期六 · 非工作日."""
        return intake_review.day_note(self.office, day)

    def _show_texts(self, fields: Mapping[str, str]) -> None:
        self._filling = True
        self._text.show(fields)
        self._filling = False

    def _on_changed(self) -> None:
        if not self._filling:
            self.edited.emit()
