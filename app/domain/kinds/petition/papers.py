"""Which act of the case a paper speaks of, so that a second handing over gets a sheet of its own."""

from __future__ import annotations

from app.domain.kinds.petition.state import PetitionCase


def subject_of(paper: str, case: PetitionCase) -> str:
    """The number of the handing over the sheet is of; "" for papers there is only one of."""
    return str(case.handed_times()) if paper == "handing_note" else ""
