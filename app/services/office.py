"""An open office: everything a service needs, made once at sign-in and handed to each call."""

from __future__ import annotations

from app.domain.calendar import Calendar
from app.domain.errors import UserError
from app.domain.events import decode
from app.domain.office import STREAM, Office, Operator, fold_office
from app.domain.rules import RuleBook
from app.services import rulebook
from app.services.projection import Projector
from app.store.rebuild import DueChange
from app.store.store import Store
from app.system.clock import Clock


class OpenOffice:
    """The store, the rules and the person at work. Close it when done; it holds the office's lock."""

    def __init__(
        self, store: Store, key: bytes, clock: Clock, projector: Projector, operator_id: str
    ) -> None:
        self.store = store
        self.key = key
        self.clock = clock
        self.projector = projector
        self.rules: RuleBook = rulebook.rule_book()
        """The rule sets of the 办法; those of other laws: `rulebook.rule_book(kind.rules)`."""
        self.calendar: Calendar = projector.calendar
        self.moved_deadlines: list[DueChange] = []
        """Deadlines that changed when the lists were brought up to date at opening."""
        self.refresh()
        found = self.office.operators.get(operator_id)
        if found is None or not found.active:
            raise UserError("这位经办人已停用，请由其他经办人登录。")
        self.operator: Operator = found

    @property
    def office(self) -> Office:
        """The office's particulars, operators and settings."""
        return self.projector.office

    def refresh(self) -> None:
        """Fold the office stream again after it grew."""
        self.projector.office = fold_office(decode(e) for e in self.store.log.read_stream(STREAM))

    def close(self) -> None:
        """Checkpoint and release the lock. Safe to call twice."""
        self.store.close()
