"""The people's mediation committee of an office and its mediators (人民调解法第8、9、13、34条).

Folded from the stream `office`: the committee with its court, and the roster with terms.
"""

from __future__ import annotations

import calendar
import datetime as dt

import msgspec

from app.domain.events import Event, register

LEAST, MOST = 3, 9
"""第8条: 人民调解委员会由委员三至九人组成."""
TERM_YEARS = 3
"""第9条: 每届任期三年."""

POSTS: dict[str, str] = {
    "chair": "主任",
    "deputy": "副主任",
    "member": "委员",
    "engaged": "聘任调解员",
}
"""委员, and those the committee engaged (第13条)."""


@register
class CommitteeNamed(Event, frozen=True, kw_only=True):
    """The committee as papers call it, and the court that confirms its agreements (司法确认规定第2条)."""

    name: str
    court: str = ""
    phone: str = ""
    address: str = ""


@register
class MediatorListed(Event, frozen=True, kw_only=True):
    """Put on the roster, or changed: `mediator` is an id of its own. `since` begins the term."""

    mediator: str
    name: str
    post: str
    sex: str = ""
    nation: str = ""
    phone: str = ""
    since: dt.date
    until: dt.date | None = None


@register
class MediatorStruck(Event, frozen=True, kw_only=True):
    """Off the roster (罢免、解聘、届满、辞任); what they did stays theirs."""

    mediator: str
    on: dt.date
    reason: str


class Mediator(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the roster; `ends_on` is the last day of the term."""

    id: str
    name: str
    post: str
    sex: str = ""
    nation: str = ""
    phone: str = ""
    since: dt.date
    ends_on: dt.date
    struck_on: dt.date | None = None

    def serves(self, day: dt.date) -> bool:
        """Whether they may mediate on that day."""
        return self.since <= day <= self.ends_on and (self.struck_on is None or day < self.struck_on)


class Committee(msgspec.Struct, kw_only=True):
    """The committee; `name` "" when the office has none."""

    name: str = ""
    court: str = ""
    phone: str = ""
    address: str = ""
    roster: dict[str, Mediator] = {}

    def in_office(self, day: dt.date) -> list[Mediator]:
        """Who may mediate on that day, the chair first."""
        order = list(POSTS)
        serving = [m for m in self.roster.values() if m.serves(day)]
        return sorted(serving, key=lambda m: (order.index(m.post), m.since, m.name))

    def members(self, day: dt.date) -> list[Mediator]:
        """委员 in office; those engaged do not count among the three to nine."""
        return [m for m in self.in_office(day) if m.post != "engaged"]


def term_end(since: dt.date) -> dt.date:
    """The last day of a term of three years that began on `since`."""
    year = since.year + TERM_YEARS
    last = calendar.monthrange(year, since.month)[1]
    return dt.date(year, since.month, min(since.day, last)) - dt.timedelta(days=1)


def apply_committee(event: CommitteeNamed | MediatorListed | MediatorStruck, committee: Committee) -> None:
    """Change the committee by one event."""
    match event:
        case CommitteeNamed():
            committee.name, committee.court = event.name, event.court
            committee.phone, committee.address = event.phone, event.address
        case MediatorListed():
            committee.roster[event.mediator] = Mediator(
                id=event.mediator,
                name=event.name,
                post=event.post,
                sex=event.sex,
                nation=event.nation,
                phone=event.phone,
                since=event.since,
                ends_on=event.until or term_end(event.since),
            )
        case MediatorStruck():
            found = committee.roster.get(event.mediator)
            if found is not None:
                committee.roster[event.mediator] = msgspec.structs.replace(found, struck_on=event.on)


def remarks(committee: Committee, today: dt.date) -> list[str]:
    """What is not as the law wants it, each in one sentence; empty when all is well."""
    if not committee.name:
        return ["还没有填写人民调解委员会的名称，人民调解文书上无法落款。"]
    found = []
    count = len(committee.members(today))
    if not LEAST <= count <= MOST:
        found.append(f"现任委员 {count} 人，人民调解委员会由委员三至九人组成（人民调解法第8条）。")
    members = committee.members(today)
    if members and not any(m.sex == "female" for m in members):
        found.append("委员中没有妇女成员（人民调解法第8条）。")
    if members and not any(m.post == "chair" for m in members):
        found.append("没有设主任（人民调解法第8条）。")
    for mediator in committee.roster.values():
        if mediator.struck_on is not None:
            continue
        left = (mediator.ends_on - today).days
        if left < 0:
            found.append(
                f"{mediator.name}的任期已于 {mediator.ends_on} 届满，请换届或者续任（人民调解法第9条）。"
            )
        elif left <= _REMIND:
            found.append(f"{mediator.name}的任期到 {mediator.ends_on} 届满，还有 {left} 天。")
    return found


_REMIND = 60
"""Days before the end of a term within which it is told (office practice)."""
