"""What a petition says to its papers."""

from __future__ import annotations

from app.domain.kinds.petition.facts import ARRIVALS, FORMS, SORTS
from app.domain.kinds.petition.state import FINDINGS, LEVELS, RESULTS, WAYS, PetitionCase
from app.services.fields.handing import handing_fields
from app.services.fields.shared import Fields, PaperWanted, ground_fields, office_fields, session_fields
from app.services.labels import label


def all_fields(wanted: PaperWanted[PetitionCase]) -> Fields:
    """Every field the papers of a petition may name, for one paper."""
    case = wanted.case
    if case.origin is None:
        raise ValueError("a petition without registration has no papers")
    person, request = case.petitioner, case.request
    fields = office_fields(wanted.office, wanted.case.identity) | {
        "case": {
            "number": case.number,
            "received_on": case.origin.received_on,
            "received_on_site": request.form == "visit",
            "subject": request.topic or short(request.wanted),
        },
        "petitioner": {
            "name": person.name,
            "phone": person.phone,
            "id_type": label("id_types", person.id_type) if person.id_no else "",
            "id_no": person.id_no,
            "address": person.address,
        },
        "request": {
            "form": FORMS.get(request.form, ""),
            "sort": SORTS.get(request.sort, ""),
            "arrival": ARRIVALS.get(request.arrival, ""),
            "source": case.origin.source,
            "people": request.people,
            "representatives": list(request.representatives),
            "repeated": request.repeated,
            "system_no": request.system_no,
            "about": request.about,
            "wanted": request.wanted,
            "facts": request.facts,
        },
        "way": {"label": WAYS[case.way()][0] if case.way() else "", "reason": _reason(case)},
    }
    if wanted.session_no:
        fields |= session_fields(case, wanted.session_no)
    if wanted.paper == "petition_refusal":
        fields |= ground_fields(wanted.rules.refusal_grounds, case.refusal)
        fields["refusal"] = {"facts": case.refusal.facts if case.refusal else ""}
    fields |= handing_fields(case, request.facts)
    return fields | _handling(case) | _decided(case)


def _reason(case: PetitionCase) -> str:
    return case.sorted.reason if case.sorted is not None else ""


def _handling(case: PetitionCase) -> Fields:
    """Giving on, extension, 督办: the latest of each."""
    forwarded = case.forwarded()
    sent = forwarded.sent if forwarded is not None else None
    extension = case.extension
    supervision = case.supervisions[-1].issued if case.supervisions else None
    return {
        "forwarding": {
            "mode": ("交办" if sent.mode == "assign" else "转送") if sent else "",
            "assigned": sent is not None and sent.mode == "assign",
            "to": sent.to if sent else "",
            "reason": sent.reason if sent else "",
            "reply_by": sent.reply_by if sent else None,
        },
        "handling": {
            "accepted_on": case.accepted_on,
            "added": extension.days if extension else None,
            "reason": extension.reason if extension else "",
        },
        "supervision": {
            "to": supervision.to if supervision else "",
            "reason": supervision.reason if supervision else "",
            "answer_by": supervision.answer_by if supervision else None,
        },
    }


def _decided(case: PetitionCase) -> Fields:
    """The opinion in force, and the last 复查 or 复核 this body decided."""
    opinion = case.opinion
    decided = [r for r in case.reviews if r.decided is not None and r.requested.ours]
    review = decided[-1] if decided else None
    result = review.decided if review is not None else None
    return {
        "opinion": {
            "finding": FINDINGS[opinion.finding] if opinion else "",
            "facts": opinion.facts if opinion else "",
            "text": opinion.opinion if opinion else "",
            "basis": opinion.basis if opinion else "",
            "on": opinion.on if opinion else None,
        },
        "review": {
            "level": LEVELS[review.requested.level] if review else "",
            "reason": review.requested.reason if review else "",
            "requested_on": review.requested.received_on if review else None,
            "result": RESULTS[result.result] if result else "",
            "opinion": result.opinion if result else "",
            "final": review is not None and review.requested.level == "recheck",
        },
    }


_SHORT = 30


def short(text: str) -> str:
    """The beginning of a text, short enough to stand in a sentence."""
    line = " ".join(text.split()).rstrip("。；，")
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
