"""Drafts of registrations in words, for whoever offers them again."""

from __future__ import annotations

from app.services.drafts import Draft

DRAFT_FORM = "intake"


def draft_title(draft: Draft) -> str:
    """Who complains about whom, as far as it is known."""
    person = draft.fields.get("complainant.name", "").strip() or "未填投诉人"
    shop = draft.fields.get("respondent.name", "").strip() or "未填被投诉人"
    return f"{person} → {shop}"
