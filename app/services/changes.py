"""What a service changed, so that a screen refreshes only what it shows."""

from __future__ import annotations

import msgspec


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Which lists may look different now, and which case was touched (`case_id`, when it was one)."""

    cases: bool = False
    office: bool = False
    drafts: bool = False
    case_id: str = ""

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            cases=self.cases or other.cases,
            office=self.office or other.office,
            drafts=self.drafts or other.drafts,
            case_id=self.case_id or other.case_id,
        )
