"""A petition in lists."""

from __future__ import annotations

from app.ui.matter.mark import KindMark

MARK = KindMark(
    kind="petition",
    icon="list",
    parties=("信访人", "被反映方"),
    phase_roles={
        "registered": "warning",
        "accepted": "info",
        "agreed": "info",
        "performed": "success",
        "breached": "danger",
        "opined": "warning",
        "answered": "success",
        "reviewing": "info",
        "rechecking": "info",
    },
)
