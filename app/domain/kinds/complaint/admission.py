"""Whether an event may be written now: the one place where the procedure meets the facts.

The screen uses `actions.choices` to show only what is lawful; this module is asked again at the moment
of writing, so that window, command line and import cannot differ.
"""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.kinds.complaint import checks_closing, checks_inquiry, checks_intake, checks_mediation
from app.domain.kinds.complaint.actions import why_not
from app.domain.kinds.complaint.checking import Context, check
from app.domain.kinds.complaint.state import Complaint

RULES = (checks_intake, checks_inquiry, checks_mediation, checks_closing)
"""The modules whose field rules `check` dispatches to; importing them registers the rules."""

__all__ = ["Context", "admit"]


def admit(event: Event, case: Complaint, context: Context) -> None:
    """Raise `UserError` (or `InvalidFields`) when the event may not be written; return None when it may."""
    action = context.procedure.action_for_event(event.kind())
    if action is not None:
        reason = why_not(action, case)
        if reason:
            raise UserError(reason)
    check(event, case, context)
