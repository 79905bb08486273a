"""Cell values as the text a person typed, and the traces a table program leaves when it ruins a number."""

from __future__ import annotations

import datetime as dt
import math
import re

from app.sheets.grid import CellValue

# A binary number keeps 15 decimal digits for certain: what is longer has lost its end.
EXACT_BELOW = 10**15

_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[eE]\+?\d{1,3}")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# Control characters, marks without width, and marks that turn the reading direction of a name around.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_TEXT_IDIOM = re.compile(r'="([^"]*)"')
_DATE = re.compile(
    r"(?P<y>\d{4})(?:年|[-/.])(?P<m>\d{1,2})(?:月|[-/.])(?P<d>\d{1,2})日?"
    r"(?:[\sT]*(?P<H>\d{1,2})(?:时|:)(?P<M>\d{1,2})(?:(?:分|:)(?P<S>\d{1,2}))?(?:\.\d+)?[秒分]?)?"
)
_COMPACT_DATE = re.compile(
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:\s*(?P<H>\d{2})(?P<M>\d{2})(?P<S>\d{2}))?"
)
_AMOUNT = re.compile(r"(?:人民币|[¥￥])?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?:元|圆)?整?")
_SERIAL_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(30_000, 80_000)  # 1982 to 2119: a bare number in a date column is a serial only there


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
        return str(int(value)) if exact else repr(value)
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


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as their half-width twins; Chinese characters stay."""
    return text.translate(_FULL_WIDTH)


def clean_text(text: str) -> str:
    """Text without invisible characters and outer white space; line ends are `\\n`, blank lines go."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\x0b", "\n")
    text = _INVISIBLE.sub("", text)
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def clean_line(text: str) -> str:
    """As `clean_text`, on one line: for names, places and other short fields."""
    return " ".join(clean_text(text).split())


def clean_code(text: str) -> str:
    """A number-like field in half-width without spaces, out of the ="…" and '… idioms for "keep as text"."""
    code = clean_line(half_width(text))
    idiom = _TEXT_IDIOM.fullmatch(code)
    code = idiom[1] if idiom else code
    return "".join(code.removeprefix("'").removeprefix("`").split())


def clean_amount(text: str) -> str:
    """An amount as plain digits (1600.50) when it is one number, else the words as they stand."""
    line = clean_line(half_width(text))
    match = _AMOUNT.fullmatch(line)
    return match[1].replace(",", "") if match else line


def clean_date(text: str) -> tuple[str, bool]:
    """A date (and time, when there is one) in ISO form, and whether it was understood."""
    line = clean_line(half_width(text))
    if not line:
        return "", True
    if line.isascii() and line.isdigit() and int(line) in _SERIALS:
        return (_SERIAL_EPOCH + dt.timedelta(days=int(line))).isoformat(), True
    serial = re.fullmatch(r"(\d{5})\.\d+", line)
    if serial and int(serial[1]) in _SERIALS:
        seconds = round(float(line) % 1 * 86_400)
        moment = dt.datetime.combine(_SERIAL_EPOCH, dt.time()) + dt.timedelta(int(serial[1]), seconds)
        return moment.isoformat(" "), True
    match = _DATE.fullmatch(line) or _COMPACT_DATE.fullmatch(line)
    if match is None:
        return line, False
    parts = {key: int(value) for key, value in match.groupdict().items() if value is not None}
    try:
        day = dt.date(parts["y"], parts["m"], parts["d"])
        if "H" not in parts:
            return day.isoformat(), True
        return f"{day.isoformat()} {dt.time(parts['H'], parts['M'], parts.get('S', 0)).isoformat()}", True
    except ValueError:
        return line, False
