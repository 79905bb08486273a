"""What a matter that has just arrived may be: kinds, other departments, dangers, the channel it came by.

Everything here is shown with its reason and the article; a person decides. The word lists are read once
from the program's resources.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import msgspec

from app.domain import danger, triage
from app.domain.danger import Danger, DangerRule
from app.domain.errors import UserError
from app.domain.office import STREAM
from app.domain.referral import PersonInCharge, PersonInChargeNamed, check_person
from app.domain.routing import Destination, destinations, duties
from app.domain.triage import Submission, Triage, TriageRules
from app.services import routing
from app.services.changes import Changes
from app.services.labels import dictionary
from app.services.office import OpenOffice
from app.system import resources

_RULES = "resources/rules/triage.toml"
_DANGERS = "resources/rules/danger.toml"
_UNPUBLISHED = "unpublished"


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """All that can be told at the counter. `level` is the highest of `dangers` (`danger.LEVELS`).

    `duties` are what must not be forgotten when the matter belongs elsewhere; `channel` is the sentence to
    tell somebody who did not come by a published channel, "" when they did.
    """

    triage: Triage
    destinations: tuple[Destination, ...]
    duties: tuple[str, ...]
    dangers: tuple[Danger, ...]
    level: str
    channel: str = ""

    @property
    def level_label(self) -> str:
        """一般, 紧急, 特别紧急."""
        return danger.LEVELS[self.level]


@cache
def rules() -> TriageRules:
    """The words that point to kinds. UserError when the file is damaged."""
    return triage.parse_triage(resources.read_text(_RULES))


@cache
def danger_rules() -> tuple[DangerRule, ...]:
    """The words of danger. UserError when the file is damaged."""
    return danger.parse_dangers(resources.read_text(_DANGERS))


def advise(
    office: OpenOffice, submission: Submission, *, channel: str = "", received_on: dt.date | None = None
) -> Advice:
    """Look at a matter as far as it is known; quick enough to run while somebody types."""
    places = destinations(submission.text, routing.table(office))
    found = danger.dangers(submission.text, danger_rules())
    return Advice(
        triage=triage.triage(submission, rules()),
        destinations=places,
        duties=duties(places),
        dangers=found,
        level=danger.highest(found),
        channel=channel_sentence(office, channel, received_on or office.clock.today()),
    )


def is_published(channel: str, received_on: dt.date) -> bool:
    """Whether 办法第8条 knows the channel on that day; one that is not known to us is not judged."""
    entry = dictionary("channels").by_code(channel)
    return entry is None or (channel != _UNPUBLISHED and entry.in_use(received_on))


def channel_sentence(office: OpenOffice, channel: str, received_on: dt.date) -> str:
    """What to tell a person who came by a channel nobody published (办法第8条), "" when it was published."""
    if is_published(channel, received_on):
        return ""
    law = office.rules.for_received(received_on)
    at = office.office.address or office.office.name
    phone = f"，电话{office.office.phone}" if office.office.phone else ""
    return (
        f"“{dictionary('channels').label(channel)}”不是公布的投诉举报渠道（{law.short_title}第8条）。"
        f"请告知对方：通过全国12315平台、12315热线电话提出，或者到{office.office.name}窗口、邮寄到{at}{phone}。"
    )


def person_in_charge(office: OpenOffice) -> PersonInCharge:
    """Whom an alert goes to: the one the office named, else the first 负责人 who signs in, else nobody."""
    named = office.office.person_in_charge
    if named.name:
        return named
    heads = (one for one in office.office.operators.values() if one.active and one.role == "head")
    head = next(heads, None)
    return PersonInCharge(name=head.name) if head is not None else PersonInCharge()


def name_person_in_charge(office: OpenOffice, name: str, phone: str = "") -> Changes:
    """Say whom alerts go to. Raises InvalidFields without a name."""
    event = PersonInChargeNamed(name=name.strip(), phone=phone.strip())
    check_person(event)
    office.store.log.append(STREAM, (event,), actor=office.operator.id)
    office.refresh()
    return Changes.OFFICE


def require_person_in_charge(office: OpenOffice) -> PersonInCharge:
    """The person alerts go to. Raises UserError that says where to name one."""
    found = person_in_charge(office)
    if not found.name:
        raise UserError("还没有指定负责人，请在设置的“分类与去处”里填写，或者当面告知后填写姓名。")
    return found
