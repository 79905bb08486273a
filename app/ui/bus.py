"""How one page learns that another changed something: flags, not data.

A page that hears a flag it cares about reads again, at once when it is on screen, else when it is next
shown (`app.ui.widgets.page.Page` does both).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.services.changes import Changes


class Bus(QObject):
    """One per window. `changed(changes, initiator)`: what a service returned, who asked for it or None."""

    changed = Signal(object, object)

    def announce(self, changes: Changes, initiator: QObject | None = None) -> None:
        """Tell every page; `Changes.NONE` tells nobody."""
        if changes:
            self.changed.emit(changes, initiator)
