"""成员: everybody of a group with claim, plan, consent and money, searched, chosen and acted on together."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.money import format_yuan
from app.domain.settlement.members import MemberLine
from app.domain.settlement.state import Settled
from app.services import member_list
from app.services.member_list import consent_word, relief_word
from app.ui import theme
from app.ui.context import Context
from app.ui.matter.face import CaseTab, Shown
from app.ui.widgets.cells import Column
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import button, label
from app.ui.widgets.last_place import begin_in_last_place
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState

_COLUMNS = (
    Column("no", "序号", 44, "number"),
    Column("name", "姓名", 84, "strong"),
    Column("status", "情况", 100, "chip"),
    Column("claim", "诉求（元）", 84, "number"),
    Column("agreed", "应得（元）", 84, "number"),
    Column("paid", "已付（元）", 84, "number"),
    Column("rest", "尚欠（元）", 84, "number"),
    Column("plan", "方案", 92),
)
_ACTS = {
    "add_members": "登记成员",
    "plan_members": "拟定方案",
    "ask_members": "征求同意",
    "pay_list": "登记履行",
    "urge_members": "督促履行",
    "amend_member": "更正",
    "leave_members": "退出",
    "elect_representatives": "推选代表人",
}
_OF_ONE = ("amend_member", "leave_members", "elect_representatives", "urge_members")
"""Acts that a single marked row is meant for; the others begin with everybody they are due for."""
_ROLES = {"同意": "success", "不同意": "danger", "未征求": "warning"}


class MembersTab(CaseTab):
    """`act_wanted(name, numbers chosen)`: an act on the chosen members, None when nobody is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: list[MemberLine] = []
        self._case: Settled | None = None
        self._number = ""
        self._reasons: dict[str, str] = {}
        self.buttons = {name: button(text, partial(self._ask, name)) for name, text in _ACTS.items()}
        self.export_button = button("导出名单…", self._ask_for_place)
        acts = FlowLayout()
        for one in (*self.buttons.values(), self.export_button):
            acts.addWidget(one)
        self.search = QLineEdit()
        self.search.setPlaceholderText("查找姓名、电话（Ctrl+L）")
        self.search.setAccessibleName("查找成员")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(190)
        self.search.textChanged.connect(self._show_rows)
        self.search.returnPressed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        key = QShortcut(QKeySequence("Ctrl+L"), self, self._to_search)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.sums = label("", "secondary", wrap=True)
        found = QHBoxLayout()
        found.setSpacing(theme.STEP * 3)
        found.addWidget(self.search)
        found.addWidget(self.sums, 1)
        self.table: SmallTable = SmallTable("成员名单", _COLUMNS)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.opened.connect(lambda _no: self._ask("amend_member"))
        self.table.typed.connect(self._type_on)
        self.empty = EmptyState(
            "不是共同投诉",
            "两人以上因同一争议投诉同一经营者的，可以按共同投诉办理：导入名单或者逐个登记成员。",
            icon="users",
        )
        self.empty_button = self.empty.add_action("登记成员", lambda: self._ask("add_members"))
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(acts)
        column.addLayout(found)
        column.addWidget(self.table, 1)
        self._layers = QStackedWidget()
        self._layers.addWidget(listed)
        self._layers.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.addWidget(self._layers)

    def show_case(self, shown: Shown) -> None:
        """Show the list; who is chosen and what is searched for stay."""
        case: Settled = shown.case
        self._case = case
        self._number = case.number
        self._reasons = {choice.name: choice.reason for choice in shown.view.choices}
        self._lines = case.member_lines()
        self._layers.setCurrentIndex(0 if case.is_group() else 1)
        for name, one in self.buttons.items():
            one.setVisible(name in self._reasons)
            one.setEnabled(not self._reasons.get(name))
            one.setToolTip(self._reasons.get(name, ""))
        self.empty_button.setEnabled(not self._reasons.get("add_members", "不能登记成员。"))
        self.empty_button.setToolTip(self._reasons.get("add_members", ""))
        self.sums.setText(_sums(case) if case.is_group() else "")
        self._show_rows()

    def chosen(self) -> tuple[int, ...]:
        """The numbers of the chosen members, in the order of the list."""
        ids = self.table.ids()
        ranges = self.table.selectionModel().selection()
        parts = [ranges.at(place) for place in range(ranges.count())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return tuple(ids[row] for row in sorted(rows))

    def save_list(self, out: Path) -> None:
        """Write the list as a workbook."""
        case, office = self._case, self._context.office
        if case is None:
            return
        case_id = case.id
        self._context.tasks.run(
            self,
            lambda _progress: member_list.export_members(office, case_id, out),
            lambda count: self._context.toast_wanted.emit(f"已导出 {count} 人到“{out.name}”"),
        )

    def _show_rows(self) -> None:
        words = self.search.text().strip()
        elected = self._case.election.nos if self._case is not None and self._case.election else ()
        lines = [line for line in self._lines if not words or _matches(line, words)]
        self.table.set_rows([(line.standing.member.no, _cells(line, elected)) for line in lines])

    def _ask(self, name: str) -> None:
        if name in self._reasons and not self._reasons[name]:
            chosen = self.chosen()
            several = len(chosen) > 1 or name in _OF_ONE
            self.act_wanted.emit(name, chosen if chosen and several else None)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _type_on(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(self.search.text() + text)

    def _ask_for_place(self) -> None:
        dialog = QFileDialog(self, "导出名单")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        begin_in_last_place(dialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel 工作簿 (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{self._number}成员名单.xlsx")
        dialog.fileSelected.connect(lambda name: self.save_list(Path(name)))
        dialog.open()


def _matches(line: MemberLine, words: str) -> bool:
    one = line.standing.member
    return any(words in text for text in (one.name, one.phone, one.id_no, one.note, one.address))


def _cells(line: MemberLine, elected: tuple[int, ...]) -> tuple[object, ...]:
    one, plan = line.standing.member, line.standing.plan
    words = consent_word(line)
    status = (words, _ROLES.get(words, "neutral"))
    if line.bound:
        status = ("未履行", "danger") if line.broken else ("已履行", "success")
        if not line.broken and line.next_due is not None:
            status = (f"{line.next_due:%m-%d} 到期", "info")
    title = f"{one.name}（代表人）" if one.no in elected else one.name
    parts = f"，{len(plan.parts)} 期" if plan is not None and len(plan.parts) > 1 else ""
    return (
        str(one.no),
        title,
        status,
        _money(one.claim),
        _money(line.agreed or None),
        _money(line.paid or None),
        _money(line.rest or None),
        f"{relief_word(plan.relief)}{parts}" if plan is not None else "",
    )


def _money(cents: int | None) -> str:
    return format_yuan(cents) if cents is not None else ""


def _sums(case: Settled) -> str:
    """Heads and sums in one line; nothing of it is typed."""
    sums = case.member_totals()
    left = f"（退出 {sums.left}）" if sums.left else ""
    parts = [f"{sums.people} 人{left}", f"诉求 {format_yuan(sums.claim)} 元"]
    if sums.agreeing or sums.refusing or sums.proposed or sums.worth:
        parts.append(f"同意 {sums.agreeing}、不同意 {sums.refusing}、未征求 {sums.unasked}")
    parts += [f"应得 {format_yuan(sums.agreed)} 元"] if sums.agreed else []
    parts += [f"已付 {format_yuan(sums.paid)} 元，尚欠 {format_yuan(sums.rest)} 元"] if case.agreement else []
    for words, cents in (("折价", sums.worth), ("放弃", sums.waived)):
        parts += [f"{words} {format_yuan(cents)} 元"] if cents else []
    return " · ".join(parts)
