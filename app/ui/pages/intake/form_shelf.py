"""The forms of the page 登记, one of them on screen: what is asked alike follows from one to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.office import OpenOffice
from app.ui.kinds.registry import INTAKES, Intake, form_of
from app.ui.matter.intake_form import IntakeForm
from app.ui.pages.intake.kept_drafts import KIND

_IN = "/"
"""Between the id of a form and the path of a field, for words that stand in a form not on screen."""


class FormShelf(QWidget):
    """`edited()`: somebody typed, or the form was filled. A form is made when it is first asked for."""

    edited = Signal()

    def __init__(self, office: OpenOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._made: dict[str, IntakeForm] = {}
        self._fresh: dict[str, dict[str, str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.entry: Intake = INTAKES[0]
        self._form(self.entry.id).show()

    @property
    def form(self) -> IntakeForm:
        """The form on screen."""
        return self._form(self.entry.id)

    def choose(self, name: str) -> None:
        """Show the form of this id; what both forms ask goes along, the rest waits where it was typed."""
        if name == self.entry.id:
            return
        before = self.form
        carried = before.carry()
        self.entry = _entry(name)
        before.hide()
        self.form.take(carried)
        self.form.clear_problems()
        self.form.show()

    def show_fresh(self, name: str = "") -> None:
        """Every form empty, the one of this id on screen ("": the one that is)."""
        for one, form in self._made.items():
            form.show_fresh()
            self._fresh[one] = form.draft_fields()
        if name and name != self.entry.id:
            self.form.hide()
            self.entry = _entry(name)
        self.form.show()

    def untouched(self) -> dict[str, str]:
        """What `draft_fields` gives as long as nobody typed anything."""
        return {KIND: self.entry.id, **self._fresh[self.entry.id]}

    def draft_fields(self) -> dict[str, str]:
        """Everything typed: the form on screen, and what waits in the others."""
        found = {KIND: self.entry.id, **self.form.draft_fields()}
        for one, form in self._made.items():
            if one == self.entry.id:
                continue
            gone_along = {path for word, path in form.shared.items() if word in self.form.shared}
            for path, text in form.draft_fields().items():
                if path not in gone_along and text != self._fresh[one].get(path):
                    found[f"{one}{_IN}{path}"] = text
        return found

    def show_draft(self, fields: Mapping[str, str]) -> None:
        """Show what `draft_fields` gave, each form over an empty one."""
        kind = fields.get(KIND, "")
        self.show_fresh(kind if kind in {entry.id for entry in INTAKES} else INTAKES[0].id)
        own: dict[str, dict[str, str]] = {self.entry.id: {}}
        for name, text in fields.items():
            one, sign, path = name.partition(_IN)
            own.setdefault(one if sign else self.entry.id, {})[path if sign else name] = text
        for one, texts in own.items():
            if one in {entry.id for entry in INTAKES}:
                self._form(one).show_draft(texts)

    def _form(self, name: str) -> IntakeForm:
        if name not in self._made:
            made: IntakeForm = form_of(_entry(name))(self._office)
            made.hide()
            made.show_fresh()
            self._fresh[name] = made.draft_fields()
            made.edited.connect(lambda: self._on_edited(name))
            self._made[name] = made
            self._column.addWidget(made)
        return self._made[name]

    def _on_edited(self, name: str) -> None:
        if name == self.entry.id:
            self.edited.emit()


def _entry(name: str) -> Intake:
    return next(entry for entry in INTAKES if entry.id == name)
