"""The rule files of the calculators as the program ships them."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from app.domain.calculators.rule_data import Rules, parse_rules
from tests.domain.shipped_data import RESOURCES

R = TypeVar("R", bound=Rules)


@cache
def shipped(name: str, kind: type[R]) -> R:
    """One file of resources/rules/calculators."""
    return parse_rules((RESOURCES / "rules" / "calculators" / f"{name}.toml").read_text("utf-8"), kind)
