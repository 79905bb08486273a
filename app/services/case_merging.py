"""并案: tie a case to the one that leads, undo it, and end the absorbed case with its lead.

Both streams get their event in one transaction; the rules of who may go into whom are in the domain.
"""

from __future__ import annotations

import datetime as dt

from app.domain.errors import InvalidFields, UserError
from app.domain.matter.events import CaseClosed
from app.domain.matter.merged import RELATION, lead_of, why_not_merge, why_not_part
from app.domain.matter.state import Matter
from app.services import casework, duplicates, kinds, linking
from app.services.changes import Changes
from app.services.duplicates import Likeness
from app.services.office import OpenOffice

_CONCLUDED = frozenset({"replied", "followed_up", "closed", "filed"})
"""Phases of a lead case whose result is known and told."""


def candidates(office: OpenOffice, case: Matter) -> list[Likeness]:
    """Cases of the same kind that may be the same matter, the likeliest first."""
    return [one for one in duplicates.similar_to_case(office, case) if one.kind == case.kind]


def merge(
    office: OpenOffice,
    absorbed_id: str,
    lead_id: str,
    reason: str,
    *,
    absorbed_version: int | None = None,
    lead_version: int | None = None,
) -> Changes:
    """Put one case into another. UserError says why it cannot be, InvalidFields that the reason is missing.

    The absorbed case keeps number, clocks and history; from now on the lead is worked on.
    """
    if not reason.strip():
        raise InvalidFields({"reason": "请填写并案的理由"})
    with office.store.transaction():
        absorbed, lead = casework.load(office, absorbed_id), casework.load(office, lead_id)
        problem = why_not_merge(absorbed.case, lead.case)
        if problem:
            raise UserError(problem)
        for view in (absorbed, lead):
            _offered(view, "merge")
        return linking.link(
            office,
            RELATION,
            absorbed_id,
            lead_id,
            note=reason,
            source_version=absorbed_version,
            target_version=lead_version,
        )


def part(office: OpenOffice, absorbed_id: str, reason: str) -> Changes:
    """Undo a merger: the absorbed case goes on by itself from where it stood. UserError when it cannot be."""
    if not reason.strip():
        raise InvalidFields({"reason": "请填写撤销并案的理由"})
    with office.store.transaction():
        absorbed = casework.load(office, absorbed_id).case
        problem = why_not_part(absorbed)
        if problem:
            raise UserError(problem)
        lead = lead_of(absorbed)
        assert lead is not None
        return linking.unlink(office, RELATION, absorbed_id, lead.other, reason)


def close_with_lead(
    office: OpenOffice, case_id: str, *, on: dt.date, summary: str, by: str, version: int | None = None
) -> Changes:
    """Close an absorbed case once its lead has come to its end and was answered."""
    with office.store.transaction():
        absorbed = casework.load(office, case_id)
        lead = lead_of(absorbed.case)
        if lead is None:
            raise UserError(f"{absorbed.case.number}没有并入其他案件，请按通常的步骤结案。")
        _offered(absorbed, "close_merged")
        problem = why_not_closing(office, lead.other)
        if problem:
            raise UserError(problem)
        return casework.record(office, case_id, CaseClosed(on=on, summary=summary, by=by), version=version)


def why_not_closing(office: OpenOffice, lead_id: str) -> str:
    """One sentence why what a lead absorbed cannot be closed yet, "" when it can."""
    lead = casework.load(office, lead_id).case
    if lead.phase in _CONCLUDED:
        return ""
    phase = kinds.phase_label(lead.kind, lead.phase)
    return f"主办案件{lead.number}还没有办结（{phase}），有了结果再结本件。"


def find_case(office: OpenOffice, word: str) -> str:
    """The id of the case a person names by its number, for merging; UserError when there is none."""
    if not word.strip():
        raise UserError("请填写或者选择要并案的另一件。")
    return casework.find(office, word)


def _offered(view: casework.CaseView, act: str) -> None:
    choice = next((one for one in view.choices if one.name == act), None)
    if choice is None:
        raise UserError("这一类事项没有并案，请作为关联案件分别办理。")
    if not choice.allowed:
        raise UserError(choice.reason)
