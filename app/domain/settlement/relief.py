"""What somebody gets out of a settlement, by code, and what sort of obligation each is.

How a relief counts in the figures (money that came back, 加倍赔偿 apart, declared worth of what is no money)
stands in resources/rules/recovery.toml with the sentence printed under the figure.
"""

from __future__ import annotations

import tomllib
from typing import Literal

import msgspec

Counts = Literal["money", "extra", "worth", "none"]

RELIEFS: dict[str, str] = {
    "refund": "money",
    "compensation": "money",
    "punitive": "money",
    "goods": "goods",
    "returned": "goods",
    "repair": "act",
    "transfer": "act",
    "waiver": "act",
    "apology": "act",
    "nothing": "",
}
"""Codes with the kind of obligation each makes; "" makes none."""


class Relief(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One relief as the rule declares it. `counts`: money that came, 加倍赔偿, its worth, nothing."""

    code: str
    label: str
    counts: Counts
    why: str = ""


class RecoveryRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The declared rule of 挽回经济损失. `statement` and `extra_statement` are printed under the figures."""

    statement: str
    extra_statement: str
    worth_statement: str
    reliefs: tuple[Relief, ...] = msgspec.field(name="relief")

    def relief(self, code: str) -> Relief:
        """The relief of that code; KeyError for one that is not declared."""
        for one in self.reliefs:
            if one.code == code:
                return one
        raise KeyError(code)

    def counted(self, code: str, worth: int) -> int:
        """Cents that a relief without money counts for, once it was really given."""
        return worth if code and self.relief(code).counts == "worth" else 0


def parse_recovery_rule(text: str) -> RecoveryRule:
    """The rule in a file. ValueError when it does not speak of exactly the reliefs the program knows."""
    rule = msgspec.convert(tomllib.loads(text), type=RecoveryRule)
    codes = [one.code for one in rule.reliefs]
    if sorted(codes) != sorted(RELIEFS):
        raise ValueError(f"recovery rule: {codes} instead of {list(RELIEFS)}")
    for one in rule.reliefs:
        if (RELIEFS[one.code] == "money") != (one.counts in ("money", "extra")):
            raise ValueError(f"recovery rule: {one.code} cannot count as {one.counts}")
    return rule
