"""What is told beside the form while it is typed: read again a moment after the last key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.services import triage
from app.services.duplicates import Likeness
from app.ui.context import Context
from app.ui.pages.intake.advice import hint_of
from app.ui.pages.intake.form_card import FormCard

_REVIEW_AFTER = 250
_LOOK_AFTER = 600


class Beside(QObject):
    """One for the page. Findings, kinds and dangers at once; the ledger is asked in the database's thread."""

    def __init__(self, context: Context, page: QWidget, card: FormCard) -> None:
        super().__init__(page)
        self._context = context
        self._office = context.office
        self._page = page
        self._card = card
        self._asked = 0
        self._review_later = self._timer(_REVIEW_AFTER, self.review)
        self._look_later = self._timer(_LOOK_AFTER, self.look)
        card.shelf.edited.connect(self.later)

    def later(self) -> None:
        """Something was typed."""
        self._review_later.start()
        self._look_later.start()

    def begin(self) -> None:
        """Another form, or the same one emptied: nothing of before stays."""
        self._card.side.show_likenesses((), asked=False)
        self._card.side.show_signals(None)
        self.review()
        self._look_later.start()

    def review(self) -> None:
        """What can be told of the form itself: findings, another kind or department, danger."""
        self._review_later.stop()
        form = self._card.shelf.form
        self._card.side.show_review(form.review())
        advice = triage.advise(self._office, form.submission(), channel=form.shared_text("channel"))
        self._card.hint.show_hint(hint_of(advice, self._card.shelf.entry.id))
        person = triage.person_in_charge(self._office)
        self._card.danger.show_dangers(advice.dangers, person.name, person.phone)

    def look(self) -> None:
        """What the ledger knows: the same matter, and what 第17条 may be about."""
        self._look_later.stop()
        self._asked += 1
        form = self._card.shelf.form
        self._look_for_signals()
        look = form.likenesses()
        if look is None:
            self._show_likenesses(self._asked, False, [])
            return
        self._context.tasks.run(
            self._page, lambda _progress: look(), partial(self._show_likenesses, self._asked, True)
        )

    def _show_likenesses(self, asked: int, named: bool, found: list[Likeness]) -> None:
        # An answer to what stood there before is of no use any more.
        if asked == self._asked:
            self._card.side.show_likenesses(found, asked=named)

    def _look_for_signals(self) -> None:
        look, asked, side = self._card.shelf.form.signals(), self._asked, self._card.side
        if look is None:
            side.show_signals(None)
            return
        self._context.tasks.run(
            self._page,
            lambda _progress: look(),
            lambda looked: side.show_signals(looked) if asked == self._asked else None,
        )

    def _timer(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer
