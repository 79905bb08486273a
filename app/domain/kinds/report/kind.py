"""A report as the services see it."""

from __future__ import annotations

from app.domain.kind import Kind
from app.domain.kinds.report import timing
from app.domain.kinds.report.checks import check
from app.domain.kinds.report.events import ReportRegistered
from app.domain.kinds.report.fold import apply
from app.domain.kinds.report.guards import GUARDS
from app.domain.kinds.report.papers import subject_of
from app.domain.kinds.report.stages import stage
from app.domain.kinds.report.state import PHASES, Report
from app.domain.kinds.report.summary import show

KIND = Kind(
    name="report",
    label="举报",
    number_word="消举",
    rules="measures",
    state_type=Report,
    registration_events=(ReportRegistered,),
    phases=PHASES,
    guards=GUARDS,
    apply=apply,
    check=check,
    stage=stage,
    show=show,
    clocks=timing.clocks,
    limit=timing.check_due,
    same_clock={timing.CLUE_CHECK: timing.CHECK},
    subject_of=subject_of,
    # The later report that is merged says it; the merger is the act.
    beside=frozenset({"NewFactsAdded"}),
)
