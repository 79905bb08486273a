"""Drafts of registrations in words, for whoever offers them again."""

from __future__ import annotations

from app.services.drafts import Draft
from app.ui.kinds.registry import INTAKES

DRAFT_FORM = "intake"
KIND = "kind"
"""The field of a draft that says which form it was typed in; the oldest drafts have none."""


def draft_title(draft: Draft) -> str:
    """What it is and who it is about, as far as it is known."""
    entry = next((one for one in INTAKES if one.id == draft.fields.get(KIND)), INTAKES[0])
    parts = [draft.fields.get(path, "").strip() or missing for path, missing in entry.title]
    words = " → ".join(part if len(part) <= _LONGEST else f"{part[:_LONGEST]}……" for part in parts)
    return words if entry is INTAKES[0] else f"{entry.label} {words}"


_LONGEST = 20
