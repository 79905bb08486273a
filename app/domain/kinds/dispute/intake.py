"""What a dispute must hold before it is written, and its normal form (人民调解申请书、受理登记表)."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.identifiers import check_credit_code, resident_birth_date
from app.domain.kinds.dispute.facts import (
    CAME,
    FROM_BODY,
    POWERS,
    SEXES,
    Application,
    Delegate,
    Disputant,
    Side,
)
from app.domain.matter.intake import (
    LONGEST,
    RESIDENT_ID,
    origin_problems,
    person_problems,
    phone_problems,
    tidy,
    tidy_origin,
    tidy_person,
    tidy_phone,
    tidy_text,
    too_long,
)

OLDEST = 130


def application_problems(form: Application, today: dt.date) -> dict[str, str]:
    """What is wrong, a Chinese sentence by field path (`applicant.0.name`); empty when all is well."""
    quarrel = form.quarrel
    problems: dict[str, str] = {}
    for path, side, what in (
        ("applicant", form.applicant, "申请人"),
        ("respondent", form.respondent, "被申请人"),
    ):
        problems |= _side_problems(side, path, what, today)
    if quarrel.came not in CAME:
        problems["quarrel.came"] = "请选择案件来源"
    if quarrel.came in FROM_BODY and not form.origin.source.strip():
        problems["origin.source"] = "法院、公安、政府、行政机关转来的，请填写转来的单位"
    if not quarrel.sort:
        problems["quarrel.sort"] = "请选择纠纷类型"
    if not quarrel.facts.strip():
        problems["quarrel.facts"] = "请填写纠纷简要情况"
    if quarrel.came == "application" and not any(text.strip() for text in quarrel.wanted):
        problems["quarrel.wanted"] = "当事人申请的，请填写申请事项"
    if quarrel.amount is not None and quarrel.amount <= 0:
        problems["quarrel.amount"] = "金额应当大于零，没有金额的不填"
    problems |= origin_problems(form.origin, today)
    return problems | too_long({"quarrel.facts": (quarrel.facts, LONGEST["facts"])})


def _side_problems(side: Side, path: str, what: str, today: dt.date) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not side.people or not side.first().name.strip():
        problems[f"{path}.0.name"] = f"请填写{what}的姓名（名称）"
    names = [one.name.strip() for one in side.people]
    for index, one in enumerate(side.people):
        where = f"{path}.{index}"
        problems |= person_problems(one, where, today)
        if index and not names[index]:
            problems[f"{where}.name"] = f"第{index + 1}个{what}没有填写姓名"
        if names[index] and names[index] in names[:index]:
            problems[f"{where}.name"] = f"{names[index]}写了两次，同名的请加以区别"
        if one.age is not None and not 0 <= one.age <= OLDEST:
            problems[f"{where}.age"] = f"年龄应为 0 至 {OLDEST}"
        if one.sex and one.sex not in SEXES:
            problems[f"{where}.sex"] = "请选择性别"
        if one.credit_code and (problem := check_credit_code(one.credit_code).problem):
            problems[f"{where}.credit_code"] = problem
    return problems | _delegate_problems(side.delegate, f"{path}.delegate", today)


def _delegate_problems(delegate: Delegate, path: str, today: dt.date) -> dict[str, str]:
    problems = phone_problems({f"{path}.phone": delegate.phone})
    if not delegate.name.strip():
        if delegate.phone or delegate.powers:
            problems[f"{path}.name"] = "请填写委托代理人的姓名"
        return problems
    if not delegate.powers or set(delegate.powers) - set(POWERS):
        problems[f"{path}.powers"] = "请选择授权委托书写明的权限"
    if not delegate.seen:
        problems[f"{path}.seen"] = "请先核对授权委托书原件，没有原件的先不登记代理人"
    if delegate.until is not None and delegate.until < today:
        problems[f"{path}.until"] = "委托期限已经届满，请补交新的授权委托书"
    return problems


def normal_form(form: Application, today: dt.date) -> Application:
    """The form as it is stored; sex and age come from the identity number when they were not typed."""
    quarrel = form.quarrel
    return Application(
        origin=tidy_origin(form.origin),
        applicant=_side(form.applicant, form.origin.received_on, today),
        respondent=_side(form.respondent, form.origin.received_on, today),
        quarrel=msgspec.structs.replace(
            quarrel,
            facts=tidy_text(quarrel.facts),
            wanted=tuple(filter(None, (tidy(text) for text in quarrel.wanted))),
        ),
    )


def _side(side: Side, received_on: dt.date, today: dt.date) -> Side:
    delegate = side.delegate
    return Side(
        people=tuple(_disputant(one, received_on, today) for one in side.people),
        delegate=msgspec.structs.replace(
            delegate, name=tidy(delegate.name), phone=tidy_phone(delegate.phone)
        ),
    )


def _disputant(one: Disputant, received_on: dt.date, today: dt.date) -> Disputant:
    code = tidy(one.credit_code)
    tidied = msgspec.structs.replace(
        tidy_person(one, today),
        nation=tidy(one.nation),
        occupation=tidy(one.occupation),
        legal_rep=tidy(one.legal_rep),
        credit_code=check_credit_code(code).value if code else "",
    )
    if tidied.id_type != RESIDENT_ID or len(tidied.id_no) != 18:
        return tidied
    born = resident_birth_date(tidied.id_no)
    if born is None or not tidied.id_no[16].isdigit():
        return tidied
    age = received_on.year - born.year - ((received_on.month, received_on.day) < (born.month, born.day))
    sex = "male" if int(tidied.id_no[16]) % 2 else "female"
    return msgspec.structs.replace(
        tidied, sex=tidied.sex or sex, age=age if tidied.age is None and age >= 0 else tidied.age
    )
