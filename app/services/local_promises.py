"""Local promises: what an office may promise, and which of it is switched on."""

from __future__ import annotations

from functools import cache

from app.domain.local_promises import LocalPromise, LocalPromises, PromiseGroup, parse_local_promises
from app.domain.office import Office, setting
from app.system import resources

_FILE = "resources/rules/local_promises.toml"
ON = "on"
_UNITS = {"hour": "小时", "workday": "个工作日", "day": "日"}


@cache
def promises() -> LocalPromises:
    """Every promise the program knows. UserError when the file is damaged."""
    return parse_local_promises(resources.read_text(_FILE))


def switched_on(office: Office) -> frozenset[str]:
    """The settings of the groups that are on; none are unless the office says so."""
    groups = (group.setting for group in promises().groups)
    return frozenset(name for name in groups if setting(office, name) == ON)


def length_words(promise: LocalPromise) -> str:
    """24小时分转：24 小时, with the longest extension when there is one."""
    unit = _UNITS[promise.unit]
    longer = f"，经批准最多延长 {promise.extension} {unit}" if promise.extension else ""
    return f"{promise.label}：{promise.start_words}后 {promise.length} {unit}{longer}"


def group_words(group: PromiseGroup) -> str:
    """The lengths of all promises of a group, one after the other."""
    return "；".join(length_words(one) for one in promises().promises if one.setting == group.setting) + "。"
