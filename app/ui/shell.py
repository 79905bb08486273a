"""The window: rail, top bar, pages, status line. It knows no page; the caller registers them.

What works without the window (services) is not here; neither is what a page shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import UserError
from app.system.errors import EnvironmentProblem
from app.ui import actions
from app.ui.bus import Bus
from app.ui.crash import CrashPage, DefectDesk, crash_sentence
from app.ui.idle import IdleWatch
from app.ui.rail import Rail
from app.ui.shortcut_help import ShortcutHelp
from app.ui.statusline import StatusLine
from app.ui.tasks import Tasks, show_problem
from app.ui.topbar import TopBar
from app.ui.widgets.page import Page
from app.ui.widgets.toast import Toast

FIRST_SIZE = QSize(1366, 768)
_SMALL_SCREEN = QSize(1440, 900)
"""Up to here the first window takes the whole screen: with its frame it would not fit otherwise."""
_FRAME = QSize(24, 64)
"""About what a window manager puts around a window."""
_LEAST_SIZE = QSize(600, 360)
"""1280 x 720 at twice the size leaves no more."""
_NARROW_BELOW = 1000
_CRASHED = ""


@dataclass
class _Registered:
    title: str
    factory: Callable[[], Page]
    badge: Callable[[], int] | None
    in_rail: bool
    under: str
    holder: QScrollArea | None = None


class MainWindow(QMainWindow):
    """One per program. Register pages and acts, set the texts, `show_page(…)`, `show()`.

    `lock_requested()`: Ctrl+L or nobody there; the caller covers the window and asks for the password.
    `searched(text)`: the search box; the caller shows what was found. `search_left()`: another page was
    chosen in the rail and the words are gone. `page_shown(id)`.
    """

    lock_requested = Signal()
    searched = Signal(str)
    search_left = Signal()
    page_shown = Signal(str)

    def __init__(self, desk: DefectDesk, settings: QSettings, program: str = "一站通") -> None:
        """`settings` is where geometry and the rail's width are kept; see `app.ui.app.window_settings`."""
        super().__init__()
        self.setWindowTitle(program)
        self.setMinimumSize(_LEAST_SIZE)
        self.settings = settings
        self.bus = Bus(self)
        self.tasks = Tasks(desk.take, self)
        self.idle = IdleWatch(self)
        self.rail = Rail(program)
        self.topbar = TopBar()
        self.statusline = StatusLine()
        self._pages: dict[str, _Registered] = {}
        self._current = _CRASHED
        self._before: list[str] = []
        self._narrow_by_user = bool(settings.value("window/narrow", False, type=bool))
        self._too_small = False
        self._fill_screen = False
        self._stack = QStackedWidget()
        self._crash_page = CrashPage()
        self._stack.addWidget(self._crash_page)
        self._build()
        self.toast = Toast(self.centralWidget())
        self._bind()
        self._crash_page.left.connect(self.show_first_page)
        self.bus.changed.connect(lambda *_: self.update_badges())
        self.rail.chosen.connect(self._show_from_rail)
        self.topbar.search.searched.connect(self.searched)
        self.idle.idle.connect(self.lock_requested)
        desk.reported.connect(self.show_crash)
        desk.problem.connect(self.show_error)
        self._restore()

    def register_page(
        self,
        page: str,
        title: str,
        icon: str,
        factory: Callable[[], Page],
        badge: Callable[[], int] | None = None,
        *,
        under: str = "",
    ) -> None:
        """Add a page; `factory` is called when it is first shown. `badge()` counts what waits there.

        A page that is reached from others only (a case) has no entry in the rail: `under` names the page
        whose entry is marked while it is shown.
        """
        in_rail = not under
        self._pages[page] = _Registered(title, factory, badge, in_rail, under or page)
        if in_rail:
            self.rail.add_page(page, title, icon)

    def register_act(
        self,
        name: str,
        slot: Callable[[], object],
        *,
        button: bool = True,
        primary: bool = False,
        icon: str = "",
    ) -> None:
        """Bind a command of `actions.COMMANDS` for the window; with `button` it stands in the top bar."""
        actions.bind(name, self, slot)
        if button:
            self.topbar.add_act(name, slot, primary=primary, icon=icon)

    def show_page(self, page: str, target: object = None) -> Page:
        """Show a registered page, built now if need be; a `target` goes to its `opened(target)` first."""
        known = self._pages[page]
        if known.holder is None:
            known.holder = _holder(known.factory())
            self._stack.addWidget(known.holder)
        shown = known.holder.widget()
        assert isinstance(shown, Page)
        if target is not None:
            shown.opened(target)
        if page != self._current and self._current:
            self._before.append(self._current)
        self._current = page
        self._stack.setCurrentWidget(known.holder)
        if self.focusWidget() is not self.topbar.search:
            shown.take_focus()
        self.rail.mark(known.under)
        self.update_badges()
        self.page_shown.emit(page)
        return shown

    def show_first(self) -> None:
        """Come up: as it was last left; the first time maximised where the screen is small."""
        if self._fill_screen:
            self.showMaximized()
        else:
            self.show()

    def show_first_page(self) -> None:
        """The first page in the rail; where a clerk begins and goes back to after an error."""
        first = next((name for name, known in self._pages.items() if known.in_rail), None)
        if first is not None:
            self.show_page(first)

    def go_back(self) -> None:
        """The page shown before this one."""
        if self._before:
            page = self._before.pop()
            self.show_page(page)
            # Going back is not itself a step to come back from.
            if self._before and self._before[-1] != page:
                self._before.pop()

    def current_page(self) -> Page | None:
        """The page on screen, None on the crash page."""
        holder = self._stack.currentWidget()
        shown = holder.widget() if isinstance(holder, QScrollArea) else None
        return shown if isinstance(shown, Page) else None

    def page(self, page: str) -> Page | None:
        """A page if it has been built."""
        known = self._pages[page]
        shown = known.holder.widget() if known.holder is not None else None
        return shown if isinstance(shown, Page) else None

    def update_badges(self) -> None:
        """Ask every page's `badge` again; done by itself after changes."""
        for name, known in self._pages.items():
            if known.badge is not None and known.in_rail:
                self.rail.set_badge(name, known.badge())

    def show_error(self, problem: UserError | EnvironmentProblem) -> None:
        """Show a problem on the page (or open dialog) the user is working on."""
        show_problem(QApplication.activeModalWidget() or self.current_page() or self._crash_page, problem)

    def show_crash(self, report: Path | None) -> None:
        """Show the crash page; pages stay as they are behind it. A dialog that is open says it itself."""
        self._crash_page.show_report(report)
        dialog = QApplication.activeModalWidget()
        if dialog is not None and hasattr(dialog, "show_problem"):
            # It covers the window and holds words that must not be lost.
            dialog.show_problem(crash_sentence(report))
            return
        self._current = _CRASHED
        self._stack.setCurrentWidget(self._crash_page)
        self._crash_page.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_help(self) -> None:
        """The shortcuts (F1)."""
        ShortcutHelp(self).open()

    def say(self, text: str) -> None:
        """A toast: 已保存."""
        self.toast.say(text)

    def toggle_rail(self) -> None:
        """Collapse or expand the rail; kept for next time."""
        self._narrow_by_user = not self.rail.narrow
        self.settings.setValue("window/narrow", self._narrow_by_user)
        self.rail.set_narrow(self._narrow_by_user)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small screen or a large scale collapses the rail by itself."""
        super().resizeEvent(event)
        too_small = event.size().width() < _NARROW_BELOW
        if too_small != self._too_small:
            self._too_small = too_small
            self.rail.set_narrow(too_small or self._narrow_by_user)

    def pages_agree(self) -> bool:
        """Whether every page can be closed; the first that objects is shown."""
        for name in self._pages:
            page = self.page(name)
            if page is not None and not page.can_close():
                self.show_page(name)
                return False
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Every page is asked; the first that objects keeps the window open."""
        if not self.pages_agree():
            event.ignore()
            return
        self.settings.setValue("window/geometry", self.saveGeometry())
        self.tasks.close()
        super().closeEvent(event)

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.topbar)
        right.addWidget(self._stack, 1)
        right.addWidget(self.statusline)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self.setCentralWidget(middle)

    def _bind(self) -> None:
        actions.bind("find", self, self._find)
        actions.bind("help", self, self.show_help)
        actions.bind("lock", self, self.lock_requested.emit)
        actions.bind("rail", self, self.toggle_rail)
        actions.bind("back", self, self.go_back)
        actions.bind("refresh", self, self._refresh)
        for number in range(1, 10):
            actions.bind(f"page.{number}", self, partial(self._show_numbered, number))

    def _find(self) -> None:
        self.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topbar.search.selectAll()

    def _show_from_rail(self, page: str) -> None:
        """Going elsewhere ends a search: words left in the box would seem to hold for the new page.

        From a case back to the list they were found in they stay.
        """
        here = self._pages.get(self._current)
        if self.topbar.search.text() and (here is None or here.under != page):
            self.topbar.search.forget()
            self.search_left.emit()
        self.show_page(page)

    def _refresh(self) -> None:
        page = self.current_page()
        if page is not None:
            page.mark_stale()

    def _show_numbered(self, number: int) -> None:
        shown = [name for name, known in self._pages.items() if known.in_rail]
        if number <= len(shown):
            # Out of the search box too, where a page shown while searching leaves the keyboard.
            self.show_page(shown[number - 1]).take_focus()

    def _restore(self) -> None:
        kept = self.settings.value("window/geometry")
        if kept is None or not self.restoreGeometry(kept):
            screen = self.screen()
            self._fill_screen = takes_whole_screen(screen.size())
            self.resize(FIRST_SIZE.boundedTo(screen.availableSize() - _FRAME))
        self._too_small = self.width() < _NARROW_BELOW
        self.rail.set_narrow(self._narrow_by_user or self._too_small)


def takes_whole_screen(screen: QSize) -> bool:
    """Whether the first window is better maximised on a screen of this size."""
    return screen.width() <= _SMALL_SCREEN.width() or screen.height() <= _SMALL_SCREEN.height()


def _holder(page: Page) -> QScrollArea:
    """A page may need more room than a small screen or a large scale leaves: then it scrolls."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
