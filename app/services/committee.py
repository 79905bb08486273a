"""人民调解委员会 of the office: its name and court, its roster with terms (人民调解法第8、9、13条)."""

from __future__ import annotations

import datetime as dt

from app.domain import committee as domain
from app.domain.committee import POSTS, CommitteeNamed, Mediator, MediatorListed, MediatorStruck
from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event
from app.domain.identifiers import check_phone
from app.domain.office import STREAM
from app.services.changes import Changes
from app.services.office import OpenOffice


def name_committee(
    office: OpenOffice, name: str, court: str = "", phone: str = "", address: str = ""
) -> Changes:
    """The committee as papers call it. Raises InvalidFields under `name` or `phone`."""
    problems = {}
    if not name.strip():
        problems["name"] = "请填写人民调解委员会的全称"
    if phone.strip() and (problem := check_phone(phone).problem):
        problems["phone"] = problem
    if problems:
        raise InvalidFields(problems)
    return _write(
        office,
        CommitteeNamed(
            name=name.strip(),
            court=court.strip(),
            phone=check_phone(phone).value if phone.strip() else "",
            address=address.strip(),
        ),
    )


def list_mediator(
    office: OpenOffice,
    *,
    name: str,
    post: str,
    since: dt.date | None,
    sex: str = "",
    nation: str = "",
    phone: str = "",
    until: dt.date | None = None,
    mediator: str = "",
) -> Changes:
    """Put a mediator on the roster, or change the entry `mediator`; without `until` the term is three years.

    Raises InvalidFields by field.
    """
    problems = {}
    roster = office.office.committee.roster
    if not name.strip():
        problems["name"] = "请填写姓名"
    if any(m.name == name.strip() and m.id != mediator and m.struck_on is None for m in roster.values()):
        problems["name"] = f"{name.strip()}已经在名册上"
    if post not in POSTS:
        problems["post"] = "请选择职务"
    if since is None:
        problems["since"] = "请填写任期开始日期"
    elif until is not None and until <= since:
        problems["until"] = "任期届满应当晚于开始日期"
    if phone.strip() and (problem := check_phone(phone).problem):
        problems["phone"] = problem
    if problems or since is None:
        raise InvalidFields(problems)
    return _write(
        office,
        MediatorListed(
            mediator=mediator or office.store.log.new_id(),
            name=name.strip(),
            post=post,
            sex=sex,
            nation=nation.strip(),
            phone=check_phone(phone).value if phone.strip() else "",
            since=since,
            until=until,
        ),
    )


def strike_mediator(office: OpenOffice, mediator: str, reason: str) -> Changes:
    """Take a mediator off the roster from today on. UserError when there is none of this id."""
    found = office.office.committee.roster.get(mediator)
    if found is None or found.struck_on is not None:
        raise UserError("名册上没有这位调解员，可能已经移出，请刷新后再看。")
    if not reason.strip():
        raise InvalidFields({"reason": "请填写移出名册的理由"})
    return _write(office, MediatorStruck(mediator=mediator, on=office.clock.today(), reason=reason.strip()))


def serving(office: OpenOffice) -> list[Mediator]:
    """Who may mediate today, the chair first."""
    return office.office.committee.in_office(office.clock.today())


def remarks(office: OpenOffice) -> list[str]:
    """What is not as the law wants it, terms that run out included; empty when all is well."""
    return domain.remarks(office.office.committee, office.clock.today())


def _write(office: OpenOffice, event: Event) -> Changes:
    office.store.log.append(STREAM, (event,), actor=office.operator.id)
    office.refresh()
    return Changes.OFFICE
