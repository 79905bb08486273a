"""Lists of words to choose from: channels, demands, problem kinds, the goods tree and so on.

Data with effective dates (resources/dictionaries/<name>.toml). A case stores the code, never the label;
a word that goes out of use gets an `until` date and stays readable for old cases. `aliases` are the words
other systems use for the same thing, so that an import finds the code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date

import msgspec

from app.domain.errors import UserError
from app.domain.typed_text import compact

_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word. `parent` is the code of the word above it in a tree. Both dates are inclusive."""

    code: str
    label: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    note: str = ""
    since: date | None = None
    until: date | None = None

    def in_use(self, day: date) -> bool:
        """Whether the word may be chosen for something that happens on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    title: str
    source: str
    effective_from: date
    entry: tuple[Entry, ...]
    effective_until: date | None = None


class Dictionary:
    """One list, in the order it is shown. Immutable; safe to share."""

    __slots__ = ("_by_code", "_by_label", "_head")

    def __init__(self, head: _Head) -> None:
        self._head = head
        self._by_code = {entry.code: entry for entry in head.entry}
        # The first word wins when a label stands under several parents (其他), so parents come first.
        self._by_label: dict[str, Entry] = {}
        for entry in head.entry:
            self._by_label.setdefault(compact(entry.label), entry)
        for entry in head.entry:
            for alias in entry.aliases:
                self._by_label.setdefault(compact(alias), entry)

    @property
    def name(self) -> str:
        """The file's name, as used in code."""
        return self._head.name

    @property
    def title(self) -> str:
        """What the list is called on screen."""
        return self._head.title

    @property
    def source(self) -> str:
        """Where the words come from."""
        return self._head.source

    @property
    def effective_from(self) -> date:
        """First day the list applies."""
        return self._head.effective_from

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every word, those out of use included."""
        return self._head.entry

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._head.entry)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def choices(self, day: date, parent: str | None = None) -> tuple[Entry, ...]:
        """Words that may be chosen on a day, directly under `parent` (None: the top)."""
        return tuple(entry for entry in self if entry.parent == parent and entry.in_use(day))

    def by_code(self, code: str) -> Entry | None:
        """The word of a code, also when out of use; None for a code of a newer list."""
        return self._by_code.get(code)

    def label(self, code: str) -> str:
        """The label of a code; the code itself when the list does not know it, so nothing is lost."""
        entry = self._by_code.get(code)
        return entry.label if entry is not None else code

    def by_label(self, label: str) -> Entry | None:
        """The word with that label or alias, blanks and full-width forms aside; None when there is none."""
        return self._by_label.get(compact(label))

    def path(self, code: str) -> tuple[Entry, ...]:
        """The word and those above it, from the top down; empty for an unknown code."""
        found: list[Entry] = []
        entry = self._by_code.get(code)
        while entry is not None:
            found.append(entry)
            entry = self._by_code.get(entry.parent) if entry.parent is not None else None
        return tuple(reversed(found))


def parse_dictionary(text: str) -> Dictionary:
    """Read one dictionary file. Raises UserError naming what is wrong with it."""
    try:
        head = msgspec.convert(tomllib.loads(text), type=_Head)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"字典文件读不懂（{error}），请换用完整的字典文件。") from error
    seen: set[str] = set()
    for entry in head.entry:
        where = f"字典“{head.title}”中的“{entry.label or entry.code}”"
        if not _CODE.fullmatch(entry.code) or entry.code in seen:
            raise UserError(f"{where}代码“{entry.code}”不合规或重复，请换用完整的字典文件。")
        # A parent stands before its children, which also excludes circles.
        if entry.parent is not None and entry.parent not in seen:
            raise UserError(f"{where}的上级“{entry.parent}”不在它之前，请换用完整的字典文件。")
        if not entry.label.strip():
            raise UserError(f"{where}没有名称，请换用完整的字典文件。")
        seen.add(entry.code)
    if not head.entry:
        raise UserError(f"字典“{head.title}”是空的，请换用完整的字典文件。")
    return Dictionary(head)
