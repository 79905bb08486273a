"""What wrong turns, representatives and handing on say to the papers of a case."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.standing import GUARDIAN
from app.services.fields.shared import Fields, PaperWanted


def turn_fields(wanted: PaperWanted[Complaint]) -> Fields:
    """Fields of 身份证明、移交、回避、撤回、授权、签字协助; a group that has nothing is left out."""
    case = wanted.case
    return {
        **_proof(case),
        **_handing(case),
        **_recusal(case),
        **_withdrawal(case),
        **_delegate(case),
        "signing": {"aid": "；".join(case.standing.aid_lines(case.party_names()))},
    }


def _proof(case: Complaint) -> Fields:
    if not case.standing.demands:
        return {}
    demand = case.standing.demands[-1]
    return {
        "proof": {"due_on": demand.due_on},
        "proof_materials": [{"text": material} for material in demand.materials],
    }


def _handing(case: Complaint) -> Fields:
    if not case.handovers:
        return {}
    last = case.handovers[-1]
    return {
        "handing": {
            "to_office": last.to_office,
            "on": last.on,
            "by": last.by,
            "reason": last.reason,
            "materials": "、".join(last.materials),
        }
    }


def _recusal(case: Complaint) -> Fields:
    decided = [one for one in case.recusals if one.decided is not None]
    made = decided[-1].decided if decided else None
    if made is None:
        return {}
    asked = decided[-1].requested
    name = case.party_names().get(asked.party, "")
    return {
        "recusal": {
            "applicant": f"{case.PARTIES.get(asked.party, '')}{name}",
            "asked_on": asked.on,
            "mediators": list(asked.mediators),
            "reason": asked.reason.rstrip("。"),
            "granted": made.granted,
            "why": made.reason.rstrip("。"),
            "replacement": "、".join(made.replacement),
        }
    }


def _withdrawal(case: Complaint) -> Fields:
    if case.withdrawal is None:
        return {}
    return {"withdrawal": {"reason": case.withdrawal.note, "on": case.withdrawal.on}}


def _delegate(case: Complaint) -> Fields:
    acting = case.standing.acting("complainant")
    if acting is None or acting.role == GUARDIAN:
        return {}
    return {
        "delegate": {
            "name": acting.name,
            "id_no": acting.id_no,
            "phone": acting.phone,
            "relation": acting.relation,
            "since": acting.since,
            "until": acting.until,
        }
    }
