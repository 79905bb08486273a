"""Pictures of every page of an office, light and dark: `main.py demo` asks for them in a process of its own.

The pages read their data in workers, so pictures are taken one after another from Qt's own loop, each
when nothing is being read any more.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import UserError
from app.services import case_list, demo
from app.services.founding import sign_in
from app.services.office import OpenOffice
from app.system.clock import FixedClock
from app.system.errors import EnvironmentProblem
from app.ui.app import create_application, theme_of, window_settings
from app.ui.crash import DefectDesk
from app.ui.first_start.welcome import WelcomeScreen
from app.ui.first_start.wizard import FoundingWizard
from app.ui.locking import LockWindow
from app.ui.pages.calculator.page import CalculatorPage
from app.ui.pages.case.page import CasePage
from app.ui.pages.settings.page import SECTIONS
from app.ui.screenshots import grab
from app.ui.sign_in import SignInScreen
from app.ui.theme import Scheme
from app.ui.window import OfficeWindow

SIZE = (1366, 768)
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
_REFUND: dict[str, object] = {"paid": 500_000, "gift": 100_000, "used": 180_000}
_TENFOLD: dict[str, object] = {"kind": "food", "price": 1050}
_CASE_TABS = {
    "case": "work",
    "case_evidence": "evidence",
    "case_papers": "papers",
    "case_agreement": "agreement",
    "case_history": "history",
}
PASSWORD_VARIABLE = "YZT_PASSWORD"  # noqa: S105 - the name of a variable
_SETTLE = 350
"""Milliseconds without work before a picture: pages wait a moment after the last key before they look up."""

Step = tuple[str, Callable[[], QWidget]]


def run(words: Sequence[str]) -> int:
    """`OFFICE_DIR OUT`, the password in YZT_PASSWORD. The last line of stderr tells what went wrong."""
    import sys

    if len(words) != 2:
        sys.stderr.write("screens: OFFICE_DIR OUT\n")
        return 2
    try:
        take(Path(words[0]), os.environ.get(PASSWORD_VARIABLE, demo.PASSWORD), Path(words[1]))
    except (UserError, EnvironmentProblem) as problem:
        sys.stderr.write(f"{problem.message}\n")
        return 1
    return 0


def take(office_dir: Path, password: str, out: Path) -> list[Path]:
    """Write `<page>-light.png` and `<page>-dark.png` of every page to `out`; returns the files.

    The office is opened on the demonstration's last day, as it will be by whoever it is left to, and only
    read. Raises UserError for a wrong
    password, EnvironmentProblem for a database that does not open or a picture that cannot be written.
    """
    application = create_application(["yizhantong"], scheme=Scheme.LIGHT, bundled_font_only=True)
    application.setQuitOnLastWindowClosed(False)
    office = sign_in(office_dir, demo.OPERATOR, password, FixedClock(demo.TODAY))
    try:
        taker = Taker(application, office, office_dir, out)
        taker.start()
        application.exec()
        taker.close()
    finally:
        office.close()
    if taker.failure is not None:
        raise taker.failure
    return taker.files


class Taker(QObject):
    """Walks through the steps in one scheme, then the other: a change restyles every widget there is."""

    def __init__(self, application: QApplication, office: OpenOffice, office_dir: Path, out: Path) -> None:
        super().__init__()
        self.files: list[Path] = []
        self.failure: BaseException | None = None
        self._application = application
        self._office = office
        self._out = out
        self._defects = DefectDesk(self._fail, self)
        self._window = OfficeWindow(office, office_dir, window_settings(out), self._defects)
        self._window.resize(*SIZE)
        self._apart: list[QWidget] = []
        self._theme = theme_of(application)
        self._scheme = SCHEMES[0]
        self._pictures: Iterator[tuple[Scheme, Step]] = iter(
            [(scheme, step) for scheme in SCHEMES for step in self._steps()]
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take)
        self._shown: tuple[str, QWidget] | None = None

    def start(self) -> None:
        """Take the first; Qt's loop does the rest. What goes wrong in it ends the loop instead of waiting."""
        self._defects.install()
        self._next()

    def close(self) -> None:
        """Put everything away; the settings file of the window is no picture."""
        self._timer.stop()
        self._defects.uninstall()
        self._window.tasks.close()
        for widget in (*self._apart, self._window):
            widget.hide()
            widget.deleteLater()
        settings = Path(self._window.settings.fileName())
        self._window.settings.sync()
        settings.unlink(missing_ok=True)

    def _steps(self) -> list[Step]:
        window = self._window
        steps: list[Step] = [
            ("welcome", lambda: self._alone(WelcomeScreen(Path("~/.local/share/yizhantong")))),
            ("founding", lambda: self._alone(FoundingWizard(Path("~/.local/share/yizhantong")))),
            ("sign_in", lambda: self._alone(SignInScreen("", several=False, remembered=False))),
            ("locked", lambda: self._alone(LockWindow(self._office, window.tasks))),
            ("desk", lambda: self._page("desk")),
            ("intake", lambda: self._page("intake", "")),
            ("cases", lambda: self._page("cases")),
            ("cases_found", lambda: self._page("cases", demo.RARE_NAME)),
        ]
        steps += [(name, partial(self._case, tab)) for name, tab in _CASE_TABS.items()]
        steps.append(("orders", lambda: self._page("orders", [str(file) for file in demo.own_orders()])))
        steps.append(("calculator_prepaid", partial(self._calculator, "prepaid", _REFUND)))
        steps.append(("calculator_compensation", partial(self._calculator, "compensation", _TENFOLD)))
        steps.append(("exchange", lambda: self._page("exchange")))
        steps += [
            (f"settings_{name}", partial(self._page, "settings", name)) for name, _title, _make in SECTIONS
        ]
        return steps

    def _page(self, page: str, target: object = None) -> QWidget:
        self._window.show_page(page, target)
        return self._window

    def _calculator(self, name: str, values: dict[str, object]) -> QWidget:
        """A calculator with its sum done."""
        page = self._window.show_page("calculator", name)
        assert isinstance(page, CalculatorPage)
        page.form().grid.set_values(values)
        page.form().calculate()
        return self._window

    def _case(self, tab: str) -> QWidget:
        """One tab of the case that has something in each of them."""
        found = case_list.ids(self._office, case_list.CaseFilter(text=demo.SHOWN_NAME))
        page = self._window.show_page("case", case_list.case_id_of(self._office, found[0]))
        assert isinstance(page, CasePage)
        if page.tabs.has(tab):
            # Before the case is read there are no tabs yet; it opens with the first.
            page.tabs.setCurrentWidget(page.tabs.tab(tab))
        return self._window

    def _alone(self, widget: QWidget) -> QWidget:
        widget.setProperty("ground", "window")
        self._apart.append(widget)
        return widget

    def _next(self) -> None:
        if self._shown is not None and self._shown[1] is not self._window:
            self._shown[1].hide()
        following = next(self._pictures, None)
        if following is None:
            self._application.exit(0)
            return
        scheme, (name, show) = following
        if scheme is not self._scheme:
            self._scheme = scheme
            self._theme.choose(scheme)
        shown = show()
        self._shown = (f"{name}-{scheme.value}", shown)
        # Shown already now: a page reads when it is first seen.
        shown.resize(*SIZE)
        shown.show()
        self._timer.start(_SETTLE)

    def _take(self) -> None:
        if self._window.tasks.busy:
            self._timer.start(_SETTLE)
            return
        assert self._shown is not None
        name, shown = self._shown
        path = self._out / f"{name}.png"
        try:
            grab(shown, path, SIZE)
        except EnvironmentProblem as problem:
            self._fail(problem)
            return
        self.files.append(path)
        if self.failure is None:
            self._next()

    def _fail(self, failure: BaseException) -> None:
        """The first failure ends it; `take` raises it."""
        self.failure = self.failure or failure
        self._application.exit(1)
