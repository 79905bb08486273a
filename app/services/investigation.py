"""调查: records, evidence with files, appraisal. Numbers within a case are given here."""

from __future__ import annotations

import datetime as dt

from app.domain.kinds.complaint.events import AppraisalReported, AppraisalStarted
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.events import EvidenceAdded, EvidenceVoided, InquiryRecorded
from app.domain.matter.facts import Attachment
from app.services import casework
from app.services.changes import Changes
from app.services.office import OpenOffice


def record_inquiry(
    office: OpenOffice,
    case_id: str,
    *,
    form: str,
    at: dt.datetime,
    place: str,
    persons: str,
    text: str,
    investigators: tuple[str, ...],
    recorder: str = "",
    version: int | None = None,
) -> Changes:
    """An inquiry, an on-site visit or a telephone check, as it was written down."""
    case = casework.load(office, case_id).case
    event = InquiryRecorded(
        no=len(case.inquiries) + 1,
        form=form,
        at=at,
        place=place,
        persons=persons,
        text=text,
        investigators=investigators,
        recorder=recorder,
    )
    return casework.record(office, case_id, event, version=version)


def add_evidence(
    office: OpenOffice,
    case_id: str,
    *,
    title: str,
    form: str,
    provider: str,
    received_on: dt.date,
    note: str = "",
    attachment: Attachment | None = None,
    version: int | None = None,
) -> Changes:
    """One item of the evidence list; keep its file first with `attachments.keep_file`."""
    case = casework.load(office, case_id).case
    event = EvidenceAdded(
        no=len(case.evidence) + 1,
        title=title,
        form=form,
        provider=provider,
        received_on=received_on,
        note=note,
        attachment=attachment,
    )
    return casework.record(office, case_id, event, version=version)


def void_evidence(
    office: OpenOffice, case_id: str, no: int, reason: str, version: int | None = None
) -> Changes:
    """Take an item off the list; entry and file stay in the record."""
    return casework.record(office, case_id, EvidenceVoided(no=no, reason=reason), version=version)


def start_appraisal(
    office: OpenOffice,
    case_id: str,
    *,
    institution: str,
    chosen_by: str,
    item: str,
    commissioned_on: dt.date,
    fee: int | None = None,
    fee_borne_by: str = "",
    version: int | None = None,
) -> Changes:
    """Commission an expert: the mediation limit stands still from this day (办法第22条). `fee` in cents."""
    case = casework.load(office, case_id).as_a(Complaint)
    event = AppraisalStarted(
        no=len(case.appraisals) + 1,
        institution=institution,
        chosen_by=chosen_by,
        item=item,
        commissioned_on=commissioned_on,
        fee=fee,
        fee_borne_by=fee_borne_by,
    )
    return casework.record(office, case_id, event, version=version)


def report_appraisal(
    office: OpenOffice,
    case_id: str,
    *,
    reported_on: dt.date,
    conclusion: str,
    version: int | None = None,
) -> Changes:
    """The report of the open appraisal came; the limit runs again from the next day."""
    pending = casework.load(office, case_id).as_a(Complaint).appraisal_open()
    event = AppraisalReported(
        no=pending.started.no if pending else 0, reported_on=reported_on, conclusion=conclusion
    )
    return casework.record(office, case_id, event, version=version)
