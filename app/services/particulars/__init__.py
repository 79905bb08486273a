"""A case in a few named lines, for whoever reads it without a window: one module for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.matter.checks import RELATIONS
from app.domain.matter.state import Matter
from app.services.labels import label
from app.services.particulars import complaint, consultation, dispute, petition, report
from app.services.particulars.lines import Lines, joined

OWN: Mapping[str, Callable[[Any], Lines]] = {
    "complaint": complaint.lines,
    "report": report.lines,
    "consultation": consultation.lines,
    "dispute": dispute.lines,
    "petition": petition.lines,
}
"""What each kind tells, by its name."""


def of(case: Matter) -> Lines:
    """Name and value of what is known of a case, in the order of its form; values that are "" are kept."""
    origin, alert = case.origin, case.alert()
    return [
        ("登记编号", origin.external_no if origin else ""),
        ("来源", label("channels", origin.channel) if origin else ""),
        ("收到日期", str(origin.received_on) if origin else ""),
        ("警示", joined("，", *alert.words, alert.note) if alert else ""),
        ("现由", case.holder),
        ("关联", joined("，", *(f"{RELATIONS[link.relation]} {link.number}" for link in case.links))),
        *OWN[case.kind](case),
    ]
