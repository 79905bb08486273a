"""What goes to the terminal: text with columns that line up, JSON with money in cents."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.money import format_yuan

_MONEY = {"amount", "fee", "promised", "recovered", "paid"}


def speak_utf8() -> None:
    """Write UTF-8 whatever the terminal says; a character it cannot take is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """One line or more for the person, without anything that could steer a terminal."""
    print(printable(text))


def complain(sentence: str) -> None:
    """Why it did not work, on the error stream."""
    line = printable(sentence.replace("\n", " ").strip())
    print(line if line.endswith(("。", "！", "？")) else f"{line}。", file=sys.stderr)


@contextmanager
def told_in_one_sentence() -> Iterator[None]:
    """Problems by field as one sentence, as a command line tells them."""
    try:
        yield
    except InvalidFields as wrong:
        raise UserError("；".join(text.rstrip("。") for text in wrong.problems.values()) + "。") from wrong


def print_json(value: object) -> None:
    """A value as JSON; structs of the program are turned into plain data first."""
    print(json.dumps(plain(value), ensure_ascii=False, indent=2))


def plain(value: object) -> Any:
    """Plain data with money fields named `…_cents`, so that nobody takes 分 for 元."""
    return _with_units(msgspec.to_builtins(value))


def _with_units(value: Any) -> Any:
    if isinstance(value, dict):
        return {f"{k}_cents" if k in _MONEY else k: _with_units(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_with_units(item) for item in value]
    return value


def printable(text: str) -> str:
    """`text` with control characters of foreign origin written out."""
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf") else f"\\u{ord(c):04x}" for c in text
    )


def yuan(cents: int | None) -> str:
    """1,441.00, "" when unknown."""
    return "" if cents is None else format_yuan(cents)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns that line up in a terminal, where a Chinese character takes two places."""
    lines = [[printable(cell).replace("\n", " ") for cell in row] for row in (head, *rows)]
    widths = [max(width(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell + " " * (widths[at] - width(cell)) for at, cell in enumerate(line)).rstrip()
        for line in lines
    )


def width(text: str) -> int:
    """Places a text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
