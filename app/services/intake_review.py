"""What can be told of a complaint while it is being written down: complete, in time, by when to decide.

It only shows; the decision is a person's (办法第15、16条). What cannot be computed is not pretended.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from app.domain.calendar import weekday_name
from app.domain.clocks import Deadline
from app.domain.errors import UserError
from app.domain.identifiers import check_order_number
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.complaint.timing import ACCEPTANCE
from app.domain.office import setting
from app.services import calculation
from app.services.labels import dictionary
from app.services.office import OpenOffice

Verdict = Literal["good", "attention", "open"]
_LIMIT_YEARS = 3


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the review. `open`: cannot be told yet."""

    verdict: Verdict
    text: str


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """The findings in the order of the form, and the period for the decision when there is a date."""

    findings: tuple[Finding, ...]
    rules: str
    decide_by: Deadline | None


def review(office: OpenOffice, form: Registration) -> Review:
    """Look at a form as far as it is filled."""
    rules, decide_by = "", None
    findings = [_completeness(form), _limitation(form), *_remarks(form)]
    try:
        rules = office.rules.for_received(form.origin.received_on).short_title
        decide_by = calculation.deadline_of(
            ACCEPTANCE, form.origin.received_on, roll=setting(office.office, "day_clock_roll")
        )
    except UserError as error:
        findings.append(Finding(verdict="attention", text=error.message))
    return Review(findings=tuple(findings), rules=rules, decide_by=decide_by)


def _completeness(form: Registration) -> Finding:
    case = Complaint(
        origin=form.origin, complainant=form.complainant, respondent=form.respondent, deal=form.deal
    )
    missing = case.complete()
    if not missing:
        return Finding(verdict="good", text="材料齐全：姓名、电话、地址、诉求、事实都有（办法第10条）")
    return Finding(verdict="open", text=f"还缺：{'、'.join(missing)}（办法第10条）")


def _limitation(form: Registration) -> Finding:
    """办法第16条第四项 counts from when the injury was known; the deal is never later than that day."""
    bought, received = form.deal.bought_on, form.origin.received_on
    if bought is None:
        return Finding(verdict="open", text="三年时效：填写交易日期后判断（办法第16条）")
    if received <= _years_later(bought, _LIMIT_YEARS):
        return Finding(verdict="good", text="在三年时效内：交易至今未满三年（办法第16条）")
    return Finding(
        verdict="attention", text="交易已满三年，请问明何时知道权益受损，从那一天起算三年（办法第16条）"
    )


def _years_later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return dt.date(day.year + years, 3, 1)


def _remarks(form: Registration) -> list[Finding]:
    found = []
    channel = dictionary("channels").by_code(form.origin.channel)
    if channel is not None and channel.note:
        found.append(Finding(verdict="attention", text=f"{channel.label}：{channel.note}"))
    if form.complainant.agent_name:
        found.append(
            Finding(verdict="attention", text="委托投诉：须收授权委托书原件和代理人身份证明（办法第11条）")
        )
    traits = dictionary("traits")
    for code in form.complainant.traits:
        entry = traits.by_code(code)
        if entry is not None and entry.note:
            found.append(Finding(verdict="attention", text=f"{entry.label}：{entry.note}"))
    return found


def source_for(channel: str, external_no: str) -> str:
    """Which body wants an answer: the one that sent the matter, "" when the person came by themselves."""
    if external_no and check_order_number(external_no).ok:
        return "12315"
    if channel in ("platform_12315", "hotline_12315"):
        return "12315"
    if channel == "hotline_12345":
        return "12345"
    if channel == "superior":
        return "上级"
    return "" if not external_no else "交办单位"


def came_in_person(channel: str) -> bool:
    """Whether the complainant stands at the counter and signs the form (式样一注2)."""
    return channel == "visit"


SOURCES = ("12315", "12345", "上级", "交办单位")
"""The bodies a case can be answered to, as work orders name them."""


def day_note(office: OpenOffice, day: dt.date) -> str:
    """星期六 · 非工作日, 星期四 · 国庆节假期; what stands beside a date."""
    note = office.calendar.day_note(day)
    note = "非工作日" if note == "周末" else note
    return f"{weekday_name(day)} · {note}" if note else weekday_name(day)
