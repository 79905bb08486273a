"""The words a paper template may use (docs/paper-vocabulary.md), checked before anything is laid out.

A template comes from the county and may have been changed by hand, so every element, attribute and nesting is
checked, and the message says where. Parsing never expands entities.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.domain.errors import UserError

SIZES: Mapping[str, float] = {
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
}


class TemplateProblem(UserError):
    """A template breaks the vocabulary. The message names the file and the place."""

    def __init__(self, template: str, problem: str) -> None:
        super().__init__(f"文书模板“{template}”有错：{problem}，请改正这份模板，或者换回原来的模板。")


@dataclass(frozen=True, slots=True)
class _Word:
    """What an element may carry: attributes with the pattern of their values, children, text of its own."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    needed: tuple[str, ...] = ()
    children: frozenset[str] = frozenset()
    text: bool = False
    once: tuple[str, ...] = ()


_NUMBER = r"[0-9]{1,3}(\.[0-9]+)?"
_COUNT = r"[1-9][0-9]?"
_YES_NO = "yes|no"
_SIZE = "|".join(SIZES)
_ANY = r"[^{}]*"
_INLINE = frozenset({"strong", "br"})
_NAME = r"[a-z_]+(\.[a-z_]+)?"
_KINDS = "text|date|time|yesno|number|texts"
_BLOCKS = frozenset(
    {
        *("form-mark", "title", "number", "ends", "addressee", "p", "heading", "gap"),
        *("grid", "box", "ruled", "signatures", "seal", "codes"),
    }
)


def _line(**attributes: str) -> _Word:
    return _Word(
        {name.replace("_", "-"): pattern for name, pattern in attributes.items()}, (), _INLINE, text=True
    )


WORDS: Mapping[str, _Word] = {
    "paper": _Word(
        {"id": "[a-z_]+", "title": _ANY, "form": _ANY, "rules": r"any|R[0-9]{4}( R[0-9]{4})*", "stage": _ANY},
        ("id", "title", "rules", "stage"),
        frozenset({"about", "fields", "body"}),
        once=("about", "fields", "body"),
    ),
    "about": _Word(
        children=frozenset({"source", "signed-by", "copies"}), once=("source", "signed-by", "copies")
    ),
    "source": _Word(text=True),
    "signed-by": _Word(text=True),
    "copies": _Word(text=True),
    "fields": _Word(children=frozenset({"field", "list"})),
    "field": _Word(
        {"name": _NAME, "label": _ANY, "kind": _KINDS, "blank": _ANY, "instead": _NAME}, ("name", "label")
    ),
    "list": _Word({"name": _NAME, "label": _ANY}, ("name", "label"), frozenset({"item"})),
    "item": _Word({"name": "[a-z_]+", "label": _ANY, "kind": _KINDS, "blank": _ANY}, ("name", "label")),
    "body": _Word(
        {"style": "official", "size": _SIZE, "least": _SIZE, "margin": rf"{_NUMBER}( {_NUMBER}){{3}}"},
        (),
        _BLOCKS | {"page-sign", "notes", "together"},
    ),
    "together": _Word(children=_BLOCKS),
    "page-sign": _line(),
    "form-mark": _line(),
    "title": _line(spread=_YES_NO),
    "number": _line(),
    "ends": _Word(children=frozenset({"left", "right"}), once=("left", "right")),
    "left": _line(),
    "right": _line(),
    "addressee": _line(),
    "p": _line(indent=_YES_NO, align="left|center|right", size=_SIZE),
    "heading": _line(),
    "strong": _Word(text=True),
    "br": _Word(),
    "gap": _Word({"lines": _NUMBER}),
    "grid": _Word({"columns": rf"{_NUMBER}( {_NUMBER})*"}, ("columns",), frozenset({"band", "row"})),
    "band": _Word({"label": _ANY}, ("label",), frozenset({"row"})),
    "row": _Word({"height": _NUMBER, "head": "yes"}, (), frozenset({"label", "value", "record", "sign"})),
    "label": _line(span=_COUNT),
    "value": _line(span=_COUNT, align="left|center"),
    "record": _line(span=_COUNT, height=_NUMBER),
    "sign": _Word({"span": _COUNT, "label": _ANY, "height": _NUMBER}, ("label",), _INLINE, text=True),
    "box": _line(label=_ANY, height=_NUMBER),
    "ruled": _line(lines=_COUNT),
    "signatures": _Word({"columns": "[1-4]"}, children=frozenset({"place"})),
    "place": _line(date=_YES_NO),
    "seal": _Word(children=frozenset({"office", "date"}), once=("office", "date")),
    "office": _line(),
    "date": _line(),
    "codes": _Word({"columns": _COUNT}, ("columns",), frozenset({"code"})),
    "code": _Word(text=True),
    "notes": _Word(children=frozenset({"note"})),
    "note": _line(),
}

_DEEPEST, _MOST_COLUMNS = 12, 24
_STATEMENT = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)


def parse(template: str, source: str) -> Element:
    """The checked tree of a template or of a filled-in template. Raises `TemplateProblem`."""
    try:
        root: Element = fromstring(source, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except ParseError as error:
        raise TemplateProblem(template, f"不是合格的 XML（第{error.position[0]}行）") from error
    except DefusedXmlException as error:
        raise TemplateProblem(template, "用了不允许的 XML 声明（DOCTYPE 或实体）") from error
    if root.tag != "paper":
        raise TemplateProblem(template, "最外层应当是 <paper>")
    _check(template, root, 1)
    return root


def _check(template: str, element: Element, depth: int) -> None:
    if depth > _DEEPEST:
        raise TemplateProblem(template, f"<{element.tag}> 套得太深")
    word = WORDS[element.tag]
    for name, value in element.attrib.items():
        pattern = word.attributes.get(name)
        if pattern is None:
            raise TemplateProblem(template, f"<{element.tag}> 没有“{name}”这个写法")
        if not re.fullmatch(pattern, value):
            raise TemplateProblem(template, f"<{element.tag}> 的 {name}=“{value}”写法不对")
    for name in word.needed:
        if name not in element.attrib:
            raise TemplateProblem(template, f"<{element.tag}> 缺少“{name}”")
    if not word.text and _own_text(element):
        raise TemplateProblem(template, f"<{element.tag}> 里不能直接写文字“{_own_text(element)[:10]}”")
    for child in element:
        if child.tag not in word.children:
            raise TemplateProblem(template, f"<{element.tag}> 里不能放 <{child.tag}>")
        _check(template, child, depth + 1)
    for name in word.once:
        if len(element.findall(name)) != 1:
            raise TemplateProblem(template, f"<{element.tag}> 里应当有一个 <{name}>")
    if element.tag == "grid":
        _check_spans(template, element)


def _check_spans(template: str, grid: Element) -> None:
    """Every row fills the columns exactly; a row built by a loop is checked once it is filled in."""
    columns = len(grid.attrib["columns"].split())
    if columns > _MOST_COLUMNS or not any(float(share) for share in grid.attrib["columns"].split()):
        raise TemplateProblem(template, f"表格的 columns 写法不对，最多 {_MOST_COLUMNS} 栏，不能全是 0")
    for band in grid:
        rows = list(band) if band.tag == "band" else [band]
        wanted = columns - 1 if band.tag == "band" else columns
        if not rows:
            raise TemplateProblem(template, "<band> 里没有 <row>")
        for row in rows:
            if _STATEMENT.search("".join([row.text or "", *(cell.tail or "" for cell in row)])):
                continue
            given = sum(int(cell.get("span", "1")) for cell in row)
            if given != wanted:
                raise TemplateProblem(template, f"表格有一行占了 {given} 栏，应当是 {wanted} 栏")


def _own_text(element: Element) -> str:
    texts = [element.text or "", *(child.tail or "" for child in element)]
    return _STATEMENT.sub("", "".join(texts)).strip()
