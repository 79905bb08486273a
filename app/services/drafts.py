"""What was typed but not yet saved. A draft is not an event: it goes when it is saved or thrown away."""

from __future__ import annotations

import msgspec

from app.services.office import OpenOffice


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A kept form: which screen, for which case ("" for a new one), its fields, when typed (ms)."""

    form: str
    key: str
    fields: dict[str, str]
    saved_ms: int


def save(office: OpenOffice, form: str, key: str, fields: dict[str, str]) -> None:
    """Keep the fields as they stand, on disk when this returns."""
    content = msgspec.json.encode(fields).decode("utf-8")
    office.store.drafts.save(form, key, office.operator.id, content)


def load(office: OpenOffice, form: str, key: str) -> Draft | None:
    """The draft of this form, None when there is none."""
    kept = office.store.drafts.load(form, key)
    if kept is None:
        return None
    return Draft(form=form, key=key, fields=_fields(kept.content), saved_ms=kept.saved_ms)


def waiting(office: OpenOffice) -> list[Draft]:
    """Every draft, the latest first."""
    return [
        Draft(form=d.form, key=d.key, fields=_fields(d.content), saved_ms=d.saved_ms)
        for d in office.store.drafts.all()
    ]


def discard(office: OpenOffice, form: str, key: str) -> None:
    """Forget a draft, because it was saved as what it became or a person threw it away."""
    office.store.drafts.discard(form, key)


def _fields(content: str) -> dict[str, str]:
    return msgspec.json.decode(content, type=dict[str, str])
