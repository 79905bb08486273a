"""Words for what stands in a case because two offices wrote to it."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.sync.events import ConflictResolved
from app.services.history.words import describe, joined


@describe.register
def _(event: ConflictResolved, kind: Kind[Any]) -> tuple[str, str]:
    return "双方修改已选定", joined(
        f"保留 {len(event.kept)} 项，不采用 {len(event.dropped)} 项", event.reason
    )
