"""Rule sets, procedure and calendars, read once from the program's resources."""

from __future__ import annotations

from functools import cache, partial
from pathlib import PurePosixPath

from app.domain.calendar import Calendar, YearPlan, parse_year
from app.domain.kinds.complaint.guards import GUARDS
from app.domain.procedure import Procedure, parse_procedure
from app.domain.rules import RuleBook, parse_rule_set
from app.system import resources

_RULE_SETS = ("resources/rules/R2020.toml", "resources/rules/R2026.toml")


@cache
def rule_book() -> RuleBook:
    """Every rule set the program carries. Raises UserError when a file is damaged."""
    return RuleBook(parse_rule_set(resources.read_text(name)) for name in _RULE_SETS)


@cache
def complaint_procedure() -> Procedure:
    """Stages, actions and papers of a complaint."""
    return parse_procedure(resources.read_text("resources/rules/complaint.toml"), GUARDS)


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
