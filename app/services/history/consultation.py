"""Words for a consultation's own acts."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.kinds.consultation import events as e
from app.services.history.words import describe, joined
from app.services.labels import label


@describe.register
def _(event: e.ConsultationRegistered, kind: Kind[Any]) -> tuple[str, str]:
    channel = label("channels", event.origin.channel)
    return "登记咨询并答复", joined(
        event.number,
        f"{event.answer.answered_on}",
        channel,
        label("notice_methods", event.answer.method),
        f"答复人 {event.answer.by}",
    )


@describe.register
def _(event: e.ConsultationAmended, kind: Kind[Any]) -> tuple[str, str]:
    parts = {"asker": "咨询人", "answer": "问题与答复", "origin": "来源"}
    changed = "、".join(name for field, name in parts.items() if getattr(event, field) is not None)
    return "更正登记", joined(changed, event.reason)
