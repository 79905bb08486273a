"""The window of a signed-in operator: pages, commands, what is told at the edges, locking and closing.

Pages are imported when they are first shown, so that signing in ends on a usable window at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.domain.errors import UserError
from app.domain.office import ROLES
from app.services import desk
from app.services.changes import Changes
from app.services.exchange import attention
from app.services.office import OpenOffice
from app.services.projection_version import moved_sentence
from app.system.errors import EnvironmentProblem
from app.ui import theme, theme_fonts
from app.ui.appearance import lock_minutes_of
from app.ui.context import ActTarget, Context
from app.ui.crash import DefectDesk
from app.ui.housekeeping import Housekeeping
from app.ui.shell import MainWindow
from app.ui.widgets.labels import button, label
from app.ui.widgets.page import Page
from app.ui.workplace import Workplace


class PageEntry(NamedTuple):
    """A page: its name in the program, the words and icon of the rail, where its class is."""

    id: str
    title: str
    icon: str
    module: str
    made_by: str
    under: str = ""
    """The page whose entry is marked for a page that has none of its own."""


PAGES: tuple[PageEntry, ...] = (
    PageEntry("desk", "工作台", "home", "app.ui.pages.desk", "DeskPage"),
    PageEntry("cases", "案件", "folder", "app.ui.pages.case_list", "CaseListPage"),
    PageEntry("orders", "导入工单", "import", "app.ui.pages.orders.page", "OrdersPage"),
    PageEntry("calculator", "计算", "scales", "app.ui.pages.calculator.page", "CalculatorPage"),
    PageEntry("exchange", "往来同步", "swap", "app.ui.pages.exchange.page", "ExchangePage"),
    PageEntry("settings", "设置", "gear", "app.ui.pages.settings.page", "SettingsPage"),
    PageEntry("case", "案件", "folder", "app.ui.pages.case.page", "CasePage", under="cases"),
    PageEntry("intake", "登记", "edit", "app.ui.pages.intake.page", "IntakePage", under="cases"),
)
"""In the order of the rail."""
_LETTERS_AFTER = 2000
"""Milliseconds after signing in; by then the desk is shown."""
_DEMO = "演示单位：案件和人物都是编造的，可以随意操作，关闭窗口后全部删除。"


class OfficeWindow(MainWindow):
    """One for each signed-in office. `left()` after it closed; `restore_wanted()`: close it for a backup."""

    left = Signal()
    restore_wanted = Signal()

    def __init__(
        self,
        office: OpenOffice,
        data_dir: Path,
        settings: QSettings,
        defects: DefectDesk,
        *,
        demonstration: bool = False,
    ) -> None:
        """`demonstration`: marked as such, without automatic backups; the caller removes its files."""
        super().__init__(defects, settings)
        self.context = Context(office, self.tasks, self.bus, self)
        self.data_dir = data_dir
        self.demonstration = demonstration
        self._overdue = 0
        self._exchange_waits = 0
        self._closing = False
        self._given_up = False
        self._letters_later = QTimer(self)
        self._letters_later.setSingleShot(True)
        self._letters_later.setInterval(_LETTERS_AFTER)
        self._letters_later.timeout.connect(self._complete_letters)
        self._without_backup = demonstration
        self.housekeeping = Housekeeping(office, data_dir, self.tasks, self.statusline, settings, self)
        self.workplace = Workplace(
            data_dir, settings, self.housekeeping, self.idle, self.restore_wanted.emit, demonstration
        )
        self._register()
        self._answer_pages()
        self.bus.changed.connect(self._on_changed)
        self.housekeeping.day_turned.connect(self._turn_day)
        self.idle.set_minutes(lock_minutes_of(settings))
        self._show_names()
        if demonstration:
            self._mark_demonstration()

    def begin(self) -> None:
        """Show the first page and start what runs by itself."""
        self.show_first_page()
        page, moved = self.current_page(), moved_sentence(self.context.office)
        if page is not None and moved:
            page.banner.show_warning(moved)
        self.housekeeping.start(by_itself=not self.demonstration)
        self._count_overdue()
        self._count_exchange()
        self._letters_later.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Pages first, then a backup of what was saved, then really."""
        if self._closing:
            event.ignore()
            return
        if not self.pages_agree():
            event.ignore()
            return
        if self.housekeeping.backup_due_at_close() and not self._without_backup:
            event.ignore()
            self._back_up_then_close()
            return
        self.stop()
        super().closeEvent(event)
        if event.isAccepted():
            self.left.emit()

    def pages_agree(self) -> bool:
        """Whether every page can be closed; asked also where the answer no longer counts: drafts are kept."""
        return super().pages_agree() or self._given_up

    def stop(self) -> None:
        """No timer runs any more; workers are asked to end and waited for."""
        self.housekeeping.stop()
        self._letters_later.stop()
        self.idle.set_minutes(0)
        self.tasks.close()

    def close_at_once(self, *, given_up: bool = False) -> None:
        """Close without a backup: the pages were asked, the next sign-in makes one.

        `given_up`: a page that objects keeps what it can as a draft and is closed all the same.
        """
        self._without_backup = True
        self._given_up = given_up
        self.close()

    # ------------------------------------------------------------------ pages and commands

    def _register(self) -> None:
        for entry in PAGES:
            badge = {"desk": lambda: self._overdue, "exchange": lambda: self._exchange_waits}.get(entry.id)
            factory = partial(self._make, entry)
            self.register_page(entry.id, entry.title, entry.icon, factory, badge, under=entry.under)
        self.register_act("quit", self.close, button=False)
        self.register_act("import_orders", partial(self._show, "orders", None), icon="import")
        self.register_act("register", partial(self._show, "intake", ""), primary=True, icon="plus")

    def _make(self, entry: PageEntry) -> Page:
        make: Callable[..., Page] = getattr(import_module(entry.module), entry.made_by)
        if entry.id == "settings":
            return make(self.context, self.workplace)
        if entry.id == "cases":
            page = make(self.context, self.settings)
            page.search_dropped.connect(self.topbar.search.clear)  # type: ignore[attr-defined]
            return page
        return make(self.context)

    def _answer_pages(self) -> None:
        context = self.context
        context.case_wanted.connect(partial(self._show, "case"))
        context.act_wanted.connect(lambda case, act: self.show_page("case", ActTarget(case, act)))
        context.page_wanted.connect(self.show_page)
        context.intake_wanted.connect(partial(self._show, "intake"))
        context.orders_wanted.connect(partial(self._show, "orders"))
        context.cases_wanted.connect(partial(self._show, "cases"))
        context.paper_wanted.connect(lambda case, paper: self.show_page("case", (case, paper)))
        context.search_wanted.connect(self.topbar.search.start_with)
        context.toast_wanted.connect(self.say)
        self.searched.connect(partial(self._show, "cases"))
        self.search_left.connect(self._end_search)
        self.topbar.search.left_down.connect(self._go_into_list)

    def _show(self, page: str, target: object) -> None:
        self.show_page(page, target)

    def _end_search(self) -> None:
        page = self.page("cases")
        drop = getattr(page, "drop_search", None)
        if drop is not None:
            drop()

    def _go_into_list(self) -> None:
        """The arrow down in the search box: into what was found."""
        page = self.current_page()
        enter = getattr(page, "focus_list", None)
        if enter is not None:
            enter()

    # ------------------------------------------------------------------ what is told at the edges

    def _show_names(self) -> None:
        office, operator = self.context.office.office, self.context.office.operator
        self.rail.set_office(office.name)
        self.rail.set_operator(f"{operator.name} · {ROLES[operator.role]}")
        mark = "（演示）" if self.demonstration else ""
        self.setWindowTitle(f"{office.name}{mark} — 一站通")

    def _mark_demonstration(self) -> None:
        strip = QFrame()
        strip.setProperty("kind", "banner")
        strip.setProperty("tone", "warning")
        row = QHBoxLayout(strip)
        row.setContentsMargins(theme.PAGE_MARGIN, 4, theme.PAGE_MARGIN, 4)
        row.addWidget(label(_DEMO))
        row.addStretch(1)
        row.addWidget(button("结束演示", self.close, "link"))
        self.setMenuWidget(strip)
        self.statusline.set_fact("backup", "演示数据，不备份")

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes & (Changes.CASES | Changes.OFFICE | Changes.ORDERS | Changes.EXCHANGE):
            self.housekeeping.note_change()
            self._count_overdue()
        if changes & (Changes.CASES | Changes.EXCHANGE):
            self._count_exchange()
        if changes & Changes.OFFICE:
            self._show_names()

    def _turn_day(self) -> None:
        self.bus.announce(Changes.CASES)

    def _count_overdue(self) -> None:
        """The badge, read in the database's thread: counting must not hold up the screen."""
        office = self.context.office

        def show(count: int) -> None:
            self._overdue = count
            self.update_badges()

        self.tasks.run(self, lambda _progress: desk.figures(office).overdue, show)

    def _count_exchange(self) -> None:
        """The badge of 往来同步: what a person must decide or mend."""
        office = self.context.office

        def show(count: int) -> None:
            self._exchange_waits = count
            self.update_badges()

        self.tasks.run(self, lambda _progress: attention.read(office).count, show)

    def _complete_letters(self) -> None:
        """Rare names must not be empty boxes, where the system's fonts have none of them."""
        names = theme_fonts.further_fonts()
        if names:
            self.tasks.run_heavy(
                self, lambda _progress: [theme_fonts.read_font(name) for name in names], theme_fonts.add_fonts
            )

    # ------------------------------------------------------------------ closing

    def show_problem(self, message: str) -> None:
        """A problem of the window's own work."""
        page = self.current_page()
        if page is not None:
            page.show_problem(message)

    def _back_up_then_close(self) -> None:
        self._closing = True
        self.centralWidget().setEnabled(False)
        self.toast.say("正在备份，完成后自动关闭……")

        def failed(problem: UserError | EnvironmentProblem) -> None:
            self._closing = False
            self.centralWidget().setEnabled(True)
            page = self.current_page()
            if page is None:
                self.close_at_once()
            else:
                page.show_problem(
                    f"关闭前的备份没有成功。{problem.message}", "不备份，直接关闭", self.close_at_once
                )

        self.housekeeping.back_up(self, lambda _made: self._close_now(), failed)

    def _close_now(self) -> None:
        self._closing = False
        self.close()
