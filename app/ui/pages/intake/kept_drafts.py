"""Drafts of registrations in words, for whoever offers them again."""

from __future__ import annotations

import datetime as dt

from app.services.drafts import Draft
from app.system.clock import SHANGHAI

DRAFT_FORM = "intake"


def draft_title(draft: Draft) -> str:
    """Who complains about whom, as far as it is known."""
    person = draft.fields.get("complainant.name", "").strip() or "未填投诉人"
    shop = draft.fields.get("respondent.name", "").strip() or "未填经营者"
    return f"{person} → {shop}"


def kept_at(draft: Draft) -> dt.datetime:
    """When it was last kept, in the time of the counter."""
    return dt.datetime.fromtimestamp(draft.saved_ms / 1000, SHANGHAI)
