"""The facts of a report, in the order of form 二 (举报登记表): who reports, whom, which clues."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.matter.facts import Business, Origin, Person


class Reporter(Person, frozen=True, kw_only=True):
    """举报人. Who reports anonymously (form 二, note 2) leaves no name and cannot be told anything."""

    anonymous: bool = False

    @property
    def named(self) -> bool:
        """实名举报: a person that can be told."""
        return not self.anonymous and bool(self.name)


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """具体线索和相应的事实依据 (办法第28条).

    `subject` is the suspected unlawful act in a few words, `category` a code of `goods_services`. `oral`: not
    in writing, so that `recorded_by` wrote it down (第28条第2款).
    """

    subject: str = ""
    category: str = ""
    happened_on: dt.date | None = None
    place: str = ""
    facts: str = ""
    oral: bool = False
    recorded_by: str = ""


class ReportForm(msgspec.Struct, frozen=True, kw_only=True):
    """The whole form. `discovered`: nobody reported, the clue was met in mediation (办法第27条)."""

    origin: Origin
    reporter: Reporter = Reporter()
    respondent: Business = Business()
    clue: Clue = Clue()
    discovered: bool = False
