"""Every command of the program with its shortcut, as data: menus, tips and the help page come from here.

A test keeps shortcuts unique within their scope and each command with a text and a tip.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Scope = Literal["everywhere", "case", "list", "form", "preview"]

SCOPES: dict[Scope, str] = {
    "everywhere": "随处可用",
    "form": "填写时",
    "case": "案件页",
    "list": "列表中",
    "preview": "文书预览",
}


@dataclass(frozen=True)
class Command:
    """One command; `shortcut` in Qt's portable spelling. `bound=False`: a widget handles the key itself."""

    id: str
    text: str
    shortcut: str
    tip: str
    scope: Scope = "everywhere"
    bound: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("find", "查找", "Ctrl+K", "把光标放到查找框：编号、姓名、企业、拼音首字母、内容都能找"),
    Command("register", "登记", "F2", "登记一件新的投诉举报"),
    Command("import_orders", "导入工单", "Ctrl+I", "从 12315、12345 导出的表格里导入工单"),
    *(
        Command(
            f"page.{number}", f"转到左侧第 {number} 页", f"Ctrl+{number}", f"打开左侧栏的第 {number} 个页面"
        )
        for number in range(1, 10)
    ),
    Command("refresh", "刷新", "F5", "重新读取当前页面的内容"),
    Command("back", "返回", "Alt+Left", "回到上一个页面"),
    Command("rail", "收起或展开左侧栏", "Ctrl+B", "屏幕小或字号大时收起左侧栏，给内容让出地方"),
    Command("lock", "锁定", "Ctrl+L", "离开座位时锁定屏幕，回来输入密码继续"),
    Command("quit", "退出", "Ctrl+Q", "关闭程序；有改动会先自动备份"),
    Command("help", "快捷键一览", "F1", "显示这张快捷键表"),
    Command(
        "next_field", "下一项", "Return", "去下一个要填的项目；输入法选字时的回车不算", "form", bound=False
    ),
    Command("previous_field", "上一项", "Shift+Return", "回到上一个要填的项目", "form", bound=False),
    Command(
        "leave_text",
        "离开多行文字框",
        "Ctrl+Return",
        "多行文字框里回车是换行，用它去下一项",
        "form",
        bound=False,
    ),
    Command(
        "save", "保存", "Ctrl+S", "保存正在填写的内容；显示“已保存”就是已经写到磁盘上", "form", bound=False
    ),
    Command(
        "open_list", "展开选项或日历", "Alt+Down", "在选项框、日期框里打开列表或日历", "form", bound=False
    ),
    Command(
        "phrase",
        "常用语",
        "Ctrl+J",
        "在多行文字框里打开常用语，输入拼音首字母查找，回车插入",
        "form",
        bound=False,
    ),
    Command(
        "next_blank",
        "下一处空白",
        "Ctrl+Shift+J",
        "到文字里下一处“＿＿”，直接输入就补上",
        "form",
        bound=False,
    ),
    *(
        Command(
            f"intake.{number}",
            f"登记第 {number} 种事项",
            f"Alt+{number}",
            f"在登记页换成第 {number} 种事项，已填的姓名、电话、事实等跟过去",
            "form",
        )
        for number in range(1, 7)
    ),
    Command(
        "intake.jurisdiction", "判断管辖", "Alt+G", "在登记页一问一答，看该由哪个市场监督管理局处理", "form"
    ),
    Command("intake.notice", "告知单", "Alt+N", "在登记页给不归市场监管部门管的事打印办理途径告知单", "form"),
    Command("leave_form", "关闭表单", "Esc", "关闭当前表单；有没保存的内容会先问一句", "form", bound=False),
    Command("next_step", "下一步", "Ctrl+Return", "办理这件案件的下一个法定步骤", "case"),
    Command("edit_case", "更正登记", "Ctrl+E", "更正或补齐登记的内容，改动留痕", "case"),
    Command("calculate", "计算", "Ctrl+M", "用案件里的金额、日期计算，结果可以存进案件", "case"),
    Command("print", "打印", "Ctrl+P", "打印这件案件的文书", "case"),
    Command(
        "casefile",
        "生成卷宗",
        "Ctrl+Shift+P",
        "在“文书”里把这件案件的全部文书和附件装订成一个 PDF 卷宗",
        "case",
    ),
    Command("open_row", "打开", "Return", "打开选中的一行", "list", bound=False),
    Command("first_row", "第一行", "Home", "到列表的第一行", "list", bound=False),
    Command("last_row", "最后一行", "End", "到列表的最后一行", "list", bound=False),
    Command("copy_rows", "复制选中的行", "Ctrl+C", "复制后可以粘贴到表格或聊天窗口", "list", bound=False),
    Command("next_page", "下一页", "PgDown", "文书的下一页", "preview", bound=False),
    Command("previous_page", "上一页", "PgUp", "文书的上一页", "preview", bound=False),
    Command("zoom_in", "放大", "Ctrl++", "放大文书", "preview", bound=False),
    Command("zoom_out", "缩小", "Ctrl+-", "缩小文书", "preview", bound=False),
)

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
_BY_ID = {command.id: command for command in COMMANDS}


def command(name: str) -> Command:
    """The command with this id; KeyError when there is none."""
    return _BY_ID[name]


def bind(name: str, owner: QWidget, slot: Callable[[], object]) -> QAction:
    """An action for a command that works while `owner` or anything in it has the focus.

    A window binds what works everywhere, a page what is its own. The action is added to `owner`.
    """
    spec = command(name)
    if not spec.bound:
        raise ValueError(f"{name!r} is handled by the widgets themselves")
    action = QAction(spec.text, owner)
    action.setObjectName(f"action.{name}")
    action.setShortcut(QKeySequence(spec.shortcut, QKeySequence.SequenceFormat.PortableText))
    # A window's commands must work even when nothing in it has the focus.
    context = Qt.ShortcutContext.WindowShortcut if owner.isWindow() else WITHIN
    action.setShortcutContext(context)
    action.setAutoRepeat(False)
    action.setToolTip(f"{spec.tip}（{shortcut_text(spec)}）")
    action.setStatusTip(spec.tip)
    action.triggered.connect(lambda _checked=False: slot())
    owner.addAction(action)
    return action


def shortcut_text(spec: Command) -> str:
    """The shortcut as it is printed on keys: Ctrl K, Enter, Alt ←."""
    text = spec.shortcut.replace("Return", "Enter").replace("PgDown", "Page Down").replace("PgUp", "Page Up")
    text = text.replace("Down", "↓") if text == "Alt+Down" else text.replace("Left", "←")
    return "Ctrl ＋" if text == "Ctrl++" else text.replace("+", " ")
