"""What lists and search show of a petition."""

from __future__ import annotations

from app.domain.kinds.petition.state import PetitionCase
from app.domain.matter.summary import Shown

_SHORT = 40


def show(case: PetitionCase) -> Shown:
    """The petition as lists know it; its subject is its topic, else the beginning of what is wanted."""
    person, request = case.petitioner, case.request
    wanted = request.topic or request.wanted.partition("\n")[0]
    return Shown(
        complainant=person.name,
        phone=person.phone,
        id_no=person.id_no,
        respondent=request.about,
        category=request.sort,
        subject=wanted if len(wanted) <= _SHORT else f"{wanted[: _SHORT - 1]}…",
        story=request.facts,
        promised=sum(agreement.total() for agreement in case.agreements()[-1:]),
        recovered=case.recovered(),
        names=(person.name, request.about, *request.representatives),
        numbers=(request.system_no,),
        phones=(person.phone, person.id_no),
        texts=(request.wanted, request.facts, person.address),
    )
