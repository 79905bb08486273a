"""A clerk at the case page: opens the next step by the keyboard, fills the dialog, saves with Ctrl+S."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.registration import register_complaint
from app.system.clock import FixedClock
from app.ui.context import Context
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.pages.case.page import CasePage
from tests.offices import walk_in


class Clerk:
    """One page over one office; `office`, `page`, `case` are there for assertions."""

    def __init__(self, qtbot: QtBot, context: Context) -> None:
        self.qtbot = qtbot
        self.context = context
        self.office = context.office
        self.page = CasePage(context)
        self.page.resize(1180, 700)

    @property
    def case(self) -> Any:
        """The state the page shows."""
        assert self.page.shown is not None
        return self.page.shown.view.case

    @property
    def dialog(self) -> ActDialog:
        """The dialog on screen."""
        assert isinstance(self.page.dialog, ActDialog)
        return self.page.dialog

    def tab(self, name: str) -> Any:
        """A tab of the kind of the case on screen."""
        return self.page.tabs.tab(name)

    def open(self, case_id: str = "") -> str:
        """Show a case, by default a new walk-in complaint; its id."""
        case_id = case_id or register_complaint(self.office, walk_in()).case_id
        self.page.opened(case_id)
        self.page.show()
        self.page.activateWindow()
        self.rest()
        return case_id

    def rest(self) -> None:
        """Wait until everything asked for is done and shown."""
        self.qtbot.waitUntil(lambda: not self.context.tasks.busy)

    def next_label(self) -> str:
        """What the primary button offers."""
        assert self.page.shown is not None
        step = self.page.shown.view.next_step
        return step.name if step is not None else ""

    def start(self, name: str, target: object = None) -> ActDialog:
        """Open the dialog of an act."""
        self.page.start_act(name, target)
        return self.dialog

    def press_next(self) -> ActDialog:
        """Ctrl+Enter on the page."""
        self.page.facts.setFocus()
        self.page.next_step()
        return self.dialog

    def fill(self, **values: object) -> None:
        """Type into the fields of the dialog."""
        for name, value in values.items():
            self.dialog.form.field(name).set_value(value)

    def save(self) -> None:
        """Ctrl+S; the dialog must close."""
        self._press_save()
        self.rest()
        self.qtbot.waitUntil(lambda: self.page.dialog is None or bool(self.complaints()))
        assert self.page.dialog is None, self.complaints()
        self.rest()

    def refused(self) -> str:
        """Ctrl+S; the dialog must stay and say why."""
        self._press_save()
        self.rest()
        assert self.page.dialog is not None
        return self.complaints()

    def _press_save(self) -> None:
        dialog = self.dialog
        self.qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    def complaints(self) -> str:
        """Everything the dialog objects to."""
        rows = [row.problem() for row in self.dialog.form.rows.values() if row.problem()]
        return "；".join([*rows, self.dialog.banner.text()])

    def do(self, name: str, **values: object) -> None:
        """One whole act."""
        self.start(name)
        self.fill(**values)
        self.save()

    def days_pass(self, days: int) -> None:
        """Come back later."""
        clock = self.office.clock
        assert isinstance(clock, FixedClock)
        clock.advance(dt.timedelta(days=days))
        self.page.mark_stale()
        self.rest()

    def leave(self) -> None:
        """Close everything."""
        if self.page.dialog is not None:
            self.page.dialog.done(0)
        if self.page.desk.window is not None:
            self.page.desk.window.close()
        self.page.close()
        self.rest()
        self.page.deleteLater()
