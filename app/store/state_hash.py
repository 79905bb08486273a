"""One number over everything cases add up to, equal on two offices that hold the same events.

It does not depend on the order of arrival, on row numbers or on anything local: SHA-256 over one line
`<case id> <SHA-256 of its state>` for each case, ascending by id.
"""

from __future__ import annotations

import hashlib

from app.store.database import Database

_ALL = "SELECT case_id, state FROM cases JOIN case_states ON case_row = cases.id ORDER BY case_id"


def state_hash(database: Database, streams: frozenset[str] | None = None) -> str:
    """The hash over all cases, or over those among `streams`."""
    total = hashlib.sha256()
    for case_id, state in database.stream(_ALL):
        if streams is None or case_id in streams:
            total.update(f"{case_id} {hashlib.sha256(state.encode()).hexdigest()}\n".encode())
    return total.hexdigest()
