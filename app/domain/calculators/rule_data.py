"""What the calculators read from resources/rules/calculators: sources, and a reader for each file."""

from __future__ import annotations

import tomllib
from typing import TypeVar

import msgspec

from app.domain.errors import UserError


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule of law in short. `verified` False: nobody compared it with the original text."""

    id: str
    article: str
    text: str
    verified: bool = True
    note: str = ""


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of what a file holds: its sources, found by id."""

    sources: tuple[Source, ...] = msgspec.field(name="source")

    def cite(self, *ids: str) -> tuple[Source, ...]:
        """The sources of these ids, in this order, each once. KeyError for an id the file lacks."""
        known = {source.id: source for source in self.sources}
        return tuple(known[name] for name in dict.fromkeys(ids))


R = TypeVar("R", bound=Rules)


def parse_rules(text: str, kind: type[R]) -> R:
    """Read one file. Raises UserError naming what is wrong with it."""
    try:
        rules = msgspec.convert(tomllib.loads(text), type=kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"计算规则文件读不懂（{error}），请换用完整的规则文件。") from error
    ids = [source.id for source in rules.sources]
    if len(set(ids)) != len(ids):
        raise UserError("计算规则文件里有重复的依据编号，请换用完整的规则文件。")
    return rules
