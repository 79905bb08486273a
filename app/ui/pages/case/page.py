"""The case page: one case, its next step, and every act on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.services.changes import Changes
from app.services.papers import PaperOrder
from app.system.errors import EnvironmentProblem
from app.ui import actions, theme
from app.ui.context import ActTarget, Context
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.acts import DIALOGS
from app.ui.dialogs.intake import DecideAcceptanceDialog
from app.ui.pages.case.agreement_tab import AgreementTab
from app.ui.pages.case.evidence_tab import EvidenceTab
from app.ui.pages.case.facts_panel import FactsPanel
from app.ui.pages.case.header import CaseHeader
from app.ui.pages.case.history_tab import HistoryTab
from app.ui.pages.case.paper_desk import PaperDesk
from app.ui.pages.case.papers_tab import PapersTab
from app.ui.pages.case.reading import Shown, read_case
from app.ui.pages.case.record_list import KeptScroll
from app.ui.pages.case.side_panel import ActCard, ClockCard
from app.ui.pages.case.work_tab import WorkTab
from app.ui.pages.intake.amend import AmendDialog
from app.ui.widgets.card import Card
from app.ui.widgets.page import Page
from app.ui.widgets.states import EmptyState, LoadingState

_NARROW_BELOW = 1000
_LEFT, _RIGHT = 270, 240
_LEAST_HEIGHT = 260
_TABS = ("work", "evidence", "papers", "agreement", "history")
_TAB_OF_STAGE = ("work", "evidence", "work", "agreement", "work", "papers")


class CasePage(Page):
    """Open it with `opened(case id)`, or `opened((case id, paper id))` to see a paper at once.

    `opened(ActTarget(case id, act))` begins an act as soon as the case is shown.
    """

    interests = Changes.CASES

    def __init__(self, context: Context) -> None:
        super().__init__(context.bus)
        self._context = context
        self._case_id = ""
        self._paper_to_show = ""
        self._act_to_start = ""
        self.shown: Shown | None = None
        self.dialog: ActDialog | AmendDialog | None = None
        self.header = CaseHeader()
        self.facts = FactsPanel()
        self.clocks = ClockCard()
        self.acts = ActCard()
        self.work = WorkTab()
        self.evidence = EvidenceTab()
        self.papers = PapersTab()
        self.agreement = AgreementTab()
        self.history = HistoryTab()
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
        case = shown.view.case
        reasons = {choice.name: choice.reason for choice in shown.view.choices}
        self.header.show_case(shown, calendar)
        self.facts.show_case(case, reasons["amend"])
        self.clocks.show_case(shown, calendar)
        self.acts.show_case(shown)
        self.work.show_case(shown)
        self.evidence.show_case(shown)
        self.papers.show_case(shown)
        self.agreement.show_case(shown)
        self.history.show_history(shown.history)
        self._name_tabs(shown)
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
        """Open the dialog of an act; one that is not possible says why."""
        if self.shown is None:
            return
        choice = next(one for one in self.shown.view.choices if one.name == name)
        if not choice.allowed:
            self.banner.show_warning(choice.reason)
            return
        self.banner.clear()
        if name == "amend":
            self.dialog = AmendDialog(self._context, self._case_id, self.window())
        else:
            self.dialog = self._act_dialog(DIALOGS[name], target)
        self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.begin()

    def show_paper(self, paper: str) -> None:
        """Preview a paper by its id, and stand on the papers."""
        self.tabs.setCurrentWidget(self.papers)
        order = self.papers.order_of(paper)
        if order is not None:
            self._preview(order)

    def show_papers(self) -> None:
        """Ctrl+P: the papers, with the keyboard on the one to be made."""
        self.tabs.setCurrentWidget(self.papers)
        self.papers.choose_first()
        self.papers.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _act_dialog(self, kind: type[ActDialog], target: object) -> ActDialog:
        assert self.shown is not None
        made = kind(self._context, self.shown.view, target, self.window())
        made.recorded.connect(self._on_recorded)
        made.outdated.connect(self.mark_stale)
        if isinstance(made, DecideAcceptanceDialog):
            made.completion_wanted.connect(partial(self.start_act, "amend"))
        return made

    def _on_recorded(self, changes: Changes) -> None:
        self._context.saved(changes)

    def _forget_dialog(self) -> None:
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

    def _on_stage(self, place: int) -> None:
        self.tabs.setCurrentIndex(_TABS.index(_TAB_OF_STAGE[place]))

    # ---- building ----

    def _build(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setProperty("kind", "card")
        for tab in (self.work, self.evidence, self.papers, self.agreement, self.history):
            self.tabs.addTab(tab, "")
        self.tabs.tabBar().setExpanding(False)
        middle = Card(flush=True)
        middle.body.setContentsMargins(0, 6, 0, 0)
        middle.body.addWidget(self.tabs)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(theme.GAP)
        self._left.addWidget(self.facts, 1)
        self._left_scroll = KeptScroll(left)
        self._left_scroll.setFixedWidth(_LEFT)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(theme.GAP)
        self._columns.addWidget(self._left_scroll)
        self._columns.addWidget(middle, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(theme.GAP)
        self._right.addWidget(self.clocks, 5)
        self._right.addWidget(self.acts, 4)
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
        actions.bind("print", self, self.show_papers)
        self.header.next_wanted.connect(self.next_step)
        self.header.paper_wanted.connect(self._preview)
        self.header.stage_chosen.connect(self._on_stage)
        self.work.next_wanted.connect(self.next_step)
        self.facts.amend_wanted.connect(partial(self.start_act, "amend"))
        self.acts.act_wanted.connect(self.start_act)
        self.evidence.add_wanted.connect(partial(self.start_act, "add_evidence"))
        self.evidence.void_wanted.connect(partial(self.start_act, "void_evidence"))
        self.evidence.look_wanted.connect(self.desk.look)
        self.evidence.copy_wanted.connect(self.desk.copy)
        self.papers.preview_wanted.connect(self._preview)
        self.papers.save_wanted.connect(self._save_paper)
        self.papers.print_wanted.connect(self._print_paper)
        self.papers.reopen_wanted.connect(self.desk.reopen)
        self.agreement.act_wanted.connect(self.start_act)
        self.desk.made.connect(self._context.bus.announce)

    def _name_tabs(self, shown: Shown) -> None:
        case = shown.view.case
        counts = (0, len(case.live_evidence()), len(case.papers), 0, len(shown.history))
        for place, (words, count) in enumerate(
            zip(("办理", "证据", "文书", "协议与履行", "经过"), counts, strict=True)
        ):
            self.tabs.setTabText(place, f"{words} {count}" if count else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where three columns do not fit, the clocks stand below the facts."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_BELOW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for card, share in ((self.clocks, 5), (self.acts, 4)):
            (self._right if narrow else self._left).removeWidget(card)
            (self._left if narrow else self._right).addWidget(card, share)
        self.header.set_narrow(narrow)
        self._set_widths(narrow=narrow)

    def _set_widths(self, *, narrow: bool) -> None:
        """Stacked cards keep a readable height; then the column scrolls as a whole."""
        bar = theme.STEP * 3 if narrow else 0
        self.facts.setFixedWidth(_LEFT - bar)
        for card in (self.facts, self.clocks, self.acts):
            card.setMinimumHeight(_LEAST_HEIGHT if narrow else 0)
        for card in (self.clocks, self.acts):
            card.setFixedWidth(_LEFT - bar if narrow else _RIGHT)
