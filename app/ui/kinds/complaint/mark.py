"""A complaint in lists."""

from __future__ import annotations

from app.domain.kinds.complaint.state import PHASES
from app.ui.matter.mark import KindMark

MARK = KindMark(
    kind="complaint",
    label="投诉",
    icon="scales",
    parties=("投诉人", "被投诉人"),
    party_words={"complainant": "投诉人", "respondent": "被投诉人", "source": "交办单位"},
    phases=PHASES,
    phase_roles={
        "registered": "info",
        "accepted": "info",
        "agreed": "warning",
        "breached": "danger",
        "performed": "success",
        "closed": "success",
    },
)
