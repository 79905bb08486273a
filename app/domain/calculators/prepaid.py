"""Refund of a prepayment after 法释〔2025〕4号, articles 14 to 22: stored value, lessons, terms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from app.domain.calculators.interest import Accrued, InterestCase, InterestRules, RateKind, accrue
from app.domain.calculators.outcome import Outcome, amount_figure, day_figure, to_cents, yuan
from app.domain.calculators.periods import after_days, check_days, due_day, roll_doubts
from app.domain.calculators.rule_data import Rules
from app.domain.calendar import Calendar
from app.domain.clocks import Deadline
from app.domain.errors import InvalidFields
from app.domain.rules import Roll

Mode = Literal["balance", "times", "term"]
Cause = Literal["operator", "consumer"]
MODES: dict[Mode, str] = {"balance": "储值卡", "times": "次卡、课时", "term": "期限卡（不限次数）"}
CAUSES: dict[Cause, str] = {"operator": "非因消费者原因", "consumer": "因消费者原因"}


class PrepaidRules(Rules, frozen=True):
    """Days of article 14, how they end, and from when the interpretation holds."""

    effective_from: date
    refund_days: int
    roll: Roll


class PrepaidCase(msgspec.Struct, frozen=True, kw_only=True):
    """What the two sides agree on. Amounts in cents; which parts are needed follows `mode`.

    balance: `gift` was added to the card, `used` was taken off it (at the discount price), `list_used` is
    the same at the price before discount. times: `total_times` were bought, `gift_times` added,
    `used_times` taken, `list_each` is one at the price before discount. term: both ends of the term are
    days of service, so is `dissolved_on` and `stopped_on`, the last day the business was open.
    `agreed_used`: the price of what was delivered as agreed, if that is better for the consumer.
    """

    mode: Mode
    paid: int
    cause: Cause
    gift: int = 0
    used: int = 0
    list_used: int | None = None
    total_times: int | None = None
    gift_times: int = 0
    used_times: int = 0
    list_each: int | None = None
    term_start: date | None = None
    term_end: date | None = None
    stopped_on: date | None = None
    agreed_used: int | None = None
    paid_on: date | None = None
    asked_on: date | None = None
    had_before: bool = False
    goods_given: bool = False
    dissolved_on: date | None = None
    interest_until: date | None = None
    rate_agreed: bool = False
    rate: Decimal | None = None


class _Sum:
    """The calculation as it is written down."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.cited: list[str] = []
        self.doubts: list[str] = []

    def step(self, sentence: str, *cited: str) -> None:
        self.steps.append(sentence)
        self.cited += cited


def refund(
    case: PrepaidCase, rules: PrepaidRules, interest_rules: InterestRules, calendar: Calendar
) -> Outcome:
    """What is to be paid back, with interest when its days are given. Raises InvalidFields, UserError."""
    _check(case)
    found = _Sum()
    cooling = _cooling_off(case, rules, calendar, found)
    if case.mode == "term":
        amount = case.paid if cooling else _term(case, found)
    else:
        amount = _after_delivery(case, found)
    figures = [amount_figure("refund", "应退还预付款", amount)]
    headline = f"应退还预付款 {yuan(amount)}"
    accrued = _interest(case, amount, interest_rules)
    if accrued is not None:
        found.steps += accrued.steps
        figures.append(amount_figure("interest", "利息", accrued.amount))
        figures.append(amount_figure("total", "合计", amount + accrued.amount))
        headline += f"，利息 {yuan(accrued.amount)}"
        found.cited += ["art16", "art17"]
    if case.paid_on is not None and case.asked_on is not None:
        last = due_day(_cooling_period(case.paid_on, rules, calendar))
        figures.append(day_figure("cooling_off", "七日内退款截止", last))
    _remarks(case, rules, cooling, accrued is not None, found)
    accrued_basis = accrued.basis if accrued is not None else ()
    return Outcome(
        calculator="prepaid",
        title="预付款退款",
        headline=headline,
        figures=tuple(figures),
        steps=tuple(found.steps),
        basis=(*rules.cite(*sorted(found.cited)), *accrued_basis),
        uncertain=(*found.doubts, *(accrued.uncertain if accrued is not None else ())),
    )


def _check(case: PrepaidCase) -> None:
    check_days(
        {
            "付款日": case.paid_on,
            "提出退款日": case.asked_on,
            "合同解除日": case.dissolved_on,
            "计息止日": case.interest_until,
            "开始日": case.term_start,
            "到期日": case.term_end,
            "停止服务日": case.stopped_on,
        }
    )
    wrong: dict[str, str] = {}
    if case.paid <= 0:
        wrong["paid"] = "实付金额应大于 0，请填写。"
    if case.asked_on is not None and case.paid_on is not None and case.asked_on < case.paid_on:
        wrong["asked_on"] = f"提出退款日 {case.asked_on} 早于付款日 {case.paid_on}，请核对。"
    if case.interest_until is not None and case.dissolved_on is None:
        wrong["dissolved_on"] = "计算利息要填写合同解除日（第17条自解除时起算）。"
    check = {"balance": _check_balance, "times": _check_times, "term": _check_term}[case.mode]
    wrong |= check(case)
    if wrong:
        raise InvalidFields(wrong)


def _check_balance(case: PrepaidCase) -> dict[str, str]:
    if case.used > case.paid + case.gift:
        return {"used": f"已消费金额超过卡内总额 {yuan(case.paid + case.gift)}，请核对。"}
    if case.list_used is not None and case.list_used < case.used:
        return {"list_used": "打折前价格低于已消费金额，请核对。"}
    return {}


def _check_times(case: PrepaidCase) -> dict[str, str]:
    if case.total_times is None or case.total_times <= 0:
        return {"total_times": "请填写购买的次数。"}
    if case.used_times > case.total_times + case.gift_times:
        return {"used_times": f"已用次数超过总次数 {case.total_times + case.gift_times}，请核对。"}
    if case.list_each is not None and (case.list_each + 1) * case.total_times <= case.paid:
        return {"list_each": "打折前的单次价格低于实付的单次价格，请核对。"}
    return {}


def _check_term(case: PrepaidCase) -> dict[str, str]:
    wrong = {}
    if case.term_start is None:
        wrong["term_start"] = "请填写履行期限的第一天。"
    if case.term_end is None:
        wrong["term_end"] = "请填写履行期限的最后一天。"
    if case.dissolved_on is None:
        wrong["dissolved_on"] = "请填写合同解除的日期。"
    if case.term_start is not None and case.term_end is not None and case.term_end < case.term_start:
        wrong["term_end"] = f"最后一天 {case.term_end} 早于第一天 {case.term_start}，请核对。"
    return wrong


def _cooling_period(paid_on: date, rules: PrepaidRules, calendar: Calendar) -> Deadline:
    source = rules.cite("art14")[0]
    return after_days(paid_on, rules.refund_days, "七日退款", "付款之日", source, calendar, rules.roll)


def _cooling_off(case: PrepaidCase, rules: PrepaidRules, calendar: Calendar, found: _Sum) -> bool:
    """Whether article 14 gives the money back without a reason."""
    if case.paid_on is None or case.asked_on is None:
        return False
    period = _cooling_period(case.paid_on, rules, calendar)
    last = due_day(period)
    if case.asked_on > last:
        found.step(
            f"{case.paid_on} 付款，{case.asked_on} 提出退款，已过七日（截止 {last}），不适用第14条。", "art14"
        )
        return False
    found.cited += ["art14", "civil203"]
    if case.asked_on > (period.remind_on or last) or period.provisional:
        found.doubts += roll_doubts(period)
    if case.had_before:
        found.step("虽在七日内提出，但订立合同时已经获得过相同商品或者服务，不适用第14条。")
        return False
    found.step(
        f"{case.paid_on} 付款，{case.asked_on} 提出退款，在七日内（截止 {last}），可以无理由请求返还本金。"
    )
    if case.used or case.used_times or case.mode == "term":
        taken = (
            "七日内如已接受服务，是否扣减第14条没有写明，这里按全额计算。"
            if case.mode == "term"
            else "七日内已经消费的部分是否扣减，第14条没有写明，这里照第15条扣减。"
        )
        found.doubts.append(taken)
    return True


def _after_delivery(case: PrepaidCase, found: _Sum) -> int:
    """Paid less the price of what was delivered, never below nothing (articles 15, 18 to 20)."""
    lower = _discounted_balance(case) if case.mode == "balance" else _discounted_times(case)
    delivered, words = lower
    if case.cause == "operator":
        found.step(words, "art18")
    else:
        delivered, words = _full_balance(case) if case.mode == "balance" else _full_times(case, found)
        found.step(words, "art19")
        if case.list_used is None and case.mode == "balance" and case.used:
            found.doubts.append("没有填写打折前价格，按已消费金额计算；有折扣的请查打折前的交易记录。")
    if case.agreed_used is not None and case.agreed_used < delivered:
        delivered = Fraction(case.agreed_used)
        found.step(
            f"双方约定的折价 {yuan(case.agreed_used)} 对消费者更有利，按约定计算已兑付价款。",
            "art18" if case.cause == "operator" else "art19",
        )
    price = to_cents(delivered)
    if price > case.paid:
        found.step(
            f"已兑付价款 {yuan(price)} 超出预付款 {yuan(price - case.paid)}，退款按 0 元；"
            "经营者请求消费者支付超出部分的，不予支持（第20条）。",
            "art15",
            "art20",
        )
        return 0
    found.step(
        f"应退 = 预付款 {yuan(case.paid)} − 已兑付价款 {yuan(price)} = {yuan(case.paid - price)}。", "art15"
    )
    return case.paid - price


def _discounted_balance(case: PrepaidCase) -> tuple[Fraction, str]:
    if not case.gift:
        return Fraction(case.used), f"{CAUSES['operator']}退款，按折扣价计算已兑付价款：{yuan(case.used)}。"
    ratio = Fraction(case.paid, case.paid + case.gift)
    delivered = case.used * ratio
    return delivered, (
        f"{CAUSES['operator']}退款，优惠比例 = 实付 {yuan(case.paid)} ÷（实付 + 赠送 {yuan(case.gift)}）"
        f"= {_ratio(ratio)}；已兑付价款 = {yuan(case.used)} × {_ratio(ratio)} = {yuan(to_cents(delivered))}"
        "（四舍五入到分）。"
    )


def _full_balance(case: PrepaidCase) -> tuple[Fraction, str]:
    price = case.used if case.list_used is None else case.list_used
    return Fraction(price), f"{CAUSES['consumer']}退款，按打折前价格计算已兑付价款：{yuan(price)}。"


def _discounted_times(case: PrepaidCase) -> tuple[Fraction, str]:
    assert case.total_times is not None
    every = case.total_times + case.gift_times
    delivered = Fraction(case.paid * case.used_times, every)
    given = f"（含赠送 {case.gift_times} 次）" if case.gift_times else ""
    return delivered, (
        f"{CAUSES['operator']}退款，已兑付价款 = 实付 {yuan(case.paid)} ÷ {every} 次{given}"
        f" × 已用 {case.used_times} 次 = {yuan(to_cents(delivered))}（四舍五入到分）。"
    )


def _full_times(case: PrepaidCase, found: _Sum) -> tuple[Fraction, str]:
    assert case.total_times is not None
    if case.list_each is not None:
        delivered, each = Fraction(case.list_each * case.used_times), yuan(case.list_each)
    else:
        delivered = Fraction(case.paid * case.used_times, case.total_times)
        each = f"实付 {yuan(case.paid)} ÷ 购买 {case.total_times} 次"
        found.doubts.append("没有填写打折前的单次价格，按实付除以购买次数计算；有折扣的请查打折前的价格。")
    return delivered, (
        f"{CAUSES['consumer']}退款，按打折前价格：{each} × 已用 {case.used_times} 次"
        f" = {yuan(to_cents(delivered))}。"
    )


def _term(case: PrepaidCase, found: _Sum) -> int:
    """Article 22: what is left of the term over the whole term, from the day service stopped if earlier."""
    assert case.term_start is not None
    assert case.term_end is not None
    assert case.dissolved_on is not None
    total = (case.term_end - case.term_start).days + 1
    found.step(f"全部履行期限 {case.term_start} 至 {case.term_end}，首尾都算，共 {total} 日。", "art22")
    last, name = case.dissolved_on, "合同解除日"
    if case.stopped_on is not None and case.stopped_on < case.dissolved_on:
        last, name = case.stopped_on, "停止服务前最后一天"
        found.step(f"经营者在合同解除前已经停止服务，从 {last}（{name}）以后计算剩余期限。")
    left = min(total, max(0, (case.term_end - last).days))
    if not left:
        found.step(f"到 {last}（{name}）履行期限已经届满，没有剩余期限，应退 0 元。")
        found.doubts.append(
            "消费者因自身原因未在期限内要求服务的不退；经营者未能正常提供服务的期间请另行核对。"
        )
        return 0
    amount = to_cents(Fraction(case.paid * left, total))
    found.step(
        f"剩余履行期限 {left} 日；应退 = {yuan(case.paid)} × {left} ÷ {total} = {yuan(amount)}"
        "（四舍五入到分）。"
    )
    return amount


def _interest(case: PrepaidCase, amount: int, rules: InterestRules) -> Accrued | None:
    if case.interest_until is None or case.dissolved_on is None:
        return None
    by_cause: RateKind = "lpr" if case.cause == "operator" else "deposit"
    kind: RateKind = "agreed" if case.rate_agreed else by_cause
    try:
        return accrue(
            InterestCase(
                principal=amount,
                start=case.dissolved_on,
                end=case.interest_until,
                kind=kind,
                rate=case.rate,
                contract_on=case.paid_on,
            ),
            rules,
        )
    except InvalidFields as wrong:
        names = {"end": "interest_until", "contract_on": "paid_on"}
        raise InvalidFields({names.get(name, name): text for name, text in wrong.problems.items()}) from wrong


def _remarks(case: PrepaidCase, rules: PrepaidRules, cooling: bool, accrued: bool, found: _Sum) -> None:
    """What the figures do not say."""
    if not cooling:
        found.doubts.append("以合同已经解除、无效、被撤销或者双方同意退款为前提；能否解除见第13条。")
    if case.goods_given:
        found.cited.append("art21")
        found.doubts.append(
            "另外赠送的商品或者服务要不要退还、折价，由双方协商或裁判按第21条酌定，这里没有计算。"
        )
    if case.mode == "balance" and case.gift and case.list_used not in (None, case.used):
        found.doubts.append("既有折扣又有赠送：折扣价再乘优惠比例是对第18条两项的理解，请与双方确认。")
    if case.mode == "times" and case.gift_times:
        found.doubts.append(
            "赠送的次数按第18条的赠送消费金额处理；也可能被看作第21条的赠送服务，请与双方确认。"
        )
    if case.cause == "consumer" and case.mode == "term":
        found.doubts.append("第22条没有区分退款原因；双方对因消费者原因退款另有约定的，请核对约定是否有效。")
    if accrued and case.paid_on is not None:
        found.doubts.append("利率按付款日查表，合同成立日与付款日不同的，请填写合同成立日的利率。")
    if case.paid_on is not None and case.paid_on < rules.effective_from:
        found.doubts.append(f"付款早于 {rules.effective_from} 该解释施行，能否适用请核对。")
    found.doubts.append(
        "消费者必须支付的合理费用可以另行请求（第15条第2款）；经营者不得扣除员工提成（第15条第3款）。"
    )


def _ratio(ratio: Fraction) -> str:
    return f"{ratio.numerator}/{ratio.denominator}"
