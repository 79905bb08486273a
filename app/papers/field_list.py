"""The dictionary of fields: what the program can give to a paper (forms/papers/fields.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from app.papers.fields import FieldInfo
from app.papers.vocabulary import TemplateProblem
from app.system.resources import read_text

_FILE = "forms/papers/fields.toml"


@cache
def known_fields() -> dict[str, FieldInfo]:
    """Every field there is, by its dotted name."""
    return {name: _info(name, entry) for name, entry in tomllib.loads(read_text(_FILE)).items()}


def _info(name: str, entry: dict[str, Any]) -> FieldInfo:
    items = tuple(FieldInfo(item["name"], item["label"], item["kind"]) for item in entry.get("items", ()))
    return FieldInfo(name, entry["label"], "text" if items else entry["kind"], items=items)


def check_fields(template: str, declared: Iterable[FieldInfo]) -> None:
    """Raises `TemplateProblem`, naming the field, for one the program does not give or gives otherwise."""
    for field in declared:
        known = known_fields().get(field.name)
        if known is None:
            raise TemplateProblem(template, f"程序没有“{field.name}”这个字段（{field.label}）")
        if bool(known.items) != bool(field.items):
            raise TemplateProblem(
                template, f"字段 {field.name} 应当写成{'成组' if known.items else '单项'}的"
            )
        parts = {item.name: item.kind for item in known.items}
        for item in field.items:
            if parts.get(item.name) != item.kind:
                raise TemplateProblem(template, f"字段 {field.name} 里没有“{item.name}”这一项")
        if not field.items and known.kind != field.kind:
            raise TemplateProblem(
                template, f"字段 {field.name} 的 kind 应当是 {known.kind}，不是 {field.kind}"
            )
