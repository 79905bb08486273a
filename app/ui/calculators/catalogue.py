"""Which calculators there are, and which of them make sense for a case."""

from __future__ import annotations

from app.ui.calculators.amounts import CompensationForm, InterestForm, PrepaidForm
from app.ui.calculators.form import CalculatorForm
from app.ui.calculators.periods import CarWarrantyForm, DeadlineForm, SevenDaysForm, WarrantyForm

CALCULATORS: tuple[tuple[str, type[CalculatorForm]], ...] = (
    ("deadline", DeadlineForm),
    ("prepaid", PrepaidForm),
    ("compensation", CompensationForm),
    ("seven-days", SevenDaysForm),
    ("warranty", WarrantyForm),
    ("car-warranty", CarWarrantyForm),
    ("interest", InterestForm),
)
"""Id and form, in the order of the list; the ids are those of the command line."""

OF_A_CASE = tuple((name, form) for name, form in CALCULATORS if name != "deadline")
"""The periods of a case are computed anyway."""
