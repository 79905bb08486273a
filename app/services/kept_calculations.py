"""Calculations kept in a case: from the calculator's answer to the event, and what a case says beforehand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from app.domain.calculators.outcome import Outcome
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.events import CalculationKept
from app.domain.matter.facts import CalculationInput
from app.domain.matter.state import Matter
from app.domain.money import format_yuan


def kept(outcome: Outcome, given: Iterable[tuple[str, str]], on: dt.date, by: str) -> CalculationKept:
    """The event that keeps this answer. `given`: name and text of each thing it was computed from.

    The first amount among the figures is what can be asked for.
    """
    figures = [
        f"{one.label}：{one.shown}{f'（{one.capital}）' if one.capital else ''}" for one in outcome.figures
    ]
    return CalculationKept(
        calculator=outcome.calculator,
        title=outcome.title,
        inputs=tuple(CalculationInput(name=name, text=text) for name, text in given),
        result=outcome.headline,
        lines=(*figures, *outcome.steps),
        basis=tuple(f"{source.article}：{source.text}" for source in outcome.basis),
        doubts=outcome.uncertain,
        amount=next((one.amount for one in outcome.figures if one.amount is not None), None),
        on=on,
        by=by,
    )


def offered_amounts(case: Matter) -> list[tuple[int, str]]:
    """Amounts calculated for the case with the words for them, the latest first, each amount once."""
    found: dict[int, str] = {}
    for one in reversed(case.calculations):
        if one.amount:
            found.setdefault(one.amount, f"{one.title} {format_yuan(one.amount)} 元（{one.on}）")
    return list(found.items())


def known_inputs(case: Matter, calculator: str) -> dict[str, Any]:
    """What the registration already says for this calculator, by the names of its fields.

    Amounts are cents. What nobody has registered is left out; a clerk checks all of it before computing.
    """
    amount, bought = _deal(case)
    asked = case.origin.received_on if case.origin is not None else None
    said: dict[str, dict[str, Any]] = {
        "prepaid": {"paid": amount, "paid_on": bought, "asked_on": asked},
        "compensation": {"price": amount},
        "seven-days": {"received_on": bought, "asked_on": asked},
        "warranty": {"delivered_on": bought},
        "car-warranty": {"invoice_on": bought, "price": amount, "asked_on": asked},
        "interest": {"principal": amount, "contract_on": bought},
    }
    return {name: value for name, value in said[calculator].items() if value is not None}


def _deal(case: Matter) -> tuple[int | None, dt.date | None]:
    """The sum in dispute and the day of the deal, None where it is not known."""
    if isinstance(case, Complaint):
        return case.deal.amount, case.deal.bought_on
    if isinstance(case, DisputeCase):
        return case.quarrel.amount, None
    return None, None
