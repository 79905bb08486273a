"""Pictures of 常用语, abuse signals, duplicates, merged and similar cases: `python -m … OUT [WHAT…]`.

Not a test. Light and dark, 100 % and 150 %, with a real office in a temporary directory.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.services.registration import register_complaint
from app.ui.app import create_application, theme_of
from app.ui.context import Context
from app.ui.crash import DefectDesk
from app.ui.housekeeping import Housekeeping
from app.ui.idle import IdleWatch
from app.ui.pages.case.page import CasePage
from app.ui.pages.intake.page import IntakePage
from app.ui.pages.orders.page import OrdersPage
from app.ui.pages.settings.page import SettingsPage
from app.ui.screenshots import grab
from app.ui.shell import MainWindow
from app.ui.statusline import StatusLine
from app.ui.theme import Scheme
from app.ui.workplace import Workplace
from tests.offices import found, walk_in
from tests.services.test_abuse import order
from tests.services.test_case_merging import two
from tests.services.test_similar_cases import COOLING
from tests.services.test_similar_cases import case as past_case
from tests.ui.office_fixture import accept, fill

SIZES = {"": (1366, 768, 1.0), "-150": (1366, 768, 1.5)}


class Studio:
    """One window, and a camera."""

    def __init__(self, folder: Path, out: Path) -> None:
        self.out = out
        self.office = found(folder / "office")
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(DefectDesk(folder), settings)
        self.context = Context(self.office, self.window.tasks, self.window.bus, self.window)
        register = self.window.register_page
        register("case", "案件", "document", lambda: CasePage(self.context))
        register("intake", "登记", "edit", lambda: IntakePage(self.context))
        register("orders", "导入工单", "import", lambda: OrdersPage(self.context))
        place = self.office.store.directory
        line = StatusLine()
        keeper = Housekeeping(self.office, place, self.context.tasks, line, settings, line)
        workplace = Workplace(place, settings, keeper, IdleWatch(line), lambda: None)
        register("settings", "设置", "gear", lambda: SettingsPage(self.context, workplace))
        self.window.show()

    def settle(self, milliseconds: int = 700) -> None:
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
                grab(self.window, self.out / f"{name}{suffix}-{scheme.value}.png", (width, height), scale)
        theme_of(application).choose(Scheme.LIGHT)

    def shoot_dialog(self, dialog: QDialog, name: str) -> None:
        """A dialog in light and dark."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme_of(application).choose(scheme)
            self.settle(200)
            grab(dialog, self.out / f"{name}-{scheme.value}.png", (dialog.width(), dialog.height()))
        theme_of(application).choose(Scheme.LIGHT)

    def page(self, name: str, target: object = None) -> object:
        """Show a page and wait for what it reads."""
        shown = self.window.show_page(name, target)
        self.settle()
        return shown


def phrases(studio: Studio) -> None:
    """The list at the facts of a registration and at a dialog; the section of the settings."""
    page = studio.page("intake", "")
    assert isinstance(page, IntakePage)
    page.form.field("complainant.name").set_value("刘桂芳")
    page.form.field("respondent.name").set_value("悦动健身房")
    page.form.field("deal.amount").set_value(298_800)
    facts = page.form.field("deal.facts")
    facts.setFocus()
    QTest.keyClick(facts, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    popup = page.form.phrase_keys.popup
    studio.shoot("phrases-intake")
    QTest.keyClicks(popup.search, "yfk")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    studio.shoot("phrases-inserted")
    page._clear()
    ids = fill(studio.office)
    accept(studio.office, ids[0], studio.office.clock.today())
    case = studio.page("case", ids[0])
    assert isinstance(case, CasePage)
    case.start_act("record_inquiry")
    studio.settle()
    dialog = case.dialog
    text = dialog.form.field("text")
    text.setFocus()
    studio.shoot_dialog(dialog, "phrases-dialog-closed")
    QTest.keyClick(text, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    studio.shoot_dialog(dialog, "phrases-dialog")
    dialog.phrase_keys.popup.leave()
    dialog.done(0)
    settings = studio.page("settings", "phrases")
    assert isinstance(settings, SettingsPage)
    studio.shoot("phrases-settings")
    made = settings.section().edit()
    studio.settle()
    studio.shoot_dialog(made, "phrases-edit")
    made.done(0)


def abuse(studio: Studio) -> None:
    """第17条 beside the form, at the case, in the dialog and in the refusal."""
    with studio.office.store.transaction():
        for number in range(35):
            register_complaint(studio.office, order(number, 1 + number * 3, f"第{number % 32}超市"))
    page = studio.page("intake", "")
    assert isinstance(page, IntakePage)
    form = page.form
    for path, value in {
        "complainant.name": "何某某",
        "complainant.phone": "17007920003",
        "complainant.address": "青山镇城南新区8栋302室",
        "respondent.name": "惠民超市（环城路店）",
        "deal.amount": 990,
        "deal.category": "general_food",
        "deal.problem": "false_publicity",
        "deal.facts": "在第3超市购买袋装坚果一袋，付款9.90元，要求赔偿1000元，不赔就申请行政复议。",
    }.items():
        form.field(path).set_value(value)
    studio.settle(1500)
    studio.shoot("abuse-intake")
    page._clear()
    case_id = register_complaint(studio.office, order(99, 0, "惠民超市")).case_id
    case = studio.page("case", case_id)
    assert isinstance(case, CasePage)
    studio.settle()
    studio.shoot("abuse-case")
    studio.page("settings", "abuse")
    studio.shoot("abuse-settings")
    studio.page("case", case_id)
    case.start_act("assess_abuse")
    studio.settle()
    dialog = case.dialog
    dialog.form.set_values({"abusive": "abusive", "conclusion": "不是为生活消费需要购买商品。"})
    studio.shoot_dialog(dialog, "abuse-dialog")
    dialog.submit()
    studio.settle()
    studio.shoot("abuse-assessed")
    case.start_act("decide_acceptance")
    studio.settle()
    case.dialog.form.set_values({"accepted": "refuse"})
    studio.settle()
    studio.shoot_dialog(case.dialog, "abuse-refusal")
    case.dialog.done(0)


def similar(studio: Studio) -> None:
    """类似案件, and the tab without any."""
    for name, shop, facts in (
        ("甲", "宏达电器商行", COOLING),
        ("乙", "国美电器青山店", "空调外机噪音大，安装不规范，多次上门未修好，要求退货。"),
        ("丙", "美的专卖店", f"市民反映：{COOLING}"),
    ):
        past_case(studio.office, name, shop, "air_conditioner", facts)
    case_id = past_case(studio.office, "丁", "苏宁电器", "air_conditioner", COOLING, ended=False)
    page = studio.page("case", case_id)
    assert isinstance(page, CasePage)
    page.tabs.setCurrentWidget(page.tabs.tab("similar"))
    studio.settle()
    studio.shoot("similar")
    lone = past_case(studio.office, "戊", "金穗种业", "seeds", "玉米种子出苗率低。", ended=False)
    studio.page("case", lone)
    page.tabs.setCurrentWidget(page.tabs.tab("similar"))
    studio.settle()
    studio.shoot("similar-none")


def orders(studio: Studio) -> None:
    """A preview with likely duplicates, and what came of it."""
    fill(studio.office)
    register_complaint(studio.office, walk_in())
    folder = studio.office.store.directory
    table = folder / "12345导出.csv"
    table.write_text(
        "登记编号,登记时间,接收方式,投诉人,联系电话,被投诉人,涉案金额,投诉内容,诉求\n"
        "青12345-0077,2026-11-21,12345,陈䶮,13907925561,江安县宏达电器商行,300,"
        "市民反映：保修期内空调不制冷，厂家上门维修时收取更换电容费120元、充氟费180元，要求退还。,退款\n"
        "青12345-0078,2026-11-21,12345,周海燕,13807920011,好又多超市,18.50,货架标价与结算价不一致,退款\n"
        "青12345-0079,2026-11-21,12345,刘桂芳,,悦动健身房,2988,健身卡用了两个月后停业，要求退还余额。,退款\n",
        encoding="utf-8",
    )
    page = studio.page("orders", [])
    assert isinstance(page, OrdersPage)
    page.read([table])
    studio.settle()
    studio.shoot("orders-alike")
    page.preview.decide("merge")
    page.start_import()
    studio.settle()
    studio.shoot("orders-merged")


def merging(studio: Studio) -> None:
    """并案: the dialog, both cases afterwards, the undoing."""
    lead, order = two(studio.office)
    case = studio.page("case", order)
    assert isinstance(case, CasePage)
    case.start_act("merge")
    studio.settle()
    case.dialog.form.set_values({"reason": "同一争议经12345重复提出，并入一件办理。"})
    studio.shoot_dialog(case.dialog, "merge-dialog")
    case.dialog.submit()
    studio.settle()
    studio.shoot("merge-absorbed")
    case.start_act("unmerge")
    studio.settle()
    studio.shoot_dialog(case.dialog, "merge-undo")
    case.dialog.done(0)
    studio.page("case", lead)
    studio.shoot("merge-lead")


SCENES: dict[str, Callable[[Studio], None]] = {
    "phrases": phrases,
    "abuse": abuse,
    "orders": orders,
    "merging": merging,
    "similar": similar,
}


def main(out: Path, wanted: list[str]) -> None:
    """Take the pictures asked for, all without a name."""
    out.mkdir(parents=True, exist_ok=True)
    application = create_application([], scheme=Scheme.LIGHT, bundled_font_only=True)
    for name, scene in SCENES.items():
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as held:
            studio = Studio(Path(held), out)
            scene(studio)
            studio.window.close()
            studio.office.close()
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
