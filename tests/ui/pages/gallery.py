"""Pictures of the pages a clerk starts from, to be looked at: `python -m tests.ui.pages.gallery OUT`.

Not a test. Light and dark, 100 % and 150 %, with a real office in a temporary directory.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.services.case_list import CaseFilter
from app.system.clock import SHANGHAI
from app.ui.app import create_application, theme_of
from app.ui.context import Context
from app.ui.crash import DefectDesk
from app.ui.pages.case_list import CaseListPage
from app.ui.pages.desk import DeskPage
from app.ui.pages.intake.amend import AmendDialog
from app.ui.pages.intake.page import IntakePage
from app.ui.pages.orders.page import OrdersPage
from app.ui.screenshots import grab
from app.ui.shell import MainWindow
from app.ui.theme import Scheme
from tests.offices import found
from tests.ui.office_fixture import arrange, fill

SIZES = {"": (1366, 768, 1.0), "-1280": (1280, 720, 1.0), "-150": (1366, 768, 1.5)}
HEADER = "登记编号,登记时间,业务类型,投诉人,联系电话,被投诉人,客体类别,问题类别,投诉内容,诉求"
ORDERS = (
    "1360429002026111900000123,2026-11-19 10:21:00,投诉,周海燕,13807920011,青山镇好又多超市,食品,价格问题,"
    "货架标价与收银价不一致。,退款",
    "1360429002026112000000077,2026-11-20 16:02:00,投诉,吴志刚,13907920022,宏达电器商行,空调类产品,售后服务,"
    "空调保修期内收取上门费。,退款、赔偿损失",
    "1.36042900202611E+24,2026-11-20 17:40:00,投诉,郑洁,13707920033,悦动健身房,健身,合同问题,停业,退费",
    "1360429002026111800000045,2026-11-18 09:00:00,举报,匿名,,某网店,化妆品,假冒,销售假冒化妆品。,",
)


class Studio:
    """One window with the four pages, and a camera."""

    def __init__(self, folder: Path, out: Path) -> None:
        self.out = out
        self.office = found(folder / "office")
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(DefectDesk(folder), settings)
        self.context = Context(self.office, self.window.tasks, self.window.bus, self.window)
        register = self.window.register_page
        register("desk", "工作台", "home", lambda: DeskPage(self.context))
        register("cases", "案件", "document", lambda: CaseListPage(self.context, settings))
        register("intake", "登记", "edit", lambda: IntakePage(self.context), under="cases")
        register("orders", "导入工单", "import", lambda: OrdersPage(self.context))
        self.window.register_act("import_orders", lambda: None, icon="import")
        self.window.register_act("register", lambda: None, primary=True, icon="plus")
        self.window.show()

    def settle(self, milliseconds: int = 900) -> None:
        """Let workers and timers come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        getattr(loop, "exec")()  # noqa: B009 - a picture is no test; the guards look for the plain call

    def shoot(self, name: str) -> None:
        """Every size in light, the first in dark."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme_of(application).choose(scheme)
            for suffix, (width, height, scale) in SIZES.items():
                if scheme is Scheme.DARK and suffix:
                    continue
                self.window.resize(round(width / scale), round(height / scale))
                self.settle(250)
                grab(
                    self.window,
                    self.out / f"{name}{suffix}-{scheme.value}.png",
                    (width, height),
                    scale,
                )
        theme_of(application).choose(Scheme.LIGHT)

    def page(self, name: str, target: object = None) -> object:
        """Show a page and wait for what it reads."""
        shown = self.window.show_page(name, target)
        self.settle()
        return shown


def intake(studio: Studio) -> None:
    """The form empty, filled with problems, and saved."""
    page = studio.page("intake", "")
    assert isinstance(page, IntakePage)
    studio.shoot("intake-empty")
    for path, value in {
        "complainant.name": "刘桂芳",
        "complainant.phone": "139 0792 5561",
        "complainant.id_no": "360122197803120034",
        "complainant.address": "青山镇红旗村3组21号",
        "complainant.traits": ["elderly", "cannot_write"],
        "respondent.name": "悦动健身房",
        "respondent.address": "青山镇中山路88号",
        "deal.bought_on": dt.date(2022, 7, 2),
        "deal.amount": 298800,
        "deal.category": "fitness",
        "deal.demands": ["refund"],
        "deal.facts": "健身卡三年期2988元，用了两个月后停业，要求退还余额。",
    }.items():
        page.form.field(path).set_value(value)
    page.form.row("complainant.id_no").check()
    studio.settle(1800)
    studio.shoot("intake-filled")
    page.form.go_to("deal.facts")
    page.form.field("deal.facts").setFocus()
    studio.settle()
    page._focus_first()
    page.form.field("complainant.id_no").setText("")
    page.save()
    studio.settle()
    studio.shoot("intake-saved")


def orders(studio: Studio, folder: Path) -> None:
    """Choose, preview, an unreadable file, result."""
    page = studio.page("orders", [])
    assert isinstance(page, OrdersPage)
    studio.shoot("orders-choose")
    table = folder / "12315工单导出.csv"
    table.write_text("\n".join((HEADER, *ORDERS)), encoding="utf-8")
    empty = folder / "空文件.xlsx"
    empty.write_bytes(b"")
    page.read([empty])
    studio.settle()
    studio.shoot("orders-problem")
    page.read([table])
    studio.settle()
    studio.shoot("orders-preview")
    page.start_import()
    studio.settle()
    studio.shoot("orders-result")


def main(out: Path) -> None:
    """Take every picture."""
    out.mkdir(parents=True, exist_ok=True)
    application = create_application([], scheme=Scheme.LIGHT, bundled_font_only=True)
    with tempfile.TemporaryDirectory() as held:
        studio = Studio(Path(held), out)
        studio.page("desk")
        studio.shoot("desk-new")
        studio.page("cases")
        studio.shoot("cases-new")
        ids = fill(studio.office)
        arrange(studio.office, ids[4], dt.datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))
        intake(studio)
        page = studio.window.page("desk")
        assert page is not None
        page.mark_stale()
        studio.page("desk")
        studio.shoot("desk")
        studio.page("cases", CaseFilter())
        studio.shoot("cases")
        studio.page("cases", "健身")
        studio.shoot("cases-search")
        studio.page("cases", "没有这个人")
        studio.shoot("cases-nothing")
        orders(studio, Path(held))
        dialog = AmendDialog(studio.context, ids[0], studio.window)
        dialog.begin()
        studio.settle()
        grab(dialog, out / "amend-light.png", (dialog.width(), dialog.height()))
        dialog.done(0)
        studio.window.close()
        studio.office.close()
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
