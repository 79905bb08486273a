"""The calendar and rule files of the product, read from resources/ for the tests of the pure rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.domain.calendar import Calendar, parse_year
from app.domain.rules import RuleBook, parse_rule_set

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def shipped_calendar() -> Calendar:
    """The calendar a user has: every file of resources/calendar."""
    files = sorted((RESOURCES / "calendar").glob("*.toml"))
    return Calendar(parse_year(file.read_text(encoding="utf-8")) for file in files)


@cache
def shipped_rules() -> RuleBook:
    """The rule sets a user has: resources/rules/R*.toml."""
    files = sorted((RESOURCES / "rules").glob("R*.toml"))
    return RuleBook(parse_rule_set(file.read_text(encoding="utf-8")) for file in files)


def read_shipped(name: str) -> str:
    """A text file of the project by its path from the root."""
    return (RESOURCES.parent / name).read_text(encoding="utf-8")
