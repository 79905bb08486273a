"""What a report must hold before it is written (办法第28条), and its normal form."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.matter.intake import (
    LONGEST,
    business_problems,
    origin_problems,
    person_problems,
    tidy,
    tidy_business,
    tidy_origin,
    tidy_person,
    tidy_text,
    too_long,
)


def report_problems(form: ReportForm, today: dt.date) -> dict[str, str]:
    """What is wrong, by field path, each with one Chinese sentence; empty when all is well."""
    clue, shop = form.clue, form.respondent
    needed = {
        "respondent.name": (shop.name, "请填写被举报人名称，不清楚时写明所知的招牌或者位置"),
        "clue.facts": (clue.facts, "请填写具体线索和相应的事实依据（办法第28条）"),
    }
    if clue.oral and not form.discovered:
        needed["clue.recorded_by"] = (clue.recorded_by, "口头举报请填写记录人（办法第28条第2款）")
    problems = {path: sentence for path, (value, sentence) in needed.items() if not value.strip()}
    problems |= reporter_problems(form.reporter, today) if not form.discovered else {}
    problems |= business_problems(shop, "respondent")
    problems |= origin_problems(form.origin, today)
    if clue.happened_on is not None and clue.happened_on > form.origin.received_on:
        problems["clue.happened_on"] = "违法行为发生日期不能晚于收到日期"
    return problems | too_long(
        {
            "clue.facts": (clue.facts, LONGEST["facts"]),
            "clue.subject": (clue.subject, LONGEST["name"]),
            "clue.place": (clue.place, LONGEST["address"]),
        }
    )


def reporter_problems(reporter: Reporter, today: dt.date) -> dict[str, str]:
    """A named reporter gives true particulars (form 二, note 2); an anonymous one gives none."""
    if reporter.anonymous:
        given = reporter.name or reporter.phone or reporter.id_no or reporter.address
        return {"reporter.name": "匿名举报不填写举报人身份，请清空或者取消匿名"} if given.strip() else {}
    problems: dict[str, str] = {}
    if not reporter.name.strip():
        problems["reporter.name"] = "请填写举报人姓名，或者选择匿名举报"
    if not reporter.phone.strip() and not reporter.address.strip():
        problems["reporter.phone"] = "请填写举报人的电话或者地址，否则无法联系（文书式样二）"
    return problems | person_problems(reporter, "reporter", today)


def normal_form(form: ReportForm, today: dt.date) -> ReportForm:
    """The form as it is stored."""
    return ReportForm(
        origin=tidy_origin(form.origin),
        reporter=Reporter() if form.discovered else tidy_person(form.reporter, today),
        respondent=tidy_business(form.respondent),
        clue=tidy_clue(form.clue),
        discovered=form.discovered,
    )


def tidy_clue(clue: Clue) -> Clue:
    """The clue as stored."""
    return msgspec.structs.replace(
        clue,
        subject=tidy(clue.subject),
        place=tidy(clue.place),
        facts=tidy_text(clue.facts),
        recorded_by=tidy(clue.recorded_by),
    )
