"""What an import would do, before it is done: counts, the verdict and reason of every row, the columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.order_likeness import DECISIONS, REGISTER, SKIP, RowKey
from app.services.work_orders import ALIKE, DAMAGED, KNOWN, NEW, VERDICTS, Plan, PlannedRow
from app.ui import theme
from app.ui.pages.orders.alike_choice import AlikeChoice
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.labels import button, label
from app.ui.widgets.segments import Segments
from app.ui.widgets.small_table import SmallTable

ROLES = {NEW: "success", ALIKE: "warning", KNOWN: "neutral", DAMAGED: "danger"}
_ALL = "all"
_LONGEST = 120
_COLUMNS = (
    Column("row", "行", 52, "secondary"),
    Column("verdict", "结论", 96, "chip"),
    Column("decision", "处理", 96, "strong"),
    Column("reason", "原因或提示", 320),
    Column("external_no", "登记编号", 206),
    Column("complainant", "投诉人", 80),
    Column("respondent", "被投诉人", 140),
    Column("content", "内容", 160, "secondary", stretch=True),
)
_FILE_COLUMN = Column("file", "文件", 130, "secondary")
_FILE_AT, _DECISION_AT = 1, 3


class Preview(QWidget):
    """`confirmed()`: import; `left()`: other files; `case_wanted(case_id)`: the case a row is or is like.

    `decisions`: what was chosen for rows that are like something, by (file, row).
    """

    confirmed = Signal()
    left = Signal()
    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: Sequence[Plan] = ()
        self.decisions: dict[RowKey, str] = {}
        self.verdicts = Segments("结论", [(_ALL, "全部"), *VERDICTS.items()])
        self.table = SmallTable("工单预览", (*_COLUMNS[:1], _FILE_COLUMN, *_COLUMNS[1:]))
        self.choice = AlikeChoice()
        self.confirm = button("", self.confirmed.emit, kind="primary")
        self._card = Card("工单预览", flush=True)
        self._understood = label("", "note", wrap=True)
        self._ignored = label("", "note", wrap=True)
        self._notes = label("", "note", wrap=True)
        self._why_not = label("", "secondary")
        self._build()
        self.verdicts.chosen.connect(lambda _key: self._show_rows())
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _key: self._show_choice())
        self.choice.chosen.connect(self.decide)
        self.choice.chosen_for_all.connect(self.decide_all)
        self.choice.case_wanted.connect(self.case_wanted)

    def show_plans(self, plans: Sequence[Plan]) -> None:
        """Show what reading the files gave."""
        self._plans = plans
        self.decisions = {}
        names = "、".join(plan.source for plan in plans)
        first = plans[0]
        where = (
            f"{first.layout}，表头在第 {first.header_row} 行" if len(plans) == 1 else f"{len(plans)} 个文件"
        )
        self._card.set_title("工单预览", names if len(names) <= 60 else f"{len(plans)} 个文件")
        self._card.set_note(where)
        counts = {verdict: sum(plan.count(verdict) for plan in plans) for verdict in VERDICTS}
        self.verdicts.show_counts({_ALL: sum(counts.values()), **counts})
        self.verdicts.set_value(_ALL)
        self._show_columns(plans)
        self.table.setColumnHidden(_FILE_AT, len(plans) == 1)
        self.table.setColumnHidden(_DECISION_AT, not any(row.alike for plan in plans for row in plan.rows))
        self._show_rows()
        self._count()

    def needs_a_look(self) -> bool:
        """Whether a row is very probably there already, so that somebody should choose; it is then marked."""
        for place, plan in enumerate(self._plans):
            for row in plan.rows:
                if row.verdict == ALIKE:
                    self.table.go_to((place, row.row_number))
                    return True
        return False

    def decide(self, decision: str) -> None:
        """What becomes of the row the keyboard is on."""
        row = self._current()
        if row is None or row.alike is None or decision not in row.alike.decisions:
            return
        self.decisions[self.table.current_id()] = decision
        self._show_rows()
        self._count()

    def decide_all(self, decision: str) -> None:
        """The same for every row that is very probably there already, where it can be."""
        for place, plan in enumerate(self._plans):
            for row in plan.rows:
                if row.verdict == ALIKE and row.alike is not None and decision in row.alike.decisions:
                    self.decisions[place, row.row_number] = decision
        self._show_rows()
        self._count()

    def _count(self) -> None:
        """The button says how many come in."""
        possible = sum(row.form is not None for plan in self._plans for row in plan.rows)
        skipped = sum(decision == SKIP for decision in self.decisions.values())
        self.confirm.setText(f"导入 {possible - skipped:,} 件")
        self.confirm.setEnabled(possible > skipped)
        self._why_not.setText("" if possible > skipped else "没有可以导入的新工单。")

    def _show_choice(self) -> None:
        row = self._current()
        alike = row.alike if row is not None else None
        self.choice.show_alike(alike, self.decisions.get(self.table.current_id(), REGISTER))

    def _current(self) -> PlannedRow | None:
        key = self.table.current_id()
        if key is None:
            return None
        place, number = key
        return next(row for row in self._plans[place].rows if row.row_number == number)

    def _show_columns(self, plans: Sequence[Plan]) -> None:
        understood: dict[str, None] = {}
        ignored: dict[str, None] = {}
        notes: dict[str, None] = {}
        for plan in plans:
            understood.update(dict.fromkeys(plan.mapping.values()))
            ignored.update(dict.fromkeys(plan.ignored))
            notes.update(dict.fromkeys(plan.notes))
        _say(self._understood, "认出的列", list(understood))
        _say(self._ignored, "没有用到的列（原文仍随案件保存）", list(ignored))
        _say(self._notes, "注意", list(notes))

    def _show_rows(self) -> None:
        wanted = self.verdicts.value()
        self.table.set_rows(
            [
                ((place, row.row_number), _cells(plan, row, self.decisions.get((place, row.row_number), "")))
                for place, plan in enumerate(self._plans)
                for row in plan.rows
                if wanted in (_ALL, row.verdict)
            ]
        )
        self._show_choice()

    def _open(self, _key: RowKey) -> None:
        row = self._current()
        if row is not None and row.case_id:
            self.case_wanted.emit(row.case_id)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.STEP * 3, theme.STEP * 2, theme.CARD_MARGIN, theme.STEP)
        bar.addWidget(self.verdicts)
        bar.addStretch(1)
        about = QVBoxLayout()
        about.setContentsMargins(theme.CARD_MARGIN, 0, theme.CARD_MARGIN, theme.STEP * 2)
        about.setSpacing(2)
        for line in (self._understood, self._ignored, self._notes):
            about.addWidget(line)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.CARD_MARGIN, 9, theme.CARD_MARGIN, 10)
        foot.setSpacing(theme.STEP * 3)
        foot.addWidget(button("换别的文件", self.left.emit))
        foot.addStretch(1)
        foot.addWidget(self._why_not)
        foot.addWidget(self.confirm)
        self._card.body.setSpacing(0)
        self._card.body.addLayout(bar)
        self._card.body.addLayout(about)
        self._card.body.addWidget(self.table, 1)
        self._card.body.addWidget(self.choice)
        self._card.body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)


def _cells(plan: Plan, row: PlannedRow, decision: str) -> tuple[object, ...]:
    return (
        str(row.row_number),
        plan.source,
        (VERDICTS[row.verdict], ROLES[row.verdict]),
        DECISIONS[decision or REGISTER] if row.alike is not None else "",
        row.reason,
        row.external_no,
        row.complainant,
        row.respondent,
        row.content[:_LONGEST],
    )


def _say(line: QLabel, what: str, words: list[str]) -> None:
    line.setText(f"{what}：{'、'.join(words)}" if words else "")
    line.setVisible(bool(words))
