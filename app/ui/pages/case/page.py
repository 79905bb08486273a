"""The case page: one case, its next step, and every act on it."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.services.changes import Changes
from app.services.papers import PaperOrder
from app.system.errors import EnvironmentProblem
from app.ui import actions, theme
from app.ui.context import ActTarget, Context
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.matter.face import CaseCard, CaseTab, Shown
from app.ui.matter.papers_tab import PapersTab
from app.ui.matter.record_list import KeptScroll
from app.ui.pages.case.case_tabs import CaseTabs
from app.ui.pages.case.dispute_choice import DisputeDialog
from app.ui.pages.case.facts_panel import FactsPanel
from app.ui.pages.case.header import CaseHeader
from app.ui.pages.case.paper_desk import PaperDesk
from app.ui.pages.case.reading import read_case
from app.ui.pages.case.side_panel import ActCard, ClockCard
from app.ui.pages.intake.amend import AmendDialog
from app.ui.widgets.card import Card
from app.ui.widgets.page import Page
from app.ui.widgets.states import EmptyState, LoadingState

_NARROW_BELOW = 1000
_LEFT, _RIGHT = 262, 240
_BAR = 12
_LEAST_HEIGHT = 260
_NOT_HERE = "这一类事项没有这一步，或者现在用不着。"


class CasePage(Page):
    """Open it with `opened(case id)`, or `opened((case id, paper id))` to see a paper at once.

    `opened(ActTarget(case id, act))` begins an act as soon as the case is shown.
    """

    interests = Changes.CASES | Changes.EXCHANGE

    def __init__(self, context: Context) -> None:
        super().__init__(context.bus)
        self._context = context
        self._case_id = ""
        self._paper_to_show = ""
        self._act_to_start = ""
        self.shown: Shown | None = None
        self.dialog: ActDialog | AmendDialog | DisputeDialog | None = None
        self.header = CaseHeader()
        self.facts = FactsPanel()
        self.clocks = ClockCard()
        self.acts = ActCard()
        self.tabs = CaseTabs(context, self._connect_tab)
        self._cards: dict[str, list[CaseCard]] = {}
        self.desk = PaperDesk(context, self)
        self._build()
        self._connect()

    # ---- opening ----

    def opened(self, target: object) -> None:
        """Another case, or the same one again; the tab and the places in the lists stay for the same one."""
        case_id, wanted = target if isinstance(target, tuple) else (str(target), "")
        begins = isinstance(target, ActTarget)
        if case_id != self._case_id:
            self._case_id = case_id
            self.shown = None
            self.banner.clear()
            self._layers.setCurrentWidget(self._loading)
            self.tabs.setCurrentIndex(0)
        self._paper_to_show = "" if begins else wanted
        self._act_to_start = wanted if begins else ""
        self.mark_stale()

    @property
    def case_id(self) -> str:
        """The case the page stands on, "" before the first."""
        return self._case_id

    def refresh(self) -> None:
        """Read the case again."""
        if not self._case_id:
            self._layers.setCurrentWidget(self._nothing)
            return
        case_id = self._case_id
        self._context.tasks.run(
            self,
            lambda _progress: read_case(self._context.office, case_id),
            self._show,
            self._on_unreadable,
        )

    def _show(self, shown: Shown) -> None:
        if shown.view.case.id != self._case_id:
            return
        self.shown = shown
        calendar = self._context.office.calendar
        self.header.show_case(shown, calendar)
        self.facts.show_case(shown)
        self._show_cards(shown)
        self.clocks.show_case(shown, calendar)
        self.acts.show_case(shown)
        self.tabs.show_case(shown)
        self._layers.setCurrentWidget(self._body)
        if self._paper_to_show:
            paper, self._paper_to_show = self._paper_to_show, ""
            self.show_paper(paper)
        if self._act_to_start:
            act, self._act_to_start = self._act_to_start, ""
            self.start_act(act)

    def _on_unreadable(self, problem: UserError | EnvironmentProblem) -> None:
        if self.shown is None:
            self._nothing.set_text("这件案件打不开", problem.message)
            self._layers.setCurrentWidget(self._nothing)
        else:
            self.show_problem(problem.message, "刷新", self.mark_stale)

    # ---- acts ----

    def next_step(self) -> None:
        """Ctrl+Enter: the one obvious next act."""
        if self.shown is not None and self.shown.view.next_step is not None:
            self.start_act(self.shown.view.next_step.name)

    def start_act(self, name: str, target: object = None) -> None:
        """Open the dialog of an act, of the next one for ""; one that is not possible says why."""
        if not name:
            self.next_step()
            return
        if self.shown is None:
            return
        choice = next((one for one in self.shown.view.choices if one.name == name), None)
        if choice is None or not choice.allowed:
            self.banner.show_warning(choice.reason if choice is not None else _NOT_HERE)
            return
        self.banner.clear()
        dialogs = self.shown.face.dialogs
        if name == "amend" and name not in dialogs:
            self.dialog = AmendDialog(self._context, self._case_id, self.window())
        else:
            self.dialog = self._act_dialog(dialogs[name], target)
        self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.begin()

    def choose_dispute(self) -> None:
        """The first thing two offices disagree about; the next one follows when it is decided."""
        if self.shown is None or not self.shown.disputes:
            return
        made = DisputeDialog(self._context, self._case_id, self.shown.disputes[0], self.window())
        made.recorded.connect(self._on_recorded)
        made.outdated.connect(self.mark_stale)
        made.destroyed.connect(self._forget_dialog)
        self.dialog = made
        made.start()

    def show_paper(self, paper: str) -> None:
        """Preview a paper by its id, and stand on the papers."""
        if not self.tabs.has("papers"):
            return
        self.tabs.setCurrentWidget(self.papers)
        order = self.papers.order_of(paper)
        if order is not None:
            self._preview(order)

    def show_papers(self) -> None:
        """Ctrl+P: the papers, with the keyboard on the one to be made."""
        if not self.tabs.has("papers"):
            return
        self.tabs.setCurrentWidget(self.papers)
        self.papers.choose_first()
        self.papers.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _act_dialog(self, kind: type[ActDialog], target: object) -> ActDialog:
        assert self.shown is not None
        made = kind(self._context, self.shown.view, target, self.window())
        made.recorded.connect(self._on_recorded)
        made.outdated.connect(self.mark_stale)
        made.other_wanted.connect(self.start_act)
        return made

    def _on_recorded(self, changes: Changes) -> None:
        self._context.saved(changes)

    def _forget_dialog(self) -> None:
        """One is gone; a newer one, begun before Qt took the old away, stays."""
        if self.dialog is not None and not shiboken6.isValid(self.dialog):
            self.dialog = None

    def _name_of(self, order: PaperOrder) -> str:
        assert self.shown is not None
        return next(name for one, name, _ in self.shown.orders if one == order)

    def _preview(self, order: PaperOrder) -> None:
        self.desk.preview(order, self._name_of(order))

    def _save_paper(self, order: PaperOrder) -> None:
        self.desk.save(order, self._name_of(order))

    def _print_paper(self, order: PaperOrder) -> None:
        self.desk.print(order, self._name_of(order))

    def _uncover(self) -> None:
        """Show the numbers; some kinds ask for a reason first."""
        if self.shown is None:
            return
        ask = self.shown.face.uncover
        if ask is None:
            self.facts.uncover()
        else:
            ask(self._context, self.shown.view, self.window(), self.facts.uncover)

    def _show_cards(self, shown: Shown) -> None:
        """The further cards of this kind; those of other kinds are put away."""
        own = shown.face.mark.kind
        if own not in self._cards:
            made = [make(self._context) for make in shown.face.cards]
            self._cards[own] = made
            for place, card in enumerate(made, 1):
                card.act_wanted.connect(self.start_act)
                card.case_wanted.connect(self._context.case_wanted)
                self._left.insertWidget(place, card)
        for kind, cards in self._cards.items():
            for card in cards:
                card.setVisible(kind == own)
                if kind == own:
                    card.show_case(shown)

    # ---- building ----

    def _build(self) -> None:
        middle = Card(flush=True)
        middle.body.setContentsMargins(0, 6, 0, 0)
        middle.body.addWidget(self.tabs)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(theme.GAP)
        self._left.addWidget(self.facts, 1)
        self._left_scroll = KeptScroll(left)
        self._left_scroll.setFixedWidth(_LEFT + _BAR)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left_scroll)
        # The scroll bar of the left column stands in the gap.
        self._columns.addSpacing(theme.GAP - _BAR)
        self._columns.addWidget(middle, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(theme.GAP)
        self._right.addWidget(self.clocks, 4)
        self._right.addWidget(self.acts, 5)
        self._columns.addLayout(self._right)
        self._set_widths(narrow=False)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.GAP)
        body.addWidget(self.header)
        body.addLayout(self._columns, 1)
        self._nothing = EmptyState("还没有打开案件", "在案件列表里选一件，或按 Ctrl+K 查找。", icon="folder")
        self._loading = LoadingState("正在读取案件……")
        self._layers = QStackedWidget()
        for layer in (self._nothing, self._loading, self._body):
            self._layers.addWidget(layer)
        self.content.addWidget(self._layers)
        self._narrow = False

    def _connect(self) -> None:
        actions.bind("next_step", self, self.next_step)
        actions.bind("edit_case", self, partial(self.start_act, "amend"))
        actions.bind("calculate", self, partial(self.start_act, "keep_calculation"))
        actions.bind("print", self, self.show_papers)
        self.header.next_wanted.connect(self.next_step)
        self.header.paper_wanted.connect(self._preview)
        self.header.stage_chosen.connect(self.tabs.go_to_stage)
        self.facts.amend_wanted.connect(partial(self.start_act, "amend"))
        self.acts.act_wanted.connect(self.start_act)
        self.facts.uncover_wanted.connect(self._uncover)
        self.facts.notices.dispute_wanted.connect(self.choose_dispute)
        self.facts.ties.case_wanted.connect(self._context.case_wanted)
        self.desk.made.connect(self._context.bus.announce)

    def _connect_tab(self, tab: CaseTab) -> None:
        tab.act_wanted.connect(self.start_act)
        tab.look_wanted.connect(self.desk.look)
        tab.copy_wanted.connect(self.desk.copy)
        tab.case_wanted.connect(self._context.case_wanted)
        if isinstance(tab, PapersTab):
            tab.preview_wanted.connect(self._preview)
            tab.save_wanted.connect(self._save_paper)
            tab.print_wanted.connect(self._print_paper)
            tab.reopen_wanted.connect(self.desk.reopen)

    @property
    def papers(self) -> PapersTab:
        """The papers of the kind now shown."""
        tab = self.tabs.tab("papers")
        assert isinstance(tab, PapersTab)
        return tab

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where three columns do not fit, the clocks stand below the facts."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_BELOW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for card, share in ((self.clocks, 4), (self.acts, 5)):
            (self._right if narrow else self._left).removeWidget(card)
            (self._left if narrow else self._right).addWidget(card, share)
        self.header.set_narrow(narrow)
        self._set_widths(narrow=narrow)

    def _set_widths(self, *, narrow: bool) -> None:
        """Stacked cards keep a readable height; then the column scrolls as a whole."""
        self._right.setContentsMargins(0 if narrow else theme.GAP, 0, 0, 0)
        self.facts.setFixedWidth(_LEFT)
        # Further cards below the facts must not squeeze them; the column scrolls instead.
        self.facts.setMinimumHeight(_LEAST_HEIGHT)
        for card in (self.clocks, self.acts):
            card.setMinimumHeight(_LEAST_HEIGHT if narrow else 0)
            card.setFixedWidth(_LEFT if narrow else _RIGHT)
