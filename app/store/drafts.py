"""What is being typed, kept from the first key on. A draft is not an event: discarded, it leaves no trace."""

from __future__ import annotations

import msgspec

from app.store.database import Database
from app.system.clock import Clock


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """`form` is the screen, `key` what it was opened for ("" for something new); `content` is its JSON."""

    form: str
    key: str
    operator: str
    saved_ms: int
    content: str


class Drafts:
    """The drafts of one store; saving one is durable when it returns."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def save(self, form: str, key: str, operator: str, content: str) -> None:
        """Keep what stands in a form, replacing what was kept for it before."""
        saved_ms = int(self._clock.now().timestamp() * 1000)
        with self._database.joined():
            self._database.sql(
                "INSERT INTO drafts (form, key, operator, saved_ms, content) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (form, key) DO UPDATE SET operator = excluded.operator,"
                " saved_ms = excluded.saved_ms, content = excluded.content",
                (form, key, operator, saved_ms, content),
            )

    def load(self, form: str, key: str) -> Draft | None:
        """The draft kept for a form, None when there is none."""
        row = self._database.row(f"{_SELECT} WHERE form = ? AND key = ?", (form, key))
        return None if row is None else _draft(*row)

    def all(self) -> list[Draft]:
        """Every draft, the latest first."""
        return [_draft(*row) for row in self._database.rows(f"{_SELECT} ORDER BY saved_ms DESC, form, key")]

    def discard(self, form: str, key: str) -> None:
        """Forget a draft; call it inside the transaction that saves what it became."""
        with self._database.joined():
            self._database.sql("DELETE FROM drafts WHERE form = ? AND key = ?", (form, key))


_SELECT = "SELECT form, key, operator, saved_ms, content FROM drafts"


def _draft(form: str, key: str, operator: str, saved_ms: int, content: str) -> Draft:
    return Draft(form=form, key=key, operator=operator, saved_ms=saved_ms, content=content)
