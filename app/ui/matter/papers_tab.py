"""文书: every paper of the case, why it cannot be made yet, and those that were made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds.complaint.events import PaperIssued
from app.services.papers import PaperOrder
from app.ui import actions, theme
from app.ui.context import Context
from app.ui.dialogs.casefile import CaseFileDialog
from app.ui.matter.face import CaseTab, Shown
from app.ui.matter.mark import KindMark
from app.ui.widgets.cells import Column
from app.ui.widgets.labels import button, label
from app.ui.widgets.small_table import SmallTable

_COLUMNS = (
    Column("name", "文书", 272, "strong"),
    Column("status", "", 96, "chip"),
    Column("note", "说明", 200, "secondary", stretch=True),
)
_ISSUED = (
    Column("name", "已制作的文书", 236, "link"),
    Column("number", "文号", 150, stretch=True),
    Column("day", "日期", 88),
    Column("printing", "制作", 60),
    Column("hash", "校验码", 92, "secondary"),
)


class PapersTab(CaseTab):
    """`preview_wanted`, `save_wanted`, `print_wanted` (PaperOrder); `reopen_wanted(PaperIssued, name)`."""

    preview_wanted = Signal(object)
    save_wanted = Signal(object)
    print_wanted = Signal(object)
    reopen_wanted = Signal(object, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: Shown | None = None
        self.casefile: CaseFileDialog | None = None
        self._orders: dict[int, tuple[PaperOrder, str, str]] = {}
        self._issued: dict[int, tuple[PaperIssued, str]] = {}
        self._printed: dict[int, int] = {}
        self.preview_button = button("预览", lambda: self._ask(self.preview_wanted))
        self.save_button = button("制作并保存 PDF…", lambda: self._ask(self.save_wanted), icon="save")
        self.print_button = button("制作并打印", lambda: self._ask(self.print_wanted), icon="print")
        bar = QHBoxLayout()
        bar.setSpacing(theme.STEP * 2)
        for part in (self.preview_button, self.save_button, self.print_button):
            bar.addWidget(part)
        bar.addStretch(1)
        self.casefile_button = button("生成卷宗…", self.make_casefile, icon="folder")
        self.casefile_button.setToolTip(actions.command("casefile").tip)
        actions.bind("casefile", self, self.make_casefile)
        self.table = SmallTable("可以制作的文书", _COLUMNS)
        self.table.opened.connect(lambda _row: self._ask(self.preview_wanted))
        self.table.current_changed.connect(lambda _row: self._show_buttons())
        self.issued = SmallTable("已制作的文书", _ISSUED)
        self.issued.opened.connect(self._reopen)
        self.issued.picked.connect(lambda row, _key: self._reopen(row))
        self._none_yet = label("还没有制作过文书；制作时才编文号，预览不占号。", "note", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(theme.STEP * 2)
        layout.addLayout(bar)
        layout.addWidget(self.table, 3)
        between = QHBoxLayout()
        between.addWidget(self._none_yet, 1)
        between.addStretch(0)
        between.addWidget(self.casefile_button)
        layout.addLayout(between)
        layout.addWidget(self.issued, 2)

    def show_case(self, shown: Shown) -> None:
        """Show the papers; the chosen rows stay."""
        self._shown = shown
        issued = shown.case.papers
        self._orders = dict(enumerate(shown.orders))
        self._printed = {
            row: sum(_is_of(paper, order) for paper in issued) for row, (order, _, _) in self._orders.items()
        }
        self.table.set_rows([(row, self._cells(row, issued)) for row in self._orders])
        names = {rule.id: rule.label for rule, _ in shown.view.papers}
        self._issued = {
            place: (paper, names.get(paper.paper, paper.paper)) for place, paper in enumerate(issued)
        }
        self.issued.set_rows(
            [
                (place, _issued_cells(paper, name, shown.face.mark))
                for place, (paper, name) in reversed(self._issued.items())
            ]
        )
        self.issued.setVisible(bool(issued))
        self._none_yet.setVisible(not issued)
        if self.table.current_id() is None:
            self.choose_first()
        self._show_buttons()

    def make_casefile(self) -> None:
        """Ctrl+Shift+P: the whole case as one PDF."""
        if self._shown is None:
            return
        case = self._shown.case
        self.casefile = CaseFileDialog(self._context, case.id, case.number, self.window())
        self.casefile.destroyed.connect(self._forget_casefile)
        self.casefile.begin()

    def _forget_casefile(self) -> None:
        self.casefile = None

    def choose_first(self) -> None:
        """Stand on the first paper that can be made, the latest in the life of a case."""
        possible = [row for row, (_, _, reason) in self._orders.items() if not reason]
        fresh = [row for row in possible if not self._printed[row]]
        if possible:
            self.table.go_to((fresh or possible)[-1])

    def order_of(self, paper: str) -> PaperOrder | None:
        """The first order of a paper that can be made, by the paper's id."""
        found = [o for o, _, reason in self._orders.values() if o.paper == paper and not reason]
        return found[0] if found else None

    def _cells(self, row: int, issued: list[PaperIssued]) -> tuple[object, ...]:
        order, name, reason = self._orders[row]
        count = self._printed[row]
        if reason:
            return name, ("还不能制作", "neutral"), reason
        if count:
            first = next(paper for paper in issued if _is_of(paper, order))
            return name, ("已制作", "success"), f"{first.number or first.issued_on}，已制作 {count} 次"
        return name, ("可以制作", "info"), ""

    def _show_buttons(self) -> None:
        row = self.table.current_id()
        _, _, reason = self._orders.get(row, (None, "", "请先选择一种文书"))
        for part in (self.preview_button, self.save_button, self.print_button):
            part.setEnabled(not reason)
            part.setToolTip(reason)
        again = self._printed.get(row, 0)
        # Saved or printed, each is one more copy of the paper under the same number.
        self.print_button.setText(f"再次制作并打印（第 {again + 1} 次）" if again else "制作并打印")
        self.save_button.setText(f"再次制作并保存 PDF…（第 {again + 1} 次）" if again else "制作并保存 PDF…")

    def _ask(self, signal: object) -> None:
        order, _, reason = self._orders.get(self.table.current_id(), (None, "", "none"))
        if order is not None and not reason:
            signal.emit(order)  # type: ignore[attr-defined]

    def _reopen(self, row: int) -> None:
        self.reopen_wanted.emit(*self._issued[row])


def _is_of(issued: PaperIssued, order: PaperOrder) -> bool:
    return (issued.paper, issued.addressee, issued.session_no) == (order.paper, order.to, order.session_no)


def _issued_cells(paper: PaperIssued, name: str, mark: KindMark) -> tuple[object, ...]:
    to = f"（{mark.party_word(paper.addressee)}）" if paper.addressee else ""
    return (
        f"{name}{to}",
        paper.number or "随案件编号",
        str(paper.issued_on),
        f"第 {paper.printing} 次",
        paper.sha256[:8],
    )
