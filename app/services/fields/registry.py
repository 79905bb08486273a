"""Which function gives a kind's papers their values. A kind without papers needs none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.services.fields import complaint, dispute, petition, report
from app.services.fields.shared import Fields, PaperWanted

BUILDERS: Mapping[str, Callable[[PaperWanted[Any]], Fields]] = {
    "complaint": complaint.all_fields,
    "dispute": dispute.all_fields,
    "petition": petition.all_fields,
    "report": report.all_fields,
}
"""By kind."""


def fields_of(wanted: PaperWanted[Any]) -> Fields:
    """Every field the paper may name. KeyError for a kind that makes no papers."""
    return BUILDERS[wanted.case.kind](wanted)
