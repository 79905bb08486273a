"""Turn the events of one report into its state. The fold never refuses."""

from __future__ import annotations

from functools import singledispatch

from app.domain.events import Event
from app.domain.kinds.report import events as e
from app.domain.kinds.report.state import Extension, Report, Testing
from app.domain.matter.events import CaseUnlinked
from app.domain.matter.fold import amended_origin, apply_matter, apply_registration
from app.domain.matter.merged import RELATION as MERGED


@singledispatch
def apply(event: Event, case: Report) -> None:
    """Change `case` by one event, its own or a shared one."""
    apply_matter(event, case)


@apply.register
def _registered(event: e.ReportRegistered, case: Report) -> None:
    apply_registration(event, case)
    case.reporter = event.reporter
    case.respondent = event.respondent
    case.clue = event.clue
    case.discovered = event.discovered
    case.counted_from = event.origin.received_on
    case.phase = "registered"


@apply.register
def _amended(event: e.ReportAmended, case: Report) -> None:
    case.reporter = event.reporter or case.reporter
    case.respondent = event.respondent or case.respondent
    case.clue = event.clue or case.clue
    case.origin = amended_origin(event.origin, case.origin)
    _count_anew(case)


@apply.register
def _looked(event: e.IdentityViewed, case: Report) -> None:
    case.looks.append(event)


@apply.register
def _disclosed(event: e.DisclosureAllowed, case: Report) -> None:
    case.disclosure = event


@apply.register
def _testing_started(event: e.TestingStarted, case: Report) -> None:
    case.tests.append(Testing(started=event))


@apply.register
def _testing_ended(event: e.TestingEnded, case: Report) -> None:
    for testing in case.tests:
        if testing.started.no == event.no:
            testing.ended = event


@apply.register
def _extended(event: e.CheckExtended, case: Report) -> None:
    if case.counted_from is not None:
        case.extensions.append(Extension(event=event, counted_from=case.counted_from))


@apply.register
def _received(event: e.ReceiptRecorded, case: Report) -> None:
    case.receipt = event


@apply.register
def _decided(event: e.OpeningDecided, case: Report) -> None:
    case.decisions += 1
    case.opening = event
    case.phase = case.outcome = "opened" if event.opened else "not_opened"


@apply.register
def _concluded(event: e.ReportConcluded, case: Report) -> None:
    case.result = event
    case.outcome = event.sort
    case.phase = "concluded"


@apply.register
def _judged(event: e.ResultNoticeJudged, case: Report) -> None:
    case.judged = event


@apply.register
def _repeated(event: e.RepeatConfirmed, case: Report) -> None:
    case.repeat = event
    case.phase = case.outcome = "repeated"


@apply.register
def _added(event: e.NewFactsAdded, case: Report) -> None:
    case.added.append(event)
    if case.phase == "not_opened" and case.opening is not None:
        # New facts put the question of 立案 again; the first answer stays in the history.
        case.past_openings.append(case.opening)
        case.opening, case.judged = None, None
        case.phase, case.outcome = "registered", ""
        case.round += 1
        case.round_marks |= {"replies": len(case.replies), "follow_ups": len(case.follow_ups)}
    _count_anew(case)


@apply.register
def _unlinked(event: CaseUnlinked, case: Report) -> None:
    apply_matter(event, case)
    if event.relation == MERGED:
        case.added = [one for one in case.added if one.other != event.other]
        _count_anew(case)


@apply.register
def _denied(event: e.CompetenceDenied, case: Report) -> None:
    case.denied = event
    case.phase = case.outcome = "elsewhere"


@apply.register
def _transferred(event: e.ReportTransferred, case: Report) -> None:
    case.transfers.append(event)
    if event.to == "department":
        case.phase = case.outcome = "transferred"


def _count_anew(case: Report) -> None:
    """自收到最后一次举报之日起重新计算 (办法第35条); once decided, nothing is left to count."""
    if case.origin is None or case.opening is not None:
        return
    days = [case.origin.received_on, *(one.received_on for one in case.added)]
    case.counted_from = max(days)
