"""Words of danger: suicide, explosives, poison, crowds, state secrets. They raise the level of a matter
and say who must be told at once; whether there is danger is for people to judge.

The list is data (resources/rules/danger.toml). Negations are not read: 不想自杀 also rings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

import msgspec

from app.domain.errors import UserError
from app.domain.wording import WordList, words_found

LEVELS: dict[str, str] = {"none": "一般", "attention": "紧急", "danger": "特别紧急"}
"""Levels of an alert in the words of the dictionary `urgency`, the lowest first."""


class DangerRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of danger: its words, the level they raise to, what to do first."""

    id: str
    label: str
    level: str
    words: tuple[str, ...]
    advice: str
    basis: str
    not_in: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    danger: tuple[DangerRule, ...]


class Danger(msgspec.Struct, frozen=True, kw_only=True):
    """A danger found in a text. `level` is a code of `LEVELS`."""

    id: str
    label: str
    level: str
    words: tuple[str, ...]
    advice: str
    basis: str

    @property
    def sentence(self) -> str:
        """特别紧急：出现“自杀”（自伤自杀）。立即……"""
        quoted = "".join(f"“{word}”" for word in self.words)
        return f"{LEVELS[self.level]}：出现{quoted}（{self.label}）。{self.advice}"


def parse_dangers(text: str) -> tuple[DangerRule, ...]:
    """Read the file. Raises UserError naming what is wrong with it."""
    try:
        rules = msgspec.convert(tomllib.loads(text), type=_File).danger
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"危险字词文件读不懂（{error}），请换用完整的文件。") from error
    ids = [rule.id for rule in rules]
    for rule in rules:
        if rule.level not in LEVELS or rule.level == "none":
            raise UserError(f"危险字词文件里“{rule.label}”的级别不对，请换用完整的文件。")
        if ids.count(rule.id) > 1 or not rule.words:
            raise UserError(f"危险字词文件里“{rule.label}”重复或者没有字词，请换用完整的文件。")
    return rules


def dangers(text: str, rules: Sequence[DangerRule]) -> tuple[Danger, ...]:
    """The dangers a text tells of, the highest level first, then in the order of the file."""
    found = []
    for rule in rules:
        words = words_found(text, WordList(words=rule.words, not_in=rule.not_in))
        if words:
            found.append(
                Danger(
                    id=rule.id,
                    label=rule.label,
                    level=rule.level,
                    words=words,
                    advice=rule.advice,
                    basis=rule.basis,
                )
            )
    return tuple(sorted(found, key=lambda danger: -rank(danger.level)))


def rank(level: str) -> int:
    """0 for 一般 and for a level nobody knows, more for higher."""
    return list(LEVELS).index(level) if level in LEVELS else 0


def highest(found: Sequence[Danger]) -> str:
    """The highest level of several dangers, "none" for no danger."""
    return max((danger.level for danger in found), key=rank, default="none")
