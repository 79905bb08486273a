"""第17条 as data: the items of the article, what is counted for them, from which number on it is shown.

The law leaves thresholds to the place (第17条第2款), so an office may set its own over those of the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import msgspec

from app.domain.wording import WordList


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of 第17条 with its exact wording."""

    code: str
    label: str
    text: str


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is counted: shown from `at_least` on, over `days` back.

    `percent` is a likeness of wording or a share, 0 where there is none; `fixed`: there is no number to set.
    """

    id: str
    item: str
    label: str
    unit: str
    at_least: int
    days: int = 0
    percent: int = 0
    fixed: bool = False


class Penal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a demand for punitive damages is told."""

    demands: tuple[str, ...]
    words: tuple[str, ...]


class AbuseRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`resources/rules/abuse.toml`, with what the office set for itself."""

    basis: str
    notice: str
    refusal_ground: str
    termination_ground: str
    item: tuple[Item, ...]
    measure: tuple[Measure, ...]
    words: WordList
    negations: tuple[str, ...]
    usual: dict[str, int]
    penal: Penal

    def of(self, measure: str) -> Measure:
        """The measure of this id; KeyError when there is none."""
        for one in self.measure:
            if one.id == measure:
                return one
        raise KeyError(measure)

    def item_of(self, code: str) -> Item:
        """The item of the article; KeyError when there is none."""
        for one in self.item:
            if one.code == code:
                return one
        raise KeyError(code)

    def within(self, settings: Mapping[str, str]) -> AbuseRules:
        """The rules with the office's own thresholds (`abuse.<measure>` in its settings)."""
        return msgspec.structs.replace(
            self,
            measure=tuple(
                msgspec.structs.replace(
                    one, at_least=_own(settings.get(setting_of(one.id), ""), one.at_least)
                )
                for one in self.measure
            ),
        )


LEAST, MOST = 1, 9_999
"""A threshold an office may set."""


def setting_of(measure: str) -> str:
    """The name of the office setting that holds the threshold of a measure."""
    return f"abuse.{measure}"


def parse_rules(text: str) -> AbuseRules:
    """Read the rules; ValueError when a measure names an item that does not exist."""
    rules = msgspec.convert(tomllib.loads(text), AbuseRules)
    codes = {one.code for one in rules.item}
    wrong = [one.id for one in rules.measure if one.item not in codes]
    if wrong:
        raise ValueError(f"measures of unknown items: {wrong}")
    return rules


def _own(typed: str, usual: int) -> int:
    return int(typed) if typed.isdigit() and LEAST <= int(typed) <= MOST else usual
