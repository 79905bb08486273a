"""Who is competent: the questions of jurisdiction, the judgement as an event, promises lengthened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from app.domain.errors import InvalidFields, UserError
from app.domain.jurisdiction import MATTERS, DecisionTree, Finding, parse_tree
from app.domain.matter.competence import JurisdictionJudged, LocalPromiseExtended
from app.services import casework, local_promises
from app.services.casework import CaseView
from app.services.changes import Changes
from app.services.office import OpenOffice
from app.system import resources

_FOLDER = "resources/rules/jurisdiction"
_UNITS = {"hour": "小时", "workday": "个工作日", "day": "日"}


@cache
def tree(rule_set: str) -> DecisionTree:
    """The questions of the 办法 with that id. UserError when it has none or its file is damaged."""
    if rule_set not in ("R2020", "R2026"):
        raise UserError("这类事项不按投诉举报办法判断管辖。")
    return parse_tree(resources.read_text(f"{_FOLDER}/{rule_set}.toml"))


def tree_for(office: OpenOffice, received_on: dt.date) -> DecisionTree:
    """The questions for a matter received on that day; UserError when no 办法 covers it."""
    return tree(office.rules.for_received(received_on).id)


def is_judged(view: CaseView) -> bool:
    """Whether jurisdiction is a question for this kind of case at all."""
    return view.case.kind in MATTERS


def judgement(office: OpenOffice, view: CaseView, answers: Sequence[str]) -> JurisdictionJudged:
    """The event for answers given about a case. UserError when they do not reach a finding."""
    case = view.case
    if case.origin is None or case.kind not in MATTERS:
        raise UserError("这类事项不按投诉举报办法判断管辖。")
    questions = tree(case.rule_set)
    path = questions.follow(case.kind, answers)
    if path.finding is None:
        raise UserError("管辖判断没有答完，请答到有结论再记录。")
    return JurisdictionJudged(
        matter=case.kind,
        rule_set=case.rule_set,
        answers=tuple(answers),
        asked=tuple((question.ask, answer.label) for question, answer in path.answered),
        finding=path.finding.id,
        verdict=path.finding.verdict,
        reason=path.finding.reason,
        basis=path.finding.basis,
        advice=advice(path.finding, case.origin.source),
        on=office.clock.today(),
        by=office.operator.name,
    )


def advice(finding: Finding, source: str) -> str:
    """What to do now, for a matter that `source` sent ("" when the person came directly)."""
    return finding.advice(by_dispatch=bool(source))


def extendable(view: CaseView) -> list[tuple[str, str]]:
    """Local promises of a case that may still be lengthened, as (name, words)."""
    found = []
    for row in view.deadlines:
        room = _room(view, row.clock) if row.done_on is None else 0
        promise = local_promises.promises().named(row.clock)
        if promise is not None and room > 0:
            found.append((promise.name, f"{promise.label}，最多还能延长 {room} {_UNITS[promise.unit]}"))
    return found


def extend_promise(
    office: OpenOffice, case_id: str, event: LocalPromiseExtended, *, version: int | None = None
) -> Changes:
    """Lengthen a local promise. InvalidFields when it may not be lengthened, or not by so much."""
    view = casework.load(office, case_id)
    room = _room(view, event.promise)
    if room < 1:
        raise InvalidFields({"promise": "这项承诺不能延长，或者已经延长到最多"})
    if event.units > room:
        promise = local_promises.promises().named(event.promise)
        unit = _UNITS[promise.unit] if promise is not None else ""
        raise InvalidFields({"units": f"最多还能延长 {room} {unit}"})
    return casework.record(office, case_id, event, version=version)


def _room(view: CaseView, name: str) -> int:
    promise = local_promises.promises().named(name)
    if promise is None:
        return 0
    used = sum(one.units for one in view.case.promise_extensions if one.promise == name)
    return promise.extension - used
