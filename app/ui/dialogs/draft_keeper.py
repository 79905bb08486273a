"""Keeping a long text while it is typed, and offering it again after the dialog or the program was closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.services import drafts
from app.system.clock import SHANGHAI
from app.ui.context import Context
from app.ui.widgets.form_dialog import FormDialog

_QUIET_FOR = 1200
"""Milliseconds without a key press after which the words are written down; two seconds are promised."""


class DraftKeeper(QObject):
    """Keeps the words of one dialog; a child of it. Restores what was kept as soon as it is made.

    `kept(moment)`: the words are on disk since then.
    """

    kept = Signal(object)

    def __init__(
        self,
        dialog: FormDialog,
        context: Context,
        form: str,
        key: str,
        prefill: Callable[[], dict[str, Any]],
    ) -> None:
        """`form` and `key` name the draft; `prefill()` is what an unwritten form shows."""
        super().__init__(dialog)
        self._dialog, self._context = dialog, context
        self._form, self._key, self._prefill = form, key, prefill
        self._written: dict[str, str] = {}
        self._over = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_QUIET_FOR)
        self._later.timeout.connect(self.keep)
        kept = drafts.load(context.office, form, key)
        if kept is not None:
            self._restore(kept)
        for row in dialog.form.rows.values():
            row.field.changed.connect(self._later.start)
        dialog.finished.connect(self._on_closed)

    def keep(self) -> None:
        """Write the words down now."""
        fields = self._fields()
        if self._over or fields == self._written:
            return
        self._written = fields
        self._context.tasks.run(
            self._dialog,
            lambda _progress: drafts.save(self._context.office, self._form, self._key, fields),
            lambda _nothing: self.kept.emit(self._context.office.clock.now()),
        )

    def discard(self) -> None:
        """Forget the draft: it was saved, or thrown away."""
        self._over = True
        self._later.stop()
        office, form, key = self._context.office, self._form, self._key
        # The window outlives the dialog, which is about to close.
        owner = self._dialog.parentWidget() or self._dialog
        self._context.tasks.run(
            owner, lambda _progress: drafts.discard(office, form, key), lambda _nothing: None
        )

    def _fields(self) -> dict[str, str]:
        return {name: value for name, value in self._dialog.values().items() if isinstance(value, str)}

    def _restore(self, kept: drafts.Draft) -> None:
        self._written = kept.fields
        self._dialog.form.set_values(dict(kept.fields))
        when = dt.datetime.fromtimestamp(kept.saved_ms / 1000, SHANGHAI)
        self._dialog.banner.show_info(
            f"这是 {when:%m-%d %H:%M} 没有写完的草稿，可以接着写。", "不要草稿，重新写", self._start_over
        )

    def _start_over(self) -> None:
        emptied = dict.fromkeys(self._written, "")
        self._written = {}
        self._dialog.form.set_values({**emptied, **self._prefill()})
        office, form, key = self._context.office, self._form, self._key
        self._context.tasks.run(
            self._dialog, lambda _progress: drafts.discard(office, form, key), lambda _nothing: None
        )

    def _on_closed(self) -> None:
        if self._later.isActive() and not self._over:
            self._later.stop()
            self.keep()
