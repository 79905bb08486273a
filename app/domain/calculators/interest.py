"""Interest on an amount: 约定, else 一年期 LPR or 一年定期存款基准利率, simple, by days."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from app.domain.calculators.outcome import Outcome, amount_figure, to_cents, unverified, yuan
from app.domain.calculators.periods import check_days
from app.domain.calculators.rule_data import Rules, Source
from app.domain.errors import InvalidFields, UserError
from app.domain.typed_text import compact

RateKind = Literal["agreed", "lpr", "deposit"]
RATE_KINDS: dict[RateKind, str] = {
    "agreed": "约定的利率",
    "lpr": "一年期贷款市场报价利率（LPR）",
    "deposit": "一年定期存款基准利率",
}
_HIGHEST = Decimal(100)


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A yearly rate in per cent, in force from `since` until the next one."""

    since: date
    percent: str


class InterestRules(Rules, frozen=True):
    """`year_days` and every rate of the tables are data; `rates_until`: no rate is known after that day."""

    year_days: int
    rates_until: date
    lpr: tuple[Rate, ...]
    deposit: tuple[Rate, ...]

    def rate_on(self, kind: RateKind, day: date) -> Decimal | None:
        """The rate of the table in force on `day`; None when the table says nothing about it."""
        table = {"lpr": self.lpr, "deposit": self.deposit, "agreed": ()}[kind]
        known = [rate for rate in table if rate.since <= day]
        if day > self.rates_until or not known:
            return None
        return Decimal(max(known, key=lambda rate: rate.since).percent)


class Accrued(msgspec.Struct, frozen=True):
    """Interest in cents, with its steps, sources and doubts, to be part of a greater sum."""

    amount: int
    steps: tuple[str, ...]
    basis: tuple[Source, ...]
    uncertain: tuple[str, ...]


class InterestCase(msgspec.Struct, frozen=True, kw_only=True):
    """`principal` in cents; interest runs from the day after `start` up to and including `end`.

    `rate` is per cent a year; without it the table is asked for `contract_on`, the day of the contract.
    """

    principal: int
    start: date
    end: date
    kind: RateKind
    rate: Decimal | None = None
    contract_on: date | None = None


def parse_percent(text: str) -> Decimal:
    """Per cent a year from typed text: 3.1, 3.10%, ３．１％. Raises UserError with the reason."""
    bare = compact(text).removesuffix("%")
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,6})?", bare) or Decimal(bare) > _HIGHEST:
        raise UserError(f"年利率“{text.strip()[:20]}”看不懂，请填写百分数，例如 3.1。")
    return Decimal(bare)


def accrue(case: InterestCase, rules: InterestRules) -> Accrued:
    """principal × rate × days ÷ days of a year. Raises InvalidFields for what does not go together."""
    check_days({"起算日": case.start, "止算日": case.end, "合同成立日": case.contract_on})
    if case.end < case.start:
        raise InvalidFields({"end": f"止算日 {case.end} 早于起算日 {case.start}，请核对。"})
    rate, said, doubts = _rate(case, rules)
    days = (case.end - case.start).days
    exact = Fraction(case.principal) * Fraction(rate) / 100 * days / rules.year_days
    cents = to_cents(exact)
    steps = (
        said,
        f"计息天数：{case.start} 次日至 {case.end}，共 {days} 日。",
        f"利息 = {yuan(case.principal)} × {_percent(rate)} × {days} ÷ {rules.year_days} = {yuan(cents)}"
        "（四舍五入到分）。",
    )
    basis = rules.cite("year_basis")
    return Accrued(cents, steps, basis, (*doubts, *unverified(basis)))


def interest(case: InterestCase, rules: InterestRules) -> Outcome:
    """Interest alone. Raises InvalidFields."""
    if case.principal <= 0:
        raise InvalidFields({"principal": "本金应大于 0，请填写。"})
    found = accrue(case, rules)
    basis = (*rules.cite("art16", "art17", "consumer53"), *found.basis)
    return Outcome(
        calculator="interest",
        title="利息",
        headline=f"利息 {yuan(found.amount)}，本息合计 {yuan(case.principal + found.amount)}",
        figures=(
            amount_figure("interest", "利息", found.amount),
            amount_figure("total", "本息合计", case.principal + found.amount),
        ),
        steps=found.steps,
        basis=basis,
        uncertain=(
            *found.uncertain,
            "按单利计算，不算复利；起算日当天不计息、止算日计息，有约定或裁判另定的从其规定。",
        ),
    )


def _rate(case: InterestCase, rules: InterestRules) -> tuple[Decimal, str, tuple[str, ...]]:
    name = RATE_KINDS[case.kind]
    if case.rate is not None:
        return case.rate, f"利率：{name}，年 {_percent(case.rate)}（人工填写）。", ()
    if case.kind == "agreed":
        raise InvalidFields({"rate": "按约定计息，请填写约定的年利率。"})
    if case.contract_on is None:
        raise InvalidFields({"contract_on": "请填写合同成立日，或者直接填写年利率。"})
    rate = rules.rate_on(case.kind, case.contract_on)
    if rate is None:
        raise InvalidFields(
            {"rate": f"程序里没有 {case.contract_on} 的{name}，请查中国人民银行公布的数，填写年利率。"}
        )
    doubt = f"{name} {_percent(rate)} 取自程序自带的表，没有核对过原公告，请查对后使用。"
    return rate, f"利率：合同成立日 {case.contract_on} 的{name}，年 {_percent(rate)}。", (doubt,)


def _percent(rate: Decimal) -> str:
    return f"{rate.normalize():f}%"
