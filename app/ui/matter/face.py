"""What the case page asks of a kind: the words of a case, its facts and tabs, the dialog for each act.

All functions are called on the screen's thread with what was read, except `read`, which runs in the
database's thread and may ask the services for more than a case holds (members, similar cases).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.casefile import DeadlineRow
from app.domain.procedure import Choice
from app.services.casework import CaseView
from app.services.exchange.case_status import NOBODY, CaseStatus
from app.services.exchange.conflicts import Dispute
from app.services.office import OpenOffice
from app.services.papers import PaperOrder
from app.services.timeline import Entry
from app.ui.context import Context
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.matter.mark import KindMark
from app.ui.matter.record_list import Record
from app.ui.widgets.card import Card
from app.ui.widgets.step_bar import Step


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A case as it was read at one time, `now`, with its history and the papers that can or cannot be made.

    `urgent` is the clock to look at first; `more` is what the kind's own `read` found.
    """

    face: KindFace
    view: CaseView
    history: tuple[Entry, ...]
    orders: tuple[tuple[PaperOrder, str, str], ...]
    urgent: DeadlineRow | None
    now: dt.datetime
    more: Any = None
    sync: CaseStatus = NOBODY
    """How far the case has come at the office above."""
    disputes: tuple[Dispute, ...] = ()
    """What two offices wrote without seeing each other, to be decided."""

    @property
    def today(self) -> dt.date:
        """The day it was read."""
        return self.now.date()

    @property
    def case(self) -> Any:
        """The state of the case, which the kind knows the type of."""
        return self.view.case


class CaseTab(QWidget):
    """A tab of the case page.

    `act_wanted(name, target)`: begin an act, on something in particular or None; "" is the next step.
    `look_wanted(file)`, `copy_wanted(file)`: an attachment; `case_wanted(id)`: another case.
    """

    act_wanted = Signal(str, object)
    look_wanted = Signal(object)
    copy_wanted = Signal(object)
    case_wanted = Signal(str)

    def show_case(self, shown: Shown) -> None:
        """Show the case as it was read; the chosen row and the place in a list stay."""
        raise NotImplementedError


class CaseCard(Card):
    """A further card below the facts; it hides itself when it has nothing to say. Signals as for a tab."""

    act_wanted = Signal(str, object)
    case_wanted = Signal(str)

    def show_case(self, shown: Shown) -> None:
        """Show the case as it was read."""
        raise NotImplementedError


@dataclass(frozen=True)
class Fact:
    """One entry of 案情: `caption` above (投诉人), `text`, and `more` below it in quiet letters.

    `key` tells it from the others; an entry without text is shown as 未载明.
    """

    key: str
    caption: str
    text: str
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class TabEntry:
    """A tab of the case page. `stages` are those whose step in the bar leads here; `count` stands behind
    the title when it is not 0."""

    id: str
    title: str
    make: Callable[[Context], CaseTab]
    count: Callable[[Shown], int] = lambda shown: 0
    stages: tuple[str, ...] = ()


def _basis(_shown: Shown, step: Choice) -> str:
    return step.basis


def _nothing_more(_office: OpenOffice, _view: CaseView) -> object:
    return None


@dataclass(frozen=True, kw_only=True)
class KindFace:
    """One kind on its case page. `case` below is the kind's own state.

    `line(case)`: who and what, behind the number. `facts(case, uncovered)`: 案情, telephone and identity
    numbers masked unless `uncovered`; `has_numbers(case)`: whether there is anything to uncover.
    `steps(shown)`: (stage id, Step) for the bar, left to right. `needed(shown, choice)`: what the next step
    asks for, in a sentence or two; `basis(shown, choice)`: its article; `idle(shown)`: title and sentence
    when there is no next step. `sections`: the headings of 办理, the latest in a case's life first, each
    with a function from case to records. `dialogs`: by the name of the act; "amend" is offered through the
    kind's intake form and needs none. `read(office, view)`: what the kind wants besides, as `Shown.more`.
    `uncover(context, view, window, then)`: asks before numbers are shown and calls `then()` when it may be;
    None shows them at once. `cards`: further cards below the facts.
    """

    mark: KindMark
    line: Callable[[Any], str]
    facts: Callable[[Any, bool], Sequence[Fact]]
    has_numbers: Callable[[Any], bool]
    steps: Callable[[Shown], Sequence[tuple[str, Step]]]
    needed: Callable[[Shown, Choice], str]
    idle: Callable[[Shown], tuple[str, str]]
    sections: Mapping[str, Callable[[Any], list[Record]]]
    tabs: tuple[TabEntry, ...]
    dialogs: Mapping[str, type[ActDialog]]
    basis: Callable[[Shown, Choice], str] = _basis
    read: Callable[[OpenOffice, CaseView], Any] = _nothing_more
    uncover: Callable[[Context, CaseView, Any, Callable[[], None]], None] | None = None
    cards: tuple[Callable[[Context], CaseCard], ...] = field(default=())


def by_act(*dialogs: type[ActDialog]) -> dict[str, type[ActDialog]]:
    """Dialogs by the act each carries out."""
    return {dialog.act: dialog for dialog in dialogs}
