"""Version 2: what lists show of every kind of matter, and clocks that count hours.

`subject` is what the matter is about; `alert` 0 none, 1 attention, 2 danger; `holder` the office that has
the case in hand when it is another one; `members` and `linked` count; `extra` is 加倍赔偿 and `relief`
the declared worth of goods and acts, both in cents and apart from `recovered`.
"""

from __future__ import annotations

from collections.abc import Callable

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE cases ADD COLUMN subject TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN identity TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN holder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN alert INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN members INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN linked INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN conflicts INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN extra INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN relief INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN due_unit TEXT NOT NULL DEFAULT 'day'",
    # A period in hours ends at a time of day; the others leave it empty.
    "ALTER TABLE deadlines ADD COLUMN due_at TEXT",
    "ALTER TABLE recoveries ADD COLUMN extra INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE recoveries ADD COLUMN relief INTEGER NOT NULL DEFAULT 0",
    # The list is filtered and sorted inside this index alone, so it must hold the kind as well.
    "DROP INDEX cases_list",
    """CREATE INDEX cases_list ON cases
        (received_on, is_open, kind, phase, stage, channel, category, due_on, closed_on, recovered,
         serial, amount)""",
)


def up(execute: Callable[[str], object]) -> None:
    """Add the columns; a rebuild at the next opening fills them."""
    for statement in STATEMENTS:
        execute(statement)
