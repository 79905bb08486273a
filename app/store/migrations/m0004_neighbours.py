"""Version 4: ways to the cases near one in hand: same telephone, person, shop, class of goods.

Each holds the day as well, so that only the last weeks or the newest are read of a busy shop.
"""

from __future__ import annotations

from collections.abc import Callable

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX cases_phone ON cases (complainant_phone, received_on) WHERE complainant_phone <> ''",
    "CREATE INDEX cases_person ON cases (complainant, received_on) WHERE complainant <> ''",
    "CREATE INDEX cases_shop ON cases (respondent, received_on) WHERE respondent <> ''",
    "CREATE INDEX cases_category ON cases (category, received_on) WHERE category <> ''",
)


def up(execute: Callable[[str], object]) -> None:
    """Add the indexes."""
    for statement in STATEMENTS:
        execute(statement)
