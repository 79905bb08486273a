"""Paper templates: read from forms/papers, checked completely when loaded, filled in strictly.

The checks happen at load time so that a mistake in a template shows when the county changes it, not when a
clerk stands before the citizen: every word of the vocabulary, every field used is declared, every declared
field is used, and nothing of the template language beyond conditions, loops and the three filters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.papers.fields import FieldInfo, context, filter_clock, filter_day, filter_hanzi
from app.papers.fonts import FontBook
from app.papers.vocabulary import TemplateProblem, parse
from app.system.resources import names_in, read_text

_FOLDERS = ("forms/papers", "forms/papers/R2020")
ANY_RULES = "any"
# A filled-in template of this length is some hundred pages; only a mistake or malice makes a longer one.
_MOST_TEXT = 4_000_000
_DEEPEST_LOOPS = 2


@dataclass(frozen=True, slots=True)
class PaperInfo:
    """What a paper is, for lists and menus. `rules` holds rule set ids, or `any` alone."""

    id: str
    title: str
    form: str
    rules: tuple[str, ...]
    stage: str
    source: str
    signed_by: str
    copies: str
    fields: tuple[FieldInfo, ...]

    def follows(self, rule_set: str) -> bool:
        """Whether a case under this rule set uses this version of the paper."""
        return rule_set in self.rules or self.rules == (ANY_RULES,)


@dataclass(frozen=True)
class PaperTemplate:
    """A checked template. `name` is its file name, for messages."""

    name: str
    info: PaperInfo
    program: Template

    def fill(self, values: Mapping[str, Any], fonts: FontBook) -> Element:
        """The paper's tree with the values in place. Raises MissingField, MissingGlyph, TemplateProblem."""
        given = context(self.info.title, self.info.fields, values, fonts)
        pieces: list[str] = []
        length = 0
        try:
            for piece in self.program.generate(given):
                length += len(piece)
                if length > _MOST_TEXT:
                    raise TemplateProblem(self.name, "填好以后太长，循环的写法可能不对")
                pieces.append(piece)
        except UndefinedError as error:
            raise TemplateProblem(self.name, f"用了没有的内容（{error.message}）") from error
        return parse(self.name, "".join(pieces))


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, cache_size=0)
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update({"clock": filter_clock, "day": filter_day, "hanzi": filter_hanzi})
    environment.tests.clear()
    return environment


_ENVIRONMENT = _environment()


def load(name: str, source: str) -> PaperTemplate:
    """Check a template's text completely and make it ready. Raises `TemplateProblem`."""
    root = parse(name, source)
    info = _info(name, root)
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        raise TemplateProblem(name, f"第{error.lineno}行的 {{{{ }}}} 或 {{% %}} 写法不对") from error
    used = _Names(name, info.fields)
    used.walk(tree, {})
    unused = [field.name for field in info.fields if field.name not in used.seen]
    if unused:
        raise TemplateProblem(name, f"登记的字段 {unused[0]} 没有用到")
    return PaperTemplate(name, info, _ENVIRONMENT.from_string(source))


def _info(name: str, root: Element) -> PaperInfo:
    fields = tuple(_field(element) for element in root.iterfind("fields/*"))
    seen: set[str] = set()
    for field in fields:
        if field.name in seen:
            raise TemplateProblem(name, f"字段 {field.name} 登记了两次")
        seen.add(field.name)
    for field in fields:
        if field.instead and field.instead not in seen:
            raise TemplateProblem(name, f"字段 {field.name} 的 instead“{field.instead}”没有登记")
    return PaperInfo(
        id=root.attrib["id"],
        title=root.attrib["title"],
        form=root.attrib.get("form", ""),
        rules=tuple(root.attrib["rules"].split()),
        stage=root.attrib["stage"],
        source=_about(root, "source"),
        signed_by=_about(root, "signed-by"),
        copies=_about(root, "copies"),
        fields=fields,
    )


def _about(root: Element, word: str) -> str:
    return " ".join((root.findtext(f"about/{word}") or "").split())


def _field(element: Element) -> FieldInfo:
    return FieldInfo(
        name=element.attrib["name"],
        label=element.attrib["label"],
        kind=element.attrib.get("kind", "text"),
        blank=element.attrib.get("blank"),
        instead=element.attrib.get("instead", ""),
        items=tuple(_field(item) for item in element.iterfind("item")),
    )


class _Names:
    """Walks a template's syntax tree: only the allowed sentences, only declared names."""

    def __init__(self, template: str, fields: Iterable[FieldInfo]) -> None:
        self._template = template
        self._fields = {field.name: field for field in fields}
        self.seen: set[str] = set()

    def walk(self, node: nodes.Node, known: Mapping[str, tuple[FieldInfo, ...]]) -> None:
        """`known` are the loop variables in reach, each with the parts it has."""
        if isinstance(node, nodes.For):
            self._loop(node, known)
            return
        if isinstance(node, nodes.Name | nodes.Getattr):
            self._name(node, known)
            return
        if isinstance(node, nodes.Filter):
            if node.args or node.kwargs or node.name not in _ENVIRONMENT.filters:
                self._refuse(node, f"没有“|{node.name}”这个变化")
        elif not isinstance(
            node,
            nodes.Template | nodes.Output | nodes.TemplateData | nodes.If | nodes.And | nodes.Or | nodes.Not,
        ):
            self._refuse(node, "用了不允许的模板语句")
        for child in node.iter_child_nodes():
            self.walk(child, known)

    def _loop(self, node: nodes.For, known: Mapping[str, tuple[FieldInfo, ...]]) -> None:
        field = self._fields.get(_dotted(node.iter))
        if field is None or not (field.items or field.kind == "texts"):
            self._refuse(node, f"“{_dotted(node.iter)}”不能逐条循环")
            return
        if len([name for name in known if name != "loop"]) >= _DEEPEST_LOOPS:
            self._refuse(node, f"循环最多套 {_DEEPEST_LOOPS} 层")
        if not isinstance(node.target, nodes.Name) or node.test is not None or node.recursive:
            self._refuse(node, "循环的写法不对")
            return
        self.seen.add(field.name)
        inner = {**known, node.target.name: field.items, "loop": (FieldInfo("index", "序号"),)}
        for child in [*node.body, *node.else_]:
            self.walk(child, inner)

    def _name(self, node: nodes.Name | nodes.Getattr, known: Mapping[str, tuple[FieldInfo, ...]]) -> None:
        dotted = _dotted(node)
        first, _, rest = dotted.partition(".")
        if first in known:
            if rest not in {part.name for part in known[first]} and (rest or known[first]):
                self._refuse(node, f"“{dotted}”没有这一项")
            return
        if dotted not in self._fields:
            self._refuse(node, f"“{dotted or '?'}”没有在 <fields> 里登记")
        self.seen.add(dotted)

    def _refuse(self, node: nodes.Node, problem: str) -> None:
        raise TemplateProblem(self._template, f"第{node.lineno}行{problem}")


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        before = _dotted(node.node)
        return f"{before}.{node.attr}" if before else ""
    return ""


@lru_cache(maxsize=1)
def all_templates() -> tuple[PaperTemplate, ...]:
    """Every template that comes with the program. Raises `TemplateProblem` for the first wrong one."""
    templates = [
        load(name.rsplit("/", 1)[1], read_text(name))
        for folder in _FOLDERS
        for name in names_in(folder, ".xml")
    ]
    taken: set[tuple[str, str]] = set()
    for template in templates:
        for rules in template.info.rules:
            if (template.info.id, rules) in taken:
                raise TemplateProblem(template.name, f"{template.info.id} 在 {rules} 下有两份模板")
            taken.add((template.info.id, rules))
    return tuple(templates)


def find(paper_id: str, rule_set: str) -> PaperTemplate:
    """The template of a paper for cases under a rule set. Raises KeyError for a paper that does not exist."""
    for template in all_templates():
        if template.info.id == paper_id and template.info.follows(rule_set):
            return template
    raise KeyError(f"no paper {paper_id!r} for rule set {rule_set!r}")
