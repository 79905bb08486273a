"""A dispute in lists."""

from __future__ import annotations

from app.ui.matter.mark import KindMark

MARK = KindMark(
    kind="dispute",
    short="纠纷",
    icon="users",
    parties=("申请人", "被申请人"),
    phase_roles={
        "registered": "info",
        "accepted": "info",
        "agreed": "warning",
        "breached": "danger",
        "performed": "success",
        "closed": "success",
    },
)
