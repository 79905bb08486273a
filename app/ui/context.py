"""What every page is given: the open office, the workers, the bus, and how to go elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.services.changes import Changes
from app.services.office import OpenOffice
from app.ui.bus import Bus
from app.ui.tasks import Tasks


class ActTarget(NamedTuple):
    """A case to be opened, and the act whose dialog opens with it."""

    case_id: str
    act: str


class Tie(NamedTuple):
    """The case a new one follows from, and the relation between the two (`linking.link`)."""

    relation: str
    case_id: str
    number: str


class IntakeTarget(NamedTuple):
    """A registration of a kind, with what is known already: texts by the words of `intake_form.SHARED`.

    With `tie` the new case is linked to the one it follows from, in the same transaction.
    """

    kind: str
    words: Mapping[str, str] = MappingProxyType({})
    tie: Tie | None = None


class Context(QObject):
    """One for each signed-in window. Pages emit its signals; the window answers them.

    `case_wanted(case_id)` opens a case, `act_wanted(case_id, act)` a case with the dialog of an act,
    `page_wanted(page_id)` a page of the rail, `intake_wanted(target)` the registration form (the key of a
    draft, "" for a fresh one, or an `IntakeTarget`), `orders_wanted(paths)` the import of work orders,
    `cases_wanted(CaseFilter)` the case list, `search_wanted(text)` the search box with letters typed in a
    list, `paper_wanted(case_id, paper)` the preview of a paper, `toast_wanted(text)` a passing word such as
    已保存.
    """

    case_wanted = Signal(str)
    act_wanted = Signal(str, str)
    page_wanted = Signal(str)
    intake_wanted = Signal(object)
    orders_wanted = Signal(list)
    cases_wanted = Signal(object)
    search_wanted = Signal(str)
    paper_wanted = Signal(str, str)
    toast_wanted = Signal(str)

    def __init__(self, office: OpenOffice, tasks: Tasks, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.tasks = tasks
        self.bus = bus

    def saved(self, changes: Changes, text: str = "已保存", initiator: QObject | None = None) -> None:
        """After a service returned: the commit is on disk, say so and tell the pages what changed."""
        self.toast_wanted.emit(text)
        self.bus.announce(changes, initiator)
