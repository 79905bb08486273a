"""办理身份 as a front end needs it: what an office may be, what each means, and which matters it takes."""

from __future__ import annotations

from app.domain.identities import Identity
from app.services import kinds, rulebook
from app.services.office import OpenOffice


def offered() -> tuple[Identity, ...]:
    """Every 办理身份 an office can have, in order."""
    return tuple(rulebook.identities().known.values())


def labels() -> dict[str, str]:
    """Codes with their names."""
    return rulebook.identities().labels()


def label(code: str) -> str:
    """The name of a 办理身份; a code that is not known is shown as it is."""
    return labels().get(code, code)


def kinds_taken(office: OpenOffice) -> tuple[str, ...]:
    """The kinds of matter this office registers under its own 办理身份, in the order they are offered."""
    acting = rulebook.identities()
    return tuple(name for name in kinds.KINDS if acting.takes(office.office.identity, name))


def why_not_registered(office: OpenOffice, intake: str) -> str:
    """Why a form of the page 登记 is closed to this office under its 办理身份, "" when it is open.

    A dispute is always the people's mediation committee's, whoever keeps the office.
    """
    wanted = ("complaint", "report") if intake == "complaint_and_report" else (intake,)
    taken = (*kinds_taken(office), "dispute")
    if all(kind in taken for kind in wanted):
        return ""
    return f"办理身份“{label(office.office.identity)}”不登记这一类事项，请告知当事人有权办理的单位。"
