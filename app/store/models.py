"""The projection tables as peewee sees them, for queries whose shape depends on what was asked.

They belong to no database: a query is built here and executed on the store that asks, so that several
offices can be open at once. The schema itself is made by app/store/migrations.
"""

from __future__ import annotations

from typing import Any

import peewee

from app.store.projections import CASE_COLUMNS, DEADLINE_COLUMNS

# Typed as Any: peewee makes the columns attributes at run time.
CASES: Any = peewee.Table("cases", ("id", *CASE_COLUMNS))
DEADLINES: Any = peewee.Table("deadlines", ("case_row", "no", *DEADLINE_COLUMNS))
