"""A petition as the services see it."""

from __future__ import annotations

from app.domain.kind import Kind
from app.domain.kinds.petition import timing
from app.domain.kinds.petition.checks import check
from app.domain.kinds.petition.events import PetitionRegistered
from app.domain.kinds.petition.fold import apply
from app.domain.kinds.petition.guards import GUARDS
from app.domain.kinds.petition.papers import subject_of
from app.domain.kinds.petition.stages import stage
from app.domain.kinds.petition.state import PHASES, PetitionCase
from app.domain.kinds.petition.summary import show

KIND = Kind(
    name="petition",
    label="信访",
    number_word="信访",
    rules="petition",
    state_type=PetitionCase,
    registration_events=(PetitionRegistered,),
    phases=PHASES,
    guards=GUARDS,
    apply=apply,
    check=check,
    stage=stage,
    show=show,
    clocks=timing.clocks,
    counting=timing.counting,
    limit=timing.handling_due,
    subject_of=subject_of,
)
