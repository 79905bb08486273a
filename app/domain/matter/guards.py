"""Conditions every kind of matter knows, by the names the procedures in resources/rules use.

A guard returns "" when it holds, else one Chinese sentence that a clerk reads beside the greyed action.
A kind's guards are these, those of the settlement where there is one, and its own:
`GUARDS: dict[str, Guard[Report]] = {**matter_guards.GUARDS}`, filled by `guard = registrar(GUARDS)`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from app.domain.matter.state import Matter

F = TypeVar("F", bound=Callable[..., str])


def registrar(table: dict[str, Any]) -> Callable[[F], F]:
    """A decorator that puts a guard into `table` under its own name."""

    def keep(function: F) -> F:
        table[function.__name__] = function
        return function

    return keep


GUARDS: dict[str, Callable[[Matter], str]] = {}
_guard = registrar(GUARDS)


@_guard
def evidence_listed(case: Matter) -> str:
    return "" if case.live_evidence() else "证据清单是空的。"


@_guard
def something_to_tell(case: Matter) -> str:
    return "" if case.notices_owed() else "目前没有待告知的决定或调解安排。"


@_guard
def notice_owed(case: Matter) -> str:
    return "" if case.notices_owed() else "没有待告知事项。"


@_guard
def reply_owed(case: Matter) -> str:
    if case.notices_due():
        return "决定还没有告知当事人，请先告知当事人。"
    return "" if case.replies_due() else "已经全部回复。"


@_guard
def closed(case: Matter) -> str:
    return "" if case.phase == "closed" else "结案后才能归档。"


@_guard
def linked(case: Matter) -> str:
    return "" if case.links else "没有关联的案件。"


@_guard
def alerted(case: Matter) -> str:
    return "" if case.alert() is not None else "现在没有警示。"


@_guard
def handed_on(case: Matter) -> str:
    return "" if case.handovers else "案件没有移交出去。"


@_guard
def in_hand(case: Matter) -> str:
    return f"案件已移交{case.holder}办理，请等待办理结果或者先收回。" if case.holder else ""
