"""Rule sets, procedures and calendars, read once from the program's resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import PurePosixPath
from typing import Any

from app.domain.calendar import Calendar, YearPlan, parse_year
from app.domain.identities import Identities, parse_identities
from app.domain.procedure import Procedure, parse_procedure
from app.domain.rules import NO_RULES, RuleBook, parse_rule_set
from app.system import resources

MEASURES = "measures"
"""The 办法 and what stands in it: complaints and reports."""

_RULE_SETS: dict[str, tuple[str, ...]] = {
    MEASURES: ("R2020", "R2026"),
    "petition": ("petition_law",),
    "people_mediation": ("people_mediation",),
}
"""Rule files by the law they belong to (`Kind.rules`)."""

_PROCEDURES: dict[str, Procedure] = {}


def laws() -> tuple[str, ...]:
    """The laws that have rule sets, the 办法 first."""
    return tuple(_RULE_SETS)


@cache
def rule_book(law: str = MEASURES) -> RuleBook:
    """Every rule set of a law that the program carries; for "" the one that knows no periods.

    Raises UserError when a file is damaged.
    """
    if not law:
        return RuleBook([NO_RULES])
    return RuleBook(parse_rule_set(resources.read_text(f"resources/rules/{n}.toml")) for n in _RULE_SETS[law])


def procedure(kind: str, guards: Mapping[str, Callable[[Any], str]]) -> Procedure:
    """Stages, actions and papers of a kind, read once; `kinds.procedure_of` is the way to ask."""
    if kind not in _PROCEDURES:
        _PROCEDURES[kind] = parse_procedure(
            resources.read_text(f"resources/rules/{kind}.toml"), guards, identities()
        )
    return _PROCEDURES[kind]


@cache
def identities() -> Identities:
    """Who may act how (办理身份). Raises UserError when the file is damaged."""
    return parse_identities(resources.read_text("resources/rules/identities.toml"))


@cache
def calendar() -> Calendar:
    """Working days of every year whose holiday notice the program carries, each read when it is needed.

    A damaged file raises UserError when a day of its year is asked about.
    """
    names = resources.names_in("resources/calendar", ".toml")
    return Calendar(unread={_year_of(name): partial(_read_year, name) for name in names})


def _year_of(name: str) -> int:
    return int(PurePosixPath(name).stem)


def _read_year(name: str) -> YearPlan:
    return parse_year(resources.read_text(name))
