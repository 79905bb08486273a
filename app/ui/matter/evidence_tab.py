"""证据: the list, adding to it by dragging, pasting or choosing, looking at a file, taking an item off."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.kinds.complaint.events import Attachment
from app.domain.kinds.complaint.state import EvidenceItem
from app.services.labels import label as word
from app.ui import theme
from app.ui.dialogs.inquiry import providers
from app.ui.matter.face import CaseTab, Shown
from app.ui.widgets.cells import Column
from app.ui.widgets.file_drop import FileDrop
from app.ui.widgets.labels import button, label
from app.ui.widgets.small_table import SmallTable
from app.ui.widgets.states import EmptyState

_COLUMNS = (
    Column("no", "序号", 46),
    Column("title", "名称", 150, "strong", stretch=True),
    Column("form", "种类", 112),
    Column("provider", "提供人", 88),
    Column("day", "取得日期", 92),
    Column("file", "文件", 92, "link"),
    Column("status", "", 66, "chip"),
)


_NEVER = "现在不能添加或者撤下证据。"


class EvidenceTab(CaseTab):
    """Begins `add_evidence` (target: path, PNG bytes or None) and `void_evidence` (target: number)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[EvidenceItem] = []
        self.add_button = button("添加证据", lambda: self._add(None), icon="plus")
        self.look_button = button("查看文件", self._look)
        self.copy_button = button("另存文件…", self._copy)
        self.void_button = button("撤下…", self._void)
        self._why = label("", "note")
        bar = QHBoxLayout()
        bar.setSpacing(theme.STEP * 2)
        for part in (self.add_button, self.look_button, self.copy_button, self.void_button):
            bar.addWidget(part)
        bar.addWidget(self._why, 1)
        self.table = SmallTable("证据清单", _COLUMNS)
        self.table.opened.connect(lambda _no: self._look())
        self.table.picked.connect(lambda _no, _key: self._look())
        self.table.current_changed.connect(lambda _no: self._show_buttons())
        self.empty = EmptyState(
            "还没有证据", "把票据、照片、聊天记录拖到下面，或者按“添加证据”。", icon="paperclip"
        )
        self._layers = QStackedWidget()
        self._layers.addWidget(self.table)
        self._layers.addWidget(self.empty)
        self.drop = FileDrop("把照片、扫描件拖到这里，或按 Ctrl+V 粘贴图片", several=False)
        self.drop.setMaximumHeight(120)
        self.drop.files_chosen.connect(lambda files: self._add(files[0]))
        self.drop.image_pasted.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(theme.STEP * 2)
        layout.addLayout(bar)
        layout.addWidget(self._layers, 1)
        layout.addWidget(self.drop)

    def show_case(self, shown: Shown) -> None:
        """Show the list; the chosen row stays."""
        self._items = shown.case.evidence
        reasons = {choice.name: choice.reason for choice in shown.view.choices}
        self._may_add = reasons.get("add_evidence", _NEVER)
        self._may_void = reasons.get("void_evidence", _NEVER)
        names = providers(shown.view.case)
        self.table.set_rows([(one.item.no, _cells(one, names)) for one in self._items])
        self._layers.setCurrentWidget(self.table if self._items else self.empty)
        self.drop.setVisible(not self._may_add)
        self.add_button.setEnabled(not self._may_add)
        self.add_button.setToolTip(self._may_add)
        if self.table.current_id() is None and self._items:
            self.table.go_to(self._items[0].item.no)
        self._show_buttons()

    def current(self) -> EvidenceItem | None:
        """The item the keyboard is on."""
        number = self.table.current_id()
        return next((one for one in self._items if one.item.no == number), None)

    def _show_buttons(self) -> None:
        one = self.current()
        file = one is not None and one.item.attachment is not None
        self.look_button.setEnabled(file)
        self.copy_button.setEnabled(file)
        voided = one is not None and bool(one.voided)
        self.void_button.setEnabled(one is not None and not voided and not self._may_void)
        self.void_button.setToolTip(self._may_void)
        self._why.setText(f"已撤下：{one.voided}" if one is not None and voided else "")

    def _attachment(self) -> Attachment | None:
        one = self.current()
        return one.item.attachment if one is not None else None

    def _add(self, what: object) -> None:
        self.act_wanted.emit("add_evidence", what)

    def _look(self) -> None:
        if (file := self._attachment()) is not None:
            self.look_wanted.emit(file)

    def _copy(self) -> None:
        if (file := self._attachment()) is not None:
            self.copy_wanted.emit(file)

    def _void(self) -> None:
        if (one := self.current()) is not None:
            self.act_wanted.emit("void_evidence", one.item.no)


def _cells(one: EvidenceItem, names: Mapping[str, str]) -> tuple[object, ...]:
    item = one.item
    file = item.attachment
    size = f"{Path(file.filename).suffix.lstrip('.').upper() or '文件'} {_size(file.size)}" if file else ""
    return (
        str(item.no),
        item.title,
        word("evidence_kinds", item.form),
        names.get(item.provider, item.provider),
        str(item.received_on),
        size,
        ("已撤下", "neutral") if one.voided else None,
    )


def _size(count: int) -> str:
    return f"{count / 1_048_576:.1f} MB" if count >= 1_048_576 else f"{max(1, round(count / 1024))} KB"
