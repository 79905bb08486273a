"""The values a paper prints: checked against what its template declares, and turned into text.

Nothing is ever left out silently. A declared field that the caller does not give, an empty value the template
does not allow, an unprintable character: each stops the paper and names the field in Chinese.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from app.domain.errors import UserError
from app.papers.fonts import FontBook, MissingGlyph

# Characters that mean nothing on paper: joiners, direction marks, variation selectors, byte order marks.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_SPACES = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_HAN_DIGITS = "零一二三四五六七八九"


class MissingField(UserError):
    """A field the paper cannot do without is empty or was not given. `name` is its dotted name."""

    def __init__(self, name: str, label: str, title: str, *, given: bool) -> None:
        self.name = name
        self.label = label
        if given:
            message = f"《{title}》要写明“{label}”，现在还是空的，请补填后再打印。"
        else:
            message = f"《{title}》要用“{label}”（{name}），但没有得到这一项内容，请核对这份文书的模板。"
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One declared field: dotted `name`, Chinese `label`, `kind`; `blank` is printed when it is empty.

    `blank` None means the field must not be empty. `instead` names the field that must be filled in when this
    one is not. `items` are the parts of each entry of a list.
    """

    name: str
    label: str
    kind: str = "text"
    blank: str | None = None
    items: tuple[FieldInfo, ...] = ()
    instead: str = ""


class Printed:
    """A value inside a template: prints itself, is true when it is filled in (for yes/no: when it is yes)."""

    def __init__(self, raw: Any, text: str, *, filled: bool) -> None:
        self.raw = raw
        self.text = text
        self._true = bool(raw) if isinstance(raw, bool) else filled

    def __bool__(self) -> bool:
        return self._true

    def __html__(self) -> str:
        """What the template engine writes: the text escaped, its line ends as <br/>."""
        return Markup("<br/>").join(escape(line) for line in self.text.split("\n"))

    def __iter__(self) -> Iterator[Printed]:
        """The single texts of a `texts` field."""
        values = self.raw if isinstance(self.raw, list | tuple) else []
        return iter([Printed(value, cleaned(value), filled=True) for value in values])


def cleaned(text: str) -> str:
    """Text as it can be printed: line ends as one newline, odd spaces as a space, invisible marks gone.

    Characters that Unicode keeps twice for other countries' standards become the ordinary ones (NFC).
    """
    return _INVISIBLE.sub(
        "", unicodedata.normalize("NFC", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    ).strip()


def day(value: dt.date) -> str:
    """2026年11月9日 (months and days without a leading zero, GB/T 9704)."""
    return f"{value.year}年{value.month}月{value.day}日"


def clock(value: dt.datetime) -> str:
    """9时30分, or 9时 on the full hour."""
    return f"{value.hour}时{value.minute:02d}分" if value.minute else f"{value.hour}时"


def hanzi(number: int) -> str:
    """A number from 1 to 99 as it counts clauses: 一, 十, 十二, 二十一."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else _HAN_DIGITS[tens] + "十"
    return lead + (_HAN_DIGITS[ones] if ones else "")


def filter_clock(value: Any) -> Any:
    """The template's `|clock`: hours and minutes of a time."""
    return clock(value.raw) if isinstance(value, Printed) and isinstance(value.raw, dt.datetime) else value


def filter_day(value: Any) -> Any:
    """The template's `|day`: the day of a time."""
    return day(value.raw) if isinstance(value, Printed) and isinstance(value.raw, dt.date) else value


def filter_hanzi(value: Any) -> Any:
    """The template's `|hanzi`: a number in Chinese figures."""
    number = value.raw if isinstance(value, Printed) else value
    return hanzi(number) if isinstance(number, int) else value


def context(
    title: str, declared: Sequence[FieldInfo], values: Mapping[str, Any], fonts: FontBook
) -> dict[str, Any]:
    """What the template sees: exactly the declared fields, every one checked and turned into text.

    Raises `MissingField` and `MissingGlyph`; a value of the wrong type is a defect of the caller (TypeError).
    """
    result: dict[str, Any] = {}
    for info in declared:
        value = _look_up(title, info, values)
        if info.items and not value:
            raise MissingField(info.name, info.label, title, given=True)
        if info.items:
            filled: Any = [_entry(title, info, entry, fonts) for entry in value]
        else:
            filled = _printed(title, info, value, fonts)
        _put(result, info.name, filled)
    for info in declared:
        if info.instead and _is_empty(info, values) and _is_empty(_named(declared, info.instead), values):
            raise MissingField(info.name, info.label, title, given=True)
    return result


def _named(declared: Sequence[FieldInfo], name: str) -> FieldInfo:
    return next(info for info in declared if info.name == name)


def _is_empty(info: FieldInfo, values: Mapping[str, Any]) -> bool:
    return _text_of(info, _look_up("", info, values)) is None


def _look_up(title: str, info: FieldInfo, values: Mapping[str, Any]) -> Any:
    found: Any = values
    for part in info.name.split("."):
        if not isinstance(found, Mapping) or part not in found:
            raise MissingField(info.name, info.label, title, given=False)
        found = found[part]
    return found


def _put(result: dict[str, Any], name: str, value: Any) -> None:
    first, _, second = name.partition(".")
    if second:
        setattr(result.setdefault(first, SimpleNamespace()), second, value)
    else:
        result[first] = value


def _entry(title: str, info: FieldInfo, entry: Mapping[str, Any], fonts: FontBook) -> SimpleNamespace:
    parts = SimpleNamespace()
    for item in info.items:
        setattr(parts, item.name, _printed(title, item, _look_up(title, item, entry), fonts))
    return parts


def _printed(title: str, info: FieldInfo, value: Any, fonts: FontBook) -> Printed:
    text = _text_of(info, value)
    if text is None:
        if info.blank is None:
            raise MissingField(info.name, info.label, title, given=True)
        return Printed(None, info.blank, filled=False)
    missing = fonts.first_missing(text.replace("\n", ""))
    if missing is not None:
        raise MissingGlyph(missing, info.label)
    return Printed(value, text, filled=True)


def _text_of(info: FieldInfo, value: Any) -> str | None:
    """The printed text; None when the value is empty."""
    if value is None:
        return None
    match info.kind, value:
        case "text", str():
            return cleaned(value) or None
        case "time", dt.datetime():
            return day(value) + clock(value)
        case "date", dt.date():
            return day(value)
        case "yesno", bool():
            return "☑是　□否" if value else "□是　☑否"
        case "number", int() if not isinstance(value, bool):
            return str(value)
        case "texts", list() | tuple():
            return "、".join(cleaned(str(one)) for one in value) or None
    raise TypeError(f"field {info.name} is a {type(value).__name__}, its template says {info.kind}")
