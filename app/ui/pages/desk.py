"""The page 工作台: the figures of today, the work in the order the law wants it done, what is arranged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.money import format_yuan
from app.services import case_list, desk, drafts
from app.services.case_list import CaseFilter
from app.services.changes import Changes
from app.services.desk import DeskFigures, SessionItem, WorkItem
from app.services.drafts import Draft
from app.services.exchange import attention
from app.services.exchange.attention import Attention
from app.services.office import OpenOffice
from app.ui import theme
from app.ui.context import Context
from app.ui.kinds.registry import mark_of
from app.ui.matter.list_words import holder_words, number_words
from app.ui.pages.desk_side import DraftsCard, ExchangeCard, SessionsCard
from app.ui.pages.intake.kept_drafts import DRAFT_FORM
from app.ui.widgets.card import Card, KpiCard
from app.ui.widgets.cells import Column, Words, named
from app.ui.widgets.due_chip import due_chip, minute_chip
from app.ui.widgets.page import Page
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState, LoadingState

LIMIT = 200
_COLUMNS = (
    Column("due", "期限", 134, "chip"),
    Column("what", "事项", 146),
    Column("number", "编号", 164),
    Column("parties", "当事人", 190, stretch=True),
    Column("next", "下一步", 122, "link"),
)
_SIDE_WIDTH = 376
_NARROW_BELOW = 900
_WAN = 1_000_000
"""Cents in 万元."""


class DeskReading(NamedTuple):
    """Everything the page shows, read at one time."""

    figures: DeskFigures
    work: list[WorkItem]
    sessions: list[SessionItem]
    drafts: list[tuple[Draft, str]]
    attention: Attention


class DeskPage(Page):
    """The first page of the day."""

    interests = Changes.CASES | Changes.DRAFTS | Changes.OFFICE | Changes.EXCHANGE

    def __init__(self, context: Context) -> None:
        super().__init__(context.bus)
        self._context = context
        self.kpis = {
            "open": KpiCard("在办"),
            "due_today": KpiCard("今日到期"),
            "overdue": KpiCard("已超期"),
            "awaiting": KpiCard("待履行协议"),
            "recovered": KpiCard("本年挽回损失", pressable=False),
        }
        self.table = SmallTable("待办", _COLUMNS)
        self.sessions = SessionsCard()
        self.exchange = ExchangeCard()
        self.drafts = DraftsCard()
        self._work = Card("待办", flush=True)
        self._work_layers = QStackedWidget()
        self._layers = QStackedWidget()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read everything again."""
        self._context.tasks.run(self, lambda _progress: read_desk(self._context.office), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard stands in the worklist: Enter opens what is most urgent."""
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the work, the cards stand below it."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_BELOW
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if narrow else beside)
        self._work.setMinimumHeight(300 if narrow else 0)
        self._side.setMaximumWidth(16_777_215 if narrow else _SIDE_WIDTH)
        self._side.setMinimumWidth(0 if narrow else _SIDE_WIDTH)

    def _show(self, read: DeskReading) -> None:
        first = self._layers.currentWidget() is self._loading
        idle = not (read.work or read.attention.contested or read.attention.findings)
        new_office = idle and not (read.figures.received_this_month or read.figures.recovered_this_year)
        self._layers.setCurrentWidget(self._welcome if new_office and not read.drafts else self._desk)
        self._show_figures(read.figures, read.work)
        self.table.set_rows([(item.case_id, _cells(item)) for item in read.work])
        if self.table.current_row() < 0 and read.work:
            self.table.go_to_row(0)
        count = f"前 {LIMIT} 项" if len(read.work) == LIMIT else f"全部 {len(read.work)} 项"
        self._work.set_note(f"按法定期限排序 · {count}" if read.work else "")
        self._work_layers.setCurrentWidget(self.table if read.work else self._all_done)
        typing = self.window().focusWidget()
        if first and not (isinstance(typing, QLineEdit) and typing.text()):
            # What is not shown yet takes no keyboard; the search box had it until now.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sessions.show_sessions(read.sessions)
        self.exchange.show_attention(read.attention)
        self.drafts.show_drafts(read.drafts)

    def _show_figures(self, figures: DeskFigures, work: Sequence[WorkItem]) -> None:
        self.kpis["open"].show_figure(f"{figures.open:,}", f"本月新收 {figures.received_this_month:,} 件")
        tone = "warning" if figures.due_today else ""
        self.kpis["due_today"].show_figure(
            f"{figures.due_today:,}", "今天必须办完" if figures.due_today else "今天没有到期的", tone
        )
        chip = due_chip(work[0].days_left, work[0].unit) if work and figures.overdue else None
        note = f"最久的{chip[0]}" if chip else "没有超期的"
        self.kpis["overdue"].show_figure(f"{figures.overdue:,}", note, "danger" if figures.overdue else "")
        self.kpis["awaiting"].show_figure(f"{figures.awaiting_performance:,}", "已达成协议，等待履行")
        self.kpis["recovered"].show_figure(*_money(figures.recovered_this_year))

    def _build(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(theme.GAP)
        for card in self.kpis.values():
            figures.addWidget(card)
        self._all_done = EmptyState(
            "没有待办事项", "在办的案件都办完了。新收到投诉、咨询时按 F2 登记。", icon="check"
        )
        self._work_layers.addWidget(self.table)
        self._work_layers.addWidget(self._all_done)
        self._work.body.addWidget(self._work_layers)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.GAP)
        side.addWidget(self.exchange)
        side.addWidget(self.sessions)
        side.addWidget(self.drafts)
        side.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.GAP)
        self._columns.addWidget(self._work, 1)
        self._columns.addWidget(self._side)
        self._desk = QWidget()
        desk_column = QVBoxLayout(self._desk)
        desk_column.setContentsMargins(0, 0, 0, 0)
        desk_column.setSpacing(theme.GAP)
        desk_column.addLayout(figures)
        desk_column.addLayout(self._columns, 1)
        self._welcome = self._build_welcome()
        self._loading = LoadingState()
        for layer in (self._loading, self._desk, self._welcome):
            self._layers.addWidget(layer)
        self.content.addWidget(self._layers)
        self.setFocusProxy(self.table)

    def _build_welcome(self) -> EmptyState:
        made = EmptyState(
            "还没有案件",
            "来访、来电、来信的投诉在“登记”里录入；12315、12345 转来的工单可以整批导入。"
            "登记之后，到期要办的事会按法定期限排在这里。",
            "登记第一件  F2",
            lambda: self._context.intake_wanted.emit(""),
            icon="home",
        )
        theme.style(made.action, kind="primary")
        made.add_action("导入工单  Ctrl I", lambda: self._context.orders_wanted.emit([]))
        return made

    def _connect(self) -> None:
        wanted = self._context.case_wanted
        self.table.opened.connect(wanted.emit)
        self.table.picked.connect(lambda case_id, _key: wanted.emit(case_id))
        self.table.typed.connect(self._context.search_wanted)
        self.sessions.case_wanted.connect(wanted.emit)
        self.exchange.case_wanted.connect(wanted.emit)
        self.exchange.page_wanted.connect(lambda: self._context.page_wanted.emit("exchange"))
        self.drafts.draft_wanted.connect(self._open_draft)
        for name, chosen in (
            ("open", CaseFilter(group="open", sort="due_on", descending=False)),
            ("due_today", CaseFilter(group="open", due="today")),
            ("overdue", CaseFilter(group="open", due="overdue", sort="due_on", descending=False)),
            ("awaiting", CaseFilter(group="open", phases=("agreed",))),
        ):
            self.kpis[name].clicked.connect(lambda chosen=chosen: self._context.cases_wanted.emit(chosen))

    def _open_draft(self, draft: Draft) -> None:
        if draft.form == DRAFT_FORM:
            self._context.intake_wanted.emit(draft.key)
        else:
            self._context.case_wanted.emit(draft.key)


def read_desk(office: OpenOffice) -> DeskReading:
    """Read everything the desk shows. Called in the database's thread."""
    waiting = []
    for draft in drafts.waiting(office):
        number = ""
        if draft.form != DRAFT_FORM:
            row = case_list.row_of(office, draft.key)
            line = case_list.block(office, [row])[0] if row is not None else None
            if line is None:
                continue
            number = line.number
        waiting.append((draft, number))
    return DeskReading(
        figures=desk.figures(office),
        work=desk.worklist(office, LIMIT),
        sessions=desk.sessions_this_week(office),
        drafts=waiting,
        attention=attention.read(office),
    )


def _cells(item: WorkItem) -> tuple[object, ...]:
    chip = due_chip(item.days_left, item.unit, provisional=item.provisional)
    if item.minutes_left is not None:
        chip = minute_chip(item.minutes_left)
    return (
        chip or ("暂无期限", "neutral"),
        item.what or item.phase,
        number_words(item.number, item.alert),
        _parties(item),
        holder_words(item.holder) or item.next_action,
    )


def _parties(item: WorkItem) -> Words:
    """Who with whom, or with what where the kind knows no other side."""
    if mark_of(item.kind).parties[1]:
        return Words((named(item.complainant), " → ", named(item.respondent)))
    return Words((named(item.complainant), f" · {item.subject}" if item.subject else ""))


def _money(cents: int) -> tuple[str, str]:
    """The figure and its remark; from 万元 on the exact sum stands below."""
    if cents < _WAN:
        return f"{format_yuan(cents)} 元", "已经实际收到的"
    wan = (cents * 2 + 10_000) // 20_000  # hundredths of 万元, half up
    return f"{wan // 100:,}.{wan % 100:02d} 万元", f"{format_yuan(cents)} 元，已经实际收到"
