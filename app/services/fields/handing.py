"""What 移交单 says of a case handed to another office, for the kinds that have no sheet of their own."""

from __future__ import annotations

from app.domain.matter.state import Matter
from app.services.fields.shared import Fields
from app.services.kinds import kind_of_case


def handing_fields(case: Matter, facts: str) -> Fields:
    """The last handing over; a sealed party bears the name everybody may read."""
    if not case.handovers:
        return {}
    last = case.handovers[-1]
    names = case.party_names()
    told = [f"{label}：{names[party]}" for party, label in case.PARTIES.items() if names.get(party)]
    return {
        "handing": {
            "matter": kind_of_case(case).label,
            "parties": "；".join(told),
            "facts": facts,
            "to_office": last.to_office,
            "on": last.on,
            "by": last.by,
            "reason": last.reason,
            "materials": "、".join(last.materials),
        }
    }
