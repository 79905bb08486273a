"""Several respondents of one complaint: each is told, asked and bound for itself.

The first one is the party `respondent`; further ones `respondent2`, `respondent3` … keep their number.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from app.domain.events import Event, register
from app.domain.kinds.complaint.facts import Respondent

FIRST = "respondent"
MOST = 10
_NUMERALS = "一二三四五六七八九十"


@register
class RespondentAdded(Event, frozen=True, kw_only=True):
    """追加被投诉人. `no` counts from 2 within the case."""

    no: int
    respondent: Respondent
    reason: str
    on: dt.date
    by: str


@register
class RespondentWithdrawn(Event, frozen=True, kw_only=True):
    """The complaint is not upheld against this one any more; what was done with it stays in the history."""

    no: int
    reason: str
    on: dt.date
    by: str


class CoRespondent(msgspec.Struct, kw_only=True):
    added: RespondentAdded
    respondent: Respondent
    withdrawn: RespondentWithdrawn | None = None

    @property
    def party(self) -> str:
        """Its code among the parties."""
        return f"{FIRST}{self.added.no}"


def label_of(number: int) -> str:
    """被投诉人二."""
    return f"被投诉人{_NUMERALS[number - 1]}"


class Parties:
    """`Complaint.PARTIES`: of the class the two every complaint has, of a case further respondents too."""

    BASE: dict[str, str] = {"complainant": "投诉人", FIRST: "被投诉人"}

    def __get__(self, case: Any, owner: Any = None) -> dict[str, str]:
        if case is None:
            return self.BASE
        further = {c.party: label_of(c.added.no) for c in case.co_respondents if c.withdrawn is None}
        return {**self.BASE, **further}
