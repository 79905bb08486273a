"""The bar above the case list: which cases to show. What was typed into the search box stands here too."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services import choices
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.ui import theme
from app.ui.kinds.registry import MARKS
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_fields import DateField
from app.ui.widgets.flow_layout import FlowBox
from app.ui.widgets.labels import button, label
from app.ui.widgets.segments import Segments

_GROUPS = (("all", "全部"), ("open", "在办"), ("closed", "已结"))
_DUE = (("overdue", "已超期"), ("today", "今天到期"), ("week", "本周到期"))
_FIELD_WIDTH = 108
_KIND_WIDTH = 98
_DATE_WIDTH = 118


class FilterBar(FlowBox):
    """`changed()`: the user chose something else; `search_dropped()`: the search text was put away."""

    changed = Signal()
    search_dropped = Signal()

    def __init__(self, office: OpenOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=8, line_gap=8)
        self._text = ""
        self._showing = False
        self.group = Segments("范围", _GROUPS)
        self.kind = self._choice("种类", [(mark.kind, mark.label) for mark in MARKS], "所有种类")
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.kind.setVisible(len(MARKS) > 1)
        self.phase = self._choice("状态", phases_of(""), "所有状态")
        offered = choices.offers("channels", office.clock.today())
        words = {o.label: o.search for o in offered}
        self.channel = self._choice("来源", [], "所有来源")
        self.channel.set_initials(words.__getitem__)
        self.channel.set_choices([(o.code, o.label) for o in offered])
        self.due = self._choice("期限", list(_DUE), "不限期限")
        self.first = self._date(office, "收到日期从")
        self.last = self._date(office, "收到日期到")
        self.searched = button("", self._drop_search, kind="segment", icon="close")
        self.searched.setCheckable(True)
        self.searched.setToolTip("不再按这些字查找")
        self.reset = button("清除筛选", self.clear, kind="link")
        received = QWidget()
        span = QHBoxLayout(received)
        span.setContentsMargins(0, 0, 0, 0)
        span.setSpacing(theme.STEP + 2)
        for part in (label("收到", "note"), self.first, label("至", "note"), self.last):
            span.addWidget(part)
        chosen: tuple[QWidget, ...] = (self.group, self.kind, self.phase, self.channel, self.due)
        # What puts filters away stays beside the last of them, never alone in a line.
        end = QWidget()
        last = QHBoxLayout(end)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(8)
        for kept in (received, self.searched, self.reset):
            last.addWidget(kept)
        for widget in (*chosen, end):
            self.flow.addWidget(widget)
        self.group.chosen.connect(self._tell)
        self.kind.changed.connect(self._on_kind)
        for choice in (self.phase, self.channel, self.due):
            choice.changed.connect(self._tell)
        for date in (self.first, self.last):
            date.settled.connect(self._tell_date)
        self._show_search()

    def chosen(self) -> CaseFilter:
        """The filter as it stands, with the list's usual order."""
        return CaseFilter(
            text=self._text,
            group=self.group.value(),
            kinds=_one(self.kind.value()),
            phases=_one(self.phase.value()),
            channels=_one(self.channel.value()),
            due=self.due.value(),
            received_from=self.first.value(),
            received_to=self.last.value(),
        )

    def show_filter(self, chosen: CaseFilter) -> None:
        """Show this filter without telling. Only the first of several phases or channels can be shown."""
        self._showing = True
        self._text = chosen.text
        self.group.set_value(chosen.group)
        self.kind.set_value(next(iter(chosen.kinds), ""))
        self.phase.set_choices(phases_of(self.kind.value()))
        self.phase.set_value(next(iter(chosen.phases), ""))
        self.channel.set_value(next(iter(chosen.channels), ""))
        self.due.set_value(chosen.due)
        self.first.set_value(chosen.received_from)
        self.last.set_value(chosen.received_to)
        self._showing = False
        self._show_search()

    def show_search(self, text: str) -> None:
        """What the search box asks for, without telling."""
        self._text = text
        self._show_search()

    def is_narrowed(self) -> bool:
        """Whether anything but the order is chosen."""
        return self.chosen() != CaseFilter()

    def clear(self) -> None:
        """Show every case again."""
        had_text = bool(self._text)
        self.show_filter(CaseFilter())
        if had_text:
            self.search_dropped.emit()
        self.changed.emit()

    def _drop_search(self) -> None:
        self._text = ""
        self._show_search()
        self.search_dropped.emit()
        self.changed.emit()

    def _show_search(self) -> None:
        short = self._text if len(self._text) <= 12 else f"{self._text[:12]}…"
        self.searched.setText(f"查找：{short}")
        self.searched.setAccessibleName(f"不再查找 {self._text}")
        self.searched.setChecked(True)
        self.searched.setVisible(bool(self._text))
        self.reset.setVisible(self.is_narrowed())

    def _on_kind(self) -> None:
        """Each kind has its phases; one the new kind does not know restricts nothing any more."""
        if self._showing:
            return
        self._showing = True
        kept, offered = self.phase.value(), phases_of(self.kind.value())
        self.phase.set_choices(offered)
        self.phase.set_value(kept if kept in dict(offered) else "")
        self._showing = False
        self._tell()

    def _tell(self) -> None:
        if not self._showing:
            self._show_search()
            self.changed.emit()

    def _tell_date(self) -> None:
        # A date that is none restricts nothing; the field itself says that it is none.
        for field in (self.first, self.last):
            field.setToolTip(field.problem())
            field.setProperty("wrong", "true" if field.problem() else "false")
        self._tell()

    def _choice(self, name: str, offered: list[tuple[str, str]], all_of_them: str) -> ChoiceField:
        field = ChoiceField(offered, placeholder=all_of_them)
        field.setAccessibleName(name)
        field.setToolTip(f"{name}；清空文字表示{all_of_them}")
        field.setFixedWidth(_FIELD_WIDTH)
        return field

    def _date(self, office: OpenOffice, name: str) -> DateField:
        field = DateField(office.clock.today)
        field.setAccessibleName(name)
        field.setFixedWidth(_DATE_WIDTH)
        return field


def with_order(chosen: CaseFilter, key: str, *, descending: bool) -> CaseFilter:
    """The same cases in another order; "" is the list's own: the newest first."""
    if not key:
        return msgspec.structs.replace(chosen, sort="received_on", descending=True)
    return msgspec.structs.replace(chosen, sort=key, descending=descending)


def phases_of(kind: str) -> list[tuple[str, str]]:
    """Codes and names of the phases of a kind, of all kinds for ""; the same name stands once."""
    found: dict[str, str] = {}
    for mark in MARKS:
        if kind in ("", mark.kind):
            for code, text in mark.known.phases.items():
                found.setdefault(code, text)
    return list(found.items())


def _one(code: str) -> tuple[str, ...]:
    return (code,) if code else ()
