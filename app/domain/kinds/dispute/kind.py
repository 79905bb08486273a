"""A dispute as the services see it."""

from __future__ import annotations

from app.domain.kind import Kind
from app.domain.kinds.dispute import timing
from app.domain.kinds.dispute.checks import check
from app.domain.kinds.dispute.events import DisputeRegistered
from app.domain.kinds.dispute.fold import apply
from app.domain.kinds.dispute.guards import GUARDS
from app.domain.kinds.dispute.papers import subject_of
from app.domain.kinds.dispute.stages import stage
from app.domain.kinds.dispute.state import PHASES, DisputeCase
from app.domain.kinds.dispute.summary import show

KIND = Kind(
    name="dispute",
    label="矛盾纠纷",
    number_word="人调字",
    rules="people_mediation",
    state_type=DisputeCase,
    registration_events=(DisputeRegistered,),
    phases=PHASES,
    guards=GUARDS,
    apply=apply,
    check=check,
    stage=stage,
    show=show,
    clocks=timing.clocks,
    counting=timing.counting,
    limit=timing.limit,
    same_clock={timing.MEDIATION_WORKDAYS: timing.MEDIATION},
    subject_of=subject_of,
)
