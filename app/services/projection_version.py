"""Whether the lists of an office were made the way this program makes them, and making them again if not.

A new program, a corrected rule or a holiday notice that has arrived changes what the same events add up
to. Then every projection is made anew when the office is opened, and the deadlines that moved are told.
"""

from __future__ import annotations

import hashlib
from functools import cache

from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS
from app.store.rebuild import DueChange
from app.system import resources

PROJECTION = 2
"""One more whenever code changes what events project to; test_projection_version.py watches."""

_DATA = ("resources/rules", "resources/calendar")


@cache
def projection_version() -> str:
    """The way of projecting of this program: its number, and a digest of the rules and calendars it has."""
    digest = hashlib.sha256()
    for folder in (*_DATA, "resources/texts"):
        for name in resources.names_in(folder, ".toml"):
            digest.update(name.encode() + b"\0" + resources.read_bytes(name) + b"\0")
    return f"{PROJECTION}:{digest.hexdigest()}"


def bring_up_to_date(office: OpenOffice) -> list[DueChange]:
    """Rebuild the projections of an office made another way; returns the deadlines that moved."""
    if office.store.projection_version() == projection_version():
        return []
    return office.store.rebuild(version=projection_version())


_NAMED = 3


def moved_sentence(office: OpenOffice) -> str:
    """What moved when the lists were brought up to date, as one sentence; "" when nothing did."""
    moved = office.moved_deadlines
    if not moved:
        return ""
    named = []
    for change in moved[:_NAMED]:
        row = office.store.cases.row_of(change.case_id)
        number = row[LIST_COLUMNS.index("number")] if row else ""
        named.append(f"{number}（{change.old or '未定'} 改为 {change.new or '未定'}）")
    rest = "等" if len(moved) > _NAMED else ""
    count = len({change.case_id for change in moved})
    return f"规则或节假日安排有更新，{count} 件案件的期限已经重新计算：{'、'.join(named)}{rest}。"
