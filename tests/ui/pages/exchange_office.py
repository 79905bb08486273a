"""Two offices that changed the same part of a case without seeing each other."""

from __future__ import annotations

from pathlib import Path

from tests.scenarios.exchanging import Counter, amend, exchange
from tests.ui.office_fixture import fill


def dispute_between(above: Counter, below: Counter) -> Path:
    """A folder with a package from `above`: importing it at `below` makes one case 双方修改."""
    cases = fill(below.office)
    exchange((above, below))
    amend(below, cases[0], "刘桂芬")
    amend(above, cases[0], "刘桂英")
    return above.export(below)[0]
