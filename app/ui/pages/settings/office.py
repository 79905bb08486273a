"""设置 › 单位资料: what stands on the papers."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.office import OfficeChanged
from app.services import founding
from app.ui.context import Context
from app.ui.first_start.particulars import ParticularsForm
from app.ui.pages.section import Section
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.workplace import Workplace

_FIELDS = tuple(name for name in OfficeChanged.__struct_fields__ if name not in Event.__struct_fields__)


class OfficeSection(Section):
    """The particulars with one button to save them."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__(
            "单位资料",
            "印在文书和台账上。改动以后出具的文书用新的内容，已经出具的文书和编号不变。",
            context,
            workplace,
        )
        self._start: dict[str, Any] = {}
        self.form = ParticularsForm()
        self.form.code_fixed()
        self.save_button = button("保存  Ctrl S", self.save, kind="primary")
        self.save_button.setAccessibleName("保存")
        self._undo = button("放弃修改", self.undo)
        card = Card()
        card.body.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(label("案件编号 = 字头＋〔年〕＋序号，例如 消投〔2026〕1号。", "note"))
        foot.addStretch(1)
        foot.addWidget(self._undo)
        foot.addWidget(self.save_button)
        card.body.addLayout(foot)
        self.content.addWidget(card)
        for row in self.form.rows.values():
            row.field.changed.connect(self._on_edited)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.activated.connect(self.save)
        self._on_edited()

    def refresh(self) -> None:
        """The particulars as they are."""
        kept = msgspec.structs.asdict(self.office.office)
        self.form.set_values({field: kept[field] for field in (*_FIELDS, "code")})
        self.form.show_problems({})
        self._start = self.form.values()
        self._on_edited()

    def is_dirty(self) -> bool:
        """Whether a field differs from what is in force."""
        return bool(self._start) and self.form.values() != self._start

    def show_invalid(self, problems: dict[str, str]) -> None:
        """What the service objects to, at its fields."""
        self.form.setEnabled(True)
        rest = self.form.show_problems(problems)
        if rest:
            self.tell_problem(UserError("；".join(rest.values())))

    def save(self) -> None:
        """Save when something changed and nothing is missing."""
        missing = self.form.missing()
        self.form.show_problems(missing)
        if missing or not self.is_dirty():
            return
        values = self.form.values()
        change = OfficeChanged(**{field: values[field] for field in _FIELDS})
        self.form.setEnabled(False)

        def done(changes: object) -> None:
            self.form.setEnabled(True)
            self._start = {}
            self.context.saved(changes)  # type: ignore[arg-type]

        self.context.tasks.run(self, lambda _progress: founding.change_office(self.office, change), done)

    def _on_edited(self) -> None:
        dirty = self.is_dirty()
        self.save_button.setEnabled(dirty)
        self._undo.setEnabled(dirty)
