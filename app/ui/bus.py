"""How one page learns that another changed something: topics, not data.

A page that hears a topic it shows reads again, at once when it is on screen, else when it is next shown
(`app.ui.widgets.page.Page` does both).
"""

from __future__ import annotations

from enum import Flag, auto

from PySide6.QtCore import QObject, Signal

from app.services.changes import Changes


class Topic(Flag):
    """What may look different now."""

    NONE = 0
    CASES = auto()
    DRAFTS = auto()
    OFFICE = auto()
    ORDERS = auto()
    ALL = CASES | DRAFTS | OFFICE | ORDERS


class Bus(QObject):
    """One per window. `changed(topics, case_id)`; `case_id` is "" when it was not one case."""

    changed = Signal(object, str)

    def announce(self, changes: Changes) -> None:
        """Pass on what a service returned; nothing changed tells nobody."""
        topics = Topic.NONE
        for topic in Topic:
            if getattr(changes, str(topic.name).lower(), False):
                topics |= topic
        self.tell(topics, changes.case_id)

    def tell(self, topics: Topic, case_id: str = "") -> None:
        """Tell every page that these may look different."""
        if topics:
            self.changed.emit(topics, case_id)
