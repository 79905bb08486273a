"""Pictures of 往来同步, to be looked at: `python -m tests.ui.pages.gallery_exchange OUT`.

Not a test. Light and dark, 100 %, 1280×720 and 150 %, with real offices in temporary directories.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from app.services.exchange import attention, enrolment, key_change
from app.services.office import OpenOffice
from app.system.drives import Drive
from app.ui.app import create_application, theme_of
from app.ui.context import Context
from app.ui.crash import DefectDesk
from app.ui.pages.case.page import CasePage
from app.ui.pages.case_list import CaseListPage
from app.ui.pages.desk import DeskPage
from app.ui.pages.exchange.page import ExchangePage
from app.ui.screenshots import grab
from app.ui.shell import MainWindow
from app.ui.theme import Scheme
from tests.scenarios.exchanging import Counter, county, enrol
from tests.ui.pages.exchange_office import dispute_between

SIZES = {"": (1366, 768, 1.0), "-1280": (1280, 720, 1.0), "-150": (1366, 768, 1.5)}


class Studio:
    """One window with the page, and a camera."""

    def __init__(self, folder: Path, out: Path, office: OpenOffice, drives: list[Drive]) -> None:
        self.out = out
        folder.mkdir(parents=True, exist_ok=True)
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(DefectDesk(folder), settings)
        self.context = Context(office, self.window.tasks, self.window.bus, self.window)
        for page, title, icon in (
            ("desk", "工作台", "home"), ("cases", "案件", "folder"), ("orders", "导入工单", "import"),
            ("calculator", "计算", "scales"),
        ):  # fmt: skip
            self.window.register_page(page, title, icon, lambda: ExchangePage(self.context, list))
        self.window.register_page(
            "exchange", "往来同步", "swap", lambda: ExchangePage(self.context, lambda: drives), lambda: 2
        )
        self.window.register_page("case", "案件", "folder", lambda: CasePage(self.context), under="cases")
        self.window.register_page("list", "案件", "folder", lambda: CaseListPage(self.context), under="cases")
        self.window.register_page("work", "工作台", "home", lambda: DeskPage(self.context), under="desk")
        self.window.register_page("settings", "设置", "gear", lambda: ExchangePage(self.context))
        self.window.register_act("import_orders", lambda: None, icon="import")
        self.window.register_act("register", lambda: None, primary=True, icon="plus")
        self.window.rail.set_office(office.office.name)
        self.window.resize(1366, 768)
        self.window.show()
        page = self.window.show_page("exchange")
        assert isinstance(page, ExchangePage)
        self.page = page
        settle()

    def take(self, name: str, widget: object = None) -> None:
        """Every size in both schemes."""
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme_of(APPLICATION).choose(scheme)
            for mark, (width, height, scale) in SIZES.items():
                if scheme is Scheme.DARK and mark:
                    continue
                dark = "-dark" if scheme is Scheme.DARK else ""
                grab(self.window, self.out / f"{name}{mark}{dark}.png", (width, height), scale)
        theme_of(APPLICATION).choose(Scheme.LIGHT)

    def take_dialog(self, name: str) -> None:
        """The dialog that is open, as large as it is."""
        settle(400)
        dialog = self.page.acts.dialog or self.page.sending.dialog
        assert dialog is not None
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme_of(APPLICATION).choose(scheme)
            dark = "-dark" if scheme is Scheme.DARK else ""
            grab(dialog, self.out / f"{name}{dark}.png", (dialog.width(), dialog.height()))
        theme_of(APPLICATION).choose(Scheme.LIGHT)
        dialog.finish()
        settle(200)


def settle(milliseconds: int = 1200) -> None:
    """Let workers and timers come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    getattr(loop, "exec")()  # noqa: B009 - a picture is no test; the guards look for the plain call


def stick(path: Path, label: str, *, writable: bool = True) -> Drive:
    path.mkdir(parents=True, exist_ok=True)
    return Drive(path, label, label, "vfat", 15 * 1024**3, 16 * 1024**3, writable)


def main(out: Path, folder: Path) -> None:
    top = county(folder / "county")
    window = Counter(folder / "window", "青山镇消费维权窗口")
    other = Counter(folder / "other", "东湖街道消费维权窗口", code="360429001000")
    # Before enrolment, both sides.
    fresh = Studio(folder / "s0", out, window.office, [])
    fresh.take("1-before")
    asked = enrolment.request(window.office, window.desk)
    fresh.page.mark_stale()
    settle()
    fresh.take("2-asked")
    fresh.window.close()
    above = Studio(folder / "s1", out, top.office, [])
    above.take("3-county")
    above.page.look_into([asked.path])
    settle()
    above.take_dialog("4-approve")
    answered = enrolment.approve(
        top.office, asked.path, top.desk, fingerprint=asked.fingerprint, confirmed_with="王敏", code="QS"
    )
    fresh = Studio(folder / "s2", out, window.office, [])
    fresh.page.look_into([answered.path])
    settle()
    dialog = fresh.page.acts.dialog
    assert dialog is not None
    dialog.form.field("fingerprint").setText(answered.fingerprint[:14] + " 0000")
    fresh.take_dialog("5-accept")
    fresh.window.close()
    enrolment.accept(window.office, answered.path, fingerprint=answered.fingerprint, confirmed_with="陈局")
    enrol(top, other, "DH")
    first = dispute_between(top, window)
    usb = stick(folder / "KINGSTON", "KINGSTON")
    locked = stick(folder / "LOCKED", "SANDISK", writable=False)
    page = Studio(folder / "s3", out, window.office, [usb, locked])
    page.take("6-station")
    page.page.sending.to_stick(usb)
    settle(2500)
    page.take("7-sent")
    page.page.look_into([first])
    settle()
    page.take("8-preview")
    page.page.start_import()
    settle(2000)
    page.take("9-imported")
    page.page.leave_preview()
    settle()
    page.take("10-conflict")
    (contested,) = attention.read(window.office).contested
    shown = page.window.show_page("case", contested.case_id)
    assert isinstance(shown, CasePage)
    settle(2000)
    page.take("17-case")
    shown.choose_dispute()
    settle(400)
    assert shown.dialog is not None
    dispute = shown.dialog
    grab(dispute, out / "18-dispute.png", (dispute.width(), dispute.height()))
    dispute.finish()
    for name, number in (("list", "19-list"), ("work", "20-desk")):
        page.window.show_page(name)
        settle(1500)
        page.take(number)
    page.window.show_page("exchange")
    settle()
    page.page.sending.ask_for_letters()
    page.take_dialog("11-letters")
    page.page.acts.change_keys()
    page.take_dialog("12-keys")
    page.page.print_check()
    for _ in range(20):
        if page.page.sheet.window is None:
            settle(1000)
    window_shown = page.page.sheet.window
    assert window_shown is not None
    grab(window_shown, out / "13-check.png", (900, 700))
    window_shown.close()
    page.window.close()
    above.page.mark_stale()
    settle()
    above.take("14-county-peers")
    changed = key_change.change(window.office, window.desk, sure=window.name)
    above.page.look_into([changed.notices[0][1]])
    settle()
    above.take_dialog("15-notice")
    assert above.page.read is not None
    above.page.acts.stop(above.page.read.peers[0])
    above.take_dialog("16-stop")
    above.window.close()


if __name__ == "__main__":
    APPLICATION = create_application([], bundled_font_only=True)
    with tempfile.TemporaryDirectory() as scratch:
        main(Path(sys.argv[1]), Path(scratch))
