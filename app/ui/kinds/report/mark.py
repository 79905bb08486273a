"""A report in lists."""

from __future__ import annotations

from app.ui.matter.mark import KindMark

MARK = KindMark(
    kind="report",
    icon="search",
    parties=("举报人", "被举报人"),
    phase_roles={
        "registered": "info",
        "opened": "warning",
        "concluded": "success",
        "closed": "success",
    },
)
