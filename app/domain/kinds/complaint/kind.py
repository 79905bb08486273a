"""A consumer complaint as the services see it."""

from __future__ import annotations

from app.domain.kind import Kind
from app.domain.kinds.complaint import timing
from app.domain.kinds.complaint.checks import check
from app.domain.kinds.complaint.events import ComplaintRegistered
from app.domain.kinds.complaint.fold import apply
from app.domain.kinds.complaint.guards import GUARDS
from app.domain.kinds.complaint.papers import subject_of
from app.domain.kinds.complaint.stages import stage
from app.domain.kinds.complaint.state import PHASES, Complaint
from app.domain.kinds.complaint.summary import show

KIND = Kind(
    name="complaint",
    label="投诉",
    number_word="消投",
    rules="measures",
    state_type=Complaint,
    registration_events=(ComplaintRegistered,),
    phases=PHASES,
    guards=GUARDS,
    apply=apply,
    check=check,
    stage=stage,
    show=show,
    clocks=timing.clocks,
    counting=timing.counting,
    limit=timing.mediation_due,
    same_clock={timing.MEDIATION_COMPANION: timing.MEDIATION},
    subject_of=subject_of,
    # A person called upon says they are not satisfied: written with the call itself.
    beside=frozenset({"CaseReturned"}),
)
