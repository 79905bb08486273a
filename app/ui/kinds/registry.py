"""The kinds of matter this window knows, in the order they are offered. A new kind is one line in MARKS,
one in INTAKES, and a package beside this file.

Faces and forms are imported when a case or the form is first shown: signing in must not wait for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from app.ui.kinds.complaint.mark import MARK as COMPLAINT
from app.ui.kinds.consultation.mark import MARK as CONSULTATION
from app.ui.kinds.dispute.mark import MARK as DISPUTE
from app.ui.kinds.petition.mark import MARK as PETITION
from app.ui.kinds.report.mark import MARK as REPORT
from app.ui.matter.mark import KindMark

if TYPE_CHECKING:
    from app.ui.matter.face import KindFace
    from app.ui.matter.intake_form import IntakeForm

MARKS: tuple[KindMark, ...] = (COMPLAINT, REPORT, CONSULTATION, DISPUTE, PETITION)
"""Every kind that exists, in the order of filters and segments."""

_BY_KIND = {mark.kind: mark for mark in MARKS}


class Intake(NamedTuple):
    """A form of the page 登记: the words of its segment, where its class is, what titles its drafts.

    `id` is the kind it registers; a form that registers two linked cases has an id of its own. `title` are
    paths of the form, each with the words that stand for it while it is empty.
    """

    id: str
    label: str
    module: str
    made_by: str
    title: tuple[tuple[str, str], ...]


INTAKES: tuple[Intake, ...] = (
    Intake(
        "complaint",
        "投诉",
        "app.ui.kinds.complaint.intake_form",
        "ComplaintForm",
        (("complainant.name", "未填投诉人"), ("respondent.name", "未填被投诉人")),
    ),
    Intake(
        "report",
        "举报",
        "app.ui.kinds.report.intake_form",
        "ReportIntake",
        # A draft is named after the reported party: who reports is sealed.
        (("respondent.name", "未填被举报人"), ("clue.subject", "举报")),
    ),
    Intake(
        "complaint_and_report",
        "投诉并举报",
        "app.ui.kinds.report.joint_form",
        "ComplaintAndReportIntake",
        (("complainant.name", "未填投诉人"), ("respondent.name", "未填被投诉人")),
    ),
    Intake(
        "consultation",
        "咨询",
        "app.ui.kinds.consultation.intake_form",
        "ConsultationForm",
        (("answer.question", "未写问题"),),
    ),
    Intake(
        "dispute",
        "矛盾纠纷",
        "app.ui.kinds.dispute.intake_form",
        "DisputeForm",
        (("applicant.name", "未填申请人"), ("respondent.name", "未填被申请人")),
    ),
    Intake(
        "petition",
        "信访",
        "app.ui.kinds.petition.intake_form",
        "PetitionForm",
        (("petitioner.name", "未填信访人"), ("request.topic", "未写概况")),
    ),
)
"""In the order of the segments: 投诉, 举报, 投诉并举报, 咨询, 矛盾纠纷, 信访."""


def form_of(intake: Intake) -> type[IntakeForm]:
    """The class of a form, imported now when it was not yet."""
    made: type[IntakeForm] = getattr(import_module(intake.module), intake.made_by)
    return made


def mark_of(kind: str) -> KindMark:
    """The mark of a kind; KeyError for one this window does not know."""
    return _BY_KIND[kind]


def face_of(kind: str) -> KindFace:
    """The face of a kind, imported now when it was not yet."""
    mark_of(kind)
    face: KindFace = import_module(f"app.ui.kinds.{kind}.face").FACE
    return face
