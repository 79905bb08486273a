"""What a dispute says to its papers (司法部人民调解文书)."""

from __future__ import annotations

from app.domain.dates import SHANGHAI
from app.domain.kinds.dispute.checks import KEPT
from app.domain.kinds.dispute.facts import CAME, SEXES, Side
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.office import Office
from app.services.fields.handing import handing_fields
from app.services.fields.members import member_fields
from app.services.fields.shared import Fields, PaperWanted, agreement_fields, office_fields, session_fields
from app.services.history.words import INQUIRY_FORMS
from app.services.labels import label


def all_fields(wanted: PaperWanted[DisputeCase]) -> Fields:
    """Every field the papers of a dispute may name, for one paper."""
    case = wanted.case
    fields = office_fields(wanted.office, wanted.case.identity) | _committee(wanted.office) | _case(case)
    for party in case.PARTIES:
        fields[party] = _side(case.side(party))
        fields[f"{party}s"] = fields[party]["people"]
    if wanted.session_no:
        fields |= session_fields(case, wanted.session_no)
        fields["session"] |= {"result": _result(case, wanted.session_no)}
    fields |= agreement_fields(case) | member_fields(wanted)
    fields["agreement"] |= {
        "effective_on": case.effective_on(),
        "copies": len(case.applicant.people) + len(case.respondent.people) + 1,
    }
    fields |= handing_fields(case, case.quarrel.facts)
    return fields | _inquiry(case) | _visit(case) | {"court": _court(wanted.office, case)}


def _committee(office: Office) -> Fields:
    committee = office.committee
    return {
        "committee": {
            "name": committee.name,
            "phone": committee.phone or office.phone,
            "address": committee.address or office.address,
        }
    }


def _case(case: DisputeCase) -> Fields:
    if case.origin is None:
        raise ValueError("a dispute without registration has no papers")
    quarrel = case.quarrel
    source = case.origin.source
    return {
        "case": {
            "number": case.number,
            "received_on": case.origin.received_on,
            "sort": label("dispute_sorts", quarrel.sort),
            "came": CAME[quarrel.came] + (f"（{source}）" if source else ""),
            "facts": quarrel.facts,
            "wanted": [{"text": text} for text in quarrel.wanted] or [{"text": "依法调解"}],
            "subject": f"{case.applicant.title()}与{case.respondent.title()}"
            f"{label('dispute_sorts', quarrel.sort)}",
            "mediators": list(case.named_mediators()),
            "registrar": case.acceptance.by if case.acceptance else "",
        }
    }


def _side(side: Side) -> Fields:
    """The first with every field of the form, everybody for the signatures, the delegate."""
    first = side.first()
    return {
        "name": first.name,
        "sex": SEXES.get(first.sex, ""),
        "nation": first.nation,
        "age": "" if first.age is None else str(first.age),
        "occupation": first.occupation,
        "phone": first.phone,
        "address": first.address,
        "id_no": first.id_no,
        "credit_code": first.credit_code,
        "legal_rep": first.legal_rep,
        "title": side.title(),
        "delegate": side.delegate.name,
        "delegate_phone": side.delegate.phone,
        "people": [
            {
                "name": one.name,
                "line": "，".join(
                    filter(
                        None,
                        (
                            one.name,
                            SEXES.get(one.sex, ""),
                            one.nation,
                            f"{one.age}岁" if one.age is not None else "",
                            one.occupation,
                            f"身份证号{one.id_no}" if one.id_no else "",
                            f"统一社会信用代码{one.credit_code}" if one.credit_code else "",
                            f"法定代表人{one.legal_rep}" if one.legal_rep else "",
                            f"联系方式{one.phone}" if one.phone else "",
                            f"住址{one.address}" if one.address else "",
                        ),
                    )
                ),
            }
            for one in side.people
        ],
    }


def _result(case: DisputeCase, number: int) -> str:
    """成、不成、另行."""
    held = next((s for s in case.sessions if s.no == number), None)
    words = {"agreed": "调解成功", "failed": "调解不成", "continue": "另行调解"}
    return words[held.outcome] if held is not None else ""


def _inquiry(case: DisputeCase) -> Fields:
    """The latest inquiry."""
    if not case.inquiries:
        return {}
    last = case.inquiries[-1]
    return {
        "inquiry": {
            "at": last.at.astimezone(SHANGHAI),
            "place": last.place,
            "form": INQUIRY_FORMS[last.form],
            "persons": last.persons,
            "text": last.text,
            "investigators": list(last.investigators),
            "recorder": last.recorder,
        }
    }


def _visit(case: DisputeCase) -> Fields:
    """The latest visit."""
    if not case.visits:
        return {}
    last = case.visits[-1]
    satisfied = {True: "满意", False: "不满意", None: ""}[last.satisfied]
    return {
        "visit": {
            "on": last.on,
            "method": label("notice_methods", last.method),
            "whom": last.whom,
            "purpose": last.purpose,
            "kept": KEPT[last.kept],
            "text": last.text,
            "satisfied": satisfied,
            "hazard": last.hazard,
            "by": last.by,
        }
    }


def _court(office: Office, case: DisputeCase) -> Fields:
    """The court applied to, else the one of the committee."""
    found = case.confirmation()
    return {"name": found.applied.court if found is not None else office.committee.court}
