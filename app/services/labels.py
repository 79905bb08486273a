"""Codes and their Chinese labels, read once from resources/dictionaries."""

from __future__ import annotations

from functools import cache

from app.domain.dictionaries import Dictionary, parse_dictionary
from app.system import resources


@cache
def dictionary(name: str) -> Dictionary:
    """The dictionary of that name (channels, demands, …). EnvironmentProblem when its file is missing."""
    return parse_dictionary(resources.read_text(f"resources/dictionaries/{name}.toml"))


def label(name: str, code: str) -> str:
    """The label of a code; a code that is not in the dictionary is shown as it is, "" stays ""."""
    if not code:
        return ""
    entry = dictionary(name).by_code(code)
    return entry.label if entry is not None else code


def labels(name: str, codes: tuple[str, ...]) -> str:
    """Several labels joined with 、."""
    return "、".join(label(name, code) for code in codes)
