"""What every calculator answers: figures, the sum as sentences, the law, and what is not certain.

Sums are exact (`Fraction`) until an amount of money comes out; that one is rounded to the cent, half up,
and the step says so.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from app.domain.calculators.rule_data import Source
from app.domain.money import capital, format_yuan

ADVICE = "仅供参考，以协商或裁判为准。"
"""Stands under every result: the program advises, people and courts decide."""


class Figure(msgspec.Struct, frozen=True):
    """One result: an amount in cents or a day. `capital` is the amount in 大写."""

    id: str
    label: str
    amount: int | None = None
    day: date | None = None
    capital: str = ""

    @property
    def shown(self) -> str:
        """3,500.00 元, or 2026-11-28."""
        return f"{format_yuan(self.amount)} 元" if self.amount is not None else f"{self.day}"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One calculation. The first figure, if there is any, is the answer; `headline` says it in words."""

    calculator: str
    title: str
    headline: str
    figures: tuple[Figure, ...] = ()
    steps: tuple[str, ...] = ()
    basis: tuple[Source, ...] = ()
    uncertain: tuple[str, ...] = ()
    advice: str = ADVICE

    def figure(self, name: str) -> Figure | None:
        """The figure of that id, None when this result has none."""
        return next((figure for figure in self.figures if figure.id == name), None)


def amount_figure(name: str, label: str, cents: int) -> Figure:
    """An amount with its 大写."""
    return Figure(name, label, amount=cents, capital=capital(cents))


def day_figure(name: str, label: str, day: date) -> Figure:
    """A day."""
    return Figure(name, label, day=day)


def to_cents(exact: Fraction) -> int:
    """An exact number of cents, not negative, rounded half up."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def yuan(cents: int) -> str:
    """1,200.00 元."""
    return f"{format_yuan(cents)} 元"


def unverified(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """A sentence for each source whose text nobody has compared with the original."""
    return tuple(
        f"{source.article}：{source.note or '没有核对过原文'}，使用前请查对。"
        for source in sources
        if not source.verified
    )


def as_text(outcome: Outcome) -> str:
    """The whole result as lines, to copy into a record or show in a terminal."""
    lines = [outcome.title, outcome.headline]
    lines += [
        f"{figure.label}：{figure.shown}{f'（{figure.capital}）' if figure.capital else ''}"
        for figure in outcome.figures
    ]
    if outcome.steps:
        lines.append("计算过程：")
        lines += [f"{number}. {step}" for number, step in enumerate(outcome.steps, 1)]
    lines.append("依据：")
    lines += [f"· {source.article}：{source.text}" for source in outcome.basis]
    if outcome.uncertain:
        lines.append("不确定的地方：")
        lines += [f"· {sentence}" for sentence in outcome.uncertain]
    return "\n".join([*lines, outcome.advice])
