"""Labelled fields as Qt Designer makes them: with a parent and nothing else, the rest as properties.

A `.ui` form promotes a QWidget to one of these rows; the compiled code sets `caption`, `mandatory`,
`remark`, `limit` … through the setters below, and the property `path` names the field for values,
drafts and problems. `DesignedForm` then finds the rows of a compiled form.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_fields import DateField
from app.ui.widgets.form_row import FormRow, name_field
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.multi_pick import MultiPick
from app.ui.widgets.text_fields import NameField, TextArea


class CheckedField(NameField):
    """One line of text with a check of its own: `rule(text)` returns a sentence when something is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rule: Callable[[str], str | None] | None = None

    def problem(self) -> str:
        """Too long, or what the check says; an empty field is never wrong here."""
        found = super().problem()
        if not found and self.rule is not None and self.value():
            found = self.rule(self.value()) or ""
        return found


class DesignedRow(FormRow):
    """Base of the rows below: what Designer sets."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("", field, parent=parent)

    @property
    def path(self) -> str:
        """The name of the field in values and problems; "" keeps the row out of them."""
        return str(self.property("path") or "")

    def setCaption(self, text: str) -> None:  # noqa: N802 - called by the compiled form
        """The label above the field."""
        self._caption.setText(text)
        name_field(self._caption, self.field, mandatory=self.mandatory)

    def setMandatory(self, mandatory: bool) -> None:  # noqa: N802 - called by the compiled form
        """Mark the label with *."""
        self.mandatory = mandatory
        self.setCaption(self.caption())

    def setRemark(self, text: str) -> None:  # noqa: N802 - called by the compiled form
        """A short remark behind the label."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))


class TextRow(DesignedRow):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CheckedField(), parent)

    def setLimit(self, limit: int) -> None:  # noqa: N802 - called by the compiled form
        """Characters at most."""
        self.field.limit = limit

    def setPlaceholder(self, text: str) -> None:  # noqa: N802 - called by the compiled form
        """What stands in the empty field."""
        self.field.setPlaceholderText(text)


class AreaRow(DesignedRow):
    """Several lines of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TextArea(), parent)

    def setLimit(self, limit: int) -> None:  # noqa: N802 - called by the compiled form
        """Characters at most."""
        self.field.limit = limit

    def setPlaceholder(self, text: str) -> None:  # noqa: N802 - called by the compiled form
        """What stands in the empty field."""
        self.field.setPlaceholderText(text)


class MoneyRow(DesignedRow):
    """An amount, with capital numerals below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MoneyField(capitals=True), parent)


class ChoiceRow(DesignedRow):
    """One of several choices; the page gives them with `field.set_choices`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ChoiceField(), parent)

    def setPlaceholder(self, text: str) -> None:  # noqa: N802 - called by the compiled form
        """What stands in the empty field."""
        line = self.field.lineEdit()
        line.setPlaceholderText(text)


class PickRow(DesignedRow):
    """Any of several choices in one line; the page gives them with `field.set_choices`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MultiPick(), parent)

    def setPlaceholder(self, text: str) -> None:  # noqa: N802 - called by the compiled form
        """What stands in the empty field."""
        self.field.set_placeholder(text)


class DayRow(DesignedRow):
    """A date. The page must call `use_calendar` before anything is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._today: Callable[[], dt.date] | None = None
        self._day_note: Callable[[dt.date], str] | None = None
        super().__init__(DateField(self._read_today, self._read_note), parent)

    def use_calendar(
        self, today: Callable[[], dt.date], note: Callable[[dt.date], str] | None = None
    ) -> None:
        """Give the clock, and what to say beside a date (星期六 · 非工作日)."""
        self._today = today
        self._day_note = note

    def _read_today(self) -> dt.date:
        assert self._today is not None, "use_calendar was not called"
        return self._today()

    def _read_note(self, day: dt.date) -> str:
        return self._day_note(day) if self._day_note is not None else ""


class DesignedForm(FormRows):
    """A compiled form: the same calls as `FormGrid`, by the rows' paths, in the order of the form."""

    def collect(self) -> None:
        """Find the rows; call it after `setupUi`."""
        found = self.findChildren(DesignedRow)
        self.rows = {row.path: row for row in found if row.path}
