"""The forms the demonstration registers: filled as a clerk would, people and shops fictional."""

from __future__ import annotations

import datetime as dt

from app.domain.identifiers import resident_id_check_character
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent

TOWN = "江安县青山镇"


def form(
    received: dt.datetime,
    complainant: Complainant,
    respondent: Respondent,
    deal: Deal,
    *,
    channel: str = "visit",
    external_no: str = "",
    source: str = "",
) -> Registration:
    """A registration received at that moment; only a visit is 现场."""
    origin = Origin(
        channel=channel,
        received_on=received.date(),
        on_site=channel == "visit",
        external_no=external_no,
        source=source,
    )
    return Registration(origin=origin, complainant=complainant, respondent=respondent, deal=deal)


def person(
    name: str,
    phone: str,
    address: str,
    *,
    born: str = "",
    serial: int = 0,
    traits: tuple[str, ...] = (),
    agent: str = "",
    agent_phone: str = "",
) -> Complainant:
    """A complainant; with `born` (yyyymmdd) also an identity number of the practice area 999999."""
    body = f"999999{born}{serial:03d}"
    return Complainant(
        name=name,
        phone=phone,
        address=f"{TOWN}{address}",
        id_type="resident_id" if born else "",
        id_no=body + resident_id_check_character(body) if born else "",
        traits=traits,
        publish_consent=True,
        delegation_consent=True,
        agent_name=agent,
        agent_phone=agent_phone,
    )


def shop(name: str, phone: str, address: str, contact: str, legal_rep: str = "") -> Respondent:
    """A respondent."""
    return Respondent(
        name=name, contact=contact, phone=phone, address=f"{TOWN}{address}", legal_rep=legal_rep
    )
