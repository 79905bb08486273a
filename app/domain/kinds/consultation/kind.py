"""A consultation as the services see it: the smallest kind, without clocks and without mediation."""

from __future__ import annotations

from app.domain.kind import Kind
from app.domain.kinds.consultation.checks import check
from app.domain.kinds.consultation.events import ConsultationRegistered
from app.domain.kinds.consultation.fold import apply
from app.domain.kinds.consultation.state import PHASES, ConsultationCase
from app.domain.kinds.consultation.summary import show
from app.domain.matter.guards import GUARDS


def _stage(case: ConsultationCase) -> str:
    return "answer" if case.phase == "answered" else "archive"


KIND = Kind(
    name="consultation",
    label="咨询",
    number_word="消询",
    state_type=ConsultationCase,
    registration_events=(ConsultationRegistered,),
    phases=PHASES,
    # Answered at once: nothing waits for anybody, so a consultation never stands among the open cases.
    done=frozenset(PHASES),
    guards=GUARDS,
    apply=apply,
    check=check,
    stage=_stage,
    show=show,
)
