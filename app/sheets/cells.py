"""Cell values as the text a person typed, and the traces a table program leaves when it ruins a number."""

from __future__ import annotations

import datetime as dt
import math
import re

from app.domain.dates import parse_moment
from app.domain.errors import UserError
from app.domain.typed_text import compact, half_width
from app.sheets.grid import CellValue

# A binary number keeps 15 decimal digits for certain: what is longer has lost its end.
EXACT_BELOW = 10**15

_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[eE]\+?\d{1,3}")
# Control characters, marks without width, and marks that turn the reading direction of a name around.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_TEXT_IDIOM = re.compile(r'="([^"]*)"')


def text_of(value: CellValue) -> str:
    """The cell as text, uncleaned: whole numbers without a point, dates as 2026-11-21 [10:30:00]."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.replace(microsecond=0).isoformat(" ")
    if isinstance(value, float):
        exact = math.isfinite(value) and value.is_integer() and abs(value) < EXACT_BELOW
        # Fifteen digits is what a table program shows: 0.1 + 0.2 is 0.3 there.
        return str(int(value)) if exact else f"{value:.15g}"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def is_ruined_number(value: CellValue) -> bool:
    """Whether the cell is a number too long to have survived as one, or its trace in text (1.36E+24)."""
    if isinstance(value, str):
        return _SCIENTIFIC.fullmatch(half_width(value).strip()) is not None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return not math.isfinite(value) or abs(value) >= EXACT_BELOW


def clean_text(text: str) -> str:
    """Text without invisible characters and outer white space; line ends are `\\n`, blank lines go."""
    if text.isprintable():  # nearly every cell: nothing but visible characters and plain spaces
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x0b", "\n")
    text = _INVISIBLE.sub("", text)
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def clean_line(text: str) -> str:
    """As `clean_text`, on one line: for names, places and other short fields."""
    return " ".join(clean_text(text).split())


def clean_code(text: str) -> str:
    """A number-like field in half-width without spaces, out of the ="…" and '… idioms for "keep as text"."""
    code = clean_line(compact(text))
    idiom = _TEXT_IDIOM.fullmatch(code)
    return (idiom[1] if idiom else code).lstrip("'`\u2019")


def clean_date(text: str) -> tuple[str, bool]:
    """A date (and time, when there is one) in ISO form, and whether it was understood."""
    line = clean_line(half_width(text))
    if not line:
        return "", True
    try:
        moment = parse_moment(line)
    except UserError:
        return line, False
    midnight = moment.time() == dt.time()
    return moment.date().isoformat() if midnight else moment.replace(tzinfo=None).isoformat(" "), True
