"""Keeps what is being typed on disk: within two seconds of the last key, and when page or dialog is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.services import drafts
from app.services.changes import Changes
from app.services.drafts import Draft
from app.system.clock import SHANGHAI
from app.ui.context import Context
from app.ui.tasks import Progress

_KEEP_AFTER = 1200


def kept_at(draft: Draft) -> dt.datetime:
    """When a draft was last kept, in the time of the counter."""
    return dt.datetime.fromtimestamp(draft.saved_ms / 1000, SHANGHAI)


class DraftKeeper(QObject):
    """One for each form. `kept(moment)`: the draft is on disk since then (None: there is none any more)."""

    kept = Signal(object)

    def __init__(
        self, context: Context, page: QWidget, form: str, read: Callable[[], Mapping[str, str]]
    ) -> None:
        """`read()` gives the fields now; `form` is the name the drafts of this screen go by."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._form = form
        self._read = read
        self.key = ""
        self._untouched: dict[str, str] = {}
        self._latest: dict[str, str] = {}
        self._on_disk: dict[str, str] | None = None
        self._under_way = 0
        """Writes asked for whose end has not been told yet: the disk may hold more than `_on_disk` says."""
        self._stopped = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_AFTER)
        self._timer.timeout.connect(self.keep)

    @property
    def name(self) -> tuple[str, str]:
        """Form and key, as the services want it."""
        return self._form, self.key

    def start(self, key: str, untouched: Mapping[str, str], on_disk: Mapping[str, str] | None = None) -> None:
        """Keep a form from now on; as long as it reads `untouched` there is nothing to keep."""
        self.key = key
        self._untouched = dict(untouched)
        self._on_disk = None if on_disk is None else dict(on_disk)
        self._stopped = False

    def compare_with(self, untouched: Mapping[str, str]) -> None:
        """From now on this is what an empty form reads: another form stands in place of the first."""
        self._untouched = dict(untouched)

    def stop(self) -> None:
        """Keep nothing any more: the form is being saved, or was thrown away."""
        self._stopped = True
        self._timer.stop()

    def go_on(self) -> None:
        """Keep again, after saving failed."""
        self._stopped = False

    def touched(self) -> None:
        """Something was typed. A running timer is left alone, so that steady typing is kept too."""
        if not self._stopped and not self._timer.isActive():
            self._timer.start()

    def is_dirty(self) -> bool:
        """Whether the form holds anything but what it began with."""
        return not self._stopped and dict(self._read()) != self._untouched

    def keep(self) -> None:
        """Put the form on disk now, in the order of the other work."""
        self._timer.stop()
        if self._stopped or not self._has_news():
            return
        name = self.name
        self._under_way += 1
        self._context.tasks.run(self._page, lambda _progress: self._write(name), self._on_kept)

    def keep_before_closing(self) -> None:
        """The same at once: work that still waits is cancelled when the window closes."""
        self._timer.stop()
        if not self._stopped and self._has_news():
            self._on_disk = self._write(self.name)[1]

    def keep_and_leave(self) -> None:
        """The same for a dialog that is about to go: its window waits for the end of it."""
        if self._stopped or not self._has_news():
            self.stop()
            return
        self.stop()
        name, owner, bus = self.name, self._owner(), self._context.bus
        self._context.tasks.run(
            owner, lambda _progress: self._write(name), lambda _done: bus.announce(Changes.DRAFTS, owner)
        )

    def discard(self) -> None:
        """Throw the draft away."""
        self.stop()
        name, context, owner = self.name, self._context, self._owner()
        self._on_disk = None
        self.kept.emit(None)

        def forget(_progress: Progress) -> None:
            drafts.discard(context.office, *name)

        context.tasks.run(owner, forget, lambda _none: context.bus.announce(Changes.DRAFTS, owner))

    def _owner(self) -> QWidget:
        """The page may be a dialog about to go; its window stays."""
        return self._page.parentWidget() or self._page

    def _has_news(self) -> bool:
        self._latest = dict(self._read())
        nothing = self._latest == self._untouched and self._on_disk is None and not self._under_way
        return not nothing and self._latest != self._on_disk

    def _write(self, name: tuple[str, str]) -> tuple[tuple[str, str], dict[str, str]]:
        # Read when it is written, not when it was asked for: an older text never replaces a newer one.
        fields = self._latest
        if fields == self._untouched:
            drafts.discard(self._context.office, *name)
        else:
            drafts.save(self._context.office, *name, fields)
        return name, fields

    def _on_kept(self, done: tuple[tuple[str, str], dict[str, str]]) -> None:
        self._under_way -= 1
        name, fields = done
        if name == self.name:
            self._on_disk = fields
            self._tell(None if fields == self._untouched else self._context.office.clock.now())

    def _tell(self, moment: dt.datetime | None) -> None:
        self.kept.emit(moment)
        self._context.bus.announce(Changes.DRAFTS, self._page)
