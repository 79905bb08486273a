"""Pictures of every widget and of the window, to be looked at: `python -m tests.ui.gallery OUT [SCALE]`.

Not a test. Light and dark, at SCALE per cent (100), with made-up cases.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.system.clock import SHANGHAI
from app.ui.app import create_application, theme_of
from app.ui.crash import DefectDesk
from app.ui.screenshots import grab
from app.ui.shell import MainWindow
from app.ui.shortcut_help import ShortcutHelp
from app.ui.theme import Scheme
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card, KpiCard, KpiRow
from app.ui.widgets.cells import Column
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.date_fields import DateField, DateTimeField
from app.ui.widgets.file_drop import FileDrop
from app.ui.widgets.flow_layout import FlowBox
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.multi_choice import MultiChoice
from app.ui.widgets.page import Page
from app.ui.widgets.page_preview import PagePreview
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState, LoadingState, ProgressPanel
from app.ui.widgets.step_bar import Step, StepBar
from app.ui.widgets.text_fields import NameField, TextArea

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 12, tzinfo=SHANGHAI)
WORK = [
    (("超 4 工作日", "danger"), "告知受理决定", "消投〔2026〕218号", "陈䶮 → 宏达电器商行", "作出受理决定"),
    (
        ("超 1 工作日", "danger"),
        "终止调解告知",
        "消投〔2026〕201号",
        "刘桂芳 → 悦动健身房",
        "打印终止调解告知书",
    ),
    (("今天", "warning"), "回复12345派单", "热线〔2026〕077号", "匿名 → 惠民超市", "填写办理结果"),
    (("今天", "warning"), "履行第2期 1,200.00", "民调〔2026〕31号", "马建国 → 周小军", "登记履行"),
    (("剩 1 工作日", "warning"), "补正期满", "消投〔2026〕225号", "孙丽 → 天天烘焙", "核对补正材料"),
    (("剩 3 工作日", "info"), "调解通知送达", "消投〔2026〕222号", "赵强 → 顺通二手车", "打印调解通知书"),
    (("剩 9 工作日", "neutral"), "鉴定结论返回", "消投〔2026〕196号", "何平 → 金穗种业", ""),
    (("剩 21 日", "neutral"), "60 日调解期限", "消投〔2026〕209号", "钱芳 等 23 人 → 启航教育", ""),
]
WORK_COLUMNS = (
    Column("due", "期限", 106, "chip"),
    Column("matter", "事项", 146),
    Column("number", "编号", 149),
    Column("parties", "投诉人 → 经营者", 182),
    Column("next", "下一步", 140, "link", stretch=True),
)


def day_note(day: dt.date) -> str:
    return f"星期{'一二三四五六日'[day.weekday()]}{' · 非工作日' if day.weekday() > 4 else ''}"


class DeskPage(Page):
    def __init__(self) -> None:
        super().__init__()
        cards = (
            KpiCard("在办", "37", "本月新收 21"),
            KpiCard("今日到期", "3", "最近 2 小时内", "warning"),
            KpiCard("已超期", "2", "最长超 4 个工作日", "danger"),
            KpiCard("待履行协议", "9", "本周应付 6,480.00 元"),
            KpiCard("本年挽回损失", "41.27 万", "调解成功率 78.4%"),
        )
        self.content.addWidget(KpiRow(cards))
        self.table = DataTable(
            "desk",
            WORK_COLUMNS,
            lambda order: list(range(len(WORK))),
            lambda ids: [WORK[one] for one in ids],
        )
        self.table.reload()
        card = Card("待办", "按法定期限排序 · 全部 14 项", flush=True)
        card.body.addWidget(self.table)
        side = QVBoxLayout()
        side.setSpacing(14)
        incoming = Card("县局来件", "2 件未办", flush=True)
        small = SmallTable(
            "incoming",
            (Column("kind", "", 80, "chip"), Column("what", "", 200, stretch=True), Column("day", "", 64)),
            head=False,
            grow=True,
        )
        small.set_rows(
            [
                (1, (("督办", "danger"), "消投〔2026〕218号 逾期未告知", "11-20")),
                (2, (("交办", "info"), "12345 转来 预付卡退费 1 件", "11-20")),
                (3, (("规则", "neutral"), "2027 年节假日安排 已生效", "11-18")),
            ]
        )
        incoming.body.addWidget(small)
        side.addWidget(incoming)
        week = Card("本周调解", "11月16日—22日")
        week.body.addWidget(
            EmptyState(
                "本周没有安排调解", "在案件页定下调解时间后，会出现在这里。", "看全部日程", icon="calendar"
            )
        )
        side.addWidget(week, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(card, 734)
        row.addLayout(side, 418)
        self.content.addLayout(row, 1)


def intake_form() -> FormGrid:
    form = FormGrid(4)
    kinds = [("complaint", "消费投诉"), ("report", "举报"), ("dispute", "矛盾纠纷")]
    form.add("kind", "事项类型", ChoiceField(kinds))
    form.add("source", "来源", ChoiceField([("visit", "来访"), ("phone", "来电"), ("12315", "12315 转办")]))
    form.add("received", "收到时间", DateTimeField(lambda: NOW, day_note))
    form.add("order", "上级工单号", NameField(25))
    form.add_heading("投诉人")
    form.add("name", "姓名", NameField(50), mandatory=True)
    form.add("phone", "联系电话", NameField(20), mandatory=True)
    form.add("id", "身份证号", NameField(18))
    form.add("trait", "特征", ChoiceField([("old", "60岁以上")]))
    form.add("address", "通讯地址", NameField(200), 3, mandatory=True)
    form.add("count", "人数", NameField(6))
    form.add_heading("被投诉人")
    form.add("shop", "名称", NameField(100), 2, mandatory=True, hint="输入拼音首字母 hddq")
    form.add("code", "统一社会信用代码", NameField(18))
    form.add("shop_phone", "电话", NameField(20))
    form.add_heading("争议与诉求")
    form.add("bought", "交易日期", DateField(lambda: TODAY, day_note))
    form.add("amount", "争议金额（元）", MoneyField(capitals=True))
    demands = [("refund", "退款"), ("swap", "换货"), ("repair", "修理"), ("pay", "赔偿"), ("other", "其他")]
    form.add("demands", "诉求", MultiChoice(demands), 2, mandatory=True)
    form.add("facts", "事实与理由", TextArea(2000, rows=3), 4, mandatory=True)
    form.set_values(
        {
            "kind": "complaint",
            "source": "visit",
            "received": NOW,
            "name": "陈䶮",
            "phone": "139 0792 5561",
            "id": "360122197803120034",
            "trait": "old",
            "address": "青山镇红旗村 3 组 21 号",
            "shop": "宏达电器商行",
            "code": "92360122MA35KK7J3L",
            "bought": dt.date(2026, 7, 4),
            "amount": 30000,
            "demands": ["refund", "pay"],
            "facts": "保修期内空调不制冷，厂家上门维修时以不能出示发票为由收取更换电容费120元、充氟费180元，要求退还。",  # noqa: E501
        }
    )
    form.row("id").set_problem("身份证号校验位不符，应为 X（可留空，不影响受理）")
    return form


class IntakePage(Page):
    def __init__(self) -> None:
        super().__init__()
        card = Card("登记", "草稿自动保存 · 全程可用键盘：Enter 下一项，Ctrl+S 保存")
        card.set_title("登记", "来访 · 来电 · 来信 · 12315 转办")
        card.body.addWidget(intake_form(), 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(button("证据（拖入、扫描、拍照）3", icon="paperclip"))
        foot.addStretch(1)
        foot.addWidget(button("暂存"))
        foot.addWidget(button("保存并打印登记表"))
        foot.addWidget(button("保存并审查受理  Ctrl S", kind="primary"))
        card.body.addLayout(foot)
        side = Card("期限")
        side.body.addWidget(label("7 个工作日内作出受理决定", "heading", wrap=True))
        side.body.addWidget(label("最迟 2026-12-01（星期二）", wrap=True))
        side.body.addWidget(label("收到日不计，周末与法定节假日顺延", "secondary", wrap=True))
        side.body.addWidget(Chip("同人 同企业 内容相似 88%", "danger"))
        side.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(card, 852)
        row.addWidget(side, 300)
        self.content.addLayout(row, 1)


class PartsPage(Page):
    def __init__(self) -> None:
        super().__init__()
        head = Card()
        head.body.addWidget(
            StepBar(
                [
                    Step("受理", "11-09 王敏", "done"),
                    Step("调查", "11-12 李强 · 证据 5", "done"),
                    Step("调解", "第 1 次 11-16", "current"),
                    Step("执行"),
                    Step("回复"),
                    Step("归档"),
                ]
            )
        )
        chips = FlowBox(gap=8)
        for text, role in (
            ("调解中", "info"),
            ("60 日调解期限 剩 55 日 · 2027-01-15", "warning"),
            ("已完成", "success"),
            ("超 4 工作日", "danger"),
            ("剩 21 日", "neutral"),
        ):
            chips.flow.addWidget(Chip(text, role))
        head.body.addWidget(chips)
        self.content.addWidget(head)
        for tone, text, action in (
            ("danger", "U 盘已被拔出，没有写入任何内容，请插好后再写一次。", "再试一次"),
            ("warning", "这件案件 2027 年的期限是暂定的，节假日安排公布后会重新计算。", ""),
            ("success", "已保存并打印登记表。", "打开文件夹"),
            ("info", "上次没有保存完的登记还在，可以接着填。", "接着填"),
        ):
            one = Banner()
            one.say(tone, text, action)
            self.content.addWidget(one)
        row = QHBoxLayout()
        row.setSpacing(14)
        drop = Card("导入")
        drop.body.addWidget(FileDrop("把工单表格拖到这里"))
        panel = ProgressPanel()
        panel.show_progress(64, 128, "正在读取工单……")
        drop.body.addWidget(panel)
        row.addWidget(drop)
        empty = Card("文书")
        empty.body.addWidget(
            EmptyState("还没有文书", "办理到下一步时会自动生成。", "打印登记表", icon="document")
        )
        row.addWidget(empty)
        loading = Card("经过")
        loading.body.addWidget(LoadingState())
        row.addWidget(loading)
        buttons = Card("按钮")
        for text, kind, icon in (
            ("保存并拟定协议", "primary", ""),
            ("打印笔录", "", "print"),
            ("作废", "danger", "trash"),
            ("查看依据", "link", ""),
            ("取消", "quiet", ""),
        ):
            buttons.body.addWidget(button(text, kind=kind, icon=icon))
        off = button("不能用")
        off.setEnabled(False)
        buttons.body.addWidget(off)
        buttons.body.addStretch(1)
        row.addWidget(buttons)
        self.content.addLayout(row, 1)


class PreviewPage(Page):
    def __init__(self) -> None:
        super().__init__()
        preview = PagePreview()
        preview.set_pages([(595.3, 841.9)] * 3, white_page)
        preview.bar.addWidget(button("打印", icon="print"))
        self.content.addWidget(preview, 1)


def white_page(page: int, scale: float) -> tuple[int, int, bytes]:
    width, height = round(595.3 * scale), round(841.9 * scale)
    row = b"\xff\xff\xff\xff" * width
    dark = b"\xff\xff\xff\xff" * (width // 8) + b"\x99\x99\x99\xff" * (width * 3 // 4)
    dark += b"\xff\xff\xff\xff" * (width - len(dark) // 4)
    return (
        width,
        height,
        b"".join(dark if line % 40 < 2 and 80 < line < height - 80 else row for line in range(height)),
    )


def dialog(parent: QWidget) -> FormDialog:
    made = FormDialog(
        "作出受理决定",
        "决定受理",
        "《市场监督管理投诉举报处理办法》第十四条：收到投诉之日起七个工作日内",
        2,
        parent,
    )
    made.form.add("day", "决定日期", DateField(lambda: TODAY, day_note), mandatory=True)
    made.form.add("who", "承办人", ChoiceField([("1", "王敏"), ("2", "李强")]), mandatory=True)
    made.form.add("why", "说明", TextArea(500, rows=3), 2)
    made.start({"day": TODAY})
    made.show_invalid({"who": "请选择承办人。"})
    return made


def main(out: Path, scale: int) -> None:
    application = create_application([], scale, bundled_font_only=True)
    settings = QSettings(str(out / "gallery.ini"), QSettings.Format.IniFormat)
    settings.clear()
    window = MainWindow(DefectDesk(lambda error: None), settings)
    window.register_page("desk", "工作台", "home", DeskPage, lambda: 5)
    window.register_page("intake", "案件", "folder", IntakePage)
    window.register_page("parts", "调解日程", "calendar", PartsPage)
    window.register_page("preview", "经营者", "shop", PreviewPage)
    window.register_page("gear", "设置", "gear", Page)
    window.register_act("import_orders", lambda: None)
    window.register_act("register", lambda: None, primary=True, icon="plus")
    window.rail.set_office("青山镇消费维权窗口")
    window.rail.set_operator("王敏 · 受理员\n上次备份 11-19 16:40")
    window.statusline.set_fact("encryption", "数据库已加密")
    window.statusline.set_fact("backup", "今日备份 08:31 完成")
    window.statusline.set_fact("chain", "数据校验正常 18,204 条")
    window.statusline.set_today("2026年11月21日 星期六 · 非工作日")
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme_of(application).choose(scheme)
        mark = f"{scheme.value}-{scale}"
        for page in ("desk", "intake", "parts", "preview"):
            window.show_page(page)
            grab(window, out / f"{page}-{mark}.png")
        one = dialog(window)
        grab(one, out / f"dialog-{mark}.png", (640, 420))
        one.finish()
        help_page = ShortcutHelp(window)
        grab(help_page, out / f"help-{mark}.png", (900, 620))
        help_page.deleteLater()
        window.show_crash(Path("C:/Users/wm/yizhantong/logs/crash-20261121-091200.txt"))
        grab(window, out / f"crash-{mark}.png")
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
