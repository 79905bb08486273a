"""常用语: sentences a clerk writes again and again, with places for what differs from case to case.

A phrase names what it needs in braces (`{投诉人}`). What the case knows is put in; what it does not know
becomes a visible blank to be typed over. A name nobody knows is an error that says the name, never text
that would end up on a paper.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event, register

BLANK = "＿＿"
"""Stands where something must still be typed."""

LONGEST_TITLE = 40
LONGEST_TEXT = 5_000
_NAMED = re.compile(r"\{([^{}]*)\}")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")

VARIABLES: dict[str, str] = {
    "投诉人": "投诉人姓名",
    "被投诉人": "被投诉人名称",
    "被投诉人地址": "被投诉人地址",
    "联系人": "被投诉人的联系人",
    "商品": "商品或者服务的名称",
    "金额": "争议金额，如 2,988.00",
    "金额大写": "争议金额的大写",
    "请求": "投诉请求",
    "交易日期": "购买或者消费的日期",
    "收到日期": "收到投诉的日期",
    "受理日期": "决定受理的日期",
    "编号": "案件编号",
    "工单编号": "12315、12345 等来件的编号",
    "交办单位": "要求回复的单位",
    "协议日期": "达成协议的日期",
    "付款合计": "协议约定的付款合计",
    "已付金额": "已经收到的款项合计",
    "履行期限": "协议最后一项的履行期限",
    "调解次数": "已经调解的次数",
    "日期": "今天的日期",
    "经办人": "正在办理的经办人",
    "单位": "本单位的名称",
}
"""Every name a phrase may use, and what it stands for."""


@register
class PhraseSaved(Event, frozen=True, kw_only=True):
    """An own phrase was written or changed, or one from above replaced by an own wording."""

    phrase: str
    title: str
    text: str
    fields: tuple[str, ...]


@register
class PhraseRetired(Event, frozen=True, kw_only=True):
    """A phrase is no longer offered; texts it was put into stay as they are."""

    phrase: str


@register
class PhraseRestored(Event, frozen=True, kw_only=True):
    """A retired phrase is offered again."""

    phrase: str


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One phrase. `fields` are codes of the book's fields it is offered in."""

    id: str
    title: str
    text: str
    fields: tuple[str, ...]


class PhraseField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of text, and the form fields (`form/path`) that hold it."""

    code: str
    label: str
    at: tuple[str, ...]


class PhraseBook(msgspec.Struct, frozen=True, kw_only=True):
    """The phrases that come from above, and the fields phrases belong to."""

    fields: tuple[PhraseField, ...]
    phrases: tuple[Phrase, ...]

    def field_at(self, place: str) -> PhraseField | None:
        """The kind of text a form field (`form/path`) holds, None when it has no phrases."""
        return next((field for field in self.fields if place in field.at), None)

    def label_of(self, code: str) -> str:
        """What a kind of text is called; the code itself when it is not known."""
        return next((field.label for field in self.fields if field.code == code), code)


def parse_book(fields: str, phrases: Iterable[str]) -> PhraseBook:
    """Read the fields and the files of phrases. ValueError names what is wrong: a defect of the data."""
    known = msgspec.convert(tomllib.loads(fields)["field"], tuple[PhraseField, ...])
    found: list[Phrase] = []
    for text in phrases:
        found += msgspec.convert(tomllib.loads(text)["phrase"], list[Phrase])
    seen: set[str] = set()
    for phrase in found:
        problems = phrase_problems(phrase, known)
        if problems or phrase.id in seen:
            raise ValueError(f"phrase {phrase.id}: {'; '.join(problems.values()) or 'given twice'}")
        seen.add(phrase.id)
    return PhraseBook(fields=known, phrases=tuple(found))


def phrase_problems(phrase: Phrase, fields: Iterable[PhraseField]) -> dict[str, str]:
    """What is wrong with a phrase by field (title, text, fields), empty when all is well."""
    problems: dict[str, str] = {}
    codes = {field.code for field in fields}
    if not phrase.title.strip():
        problems["title"] = "请填写名称，名称用来查找"
    elif len(phrase.title) > LONGEST_TITLE:
        problems["title"] = f"名称最多 {LONGEST_TITLE} 个字"
    if not phrase.text.strip():
        problems["text"] = "请填写常用语的内容"
    elif len(phrase.text) > LONGEST_TEXT:
        problems["text"] = f"内容最多 {LONGEST_TEXT} 个字"
    elif wrong := _wrong_braces(phrase.text):
        problems["text"] = wrong
    if not phrase.fields:
        problems["fields"] = "请至少选择一处使用的地方"
    elif unknown := [code for code in phrase.fields if code not in codes]:
        problems["fields"] = f"没有这样的地方：{'、'.join(unknown)}"
    return problems


def check_phrase(phrase: Phrase, fields: Iterable[PhraseField]) -> None:
    """Raise InvalidFields with every problem of a phrase that is to be kept."""
    problems = phrase_problems(phrase, fields)
    if problems:
        raise InvalidFields(problems)


def tidy_phrase(phrase: Phrase) -> Phrase:
    """A phrase as it is kept: blanks around it and control characters gone, fields once each."""
    return Phrase(
        id=phrase.id,
        title=_tidy(phrase.title).replace("\n", " "),
        text=_tidy(phrase.text),
        fields=tuple(dict.fromkeys(phrase.fields)),
    )


def _tidy(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def fill(text: str, values: Mapping[str, str]) -> str:
    """The phrase with what the case knows; what it does not know becomes `BLANK`.

    Raises UserError naming a variable that does not exist, or a brace without its other half.
    """
    wrong = _wrong_braces(text)
    if wrong:
        raise UserError(f"{wrong}。请到“设置 › 常用语”改正后再用。")
    return _NAMED.sub(lambda found: values.get(found[1].strip()) or BLANK, text)


def unknown_variables(text: str) -> list[str]:
    """Names in braces that nobody knows, once each, in the order of the text."""
    names = (found.strip() for found in _NAMED.findall(text))
    return list(dict.fromkeys(name for name in names if name not in VARIABLES))


def _wrong_braces(text: str) -> str:
    unknown = unknown_variables(text)
    if unknown:
        named = "、".join(f"“{{{name}}}”" for name in unknown)
        return f"常用语里的{named}不是可以用的名称"
    rest = _NAMED.sub("", text)
    if "{" in rest or "}" in rest:
        return "常用语里有一个花括号没有成对"
    return ""
