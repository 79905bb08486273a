"""三包 of family cars (总局令第43号): periods, choices of articles 20 to 24, the fee of article 27."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from app.domain.calculators.outcome import Figure, Outcome, amount_figure, day_figure, to_cents, yuan
from app.domain.calculators.periods import after_months, check_days
from app.domain.calculators.rule_data import Rules
from app.domain.calendar import Calendar
from app.domain.clocks import deadline
from app.domain.errors import InvalidFields
from app.domain.rules import ClockRule

Fault = Literal["other", "assembly", "danger"]
FAULTS: dict[Fault, str] = {
    "other": "其他质量问题",
    "assembly": "发动机、变速器、动力蓄电池、驱动电机或其主要零部件要更换",
    "danger": "转向失效、制动失效、车身开裂、燃油泄漏或蓄电池起火",
}


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A period in months or days, and kilometres (0: no limit); what is reached first ends it."""

    months: int = 0
    days: int = 0
    km: int = 0

    def last_day(self, start: date) -> date:
        """The last day that counts."""
        return after_months(start, self.months) + timedelta(days=self.days)

    def holds(self, start: date, day: date, km: int) -> bool:
        """Whether both limits are kept; both ends included (以内 includes the number)."""
        return day <= self.last_day(start) and (not self.km or km <= self.km)


class CarRules(Rules, frozen=True):
    """Every number of chapter three. `fee_cap` is the highest factor n, in per cent."""

    effective_from: date
    warranty: Span
    repair: Span
    first_week: Span
    early: Span
    safety_repairs: int
    assembly_changes: int
    part_changes: int
    repair_days: int
    same_repairs: int
    loan_after: int
    fee_cap: str
    answer_workdays: int
    done_workdays: int


class CarCase(msgspec.Struct, frozen=True, kw_only=True):
    """`price` in cents; counts are those of article 24; `factor` is n in per cent as on the card."""

    invoice_on: date
    delivered_on: date | None = None
    fault_on: date
    km: int
    price: int | None = None
    fault: Fault = "other"
    safety_repairs: int = 0
    assembly_changes: int = 0
    part_changes: int = 0
    repair_days: int = 0
    same_repairs: int = 0
    single_repair: int = 0
    factor: Decimal | None = None
    asked_on: date | None = None


def car_warranty(case: CarCase, rules: CarRules, calendar: Calendar) -> Outcome:
    """Which remedy the numbers give, and what the consumer pays for use. Raises InvalidFields."""
    _check(case, rules)
    start = case.delivered_on or case.invoice_on
    steps = [_start(case, start)]
    cited = ["art18"]
    figures = [
        day_figure("warranty_until", "三包有效期至", rules.warranty.last_day(start)),
        day_figure("repair_until", "包修期至", rules.repair.last_day(start)),
    ]
    in_warranty = _span_step(rules.warranty, "三包有效期", start, case, steps)
    in_repair = _span_step(rules.repair, "包修期", start, case, steps)
    free = _free_exchange(case, rules, start, steps, cited)
    reasons = _article_24(case, rules) if in_warranty else []
    if reasons:
        steps += reasons
        cited.append("art24")
    part = _part_exchange(case, rules, start, steps, cited)
    if in_repair:
        cited.append("art19")
        steps.append("在包修期内出现质量问题，可以免费修理（工时费和材料费都免）。")
        _loan_car(case, rules, steps, cited)
    if free or reasons:
        figures = _exchange_figures(case, rules, charged=not free, calendar=calendar, steps=steps) + figures
        cited += ["art26", "art28"] if free else ["art26", "art27", "art28"]
    return Outcome(
        calculator="car-warranty",
        title="家用汽车三包",
        headline=_headline(bool(free or reasons), charged=not free, part=part, repair=in_repair),
        figures=tuple(figures),
        steps=tuple(steps),
        basis=rules.cite(*cited),
        uncertain=_doubts(case, rules, calendar),
    )


def _headline(exchange: bool, *, charged: bool, part: bool, repair: bool) -> str:
    if exchange:
        return "可以选择换车或者退车" + ("，需支付使用补偿费" if charged else "，免费")
    if part:
        return "可以选择免费更换总成"
    return "可以免费修理" if repair else "已过包修期，三包责任没有依据"


def _check(case: CarCase, rules: CarRules) -> None:
    days = {
        "开票日": case.invoice_on,
        "交车日": case.delivered_on,
        "故障日": case.fault_on,
        "要求日": case.asked_on,
    }
    check_days(days)
    wrong = {}
    start = case.delivered_on or case.invoice_on
    if case.fault_on < start:
        wrong["fault_on"] = f"发生故障日 {case.fault_on} 早于三包起算日 {start}，请核对。"
    if case.asked_on is not None and case.asked_on < start:
        wrong["asked_on"] = f"提出换退日 {case.asked_on} 早于三包起算日 {start}，请核对。"
    if case.factor is not None and case.factor > Decimal(rules.fee_cap):
        wrong["factor"] = f"使用补偿系数不得高于 {rules.fee_cap}%（第27条），请核对三包凭证。"
    if wrong:
        raise InvalidFields(wrong)


def _start(case: CarCase, start: date) -> str:
    if case.delivered_on is None or case.delivered_on == case.invoice_on:
        return f"三包有效期和包修期自开具购车发票之日 {start} 起算。"
    return f"开票日 {case.invoice_on} 与交车日不一致，自交付之日 {start} 起算。"


def _span_step(span: Span, name: str, start: date, case: CarCase, steps: list[str]) -> bool:
    holds = span.holds(start, case.fault_on, case.km)
    steps.append(
        f"{name}：至 {span.last_day(start)} 或 {span.km:,} 公里，先到为准；"
        f"故障时 {case.fault_on}、{case.km:,} 公里，{'在期内' if holds else '已超过'}。"
    )
    return holds


def _free_exchange(case: CarCase, rules: CarRules, start: date, steps: list[str], cited: list[str]) -> bool:
    """Articles 22 and 23: exchange or return at no cost for the consumer."""
    if case.fault == "assembly" and rules.first_week.holds(start, case.fault_on, case.km):
        steps.append(
            f"起算之日起 {rules.first_week.days} 日内需要更换总成或其主要零部件，可以免费换车或者退车。"
        )
        cited.append("art22")
        return True
    if case.fault == "danger" and rules.early.holds(start, case.fault_on, case.km):
        steps.append(
            f"起算之日起 {rules.early.days} 日或 {rules.early.km:,} 公里内出现{FAULTS['danger']}，"
            "可以免费换车或者退车。"
        )
        cited.append("art23")
        return True
    return False


def _part_exchange(case: CarCase, rules: CarRules, start: date, steps: list[str], cited: list[str]) -> bool:
    """Article 20: the assembly itself."""
    if case.fault != "assembly" or not rules.early.holds(start, case.fault_on, case.km):
        return False
    steps.append(
        f"起算之日起 {rules.early.days} 日或 {rules.early.km:,} 公里内主要零部件出现质量问题，"
        "可以选择免费更换总成。"
    )
    cited.append("art20")
    return True


def _article_24(case: CarCase, rules: CarRules) -> list[str]:
    """The grounds of article 24 the counts meet."""
    safety, assembly, part = case.safety_repairs, case.assembly_changes, case.part_changes
    days, same = case.repair_days, case.same_repairs
    grounds = (
        (safety >= rules.safety_repairs, f"（一）严重安全性能故障已修理 {safety} 次仍未排除"),
        (assembly >= rules.assembly_changes, f"（二）总成已更换 {assembly} 次仍不能正常使用"),
        (part >= rules.part_changes, f"（三）同一主要零部件已更换 {part} 次仍不能正常使用"),
        (days > rules.repair_days, f"（四）累计修理 {days} 日，超过 {rules.repair_days} 日"),
        (same > rules.same_repairs, f"（四）同一质量问题已修理 {same} 次，超过 {rules.same_repairs} 次"),
    )
    return [f"第24条第1款{words}，可以选择换车或者退车。" for met, words in grounds if met]


def _loan_car(case: CarCase, rules: CarRules, steps: list[str], cited: list[str]) -> None:
    if case.single_repair > rules.loan_after:
        days = case.single_repair - rules.loan_after
        steps.append(
            f"单次修理 {case.single_repair} 日，超过 {rules.loan_after} 日，自第 {rules.loan_after + 1} 日起"
            f"应提供备用车或者合理的交通费用补偿（{days} 日）。"
        )
        cited.append("art21")


def _exchange_figures(
    case: CarCase, rules: CarRules, *, charged: bool, calendar: Calendar, steps: list[str]
) -> list[Figure]:
    figures: list[Figure] = []
    if case.price is not None:
        fee = _fee(case, rules, steps) if charged else 0
        if charged:
            figures.append(amount_figure("fee", "使用补偿费", fee))
        figures.append(amount_figure("refund", "退车应退", case.price - fee))
        minus = f" − {yuan(fee)}" if charged else ""
        steps.append(f"退车应退 = 车价款 {yuan(case.price)}{minus} = {yuan(case.price - fee)}。")
        steps.append("另赔偿登记费、扣除折旧后的加装装饰费、销售者收取的服务费（第26条）。")
    if case.asked_on is not None:
        for name, label, count in (
            ("answer_by", "应答复至", rules.answer_workdays),
            ("done_by", "应办完至", rules.done_workdays),
        ):
            day = _workdays_after(case.asked_on, count, label, calendar)
            figures.append(day_figure(name, label, day))
            steps.append(f"{label}：{case.asked_on} 提出要求，次日起 {count} 个工作日，到 {day}（第28条）。")
    return figures


def _fee(case: CarCase, rules: CarRules, steps: list[str]) -> int:
    assert case.price is not None
    factor = case.factor if case.factor is not None else Decimal(rules.fee_cap)
    fee = min(case.price, to_cents(Fraction(case.price) * case.km / 1000 * Fraction(factor) / 100))
    steps.append(
        f"使用补偿费 = {yuan(case.price)} × {case.km:,} 公里 ÷ 1000 × {factor}% = {yuan(fee)}"
        "（四舍五入到分）。"
    )
    return fee


def _workdays_after(day: date, count: int, label: str, calendar: Calendar) -> date:
    rule = ClockRule(
        name="car.answer", label=label, duty=label, start="提出要求", length=count, unit="workday", basis=()
    )
    found = deadline(rule, day, calendar).due_on
    assert found is not None
    return found


def _doubts(case: CarCase, rules: CarRules, calendar: Calendar) -> tuple[str, ...]:
    doubts = ["三包凭证承诺更长期限或更低系数的，按承诺；免责情形（第32条）由经营者举证。"]
    if case.price is not None and case.factor is None:
        doubts.append(f"没有填写使用补偿系数，按上限 {rules.fee_cap}% 计算；实际系数看三包凭证，只会更低。")
    if case.invoice_on < rules.effective_from:
        doubts.append(f"购车早于 {rules.effective_from} 现行规定施行，适用旧规定还是现行规定请核对。")
    if case.repair_days:
        doubts.append("特殊零部件和动力蓄电池的运输时间、外出救援路途时间不计入累计修理时间。")
    year = None if case.asked_on is None else (case.asked_on + timedelta(days=45)).year
    if year is not None and not calendar.is_known(year):
        doubts.append(f"{year} 年放假安排尚未载入，答复和办完的日期为暂定。")
    return tuple(doubts)
