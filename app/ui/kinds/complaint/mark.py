"""A complaint in lists."""

from __future__ import annotations

from app.ui.matter.mark import KindMark

MARK = KindMark(
    kind="complaint",
    icon="scales",
    parties=("投诉人", "被投诉人"),
    phase_roles={
        "registered": "info",
        "accepted": "info",
        "agreed": "warning",
        "breached": "danger",
        "performed": "success",
        "closed": "success",
    },
)
