"""What of the exchange waits for a person: cases that two offices changed, and what `repair` has found.

Asked by the desk, the page 往来同步 and the badge of the rail.
"""

from __future__ import annotations

import msgspec

from app.services import case_list
from app.services.case_list import CaseLine
from app.services.exchange import repair
from app.services.exchange.repair import Finding
from app.services.office import OpenOffice

MOST_CASES = 100


class Attention(msgspec.Struct, frozen=True, kw_only=True):
    """`contested`: cases with 双方修改, at most `MOST_CASES`; `findings`: the urgent first."""

    contested: tuple[CaseLine, ...]
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """What the badge says: cases to decide and findings that stop or endanger the exchange."""
        return len(self.contested) + sum(one.urgent for one in self.findings)


def read(office: OpenOffice) -> Attention:
    """Everything that waits now; empty for an office that exchanges with nobody."""
    if not office.store.peers.all():
        return Attention(contested=(), findings=())
    rows = office.store.cases.contested(MOST_CASES)
    lines = case_list.block(office, rows)
    return Attention(
        contested=tuple(line for line in lines if line is not None),
        findings=repair.findings(office),
    )
