"""Looking behind the seal on a reporter (办法第37条): who may, for which reason, each look written down."""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.kinds.report.events import IdentityViewed, ReportRegistered
from app.domain.kinds.report.facts import Reporter
from app.domain.kinds.report.identity import SIGHT, SIGHTS, may_look
from app.domain.kinds.report.state import Report
from app.domain.matter.state import Matter
from app.domain.office import ROLES, setting
from app.services import casework
from app.services.casework import CaseView
from app.services.office import OpenOffice


def sight(office: OpenOffice) -> str:
    """The setting in force, a code of `SIGHTS`."""
    return setting(office.office, SIGHT)


def why_not(office: OpenOffice, view: CaseView) -> str:
    """One sentence why this operator may not see the identity, "" when they may.

    Also when there is none to be seen: an anonymous report, a clue met in mediation.
    """
    case = view.as_a(Report)
    if case.discovered:
        return "这件线索是调解中发现的，没有举报人。"
    if case.reporter.anonymous:
        return "这件是匿名举报，没有登记举报人身份。"
    registered = next((e for e in view.events if e.kind == ReportRegistered.kind()), None)
    own = registered is not None and registered.actor == office.operator.id
    if may_look(sight(office), office.operator.role, registered_it=own):
        return ""
    return f"举报人身份已保密，按本单位设置只有{SIGHTS[sight(office)]}可以查看（办法第37条）。"


def look(office: OpenOffice, case_id: str, reason: str) -> Reporter:
    """The reporter, after the look has been written into the case.

    Raises UserError when this operator may not, InvalidFields without a reason.
    """
    with office.store.transaction():
        view = casework.load(office, case_id)
        problem = why_not(office, view)
        if problem:
            raise UserError(problem)
        casework.record(office, case_id, _viewed(office, reason))
        return view.as_a(Report).reporter


def look_by_paper(office: OpenOffice, view: CaseView, paper: str, label: str) -> tuple[IdentityViewed, ...]:
    """What is to be written with a paper that shows the reporter; empty when it shows nobody.

    Raises UserError when this operator may not see the reporter.
    """
    if not is_sealed(view.case):
        return ()
    problem = why_not(office, view)
    if problem:
        raise UserError(f"现在不能制作{label}：{problem}")
    return (_viewed(office, f"制作{label}", means="paper", paper=paper),)


def look_again(office: OpenOffice, case_id: str, label: str) -> None:
    """Somebody opens a paper that was made: a look like any other. UserError when they may not."""
    view = casework.load(office, case_id)
    if not is_sealed(view.case):
        return
    problem = why_not(office, view)
    if problem:
        raise UserError(problem)
    casework.record(office, case_id, _viewed(office, f"打开已制作的{label}", means="paper"))


def is_sealed(case: Matter) -> bool:
    """Whether there is somebody whose identity is kept back."""
    return isinstance(case, Report) and case.reporter.named


def open_text(case: Matter, text: str) -> str:
    """A text about the case as anybody may read it."""
    return case.open_text(text) if isinstance(case, Report) else text


def _viewed(office: OpenOffice, reason: str, *, means: str = "screen", paper: str = "") -> IdentityViewed:
    return IdentityViewed(
        by=office.operator.name,
        role=ROLES.get(office.operator.role, office.operator.role),
        reason=reason.strip(),
        at=office.clock.now().replace(microsecond=0),
        means=means,
        paper=paper,
    )
