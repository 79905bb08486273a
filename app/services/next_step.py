"""The next step as lists show it: the projected one, unless a clock has run out since.

Projections never look at today, so what the law demands after the last day is added here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from app.services import kinds
from app.services.office import OpenOffice


def next_step_label(office: OpenOffice, row: Mapping[str, object]) -> str:
    """The label for a row of `LIST_COLUMNS`, "" at the end of a case."""
    kind = kinds.kind_named(str(row["kind"]))
    due = row["due_on"]
    due_on = dt.date.fromisoformat(due) if isinstance(due, str) and due else None
    clocks = kind.lapsed(str(row["due_clock"]), due_on, office.clock.today())
    for action in kinds.procedure_of(kind).actions:
        if action.lapsed in clocks and row["phase"] in action.phases:
            return action.label
    return str(row["next_action"])
