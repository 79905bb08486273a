"""Likely duplicates of what is being typed: found by person, shop and number, weighed by wording.

It only reminds: whether two complaints are the same matter is for a person to say.
"""

from __future__ import annotations

import datetime as dt

import msgspec
from rapidfuzz import fuzz

from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.state import PHASES
from app.services.desk import state
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS

_SHOWN = 5
_ALIKE = 60
"""Wording this similar (percent) is a reason."""
_TELLING = 12
"""Characters from which an account tells a story."""


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """A case that may be the same matter: why, and how similar the wording is (0–100)."""

    case_id: str
    number: str
    received_on: dt.date
    parties: str
    phase: str
    reasons: tuple[str, ...]
    score: int


def similar(office: OpenOffice, form: Registration, *, but_not: str = "") -> list[Likeness]:
    """At most five earlier cases, the likeliest first; `but_not` is the case being amended."""
    person, shop = form.complainant, form.respondent
    names = [n for n in (person.name, shop.name) if len(n) >= 2]
    numbers = [n for n in (person.phone, person.id_no, form.origin.external_no) if len(n) >= 5]
    if not names and not numbers:
        return []
    found = []
    for candidate in office.store.similar.candidates(names, numbers, but_not=but_not):
        row = dict(zip(LIST_COLUMNS, candidate.row, strict=True))
        if row["phase"] == "void":
            continue
        likeness = _weigh(office, form, row)
        if likeness is not None:
            found.append(likeness)
    return sorted(found, key=lambda like: (-len(like.reasons), -like.score))[:_SHOWN]


def _weigh(office: OpenOffice, form: Registration, row: dict[str, object]) -> Likeness | None:
    case = state(office, str(row["case_id"]))
    reasons = []
    if form.origin.external_no and form.origin.external_no == row["external_no"]:
        reasons.append("登记编号相同")
    if form.complainant.phone and form.complainant.phone == case.complainant.phone:
        reasons.append("同一电话")
    elif form.complainant.name and form.complainant.name == case.complainant.name:
        reasons.append("同名投诉人")
    if form.complainant.id_no and form.complainant.id_no == case.complainant.id_no:
        reasons.append("同一证件")
    same_shop = bool(form.respondent.name) and form.respondent.name == case.respondent.name
    if same_shop:
        reasons.append("同一被投诉人")
    score = alike(form.deal.facts, case.deal.facts)
    if score >= _ALIKE:
        reasons.append(f"内容相似 {score}%")
    # The same shop alone says nothing: a busy shop has many complaints.
    if not reasons or (same_shop and len(reasons) == 1):
        return None
    return Likeness(
        case_id=case.id,
        number=case.number,
        received_on=dt.date.fromisoformat(str(row["received_on"])),
        parties=f"{case.complainant.name} → {case.respondent.name}",
        phase=PHASES[case.phase],
        reasons=tuple(reasons),
        score=score,
    )


def alike(one: str, other: str) -> int:
    """How similar two accounts are, 0–100. A short account inside a long one counts as the same story;
    a few words do not, they would match anything."""
    shorter = min(len(one), len(other))
    if shorter == 0:
        return 0
    return round(fuzz.partial_ratio(one, other) if shorter >= _TELLING else fuzz.ratio(one, other))
