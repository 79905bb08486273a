"""What lists and search show of a consultation."""

from __future__ import annotations

from app.domain.kinds.consultation.state import ConsultationCase
from app.domain.matter.summary import Shown

_SHORT = 40


def show(case: ConsultationCase) -> Shown:
    """The consultation as lists know it; its subject is the beginning of the question."""
    person, answer = case.asker, case.answer
    question = answer.question if answer else ""
    first_line = question.partition("\n")[0]
    return Shown(
        complainant=person.name,
        phone=person.phone,
        id_no=person.id_no,
        category=answer.category if answer else "",
        subject=first_line if len(first_line) <= _SHORT else f"{first_line[: _SHORT - 1]}…",
        story=question,
        names=(person.name,),
        phones=(person.phone, person.id_no),
        texts=(question, answer.answer if answer else "", person.address),
    )
