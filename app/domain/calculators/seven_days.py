"""Return without reason within seven days, and refund within seven days (消费者权益保护法第25条)."""

from __future__ import annotations

from datetime import date

import msgspec

from app.domain.calculators.outcome import Outcome, day_figure, unverified
from app.domain.calculators.periods import after_days, check_days, due_day, roll_doubts
from app.domain.calculators.rule_data import Rules
from app.domain.calendar import Calendar
from app.domain.clocks import Deadline
from app.domain.errors import InvalidFields
from app.domain.rules import Roll


class Exclusion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Goods that cannot be returned without a reason. `confirmed`: only when confirmed at the purchase."""

    id: str
    label: str
    confirmed: bool = False


class SevenDaysRules(Rules, frozen=True):
    """Both periods in days, how they end on a rest day, and the goods excepted."""

    return_days: int
    refund_days: int
    roll: Roll
    exclusions: tuple[Exclusion, ...] = msgspec.field(name="exclusion")


class SevenDaysCase(msgspec.Struct, frozen=True, kw_only=True):
    """`returned_on`: the business got the goods back. `promised_days`: a longer time the business promised.

    `remote`: bought by internet, television, telephone or mail; in a shop only a promise gives the right.
    """

    received_on: date
    remote: bool = True
    exclusion: str = ""
    confirmed: bool = False
    intact: bool = True
    asked_on: date | None = None
    returned_on: date | None = None
    promised_days: int | None = None


def seven_days(case: SevenDaysCase, rules: SevenDaysRules, calendar: Calendar) -> Outcome:
    """Last day of the return, whether it may be asked for, last day of the refund. Raises InvalidFields."""
    _check(case)
    why_not = _why_not(case, rules)
    if why_not:
        return _outcome(case, rules, f"不适用无理由退货：{why_not}", (f"{why_not}。",))
    length = max(rules.return_days, case.promised_days or 0) if case.remote else case.promised_days or 0
    source = rules.cite("consumer25")[0]
    period = after_days(case.received_on, length, "无理由退货", "收到商品之日", source, calendar, rules.roll)
    last = due_day(period)
    steps = [f"无理由退货 {length} 日：{period.explanation}"]
    if case.remote and (case.promised_days or 0) > rules.return_days:
        steps.append(f"经营者承诺 {case.promised_days} 日，比法定 {rules.return_days} 日更有利，按承诺计算。")
    figures = [day_figure("return_by", "退货要求最晚提出", last)]
    headline = f"最晚 {last} 提出退货"
    if case.asked_on is not None:
        in_time = case.asked_on <= last
        headline = f"{case.asked_on} 提出退货，{'在期限内' if in_time else '已过期限'}（截止 {last}）"
        steps.append(f"{case.asked_on} 提出退货，{'没有超过' if in_time else '晚于'} {last}。")
        if not in_time:
            steps.append("过了期限不能无理由退货；有质量问题的，仍可以依第24条要求退货、更换、修理。")
    if not case.intact:
        steps.append("商品已不完好：退货的商品应当完好，经营者可以拒绝；为查验而拆封不算不完好。")
        headline += "；但商品应当完好"
    doubts = list(roll_doubts(period))
    if case.returned_on is not None:
        refund = _refund(case.returned_on, rules, calendar)
        figures.append(day_figure("refund_by", "退款最晚到账", due_day(refund)))
        steps.append(f"返还价款 {rules.refund_days} 日：{refund.explanation}")
        doubts += roll_doubts(refund)
    made = _outcome(case, rules, headline, tuple(steps))
    return msgspec.structs.replace(
        made, figures=tuple(figures), uncertain=(*dict.fromkeys(doubts), *made.uncertain)
    )


def _check(case: SevenDaysCase) -> None:
    check_days({"收到商品日": case.received_on, "提出退货日": case.asked_on, "退回收到日": case.returned_on})
    wrong = {}
    for name, words, day in (
        ("asked_on", "提出退货日", case.asked_on),
        ("returned_on", "经营者收到退货日", case.returned_on),
    ):
        if day is not None and day < case.received_on:
            wrong[name] = f"{words} {day} 早于收到商品日 {case.received_on}，请核对。"
    if case.promised_days is not None and not 1 <= case.promised_days <= 365:
        wrong["promised_days"] = "承诺的天数应在 1 至 365 之间。"
    if wrong:
        raise InvalidFields(wrong)


def _why_not(case: SevenDaysCase, rules: SevenDaysRules) -> str:
    """Why there is no such right; "" when there is."""
    if not case.remote:
        return "" if case.promised_days else "到店购买，经营者也没有承诺无理由退货"
    found = next((one for one in rules.exclusions if one.id == case.exclusion), None)
    if case.exclusion and found is None:
        raise InvalidFields({"exclusion": f"没有“{case.exclusion}”这一类商品，请从列出的商品中选择。"})
    if found is None or (found.confirmed and not case.confirmed):
        return ""
    return f"商品属于“{found.label}”" + ("，并经消费者购买时确认" if found.confirmed else "")


def _refund(returned_on: date, rules: SevenDaysRules, calendar: Calendar) -> Deadline:
    source = rules.cite("consumer25")[0]
    return after_days(
        returned_on, rules.refund_days, "返还价款", "收到退回商品之日", source, calendar, rules.roll
    )


def _outcome(case: SevenDaysCase, rules: SevenDaysRules, headline: str, steps: tuple[str, ...]) -> Outcome:
    cited = ["consumer25", "rules19", "network", "civil203"]
    basis = rules.cite(*(cited if case.remote else ["promise", "civil203"]))
    doubts = ["退回商品的运费由消费者承担，另有约定的从约定。"] if case.remote else []
    if case.exclusion and not case.confirmed and case.remote:
        doubts.append("根据商品性质不宜退货的，要经消费者购买时逐次确认，默认勾选不算。")
    return Outcome(
        calculator="seven-days",
        title="七日无理由退货",
        headline=headline,
        steps=steps,
        basis=basis,
        uncertain=(*doubts, *unverified(basis)),
    )
