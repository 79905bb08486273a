"""The calculators: deadlines by the engine the cases use, and the sums of `app.domain.calculators`.

They need no office: rules and calendars are read from the program's resources.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from app.domain.calculators.car_warranty import CarCase, CarRules, car_warranty
from app.domain.calculators.compensation import CompensationCase, CompensationRules, compensation
from app.domain.calculators.interest import InterestCase, InterestRules, interest
from app.domain.calculators.outcome import Outcome, day_figure
from app.domain.calculators.prepaid import PrepaidCase, PrepaidRules, refund
from app.domain.calculators.rule_data import Source, parse_rules
from app.domain.calculators.seven_days import SevenDaysCase, SevenDaysRules, seven_days
from app.domain.calculators.warranty import WarrantyCase, WarrantyRules, warranty
from app.domain.calendar import weekday_name
from app.domain.clocks import Deadline, Pause, deadline
from app.domain.rules import RuleSet
from app.services import rulebook
from app.system import resources

_DEADLINE_ADVICE = "供咨询和核对；案件的期限以案件页显示的为准。"


def deadline_of(
    rule: str,
    start: dt.date,
    *,
    received: dt.date | None = None,
    pauses: Sequence[tuple[dt.date, dt.date]] = (),
    roll: str | None = None,
) -> Deadline:
    """When the period `rule` (complaint.acceptance, …) that started on `start` ends, and why.

    The rule set follows `received`, else `start`. `pauses` are first and last day, both included.
    Raises UserError for an unknown rule or a day no rule set covers.
    """
    rules = rules_for(rule, received or start)
    spans = [Pause(start=first, end=last) for first, last in pauses]
    return deadline(rules.clock(rule), start, rulebook.calendar(), spans, roll=roll)


def rules_for(rule: str, received: dt.date) -> RuleSet:
    """The rule set in force on that day of the law that knows the period; of the 办法 when none does."""
    for law in rulebook.laws():
        book = rulebook.rule_book(law)
        if any(clock.name == rule for rules in book.rule_sets for clock in rules.clocks):
            return book.for_received(received)
    return rulebook.rule_book().for_received(received)


def deadline_rules() -> tuple[tuple[str, str], ...]:
    """Name and duty of every period of every law, each once, as the newest rule set says it."""
    found: dict[str, str] = {}
    for law in rulebook.laws():
        for rules in reversed(rulebook.rule_book(law).rule_sets):
            for clock in rules.clocks:
                found.setdefault(clock.name, f"{clock.duty}（自{clock.start}起）")
    return tuple(found.items())


def deadline_outcome(
    rule: str,
    start: dt.date,
    *,
    received: dt.date | None = None,
    pauses: Sequence[tuple[dt.date, dt.date]] = (),
    roll: str | None = None,
) -> Outcome:
    """`deadline_of` in the shape of every calculator, with the second limit older cases have."""
    on = received or start
    rules = rules_for(rule, on)
    companion = rules.companion(rule, on)
    names = [rule, *([companion.name] if companion is not None else [])]
    found = [deadline_of(name, start, received=received, pauses=pauses, roll=roll) for name in names]
    duties = {clock.name: clock.duty for clock in rules.clocks}
    days = [(one, one.due_on) for one in found if one.due_on is not None]
    doubts = [f"{one.label}：放假安排未载入，日期为暂定。" for one in found if one.provisional]
    if companion is not None:
        doubts.append("本办法没有过渡规定，两个期限都列出，稳妥起见按先到的办理。")
    return Outcome(
        calculator="deadline",
        title="办案期限",
        headline="，".join(f"最迟 {day}（{weekday_name(day)}）" for _one, day in days),
        figures=tuple(day_figure(one.clock, one.label, day) for one, day in days),
        steps=tuple(one.explanation for one in found),
        basis=tuple(Source(id=one.clock, article=one.basis, text=duties[one.clock]) for one in found),
        uncertain=tuple(doubts),
        advice=_DEADLINE_ADVICE,
    )


def prepaid_refund(case: PrepaidCase) -> Outcome:
    """法释〔2025〕4号. Raises InvalidFields by field of `case`, UserError."""
    return refund(case, prepaid_rules(), interest_rules(), rulebook.calendar())


def compensation_of(case: CompensationCase) -> Outcome:
    """三倍, 十倍 and their least. Raises InvalidFields by field of `case`."""
    return compensation(case, compensation_rules())


def seven_days_return(case: SevenDaysCase) -> Outcome:
    """消费者权益保护法第25条. Raises InvalidFields by field of `case`, UserError."""
    return seven_days(case, seven_days_rules(), rulebook.calendar())


def warranty_of(case: WarrantyCase) -> Outcome:
    """三包 of goods. Raises InvalidFields by field of `case`, UserError."""
    return warranty(case, warranty_rules())


def car_warranty_of(case: CarCase) -> Outcome:
    """三包 of family cars. Raises InvalidFields by field of `case`, UserError."""
    return car_warranty(case, car_rules(), rulebook.calendar())


def interest_of(case: InterestCase) -> Outcome:
    """Simple interest. Raises InvalidFields by field of `case`, UserError."""
    return interest(case, interest_rules())


@cache
def prepaid_rules() -> PrepaidRules:
    """What the refund is computed by."""
    return parse_rules(_text("prepaid"), PrepaidRules)


@cache
def interest_rules() -> InterestRules:
    """Rates and the days of a year."""
    return parse_rules(_text("interest"), InterestRules)


@cache
def seven_days_rules() -> SevenDaysRules:
    """Periods and excepted goods."""
    return parse_rules(_text("seven_days"), SevenDaysRules)


@cache
def warranty_rules() -> WarrantyRules:
    """Periods and the list of goods."""
    return parse_rules(_text("warranty"), WarrantyRules)


@cache
def compensation_rules() -> CompensationRules:
    """The multiples and their least."""
    return parse_rules(_text("compensation"), CompensationRules)


@cache
def car_rules() -> CarRules:
    """The numbers of the rule on family cars."""
    return parse_rules(_text("car_warranty"), CarRules)


def _text(name: str) -> str:
    return resources.read_text(f"resources/rules/calculators/{name}.toml")
