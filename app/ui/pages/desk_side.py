"""Beside the worklist: sessions that are arranged, what the exchange with other offices wants, drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar import weekday_name
from app.services.desk import SessionItem
from app.services.drafts import Draft
from app.services.exchange.attention import Attention
from app.ui import theme
from app.ui.draft_keeper import kept_at
from app.ui.pages.intake.kept_drafts import DRAFT_FORM, draft_title
from app.ui.widgets.card import Card
from app.ui.widgets.cells import Column
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label
from app.ui.widgets.small_table import SmallTable

_SESSION_COLUMNS = (
    Column("at", "时间", 138, "strong"),
    Column("parties", "当事人", 150, stretch=True),
    Column("mode", "方式", 82, "secondary"),
)
_SHOWN_DRAFTS = 5
_SHOWN_FINDINGS = 4


class SessionsCard(Card):
    """Sessions arranged until the end of next week. `case_wanted(case_id)`."""

    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("近期调解", "到下周日", flush=True, parent=parent)
        self.table = SmallTable("近期调解", _SESSION_COLUMNS, head=False, grow=True)
        self._none = QWidget()
        quiet = QVBoxLayout(self._none)
        quiet.setContentsMargins(theme.CARD_MARGIN, theme.STEP * 3, theme.CARD_MARGIN, theme.STEP * 4)
        quiet.addWidget(label("没有安排调解。发出调解通知后会列在这里。", "secondary", wrap=True))
        self.body.addWidget(self.table)
        self.body.addWidget(self._none)
        self.table.opened.connect(lambda key: self.case_wanted.emit(key[0]))

    def show_sessions(self, sessions: Sequence[SessionItem]) -> None:
        """Show them by time."""
        rows = [
            (
                (s.case_id, s.at),
                (f"{weekday_name(s.at.date())} {s.at:%m-%d %H:%M}", s.parties, s.mode),
            )
            for s in sessions
        ]
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)


class ExchangeCard(Card):
    """双方修改, copies, gaps, numbers; hidden when there is nothing. `case_wanted(id)`, `page_wanted()`."""

    case_wanted = Signal(str)
    page_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("往来同步", parent=parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.STEP * 2)
        self.body.addLayout(self._lines)
        self.hide()

    def show_attention(self, found: Attention) -> None:
        """Show it anew, what a person must decide first."""
        _empty(self._lines)
        contested = found.contested
        if contested:
            one = contested[0]
            title = f"{one.number} 双方修改" if len(contested) == 1 else f"{len(contested)} 件案件双方修改"
            act = (
                partial(self.case_wanted.emit, one.case_id) if len(contested) == 1 else self.page_wanted.emit
            )
            self._lines.addWidget(self._finding(title, "danger", "要选定", act))
        for finding in found.findings[:_SHOWN_FINDINGS]:
            role, word = ("danger", "要处理") if finding.urgent else ("info", "提示")
            made = self._finding(finding.title, role, word, self.page_wanted.emit)
            made.setToolTip(finding.sentence)
            self._lines.addWidget(made)
        self.set_note(f"共 {len(found.findings)} 项" if len(found.findings) > _SHOWN_FINDINGS else "")
        self.setVisible(bool(contested or found.findings))

    def _finding(self, title: str, role: str, word: str, act: Callable[[], object]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(Chip(word, role))
        name = label(title, wrap=True)
        name.setMinimumWidth(0)
        row.addWidget(name, 1)
        look = button("查看", act, kind="link")
        look.setAccessibleName(f"查看 {title}")
        row.addWidget(look)
        return line


class DraftsCard(Card):
    """What was typed and not saved; hidden when there is nothing. `draft_wanted(draft)`."""

    draft_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("没有保存的草稿", parent=parent)
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(theme.STEP)
        self.body.addLayout(self._waiting)
        self.hide()

    def show_drafts(self, waiting: Sequence[tuple[Draft, str]]) -> None:
        """Show drafts, the latest first, each with the number of its case ("" for a registration)."""
        _empty(self._waiting)
        for draft, number in waiting[:_SHOWN_DRAFTS]:
            self._waiting.addWidget(self._draft_line(draft, number))
        self.set_note(f"{len(waiting)} 份" if waiting else "")
        self.setVisible(bool(waiting))

    def _draft_line(self, draft: Draft, number: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        words = draft_title(draft) if draft.form == DRAFT_FORM else f"{number} 未保存的填写"
        name = label(words)
        name.setMinimumWidth(0)
        row.addWidget(name, 1)
        row.addWidget(label(f"{kept_at(draft):%m-%d %H:%M}", "note"))
        go_on = button("继续填写", partial(self.draft_wanted.emit, draft), kind="link")
        go_on.setAccessibleName(f"继续填写 {words}")
        row.addWidget(go_on)
        return line


def _empty(lines: QVBoxLayout) -> None:
    while (item := lines.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
